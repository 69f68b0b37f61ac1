// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/bottleneck_p.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// By reaction its own upper bound; −1: not among the bounds.
std::vector<int> ownLimits(const CapacityDuals &duals, const std::vector<std::string> &reactions)
{
    std::unordered_map<std::string, int> upper;
    for (std::size_t i = 0; i < duals.bounds.size(); ++i)
        if (duals.bounds[i].isUpper)
            upper.emplace(duals.bounds[i].reaction, static_cast<int>(i));
    std::vector<int> out;
    for (const std::string &reaction : reactions) {
        const auto found = upper.find(reaction);
        out.push_back(found == upper.end() ? -1 : found->second);
    }
    return out;
}

/// New positions of what is kept; −1: not kept.
std::vector<int> positions(const std::set<int> &kept, std::size_t count)
{
    std::vector<int> out(count, -1);
    int next = 0;
    for (const int index : kept)
        out[static_cast<std::size_t>(index)] = next++;
    return out;
}

DualSolution renumbered(DualSolution solution, const std::vector<int> &bounds)
{
    if (!solution.isProven())
        solution.terms.clear();
    for (DualTerm &term : solution.terms)
        term.bound = bounds[static_cast<std::size_t>(term.bound)];
    return solution;
}

/// Solutions of the training samples, in their order, with the bounds that they and the limits name.
void keepSolutions(const GanInput &input, const std::vector<int> &train, BottleneckRecord &record)
{
    const CapacityDuals &all = *input.duals;
    std::set<int> kept;
    const auto keep = [&](const DualSolution &solution) {
        if (solution.isProven())
            for (const DualTerm &term : solution.terms)
                kept.insert(term.bound);
    };
    for (const int sample : train) {
        keep(all.growth[static_cast<std::size_t>(sample)]);
        for (std::size_t reaction = 0; reaction < all.reactions(); ++reaction)
            keep(all.of(static_cast<std::size_t>(sample), reaction));
    }
    const std::vector<int> limits = ownLimits(all, input.reactions);
    for (const int limit : limits)
        if (limit >= 0)
            kept.insert(limit);
    const std::vector<int> position = positions(kept, all.bounds.size());
    for (const int bound : kept)
        record.duals.bounds.push_back(all.bounds[static_cast<std::size_t>(bound)]);
    for (const int limit : limits)
        record.limits.push_back(limit < 0 ? -1 : position[static_cast<std::size_t>(limit)]);
    for (const int sample : train) {
        const auto at = static_cast<std::size_t>(sample);
        record.samples.push_back(input.samples[at]);
        record.duals.growth.push_back(renumbered(all.growth[at], position));
        for (std::size_t reaction = 0; reaction < all.reactions(); ++reaction)
            record.duals.values.push_back(renumbered(all.of(at, reaction), position));
    }
}

/// The genes that the kept rules name.
void keepGenes(const GanInput &input, const TrainingSet &set, BottleneckRecord &record)
{
    std::set<int> named;
    for (const ExpressedBound &bound : record.duals.bounds)
        for (const RulePart &part : bound.rule)
            if (part.op == RulePart::Op::Gene)
                named.insert(part.value);
    const std::vector<int> position = positions(named, input.duals->genes.size());
    for (ExpressedBound &bound : record.duals.bounds)
        for (RulePart &part : bound.rule)
            if (part.op == RulePart::Op::Gene)
                part.value = position[static_cast<std::size_t>(part.value)];
    std::unordered_map<std::string, int> ofNetwork;
    for (std::size_t i = 0; i < set.frame.genes.size(); ++i)
        ofNetwork.emplace(set.frame.genes[i], static_cast<int>(i));
    for (const int gene : named) {
        record.duals.genes.push_back(input.duals->genes[static_cast<std::size_t>(gene)]);
        const Index column = input.dualGenes[static_cast<std::size_t>(gene)];
        const auto found =
            column < 0 ? ofNetwork.end() : ofNetwork.find(input.genes[static_cast<std::size_t>(column)]);
        record.genes.push_back(found == ofNetwork.end() ? -1 : found->second);
    }
}

