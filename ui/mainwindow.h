// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/session.h"
#include "ui/selection.h"

#include <QMainWindow>

#include <vector>

class QDockWidget;
class QStackedWidget;

namespace pathgan {

class ErrorBar;
class JobBar;
class Panel;
class PinnedFigures;
class ProjectActions;
class Rail;
class SideTab;
class WelcomePage;

/// The window: rail, one panel at a time, inspector, messages above, jobs below. What the menus do is in the
/// slots; the menus themselves are built in mainmenu.cpp.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    Session &session() { return m_session; }
    Selection &selection() { return m_selection; }
    ProjectActions &project() { return *m_project; }
    const std::vector<Panel *> &panels() const { return m_panels; }
    Panel *currentPanel() const; ///< null: the welcome page
    QDockWidget *inspectorDock() const { return m_inspector; }

public slots:
    void openFiles(const QStringList &paths);
    void askForFilesToOpen();
    void openExample();
    void newProject();
    void loadNetwork();
    void saveNetwork();
    void exportAll();
    void exportAllTo(const QString &folder);
    void exportFigure();
    void composeFigure(); ///< of several
    void copyCurrent();
    void runStep(int step);
    void runCurrentStep();
    void runAll(); ///< every step that waits, with what its form shows, one after the other
    void cancelJobs();
    void showHistory(); ///< runs of the step on screen
    void showStep(int step);
    void showPart(pathgan::Part part);
    void setTheme(int choice); ///< ThemeChoice, remembered
    void resetLayout();

signals:
    void messageWanted(const QString &text); ///< in the bar above the panels

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildCentre();
    void buildInspector();
    void showInspectorTab();
    void connectSession();
    void restoreLayout();
    void leaveWelcome();
    void askBeforeClosing();
    void showRecent();
    void lookForRecoverables();
    void runNext();

    Session m_session;
    Selection m_selection;
    std::vector<Panel *> m_panels;
    Rail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    ProjectActions *m_project = nullptr;
    WelcomePage *m_welcome = nullptr;
    PinnedFigures *m_pinned = nullptr;
    ErrorBar *m_errors = nullptr;
    JobBar *m_jobs = nullptr;
    QDockWidget *m_inspector = nullptr;
    SideTab *m_inspectorTab = nullptr;
    QByteArray m_firstState;
    bool m_closeAnyway = false, m_isNarrow = false;
    int m_nextStep = -1;    ///< of runAll(); −1: not running
    int m_startedStep = -1; ///< whose end runAll() awaits
};

/// Fills the menu bar (mainmenu.cpp).
void buildMenus(MainWindow &window);

} // namespace pathgan
