// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lpkey_p.h"

#include "core/base/hash.h"

#include <initializer_list>

namespace pathgan {

namespace {

void add(Sha256 &hash, const std::vector<double> &numbers)
{
    const auto size = static_cast<double>(numbers.size());
    hash.update(std::string_view(reinterpret_cast<const char *>(&size), sizeof size));
    hash.update(
        std::string_view(reinterpret_cast<const char *>(numbers.data()), numbers.size() * sizeof(double)));
}

} // namespace

std::string lpKey(const LpModel &problem, const std::vector<double> &numbers)
{
    Sha256 hash;
    for (const LpEntries &column : problem.columns) {
        std::vector<double> entries;
        for (const auto &[row, coefficient] : column) {
            entries.push_back(row);
            entries.push_back(coefficient);
        }
        add(hash, entries);
    }
    for (const auto *part :
         {&problem.rowLower, &problem.rowUpper, &problem.lower, &problem.upper, &problem.cost, &numbers})
        add(hash, *part);
    add(hash, {problem.maximise ? 1.0 : 0.0});
    return hash.finish();
}

std::string numbersKey(const std::vector<double> &numbers)
{
    Sha256 hash;
    add(hash, numbers);
    return hash.finish();
}

} // namespace pathgan
