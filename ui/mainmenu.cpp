// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/helpdialogs.h"
#include "ui/dialogs/notesdialog.h"
#include "ui/dialogs/palette.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/plot.h"
#include "ui/projectactions.h"
#include "ui/theme.h"
#include "ui/undo.h"
#include "ui/windowkeys.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Menu", text);
}

template <class Receiver, class Slot>
QAction *add(QMenu *menu, const char *name, const QString &text, const QKeySequence &keys,
             const QString &icon, Receiver &receiver, Slot slot)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    QObject::connect(action, &QAction::triggered, &receiver, slot);
    return action;
}

QMenu *addMenu(MainWindow &window, const char *name, const QString &title)
{
    QMenu *menu = window.menuBar()->addMenu(title);
    menu->setObjectName(QString::fromLatin1(name));
    menu->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    return menu;
}

void buildFileMenu(MainWindow &window)
{
    QMenu *menu = addMenu(window, "fileMenu", say(QT_TRANSLATE_NOOP("Menu", "&File")));
    add(menu, "newAction", say(QT_TRANSLATE_NOOP("Menu", "&New")), QKeySequence::New, {}, window,
        &MainWindow::newProject);
    add(menu, "openAction", say(QT_TRANSLATE_NOOP("Menu", "&Open…")), QKeySequence::Open,
        QStringLiteral("open"), window, &MainWindow::askForFilesToOpen);
    add(menu, "exampleAction", say(QT_TRANSLATE_NOOP("Menu", "Open &example")), {}, QStringLiteral("example"),
        window, &MainWindow::openExample);
    ProjectActions &file = window.project();
    QMenu *recent = menu->addMenu(say(QT_TRANSLATE_NOOP("Menu", "Open &recent")));
    recent->setObjectName(QStringLiteral("recentMenu"));
    QObject::connect(recent, &QMenu::aboutToShow, &file, [&file, recent] { file.fillRecent(*recent); });
    menu->addSeparator();
    add(menu, "saveAction", say(QT_TRANSLATE_NOOP("Menu", "&Save")), QKeySequence::Save,
        QStringLiteral("save"), file, &ProjectActions::save);
    add(menu, "saveAsAction", say(QT_TRANSLATE_NOOP("Menu", "Sa&ve as…")), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
        {}, file, &ProjectActions::saveAs);
    QAction *pack = add(menu, "packAction", say(QT_TRANSLATE_NOOP("Menu", "&Pack inputs for sharing")), {},
                        {}, file, &ProjectActions::setPacksInputs);
    pack->setCheckable(true);
    add(menu, "notesAction", say(QT_TRANSLATE_NOOP("Menu", "Notes…")), {}, {}, window,
        [&window] { showProjectNotes(window.project().keeper(), &window); });
    QAction *revert = add(menu, "revertAction", say(QT_TRANSLATE_NOOP("Menu", "Rever&t")), {}, {}, file,
                          &ProjectActions::revert);
    menu->addSeparator();
    QAction *load = add(menu, "loadNetworkAction", say(QT_TRANSLATE_NOOP("Menu", "&Load network…")), {}, {},
                        window, &MainWindow::loadNetwork);
    QAction *save = add(menu, "saveNetworkAction", say(QT_TRANSLATE_NOOP("Menu", "Save networ&k…")), {}, {},
                        window, &MainWindow::saveNetwork);
    menu->addSeparator();
    add(menu, "exportFigureAction", say(QT_TRANSLATE_NOOP("Menu", "Export &figure…")), Qt::CTRL | Qt::Key_E,
        QStringLiteral("export"), window, &MainWindow::exportFigure);
    add(menu, "composeFigureAction", say(QT_TRANSLATE_NOOP("Menu", "Co&mpose a figure…")), {}, {}, window,
        &MainWindow::composeFigure);
    QAction *all = add(menu, "exportAllAction", say(QT_TRANSLATE_NOOP("Menu", "Export &all…")),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_E, {}, window, &MainWindow::exportAll);
    QAction *report = add(menu, "reportAction", say(QT_TRANSLATE_NOOP("Menu", "&Write report…")), {}, {},
                          file, &ProjectActions::report);
    menu->addSeparator();
    add(menu, "quitAction", say(QT_TRANSLATE_NOOP("Menu", "&Quit")), QKeySequence::Quit, {}, window,
        &MainWindow::close)
        ->setMenuRole(QAction::QuitRole);
    QObject::connect(menu, &QMenu::aboutToShow, &window, [&window, save, all, load, pack, revert, report] {
        const ProjectKeeper &keeper = window.project().keeper();
        pack->setChecked(keeper.packsInputs());
        report->setEnabled(window.session().project().has(Part::Expression));
        revert->setEnabled(!keeper.path().empty() && keeper.isModified());
        const Project &project = window.session().project();
        save->setEnabled(project.has(Part::Training));
        load->setEnabled(true);
        all->setEnabled(project.has(Part::Flux) || project.has(Part::Training) ||
                        project.has(Part::Analyses) || project.has(Part::ModelCheck));
    });
}

