// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pathgan {

/// Text in UTF-8 with lines that end in LF, made piece by piece from bytes in UTF-8 or UTF-16 with any line
/// ends. The byte order mark is left out; UTF-16 without one is known by its zeros. What is no UTF-16 comes
/// out as a byte that is no UTF-8, so that later checks refuse it.
class CleanText
{
public:
    /// Appends what these bytes give to `out`; `last`: none follow.
    void add(std::string_view bytes, bool last, std::string &out);

private:
    enum class Coding { Unknown, Utf8, Utf16Little, Utf16Big };
    void choose(bool last);
    void addUtf8(std::string_view bytes, std::string &out);
    void addUtf16(bool last, std::string &out);
    void addUnit(unsigned unit, std::string &out);

    Coding m_coding = Coding::Unknown;
    std::string m_pending;      ///< bytes not used yet
    unsigned m_highHalf = 0;    ///< of a surrogate pair
    bool m_afterReturn = false; ///< the last character was CR
};

} // namespace pathgan
