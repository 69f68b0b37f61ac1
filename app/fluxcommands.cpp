#include "app/fluxoptions.h"
#include "core/engine/steps.h"
#include "core/project/results.h"

#include <algorithm>
#include <iostream>

namespace pathgan {

namespace {

std::filesystem::path unfinishedPath(const CommandLine &line)
{
    std::filesystem::path path = line.path(QStringLiteral("out"));
    path += ".unfinished";
    return path;
}

std::vector<std::string> reportedReactions(const CommandLine &line, const MetabolicModel &model)
{
    std::vector<std::string> ids = line.list(QStringLiteral("reactions"));
    if (ids != std::vector<std::string>{"all"} || model.reactionIndex("all") >= 0)
        return ids;
    ids.clear();
    for (const Reaction &reaction : model.reactions)
        ids.push_back(reaction.id);
    return ids;
}

/// Goes on with what an interrupted command of the same --out left behind, and leaves such when interrupted.
Result<FluxRun> computeOrContinue(const CommandLine &line, const Project &project, const FluxOptions &options)
{
    const std::filesystem::path path = unfinishedPath(line);
    FluxRun unfinished;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        if (Result<FluxRun> earlier = readUnfinishedFlux(path))
            unfinished = *std::move(earlier);
    Result<FluxRun> run = fluxStep(project, options, line.context(), &unfinished);
    if (run) {
        std::filesystem::remove(path, ignored);
        return run;
    }
    if (run.error().code == ErrorCode::Cancelled && !unfinished.samples.empty()) {
        if (const Result<void> written = writeUnfinishedFlux(unfinished, path); !written)
            return written.error();
        std::cerr << unfinished.samples.size() << " of " << project.cohort->size() << " samples are kept in "
                  << path.string() << "; the same command goes on with them.\n";
    }
    return run;
}

Result<void> writeTables(const CommandLine &line, const FluxRun &run)
{
    const std::vector<NamedTable> tables = fluxTables(run);
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
    line.addOption(QStringLiteral("reactions"),
                   QStringLiteral("to report, or all; default: the core glutathione reactions"),
                   QStringLiteral("ids"));
    line.addOption(QStringLiteral("threads"), QStringLiteral("0: one a core"), QStringLiteral("N"),
                   QStringLiteral("0"));
    line.addOption(QStringLiteral("out"), QStringLiteral("table to write (required)"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("minimum"), QStringLiteral("table of capacity-range's minima"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("value-status"),
                   QStringLiteral("table of each value's status: unique, on a bound, blocked, not unique"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("sample-status"),
                   QStringLiteral("table of each sample's status and growth"), QStringLiteral("file"));
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    Result<FluxOptions> options = fluxOptions(line);
    const Result<unsigned> threads = line.threads();
    if (!options || !threads)
        return line.fail(!options ? options.error() : threads.error());
    options->threads = *threads;
    Project project;
    OrderedJson coverage;
    if (const std::optional<int> failed = loadFluxInputs(line, project, coverage))
        return *failed;
    options->reactions = reportedReactions(line, *project.model);
    const Result<FluxRun> run = computeOrContinue(line, project, *options);
    if (!run)
        return line.fail(run.error(), "Computing fluxes");
    if (const Result<void> written = writeTables(line, *run); !written)
        return line.fail(written.error());
    OrderedJson json = answer(line, *run);
    json["coverage"] = coverage;
    line.finish(json);
    const bool isAnyOptimal =
        std::find(run->status.begin(), run->status.end(), SolutionStatus::Optimal) != run->status.end();
    return isAnyOptimal || run->samples.empty() ? ExitOk : ExitAnalysisFailed;
}

} // namespace pathgan
