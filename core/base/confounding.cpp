// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/groupcomparison.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

namespace pathgan {

namespace {

/// Counts of two columns where both are reported.
struct CrossTable
{
    std::map<std::string, std::size_t> rows, columns;
    std::map<std::string, std::map<std::string, std::size_t>> cells; ///< by row, then column
    std::size_t total = 0;
};

CrossTable crossTable(const std::vector<std::string> &labels, const std::vector<std::string> &other)
{
    CrossTable table;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].empty() || other[i].empty())
            continue;
        ++table.rows[labels[i]];
        ++table.columns[other[i]];
        ++table.cells[labels[i]][other[i]];
        ++table.total;
    }
    return table;
}

double plainV(const CrossTable &table)
{
    std::vector<int> a;
    std::vector<int> b;
    int row = 0;
    for (const auto &[name, cells] : table.cells) {
        for (const auto &[value, count] : cells) {
            const auto column = std::distance(table.columns.begin(), table.columns.find(value));
            a.insert(a.end(), count, row);
            b.insert(b.end(), count, static_cast<int>(column));
        }
        ++row;
    }
    return cramersV(a, b);
}

/// Bergsma's bias correction (2013): without it a column with a value for every sample ties to anything.
double correctedV(const CrossTable &table, double v)
{
    const auto n = static_cast<double>(table.total);
    const auto r = static_cast<double>(table.rows.size());
    const auto c = static_cast<double>(table.columns.size());
    const double phi = v * v * (std::min(r, c) - 1) - (r - 1) * (c - 1) / (n - 1);
    const double rows = r - (r - 1) * (r - 1) / (n - 1);
    const double columns = c - (c - 1) * (c - 1) / (n - 1);
    const double smaller = std::min(rows, columns) - 1;
    return phi > 0 && smaller > 0 ? std::sqrt(std::min(1.0, phi / smaller)) : 0;
}

/// The values a group occurs in, the most frequent first.
std::string occurrences(const std::string &group, const std::map<std::string, std::size_t> &cells)
{
    std::vector<std::pair<std::size_t, std::string>> values;
    values.reserve(cells.size());
    for (const auto &[value, count] : cells)
        values.emplace_back(count, value);
    std::stable_sort(values.begin(), values.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<std::string> names;
    names.reserve(values.size());
    for (const auto &[count, value] : values)
        names.push_back(value);
    return group + ": " + marked("Core", "only") + " " + join(names, ", ");
}

} // namespace

bool isConfounded(const std::vector<std::string> &labels, const std::vector<std::string> &other,
                  Confounder &out)
{
    constexpr double tiedFrom = 0.5;
    constexpr double surprising = 0.05;
    constexpr std::size_t mostListed = 20;
    const CrossTable table = crossTable(labels, other);
    if (table.rows.size() < 2 || table.columns.size() < 2)
        return false;

    const double v = plainV(table);
    bool tied = correctedV(table, v) >= tiedFrom;
    std::vector<std::string> details;
    for (const auto &[group, cells] : table.cells) {
        if (cells.size() == table.columns.size())
            continue;
        std::size_t elsewhere = 0; // samples whose value the group never has
        for (const auto &[value, count] : table.columns)
            elsewhere += cells.count(value) == 0 ? count : 0;
        // P(none of them in the group) = 1 − P(X ≥ 1)
        const double chance = 1 - hypergeometricSf(1, table.total, elsewhere, table.rows.at(group));
        if (chance >= surprising)
            continue;
        tied = tied || table.columns.size() <= mostListed;
        if (cells.size() <= mostListed)
            details.push_back(occurrences(group, cells));
    }
    if (tied) {
        out.cramersV = v;
        out.detail = join(details, "; ");
    }
    return tied;
}

} // namespace pathgan
