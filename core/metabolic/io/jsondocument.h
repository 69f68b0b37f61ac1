// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace pathgan {

/// A JSON text of the user's, and where each of its values stands, for messages. A byte order mark before it
/// is skipped.
class JsonDocument
{
public:
    /// path: for messages. UnknownFormat where it is no JSON (numbers that no double holds are none) or
    /// nested deeper than `deepest`, DuplicateName for a key that occurs twice in one object; with line and
    /// column.
    static Result<JsonDocument> parse(std::string text, std::string path, std::size_t deepest = 20);

    const nlohmann::ordered_json &root() const { return m_root; }
    /// "path:line:column" (from 1) of the value of these keys, of its key where it has one; of the whole
    /// where there is none. Elements of arrays go by their index.
    std::string place(const std::vector<std::string> &keys) const;

private:
    JsonDocument() = default;

    std::string m_text, m_path;
    std::map<std::string, std::size_t> m_offsetOf;
    nlohmann::ordered_json m_root;
};

} // namespace pathgan
