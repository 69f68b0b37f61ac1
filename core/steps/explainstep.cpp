// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/explainstep.h"

#include "core/base/constant.h"
#include "core/base/marked.h"
#include "core/project/inputmatch.h"
#include "core/steps/explainedsamples.h"
#include "core/steps/trainstep.h"

#include <algorithm>

namespace pathgan {

namespace {

/// A seeded choice of training samples: those that are not explained where they are enough, else all; other
/// samples where none was trained on.
std::vector<Index> backgroundRows(const GanRun &training, const Cohort &cohort,
                                  const std::vector<Index> &explained, const ShapOptions &options)
{
    const SampleJoin join = matchSamples(training.samples, cohort.writtenNames(), RowMeaning::Values);
    std::vector<Index> candidates, trained;
    const auto isExplained = [&](Index row) {
        return std::find(explained.begin(), explained.end(), row) != explained.end();
    };
    for (const int i : training.trainSamples) {
        const Index row = join.rows[static_cast<std::size_t>(i)];
        if (row >= 0)
            trained.push_back(row);
        if (row >= 0 && !isExplained(row))
            candidates.push_back(row);
    }
    if (candidates.size() < static_cast<std::size_t>(options.backgroundSize))
        candidates = trained;
    if (candidates.empty()) {
        for (Index row = 0; row < static_cast<Index>(cohort.size()); ++row)
            if (!isExplained(row))
                candidates.push_back(row);
    }
    if (candidates.empty())
        candidates = explained;
    std::vector<Index> chosen;
    for (const std::size_t i : chooseBackground(candidates.size(), options))
        chosen.push_back(candidates[i]);
    return chosen;
}

/// Reactions whose prediction is no constant: those that the mean output averages.
std::size_t varyingOutputs(const GanRun &training)
{
    std::size_t count = 0;
    for (Index r = 0; r < training.predicted.cols(); ++r) {
        const VectorD outputs = training.predicted.col(r);
        count += !isConstant({outputs.data(), static_cast<std::size_t>(outputs.size())});
    }
    return count;
}

std::vector<std::string> namesAt(const std::vector<std::string> &names, const std::vector<Index> &rows)
{
    std::vector<std::string> chosen;
    chosen.reserve(rows.size());
    for (const Index row : rows)
        chosen.push_back(names[static_cast<std::size_t>(row)]);
    return chosen;
}

} // namespace

Result<ShapRun> explainStep(const ExplainInput &input, const ExplainOptions &options,
                            const StepContext &context)
{
    if (const Result<void> checked = options.shap.check(); !checked)
        return checked.error();
    const Cohort &cohort = input.cohort;
    const TrainedNetwork &network = *input.training.network;
    int output = -1;
    if (!options.reaction.empty()) {
        const auto &names = network.reactions();
        const auto it = std::find(names.begin(), names.end(), options.reaction);
        if (it == names.end())
            return Error{ErrorCode::UnknownName, options.reaction};
        output = static_cast<int>(it - names.begin());
    }
    const Result<void> shared =
        requireNetworkGenes(network, cohort.expression->genes, input.genes, input.allowLowCoverage);
    if (!shared)
        return shared.error();
    const Result<ChosenSamples> explained =
        chooseExplained(cohort, options, input.training.options.preset == GanPreset::Paper);
    if (!explained)
        return explained.error();
    const std::vector<Index> &rows = explained->rows;
    const MatrixF all = networkExpression(cohort, input.genes, network);
    const std::vector<Index> background = backgroundRows(input.training, cohort, rows, options.shap);

    Predictor predictor;
    predictor.concurrent = network.isConcurrent();
    predictor.features = static_cast<Index>(network.genes().size());
    predictor.evaluate = [&network, output](const MatrixF &points, MatrixF *gradient) {
        return output < 0 ? network.meanOutput(points, gradient) : network.output(output, points, gradient);
    };
    Result<ShapRun> run = expectedGradients(predictor, all(rows, Eigen::all), all(background, Eigen::all),
                                            options.shap, context.task);
    if (!run)
        return run;
    run->chosen = explained->chosen;
    run->samples = namesAt(cohort.samples, rows);
    run->background = namesAt(cohort.samples, background);
    for (const std::string &gene : network.genes())
        run->genes.push_back(displayGene(gene));
    run->outputName = output < 0 ? std::string(marked("Core", "mean of the outputs")) + " (" +
                                       std::to_string(varyingOutputs(input.training)) + ")"
                                 : options.reaction;
    run->unit = marked("Core", "standardised units");
    return run;
}

Result<ShapRun> ExplainStep::run(const Project &project, const ExplainOptions &options,
                                 const StepContext &context)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    return explainStep(
        {*project.training, *project.cohort, project.genes(), project.options.allowLowCoverage}, options,
        context);
}

} // namespace pathgan
