// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/fluxdistributionplot.h"

#include "core/base/constant.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

std::vector<int> histogram(const std::vector<double> &values, double low, double high)
{
    const int bins =
        std::clamp(static_cast<int>(std::ceil(std::sqrt(static_cast<double>(values.size())))), 5, 40);
    std::vector<int> counts(static_cast<std::size_t>(bins), 0);
    for (const double value : values) {
        const int bin = high > low ? static_cast<int>((value - low) / (high - low) * bins) : bins / 2;
        ++counts[static_cast<std::size_t>(std::clamp(bin, 0, bins - 1))];
    }
    return counts;
}

} // namespace

FluxDistributionPlot::FluxDistributionPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("fluxDistributionPlot"));
    refresh();
}

void FluxDistributionPlot::setRun(std::shared_ptr<const FluxRun> run, int reaction)
{
    m_run = std::move(run);
    m_reaction = reaction;
    m_order.clear();
    if (m_run && reaction >= 0 && reaction < m_run->values.cols()) {
        for (Index s = 0; s < m_run->values.rows(); ++s) {
            if (std::isfinite(m_run->values(s, reaction)))
                m_order.push_back(s);
        }
        std::stable_sort(m_order.begin(), m_order.end(), [&](Index a, Index b) {
            return m_run->values(a, reaction) < m_run->values(b, reaction);
        });
    }
    rescale();
}

void FluxDistributionPlot::setScale(AxisScale scale)
{
    m_axis = scale;
    rescale();
}

void FluxDistributionPlot::rescale()
{
    std::vector<double> values;
    for (const Index s : m_order)
        values.push_back(m_run->values(s, m_reaction));
    m_values = ValueScale::of(values, m_axis);
    refresh();
}

QString FluxDistributionPlot::fileName() const
{
    return isEmpty() ? QStringLiteral("flux")
                     : QStringLiteral("flux_") + fromStd(m_run->reactions[std::size_t(m_reaction)]);
}

QString FluxDistributionPlot::quantityText() const
{
    return m_run && m_run->isCapacity() ? tr("Maximum attainable flux") : tr("Flux");
}

QString FluxDistributionPlot::title() const
{
    return isEmpty() ? tr("Flux over the samples")
                     : tr("%1 over the samples: %2")
                           .arg(quantityText(), fromStd(m_run->reactions[std::size_t(m_reaction)]));
}

QString FluxDistributionPlot::summary() const
{
    if (isEmpty())
        return tr("Sorted fluxes and their histogram.");
    return tr("Sorted fluxes of %n sample(s) and their histogram, from %1 to %2 mmol/gDW/h.", nullptr,
              static_cast<int>(m_order.size()))
        .arg(figureNumber(m_run->values(m_order.front(), m_reaction)),
             figureNumber(m_run->values(m_order.back(), m_reaction)));
}

Table FluxDistributionPlot::data() const
{
    Table table{{"sample", isEmpty() ? "flux" : m_run->reactions[std::size_t(m_reaction)]}, {}};
    for (const Index s : m_order)
        table.rows.push_back({m_run->samples[std::size_t(s)], m_run->values(s, m_reaction)});
    return table;
}

bool FluxDistributionPlot::isEmpty() const
{
    return m_order.empty();
}

