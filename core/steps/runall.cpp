// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/runall.h"

#include "core/steps/compute.h"

#include <chrono>

namespace pathgan {

Result<AnalysisRun> runAnalysis(const AnalysisConfig &config, const std::filesystem::path &cacheFolder,
                                const StepContext &context)
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
    for (const StepFacts &facts : allSteps()) {
        if (!facts.inRunAll)
            continue;
        Result<void> done;
        withStep(facts.part, [&]<class Step>() { done = computeInto<Step>(run.project, context); });
        if (!done && done.error().code == ErrorCode::Cancelled)
            return done.error();
        if (!done)
            run.skipped.push_back({facts.part, done.error()});
        if (context.task.isCancelled())
            return Error{ErrorCode::Cancelled, ""};
    }
    return run;
}

} // namespace pathgan