void buildEditMenu(MainWindow &window)
{
    QMenu *menu = addMenu(window, "editMenu", say(QT_TRANSLATE_NOOP("Menu", "&Edit")));
    Edits &edits = window.session().edits();
    QAction *undo =
        add(menu, "undoAction", {}, QKeySequence::Undo, QStringLiteral("undo"), edits, &Edits::undo);
    QAction *redo = add(menu, "redoAction", {}, {}, QStringLiteral("redo"), edits, &Edits::redo);
    redo->setShortcuts(redoKeys());
    connectUndo(*undo, *redo, window);
    menu->addSeparator();
    add(menu, "copyAction", say(QT_TRANSLATE_NOOP("Menu", "&Copy figure or table")),
        Qt::CTRL | Qt::SHIFT | Qt::Key_C, QStringLiteral("copy"), window, &MainWindow::copyCurrent);
    menu->addSeparator();
    add(menu, "findAction", say(QT_TRANSLATE_NOOP("Menu", "&Find in table or list")), QKeySequence::Find,
        QStringLiteral("search"), window, [&window] { findAtHand(window); });
    add(menu, "paletteAction", say(QT_TRANSLATE_NOOP("Menu", "Command &palette…")), Qt::CTRL | Qt::Key_K, {},
        window, [&window] { CommandPalette::open(window); });
}

/// Each by its own name; in use from the next start on.
void addLanguages(MainWindow &window, QMenu &view)
{
    QMenu *menu = view.addMenu(say(QT_TRANSLATE_NOOP("Menu", "&Language")));
    menu->setObjectName(QStringLiteral("languageMenu"));
    menu->setAccessibleName(say(QT_TRANSLATE_NOOP("Menu", "Language")));
    auto *group = new QActionGroup(menu);
    QStringList names{say(QT_TRANSLATE_NOOP("Menu", "&System"))}, codes{QString()};
    for (const QString &code : languages()) {
        codes << code;
        names << QLocale(code).nativeLanguageName();
    }
    for (qsizetype i = 0; i < codes.size(); ++i) {
        QAction *action = menu->addAction(names[i]);
        action->setObjectName(QStringLiteral("languageAction") + codes[i]);
        action->setCheckable(true);
        action->setChecked(codes[i] == chosenLanguage());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [&window, code = codes[i]] {
            chooseLanguage(code);
            emit window.messageWanted(
                say(QT_TRANSLATE_NOOP("Menu", "The language changes when PathGAN is started again.")));
        });
    }
}

/// In every figure on screen at once, and in exports.
void addDecimalComma(MainWindow &window, QMenu &view)
{
    const QString key = QStringLiteral("figures/decimalComma");
    setDecimalComma(QSettings().value(key, false).toBool());
    QAction *action = view.addAction(say(QT_TRANSLATE_NOOP("Menu", "&Decimal comma in figures")));
    action->setObjectName(QStringLiteral("decimalCommaAction"));
    action->setCheckable(true);
    action->setChecked(hasDecimalComma());
    QObject::connect(action, &QAction::toggled, &window, [&window, key](bool on) {
        QSettings().setValue(key, on);
        setDecimalComma(on);
        for (Plot *plot : window.findChildren<Plot *>())
            plot->setTheme(plotTheme()); // draws it anew
    });
}

