// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lpguard_p.h"

#include <glpk.h>

#include <atomic>
#include <csetjmp>
#include <ctime>
#include <limits>

namespace pathgan {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

std::atomic<long> lastGeneration{0};

/// Of one thread. GLPK never frees it by itself. `generation` numbers all that ever were: a problem of an
/// ended thread, or of one whose environment a fault took, is gone.
struct Environment
{
    std::jmp_buf *jump = nullptr; ///< set while GLPK works
    const TaskContext *context = nullptr;
    double deadline = never;
    long generation = ++lastGeneration;

    Environment();
    ~Environment() { glp_free_env(); }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;
};

Environment &environment()
{
    thread_local Environment instance;
    return instance;
}

enum Jump { Fault = 1, StopRequested = 2, TimeIsUp = 3 };

/// Called by GLPK instead of aborting. Only C frames of GLPK lie between here and the setjmp.
void onFault(void *info)
{
    auto *here = static_cast<Environment *>(info);
    if (here->jump)
        std::longjmp(*here->jump, Fault);
}

/// Called with each line that GLPK would print; prints none. It comes every glpkLookInterval, so stop
/// requests and the thread's own clock are seen here, without a trace in the path that the solver takes.
int onOutput(void *info, const char *)
{
    auto *here = static_cast<Environment *>(info);
    if (here->jump && here->context->shouldStop())
        std::longjmp(*here->jump, StopRequested);
    if (here->jump && here->deadline != never && threadSeconds() >= here->deadline)
        std::longjmp(*here->jump, TimeIsUp);
    return 1;
}

Environment::Environment()
{
    glp_term_hook(onOutput, this);
}

} // namespace

double threadSeconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    std::timespec used{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used) == 0)
        return static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec);
#endif
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; // of the process: not below the thread's
}

long glpkGeneration()
{
    return environment().generation;
}

GlpkOutcome guardedGlpk(int &answer, const TaskContext &context, double deadline,
                        const std::function<int()> &call)
{
    Environment &here = environment();
    std::jmp_buf jump;
    here.jump = &jump;
    here.context = &context;
    here.deadline = deadline;
    glp_error_hook(onFault, &here);
    glp_term_hook(onOutput, &here);
    const int jumped = setjmp(jump);
    if (jumped == 0)
        answer = call();
    here.jump = nullptr;
    if (jumped == 0) {
        glp_error_hook(nullptr, nullptr);
        return GlpkOutcome::Done;
    }
    glp_free_env();
    glp_term_hook(onOutput, &here);
    here.generation = ++lastGeneration;
    return jumped == StopRequested ? GlpkOutcome::Stopped
           : jumped == TimeIsUp    ? GlpkOutcome::TimeUp
                                   : GlpkOutcome::Fault;
}

} // namespace pathgan
