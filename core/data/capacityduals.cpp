// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/capacityduals.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double boundTolerance = 1e-4; ///< relative
constexpr double mostSteep = 5;         ///< of d log score / d log2(x+1), in units of ln 2

/// Value of every part of a rule with its operands, NaN left out, and where its operands begin.
struct RuleValues
{
    std::vector<double> values;
    std::vector<std::size_t> begins;
};

double combined(RulePart::Op op, double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) ? b : a;
    if (op == RulePart::Op::Sum)
        return a + b;
    return op == RulePart::Op::Least ? std::min(a, b) : std::max(a, b);
}

/// The roots of the operands of part `at`, in their order.
std::vector<std::size_t> operandsOf(const std::vector<RulePart> &rule, const RuleValues &of, std::size_t at)
{
    std::vector<std::size_t> roots(static_cast<std::size_t>(rule[at].value));
    std::size_t end = at;
    for (auto root = roots.rbegin(); root != roots.rend(); ++root) {
        *root = end - 1;
        end = of.begins[end - 1];
    }
    return roots;
}

RuleValues evaluate(const std::vector<RulePart> &rule, const VectorD &scores)
{
    RuleValues out;
    for (std::size_t at = 0; at < rule.size(); ++at) {
        const RulePart &part = rule[at];
        if (part.op == RulePart::Op::Gene) {
            out.values.push_back(scores[part.value]);
            out.begins.push_back(at);
            continue;
        }
        double value = unknown;
        std::size_t begin = at;
        for (const std::size_t root : operandsOf(rule, out, at)) {
            value = combined(part.op, value, out.values[root]);
            begin = std::min(begin, out.begins[root]);
        }
        out.values.push_back(value);
        out.begins.push_back(begin);
    }
    return out;
}

/// Adds each gene's share of the score: of a least or greatest all to the first that has it, of a sum by
/// size.
void addShares(const std::vector<RulePart> &rule, const RuleValues &of, std::size_t at, double share,
               std::vector<Sensitivity> &out)
{
    if (rule[at].op == RulePart::Op::Gene) {
        out.push_back({rule[at].value, share});
        return;
    }
    const double value = of.values[at];
    for (const std::size_t root : operandsOf(rule, of, at)) {
        const double operand = of.values[root];
        if (rule[at].op == RulePart::Op::Sum) {
            if (operand > 0)
                addShares(rule, of, root, share * operand / value, out);
        } else if (operand == value) {
            addShares(rule, of, root, share, out);
            return;
        }
    }
}

double limitOf(const CapacityDuals &duals, const ExpressedBound &bound, double score)
{
    return expressionCapacity(score, bound.greatest, duals.scale, duals.floor);
}

bool isNarrowable(const ExpressedBound &bound)
{
    return bound.isUpper ? bound.medium > 0 : bound.medium < 0;
}

/// By index, equal indices summed, to greatest |value| first; zeros left out.
std::vector<Sensitivity> ranked(std::vector<Sensitivity> values)
{
    std::stable_sort(values.begin(), values.end(),
                     [](const Sensitivity &a, const Sensitivity &b) { return a.index < b.index; });
    std::vector<Sensitivity> out;
    for (const Sensitivity &value : values) {
        if (!out.empty() && out.back().index == value.index)
            out.back().value += value.value;
        else
            out.push_back(value);
    }
    out.erase(std::remove_if(out.begin(), out.end(), [](const Sensitivity &s) { return s.value == 0; }),
              out.end());
    std::stable_sort(out.begin(), out.end(), [](const Sensitivity &a, const Sensitivity &b) {
        return std::abs(a.value) > std::abs(b.value);
    });
    return out;
}

} // namespace

CapacityDuals chosenDuals(const CapacityDuals &duals, const std::vector<std::size_t> &samples,
                          const std::vector<std::size_t> &reactions)
{
    CapacityDuals chosen = duals;
    chosen.growth.clear();
    chosen.values.clear();
    chosen.expression.resize(duals.expression.rows(), static_cast<Index>(samples.size()));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        chosen.growth.push_back(duals.growth[samples[i]]);
        for (const std::size_t reaction : reactions)
            chosen.values.push_back(duals.of(samples[i], reaction));
        chosen.expression.col(static_cast<Index>(i)) = duals.expression.col(static_cast<Index>(samples[i]));
    }
    return chosen;
}

double expressionCapacity(double score, double greatest, double scale, double floor)
{
    if (std::isnan(score) || std::isnan(greatest))
        return unknown;
    if (greatest > 0)
        return std::max(scale * score / greatest, floor);
    return score > 0 ? unknown : floor;
}

