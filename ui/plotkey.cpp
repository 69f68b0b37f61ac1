// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plotkey.h"

#include "ui/panel.h"

namespace pathgan {

std::string panelPrefix(const QWidget &widget)
{
    const QWidget *parent = &widget;
    while (parent && !qobject_cast<const Panel *>(parent))
        parent = parent->parentWidget();
    return parent ? parent->objectName().toStdString() + '/' : std::string();
}

std::string plotKey(const QWidget &plot)
{
    return panelPrefix(plot) + plot.objectName().toStdString();
}

} // namespace pathgan
