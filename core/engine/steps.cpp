#include "core/engine/steps.h"

#include "core/base/constant.h"
#include "core/base/marked.h"
#include "core/project/inputmatch.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

Error missing(const char *what)
{
    return {ErrorCode::MissingInput, what};
}

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

Result<Cohort> cohortStep(const Project &project, const CohortOptions &options)
{
    if (!project.expression)
        return missing("expression matrix");
    return makeCohort(project.expression, project.clinical, options);
}

Result<FluxRun> fluxStep(const Project &project, const FluxOptions &options, const TaskContext &context,
                         FluxRun *unfinished, const FluxKeeper &keeper)
{
    if (!project.model)
        return missing("metabolic model");
    if (!project.cohort)
        return missing("expression matrix");
    if (const Result<void> shared = requireModelGenes(project); !shared)
        return shared.error();
    FluxRun earlier;
    FluxRun &kept = unfinished ? *unfinished : earlier;
    if (project.flux && project.flux->stoppedEarly && kept.samples.size() < project.flux->samples.size())
        kept = *project.flux;
    return computeFlux(*project.model, *project.cohort, project.genes(), options, context, &kept, keeper);
}

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

Result<GanInput> ganInput(const Project &project)
{
    if (!project.cohort)
        return missing("expression matrix");
    if (!project.flux)
        return missing("fluxes");
    if (!project.geneSets)
        return missing("gene sets");
    const Cohort &cohort = *project.cohort;
    const FluxRun &flux = *project.flux;
    for (const auto require : {requireSetGenes, requireInteractionGenes})
        if (const Result<void> shared = require(project); !shared)
            return shared.error();
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
    input.inputHashes = {{"expression", matrix.sha256}, {"gene_sets", project.geneSets->sha256}};
    if (project.model)
        input.inputHashes.emplace_back("model", project.model->sha256);
    if (project.interactions)
        input.inputHashes.emplace_back("interactions", project.interactions->sha256);
    input.reactions = flux.reactions;
    input.sets = *project.geneSets;
    input.setGenes = setRows(input.sets, GeneIndex(matrix.genes, project.genes()));
    if (project.model) {
        const InteractionNetwork none;
        input.reactionEdges =
            reactionEdges(*project.model, flux.reactions, project.interactions ? *project.interactions : none,
                          project.genes());
    }
    return input;
}

namespace {

/// What the network attends to over the whole cohort, for display.
void addMeanAttention(GanRun &run, const MatrixF &expression)
{
    if (run.network && !run.network->tokens().empty() && expression.rows() > 0)
        run.meanAttention = run.network->attention(expression).colwise().mean();
}

} // namespace

Result<GanRun> trainStep(const Project &project, const GanOptions &options, const TaskContext &context,
                         const GanEpochCallback &onEpoch)
{
    if (project.flux && project.flux->isConstant())
        return Error{ErrorCode::ConstantTargets, project.flux->objective};
    const Result<GanInput> input = ganInput(project);
    if (!input)
        return input.error();
    Result<GanRun> run = trainGan(*input, options, context, onEpoch);
    if (run)
        addMeanAttention(*run, networkExpression(*project.cohort, project.genes(), *run->network));
    return run;
}

Result<GanRun> applyNetworkStep(const Project &project, GanRun loaded, const TaskContext &context)
{
    if (!project.cohort)
        return missing("expression matrix");
    const Cohort &cohort = *project.cohort;
    if (const Result<void> shared = requireNetworkGenes(project, *loaded.network); !shared)
        return shared.error();
    context.report(marked("Core", "Predicting"), 0, 0);
    const MatrixF expression = networkExpression(cohort, project.genes(), *loaded.network);
    loaded.predicted = loaded.network->predict(expression);
    addMeanAttention(loaded, expression);

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
    return loaded;
}

