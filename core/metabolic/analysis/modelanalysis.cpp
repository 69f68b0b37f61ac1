// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/analysis/modelanalysis.h"

#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/metabolic/analysis/analysistables.h"
#include "core/metabolic/cohort/reactionscores.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/fva.h"
#include "core/metabolic/fba/gimme.h"
#include "core/metabolic/fba/scenariooptions.h"
#include "core/metabolic/model/conceptreactions.h"
#include "core/metabolic/model/modelgenes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pathgan {

namespace {

const Reaction &reactionAt(const MetabolicModel &model, int index)
{
    return model.reactions[static_cast<std::size_t>(index)];
}

Result<void> solveFluxes(const FbaOptions &base, ModelAnalysis &analysis, const TaskContext &context)
{
    FbaOptions options = base;
    const AnalysisMethod method = analysis.options.method;
    options.method = method == AnalysisMethod::Fba               ? FbaMethod::Fba
                     : method == AnalysisMethod::ParsimoniousFba ? FbaMethod::ParsimoniousFba
                                                                 : FbaMethod::PerturbedFba;
    options.fractionOfOptimum = analysis.options.fractionOfOptimum;
    const Result<FluxSolution> solution = fba(*analysis.model, options, context);
    if (!solution)
        return solution.error();
    analysis.status = solution->status;
    if (solution->status != SolutionStatus::Optimal)
        return {};
    analysis.objectiveValue = solution->objectiveValue;
    analysis.totalFlux = solution->totalFlux;
    analysis.table = fluxRows(*analysis.model, options, *solution);
    analysis.metabolites = shadowPriceRows(*analysis.model, *solution);
    return {};
}

GimmeOptions gimmeOptions(const ModelAnalysisOptions &asked, const FbaOptions &base)
{
    GimmeOptions options;
    options.base = base;
    options.fractionOfOptimum = asked.gimmeFraction;
    options.quantile = asked.quantile;
    options.orRule = asked.orRule;
    options.threads = asked.threads;
    return options;
}

/// Expression scores of the reactions in the sample asked for. Notes what they came from.
Result<std::vector<double>> sampleScores(const ExpressionSource &source, ModelAnalysis &analysis)
{
    if (!source.cohort || !source.cohort->expression)
        return Error{ErrorCode::MissingInput, "expression matrix"};
    const Result<Cohort> sample = samplesOf(*source.cohort, {analysis.options.sample});
    if (!sample)
        return sample.error();
    const GeneTable &table = source.genes ? *source.genes : GeneTable::builtIn();
    const GeneMapping mapping = mapModelGenes(*analysis.model, GeneIndex(sample->expression->genes, table));
    if (mapping.coverage.matched == 0)
        return Error{ErrorCode::NoOverlap, "genes"};
    analysis.gimme.genesMatched = mapping.coverage.matched;
    analysis.gimme.genesTotal = mapping.coverage.total;
    analysis.gimme.expressionSha256 = sample->expression->sha256;
    const MatrixD scores = reactionScores(*analysis.model, *sample, mapping, analysis.options.orRule, false);
    return std::vector<double>(scores.col(0).begin(), scores.col(0).end());
}

Result<void> solveGimme(const FbaOptions &base, ModelAnalysis &analysis, const TaskContext &context,
                        const ExpressionSource &source)
{
    context.report(marked("Core", "Scoring reactions"), 0, 0);
    const Result<std::vector<double>> scores = sampleScores(source, analysis);
    if (!scores)
        return scores.error();
    const Result<GimmeSolution> solution =
        gimme(*analysis.model, *scores, gimmeOptions(analysis.options, base), context);
    if (!solution)
        return solution.error();
    analysis.status = solution->status;
    if (solution->status != SolutionStatus::Optimal)
        return {};
    analysis.objectiveValue = solution->objectiveValue;
    analysis.totalFlux = 0;
    for (const double flux : solution->fluxes)
        analysis.totalFlux += std::abs(flux);
    GimmeFigures &figures = analysis.gimme;
    figures.optimum = solution->optimum;
    figures.threshold = solution->threshold;
    figures.score = solution->score;
    figures.penalised = solution->penalised.size();
    figures.used = static_cast<std::size_t>(
        std::count_if(solution->penalised.begin(), solution->penalised.end(), [&](int reaction) {
            return solution->fluxes[static_cast<std::size_t>(reaction)] != 0;
        }));
    analysis.table = gimmeRows(*analysis.model, base, *scores, *solution);
    return {};
}

void noteFinished(ModelAnalysis &analysis, std::size_t finished, std::size_t asked, bool stoppedEarly)
{
    analysis.finished = finished;
    analysis.asked = asked;
    analysis.stoppedEarly = stoppedEarly;
}

Result<FvaOptions> rangeOptions(const MetabolicModel &model, const ModelAnalysisOptions &asked,
                                const FbaOptions &base)
{
    FvaOptions options;
    options.base = base;
    options.fractionOfOptimum = asked.rangeFraction;
    options.pfbaFactor = asked.pfbaFactor;
    options.loopless = asked.loopless;
    options.threads = asked.threads;
    Result<std::vector<int>> reactions = reactionIndices(model, asked.targets);
    if (!reactions)
        return reactions.error();
    options.reactions = *std::move(reactions);
    return options;
}

Result<void> solveRanges(const FbaOptions &base, ModelAnalysis &analysis, const TaskContext &context)
{
    const MetabolicModel &model = *analysis.model;
    const Result<FvaOptions> options = rangeOptions(model, analysis.options, base);
    if (!options)
        return options.error();
    const Result<FvaRun> run = fva(model, *options, context);
    if (!run)
        return run.error();
    analysis.status = SolutionStatus::Optimal;
    analysis.objectiveValue = run->objectiveValue;
    analysis.slack = run->slack;
    noteFinished(analysis, run->reactions.size(),
                 options->reactions.empty() ? model.reactions.size() : options->reactions.size(),
                 run->stoppedEarly);
    analysis.table = rangeRows(model, *run);
    for (std::size_t i = 0; i < run->reactions.size(); ++i)
        switch (rangeKind(run->minimum[i], run->maximum[i])) {
        case RangeKind::Blocked:
            ++analysis.blocked;
            break;
        case RangeKind::Fixed:
            ++analysis.fixed;
            break;
        case RangeKind::Open:
            break;
        }
    return {};
}

Result<DeletionOptions> deletionOptions(const MetabolicModel &model, const ModelAnalysisOptions &asked,
                                        const FbaOptions &base)
{
    DeletionOptions options;
    options.kind = takesGenes(asked.method) ? DeletionKind::Genes : DeletionKind::Reactions;
    Result<std::vector<int>> targets = options.kind == DeletionKind::Genes
                                           ? modelGenes(model, asked.targets)
                                           : reactionIndices(model, asked.targets);
    if (!targets)
        return targets.error();
    options.first = *std::move(targets);
    options.isDouble = asked.method == AnalysisMethod::DoubleGeneDeletions ||
                       asked.method == AnalysisMethod::DoubleReactionDeletions;
    options.base = base;
    options.essentialShare = asked.essentialShare;
    options.threads = asked.threads;
    return options;
}

Result<void> solveDeletions(const FbaOptions &base, ModelAnalysis &analysis, const TaskContext &context)
{
    const MetabolicModel &model = *analysis.model;
    const Result<DeletionOptions> options = deletionOptions(model, analysis.options, base);
    if (!options)
        return options.error();
    const AnalysisMethod method = analysis.options.method;
    const bool isMoma = method == AnalysisMethod::GeneMoma || method == AnalysisMethod::ReactionMoma;
    const Result<MomaRun> run = deletionsOrMoma(model, *options, isMoma, context);
    if (!run)
        return run.error();
    analysis.status = SolutionStatus::Optimal;
    analysis.objectiveValue = run->deletions.wildTypeGrowth;
    noteFinished(analysis, run->deletions.rows.size(), run->deletions.asked, run->deletions.stoppedEarly);
    for (const Deletion &row : run->deletions.rows)
        analysis.essential += row.isEssential ? 1 : 0;
    analysis.table = deletionRows(model, options->kind, *run, method == AnalysisMethod::EssentialGenes);
    return {};
}

Result<FbaOptions> baseOptions(const MetabolicModel &model, const ModelAnalysisOptions &asked)
{
    Result<FbaOptions> base = scenarioOptions(model, asked.scenario);
    if (base)
        base->timeLimit = asked.timeLimit > 0 ? asked.timeLimit : FbaOptions::noTimeLimit;
    if (base && asked.method == AnalysisMethod::Gimme && base->objective < 0)
        base->objective = assumedObjective(model); // as the fluxes of a cohort do
    return base;
}

/// The status that an error of the solver stands for; nothing: another error.
std::optional<SolutionStatus> statusOf(const Error &error)
{
    if (error.code == ErrorCode::Infeasible)
        return SolutionStatus::Infeasible;
    if (error.code == ErrorCode::Unbounded)
        return SolutionStatus::Unbounded;
    if (error.code == ErrorCode::SolverFailed &&
        error.detail.ends_with(statusName(SolutionStatus::TimeLimit)))
        return SolutionStatus::TimeLimit;
    return {};
}

/// Why there are no figures; only a cancellation is an error.
Result<void> findReasons(const FbaOptions &base, ModelAnalysis &analysis, const TaskContext &context)
{
    if (analysis.status == SolutionStatus::Infeasible) {
        Result<Conflict> conflict = findConflict(*analysis.model, base, context);
        if (conflict)
            analysis.conflict = std::move(conflict->bounds);
        else if (conflict.error().code == ErrorCode::Cancelled)
            return conflict.error();
    } else if (analysis.status == SolutionStatus::Unbounded) {
        Result<std::vector<std::pair<int, double>>> ray = findRay(*analysis.model, base, context);
        if (ray)
            analysis.ray = *std::move(ray);
        else if (ray.error().code == ErrorCode::Cancelled)
            return ray.error();
    }
    return {};
}

Result<void> solve(const FbaOptions &base, ModelAnalysis &analysis, const TaskContext &context,
                   const ExpressionSource &expression)
{
    if (analysis.options.method == AnalysisMethod::Gimme)
        return solveGimme(base, analysis, context, expression);
    switch (analysisKind(analysis.options.method)) {
    case AnalysisKind::Fluxes:
        return solveFluxes(base, analysis, context);
    case AnalysisKind::Ranges:
        return solveRanges(base, analysis, context);
    case AnalysisKind::Deletions:
        return solveDeletions(base, analysis, context);
    }
    return {};
}

} // namespace

