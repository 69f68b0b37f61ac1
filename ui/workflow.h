// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

#include <optional>
#include <vector>

namespace pathgan {

class Session;

/// Where a step of the workflow stands.
enum class StepState {
    Empty,   ///< something it needs is missing
    Ready,   ///< can run
    Loading, ///< its result comes out of the project's file
    Running, ///< a job is at work
    Done,    ///< has a result
    Partial, ///< has one of some samples only: its run, or one that it rests on, was stopped
    Differs, ///< has a result of other settings than those of now
    Stale,   ///< has a result whose inputs were replaced since, or are out of date
};

StepState stepState(const Session &session, Part part);
inline bool isCurrent(StepState state)
{
    return state == StepState::Done || state == StepState::Partial;
}
QString stateText(StepState state); ///< "done"
QString stateIcon(StepState state); ///< of resources/icons

/// Inputs without which the step cannot run, directly, in order of work.
std::vector<Part> requiredInputs(Part part);
/// The first thing to do before the step can run: a part that is missing and whose own inputs are there.
std::optional<Part> firstMissing(const Project &project, Part part);

/// What to say and to offer where a part is missing.
struct MissingText
{
    QString title, text, button;
};
MissingText missingText(Part missing);

} // namespace pathgan
