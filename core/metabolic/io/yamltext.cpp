// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/yamltext_p.h"

#include "core/base/text.h"
#include "core/metabolic/io/jsonreader_p.h"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace pathgan {

namespace {

using nlohmann::json;
using YAML::Mark;

constexpr std::size_t mostAliased = 1'000'000; // characters that aliases repeat

/// A document in YAML, and where the elements of its top-level lists begin.
struct YamlDocument
{
    nlohmann::json root; ///< scalars are texts but for null; ordered maps are objects
    std::unordered_map<std::string, std::vector<std::size_t>> lines, columns; ///< by list, from 1
};

/// What yaml-cpp does not refuse, as it would.
[[noreturn]] void refuse(const Mark &mark, const std::string &what)
{
    throw YAML::ParserException(mark, what);
}

/// A plain scalar; all but null stay texts, with infinity and NaN spelled as elsewhere.
json plainValue(const std::string &text)
{
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return nullptr;
    const std::string upper = toUpper(text);
    if (upper == ".INF" || upper == "+.INF")
        return "inf";
    if (upper == "-.INF")
        return "-inf";
    return upper == ".NAN" ? json("nan") : json(text);
}

/// Builds a document from yaml-cpp's events. An ordered map is a list of maps of one entry each.
class Builder : public YAML::EventHandler
{
public:
    void OnDocumentStart(const Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const Mark &mark, YAML::anchor_t anchor) override { add(mark, nullptr, anchor); }
    void OnAlias(const Mark &mark, YAML::anchor_t anchor) override
    {
        const auto it = m_anchored.find(anchor);
        if (it == m_anchored.end())
            refuse(mark, "alias of what is not finished");
        m_aliased += it->second.dump().size();
        if (m_aliased > mostAliased)
            refuse(mark, "too many aliases");
        add(mark, it->second, 0);
    }
    void OnScalar(const Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        if (!isValidUtf8(value))
            refuse(mark, "not UTF-8");
        add(mark, tag == "?" ? plainValue(value) : json(value), anchor);
    }
    void OnSequenceStart(const Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        const bool isOrdered = tag == "tag:yaml.org,2002:omap" || tag == "!omap";
        open(mark, isOrdered ? Kind::OrderedMap : Kind::Sequence, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        const bool isEntry = !m_open.empty() && m_open.back().kind == Kind::OrderedMap;
        open(mark, isEntry ? Kind::Entry : Kind::Map, anchor);
    }
    void OnMapEnd() override { close(); }

    YamlDocument document;

private:
    enum class Kind { Sequence, Map, OrderedMap, Entry };
    struct Frame
    {
        Kind kind;
        Mark mark;
        YAML::anchor_t anchor;
        json value;
        std::optional<std::string> key; ///< read, its value not yet
    };

    /// The key of the top-level list that is open; nullptr: none, or something deeper.
    const std::string *openList() const
    {
        const bool isOrdered = !m_open.empty() && m_open.front().kind == Kind::OrderedMap;
        if (m_open.size() != (isOrdered ? 3u : 2u) || m_open.back().kind != Kind::Sequence)
            return nullptr;
        const Frame &parent = m_open[m_open.size() - 2];
        return parent.key ? &*parent.key : nullptr;
    }
    void notePlace(const Mark &mark)
    {
        if (const std::string *list = openList()) {
            document.lines[*list].push_back(static_cast<std::size_t>(mark.line) + 1);
            document.columns[*list].push_back(static_cast<std::size_t>(mark.column) + 1);
        }
    }

    void open(const Mark &mark, Kind kind, YAML::anchor_t anchor)
    {
        notePlace(mark);
        m_open.push_back({kind, mark, anchor, kind == Kind::Sequence ? json::array() : json::object(), {}});
    }
    void close()
    {
        Frame frame = std::move(m_open.back());
        m_open.pop_back();
        if (frame.kind == Kind::Entry) {
            for (auto &item : frame.value.items())
                insert(frame.mark, item.key(), std::move(item.value()));
            return;
        }
        place(frame.mark, std::move(frame.value), frame.anchor);
    }
    void add(const Mark &mark, json value, YAML::anchor_t anchor)
    {
        notePlace(mark);
        place(mark, std::move(value), anchor);
    }

    void insert(const Mark &mark, const std::string &key, json &&value)
    {
        if (!m_open.back().value.emplace(key, std::move(value)).second)
            refuse(mark, "key twice: " + key.substr(0, 80));
    }
    void place(const Mark &mark, json &&value, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            m_anchored[anchor] = value;
        if (m_open.empty()) {
            document.root = std::move(value);
            return;
        }
        Frame &frame = m_open.back();
        if (frame.kind == Kind::OrderedMap)
            refuse(mark, "not an entry of an ordered map");
        if (frame.kind == Kind::Sequence) {
            frame.value.push_back(std::move(value));
        } else if (!frame.key) {
            if (!value.is_string() && !value.is_null())
                refuse(mark, "key is not a text");
            frame.key = value.is_null() ? std::string() : value.get<std::string>();
        } else {
            const std::string key = *std::exchange(frame.key, std::nullopt);
            insert(mark, key, std::move(value));
        }
    }

    std::vector<Frame> m_open;
    std::unordered_map<YAML::anchor_t, json> m_anchored;
    std::size_t m_aliased = 0;
};

/// A list of maps of one entry each, as RAVEN writes where it leaves the tag out, as one map.
void mergeEntries(json &value)
{
    const bool isList = value.is_array() && !value.empty() &&
                        std::all_of(value.begin(), value.end(),
                                    [](const json &one) { return one.is_object() && one.size() == 1; });
    if (!isList)
        return;
    json merged = json::object();
    for (json &one : value) {
        if (!merged.emplace(one.begin().key(), std::move(one.begin().value())).second)
            return;
    }
    value = std::move(merged);
}

void mergeOrderedMaps(json &root)
{
    mergeEntries(root);
    for (const char *list : {"reactions", "metabolites", "genes"}) {
        if (!root.is_object() || !root.contains(list) || !root[list].is_array())
            continue;
        for (json &element : root[list]) {
            mergeEntries(element);
            for (const char *key : {"metabolites", "annotation"}) {
                if (element.is_object() && element.contains(key))
                    mergeEntries(element[key]);
            }
        }
    }
    if (root.is_object() && root.contains("compartments"))
        mergeEntries(root["compartments"]);
}

/// BadModel with line and column for anything that is no YAML, a key that occurs twice and absurd aliases.
Result<YamlDocument> parseYaml(const std::string &text, const std::string &path)
{
    Builder builder;
    std::istringstream stream(text);
    // yaml-cpp reports what is wrong with a text only by throwing
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const YAML::Exception &error) {
        const std::string line = std::to_string(error.mark.line + 1);
        return Error{ErrorCode::BadModel,
                     path + ":" + line + ":" + std::to_string(error.mark.column + 1) + ": " + error.msg};
    }
    mergeOrderedMaps(builder.document.root);
    return std::move(builder.document);
}

} // namespace

Result<MetabolicModel> readCobraYaml(const std::string &text, const std::string &path,
                                     const TaskContext &context)
{
    const Result<YamlDocument> document = parseYaml(text, path);
    if (!document)
        return document.error();
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, path};
    const auto place = [&](const char *list, std::size_t index) {
        const auto lines = document->lines.find(list), columns = document->columns.find(list);
        if (lines == document->lines.end() || index >= lines->second.size())
            return path + ":1:1";
        return path + ":" + std::to_string(lines->second[index]) + ":" +
               std::to_string(columns->second[index]);
    };
    return readCobraDocument(document->root, path, place, context);
}

bool looksLikeCobraYaml(std::string_view start)
{
    const auto hasLine = [&](std::string_view key) {
        for (std::size_t at = 0; (at = start.find(key, at)) != std::string_view::npos; ++at) {
            std::string_view before = start.substr(0, at);
            before.remove_prefix(before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1);
            const bool isKey = before.empty() || before == "- " || before == "\"" || before == "- \"";
            if (isKey && start.substr(at + key.size()).find_first_of(":") <= 1)
                return true;
        }
        return false;
    };
    return hasLine("metabolites") || hasLine("metaData") || (hasLine("reactions") && hasLine("genes"));
}

} // namespace pathgan
