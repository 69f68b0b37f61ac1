// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keptlooks.h"

#include "core/engine/viewsettings.h"
#include "ui/plotkey.h"
#include "ui/plots/figurelook.h"

namespace pathgan {

void keepLooks(QWidget &root, ViewSettings &settings)
{
    for (StyledFigure *figure : root.findChildren<StyledFigure *>()) {
        const std::string key = "look/" + plotKey(*figure);
        const auto show = [figure, key, &settings] {
            figure->setLook(FigureLook::fromText(settings.value(key)));
        };
        QObject::connect(figure, &StyledFigure::lookEdited, &settings,
                         [figure, key, &settings](const FigureLook &before, const QString &name) {
                             settings.edit(key, before.toText(), figure->look().toText(), name.toStdString(),
                                           false);
                         });
        QObject::connect(&settings, &ViewSettings::replaced, figure, show);
        QObject::connect(&settings, &ViewSettings::changed, figure, [key, show](const std::string &changed) {
            if (changed == key)
                show();
        });
    }
}

} // namespace pathgan
