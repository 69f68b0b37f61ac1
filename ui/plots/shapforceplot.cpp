// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/shapforceplot.h"

#include "ui/coretext.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double shapHeight = 0.1; // of shap's polygons
constexpr double barHeight = 24;   // pixels
constexpr int mostArrows = 60;     // genes of a run that still get an arrow each, as in shap
constexpr std::size_t ownArrows = 12;

/// Top of the arrows; three lines of text fit above.
double barTop(const QCPAxisRect &area, const PlotTheme &theme)
{
    return area.top() + 3 * QFontMetricsF(theme.font).lineSpacing() + 10;
}

/// Horizontally in data coordinates, vertically at a fixed place.
QPolygonF arrow(const QCPAxisRect &area, const std::vector<QPointF> &outline, double top)
{
    QPolygonF polygon;
    for (const QPointF &point : outline)
        polygon << QPointF(xAxis(&area)->coordToPixel(point.x()),
                           top + barHeight * (1 - point.y() / shapHeight));
    return polygon;
}

void paintArrows(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force,
                 const PlotTheme &theme)
{
    const double top = barTop(area, theme);
    for (const auto *side : {&force.negative, &force.positive}) {
        for (const ForceSegment &segment : *side) {
            const QPolygonF polygon = arrow(area, force.outline(segment), top);
            painter.setPen(polygon.boundingRect().width() > 3 ? QPen(theme.background, 1) : QPen(Qt::NoPen));
            QColor colour = segment.value > 0 ? forcePositive() : forceNegative();
            if (segment.gene < 0)
                colour.setAlphaF(0.45F);
            painter.setBrush(colour);
            painter.drawPolygon(polygon);
        }
    }
}

/// A text below the arrows and the leader that comes down to it.
struct Label
{
    double leader = 0, left = 0, right = 0; ///< pixels
    std::size_t line = 0;
    QString text;
    QColor colour;
};

bool textsCollide(const Label &a, const Label &b)
{
    return a.line == b.line && a.left < b.right + 8 && b.left < a.right + 8;
}

bool leaderCrosses(const Label &a, const Label &b)
{
    return b.line < a.line && a.leader > b.left - 3 && a.leader < b.right + 3;
}

/// First line where the label meets no other; where leaders are too close for that, where its text meets
/// none.
void chooseLine(Label &label, const std::vector<Label> &placed, std::size_t lines)
{
    const auto find = [&](const auto &collides) {
        for (label.line = 0; label.line < lines; ++label.line)
            if (std::none_of(placed.begin(), placed.end(), collides))
                return true;
        return false;
    };
    const auto texts = [&label](const Label &other) { return textsCollide(label, other); };
    const auto anything = [&](const Label &other) {
        return texts(other) || leaderCrosses(label, other) || leaderCrosses(other, label);
    };
    if (!find(anything))
        find(texts);
}

/// From the outside in, texts pointing outwards: then leaders need cross no text.
std::vector<Label> placeLabels(const QCPAxisRect &area, const ForceGeometry &force, const PlotTheme &theme)
{
    const QFontMetricsF metrics(theme.font);
    const double room = area.bottom() - barTop(area, theme) - barHeight - 10;
    const auto lines =
        static_cast<std::size_t>(std::max(0.0, std::floor(room / (metrics.lineSpacing() + 1))));
    std::vector<Label> placed;
    for (const auto *side : {&force.negative, &force.positive}) {
        for (std::size_t i = side->size(); i-- > 0;) {
            const ForceSegment &segment = (*side)[i];
            const double middle = xAxis(&area)->coordToPixel((segment.begin + segment.end) / 2);
            if (!segment.labelled || middle < area.left() || middle > area.right())
                continue;
            const double wide = metrics.horizontalAdvance(segment.label), limit = area.right() - wide - 2;
            Label label{middle,        middle - (segment.value > 0 ? wide - 4 : 4),          0, 0,
                        segment.label, segment.value > 0 ? forcePositive() : forceNegative()};
            label.left = std::clamp(label.left, area.left() + 2.0, std::max(area.left() + 2.0, limit));
            label.right = label.left + wide;
            chooseLine(label, placed, lines);
            if (label.line < lines) // else no room: the read-out names it
                placed.push_back(label);
        }
    }
    return placed;
}

