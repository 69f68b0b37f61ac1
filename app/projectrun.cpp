// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/coveragenotes.h"
#include "app/projectinput.h"
#include "app/readingnotes.h"
#include "core/engine/cachefolder.h"
#include "core/steps/compute.h"

#include <algorithm>
#include <iostream>

namespace pathgan {

namespace {

Result<std::optional<Part>> firstStep(const CommandLine &line)
{
    if (!line.isSet(QStringLiteral("from")))
        return std::optional<Part>();
    const std::string name = line.text(QStringLiteral("from"));
    std::string known;
    for (const StepFacts &facts : allSteps()) {
        if (name == facts.name)
            return std::optional(facts.part);
        known += (known.empty() ? "" : "|") + std::string(facts.name);
    }
    return Error{ErrorCode::InvalidOption, "--from: " + name + ", not " + known};
}

/// Where each input was read from, for those that --set names or whose rules it changes.
std::vector<std::pair<Part, std::string>> inputsToRead(const ProjectContents &contents,
                                                       const AnalysisConfig &config,
                                                       const std::vector<std::string> &given)
{
    std::vector<std::pair<Part, std::string>> inputs = {
        {Part::GeneMap, config.paths.geneMap},       {Part::Clinical, config.paths.clinical},
        {Part::GeneSets, config.paths.geneSets},     {Part::Interactions, config.paths.interactions},
        {Part::Expression, config.paths.expression}, {Part::Model, config.paths.model}};
    const auto isNamed = [&given](const OptionTable &table) {
        return std::any_of(given.begin(), given.end(),
                           [&table](const std::string &key) { return table.find(key) != nullptr; });
    };
    const bool otherRules = isNamed(ReadRules::table()),
               otherScore = std::find(given.begin(), given.end(), "interaction_score") != given.end();
    for (auto &[part, path] : inputs)
        for (const InputFile &known : contents.inputs)
            if (path.empty() && known.part == part &&
                ((otherRules && (part == Part::Expression || part == Part::Clinical)) ||
                 (otherScore && part == Part::Interactions)))
                path = known.path;
    std::erase_if(inputs, [](const auto &input) { return input.second.empty(); });
    return inputs;
}

/// Options and inputs as --set has them.
Result<void> applySettings(ProjectContents &contents, const CommandLine &line)
{
    AnalysisConfig config;
    config.options = contents.project.options;
    std::vector<std::string> assignments, given;
    for (const QString &assignment : line.parser.values(QStringLiteral("set")))
        assignments.push_back(assignment.toStdString());
    if (const Result<void> changed = changeOptions(config, assignments, &given); !changed)
        return changed;
    if (!config.paths.concepts.empty())
        return Error{ErrorCode::InvalidOption, "--set concepts: not of a project that is there"};
    contents.project.options = config.options;
    for (const auto &[part, path] : inputsToRead(contents, config, given)) {
        ReadReport report;
        if (const Result<void> read = readInput(contents.project, part, path, config.options.inputs,
                                                modelCacheFolder(), report, line.context());
            !read)
            return read;
        contents.reports[part] = std::move(report);
        contents.project.isExample = false;
    }
    return {};
}

/// What a step needs of what lies in the file.
Result<void> loadInputsOf(Part step, const ProjectFile &file, Project &project, const TaskContext &context)
{
    for (const Part input : inputsOf(step)) {
        if (input == Part::Cohort) // whose matrix is read first
            if (const auto loaded = file.loadPart(project, Part::Expression, context); !loaded)
                return loaded;
        if (const auto loaded = file.loadPart(project, input, context); !loaded)
            return loaded;
    }
    return {};
}

/// Steps that were run, and those that could not be.
struct Computed
{
    std::vector<Part> done;
    std::vector<SkippedStep> skipped;
};

/// Runs what is asked for, then whatever is missing or out of date, also by what was computed meanwhile.
Result<Computed> computeSteps(std::vector<Part> asked, const ProjectFile &file, ProjectContents &contents,
                              const TaskContext &context, const AfterStep &save)
{
    Project &project = contents.project;
    Computed computed;
    std::vector<Part> tried;
    for (;;) {
        if (isStale(project, Part::Cohort)) // of other inputs or options than the project has now
            asked.push_back(Part::Cohort);
        for (const Part part : partsToRun(project))
            asked.push_back(part);
        std::erase_if(asked, [&tried](Part part) {
            return std::find(tried.begin(), tried.end(), part) != tried.end();
        });
        if (asked.empty())
            return computed;
        const Part next = *std::min_element(asked.begin(), asked.end()); // in the order of computation
        tried.push_back(next);
        if (const Result<void> loaded = loadInputsOf(next, file, project, context); !loaded)
            return loaded.error();
        Result<std::vector<SkippedStep>> skipped = runSteps(project, {next}, {context}, save);
        if (!skipped)
            return skipped.error();
        if (skipped->empty())
            computed.done.push_back(next);
        else
            computed.skipped.push_back(skipped->front());
    }
}

} // namespace

int runOnProject(const CommandLine &line)
{
    const Result<std::optional<Part>> first = firstStep(line);
    if (!first)
        return line.fail(first.error());
    Result<ProjectFile> file =
        openProject(line.arguments().front().toStdString(), ProjectFile::Access::ReadWrite);
    if (!file)
        return line.fail(file.error());
    Result<ProjectContents> contents = file->load();
    if (!contents)
        return line.fail(contents.error());
    if (const Result<void> set = applySettings(*contents, line); !set)
        return line.fail(set.error());
    contents->packsInputs = contents->packsInputs || line.isSet(QStringLiteral("pack"));
    Project &project = contents->project;
    const TaskContext context = line.context();
    const auto save = [&](const Project &) -> Result<void> {
        const Result<SaveReport> saved = file->save(*contents, {}, context);
        if (!saved)
            return saved.error();
        contents->history = saved->history;
        contents->inputs = saved->inputs;
        if (!saved->earlier.empty())
            line.note("the file as an earlier version wrote it is kept as " + saved->earlier.string());
        return {};
    };
    const Result<Computed> computed = computeSteps(*first ? stepsFrom(project, **first) : std::vector<Part>(),
                                                   *file, *contents, context, save);
    if (!computed)
        return line.fail(computed.error());
    if (const Result<void> saved = save(project); !saved)
        return line.fail(saved.error());
    ResultsToWrite what;
    what.skipped = reasonsOf(computed->skipped);
    if (line.isSet(QStringLiteral("out"))) {
        if (const Result<void> loaded = file->loadParts(project, nullptr, context); !loaded)
            return line.fail(loaded.error());
        noteReadings(line, contents->project);
        what.dpi = static_cast<int>(*line.integer(QStringLiteral("dpi"), 36, 1200));
        if (const auto written = writeProjectResults(line, project, what); !written)
            return line.fail(written.error());
    }
    for (const auto &[step, reason] : what.skipped)
        std::cerr << "skipped: " << step << " (" << reason << ")\n";
    OrderedJson json{{"project", line.arguments().front().toStdString()}};
    json["computed"] = OrderedJson::array();
    for (const Part part : computed->done)
        json["computed"].push_back(stepOf(part)->name);
    json.update(runSummary(project, what.skipped, {}));
    line.finish(json);
    const bool failed =
        std::any_of(computed->skipped.begin(), computed->skipped.end(),
                    [](const SkippedStep &step) { return step.reason.code != ErrorCode::MissingInput; });
    return failed ? ExitAnalysisFailed : ExitOk;
}

} // namespace pathgan
