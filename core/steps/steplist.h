// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/analysisstep.h"
#include "core/steps/checkstep.h"
#include "core/steps/cohortstep.h"
#include "core/steps/enrichstep.h"
#include "core/steps/explainstep.h"
#include "core/steps/fluxstep.h"
#include "core/steps/generatestep.h"
#include "core/steps/groupstep.h"
#include "core/steps/stressstep.h"
#include "core/steps/trainstep.h"

#include <utility>

namespace pathgan {

/// Calls visit.operator()<Step>() for every step, in the order of computation. The one list of them.
template <class Visit>
void forEachStep(Visit &&visit)
{
    const auto all = [&]<class... Steps>() { (visit.template operator()<Steps>(), ...); };
    all.template operator()<CohortStep, FluxStep, TrainStep, ExplainStep, EnrichStep, StressStep, GroupStep,
                            GenerateStep, AnalysisStep, CheckStep>();
}

/// The same for the step that makes one part; false: none does.
template <class Visit>
bool withStep(Part part, Visit &&visit)
{
    bool found = false;
    forEachStep([&]<class Step>() {
        if (Step::facts.part != part)
            return;
        found = true;
        visit.template operator()<Step>();
    });
    return found;
}

} // namespace pathgan
