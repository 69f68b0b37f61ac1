// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cleantext_p.h"

#include <algorithm>
#include <cstring>

namespace pathgan {

namespace {

constexpr char notUtf8 = '\xFF';

void appendUtf8(unsigned code, std::string &out)
{
    const auto add = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | (code >> 6));
        add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | (code >> 12));
        add(0x80 | ((code >> 6) & 0x3F));
        add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | (code >> 18));
        add(0x80 | ((code >> 12) & 0x3F));
        add(0x80 | ((code >> 6) & 0x3F));
        add(0x80 | (code & 0x3F));
    }
}

} // namespace

void CleanText::choose(bool last)
{
    constexpr std::size_t enough = 64;
    const std::string &start = m_pending;
    if (start.size() < enough && !last)
        return;
    if (start.starts_with("\xEF\xBB\xBF")) {
        m_coding = Coding::Utf8;
        m_pending.erase(0, 3);
    } else if (start.starts_with("\xFF\xFE")) {
        m_coding = Coding::Utf16Little;
        m_pending.erase(0, 2);
    } else if (start.starts_with("\xFE\xFF")) {
        m_coding = Coding::Utf16Big;
        m_pending.erase(0, 2);
    } else {
        // Half of the bytes of western UTF-16 are zeros, all at even or all at odd places.
        std::size_t zeros[2] = {0, 0};
        const std::size_t looked = std::min(start.size(), enough);
        for (std::size_t i = 0; i < looked; ++i)
            zeros[i % 2] += start[i] == '\0' ? 1 : 0;
        const bool many = looked >= 4 && 10 * std::max(zeros[0], zeros[1]) >= 4 * looked;
        if (many && 8 * zeros[0] <= zeros[1])
            m_coding = Coding::Utf16Little;
        else if (many && 8 * zeros[1] <= zeros[0])
            m_coding = Coding::Utf16Big;
        else
            m_coding = Coding::Utf8;
    }
}

void CleanText::add(std::string_view bytes, bool last, std::string &out)
{
    if (m_coding == Coding::Utf8)
        return addUtf8(bytes, out);
    m_pending += bytes;
    if (m_coding == Coding::Unknown)
        choose(last);
    if (m_coding == Coding::Utf8) {
        addUtf8(m_pending, out);
        m_pending.clear();
    } else if (m_coding != Coding::Unknown) {
        addUtf16(last, out);
    }
}

void CleanText::addUtf8(std::string_view bytes, std::string &out)
{
    if (m_afterReturn && bytes.starts_with('\n'))
        bytes.remove_prefix(1);
    if (!bytes.empty())
        m_afterReturn = bytes.back() == '\r';
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\r'), bytes.size());
        out.append(bytes.substr(0, end));
        if (end == bytes.size())
            return;
        out += '\n';
        bytes.remove_prefix(end + 1);
        if (bytes.starts_with('\n'))
            bytes.remove_prefix(1);
    }
}

void CleanText::addUnit(unsigned unit, std::string &out)
{
    const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
    const bool isLow = unit >= 0xDC00 && unit < 0xE000;
    if (m_highHalf != 0 && isLow) {
        appendUtf8(0x10000 + ((m_highHalf - 0xD800) << 10) + (unit - 0xDC00), out);
        m_highHalf = 0;
        return;
    }
    if (m_highHalf != 0 || isLow)
        out += notUtf8;
    m_highHalf = isHigh ? unit : 0;
    if (isHigh || isLow)
        return;
    if (unit == '\n' && m_afterReturn) {
        m_afterReturn = false;
        return;
    }
    m_afterReturn = unit == '\r';
    appendUtf8(unit == '\r' ? '\n' : unit, out);
}

void CleanText::addUtf16(bool last, std::string &out)
{
    const bool little = m_coding == Coding::Utf16Little;
    std::size_t i = 0;
    for (; i + 1 < m_pending.size(); i += 2) {
        const auto first = static_cast<unsigned char>(m_pending[i]);
        const auto second = static_cast<unsigned char>(m_pending[i + 1]);
        addUnit(little ? first | (second << 8U) : (first << 8U) | second, out);
    }
    m_pending.erase(0, i);
    if (last && (!m_pending.empty() || m_highHalf != 0))
        out += notUtf8;
}

} // namespace pathgan
