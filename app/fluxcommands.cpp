// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"
#include "app/fluxoptions.h"
#include "app/modeloptions.h"
#include "app/unfinished.h"
#include "core/base/outputfile.h"
#include "core/metabolic/cohort/dualsfile.h"
#include "core/metabolic/cohort/unfinishedflux.h"
#include "core/steps/compute.h"

#include <algorithm>
#include <iostream>
#include <unordered_set>

namespace pathgan {

namespace {

/// `all` stands for every reaction of the model.
std::vector<std::string> reportedReactions(std::vector<std::string> ids, const MetabolicModel &model)
{
    if (ids != std::vector<std::string>{"all"} || model.reactionIndex("all") >= 0)
        return ids;
    ids.clear();
    for (const Reaction &reaction : model.reactions)
        ids.push_back(reaction.id);
    return ids;
}

/// Before anything is computed: what stands in the places of the tables?
Result<void> mayWrite(const CommandLine &line, const MetabolicModel &model)
{
    const LooksOurs isFluxes =
        matrixOf("sample", [&model](const std::string &id) { return model.reactionIndex(id) >= 0; });
    for (const char *name : {"out", "minimum", "value-status"})
        if (Result<void> may = line.mayReplace(QString::fromLatin1(name), isFluxes); !may)
            return may;
    if (Result<void> may = mayKeepUnfinished(line, unfinishedFluxStart); !may)
        return may;
    if (Result<void> may = line.mayFill(QStringLiteral("tables"), fluxFiles()); !may)
        return may;
    if (Result<void> may = line.mayReplace(QStringLiteral("duals"), textFrom(dualsFileStart)); !may)
        return may;
    return line.mayReplace(QStringLiteral("sample-status"),
                           tableWith({FluxStep::tables(FluxRun())[1].table.header}));
}

/// How many samples were not solved again.
void sayContinued(const CommandLine &line, const std::vector<std::string> &before, const std::string &key,
                  const FluxRun &run)
{
    if (before.empty())
        return;
    const std::unordered_set<std::string> names(before.begin(), before.end());
    const auto count = std::count_if(run.samples.begin(), run.samples.end(),
                                     [&](const std::string &sample) { return names.count(sample) > 0; });
    if (key == run.key)
        line.note(std::to_string(count) + " of " + std::to_string(run.samples.size()) +
                  " samples were finished by an earlier run of this command");
    else
        line.note("the unfinished samples of an earlier run are of other inputs or options: not used");
}

/// Writes the samples finished so far, so that whatever ends the command costs the last minute only.
FluxKeeper keeperAt(const CommandLine &line, const std::filesystem::path &path, double seconds)
{
    return {[&line, path](const FluxRun &part) {
                if (const Result<void> written = writeUnfinishedFlux(part, path); !written)
                    line.note("finished samples cannot be kept: " + written.error().detail);
            },
            seconds};
}

/// Of a run of the same inputs and options, but of more samples.
bool hasOthers(const std::filesystem::path &path, const FluxRun &run)
{
    const Result<FluxRun> kept = readUnfinishedFlux(path);
    const std::unordered_set<std::string> names(run.samples.begin(), run.samples.end());
    return kept && kept->key == run.key &&
           std::any_of(kept->samples.begin(), kept->samples.end(),
                       [&](const std::string &sample) { return names.count(sample) == 0; });
}

/// Goes on with what an interrupted command of the same --out left behind, and leaves such when interrupted.
Result<void> computeOrContinue(const CommandLine &line, Project &project, double seconds)
{
    if (isStreamPath(line.path(QStringLiteral("out"))))
        return computeInto<FluxStep>(project, {line.context()});
    const std::filesystem::path path = unfinishedPath(line);
    FluxRun unfinished;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        if (Result<FluxRun> earlier = readUnfinishedFlux(path))
            unfinished = *std::move(earlier);
        else
            line.note(path.string() + " is damaged and is not used");
    }
    const std::vector<std::string> before = unfinished.samples;
    const std::string key = unfinished.key;
    const bool isOfAll = project.options.flux.samples.empty();
    Result<void> run =
        computeInto<FluxStep>(project, {line.context(), {}, &unfinished, keeperAt(line, path, seconds)});
    if (run) {
        sayContinued(line, before, key, *project.flux);
        if (isOfAll || !hasOthers(path, *project.flux))
            std::filesystem::remove(path, ignored);
        return run;
    }
    if (!isOfAll && std::filesystem::exists(path, ignored))
        return run; // it holds samples that were not asked for, too
    if (run.error().code == ErrorCode::Cancelled && !unfinished.samples.empty()) {
        if (const Result<void> written = writeUnfinishedFlux(unfinished, path); !written)
            return written.error();
        std::cerr << unfinished.samples.size() << " of " << project.cohort->size() << " samples are kept in "
                  << path.string() << "; the same command goes on with them.\n";
    }
    return run;
}

Result<void> writeFiles(const CommandLine &line, const Project &project)
{
    const std::vector<NamedTable> tables = FluxStep::tables(*project.flux);
    if (Result<void> written = writeTable(line.path(QStringLiteral("out")), tables.front().table); !written)
        return written;
    for (const auto &[option, name] : {std::pair{"minimum", "flux_minimum.tsv"},
                                       {"value-status", "flux_value_status.tsv"},
                                       {"sample-status", "flux_status.tsv"}}) {
        const auto table = std::find_if(tables.begin(), tables.end(),
                                        [&](const NamedTable &other) { return other.fileName == name; });
        const QString key = QString::fromLatin1(option);
        if (!line.isSet(key) || table == tables.end())
            continue;
        if (Result<void> written = writeTable(line.path(key), table->table); !written)
            return written;
    }
    if (line.isSet(QStringLiteral("duals")))
        if (Result<void> written = writeDuals(*project.flux, line.path(QStringLiteral("duals"))); !written)
            return written;
    if (line.isSet(QStringLiteral("tables")))
        if (const auto written = writeFolder(line, QStringLiteral("tables"), project, tables); !written)
            return written.error();
    return {};
}

OrderedJson answer(const CommandLine &line, const FluxRun &run)
{
    OrderedJson status = OrderedJson::object();
    for (std::size_t i = 0; i < run.samples.size(); ++i)
        status[run.samples[i]] = statusName(run.status[i]);
    const auto optimal = std::count(run.status.begin(), run.status.end(), SolutionStatus::Optimal);
    return {{"out", line.text(QStringLiteral("out"))},
            {"quantity", run.quantityName()},
            {"unit", FluxRun::unit},
            {"objective", run.objective},
            {"samples", run.samples.size()},
            {"optimal_samples", optimal},
            {"reactions", run.reactions.size()},
            {"varying_reactions", run.varyingReactions},
            {"effective_rank", jsonNumber(run.effectiveRank)},
            {"values_unique", run.valuesWith(ValueStatus::Unique)},
            {"values_on_a_bound", run.valuesWith(ValueStatus::OnBound)},
            {"values_blocked", run.valuesWith(ValueStatus::Blocked)},
            {"values_not_unique", run.valuesWith(ValueStatus::NotUnique)},
            {"wild_type_growth", jsonNumber(run.wildTypeGrowth)},
            {"genes_matched", run.genes.matched},
            {"genes_total", run.genes.total},
            {"status", std::move(status)}};
}

} // namespace

int fluxCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("Fluxes of every sample: rows are samples, columns reactions, mmol/gDW/h. "
                       "Interrupted, it keeps the samples finished for the next time."));
    addFluxOptions(line);
    addKeepOption(line, "finished samples");
    line.addOutput(QStringLiteral("out"), QStringLiteral("table to write (required); -: standard output"),
                   QStringLiteral("file"));
    line.addOutput(QStringLiteral("minimum"), QStringLiteral("table of capacity-range's minima"),
                   QStringLiteral("file"));
    line.addOutput(QStringLiteral("value-status"),
                   QStringLiteral("table of each value's status: unique, on a bound, blocked, not unique"),
                   QStringLiteral("file"));
    line.addOutput(QStringLiteral("sample-status"),
                   QStringLiteral("table of each sample's status and growth"), QStringLiteral("file"));
    line.addOutput(QStringLiteral("duals"),
                   QStringLiteral("the dual solutions of the capacities, which `train --duals` learns from"),
                   QStringLiteral("file"));
    line.addOutput(QStringLiteral("tables"),
                   QStringLiteral("folder for every table of the step, as `run` writes them"),
                   QStringLiteral("folder"));
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    Result<FluxOptions> options = fluxOptions(line);
    const Result<double> seconds = keepSeconds(line);
    if (!options)
        return line.fail(options.error());
    if (!seconds)
        return line.fail(seconds.error());
    Project project;
    project.options.flux = *std::move(options);
    FluxOptions &asked = project.options.flux;
    OrderedJson coverage;
    if (const std::optional<int> failed = loadFluxInputs(line, asked.medium, project, coverage))
        return *failed;
    const Result<std::vector<std::string>> samples = line.sampleNames();
    if (!samples)
        return line.fail(samples.error());
    if (!samples->empty())
        asked.samples = *samples;
    asked.reactions = reportedReactions(asked.reactions, *project.model);
    if (const Result<void> may = mayWrite(line, *project.model); !may)
        return line.fail(may.error());
    if (const Result<void> computed = computeOrContinue(line, project, *seconds); !computed)
        return line.fail(computed.error(), Part::Flux);
    if (const Result<void> written = writeFiles(line, project); !written)
        return line.fail(written.error());
    const FluxRun &run = *project.flux;
    OrderedJson json = answer(line, run);
    json["coverage"] = coverage;
    noteGrowth(line, run.wildTypeGrowth);
    line.finish(json);
    const bool isAnyOptimal =
        std::find(run.status.begin(), run.status.end(), SolutionStatus::Optimal) != run.status.end();
    return isAnyOptimal || run.samples.empty() ? ExitOk : ExitAnalysisFailed;
}

} // namespace pathgan
