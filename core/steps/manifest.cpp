// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/resultfolder.h"

#include "core/base/hash.h"
#include "core/base/optionjson.h"
#include "core/metabolic/io/scenariofile.h"
#include "core/project/inputmatch.h"
#include "core/project/versions.h"
#include "core/steps/explainedsamples.h"
#include "core/steps/freshness.h"
#include "core/steps/partial.h"
#include "core/steps/readingnotes.h"
#include "core/steps/resulttables.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace pathgan {

namespace {

using Json = nlohmann::ordered_json;

Json settingsJson(const std::vector<OptionSetting> &settings)
{
    Json json = Json::object();
    for (const OptionSetting &setting : settings)
        json[setting.key] = optionJson<Json>(setting.value);
    return json;
}

/// The word of a part in files, e.g. gene_sets.
std::string partWord(Part part)
{
    std::string word = partName(part);
    std::replace(word.begin(), word.end(), ' ', '_');
    return word;
}

template <class T>
void addInput(Json &inputs, const char *kind, const Artifact<T> &part)
{
    if (!part)
        return;
    inputs[kind] = Json{{"path", part->path}, {"sha256", part->sha256}};
    if (const auto &provenance = part.provenance()) {
        inputs[kind]["key"] = provenance->key;
        inputs[kind]["rules"] = settingsJson(provenance->options);
    }
}

Json inputsOf(const Project &project, const std::map<std::string, std::string> &givenNames)
{
    Json inputs = Json::object();
    addInput(inputs, "expression", project.expression);
    addInput(inputs, "clinical", project.clinical);
    addInput(inputs, "model", project.model);
    addInput(inputs, "gene_sets", project.geneSets);
    addInput(inputs, "interactions", project.interactions);
    inputs["gene_table"] = Json{{"source", project.genes().source()}};
    forEachPart(project, [&inputs](Part, const auto &artifact) {
        if (artifact.provenance())
            for (const SourceFile &file : artifact.provenance()->files)
                inputs[file.what].update(Json{{"path", file.path}, {"sha256", file.sha256}});
    });
    for (auto &[kind, input] : inputs.items())
        if (const auto given = givenNames.find(input.value("path", "")); given != givenNames.end())
            input["path"] = given->second;
    return inputs;
}

Json keysJson(const std::vector<InputKey> &inputs)
{
    Json json = Json::object();
    for (const InputKey &input : inputs)
        json[partWord(input.part)] = input.key;
    return json;
}

/// Of each result that is there: how it was computed, and whether it would come out the same now.
Json resultsOf(const Project &project)
{
    Json results = Json::object();
    for (const StepFacts &facts : allSteps()) {
        const auto provenance = project.provenance(facts.part);
        if (!provenance)
            continue;
        Json versions = Json::object();
        for (const auto &[name, version] : provenance->versions)
            versions[name] = version;
        Json result{{"step", provenance->step},
                    {"key", provenance->key},
                    {"algorithm_version", provenance->version},
                    {"out_of_date", isStale(project, facts.part)},
                    {"options", settingsJson(provenance->options)},
                    {"inputs", keysJson(provenance->inputs)},
                    {"started", provenance->started},
                    {"seconds", provenance->seconds},
                    {"threads", provenance->threads},
                    {"versions", std::move(versions)}};
        if (provenance->seed)
            result["seed"] = *provenance->seed;
        for (const PartialRun &run : partialRuns(project, facts.part))
            result["partial"][partWord(run.part)] = Json{{"finished", run.finished}, {"asked", run.asked}};
        results[facts.name] = std::move(result);
    }
    return results;
}

/// Every key of a configuration: of a result that is there as it was computed, else as edited.
Json optionsOf(const Project &project)
{
    Json options = Json::object();
    const ConstOptionsRef edited(project.options);
    for (const OptionField &field : edited.table().fields())
        options[field.key] = optionJson<Json>(edited.value(field));
    for (const StepFacts &facts : allSteps()) {
        const auto provenance = project.provenance(facts.part);
        if (!provenance || provenance->step != facts.name)
            continue;
        for (const OptionSetting &setting : provenance->options)
            if (options.contains(setting.key))
                options[setting.key] = optionJson<Json>(setting.value);
    }
    for (const auto &provenance : {project.expression.provenance(), project.interactions.provenance()})
        if (provenance)
            for (const OptionSetting &setting : provenance->options)
                options[setting.key] = optionJson<Json>(setting.value);
    return options;
}

/// The figures a reader looks for first.
Json summaryOf(const Project &project)
{
    Json summary = Json::object();
    if (project.cohort)
        summary["samples"] = project.cohort->size();
    const auto isComputed = [&project](Part part) {
        const auto provenance = project.provenance(part);
        return project.has(part) && (!provenance || provenance->step == stepOf(part)->name);
    };
    if (isComputed(Part::Flux)) {
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
    if (project.training && project.training->network) {
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
    if (isComputed(Part::Explanation))
        summary["explanation"] =
            Json{{"output", project.explanation->outputName},
                 {"samples", explainedText(project.explanation->chosen)},
                 {"unit", project.explanation->unit},
                 {"base_value", project.explanation->baseValue},
                 {"largest_additivity_error", project.explanation->additivityError.cwiseAbs().maxCoeff()}};
    return summary;
}

Json gimmeOf(const ModelAnalysis &run)
{
    return Json{{"expression_sha256", run.gimme.expressionSha256},
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
    for (std::size_t i = 0; i < analyses.runs.size(); ++i) {
        const auto &run = analyses.runs[i];
        const ModelAnalysisOptions &options = run->options;
        Json entry = Json::object();
        const ConstOptionsRef asked(options);
        for (const OptionField &field : asked.table().fields())
            entry[field.key] = field.key == "scenario"
                                   ? Json::parse(scenarioText(options.scenario), nullptr, false)
                                   : optionJson<Json>(asked.value(field));
        if (i < analyses.inputs.size())
            entry["inputs"] = keysJson(analyses.inputs[i]);
        entry["model_sha256"] = run->model->sha256;
        entry["status"] = statusName(run->status);
        entry["objective"] = run->objective;
        entry["objective_value"] = run->objectiveValue;
        entry["stopped_early"] = run->stoppedEarly;
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

Result<Json> hashesOf(const std::filesystem::path &folder, std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    Json files = Json::object();
    for (const std::string &name : names) {
        const Result<std::string> hash = sha256File(folder / name);
        if (!hash)
            return hash.error();
        files[name] = *hash;
    }
    return files;
}

/// What reading the inputs met, and the caller's own sentences.
std::vector<std::string> sentencesOf(const Project &project, const ManifestNotes &notes)
{
    std::vector<std::string> sentences = readingNotes(project);
    for (std::string &sentence : sentences)
        for (const auto &[path, given] : notes.givenNames)
            if (const std::size_t at = sentence.find(path); at != std::string::npos)
                sentence.replace(at, path.size(), given);
    for (const std::string &sentence : notes.sentences)
        if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
            sentences.push_back(sentence);
    return sentences;
}

Json manifestOf(const Project &project, const ManifestNotes &notes, const Json &files)
{
    Json manifest;
    manifest["program"] = "PathGAN";
    for (const auto &[name, version] : versions(project.training && project.training->network))
        manifest["versions"][name] = version;
    manifest["example"] = project.isExample;
    manifest["inputs"] = inputsOf(project, notes.givenNames);
    manifest["notes"] = sentencesOf(project, notes);
    manifest["options"] = optionsOf(project);
    manifest["results"] = resultsOf(project);
    manifest["matching"] = Json::parse(matchJson(matchInputs(project)), nullptr, false);
    manifest["summary"] = summaryOf(project);
    if (project.analyses)
        manifest["model_analyses"] = analysesOf(*project.analyses);
    manifest["skipped"] = Json::array();
    for (const auto &[step, reason] : notes.skipped)
        manifest["skipped"].push_back(Json{{"step", step}, {"reason", reason}});
    manifest["seconds"] = Json::object();
    for (const auto &[what, time] : notes.seconds)
        manifest["seconds"][what] = time;
    for (const StepFacts &facts : allSteps())
        if (const auto provenance = project.provenance(facts.part))
            manifest["seconds"][partName(facts.part)] = provenance->seconds;
    manifest["files_sha256"] = files;
    return manifest;
}

} // namespace

Result<void> writeManifest(const Project &project, const ManifestNotes &notes,
                           const std::vector<std::string> &files, const std::filesystem::path &folder)
{
    const Result<Json> hashes = hashesOf(folder, files);
    if (!hashes)
        return hashes.error();
    const Json manifest = manifestOf(project, notes, *hashes);
    return writeText(folder / "manifest.json",
                     manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Result<std::vector<std::string>> writeTables(const std::vector<NamedTable> &tables,
                                             const std::filesystem::path &folder)
{
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code)
        return Error{ErrorCode::WriteFailed, folder.string() + ": " + code.message()};
    std::vector<std::string> names;
    for (const NamedTable &table : tables) {
        if (const Result<void> written = writeTable(folder / table.fileName, table.table); !written)
            return written.error();
        names.push_back(table.fileName);
    }
    return names;
}

Result<std::vector<std::string>> writeResults(const Project &project, const std::filesystem::path &folder)
{
    Result<std::vector<std::string>> names = writeTables(resultTables(project), folder);
    if (!names || !project.training || !project.training->network)
        return names;
    if (const Result<void> saved = project.training->network->save(folder / "network.pt"); !saved)
        return saved.error();
    names->emplace_back("network.pt");
    return names;
}

} // namespace pathgan
