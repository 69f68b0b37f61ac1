// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace pathgan {

class FlowLayout;
class Plot;
class Selection;

/// A figure with its tool bar: its controls, in as many rows as they need, and Export…, Copy, CSV, Reset,
/// which lose their texts where there is no room for them.
class FigurePane : public QWidget
{
    Q_OBJECT
public:
    /// Takes the plot as a child. Its theme follows the window's; its clicks go to the selection, and what is
    /// selected is marked in it.
    FigurePane(Plot *plot, Selection &selection, QWidget *parent = nullptr);
    Plot *plot() const { return m_plot; }
    /// A control of the figure, e.g. a picker, at the left of the tool bar; label may be empty.
    void addControl(const QString &label, QWidget *control);

    QMenu *pinMenu() const { return m_pinMenu; } ///< of states that are exported, too; filled by others

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &icon, const QString &text, const QString &tip);
    void orderTabs() const;
    int barWidth(bool withText) const; ///< that the controls and buttons ask for

    Plot *m_plot;
    QMenu *m_pinMenu;
    FlowLayout *m_controls;
    QHBoxLayout *m_bar;
    QList<QToolButton *> m_buttons;
    QList<QWidget *> m_tabStops; ///< the controls
};

} // namespace pathgan
