// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/modelgenes.h"
#include "ui/bringup.h"
#include "ui/dialogs/palette.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QToolButton>

#include <set>

namespace pathgan {

namespace {

using Commands = std::vector<std::function<void()>>;
using Entries = std::vector<PaletteEntry>;

QString say(const char *text)
{
    return QCoreApplication::translate("Palette", text);
}

QString plain(const QString &text)
{
    return QString(text).remove(QLatin1Char('&'));
}

void add(Entries &entries, Commands &commands, PaletteEntry entry, std::function<void()> go)
{
    entry.command = static_cast<int>(commands.size());
    commands.push_back(std::move(go));
    entries.push_back(std::move(entry));
}

void addMenu(Entries &entries, Commands &commands, QMenu &menu, const QString &path)
{
    emit menu.aboutToShow(); // which enables what can be done now
    for (QAction *action : menu.actions()) {
        const QString text = plain(action->text());
        if (action->menu())
            addMenu(entries, commands, *action->menu(), path + QStringLiteral(" › ") + text);
        else if (!action->isSeparator() && !text.isEmpty())
            add(entries, commands,
                {PaletteKind::Action, text, path, action->shortcut().toString(QKeySequence::NativeText), -1,
                 action->isEnabled()},
                [handle = QPointer<QAction>(action)] {
                    if (handle)
                        handle->trigger();
                });
    }
}

bool isSetting(const QWidget &widget)
{
    const bool isPart = qobject_cast<QComboBox *>(widget.parentWidget()) ||
                        qobject_cast<QAbstractSpinBox *>(widget.parentWidget());
    return !isPart &&
           (qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QCheckBox *>(&widget) ||
            qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QLineEdit *>(&widget) ||
            qobject_cast<const QSlider *>(&widget) || qobject_cast<const QListWidget *>(&widget));
}

bool isButton(const QWidget &widget)
{
    return qobject_cast<const QPushButton *>(&widget) ||
           (qobject_cast<const QToolButton *>(&widget) &&
            widget.property("role") != QLatin1String("section"));
}

/// The step and the tabs that a widget stands in: "Train › Curves".
QString placeOf(const QWidget &widget, const Panel &panel)
{
    QStringList tabs;
    const QWidget *child = &widget;
    for (QWidget *parent = widget.parentWidget(); parent && child != &panel;
         parent = parent->parentWidget()) {
        if (const auto *pages = qobject_cast<QTabWidget *>(parent))
            for (int i = 0; i < pages->count(); ++i)
                if (pages->widget(i) == child || pages->widget(i)->isAncestorOf(child))
                    tabs.prepend(pages->tabText(i));
        child = parent;
    }
    tabs.prepend(panel.title());
    return tabs.join(QStringLiteral(" › "));
}

void addControls(Entries &entries, Commands &commands, MainWindow &window, const Panel &panel)
{
    for (QWidget *widget : panel.findChildren<QWidget *>()) {
        const bool button = isButton(*widget);
        if (!(button || isSetting(*widget)) || widget->accessibleName().isEmpty() ||
            !canBringUp(*widget, panel))
            continue;
        add(entries, commands,
            {button ? PaletteKind::Action : PaletteKind::Setting,
             plain(widget->accessibleName()),
             placeOf(*widget, panel),
             {},
             -1,
             widget->isEnabled()},
            [handle = QPointer<QWidget>(widget), &window] {
                if (!handle)
                    return;
                bringUp(window, *handle);
                if (auto *pressed = qobject_cast<QAbstractButton *>(handle); pressed && isButton(*pressed))
                    pressed->click();
            });
    }
}

void addPanels(Entries &entries, Commands &commands, MainWindow &window)
{
    for (int step = 0; step < static_cast<int>(window.panels().size()); ++step) {
        const Panel *panel = window.panels()[static_cast<std::size_t>(step)];
        const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + step));
        add(entries, commands,
            {PaletteKind::Panel, panel->title(), {}, keys.toString(QKeySequence::NativeText), -1, true},
            [&window, step] { window.showStep(step); });
        for (QTabWidget *tabs : panel->findChildren<QTabWidget *>())
            for (int i = 0; i < tabs->count(); ++i)
                if (QWidget *page = tabs->widget(i); canBringUp(*page, *panel))
                    add(entries, commands,
                        {PaletteKind::Panel, tabs->tabText(i), panel->title(), {}, -1, true},
                        [handle = QPointer<QWidget>(page), &window] {
                            if (handle)
                                bringUp(window, *handle);
                        });
        addControls(entries, commands, window, *panel);
    }
}

void addNames(Entries &entries, PaletteKind kind, const std::vector<std::string> &names)
{
    for (const std::string &name : names)
        entries.push_back({kind, QString::fromStdString(name), {}});
}

void addThings(Entries &entries, const Project &project)
{
    if (project.geneSets)
        for (const GeneSet &set : project.geneSets->sets)
            entries.push_back({PaletteKind::Pathway, QString::fromStdString(set.name), {}});
    std::set<std::string> measured;
    if (project.expression) {
        addNames(entries, PaletteKind::Gene, project.expression->genes);
        measured.insert(project.expression->genes.begin(), project.expression->genes.end());
    }
    if (project.cohort)
        addNames(entries, PaletteKind::Sample, project.cohort->samples);
    if (!project.model)
        return;
    for (const Reaction &reaction : project.model->reactions)
        entries.push_back({PaletteKind::Reaction, QString::fromStdString(reaction.id),
                           QString::fromStdString(reaction.name)});
    for (const Metabolite &metabolite : project.model->metabolites)
        entries.push_back({PaletteKind::Metabolite, QString::fromStdString(metabolite.id),
                           QString::fromStdString(metabolite.name)});
    std::set<std::string> ofModel;
    for (const ModelGene &gene : project.model->genes)
        if (std::string name = geneName(gene, project.genes()); measured.count(name) == 0)
            ofModel.insert(std::move(name));
    addNames(entries, PaletteKind::Gene, {ofModel.begin(), ofModel.end()});
}

} // namespace

QString paletteKindName(PaletteKind kind)
{
    switch (kind) {
    case PaletteKind::Action:
        return say(QT_TRANSLATE_NOOP("Palette", "Action"));
    case PaletteKind::Panel:
        return say(QT_TRANSLATE_NOOP("Palette", "Page"));
    case PaletteKind::Setting:
        return say(QT_TRANSLATE_NOOP("Palette", "Setting"));
    case PaletteKind::Pathway:
        return say(QT_TRANSLATE_NOOP("Palette", "Pathway"));
    case PaletteKind::Reaction:
        return say(QT_TRANSLATE_NOOP("Palette", "Reaction"));
    case PaletteKind::Gene:
        return say(QT_TRANSLATE_NOOP("Palette", "Gene"));
    case PaletteKind::Metabolite:
        return say(QT_TRANSLATE_NOOP("Palette", "Metabolite"));
    case PaletteKind::Sample:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Palette", "Sample"));
}

std::vector<PaletteEntry> paletteEntries(MainWindow &window, std::vector<std::function<void()>> &commands)
{
    Entries entries;
    commands.clear();
    for (QAction *action : window.menuBar()->actions())
        if (action->menu())
            addMenu(entries, commands, *action->menu(), plain(action->text()));
    addPanels(entries, commands, window);
    addThings(entries, window.session().project());
    return entries;
}

} // namespace pathgan
