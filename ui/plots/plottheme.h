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

enum class FigureFormat { Png, Svg, Pdf, Tiff };

/// Print: white, black text. Screen: as the figure is shown.
enum class FigureColours { Print, Screen, Light, Dark, HighContrast };

/// The text below a figure. Short: its first sentences, at most 12 % of the height; the whole text stands in
/// the SVG's description and in the text file beside the figure.
enum class CaptionLength { None, Short, Full };

struct ExportOptions
{
    QSizeF sizeMm;            ///< page or image size; none: the figure's preferredSizeMm()
    int dpi = 300;            ///< PNG, TIFF
    bool transparent = false; ///< PNG, SVG
    FigureColours colours = FigureColours::Print;
    bool marks = false;       ///< outlines what is selected
    bool textAsPaths = false; ///< SVG, PDF: no fonts are asked of who reads it
    QString fontFamily = {};  ///< empty: the figure's own
    double fontPoints = 0;    ///< of axes and keys; 0: the figure's own, smaller in small figures
    CaptionLength caption = CaptionLength::Short;
};

/// What an export is drawn with; screen: what the figure is shown with.
PlotTheme themeOf(const ExportOptions &options, const PlotTheme &screen);

} // namespace pathgan
