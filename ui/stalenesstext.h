// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/freshness.h"

#include <QString>

namespace pathgan {

class OptionsForm;

/// Why a result is out of date, as sentences: which settings differ, in the words of the form that edits
/// them, which inputs were replaced, and which are out of date themselves. HTML.
QString stalenessText(const Staleness &reasons, const OptionsForm &form);

} // namespace pathgan
