// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <QString>

#include <optional>
#include <set>

namespace pathgan {

/// One sentence: what happened and what to do about it, after the part of the project that it happened to.
QString errorText(const Error &error, std::optional<Part> part = {});
/// The same for a command that has these options: it names them, not panels. Always English.
QString terminalErrorText(const Error &error, std::optional<Part> part, const std::set<QString> &options);
/// What went wrong exactly, for "Details" and the clipboard: part, code name, detail.
QString errorDetails(const Error &error, std::optional<Part> part = {});
/// Name of a code as the documentation spells it: "RaggedRow".
QString errorName(ErrorCode code);

} // namespace pathgan
