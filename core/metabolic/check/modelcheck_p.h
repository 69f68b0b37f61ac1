#pragma once

#include "core/base/task.h"
#include "core/data/geneids.h"
#include "core/metabolic/check/modelcheck.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// Fluxes below this are none: a model's bounds are of the order 1000, the solver's tolerance 1e-7.
constexpr double leastFlux = 1e-6; // mmol/gDW/h

/// A finding about a metabolite, reaction or gene.
template <class Item>
CheckFinding finding(CheckKind kind, const Item &item, std::string key = {}, std::string detail = {},
                     double value = std::numeric_limits<double>::quiet_NaN())
{
    return {kind, item.id, item.name, std::move(key), std::move(detail), value};
}

// What the network's structure tells ---------------------------------------------------------------

void checkMetabolites(const MetabolicModel &model, ModelCheckRun &run);
void checkGenes(const MetabolicModel &model, const GeneTable &genes, ModelCheckRun &run);
void checkExchanges(const MetabolicModel &model, ModelCheckRun &run);
void checkRules(const MetabolicModel &model, ModelCheckRun &run);
void checkDuplicates(const MetabolicModel &model, ModelCheckRun &run);

// Mass and charge ------------------------------------------------------------------------------------

/// Number of atoms by element. Groups such as R, X and FULLR count as elements; amounts may be fractions.
using Composition = std::map<std::string, double, std::less<>>;
/// C6H12O6, C10.5H20, (C2H4)3R; nothing where it is none.
std::optional<Composition> parseFormula(std::string_view formula);
void checkBalance(const MetabolicModel &model, ModelCheckRun &run);

// What linear programs tell --------------------------------------------------------------------------

Result<void> checkBlocked(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                          const TaskContext &context);
Result<void> checkLoops(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                        const TaskContext &context);
Result<void> checkEnergy(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                         const TaskContext &context);

} // namespace pathgan
