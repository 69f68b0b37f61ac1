// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/freshness.h"
#include "core/steps/steplist.h"

#include <chrono>
#include <memory>
#include <utility>

namespace pathgan {

/// Seed, threads and versions that go with a run of a step.
void describeRun(Provenance &provenance, const StepFacts &facts);

/// A run that was stopped early is a result of its own, which no other run gives.
void markStoppedEarly(Provenance &provenance);

/// Runs a step on what the project holds: its result with where it comes from.
template <class Step>
Result<Artifact<typename Step::Value>> compute(const Project &project, const typename Step::Options &options,
                                               const StepContext &context = {})
{
    using Value = typename Step::Value;
    auto provenance = std::make_shared<Provenance>(provenanceOf(project, Step::facts, options));
    const auto start = std::chrono::steady_clock::now();
    Result<Value> value = Step::run(project, options, context);
    if (!value)
        return value.error();
    provenance->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if constexpr (requires { Step::inputsUsed(*value); })
        setInputs(*provenance, Step::inputsUsed(*value));
    describeRun(*provenance, Step::facts);
    if constexpr (requires { value->stoppedEarly; })
        if (value->stoppedEarly)
            markStoppedEarly(*provenance);
    return Artifact<Value>(std::make_shared<const Value>(*std::move(value)), std::move(provenance));
}

/// The same into the project, with its own options.
template <class Step>
Result<void> computeInto(Project &project, const StepContext &context = {})
{
    const auto options = Step::options(std::as_const(project));
    Result<Artifact<typename Step::Value>> result = compute<Step>(project, options, context);
    if (!result)
        return result.error();
    project.*Step::result = *std::move(result);
    return {};
}

/// Steps of a whole analysis whose result is missing or out of date, in order. Group comparison only where
/// there is a clinical table to take groups from.
std::vector<Part> partsToRun(const Project &project);

} // namespace pathgan
