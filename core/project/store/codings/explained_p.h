// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/shap.h"
#include "core/project/store/codings/common_p.h"

namespace pathgan {

PATHGAN_LAST(ExplainedSamples::How, Stratified, 4)

template <class Archive, Is<ExplainedSamples> Value>
void describe(Archive &a, Value &chosen)
{
    a.fields(chosen, chosen.how, chosen.count, chosen.of, chosen.column, chosen.seed);
}

} // namespace pathgan
