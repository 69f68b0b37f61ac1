// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace pathgan {

/// What the command palette can offer, in the order of equals.
enum class PaletteKind { Action, Panel, Setting, Pathway, Reaction, Gene, Metabolite, Sample };

struct PaletteEntry
{
    PaletteKind kind = PaletteKind::Action;
    QString name;      ///< shown, searched
    QString detail;    ///< beside it, searched, too: menu, panel, name of a reaction
    QString keys = {}; ///< shortcut
    int command = -1;  ///< of an action, panel or setting
    bool enabled = true;

    /// Across sessions: kind, name and detail.
    QString id() const;
};

/// Entries by fuzzy search: every word of a query must be in name or detail as a subsequence; whole names,
/// beginnings, beginnings of words and runs of letters count most, recent entries more than others.
class PaletteSearch
{
public:
    void setEntries(std::vector<PaletteEntry> entries);
    const std::vector<PaletteEntry> &entries() const { return m_entries; }
    /// Ids, the latest first.
    void setRecent(const std::vector<QString> &ids);
    /// Indices, best first, at most that many. An empty query: recent entries, then actions and panels.
    std::vector<int> find(const QString &query, int most) const;

private:
    struct Text
    {
        std::uint64_t letters = 0; ///< which occur: one bit a letter, to pass over most entries at once
        std::size_t begin = 0, name = 0, end = 0; ///< in m_folded; name: its end
    };
    int score(const Text &text, const std::u16string &word) const;
    int recentBonus(int entry) const;

    std::vector<PaletteEntry> m_entries;
    std::vector<Text> m_texts;
    std::u16string m_folded;
    std::vector<int> m_recent; ///< entries, the latest first
};

/// How well a case-folded word is a subsequence of a text: higher is better; negative: it is none.
int fuzzyScore(const char16_t *text, std::size_t length, const std::u16string &word);
/// Where its letters are, for emphasis; empty: it is none.
std::vector<int> fuzzyPlaces(const QString &text, const QString &word);

} // namespace pathgan