void FluxDistributionPlot::draw(QCustomPlot &canvas)
{
    std::vector<double> values; // where they stand on the axis
    for (const Index s : m_order)
        values.push_back(m_values.place(m_run->values(s, m_reaction)));
    const double low = values.front(), high = values.back();
    const bool hasWildType = m_run->wildTypeValues.size() == m_run->reactions.size();
    const double wildTypeFlux = hasWildType ? m_run->wildTypeValues[std::size_t(m_reaction)] : 0;
    const double wildType = hasWildType ? m_values.place(wildTypeFlux) : low;
    const std::vector<int> counts = histogram(values, low, high);
    addTitle(canvas, theme(), title());
    if (hasWildType)
        addKey(canvas, theme(),
               {{tr("samples"), categoryColour(0), KeyEntry::Marker},
                {tr("wild type: %1").arg(figureNumber(wildTypeFlux)), categoryColour(1), KeyEntry::Line,
                 QCPScatterStyle::ssDisc, Qt::DashLine}});
    QCPLayoutGrid *grid = addGrid(canvas);
    QCPAxisRect *sorted = addPanel(canvas, theme(), grid, 0), *bars = addPanel(canvas, theme(), grid, 1);
    grid->setColumnStretchFactor(0, 2.6);
    auto *group = new QCPMarginGroup(&canvas);
    for (QCPAxisRect *panel : {sorted, bars})
        panel->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    QVector<double> rank, sortedValues(values.begin(), values.end());
    for (std::size_t i = 0; i < values.size(); ++i)
        rank << static_cast<double>(i + 1);
    addPoints(sorted, rank, sortedValues, QCPScatterStyle::ssDisc, categoryColour(0), 4);
    xAxis(sorted)->setRange(paddedRange(1, static_cast<double>(values.size()), 0.02));
    xAxis(sorted)->setLabel(tr("samples, sorted"));
    yAxis(sorted)->setRange(paddedRange(std::min(low, wildType), std::max(high, wildType)));
    yAxis(sorted)->setLabel(tr("%1 (mmol/gDW/h)").arg(quantityText()));
    m_values.label(*yAxis(sorted));
    const QCPRange range = high > low ? QCPRange(low, high) : paddedRange(low, high);
    addPainted(bars, [counts, range](QCPPainter &painter, const QCPAxisRect &area) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(categoryColour(0));
        const double step = range.size() / static_cast<double>(counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const double from = range.lower + step * static_cast<double>(i);
            const QRectF bar(toPixels(area, 0, from + step), toPixels(area, counts[i], from));
            if (counts[i] > 0)
                painter.drawRect(bar.adjusted(0, 0.4, 0, -0.4));
        }
    });
    xAxis(bars)->setRange(0, 1.05 * *std::max_element(counts.begin(), counts.end()));
    xAxis(bars)->setLabel(tr("number"));
    xAxis(bars)->ticker()->setTickCount(3);
    yAxis(bars)->setRange(yAxis(sorted)->range());
    yAxis(bars)->setTickLabels(false);
    linkRanges(yAxis(sorted), yAxis(bars));
    if (hasWildType) {
        for (QCPAxisRect *panel : {sorted, bars})
            addHorizontalLine(panel, wildType, QPen(categoryColour(1), 1.6, Qt::DashLine));
    }
    QStringList lines{tr("%n sample(s).", nullptr, static_cast<int>(values.size()))};
    if (const auto missing = m_run->values.rows() - static_cast<Index>(values.size()); missing > 0)
        lines[0] += tr(" %n without a solution left out.", nullptr, static_cast<int>(missing));
    if (m_values.isLog())
        lines[0] += QLatin1Char(' ') + tr("Logarithmic axis, on which 0 has its place.");
    if (isConstant(values))
        lines[0] += tr(" Constant: the same in every sample, but for a solver's noise.");
    if (hasWildType)
        lines[0] += tr(" Wild type: the model without bounds from expression.");
    addNotes(canvas, lines);
}

int FluxDistributionPlot::nearest(const QPointF &position) const
{
    const QCPAxisRect &area = *canvas().axisRect(0);
    return nearestPoint(position, static_cast<int>(m_order.size()), [&](int i) {
        return toPixels(area, i + 1, m_values.place(m_run->values(m_order[std::size_t(i)], m_reaction)));
    });
}

QString FluxDistributionPlot::readout(const QPointF &position) const
{
    const int i = nearest(position);
    if (i < 0)
        return {};
    return QStringLiteral("%1\n%2 mmol/gDW/h")
        .arg(fromStd(m_run->samples[std::size_t(m_order[std::size_t(i)])]),
             figureNumber(m_run->values(m_order[std::size_t(i)], m_reaction), 5));
}

std::vector<Mark> FluxDistributionPlot::marksAt(const QPointF &position) const
{
    std::vector<Mark> marks{{Thing::Reaction, fromStd(m_run->reactions[std::size_t(m_reaction)])}};
    if (const int i = nearest(position); i >= 0)
        marks.insert(marks.begin(),
                     {Thing::Sample, fromStd(m_run->samples[std::size_t(m_order[std::size_t(i)])])});
    return marks;
}

QStringList FluxDistributionPlot::named(Thing thing) const
{
    QStringList names;
    for (const Index sample : m_order)
        if (thing == Thing::Sample)
            names << fromStd(m_run->samples[std::size_t(sample)]);
    return names;
}

std::vector<MarkPlace> FluxDistributionPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const auto at = named(mark.thing).indexOf(mark.name);
    if (at < 0)
        return {};
    const QCPAxisRect &panel = *canvas.axisRect(0);
    const double value = m_values.place(m_run->values(m_order[std::size_t(at)], m_reaction));
    return {ringAt(panel, toPixels(panel, double(at) + 1, value))};
}

} // namespace pathgan
