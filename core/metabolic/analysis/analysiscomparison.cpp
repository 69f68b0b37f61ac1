// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/analysis/analysiscomparison.h"
#include "core/base/marked.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace pathgan {

namespace {

using Row = std::vector<Cell>;

/// Rows between two looks at the stop switch.
constexpr std::size_t rowsAtOnce = 4096;

/// A difference that the solver's tolerance explains is none.
double differenceOf(double a, double b)
{
    return std::abs(b - a) <= 1e-7 * std::max({1.0, std::abs(a), std::abs(b)}) ? 0 : b - a;
}

double numberAt(const Row &row, std::size_t column)
{
    const auto *number = std::get_if<double>(&row[column]);
    return number ? *number : std::nan("");
}

std::size_t columnOf(const Table &table, std::string_view name)
{
    return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) -
                                    table.header.begin());
}

/// Where a value stands in either table.
struct Compared
{
    std::size_t first, second;
};

std::vector<std::string> comparedValues(AnalysisKind kind)
{
    if (kind == AnalysisKind::Fluxes)
        return {"flux"};
    if (kind == AnalysisKind::Ranges)
        return {"minimum", "maximum"};
    return {"growth"};
}

/// The values side by side, and by how much the row differs.
Row comparedRow(const Row &first, const Row &second, const std::vector<Compared> &values,
                std::size_t nameColumn, double &largest)
{
    Row cells;
    cells.reserve(2 + 3 * values.size());
    cells.push_back(first[0]);
    largest = 0;
    for (const Compared &value : values) {
        const double a = numberAt(first, value.first), b = numberAt(second, value.second),
                     difference = differenceOf(a, b);
        cells.insert(cells.end(), {Cell(a), Cell(b), Cell(difference)});
        largest = std::max(largest, std::isnan(difference) ? 0.0 : std::abs(difference));
    }
    cells.push_back(first[nameColumn]);
    return cells;
}

/// Rows by size, largest first, ties as they stand. In pieces between which a stop is seen; empty then.
std::vector<std::size_t> orderOf(const std::vector<double> &size, const TaskContext &context)
{
    constexpr std::size_t piece = 1 << 16;
    std::vector<std::size_t> order(size.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto larger = [&](std::size_t a, std::size_t b) { return size[a] > size[b]; };
    const auto at = [&](std::size_t row) {
        return order.begin() + static_cast<std::ptrdiff_t>(std::min(row, order.size()));
    };
    for (std::size_t from = 0; from < order.size(); from += piece) {
        if (context.shouldStop())
            return {};
        std::stable_sort(at(from), at(from + piece), larger);
    }
    for (std::size_t width = piece; width < order.size(); width *= 2) {
        for (std::size_t from = 0; from + width < order.size(); from += 2 * width) {
            if (context.shouldStop())
                return {};
            std::inplace_merge(at(from), at(from + width), at(from + 2 * width), larger);
        }
    }
    return order;
}

} // namespace

bool areComparable(const ModelAnalysis &first, const ModelAnalysis &second)
{
    return analysisKind(first.options.method) == analysisKind(second.options.method) &&
           takesGenes(first.options.method) == takesGenes(second.options.method);
}

Result<Table> compareAnalyses(const ModelAnalysis &first, const ModelAnalysis &second,
                              const TaskContext &context)
{
    const AnalysisKind kind = analysisKind(first.options.method);
    if (!areComparable(first, second))
        return Error{ErrorCode::InvalidOption, "method"};
    Table table{{kind == AnalysisKind::Deletions ? "deleted" : "reaction"}, {}};
    std::vector<Compared> values;
    for (const std::string &value : comparedValues(kind)) {
        values.push_back({columnOf(first.table, value), columnOf(second.table, value)});
        for (const char *suffix : {"_a", "_b", "_difference"})
            table.header.push_back(value + suffix);
    }
    table.header.emplace_back("name");
    const std::size_t nameColumn = columnOf(first.table, "name");

    context.report(marked("Core", "Comparing runs"), 0, 0);
    std::unordered_map<std::string_view, const Row *> rowOf;
    rowOf.reserve(second.table.rows.size());
    for (const Row &row : second.table.rows) {
        rowOf.emplace(std::get<std::string>(row[0]), &row);
        if (rowOf.size() % rowsAtOnce == 0 && context.shouldStop())
            return Error{ErrorCode::Cancelled, {}};
    }
    std::vector<double> size;
    const auto total = static_cast<double>(first.table.rows.size());
    for (std::size_t i = 0; i < first.table.rows.size(); ++i) {
        if (i % rowsAtOnce == 0) {
            if (context.shouldStop())
                return Error{ErrorCode::Cancelled, {}};
            context.report(marked("Core", "Comparing runs"), static_cast<double>(i), total);
        }
        const Row &row = first.table.rows[i];
        const auto other = rowOf.find(std::get<std::string>(row[0]));
        if (other == rowOf.end())
            continue;
        double largest = 0;
        table.rows.push_back(comparedRow(row, *other->second, values, nameColumn, largest));
        size.push_back(largest);
    }
    const std::vector<std::size_t> order = orderOf(size, context);
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    std::vector<Row> sorted;
    sorted.reserve(order.size());
    for (const std::size_t row : order)
        sorted.push_back(std::move(table.rows[row]));
    table.rows = std::move(sorted);
    return table;
}

} // namespace pathgan
