// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/metabolic/check/modelcheck.h"

#include <cmath>
#include <cstdlib>

/// Walks over a model that a reader accepted: everything that analyses rely on must hold.
inline void inspectModel(pathgan::MetabolicModel &model)
{
    using namespace pathgan;
    const auto require = [](bool holds) {
        if (!holds)
            std::abort();
    };
    model.buildIndex();
    require(model.activeObjective < static_cast<int>(model.objectives.size()));
    for (std::size_t j = 0; j < model.reactions.size(); ++j) {
        const Reaction &reaction = model.reactions[j];
        require(reaction.lower <= reaction.upper);
        int before = -1;
        for (const auto &[metabolite, coefficient] : reaction.stoichiometry) {
            require(metabolite > before && metabolite < static_cast<int>(model.metabolites.size()));
            require(std::isfinite(coefficient) && coefficient != 0);
            before = metabolite;
        }
        for (const int gene : reaction.rule.genes())
            require(gene >= 0 && gene < static_cast<int>(model.genes.size()));
        static_cast<void>(model.equation(static_cast<int>(j), true));
        static_cast<void>(model.boundaryKind(static_cast<int>(j)));
    }
    for (const ModelObjective &objective : model.objectives)
        for (const auto &[reaction, coefficient] : objective.coefficients)
            require(reaction >= 0 && reaction < static_cast<int>(model.reactions.size()) &&
                    std::isfinite(coefficient));
    ModelCheckOptions options;
    options.withFluxes = false;
    static_cast<void>(checkModel(model, GeneTable::builtIn(), options));
}
