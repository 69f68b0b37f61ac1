#include "core/metabolic/modelanalysis.h"

#include "core/metabolic/fbaproblem_p.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace pathgan {

namespace {

/// Ranges narrower than this are fixed; the solver's tolerance is 1e-7.
constexpr double leastSpan = 1e-6;

const Reaction &reactionAt(const MetabolicModel &model, int index)
{
    return model.reactions[static_cast<std::size_t>(index)];
}

std::string boundReached(double flux, const BoundChange &bounds)
{
    const bool low = isAtBound(flux, bounds.lower), high = isAtBound(flux, bounds.upper);
    return low && high ? "fixed" : low ? "lower" : high ? "upper" : "";
}

Table fluxRows(const MetabolicModel &model, const FbaOptions &options, const FluxSolution &solution)
{
    std::vector<BoundChange> bounds = changedBounds(model, options.bounds);
    for (const int lost : lostReactions(model, options.knockedOutGenes))
        bounds[static_cast<std::size_t>(lost)] = {lost, 0, 0};
    Table table{
        {"reaction", "flux", "reduced_cost", "lower_bound", "upper_bound", "at_bound", "name", "subsystem"},
        {}};
    table.rows.reserve(model.reactions.size());
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Reaction &reaction = model.reactions[i];
        const double cost = i < solution.reducedCosts.size() ? solution.reducedCosts[i] : std::nan("");
        table.rows.push_back({reaction.id, solution.fluxes[i], cost, bounds[i].lower, bounds[i].upper,
                              boundReached(solution.fluxes[i], bounds[i]), reaction.name,
                              reaction.subsystem});
    }
    return table;
}

Table shadowPriceRows(const MetabolicModel &model, const FluxSolution &solution)
{
    Table table{{"metabolite", "shadow_price", "name", "compartment"}, {}};
    table.rows.reserve(solution.shadowPrices.size());
    for (std::size_t i = 0; i < solution.shadowPrices.size(); ++i)
        table.rows.push_back({model.metabolites[i].id, solution.shadowPrices[i], model.metabolites[i].name,
                              model.metabolites[i].compartment});
    return table;
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
    analysis.table.header = {"reaction", "minimum", "maximum", "span", "kind", "status", "name", "subsystem"};
    for (std::size_t i = 0; i < run->reactions.size(); ++i) {
        const Reaction &reaction = reactionAt(model, run->reactions[i]);
        const double low = run->minimum[i], high = run->maximum[i], span = high - low;
        const char *kind = !(span <= leastSpan)          ? "" // also NaN: without a value
                           : std::abs(high) <= leastSpan ? "blocked"
                                                         : "fixed";
        analysis.table.rows.push_back({reaction.id, low, high, span, std::string(kind),
                                       std::string(statusName(run->status[i])), reaction.name,
                                       reaction.subsystem});
    }
    return {};
}

/// Symbols of genes, names of reactions, of a pair joined with "+".
std::string deletedName(const MetabolicModel &model, DeletionKind kind, const Deletion &deletion)
{
    const auto nameOf = [&](int index) -> std::string {
        if (kind == DeletionKind::Reactions)
            return reactionAt(model, index).name;
        const ModelGene &gene = model.genes[static_cast<std::size_t>(index)];
        const std::string symbol = gene.entrez > 0 ? GeneTable::builtIn().symbol(gene.entrez) : std::string();
        return symbol.empty() ? gene.name : symbol;
    };
    return deletion.second < 0 ? nameOf(deletion.first)
                               : nameOf(deletion.first) + "+" + nameOf(deletion.second);
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
    const double wildType = analysis.objectiveValue = run->deletions.wildTypeGrowth;
    Table &table = analysis.table;
    table.header = {"deleted", "growth", "share_of_wild_type", "essential", "status"};
    if (!run->distance.empty())
        table.header.emplace_back("distance");
    table.header.emplace_back("name");
    for (std::size_t i = 0; i < run->deletions.rows.size(); ++i) {
        const Deletion &row = run->deletions.rows[i];
        if (method == AnalysisMethod::EssentialGenes && !row.isEssential)
            continue;
        const double share = wildType != 0 ? row.growth / wildType : std::nan("");
        std::vector<Cell> cells = {deletionName(model, options->kind, row), row.growth, share,
                                   std::string(row.isEssential ? "yes" : "no"),
                                   std::string(statusName(row.status))};
        if (!run->distance.empty())
            cells.emplace_back(run->distance[i]);
        cells.emplace_back(deletedName(model, options->kind, row));
        table.rows.push_back(std::move(cells));
    }
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

/// A difference that the solver's tolerance explains is none.
double differenceOf(double a, double b)
{
    return std::abs(b - a) <= 1e-7 * std::max({1.0, std::abs(a), std::abs(b)}) ? 0 : b - a;
}

double numberAt(const std::vector<Cell> &row, std::size_t column)
{
    const auto *number = std::get_if<double>(&row[column]);
    return number ? *number : std::nan("");
}

std::size_t columnOf(const Table &table, const std::string &name)
{
    return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) -
                                    table.header.begin());
}

} // namespace

