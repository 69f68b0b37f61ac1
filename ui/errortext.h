#pragma once

#include "core/base/result.h"

#include <QString>

#include <set>

namespace pathgan {

/// One sentence: what happened and what to do about it. step: English key of what was being done, may be
/// empty.
QString errorText(const Error &error, const QString &step = {});
/// The same for a command that has these options: it names them, not panels. Always English.
QString terminalErrorText(const Error &error, const QString &step, const std::set<QString> &options);
/// What went wrong exactly, for "Details" and the clipboard: step, code name, detail.
QString errorDetails(const Error &error, const QString &step = {});
/// Name of a code as the documentation spells it: "RaggedRow".
QString errorName(ErrorCode code);

} // namespace pathgan
