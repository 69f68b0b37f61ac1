#include "core/base/constant.h"
#include "core/base/statistics.h"
#include "core/base/text.h"
#include "core/data/textsource.h"
#include "core/metabolic/cohortflux_p.h"

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

/// Lines without their ends; a byte order mark and empty lines at the end are dropped.
std::vector<std::string> linesOf(std::string text)
{
    if (text.rfind("\xEF\xBB\xBF", 0) == 0)
        text.erase(0, 3);
    std::vector<std::string> lines = split(text, '\n');
    for (std::string &line : lines)
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
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

Result<double> fluxValue(const std::string &field, const std::filesystem::path &path, std::size_t line,
                         std::size_t column)
{
    const std::string name = toUpper(trimmed(field));
    if (name.empty() || name == "NA" || name == "NAN")
        return unknown;
    const std::optional<double> value = parseNumber(trimmed(field));
    if (!value)
        return Error{ErrorCode::NotANumber, place(path, line, column)};
    return *value;
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
    Result<std::string> text = readWholeText(path);
    if (!text)
        return text.error();
    const std::vector<std::string> lines = linesOf(std::move(*text));
    if (lines.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    const char separator = lines.front().find('\t') != std::string::npos ? '\t' : ',';
    std::vector<std::string> header = split(lines.front(), separator);
    if (header.size() < 2 || header.front() != "sample")
        return Error{ErrorCode::BadHeader, place(path, 1, 1)};
    if (lines.size() < 2)
        return Error{ErrorCode::TooFewSamples, path.string()};

    FluxRun run;
    run.reactions.assign(header.begin() + 1, header.end());
    run.values.resize(static_cast<Index>(lines.size() - 1), static_cast<Index>(run.reactions.size()));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::vector<std::string> fields = split(lines[i], separator);
        if (fields.size() != header.size())
            return Error{ErrorCode::RaggedRow, place(path, i + 1, fields.size())};
        run.samples.push_back(fields.front());
        for (std::size_t k = 1; k < fields.size(); ++k) {
            const Result<double> value = fluxValue(fields[k], path, i + 1, k + 1);
            if (!value)
                return value.error();
            run.values(static_cast<Index>(i - 1), static_cast<Index>(k - 1)) = *value;
        }
        const bool isKnown = run.values.row(static_cast<Index>(i - 1)).array().isFinite().all();
        run.status.push_back(isKnown ? SolutionStatus::Optimal : SolutionStatus::Undefined);
    }
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
