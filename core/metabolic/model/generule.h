// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optionfield.h"
#include "core/base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// A gene–protein–reaction rule: and/or of gene indices, any nesting. Stored in postfix order, so that
/// evaluation needs no recursion (Recon3D has a rule of 56,067 characters).
class GeneRule
{
public:
    enum class Op : unsigned char { Gene, And, Or };
    struct Node
    {
        Op op = Op::Gene;
        int value = 0; ///< Gene: index of the gene; And, Or: number of operands
    };

    GeneRule() = default;
    explicit GeneRule(std::vector<Node> postfix) : m_nodes(std::move(postfix)) {}

    /// and/or, AND/OR, And/Or, &, &&, |, ||; `and` binds tighter. BadRule names the column of what is no
    /// rule. geneIndex turns a gene id into its index.
    static Result<GeneRule> parse(std::string_view text,
                                  const std::function<int(std::string_view)> &geneIndex);

    /// Whether nodes that come from a file are a rule over that many genes: operands before their operator,
    /// one value left at the end.
    static bool isSound(const std::vector<Node> &postfix, std::size_t genes);

    bool isEmpty() const { return m_nodes.empty(); }
    const std::vector<Node> &nodes() const { return m_nodes; }
    /// Children joined with " and " / " or ", parentheses around every nested operator, none at the top.
    std::string text(const std::vector<std::string> &geneIds) const;
    /// True when the reaction still runs without the genes marked absent; an empty rule is true.
    bool isActive(const std::vector<bool> &absent) const;
    std::vector<int> genes() const; ///< unique, ascending

private:
    std::vector<Node> m_nodes;
};

enum class OrRule { Maximum, Sum };
inline constexpr EnumWord<OrRule> orRuleWords[] = {{OrRule::Maximum, "maximum"}, {OrRule::Sum, "sum"}};

/// AND = min, OR = max or sum; unknown (NaN) operands are ignored, all unknown gives NaN. Before OR = sum,
/// operands of one OR that are variants of one gene (same geneOf value) are merged. geneValue and geneOf are
/// indexed by gene.
double evaluateRule(const GeneRule &rule, const std::vector<double> &geneValue,
                    const std::vector<int> &geneOf, OrRule orRule);

} // namespace pathgan
