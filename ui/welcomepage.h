// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recovery.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QFrame;

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
    void projectRequested(const QString &path);
    void recoverRequested(const pathgan::Recoverable &left);
    void discardRequested(const pathgan::Recoverable &left);

public:
    void setRecent(const QStringList &paths);
    void setRecoverables(const std::vector<Recoverable> &left);

private:
    QWidget *makeProjects();
    void fillProjects();
    QWidget *makeIntroduction();
    QWidget *makeActions();
    QWidget *makeShortcuts();
    QWidget *makeDataNote();

    QFrame *m_projects = nullptr; ///< hidden where there is none
    QStringList m_recent;
    std::vector<Recoverable> m_recoverables;
};

} // namespace pathgan
