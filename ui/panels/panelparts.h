// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QFrame>
#include <QLabel>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace pathgan {

/// A themed icon that is drawn anew when the theme changes.
class IconLabel : public QLabel
{
    Q_OBJECT
public:
    IconLabel(int size, QWidget *parent);
    void setIcon(const QString &name, IconRole role);

protected:
    void changeEvent(QEvent *event) override;

private:
    int m_size;
    QString m_name;
    IconRole m_role = IconRole::Text;
};

/// Title and one line of explanation at the top of a panel; buttons stand at its right.
class PanelHeader : public QWidget
{
    Q_OBJECT
public:
    PanelHeader(const QString &title, const QString &explanation, QWidget *parent = nullptr);
    void addWidget(QWidget *widget);

private:
    QHBoxLayout *m_row;
};

/// Text whose links take the theme's colour, which Qt reads only once.
class LinkLabel : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;

protected:
    void changeEvent(QEvent *event) override;
};

/// A line of text with an icon: what a figure does not say, why a step cannot run, what went well. Hidden
/// while empty. The text may be selected and may hold links.
class NoteLabel : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Good, Partial };

    explicit NoteLabel(const QString &name, QWidget *parent = nullptr);
    void show(Kind kind, const QString &text);
    void clear();
    QString text() const;
    Kind kind() const { return m_kind; }

signals:
    void linkActivated(const QString &link);

private:
    IconLabel *m_icon;
    QLabel *m_text;
    Kind m_kind = Kind::Info;
};

/// In place of results that are not there: why, and one button that fixes it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &name, QWidget *parent = nullptr);
    /// No button when buttonText is empty.
    void setContent(const QString &iconName, const QString &title, const QString &text,
                    const QString &buttonText = {}, std::function<void()> action = {});

private:
    IconLabel *m_icon;
    QLabel *m_title, *m_text;
    QPushButton *m_button;
    std::function<void()> m_action;
};

/// A tool button with a themed icon, text beside it, tool tip, object name and accessible name.
QToolButton *makeToolButton(const QString &name, const QString &icon, const QString &text, const QString &tip,
                            QWidget *parent);
int textWidth(const QToolButton &button); ///< that its text beside the icon adds to its width
/// A push button likewise; the one action of a page is drawn in the accent colour.
QPushButton *makeButton(const QString &name, const QString &icon, const QString &text, bool primary,
                        QWidget *parent);
/// A caption or secondary line in the muted colour that wraps.
QLabel *makeCaption(const QString &name, const QString &text, QWidget *parent);
/// A picker that is as wide as a name, not as its longest entry.
QComboBox *makePicker(const QString &name, QWidget *parent);
QComboBox *scalePicker(const QString &name, QWidget *parent); ///< data: AxisScale
/// The control behind a label that is its buddy; names it where it has no accessible name.
QWidget *labelled(const QString &label, QWidget *control, QWidget *parent);
/// Pickers side by side behind their labels.
QWidget *pickerBar(const std::vector<std::pair<QString, QComboBox *>> &pickers);
/// Applies the style sheet again after a property that it looks at was changed.
void restyle(QWidget *widget);

} // namespace pathgan
