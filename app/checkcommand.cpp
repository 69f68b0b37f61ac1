// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandinputs.h"
#include "app/modeloptions.h"
#include "app/readingnotes.h"

#include "core/base/tablewriter.h"
#include "core/metabolic/model/concepttable.h"
#include "core/steps/checkstep.h"

#include <algorithm>
#include <iostream>

namespace pathgan {

namespace {

Table tableOf(const ModelCheckRun &run)
{
    return CheckStep::tables(run).front().table;
}

OrderedJson rowsJson(const ModelCheckRun &run)
{
    OrderedJson rows = OrderedJson::array();
    for (const CheckFinding &found : run.findings)
        rows.push_back({{"kind", checkKindName(found.kind)},
                        {"id", found.id},
                        {"name", found.name},
                        {"finding", found.key},
                        {"detail", found.detail},
                        {"value", jsonNumber(found.value)}});
    return rows;
}

bool isLeft(const ModelCheckRun &run, CheckKind kind)
{
    return std::find(run.left.begin(), run.left.end(), kind) != run.left.end();
}

} // namespace

int checkCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("Checks a model: dead ends, blocked reactions, mass and charge balance, loops that "
                       "run without input, "
                       "unknown genes, open exchanges. Prints how many of each; nothing found is no error."));
    line.parser.addPositionalArgument(
        QStringLiteral("MODEL"), QStringLiteral("SBML, COBRA JSON or YAML, MATLAB (.mat), plain or packed"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("table of all findings; -: standard output"),
                   QStringLiteral("file"));
    line.addOutput(QStringLiteral("concepts-out"),
                   QStringLiteral("table of what the model calls glutathione, nutrients, biomass …, and what "
                                  "told so; printed otherwise"),
                   QStringLiteral("file"));
    addConceptOption(line);
    line.addTableOptions(ModelCheckOptions(), {{"check_fluxes", "fluxes"}, {"check_threads", "threads"}});
    if (!line.parse(arguments, 1, 1))
        return line.exitCode();
    ModelCheckOptions options;
    if (const Result<void> read = line.readTableOptions(options); !read)
        return line.fail(read.error());
    if (const auto may = line.mayReplace(QStringLiteral("out"), tableWith({tableOf({}).header})); !may)
        return line.fail(may.error());
    Project project;
    if (const auto loaded = loadModel(project, line); !loaded)
        return line.fail(loaded.error(), Part::Model);
    const Result<ModelCheckRun> run = CheckStep::run(project, options, {line.context()});
    if (!run)
        return line.fail(run.error());
    OrderedJson json;
    for (const CheckKind kind : checkKinds())
        json[checkKindName(kind)] = isLeft(*run, kind) ? OrderedJson() : OrderedJson(run->count(kind));
    if (line.isSet(QStringLiteral("out"))) {
        if (const auto written = writeTable(line.path(QStringLiteral("out")), tableOf(*run)); !written)
            return line.fail(written.error());
        json["out"] = line.text(QStringLiteral("out"));
    } else if (line.wantsJson()) {
        json["findings"] = rowsJson(*run);
    }
    const Table concepts = conceptTable(*project.model);
    if (line.isSet(QStringLiteral("concepts-out"))) {
        const auto written = writeTable(line.path(QStringLiteral("concepts-out")), concepts);
        if (!written)
            return line.fail(written.error());
        json["concepts_out"] = line.text(QStringLiteral("concepts-out"));
    } else if (line.wantsJson()) {
        json["concepts"] = conceptsJson(concepts);
    }
    const int exit = line.finish(json);
    if (!line.wantsJson() && !line.isSet(QStringLiteral("concepts-out")))
        std::cout << tableText(concepts, '\t');
    return exit;
}

} // namespace pathgan
