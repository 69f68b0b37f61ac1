// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"

#include <filesystem>

namespace pathgan {

/// Adds the problems of a part of the file whose line 1 is line lineOffset + 1 of the file.
void appendReport(ReadReport &report, ReadReport &&part, std::size_t lineOffset);
/// Null when there is none of that kind.
const Problem *firstProblem(const ReadReport &report, ProblemKind kind);
/// file:line:column, without the column where it is 0.
std::string place(const std::filesystem::path &path, std::size_t line, std::size_t column);
Error problemError(ErrorCode code, const std::filesystem::path &path, const Problem &problem);

} // namespace pathgan
