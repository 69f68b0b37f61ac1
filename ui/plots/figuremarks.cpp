// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figureparts_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double leastBand = 4; // pixels

/// From a to b, or as much around their middle as can be seen.
std::pair<double, double> bandOf(double a, double b)
{
    const double middle = (a + b) / 2, half = std::max(std::abs(b - a), leastBand) / 2;
    return {middle - half, middle + half};
}

} // namespace

MarkPlace ringAt(const QCPAxisRect &panel, const QPointF &pixel, double radius)
{
    MarkPlace place{{}, &panel};
    place.outline.addEllipse(pixel, radius, radius);
    return place;
}

MarkPlace rowAt(const QCPAxisRect &panel, double row, double half)
{
    const auto [top, bottom] =
        bandOf(yAxis(&panel)->coordToPixel(row - half), yAxis(&panel)->coordToPixel(row + half));
    MarkPlace place{{}, &panel};
    place.outline.addRect(QRectF(QPointF(panel.left(), top), QPointF(panel.right(), bottom)));
    return place;
}

MarkPlace columnAt(const QCPAxisRect &panel, double column, double half)
{
    const auto [left, right] =
        bandOf(xAxis(&panel)->coordToPixel(column - half), xAxis(&panel)->coordToPixel(column + half));
    MarkPlace place{{}, &panel};
    place.outline.addRect(QRectF(QPointF(left, panel.top()), QPointF(right, panel.bottom())));
    return place;
}

QString categoryAt(const QCustomPlot &canvas, const QPointF &pixel)
{
    for (const QCPAxisRect *panel : canvas.axisRects()) {
        const QRectF area = panel->rect(), outer = panel->outerRect();
        const bool beside = pixel.y() >= area.top() && pixel.y() <= area.bottom();
        const bool left = beside && (pixel.x() < area.left() || pixel.x() > area.right());
        const bool below = pixel.y() > area.bottom() && pixel.x() >= area.left() && pixel.x() <= area.right();
        if (!outer.contains(pixel) || !(left || below))
            continue;
        const QCPAxis *axis = left ? yAxis(panel) : xAxis(panel);
        const auto ticker = qSharedPointerDynamicCast<CategoryTicker>(axis->ticker());
        const double at = std::round(axis->pixelToCoord(left ? pixel.y() : pixel.x()));
        if (ticker && at >= 0 && at < static_cast<double>(ticker->names.size()))
            return ticker->names[static_cast<qsizetype>(at)];
    }
    return {};
}

int rowIndexAt(const QCPAxisRect &panel, const QPointF &pixel, int count)
{
    if (pixel.y() < panel.top() || pixel.y() > panel.bottom())
        return -1;
    const double row = std::round(toData(panel, pixel).y());
    return row >= 0 && row < count ? static_cast<int>(row) : -1;
}

} // namespace pathgan
