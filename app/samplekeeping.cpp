// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplekeeping.h"

#include "core/base/outputfile.h"

#include <algorithm>
#include <iostream>

namespace pathgan {

namespace {

bool keeps(const CommandLine &line)
{
    return line.isSet(QStringLiteral("out")) && !isStreamPath(line.path(QStringLiteral("out")));
}

void takeEarlier(const CommandLine &line, const std::filesystem::path &path, SampleKeeper &keeper)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return;
    if (Result<std::vector<KeptSamples>> earlier = readKept(path))
        keeper.runs = *std::move(earlier);
    else
        line.note(path.string() + " is damaged and is not used");
}

/// How many samples were not solved again.
void sayContinued(const CommandLine &line, const SampleKeeper &keeper)
{
    std::size_t taken = 0, asked = 0;
    for (const SampleKeeper::Asked &run : keeper.asked) {
        taken += run.taken;
        asked += run.names.size();
    }
    if (taken > 0)
        line.note(std::to_string(taken) + " of " + std::to_string(asked) +
                  " samples were finished by an earlier run of this command");
    else
        line.note("the unfinished samples of an earlier run are of other inputs or options: not used");
}

Result<void> leave(const std::filesystem::path &path, const SampleKeeper &keeper)
{
    std::size_t count = 0;
    for (const KeptSamples &run : keeper.runs)
        count = std::max(count, run.names.size());
    if (count == 0)
        return {};
    if (Result<void> written = writeKept(keeper.runs, path); !written)
        return written;
    std::cerr << count << " samples are kept in " << path.string()
              << "; the same command goes on with them.\n";
    return {};
}

} // namespace

void addSampleKeeping(CommandLine &line)
{
    addKeepOption(line, "finished samples");
}

Result<void> mayKeepSamples(const CommandLine &line)
{
    if (const Result<double> seconds = keepSeconds(line); !seconds)
        return seconds.error();
    return keeps(line) ? mayKeepUnfinished(line, keptSamplesStart) : Result<void>();
}

Result<void> keepingSamples(const CommandLine &line,
                            const std::function<Result<void>(SampleKeeper *)> &compute)
{
    if (!keeps(line))
        return compute(nullptr);
    const Result<double> seconds = keepSeconds(line);
    if (!seconds)
        return seconds.error();
    const std::filesystem::path path = unfinishedPath(line);
    SampleKeeper keeper;
    keeper.seconds = *seconds;
    keeper.write = [&line, path](const std::vector<KeptSamples> &runs) {
        if (const Result<void> written = writeKept(runs, path); !written)
            line.note("finished samples cannot be kept: " + written.error().detail);
    };
    takeEarlier(line, path, keeper);
    const bool hadSome = !keeper.runs.empty();
    Result<void> computed = compute(&keeper);
    if (computed && hadSome)
        sayContinued(line, keeper);
    const bool isStopped = computed ? !keeper.isComplete() : computed.error().code == ErrorCode::Cancelled;
    if (isStopped) {
        if (const Result<void> left = leave(path, keeper); !left)
            return left.error();
    } else if (computed && !keeper.hasOthers()) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    return computed;
}

} // namespace pathgan
