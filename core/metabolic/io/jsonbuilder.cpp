// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/jsonbuilder_p.h"

#include "core/base/text.h"
#include "core/metabolic/io/jsonposition_p.h"
#include "core/metabolic/io/modeltext_p.h"

namespace pathgan {

namespace {

using nlohmann::json;

/// Builds a document; stops at the first fault and at a key that occurs twice.
class Builder : public nlohmann::json_sax<json>
{
public:
    explicit Builder(const std::size_t &count) : m_count(count) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &value) override
    {
        const auto [it, isNew] = m_open.back()->emplace(value, nullptr);
        m_slot = &*it;
        if (isNew)
            return true;
        offset = m_count > value.size() + 2 ? m_count - value.size() - 2 : 0;
        problem = "key twice: " + value.substr(0, 80);
        return false;
    }
    bool parse_error(std::size_t position, const std::string &token,
                     const nlohmann::detail::exception &error) override
    {
        offset = position > 0 ? position - 1 : 0;
        const bool isRange = error.id == 406;
        problem = isRange ? "number out of range: " + token.substr(0, 80) : "JSON syntax";
        if (isRange && offset + 1 >= token.size())
            offset = offset + 1 - token.size();
        return false;
    }

    json root;
    std::size_t offset = 0;
    std::string problem = "JSON syntax";

private:
    json *place(json &&value)
    {
        if (m_open.empty())
            return &(root = std::move(value));
        if (m_open.back()->is_array()) {
            m_open.back()->push_back(std::move(value));
            return &m_open.back()->back();
        }
        return &(*m_slot = std::move(value));
    }
    bool add(json &&value)
    {
        place(std::move(value));
        return true;
    }
    bool open(json &&value)
    {
        m_open.push_back(place(std::move(value)));
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }

    const std::size_t &m_count;
    std::vector<json *> m_open;
    json *m_slot = nullptr; ///< value of the key read last
};

/// Python's bare words for infinity become texts of the same length; the place of a bare NaN, or npos.
std::size_t replaceInfinity(std::string &text)
{
    constexpr std::string_view infinity = "Infinity";
    bool isString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isString) {
            if (c == '\\')
                ++at;
            isString = c != '"';
            continue;
        }
        isString = c == '"';
        if (c == 'N' && text.compare(at, 3, "NaN") == 0)
            return at;
        if (c != 'I' || text.compare(at, infinity.size(), infinity) != 0)
            continue;
        const bool isNegative = at > 0 && text[at - 1] == '-';
        if (isNegative)
            text.replace(at - 1, infinity.size() + 1, "\"-inf\"   ");
        else
            text.replace(at, infinity.size(), "\"inf\"   ");
        at += infinity.size() - 1;
    }
    return std::string::npos;
}

} // namespace

Result<json> parseJsonModel(std::string text, const std::string &path)
{
    const auto error = [&](std::size_t offset, const std::string &what) {
        return Error{ErrorCode::BadModel, textPosition(text, offset, path) + ": " + what};
    };
    if (const std::size_t nan = replaceInfinity(text); nan != std::string::npos)
        return error(nan, "NaN is not a number");
    std::size_t count = 0;
    Builder builder(count);
    const char *begin = text.data();
    const bool isFine =
        json::sax_parse(CountedText(begin, &count), CountedText(begin + text.size(), &count), &builder);
    if (!isFine)
        return error(builder.offset, builder.problem);
    return std::move(builder.root);
}

} // namespace pathgan
