// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pagepainter.h"

#include "ui/plots/figureparts_p.h"
#include "ui/plots/figurewriter_p.h"
#include "ui/plots/plot.h"

#include <QPagedPaintDevice>

namespace pathgan {

PagePainter::PagePainter(QPagedPaintDevice &device) : m_painter(std::make_unique<QCPPainter>(&device))
{
    const double scale = device.logicalDpiX() / 96.0;
    m_painter->scale(scale, scale);
    m_painter->setMode(QCPPainter::pmNoCaching);
    m_painter->setMode(QCPPainter::pmVectorized);
}

PagePainter::~PagePainter() = default;

QPainter &PagePainter::painter()
{
    return *m_painter;
}

void PagePainter::draw(Plot &plot, const QPointF &place, double width, const ExportOptions &given)
{
    ExportOptions options = given;
    if (options.sizeMm.isEmpty())
        options.sizeMm = plot.preferredSizeMm();
    const double units = layoutSize(options.sizeMm).width();
    const FigureDrawing drawing = plot.drawing(options);
    m_painter->save();
    m_painter->translate(place);
    m_painter->scale(width / units, width / units);
    drawing.paint(*m_painter);
    m_painter->restore();
}

void PagePainter::prepare(Plot &plot)
{
    plot.ensureDrawn();
}

void PagePainter::end()
{
    m_painter->end();
}

} // namespace pathgan
