// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/base/marked.h"
#include "ui/dialogs/helpdialogs.h"
#include "ui/errorbar.h"
#include "ui/inspector.h"
#include "ui/jobbar.h"
#include "ui/keptcontrols.h"
#include "ui/keptlooks.h"
#include "ui/language.h"
#include "ui/panel.h"
#include "ui/pinnedfigures.h"
#include "ui/projectactions.h"
#include "ui/rail.h"
#include "ui/sidetab.h"
#include "ui/theme.h"
#include "ui/welcomepage.h"
#include "ui/windowkeys.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString stateKey = QStringLiteral("window/state");
const QString themeKey = QStringLiteral("window/theme");

constexpr int narrowest = 1280; // up to this width the inspector is a tab at the side

/// As large as the screen leaves room for, with the frame that a window manager adds.
QSize firstSize(const QWidget &window)
{
    constexpr QSize wanted(1360, 860), frame(8, 40);
    const QScreen *screen = window.screen();
    return screen ? wanted.boundedTo(screen->availableSize() - frame) : wanted;
}

} // namespace

MainWindow::MainWindow(QWidget *parent) : QMainWindow(parent)
{
    installChosenLanguage(); // before the first text
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/pathgan.svg")));
    setAcceptDrops(true);
    setMinimumSize(900, 540);
    buildCentre();
    m_project = new ProjectActions(*this, m_session, *m_errors);
    m_jobs->alsoShow(m_project->keeper().engine());
    buildInspector();
    connectSession();
    buildMenus(*this);
    auto *kept = new KeptControls(*this, m_session.view());
    m_pinned = new PinnedFigures(*this, m_selection, m_session.view(), *kept);
    keepLooks(*this, m_session.view());
    new DropGlow(*this);
    qApp->installEventFilter(new EnterPresses(this));
    restoreLayout();
    showStep(-1);
    showRecent();
    lookForRecoverables();
}

MainWindow::~MainWindow()
{
    // Results of jobs that end now must not reach half-destroyed panels.
    m_session.disconnect();
    m_session.engine().disconnect();
    delete m_project; // it refers to the session
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    centre->setObjectName(QStringLiteral("centre"));
    m_stack = new QStackedWidget(centre);
    m_stack->setObjectName(QStringLiteral("panelStack"));
    m_welcome = new WelcomePage(m_stack);
    m_stack->addWidget(m_welcome);
    m_panels = createPanels(m_session, m_selection, m_stack);
    for (Panel *panel : m_panels) {
        m_stack->addWidget(panel);
        connect(panel, &Panel::panelRequested, this, &MainWindow::showPart);
    }
    m_rail = new Rail(m_panels, m_session, centre);
    m_errors = new ErrorBar(centre);
    m_jobs = new JobBar(m_session.engine(), centre);

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_errors);
    column->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    m_inspectorTab = new SideTab(tr("Inspector"), centre);
    row->addWidget(m_inspectorTab);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row, 1);
    layout->addWidget(m_jobs);
    setCentralWidget(centre);
    connect(m_rail, &Rail::stepChosen, this, &MainWindow::showStep);
    connect(m_welcome, &WelcomePage::exampleRequested, this, &MainWindow::openExample);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::askForFilesToOpen);
    connect(m_welcome, &WelcomePage::dataHelpRequested, this, [this] { showDataSources(this); });
    connect(m_welcome, &WelcomePage::projectRequested, this,
            [this](const QString &path) { m_project->open(path); });
    connect(m_welcome, &WelcomePage::recoverRequested, this,
            [this](const Recoverable &left) { m_project->recover(left); });
    connect(m_welcome, &WelcomePage::discardRequested, this, [this](const Recoverable &left) {
        ProjectActions::discard(left);
        lookForRecoverables();
    });
}

void MainWindow::buildInspector()
{
    m_inspector = new QDockWidget(tr("Inspector"), this);
    m_inspector->setObjectName(QStringLiteral("inspectorDock"));
    m_inspector->setAccessibleName(tr("Inspector"));
    auto *inspector = new Inspector(m_session, m_selection, m_inspector);
    inspector->showNotesOf(m_project->keeper());
    m_inspector->setWidget(inspector);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    connect(m_inspectorTab, &SideTab::clicked, m_inspector, &QWidget::show);
    connect(m_inspector, &QDockWidget::visibilityChanged, this, &MainWindow::showInspectorTab);
    resizeDocks({m_inspector}, {280}, Qt::Horizontal);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::failed, m_errors, &ErrorBar::showError);
    connect(&m_session, &Session::partChanged, this, &MainWindow::leaveWelcome);
    connect(&m_session, &Session::runningChanged, this, &MainWindow::leaveWelcome);
    connect(&m_session, &Session::runningChanged, this, &MainWindow::runNext, Qt::QueuedConnection);
    connect(&m_session, &Session::partChanged, this, [this](Part part) {
        if (part <= Part::Model) // an input
            m_selection.keepKnown(m_session.project());
    });
    m_selection.keepIn(m_session.view());
    connect(&m_project->keeper(), &ProjectKeeper::opened, this,
            [this] { m_selection.load(m_session.view()); });
    connect(this, &MainWindow::messageWanted, m_errors, &ErrorBar::showMessage);
    for (Panel *panel : m_panels)
        connect(panel, &Panel::statusMessage, m_errors, &ErrorBar::showMessage);
}

