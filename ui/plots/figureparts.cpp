// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figureparts_p.h"

#include "ui/plots/markslayer_p.h"

#include <QFontDatabase>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pathgan {

QFont scaledFont(const PlotTheme &theme, int pixels, bool bold)
{
    QFont font = theme.font;
    font.setPixelSize(theme.font.pixelSize() + pixels);
    font.setBold(bold);
    return font;
}

QFont titleFont(const PlotTheme &theme)
{
    return scaledFont(theme, 1, true);
}

QFont smallFont(const PlotTheme &theme)
{
    return scaledFont(theme, -1);
}

namespace {

void addRow(QCustomPlot &canvas, QCPLayoutElement *element)
{
    canvas.plotLayout()->addElement(canvas.plotLayout()->rowCount(), 0, element);
}

} // namespace

void addTitle(QCustomPlot &canvas, const PlotTheme &theme, const QString &text)
{
    auto *title = new TextBlock(&canvas, {text}, titleFont(theme), theme.foreground);
    title->setTitle();
    addRow(canvas, title);
}

void addKey(QCustomPlot &canvas, const PlotTheme &theme, std::vector<KeyEntry> entries)
{
    if (!entries.empty())
        addRow(canvas, new KeyBlock(&canvas, std::move(entries), theme));
}

void addCaption(QCustomPlot &canvas, const PlotTheme &theme, const QStringList &lines)
{
    if (!lines.isEmpty())
        addRow(canvas, new TextBlock(&canvas, lines, smallFont(theme), theme.muted));
}

namespace {

class NumberTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int precision) override
    {
        return axisNumber(tick, precision);
    }
};

} // namespace

QCPAxisRect *addPanel(QCustomPlot &canvas, const PlotTheme &theme, QCPLayoutGrid *layout, int column)
{
    auto *panel = new QCPAxisRect(&canvas);
    if (layout)
        layout->addElement(0, column, panel);
    else
        addRow(canvas, panel);
    panel->setMinimumMargins(QMargins(6, 6, 14, 6));
    panel->setMinimumSize(30, 20);
    // axes() has them in the order of a hash, which differs from process to process; they are drawn in that
    // of their layer.
    QList<QCPAxis *> axes;
    for (const QCPAxis::AxisType side :
         {QCPAxis::atLeft, QCPAxis::atRight, QCPAxis::atTop, QCPAxis::atBottom})
        axes += panel->axes(side);
    for (QCPAxis *axis : std::as_const(axes)) {
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
        styleAxis(*axis, theme);
    }
    panel->axis(QCPAxis::atTop)->setVisible(false);
    panel->axis(QCPAxis::atRight)->setVisible(false);
    return panel;
}

QCPLayoutGrid *addGrid(QCustomPlot &canvas)
{
    auto *grid = new QCPLayoutGrid;
    addRow(canvas, grid);
    grid->setColumnSpacing(4);
    return grid;
}

QCPAxis *xAxis(const QCPAxisRect *panel)
{
    return panel->axis(QCPAxis::atBottom);
}

QCPAxis *yAxis(const QCPAxisRect *panel)
{
    return panel->axis(QCPAxis::atLeft);
}

QPointF toPixels(const QCPAxisRect &panel, double x, double y)
{
    return {xAxis(&panel)->coordToPixel(x), yAxis(&panel)->coordToPixel(y)};
}

QPointF toData(const QCPAxisRect &panel, const QPointF &pixel)
{
    return {xAxis(&panel)->pixelToCoord(pixel.x()), yAxis(&panel)->pixelToCoord(pixel.y())};
}

void styleAxis(QCPAxis &axis, const PlotTheme &theme)
{
    axis.setBasePen(QPen(theme.foreground, 1));
    axis.setTickPen(QPen(theme.foreground, 1));
    axis.setSubTicks(false);
    axis.setTickLengthIn(0);
    axis.setTickLengthOut(4);
    axis.setTickLabelFont(theme.font);
    axis.setTickLabelColor(theme.foreground);
    axis.setLabelFont(theme.font);
    axis.setLabelColor(theme.foreground);
    axis.setTickLabelPadding(3);
    axis.setLabelPadding(3);
    axis.setNumberFormat(QStringLiteral("gb"));
    axis.setNumberPrecision(6);
    axis.grid()->setPen(QPen(theme.grid, 1));
    axis.grid()->setZeroLinePen(Qt::NoPen);
    axis.ticker()->setTickCount(5);
}

void hideAxis(QCPAxis &axis)
{
    axis.setTicks(false);
    axis.setTickLabels(false);
    axis.setBasePen(Qt::NoPen);
    axis.grid()->setVisible(false);
}

