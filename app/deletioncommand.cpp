// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modeloptions.h"

#include "core/base/tablewriter.h"
#include "core/metabolic/analysis/analysistables.h"
#include "core/metabolic/fba/moma.h"

#include <algorithm>
#include <iostream>
#include <numeric>

namespace pathgan {

namespace {

void addDeletionOptions(CommandLine &line)
{
    addModelOptions(line);
    line.addOption(
        QStringLiteral("genes"),
        QStringLiteral("genes to delete, by id, Entrez id or symbol, with all their variants; default: all"),
        QStringLiteral("ids|all"), QStringLiteral("all"));
    line.addOption(QStringLiteral("reactions"), QStringLiteral("reactions to delete instead of genes"),
                   QStringLiteral("ids|all"));
    line.addOption(QStringLiteral("double"), QStringLiteral("delete pairs, and each alone"));
    line.addOption(QStringLiteral("with"), QStringLiteral("partners in the pairs; default: the same"),
                   QStringLiteral("ids|all"));
    line.addOption(QStringLiteral("method"),
                   QStringLiteral("fba (optimal growth) or moma (fluxes closest to the wild type's)"),
                   QStringLiteral("method"), QStringLiteral("fba"));
    line.addTableOptions(ModelAnalysisOptions(),
                         CommandLine::only(ModelAnalysisOptions::table(), {{"essential_share", "essential"},
                                                                           {"analysis_threads", "threads"}}));
    line.addOption(QStringLiteral("essential-only"), QStringLiteral("only the essential ones"));
}

/// Indices of the option's ids; all: every one of the model.
Result<std::vector<int>> targets(const CommandLine &line, const QString &name, DeletionKind kind,
                                 const MetabolicModel &model)
{
    const std::vector<std::string> ids = line.list(name);
    if (ids.empty())
        return Error{ErrorCode::InvalidOption, "--" + name.toStdString()};
    if (ids == std::vector<std::string>{"all"}) {
        std::vector<int> every(kind == DeletionKind::Genes ? model.genes.size() : model.reactions.size());
        std::iota(every.begin(), every.end(), 0);
        return every;
    }
    return kind == DeletionKind::Genes ? modelGenes(model, ids) : reactionIndices(model, ids);
}

Result<DeletionOptions> deletionOptions(const CommandLine &line, const MetabolicModel &model)
{
    const QString genes = QStringLiteral("genes"), reactions = QStringLiteral("reactions"),
                  with = QStringLiteral("with");
    if (line.isSet(genes) && line.isSet(reactions))
        return Error{ErrorCode::InvalidOption, "--genes --reactions"};
    DeletionOptions options;
    options.kind = line.isSet(reactions) ? DeletionKind::Reactions : DeletionKind::Genes;
    options.isDouble = line.isSet(QStringLiteral("double"));
    if (line.isSet(with) && !options.isDouble)
        return Error{ErrorCode::InvalidOption, "--with, not --double"};
    Result<FbaOptions> base = fbaOptions(line, model);
    if (!base)
        return base.error();
    options.base = *std::move(base);
    Result<std::vector<int>> first =
        targets(line, options.kind == DeletionKind::Genes ? genes : reactions, options.kind, model);
    if (!first)
        return first.error();
    options.first = *std::move(first);
    if (line.isSet(with)) {
        Result<std::vector<int>> second = targets(line, with, options.kind, model);
        if (!second)
            return second.error();
        options.second = *std::move(second);
    }
    ModelAnalysisOptions asked;
    if (const Result<void> read = line.readTableOptions(asked); !read)
        return read.error();
    options.essentialShare = asked.essentialShare;
    options.threads = asked.threads;
    return options;
}

OrderedJson rowsJson(const MetabolicModel &model, DeletionKind kind, const MomaRun &run, bool essentialOnly)
{
    OrderedJson rows = OrderedJson::array();
    for (std::size_t i = 0; i < run.deletions.rows.size(); ++i) {
        const Deletion &row = run.deletions.rows[i];
        if (essentialOnly && !row.isEssential)
            continue;
        rows.push_back({{"ids", deletionName(model, kind, row)},
                        {"status", statusName(row.status)},
                        {"growth", jsonNumber(row.growth)},
                        {"essential", row.isEssential}});
        if (!run.distance.empty())
            rows.back()["distance"] = jsonNumber(run.distance[i]);
    }
    return rows;
}

int answer(const CommandLine &line, const MetabolicModel &model, const DeletionOptions &options,
           const MomaRun &run)
{
    const std::vector<Deletion> &rows = run.deletions.rows;
    const bool essentialOnly = line.isSet(QStringLiteral("essential-only"));
    const Table table = deletionRows(model, options.kind, run, essentialOnly);
    OrderedJson json{{"objective", objectiveOf(options.base, model)},
                     {"wild_type_growth", jsonNumber(run.deletions.wildTypeGrowth)},
                     {"growth_unit", objectiveUnit(objectiveOf(options.base, model))},
                     {"deletions", rows.size()},
                     {"stopped_early", run.deletions.stoppedEarly},
                     {"essential", std::count_if(rows.begin(), rows.end(),
                                                 [](const Deletion &row) { return row.isEssential; })}};
    if (line.isSet(QStringLiteral("out"))) {
        if (const auto written = writeTable(line.path(QStringLiteral("out")), table); !written)
            return line.fail(written.error());
        json["out"] = line.text(QStringLiteral("out"));
    }
    const bool isTable = !line.wantsJson() && !json.contains("out");
    if (isTable)
        std::cout << tableText(table, '\t');
    else if (!json.contains("out"))
        json["rows"] = rowsJson(model, options.kind, run, essentialOnly);
    if (!isTable)
        (void)line.finish(json);
    return run.deletions.stoppedEarly ? line.stoppedEarly(rows.size(), run.deletions.asked) : ExitOk;
}

} // namespace

int deleteCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("Growth after deletion of genes or reactions, one or two at a time."));
    addDeletionOptions(line);
    if (!line.parse(arguments, 1, 1))
        return line.exitCode();
    const auto method =
        line.choice(QStringLiteral("method"), {QStringLiteral("fba"), QStringLiteral("moma")});
    if (!method)
        return line.fail(method.error());
    MomaRun withDistance;
    withDistance.distance.push_back(0);
    const std::vector<std::vector<std::string>> headers = {
        deletionRows({}, DeletionKind::Genes, {}, false).header,
        deletionRows({}, DeletionKind::Genes, withDistance, false).header};
    if (const auto may = line.mayReplace(QStringLiteral("out"), tableWith(headers)); !may)
        return line.fail(may.error());
    Project project;
    if (const auto loaded = loadModelWithObjective(project, line); !loaded)
        return line.fail(loaded.error(), Part::Model);
    const Result<DeletionOptions> options = deletionOptions(line, *project.model);
    if (!options)
        return line.fail(options.error());
    line.keepOnInterrupt();
    const Result<MomaRun> run = deletionsOrMoma(*project.model, *options, *method == 1, line.context());
    return run ? answer(line, *project.model, *options, *run) : line.fail(run.error());
}

} // namespace pathgan
