#pragma once

#include "core/steps/freshness.h"

#include <QString>

namespace pathgan {

/// Why a result is out of date, as sentences: which settings differ, which inputs were replaced.
QString stalenessText(const Staleness &reasons);

} // namespace pathgan
