// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/results.h"
#include "core/project/store/codings/common_p.h"

namespace pathgan {

template <class Archive, Is<StressRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.options, run.source, run.samples, run.status, run.growth, run.maximumLoad,
             run.tolerance90, run.tolerance50, run.loads, run.survival, run.cohortLoad,
             run.survivalAtCohortLoad, run.capacityReactions, run.distributedMedium, run.stoppedEarly);
}
bool isSound(const StressRun &run)
{
    const std::size_t samples = run.samples.size();
    return areOfSize(samples, run.status, run.growth, run.maximumLoad, run.tolerance90, run.tolerance50) &&
           areOfSizeOrEmpty(samples, run.survivalAtCohortLoad) &&
           isOfShapeOrEmpty(run.survival, samples, run.loads.size());
}
PATHGAN_CODING(StressRun, "stress_run")

template <class Archive, Is<PaperStressRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.exchange, run.samples, run.predicted, run.growth, run.status);
}
bool isSound(const PaperStressRun &run)
{
    return areOfSize(run.samples.size(), run.predicted, run.growth, run.status);
}
PATHGAN_CODING(PaperStressRun, "paper_stress_run")

template <class Archive, Is<FeasibilityRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.samples, run.outside, run.unattainable, run.distance);
}
bool isSound(const FeasibilityRun &run)
{
    return areOfSizeOrEmpty(run.samples.size(), run.outside, run.unattainable, run.distance);
}
PATHGAN_CODING(FeasibilityRun, "feasibility_run")

template <class Archive, Is<StressResults> Value>
void describe(Archive &a, Value &results)
{
    a.fields(results, results.expression, results.predicted, results.paper, results.feasibility);
}
PATHGAN_CODING(StressResults, "stress")

} // namespace pathgan
