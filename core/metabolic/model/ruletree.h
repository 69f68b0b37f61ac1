// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/metabolic/model/model.h"

#include <string>
#include <vector>

namespace pathgan {

/// A gene rule as a tree, with the expression score of every part in one sample. Operators of one operand and
/// repeated operands (transcript variants of one gene) are drawn together.
struct RuleTree
{
    GeneRule::Op op = GeneRule::Op::Gene;
    int gene = -1;        ///< leaf: index of the model's gene
    std::string name;     ///< leaf: symbol, else the model's id
    double score = 0;     ///< as evaluateRule gives it; NaN: nothing in it is measured
    bool decides = false; ///< the rule's score is this part's (AND: its least, OR: its greatest; sum: all)
    std::vector<RuleTree> operands;

    bool isEmpty() const { return name.empty() && operands.empty(); }
    /// Leaves that decide, each gene once.
    std::vector<int> decidingGenes() const;
};

/// geneValue, geneOf: by model gene, as in evaluateRule; names: by model gene. Of an empty rule: empty.
RuleTree makeRuleTree(const GeneRule &rule, const std::vector<double> &geneValue,
                      const std::vector<int> &geneOf, const std::vector<std::string> &names, OrRule orRule);

/// geneName() of every gene of the model.
std::vector<std::string> geneNames(const MetabolicModel &model, const GeneTable &table);

} // namespace pathgan
