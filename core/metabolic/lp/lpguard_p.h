// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"

#include <functional>

namespace pathgan {

/// Processor time that the calling thread has used, seconds: what other programs do leaves it alone.
double threadSeconds();

/// GLPK keeps an environment per thread. Numbers the calling thread's: another number, and every problem made
/// before is gone.
long glpkGeneration();

enum class GlpkOutcome {
    Done,
    Fault,   ///< where GLPK would have ended the process
    Stopped, ///< by request
    TimeUp,  ///< the thread has used its time
};

/// Runs glp_simplex or the like; answer: what it returned. Whatever ends it before it is Done leaves GLPK in
/// the middle: its environment, and with it every problem of this thread, is lost then. deadline: by
/// threadSeconds(). Nothing of this touches the path that GLPK takes.
GlpkOutcome guardedGlpk(int &answer, const TaskContext &context, double deadline,
                        const std::function<int()> &call);

/// Milliseconds between two looks at the clock and at requests.
constexpr int glpkLookInterval = 50;

} // namespace pathgan
