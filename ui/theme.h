// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace pathgan {

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// Colours beyond those of QPalette. Every text colour has a contrast of at least 4.5 on the surfaces it
/// stands on.
struct ThemeColors
{
    QColor window, surface, raised, border; ///< page; cards and tables; rail and bars; lines
    QColor text, muted, accent, onAccent, selection;
    QColor good, warning, error, partial; ///< text and icons
    QColor infoBack, goodBack, warningBack, errorBack, partialBack;

    static ThemeColors light();
    static ThemeColors dark();
    static ThemeColors highContrast(); ///< at least 7
};

/// Fusion style, palette and style sheet of the whole program. Widgets hear of it by QEvent::PaletteChange.
void applyTheme(ThemeChoice choice);
/// What the application's palette says.
bool isDarkTheme();
ThemeColors themeColors();
PlotTheme plotTheme();

enum class IconRole { Text, Muted, Accent, OnAccent, Good, Warning, Error, Partial };

/// An icon of resources/icons drawn with strokes in the theme's colour, crisp at any size and scale; follows
/// theme changes by itself.
QIcon themedIcon(const QString &name, IconRole role = IconRole::Text);
QPixmap themedPixmap(const QString &name, int size, IconRole role, qreal devicePixelRatio);

} // namespace pathgan
