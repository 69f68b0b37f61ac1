// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figuresheet.h"

#include "ui/plots/figurewriter_p.h"
#include "ui/plots/pagepainter.h"
#include "ui/plots/plot.h"

#include <qcustomplot.h>

#include <algorithm>
#include <numeric>

namespace pathgan {

namespace {

constexpr double gap = 4, strip = 5; // mm: between figures; above each, for its letter

} // namespace

QString FigureSheet::letter(std::size_t figure) const
{
    if (letters == Letters::None || figure >= 26)
        return {};
    return QChar(static_cast<char16_t>((letters == Letters::Capital ? u'A' : u'a') + figure));
}

double FigureSheet::columnWidth(double width) const
{
    const int used = std::min(columns, static_cast<int>(plots.size()));
    return used > 0 ? (width - gap * (used - 1)) / used : width;
}

std::vector<double> FigureSheet::rowHeights(double width) const
{
    std::vector<double> heights;
    for (std::size_t i = 0; i < plots.size(); ++i) {
        const QSizeF own = plots[i]->preferredSizeMm();
        const double height = columnWidth(width) * own.height() / own.width();
        if (i % static_cast<std::size_t>(columns) == 0)
            heights.push_back(height);
        else
            heights.back() = std::max(heights.back(), height);
    }
    return heights;
}

QSizeF FigureSheet::sizeMm(double width) const
{
    const std::vector<double> heights = rowHeights(width);
    const double above = letters == Letters::None ? 0 : strip;
    double height = gap * std::max(0.0, static_cast<double>(heights.size()) - 1);
    for (const double row : heights)
        height += row + above;
    return {width, std::max(20.0, height)};
}

std::vector<QRectF> FigureSheet::places(const QSizeF &page) const
{
    std::vector<double> heights = rowHeights(page.width());
    const double above = letters == Letters::None ? 0 : strip, rows = static_cast<double>(heights.size());
    const double room = page.height() - rows * above - gap * std::max(0.0, rows - 1);
    const double asked = std::accumulate(heights.begin(), heights.end(), 0.0);
    std::vector<QRectF> all;
    double top = above;
    for (std::size_t i = 0; i < plots.size(); ++i) {
        const std::size_t column = i % static_cast<std::size_t>(columns),
                          row = i / static_cast<std::size_t>(columns);
        const double height = heights[row] * std::max(0.0, room) / asked, width = columnWidth(page.width());
        if (column == 0 && row > 0)
            top += heights[row - 1] * std::max(0.0, room) / asked + gap + above;
        all.emplace_back(static_cast<double>(column) * (width + gap), top, width, height);
    }
    return all;
}

FigureDrawing FigureSheet::drawing(const ExportOptions &options) const
{
    struct Part
    {
        QRectF place;
        QString letter;
        std::function<void(QCPPainter &)> paint;
    };
    std::vector<Part> parts;
    QStringList titles;
    const std::vector<QRectF> where = places(options.sizeMm);
    for (std::size_t i = 0; i < plots.size(); ++i) {
        ExportOptions own = options;
        own.sizeMm = where[i].size();
        own.transparent = true; // the page has a background
        parts.push_back({where[i], letter(i), plots[i]->drawing(own).paint});
        titles << plots[i]->title();
    }
    const PlotTheme theme = themeOf(options, plots.empty() ? PlotTheme::print() : plots.front()->theme());
    QFont font = theme.font;
    font.setBold(true);
    font.setPixelSize(font.pixelSize() + 4);
    const QSize page = layoutSize(options.sizeMm);
    const auto paint = [=, isTransparent = options.transparent](QCPPainter &painter) {
        if (!isTransparent)
            painter.fillRect(QRect({}, page), theme.background);
        for (const Part &part : parts) {
            const QPointF corner = part.place.topLeft() * PagePainter::unitsPerMm;
            painter.save();
            painter.translate(corner);
            part.paint(painter);
            painter.restore();
            painter.setFont(font);
            painter.setPen(theme.foreground);
            painter.drawText(corner + QPointF(4, -4), part.letter);
        }
    };
    return {titles.join(QStringLiteral("; ")), text(), theme.background, paint};
}

QString FigureSheet::text() const
{
    QString all;
    for (std::size_t i = 0; i < plots.size(); ++i) {
        const QString name = letter(i);
        all +=
            (name.isEmpty() ? QString() : name + QStringLiteral(") ")) + plots[i]->text() + QLatin1Char('\n');
    }
    return all;
}

Result<void> FigureSheet::exportTo(const QString &path, FigureFormat format,
                                   const ExportOptions &options) const
{
    const std::vector<QRectF> where = places(options.sizeMm);
    for (const QRectF &place : where)
        if (place.width() < 20 || place.height() < 15)
            return Error{ErrorCode::InvalidOption, "figure size or resolution"};
    return writeDrawing(drawing(options), path, format, options);
}

QImage FigureSheet::image(const ExportOptions &options) const
{
    return imageOf(drawing(options), options);
}

} // namespace pathgan