AnalysisKind analysisKind(AnalysisMethod method)
{
    if (method <= AnalysisMethod::Gimme)
        return AnalysisKind::Fluxes;
    return method == AnalysisMethod::FluxRanges ? AnalysisKind::Ranges : AnalysisKind::Deletions;
}

bool takesGenes(AnalysisMethod method)
{
    return method == AnalysisMethod::GeneDeletions || method == AnalysisMethod::DoubleGeneDeletions ||
           method == AnalysisMethod::EssentialGenes || method == AnalysisMethod::GeneMoma;
}

Result<void> ModelAnalysisOptions::check(const MetabolicModel &model) const
{
    if (Result<void> checked = ConstOptionsRef(*this).check(); !checked)
        return checked;
    Result<FbaOptions> base = baseOptions(model, *this);
    if (!base)
        return base.error();
    if (method == AnalysisMethod::Gimme)
        return gimmeOptions(*this, *base).check(model);
    if (analysisKind(method) == AnalysisKind::Deletions) {
        const Result<DeletionOptions> options = deletionOptions(model, *this, *base);
        return options ? options->check(model) : Result<void>(options.error());
    }
    if (analysisKind(method) == AnalysisKind::Ranges) {
        const Result<FvaOptions> options = rangeOptions(model, *this, *base);
        return options ? options->check(model) : Result<void>(options.error());
    }
    base->fractionOfOptimum = fractionOfOptimum;
    return base->check(model);
}

