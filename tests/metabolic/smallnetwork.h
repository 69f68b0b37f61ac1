// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/metabolic/cohort/cohortflux.h"

#include <cmath>
#include <fstream>
#include <limits>
#include <string>

/// A network small enough to solve in the head, and cohorts for it.
namespace smallnetwork {

using namespace pathgan;

inline void addReaction(MetabolicModel &model, const char *id, double low, double high,
                        Stoichiometry stoichiometry, GeneRule rule = {})
{
    Reaction item;
    item.id = id;
    item.lower = low;
    item.upper = high;
    item.stoichiometry = std::move(stoichiometry);
    item.rule = std::move(rule);
    model.reactions.push_back(item);
}

/// At most 100 of a enter and leave as b, by glutathione (GTHX, then GTHY) or around it (BYP, reversible).
/// GTHX: gene 1 (two variants) or gene 2; BYP: gene 3. Objective: EX_b.
inline MetabolicModel make()
{
    MetabolicModel model;
    for (const auto &[id, compartment] :
         {std::pair{"a_e", "e"}, {"a_c", "c"}, {"gthrd_c", "c"}, {"b_c", "c"}}) {
        Metabolite item;
        item.id = id;
        item.compartment = compartment;
        model.metabolites.push_back(item);
    }
    for (const auto &[id, entrez] : {std::pair{"1_AT1", 1}, {"1_AT2", 1}, {"2_AT1", 2}, {"3_AT1", 3}}) {
        ModelGene gene;
        gene.id = id;
        gene.entrez = entrez;
        model.genes.push_back(gene);
    }
    using Op = GeneRule::Op;
    const GeneRule either({{Op::Gene, 0}, {Op::Gene, 1}, {Op::Gene, 2}, {Op::Or, 3}});
    addReaction(model, "EX_a_e", -100, 1000, {{0, -1.0}});
    addReaction(model, "At", 0, 1000, {{0, -1.0}, {1, 1.0}});
    addReaction(model, "GTHX", 0, 1000, {{1, -1.0}, {2, 1.0}}, either);
    addReaction(model, "GTHY", 0, 2000, {{2, -1.0}, {3, 1.0}});
    addReaction(model, "BYP", -1000, 1000, {{1, -1.0}, {3, 1.0}}, GeneRule({{Op::Gene, 3}}));
    addReaction(model, "EX_b", 0, 1000, {{3, -1.0}});
    model.compartments = {"c", "e"};
    model.objectives = {{"obj", true, {{5, 1.0}}}};
    model.activeObjective = 0;
    model.buildIndex();
    return model;
}

/// values: genes × samples on the linear scale; genes are named G1, G2, …, samples S1, S2, …
inline Cohort cohortOf(const MatrixD &values)
{
    auto matrix = std::make_shared<ExpressionMatrix>();
    matrix->scale = ExpressionScale::Linear;
    matrix->values = values.cast<float>();
    Cohort cohort;
    for (Index row = 0; row < values.rows(); ++row)
        matrix->genes.push_back("G" + std::to_string(row + 1));
    for (Index column = 0; column < values.cols(); ++column) {
        cohort.samples.push_back("S" + std::to_string(column + 1));
        cohort.columns.push_back(column);
    }
    cohort.patients = matrix->samples = cohort.samples;
    cohort.clinicalRows.assign(cohort.samples.size(), -1);
    cohort.expression = matrix;
    return cohort;
}

/// Gn ↔ Entrez n.
inline GeneTable geneTable(const std::string &folder, int genes)
{
    const std::string path = folder + "/map.tsv";
    {
        std::ofstream file(path);
        file << "symbol\tentrez_gene_id\n";
        for (int gene = 1; gene <= genes; ++gene)
            file << 'G' << gene << '\t' << gene << '\n';
    }
    Result<GeneTable> table = GeneTable::readMap(path);
    return table ? std::move(*table) : GeneTable{};
}

} // namespace smallnetwork
