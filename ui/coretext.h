// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

#include <string>
#include <string_view>

namespace pathgan {

/// The user's language for a marked text of the core (core/base/marked.h): phases, part, status and scale
/// names, warnings, notes, limits. "key: ids" and "key (ids)" have only the key translated. What is not
/// marked is returned as it is; a test finds those.
QString coreText(std::string_view key);
/// "50 of 304 samples, drawn with seed 1, each value of _cohort with its share": of SHAP values.
QString explainedText(const ExplainedSamples &chosen);
QString partTitle(Part part); ///< partName() with a capital letter

/// What a growth (1/h) that no cell has comes from; empty: it is one that cells have.
QString growthDoubt(double growth);

/// Numbers for the screen, in the user's locale.
QString countText(qint64 count);                       ///< 10,600
QString numberText(double value, int significant = 4); ///< "–" for NaN
QString pText(double p);                               ///< "p = 0.012", "p < 0.0001"

} // namespace pathgan
