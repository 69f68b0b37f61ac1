#include "core/base/parallel.h"
#include "core/metabolic/fbaproblem_p.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <memory>
#include <numeric>

namespace pathgan {

namespace {

/// Reactions solved one after another from the reference vertex. A fixed number, so that a value does not
/// depend on the number of threads.
constexpr std::size_t blockSize = 16;

double extreme(Lp &lp, int column, bool maximise, const TaskContext &context)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    lp.setCost(column, 1);
    lp.setMaximise(maximise);
    const SolutionStatus status = lp.solve(LpMethod::Primal, context);
    lp.setCost(column, 0);
    if (status == SolutionStatus::Optimal)
        return lp.value(column);
    if (status == SolutionStatus::Unbounded)
        return maximise ? infinity : -infinity;
    return std::numeric_limits<double>::quiet_NaN();
}

Error errorOf(SolutionStatus status)
{
    switch (status) {
    case SolutionStatus::Stopped:
        return Error{ErrorCode::Cancelled, {}};
    case SolutionStatus::Infeasible:
        return Error{ErrorCode::Infeasible, {}};
    case SolutionStatus::Unbounded:
        return Error{ErrorCode::Unbounded, {}};
    default:
        return Error{ErrorCode::SolverFailed, {}};
    }
}

/// The reference vertex: optimal for the objective, with the row that keeps its share of the optimum added.
struct Reference
{
    LpModel problem; ///< with that row, without costs
    LpBasis basis;
    double optimum = 0;
};

Result<Reference> solveReference(const MetabolicModel &model, const FvaOptions &options,
                                 const TaskContext &context)
{
    Reference reference;
    reference.problem = fbaProblem(model, options.base);
    Lp lp(reference.problem);
    const SolutionStatus status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return errorOf(status);
    reference.optimum = lp.objective();
    reference.basis = lp.basis();
    LpModel &problem = reference.problem;
    if (std::any_of(problem.cost.begin(), problem.cost.end(), [](double cost) { return cost != 0; })) {
        addObjectiveRow(problem,
                        keptObjective(reference.optimum, options.fractionOfOptimum, problem.maximise));
        reference.basis.insert(reference.basis.begin() + lp.rows(), Lp::basicStatus);
        std::fill(problem.cost.begin(), problem.cost.end(), 0.0);
    }
    return reference;
}

void findRanges(const Reference &reference, unsigned threads, FvaRun &run, const TaskContext &context)
{
    const std::size_t count = run.reactions.size();
    const std::size_t blocks = (count + blockSize - 1) / blockSize;
    std::vector<std::unique_ptr<Lp>> solvers(threads);
    std::atomic<std::size_t> done{0};
    parallelEach(blocks, threads, [&](std::size_t block, unsigned worker) {
        std::unique_ptr<Lp> &lp = solvers[worker];
        if (!lp)
            lp = std::make_unique<Lp>(reference.problem);
        lp->setBasis(reference.basis);
        const std::size_t end = std::min(count, (block + 1) * blockSize);
        for (std::size_t i = block * blockSize; i < end && !context.shouldStop(); ++i) {
            run.minimum[i] = extreme(*lp, run.reactions[i], false, context);
            run.maximum[i] = extreme(*lp, run.reactions[i], true, context);
            context.report("Finding flux ranges", static_cast<double>(++done), static_cast<double>(count));
        }
    });
}

} // namespace

Result<void> FvaOptions::check(const MetabolicModel &model) const
{
    if (const Result<void> checked = base.check(model); !checked)
        return checked;
    for (const int reaction : reactions)
        if (reaction < 0 || reaction >= static_cast<int>(model.reactions.size()))
            return Error{ErrorCode::InvalidOption, "reactions"};
    if (!(fractionOfOptimum >= 0 && fractionOfOptimum <= 1))
        return Error{ErrorCode::InvalidOption, "fractionOfOptimum"};
    return {};
}

Result<FvaRun> fva(const MetabolicModel &model, const FvaOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    const Result<Reference> reference = solveReference(model, options, context);
    if (!reference)
        return reference.error();
    FvaRun run;
    run.objectiveValue = reference->optimum;
    run.reactions = options.reactions;
    if (run.reactions.empty()) {
        run.reactions.resize(model.reactions.size());
        std::iota(run.reactions.begin(), run.reactions.end(), 0);
    }
    run.minimum.assign(run.reactions.size(), std::numeric_limits<double>::quiet_NaN());
    run.maximum = run.minimum;
    findRanges(*reference, threadCount(options.threads), run, context);
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    return run;
}

} // namespace pathgan
