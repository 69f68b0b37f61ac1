// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/unfinishedflux.h"

#include "core/base/text.h"
#include "core/metabolic/cohort/dualtext_p.h"

#include <memory>

namespace pathgan {

namespace {

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
std::string boundField(const ExpressedBound &bound)
{
    return (bound.isUpper ? '+' : '-') + bound.reaction;
}

bool readBound(const std::string &field, CapacityDuals &duals)
{
    if (field.size() < 2 || (field[0] != '+' && field[0] != '-'))
        return false;
    ExpressedBound bound;
    bound.isUpper = field[0] == '+';
    bound.reaction = field.substr(1);
    duals.bounds.push_back(std::move(bound));
    return true;
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

constexpr const char *runName = "flux", *withMinima = "range", *withDuals = "duals";

} // namespace

KeptSamples keptFlux(const FluxRun &run)
{
    const bool hasMinima = run.minima.size() > 0;
    KeptSamples kept;
    kept.key = run.key;
    kept.head = {runName, hasMinima ? withMinima : "values", run.duals ? withDuals : "",
                 std::to_string(run.reactions.size())};
    kept.head.insert(kept.head.end(), run.reactions.begin(), run.reactions.end());
    if (run.duals)
        for (const ExpressedBound &bound : run.duals->bounds)
            kept.head.push_back(boundField(bound));
    kept.names = run.samples;
    for (std::size_t i = 0; i < run.samples.size(); ++i) {
        std::string text = std::string("\t") + statusName(run.status[i]) + numberField(run.growth[i]);
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
        kept.rows.push_back(std::move(text));
    }
    return kept;
}

bool isFlux(const KeptSamples &kept)
{
    return !kept.head.empty() && kept.head.front() == runName;
}

std::optional<FluxRun> fluxOf(const KeptSamples &kept)
{
    if (!isFlux(kept) || kept.head.size() < 4)
        return {};
    const double count = parseNumber(kept.head[3]).value_or(-1);
    if (!(count >= 0 && count <= static_cast<double>(kept.head.size() - 4)))
        return {};
    const bool hasMinima = kept.head[1] == withMinima;
    const auto bounds = kept.head.begin() + 4 + static_cast<std::ptrdiff_t>(count);
    FluxRun run;
    run.key = kept.key;
    run.reactions.assign(kept.head.begin() + 4, bounds);
    const auto duals = kept.head[2] == withDuals ? std::make_shared<CapacityDuals>() : nullptr;
    for (auto bound = bounds; bound != kept.head.end(); ++bound)
        if (!duals || !readBound(*bound, *duals))
            return {};
    const auto rows = static_cast<Index>(kept.names.size()),
               columns = static_cast<Index>(run.reactions.size());
    run.values.resize(rows, columns);
    if (hasMinima)
        run.minima.resize(rows, columns);
    for (Index row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (!readRow(split(kept.names[at] + kept.rows[at], '\t'), hasMinima, row, duals.get(), run))
            return {};
    }
    run.duals = duals;
    run.stoppedEarly = true;
    return run;
}

} // namespace pathgan