const char *methodName(AnalysisMethod method)
{
    static const char *const names[] = {"fba",
                                        "pfba",
                                        "perturbed_pfba",
                                        "fva",
                                        "gene_deletions",
                                        "reaction_deletions",
                                        "double_gene_deletions",
                                        "double_reaction_deletions",
                                        "essential_genes",
                                        "gene_moma",
                                        "reaction_moma"};
    return names[static_cast<std::size_t>(method)];
}

AnalysisKind analysisKind(AnalysisMethod method)
{
    if (method <= AnalysisMethod::PerturbedFba)
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
    Result<FbaOptions> base = scenarioOptions(model, scenario);
    if (!base)
        return base.error();
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
                                   const ModelAnalysisOptions &options, const TaskContext &context)
{
    if (Result<void> checked = options.check(*model); !checked)
        return checked.error();
    const Result<FbaOptions> base = scenarioOptions(*model, options.scenario);
    if (!base)
        return base.error();
    ModelAnalysis analysis;
    analysis.options = options;
    analysis.model = std::move(model);
    analysis.objective = base->objective < 0 ? analysis.model->objectiveName()
                                             : reactionAt(*analysis.model, base->objective).id;
    const AnalysisKind kind = analysisKind(options.method);
    const Result<void> solved = kind == AnalysisKind::Fluxes   ? solveFluxes(*base, analysis, context)
                                : kind == AnalysisKind::Ranges ? solveRanges(*base, analysis, context)
                                                               : solveDeletions(*base, analysis, context);
    if (!solved && solved.error().code == ErrorCode::Infeasible)
        analysis.status = SolutionStatus::Infeasible;
    else if (!solved && solved.error().code == ErrorCode::Unbounded)
        analysis.status = SolutionStatus::Unbounded;
    else if (!solved)
        return solved.error();
    if (const Result<void> done = findReasons(*base, analysis, context); !done)
        return done.error();
    return analysis;
}

Result<Table> compareAnalyses(const ModelAnalysis &first, const ModelAnalysis &second)
{
    const AnalysisKind kind = analysisKind(first.options.method);
    if (kind != analysisKind(second.options.method) ||
        takesGenes(first.options.method) != takesGenes(second.options.method))
        return Error{ErrorCode::InvalidOption, "method"};
    std::vector<std::string> values = {"growth"};
    if (kind == AnalysisKind::Fluxes)
        values = {"flux"};
    else if (kind == AnalysisKind::Ranges)
        values = {"minimum", "maximum"};
    Table table{{kind == AnalysisKind::Deletions ? "deleted" : "reaction"}, {}};
    for (const std::string &value : values)
        for (const char *suffix : {"_a", "_b", "_difference"})
            table.header.push_back(value + suffix);
    table.header.emplace_back("name");
    std::map<std::string, const std::vector<Cell> *> rowOf;
    for (const std::vector<Cell> &row : second.table.rows)
        rowOf.emplace(std::get<std::string>(row[0]), &row);
    std::vector<double> size;
    for (const std::vector<Cell> &row : first.table.rows) {
        const auto other = rowOf.find(std::get<std::string>(row[0]));
        if (other == rowOf.end())
            continue;
        std::vector<Cell> cells = {row[0]};
        double largest = 0;
        for (const std::string &value : values) {
            const double a = numberAt(row, columnOf(first.table, value));
            const double b = numberAt(*other->second, columnOf(second.table, value));
            const double difference = differenceOf(a, b);
            cells.insert(cells.end(), {Cell(a), Cell(b), Cell(difference)});
            largest = std::max(largest, std::isnan(difference) ? 0.0 : std::abs(difference));
        }
        cells.push_back(row[columnOf(first.table, "name")]);
        table.rows.push_back(std::move(cells));
        size.push_back(largest);
    }
    std::vector<std::size_t> order(size.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return size[a] > size[b]; });
    std::vector<std::vector<Cell>> sorted;
    sorted.reserve(order.size());
    for (const std::size_t row : order)
        sorted.push_back(std::move(table.rows[row]));
    table.rows = std::move(sorted);
    return table;
}

Result<std::vector<int>> modelGenes(const MetabolicModel &model, const std::vector<std::string> &names)
{
    std::vector<int> found;
    for (const std::string &name : names) {
        const int direct = model.geneIndex(name);
        if (direct >= 0) {
            found.push_back(direct);
            continue;
        }
        const std::size_t before = found.size();
        const std::optional<int> entrez = GeneTable::builtIn().entrez(name);
        for (std::size_t g = 0; g < model.genes.size(); ++g)
            if (model.genes[g].name == name || (entrez && model.genes[g].entrez == *entrez))
                found.push_back(static_cast<int>(g));
        if (found.size() == before)
            return Error{ErrorCode::UnknownName, name};
    }
    return found;
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