/// Each bound's greatest score over the training samples alone.
void restrictScores(const GanInput &input, const std::vector<int> &train, BottleneckRecord &record,
                    const std::vector<std::vector<RulePart>> &rules)
{
    for (ExpressedBound &bound : record.duals.bounds)
        if (!std::isnan(bound.greatest))
            bound.greatest = 0;
    std::vector<double> stack;
    for (const int sample : train) {
        const VectorD scores = geneScores(*input.duals, dualExpression(input, sample));
        for (std::size_t i = 0; i < rules.size(); ++i) {
            double &greatest = record.duals.bounds[i].greatest;
            const double score = ruleScore(rules[i], scores, stack);
            if (!std::isnan(greatest) && score > greatest)
                greatest = score;
        }
    }
}

} // namespace

Result<void> checkDuals(const GanInput &input)
{
    const CapacityDuals &duals = *input.duals;
    if (duals.growth.size() != input.samples.size() ||
        duals.values.size() != input.samples.size() * input.reactions.size() ||
        input.dualGenes.size() != duals.genes.size())
        return Error{ErrorCode::InvalidOption, "duals"};
    for (const Index column : input.dualGenes)
        if (column >= input.expression.cols())
            return Error{ErrorCode::InvalidOption, "dualGenes"};
    return {};
}

VectorD dualExpression(const GanInput &input, Index sample)
{
    VectorD out(static_cast<Index>(input.dualGenes.size()));
    for (std::size_t i = 0; i < input.dualGenes.size(); ++i)
        out[static_cast<Index>(i)] = input.dualGenes[i] < 0
                                         ? unknown
                                         : static_cast<double>(input.expression(sample, input.dualGenes[i]));
    return out;
}

std::vector<Index> bottleneckGenes(const GanInput &input, const std::vector<int> &train)
{
    std::set<Index> out;
    for (const ExpressedBound &bound : input.duals->bounds)
        for (const RulePart &part : bound.rule)
            if (part.op == RulePart::Op::Gene && !std::isnan(bound.greatest))
                out.insert(input.dualGenes[static_cast<std::size_t>(part.value)]);
    std::vector<Index> measured;
    for (const Index column : out)
        if (column >= 0 && std::any_of(train.begin(), train.end(),
                                       [&](int row) { return std::isfinite(input.expression(row, column)); }))
            measured.push_back(column);
    return measured;
}

MatrixD reactionLimits(const GanInput &input)
{
    if (!input.duals)
        return {};
    const std::vector<int> limits = ownLimits(*input.duals, input.reactions);
    MatrixD out = MatrixD::Constant(input.expression.rows(), static_cast<Index>(limits.size()),
                                    BottleneckHead::noLimit);
    for (Index row = 0; row < out.rows(); ++row) {
        const VectorD bounds = boundsAt(*input.duals, dualExpression(input, row));
        for (std::size_t reaction = 0; reaction < limits.size(); ++reaction)
            if (limits[reaction] >= 0)
                out(row, static_cast<Index>(reaction)) = std::max(bounds[limits[reaction]], 0.0);
    }
    return out;
}

std::shared_ptr<BottleneckRecord> makeBottleneckRecord(const GanInput &input, const TrainingSet &set)
{
    auto record = std::make_shared<BottleneckRecord>();
    record->duals.logScores = input.duals->logScores;
    record->duals.scale = input.duals->scale;
    record->duals.floor = input.duals->floor;
    record->duals.growthFraction = input.duals->growthFraction;
    record->sharpness = set.frame.options.bottleneckSharpness;
    record->networkShare.assign(input.reactions.size(), 1);
    keepSolutions(input, set.split.train, *record);
    std::vector<std::vector<RulePart>> rules;
    for (const ExpressedBound &bound : record->duals.bounds)
        rules.push_back(bound.rule);
    keepGenes(input, set, *record);
    if (set.frame.options.strictScores)
        restrictScores(input, set.split.train, *record, rules);
    const BottleneckHead head(*record);
    for (std::size_t reaction = 0; reaction < head.reactions(); ++reaction)
        if (head.predicts(reaction))
            return record;
    return nullptr;
}

} // namespace pathgan
