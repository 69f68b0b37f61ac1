// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/sbmlassociation_p.h"

namespace pathgan {

namespace {

using Node = sbml::FbcAssociation;

unsigned childCount(const Node &node)
{
    if (const auto *all = dynamic_cast<const sbml::FbcAnd *>(&node))
        return all->getNumAssociations();
    if (const auto *any = dynamic_cast<const sbml::FbcOr *>(&node))
        return any->getNumAssociations();
    return 0;
}

const Node *childOf(const Node &node, unsigned index)
{
    if (const auto *all = dynamic_cast<const sbml::FbcAnd *>(&node))
        return all->getAssociation(index);
    return static_cast<const sbml::FbcOr &>(node).getAssociation(index);
}

} // namespace

Result<GeneRule> ruleOfAssociation(const sbml::FbcAssociation &root, GeneList &genes, const std::string &path)
{
    struct Frame
    {
        const Node *node;
        unsigned next = 0;
        int operands = 0;
    };
    std::vector<GeneRule::Node> nodes;
    std::vector<Frame> stack{{&root}};
    while (!stack.empty()) {
        Frame &frame = stack.back();
        const bool isOperator = frame.node->isFbcAnd() || frame.node->isFbcOr();
        if (isOperator && frame.next < childCount(*frame.node)) {
            const Node *child = childOf(*frame.node, frame.next++);
            stack.push_back({child});
            continue;
        }
        if (frame.operands > 1) {
            nodes.push_back({frame.node->isFbcAnd() ? GeneRule::Op::And : GeneRule::Op::Or, frame.operands});
        } else if (!isOperator) {
            const auto *reference = dynamic_cast<const sbml::GeneProductRef *>(frame.node);
            if (!reference || !reference->isSetGeneProduct())
                return Error{ErrorCode::BadRule, elementPosition(*frame.node, path, "geneProductRef")};
            nodes.push_back(
                {GeneRule::Op::Gene, genes.indexOf(decodeSbmlId(reference->getGeneProduct(), "G_", true))});
        }
        // An operator left with one operand stands for that operand, one with none for nothing.
        const bool isOperand = !isOperator || frame.operands > 0;
        stack.pop_back();
        if (isOperand && !stack.empty())
            ++stack.back().operands;
    }
    return GeneRule(std::move(nodes));
}

Result<GeneRule> ruleOfAssociation(const sbml::Association &root, GeneList &genes)
{
    return GeneRule::parse(root.toInfix(),
                           [&](std::string_view id) { return genes.indexOf(decodeSbmlId(id, "G_", true)); });
}

} // namespace pathgan
