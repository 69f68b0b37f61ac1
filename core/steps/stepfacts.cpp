// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/stepfacts.h"

#include "core/steps/steplist.h"

#include <algorithm>

namespace pathgan {

std::span<const StepFacts> allSteps()
{
    static const std::vector<StepFacts> facts = [] {
        std::vector<StepFacts> found;
        forEachStep([&]<class Step>() { found.push_back(Step::facts); });
        return found;
    }();
    return facts;
}

const StepFacts *stepOf(Part part)
{
    const auto steps = allSteps();
    const auto it = std::find_if(steps.begin(), steps.end(),
                                 [part](const StepFacts &facts) { return facts.part == part; });
    return it == steps.end() ? nullptr : &*it;
}

std::vector<Part> inputsOf(Part part)
{
    const StepFacts *facts = stepOf(part);
    if (!facts)
        return {};
    std::vector<Part> inputs(facts->required.begin(), facts->required.end());
    inputs.insert(inputs.end(), facts->optional.begin(), facts->optional.end());
    return inputs;
}

std::vector<Part> dependentsOf(Part part)
{
    // Steps stand in the order of computation, so one pass finds indirect dependents too.
    std::vector<Part> found;
    for (const StepFacts &step : allSteps()) {
        const std::vector<Part> inputs = inputsOf(step.part);
        const bool depends = std::any_of(inputs.begin(), inputs.end(), [&](Part input) {
            return input == part || std::find(found.begin(), found.end(), input) != found.end();
        });
        if (depends)
            found.push_back(step.part);
    }
    return found;
}

} // namespace pathgan
