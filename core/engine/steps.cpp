#include "core/engine/steps.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace pathgan {

namespace {

Error missing(const char *what)
{
    return {ErrorCode::MissingInput, what};
}

std::unordered_map<std::string, std::size_t> positions(const std::vector<std::string> &names)
{
    std::unordered_map<std::string, std::size_t> found;
    for (std::size_t i = 0; i < names.size(); ++i)
        found.emplace(names[i], i);
    return found;
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

Pairing pairSamples(const Cohort &cohort, const FluxRun &flux)
{
    Pairing pairs;
    const auto fluxRow = positions(flux.samples);
    for (std::size_t i = 0; i < cohort.size(); ++i) {
        const auto it = fluxRow.find(cohort.samples[i]);
        if (it == fluxRow.end() || !flux.values.row(static_cast<Index>(it->second)).allFinite())
            continue;
        pairs.cohortRows.push_back(i);
        pairs.fluxRows.push_back(it->second);
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
    FluxRun earlier;
    FluxRun &kept = unfinished ? *unfinished : earlier;
    if (project.flux && project.flux->stoppedEarly && kept.samples.size() < project.flux->samples.size())
        kept = *project.flux;
    return computeFlux(*project.model, *project.cohort, project.genes(), options, context, &kept, keeper);
}

MatrixF networkExpression(const Cohort &cohort, const GeneTable &table, const std::vector<std::string> &genes)
{
    const ExpressionMatrix &matrix = *cohort.expression;
    const GeneIndex index(matrix.genes, table);
    MatrixF values(static_cast<Index>(cohort.size()), static_cast<Index>(genes.size()));
    for (std::size_t g = 0; g < genes.size(); ++g) {
        const Index row = index.row(genes[g]);
        for (std::size_t s = 0; s < cohort.size(); ++s) {
            const float value =
                row < 0 ? std::numeric_limits<float>::quiet_NaN()
                        : static_cast<float>(logValue(
                              static_cast<double>(matrix.values(row, cohort.columns[s])), matrix.scale));
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
    const Pairing pairs = pairSamples(cohort, flux);
    if (pairs.cohortRows.empty())
        return Error{ErrorCode::NoOverlap, "samples of the expression matrix, samples of the flux table"};

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
        addMeanAttention(*run, networkExpression(*project.cohort, project.genes(), run->network->genes()));
    return run;
}

Result<GanRun> applyNetworkStep(const Project &project, GanRun loaded, const TaskContext &context)
{
    if (!project.cohort)
        return missing("expression matrix");
    const Cohort &cohort = *project.cohort;
    const GeneIndex index(cohort.expression->genes, project.genes());
    const std::vector<std::string> &genes = loaded.network->genes();
    const auto found = std::count_if(genes.begin(), genes.end(),
                                     [&](const std::string &gene) { return index.row(gene) >= 0; });
    if (found == 0)
        return Error{ErrorCode::NoOverlap, "genes of the network, genes of the expression matrix"};
    context.report("Predicting", 0, 0);
    const MatrixF expression = networkExpression(cohort, project.genes(), genes);
    loaded.predicted = loaded.network->predict(expression);
    addMeanAttention(loaded, expression);

    const auto rowOf = positions(cohort.samples);
    const auto translate = [&](std::vector<int> &indices) {
        std::vector<int> kept;
        for (const int i : indices) {
            const auto it = rowOf.find(loaded.samples[static_cast<std::size_t>(i)]);
            if (it != rowOf.end())
                kept.push_back(static_cast<int>(it->second));
        }
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
    const auto rowOf = positions(cohort.samples);
    for (const std::string &sample : options.samples) {
        const auto it = rowOf.find(sample);
        if (it == rowOf.end())
            return Error{ErrorCode::UnknownName, sample};
        rows.push_back(static_cast<Index>(it->second));
    }
    return rows;
}

/// A seeded choice of training samples that are not explained; any others where none was trained on.
std::vector<Index> backgroundRows(const GanRun &training, const Cohort &cohort,
                                  const std::vector<Index> &explained, const ShapOptions &options)
{
    const auto rowOf = positions(cohort.samples);
    std::vector<Index> candidates;
    const auto isExplained = [&](Index row) {
        return std::find(explained.begin(), explained.end(), row) != explained.end();
    };
    for (const int i : training.trainSamples) {
        const auto it = rowOf.find(training.samples[static_cast<std::size_t>(i)]);
        if (it != rowOf.end() && !isExplained(static_cast<Index>(it->second)))
            candidates.push_back(static_cast<Index>(it->second));
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

/// Where the network has no value for a gene it takes its training mean: fill in what it would use, so that
/// SHAP sees the same point in every draw.
void fillUnmeasured(MatrixF &expression)
{
    for (Index g = 0; g < expression.cols(); ++g) {
        double sum = 0;
        Index n = 0;
        for (Index s = 0; s < expression.rows(); ++s) {
            if (!std::isnan(expression(s, g))) {
                sum += static_cast<double>(expression(s, g));
                ++n;
            }
        }
        const auto value = static_cast<float>(n > 0 ? sum / static_cast<double>(n) : 0.0);
        for (Index s = 0; s < expression.rows(); ++s)
            if (std::isnan(expression(s, g)))
                expression(s, g) = value;
    }
}

/// Reactions whose prediction is no constant: those that the mean output averages.
std::size_t varyingOutputs(const GanRun &training)
{
    std::size_t count = 0;
    for (Index r = 0; r < training.predicted.cols(); ++r)
        count += (training.predicted.col(r).array() != training.predicted(0, r)).any();
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
    const Result<std::vector<Index>> rows = explainedRows(cohort, options);
    if (!rows)
        return rows.error();
    MatrixF all = networkExpression(cohort, project.genes(), network.genes());
    fillUnmeasured(all);
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
    run->outputName = output < 0
                          ? "mean of the outputs (" + std::to_string(varyingOutputs(*project.training)) + ")"
                          : options.reaction;
    run->unit = "standardised units";
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

    if (std::find(predicted.reactions.begin(), predicted.reactions.end(), "EX_gthox_e") !=
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
