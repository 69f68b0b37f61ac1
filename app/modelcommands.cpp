// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandinputs.h"
#include "app/modeloptions.h"
#include "app/readingnotes.h"

#include "core/base/text.h"
#include "core/data/filekind.h"
#include "core/enrichment/rankfile.h"
#include "core/metabolic/analysis/analysistables.h"
#include "core/metabolic/fba/fva.h"
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/model/conceptreactions.h"
#include "core/metabolic/model/concepttable.h"
#include "core/steps/reading.h"

#include <cmath>
#include <iostream>

namespace pathgan {

namespace {

OrderedJson objectivesJson(const MetabolicModel &model)
{
    OrderedJson list = OrderedJson::array();
    for (std::size_t i = 0; i < model.objectives.size(); ++i) {
        const ModelObjective &objective = model.objectives[i];
        OrderedJson reactions = OrderedJson::array();
        for (const auto &[reaction, coefficient] : objective.coefficients)
            reactions.push_back({{"reaction", model.reactions[static_cast<std::size_t>(reaction)].id},
                                 {"coefficient", coefficient}});
        list.push_back({{"id", objective.id},
                        {"direction", objective.maximise ? "maximise" : "minimise"},
                        {"active", static_cast<int>(i) == model.activeObjective},
                        {"reactions", std::move(reactions)}});
    }
    return list;
}

std::vector<std::string> missingConcepts(const Table &table)
{
    std::vector<std::string> names;
    for (const std::vector<Cell> &row : table.rows)
        if (cellText(row.back()) == foundByName(FoundBy::Nothing))
            names.push_back(cellText(row.front()));
    return names;
}

/// Size of what is in a file, by kind; an error when it cannot be read by the rules.
Result<void> describe(FileKind kind, const std::filesystem::path &path, const CommandLine &line,
                      ReadReport &report, std::vector<std::string> &sentences, OrderedJson &json)
{
    const auto say = [&](const std::string &facts, const ReadRules *rules = nullptr) {
        sentences = readingSentences(path.string(), report, facts, rules);
    };
    const TaskContext context = line.context();
    if (kind == FileKind::Expression) {
        const Result<ReadRules> rules = line.readingRules();
        if (!rules)
            return rules.error();
        const auto read = readExpression(path, *rules, report, context);
        if (!read)
            return read.error();
        say(factsOf(*read), &*rules);
        json["genes"] = read->genes.size();
        json["samples"] = read->samples.size();
        json["scale"] = scaleName(read->scale);
        json["sha256"] = read->sha256;
    } else if (kind == FileKind::Clinical) {
        const Result<ReadRules> rules = line.readingRules();
        if (!rules)
            return rules.error();
        const auto read = readClinical(path, report, context, *rules);
        if (!read)
            return read.error();
        say(factsOf(*read));
        json["samples"] = read->ids.size();
        json["columns"] = read->columns.size();
    } else if (kind == FileKind::GeneSets) {
        const auto read = readGeneSets(path, report);
        if (!read)
            return read.error();
        say(factsOf(*read));
        json["sets"] = read->sets.size();
    } else if (kind == FileKind::Interactions) {
        const auto read = readInteractions(path, report, 0, context);
        if (!read)
            return read.error();
        say(factsOf(*read));
        json["genes"] = read->genes.size();
        json["interactions"] = read->edges.size();
    } else if (kind == FileKind::GeneMap) {
        const auto read = GeneTable::readMap(path);
        if (!read)
            return read.error();
        json["genes"] = read->size();
    } else if (kind == FileKind::Ranks) {
        const auto read = readRankFile(path, report);
        if (!read)
            return read.error();
        json["genes"] = read->list.genes.size();
        json["gene_column"] = read->geneColumn;
        json["score"] = read->scoreColumn;
    } else if (kind == FileKind::Model) {
        const auto read = readModel(path, context);
        if (!read)
            return read.error();
        json["reactions"] = read->reactions.size();
        json["metabolites"] = read->metabolites.size();
        json["genes"] = read->genes.size();
        json["groups"] = read->groups.size();
        json["objective"] = read->objectiveName();
        json["objectives"] = objectivesJson(*read);
        json["warnings"] = read->warnings;
        const Table concepts = conceptTable(*read);
        json["concepts_missing"] = join(missingConcepts(concepts), ", ");
        json["concepts"] = conceptsJson(concepts);
        noteModelWarnings(line, *read);
    }
    return {};
}

OrderedJson problemsJson(const ReadReport &report)
{
    OrderedJson list = OrderedJson::array();
    for (const Problem &problem : report.problems)
        list.push_back({{"kind", problemWord(problem.kind)},
                        {"line", problem.line},
                        {"column", problem.column},
                        {"value", problem.value}});
    return list;
}

OrderedJson boundJson(double value)
{
    return std::isfinite(value) ? OrderedJson(value) : OrderedJson(value > 0 ? "inf" : "-inf");
}

Table conflictTable(const MetabolicModel &model, const Conflict &conflict, OrderedJson &json)
{
    Table table{{"conflict", "what", "value"}, {}};
    OrderedJson bounds = OrderedJson::array(), balances = OrderedJson::array();
    for (const BoundSide &side : conflict.bounds) {
        const std::string &id = model.reactions[static_cast<std::size_t>(side.reaction)].id;
        const char *what = side.isLower ? "lower bound" : "upper bound";
        table.rows.push_back({id, what, side.value});
        bounds.push_back({{"reaction", id}, {"what", what}, {"value", boundJson(side.value)}});
    }
    for (const int metabolite : conflict.metabolites) {
        const std::string &id = model.metabolites[static_cast<std::size_t>(metabolite)].id;
        table.rows.push_back({id, "balance", 0.0});
        balances.push_back(id);
    }
    json["conflict"] = {{"bounds", std::move(bounds)}, {"balances", std::move(balances)}};
    return table;
}

/// Why there is no optimum, where that can be told; adds it to the answer.
Table explainStatus(const CommandLine &line, const MetabolicModel &model, const FbaOptions &options,
                    SolutionStatus status, OrderedJson &json)
{
    if (status == SolutionStatus::Infeasible) {
        const Result<Conflict> conflict = findConflict(model, options, line.context());
        return conflict && !conflict->isEmpty() ? conflictTable(model, *conflict, json) : Table{};
    }
    Table table{{"ray", "flux"}, {}};
    if (status != SolutionStatus::Unbounded)
        return table;
    const auto ray = findRay(model, options, line.context());
    if (!ray)
        return table;
    for (const auto &[reaction, flux] : *ray) {
        const std::string &id = model.reactions[static_cast<std::size_t>(reaction)].id;
        table.rows.push_back({id, flux});
        json["ray"].push_back({{"reaction", id}, {"flux", jsonNumber(flux)}});
    }
    return table;
}

} // namespace

Result<void> loadModel(Project &project, const std::filesystem::path &path, const CommandLine &line)
{
    if (Result<void> read = loadInput(project, Part::Model, path, line); !read)
        return read;
    noteModelWarnings(line, *project.model);
    return {};
}

void addConceptOption(CommandLine &line)
{
    line.addOption(QStringLiteral("concepts"),
                   QStringLiteral("what the model calls something: a table with columns concept and id, as "
                                  "`check MODEL --concepts-out FILE` writes it; !id: it is not"),
                   QStringLiteral("file"));
}

Result<void> loadModel(Project &project, const CommandLine &line)
{
    if (Result<void> loaded = loadModel(project, line.arguments()[0].toStdU16String(), line);
        !loaded || !line.isSet(QStringLiteral("concepts")))
        return loaded;
    return nameConcepts(project, line.path(QStringLiteral("concepts")));
}

OrderedJson conceptsJson(const Table &table)
{
    OrderedJson rows = OrderedJson::array();
    for (const std::vector<Cell> &row : table.rows) {
        OrderedJson one;
        for (std::size_t i = 0; i < row.size(); ++i)
            one[table.header[i]] = cellText(row[i]);
        rows.push_back(std::move(one));
    }
    return rows;
}

void noteModel(const CommandLine &line, const Project &project, MediumPreset medium)
{
    const MetabolicModel &model = *project.model;
    if (!isOfTable(model, project.genes()))
        line.note("The model's genes are not those of the human gene table: they are matched by exact id and "
                  "name only.");
    if (const int growth = assumedObjective(model); growth >= 0 && !line.isSet(QStringLiteral("objective")))
        line.note("The model names no objective: " + model.reactions[static_cast<std::size_t>(growth)].id +
                  " stands for growth; --objective names another.");
    if (medium != MediumPreset::Physiological && medium != MediumPreset::ModelR)
        return;
    if (needsVitamins(model))
        line.note(
            "The biomass asks for vitamins: lipoate, cobalamin, carotene, retinol and tocopherols enter "
            "with the nutrients.");
    const std::vector<int> exchanges = nutrientExchanges(model);
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < exchanges.size(); ++i)
        if (exchanges[i] < 0)
            missing.push_back(modelRNutrients()[i].first);
    if (!missing.empty())
        line.note(std::to_string(exchanges.size() - missing.size()) + " of " +
                  std::to_string(exchanges.size()) + " nutrients of the medium are in the model; without: " +
                  join(missing, ", ") + ". `check MODEL` lists how they were found.");
}

int inspectCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("Says what each file is, its size, and every problem with its line and column."));
    line.parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("files of any kind"),
                                      QStringLiteral("FILE…"));
    line.addReadingOptions();
    if (!line.parse(arguments, 1))
        return line.exitCode();
    OrderedJson files = OrderedJson::array();
    int exit = ExitOk;
    for (const QString &name : line.arguments()) {
        const std::filesystem::path path(name.toStdU16String());
        OrderedJson json{{"file", name.toStdString()}};
        ReadReport report;
        const Result<FileKind> kind = detectFileKind(path);
        std::vector<std::string> sentences;
        Result<void> described =
            kind ? describe(*kind, path, line, report, sentences, json) : Result<void>(kind.error());
        for (const std::string &sentence : sentences)
            line.note(sentence);
        json["kind"] = kind ? fileKindName(*kind) : "unreadable";
        if (kind && *kind == FileKind::Unknown)
            described = Error{ErrorCode::UnknownFormat, name.toStdString()};
        if (!report.format.empty())
            json["format"] = report.format;
        json["notes"] = report.notes;
        json["problem_count"] = report.raggedRows + report.notNumbers + report.missingValues +
                                report.duplicateNames + report.damagedNames + report.otherProblems;
        json["problems"] = problemsJson(report);
        if (!described) {
            json["error"] = described.error().detail;
            exit = std::max(exit, line.complain(described.error()));
        }
        if (!line.wantsJson()) {
            std::cout << name.toStdString() << ": " << json["kind"].get<std::string>() << '\n';
            for (const auto &[key, value] : json.items())
                if (value.is_primitive() && key != "file" && key != "kind")
                    std::cout << "  " << key << '\t'
                              << (value.is_string() ? value.get<std::string>() : value.dump()) << '\n';
            for (const Problem &problem : report.problems)
                std::cout << "  " << name.toStdString() << ':' << problem.line << ':' << problem.column
                          << ": " << problemWord(problem.kind) << ": " << problem.value << '\n';
        }
        files.push_back(std::move(json));
    }
    if (line.wantsJson())
        std::cout << OrderedJson{{"files", files}, {"notes", line.notes()}}.dump(2) << '\n';
    return exit;
}

int fbaCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("Flux balance analysis. Prints status, objective_value and objective."));
    addModelOptions(line);
    line.addOption(QStringLiteral("method"),
                   QStringLiteral("fba, pfba (least total flux), perturbed (unique fluxes)"),
                   QStringLiteral("method"), QStringLiteral("fba"));
    line.addTableOptions(
        ModelAnalysisOptions(),
        CommandLine::only(ModelAnalysisOptions::table(), {{"fraction_of_optimum", "fraction_of_optimum"}}));
    line.addOutput(QStringLiteral("prices"), QStringLiteral("table of shadow prices to write"),
                   QStringLiteral("file"));
    if (!line.parse(arguments, 1, 1))
        return line.exitCode();
    const auto method = line.choice(QStringLiteral("method"), {QStringLiteral("fba"), QStringLiteral("pfba"),
                                                               QStringLiteral("perturbed")});
    if (!method)
        return line.fail(method.error());
    if (const auto may = line.mayReplace(QStringLiteral("out"), tableWith({fluxRows({}, {}, {}).header}));
        !may)
        return line.fail(may.error());
    if (const auto may =
            line.mayReplace(QStringLiteral("prices"), tableWith({shadowPriceRows({}, {}).header}));
        !may)
        return line.fail(may.error());
    Project project;
    if (const auto loaded = loadModelWithObjective(project, line); !loaded)
        return line.fail(loaded.error(), Part::Model);
    const MetabolicModel &model = *project.model;
    Result<FbaOptions> options = fbaOptions(line, model);
    if (!options)
        return line.fail(options.error());
    ModelAnalysisOptions asked;
    if (const Result<void> read = line.readTableOptions(asked); !read)
        return line.fail(read.error());
    options->method = static_cast<FbaMethod>(*method);
    options->fractionOfOptimum = asked.fractionOfOptimum;
    const Result<FluxSolution> solution = fba(model, *options, line.context());
    if (!solution)
        return line.fail(solution.error());
    OrderedJson json{{"status", statusName(solution->status)}};
    const bool optimal = solution->status == SolutionStatus::Optimal;
    json["objective_value"] = optimal ? jsonNumber(solution->objectiveValue) : OrderedJson();
    json["objective"] = objectiveOf(*options, model);
    json["objective_unit"] = objectiveUnit(objectiveOf(*options, model));
    if (optimal && options->method != FbaMethod::Fba)
        json["total_flux"] = jsonNumber(solution->totalFlux);
    if (optimal && line.isSet(QStringLiteral("out"))) {
        if (const auto written =
                writeTable(line.path(QStringLiteral("out")), fluxRows(model, *options, *solution));
            !written)
            return line.fail(written.error());
        json["out"] = line.text(QStringLiteral("out"));
    }
    if (optimal && line.isSet(QStringLiteral("prices")))
        if (const auto written =
                writeTable(line.path(QStringLiteral("prices")), shadowPriceRows(model, *solution));
            !written)
            return line.fail(written.error());
    const Table reason = explainStatus(line, model, *options, solution->status, json);
    line.finish(json);
    if (!line.wantsJson() && !reason.rows.empty())
        std::cout << tableText(reason, '\t');
    return optimal ? ExitOk : ExitAnalysisFailed;
}