Panel *MainWindow::currentPanel() const
{
    return qobject_cast<Panel *>(m_stack->currentWidget());
}

void MainWindow::showStep(int step)
{
    const bool known = step >= 0 && step < static_cast<int>(m_panels.size());
    m_stack->setCurrentWidget(known ? static_cast<QWidget *>(m_panels[static_cast<std::size_t>(step)])
                                    : m_welcome);
    m_rail->setCurrent(known ? step : -1);
    static_cast<Inspector *>(m_inspector->widget())
        ->setPart(known ? std::optional(m_panels[static_cast<std::size_t>(step)]->part()) : std::nullopt);
    // On a small window its place is a tab at the side, from which it is opened.
    if (!(known && m_isNarrow && m_inspector->isVisible()))
        m_inspector->setVisible(known && !m_isNarrow &&
                                m_inspector->toggleViewAction()->property("wanted").toBool());
    showInspectorTab();
}

void MainWindow::showInspectorTab()
{
    m_inspectorTab->setVisible(currentPanel() && m_inspector->isHidden() &&
                               m_inspector->toggleViewAction()->property("wanted").toBool());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool isNarrow = width() <= narrowest;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    m_inspector->hide();
    for (int step = 0; step < static_cast<int>(m_panels.size()); ++step)
        if (m_panels[static_cast<std::size_t>(step)] == currentPanel())
            showStep(step);
}

void MainWindow::showPart(Part part)
{
    const auto it =
        std::find_if(m_panels.begin(), m_panels.end(), [&](Panel *panel) { return panel->part() == part; });
    // Files other than the model belong to the Data panel, the first.
    showStep(it == m_panels.end() ? 0 : static_cast<int>(it - m_panels.begin()));
}

void MainWindow::showRecent()
{
    m_welcome->setRecent(ProjectActions::recent());
    connect(
        m_project, &ProjectActions::recentChanged, m_welcome,
        [this] { m_welcome->setRecent(ProjectActions::recent()); }, Qt::QueuedConnection);
}

/// What a program that crashed left behind; each file takes milliseconds, in a worker.
void MainWindow::lookForRecoverables()
{
    m_project->keeper().engine().start<std::vector<Recoverable>>(
        QString(marked("Core", "Looking for unsaved projects")),
        [folder = recoveryFolder()](const TaskContext &) -> Result<std::vector<Recoverable>> {
            return recoverables(folder);
        },
        [this](Result<std::vector<Recoverable>> found) {
            if (found)
                m_welcome->setRecoverables(*found);
        });
}

void MainWindow::leaveWelcome()
{
    if (m_stack->currentWidget() == m_welcome)
        showStep(0);
}

void MainWindow::setTheme(int choice)
{
    QSettings().setValue(themeKey, choice);
    applyTheme(static_cast<ThemeChoice>(choice));
}

void MainWindow::restoreLayout()
{
    QSettings settings;
    resize(firstSize(*this));
    m_firstState = saveState();
    m_inspector->toggleViewAction()->setProperty("wanted",
                                                 settings.value(QStringLiteral("window/inspector"), true));
    connect(m_inspector->toggleViewAction(), &QAction::triggered, this, [this](bool on) {
        m_inspector->toggleViewAction()->setProperty("wanted", on);
        QSettings().setValue(QStringLiteral("window/inspector"), on);
    });
    restoreGeometry(settings.value(geometryKey).toByteArray());
    restoreState(settings.value(stateKey).toByteArray());
}

void MainWindow::resetLayout()
{
    m_inspector->toggleViewAction()->setProperty("wanted", true);
    restoreState(m_firstState);
    resize(firstSize(*this));
    resizeDocks({m_inspector}, {280}, Qt::Horizontal);
    m_inspector->setVisible(currentPanel() != nullptr);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closeAnyway)
        askBeforeClosing();
    if (!m_closeAnyway)
        return event->ignore();
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(stateKey, saveState());
    m_session.engine().stopAll();
    m_project->keeper().forget(); // nothing is left to recover
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    event->acceptProposedAction();
    openFiles(paths);
}

} // namespace pathgan
