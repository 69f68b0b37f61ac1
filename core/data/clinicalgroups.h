// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/data/clinical.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// What two fields of one group share: numbers their value (`0`, `0.0`), words all but case and blanks
/// (`yes`, `YES`); empty for a missing token.
std::string groupKey(std::string_view value);

/// One group of a column, of the rows asked for.
struct ClinicalGroup
{
    std::string label;                       ///< the spelling used most; empty: not reported
    std::map<std::string, std::size_t> rows; ///< by spelling, as written but for blanks around it
    bool isMerged() const { return !label.empty() && rows.size() > 1; }
    std::size_t size() const;
};

/// The label of each value, "" where it is a missing token. Of equally frequent spellings of a number the
/// shortest is the label, of a word the first in byte order.
std::vector<std::string> clinicalLabels(const std::vector<std::string> &values);
/// Groups by label, "not reported" first where there is any. rows: into values; −1 stands for no row at all.
std::vector<ClinicalGroup> clinicalGroups(const std::vector<std::string> &values,
                                          const std::vector<Index> &rows);

/// By its name, in any case: the column says who was irradiated. In TCGA that is mostly therapy given after
/// the sample was taken.
bool isRadiationColumn(std::string_view name);

} // namespace pathgan
