// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/archive_p.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace pathgan {

using Json = nlohmann::json;

namespace {

/// JSON has no infinite and no missing numbers.
Json exact(double value)
{
    if (std::isnan(value))
        return nullptr;
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return value; // the shortest text that reads back to the same bits
}

double exact(const Json &json)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (json.is_null())
        return std::numeric_limits<double>::quiet_NaN();
    if (json.is_string())
        return json.get<std::string>() == "-inf" ? -infinite : infinite;
    return json.get<double>();
}

Json boundJson(const ExpressedBound &bound)
{
    Json rule = Json::array();
    for (const RulePart &part : bound.rule)
        rule.push_back({static_cast<int>(part.op), part.value});
    return {bound.reaction, bound.subsystem, bound.isUpper, exact(bound.medium), exact(bound.greatest), rule};
}

ExpressedBound boundFrom(const Json &json)
{
    ExpressedBound bound;
    json.at(0).get_to(bound.reaction);
    json.at(1).get_to(bound.subsystem);
    json.at(2).get_to(bound.isUpper);
    bound.medium = exact(json.at(3));
    bound.greatest = exact(json.at(4));
    for (const Json &part : json.at(5))
        bound.rule.push_back({static_cast<RulePart::Op>(part.at(0).get<int>()), part.at(1).get<int>()});
    return bound;
}

Json solutionsJson(const std::vector<DualSolution> &solutions)
{
    Json out = Json::array();
    for (const DualSolution &solution : solutions) {
        Json terms = Json::array();
        for (const DualTerm &term : solution.terms)
            terms.push_back({term.bound, exact(term.dual)});
        out.push_back({exact(solution.growthDual), exact(solution.gap), solution.isDegenerate, terms});
    }
    return out;
}

std::vector<DualSolution> solutionsFrom(const Json &json)
{
    std::vector<DualSolution> out;
    for (const Json &row : json) {
        DualSolution solution;
        solution.growthDual = exact(row.at(0));
        solution.gap = exact(row.at(1));
        row.at(2).get_to(solution.isDegenerate);
        for (const Json &term : row.at(3))
            solution.terms.push_back({term.at(0).get<int>(), exact(term.at(1))});
        out.push_back(std::move(solution));
    }
    return out;
}

bool isBelow(int index, std::size_t count)
{
    return index >= 0 && static_cast<std::size_t>(index) < count;
}

/// Every operator finds its operands, and one value is left.
bool isWhole(const std::vector<RulePart> &rule, std::size_t genes)
{
    std::size_t depth = 0;
    for (const RulePart &part : rule) {
        const auto operands = static_cast<std::size_t>(part.value);
        switch (part.op) {
        case RulePart::Op::Gene:
            if (!isBelow(part.value, genes))
                return false;
            ++depth;
            break;
        case RulePart::Op::Least:
        case RulePart::Op::Greatest:
        case RulePart::Op::Sum:
            if (part.value < 1 || operands > depth)
                return false;
            depth -= operands - 1;
            break;
        default:
            return false;
        }
    }
    return depth == (rule.empty() ? 0U : 1U);
}

bool fits(const BottleneckRecord &head, const NetworkFrame &frame)
{
    const CapacityDuals &duals = head.duals;
    for (const int gene : head.genes)
        if (gene != -1 && !isBelow(gene, frame.genes.size()))
            return false;
    for (const int limit : head.limits)
        if (limit != -1 && !isBelow(limit, duals.bounds.size()))
            return false;
    for (const ExpressedBound &bound : duals.bounds)
        if (!isWhole(bound.rule, duals.genes.size()))
            return false;
    for (const auto *solutions : {&duals.growth, &duals.values})
        for (const DualSolution &solution : *solutions)
            for (const DualTerm &term : solution.terms)
                if (!isBelow(term.bound, duals.bounds.size()))
                    return false;
    const std::size_t reactions = frame.reactions.size();
    return head.genes.size() == duals.genes.size() && duals.growth.size() == head.samples.size() &&
           duals.values.size() == head.samples.size() * reactions && head.limits.size() == reactions &&
           head.networkShare.size() == reactions && head.sharpness > 0;
}

} // namespace

Json headJson(const BottleneckRecord &head)
{
    Json bounds = Json::array(), shares = Json::array();
    for (const ExpressedBound &bound : head.duals.bounds)
        bounds.push_back(boundJson(bound));
    for (const double share : head.networkShare)
        shares.push_back(exact(share));
    return {{"samples", head.samples},
            {"dual_genes", head.duals.genes},
            {"genes", head.genes},
            {"bounds", bounds},
            {"log_scores", head.duals.logScores},
            {"scale", exact(head.duals.scale)},
            {"floor", exact(head.duals.floor)},
            {"growth_fraction", exact(head.duals.growthFraction)},
            {"growth", solutionsJson(head.duals.growth)},
            {"values", solutionsJson(head.duals.values)},
            {"limits", head.limits},
            {"sharpness", exact(head.sharpness)},
            {"network_share", shares}};
}

std::shared_ptr<const BottleneckRecord> headFrom(const Json &json, const NetworkFrame &frame)
{
    auto head = std::make_shared<BottleneckRecord>();
    json.at("samples").get_to(head->samples);
    json.at("dual_genes").get_to(head->duals.genes);
    json.at("genes").get_to(head->genes);
    for (const Json &bound : json.at("bounds"))
        head->duals.bounds.push_back(boundFrom(bound));
    json.at("log_scores").get_to(head->duals.logScores);
    head->duals.scale = exact(json.at("scale"));
    head->duals.floor = exact(json.at("floor"));
    head->duals.growthFraction = exact(json.at("growth_fraction"));
    head->duals.growth = solutionsFrom(json.at("growth"));
    head->duals.values = solutionsFrom(json.at("values"));
    json.at("limits").get_to(head->limits);
    head->sharpness = exact(json.at("sharpness"));
    for (const Json &share : json.at("network_share"))
        head->networkShare.push_back(exact(share));
    return fits(*head, frame) ? head : nullptr;
}

} // namespace pathgan
