// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plottheme.h"

#include <QRectF>

#include <memory>

class QCPPainter;
class QPagedPaintDevice;
class QPainter;

namespace pathgan {

class Plot;

/// Paints pages of text with figures among it, these as vectors. Units: 96 an inch, as those of a figure's
/// layout.
class PagePainter
{
public:
    explicit PagePainter(QPagedPaintDevice &device);
    ~PagePainter();

    static constexpr double unitsPerMm = 96 / 25.4;

    QPainter &painter();
    /// In the size of the options or the figure's own, scaled to the width of the place.
    void draw(Plot &plot, const QPointF &place, double width, const ExportOptions &options);
    static void prepare(Plot &plot); ///< what draw() would do first: half of its work
    void end();                      ///< the last page is done

private:
    std::unique_ptr<QCPPainter> m_painter;
};

} // namespace pathgan
