// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparison.h"
#include "app/coveragenotes.h"
#include "app/modeloptions.h"
#include "app/projectinput.h"
#include "app/readingnotes.h"

#include "core/engine/cachefolder.h"
#include "core/engine/example.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>

namespace pathgan {

namespace {

QString keysHelp()
{
    QString text =
        QStringLiteral("\nKeys of the configuration and of --set (in JSON, paths are relative to it):\n");
    const AnalysisConfig defaults;
    const ConstOptionsRef all(defaults);
    for (const OptionField &field : all.table().fields()) {
        const std::string value = optionText(all.value(field));
        text += QStringLiteral("  %1 (%2%3; default %4): %5\n")
                    .arg(QString::fromStdString(field.key), QString::fromStdString(field.type()),
                         field.unit.empty() ? QString()
                                            : QStringLiteral(", ") + QString::fromStdString(field.unit),
                         value.empty() ? QStringLiteral("none") : QString::fromStdString(value),
                         QString::fromStdString(field.help));
    }
    return text;
}

/// What --config or --example says, and --set on top.
Result<AnalysisConfig> configOf(const CommandLine &line)
{
    std::vector<std::string> assignments;
    for (const QString &given : line.parser.values(QStringLiteral("set")))
        assignments.push_back(given.toStdString());
    if (!line.isSet(QStringLiteral("example")))
        return readAnalysisConfig(line.path(QStringLiteral("config")), assignments);
    Result<AnalysisConfig> config = exampleConfig();
    if (config)
        if (const Result<void> set = setOptions(*config, assignments); !set)
            return set.error();
    return config;
}

/// Keeps what is there in the file of --project, from the inputs on.
class RunSaver
{
public:
    explicit RunSaver(const CommandLine &line) : m_line(line) {}

