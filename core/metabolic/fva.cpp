#include "core/base/parallel.h"
#include "core/metabolic/fbaproblem_p.h"
#include "core/metabolic/reducednetwork_p.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <numeric>

namespace pathgan {

namespace {

/// Columns solved one after another from the reference vertex. A fixed number, so that a value does not
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

/// The reference vertex: optimal for the objective, with the row that keeps its share of the optimum added.
struct Reference
{
    ReducedNetwork network;
    LpModel problem; ///< reduced, with that row, without costs
    LpBasis basis;
    double optimum = 0;
};

Result<Reference> solveReference(const MetabolicModel &model, const FvaOptions &options,
                                 const TaskContext &context)
{
    const LpModel whole = fbaProblem(model, options.base);
    Reference reference{ReducedNetwork(whole, {}, Reduction::Fluxes), {}, {}, 0};
    LpModel &problem = reference.problem;
    problem = reference.network.lp();
    problem.maximise = whole.maximise;
    problem.cost = reference.network.reduceCosts(whole.cost);
    if (reference.network.reduce(whole.lower, whole.upper).isEmpty)
        return Error{ErrorCode::Infeasible, {}};
    Lp lp(problem);
    const SolutionStatus status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return solverError(status);
    reference.optimum = lp.objective();
    reference.basis = lp.basis();
    if (std::any_of(problem.cost.begin(), problem.cost.end(), [](double cost) { return cost != 0; })) {
        addObjectiveRow(problem,
                        keptObjective(reference.optimum, options.fractionOfOptimum, problem.maximise));
        reference.basis.insert(reference.basis.begin() + lp.rows(), Lp::basicStatus);
        std::fill(problem.cost.begin(), problem.cost.end(), 0.0);
    }
    return reference;
}

struct Range
{
    double least = std::numeric_limits<double>::quiet_NaN(), most = least;
};

/// Reduced columns of the reactions asked for, each once, ascending.
std::map<int, Range> columnsOf(const Reference &reference, const std::vector<int> &reactions)
{
    std::map<int, Range> ranges;
    for (const int reaction : reactions)
        if (const int column = reference.network.columnOf(reaction); column >= 0)
            ranges.emplace(column, Range{});
    return ranges;
}

void findRanges(const Reference &reference, unsigned threads, std::map<int, Range> &ranges,
                const TaskContext &context)
{
    std::vector<std::pair<int, Range *>> columns;
    columns.reserve(ranges.size());
    for (auto &[column, range] : ranges)
        columns.emplace_back(column, &range);
    const std::size_t count = columns.size();
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
            columns[i].second->least = extreme(*lp, columns[i].first, false, context);
            columns[i].second->most = extreme(*lp, columns[i].first, true, context);
            context.report("Finding flux ranges", static_cast<double>(++done), static_cast<double>(count));
        }
    });
}

/// Ranges of the reactions from those of the columns they are joined in.
void takeRanges(const Reference &reference, const std::map<int, Range> &ranges, FvaRun &run)
{
    for (const int reaction : run.reactions) {
        const int column = reference.network.columnOf(reaction);
        const double factor = reference.network.factorOf(reaction);
        const Range range = column >= 0 ? ranges.at(column) : Range{0, 0};
        double low = withoutNoise(factor * (factor > 0 ? range.least : range.most));
        double high = withoutNoise(factor * (factor > 0 ? range.most : range.least));
        if (low > high) // a fixed flux, found twice to the last bits
            low = high = (low + high) / 2;
        run.minimum.push_back(low);
        run.maximum.push_back(high);
    }
}

} // namespace

Result<void> FvaOptions::check(const MetabolicModel &model) const
{
    if (Result<void> checked = base.check(model); !checked)
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
    std::map<int, Range> ranges = columnsOf(*reference, run.reactions);
    findRanges(*reference, threadCount(options.threads), ranges, context);
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    takeRanges(*reference, ranges, run);
    return run;
}

} // namespace pathgan
