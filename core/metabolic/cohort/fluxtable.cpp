// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/fluxtable.h"

#include "core/base/constant.h"
#include "core/base/statistics.h"
#include "core/base/text.h"
#include "core/data/barcode.h"
#include "core/data/clinical.h"
#include "core/data/genelist.h"
#include "core/data/texttable.h"
#include "core/metabolic/cohort/fluxtable_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool varies(const MatrixD &values, Index column)
{
    const VectorD entries = values.col(column);
    return !isConstant({entries.data(), static_cast<std::size_t>(entries.size())});
}

std::string place(const std::filesystem::path &path, std::size_t line, std::size_t column)
{
    return path.string() + ':' + std::to_string(line) + ':' + std::to_string(column);
}

/// First name that occurs twice from `first` on; empty: none.
std::string repeated(const std::vector<std::string> &names)
{
    std::unordered_set<std::string> seen;
    for (const std::string &name : names)
        if (!seen.insert(name).second)
            return name;
    return {};
}

/// A field of the table as a flux; NaN where it is missing.
Result<double> fluxValue(const TextTable &table, const std::string &field, const std::filesystem::path &path,
                         std::size_t line, std::size_t column, ReadReport &report)
{
    if (isMissingToken(field)) {
        report.add(ProblemKind::MissingValue, line, column, field);
        return unknown;
    }
    const std::optional<double> value = table.number(field);
    if (!value || !std::isfinite(*value))
        return Error{ErrorCode::NotANumber, place(path, line, column) + ": " + field};
    return *value;
}

/// Tables with a sample a column are turned over: barcodes stand in the header only.
bool samplesAreColumns(const TextTable &table)
{
    const auto isSample = [](const std::string &name) { return parseBarcode(name).has_value(); };
    return std::any_of(table.header.begin() + 1, table.header.end(), isSample) &&
           std::none_of(table.rows.begin(), table.rows.end(),
                        [&](const Record &row) { return isSample(row.fields.front()); });
}

/// Rows × columns of the values.
Result<MatrixD> fluxValues(const TextTable &table, const std::filesystem::path &path, ReadReport &report)
{
    const std::size_t first = table.lacksCorner ? 0 : 1;
    MatrixD values(static_cast<Index>(table.rows.size()), static_cast<Index>(table.width() - 1));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Record &row = table.rows[i];
        if (trimmed(row.fields.front()).empty())
            return Error{ErrorCode::MissingValue, place(path, row.line, 1)};
        for (std::size_t k = 1; k < table.width(); ++k) {
            if (table.header[k].empty())
                return Error{ErrorCode::BadHeader, place(path, table.headerLine, k + first)};
            const Result<double> value = fluxValue(table, row.fields[k], path, row.line, k + 1, report);
            if (!value)
                return value.error();
            values(static_cast<Index>(i), static_cast<Index>(k - 1)) = *value;
        }
    }
    return values;
}

} // namespace

void describeVariation(FluxRun &run)
{
    std::vector<Index> columns;
    for (Index column = 0; column < run.values.cols(); ++column)
        if (varies(run.values, column))
            columns.push_back(column);
    run.varyingReactions = columns.size();
    std::vector<Index> rows;
    for (Index row = 0; row < run.values.rows(); ++row)
        if (run.status[static_cast<std::size_t>(row)] == SolutionStatus::Optimal)
            rows.push_back(row);
    // Constant columns are left out here: standardised, their rounding would look like signal.
    const MatrixD varying = run.values(rows, columns);
    run.effectiveRank = rows.size() > 1 && !columns.empty() ? effectiveRank(varying) : 0;
}

Result<FluxRun> readFluxTable(const std::filesystem::path &path)
{
    ReadReport report;
    return readFluxTable(path, report);
}

Result<FluxRun> readFluxTable(const std::filesystem::path &path, ReadReport &report, ReadRules::Ragged ragged)
{
    const Result<TextTable> table = readTextTable(path, report, HeaderRule::Always, ragged);
    if (!table)
        return table.error();
    const std::string &corner = table->header.front();
    if (table->width() < 2 || (isGeneHeader(corner) && toUpper(corner) != "ID"))
        return Error{ErrorCode::BadHeader, place(path, table->headerLine, 1)};
    if (table->rows.empty())
        return Error{ErrorCode::TooFewSamples, path.string()};
    Result<MatrixD> values = fluxValues(*table, path, report);
    if (!values)
        return values.error();

    FluxRun run;
    run.reactions.assign(table->header.begin() + 1, table->header.end());
    for (const Record &row : table->rows)
        run.samples.emplace_back(trimmed(row.fields.front()));
    run.values = *std::move(values);
    if (samplesAreColumns(*table)) {
        std::swap(run.reactions, run.samples);
        run.values.transposeInPlace();
    }
    for (Index row = 0; row < run.values.rows(); ++row)
        run.status.push_back(run.values.row(row).array().isFinite().all() ? SolutionStatus::Optimal
                                                                          : SolutionStatus::Undefined);
    for (const auto *names : {&run.reactions, &run.samples})
        if (const std::string name = repeated(*names); !name.empty())
            return Error{ErrorCode::DuplicateName, path.string() + ": " + name};
    run.growth.assign(run.samples.size(), unknown);
    run.wildTypeGrowth = unknown;
    run.options.reactions = run.reactions;
    describeVariation(run);
    return run;
}

} // namespace pathgan
