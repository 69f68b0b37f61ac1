#pragma once

#include "core/base/result.h"
#include "core/metabolic/io/modelreader_p.h"

#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace pathgan {

/// A JSON text as Python writes it: a bare Infinity or -Infinity becomes the text "inf" or "-inf". Anything
/// else that is no JSON, NaN and a key that occurs twice are BadModel with line and column.
Result<nlohmann::json> parseJsonModel(std::string text, const std::string &path);

/// A document in YAML, and where the elements of its top-level lists begin.
struct YamlDocument
{
    nlohmann::json root; ///< scalars are texts but for null; ordered maps are objects
    std::unordered_map<std::string, std::vector<std::size_t>> lines, columns; ///< by list, from 1
};
/// BadModel with line and column for anything that is no YAML, a key that occurs twice and absurd aliases.
Result<YamlDocument> parseYaml(const std::string &text, const std::string &path);

/// Where an element of a top-level list begins: "path:line:column".
using ElementPlace = std::function<std::string(const char *list, std::size_t index)>;
/// A model from a document with the keys of COBRA JSON. Of YAML documents, ordered maps are given as objects.
Result<MetabolicModel> readCobraDocument(const nlohmann::json &document, const std::string &path,
                                         const ElementPlace &place, const TaskContext &context);

} // namespace pathgan
