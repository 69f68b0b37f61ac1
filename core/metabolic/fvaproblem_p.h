#pragma once

#include "core/metabolic/fbaproblem_p.h"
#include "core/metabolic/reducednetwork_p.h"

#include <optional>
#include <vector>

namespace pathgan {

/// The flux vectors whose extremes a variability analysis seeks. Shared by all threads.
struct FvaProblem
{
    ReducedNetwork network;
    LpModel fluxes; ///< reduced columns, with the row that keeps the objective; no costs
    std::optional<AbsoluteProblem> absolute; ///< the same split by direction, where Σ|v| is limited
    LpBasis basis;                           ///< a feasible vertex of lp()
    std::vector<bool> isBoundary;            ///< by flux: joined with a boundary reaction
    std::vector<double> weights;             ///< by flux: what one unit adds to Σ|v|
    double optimum = 0;

    /// What is solved.
    const LpModel &lp() const { return absolute ? absolute->lp : fluxes; }
    /// One flux of lp's solution, and its cost.
    double flux(const Lp &solved, int column) const;
    void setCost(Lp &target, int column, double cost) const;
    void setBounds(Lp &target, int column, double low, double high) const;
};

/// Solves for the objective, and for the least Σ|v| where the options limit that.
Result<FvaProblem> fvaProblem(const MetabolicModel &model, const FvaOptions &options,
                              const TaskContext &context);

/// Loops removed by CycleFreeFlux: solved is at an extreme of a flux, cost and direction set. Returns the
/// extreme without loops; changes the basis of solved.
double looplessExtreme(const FvaProblem &problem, Lp &solved, int column, SolutionStatus &status,
                       const TaskContext &context);

/// One end of a flux's range.
struct FvaEnd
{
    double value = 0;
    SolutionStatus status = SolutionStatus::Stopped;
};
struct FvaRange
{
    FvaEnd least, most;
};
/// By flux; those not asked for are left as they are. The same bits for any number of threads.
std::vector<FvaRange> fvaRanges(const FvaProblem &problem, const std::vector<int> &columns,
                                const FvaOptions &options, const TaskContext &context);

} // namespace pathgan
