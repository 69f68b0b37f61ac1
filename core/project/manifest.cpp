#include "core/project/results.h"

#include "core/base/hash.h"
#include "core/metabolic/io/scenariofile.h"
#include "core/project/inputmatch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace pathgan {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
void addInput(Json &inputs, const char *kind, const std::shared_ptr<const T> &part)
{
    if (part)
        inputs[kind] = Json{{"path", part->path}, {"sha256", part->sha256}};
}

Json inputsOf(const Project &project)
{
    Json inputs = Json::object();
    addInput(inputs, "expression", project.expression);
    addInput(inputs, "clinical", project.clinical);
    addInput(inputs, "model", project.model);
    addInput(inputs, "gene_sets", project.geneSets);
    addInput(inputs, "interactions", project.interactions);
    inputs["gene_table"] = Json{{"source", project.genes().source()}};
    return inputs;
}

/// The figures a reader looks for first.
Json summaryOf(const Project &project)
{
    Json summary = Json::object();
    if (project.cohort)
        summary["samples"] = project.cohort->size();
    if (project.flux) {
        const FluxRun &flux = *project.flux;
        summary["flux"] = Json{{"objective", flux.objective},
                               {"quantity", flux.quantityName()},
                               {"unit", FluxRun::unit},
                               {"reactions", flux.reactions.size()},
                               {"varying_reactions", flux.varyingReactions},
                               {"effective_rank", flux.effectiveRank},
                               {"wild_type_growth", flux.wildTypeGrowth},
                               {"values_on_a_bound", flux.valuesWith(ValueStatus::OnBound)},
                               {"values_blocked", flux.valuesWith(ValueStatus::Blocked)},
                               {"values_not_unique", flux.valuesWith(ValueStatus::NotUnique)},
                               {"stopped_early", flux.stoppedEarly}};
    }
    if (project.training) {
        const GanRun &run = *project.training;
        summary["training"] = Json{{"epochs", run.history.size()},
                                   {"best_epoch", run.bestEpoch},
                                   {"seed", run.options.seed},
                                   {"test_pearson_r", run.test.pearson},
                                   {"test_pearson_r_within_cohort", run.test.pearsonWithin},
                                   {"ridge_test_pearson_r", run.baselines.ridge.pearson},
                                   {"nearest_test_pearson_r", run.baselines.nearest.pearson},
                                   {"stopped_early", run.stoppedEarly},
                                   {"warnings", run.warnings}};
    }
    if (project.explanation)
        summary["explanation"] =
            Json{{"output", project.explanation->outputName},
                 {"unit", project.explanation->unit},
                 {"base_value", project.explanation->baseValue},
                 {"largest_additivity_error", project.explanation->additivityError.cwiseAbs().maxCoeff()}};
    return summary;
}

Json gimmeOf(const ModelAnalysis &run)
{
    return Json{{"sample", run.options.sample},
                {"expression_sha256", run.gimme.expressionSha256},
                {"fraction_of_optimum", run.options.gimmeFraction},
                {"quantile", run.options.quantile},
                {"or_rule", run.options.orRule == OrRule::Maximum ? "maximum" : "sum"},
                {"optimum", run.gimme.optimum},
                {"threshold", run.gimme.threshold},
                {"penalised", run.gimme.penalised},
                {"penalised_in_use", run.gimme.used},
                {"inconsistency_score", run.gimme.score},
                {"genes_matched", run.gimme.genesMatched},
                {"genes_total", run.gimme.genesTotal}};
}

/// What each analysis of the model was asked, and how it ended.
Json analysesOf(const ModelAnalyses &analyses)
{
    Json list = Json::array();
    for (const auto &run : analyses.runs) {
        const ModelAnalysisOptions &options = run->options;
        Json entry{{"method", methodName(options.method)},
                   {"scenario", Json::parse(scenarioText(options.scenario), nullptr, false)},
                   {"fraction_of_optimum", options.fractionOfOptimum},
                   {"fva_fraction", options.rangeFraction},
                   {"fva_pfba_factor", options.pfbaFactor},
                   {"fva_loopless", options.loopless},
                   {"targets", options.targets},
                   {"essential_share", options.essentialShare},
                   {"time_limit_s", options.timeLimit},
                   {"model_sha256", run->model->sha256},
                   {"status", statusName(run->status)},
                   {"objective", run->objective},
                   {"objective_value", run->objectiveValue},
                   {"stopped_early", run->stoppedEarly}};
        if (analysisKind(options.method) != AnalysisKind::Fluxes) {
            entry["finished"] = run->finished;
            entry["asked"] = run->asked;
        }
        if (options.method == AnalysisMethod::Gimme)
            entry["gimme"] = gimmeOf(*run);
        list.push_back(std::move(entry));
    }
    return list;
}

/// Tables, network and figures; a folder may hold other files, and results of other runs.
Result<Json> filesIn(const std::filesystem::path &folder, const Project &project)
{
    std::set<std::string> ours;
    for (const NamedTable &table : resultTables(project))
        ours.insert(table.fileName);
    if (project.training && project.training->network)
        ours.insert("network.pt");
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        const bool isFigure = extension == ".svg" || extension == ".png";
        if (entry.is_regular_file() && (isFigure || ours.count(entry.path().filename().string()) > 0))
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    Json files = Json::object();
    for (const std::filesystem::path &path : paths) {
        const Result<std::string> hash = sha256File(path);
        if (!hash)
            return hash.error();
        files[path.filename().string()] = *hash;
    }
    return files;
}

} // namespace

Result<void> writeManifest(const Project &project, const std::string &optionsJson,
                           const std::vector<std::pair<std::string, double>> &seconds,
                           const std::vector<std::pair<std::string, std::string>> &skipped,
                           const std::filesystem::path &folder, const std::vector<std::string> &notes)
{
    Json manifest;
    manifest["program"] = "PathGAN";
    for (const auto &[name, version] : versions(project.training != nullptr))
        manifest["versions"][name] = version;
    manifest["example"] = project.isExample;
    manifest["inputs"] = inputsOf(project);
    manifest["notes"] = notes;
    manifest["options"] = Json::parse(optionsJson, nullptr, false);
    manifest["matching"] = Json::parse(matchJson(matchInputs(project)), nullptr, false);
    manifest["summary"] = summaryOf(project);
    if (project.analyses)
        manifest["model_analyses"] = analysesOf(*project.analyses);
    manifest["skipped"] = Json::array();
    for (const auto &[step, reason] : skipped)
        manifest["skipped"].push_back(Json{{"step", step}, {"reason", reason}});
    manifest["seconds"] = Json::object();
    for (const auto &[step, time] : seconds)
        manifest["seconds"][step] = time;
    const Result<Json> files = filesIn(folder, project);
    if (!files)
        return files.error();
    manifest["files_sha256"] = *files;
    return writeText(folder / "manifest.json", manifest.dump(2) + "\n");
}

} // namespace pathgan
