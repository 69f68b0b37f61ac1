// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace pathgan {

/// Characters of a JSON text, counted as its parser takes them: its events do not tell where they are.
class CountedText
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountedText(const char *at, std::size_t *read) : m_at(at), m_read(read) {}
    reference operator*() const { return *m_at; }
    CountedText &operator++()
    {
        ++m_at;
        ++*m_read;
        return *this;
    }
    CountedText operator++(int)
    {
        CountedText before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountedText &other) const { return m_at == other.m_at; }

private:
    const char *m_at;
    std::size_t *m_read;
};

/// Where the element of a list of the top-level object begins in a valid JSON text; 0: not found.
std::size_t jsonElementOffset(std::string_view text, std::string_view list, std::size_t index);

} // namespace pathgan
