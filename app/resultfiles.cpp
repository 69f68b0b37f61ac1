// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outputguard.h"

#include "core/enrichment/overrepresentation.h"
#include "core/enrichment/prerank.h"

#include <fstream>
#include <iterator>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

std::string beginningOf(const fs::path &path)
{
    std::string start(1 << 16, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    return start;
}

/// A title, then a description: the chunks that every figure of ours has.
bool isFigurePng(const fs::path &path)
{
    const std::string start = beginningOf(path);
    const std::size_t title = start.find(std::string("Title\0", 6));
    return start.starts_with("\x89PNG") && title != std::string::npos &&
           start.find(std::string("Description\0", 12)) != std::string::npos;
}

bool isFigureSvg(const fs::path &path)
{
    const std::string start = beginningOf(path);
    const std::size_t title = start.find(">\n<title>");
    return start.find("<svg") != std::string::npos && title != std::string::npos &&
           start.find("</title>\n<desc>", title) != std::string::npos;
}

/// Written by the same command into the same folder.
LooksOurs besides(LooksOurs first, const char *other, LooksOurs second)
{
    return [=](const fs::path &path) { return first(path) && second(path.parent_path() / other); };
}

void addFigures(std::vector<FolderFile> &files, std::initializer_list<const char *> stems)
{
    for (const char *stem : stems) {
        files.push_back({std::string(stem) + ".svg", isFigureSvg});
        files.push_back({std::string(stem) + ".png", isFigurePng});
        files.push_back({std::string(stem) + ".txt", textFrom("PathGAN: ")});
    }
}

void append(std::vector<FolderFile> &files, std::vector<FolderFile> others)
{
    files.insert(files.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
}

FolderFile manifest()
{
    return {"manifest.json", textFrom("{\n  \"program\": \"PathGAN\"")};
}

} // namespace

std::vector<FolderFile> explainFiles()
{
    const LooksOurs outputs = tableFrom({"sample", "output", "base_value"});
    std::vector<FolderFile> files = {
        {"shap_values.tsv", besides(tableFrom({"sample"}), "shap_outputs.tsv", outputs)},
        {"top_genes.tsv", tableFrom({"gene", "mean_abs_shap"})},
        {"shap_outputs.tsv", outputs},
        manifest()};
    addFigures(files, {"shap_*"});
    return files;
}

std::vector<FolderFile> stressFiles()
{
    const LooksOurs stress = tableFrom({"sample", "status", "growth", "maximum_load"});
    std::vector<FolderFile> files = {
        {"stress_paper.tsv", tableFrom({"sample", "status", "EX_gthox_e"})},
        {"stress_*.tsv", stress},
        {"survival_expression.tsv", besides(tableFrom({"sample"}), "stress_expression.tsv", stress)},
        {"survival_predicted.tsv", besides(tableFrom({"sample"}), "stress_predicted.tsv", stress)},
        {"feasibility.tsv", tableFrom({"sample", "predictions_outside"})},
        manifest()};
    addFigures(files, {"stress_*"});
    return files;
}

std::vector<FolderFile> generateFiles()
{
    const LooksOurs profiles = tableFrom({"profile", "condition", "critic_score"});
    std::vector<FolderFile> files = {
        {"generated_flux.tsv", besides(tableFrom({"sample"}), "generated_profiles.tsv", profiles)},
        {"generated_profiles.tsv", profiles},
        {"generated_reactions.tsv", tableFrom({"reaction", "real_mean", "generated_mean"})},
        {"generated_summary.tsv", tableFrom({"quantity", "value", "unit"})},
        manifest()};
    addFigures(files, {"generated_*"});
    return files;
}

std::vector<FolderFile> compareFiles()
{
    const LooksOurs pairs = tableFrom({"source", "reaction"});
    std::vector<FolderFile> files = {
        {"groups.tsv", pairs},
        {"groups_summary.tsv", pairs},
        {"groups_overview.tsv", pairs},
        {"groups_members.tsv", tableFrom({"group", "value", "n"})},
        {"groups_confounders.tsv", tableFrom({"column", "cramers_v"})},
        {"groups_within.tsv", besides([](const fs::path &) { return true; }, "groups.tsv", pairs)},
        manifest()};
    addFigures(files, {"groups*"});
    return files;
}

std::vector<FolderFile> fluxFiles()
{
    const LooksOurs summary = tableFrom({"quantity", "value", "unit"});
    const LooksOurs fluxes = besides(tableFrom({"sample"}), "flux_summary.tsv", summary);
    return {{"flux.tsv", fluxes},
            {"flux_status.tsv", tableFrom({"sample", "status", "growth"})},
            {"flux_summary.tsv", summary},
            {"flux_minimum.tsv", fluxes},
            {"flux_value_status.tsv", fluxes},
            {"flux_bounds.tsv", tableFrom({"sample", "reaction", "limiting_reaction"})},
            {"flux_genes.tsv", tableFrom({"sample", "reaction", "gene", "gradient"})},
            manifest()};
}

std::vector<FolderFile> trainFiles()
{
    const LooksOurs history = tableFrom({"epoch", "generator_loss"});
    return {{"training_history.tsv", history},
            {"held_out.tsv", tableFrom({"model", "test_pearson_r"})},
            {"bottlenecks.tsv", tableFrom({"sample", "reaction", "training_sample"})},
            {"held_out_by_reaction.tsv", tableFrom({"reaction", "network"})},
            {"split.tsv", tableFrom({"sample", "part"})},
            {"attention.tsv", tableFrom({"pathway", "mean_attention"})},
            {"attention_pairs.tsv", tableFrom({"from_pathway", "to_pathway", "mean_attention"})},
            {"attention_by_sample.tsv", besides(tableFrom({"sample"}), "training_history.tsv", history)},
            {"predicted_flux.tsv", besides(tableFrom({"sample"}), "training_history.tsv", history)},
            manifest()};
}

std::vector<FolderFile> enrichFiles()
{
    return {{"enrichment.csv", tableWith({OraRun().table().header})},
            {"prerank.csv", tableWith({GseaRun().table().header})},
            manifest()};
}

std::vector<FolderFile> runFiles()
{
    std::vector<FolderFile> files = {{"network.pt", savedNetwork()},
                                     {"analyses.tsv", tableFrom({"run", "method", "scenario"})},
                                     {"model_check.tsv", tableFrom({"kind", "id", "name", "finding"})}};
    for (auto step :
         {fluxFiles, trainFiles, explainFiles, enrichFiles, stressFiles, compareFiles, generateFiles})
        append(files, step());
    addFigures(files,
               {"flux*", "training_curves", "prediction*", "pathway_attention*", "enrichment_*", "gsea*"});
    return files;
}

} // namespace pathgan
