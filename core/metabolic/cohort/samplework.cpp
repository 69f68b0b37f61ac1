// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/samplework_p.h"

#include "core/base/parallel.h"

#include <atomic>

namespace pathgan {

std::vector<std::size_t> forEachSample(std::size_t count, unsigned threads, const char *phase,
                                       const TaskContext &context,
                                       const std::function<bool(std::size_t, unsigned)> &solve)
{
    std::vector<unsigned char> isFinished(count, 0);
    std::atomic<std::size_t> done{0};
    context.report(phase, 0, static_cast<double>(count));
    parallelEach(count, threads, [&](std::size_t sample, unsigned worker) {
        if (context.shouldStop() || !solve(sample, worker))
            return;
        isFinished[sample] = 1;
        context.report(phase, static_cast<double>(++done), static_cast<double>(count));
    });
    std::vector<std::size_t> finished;
    for (std::size_t sample = 0; sample < count; ++sample) {
        if (isFinished[sample])
            finished.push_back(sample);
    }
    return finished;
}

} // namespace pathgan