    Result<void> keep(const AnalysisRun &run)
    {
        m_contents.project = run.project;
        m_contents.packsInputs = m_line.isSet(QStringLiteral("pack"));
        for (const InputReading &reading : run.readings)
            m_contents.reports[reading.part] = reading.report;
        Result<SaveReport> saved = SaveReport();
        if (m_file) {
            saved = m_file->save(m_contents);
        } else {
            Result<ProjectFile> made = ProjectFile::create(m_line.path(QStringLiteral("project")), m_contents,
                                                           nullptr, {}, {}, &*saved);
            if (!made)
                return made.error();
            m_file = *std::move(made);
        }
        if (!saved)
            return saved.error();
        m_contents.history = saved->history;
        m_contents.inputs = saved->inputs;
        return {};
    }

private:
    const CommandLine &m_line;
    ProjectContents m_contents;
    std::optional<ProjectFile> m_file;
};

void addRunOptions(CommandLine &line)
{
    line.parser.addPositionalArgument(
        QStringLiteral("PROJECT"),
        QStringLiteral("a .pathgan file: what is missing or out of date in it is computed and kept there"),
        QStringLiteral("[PROJECT]"));
    line.addOption(QStringLiteral("example"), QStringLiteral("run the embedded example"));
    line.addOption(QStringLiteral("config"), QStringLiteral("JSON with inputs and options"),
                   QStringLiteral("file"));
    line.addOption(
        QStringLiteral("set"),
        QStringLiteral("a key of the configuration; repeatable, stands above --config and PROJECT"),
        QStringLiteral("key=value"));
    line.addOption(QStringLiteral("from"),
                   QStringLiteral("with PROJECT: this step and all after it anew (flux, train, explain, …)"),
                   QStringLiteral("step"));
    line.addOption(QStringLiteral("pack"),
                   QStringLiteral("keep the expression matrix in the project, not only where it lies"));
    line.addOption(QStringLiteral("dpi"), QStringLiteral("of the PNG figures"), QStringLiteral("N"),
                   QStringLiteral("300"));
    line.addOutput(QStringLiteral("out"),
                   QStringLiteral("folder for the results; this or a project is required"),
                   QStringLiteral("folder"));
    line.addOutput(QStringLiteral("project"),
                   QStringLiteral("new .pathgan file that keeps inputs, options and results"),
                   QStringLiteral("file"));
}

Result<void> checkRun(const CommandLine &line, bool isOnProject)
{
    const auto isSet = [&line](const char *name) { return line.isSet(QString::fromLatin1(name)); };
    if (isSet("example") + isSet("config") + isOnProject != 1)
        return Error{ErrorCode::InvalidOption, "PROJECT, --example or --config, one of the three"};
    if (isOnProject && isSet("project"))
        return Error{ErrorCode::InvalidOption, "--project: PROJECT is kept where it is"};
    if (!isOnProject && isSet("from"))
        return Error{ErrorCode::InvalidOption, "--from: only with PROJECT"};
    if (!isOnProject && !isSet("out") && !isSet("project"))
        return Error{ErrorCode::InvalidOption, "--out or --project"};
    if (isSet("pack") && !isOnProject && !isSet("project"))
        return Error{ErrorCode::InvalidOption, "--pack: only with a project"};
    const Result<long long> dpi = line.integer(QStringLiteral("dpi"), 36, 1200);
    return dpi ? Result<void>() : dpi.error();
}

Result<void> mayWrite(const CommandLine &line)
{
    if (const auto may = line.mayFill(QStringLiteral("out"), runFiles()); !may)
        return may;
    // A project holds work that no run brings back.
    return line.mayReplace(QStringLiteral("project"), [](const std::filesystem::path &) { return false; });
}

} // namespace

int runCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("The whole analysis: tables, every figure as SVG and PNG, manifest.json.") +
        keysHelp());
    addRunOptions(line);
    if (!line.parse(arguments, 0, 1))
        return line.exitCode();
    const bool isOnProject = !line.arguments().isEmpty();
    if (const Result<void> checked = checkRun(line, isOnProject); !checked)
        return line.fail(checked.error());
    if (isOnProject) {
        const Result<void> may = mayWrite(line);
        return may ? runOnProject(line) : line.fail(may.error());
    }
    const Result<AnalysisConfig> config = configOf(line);
    if (!config)
        return line.fail(config.error());
    const ConstOptionsRef paths(config->paths);
    for (const OptionField &field : paths.table().fields())
        line.guard().addInput(std::get<std::string>(paths.value(field)));
    if (const auto may = mayWrite(line); !may)
        return line.fail(may.error());
    RunSaver saver(line);
    std::function<Result<void>(const AnalysisRun &)> keep;
    if (line.isSet(QStringLiteral("project")))
        keep = [&saver](const AnalysisRun &soFar) { return saver.keep(soFar); };
    Result<AnalysisRun> run = runAnalysis(*config, modelCacheFolder(), {line.context()}, keep);
    if (!run)
        return line.fail(run.error());
    noteReadings(line, run->project);
    ResultsToWrite what;
    what.dpi = static_cast<int>(*line.integer(QStringLiteral("dpi"), 36, 1200));
    what.skipped = reasonsOf(run->skipped);
    what.seconds = run->seconds;
    if (line.isSet(QStringLiteral("out")))
        if (const auto files = writeProjectResults(line, run->project, what); !files)
            return line.fail(files.error());
    for (const auto &[step, reason] : what.skipped)
        std::cerr << "skipped: " << step << " (" << reason << ")\n";
    if (run->project.groups)
        noteGroups(line, *run->project.groups);
    if (run->project.model)
        noteModelWarnings(line, *run->project.model);
    OrderedJson json = OrderedJson::object();
    for (const char *output : {"out", "project"})
        if (line.isSet(QString::fromLatin1(output)))
            json[output] = line.text(QString::fromLatin1(output));
    json.update(runSummary(run->project, what.skipped, what.seconds));
    noteSelection(line, *run->project.cohort);
    json["coverage"] = noteInputs(line, matchInputs(run->project));
    line.finish(json);
    const bool failed = std::any_of(run->skipped.begin(), run->skipped.end(), [](const SkippedStep &step) {
        return step.reason.code != ErrorCode::MissingInput;
    });
    return failed ? ExitAnalysisFailed : ExitOk;
}

} // namespace pathgan
