// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/rectclip_p.h"

#include <algorithm>
#include <functional>

namespace pathgan {

namespace {

/// Cuts the segment; false: nothing of it is inside.
bool clipSegment(QPointF &a, QPointF &b, const QRectF &area)
{
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    const double p[] = {-dx, dx, -dy, dy};
    const double q[] = {a.x() - area.left(), area.right() - a.x(), a.y() - area.top(), area.bottom() - a.y()};
    double enter = 0, leave = 1;
    for (int i = 0; i < 4; ++i) {
        if (p[i] == 0) {
            if (q[i] < 0)
                return false;
            continue;
        }
        const double t = q[i] / p[i];
        if (p[i] < 0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
    }
    if (enter > leave)
        return false;
    const QPointF start = a;
    a = start + enter * QPointF(dx, dy);
    b = start + leave * QPointF(dx, dy);
    return true;
}

/// Keeps what lies on the side of one edge where distance ≥ 0.
QPolygonF clipEdge(const QPolygonF &polygon, const std::function<double(const QPointF &)> &distance)
{
    QPolygonF kept;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        const double da = distance(a), db = distance(b);
        if (da >= 0)
            kept << a;
        if ((da < 0) != (db < 0))
            kept << a + da / (da - db) * (b - a);
    }
    return kept;
}

} // namespace

bool overlaps(const QRectF &area, const QRectF &bounds)
{
    return bounds.right() >= area.left() && bounds.left() <= area.right() && bounds.bottom() >= area.top() &&
           bounds.top() <= area.bottom();
}

bool inside(const QRectF &area, const QRectF &bounds)
{
    return bounds.left() >= area.left() && bounds.right() <= area.right() && bounds.top() >= area.top() &&
           bounds.bottom() <= area.bottom();
}

QList<QPolygonF> clippedPolyline(const QPolygonF &line, const QRectF &area)
{
    QList<QPolygonF> pieces;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        QPointF a = line[i], b = line[i + 1];
        if (!clipSegment(a, b, area))
            continue;
        if (pieces.isEmpty() || pieces.last().last() != a)
            pieces << QPolygonF({a});
        pieces.last() << b;
    }
    return pieces;
}

QPolygonF clippedPolygon(const QPolygonF &polygon, const QRectF &area)
{
    QPolygonF result = polygon;
    if (result.isClosed())
        result.removeLast();
    result = clipEdge(result, [&](const QPointF &p) { return p.x() - area.left(); });
    result = clipEdge(result, [&](const QPointF &p) { return area.right() - p.x(); });
    result = clipEdge(result, [&](const QPointF &p) { return p.y() - area.top(); });
    return clipEdge(result, [&](const QPointF &p) { return area.bottom() - p.y(); });
}

} // namespace pathgan
