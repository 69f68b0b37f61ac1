// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/keptsamples.h"

#include "core/base/tablewriter.h"
#include "core/base/text.h"
#include "core/data/textsource.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace pathgan {

namespace {

/// key, number of samples, head
std::string headLine(const KeptSamples &run)
{
    std::string line = run.key + '\t' + std::to_string(run.names.size());
    for (const std::string &field : run.head)
        line += '\t' + field;
    return line + '\n';
}

/// The run whose head stands in that line; at: the line behind it.
std::optional<KeptSamples> readRun(const std::vector<std::string> &lines, std::size_t &at)
{
    std::vector<std::string> fields = split(lines[at], '\t');
    const std::optional<double> count = fields.size() > 1 ? parseNumber(fields[1]) : std::nullopt;
    if (!count || !(*count >= 0 && *count < static_cast<double>(lines.size() - at - 1)))
        return {};
    KeptSamples run;
    run.key = fields[0];
    run.head.assign(fields.begin() + 2, fields.end());
    for (++at; run.names.size() < static_cast<std::size_t>(*count); ++at) {
        const std::size_t end = lines[at].find('\t');
        if (end == std::string::npos)
            return {};
        run.names.push_back(lines[at].substr(0, end));
        run.rows.push_back(lines[at].substr(end));
    }
    return run;
}

} // namespace

Result<void> writeKept(const std::vector<KeptSamples> &runs, const std::filesystem::path &path)
{
    std::string text = keptSamplesStart;
    for (const KeptSamples &run : runs) {
        text += headLine(run);
        for (std::size_t i = 0; i < run.names.size(); ++i)
            text += run.names[i] + run.rows[i] + '\n';
    }
    return writeText(path, text + "end\n");
}

Result<std::vector<KeptSamples>> readKept(const std::filesystem::path &path)
{
    const Result<std::string> text = readWholeText(path);
    if (!text)
        return text.error();
    const std::vector<std::string> lines = split(*text, '\n');
    const auto damaged = [&](std::size_t line) {
        return Error{ErrorCode::UnknownFormat, path.string() + ':' + std::to_string(line + 1)};
    };
    if (!text->starts_with(keptSamplesStart) || !text->ends_with("\nend\n"))
        return damaged(lines.size() - 1);
    std::vector<KeptSamples> runs;
    for (std::size_t at = 1; at + 2 < lines.size();) {
        std::optional<KeptSamples> run = readRun(lines, at);
        if (!run)
            return damaged(at);
        runs.push_back(*std::move(run));
    }
    return runs;
}

bool SampleKeeper::isComplete() const
{
    return std::all_of(asked.begin(), asked.end(),
                       [](const Asked &run) { return run.finished == run.names.size(); });
}

bool SampleKeeper::hasOthers() const
{
    return std::any_of(asked.begin(), asked.end(), [this](const Asked &run) {
        const KeptSamples *kept = find(run.key);
        const std::unordered_set<std::string> names(run.names.begin(), run.names.end());
        return kept && std::any_of(kept->names.begin(), kept->names.end(),
                                   [&names](const std::string &name) { return names.count(name) == 0; });
    });
}

const KeptSamples *SampleKeeper::find(const std::string &key) const
{
    const auto it =
        std::find_if(runs.begin(), runs.end(), [&key](const KeptSamples &run) { return run.key == key; });
    return it == runs.end() ? nullptr : &*it;
}

void SampleKeeper::put(KeptSamples run)
{
    const auto it = std::find_if(runs.begin(), runs.end(),
                                 [&run](const KeptSamples &other) { return other.key == run.key; });
    if (it == runs.end()) {
        runs.insert(runs.begin(), std::move(run));
        return;
    }
    const std::unordered_set<std::string> names(run.names.begin(), run.names.end());
    for (std::size_t i = 0; i < it->names.size(); ++i)
        if (names.count(it->names[i]) == 0) {
            run.names.push_back(it->names[i]);
            run.rows.push_back(it->rows[i]);
        }
    *it = std::move(run);
}

} // namespace pathgan