namespace {

Result<FvaOptions> fvaOptions(const CommandLine &line, const MetabolicModel &model)
{
    Result<FbaOptions> base = fbaOptions(line, model);
    if (!base)
        return base.error();
    ModelAnalysisOptions asked;
    if (const Result<void> read = line.readTableOptions(asked); !read)
        return read.error();
    Result<std::vector<int>> reactions = reactionIndices(model, asked.targets);
    if (!reactions)
        return reactions.error();
    FvaOptions options;
    options.base = *std::move(base);
    options.reactions = *std::move(reactions);
    options.fractionOfOptimum = asked.rangeFraction;
    options.pfbaFactor = asked.pfbaFactor;
    options.loopless = asked.loopless;
    options.threads = asked.threads;
    if (line.isSet(QStringLiteral("pfba-factor")) && options.pfbaFactor < 1)
        return Error{ErrorCode::InvalidOption, "--pfba-factor " + line.text(QStringLiteral("pfba-factor"))};
    return options;
}

std::string slackText(double slack)
{
    return QString::number(slack, 'g', 2).toStdString();
}

int fvaAnswer(const CommandLine &line, const MetabolicModel &model, const FvaOptions &options,
              const FvaRun &run)
{
    OrderedJson json{{"status", "optimal"},
                     {"objective_value", jsonNumber(run.objectiveValue)},
                     {"objective", objectiveOf(options.base, model)},
                     {"objective_unit", objectiveUnit(objectiveOf(options.base, model))},
                     {"fraction_of_optimum", options.fractionOfOptimum},
                     {"objective_slack", run.slack},
                     {"unit", "mmol/gDW/h"},
                     {"stopped_early", run.stoppedEarly}};
    if (options.loopless)
        json["unproven_ranges"] = run.unproven;
    if (run.unproven > 0)
        line.note(std::to_string(run.unproven) + " of " + std::to_string(run.reactions.size()) +
                  " ranges may be wider: the search for flux vectors without loops was given up");
    if (run.slack > 0)
        line.note(
            "for numerical reasons the fluxes of these ranges miss the objective that is kept by up to " +
            slackText(run.slack) + " of the optimum");
    if (line.isSet(QStringLiteral("out"))) {
        if (const auto written = writeTable(line.path(QStringLiteral("out")), rangeRows(model, run));
            !written)
            return line.fail(written.error());
        json["out"] = line.text(QStringLiteral("out"));
    } else if (line.wantsJson()) {
        for (std::size_t i = 0; i < run.reactions.size(); ++i)
            json["ranges"].push_back(
                {{"reaction", model.reactions[static_cast<std::size_t>(run.reactions[i])].id},
                 {"minimum", jsonNumber(run.minimum[i])},
                 {"maximum", jsonNumber(run.maximum[i])},
                 {"status", statusName(run.status[i])}});
    }
    if (line.wantsJson() || json.contains("out"))
        (void)line.finish(json);
    else
        std::cout << tableText(rangeRows(model, run), '\t');
    const std::size_t asked = options.reactions.empty() ? model.reactions.size() : options.reactions.size();
    return run.stoppedEarly ? line.stoppedEarly(run.reactions.size(), asked) : ExitOk;
}

} // namespace

int fvaCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("Flux variability analysis: least and largest flux of each reaction."));
    addModelOptions(line);
    line.addTableOptions(ModelAnalysisOptions(),
                         CommandLine::only(ModelAnalysisOptions::table(), {{"targets", "reactions"},
                                                                           {"range_fraction", "fraction"},
                                                                           {"pfba_factor", "pfba-factor"},
                                                                           {"loopless", "loopless"},
                                                                           {"analysis_threads", "threads"}}));
    if (!line.parse(arguments, 1, 1))
        return line.exitCode();
    if (const auto may = line.mayReplace(QStringLiteral("out"), tableWith({rangeRows({}, {}).header})); !may)
        return line.fail(may.error());
    Project project;
    if (const auto loaded = loadModelWithObjective(project, line); !loaded)
        return line.fail(loaded.error(), Part::Model);
    const MetabolicModel &model = *project.model;
    const Result<FvaOptions> options = fvaOptions(line, model);
    if (!options)
        return line.fail(options.error());
    line.keepOnInterrupt();
    const Result<FvaRun> run = fva(model, *options, line.context());
    if (!run)
        return line.fail(run.error());
    return fvaAnswer(line, model, *options, *run);
}

} // namespace pathgan
