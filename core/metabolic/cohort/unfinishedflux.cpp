#include "core/metabolic/cohort/unfinishedflux.h"

#include "core/base/tablewriter.h"
#include "core/base/text.h"
#include "core/data/textsource.h"

#include <array>
#include <limits>

namespace pathgan {

namespace {

constexpr std::array allStatuses = {SolutionStatus::Optimal, SolutionStatus::Infeasible,
                                    SolutionStatus::Unbounded, SolutionStatus::Undefined,
                                    SolutionStatus::TimeLimit};

std::optional<SolutionStatus> statusFromName(std::string_view name)
{
    for (const SolutionStatus status : allStatuses)
        if (name == statusName(status))
            return status;
    return {};
}

std::string field(double value)
{
    return '\t' + cellText(Cell(value)); // reads back to the same bits; NaN: empty
}

std::optional<double> numberOf(const std::string &text)
{
    return text.empty() ? std::numeric_limits<double>::quiet_NaN() : parseNumber(text);
}

/// Sample, status, growth, then of each reaction its value (and minimum) and the status of the value.
bool readRow(const std::vector<std::string> &fields, bool hasMinima, Index row, FluxRun &run)
{
    const std::size_t each = hasMinima ? 3 : 2, reactions = run.reactions.size();
    if (fields.size() != 3 + each * reactions)
        return false;
    const std::optional<SolutionStatus> status = statusFromName(fields[1]);
    const std::optional<double> growth = numberOf(fields[2]);
    if (!status || !growth)
        return false;
    run.samples.push_back(fields[0]);
    run.status.push_back(*status);
    run.growth.push_back(*growth);
    for (std::size_t k = 0; k < reactions; ++k) {
        const std::string *at = &fields[3 + each * k];
        const std::optional<double> value = numberOf(at[0]), least = numberOf(at[each - 2]);
        const std::optional<double> known = parseNumber(at[each - 1]);
        if (!value || !least || !known || !(*known >= 0 && *known <= int(ValueStatus::None)))
            return false;
        run.values(row, static_cast<Index>(k)) = *value;
        if (hasMinima)
            run.minima(row, static_cast<Index>(k)) = *least;
        run.valueStatus.push_back(static_cast<ValueStatus>(int(*known)));
    }
    return true;
}

} // namespace

Result<void> writeUnfinishedFlux(const FluxRun &run, const std::filesystem::path &path)
{
    const bool hasMinima = run.minima.size() > 0;
    std::string text = std::string(unfinishedFluxStart) + run.key + (hasMinima ? "\trange\n" : "\tvalues\n") +
                       std::to_string(run.samples.size());
    for (const std::string &reaction : run.reactions)
        text += '\t' + reaction;
    text += '\n';
    for (std::size_t i = 0; i < run.samples.size(); ++i) {
        text += run.samples[i] + '\t' + statusName(run.status[i]) + field(run.growth[i]);
        for (std::size_t k = 0; k < run.reactions.size(); ++k) {
            const auto row = static_cast<Index>(i), column = static_cast<Index>(k);
            text += field(run.values(row, column));
            if (hasMinima)
                text += field(run.minima(row, column));
            text += '\t' + std::to_string(int(run.valueStatus[i * run.reactions.size() + k]));
        }
        text += '\n';
    }
    return writeText(path, text);
}

Result<FluxRun> readUnfinishedFlux(const std::filesystem::path &path)
{
    Result<std::string> text = readWholeText(path);
    if (!text)
        return text.error();
    const auto damaged = [&](std::size_t line) {
        return Error{ErrorCode::UnknownFormat, path.string() + ':' + std::to_string(line)};
    };
    const std::vector<std::string> lines = split(*text, '\n');
    if (lines.size() < 4 || !text->starts_with(unfinishedFluxStart) || !lines.back().empty())
        return damaged(1);
    const std::vector<std::string> key = split(lines[1], '\t');
    std::vector<std::string> header = split(lines[2], '\t');
    const std::optional<double> count = parseNumber(header[0]);
    if (key.size() != 2 || !count || *count != static_cast<double>(lines.size() - 4))
        return damaged(3);
    FluxRun run;
    run.key = key[0];
    run.reactions.assign(header.begin() + 1, header.end());
    const auto rows = static_cast<Index>(lines.size() - 4),
               columns = static_cast<Index>(run.reactions.size());
    const bool hasMinima = key[1] == "range";
    run.values.resize(rows, columns);
    if (hasMinima)
        run.minima.resize(rows, columns);
    for (Index row = 0; row < rows; ++row) {
        const auto line = static_cast<std::size_t>(row) + 3;
        if (!readRow(split(lines[line], '\t'), hasMinima, row, run))
            return damaged(line + 1);
    }
    run.stoppedEarly = true;
    return run;
}

} // namespace pathgan
