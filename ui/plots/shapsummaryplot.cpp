// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/shapsummaryplot.h"

#include "ui/coretext.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/markslayer_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

ShapSummaryPlot::ShapSummaryPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("shapSummaryPlot"));
    refresh();
}

void ShapSummaryPlot::setRun(std::shared_ptr<const ShapRun> run)
{
    m_run = std::move(run);
    rebuild();
}

void ShapSummaryPlot::setTop(int rows)
{
    m_top = rows;
    rebuild();
}

void ShapSummaryPlot::setRemainder(bool on)
{
    m_remainder = on;
    rebuild();
}

void ShapSummaryPlot::rebuild()
{
    m_rows =
        m_run && m_run->values.rows() > 0 ? swarmRows(*m_run, m_top, m_remainder) : std::vector<SwarmRow>();
    refresh();
}

bool ShapSummaryPlot::isEmpty() const
{
    return m_rows.empty();
}

QString ShapSummaryPlot::fileName() const
{
    return QStringLiteral("shap_summary");
}

QString ShapSummaryPlot::title() const
{
    return tr("What the genes do to the prediction");
}

QString ShapSummaryPlot::summary() const
{
    if (isEmpty())
        return tr("Beeswarm of SHAP values by gene.");
    return tr("Beeswarm of the SHAP values of %n gene(s), coloured by expression; the most important is %1.",
              nullptr, static_cast<int>(m_rows.size()))
        .arg(m_rows.front().label);
}

Table ShapSummaryPlot::data() const
{
    Table table{{"gene", "sample", "shap", "expression"}, {}};
    for (const SwarmRow &row : m_rows) {
        for (const SwarmPoint &point : row.points)
            table.rows.push_back(
                {row.gene >= 0 ? m_run->genes[std::size_t(row.gene)] : row.label.toStdString(),
                 m_run->samples[std::size_t(point.sample)], point.x,
                 row.gene >= 0 ? static_cast<double>(m_run->data(point.sample, row.gene)) : std::nan("")});
    }
    return table;
}

namespace {

/// Least and greatest SHAP value to show. The remainder of thousands of genes would press every gene into one
/// line: it reaches a little beyond them at most.
std::pair<double, double> reachOf(const std::vector<SwarmRow> &rows)
{
    double low = 0, high = 0;
    for (const SwarmRow &row : rows) {
        const bool bound = row.gene < 0 && rows.size() > 1;
        const double reach = remainderReach * std::max(-low, high);
        for (const SwarmPoint &point : row.points) {
            low = std::min(low, bound ? std::max(point.x, -reach) : point.x);
            high = std::max(high, bound ? std::min(point.x, reach) : point.x);
        }
    }
    return {low, high};
}

bool isBeyond(const std::vector<SwarmRow> &rows, const std::pair<double, double> &reach)
{
    return !rows.empty() &&
           std::any_of(rows.back().points.begin(), rows.back().points.end(), [&](const SwarmPoint &point) {
               return point.x < reach.first || point.x > reach.second;
           });
}

/// At the edge where a sum lies outside of the axis.
void drawArrowhead(QCPPainter &painter, const QCPAxisRect &area, const QPointF &centre)
{
    const bool left = centre.x() < area.left();
    const double tip = left ? area.left() + 1 : area.right() - 1, base = tip + (left ? 6 : -6);
    painter.drawPolygon(QPolygonF(
        {{tip, centre.y()}, {base, centre.y() - 3.5}, {base, centre.y() + 3.5}, {tip, centre.y()}}));
}

void paintSwarm(QCPPainter &painter, const QCPAxisRect &area, const std::vector<SwarmRow> &rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double y = yAxis(&area)->coordToPixel(static_cast<double>(i));
        painter.setPen(QPen(QColor(0xcc, 0xcc, 0xcc), 0.6, Qt::DotLine));
        painter.drawLine(QLineF(area.left(), y, area.right(), y));
    }
    const double rowPixels = std::abs(toPixels(area, 0, 1).y() - toPixels(area, 0, 0).y());
    const double radius = std::clamp(rowPixels * 0.09, 1.2, 2.6);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const SwarmPoint &point : rows[i].points) {
            // Upwards in shap's picture; this axis points down.
            const QPointF centre = toPixels(area, point.x, static_cast<double>(i) - point.offset);
            painter.setBrush(std::isnan(point.colour) ? missingColour() : shapColour(point.colour));
            painter.setPen(Qt::NoPen);
            if (rows[i].gene < 0 && (centre.x() < area.left() || centre.x() > area.right()))
                drawArrowhead(painter, area, centre);
            else
                painter.drawEllipse(centre, radius, radius);
        }
    }
}

} // namespace

void ShapSummaryPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPLayoutGrid *grid = addGrid(canvas);
    QCPAxisRect *panel = addPanel(canvas, theme(), grid);
    QStringList names;
    for (const SwarmRow &row : m_rows)
        names << row.label;
    const std::pair<double, double> reach = reachOf(m_rows);
    setCategories(*yAxis(panel), names, theme());
    yAxis(panel)->setBasePen(Qt::NoPen);
    xAxis(panel)->grid()->setVisible(false);
    xAxis(panel)->setRange(paddedRange(reach.first, reach.second));
    xAxis(panel)->setLabel(tr("SHAP value (impact on model output)"));
    addVerticalLine(panel, 0, QPen(QColor(0x99, 0x99, 0x99), 1));
    std::size_t marks = 0;
    for (const SwarmRow &row : m_rows)
        marks += row.points.size();
    addPainted(panel, [rows = m_rows, marks](QCPPainter &painter, const QCPAxisRect &area) {
        paintMarks(painter, area.rect(), marks, [&](QCPPainter &inner) { paintSwarm(inner, area, rows); });
    });
    addColourBar(canvas, theme(), grid, 1, shapColour, tr("Gene expression"), tr("Low"), tr("High"));
    QStringList lines{
        tr("Output: %1 (%2). Explained: %3. Colour: expression of the gene, 5th to 95th percentile; "
           "grey: missing, or the sum of genes.")
            .arg(coreText(m_run->outputName), coreText(m_run->unit), explainedText(m_run->chosen))};
    if (isBeyond(m_rows, reach))
        lines << tr("Arrowheads: sums beyond the axis.");
    addNotes(canvas, lines);
}

std::pair<int, int> ShapSummaryPlot::nearest(const QPointF &position) const
{
    const QCPAxisRect &area = *canvas().axisRect(0);
    const int row = static_cast<int>(std::lround(toData(area, position).y()));
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return {-1, -1};
    const std::vector<SwarmPoint> &points = m_rows[std::size_t(row)].points;
    return {row, nearestPoint(position, static_cast<int>(points.size()), [&](int i) {
                const SwarmPoint &point = points[std::size_t(i)];
                return toPixels(area, point.x, row - point.offset);
            })};
}

QString ShapSummaryPlot::readout(const QPointF &position) const
{
    const auto [row, point] = nearest(position);
    if (row < 0 || point < 0)
        return {};
    const SwarmRow &line = m_rows[std::size_t(row)];
    const SwarmPoint &swarm = line.points[std::size_t(point)];
    QString text =
        QStringLiteral("%1 · %2\nφ = %3")
            .arg(line.label, fromStd(m_run->samples[std::size_t(swarm.sample)]), figureNumber(swarm.x, 4));
    if (line.gene >= 0)
        text +=
            tr("\nexpression %1")
                .arg(withDecimalMark(valueText(static_cast<double>(m_run->data(swarm.sample, line.gene)))));
    return text;
}

std::vector<Mark> ShapSummaryPlot::marksAt(const QPointF &position) const
{
    const auto [row, point] = nearest(position);
    if (row < 0)
        return {};
    const SwarmRow &line = m_rows[std::size_t(row)];
    std::vector<Mark> marks;
    if (point >= 0)
        marks.push_back(
            {Thing::Sample, fromStd(m_run->samples[std::size_t(line.points[std::size_t(point)].sample)])});
    if (line.gene >= 0)
        marks.push_back({Thing::Gene, fromStd(m_run->genes[std::size_t(line.gene)])});
    return marks;
}

QStringList ShapSummaryPlot::named(Thing thing) const
{
    QStringList names;
    if (thing == Thing::Sample && !isEmpty())
        for (const std::string &sample : m_run->samples)
            names << fromStd(sample);
    for (const SwarmRow &row : m_rows)
        if (thing == Thing::Gene && row.gene >= 0)
            names << fromStd(m_run->genes[std::size_t(row.gene)]);
    return names;
}

std::vector<MarkPlace> ShapSummaryPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const QCPAxisRect &panel = *canvas.axisRect(0);
    std::vector<MarkPlace> found;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const SwarmRow &row = m_rows[i];
        if (mark.thing == Thing::Gene && row.gene >= 0 &&
            fromStd(m_run->genes[std::size_t(row.gene)]) == mark.name)
            found.push_back(rowAt(panel, double(i), 0.45));
        for (const SwarmPoint &point : row.points)
            if (mark.thing == Thing::Sample &&
                fromStd(m_run->samples[std::size_t(point.sample)]) == mark.name)
                found.push_back(ringAt(panel, toPixels(panel, point.x, double(i) - point.offset), 5));
    }
    return found;
}

} // namespace pathgan
