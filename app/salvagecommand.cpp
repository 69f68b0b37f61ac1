// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/projectinput.h"
#include "core/steps/projectinputs.h"
#include "ui/errortext.h"

namespace pathgan {

int salvageCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("What can be read of a damaged project, written into a new one. The "
                                    "damaged file stays as it is."));
    line.parser.addPositionalArgument(QStringLiteral("PROJECT"), QStringLiteral("a damaged .pathgan file"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("project to write (required)"),
                   QStringLiteral("file"));
    if (!line.parse(arguments, 1, 1))
        return line.exitCode();
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    const auto isOurs = [](const std::filesystem::path &) { return false; };
    if (const auto may = line.mayReplace(QStringLiteral("out"), isOurs); !may)
        return line.fail(may.error());
    std::vector<LostPart> lost;
    const Result<ProjectContents> contents =
        salvageProject(line.arguments().front().toStdString(), lost, line.context(), matrixReader());
    if (!contents) // nothing can be, which is no use to be told of this command
        return line.fail({contents.error().code == ErrorCode::FileDamaged ? ErrorCode::FileUnreadable
                                                                          : contents.error().code,
                          contents.error().detail + ": nothing of it can be read"});
    const Result<ProjectFile> written =
        ProjectFile::create(line.path(QStringLiteral("out")), *contents, nullptr, {}, line.context());
    if (!written)
        return line.fail(written.error());
    OrderedJson parts = OrderedJson::array();
    for (const LostPart &part : lost) {
        line.note(std::string(partName(part.part)) + " could not be read: " +
                  (part.error.detail.empty() ? errorName(part.error.code).toStdString() : part.error.detail));
        parts.push_back(partName(part.part));
    }
    OrderedJson json{{"out", line.text(QStringLiteral("out"))},
                     {"bytes", written->size()},
                     {"runs", contents->history.size()}};
    if (line.wantsJson())
        json["lost"] = parts;
    return line.finish(json);
}

} // namespace pathgan
