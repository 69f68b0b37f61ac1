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
    Running, ///< a job is at work
    Done,    ///< has a result
    Stale,   ///< has a result whose inputs were replaced since
};

StepState stepState(const Session &session, Part part);
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
