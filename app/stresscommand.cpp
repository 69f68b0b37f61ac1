// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"
#include "app/commandinputs.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"
#include "app/samplekeeping.h"

#include "core/steps/compute.h"
#include "core/steps/reading.h"

#include <algorithm>

namespace pathgan {

namespace {

void describeStress(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("MODEL"), QStringLiteral("metabolic model"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addOption(QStringLiteral("predicted"),
                   QStringLiteral("flux table to feed back in place of expression"), QStringLiteral("file"));
    line.addOption(QStringLiteral("network"),
                   QStringLiteral("network written by `train`: its predictions are fed back, and checked "
                                  "against the fluxes it learnt, which --quantity, --medium, --objective and "
                                  "--growth-fraction say as those of `flux`"),
                   QStringLiteral("file"));
    line.addTableOptions(StressOptions(), {{"strict_stress", "strict"}, {"stress_threads", "threads"}});
    line.addTableOptions(FluxOptions(),
                         CommandLine::only(FluxOptions::table(), {{"quantity", "quantity"},
                                                                  {"medium", "medium"},
                                                                  {"objective", "objective"},
                                                                  {"growth_fraction", "growth_fraction"}}));
    line.addOption(QStringLiteral("relaxed"), QStringLiteral("the same as --no-strict-stress"));
    addConceptOption(line);
    line.addSampleOption();
    addCoverageOption(line);
    line.addReadingOptions();
    addSampleKeeping(line);
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for the tables (required)"),
                   QStringLiteral("folder"));
}

Result<void> readOptions(const CommandLine &line, AnalysisOptions &options)
{
    options.stress.strict = !line.isSet(QStringLiteral("relaxed"));
    if (Result<void> read = line.readTableOptions(options.stress); !read)
        return read;
    if (Result<void> read = line.readTableOptions(options.flux); !read)
        return read;
    if (line.isSet(QStringLiteral("predicted")) && line.isSet(QStringLiteral("network")))
        return Error{ErrorCode::InvalidOption, "--predicted --network, one of the two"};
    const Result<SampleFilter> filter = line.sampleFilter();
    if (!filter)
        return filter.error();
    options.cohort.filter = *filter;
    return {};
}

/// What predictions are compared with: the model's fluxes without expression, which one sample tells.
void addTargets(const CommandLine &line, Project &project)
{
    const std::vector<std::string> &reactions = project.training->reactions;
    const bool areKnown = std::all_of(reactions.begin(), reactions.end(), [&](const std::string &id) {
        return project.model->reactionIndex(id) >= 0;
    });
    project.options.flux.reactions = reactions;
    project.options.flux.samples = {project.cohort->samples.front()};
    const Result<void> computed =
        areKnown ? computeInto<FluxStep>(project, {line.context()}) : Result<void>();
    if (!areKnown || !computed)
        line.note(std::string("whether predictions are feasible is not known: ") +
                  (areKnown ? "the model's fluxes cannot be computed"
                            : "the model lacks reactions of the network"));
}

/// The predictions that are fed back, if any.
Result<void> loadPredictions(const CommandLine &line, Project &project)
{
    const bool isTable = line.isSet(QStringLiteral("predicted"));
    if (!isTable && !line.isSet(QStringLiteral("network")))
        return {};
    ReadReport report;
    Result<Artifact<GanRun>> loaded =
        isTable ? predictedTable(line.path(QStringLiteral("predicted")), {}, report)
                : loadedNetwork(project, line.path(QStringLiteral("network")), line.context());
    if (!loaded)
        return loaded.error();
    project.training = *std::move(loaded);
    if (isTable)
        noteTable(line, line.path(QStringLiteral("predicted")), report, project.training->samples.size(),
                  project.training->reactions.size());
    if (isTable)
        noteSamples(
            line, matchSamples(project.training->samples, project.cohort->writtenNames(), RowMeaning::Values),
            "the flux table", "the expression matrix");
    else
        addTargets(line, project);
    return {};
}

} // namespace

int stressCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("Growth of every sample under a sustained oxidative load (model R)."));
    describeStress(line);
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    Project project;
    if (const Result<void> read = readOptions(line, project.options); !read)
        return line.fail(read.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), stressFiles()); !may)
        return line.fail(may.error());
    if (const auto may = mayKeepSamples(line); !may)
        return line.fail(may.error());
    if (const auto loaded = loadCohort(project, line.arguments()[1].toStdU16String(), {},
                                       project.options.cohort.filter, line);
        !loaded)
        return line.fail(loaded.error(), Part::Expression);
    if (const auto loaded = loadModel(project, line); !loaded)
        return line.fail(loaded.error(), Part::Model);
    noteModel(line, project, MediumPreset::ModelR);
    OrderedJson coverage;
    if (const Result<void> shared = checkModelInputs(line, project, coverage); !shared)
        return line.fail(shared.error(), Part::Stress);
    if (const Result<void> loaded = loadPredictions(line, project); !loaded)
        return line.fail(loaded.error(), line.isSet(QStringLiteral("network")) ? Part::Training : Part::Flux);
    const Result<void> computed = keepingSamples(line, [&](SampleKeeper *keeper) {
        return computeInto<StressStep>(project, {line.context(), {}, nullptr, keeper});
    });
    if (!computed)
        return line.fail(computed.error(), Part::Stress);
    const StressRun &run = *project.stress->expression;
    if (run.distributedMedium)
        line.note("Nothing grows in model R's medium: the model's own medium was used.");
    if (const auto written =
            writeFolder(line, QStringLiteral("out"), project, StressStep::tables(*project.stress));
        !written)
        return line.fail(written.error());
    return line.finish({{"out", line.text(QStringLiteral("out"))},
                        {"samples", run.samples.size()},
                        {"cohort_load", jsonNumber(run.cohortLoad)},
                        {"unit", FluxRun::unit},
                        {"limits", StressRun::limits()},
                        {"coverage", coverage}});
}

} // namespace pathgan
