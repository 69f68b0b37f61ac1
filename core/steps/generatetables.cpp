// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/generatestep.h"

#include <cmath>

namespace pathgan {

namespace {

Cell countCell(const std::vector<std::size_t> &counts, std::size_t at)
{
    return at < counts.size() ? Cell(static_cast<long long>(counts[at])) : Cell(std::nan(""));
}

double meanOf(const VectorD &scores)
{
    return scores.size() > 0 ? scores.mean() : std::nan("");
}

Table summaryTable(const GenerateRun &run)
{
    const auto count = [](std::size_t n) { return static_cast<long long>(n); };
    const std::string none, flux = "mmol/gDW/h", sd = "standard deviations of the real fluxes";
    Table table{{"quantity", "value", "unit"}, {}};
    table.rows = {
        {std::string("profiles"), count(run.profiles.size()), none},
        {std::string("different profiles"), count(run.distinct()), none},
        {std::string("samples that conditions are made of"), count(run.pool), none},
        {std::string("real profiles compared with"), count(run.realSamples.size()), none},
        {std::string("noise inputs of the network"), static_cast<long long>(run.noiseSize), none},
        {std::string("density (Naeem et al. 2020)"), run.density, none},
        {std::string("coverage (Naeem et al. 2020)"), run.coverage, none},
        {std::string("coverage expected of equal distributions"), run.expectedCoverage, none},
        {std::string("profiles that copy a real one"), count(run.copies()), none},
        {std::string("median distance of real profiles to the nearest other"), run.realNearestDistance, sd},
        {std::string("mean critic score of generated profiles"), meanOf(run.critic), none},
        {std::string("mean critic score of real profiles"), meanOf(run.realCritic), none},
    };
    return table;
}

} // namespace

Table generatedProfiles(const GenerateRun &run)
{
    Table table{{"profile", "condition", "critic_score", "nearest_sample", "nearest_distance", "copy",
                 "outside_wild_type", "unattainable", "relative_distance"},
                {}};
    for (std::size_t i = 0; i < run.profiles.size(); ++i) {
        const auto at = static_cast<Index>(i);
        table.rows.push_back({run.profiles[i], run.conditions[i],
                              at < run.critic.size() ? run.critic[at] : std::nan(""), run.nearest[i],
                              run.nearestDistance[i], std::string(run.isCopy(i) ? "yes" : "no"),
                              countCell(run.outside, i), countCell(run.unattainable, i),
                              i < run.distance.size() ? run.distance[i] : std::nan("")});
    }
    return table;
}

Table generatedReactions(const GenerateRun &run)
{
    Table table{{"reaction", "real_mean", "generated_mean", "real_sd", "generated_sd", "wasserstein_1",
                 "relative_wasserstein_1", "coverage", "real_in_generated_range", "noise_shift"},
                {}};
    for (std::size_t i = 0; i < run.byReaction.size(); ++i) {
        const ReactionComparison &found = run.byReaction[i];
        table.rows.push_back({run.reactions[i], found.realMean, found.generatedMean, found.realSd,
                              found.generatedSd, found.wasserstein, found.relativeWasserstein, found.coverage,
                              found.inRange, found.noiseShift});
    }
    return table;
}

std::vector<NamedTable> GenerateStep::tables(const GenerateRun &run)
{
    // As the tables of fluxes have it, for the programs that read those.
    return {{"generated_flux.tsv", matrixTable("sample", run.profiles, run.reactions, run.fluxes)},
            {"generated_profiles.tsv", generatedProfiles(run)},
            {"generated_reactions.tsv", generatedReactions(run)},
            {"generated_summary.tsv", summaryTable(run)}};
}

} // namespace pathgan