void setCategories(QCPAxis &axis, const QStringList &names, const PlotTheme &theme, double widthShare,
                   const QStringList &whole)
{
    const QRect viewport = axis.parentPlot()->viewport();
    QFont font = theme.font;
    const bool vertical = axis.orientation() == Qt::Vertical;
    if (vertical && !names.isEmpty()) {
        // About a third of the height goes to title, axis and captions.
        const double row = std::max(60.0, viewport.height() * 0.72) / static_cast<double>(names.size());
        font.setPixelSize(std::clamp(static_cast<int>(row * 0.8), 7, theme.font.pixelSize()));
    }
    QSharedPointer<CategoryTicker> ticker(new CategoryTicker);
    ticker->names = whole.isEmpty() ? names : whole;
    for (qsizetype i = 0; i < names.size(); ++i)
        ticker->addTick(static_cast<double>(i),
                        vertical ? elided(names[i], font, viewport.width() * widthShare) : names[i]);
    axis.setTicker(ticker);
    axis.setTickLabelFont(font);
    axis.setTickLength(0, 0);
    axis.setTickPen(Qt::NoPen); // of no length, a dot
    axis.setTickLabelPadding(5);
    axis.grid()->setVisible(false);
    axis.setRangeReversed(vertical);
    axis.setRange(-0.6, static_cast<double>(names.size()) - 0.4);
}

void linkRanges(QCPAxis *a, QCPAxis *b)
{
    const auto changed = qOverload<const QCPRange &>(&QCPAxis::rangeChanged);
    const auto set = qOverload<const QCPRange &>(&QCPAxis::setRange);
    QObject::connect(a, changed, b, set);
    QObject::connect(b, changed, a, set);
}

QCPRange paddedRange(double low, double high, double share)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return {0, 1};
    double room = (high - low) * share;
    if (room <= 0)
        room = std::max(std::abs(low) * 0.1, 1e-9);
    return {low - room, high + room};
}

