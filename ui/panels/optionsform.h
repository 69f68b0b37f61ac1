#pragma once

#include "core/base/optiontable.h"

#include <QWidget>

#include <cstdint>
#include <functional>
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

/// Form rows bound to the fields of an options struct, which must outlive the form. key: that of the struct's
/// table in camel case, without its first words where the rest says enough ("draws" is shap_draws); it is
/// also the control's object name. Ranges and units are the table's.
class OptionsForm : public QWidget
{
    Q_OBJECT
public:
    struct Choice
    {
        QString text;
        int value;
        QString toolTip = {};
    };

    explicit OptionsForm(QWidget *parent = nullptr);

    /// Before the first row.
    void setTable(const OptionTable &table) { m_table = &table; }
    /// The field that a key names; null: none, or several.
    const OptionField *field(const QString &key) const;

    /// Following rows stand under this title; a collapsed section opens by a click.
    void addSection(const QString &title, bool collapsed = false);
    QSpinBox *addInteger(const QString &key, const QString &label, int &field, const QString &tip = {});
    QLineEdit *addSeed(const QString &key, const QString &label, std::uint64_t &field,
                       const QString &tip = {});
    /// scale: of what is shown, e.g. 100 for percent.
    QDoubleSpinBox *addNumber(const QString &key, const QString &label, double &field, int decimals,
                              const QString &tip = {}, double scale = 1);
    QCheckBox *addSwitch(const QString &key, const QString &label, bool &field, const QString &tip = {});
    QLineEdit *addText(const QString &key, const QString &label, std::string &field,
                       const QString &placeholder = {}, const QString &tip = {});
    template <class Enum>
    QComboBox *addChoice(const QString &key, const QString &label, Enum &field,
                         const std::vector<Choice> &choices, const QString &tip = {})
    {
        return addChoiceRow(
            key, label, choices, [&field] { return static_cast<int>(field); },
            [&field](int value) { field = static_cast<Enum>(value); }, tip);
    }
    /// Any other control; load is called by load().
    void addRow(const QString &key, const QString &label, QWidget *control, std::function<void()> load = {},
                const QString &tip = {});

    /// Asked after every change; an error marks the field its detail names and disables Run.
    void setCheck(std::function<Result<void>()> check);
    /// Fields into controls, after the options were replaced (a preset, an opened file).
    void load();
    bool isValid() const { return m_valid; }
    QWidget *control(const QString &key) const;
    const std::vector<QWidget *> &controls() const
    {
        return m_controls;
    } ///< and section buttons, from the top
    void setRowVisible(const QString &key, bool visible);
    QSize minimumSizeHint() const override; ///< wide enough for the collapsed sections, too

signals:
    void changed(); ///< by the user; the field already holds the new value
    void validChanged(bool valid);

private:
    struct Row
    {
        QString key, plainToolTip;
        QLabel *label;
        QWidget *control;
        std::function<void()> load;
    };

    QComboBox *addChoiceRow(const QString &key, const QString &label, const std::vector<Choice> &choices,
                            std::function<int()> get, std::function<void(int)> set, const QString &tip);
    void beginRows(QWidget *page);
    void edited();
    void verify();
    bool detailNames(const QString &detail, const QString &key) const;

    const OptionTable *m_table = nullptr;
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
