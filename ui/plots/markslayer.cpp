// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/markslayer_p.h"

namespace pathgan {

void paintMarks(QCPPainter &painter, const QRect &area, std::size_t marks,
                const std::function<void(QCPPainter &)> &paint)
{
    if (marks <= mostVectorMarks || !painter.modes().testFlag(QCPPainter::pmVectorized)) {
        paint(painter);
        return;
    }
    constexpr double pixels = 600.0 / 96; // a unit
    QImage layer((QSizeF(area.size()) * pixels).toSize(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    QCPPainter inner(&layer);
    inner.setMode(QCPPainter::pmNoCaching);
    inner.scale(double(layer.width()) / area.width(), double(layer.height()) / area.height());
    inner.translate(-area.topLeft());
    inner.setAntialiasing(true);
    inner.setPen(painter.pen());
    inner.setBrush(painter.brush());
    paint(inner);
    inner.end();
    painter.drawImage(QRectF(area), layer, QRectF(layer.rect()));
}

void PointsGraph::drawScatterPlot(QCPPainter *painter, const QVector<QPointF> &scatters,
                                  const QCPScatterStyle &style) const
{
    paintMarks(*painter, clipRect(), static_cast<std::size_t>(scatters.size()), [&](QCPPainter &inner) {
        applyScattersAntialiasingHint(&inner);
        QCPGraph::drawScatterPlot(&inner, scatters, style);
    });
}

} // namespace pathgan
