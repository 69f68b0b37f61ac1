// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readingnotes.h"

namespace pathgan {

void noteReading(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
                 const std::string &facts, const ReadRules *rules)
{
    for (const std::string &sentence : readingSentences(path.string(), report, facts, rules))
        line.note(sentence);
}

void noteTable(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
               std::size_t rows, std::size_t columns, const ReadRules *rules)
{
    noteReading(line, path, report, tableFacts(rows, columns), rules);
}

void noteReadings(const CommandLine &line, const Project &project)
{
    for (const std::string &sentence : readingNotes(project))
        line.note(sentence);
}

} // namespace pathgan
