// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <cstddef>
#include <functional>

namespace pathgan {

/// More marks than these become an image of 600 dpi inside a vector file: no program opens 100,000 circles.
constexpr std::size_t mostVectorMarks = 20'000;

/// Calls paint with a painter in the coordinates of this one, for an image where there are too many marks.
void paintMarks(QCPPainter &painter, const QRect &area, std::size_t marks,
                const std::function<void(QCPPainter &)> &paint);

/// A graph whose points keep to the same rule.
class PointsGraph : public QCPGraph
{
public:
    using QCPGraph::QCPGraph;

protected:
    void drawScatterPlot(QCPPainter *painter, const QVector<QPointF> &scatters,
                         const QCPScatterStyle &style) const override;
};

} // namespace pathgan