void layOut(QCustomPlot &canvas)
{
    for (const auto phase :
         {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
        canvas.plotLayout()->update(phase);
}

namespace {

/// The text broken at the space next to its middle, then elided.
QString fitted(const QString &text, const QFont &font, double length)
{
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(text) <= length)
        return text;
    qsizetype middle = -1;
    for (qsizetype i = text.indexOf(QLatin1Char(' ')); i >= 0; i = text.indexOf(QLatin1Char(' '), i + 1)) {
        if (middle < 0 || std::abs(2 * i - text.size()) < std::abs(2 * middle - text.size()))
            middle = i;
    }
    if (middle < 0)
        return elided(text, font, length);
    return elided(text.left(middle), font, length) + QLatin1Char('\n') +
           elided(text.mid(middle + 1), font, length);
}

} // namespace

void fitAxes(QCustomPlot &canvas)
{
    layOut(canvas);
    for (const QCPAxisRect *panel : canvas.axisRects()) {
        // Titles may stand out over the panel by what lies between panels.
        const double width = panel->width() + 30, height = panel->height() + 10;
        QCPAxis *x = xAxis(panel), *y = yAxis(panel);
        x->setLabel(fitted(x->label(), x->labelFont(), width));
        y->setLabel(fitted(y->label(), y->labelFont(), height));
        const int digit = x->tickLabelFont().pixelSize();
        x->ticker()->setTickCount(std::clamp(panel->width() / (5 * digit), 2, x->ticker()->tickCount()));
        y->ticker()->setTickCount(std::clamp(panel->height() / (2 * digit), 2, y->ticker()->tickCount()));
    }
    layOut(canvas);
}

void addPainted(QCPAxisRect *panel, PaintItem::Paint paint, bool clipped)
{
    new PaintItem(panel, std::move(paint), clipped); // owned by the canvas
}

QCPGraph *addCurve(QCPAxisRect *panel, const QVector<double> &x, const QVector<double> &y, const QPen &pen)
{
    QCPGraph *graph = panel->parentPlot()->addGraph(xAxis(panel), yAxis(panel));
    graph->setData(x, y);
    graph->setPen(pen);
    return graph;
}

QCPGraph *addPoints(QCPAxisRect *panel, const QVector<double> &x, const QVector<double> &y, Shape shape,
                    const QColor &colour, double size, double opacity)
{
    auto *graph = new PointsGraph(xAxis(panel), yAxis(panel)); // owned by the canvas
    graph->setData(x, y);
    graph->setPen(QPen(colour));
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setAdaptiveSampling(false);
    QColor fill = colour;
    fill.setAlphaF(static_cast<float>(opacity));
    QColor rim = colour;
    rim.setAlphaF(static_cast<float>(std::min(1.0, opacity * 1.8)));
    graph->setScatterStyle(QCPScatterStyle(shape, QPen(rim, 0.8), fill, size));
    return graph;
}

void addHorizontalLine(QCPAxisRect *panel, double y, const QPen &pen)
{
    addPainted(panel, [y, pen](QCPPainter &painter, const QCPAxisRect &area) {
        const double pixel = yAxis(&area)->coordToPixel(y);
        painter.setPen(pen);
        painter.drawLine(QLineF(area.left(), pixel, area.right(), pixel));
    });
}

void addVerticalLine(QCPAxisRect *panel, double x, const QPen &pen)
{
    addPainted(panel, [x, pen](QCPPainter &painter, const QCPAxisRect &area) {
        const double pixel = xAxis(&area)->coordToPixel(x);
        painter.setPen(pen);
        painter.drawLine(QLineF(pixel, area.top(), pixel, area.bottom()));
    });
}

namespace {

/// Draws a line of text so that its side named by alignment is at the point.
void drawAligned(QCPPainter &painter, const QPointF &point, const QString &text, const QFont &font,
                 Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    double x = point.x(), y = point.y() + metrics.ascent();
    if (alignment & Qt::AlignRight)
        x -= metrics.horizontalAdvance(text);
    else if (alignment & Qt::AlignHCenter)
        x -= metrics.horizontalAdvance(text) / 2;
    if (alignment & Qt::AlignBottom)
        y -= metrics.height();
    else if (alignment & Qt::AlignVCenter)
        y -= metrics.height() / 2;
    painter.setFont(font);
    painter.drawText(QPointF(x, y), text);
}

} // namespace

void addText(QCPAxisRect *panel, double x, double y, const QString &text, const QFont &font,
             const QColor &colour, Qt::Alignment alignment, const QPointF &shift)
{
    addPainted(panel, [=](QCPPainter &painter, const QCPAxisRect &area) {
        painter.setPen(colour);
        drawAligned(painter, toPixels(area, x, y) + shift, text, font, alignment);
    });
}

void addCornerText(QCPAxisRect *panel, const QString &text, const QFont &font, const QColor &colour,
                   Qt::Alignment corner)
{
    addPainted(panel, [=](QCPPainter &painter, const QCPAxisRect &area) {
        const QStringList lines = text.split(QLatin1Char('\n'));
        const double step = QFontMetricsF(font).lineSpacing();
        double y = corner & Qt::AlignBottom ? area.bottom() - 4 - step * static_cast<double>(lines.size())
                                            : area.top() + 3.0;
        painter.setPen(colour);
        for (const QString &line : lines) {
            const double x = corner & Qt::AlignRight ? area.right() - 6.0 : area.left() + 6.0;
            drawAligned(painter, QPointF(x, y), line, font, corner & Qt::AlignHorizontal_Mask);
            y += step;
        }
    });
}

void addColourBar(QCustomPlot &canvas, const PlotTheme &theme, QCPLayoutGrid *layout, int column,
                  const std::function<QColor(double)> &colour, const QString &name, const QString &low,
                  const QString &high)
{
    QCPAxisRect *panel = addPanel(canvas, theme, layout, column);
    const QFontMetricsF metrics(theme.font);
    const double side = std::max(metrics.horizontalAdvance(low), metrics.horizontalAdvance(high));
    hideAxis(*xAxis(panel));
    hideAxis(*yAxis(panel));
    panel->setRangeDrag({});
    panel->setRangeZoom({});
    if (layout->hasElement(0, 0)) {
        auto *group = new QCPMarginGroup(&canvas);
        layout->element(0, 0)->setMarginGroup(QCP::msTop | QCP::msBottom, group);
        panel->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    }
    const int labels = static_cast<int>(std::ceil(side + metrics.height() + 12));
    panel->setMinimumMargins(QMargins(2, 6, labels, 6));
    panel->setSizeConstraintRect(QCPLayoutElement::scrInnerRect);
    panel->setMinimumSize(12, 40);
    panel->setMaximumSize(12, QWIDGETSIZE_MAX);
    addPainted(
        panel,
        [=](QCPPainter &painter, const QCPAxisRect &area) {
            QImage ramp(1, 256, QImage::Format_RGB32);
            for (int i = 0; i < 256; ++i)
                ramp.setPixelColor(0, i, colour(1 - i / 255.0));
            const QRectF box(area.rect());
            painter.drawImage(box, ramp);
            painter.setPen(theme.foreground);
            drawAligned(painter, box.topRight() + QPointF(4, 0), high, theme.font,
                        Qt::AlignLeft | Qt::AlignTop);
            drawAligned(painter, box.bottomRight() + QPointF(4, 0), low, theme.font,
                        Qt::AlignLeft | Qt::AlignBottom);
            painter.save();
            painter.translate(box.right() + side + 8, box.center().y());
            painter.rotate(-90);
            drawAligned(painter, {}, name, theme.font, Qt::AlignHCenter | Qt::AlignTop);
            painter.restore();
        },
        false);
}

namespace {

/// Width of a bar panel in pixels, before it is laid out.
double barPanelWidth(const QCPAxisRect *panel)
{
    const auto names = qSharedPointerDynamicCast<QCPAxisTickerText>(yAxis(panel)->ticker());
    const QFontMetricsF metrics(yAxis(panel)->tickLabelFont());
    double labels = 0;
    if (names) {
        for (const QString &name : names->ticks())
            labels = std::max(labels, metrics.horizontalAdvance(name));
    }
    const QMargins outer = panel->parentPlot()->plotLayout()->margins(), inner = panel->minimumMargins();
    return std::max(60.0, panel->parentPlot()->viewport().width() - outer.left() - outer.right() -
                              inner.right() - labels - yAxis(panel)->tickLabelPadding() - 4);
}

} // namespace

void addBars(QCPAxisRect *panel, const PlotTheme &theme, std::vector<BarRow> rows, double mark)
{
    constexpr double gap = 12; // pixels around a text
    const QFont font = yAxis(panel)->tickLabelFont();
    const QFontMetricsF metrics(font);
    const double width = barPanelWidth(panel);
    double low = 0, high = 0, leftRoom = 0, rightRoom = 0;
    for (BarRow &row : rows) {
        row.text = elided(row.text, font, width * 0.7);
        double &side = row.value < 0 ? leftRoom : rightRoom;
        side = std::max(side, metrics.horizontalAdvance(row.text) + gap + (row.cut ? 8 : 0));
        low = std::min(low, row.value);
        high = std::max(high, row.value);
    }
    const double span = high > low ? high - low : 1,
                 perPixel = span / std::max(width * 0.2, width - leftRoom - rightRoom);
    xAxis(panel)->setRange(low - leftRoom * perPixel, std::max(high, low + span) + rightRoom * perPixel);
    if (!std::isnan(mark))
        addVerticalLine(panel, mark, QPen(theme.muted, 1, Qt::DashLine));
    xAxis(panel)->grid()->setVisible(true);
    addPainted(panel, [rows, theme, font, metrics, mark](QCPPainter &painter, const QCPAxisRect &area) {
        const double zero = xAxis(&area)->coordToPixel(0);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double row = static_cast<double>(i);
            const QPointF a = toPixels(area, 0, row - 0.35), b = toPixels(area, rows[i].value, row + 0.35);
            QPolygonF bar{a, {b.x(), a.y()}};
            const bool left = rows[i].value < 0;
            if (rows[i].cut)
                bar << QPointF(b.x() + (left ? -7 : 7), (a.y() + b.y()) / 2);
            bar << b << QPointF(zero, b.y());
            painter.setPen(Qt::NoPen);
            painter.setBrush(rows[i].colour);
            painter.drawPolygon(bar);
            const double apart = rows[i].cut ? 11 : 5;
            const QPointF end(b.x() + (left ? -apart : apart), (a.y() + b.y()) / 2);
            if (!std::isnan(mark)) { // the line would run through the text
                painter.setBrush(theme.background);
                painter.drawRect(QRectF(end.x() - 1, end.y() - metrics.height() / 2,
                                        metrics.horizontalAdvance(rows[i].text) + 2, metrics.height()));
            }
            painter.setPen(theme.foreground);
            drawAligned(painter, end, rows[i].text, font,
                        Qt::AlignVCenter | (left ? Qt::AlignRight : Qt::AlignLeft));
        }
        painter.setPen(QPen(theme.foreground, 1));
        painter.drawLine(QLineF(zero, area.top(), zero, area.bottom()));
    });
    yAxis(panel)->setBasePen(Qt::NoPen);
}

int nearestPoint(const QPointF &position, int count, const std::function<QPointF(int)> &place)
{
    int best = -1;
    double least = 100; // square of 10 pixels
    for (int i = 0; i < count; ++i) {
        const QPointF apart = place(i) - position;
        const double distance = QPointF::dotProduct(apart, apart);
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

QString fileNamePart(const std::string &text)
{
    QString part;
    for (const QChar c : fromStd(text).toLower())
        part += c.isLetterOrNumber() && c.unicode() < 128 ? c : QLatin1Char('_');
    return part;
}

QString fromStd(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace pathgan
