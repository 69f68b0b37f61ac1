// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bringup.h"

#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/panels/foldingsettings.h"

#include <QAbstractButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>

namespace pathgan {

namespace {

/// The button that shows or hides a page of settings; null: the widget is none.
QAbstractButton *sectionOf(const QWidget &page)
{
    const QString name = page.objectName();
    const QString ending = QStringLiteral("Page");
    if (!name.startsWith(QLatin1String("section")) || !name.endsWith(ending) || !page.parentWidget())
        return nullptr;
    return page.parentWidget()->findChild<QAbstractButton *>(name.chopped(ending.size()),
                                                             Qt::FindDirectChildrenOnly);
}

/// That the widget is the settings of, which may be folded away; null: it is none.
FoldingSettings *foldingOf(const QWidget &widget)
{
    for (QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget())
        if (auto *folding = qobject_cast<FoldingSettings *>(parent); folding && folding->isSettings(widget))
            return folding;
    return nullptr;
}

} // namespace

bool canBringUp(const QWidget &widget, const QWidget &panel)
{
    for (const QWidget *child = &widget; child && child != &panel; child = child->parentWidget()) {
        const auto *stack = qobject_cast<const QStackedWidget *>(child->parentWidget());
        const bool isTab = stack && qobject_cast<const QTabWidget *>(stack->parentWidget());
        if (isTab || sectionOf(*child) || foldingOf(*child))
            continue;
        // A widget that was never shown is hidden, too, but by nobody.
        const bool isHidden = child->isHidden() && child->testAttribute(Qt::WA_WState_ExplicitShowHide);
        if (stack ? stack->currentWidget() != child : isHidden)
            return false;
    }
    return true;
}

void bringUp(MainWindow &window, QWidget &widget)
{
    for (QWidget *child = &widget; child; child = child->parentWidget()) {
        for (int step = 0; step < static_cast<int>(window.panels().size()); ++step)
            if (window.panels()[static_cast<std::size_t>(step)] == child)
                window.showStep(step);
        QWidget *parent = child->parentWidget();
        auto *tabs = parent ? qobject_cast<QTabWidget *>(parent->parentWidget()) : nullptr;
        if (tabs && tabs->indexOf(child) >= 0)
            tabs->setCurrentWidget(child);
        if (FoldingSettings *folding = foldingOf(*child); folding && folding->isFolded())
            folding->choose(false);
        if (QAbstractButton *section = sectionOf(*child); section && !section->isChecked())
            section->click();
    }
    for (QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(&widget);
    widget.setFocus(Qt::ShortcutFocusReason);
}

} // namespace pathgan
