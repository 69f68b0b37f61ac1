// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/shapgeometry.h"

#include "core/base/random.h"
#include "core/base/statistics.h"
#include "core/data/geneids.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pathgan {

namespace {

constexpr double rowHeight = 0.4, barHeight = 0.1;

QString geneName(const ShapRun &run, Index gene)
{
    return QString::fromStdString(displayGene(run.genes[static_cast<std::size_t>(gene)]));
}

QString remainderName(Index count)
{
    const int number = static_cast<int>(count); // lupdate overlooks a text with a cast behind it
    return QCoreApplication::translate("pathgan::ShapBarPlot", "Sum of %n other gene(s)", nullptr, number);
}

QString stripped(QString text)
{
    while (text.contains(QLatin1Char('.')) &&
           (text.endsWith(QLatin1Char('0')) || text.endsWith(QLatin1Char('.')))) {
        const bool point = text.endsWith(QLatin1Char('.'));
        text.chop(1);
        if (point)
            break;
    }
    if (text.startsWith(QLatin1Char('-')))
        text[0] = QChar(0x2212);
    return text;
}

/// shap's two, or more where the largest value would have less than two significant digits.
int decimalsFor(double largest)
{
    const double size = std::abs(largest);
    return size > 0 && size < 0.1 ? std::min(9, 1 - static_cast<int>(std::floor(std::log10(size)))) : 2;
}

/// Genes by importance: how many have a row, and whether the rest is summed in one more.
struct Rows
{
    std::vector<Index> order;
    std::size_t own = 0;
    bool remainder = false;
};

Rows chooseRows(std::vector<Index> order, int rows, bool remainder)
{
    Rows chosen;
    chosen.order = std::move(order);
    const std::size_t wanted = static_cast<std::size_t>(std::max(rows, 1));
    chosen.remainder = remainder && chosen.order.size() > wanted;
    chosen.own = std::min(chosen.order.size(), chosen.remainder ? wanted - 1 : wanted);
    return chosen;
}

std::vector<Index> rankingOf(const ShapRun &run, int sample)
{
    if (sample < 0)
        return run.ranking();
    std::vector<Index> order(run.genes.size());
    std::iota(order.begin(), order.end(), Index(0));
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
        return std::abs(run.values(sample, a)) > std::abs(run.values(sample, b));
    });
    return order;
}

} // namespace

QString signedText(double value, int decimals)
{
    return stripped(QString::asprintf("%+0.*f", decimals, value));
}

QString valueText(double value)
{
    return std::isnan(value) ? QStringLiteral("?") : stripped(QString::asprintf("%0.03f", value));
}

std::vector<ShapBar> shapBars(const ShapRun &run, int rows, bool remainder, int sample)
{
    const Rows chosen = chooseRows(rankingOf(run, sample), rows, remainder);
    const VectorD global = run.meanAbsolute();
    const auto value = [&](Index gene) { return sample < 0 ? global[gene] : run.values(sample, gene); };
    std::vector<ShapBar> bars;
    const int decimals = chosen.own > 0 ? decimalsFor(value(chosen.order.front())) : 2;
    for (std::size_t i = 0; i < chosen.own; ++i) {
        const Index gene = chosen.order[i];
        QString label = geneName(run, gene);
        if (sample >= 0)
            label = valueText(static_cast<double>(run.data(sample, gene))) + QStringLiteral(" = ") + label;
        bars.push_back({gene, value(gene), label, signedText(value(gene), decimals)});
    }
    if (chosen.remainder) {
        double sum = 0;
        for (std::size_t i = chosen.own; i < chosen.order.size(); ++i)
            sum += value(chosen.order[i]);
        bars.push_back({-1, sum, remainderName(static_cast<Index>(chosen.order.size() - chosen.own)),
                        signedText(sum, decimals)});
    }
    return bars;
}

std::pair<double, double> colourLimits(const std::vector<double> &values)
{
    std::vector<double> finite;
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
                 [](double v) { return !std::isnan(v); });
    if (finite.empty())
        return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    std::sort(finite.begin(), finite.end());
    for (const double share : {0.05, 0.01, 0.0}) {
        const double low = quantileSorted(finite, share), high = quantileSorted(finite, 1 - share);
        if (low < high || share == 0.0)
            return {low, high};
    }
    return {};
}

std::vector<double> swarmOffsets(const std::vector<double> &values, const std::vector<std::size_t> &order)
{
    std::vector<double> offsets(values.size(), 0);
    if (values.empty())
        return offsets;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double low = *least, range = *most - low + 1e-8;
    std::vector<int> layers(101, 0);
    double highest = 1;
    for (const std::size_t i : order) {
        const auto bin = static_cast<std::size_t>(std::nearbyint(100 * (values[i] - low) / range));
        const int layer = layers[bin]++;
        offsets[i] = std::ceil(layer / 2.0) * (layer % 2 == 1 ? 1 : -1);
        highest = std::max(highest, offsets[i] + 1);
    }
    for (double &offset : offsets)
        offset *= 0.9 * rowHeight / highest;
    return offsets;
}

