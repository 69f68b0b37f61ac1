// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandinputs.h"
#include "app/coveragenotes.h"
#include "app/fluxoptions.h"
#include "app/modeloptions.h"
#include "app/samplekeeping.h"
#include "core/base/tablewriter.h"
#include "core/metabolic/cohort/cohortgimme.h"
#include "core/metabolic/fba/gimme.h"
#include "core/metabolic/model/conceptreactions.h"
#include "core/metabolic/model/medium.h"
#include "core/steps/step.h"

#include <algorithm>
#include <iostream>

namespace pathgan {

namespace {

void addGimmeOptions(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("MODEL"), QStringLiteral("metabolic model"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addOption(QStringLiteral("sample"), QStringLiteral("samples to solve; default: all of --samples"),
                   QStringLiteral("ids|all"), QStringLiteral("all"));
    line.addTableOptions(ModelAnalysisOptions(),
                         CommandLine::only(ModelAnalysisOptions::table(), {{"gimme_quantile", "quantile"},
                                                                           {"gimme_fraction", "fraction"},
                                                                           {"gimme_or_rule", "or"},
                                                                           {"analysis_threads", "threads"}}));
    line.addTableOptions(FluxOptions(), CommandLine::only(FluxOptions::table(), {{"medium", "medium"}}));
    line.addOption(QStringLiteral("threshold"),
                   QStringLiteral("penalise below this score instead, on the linear scale"),
                   QStringLiteral("T"));
    line.addOption(QStringLiteral("objective"), QStringLiteral("default: the model's own"),
                   QStringLiteral("reaction"));
    addTimeLimit(line);
    addConceptOption(line);
    line.addSampleOption();
    addCoverageOption(line);
    line.addReadingOptions();
    addSampleKeeping(line);
    line.addOutput(QStringLiteral("out"),
                   QStringLiteral("table of fluxes, a sample a row; -: standard output"),
                   QStringLiteral("file"));
}

Result<MediumPreset> mediumOption(const CommandLine &line)
{
    FluxOptions options;
    const Result<void> read = line.readTableOptions(options);
    return read ? Result<MediumPreset>(options.medium) : Result<MediumPreset>(read.error());
}

Result<GimmeOptions> gimmeOptions(const CommandLine &line, const MetabolicModel &model, MediumPreset medium)
{
    ModelAnalysisOptions asked;
    if (const Result<void> read = line.readTableOptions(asked); !read)
        return read.error();
    const Result<double> seconds = timeLimit(line);
    if (!seconds)
        return seconds.error();
    GimmeOptions options;
    if (line.isSet(QStringLiteral("threshold"))) {
        const Result<double> threshold = line.number(QStringLiteral("threshold"));
        if (!threshold)
            return threshold.error();
        options.threshold = *threshold;
    }
    options.base.objective = assumedObjective(model);
    if (line.isSet(QStringLiteral("objective"))) {
        options.base.objective = model.reactionIndex(line.text(QStringLiteral("objective")));
        if (options.base.objective < 0)
            return Error{ErrorCode::UnknownName, line.text(QStringLiteral("objective"))};
    }
    options.base.timeLimit = *seconds;
    options.base.bounds = mediumBounds(model, medium);
    options.orRule = asked.orRule;
    options.quantile = asked.quantile;
    options.fractionOfOptimum = asked.gimmeFraction;
    options.threads = asked.threads;
    return options;
}

/// The samples of --sample, in that order.
Result<Cohort> chosen(const CommandLine &line, const Cohort &cohort)
{
    const std::vector<std::string> wanted = line.list(QStringLiteral("sample"));
    if (wanted == std::vector<std::string>{"all"})
        return cohort;
    return samplesOf(cohort, wanted);
}

Result<void> writeFluxes(const std::filesystem::path &path, const MetabolicModel &model, const GimmeRun &run)
{
    std::vector<std::string> reactions;
    for (const Reaction &reaction : model.reactions)
        reactions.push_back(reaction.id);
    MatrixD values =
        MatrixD::Constant(static_cast<Index>(run.samples.size()), static_cast<Index>(reactions.size()),
                          std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < run.solutions.size(); ++i)
        for (std::size_t j = 0; j < run.solutions[i].fluxes.size(); ++j)
            values(static_cast<Index>(i), static_cast<Index>(j)) = run.solutions[i].fluxes[j];
    return writeMatrix(path, "sample", run.samples, reactions, values);
}

int answer(const CommandLine &line, const MetabolicModel &model, const std::string &objective,
           const GimmeRun &run, std::size_t asked, const OrderedJson &coverage)
{
    const auto free = std::count_if(run.solutions.begin(), run.solutions.end(),
                                    [](const GimmeSolution &one) { return one.penalised.empty(); });
    if (free > 0)
        line.note("in " + std::to_string(free) + " of " + std::to_string(run.samples.size()) +
                  " samples no reaction scores below the threshold: nothing is penalised");
    OrderedJson json{{"optimum", jsonNumber(run.optimum)},      {"objective_unit", objectiveUnit(objective)},
                     {"score_unit", "expression × mmol/gDW/h"}, {"genes_matched", run.genes.matched},
                     {"genes_total", run.genes.total},          {"stopped_early", run.stoppedEarly}};
    Table table{{"sample", "status", "threshold", "penalised", "score", "objective_value"}, {}};
    OrderedJson rows = OrderedJson::array();
    for (std::size_t i = 0; i < run.samples.size(); ++i) {
        const GimmeSolution &solution = run.solutions[i];
        table.rows.push_back({run.samples[i], statusName(solution.status), solution.threshold,
                              static_cast<long long>(solution.penalised.size()), solution.score,
                              solution.objectiveValue});
        rows.push_back({{"sample", run.samples[i]},
                        {"status", statusName(solution.status)},
                        {"threshold", jsonNumber(solution.threshold)},
                        {"penalised", solution.penalised.size()},
                        {"score", jsonNumber(solution.score)},
                        {"objective_value", jsonNumber(solution.objectiveValue)}});
    }
    if (line.isSet(QStringLiteral("out"))) {
        if (const auto written = writeFluxes(line.path(QStringLiteral("out")), model, run); !written)
            return line.fail(written.error());
        json["out"] = line.text(QStringLiteral("out"));
    }
    json["coverage"] = coverage;
    json["samples"] = std::move(rows);
    if (line.wantsJson())
        (void)line.finish(json);
    else
        (line.isOutputStandard() ? std::cerr : std::cout) << tableText(table, '\t');
    return run.stoppedEarly ? line.stoppedEarly(run.samples.size(), asked) : ExitOk;
}

} // namespace

int gimmeCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("GIMME: fluxes that reach the objective and use reactions of low expression "
                       "least, and how much they must use them (score)."));
    addGimmeOptions(line);
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    const Result<MediumPreset> medium = mediumOption(line);
    if (!medium)
        return line.fail(medium.error());
    Project project;
    OrderedJson coverage;
    if (const std::optional<int> failed = loadFluxInputs(line, *medium, project, coverage))
        return *failed;
    const Result<GimmeOptions> options = gimmeOptions(line, *project.model, *medium);
    if (!options)
        return line.fail(options.error());
    const auto isReaction = [&](const std::string &id) { return project.model->reactionIndex(id) >= 0; };
    if (const auto may = line.mayReplace(QStringLiteral("out"), matrixOf("sample", isReaction)); !may)
        return line.fail(may.error());
    if (const auto may = mayKeepSamples(line); !may)
        return line.fail(may.error());
    const Result<Cohort> cohort = chosen(line, *project.cohort);
    if (!cohort)
        return line.fail(cohort.error());
    line.keepOnInterrupt();
    Result<GimmeRun> run = GimmeRun();
    const Result<void> computed = keepingSamples(line, [&](SampleKeeper *keeper) {
        run = gimme(*project.model, *cohort, project.genes(), *options, line.context(), keeper);
        return run ? Result<void>() : Result<void>(run.error());
    });
    if (!computed)
        return line.fail(computed.error());
    if (!line.isSet(QStringLiteral("objective")) && !(run->optimum > 1e-9))
        return line.fail(
            {ErrorCode::Infeasible, "growth of the wild type, medium: " + std::string(mediumName(*medium))});
    return answer(line, *project.model, objectiveOf(options->base, *project.model), *run, cohort->size(),
                  coverage);
}

} // namespace pathgan
