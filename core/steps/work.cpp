// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/work.h"

#include "core/metabolic/model/reactionsets.h"
#include "core/steps/steplist.h"

#include <algorithm>
#include <cstddef>

namespace pathgan {

namespace {

double samplesOf(const Project &project)
{
    return project.cohort ? static_cast<double>(project.cohort->samples.size()) : 0;
}

double reactionsOf(const Project &project)
{
    return project.model ? static_cast<double>(project.model->reactions.size()) : 0;
}

double outputsOf(const Project &project)
{
    return project.flux ? static_cast<double>(project.flux->reactions.size()) : 0;
}

double workOf(const Project &project, const CohortOptions &)
{
    return samplesOf(project);
}

double workOf(const Project &project, const FluxOptions &options)
{
    const double chosen = static_cast<double>(!options.reactions.empty() || !project.model
                                                  ? options.reactions.size()
                                                  : coreGlutathioneReactions(*project.model).size());
    return samplesOf(project) * (chosen + 1) * reactionsOf(project); // growth, too
}

double workOf(const Project &project, const GanOptions &options)
{
    const double genes = project.expression ? static_cast<double>(project.expression->genes.size()) : 0;
    const double batches =
        options.batchesPerEpoch > 0 ? options.batchesPerEpoch * options.batchSize : samplesOf(project);
    return options.epochs * batches * std::min(genes, static_cast<double>(options.genes));
}

double workOf(const Project &project, const ExplainOptions &options)
{
    double samples = options.samples.empty() ? options.count : static_cast<double>(options.samples.size());
    if (options.samples.empty() && options.choice == ExplainChoice::All)
        samples = samplesOf(project);
    return std::min(samples, samplesOf(project)) *
           (options.shap.rule == ShapRule::Random
                ? options.shap.draws
                : options.shap.backgroundSize * std::max(1, options.shap.nodes));
}

double workOf(const Project &project, const EnrichOptions &options)
{
    return project.geneSets ? static_cast<double>(project.geneSets->sets.size()) * options.gsea.permutations
                            : 0;
}

double workOf(const Project &project, const StressOptions &options)
{
    return samplesOf(project) * (options.curvePoints + 1) * reactionsOf(project);
}

double workOf(const Project &project, const GroupOptions &)
{
    return samplesOf(project) * outputsOf(project);
}

double workOf(const Project &project, const GenerateOptions &options)
{
    return options.profiles * (samplesOf(project) + outputsOf(project));
}

double workOf(const Project &project, const ModelAnalysisOptions &options)
{
    const double targets =
        options.targets.empty() ? reactionsOf(project) : static_cast<double>(options.targets.size());
    return targets * reactionsOf(project);
}

double workOf(const Project &project, const ModelCheckOptions &)
{
    return reactionsOf(project);
}

} // namespace

double workOf(const Project &project, Part part)
{
    double work = 0;
    withStep(part, [&]<class Step>() { work = workOf(project, Step::options(project)); });
    return work;
}

double shareDone(const Project &project, Part part)
{
    if (part != Part::Training || !project.training)
        return 1;
    return static_cast<double>(project.training->history.size()) / std::max(1, project.options.gan.epochs);
}

std::string kindOfWork(const Project &project, Part part)
{
    std::string kind = partName(part);
    withStep(part, [&]<class Step>() {
        const ConstOptionsRef options(Step::options(project));
        for (const OptionField &field : options.table().fields())
            if (field.kind == OptionKind::Word || field.kind == OptionKind::Flag)
                kind += ' ' + field.key + '=' + optionText(options.value(field));
    });
    return kind;
}

} // namespace pathgan
