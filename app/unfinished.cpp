// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unfinished.h"

#include "core/base/outputfile.h"

namespace pathgan {

namespace {

constexpr QLatin1String out("out"), keepEvery("keep-every");

} // namespace

std::filesystem::path unfinishedPath(const CommandLine &line)
{
    std::filesystem::path path = line.path(out);
    if (!path.has_filename()) // a folder with a slash behind it
        path = path.parent_path();
    path += ".unfinished";
    return path;
}

void addKeepOption(CommandLine &line, const char *kept)
{
    line.addOption(keepEvery,
                   QStringLiteral("keep the %1 in OUT.unfinished this often; the same command goes on from "
                                  "there, whatever ended it")
                       .arg(QLatin1String(kept)),
                   QStringLiteral("seconds"), QStringLiteral("60"));
}

Result<double> keepSeconds(const CommandLine &line)
{
    const Result<double> seconds = line.number(keepEvery);
    if (!seconds || *seconds < 0)
        return Error{ErrorCode::InvalidOption, "--keep-every " + line.text(keepEvery)};
    return seconds;
}

Result<void> mayKeepUnfinished(const CommandLine &line, const char *start)
{
    if (isStreamPath(line.path(out)))
        return {};
    return line.guard().mayReplace("--out", unfinishedPath(line), textFrom(start), false);
}

} // namespace pathgan
