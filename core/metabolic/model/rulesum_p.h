// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/generule.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace pathgan {

/// Evaluates a rule with OR = sum, where alternatives that are variants of each other count once. Algebra:
/// what values are and how they combine: Value, gene(index), and least, greatest and sum of a vector<Value>.
template <class Algebra>
class RuleSum
{
public:
    using Value = typename Algebra::Value;
    RuleSum(const std::vector<int> &geneOf, const Algebra &algebra) : m_geneOf(geneOf), m_algebra(algebra) {}
    Value evaluate(const GeneRule &rule) const
    {
        std::vector<Alternatives> stack;
        for (const GeneRule::Node &node : rule.nodes()) {
            Alternatives value;
            if (node.op == GeneRule::Op::Gene) {
                value.push_back(
                    {{m_geneOf[static_cast<std::size_t>(node.value)]}, m_algebra.gene(node.value)});
                stack.push_back(std::move(value));
                continue;
            }
            const auto first = stack.end() - node.value;
            value = node.op == GeneRule::Op::And ? conjunction(first, stack.end())
                                                 : disjunction(first, stack.end());
            stack.erase(first, stack.end());
            stack.push_back(std::move(value));
        }
        return distinctSum(std::move(stack.back()));
    }

private:
    /// One summand of an OR: the genes of a plain complex (empty: something else) and its value.
    struct Alternative
    {
        std::vector<int> genes;
        Value value{};
    };
    /// A subtree: alternatives that a surrounding OR may still merge with its own.
    using Alternatives = std::vector<Alternative>;
    using It = typename std::vector<Alternatives>::iterator;

    /// Appends the shorter list to the longer, so that deep nesting costs no more than n log n.
    template <class T>
    static void appendShorter(std::vector<T> &list, std::vector<T> &&other)
    {
        if (list.size() < other.size())
            list.swap(other);
        std::move(other.begin(), other.end(), std::back_inserter(list));
    }
    /// Sum over distinct alternatives: complexes of the same genes (variants of one gene are one) count once.
    Value distinctSum(Alternatives alternatives) const
    {
        if (alternatives.size() == 1)
            return std::move(alternatives.front().value);
        for (Alternative &alternative : alternatives) {
            std::vector<int> &genes = alternative.genes;
            std::sort(genes.begin(), genes.end());
            genes.erase(std::unique(genes.begin(), genes.end()), genes.end());
        }
        std::stable_sort(alternatives.begin(), alternatives.end(),
                         [](const Alternative &a, const Alternative &b) { return a.genes < b.genes; });
        std::vector<Value> summands;
        for (std::size_t i = 0, j = 0; i < alternatives.size(); i = j) {
            std::vector<Value> same;
            same.push_back(std::move(alternatives[i].value));
            for (j = i + 1; j < alternatives.size() && !alternatives[i].genes.empty() &&
                            alternatives[j].genes == alternatives[i].genes;
                 ++j)
                same.push_back(std::move(alternatives[j].value));
            summands.push_back(m_algebra.greatest(std::move(same)));
        }
        return m_algebra.sum(std::move(summands));
    }

    Alternatives conjunction(It first, It last) const
    {
        Alternative result;
        bool isComplex = true;
        std::vector<Value> values;
        for (auto it = first; it != last; ++it) {
            isComplex = isComplex && it->size() == 1 && !it->front().genes.empty();
            if (isComplex)
                appendShorter(result.genes, std::move(it->front().genes));
            values.push_back(distinctSum(std::move(*it)));
        }
        result.value = m_algebra.least(std::move(values));
        if (!isComplex)
            result.genes.clear();
        return Alternatives(1, std::move(result));
    }

    static Alternatives disjunction(It first, It last)
    {
        Alternatives all = std::move(*first);
        for (auto it = first + 1; it != last; ++it)
            appendShorter(all, std::move(*it));
        return all;
    }

    const std::vector<int> &m_geneOf;
    const Algebra &m_algebra;
};

/// Of a rule that is not empty. geneOf: as in evaluateRule.
template <class Algebra>
typename Algebra::Value evaluateSum(const GeneRule &rule, const std::vector<int> &geneOf,
                                    const Algebra &algebra)
{
    return RuleSum<Algebra>(geneOf, algebra).evaluate(rule);
}

} // namespace pathgan
