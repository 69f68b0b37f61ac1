// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/base/task.h"
#include "core/data/geneids.h"
#include "core/metabolic/model/model.h"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace pathgan {

/// What a check of a model may find. `value` and `detail` of CheckFinding are told by kind; keys in quotes.
enum class CheckKind {
    OrphanMetabolite,  ///< in no reaction
    DeadEndMetabolite, ///< "only produced", "only consumed", "in one reaction", "its reactions are closed"
                       ///< (by the bounds' directions); value: number of its reactions
    BlockedReaction,   ///< flux 0 in every steady state: "closed by its bounds", "cut off by a dead end", "no
                       ///< steady state uses it"
    MassImbalance,     ///< detail: surplus of products by element, "H 2, O -1"; value: the largest in size
    ChargeImbalance,   ///< value: charge of products less that of reactants
    BalanceUnknown,    ///< "no formula", "formula not understood", "no charge"; detail: metabolite ids
    RunsWithoutInput,  ///< carries flux with every boundary reaction closed: part of an internal loop
    EnergyFromNothing, ///< energy carrier charged with every boundary reaction closed; id: metabolite;
                       ///< detail: reactions of a small such cycle; value: most that can be charged,
                       ///< mmol/gDW/h
    UnknownGene,       ///< "placeholder", "not in the gene table"
    UnusedGene,        ///< in no gene rule
    OpenExchange, ///< boundary reaction that lets something enter: "exchange", "demand", "sink", "other";
                  ///< detail: metabolite id; value: largest uptake, mmol/gDW/h
    UnreadRule,   ///< gene rule that could not be read and is left out; detail: where and why
    DuplicateReaction, ///< "same stoichiometry", "proportional stoichiometry"; detail: id of the first of
                       ///< them
};
/// All, in the order in which they are reported.
const std::vector<CheckKind> &checkKinds();
/// English key in the plural, "blocked reactions".
const char *checkKindName(CheckKind kind);

struct CheckFinding
{
    CheckKind kind{};
    std::string id, name; ///< of the metabolite, reaction or gene
    std::string key = {}; ///< what about it: an English key of the list at CheckKind; empty: the kind says it
    std::string detail = {};                                 ///< ids, elements: not for translation
    double value = std::numeric_limits<double>::quiet_NaN(); ///< by kind; NaN: none
};

struct ModelCheckRun
{
    std::vector<CheckFinding> findings; ///< by kind, then in the model's order
    std::size_t balanceChecked = 0;     ///< reactions whose mass balance could be checked
    std::vector<CheckKind> left;        ///< kinds not decided: not asked for, or their linear programs failed

    std::size_t count(CheckKind kind) const;
};

struct ModelCheckOptions
{
    bool withFluxes = true; ///< also what needs linear programs: blocked reactions, loops, energy
    unsigned threads = 0;   ///< 0: one per core

    static const OptionTable &table();
    Result<void> check() const;
};

/// What is odd about a model as it was read: bounds and exchanges as distributed. Every finding is a fact
/// about the file, not always a fault. Reactions count as blocked, or as running, from 1e-6 mmol/gDW/h.
Result<ModelCheckRun> checkModel(const MetabolicModel &model, const GeneTable &genes,
                                 const ModelCheckOptions &options = {}, const TaskContext &context = {});

} // namespace pathgan
