// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QSizeF>

namespace pathgan {

/// Colours and fonts of a figure. Light and Dark follow the window; Print is what exports use by default.
struct PlotTheme
{
    QColor background, foreground, muted, grid;
    QFont font;

    static PlotTheme light();
    static PlotTheme dark();
    static PlotTheme highContrast();
    static PlotTheme print();
};

enum class FigureFormat { Png, Svg, Pdf };

/// The text below a figure. Short: its first sentences, at most 12 % of the height; the whole text stands in
/// the SVG's description and in the text file beside the figure.
enum class CaptionLength { None, Short, Full };

struct ExportOptions
{
    QSizeF sizeMm;            ///< page or image size; none: the figure's preferredSizeMm()
    int dpi = 300;            ///< PNG
    bool transparent = false; ///< PNG, SVG
    bool printTheme = true;   ///< else the theme on screen
    bool marks = false;       ///< outlines what is selected
    CaptionLength caption = CaptionLength::Short;
};

} // namespace pathgan
