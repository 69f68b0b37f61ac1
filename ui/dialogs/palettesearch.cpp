// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/palettesearch.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace pathgan {

namespace {

constexpr int none = -1, letterPoints = 16, startPoints = 10, runPoints = 12, wholePoints = 200,
              beginPoints = 60, gapCost = 1, mostGapCost = 12, detailCost = 30, recentPoints = 40;

std::uint64_t bitOf(char16_t c)
{
    if (c >= u'a' && c <= u'z')
        return std::uint64_t(1) << (c - u'a');
    if (c >= u'0' && c <= u'9')
        return std::uint64_t(1) << (26 + c - u'0');
    return std::uint64_t(1) << (36 + c % 28);
}

std::uint64_t lettersOf(const char16_t *text, std::size_t length)
{
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < length; ++i)
        letters |= bitOf(text[i]);
    return letters;
}

bool isLetter(char16_t c)
{
    return QChar(c).isLetterOrNumber();
}

bool startsWord(const char16_t *text, std::size_t i)
{
    return i == 0 || !isLetter(text[i - 1]) ||
           (QChar(text[i]).isDigit() != QChar(text[i - 1]).isDigit() && isLetter(text[i]));
}

/// Places of the shortest match that ends where the first one ends, found backwards.
bool match(const char16_t *text, std::size_t length, const std::u16string &word, std::vector<int> &places)
{
    std::size_t at = 0, end = 0;
    for (end = 0; end < length && at < word.size(); ++end)
        at += text[end] == word[at] ? 1 : 0;
    if (at < word.size())
        return false;
    places.assign(word.size(), 0);
    for (std::size_t i = end; i-- > 0 && at > 0;) {
        if (text[i] == word[at - 1])
            places[--at] = static_cast<int>(i);
    }
    return true;
}

std::u16string folded(const QString &text)
{
    return text.toCaseFolded().toStdU16String();
}

} // namespace

int fuzzyScore(const char16_t *text, std::size_t length, const std::u16string &word)
{
    if (word.empty() || word.size() > length)
        return word.empty() ? 0 : none;
    // A run of letters anywhere is better than the first that comes scattered.
    const std::u16string_view whole(text, length);
    for (std::size_t from = whole.find(word); from != std::u16string_view::npos;) {
        int points = static_cast<int>(word.size()) * (letterPoints + runPoints);
        points += from == 0 ? beginPoints + (word.size() == length ? wholePoints : 0) : 0;
        if (from == 0 || startsWord(text, from))
            return points + startPoints * 2;
        const std::size_t next = whole.find(word, from + 1);
        if (next == std::u16string_view::npos)
            return points;
        from = next;
    }
    static thread_local std::vector<int> places;
    if (!match(text, length, word, places))
        return none;
    int points = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto place = static_cast<std::size_t>(places[i]);
        points += letterPoints + (startsWord(text, place) ? startPoints : 0);
        if (i > 0) {
            const int gap = places[i] - places[i - 1] - 1;
            points += gap == 0 ? runPoints : -std::min(gap * gapCost, mostGapCost);
        }
    }
    return std::max(points, 0);
}

std::vector<int> fuzzyPlaces(const QString &text, const QString &word)
{
    const std::u16string hay = folded(text), needle = folded(word);
    std::vector<int> places;
    if (needle.empty() || hay.size() != static_cast<std::size_t>(text.size()))
        return places;
    if (const std::size_t run = hay.find(needle); run != std::u16string::npos) {
        for (std::size_t i = 0; i < needle.size(); ++i)
            places.push_back(static_cast<int>(run + i));
        return places;
    }
    if (!match(hay.data(), hay.size(), needle, places))
        places.clear();
    return places;
}

QString PaletteEntry::id() const
{
    return QString::number(static_cast<int>(kind)) + QLatin1Char('\t') + name + QLatin1Char('\t') + detail;
}

