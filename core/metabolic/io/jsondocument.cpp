// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/jsondocument.h"

#include "core/metabolic/io/jsonposition_p.h"
#include "core/metabolic/io/modeltext_p.h"

#include <algorithm>
#include <utility>

namespace pathgan {

namespace {

using Json = nlohmann::ordered_json;

/// Where each value of a JSON text stands, by its keys and indices.
class ValueFinder : public nlohmann::json_sax<Json>
{
public:
    ValueFinder(const std::string &text, const std::size_t &read, std::size_t deepest)
        : m_text(text), m_read(read), m_deepest(deepest)
    {}

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t &) override { return value(); }
    bool string(string_t &) override { return value(); }
    bool binary(binary_t &) override { return value(); }
    bool start_object(std::size_t) override { return start(); }
    bool start_array(std::size_t) override { return start(); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t &name) override
    {
        m_path.back() = '\n' + name;
        if (!offsetOf.emplace(path(), tokenStart()).second) {
            duplicate = name;
            failedAt = tokenStart();
            return false;
        }
        m_end = m_read;
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        failedAt = position > 0 ? position - 1 : 0;
        return false;
    }

    std::map<std::string, std::size_t> offsetOf; ///< of the key where there is one
    std::size_t failedAt = 0;
    std::string duplicate;

private:
    std::string path() const
    {
        std::string joined;
        for (const std::string &step : m_path)
            joined += step;
        return joined;
    }
    std::size_t tokenStart() const
    {
        return std::min(m_text.find_first_not_of(" \t\r\n,:", m_end), m_text.size());
    }
    bool value()
    {
        if (!m_path.empty() && m_inArray.back())
            m_path.back() = '\n' + std::to_string(m_index.back()++);
        offsetOf.emplace(path(), tokenStart());
        m_end = m_read;
        return true;
    }
    bool start()
    {
        value();
        m_path.emplace_back();
        m_inArray.push_back(m_text[m_read - 1] == '[');
        m_index.push_back(0);
        failedAt = m_read - 1;
        return m_path.size() < m_deepest;
    }
    bool end()
    {
        m_path.pop_back();
        m_inArray.pop_back();
        m_index.pop_back();
        m_end = m_read;
        return true;
    }

    const std::string &m_text;
    const std::size_t &m_read;
    const std::size_t m_deepest;
    std::size_t m_end = 0; ///< of the token before
    std::vector<std::string> m_path;
    std::vector<bool> m_inArray;
    std::vector<std::size_t> m_index;
};

} // namespace

Result<JsonDocument> JsonDocument::parse(std::string text, std::string path, std::size_t deepest)
{
    JsonDocument json;
    json.m_text = std::move(text);
    json.m_path = std::move(path);
    if (json.m_text.starts_with("\xEF\xBB\xBF"))
        json.m_text.erase(0, 3);
    std::size_t read = 0;
    ValueFinder finder(json.m_text, read, deepest);
    const char *start = json.m_text.data();
    const CountedText begin{start, &read}, end{start + json.m_text.size(), &read};
    if (!Json::sax_parse(begin, end, &finder)) {
        const std::string place =
            textPosition(json.m_text, std::min(finder.failedAt, json.m_text.size()), json.m_path);
        if (!finder.duplicate.empty())
            return Error{ErrorCode::DuplicateName, place + ": " + finder.duplicate};
        return Error{ErrorCode::UnknownFormat, place + ": JSON"};
    }
    json.m_offsetOf = std::move(finder.offsetOf);
    json.m_root = Json::parse(json.m_text, nullptr, false);
    return json;
}

std::string JsonDocument::place(const std::vector<std::string> &keys) const
{
    std::string joined;
    for (const std::string &key : keys)
        joined += '\n' + key;
    const auto it = m_offsetOf.find(joined);
    return textPosition(m_text, it == m_offsetOf.end() ? 0 : it->second, m_path);
}

} // namespace pathgan
