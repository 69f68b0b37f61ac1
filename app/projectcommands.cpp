// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/projectinput.h"
#include "app/readingnotes.h"
#include "core/steps/freshness.h"
#include "core/steps/partial.h"
#include "ui/report/reportwriter.h"

#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace pathgan {

namespace {

/// "epochs 30 → 40; fluxes replaced": why a result is out of date; empty: it is not.
std::string reasonsText(const Project &project, Part part)
{
    if (!isStale(project, part))
        return {};
    const Staleness found = staleness(project, part);
    std::vector<std::string> reasons;
    for (const OptionDifference &option : found.options)
        reasons.push_back(option.key + ' ' + optionText(option.before) + " -> " + optionText(option.after));
    for (const Part input : found.replaced)
        reasons.push_back(std::string(partName(input)) + " replaced");
    for (const Part input : found.outdated)
        reasons.push_back(std::string(partName(input)) + " out of date");
    if (found.isOlderVersion)
        reasons.emplace_back("an older version of the step");
    std::string text;
    for (const std::string &reason : reasons)
        text += (text.empty() ? "" : "; ") + reason;
    return text.empty() ? "out of date" : text;
}

OrderedJson inputsJson(const ProjectContents &contents)
{
    OrderedJson list = OrderedJson::array();
    std::error_code failed;
    for (const InputFile &input : contents.inputs)
        list.push_back({{"part", partName(input.part)},
                        {"path", input.path},
                        {"sha256", input.sha256},
                        {"bytes", input.size},
                        {"packed", input.isPacked},
                        {"there", std::filesystem::exists(input.path, failed)}});
    return list;
}

OrderedJson partsJson(const Project &project)
{
    OrderedJson list = OrderedJson::array();
    forEachPart(project, [&](Part part, const auto &) {
        const auto provenance = project.provenance(part);
        if (!provenance)
            return;
        OrderedJson entry{{"part", partName(part)},         {"step", provenance->step},
                          {"key", provenance->key},         {"started", provenance->started},
                          {"seconds", provenance->seconds}, {"out_of_date", isStale(project, part)}};
        if (const std::string reasons = reasonsText(project, part); !reasons.empty())
            entry["because"] = reasons;
        list.push_back(std::move(entry));
    });
    return list;
}

OrderedJson historyJson(const ProjectContents &contents)
{
    OrderedJson list = OrderedJson::array();
    for (const KeptRun &run : contents.history) {
        if (isInput(run.part) || run.part == Part::Cohort)
            continue;
        OrderedJson entry{{"part", partName(run.part)}, {"run", run.id}};
        if (run.provenance)
            entry.update(OrderedJson{{"key", run.provenance->key},
                                     {"started", run.provenance->started},
                                     {"seconds", run.provenance->seconds}});
        KeptRun own = keptRun(contents.project, run.part);
        entry["current"] = own.provenance && isSameRun(own, run);
        entry["pinned"] = run.isPinned;
        entry["bytes"] = run.bytes;
        if (!run.note.empty())
            entry["note"] = run.note;
        for (const auto &[name, score] : run.scores)
            entry["scores"][name] = jsonNumber(score);
        list.push_back(std::move(entry));
    }
    return list;
}

std::string megabytes(std::uint64_t bytes)
{
    const std::uint64_t tenths = (bytes * 10 + 524'288) / 1'048'576;
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MB";
}

void printProject(const OrderedJson &json)
{
    std::ostream &out = std::cout;
    out << json["project"].get<std::string>() << ", " << megabytes(json["bytes"].get<std::uint64_t>())
        << '\n';
    if (json.contains("note"))
        out << json["note"].get<std::string>() << '\n';
    out << "\ninput\tin the project\tpath\n";
    for (const auto &input : json["inputs"])
        out << input["part"].get<std::string>() << '\t'
            << (input["packed"].get<bool>()  ? "yes"
                : input["there"].get<bool>() ? "no"
                                             : "no, and moved")
            << '\t' << input["path"].get<std::string>() << '\n';
    out << "\npart\tkey\tstarted\tseconds\tstate\n";
    for (const auto &part : json["parts"])
        out << part["part"].get<std::string>() << '\t' << part["key"].get<std::string>().substr(0, 12) << '\t'
            << part["started"].get<std::string>() << '\t' << part["seconds"].dump() << '\t'
            << (part.contains("because") ? "out of date: " + part["because"].get<std::string>() : "current")
            << '\n';
    out << "\nrun of\tid\tstarted\tsize\t\n";
    for (const auto &run : json["history"]) {
        out << run["part"].get<std::string>() << '\t' << run["run"].get<std::string>().substr(0, 12) << '\t'
            << run.value("started", std::string()) << '\t' << megabytes(run["bytes"].get<std::uint64_t>())
            << '\t' << (run["current"].get<bool>() ? "current" : "")
            << (run["pinned"].get<bool>() ? " pinned" : "");
        if (run.contains("scores"))
            for (const auto &[name, score] : run["scores"].items())
                out << ", " << name << ' ' << score.dump();
        out << '\n';
    }
}

/// The endings after --figures.
Result<std::vector<std::string>> figureEndings(const CommandLine &line)
{
    std::vector<std::string> endings = line.list(QStringLiteral("figures"));
    for (const std::string &ending : endings)
        if (ending != "svg" && ending != "png" && ending != "pdf")
            return Error{ErrorCode::InvalidOption, "--figures: " + ending + ", not svg|png|pdf"};
    return endings;
}

} // namespace

int showCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("What a project holds: inputs, parts with their keys and whether they are "
                       "out of date, every run that was kept, and the room they take."));
    line.parser.addPositionalArgument(QStringLiteral("PROJECT"), QStringLiteral("a .pathgan file"));
    line.addOption(QStringLiteral("verify"),
                   QStringLiteral("read everything and compare it with its checksum"));
    if (!line.parse(arguments, 1, 1))
        return line.exitCode();
    const std::string path = line.arguments().front().toStdString();
    Result<ProjectFile> file = openProject(path, ProjectFile::Access::ReadOnly);
    if (!file)
        return line.fail(file.error());
    const Result<ProjectContents> contents = file->load();
    if (!contents)
        return line.fail(contents.error());
    OrderedJson json{{"project", path}, {"bytes", file->size()}};
    if (!contents->note.empty())
        json["note"] = contents->note;
    json["example"] = contents->project.isExample;
    json["inputs"] = inputsJson(*contents);
    json["parts"] = partsJson(contents->project);
    json["history"] = historyJson(*contents);
    if (line.isSet(QStringLiteral("verify"))) {
        const auto problems = file->verify(line.context());
        if (!problems)
            return line.fail(problems.error());
        if (!problems->empty())
            return line.fail({ErrorCode::FileDamaged, path + ": " + problems->front()});
    }
    if (line.wantsJson())
        return line.finish(json);
    printProject(json);
    return ExitOk;
}

