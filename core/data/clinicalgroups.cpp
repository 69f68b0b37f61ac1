// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clinicalgroups.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace pathgan {

namespace {

constexpr double largestExact = 9007199254740992.0; ///< beyond 2^53 two ids could be one double

/// Blanks around it dropped, runs of blanks inside it one; a no-break space is a blank, what has no width is
/// nothing.
std::string plainText(std::string_view value)
{
    std::string text;
    while (!value.empty()) {
        if (const std::size_t unseen = widthlessAt(value); unseen > 0) {
            value.remove_prefix(unseen);
            continue;
        }
        const std::size_t other = otherBlankAt(value);
        if (other == 0 && value[0] != ' ' && !(value[0] >= '\t' && value[0] <= '\r'))
            text += value[0];
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
        value.remove_prefix(std::max<std::size_t>(other, 1));
    }
    if (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

/// Words and their initials in columns that hold nothing else: Y stands for YES there.
const std::array<std::map<std::string, std::string>, 2> twoWords = {
    {{{"YES", "YES"}, {"Y", "YES"}, {"NO", "NO"}, {"N", "NO"}},
     {{"TRUE", "TRUE"}, {"T", "TRUE"}, {"FALSE", "FALSE"}, {"F", "FALSE"}}}};

/// Spelling by key: the most frequent one.
class Labels
{
public:
    explicit Labels(const std::vector<std::string> &values)
    {
        std::unordered_map<std::string, std::map<std::string, std::size_t>> spellings;
        std::set<std::string> keys;
        for (const std::string &value : values)
            keys.insert(groupKey(value));
        for (const auto &words : twoWords)
            if (std::all_of(keys.begin(), keys.end(),
                            [&](const std::string &key) { return key.empty() || words.contains(key); }))
                m_words = &words;
        for (const std::string &value : values)
            if (std::string key = keyOf(value); !key.empty())
                ++spellings[std::move(key)][plainText(value)];
        for (const auto &[key, counts] : spellings) {
            // Written out rather than an initial; then what most have; then the shortest number, first word.
            const bool isNumber = parseNumber(counts.begin()->first).has_value();
            const auto rank = [&key = key, isNumber](const auto &spelling) {
                return std::tuple(!isNumber && toUpper(spelling.first) == key, spelling.second,
                                  isNumber ? -static_cast<std::ptrdiff_t>(spelling.first.size()) : 0);
            };
            const auto best =
                std::max_element(counts.begin(), counts.end(), [&](const auto &a, const auto &b) {
                    const auto rankA = rank(a), rankB = rank(b);
                    return rankA != rankB ? rankA < rankB : a.first > b.first;
                });
            m_labels.emplace(key, best->first);
        }
    }
    std::string of(const std::string &value) const
    {
        const auto found = m_labels.find(keyOf(value));
        return found == m_labels.end() ? std::string() : found->second;
    }

private:
    std::string keyOf(std::string_view value) const
    {
        std::string key = groupKey(value);
        if (m_words && !key.empty())
            key = m_words->at(key);
        return key;
    }

    std::unordered_map<std::string, std::string> m_labels;
    const std::map<std::string, std::string> *m_words = nullptr; ///< where the column has no others
};

} // namespace

std::string groupKey(std::string_view value)
{
    const std::string text = plainText(value);
    if (isMissingToken(text))
        return {};
    const std::optional<double> number = parseNumber(text);
    if (number && std::abs(*number) < largestExact)
        return formatNumber(*number + 0.0); // −0 is 0
    return toUpper(text);
}

std::size_t ClinicalGroup::size() const
{
    std::size_t sum = 0;
    for (const auto &[spelling, count] : rows)
        sum += count;
    return sum;
}

std::vector<std::string> clinicalLabels(const std::vector<std::string> &values)
{
    const Labels labels(values);
    std::vector<std::string> result;
    result.reserve(values.size());
    for (const std::string &value : values)
        result.push_back(labels.of(value));
    return result;
}

std::vector<ClinicalGroup> clinicalGroups(const std::vector<std::string> &values,
                                          const std::vector<Index> &rows)
{
    const Labels labels(values);
    std::map<std::string, ClinicalGroup> groups;
    for (const Index row : rows) {
        const std::string value = row < 0 ? std::string() : values[static_cast<std::size_t>(row)];
        const std::string label = labels.of(value);
        groups[label].label = label;
        ++groups[label].rows[plainText(value)];
    }
    std::vector<ClinicalGroup> result;
    for (auto &[label, group] : groups)
        result.push_back(std::move(group));
    return result;
}

bool isRadiationColumn(std::string_view name)
{
    const std::string upper = toUpper(name);
    return upper.find("RADIATION") != std::string::npos || upper.find("RADIOTHERAPY") != std::string::npos ||
           upper == "POSTOPERATIVE_RX_TX";
}

} // namespace pathgan
