// Times computeFlux on a model and an expression matrix, and compares with reference capacities:
// bench_cohortflux MODEL EXPRESSION GENE_MAP|- [threads] [capacity|pfba|fba] [reference.json]
#include "core/data/cohort.h"
#include "core/metabolic/cohortflux.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>

using namespace pathgan;

namespace {

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Of all threads; says more than the clock where the machine is shared.
double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

FluxQuantity quantityOf(const char *name)
{
    if (std::strcmp(name, "pfba") == 0)
        return FluxQuantity::PerturbedFba;
    return std::strcmp(name, "fba") == 0 ? FluxQuantity::Fba : FluxQuantity::Capacity;
}

template <class Names>
Index indexOf(const Names &names, const std::string &name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : static_cast<Index>(found - names.begin());
}

double relative(double value, double expected)
{
    const double difference = std::abs(value - expected);
    return difference > 1e-7 ? difference / std::abs(expected) : 0; // 1e-7: the solver's tolerance
}

/// Largest relative deviation from the reference; NaN when it names what the run has not.
double deviation(const FluxRun &run, const nlohmann::json &reference)
{
    double worst = 0;
    for (std::size_t i = 0; i < reference["samples"].size(); ++i) {
        const Index row = indexOf(run.samples, reference["samples"][i].get<std::string>());
        if (row < 0)
            return std::nan("");
        worst = std::max(worst, relative(run.growth[static_cast<std::size_t>(row)], reference["growth"][i]));
        for (std::size_t k = 0; k < reference["reactions"].size(); ++k) {
            const Index column = indexOf(run.reactions, reference["reactions"][k].get<std::string>());
            if (column < 0)
                return std::nan("");
            worst = std::max(worst, relative(run.values(row, column), reference["capacity"][i][k]));
        }
    }
    return worst;
}

int report(const FluxRun &run, const char *referencePath)
{
    const auto optimal = std::count(run.status.begin(), run.status.end(), SolutionStatus::Optimal);
    std::printf("optimal %td of %zu; wild type growth %.9f; %zu reactions with a score; genes %zu of %zu\n",
                optimal, run.samples.size(), run.wildTypeGrowth, run.reactionsWithScore, run.genes.matched,
                run.genes.total);
    std::printf("varying %zu of %zu; effective rank %.4f; peak of the values %.6f\n", run.varyingReactions,
                run.reactions.size(), run.effectiveRank, run.values.maxCoeff());
    if (referencePath) {
        std::ifstream file(referencePath);
        std::printf("largest relative deviation from the reference %.3g\n",
                    deviation(run, nlohmann::json::parse(file)));
    }
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 4)
        return 2;
    double start = seconds();
    const Result<MetabolicModel> model = readModel(arguments[1]);
    ReadReport problems;
    Result<ExpressionMatrix> expression = readExpression(arguments[2], {}, problems);
    if (!model || !expression)
        return 2;
    const Result<Cohort> cohort =
        makeCohort(std::make_shared<const ExpressionMatrix>(std::move(*expression)), nullptr);
    Result<GeneTable> map =
        std::strcmp(arguments[3], "-") == 0 ? GeneTable::builtIn() : GeneTable::readMap(arguments[3]);
    if (!cohort || !map)
        return 2;
    std::printf("read in %.2f s\n", seconds() - start);
    FluxOptions options;
    options.threads = count > 4 ? static_cast<unsigned>(std::stoul(arguments[4])) : 0;
    options.quantity = quantityOf(count > 5 ? arguments[5] : "capacity");
    start = seconds();
    const double processorStart = processorSeconds();
    const Result<FluxRun> run = computeFlux(*model, *cohort, *map, options);
    if (!run) {
        std::printf("error %d %s\n", static_cast<int>(run.error().code), run.error().detail.c_str());
        return 1;
    }
    std::printf("fluxes in %.2f s, %.2f s of processor time\n", seconds() - start,
                processorSeconds() - processorStart);
    return report(*run, count > 6 ? arguments[6] : nullptr);
}
