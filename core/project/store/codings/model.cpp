// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/model.h"

#include "core/project/store/codings/common_p.h"

#include <cmath>

namespace pathgan {

PATHGAN_LAST(GeneRule::Op, Or, 2)

template <class Archive, Is<GeneRule::Node> Value>
void describe(Archive &a, Value &node)
{
    a.fields(node, node.op, node.value);
}
void describe(Encoder &a, const GeneRule &rule)
{
    a.value(rule.nodes());
}
void describe(Decoder &a, GeneRule &rule)
{
    std::vector<GeneRule::Node> nodes;
    a.value(nodes);
    rule = GeneRule(std::move(nodes));
}

template <class Archive, Is<Annotation> Value>
void describe(Archive &a, Value &annotation)
{
    a.fields(annotation, annotation.database, annotation.id);
}
template <class Archive, Is<Metabolite> Value>
void describe(Archive &a, Value &one)
{
    a.fields(one, one.id, one.name, one.compartment, one.formula, one.charge, one.annotations);
}
template <class Archive, Is<ModelGene> Value>
void describe(Archive &a, Value &gene)
{
    a.fields(gene, gene.id, gene.name, gene.entrez);
}
template <class Archive, Is<Reaction> Value>
void describe(Archive &a, Value &one)
{
    a.fields(one, one.id, one.name, one.subsystem, one.lower, one.upper, one.stoichiometry, one.rule,
             one.sboTerm);
}
template <class Archive, Is<ModelGroup> Value>
void describe(Archive &a, Value &group)
{
    a.fields(group, group.id, group.name, group.kind, group.members);
}
template <class Archive, Is<ModelObjective> Value>
void describe(Archive &a, Value &objective)
{
    a.fields(objective, objective.id, objective.maximise, objective.coefficients);
}
template <class Archive, Is<ConceptAssignment> Value>
void describe(Archive &a, Value &assignment)
{
    a.fields(assignment, assignment.topic, assignment.id, assignment.isIt);
}

/// What is private is made by buildIndex().
template <class Archive, Is<MetabolicModel> Value>
void describe(Archive &a, Value &model)
{
    const auto all = [&a](auto &...fields) { (a.value(fields), ...); };
    all(model.id, model.name, model.metabolites, model.genes, model.reactions, model.groups, model.objectives,
        model.activeObjective, model.compartments, model.compartmentNames, model.assignments, model.warnings,
        model.path, model.sha256);
}

namespace {

bool isUsable(const Reaction &reaction, const MetabolicModel &model)
{
    int before = -1;
    for (const auto &[metabolite, coefficient] : reaction.stoichiometry) {
        if (metabolite <= before || static_cast<std::size_t>(metabolite) >= model.metabolites.size() ||
            coefficient == 0 || !std::isfinite(coefficient))
            return false;
        before = metabolite;
    }
    return !std::isnan(reaction.lower) && !std::isnan(reaction.upper) &&
           GeneRule::isSound(reaction.rule.nodes(), model.genes.size());
}

} // namespace

bool isSound(const MetabolicModel &model)
{
    return std::all_of(model.reactions.begin(), model.reactions.end(),
                       [&](const Reaction &reaction) { return isUsable(reaction, model); }) &&
           std::all_of(model.objectives.begin(), model.objectives.end(),
                       [&](const ModelObjective &objective) {
                           return std::all_of(objective.coefficients.begin(), objective.coefficients.end(),
                                              [&](const std::pair<int, double> &term) {
                                                  return term.first >= 0 &&
                                                         static_cast<std::size_t>(term.first) <
                                                             model.reactions.size();
                                              });
                       }) &&
           model.activeObjective >= -1 && model.activeObjective < static_cast<int>(model.objectives.size());
}
void finish(MetabolicModel &model)
{
    model.buildIndex();
}
PATHGAN_CODING(MetabolicModel, "model")

} // namespace pathgan