namespace {

/// The row's values as SwarmPoints. features empty: the remainder, no colour.
SwarmRow swarmRow(const std::vector<double> &values, const std::vector<double> &features, Random random)
{
    SwarmRow row;
    const std::vector<double> offsets = swarmOffsets(values, random.permutation(values.size()));
    if (!features.empty())
        std::tie(row.low, row.high) = colourLimits(features);
    for (std::size_t i = 0; i < values.size(); ++i) {
        double colour = std::numeric_limits<double>::quiet_NaN();
        if (!features.empty() && !std::isnan(features[i]))
            colour = row.high > row.low ? std::clamp((features[i] - row.low) / (row.high - row.low), 0.0, 1.0)
                                        : 0.5;
        row.points.push_back({static_cast<Index>(i), values[i], offsets[i], colour});
    }
    return row;
}

} // namespace

std::vector<SwarmRow> swarmRows(const ShapRun &run, int rows, bool remainder, std::uint64_t seed)
{
    const Rows chosen = chooseRows(run.ranking(), rows, remainder);
    const auto samples = static_cast<std::size_t>(run.values.rows());
    std::vector<SwarmRow> result;
    for (std::size_t i = 0; i < chosen.own; ++i) {
        const Index gene = chosen.order[i];
        std::vector<double> values(samples), features(samples);
        for (std::size_t s = 0; s < samples; ++s) {
            values[s] = run.values(static_cast<Index>(s), gene);
            features[s] = static_cast<double>(run.data(static_cast<Index>(s), gene));
        }
        SwarmRow row = swarmRow(values, features, Random(seed, i));
        row.gene = gene;
        row.label = geneName(run, gene);
        result.push_back(std::move(row));
    }
    if (chosen.remainder) {
        std::vector<double> sums(samples, 0);
        for (std::size_t i = chosen.own; i < chosen.order.size(); ++i) {
            for (std::size_t s = 0; s < samples; ++s)
                sums[s] += run.values(static_cast<Index>(s), chosen.order[i]);
        }
        SwarmRow row = swarmRow(sums, {}, Random(seed, chosen.own));
        row.label = remainderName(static_cast<Index>(chosen.order.size() - chosen.own));
        result.push_back(std::move(row));
    }
    return result;
}

namespace {

/// shap counts a side's total as the distance between its first and last arrow end.
double sideTotal(const std::vector<ForceSegment> &side)
{
    return side.empty() ? 0 : std::abs(side.back().end - side.front().end);
}

/// By size, the remainder outermost.
void stack(std::vector<ForceSegment> &side, double output)
{
    std::stable_sort(side.begin(), side.end(), [](const ForceSegment &a, const ForceSegment &b) {
        if ((a.gene < 0) != (b.gene < 0))
            return b.gene < 0;
        return std::abs(a.value) > std::abs(b.value);
    });
    for (ForceSegment &segment : side) {
        segment.begin = output;
        output -= segment.value;
        segment.end = output;
    }
}

} // namespace

ForceGeometry forceGeometry(const ShapRun &run, int sample, std::size_t own)
{
    ForceGeometry force;
    force.base = run.baseValue;
    force.output = run.baseValue + run.values.row(sample).sum();
    std::vector<Index> genes = rankingOf(run, sample);
    const bool merged = own > 0 && genes.size() > own + 1;
    const auto add = [&force](ForceSegment segment) {
        if (segment.value != 0)
            (segment.value > 0 ? force.positive : force.negative).push_back(std::move(segment));
    };
    if (merged) {
        for (auto it = genes.begin() + static_cast<std::ptrdiff_t>(own); it != genes.end(); ++it)
            (run.values(sample, *it) > 0 ? force.othersUp : force.othersDown) += run.values(sample, *it);
        ForceSegment others;
        others.gene = -1;
        others.value = force.othersUp + force.othersDown;
        others.label = remainderName(static_cast<Index>(genes.size() - own));
        add(std::move(others));
        genes.resize(own);
    }
    std::sort(genes.begin(), genes.end()); // equal ones in the order of the genes
    for (const Index gene : genes) {
        ForceSegment segment;
        segment.gene = gene;
        segment.value = run.values(sample, gene);
        segment.label = geneName(run, gene) + QStringLiteral(" = ") +
                        valueText(static_cast<double>(run.data(sample, gene)));
        add(std::move(segment));
    }
    stack(force.positive, force.output);
    stack(force.negative, force.output);
    const double up = sideTotal(force.positive), down = sideTotal(force.negative), total = up + down;
    for (auto *side : {&force.positive, &force.negative}) {
        for (ForceSegment &segment : *side) {
            if (!merged && total > 0 && std::abs(segment.value) / total < 0.05)
                break;
            segment.labelled = true;
        }
    }
    const double room = 0.2 * std::max(up, down);
    force.low =
        std::min(force.positive.empty() ? force.output : force.positive.back().end, force.base) - room;
    force.high =
        std::max(force.negative.empty() ? force.output : force.negative.back().end, force.base) + room;
    return force;
}

std::vector<QPointF> ForceGeometry::outline(const ForceSegment &segment) const
{
    const double indent = (high - low) / 200 * (segment.value > 0 ? 1 : -1), middle = barHeight / 2;
    if (segment.begin == output)
        return {{segment.end, 0},
                {segment.begin, 0},
                {segment.begin, barHeight},
                {segment.end, barHeight},
                {segment.end + indent, middle}};
    const double notch = 0.9 * indent;
    return {{segment.begin, 0},       {segment.end, 0},           {segment.end + notch, middle},
            {segment.end, barHeight}, {segment.begin, barHeight}, {segment.begin + notch, middle}};
}

} // namespace pathgan
