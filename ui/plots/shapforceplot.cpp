#include "ui/plots/shapforceplot.h"

#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double barTop = 0.1;
constexpr double topOfRange = 0.24, bottomOfRange = -0.32;

QPolygonF polygonInPixels(const QCPAxisRect &area, const std::vector<QPointF> &outline)
{
    QPolygonF polygon;
    for (const QPointF &point : outline)
        polygon << toPixels(area, point.x(), point.y());
    return polygon;
}

void paintArrows(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force, const QColor &gap)
{
    for (const auto *side : {&force.negative, &force.positive}) {
        for (const ForceSegment &segment : *side) {
            const QPolygonF polygon = polygonInPixels(area, force.outline(segment));
            const double width = polygon.boundingRect().width();
            painter.setPen(width > 3 ? QPen(gap, 1) : QPen(Qt::NoPen));
            painter.setBrush(segment.value > 0 ? forcePositive() : forceNegative());
            painter.drawPolygon(polygon);
        }
    }
}

/// Labels below their arrows with leader lines, in as many lines as it takes that none overlap.
void paintLabels(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force,
                 const PlotTheme &theme)
{
    const QFontMetricsF metrics(theme.font);
    const double top = toPixels(area, 0, 0).y();
    std::vector<std::vector<std::pair<double, double>>> taken; // by line: spans
    for (const auto *side : {&force.negative, &force.positive}) {
        for (const ForceSegment &segment : *side) {
            if (!segment.labelled)
                break;
            const double middle = xAxis(&area)->coordToPixel((segment.begin + segment.end) / 2);
            if (middle < area.left() || middle > area.right())
                continue;
            const double wide = metrics.horizontalAdvance(segment.label);
            const double left = std::clamp(middle - wide / 2, area.left() + 2.0,
                                           std::max(area.left() + 2.0, area.right() - wide - 2.0));
            std::size_t line = 0;
            for (;; ++line) {
                if (line == taken.size())
                    taken.emplace_back();
                const bool free = std::none_of(taken[line].begin(), taken[line].end(), [&](const auto &span) {
                    return left < span.second + 8 && left + wide + 8 > span.first;
                });
                if (free)
                    break;
            }
            taken[line].emplace_back(left, left + wide);
            // Leaders cross lower lines: they keep their place there.
            for (std::size_t above = 0; above < line; ++above)
                taken[above].emplace_back(middle - 1, middle + 1);
            const double y = top + 12 + static_cast<double>(line) * (metrics.lineSpacing() + 3);
            const QColor colour = segment.value > 0 ? forcePositive() : forceNegative();
            painter.setPen(QPen(colour, 1));
            painter.drawLine(QLineF(middle, top + 2, middle, y + 1));
            painter.setPen(theme.foreground);
            painter.setFont(theme.font);
            painter.drawText(QPointF(left, y + 1 + metrics.ascent()), segment.label);
        }
    }
}

void paintHeads(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force,
                const PlotTheme &theme, const QString &higher, const QString &lower, const QString &baseName)
{
    const QFontMetricsF metrics(theme.font);
    const QPointF out = toPixels(area, force.output, barTop);
    const auto text = [&](double x, double y, const QString &what, const QFont &font, Qt::Alignment side) {
        const double wide = QFontMetricsF(font).horizontalAdvance(what);
        double left = x - (side == Qt::AlignRight ? wide : side == Qt::AlignHCenter ? wide / 2 : 0);
        left = std::clamp(left, area.left() + 2.0, std::max(area.left() + 2.0, area.right() - wide - 2.0));
        painter.setFont(font);
        painter.drawText(QPointF(left, y), what);
    };
    const double step = metrics.lineSpacing(), base = xAxis(&area)->coordToPixel(force.base);
    painter.setPen(theme.foreground);
    text(out.x() - 10, out.y() - 6, higher + QStringLiteral(" →"), theme.font, Qt::AlignRight);
    text(out.x() + 10, out.y() - 6, QStringLiteral("← ") + lower, theme.font, Qt::AlignLeft);
    text(out.x(), out.y() - 8 - step,
         QStringLiteral("f(x) = ") + QString::number(force.output, 'f', 2).replace('-', QChar(0x2212)),
         scaledFont(theme, 2, true), Qt::AlignHCenter);
    painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
    painter.drawLine(QLineF(base, out.y() - 10 - 2 * step, base, toPixels(area, 0, 0).y()));
    painter.drawLine(QLineF(out.x(), out.y() - 5, out.x(), toPixels(area, 0, 0).y()));
    painter.setPen(theme.muted);
    text(base, out.y() - 12 - 2 * step, baseName, theme.font, Qt::AlignHCenter);
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
    m_force = isEmpty() ? ForceGeometry() : forceGeometry(*m_run, m_sample);
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
    return tr("From the base value %1 to the output %2: %3 genes push up, %4 push down.")
        .arg(figureNumber(m_force.base), figureNumber(m_force.output))
        .arg(m_force.positive.size())
        .arg(m_force.negative.size());
}

QSizeF ShapForcePlot::preferredSizeMm() const
{
    return {175, 70};
}

Table ShapForcePlot::data() const
{
    Table table{{"gene", "expression", "shap", "from", "to"}, {}};
    for (const auto *side : {&m_force.positive, &m_force.negative}) {
        for (const ForceSegment &segment : *side)
            table.rows.push_back({m_run->genes[std::size_t(segment.gene)],
                                  static_cast<double>(m_run->data(m_sample, segment.gene)), segment.value,
                                  segment.begin, segment.end});
    }
    return table;
}

void ShapForcePlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPAxisRect *panel = addPanel(canvas, theme());
    hideAxis(*yAxis(panel));
    xAxis(panel)->grid()->setVisible(false);
    yAxis(panel)->setRange(bottomOfRange, topOfRange);
    const double room = m_force.high > m_force.low ? 0 : std::max(1e-6, std::abs(m_force.base) * 0.1);
    xAxis(panel)->setRange(m_force.low - room, m_force.high + room);
    xAxis(panel)->setLabel(QStringLiteral("%1 (%2)").arg(fromStd(m_run->outputName), fromStd(m_run->unit)));
    addPainted(panel, [force = m_force, theme = theme(), higher = tr("higher"), lower = tr("lower"),
                       base = tr("base value %1").arg(figureNumber(m_force.base))](QCPPainter &painter,
                                                                                   const QCPAxisRect &area) {
        paintArrows(painter, area, force, theme.background);
        paintHeads(painter, area, force, theme, higher, lower, base);
        paintLabels(painter, area, force, theme);
    });
    QStringList lines{
        tr("Left of f(x), red: raises the output; right, blue: lowers it. Genes that contribute less "
           "than 5 % are not named; expression is log2(x + 1).")};
    if (m_run->additivityError.size() > m_sample)
        lines << tr("Additivity error: %1.").arg(figureNumber(m_run->additivityError[m_sample], 2));
    addCaption(canvas, theme(), lines);
}

int ShapForcePlot::segmentAt(const QPointF &position) const
{
    const QPointF at = toData(*canvas().axisRect(0), position);
    if (at.y() < 0 || at.y() > barTop)
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
    emit geneClicked(fromStd(m_run->genes[std::size_t(segment.gene)]));
}

} // namespace pathgan
