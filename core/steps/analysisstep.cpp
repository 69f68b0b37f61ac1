// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/analysisstep.h"

#include "core/project/inputmatch.h"
#include "core/steps/freshness.h"

#include <algorithm>

namespace pathgan {

namespace {

bool isSameModel(const MetabolicModel &a, const MetabolicModel &b)
{
    return a.sha256 == b.sha256 && a.assignments == b.assignments;
}

/// Only GIMME reads expression.
std::vector<InputKey> inputsOfRun(const Project &project, AnalysisMethod method)
{
    std::vector<InputKey> inputs = {{Part::Model, inputKey(project, Part::Model)}};
    if (method == AnalysisMethod::Gimme)
        for (const Part part : AnalysisStep::facts.optional)
            inputs.push_back({part, inputKey(project, part)});
    return inputs;
}

/// The earlier analyses of the same model; of a full list all but the oldest.
ModelAnalyses keptOf(const Project &project)
{
    ModelAnalyses kept;
    if (!project.analyses)
        return kept;
    const ModelAnalyses &earlier = *project.analyses;
    for (std::size_t i = 0; i < earlier.runs.size(); ++i) {
        if (!isSameModel(*earlier.runs[i]->model, *project.model))
            continue;
        kept.runs.push_back(earlier.runs[i]);
        kept.inputs.push_back(i < earlier.inputs.size() ? earlier.inputs[i] : std::vector<InputKey>());
    }
    if (kept.runs.size() >= ModelAnalyses::most) {
        kept.runs.erase(kept.runs.begin());
        kept.inputs.erase(kept.inputs.begin());
    }
    return kept;
}

} // namespace

Result<ModelAnalyses> AnalysisStep::run(const Project &project, const ModelAnalysisOptions &options,
                                        const StepContext &context)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    if (options.method == AnalysisMethod::Gimme && measuredCohort(project))
        if (const Result<void> shared = requireModelGenes(*project.model, project.cohort->expression->genes,
                                                          project.genes(), project.options.allowLowCoverage);
            !shared)
            return shared.error();
    Result<ModelAnalysis> run =
        analyseModel(project.model, options, context.task, {project.cohort.get(), &project.genes()});
    if (!run)
        return run.error();
    ModelAnalyses analyses = keptOf(project);
    analyses.runs.push_back(std::make_shared<const ModelAnalysis>(*std::move(run)));
    analyses.inputs.push_back(inputsOfRun(project, options.method));
    return analyses;
}

std::vector<InputKey> AnalysisStep::inputsUsed(const ModelAnalyses &analyses)
{
    std::vector<InputKey> used;
    for (const std::vector<InputKey> &inputs : analyses.inputs)
        for (const InputKey &input : inputs)
            if (std::find(used.begin(), used.end(), input) == used.end())
                used.push_back(input);
    return used;
}

} // namespace pathgan
