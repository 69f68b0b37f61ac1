// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/cells_p.h"

#include "ui/plots/figureparts_p.h"

#include <cmath>

namespace pathgan {

void addCells(QCPAxisRect *panel, Index rows, Index columns,
              const std::function<QColor(Index row, Index column)> &colour)
{
    QImage image(static_cast<int>(columns), static_cast<int>(rows), QImage::Format_RGB32);
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column)
            image.setPixelColor(column, row, colour(row, column));
    addPainted(panel, [image](QCPPainter &painter, const QCPAxisRect &area) {
        painter.setAntialiasing(false);
        painter.drawImage(
            QRectF(toPixels(area, -0.5, -0.5), toPixels(area, image.width() - 0.5, image.height() - 0.5)),
            image);
    });
}

std::pair<Index, Index> cellAt(const QCPAxisRect &panel, const QPointF &pixel, Index rows, Index columns)
{
    const QPointF at = toData(panel, pixel);
    const Index row = std::lround(at.y()), column = std::lround(at.x());
    if (!panel.rect().contains(pixel.toPoint()) || row < 0 || column < 0 || row >= rows || column >= columns)
        return {-1, -1};
    return {row, column};
}

} // namespace pathgan
