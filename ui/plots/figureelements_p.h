// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

#include <qcustomplot.h>

#include <QPainterPath>
#include <QStringList>

#include <functional>
#include <vector>

namespace pathgan {

using Shape = QCPScatterStyle::ScatterShape;

double textWidth(const QCustomPlot &canvas); ///< for titles and captions
/// The lines of a text that wide.
QStringList wrapped(const QString &text, const QFont &font, double width);

/// Wrapped text over the whole width: titles, captions, messages.
class TextBlock : public QCPLayoutElement
{
public:
    TextBlock(QCustomPlot *plot, const QStringList &paragraphs, const QFont &font, const QColor &colour,
              Qt::Alignment alignment = Qt::AlignLeft);
    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

    void setTitle() { m_isTitle = true; } ///< of a figure or a panel
    bool isTitle() const { return m_isTitle; }
    QString text() const { return m_paragraphs.join(QLatin1Char('\n')); }
    void setText(const QString &text) { m_paragraphs = text.split(QLatin1Char('\n')); }

protected:
    void draw(QCPPainter *painter) override;

private:
    QStringList lines(double width) const;

    bool m_isTitle = false;

    QStringList m_paragraphs;
    QFont m_font;
    QColor m_colour;
    Qt::Alignment m_alignment;
};

/// The outline of a mark in pixels and the panel that it lies in.
struct MarkPlace
{
    QPainterPath outline;
    const QCPAxisRect *panel = nullptr;
};

/// Names along an axis, some of them shortened.
class CategoryTicker : public QCPAxisTickerText
{
public:
    QStringList names; ///< whole
};

struct KeyEntry
{
    enum Kind { Line, Marker, Box };
    QString text;
    QColor colour;
    Kind kind = Line;
    Shape shape = QCPScatterStyle::ssDisc;
    Qt::PenStyle penStyle = Qt::SolidLine;
};

/// What colours, markers and line styles stand for; flows over as many lines as it needs.
class KeyBlock : public QCPLayoutElement
{
public:
    KeyBlock(QCustomPlot *plot, std::vector<KeyEntry> entries, const PlotTheme &theme);
    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

    const std::vector<KeyEntry> &entries() const { return m_entries; }
    void setText(std::size_t entry, const QString &text) { m_entries[entry].text = text; }
    QRectF entryPlace(std::size_t entry) const; ///< in pixels, symbol and text

protected:
    void draw(QCPPainter *painter) override;

private:
    std::vector<QPointF> positions(double width, double &height) const;

    std::vector<KeyEntry> m_entries;
    PlotTheme m_theme;
};

/// Draws by a function in pixels; cut to its panel.
class PaintItem : public QCPAbstractItem
{
public:
    using Paint = std::function<void(QCPPainter &, const QCPAxisRect &)>;
    PaintItem(QCPAxisRect *panel, Paint paint, bool clipped = true);
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override;

private:
    QCPAxisRect *m_panel;
    Paint m_paint;
};

} // namespace pathgan
