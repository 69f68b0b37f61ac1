// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/targetgradients.h"

#include "core/gan/bottleneck_p.h"

#include <algorithm>
#include <numbers>

namespace pathgan {

namespace {

/// d trained target / d log10 y: 0 where the log scale's floor hides y.
double scaleSlope(double y, TargetScale scale)
{
    if (scale == TargetScale::AsIs)
        return y * std::numbers::ln10;
    return toTrainedScale(y, scale) > toTrainedScale(0, scale) ? 1 : 0;
}

bool isUnique(const DualSolution &solution)
{
    return !solution.isDegenerate && solution.isProven();
}

} // namespace

double TargetGradients::knownShare(const std::vector<int> &samples) const
{
    std::size_t known = 0;
    for (const int sample : samples)
        for (std::size_t reaction = 0; reaction < m_reactions; ++reaction)
            known += isKnown(static_cast<std::size_t>(sample), reaction) ? 1 : 0;
    return static_cast<double>(known) /
           static_cast<double>(std::max<std::size_t>(1, samples.size() * m_reactions));
}

TargetGradients targetGradients(const GanInput &input, const TrainingSet &set)
{
    const NetworkFrame &frame = set.frame;
    std::vector<int> position(input.genes.size(), -1);
    for (std::size_t i = 0; i < set.columns.size(); ++i)
        position[static_cast<std::size_t>(set.columns[i])] = static_cast<int>(i);

    TargetGradients out(input.samples.size(), frame.varying.size());
    std::vector<int> samples = set.split.train;
    samples.insert(samples.end(), set.split.validation.begin(), set.split.validation.end());
    for (const int row : samples) {
        const auto sample = static_cast<std::size_t>(row);
        const VectorD expression = dualExpression(input, row);
        const VectorD bounds = boundsAt(*input.duals, expression);
        const DualSolution &growth = input.duals->growth[sample];
        for (std::size_t i = 0; i < frame.varying.size(); ++i) {
            const int reaction = frame.varying[i];
            const DualSolution &capacity = input.duals->of(sample, static_cast<std::size_t>(reaction));
            if (!isUnique(capacity) || (capacity.growthDual != 0 && !isUnique(growth)))
                continue;
            const double slope = scaleSlope(input.targets(row, reaction), frame.options.targetScale) /
                                 frame.targetSd[reaction];
            std::vector<TargetGradients::Slope> slopes;
            for (const Sensitivity &s : geneGradients(*input.duals, capacity, growth, bounds, expression)) {
                const Index column = input.dualGenes[static_cast<std::size_t>(s.index)];
                // A gene that the network does not read has no slope in it to compare.
                if (const int gene = column < 0 ? -1 : position[static_cast<std::size_t>(column)]; gene >= 0)
                    slopes.push_back({gene, static_cast<float>(s.value * slope * frame.geneSd[gene])});
            }
            out.set(sample, i, std::move(slopes));
        }
    }
    return out;
}

} // namespace pathgan
