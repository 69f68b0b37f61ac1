// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pathgan {

/// What an empty project shows: open the example, open or drop files, what the program does, shortcuts, where
/// data come from.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

signals:
    void exampleRequested();
    void openRequested();
    void dataHelpRequested();

private:
    QWidget *makeIntroduction();
    QWidget *makeActions();
    QWidget *makeShortcuts();
    QWidget *makeDataNote();
};

} // namespace pathgan