void paintLabels(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force,
                 const PlotTheme &theme)
{
    const QFontMetricsF metrics(theme.font);
    const double bottom = barTop(area, theme) + barHeight;
    const std::vector<Label> labels = placeLabels(area, force, theme);
    const auto top = [&](const Label &label) {
        return bottom + 10 + static_cast<double>(label.line) * (metrics.lineSpacing() + 1);
    };
    for (const Label &label : labels) {
        painter.setPen(QPen(label.colour, 1));
        painter.drawLine(QLineF(label.leader, bottom + 1, label.leader, top(label)));
    }
    painter.setFont(theme.font);
    for (const Label &label : labels) {
        painter.setPen(Qt::NoPen); // a leader may pass behind the text
        painter.setBrush(theme.background);
        painter.drawRect(QRectF(label.left, top(label) + 1, label.right - label.left, metrics.height() - 2));
        painter.setPen(theme.foreground);
        painter.drawText(QPointF(label.left, top(label) + metrics.ascent()), label.text);
    }
}

void paintHeads(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force,
                const PlotTheme &theme, const QString &higher, const QString &lower, const QString &baseName)
{
    const double top = barTop(area, theme), step = QFontMetricsF(theme.font).lineSpacing();
    const double out = xAxis(&area)->coordToPixel(force.output),
                 base = xAxis(&area)->coordToPixel(force.base);
    const auto text = [&](double x, double y, const QString &what, const QFont &font, Qt::Alignment side) {
        const double wide = QFontMetricsF(font).horizontalAdvance(what);
        const double left = x - (side == Qt::AlignRight ? wide : side == Qt::AlignHCenter ? wide / 2 : 0);
        painter.setFont(font);
        painter.drawText(QPointF(std::clamp(left, area.left() + 2.0,
                                            std::max(area.left() + 2.0, area.right() - wide - 2.0)),
                                 y),
                         what);
    };
    painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
    painter.drawLine(QLineF(base, top - 2 * step - 4, base, top + barHeight));
    painter.setPen(theme.foreground);
    painter.drawLine(QLineF(out, top - 4, out, top + barHeight));
    text(out - 10, top - 5, higher + QStringLiteral(" →"), theme.font, Qt::AlignRight);
    text(out + 10, top - 5, QStringLiteral("← ") + lower, theme.font, Qt::AlignLeft);
    text(out, top - 6 - step,
         QStringLiteral("f(x) = ") +
             QString::number(force.output, 'f', 2).replace(QLatin1Char('-'), QChar(0x2212)),
         scaledFont(theme, 1, true), Qt::AlignHCenter);
    text(base, top - 8 - 2 * step, baseName, theme.font, Qt::AlignHCenter);
}

} // namespace

ShapForcePlot::ShapForcePlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("shapForcePlot"));
    refresh();
}

void ShapForcePlot::setRun(std::shared_ptr<const ShapRun> run)
{
    m_run = std::move(run);
    rebuild();
}

void ShapForcePlot::setSample(int sample)
{
    m_sample = sample;
    rebuild();
}

void ShapForcePlot::rebuild()
{
    if (!m_run || m_sample < 0 || m_sample >= m_run->values.rows())
        m_sample = 0;
    m_force = isEmpty() ? ForceGeometry()
                        : forceGeometry(*m_run, m_sample, m_run->values.cols() > mostArrows ? ownArrows : 0);
    refresh();
}

bool ShapForcePlot::isEmpty() const
{
    return !m_run || m_run->values.rows() == 0;
}

QString ShapForcePlot::fileName() const
{
    return isEmpty() ? QStringLiteral("shap_force")
                     : QStringLiteral("shap_force_") + fromStd(m_run->samples[std::size_t(m_sample)]);
}

QString ShapForcePlot::title() const
{
    return isEmpty()
               ? tr("Forces on one sample")
               : tr("What moves the prediction of %1").arg(fromStd(m_run->samples[std::size_t(m_sample)]));
}

QString ShapForcePlot::summary() const
{
    if (isEmpty())
        return tr("Force plot of one sample.");
    const auto values = m_run->values.row(m_sample).array();
    return tr("From the base value %1 to the output %2: %3 genes push up, %4 push down.")
        .arg(figureNumber(m_force.base), figureNumber(m_force.output))
        .arg((values > 0).count())
        .arg((values < 0).count());
}