namespace {

/// Cohort rows to explain: the named ones, else the first ten.
Result<std::vector<Index>> explainedRows(const Cohort &cohort, const ExplainOptions &options)
{
    std::vector<Index> rows;
    if (options.samples.empty()) {
        for (Index i = 0; i < std::min<Index>(10, static_cast<Index>(cohort.size())); ++i)
            rows.push_back(i);
        return rows;
    }
    return cohort.find(options.samples);
}

/// A seeded choice of training samples that are not explained; any others where none was trained on.
std::vector<Index> backgroundRows(const GanRun &training, const Cohort &cohort,
                                  const std::vector<Index> &explained, const ShapOptions &options)
{
    const SampleJoin join = matchSamples(training.samples, cohort.writtenNames(), RowMeaning::Values);
    std::vector<Index> candidates;
    const auto isExplained = [&](Index row) {
        return std::find(explained.begin(), explained.end(), row) != explained.end();
    };
    for (const int i : training.trainSamples) {
        const Index row = join.rows[static_cast<std::size_t>(i)];
        if (row >= 0 && !isExplained(row))
            candidates.push_back(row);
    }
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

Result<ShapRun> explainStep(const Project &project, const ExplainOptions &options, const TaskContext &context)
{
    if (!project.training)
        return missing("trained network");
    if (!project.cohort)
        return missing("expression matrix");
    if (const Result<void> checked = options.shap.check(); !checked)
        return checked.error();
    const Cohort &cohort = *project.cohort;
    const TrainedNetwork &network = *project.training->network;
    int output = -1;
    if (!options.reaction.empty()) {
        const auto &names = network.reactions();
        const auto it = std::find(names.begin(), names.end(), options.reaction);
        if (it == names.end())
            return Error{ErrorCode::UnknownName, options.reaction};
        output = static_cast<int>(it - names.begin());
    }
    if (const Result<void> shared = requireNetworkGenes(project, network); !shared)
        return shared.error();
    const Result<std::vector<Index>> rows = explainedRows(cohort, options);
    if (!rows)
        return rows.error();
    const MatrixF all = networkExpression(cohort, project.genes(), network);
    const std::vector<Index> background = backgroundRows(*project.training, cohort, *rows, options.shap);

    Predictor predictor;
    predictor.features = static_cast<Index>(network.genes().size());
    predictor.evaluate = [&network, output](const MatrixF &points, MatrixF *gradient) {
        return output < 0 ? network.meanOutput(points, gradient) : network.output(output, points, gradient);
    };
    Result<ShapRun> run = expectedGradients(predictor, all(*rows, Eigen::all), all(background, Eigen::all),
                                            options.shap, context);
    if (!run)
        return run;
    run->samples = namesAt(cohort.samples, *rows);
    run->background = namesAt(cohort.samples, background);
    for (const std::string &gene : network.genes())
        run->genes.push_back(displayGene(gene));
    run->outputName = output < 0 ? std::string(marked("Core", "mean of the outputs")) + " (" +
                                       std::to_string(varyingOutputs(*project.training)) + ")"
                                 : options.reaction;
    run->unit = marked("Core", "standardised units");
    return run;
}

namespace {

/// Predictions as the flux run they stand for.
FluxRun predictedFlux(const GanRun &training, const FluxRun *targets)
{
    FluxRun run;
    if (targets) {
        run.options = targets->options;
        run.objective = targets->objective;
        run.wildTypeGrowth = targets->wildTypeGrowth;
        if (targets->reactions == training.reactions)
            run.wildTypeValues = targets->wildTypeValues;
    }
    run.samples = training.samples;
    run.reactions = training.reactions;
    run.values = training.predicted;
    run.status.assign(run.samples.size(), SolutionStatus::Optimal);
    return run;
}

} // namespace

Result<StressResults> stressStep(const Project &project, const StressOptions &options,
                                 const TaskContext &context)
{
    if (!project.model)
        return missing("metabolic model");
    if (!project.cohort)
        return missing("expression matrix");
    if (const Result<void> shared = requireModelGenes(project); !shared)
        return shared.error();
    StressResults results;
    Result<StressRun> measured =
        simulateStress(*project.model, *project.cohort, project.genes(), nullptr, options, context);
    if (!measured)
        return measured.error();
    results.expression = std::make_shared<const StressRun>(*std::move(measured));
    if (!project.training || !project.training->network)
        return results;

    const FluxRun predicted = predictedFlux(*project.training, project.flux.get());
    Result<StressRun> fedBack =
        simulateStress(*project.model, *project.cohort, project.genes(), &predicted, options, context);
    if (!fedBack)
        return fedBack.error();
    results.predicted = std::make_shared<const StressRun>(*std::move(fedBack));

    const int exchange = exchangeOf(*project.model, "gthox").reaction;
    if (exchange >= 0 && std::find(predicted.reactions.begin(), predicted.reactions.end(),
                                   project.model->reactions[static_cast<std::size_t>(exchange)].id) !=
                             predicted.reactions.end()) {
        Result<PaperStressRun> paper = simulatePaperStress(*project.model, predicted, context);
        if (!paper)
            return paper.error();
        results.paper = std::make_shared<const PaperStressRun>(*std::move(paper));
    }
    if (project.flux && project.flux->reactions == predicted.reactions) {
        Result<FeasibilityRun> feasibility =
            checkFeasibility(*project.model, predicted, predicted.values, context);
        if (!feasibility)
            return feasibility.error();
        results.feasibility = std::make_shared<const FeasibilityRun>(*std::move(feasibility));
    }
    return results;
}

Result<ModelCheckRun> checkStep(const Project &project, const ModelCheckOptions &options,
                                const TaskContext &context)
{
    if (!project.model)
        return missing("metabolic model");
    return checkModel(*project.model, project.genes(), options, context);
}

Result<ModelAnalyses> analysisStep(const Project &project, const ModelAnalysisOptions &options,
                                   const TaskContext &context)
{
    if (!project.model)
        return missing("metabolic model");
    if (options.method == AnalysisMethod::Gimme)
        if (const Result<void> shared = requireModelGenes(project); !shared)
            return shared.error();
    Result<ModelAnalysis> run =
        analyseModel(project.model, options, context, {project.cohort.get(), &project.genes()});
    if (!run)
        return run.error();
    ModelAnalyses analyses;
    if (project.analyses)
        for (const auto &earlier : project.analyses->runs)
            if (earlier->model == project.model)
                analyses.runs.push_back(earlier);
    if (analyses.runs.size() >= ModelAnalyses::most)
        analyses.runs.erase(analyses.runs.begin());
    analyses.runs.push_back(std::make_shared<const ModelAnalysis>(*std::move(run)));
    return analyses;
}

} // namespace pathgan
