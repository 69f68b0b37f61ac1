// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figureelements_p.h"

#include <QStringList>

#include <functional>
#include <limits>
#include <vector>

namespace pathgan {

QFont scaledFont(const PlotTheme &theme, int pixels, bool bold = false); ///< pixels: difference
QFont titleFont(const PlotTheme &theme);
QFont smallFont(const PlotTheme &theme);
QString elided(const QString &text, const QFont &font, double width);
/// Significant digits for screen and figure, with a true minus; "–" for NaN.
QString figureNumber(double value, int significant = 3);
/// "0.012", "< 0.0001"; isBound: "< " and the value.
QString pValueText(double p, bool isBound = false);
/// "= 0.012", "< 0.0001".
QString pRelation(double p, bool isBound = false);

void addTitle(QCustomPlot &canvas, const PlotTheme &theme, const QString &text);
void addKey(QCustomPlot &canvas, const PlotTheme &theme, std::vector<KeyEntry> entries);
void addCaption(QCustomPlot &canvas, const PlotTheme &theme, const QStringList &lines);
/// The first sentences that fit into 12 % of the canvas's height, in one paragraph.
QStringList shortCaption(const QCustomPlot &canvas, const QFont &font, const QStringList &paragraphs);
/// An axis label: a true minus, powers of ten as such.
QString axisNumber(double value, int significant = 6);

/// A panel in the next row of the figure (layout null) with left and bottom axes.
QCPAxisRect *addPanel(QCustomPlot &canvas, const PlotTheme &theme, QCPLayoutGrid *layout = nullptr,
                      int column = 0);
/// Panels side by side in the next row of the figure.
QCPLayoutGrid *addGrid(QCustomPlot &canvas);
QCPAxis *xAxis(const QCPAxisRect *panel);
QCPAxis *yAxis(const QCPAxisRect *panel);
QPointF toPixels(const QCPAxisRect &panel, double x, double y);
QPointF toData(const QCPAxisRect &panel, const QPointF &pixel);
void styleAxis(QCPAxis &axis, const PlotTheme &theme);
void hideAxis(QCPAxis &axis);
/// One name at each 0, 1, 2 … with the first on top for a vertical axis; elided to a share of the width.
/// whole: the names unshortened, for whoever points at one; none: as given.
void setCategories(QCPAxis &axis, const QStringList &names, const PlotTheme &theme, double widthShare = 0.36,
                   const QStringList &whole = {});
/// Horizontal bars at 0, 1, 2 … with a text at the end of each.
struct BarRow
{
    double value = 0;
    QColor colour;
    QString text;
    bool cut = false; ///< longer than drawn: open end
};
/// mark: a dashed line at a value; NaN: none. Call it once the categories are set.
void addBars(QCPAxisRect *panel, const PlotTheme &theme, std::vector<BarRow> rows,
             double mark = std::numeric_limits<double>::quiet_NaN());
/// Both move together.
void linkRanges(QCPAxis *a, QCPAxis *b);
/// Range of the values with some room; both ends apart even for equal values.
QCPRange paddedRange(double low, double high, double share = 0.05);

/// Places every element: afterwards panels know their size in pixels.
void layOut(QCustomPlot &canvas);
/// Lays out, then suits number of ticks and length of axis titles to the room there is.
void fitAxes(QCustomPlot &canvas);

void addPainted(QCPAxisRect *panel, PaintItem::Paint paint, bool clipped = true);
QCPGraph *addCurve(QCPAxisRect *panel, const QVector<double> &x, const QVector<double> &y, const QPen &pen);
QCPGraph *addPoints(QCPAxisRect *panel, const QVector<double> &x, const QVector<double> &y, Shape shape,
                    const QColor &colour, double size = 6, double opacity = 0.55);
void addHorizontalLine(QCPAxisRect *panel, double y, const QPen &pen);
void addVerticalLine(QCPAxisRect *panel, double x, const QPen &pen);
/// Text at data coordinates. alignment: of the text relative to the point.
void addText(QCPAxisRect *panel, double x, double y, const QString &text, const QFont &font,
             const QColor &colour, Qt::Alignment alignment, const QPointF &shift = {});
/// Room below a panel for a text at each end of it.
void addEndTexts(QCPAxisRect *panel, const PlotTheme &theme, const QString &left, const QColor &leftColour,
                 const QString &right, const QColor &rightColour);
/// Text in a corner of the panel.
void addCornerText(QCPAxisRect *panel, const QString &text, const QFont &font, const QColor &colour,
                   Qt::Alignment corner);
/// A vertical colour bar in a column of its own, labelled at both ends and by name.
void addColourBar(QCustomPlot &canvas, const PlotTheme &theme, QCPLayoutGrid *layout, int column,
                  const std::function<QColor(double)> &colour, const QString &name, const QString &low,
                  const QString &high);

/// Outlines of marks: around a point; over a row or a column of the panel, at least 4 pixels thick.
MarkPlace ringAt(const QCPAxisRect &panel, const QPointF &pixel, double radius = 6);
MarkPlace rowAt(const QCPAxisRect &panel, double row, double half = 0.5);
MarkPlace columnAt(const QCPAxisRect &panel, double column, double half = 0.5);
/// The whole name of a category whose label is at a pixel; empty: none.
QString categoryAt(const QCustomPlot &canvas, const QPointF &pixel);
/// The row of n in an axis of categories at a pixel, also at its label; −1: none.
int rowIndexAt(const QCPAxisRect &panel, const QPointF &pixel, int count);

/// Index of the nearest of n points (pixels) within 10 pixels; −1: none.
int nearestPoint(const QPointF &position, int count, const std::function<QPointF(int)> &place);
/// Lower-case ASCII letters and digits, anything else as "_".
QString fileNamePart(const std::string &text);
QString fromStd(const std::string &text);

} // namespace pathgan
