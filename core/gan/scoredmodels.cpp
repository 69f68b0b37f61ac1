// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/scoredmodels.h"

#include "core/base/marked.h"

#include <cmath>

namespace pathgan {

namespace {

constexpr double farSlope = 0.2; ///< of 1
constexpr double leastSpread = 0.8, mostSpread = 1.25;
constexpr double mostOutside = 0.01; ///< of the predictions

void add(std::vector<ScoredModel> &models, const char *name, const std::optional<HeldOut> &scores)
{
    if (scores)
        models.push_back({name, &*scores});
}

} // namespace

std::vector<ScoredModel> scoredModels(const GanRun &run)
{
    std::vector<ScoredModel> models = {{marked("Core", "network"), &run.test}};
    add(models, marked("Core", "bottleneck head alone"), run.headAlone);
    add(models, marked("Core", "pathway network alone"), run.networkAlone);
    models.push_back({marked("Core", "ridge"), &run.baselines.ridge});
    add(models, marked("Core", "ridge on rule scores"), run.baselines.ruleRidge);
    models.push_back({marked("Core", "nearest neighbours"), &run.baselines.nearest});
    add(models, marked("Core", "mean of the cohort"), run.baselines.cohortMean);
    models.push_back({marked("Core", "training mean"), &run.baselines.meanOnly});
    add(models, marked("Core", "ridge, shuffled pairs"), run.baselines.shuffled);
    return models;
}

std::vector<const char *> doubtsAbout(const GanRun &run)
{
    std::vector<const char *> doubts;
    const FitScores &fit = run.test.fit;
    if (std::abs(fit.slope - 1) > farSlope)
        doubts.push_back(
            marked("Core", "Predictions are off by a factor: the slope of the truth on them is far from 1"));
    if (fit.spreadRatio < leastSpread)
        doubts.push_back(marked("Core", "Predictions differ less between samples than the fluxes do"));
    if (fit.spreadRatio > mostSpread)
        doubts.push_back(marked("Core", "Predictions differ more between samples than the fluxes do"));
    if (fit.outside > mostOutside)
        doubts.push_back(
            marked("Core", "Some predictions are below zero or above what the reaction can carry"));
    if (run.baselines.ruleRidge && run.baselines.ruleRidge->pearson > run.test.pearson)
        doubts.push_back(marked("Core", "Ridge regression on rule scores predicts better than the network"));
    return doubts;
}

const char *scoreMeaning(const GanRun &run)
{
    return run.networkShare.empty()
               ? marked("Core", "The target is computed: r tells how well the network stands in for linear "
                                "programs, not how well it predicts measured metabolites.")
               : marked("Core",
                        "The target is computed, and the bottleneck head is a reduced linear program that "
                        "uses the model and the sample's own bounds: r tells how well the network stands in "
                        "for the programs, not how well it predicts measured metabolites.");
}

} // namespace pathgan
