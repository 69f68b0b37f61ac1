#pragma once

#include "core/project/project.h"

#include <QString>

#include <string>
#include <string_view>

namespace pathgan {

/// The user's language for an English key of the core: phases, part, status and scale names, warnings, notes,
/// limits. "key: ids" and "key (ids)" have only the key translated. A key not listed in coretext.cpp is
/// returned as it is; a test finds those.
QString coreText(std::string_view key);
QString partTitle(Part part); ///< partName() with a capital letter
bool isListedCoreText(std::string_view key);

/// Numbers for the screen, in the user's locale.
QString countText(qint64 count);                       ///< 10,600
QString numberText(double value, int significant = 4); ///< "–" for NaN
QString pText(double p);                               ///< "p = 0.012", "p < 0.0001"

} // namespace pathgan
