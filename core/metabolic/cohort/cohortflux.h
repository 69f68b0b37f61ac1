// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/data/capacityduals.h"
#include "core/data/cohort.h"
#include "core/metabolic/cohort/genemapping.h"
#include "core/metabolic/cohort/valuestatus.h"
#include "core/metabolic/lp/solutionstatus.h"
#include "core/metabolic/model/medium.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

enum class ExpressionRule { EFlux, Paper };
enum class FluxQuantity {
    Capacity,      ///< maximum attainable flux at ≥ 90 % growth: one LP a value, unique
    PerturbedFba,  ///< one consistent, unique flux vector
    Fba,           ///< one optimal vertex: not unique
    CapacityRange, ///< Capacity and the minimum attainable flux beside it
};
/// What an expression score is divided by: the reaction's own maximum over the cohort, or the largest of all
/// reactions.
enum class ScoreScale { PerReaction, Global };
enum class PaperKeySet { ByMetabolite, BySubsystem, ByName, Core };
/// Whose mean log2 expression is the paper's average: every measured gene of the matrix; the genes of the
/// reaction's own rule; those of all key reactions' rules.
enum class PaperAverage { SelectedGenes, RuleGenes, GlutathioneGenes };

struct FluxOptions
{
    ExpressionRule rule = ExpressionRule::EFlux;
    FluxQuantity quantity = FluxQuantity::Capacity;
    MediumPreset medium = MediumPreset::Physiological;
    OrRule orRule = OrRule::Maximum;
    ScoreScale scoreScale = ScoreScale::PerReaction; ///< E-Flux
    bool logScores = false;                          ///< E-Flux on log2(x+1) instead of the linear scale
    std::vector<std::string> reactions;              ///< to report; empty: the core glutathione reactions
    std::string objective;                           ///< reaction id; empty: the model's own
    double growthFraction = 0.9;                     ///< capacity: share of maximal growth to keep
    double scale = 1000;                             ///< E-Flux: C, mmol/gDW/h
    double floor = 1e-3;                             ///< E-Flux: least capacity, mmol/gDW/h
    PaperKeySet paperKeySet = PaperKeySet::ByMetabolite;
    PaperAverage paperAverage = PaperAverage::SelectedGenes;
    unsigned threads = 0;
    /// Samples of the cohort to solve; empty: all. Bounds are made of the whole cohort, so that a sample has
    /// the same fluxes either way.
    std::vector<std::string> samples;

    static const OptionTable &table();
    Result<void> check() const;
};

/// Fluxes of a cohort. Values are bit-identical for any sample order and thread count.
struct FluxRun
{
    FluxOptions options;
    std::string objective;
    std::vector<std::string> samples, reactions;
    MatrixD values; ///< samples × reactions, mmol/gDW/h; NaN where the sample is not optimal
    MatrixD minima; ///< CapacityRange: minimum attainable flux, like values; else empty
    std::vector<ValueStatus> valueStatus; ///< sample by sample, all its reactions; empty: a table was read
    /// Capacities under E-Flux: by sample as values; null: none are known (a table was read, flux vectors).
    std::shared_ptr<const CapacityDuals> duals;
    std::vector<SolutionStatus> status; ///< by sample
    std::vector<double> growth;         ///< by sample, 1/h (the objective's optimum)
    double wildTypeGrowth = 0;          ///< without expression bounds
    std::vector<double> wildTypeValues; ///< by reaction, without expression bounds (capacity); else empty
    Coverage genes;                     ///< model genes found in the expression matrix
    std::size_t reactionsWithScore = 0; ///< reactions whose bounds expression sets
    std::size_t varyingReactions = 0;   ///< reported reactions not constant (core/base/constant.h)
    double effectiveRank = 0;           ///< of values, see statistics.h
    bool stoppedEarly = false;          ///< only some samples were finished
    /// SHA-256 of all that a value depends on, whatever the order of the samples; empty: a table was read.
    std::string key;

    bool isConstant() const { return varyingReactions == 0; }
    bool isCapacity() const; ///< with or without minima
    /// "unique", "on a bound", "blocked", "not unique"; of a sample without values its own: English keys.
    const char *valueStatusName(Index sample, Index reaction) const;
    std::size_t valuesWith(ValueStatus wanted) const;
    const char *quantityName() const; ///< "maximum attainable flux" or "flux": an English key
    static constexpr const char *unit = "mmol/gDW/h";
};

/// Is given the samples finished so far, at most every so many seconds, by one thread at a time.
struct FluxKeeper
{
    std::function<void(const FluxRun &)> keep;
    double seconds = 60;
};

/// unfinished, if given: in, a run that was stopped, whose samples are not solved again where its key fits;
/// out, after Cancelled, the samples finished so far (none: as it was).
Result<FluxRun> computeFlux(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                            const FluxOptions &options, const TaskContext &context = {},
                            FluxRun *unfinished = nullptr, const FluxKeeper &keeper = {});

} // namespace pathgan
