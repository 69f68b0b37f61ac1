// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workflow.h"

#include "core/engine/session.h"
#include "core/steps/freshness.h"
#include "core/steps/partial.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace pathgan {

namespace {

constexpr std::array dataParts = {Part::Expression, Part::Clinical, Part::GeneMap, Part::GeneSets,
                                  Part::Interactions};

QString say(const char *text)
{
    return QCoreApplication::translate("Workflow", text);
}

} // namespace

StepState stepState(const Session &session, Part part)
{
    const Project &project = session.project();
    const auto isAny = [&](bool (Session::*is)(Part) const) {
        return (session.*is)(part) ||
               (part == Part::Cohort && std::any_of(dataParts.begin(), dataParts.end(),
                                                    [&](Part input) { return (session.*is)(input); }));
    };
    if (isAny(&Session::isLoading))
        return StepState::Loading;
    if (isAny(&Session::isRunning))
        return StepState::Running;
    if (project.has(part) && isStale(project, part)) {
        const Staleness why = staleness(project, part);
        const bool isSettings =
            !why.options.empty() && why.replaced.empty() && why.outdated.empty() && !why.isOlderVersion;
        return isSettings ? StepState::Differs : StepState::Stale;
    }
    if (project.has(part))
        return partialRuns(project, part).empty() ? StepState::Done : StepState::Partial;
    if (isInput(part) || firstMissing(project, part))
        return StepState::Empty;
    return StepState::Ready;
}

QString stateText(StepState state)
{
    switch (state) {
    case StepState::Empty:
        return say(QT_TRANSLATE_NOOP("Workflow", "empty"));
    case StepState::Ready:
        return say(QT_TRANSLATE_NOOP("Workflow", "ready"));
    case StepState::Loading:
        return say(QT_TRANSLATE_NOOP("Workflow", "loading"));
    case StepState::Running:
        return say(QT_TRANSLATE_NOOP("Workflow", "running"));
    case StepState::Done:
        return say(QT_TRANSLATE_NOOP("Workflow", "done"));
    case StepState::Partial:
        return say(QT_TRANSLATE_NOOP("Workflow", "partial"));
    case StepState::Differs:
        return say(QT_TRANSLATE_NOOP("Workflow", "settings differ"));
    case StepState::Stale:
        return say(QT_TRANSLATE_NOOP("Workflow", "out of date"));
    }
    return {};
}

QString stateIcon(StepState state)
{
    static const char *const names[] = {"state-empty", "state-ready",   "state-running", "state-running",
                                        "state-done",  "state-partial", "state-stale",   "state-stale"};
    return QString::fromLatin1(names[static_cast<int>(state)]);
}

std::vector<Part> requiredInputs(Part part)
{
    const StepFacts *facts = stepOf(part);
    return facts ? std::vector<Part>(facts->required.begin(), facts->required.end()) : std::vector<Part>();
}

std::optional<Part> firstMissing(const Project &project, Part part)
{
    for (const Part input : requiredInputs(part)) {
        if (project.has(input))
            continue;
        const std::optional<Part> before = firstMissing(project, input);
        return before ? before : input;
    }
    return std::nullopt;
}

MissingText missingText(Part missing)
{
    switch (missing) {
    case Part::Expression:
    case Part::Cohort:
        return {say(QT_TRANSLATE_NOOP("Workflow", "No expression matrix yet")),
                say(QT_TRANSLATE_NOOP("Workflow",
                                      "This step needs gene expression of a cohort, e.g. Xena's HiSeqV2.")),
                say(QT_TRANSLATE_NOOP("Workflow", "Go to Data"))};
    case Part::Clinical:
        return {say(QT_TRANSLATE_NOOP("Workflow", "No clinical table yet")),
                say(QT_TRANSLATE_NOOP("Workflow",
                                      "Groups are the values of a clinical column, e.g. radiation_therapy.")),
                say(QT_TRANSLATE_NOOP("Workflow", "Go to Data"))};
    case Part::GeneSets:
        return {say(QT_TRANSLATE_NOOP("Workflow", "No gene sets yet")),
                say(QT_TRANSLATE_NOOP(
                    "Workflow", "The network attends to pathways: open a GMT file, e.g. the hallmark sets.")),
                say(QT_TRANSLATE_NOOP("Workflow", "Go to Data"))};
    case Part::Model:
        return {say(QT_TRANSLATE_NOOP("Workflow", "No metabolic model yet")),
                say(QT_TRANSLATE_NOOP("Workflow",
                                      "Fluxes are computed in a genome-scale model, e.g. Recon3D as SBML.")),
                say(QT_TRANSLATE_NOOP("Workflow", "Go to Model"))};
    case Part::Flux:
        return {say(QT_TRANSLATE_NOOP("Workflow", "No fluxes yet")),
                say(QT_TRANSLATE_NOOP("Workflow", "This step starts from the fluxes computed in the model.")),
                say(QT_TRANSLATE_NOOP("Workflow", "Go to Flux"))};
    case Part::Training:
        return {say(QT_TRANSLATE_NOOP("Workflow", "No trained network yet")),
                say(QT_TRANSLATE_NOOP("Workflow", "Train a network, or load one by File → Load network.")),
                say(QT_TRANSLATE_NOOP("Workflow", "Go to Train"))};
    case Part::Explanation:
        return {say(QT_TRANSLATE_NOOP("Workflow", "No explanation yet")),
                say(QT_TRANSLATE_NOOP("Workflow",
                                      "Enrichment starts from the genes that explain the predictions.")),
                say(QT_TRANSLATE_NOOP("Workflow", "Go to Explain"))};
    default:
        return {};
    }
}

} // namespace pathgan
