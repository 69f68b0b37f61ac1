// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projectinput.h"

#include "core/steps/explainedsamples.h"
#include "core/steps/projectinputs.h"
#include "core/steps/resultfolder.h"
#include "core/steps/stepfacts.h"
#include "ui/errortext.h"
#include "ui/plots/figures.h"

#include <algorithm>
#include <chrono>

namespace pathgan {

namespace {

Result<std::vector<std::string>> writeFigures(const CommandLine &line, const Project &project,
                                              const ResultsToWrite &what)
{
    static constexpr std::pair<const char *, FigureFormat> formats[] = {
        {"svg", FigureFormat::Svg}, {"png", FigureFormat::Png}, {"pdf", FigureFormat::Pdf}};
    const std::filesystem::path folder = line.path(QStringLiteral("out"));
    const TaskContext context = line.context();
    const auto figures = createFigures(project);
    ExportOptions options;
    options.dpi = what.dpi;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, {}};
        context.report("Drawing figures", static_cast<double>(i), static_cast<double>(figures.size()));
        for (const auto &[ending, format] : formats) {
            if (std::find(what.figures.begin(), what.figures.end(), ending) == what.figures.end())
                continue;
            const std::string name = figures[i]->fileName().toStdString() + '.' + ending;
            const QString path = QString::fromStdU16String((folder / name).u16string());
            if (const Result<void> written = figures[i]->exportTo(path, format, options); !written)
                return written.error();
            names.push_back(name);
        }
    }
    return names;
}

} // namespace

Result<ProjectFile> openProject(const std::filesystem::path &path, ProjectFile::Access access)
{
    Result<ProjectFile> file = ProjectFile::open(path, access);
    if (file)
        file->setMatrixReader(matrixReader());
    else if (file.error().code == ErrorCode::FileTruncated) // no download that ended early
        return Error{ErrorCode::FileDamaged, file.error().detail + ": it ends too early"};
    return file;
}

StepReasons reasonsOf(const std::vector<SkippedStep> &skipped)
{
    StepReasons reasons;
    for (const SkippedStep &step : skipped)
        reasons.emplace_back(partName(step.part),
                             errorName(step.reason.code).toStdString() + ": " + step.reason.detail);
    return reasons;
}

Result<std::vector<std::string>> writeProjectResults(const CommandLine &line, const Project &project,
                                                     ResultsToWrite &what)
{
    const std::filesystem::path folder = line.path(QStringLiteral("out"));
    Result<std::vector<std::string>> files = writeResults(project, folder);
    if (!files)
        return files;
    const auto start = std::chrono::steady_clock::now();
    const auto figures = writeFigures(line, project, what);
    if (!figures)
        return figures;
    what.seconds.emplace_back(
        "figures", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    files->insert(files->end(), figures->begin(), figures->end());
    const Result<void> written = writeManifest(
        project, {line.notes(), what.skipped, what.seconds, line.streams().ownNames()}, *files, folder);
    return written ? files : written.error();
}

OrderedJson runSummary(const Project &project, const StepReasons &skipped,
                       const std::vector<std::pair<std::string, double>> &seconds)
{
    OrderedJson json = OrderedJson::object();
    if (project.cohort)
        json["samples"] = project.cohort->size();
    if (project.flux) {
        json["quantity"] = project.flux->quantityName();
        json["varying_reactions"] = project.flux->varyingReactions;
        json["effective_rank"] = jsonNumber(project.flux->effectiveRank);
        json["wild_type_growth"] = jsonNumber(project.flux->wildTypeGrowth);
    }
    if (project.training) {
        json["epochs"] = project.training->history.size();
        json["seed"] = project.training->options.seed;
        json["test_pearson_r"] = jsonNumber(project.training->test.pearson);
        json["test_pearson_r_within_cohort"] = jsonNumber(project.training->test.pearsonWithin);
        json["ridge_pearson_r"] = jsonNumber(project.training->baselines.ridge.pearson);
        json["nearest_neighbours_pearson_r"] = jsonNumber(project.training->baselines.nearest.pearson);
        json["warnings"] = project.training->warnings;
    }
    if (project.explanation)
        json["samples_explained"] = explainedText(project.explanation->chosen);
    if (project.enrichment && project.enrichment->ora) {
        json["top_pathways"] = OrderedJson::array();
        const auto &rows = project.enrichment->ora->rows;
        for (std::size_t i = 0; i < std::min<std::size_t>(10, rows.size()); ++i)
            json["top_pathways"].push_back({{"term", rows[i].term},
                                            {"adjusted_p", jsonNumber(rows[i].adjustedP)},
                                            {"p_is_bound", rows[i].isBound}});
    }
    json["skipped"] = OrderedJson::object();
    for (const auto &[step, reason] : skipped)
        json["skipped"][step] = reason;
    json["seconds"] = OrderedJson::object();
    for (const auto &[what, time] : seconds)
        json["seconds"][what] = time;
    for (const StepFacts &facts : allSteps())
        if (const auto provenance = project.provenance(facts.part); provenance && facts.inRunAll)
            json["seconds"][partName(facts.part)] = provenance->seconds;
    return json;
}

} // namespace pathgan
