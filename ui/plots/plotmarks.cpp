// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot.h"

#include "ui/plots/figureparts_p.h"

#include <QLabel>

#include <algorithm>

namespace pathgan {

namespace {

/// Outlines above everything else, cut to their panels, with a rim that sets them off from any colour.
class MarksItem : public QCPAbstractItem
{
public:
    using Places = std::function<std::vector<MarkPlace>()>;
    MarksItem(QCustomPlot &canvas, Places places, PlotTheme theme)
        : QCPAbstractItem(&canvas), m_places(std::move(places)), m_theme(std::move(theme))
    {
        setSelectable(false);
        setClipToAxisRect(false);
        setLayer(QStringLiteral("overlay"));
    }
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override
    {
        painter->setAntialiasing(true);
        painter->setBrush(Qt::NoBrush);
        for (const MarkPlace &place : m_places()) {
            painter->save();
            painter->setClipRect(QRectF(place.panel->rect()).adjusted(-2, -2, 2, 2));
            painter->setPen(QPen(m_theme.background, 4.5));
            painter->drawPath(place.outline);
            painter->setPen(QPen(m_theme.foreground, 2));
            painter->drawPath(place.outline);
            painter->restore();
        }
    }

private:
    Places m_places;
    PlotTheme m_theme;
};

/// Where a box of that size has room beside what it explains: below, above, right or left of it, as near to
/// the cursor as can be.
QPoint placeBeside(const QRectF &explained, const QPointF &cursor, const QSize &size, const QSize &room)
{
    constexpr double gap = 8;
    const double width = size.width(), height = size.height();
    const double x = std::clamp(cursor.x() + 14, 0.0, std::max(0.0, room.width() - width));
    const double y = std::clamp(cursor.y() + 14, 0.0, std::max(0.0, room.height() - height));
    const QPointF corners[] = {{x, explained.bottom() + gap},
                               {x, explained.top() - gap - height},
                               {explained.right() + gap, y},
                               {explained.left() - gap - width, y}};
    const QRectF canvas(0, 0, room.width(), room.height());
    for (const QPointF &corner : corners)
        if (canvas.contains(QRectF(corner, QSizeF(size))))
            return corner.toPoint();
    return {qRound(x), cursor.y() > room.height() / 2.0 ? 0 : std::max(0, room.height() - size.height())};
}

} // namespace

QStringList Plot::named(Thing) const
{
    return {};
}

std::vector<Mark> Plot::marksAt(const QPointF &) const
{
    return {};
}

std::vector<MarkPlace> Plot::places(const QCustomPlot &, const Mark &) const
{
    return {};
}

void Plot::markedChanged(Thing) {}

QString Plot::marked(Thing thing) const
{
    const auto found = m_marked.find(thing);
    return found == m_marked.end() ? QString() : found->second;
}

void Plot::setMarked(const Mark &mark)
{
    if (marked(mark.thing) == mark.name)
        return;
    m_marked[mark.thing] = mark.name;
    markedChanged(mark.thing);
    if (!m_dirty)
        m_canvas->layer(QStringLiteral("overlay"))->replot();
}

std::vector<QRectF> Plot::placesOf(const Mark &mark) const
{
    ensureDrawn();
    std::vector<QRectF> found;
    if (mark.name.isEmpty() || isEmpty())
        return found;
    for (const MarkPlace &place : places(*m_canvas, mark))
        found.push_back(place.outline.boundingRect());
    return found;
}

void Plot::addMarks(QCustomPlot &canvas)
{
    new MarksItem( // owned by the canvas
        canvas,
        [this, &canvas] {
            std::vector<MarkPlace> all;
            for (const auto &[thing, name] : m_marked) {
                if (name.isEmpty() || isEmpty())
                    continue;
                const std::vector<MarkPlace> found = places(canvas, {thing, name});
                all.insert(all.end(), found.begin(), found.end());
            }
            return all;
        },
        m_theme);
}

QRectF Plot::explainedAt(const QPointF &position) const
{
    constexpr double reach = 12;
    QRectF explained(position - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    for (const Mark &mark : marksAt(position))
        for (const MarkPlace &place : places(*m_canvas, mark)) {
            const QRectF box = place.outline.boundingRect();
            // Of a band through the whole panel, the part that is under the cursor.
            if (box.adjusted(-reach, -reach, reach, reach).contains(position))
                explained |= box & QRectF(position - QPointF(60, 60), QSizeF(120, 120));
        }
    return explained;
}

void Plot::showReadout(const QPointF &position)
{
    if (isEmpty())
        return;
    ensureDrawn();
    QString text = readout(position);
    if (text.isEmpty())
        text = categoryAt(*m_canvas, position);
    if (text != m_readout->text() || m_readout->isHidden())
        emit hovered(text);
    m_readout->setText(text);
    m_readout->setVisible(!text.isEmpty());
    m_canvas->setCursor(marksAt(position).empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (text.isEmpty())
        return;
    m_readout->adjustSize();
    m_readout->move(placeBeside(explainedAt(position), position, m_readout->size(), m_canvas->size()));
    m_readout->raise();
}

} // namespace pathgan