QSizeF ShapForcePlot::preferredSizeMm() const
{
    return {175, 85};
}

Table ShapForcePlot::data() const
{
    Table table{{"gene", "expression", "shap", "from", "to"}, {}};
    for (const auto *side : {&m_force.positive, &m_force.negative}) {
        for (const ForceSegment &segment : *side) {
            const bool gene = segment.gene >= 0;
            table.rows.push_back(
                {gene ? m_run->genes[std::size_t(segment.gene)] : segment.label.toStdString(),
                 gene ? static_cast<double>(m_run->data(m_sample, segment.gene)) : std::nan(""),
                 segment.value, segment.begin, segment.end});
        }
    }
    return table;
}

void ShapForcePlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPAxisRect *panel = addPanel(canvas, theme());
    hideAxis(*yAxis(panel));
    xAxis(panel)->grid()->setVisible(false);
    panel->setRangeDrag(Qt::Horizontal);
    panel->setRangeZoom(Qt::Horizontal);
    const double room = m_force.high > m_force.low ? 0 : std::max(1e-6, std::abs(m_force.base) * 0.1);
    xAxis(panel)->setRange(m_force.low - room, m_force.high + room);
    xAxis(panel)->setLabel(QStringLiteral("%1 (%2)").arg(coreText(m_run->outputName), coreText(m_run->unit)));
    addPainted(panel, [force = m_force, theme = theme(), higher = tr("higher"), lower = tr("lower"),
                       base = tr("base value %1").arg(figureNumber(m_force.base))](QCPPainter &painter,
                                                                                   const QCPAxisRect &area) {
        paintArrows(painter, area, force, theme);
        paintHeads(painter, area, force, theme, higher, lower, base);
        paintLabels(painter, area, force, theme);
    });
    QStringList lines{
        tr("Left of f(x), red: raises the output; right, blue: lowers it. Expression is log2(x + 1).")};
    if (m_force.othersUp != 0 || m_force.othersDown != 0)
        lines << tr("Pale: all other genes together; they raise by %1 and lower by %2, the width is the net "
                    "sum.")
                     .arg(figureNumber(m_force.othersUp), figureNumber(-m_force.othersDown));
    else
        lines << tr("Genes that contribute less than 5 % (or find no room) are not named.");
    if (m_run->additivityError.size() > m_sample)
        lines << tr("Additivity error: %1.").arg(figureNumber(m_run->additivityError[m_sample], 2));
    lines << tr("One of those explained: %1.").arg(explainedText(m_run->chosen));
    addCaption(canvas, theme(), lines);
}

int ShapForcePlot::segmentAt(const QPointF &position) const
{
    const QCPAxisRect &area = *canvas().axisRect(0);
    const QPointF at = toData(area, position);
    const double below = position.y() - barTop(area, theme());
    if (below < 0 || below > barHeight)
        return -1;
    int index = 0;
    for (const auto *side : {&m_force.positive, &m_force.negative}) {
        for (const ForceSegment &segment : *side) {
            if (at.x() >= std::min(segment.begin, segment.end) &&
                at.x() <= std::max(segment.begin, segment.end))
                return index;
            ++index;
        }
    }
    return -1;
}

QString ShapForcePlot::readout(const QPointF &position) const
{
    const int index = segmentAt(position);
    if (index < 0)
        return {};
    const std::size_t up = m_force.positive.size(), i = std::size_t(index);
    const ForceSegment &segment = i < up ? m_force.positive[i] : m_force.negative[i - up];
    return QStringLiteral("%1\nφ = %2").arg(segment.label, figureNumber(segment.value, 4));
}

void ShapForcePlot::clicked(const QPointF &position)
{
    const int index = segmentAt(position);
    if (index < 0)
        return;
    const std::size_t up = m_force.positive.size(), i = std::size_t(index);
    const ForceSegment &segment = i < up ? m_force.positive[i] : m_force.negative[i - up];
    if (segment.gene >= 0)
        emit geneClicked(fromStd(m_run->genes[std::size_t(segment.gene)]));
}

} // namespace pathgan
