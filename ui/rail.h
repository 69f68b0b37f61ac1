// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workflow.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

namespace pathgan {

class Panel;

/// One step in the rail: icon, number, name, and its state as an icon and a word.
class RailButton : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(int number, const QString &title, const QString &icon, QWidget *parent = nullptr);

    void setState(StepState state, const QString &detail); ///< detail: for the tool tip
    StepState state() const { return m_state; }
    const QString &detail() const { return m_detail; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int m_number;
    QString m_icon, m_detail;
    StepState m_state = StepState::Empty;
};

/// The workflow at the left of the window. Arrow keys move between steps, Ctrl+1 … Ctrl+8 jump to one.
class Rail : public QWidget
{
    Q_OBJECT
public:
    Rail(const std::vector<Panel *> &panels, Session &session, QWidget *parent = nullptr);

    void setCurrent(int step); ///< −1: none (the welcome page)
    const QList<RailButton *> &buttons() const { return m_buttons; }

signals:
    void stepChosen(int step);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    Session &m_session;
    std::vector<Panel *> m_panels;
    QList<RailButton *> m_buttons;
};

} // namespace pathgan
