// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/runall.h"

#include "core/steps/compute.h"

#include <algorithm>
#include <chrono>

namespace pathgan {

Result<std::vector<SkippedStep>> runSteps(Project &project, const std::vector<Part> &parts,
                                          const StepContext &context, const AfterStep &after)
{
    std::vector<SkippedStep> skipped;
    for (const Part part : parts) {
        Result<void> done;
        withStep(part, [&]<class Step>() { done = computeInto<Step>(project, context); });
        if (!done && done.error().code == ErrorCode::Cancelled)
            return done.error();
        if (!done)
            skipped.push_back({part, done.error()});
        if (context.task.isCancelled())
            return Error{ErrorCode::Cancelled, ""};
        if (done && after)
            if (const Result<void> then = after(project); !then)
                return then.error();
    }
    return skipped;
}

std::vector<Part> stepsFrom(const Project &project, Part first)
{
    const std::vector<Part> dependents = dependentsOf(first);
    std::vector<Part> parts;
    for (const StepFacts &facts : allSteps()) {
        const bool follows = std::find(dependents.begin(), dependents.end(), facts.part) != dependents.end();
        const bool hasGroups = facts.part != Part::Groups || project.knows(Part::Clinical);
        if (facts.part == first || (follows && (project.knows(facts.part) || (facts.inRunAll && hasGroups))))
            parts.push_back(facts.part);
    }
    return parts;
}

Result<AnalysisRun> runAnalysis(const AnalysisConfig &config, const std::filesystem::path &cacheFolder,
                                const StepContext &context,
                                const std::function<Result<void>(const AnalysisRun &)> &after)
{
    AnalysisRun run;
    run.config = config;
    const auto start = std::chrono::steady_clock::now();
    Result<Project> loaded = readInputs(config, cacheFolder, context.task, &run.readings);
    if (!loaded)
        return loaded.error();
    run.project = *std::move(loaded);
    run.seconds.emplace_back("inputs",
                             std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    if (after)
        if (const Result<void> then = after(run); !then)
            return then.error();
    std::vector<Part> parts;
    for (const StepFacts &facts : allSteps())
        if (facts.inRunAll)
            parts.push_back(facts.part);
    AfterStep afterStep;
    if (after)
        afterStep = [&](const Project &) { return after(run); };
    Result<std::vector<SkippedStep>> skipped = runSteps(run.project, parts, context, afterStep);
    if (!skipped)
        return skipped.error();
    run.skipped = *std::move(skipped);
    return run;
}

} // namespace pathgan
