// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/capacityrules_p.h"

#include "core/metabolic/model/rulesum_p.h"

#include <unordered_set>

namespace pathgan {

namespace {

/// Values as rules of their own; empty: unknown.
struct Parts
{
    using Value = std::vector<RulePart>;
    const std::vector<int> &genes;

    Value gene(int gene) const
    {
        const int index = genes[static_cast<std::size_t>(gene)];
        return index < 0 ? Value() : Value{{RulePart::Op::Gene, index}};
    }
    static Value least(std::vector<Value> values) { return join(RulePart::Op::Least, std::move(values)); }
    static Value greatest(std::vector<Value> values)
    {
        return join(RulePart::Op::Greatest, std::move(values));
    }
    static Value sum(std::vector<Value> values) { return join(RulePart::Op::Sum, std::move(values)); }

private:
    static Value join(RulePart::Op op, std::vector<Value> values)
    {
        Value result;
        std::unordered_set<int> seen; // variants of a gene have one expression
        int operands = 0;
        for (Value &value : values) {
            const bool isRepeated =
                op != RulePart::Op::Sum && value.size() == 1 && !seen.insert(value.front().value).second;
            if (value.empty() || isRepeated)
                continue;
            if (++operands == 1)
                result = std::move(value);
            else
                result.insert(result.end(), value.begin(), value.end());
        }
        if (operands > 1)
            result.push_back({op, operands});
        return result;
    }
};

std::vector<RulePart> withMaximum(const GeneRule &rule, const Parts &parts)
{
    std::vector<Parts::Value> stack;
    for (const GeneRule::Node &node : rule.nodes()) {
        if (node.op == GeneRule::Op::Gene) {
            stack.push_back(parts.gene(node.value));
            continue;
        }
        const auto first = stack.end() - node.value;
        std::vector<Parts::Value> operands(std::make_move_iterator(first),
                                           std::make_move_iterator(stack.end()));
        stack.erase(first, stack.end());
        stack.push_back(node.op == GeneRule::Op::And ? Parts::least(std::move(operands))
                                                     : Parts::greatest(std::move(operands)));
    }
    return std::move(stack.back());
}

} // namespace

std::vector<RulePart> ruleParts(const GeneRule &rule, const std::vector<int> &genes,
                                const std::vector<int> &geneOf, OrRule orRule)
{
    if (rule.isEmpty())
        return {};
    const Parts parts{genes};
    return orRule == OrRule::Maximum ? withMaximum(rule, parts) : evaluateSum(rule, geneOf, parts);
}

} // namespace pathgan