void buildViewMenu(MainWindow &window)
{
    QMenu *menu = addMenu(window, "viewMenu", say(QT_TRANSLATE_NOOP("Menu", "&View")));
    QMenu *themes = menu->addMenu(say(QT_TRANSLATE_NOOP("Menu", "&Theme")));
    themes->setObjectName(QStringLiteral("themeMenu"));
    themes->setAccessibleName(say(QT_TRANSLATE_NOOP("Menu", "Theme")));
    auto *group = new QActionGroup(themes);
    const QString names[] = {
        say(QT_TRANSLATE_NOOP("Menu", "&System")), say(QT_TRANSLATE_NOOP("Menu", "&Light")),
        say(QT_TRANSLATE_NOOP("Menu", "&Dark")), say(QT_TRANSLATE_NOOP("Menu", "High &contrast"))};
    const int chosen = QSettings().value(QStringLiteral("window/theme"), 0).toInt();
    for (int i = 0; i < static_cast<int>(std::size(names)); ++i) {
        QAction *action = themes->addAction(names[i]);
        action->setObjectName(QStringLiteral("themeAction%1").arg(i));
        action->setCheckable(true);
        action->setChecked(i == chosen);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [&window, i] { window.setTheme(i); });
    }
    addLanguages(window, *menu);
    addDecimalComma(window, *menu);
    QAction *inspector = window.inspectorDock()->toggleViewAction();
    inspector->setObjectName(QStringLiteral("inspectorAction"));
    inspector->setText(say(QT_TRANSLATE_NOOP("Menu", "&Inspector")));
    inspector->setShortcut(Qt::CTRL | Qt::Key_I);
    menu->addAction(inspector);
    menu->addSeparator();
    add(menu, "resetLayoutAction", say(QT_TRANSLATE_NOOP("Menu", "&Reset layout")), {}, {}, window,
        &MainWindow::resetLayout);
}

void buildRunMenu(MainWindow &window)
{
    QMenu *menu = addMenu(window, "runMenu", say(QT_TRANSLATE_NOOP("Menu", "&Run")));
    add(menu, "runStepAction", say(QT_TRANSLATE_NOOP("Menu", "Run this &step")), Qt::CTRL | Qt::Key_R,
        QStringLiteral("play"), window, &MainWindow::runCurrentStep);
    add(menu, "runAllAction", say(QT_TRANSLATE_NOOP("Menu", "Run &all")), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
        QStringLiteral("play-all"), window, &MainWindow::runAll);
    add(menu, "historyAction", say(QT_TRANSLATE_NOOP("Menu", "R&uns of this step…")), Qt::CTRL | Qt::Key_H,
        {}, window, &MainWindow::showHistory);
    menu->addSeparator();
    QList<std::pair<QAction *, QPushButton *>> steps;
    for (int i = 0; i < static_cast<int>(window.panels().size()); ++i) {
        const Panel *panel = window.panels()[static_cast<std::size_t>(i)];
        auto *button = panel->findChild<QPushButton *>(QStringLiteral("runButton"));
        auto *jump = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), &window);
        QObject::connect(jump, &QShortcut::activated, &window, [&window, i] { window.showStep(i); });
        if (!button)
            continue;
        QAction *action = menu->addAction(button->text());
        action->setObjectName(QStringLiteral("runAction%1").arg(i + 1));
        action->setIcon(themedIcon(panel->iconName()));
        QObject::connect(action, &QAction::triggered, &window, [&window, i] { window.runStep(i); });
        steps.append({action, button});
    }
    menu->addSeparator();
    QAction *cancel = add(menu, "cancelAction", say(QT_TRANSLATE_NOOP("Menu", "&Cancel all jobs")),
                          Qt::CTRL | Qt::Key_Period, QStringLiteral("stop"), window, &MainWindow::cancelJobs);
    QObject::connect(menu, &QMenu::aboutToShow, &window, [&window, steps, cancel] {
        for (const auto &[action, button] : steps)
            action->setEnabled(button->isEnabled());
        cancel->setEnabled(!window.session().engine().jobs().isEmpty());
    });
}

void buildHelpMenu(MainWindow &window)
{
    QMenu *menu = addMenu(window, "helpMenu", say(QT_TRANSLATE_NOOP("Menu", "&Help")));
    add(menu, "shortcutsAction", say(QT_TRANSLATE_NOOP("Menu", "&Keyboard shortcuts")),
        QKeySequence::HelpContents, QStringLiteral("help"), window, [&window] { showShortcuts(&window); });
    add(menu, "dataAction", say(QT_TRANSLATE_NOOP("Menu", "Where to get the &data")), {}, {}, window,
        [&window] { showDataSources(&window); });
    menu->addSeparator();
    add(menu, "aboutAction", say(QT_TRANSLATE_NOOP("Menu", "&About PathGAN")), {}, {}, window, [&window] {
        showAbout(&window);
    })->setMenuRole(QAction::AboutRole);
}

} // namespace

void buildMenus(MainWindow &window)
{
    window.menuBar()->setObjectName(QStringLiteral("menuBar"));
    window.menuBar()->setAccessibleName(say(QT_TRANSLATE_NOOP("Menu", "Menu bar")));
    buildFileMenu(window);
    buildEditMenu(window);
    buildViewMenu(window);
    buildRunMenu(window);
    buildHelpMenu(window);
}

} // namespace pathgan
