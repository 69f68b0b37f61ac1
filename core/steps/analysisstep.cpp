#include "core/steps/analysisstep.h"

#include "core/project/inputmatch.h"

namespace pathgan {

namespace {

bool isSameModel(const MetabolicModel &a, const MetabolicModel &b)
{
    return a.sha256 == b.sha256 && a.assignments == b.assignments;
}

} // namespace

Result<ModelAnalyses> AnalysisStep::run(const Project &project, const ModelAnalysisOptions &options,
                                        const StepContext &context)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    if (options.method == AnalysisMethod::Gimme && project.cohort)
        if (const Result<void> shared = requireModelGenes(*project.model, project.cohort->expression->genes,
                                                          project.genes(), project.options.allowLowCoverage);
            !shared)
            return shared.error();
    Result<ModelAnalysis> run =
        analyseModel(project.model, options, context.task, {project.cohort.get(), &project.genes()});
    if (!run)
        return run.error();
    ModelAnalyses analyses;
    if (project.analyses)
        for (const auto &earlier : project.analyses->runs)
            if (isSameModel(*earlier->model, *project.model))
                analyses.runs.push_back(earlier);
    if (analyses.runs.size() >= ModelAnalyses::most)
        analyses.runs.erase(analyses.runs.begin());
    analyses.runs.push_back(std::make_shared<const ModelAnalysis>(*std::move(run)));
    return analyses;
}

} // namespace pathgan
