// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"
#include "app/fluxoptions.h"
#include "app/modeloptions.h"
#include "app/samplekeeping.h"
#include "core/metabolic/cohort/dualsfile.h"
#include "core/steps/compute.h"

#include <algorithm>

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
    if (Result<void> may = mayKeepSamples(line); !may)
        return may;
    if (Result<void> may = line.mayFill(QStringLiteral("tables"), fluxFiles()); !may)
        return may;
    if (Result<void> may = line.mayReplace(QStringLiteral("duals"), textFrom(dualsFileStart)); !may)
        return may;
    return line.mayReplace(QStringLiteral("sample-status"),
                           tableWith({FluxStep::tables(FluxRun())[1].table.header}));
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
    addSampleKeeping(line);
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
    if (!options)
        return line.fail(options.error());
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
    const Result<void> computed = keepingSamples(line, [&](SampleKeeper *keeper) {
        return computeInto<FluxStep>(project, {line.context(), {}, nullptr, keeper});
    });
    if (!computed)
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
