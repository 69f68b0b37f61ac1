// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>
#include <QRectF>

namespace pathgan {

/// Unlike QRectF's, right for rectangles without width or height (straight lines).
bool overlaps(const QRectF &area, const QRectF &bounds);
bool inside(const QRectF &area, const QRectF &bounds);

/// The pieces of a polyline within a rectangle (Liang & Barsky 1984).
QList<QPolygonF> clippedPolyline(const QPolygonF &line, const QRectF &area);
/// A filled polygon cut to a rectangle (Sutherland & Hodgman 1974).
QPolygonF clippedPolygon(const QPolygonF &polygon, const QRectF &area);

} // namespace pathgan