void PaletteSearch::setEntries(std::vector<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    m_texts.clear();
    m_folded.clear();
    m_recent.clear();
    m_texts.reserve(m_entries.size());
    for (const PaletteEntry &entry : m_entries) {
        Text text;
        text.begin = m_folded.size();
        m_folded += folded(entry.name);
        text.name = m_folded.size();
        if (!entry.detail.isEmpty())
            m_folded += u' ' + folded(entry.detail);
        text.end = m_folded.size();
        text.letters = lettersOf(m_folded.data() + text.begin, text.end - text.begin);
        m_texts.push_back(text);
    }
}

void PaletteSearch::setRecent(const std::vector<QString> &ids)
{
    m_recent.clear();
    QHash<QString, int> places;
    for (std::size_t i = 0; i < ids.size(); ++i)
        places.insert(ids[i], static_cast<int>(i));
    QHash<QString, int> names; // most entries are passed over by their name alone
    for (const QString &id : ids)
        names.insert(id.section(QLatin1Char('\t'), 1, 1), 0);
    std::vector<std::pair<int, int>> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!names.contains(m_entries[i].name))
            continue;
        if (const auto place = places.constFind(m_entries[i].id()); place != places.constEnd())
            found.emplace_back(*place, static_cast<int>(i));
    }
    std::sort(found.begin(), found.end());
    for (const auto &[place, entry] : found)
        m_recent.push_back(entry);
}

int PaletteSearch::recentBonus(int entry) const
{
    const auto found = std::find(m_recent.begin(), m_recent.end(), entry);
    return found == m_recent.end()
               ? 0
               : std::max(recentPoints / 2, recentPoints - static_cast<int>(found - m_recent.begin()));
}

/// In the name, or at some cost in name and detail.
int PaletteSearch::score(const Text &text, const std::u16string &word) const
{
    const char16_t *begin = m_folded.data() + text.begin;
    const int name = fuzzyScore(begin, text.name - text.begin, word);
    if (text.name == text.end)
        return name;
    const int all = fuzzyScore(begin, text.end - text.begin, word);
    return std::max(name, all < 0 ? none : std::max(0, all - detailCost));
}

std::vector<int> PaletteSearch::find(const QString &query, int most) const
{
    std::vector<std::u16string> words;
    std::uint64_t letters = 0;
    for (const QString &word : query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        words.push_back(folded(word));
        letters |= lettersOf(words.back().data(), words.back().size());
    }
    std::vector<int> found;
    if (words.empty()) {
        found = m_recent;
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            if (m_entries[i].kind <= PaletteKind::Panel &&
                std::find(m_recent.begin(), m_recent.end(), static_cast<int>(i)) == m_recent.end())
                found.push_back(static_cast<int>(i));
        found.resize(std::min(found.size(), static_cast<std::size_t>(most)));
        return found;
    }
    struct Hit
    {
        int points, entry;
    };
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        if ((m_texts[i].letters & letters) != letters)
            continue;
        int points = 0;
        for (const std::u16string &word : words) {
            const int of = score(m_texts[i], word);
            points = of < 0 ? none : points + of;
            if (of < 0)
                break;
        }
        if (points >= 0)
            hits.push_back({points + recentBonus(static_cast<int>(i)), static_cast<int>(i)});
    }
    const auto better = [this](const Hit &a, const Hit &b) {
        if (a.points != b.points)
            return a.points > b.points;
        const PaletteEntry &x = m_entries[std::size_t(a.entry)], &y = m_entries[std::size_t(b.entry)];
        if (x.name.size() != y.name.size())
            return x.name.size() < y.name.size();
        return x.kind != y.kind ? x.kind < y.kind : a.entry < b.entry;
    };
    const std::size_t kept = std::min(hits.size(), static_cast<std::size_t>(most));
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(), better);
    for (std::size_t i = 0; i < kept; ++i)
        found.push_back(hits[i].entry);
    return found;
}

} // namespace pathgan
