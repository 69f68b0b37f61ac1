// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figureelements_p.h"

#include "ui/plots/figureparts_p.h"

#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double symbolWidth = 18, symbolGap = 5, entryGap = 14;

} // namespace

double textWidth(const QCustomPlot &canvas)
{
    const QMargins margins = canvas.plotLayout()->margins();
    return std::max(40, canvas.viewport().width() - margins.left() - margins.right());
}

QStringList wrapped(const QString &text, const QFont &font, double width)
{
    QStringList lines;
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

TextBlock::TextBlock(QCustomPlot *plot, const QStringList &paragraphs, const QFont &font,
                     const QColor &colour, Qt::Alignment alignment)
    : QCPLayoutElement(plot), m_paragraphs(paragraphs), m_font(font), m_colour(colour), m_alignment(alignment)
{
    setMargins(QMargins());
}

QStringList TextBlock::lines(double width) const
{
    QStringList all;
    for (const QString &paragraph : m_paragraphs)
        all += wrapped(paragraph, m_font, width);
    return all;
}

QSize TextBlock::minimumOuterSizeHint() const
{
    const double height =
        static_cast<double>(lines(textWidth(*mParentPlot)).size()) * QFontMetricsF(m_font).lineSpacing();
    return {10, static_cast<int>(std::ceil(height))};
}

QSize TextBlock::maximumOuterSizeHint() const
{
    const bool fills = m_alignment & Qt::AlignVCenter;
    return {QWIDGETSIZE_MAX, fills ? QWIDGETSIZE_MAX : minimumOuterSizeHint().height()};
}

void TextBlock::draw(QCPPainter *painter)
{
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    painter->setPen(m_colour);
    const QStringList all = lines(textWidth(*mParentPlot));
    double y = rect().top() + metrics.ascent();
    if (m_alignment & Qt::AlignVCenter)
        y += (rect().height() - static_cast<double>(all.size()) * metrics.lineSpacing()) / 2;
    for (const QString &line : all) {
        const double spare = rect().width() - metrics.horizontalAdvance(line);
        const double x = rect().left() + (m_alignment & Qt::AlignRight     ? spare
                                          : m_alignment & Qt::AlignHCenter ? spare / 2
                                                                           : 0);
        painter->drawText(QPointF(x, y), line);
        y += metrics.lineSpacing();
    }
}

KeyBlock::KeyBlock(QCustomPlot *plot, std::vector<KeyEntry> entries, const PlotTheme &theme)
    : QCPLayoutElement(plot), m_entries(std::move(entries)), m_theme(theme)
{
    setMargins(QMargins());
}

/// Top left of each entry; height of all of them.
std::vector<QPointF> KeyBlock::positions(double width, double &height) const
{
    const QFontMetricsF metrics(m_theme.font);
    std::vector<QPointF> places;
    double x = 0, y = 0;
    for (const KeyEntry &entry : m_entries) {
        const double wide = symbolWidth + symbolGap + metrics.horizontalAdvance(entry.text);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += metrics.lineSpacing();
        }
        places.emplace_back(x, y);
        x += wide + entryGap;
    }
    height = y + metrics.lineSpacing();
    return places;
}

QRectF KeyBlock::entryPlace(std::size_t entry) const
{
    double height = 0;
    const std::vector<QPointF> places = positions(textWidth(*mParentPlot), height);
    const QFontMetricsF metrics(m_theme.font);
    const double wide = symbolWidth + symbolGap + metrics.horizontalAdvance(m_entries[entry].text);
    return {QPointF(rect().topLeft()) + places[entry], QSizeF(wide, metrics.lineSpacing())};
}

QSize KeyBlock::minimumOuterSizeHint() const
{
    double height = 0;
    (void)positions(textWidth(*mParentPlot), height);
    return {10, static_cast<int>(std::ceil(height))};
}

QSize KeyBlock::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, minimumOuterSizeHint().height()};
}

void KeyBlock::draw(QCPPainter *painter)
{
    double height = 0;
    const std::vector<QPointF> places = positions(textWidth(*mParentPlot), height);
    const QFontMetricsF metrics(m_theme.font);
    painter->setAntialiasing(true);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const KeyEntry &entry = m_entries[i];
        const QPointF corner = QPointF(rect().topLeft()) + places[i];
        const QPointF middle = corner + QPointF(symbolWidth / 2, metrics.lineSpacing() / 2);
        painter->setBrush(Qt::NoBrush);
        if (entry.kind == KeyEntry::Line) {
            painter->setPen(QPen(entry.colour, 2, entry.penStyle, Qt::FlatCap));
            painter->drawLine(QLineF(corner.x(), middle.y(), corner.x() + symbolWidth, middle.y()));
        } else if (entry.kind == KeyEntry::Marker) {
            QCPScatterStyle style(entry.shape, entry.colour, entry.colour, 7);
            style.applyTo(painter, QPen(entry.colour));
            style.drawShape(painter, middle);
        } else {
            painter->setPen(Qt::NoPen);
            painter->setBrush(entry.colour);
            painter->drawRect(QRectF(middle.x() - 6, middle.y() - 5, 12, 10));
        }
        painter->setPen(m_theme.foreground);
        painter->setFont(m_theme.font);
        painter->drawText(QPointF(corner.x() + symbolWidth + symbolGap, corner.y() + metrics.ascent()),
                          entry.text);
    }
}

PaintItem::PaintItem(QCPAxisRect *panel, Paint paint, bool clipped)
    : QCPAbstractItem(panel->parentPlot()), m_panel(panel), m_paint(std::move(paint))
{
    setClipToAxisRect(clipped);
    setClipAxisRect(panel);
    setSelectable(false);
}

void PaintItem::draw(QCPPainter *painter)
{
    painter->setAntialiasing(true);
    m_paint(*painter, *m_panel);
}

} // namespace pathgan