Result<ModelAnalysis> analyseModel(std::shared_ptr<const MetabolicModel> model,
                                   const ModelAnalysisOptions &options, const TaskContext &context,
                                   const ExpressionSource &expression)
{
    if (Result<void> checked = options.check(*model); !checked)
        return checked.error();
    const Result<FbaOptions> base = baseOptions(*model, options);
    if (!base)
        return base.error();
    ModelAnalysis analysis;
    analysis.options = options;
    analysis.model = std::move(model);
    analysis.objective = base->objective < 0 ? analysis.model->objectiveName()
                                             : reactionAt(*analysis.model, base->objective).id;
    const Result<void> solved = solve(*base, analysis, context, expression);
    const std::optional<SolutionStatus> failure = solved ? std::nullopt : statusOf(solved.error());
    if (!solved && !failure)
        return solved.error();
    if (failure)
        analysis.status = *failure;
    if (const Result<void> done = findReasons(*base, analysis, context); !done)
        return done.error();
    return analysis;
}

Result<std::vector<int>> modelGenes(const MetabolicModel &model, const std::vector<std::string> &names)
{
    const GeneTable &table = GeneTable::builtIn();
    const bool isTold = names.empty() || isOfTable(model, table); // what the table says of the genes
    const auto matching = [&](const auto &isMeant) {
        std::vector<int> found;
        for (std::size_t g = 0; g < model.genes.size(); ++g)
            if (isMeant(model.genes[g]))
                found.push_back(static_cast<int>(g));
        return found;
    };
    std::vector<int> all;
    for (const std::string &name : names) {
        std::vector<int> found;
        if (const int direct = model.geneIndex(name); direct >= 0)
            found = {direct};
        const std::optional<int> entrez = isTold ? table.entrez(name) : std::nullopt;
        if (found.empty())
            found = matching([&](const ModelGene &gene) {
                return gene.name == name || (entrez && entrezOf(gene, table) == *entrez) ||
                       (gene.entrez > 0 && std::to_string(gene.entrez) == name);
            });
        const std::string upper = toUpper(name);
        if (found.empty())
            found = matching([&](const ModelGene &gene) {
                return toUpper(gene.name) == upper || toUpper(gene.id) == upper;
            });
        if (found.empty())
            return Error{ErrorCode::UnknownName, name};
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

Result<std::vector<int>> reactionIndices(const MetabolicModel &model, const std::vector<std::string> &ids)
{
    std::vector<int> found;
    for (const std::string &id : ids) {
        const int index = model.reactionIndex(id);
        if (index < 0)
            return Error{ErrorCode::UnknownName, id};
        found.push_back(index);
    }
    return found;
}

} // namespace pathgan
