// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/data/samplematch.h"
#include "core/metabolic/cohort/valuestatus.h"
#include "core/metabolic/lp/solutionstatus.h"
#include "core/project/store/describe_p.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace pathgan {

// What results of several steps hold.

PATHGAN_LAST(SolutionStatus, TimeLimit, 5)
PATHGAN_LAST(ValueStatus, None, 4)

template <class Archive, Is<Coverage> Value>
void describe(Archive &a, Value &coverage)
{
    a.fields(coverage, coverage.matched, coverage.total, coverage.unmatched, coverage.byCase,
             coverage.byAlias, coverage.aliases);
}

/// Sizes of what is known by item: none of it, or all.
template <class... Lists>
bool areOfSize(std::size_t size, const Lists &...lists)
{
    return ((static_cast<std::size_t>(lists.size()) == size) && ...);
}
template <class... Lists>
bool areOfSizeOrEmpty(std::size_t size, const Lists &...lists)
{
    return ((lists.size() == 0 || static_cast<std::size_t>(lists.size()) == size) && ...);
}
template <class Matrix>
bool isOfShape(const Matrix &matrix, std::size_t rows, std::size_t columns)
{
    return static_cast<std::size_t>(matrix.rows()) == rows &&
           static_cast<std::size_t>(matrix.cols()) == columns;
}
template <class Matrix>
bool isOfShapeOrEmpty(const Matrix &matrix, std::size_t rows, std::size_t columns)
{
    return matrix.size() == 0 || isOfShape(matrix, rows, columns);
}
/// least: −1 where an index may stand for none.
template <class Integer>
bool areWithin(const std::vector<Integer> &indices, std::size_t size, Integer least = 0)
{
    return std::all_of(indices.begin(), indices.end(), [size, least](Integer index) {
        return index >= least && (index < 0 || static_cast<std::size_t>(index) < size);
    });
}

} // namespace pathgan
