// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/loss.h"

#include "core/engine/session.h"
#include "core/steps/freshness.h"

namespace pathgan {

namespace {

std::vector<Part> resultParts()
{
    std::vector<Part> parts;
    for (const StepFacts &facts : allSteps())
        if (facts.part != Part::Cohort)
            parts.push_back(facts.part);
    return parts;
}

std::set<Part> unsavedResults(const Session &session, bool withExample)
{
    std::set<Part> parts = session.unsavedResults();
    if (withExample)
        parts.insert(session.exampleResults().begin(), session.exampleResults().end());
    return parts;
}

/// Opening the example computes its results, which the next opening does again; what is still to be read from
/// the project's file lies there.
bool isAtWork(const Session &session, Part part)
{
    const bool isPending = session.project().knows(part) && !session.project().has(part);
    return session.isRunning(part) && !session.isOpeningExample() && !isPending;
}

} // namespace

Loss lossOfClearing(const Session &session, bool exampleReturns)
{
    const std::set<Part> atRisk = unsavedResults(session, !exampleReturns);
    Loss loss;
    for (const Part part : resultParts()) {
        if (atRisk.count(part))
            loss.gone.push_back(part);
        if (isAtWork(session, part))
            loss.running.push_back(part);
    }
    return loss;
}

Loss lossOfReplacing(const Session &session, const std::set<Part> &replaced)
{
    std::set<Part> dependents;
    for (const Part part : replaced) {
        const std::vector<Part> found = dependentsOf(part);
        dependents.insert(found.begin(), found.end());
    }
    const std::set<Part> atRisk = unsavedResults(session, true);
    Loss loss;
    for (const Part part : resultParts()) {
        const bool depends = dependents.count(part) > 0;
        if (atRisk.count(part) && replaced.count(part))
            loss.gone.push_back(part);
        else if (atRisk.count(part) && depends && !isStale(session.project(), part))
            loss.outdated.push_back(part);
        if ((depends || replaced.count(part)) && isAtWork(session, part))
            loss.running.push_back(part);
    }
    return loss;
}

} // namespace pathgan
