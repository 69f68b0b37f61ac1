// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lpmodel_p.h"

#include <algorithm>
#include <cassert>

namespace pathgan {

int LpModel::addRow(double low, double high)
{
    rowLower.push_back(low);
    rowUpper.push_back(high);
    return rows() - 1;
}

void LpModel::setBounds(int column, double low, double high)
{
    lower[static_cast<std::size_t>(column)] = low;
    upper[static_cast<std::size_t>(column)] = high;
}

void LpModel::setRowBounds(int row, double low, double high)
{
    rowLower[static_cast<std::size_t>(row)] = low;
    rowUpper[static_cast<std::size_t>(row)] = high;
}

int LpModel::addColumn(LpEntries entries, double low, double high, double unitCost)
{
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    LpEntries merged;
    for (const auto &entry : entries) {
        assert(entry.first >= 0 && entry.first < rows());
        if (!merged.empty() && merged.back().first == entry.first)
            merged.back().second += entry.second;
        else
            merged.push_back(entry);
    }
    std::erase_if(merged, [](const auto &entry) { return entry.second == 0.0; });
    columns.push_back(std::move(merged));
    lower.push_back(low);
    upper.push_back(high);
    cost.push_back(unitCost);
    return size() - 1;
}

} // namespace pathgan
