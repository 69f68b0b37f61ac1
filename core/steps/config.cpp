// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/config.h"

#include "core/base/optionentries.h"
#include "core/base/optionjson.h"
#include "core/data/textsource.h"
#include "core/metabolic/io/jsondocument.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace pathgan {

namespace {

using Json = nlohmann::ordered_json;

void resolvePaths(InputPaths &paths, const std::filesystem::path &folder)
{
    const OptionsRef all(paths);
    for (const OptionField &field : InputPaths::table().fields()) {
        const auto path = std::get<std::string>(all.value(field));
        if (!path.empty() && std::filesystem::path(path).is_relative())
            field.set(&paths, (folder / path).lexically_normal().string());
    }
}

/// The key that an error's detail starts with.
std::string keyOf(const Error &error)
{
    return error.detail.substr(0, error.detail.find(':'));
}

} // namespace

const OptionTable &InputPaths::table()
{
    using O = InputPaths;
    static const OptionTable all = {
        option("expression", &O::expression, "path", "expression matrix (Xena TSV, CSV, GCT; may be gzip)"),
        option("clinical", &O::clinical, "path", "clinical table (Xena clinicalMatrix)"),
        option("model", &O::model, "path", "metabolic model (SBML, COBRA JSON or YAML, MATLAB)"),
        option("gene_sets", &O::geneSets, "path", "gene sets (GMT, GMX, GRP)"),
        option("interactions", &O::interactions, "path", "interaction network (two columns, STRING links)"),
        option("gene_map", &O::geneMap, "path",
               "gene map with columns symbol and entrez_gene_id; replaces the built-in table"),
        option("concepts", &O::concepts, "path", "table of what the model calls something"),
    };
    return all;
}

const OptionTable &AnalysisConfig::table()
{
    static const OptionTable all = {nested(&AnalysisConfig::paths), nested(&AnalysisConfig::options)};
    return all;
}

namespace {

/// What follows from others: the SHAP draws have the seed of the network unless one is given.
void completeOptions(AnalysisConfig &config, const std::vector<std::string> &given)
{
    if (std::find(given.begin(), given.end(), "shap_seed") == given.end())
        config.options.explain.shap.seed = config.options.gan.seed;
}

/// The keys that --set names, in the order of the table: a preset comes before the fields that it sets.
Result<std::vector<std::string>> applyAssignments(AnalysisConfig &config,
                                                  const std::vector<std::string> &assignments)
{
    std::vector<std::string> given;
    for (const OptionField &field : AnalysisConfig::table().fields())
        for (const std::string &assignment : assignments) {
            if (assignment.substr(0, assignment.find('=')) != field.key)
                continue;
            const std::size_t equals = assignment.find('=');
            if (equals == std::string::npos)
                return Error{ErrorCode::InvalidOption, "--set " + assignment + ", not key=value"};
            const Result<void> set = OptionsRef(config).setText(field.key, assignment.substr(equals + 1));
            if (!set)
                return Error{set.error().code, "--set " + set.error().detail};
            given.push_back(field.key);
        }
    for (const std::string &assignment : assignments) {
        const std::string key = assignment.substr(0, assignment.find('='));
        if (std::find(given.begin(), given.end(), key) == given.end())
            return Error{ErrorCode::UnknownName, "--set " + key};
    }
    return given;
}

} // namespace

Result<void> setOptions(AnalysisConfig &config, const std::vector<std::string> &assignments)
{
    const Result<std::vector<std::string>> given = applyAssignments(config, assignments);
    if (!given)
        return given.error();
    completeOptions(config, *given);
    return config.options.check();
}

Result<void> changeOptions(AnalysisConfig &config, const std::vector<std::string> &assignments,
                           std::vector<std::string> *named)
{
    const bool followed = config.options.explain.shap.seed == config.options.gan.seed;
    const Result<std::vector<std::string>> given = applyAssignments(config, assignments);
    if (!given)
        return given.error();
    if (followed)
        completeOptions(config, *given);
    if (named)
        *named = *given;
    return config.options.check();
}

Result<AnalysisConfig> readAnalysisConfig(const std::filesystem::path &path,
                                          const std::vector<std::string> &assignments)
{
    const Result<std::string> content = readWholeText(path);
    if (!content)
        return content.error();
    const Result<JsonDocument> read = JsonDocument::parse(*content, path.string());
    if (!read)
        return read.error();
    const Json &json = read->root();
    if (!json.is_object())
        return Error{ErrorCode::UnknownFormat, read->place({}) + ": not a JSON object"};
    for (const auto &[name, value] : json.items())
        if (!AnalysisConfig::table().find(name))
            return Error{ErrorCode::UnknownName, read->place({name}) + ": " + name};
    AnalysisConfig config;
    std::vector<std::string> given;
    for (const OptionField &field : AnalysisConfig::table().fields()) {
        const auto it = json.find(field.key);
        if (it == json.end())
            continue;
        const std::optional<OptionValue> value = optionFromJson(*it, field);
        if (!value || !field.accepts(*value))
            return Error{ErrorCode::InvalidOption, read->place({field.key}) + ": " + field.key + ": " +
                                                       it->dump() + ", not " + field.type()};
        field.set(&config, *value);
        given.push_back(field.key);
    }
    resolvePaths(config.paths, std::filesystem::absolute(path).parent_path());
    const Result<std::vector<std::string>> assigned = applyAssignments(config, assignments);
    if (!assigned)
        return assigned.error();
    given.insert(given.end(), assigned->begin(), assigned->end());
    completeOptions(config, given);
    if (const Result<void> checked = config.options.check(); !checked)
        return Error{checked.error().code,
                     read->place({keyOf(checked.error())}) + ": " + checked.error().detail};
    return config;
}

} // namespace pathgan
