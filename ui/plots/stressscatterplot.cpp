// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/stressscatterplot.h"

#include "core/base/statistics.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pathgan {

StressScatterPlot::StressScatterPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("stressScatterPlot"));
    refresh();
}

void StressScatterPlot::setRuns(std::shared_ptr<const StressRun> expression,
                                std::shared_ptr<const StressRun> predicted)
{
    m_expression = std::move(expression);
    m_predicted = std::move(predicted);
    m_points.clear();
    std::unordered_map<std::string, double> tolerance;
    if (m_predicted) {
        for (std::size_t i = 0; i < m_predicted->tolerance50.size(); ++i)
            tolerance[m_predicted->samples[i]] = m_predicted->tolerance50[i];
    }
    for (std::size_t i = 0; m_expression && i < m_expression->tolerance50.size(); ++i) {
        const std::string &sample = m_expression->samples[i];
        Point point{sample, m_expression->growth[i], m_expression->tolerance50[i]};
        if (m_predicted) {
            const auto found = tolerance.find(sample);
            point.x = m_expression->tolerance50[i];
            point.y = found == tolerance.end() ? std::nan("") : found->second;
        }
        if (std::isfinite(point.x) && std::isfinite(point.y))
            m_points.push_back(std::move(point));
    }
    refresh();
}

QString StressScatterPlot::fileName() const
{
    return m_predicted ? QStringLiteral("stress_tolerance_predicted")
                       : QStringLiteral("stress_growth_tolerance");
}

QString StressScatterPlot::title() const
{
    return m_predicted ? tr("Tolerance: from expression and from predicted fluxes")
                       : tr("Growth and tolerance");
}

QString StressScatterPlot::summary() const
{
    return tr("Scatter plot of %n sample(s).", nullptr, static_cast<int>(m_points.size()));
}

QSizeF StressScatterPlot::preferredSizeMm() const
{
    return {120, 105};
}

Table StressScatterPlot::data() const
{
    Table table{{"sample", m_predicted ? "tolerance50_expression" : "growth",
                 m_predicted ? "tolerance50_predicted" : "tolerance50"},
                {}};
    for (const Point &point : m_points)
        table.rows.push_back({point.sample, point.x, point.y});
    return table;
}

bool StressScatterPlot::isEmpty() const
{
    return m_points.empty();
}

void StressScatterPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPAxisRect *panel = addPanel(canvas, theme());
    std::vector<double> xs, ys;
    for (const Point &point : m_points) {
        xs.push_back(point.x);
        ys.push_back(point.y);
    }
    const auto [x0, x1] = std::minmax_element(xs.begin(), xs.end());
    const auto [y0, y1] = std::minmax_element(ys.begin(), ys.end());
    QCPRange x = paddedRange(*x0, *x1), y = paddedRange(*y0, *y1);
    if (m_predicted) {
        x = y = paddedRange(std::min(*x0, *y0), std::max(*x1, *y1));
        addCurve(panel, {x.lower, x.upper}, {x.lower, x.upper}, QPen(theme().muted, 1, Qt::DashLine));
    }
    xAxis(panel)->setRange(x);
    yAxis(panel)->setRange(y);
    xAxis(panel)->setLabel(m_predicted ? tr("r₅₀ from expression (mmol/gDW/h)")
                                       : tr("growth without load μ₀ (1/h)"));
    yAxis(panel)->setLabel(m_predicted ? tr("r₅₀ from predicted fluxes (mmol/gDW/h)")
                                       : tr("tolerance r₅₀ (mmol/gDW/h)"));
    addPoints(panel, QVector<double>(xs.begin(), xs.end()), QVector<double>(ys.begin(), ys.end()),
              QCPScatterStyle::ssDisc, categoryColour(0));
    addNotes(canvas,
             {tr("Spearman ρ = %1, n = %2. r₅₀: largest load with at least half of the growth without load.")
                  .arg(figureNumber(spearman(xs, ys), 2))
                  .arg(m_points.size()) +
              (m_predicted ? tr(" Dashed: equal.") : QString())});
}

const StressScatterPlot::Point *StressScatterPlot::nearest(const QPointF &position) const
{
    const QCPAxisRect &area = *canvas().axisRect(0);
    const int index = nearestPoint(position, static_cast<int>(m_points.size()), [&](int i) {
        return toPixels(area, m_points[std::size_t(i)].x, m_points[std::size_t(i)].y);
    });
    return index < 0 ? nullptr : &m_points[std::size_t(index)];
}

QString StressScatterPlot::readout(const QPointF &position) const
{
    const Point *point = nearest(position);
    return point ? QStringLiteral("%1\n%2, %3")
                       .arg(fromStd(point->sample), figureNumber(point->x), figureNumber(point->y))
                 : QString();
}

std::vector<Mark> StressScatterPlot::marksAt(const QPointF &position) const
{
    const Point *point = nearest(position);
    return point ? std::vector<Mark>{{Thing::Sample, fromStd(point->sample)}} : std::vector<Mark>();
}

QStringList StressScatterPlot::named(Thing thing) const
{
    QStringList names;
    for (const Point &point : m_points)
        if (thing == Thing::Sample)
            names << fromStd(point.sample);
    return names;
}

std::vector<MarkPlace> StressScatterPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const QCPAxisRect &panel = *canvas.axisRect(0);
    for (const Point &point : m_points)
        if (mark.thing == Thing::Sample && fromStd(point.sample) == mark.name)
            return {ringAt(panel, toPixels(panel, point.x, point.y), 7)};
    return {};
}

} // namespace pathgan
