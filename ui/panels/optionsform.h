// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace pathgan {

/// Form rows bound to the fields of an options struct by their keys: range, unit and words are the table's, a
/// control has the key as its object name. A key that the table lacks, or of another kind, is fatal.
class OptionsForm : public QWidget
{
    Q_OBJECT
public:
    /// One of a field's words, as it is shown.
    struct Choice
    {
        QString text;
        const char *word;
        QString toolTip = {};
    };

    explicit OptionsForm(QWidget *parent = nullptr);

    /// Whose fields the rows edit; must outlive the form.
    void bind(const OptionsRef &options) { m_options = options; }
    /// Following rows stand under this title; a collapsed section opens by a click.
    void addSection(const QString &title, bool collapsed = false);
    QSpinBox *addInteger(const char *key, const QString &label, const QString &tip = {});
    QLineEdit *addSeed(const char *key, const QString &label, const QString &tip = {});
    QDoubleSpinBox *addNumber(const char *key, const QString &label, int decimals, const QString &tip = {});
    QCheckBox *addSwitch(const char *key, const QString &label, const QString &tip = {});
    QLineEdit *addText(const char *key, const QString &label, const QString &placeholder = {},
                       const QString &tip = {});
    QComboBox *addChoice(const char *key, const QString &label, const std::vector<Choice> &choices,
                         const QString &tip = {});
    /// Any other control; load is called by load(). Who hears of its changes puts them into the options and
    /// calls edited(). A check box has no label beside it.
    void addRow(const char *key, const QString &label, QWidget *control, std::function<void()> load = {},
                const QString &tip = {});

    /// Asked after every change; an error marks the field whose key its detail begins with.
    void setCheck(std::function<Result<void>()> check);
    /// Fields into controls, after the options were replaced (a preset, an opened file).
    void load();
    bool isValid() const { return m_valid; }
    QWidget *control(const char *key) const;                        ///< null: no such row
    const OptionTable &table() const { return m_options->table(); } ///< of what is bound
    std::vector<std::string> keys() const;                          ///< of the rows
    /// Of the row, without its underline; the key where there is no row.
    QString labelOf(const std::string &key) const;
    QString valueText(const std::string &key, const OptionValue &value) const; ///< as the row shows it
    const std::vector<QWidget *> &controls() const
    {
        return m_controls;
    } ///< and section buttons, from the top
    void setRowVisible(const char *key, bool visible);
    QSize minimumSizeHint() const override; ///< wide enough for the collapsed sections, too

    void edited(); ///< by the user; the options hold the new value

signals:
    void changed(); ///< by the user; the options already hold the new value
    void loaded();
    void validChanged(bool valid);

private:
    struct Row
    {
        std::string key;
        QString label, plainToolTip;
        QLabel *caption;
        QWidget *control;
        std::function<void()> load;
    };

    const OptionField &field(const char *key, OptionKind kind) const;
    /// The user's value of a field.
    void put(const OptionField &field, const OptionValue &value);
    template <class T>
    T held(const OptionField &field) const
    {
        return std::get<T>(m_options->value(field));
    }
    const Row *row(const std::string &key) const;
    void beginRows(QWidget *page);
    void verify();

    std::optional<OptionsRef> m_options;
    QFormLayout *m_layout;
    std::vector<QWidget *> m_pages; ///< of the sections
    std::vector<QWidget *> m_controls;
    QLabel *m_problem;
    std::vector<Row> m_rows;
    std::function<Result<void>()> m_check;
    bool m_valid = true, m_loading = false;
    int m_sections = 0;
};

} // namespace pathgan
