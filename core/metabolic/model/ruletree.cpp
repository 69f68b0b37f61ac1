// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/ruletree.h"

#include "core/metabolic/model/modelgenes.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

/// Same genes by name, same shape.
bool isSame(const RuleTree &a, const RuleTree &b)
{
    return a.op == b.op && a.name == b.name &&
           std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), b.operands.end(), isSame);
}

/// A node of postfix order and the first node of its operands.
struct Part
{
    RuleTree tree;
    std::size_t begin = 0;
};

RuleTree joined(GeneRule::Op op, std::vector<Part>::iterator first, std::vector<Part>::iterator last)
{
    RuleTree tree;
    tree.op = op;
    for (auto part = first; part != last; ++part) {
        const bool isKnown = std::any_of(tree.operands.begin(), tree.operands.end(),
                                         [&](const RuleTree &other) { return isSame(other, part->tree); });
        if (!isKnown)
            tree.operands.push_back(std::move(part->tree));
    }
    return tree.operands.size() == 1 ? RuleTree(std::move(tree.operands.front())) : tree;
}

void markDeciding(RuleTree &tree, OrRule orRule)
{
    if (std::isnan(tree.score))
        return;
    tree.decides = true;
    for (RuleTree &operand : tree.operands)
        if ((tree.op == GeneRule::Op::Or && orRule == OrRule::Sum) || operand.score == tree.score)
            markDeciding(operand, orRule);
}

void collectDeciding(const RuleTree &tree, std::vector<int> &genes)
{
    if (tree.decides && tree.op == GeneRule::Op::Gene)
        genes.push_back(tree.gene);
    for (const RuleTree &operand : tree.operands)
        collectDeciding(operand, genes);
}

} // namespace

std::vector<int> RuleTree::decidingGenes() const
{
    std::vector<int> genes;
    collectDeciding(*this, genes);
    std::sort(genes.begin(), genes.end());
    genes.erase(std::unique(genes.begin(), genes.end()), genes.end());
    return genes;
}

RuleTree makeRuleTree(const GeneRule &rule, const std::vector<double> &geneValue,
                      const std::vector<int> &geneOf, const std::vector<std::string> &names, OrRule orRule)
{
    std::vector<Part> stack;
    const std::vector<GeneRule::Node> &nodes = rule.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].op == GeneRule::Op::Gene) {
            const auto gene = static_cast<std::size_t>(nodes[i].value);
            RuleTree leaf;
            leaf.gene = nodes[i].value;
            leaf.name = names[gene];
            leaf.score = geneValue[gene];
            stack.push_back({std::move(leaf), i});
            continue;
        }
        const auto first = stack.end() - nodes[i].value;
        const std::size_t begin = first->begin;
        RuleTree tree = joined(nodes[i].op, first, stack.end());
        const GeneRule part({nodes.begin() + static_cast<std::ptrdiff_t>(begin),
                             nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1});
        tree.score = evaluateRule(part, geneValue, geneOf, orRule);
        stack.erase(first, stack.end());
        stack.push_back({std::move(tree), begin});
    }
    if (stack.empty())
        return {};
    RuleTree tree = std::move(stack.back().tree);
    markDeciding(tree, orRule);
    return tree;
}

std::vector<std::string> geneNames(const MetabolicModel &model, const GeneTable &table)
{
    std::vector<std::string> names;
    for (const ModelGene &gene : model.genes)
        names.push_back(geneName(gene, table));
    return names;
}

} // namespace pathgan