VectorD geneScores(const CapacityDuals &duals, const VectorD &expression)
{
    if (duals.logScores)
        return expression;
    return expression.unaryExpr([](double x) { return std::exp2(x) - 1; });
}

double ruleScore(const std::vector<RulePart> &rule, const VectorD &scores, std::vector<double> &stack)
{
    stack.clear();
    for (const RulePart &part : rule) {
        if (part.op == RulePart::Op::Gene) {
            stack.push_back(scores[part.value]);
            continue;
        }
        double value = unknown;
        const std::size_t begin = stack.size() - static_cast<std::size_t>(part.value);
        for (std::size_t i = begin; i < stack.size(); ++i)
            value = combined(part.op, value, stack[i]);
        stack.resize(begin);
        stack.push_back(value);
    }
    return stack.empty() ? unknown : stack.back();
}

double ruleScore(const CapacityDuals &duals, const ExpressedBound &bound, const VectorD &expression)
{
    std::vector<double> stack;
    return ruleScore(bound.rule, geneScores(duals, expression), stack);
}

std::vector<Sensitivity> expressionShares(const CapacityDuals &duals, const ExpressedBound &bound,
                                          const VectorD &scores)
{
    std::vector<Sensitivity> out;
    if (bound.rule.empty() || !isNarrowable(bound))
        return out;
    const RuleValues of = evaluate(bound.rule, scores);
    const double limit = limitOf(duals, bound, of.values.back());
    if (std::isnan(limit) || !(limit > duals.floor * (1 + boundTolerance)) ||
        limit > std::abs(bound.medium) * (1 + boundTolerance))
        return out;
    addShares(bound.rule, of, bound.rule.size() - 1, 1, out);
    return out;
}

VectorD boundsAt(const CapacityDuals &duals, const VectorD &expression)
{
    const VectorD scores = geneScores(duals, expression);
    std::vector<double> stack;
    VectorD out(static_cast<Index>(duals.bounds.size()));
    for (std::size_t i = 0; i < duals.bounds.size(); ++i) {
        const ExpressedBound &bound = duals.bounds[i];
        double value = bound.medium;
        if (isNarrowable(bound) && !std::isnan(bound.greatest)) {
            const double limit = limitOf(duals, bound, ruleScore(bound.rule, scores, stack));
            if (!std::isnan(limit))
                value = bound.isUpper ? std::min(value, limit) : std::max(value, -limit);
        }
        out[static_cast<Index>(i)] = value;
    }
    return out;
}

double dualValue(const DualSolution &solution, const VectorD &bounds, double keptGrowth)
{
    double sum = 0;
    for (const DualTerm &term : solution.terms)
        sum += term.dual * bounds[term.bound];
    return sum + solution.growthDual * keptGrowth;
}

std::vector<Sensitivity> boundElasticities(const CapacityDuals &duals, const DualSolution &capacity,
                                           const DualSolution &growth, const VectorD &bounds)
{
    const double keptGrowth = duals.growthFraction * dualValue(growth, bounds, 0);
    const double value = dualValue(capacity, bounds, keptGrowth);
    if (!(std::abs(value) > 0))
        return {};
    std::vector<Sensitivity> out;
    for (const DualTerm &term : capacity.terms)
        out.push_back({term.bound, term.dual * bounds[term.bound] / value});
    const double byGrowth = capacity.growthDual * duals.growthFraction / value;
    for (const DualTerm &term : growth.terms)
        out.push_back({term.bound, byGrowth * term.dual * bounds[term.bound]});
    return ranked(std::move(out));
}

std::vector<Sensitivity> geneGradients(const CapacityDuals &duals, const DualSolution &capacity,
                                       const DualSolution &growth, const VectorD &bounds,
                                       const VectorD &expression)
{
    const VectorD scores = geneScores(duals, expression);
    std::vector<Sensitivity> out;
    for (const Sensitivity &elasticity : boundElasticities(duals, capacity, growth, bounds)) {
        const ExpressedBound &bound = duals.bounds[static_cast<std::size_t>(elasticity.index)];
        for (const Sensitivity &share : expressionShares(duals, bound, scores)) {
            const double x = expression[share.index];
            const double steepness =
                duals.logScores ? 1 / (x * std::log(2.0)) : std::exp2(x) / (std::exp2(x) - 1);
            out.push_back({share.index, std::log10(2.0) * elasticity.value * share.value *
                                            std::min(steepness, mostSteep)});
        }
    }
    return ranked(std::move(out));
}

} // namespace pathgan
