// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/data/clinical.h"
#include "core/data/decimal_p.h"
#include "core/data/expressiontable_p.h"
#include "core/data/texttable.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace pathgan {

namespace {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();

/// Where a field ends: at the separator or at the end of its line.
const char *fieldEnd(const char *p, const char *lineEnd, char separator)
{
    if (*p == '"') {
        const char *quote = p + 1;
        while (quote < lineEnd && !(*quote == '"' && quote[1] != '"'))
            quote += *quote == '"' ? 2 : 1;
        if (quote < lineEnd)
            p = quote;
    }
    const auto *end =
        static_cast<const char *>(std::memchr(p, separator, static_cast<std::size_t>(lineEnd - p)));
    return end ? end : lineEnd;
}

/// Any finite number a float can hold; one that is too small is 0.
bool parseAnyFloat(std::string_view text, float &value)
{
    const std::optional<double> number = parseNumber(text);
    if (!number || !std::isfinite(*number))
        return false;
    if (text.front() == '+')
        text.remove_prefix(1);
    float exact = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), exact);
    if (result.ec == std::errc::result_out_of_range) {
        if (std::fabs(*number) > 1)
            return false;
        exact = 0;
    }
    value = exact;
    return true;
}

bool parseCommaFloat(std::string_view text, float &value)
{
    if (text.find('.') != std::string_view::npos)
        return false;
    std::string point(text);
    std::replace(point.begin(), point.end(), ',', '.');
    return parseAnyFloat(point, value);
}

class ChunkParser
{
public:
    ChunkParser(std::string_view text, const TableLayout &layout)
        : m_layout(layout), m_p(text.data()), m_end(text.data() + text.size())
    {
        m_chunk.values.reserve(text.size() / 6);
    }

    TableChunk parse()
    {
        while (m_p < m_end) {
            m_lineEnd =
                static_cast<const char *>(std::memchr(m_p, '\n', static_cast<std::size_t>(m_end - m_p)));
            if (!m_lineEnd)
                m_lineEnd = m_end;
            const char *next = m_lineEnd < m_end ? m_lineEnd + 1 : m_end;
            ++m_chunk.lineCount;
            const std::string_view line(m_p, static_cast<std::size_t>(m_lineEnd - m_p));
            if (!trimmed(line).empty() && !((line[0] == '#' || line[0] == '!') && isInnerComment(line)))
                parseRow();
            m_p = next;
        }
        return std::move(m_chunk);
    }

private:
    void parseRow()
    {
        const std::size_t first = m_chunk.values.size();
        const std::size_t columns = m_layout.columns.size();
        bool ended = !parseNames();
        m_chunk.values.resize(first + columns, missing);
        float *values = m_chunk.values.data() + first;
        std::size_t column = 0;
        while (!ended && column < columns) {
            const char *end = m_layout.decimalComma ? nullptr : parsePlainFloat(m_p, values[column]);
            if (!end || (*end != m_layout.separator && end != m_lineEnd))
                end = parseSlowly(values[column], column);
            ++column;
            ended = end == m_lineEnd;
            m_p = end + (ended ? 0 : 1);
        }
        std::size_t fields = m_layout.nameFields + column;
        bool blankTail = true;
        for (; !ended; ++fields) {
            const char *end = fieldEnd(m_p, m_lineEnd, m_layout.separator);
            blankTail = blankTail && trimmed({m_p, static_cast<std::size_t>(end - m_p)}).empty();
            ended = end == m_lineEnd;
            m_p = end + (ended ? 0 : 1);
        }
        const bool ragged = fields != m_layout.nameFields + columns + m_layout.rowTail || !blankTail;
        if (ragged)
            m_chunk.report.add(ProblemKind::RaggedRow, m_chunk.lineCount, 0, std::to_string(fields));
        m_chunk.ragged.push_back(ragged);
    }

    /// False when the line ends before the first value.
    bool parseNames()
    {
        bool more = true;
        for (std::size_t field = 0; field < m_layout.nameFields && more; ++field) {
            const char *end = fieldEnd(m_p, m_lineEnd, m_layout.separator);
            if (field == 0)
                addName(unquoted(trimmed({m_p, static_cast<std::size_t>(end - m_p)})));
            more = end < m_lineEnd;
            m_p = end + (more ? 1 : 0);
        }
        return more;
    }

    void addName(std::string name)
    {
        if (!isValidUtf8(name))
            m_chunk.report.add(ProblemKind::NotUtf8, m_chunk.lineCount, 1, name);
        else if (name.empty())
            m_chunk.report.add(ProblemKind::EmptyName, m_chunk.lineCount, 1, name);
        m_chunk.names.push_back(std::move(name));
        m_chunk.lines.push_back(m_chunk.lineCount);
    }

    /// A field that is no plain decimal; returns its end.
    const char *parseSlowly(float &value, std::size_t column)
    {
        const char *end = fieldEnd(m_p, m_lineEnd, m_layout.separator);
        const std::string_view raw = trimmed({m_p, static_cast<std::size_t>(end - m_p)});
        const std::string quoted = raw.starts_with('"') ? std::string(trimmed(unquoted(raw))) : std::string();
        const std::string_view field = raw.starts_with('"') ? std::string_view(quoted) : raw;
        if (!field.empty() &&
            (m_layout.decimalComma ? parseCommaFloat(field, value) : parseAnyFloat(field, value)))
            return end;
        value = missing;
        const std::size_t number = m_layout.nameFields + 1 + column;
        m_chunk.report.add(isMissingToken(field) ? ProblemKind::MissingValue : ProblemKind::NotANumber,
                           m_chunk.lineCount, number, field);
        return end;
    }

    const TableLayout &m_layout;
    const char *m_p;
    const char *m_end;
    const char *m_lineEnd = nullptr;
    TableChunk m_chunk;
};

} // namespace

TableChunk parseChunk(std::string_view text, const TableLayout &layout)
{
    return ChunkParser(text, layout).parse();
}

} // namespace pathgan
