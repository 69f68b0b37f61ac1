// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/unfinishedflux.h"

#include "core/base/tablewriter.h"
#include "core/base/text.h"
#include "core/data/textsource.h"
#include "core/metabolic/cohort/dualtext_p.h"

#include <array>
#include <cmath>
#include <limits>
#include <memory>

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

/// The last fields of a row: growth's solution and each reaction's.
bool readDuals(const std::vector<std::string> &fields, std::size_t first, CapacityDuals &duals)
{
    for (std::size_t k = first; k < fields.size(); ++k) {
        std::optional<DualSolution> solution = solutionOf(fields[k], duals.bounds.size());
        if (!solution)
            return false;
        (k == first ? duals.growth : duals.values).push_back(std::move(*solution));
    }
    return true;
}

/// Reactions of the bounds that duals speak of, + upper, − lower. The rest is made again from the inputs.
std::string boundsLine(const CapacityDuals &duals)
{
    std::string text = "bounds";
    for (const ExpressedBound &bound : duals.bounds)
        text += (bound.isUpper ? "\t+" : "\t-") + bound.reaction;
    return text + '\n';
}

std::shared_ptr<CapacityDuals> readBounds(const std::string &line)
{
    const std::vector<std::string> fields = split(line, '\t');
    if (fields.front() != "bounds")
        return nullptr;
    auto duals = std::make_shared<CapacityDuals>();
    for (std::size_t k = 1; k < fields.size(); ++k) {
        if (fields[k].size() < 2 || (fields[k][0] != '+' && fields[k][0] != '-'))
            return nullptr;
        ExpressedBound bound;
        bound.isUpper = fields[k][0] == '+';
        bound.reaction = fields[k].substr(1);
        duals->bounds.push_back(std::move(bound));
    }
    return duals;
}

/// Sample, status, growth, then of each reaction its value (and minimum) and the status of the value.
bool readRow(const std::vector<std::string> &fields, bool hasMinima, Index row, CapacityDuals *duals,
             FluxRun &run)
{
    const std::size_t each = hasMinima ? 3 : 2, reactions = run.reactions.size();
    if (fields.size() != 3 + each * reactions + (duals ? 1 + reactions : 0))
        return false;
    const std::optional<SolutionStatus> status = statusFromName(fields[1]);
    const std::optional<double> growth = fieldNumber(fields[2]);
    if (!status || !growth)
        return false;
    run.samples.push_back(fields[0]);
    run.status.push_back(*status);
    run.growth.push_back(*growth);
    for (std::size_t k = 0; k < reactions; ++k) {
        const std::string *at = &fields[3 + each * k];
        const std::optional<double> value = fieldNumber(at[0]), least = fieldNumber(at[each - 2]);
        const std::optional<double> known = parseNumber(at[each - 1]);
        if (!value || !least || !known || !(*known >= 0 && *known <= int(ValueStatus::None)))
            return false;
        run.values(row, static_cast<Index>(k)) = *value;
        if (hasMinima)
            run.minima(row, static_cast<Index>(k)) = *least;
        run.valueStatus.push_back(static_cast<ValueStatus>(int(*known)));
    }
    return !duals || readDuals(fields, 3 + each * reactions, *duals);
}

} // namespace

Result<void> writeUnfinishedFlux(const FluxRun &run, const std::filesystem::path &path)
{
    const bool hasMinima = run.minima.size() > 0;
    std::string text = std::string(unfinishedFluxStart) + run.key + (hasMinima ? "\trange" : "\tvalues") +
                       (run.duals ? "\tduals\n" : "\n") + std::to_string(run.samples.size());
    for (const std::string &reaction : run.reactions)
        text += '\t' + reaction;
    text += '\n';
    if (run.duals)
        text += boundsLine(*run.duals);
    for (std::size_t i = 0; i < run.samples.size(); ++i) {
        text += run.samples[i] + '\t' + statusName(run.status[i]) + numberField(run.growth[i]);
        for (std::size_t k = 0; k < run.reactions.size(); ++k) {
            const auto row = static_cast<Index>(i), column = static_cast<Index>(k);
            text += numberField(run.values(row, column));
            if (hasMinima)
                text += numberField(run.minima(row, column));
            text += '\t' + std::to_string(int(run.valueStatus[i * run.reactions.size() + k]));
        }
        if (run.duals) {
            text += solutionField(run.duals->growth[i]);
            for (std::size_t k = 0; k < run.reactions.size(); ++k)
                text += solutionField(run.duals->of(i, k));
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
    const bool hasDuals = key.size() == 3 && key[2] == "duals",
               hasMinima = key.size() > 1 && key[1] == "range";
    const std::size_t first = hasDuals ? 4 : 3; // line of the first sample; the last line is empty
    const std::optional<double> count = parseNumber(header[0]);
    if ((key.size() != 2 && !hasDuals) || !count ||
        *count + static_cast<double>(first + 1) != static_cast<double>(lines.size()))
        return damaged(3);
    FluxRun run;
    run.key = key[0];
    run.reactions.assign(header.begin() + 1, header.end());
    const std::shared_ptr<CapacityDuals> duals = hasDuals ? readBounds(lines[3]) : nullptr;
    if (hasDuals && !duals)
        return damaged(4);
    const auto rows = static_cast<Index>(*count), columns = static_cast<Index>(run.reactions.size());
    run.values.resize(rows, columns);
    if (hasMinima)
        run.minima.resize(rows, columns);
    for (Index row = 0; row < rows; ++row) {
        const std::size_t line = static_cast<std::size_t>(row) + first;
        if (!readRow(split(lines[line], '\t'), hasMinima, row, duals.get(), run))
            return damaged(line + 1);
    }
    run.duals = duals;
    run.stoppedEarly = true;
    return run;
}

} // namespace pathgan
