// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/trainstep.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/metabolic/model/reactionedges.h"
#include "core/project/inputmatch.h"
#include "core/project/versions.h"
#include "core/steps/bottlenecktable.h"
#include "core/steps/freshness.h"
#include "core/steps/traininginput.h"

#include <cmath>

namespace pathgan {

namespace {

/// Label of each cohort sample in the column that names its tissue; empty when there is none.
std::vector<std::string> tissueLabels(const Cohort &cohort)
{
    if (!cohort.clinical)
        return {};
    const int column = cohortColumn(*cohort.clinical);
    if (column < 0)
        return {};
    return cohort.labels(cohort.clinical->columns[static_cast<std::size_t>(column)]);
}

/// Rows of flux values that belong to cohort samples and are whole, by cohort index.
struct Pairing
{
    std::vector<std::size_t> cohortRows, fluxRows;
};

Result<Pairing> pairSamples(const Cohort &cohort, const FluxRun &flux)
{
    Pairing pairs;
    const std::vector<std::string> names = cohort.writtenNames();
    const SampleJoin join = matchSamples(names, flux.samples, RowMeaning::Values);
    if (join.matched() == 0)
        return noSampleOverlap("expression matrix", names, "flux table", flux.samples);
    for (std::size_t i = 0; i < cohort.size(); ++i) {
        if (join.rows[i] < 0 || !flux.values.row(join.rows[i]).allFinite())
            continue;
        pairs.cohortRows.push_back(i);
        pairs.fluxRows.push_back(static_cast<std::size_t>(join.rows[i]));
    }
    return pairs;
}

} // namespace

MatrixF networkExpression(const Cohort &cohort, const GeneTable &table, const TrainedNetwork &network)
{
    const ExpressionMatrix &matrix = *cohort.expression;
    const GeneIndex index(matrix.genes, table);
    const std::vector<std::string> &genes = network.genes();
    const VectorF means = network.geneMeans();
    MatrixF values = means.transpose().replicate(static_cast<Index>(cohort.size()), 1);
    for (std::size_t g = 0; g < genes.size(); ++g) {
        const Index row = index.row(genes[g]);
        for (std::size_t s = 0; row >= 0 && s < cohort.size(); ++s) {
            const auto value = static_cast<float>(
                logValue(static_cast<double>(matrix.values(row, cohort.columns[s])), matrix.scale));
            if (std::isfinite(value))
                values(static_cast<Index>(s), static_cast<Index>(g)) = value;
        }
    }
    return values;
}

Result<GanInput> ganInput(const TrainInput &given)
{
    const Cohort &cohort = given.cohort;
    const FluxRun &flux = given.flux;
    const Result<void> sets =
        requireSetGenes(given.sets, cohort.expression->genes, given.genes, given.allowLowCoverage);
    if (!sets)
        return sets.error();
    if (given.model && given.interactions)
        if (const Result<void> joined = requireInteractionGenes(
                *given.model, flux.reactions, *given.interactions, given.genes, given.allowLowCoverage);
            !joined)
            return joined.error();
    const Result<Pairing> paired = pairSamples(cohort, flux);
    if (!paired)
        return paired.error();
    const Pairing &pairs = *paired;
    GanInput input;
    const std::vector<std::string> labels = tissueLabels(cohort);
    const ExpressionMatrix &matrix = *cohort.expression;
    const auto samples = static_cast<Index>(pairs.cohortRows.size());
    const Index genes = matrix.values.rows();
    input.expression.resize(samples, genes);
    input.targets.resize(samples, flux.values.cols());
    for (Index s = 0; s < samples; ++s) {
        const std::size_t row = pairs.cohortRows[static_cast<std::size_t>(s)];
        input.samples.push_back(cohort.samples[row]);
        input.patients.push_back(cohort.patients[row]);
        if (!labels.empty())
            input.cohortLabels.push_back(labels[row]);
        for (Index g = 0; g < genes; ++g)
            input.expression(s, g) = static_cast<float>(
                logValue(static_cast<double>(matrix.values(g, cohort.columns[row])), matrix.scale));
        input.targets.row(s) =
            flux.values.row(static_cast<Index>(pairs.fluxRows[static_cast<std::size_t>(s)]));
    }
    input.genes = matrix.genes;
    input.inputHashes = {{"expression", matrix.sha256}, {"gene_sets", given.sets.sha256}};
    if (given.model)
        input.inputHashes.emplace_back("model", given.model->sha256);
    if (given.interactions)
        input.inputHashes.emplace_back("interactions", given.interactions->sha256);
    input.reactions = flux.reactions;
    input.sets = given.sets;
    input.setGenes = setRows(input.sets, GeneIndex(matrix.genes, given.genes));
    addDuals(flux, pairs.fluxRows, input);
    if (given.model) {
        addRuleScores(*given.model, cohort, given.genes, pairs.cohortRows, input);
        const InteractionNetwork none;
        input.reactionEdges = reactionEdges(*given.model, flux.reactions,
                                            given.interactions ? *given.interactions : none, given.genes);
    }
    return input;
}

namespace {

/// What else than inputs and options a network depends on.
std::string trainingVersion()
{
    std::string text = std::string(TrainStep::facts.name) + ' ' + std::to_string(TrainStep::facts.version);
    for (const auto &[name, version] : versions(false))
        text += '\n' + name + ' ' + version;
    return text;
}

/// What the network attends to over the whole cohort, and the bottlenecks of the run's samples, for display.
void addAttention(GanRun &run, const Cohort &cohort, const MatrixF &expression)
{
    if (!run.network || expression.rows() == 0)
        return;
    if (!run.network->tokens().empty()) {
        PathwayAttention attention = run.network->attention(expression);
        attention.samples = cohort.samples;
        run.attention = std::make_shared<const PathwayAttention>(std::move(attention));
    }
    if (run.samples == cohort.samples)
        return addBottlenecks(run, expression);
    if (const Result<std::vector<Index>> rows = cohort.find(run.samples))
        addBottlenecks(run, expression(*rows, Eigen::all));
}

} // namespace

Result<GanRun> trainStep(const TrainInput &input, const GanOptions &options, const StepContext &context)
{
    if (input.flux.isConstant())
        return Error{ErrorCode::ConstantTargets, input.flux.objective};
    const Result<GanInput> seen = ganInput(input);
    if (!seen)
        return seen.error();
    GanCheckpoints checkpoints = context.checkpoints;
    checkpoints.version = trainingVersion();
    Result<GanRun> run = trainGan(*seen, options, context.task, context.onEpoch, checkpoints);
    if (run)
        addAttention(*run, input.cohort, networkExpression(input.cohort, input.genes, *run->network));
    return run;
}

Result<GanRun> applyNetwork(GanRun loaded, const Cohort &cohort, const GeneTable &genes,
                            bool allowLowCoverage, const TaskContext &context)
{
    const Result<void> shared =
        requireNetworkGenes(*loaded.network, cohort.expression->genes, genes, allowLowCoverage);
    if (!shared)
        return shared.error();
    context.report(marked("Core", "Predicting"), 0, 0);
    const MatrixF expression = networkExpression(cohort, genes, *loaded.network);
    loaded.predicted = loaded.network->predictSamples(cohort.samples, expression);

    const SampleJoin join = matchSamples(loaded.samples, cohort.writtenNames(), RowMeaning::Values);
    const auto translate = [&](std::vector<int> &indices) {
        std::vector<int> kept;
        for (const int i : indices)
            if (const Index row = join.rows[static_cast<std::size_t>(i)]; row >= 0)
                kept.push_back(static_cast<int>(row));
        indices = std::move(kept);
    };
    translate(loaded.trainSamples);
    translate(loaded.validationSamples);
    translate(loaded.testSamples);
    loaded.samples = cohort.samples;
    loaded.reactions = loaded.network->reactions();
    addAttention(loaded, cohort, expression);
    return loaded;
}

Result<Artifact<GanRun>> loadedNetwork(const Project &project, const std::filesystem::path &path,
                                       const TaskContext &context)
{
    if (!measuredCohort(project))
        return missingPart(Part::Expression);
    const Result<std::string> hash = sha256File(path);
    if (!hash)
        return hash.error();
    Provenance provenance = provenanceOfNetwork(project, *hash);
    provenance.files = {{"network", path.string(), *hash}};
    Result<GanRun> loaded = loadNetwork(path);
    if (!loaded)
        return loaded.error();
    Result<GanRun> applied = applyNetwork(*std::move(loaded), *project.cohort, project.genes(),
                                          project.options.allowLowCoverage, context);
    if (!applied)
        return applied.error();
    return Artifact<GanRun>(std::make_shared<const GanRun>(*std::move(applied)),
                            std::make_shared<const Provenance>(std::move(provenance)));
}

Result<TrainInput> TrainStep::input(const Project &project)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    return TrainInput{*project.cohort,
                      *project.flux,
                      *project.geneSets,
                      project.genes(),
                      project.model.get(),
                      project.interactions.get(),
                      project.options.allowLowCoverage};
}

Result<GanRun> TrainStep::run(const Project &project, const GanOptions &options, const StepContext &context)
{
    if (project.flux && project.flux->isConstant())
        return Error{ErrorCode::ConstantTargets, project.flux->objective};
    const Result<TrainInput> given = input(project);
    return given ? trainStep(*given, options, context) : Result<GanRun>(given.error());
}

} // namespace pathgan
