// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"

#include <string>
#include <string_view>

namespace pathgan {

/// The genes that a spreadsheet may have made this name of: dates (1-Mar, 2-Sep, 01.Mrz, 2023-03-01) and
/// numbers (2.31E+13). Empty where the name is none of those. The renaming of 27 human genes since 2020
/// (Bruford et al., Nature Genetics 52, 754) is why older files are full of them: MARCH1 is MARCHF1 today,
/// SEPT2 SEPTIN2, DEC1 DELEC1.
std::string likelyGeneOf(std::string_view name);

/// Lists the name as damaged, with the likely gene, where it is that.
void reportDamagedName(std::string_view name, std::size_t line, std::size_t column, ReadReport &report);

} // namespace pathgan
