// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus of the window do.

#include "core/base/marked.h"
#include "ui/dialogs/exportalldialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/sheetdialog.h"
#include "ui/errorbar.h"
#include "ui/exportall.h"
#include "ui/filedialogs.h"
#include "ui/jobbar.h"
#include "ui/lossquestion.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/steppanel.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/plot.h"
#include "ui/projectactions.h"
#include "ui/workflow.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>

#include <algorithm>

namespace pathgan {

namespace {

/// The panes of one kind that can be seen now, the one with the focus first.
template <class Pane>
Pane *visiblePane(QWidget *panel)
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (auto *pane = qobject_cast<Pane *>(widget))
            return pane;
    }
    for (Pane *pane : panel ? panel->findChildren<Pane *>() : QList<Pane *>()) {
        if (pane->isVisible())
            return pane;
    }
    return nullptr;
}

} // namespace

void MainWindow::openFiles(const QStringList &paths)
{
    QStringList projects, others;
    for (const QString &path : paths)
        (ProjectFile::isProject(toPath(path)) ? projects : others).append(path);
    if (!projects.isEmpty())
        m_project->open(projects.first());
    if (projects.size() > 1 || (!projects.isEmpty() && !others.isEmpty()))
        m_errors->showMessage(
            tr("One project at a time: %1 was opened, nothing else.").arg(projects.first()));
    else if (!others.isEmpty())
        openFilesAsking(this, m_session, others);
}

void MainWindow::askForFilesToOpen()
{
    askForFiles(this, tr("Open files"), tr("All files (*)"),
                [this](const QStringList &paths) { openFiles(paths); });
}

void MainWindow::openExample()
{
    m_project->askBefore(
        {QStringLiteral("exampleQuestion"), tr("Open example"), tr("Open the example"), true, [this] {
             m_errors->dismissAll();
             m_project->keeper().forget();
             m_session.openExample();
             leaveWelcome();
         }});
}

void MainWindow::newProject()
{
    m_project->askBefore({QStringLiteral("newQuestion"), tr("New project"), tr("Start anew"), false, [this] {
                              m_session.clear();
                              m_project->keeper().forget();
                              m_errors->dismissAll();
                              showStep(-1);
                          }});
}

void MainWindow::askBeforeClosing()
{
    m_project->askBefore(
        {QStringLiteral("closeQuestion"), tr("Close PathGAN"), tr("Close without saving"), true, [this] {
             m_closeAnyway = true;
             close(); // which does nothing where it is asked by closing
         }});
}

void MainWindow::loadNetwork()
{
    askForFile(
        this, tr("Load network"), tr("Trained networks (*.pt);;All files (*)"), [this](const QString &path) {
            changeInputAsking(this, m_session, Part::Training, [this, path] { m_session.loadNetwork(path); });
        });
}

void MainWindow::saveNetwork()
{
    askForSaveFile(this, tr("Save network"), QStringLiteral("network.pt"), tr("Trained networks (*.pt)"),
                   [this](const QString &path) { m_session.saveNetwork(path); });
}

void MainWindow::exportAll()
{
    askForExportFormats(this, [this] {
        askForFolder(this, tr("Folder for tables, figures and manifest"), [this](const QString &folder) {
            ExportAll::askBefore(this, folder, [this, folder] { exportAllTo(folder); });
        });
    });
}

void MainWindow::exportAllTo(const QString &folder)
{
    auto *task = new ExportAll(m_session, folder, this);
    std::vector<Plot *> shown;
    for (const Panel *panel : m_panels)
        for (Plot *plot : panel->plots())
            shown.push_back(plot);
    task->setShown(shown);
    task->setPinned(*m_pinned);
    connect(task, &ExportAll::failed, this, [this](const Error &error) { m_errors->showError(error); });
    connect(task, &ExportAll::finished, this, [this](const QString &where, int figures) {
        m_errors->showMessage(
            tr("Tables, %n figure(s) and manifest.json were written to %1.", nullptr, figures)
                .arg(QDir::toNativeSeparators(where)));
    });
    task->start();
}

void MainWindow::exportFigure()
{
    if (auto *pane = visiblePane<FigurePane>(currentPanel()); pane && !pane->plot()->isEmpty()) {
        const ExportDialog *dialog = exportPlot(*pane->plot(), this);
        connect(dialog, &ExportDialog::failed, this,
                [this](const Error &error) { m_errors->showError(error); });
    } else {
        m_errors->showMessage(tr("There is no figure on screen: choose a tab with one."));
    }
}

void MainWindow::composeFigure()
{
    std::vector<Plot *> figures;
    for (const Panel *panel : m_panels)
        for (Plot *figure : panel->plots())
            if (!figure->isEmpty())
                figures.push_back(figure);
    if (figures.empty()) {
        m_errors->showMessage(tr("There are no figures yet: run a step first."));
        return;
    }
    auto *dialog = new SheetDialog(figures, m_session.view(), this);
    connect(dialog, &SheetDialog::failed, this, [this](const Error &error) { m_errors->showError(error); });
    dialog->show();
}

void MainWindow::copyCurrent()
{
    QWidget *focus = QApplication::focusWidget();
    const bool inTable = focus && qobject_cast<TablePane *>(focus->parentWidget());
    auto *figure = visiblePane<FigurePane>(currentPanel());
    auto *table = visiblePane<TablePane>(currentPanel());
    if (figure && !inTable)
        figure->plot()->copyToClipboard();
    else if (table)
        table->copy();
}

void MainWindow::runStep(int step)
{
    showStep(step);
    runCurrentStep();
}

void MainWindow::runCurrentStep()
{
    auto *button =
        currentPanel() ? currentPanel()->findChild<QPushButton *>(QStringLiteral("runButton")) : nullptr;
    if (button && button->isEnabled())
        button->click();
}

void MainWindow::runAll()
{
    m_nextStep = 0;
    m_startedStep = -1;
    runNext();
}

void MainWindow::runNext()
{
    const bool busy = std::any_of(m_panels.begin(), m_panels.end(), [this](const Panel *panel) {
        const StepState state = stepState(m_session, panel->part());
        return state == StepState::Running || state == StepState::Loading;
    });
    if (m_nextStep < 0 || busy)
        return;
    if (m_startedStep >= 0) {
        const Part part = m_panels[static_cast<std::size_t>(m_startedStep)]->part();
        if (!isCurrent(stepState(m_session, part))) { // failed or cancelled
            m_nextStep = -1;
            return;
        }
    }
    while (m_nextStep < static_cast<int>(m_panels.size())) {
        m_startedStep = m_nextStep++;
        auto *panel = qobject_cast<StepPanel *>(m_panels[static_cast<std::size_t>(m_startedStep)]);
        if (!panel || !panel->isWaiting())
            continue;
        panel->findChild<QPushButton *>(QStringLiteral("runButton"))->click();
        return;
    }
    m_nextStep = -1;
}

void MainWindow::showHistory()
{
    if (const Panel *panel = currentPanel())
        showRunHistory(m_project->keeper(), m_session, m_selection, *panel, this);
}

void MainWindow::cancelJobs()
{
    m_nextStep = -1;
    m_jobs->cancelAll();
}

} // namespace pathgan
