// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/projectkeeper.h"
#include "core/engine/recovery.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QMenu;

namespace pathgan {

class ErrorBar;
class MainWindow;

/// What the window does with the project's file: the questions before it, its name in the title, the list of
/// those that were open lately.
class ProjectActions : public QObject
{
    Q_OBJECT
public:
    ProjectActions(MainWindow &window, Session &session, ErrorBar &errors);

    ProjectKeeper &keeper() { return m_keeper; }
    /// Written for people: name of the file, or that there is none.
    QString name() const;

    void open(const QString &path); ///< after a question where something would be lost
    void askForOne();
    void save();
    void saveAs();
    void revert();
    void report(); ///< asks where to
    void recover(const Recoverable &left);
    static void discard(const Recoverable &left);
    void setPacksInputs(bool packs);
    void fillRecent(QMenu &menu);
    static QStringList recent(); ///< paths that are still there, newest first

    /// Does it at once where nothing would be lost; else offers to save before, to go on all the same, or to
    /// stay.
    struct Question
    {
        QString objectName, title, goOnText;
        bool exampleReturns = false; ///< what opening the example brings back is no loss
        std::function<void()> goOn;
    };
    void askBefore(Question question);

signals:
    void recentChanged();

private:
    void writeReport(const QString &path);
    void saveThen(std::function<void()> then);
    void remember(const QString &path);
    void showTitle();
    void askForMatrix(const QString &path);
    void tellDamage(const Damage &damage);

    MainWindow &m_window;
    Session &m_session;
    ErrorBar &m_errors;
    ProjectKeeper m_keeper;
    std::filesystem::path m_salvaged; ///< what could be read of it was asked for last
};

} // namespace pathgan
