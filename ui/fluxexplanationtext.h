// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/fluxexplanation.h"

#include <QString>

namespace pathgan {

/// Why a flux is what it is, as HTML with links as in the inspector's other texts.
QString fluxExplanationHtml(const FluxExplanation &explanation);

} // namespace pathgan