namespace {

/// The project of the first argument with every part that can be read.
Result<ProjectContents> wholeProject(const CommandLine &line)
{
    Result<ProjectFile> file =
        openProject(line.arguments().front().toStdString(), ProjectFile::Access::ReadOnly);
    if (!file)
        return file.error();
    Result<ProjectContents> contents = file->load();
    if (!contents)
        return contents;
    std::vector<LostPart> lost;
    if (const Result<void> loaded = file->loadParts(contents->project, &lost, line.context()); !loaded)
        return loaded.error();
    for (const LostPart &part : lost) {
        if (part.part != Part::Expression) // without which every table can be written
            return part.error;
        line.note("the expression matrix was not found where it was read: " + part.error.detail);
    }
    return contents;
}

} // namespace

int exportCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("The results of a project as `run` writes them: tables, figures, "
                                    "manifest.json."));
    line.parser.addPositionalArgument(QStringLiteral("PROJECT"), QStringLiteral("a .pathgan file"));
    line.addOption(QStringLiteral("figures"),
                   QStringLiteral("formats of the figures: svg, png, pdf; none: \"\""),
                   QStringLiteral("list"), QStringLiteral("svg,png"));
    line.addOption(QStringLiteral("dpi"), QStringLiteral("of the PNG figures"), QStringLiteral("N"),
                   QStringLiteral("300"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for the results (required)"),
                   QStringLiteral("folder"));
    if (!line.parse(arguments, 1, 1))
        return line.exitCode();
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    const Result<long long> dpi = line.integer(QStringLiteral("dpi"), 36, 1200);
    const Result<std::vector<std::string>> endings = figureEndings(line);
    if (!dpi || !endings)
        return line.fail(dpi ? endings.error() : dpi.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), runFiles()); !may)
        return line.fail(may.error());
    const Result<ProjectContents> contents = wholeProject(line);
    if (!contents)
        return line.fail(contents.error());
    noteReadings(line, contents->project);
    ResultsToWrite what{*endings, static_cast<int>(*dpi), {}, {}};
    const auto files = writeProjectResults(line, contents->project, what);
    if (!files)
        return line.fail(files.error());
    return line.finish({{"out", line.text(QStringLiteral("out"))}, {"files", files->size()}});
}

int reportCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("A project as one HTML file or as a PDF document: notes, data with hashes, methods, "
                       "every step with settings, scores and figures, versions, references."));
    line.parser.addPositionalArgument(QStringLiteral("PROJECT"), QStringLiteral("a .pathgan file"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("file to write, .html or .pdf (required)"),
                   QStringLiteral("file"));
    if (!line.parse(arguments, 1, 1))
        return line.exitCode();
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    const Result<ReportFormat> format = reportFormat(line.path(QStringLiteral("out")));
    if (!format)
        return line.fail({format.error().code, "--out: " + format.error().detail});
    const char *const start = *format == ReportFormat::Pdf ? "%PDF-" : "<!DOCTYPE html>";
    if (const auto may = line.mayReplace(QStringLiteral("out"), textFrom(start)); !may)
        return line.fail(may.error());
    const Result<ProjectContents> contents = wholeProject(line);
    if (!contents)
        return line.fail(contents.error());
    const QString title = QFileInfo(line.arguments().front()).completeBaseName();
    if (const auto written = writeReport(*contents, title, line.path(QStringLiteral("out")), line.context());
        !written)
        return line.fail(written.error());
    return line.finish({{"out", line.text(QStringLiteral("out"))}});
}

} // namespace pathgan
