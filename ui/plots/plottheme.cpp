// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot.h"

#include <QFontDatabase>

namespace pathgan {

namespace {

/// Sizes in pixels of 1/96 inch, so that layout is the same on screen and on paper: 11 px = 8.25 pt.
QFont plotFont(int pixels)
{
    static const bool hasDejaVu = QFontDatabase::families().contains(QStringLiteral("DejaVu Sans"));
    QFont font = hasDejaVu ? QFont(QStringLiteral("DejaVu Sans"))
                           : QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(pixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

PlotTheme PlotTheme::light()
{
    return {QColor(0xfc, 0xfc, 0xfd), QColor(0x1f, 0x23, 0x28), QColor(0x57, 0x5e, 0x68),
            QColor(0xe4, 0xe7, 0xeb), plotFont(12)};
}

PlotTheme PlotTheme::dark()
{
    return {QColor(0x1e, 0x22, 0x28), QColor(0xe8, 0xea, 0xed), QColor(0xa8, 0xb0, 0xba),
            QColor(0x36, 0x3c, 0x45), plotFont(12)};
}

PlotTheme PlotTheme::highContrast()
{
    return {Qt::black, Qt::white, QColor(0xe0, 0xe0, 0xe0), QColor(0x60, 0x60, 0x60), plotFont(13)};
}

PlotTheme PlotTheme::print()
{
    return {Qt::white, Qt::black, QColor(0x4d, 0x4d, 0x4d), QColor(0xe0, 0xe0, 0xe0), plotFont(11)};
}

PlotTheme themeOf(const ExportOptions &options, const PlotTheme &screen)
{
    PlotTheme theme = screen;
    switch (options.colours) {
    case FigureColours::Print:
        theme = PlotTheme::print();
        break;
    case FigureColours::Screen:
        break;
    case FigureColours::Light:
        theme = PlotTheme::light();
        break;
    case FigureColours::Dark:
        theme = PlotTheme::dark();
        break;
    case FigureColours::HighContrast:
        theme = PlotTheme::highContrast();
        break;
    }
    if (!options.fontFamily.isEmpty())
        theme.font.setFamily(options.fontFamily);
    if (options.fontPoints > 0)
        theme.font.setPixelSize(qMax(5, qRound(options.fontPoints * 96 / 72)));
    return theme;
}

} // namespace pathgan
