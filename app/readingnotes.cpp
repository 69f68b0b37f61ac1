// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readingnotes.h"

namespace pathgan {

namespace {

std::string counted(std::size_t count, const char *noun)
{
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

} // namespace

void noteReading(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
                 const std::string &facts, const ReadRules *rules)
{
    for (const std::string &sentence : readingSentences(path.string(), report, facts, rules))
        line.note(sentence);
}

void noteTable(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
               std::size_t rows, std::size_t columns, const ReadRules *rules)
{
    noteReading(line, path, report, counted(rows, "sample") + ", " + counted(columns, "column"), rules);
}

void noteReadings(const CommandLine &line, const Project &project)
{
    forEachPart(project, [&line](Part, const auto &artifact) {
        if (artifact.provenance())
            for (const std::string &sentence : artifact.provenance()->notes)
                line.note(sentence);
    });
}

} // namespace pathgan
