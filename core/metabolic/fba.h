#pragma once

#include "core/metabolic/model.h"

#include <string>
#include <utility>
#include <vector>

namespace pathgan {

enum class SolutionStatus {
    Optimal,
    Infeasible,
    Unbounded,
    Undefined, ///< the solver gave up
    Stopped,   ///< by request
    TimeLimit, ///< one linear program took longer than allowed
};
const char *statusName(SolutionStatus status); ///< "optimal", "infeasible" …

/// New bounds of one reaction, mmol/gDW/h.
struct BoundChange
{
    int reaction = 0;
    double lower = 0, upper = 0;
};

enum class FbaMethod { Fba, ParsimoniousFba, PerturbedFba };

struct FbaOptions
{
    FbaMethod method = FbaMethod::Fba;
    int objective = -1;               ///< reaction to optimise; −1: the model's own objective
    bool maximise = true;             ///< used when objective ≥ 0; else the model's direction
    std::vector<BoundChange> bounds;  ///< applied in order
    std::vector<int> knockedOutGenes; ///< model genes; every variant of the same Entrez gene goes with them
    double fractionOfOptimum = 1.0;   ///< pFBA: share of the optimum to keep
    double timeLimit = defaultTimeLimit; ///< seconds for each linear program; results within it do not change

    static constexpr double defaultTimeLimit = 60;
    /// BadModel names a reaction whose bounds or coefficients are no numbers.
    Result<void> check(const MetabolicModel &model) const;
    /// BadModel where nothing is optimised: for what compares with an optimum.
    Result<void> checkObjective(const MetabolicModel &model) const;
};

/// Values only where status is Optimal, else empty. Of parsimonious methods, reduced costs and shadow prices
/// are those of the objective itself, not of Σ|v|.
struct FluxSolution
{
    SolutionStatus status = SolutionStatus::Undefined;
    double objectiveValue = 0;        ///< of the objective (also for pFBA); NaN unless optimal
    double totalFlux = 0;             ///< Σ|v|
    std::vector<double> fluxes;       ///< mmol/gDW/h
    std::vector<double> reducedCosts; ///< d_j = c_j − Σ S_ij y_i
    std::vector<double> shadowPrices; ///< d objective / d net production, by metabolite
};

/// Flux balance analysis: maximise c·v, S v = 0, bounds (Orth et al. 2010). Perturbed pFBA: unique fluxes.
Result<FluxSolution> fba(const MetabolicModel &model, const FbaOptions &options,
                         const TaskContext &context = {});

struct FvaOptions
{
    std::vector<int> reactions; ///< empty: all
    /// Share of the optimum to keep. At exactly 1 the ranges hang on the solver's last digits.
    double fractionOfOptimum = 0.999999;
    double pfbaFactor = 0; ///< ≥ 1: also Σ|v| ≤ pfbaFactor · its least value; 0: any Σ|v|
    /// Ranges without thermodynamically infeasible loops (CycleFreeFlux, Desouki et al. 2015): a bound from
    /// within on the true ones, as in COBRApy.
    bool loopless = false;
    FbaOptions base; ///< objective and bounds
    unsigned threads = 0;

    Result<void> check(const MetabolicModel &model) const;
};

/// Least and largest flux of each reaction that keeps the objective (Mahadevan & Schilling 2003).
struct FvaRun
{
    double objectiveValue = 0;
    std::vector<int> reactions;
    std::vector<double> minimum, maximum; ///< mmol/gDW/h; infinite where unbounded; NaN: see status
    std::vector<SolutionStatus> status;   ///< by reaction: Optimal, Unbounded, or why a value is missing
    bool stoppedEarly = false;            ///< only the reactions finished before a Keep request
};
Result<FvaRun> fva(const MetabolicModel &model, const FvaOptions &options, const TaskContext &context = {});

/// Indices of reactions that a set of absent genes stops.
std::vector<int> lostReactions(const MetabolicModel &model, const std::vector<int> &genes);

} // namespace pathgan
