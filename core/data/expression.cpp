// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/expression.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/expressiontable_p.h"
#include "core/data/readreport_p.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <thread>

namespace pathgan {

namespace {

/// SHA-256 of a file, computed in a thread of its own.
class FileHash
{
public:
    explicit FileHash(const std::filesystem::path &path)
        : m_thread([this, path](const std::stop_token &stop) { run(path, stop); })
    {}
    std::string finish()
    {
        m_thread.join();
        return m_digest;
    }

private:
    void run(const std::filesystem::path &path, const std::stop_token &stop)
    {
        std::ifstream stream(path, std::ios::binary);
        std::vector<char> buffer(std::size_t{1} << 18);
        Sha256 hash;
        while (stream && !stop.stop_requested()) {
            stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
            hash.update({buffer.data(), static_cast<std::size_t>(stream.gcount())});
        }
        m_digest = hash.finish();
    }

    std::string m_digest;
    std::jthread m_thread; ///< last: it writes to the others
};

struct Range
{
    float smallest = std::numeric_limits<float>::infinity(),
          largest = -std::numeric_limits<float>::infinity();
};

Range rangeOf(const MatrixF &values)
{
    Range range;
    const float *data = values.data();
    for (Index i = 0; i < values.size(); ++i) { // NaN compares false
        range.smallest = data[i] < range.smallest ? data[i] : range.smallest;
        range.largest = data[i] > range.largest ? data[i] : range.largest;
    }
    return range;
}

ExpressionScale scaleOf(const Range &range)
{
    if (range.smallest < 0)
        return ExpressionScale::LogRatio;
    return range.largest >= 30 ? ExpressionScale::Linear : ExpressionScale::Log2NormCount;
}

/// Problems that end the reading under the rules; all of the file has been looked at before.
Result<void> checkRules(const ReadRules &rules, const TableLayout &layout, const std::filesystem::path &path,
                        const ReadReport &report)
{
    if (const Problem *problem = firstProblem(report, ProblemKind::NotUtf8))
        return problemError(ErrorCode::NotText, path, *problem);
    if (rules.ragged == ReadRules::Ragged::Error && report.raggedRows > 0) {
        const Problem &problem = *firstProblem(report, ProblemKind::RaggedRow);
        return Error{ErrorCode::RaggedRow,
                     place(path, problem.line, 0) + ": " + problem.value + " of " +
                         std::to_string(layout.nameFields + layout.columns.size() + layout.rowTail)};
    }
    if (rules.notNumber == ReadRules::NotNumber::Error && report.notNumbers > 0)
        return problemError(ErrorCode::NotANumber, path, *firstProblem(report, ProblemKind::NotANumber));
    return {};
}

/// Line numbers of the file instead of the chunk's, and one list of problems.
std::size_t mergeReports(std::vector<TableChunk> &chunks, const TableLayout &layout, ReadReport &report)
{
    std::size_t offset = layout.rowsLine - 1;
    std::size_t rows = 0;
    for (TableChunk &chunk : chunks) {
        appendReport(report, std::move(chunk.report), offset);
        for (std::size_t &line : chunk.lines)
            line += offset;
        offset += chunk.lineCount;
        rows += chunk.lines.size();
    }
    return rows;
}

} // namespace

Result<ExpressionMatrix> readExpression(const std::filesystem::path &path, const ReadRules &rules,
                                        ReadReport &report, const TaskContext &context)
{
    report = {};
    Result<TextSource> source = TextSource::open(path, Content::Text);
    if (!source)
        return source.error();
    FileHash hash(path);
    Result<std::string> head = readHead(*source, path);
    if (!head)
        return head.error();
    const Result<TableLayout> layout = readLayout(*head, path, report);
    if (!layout)
        return layout.error();
    std::vector<TableChunk> chunks;
    const Result<void> read = readChunks(*source, path, std::move(*head), *layout, chunks, context);
    const std::size_t rows = mergeReports(chunks, *layout, report);
    if (!read)
        return read.error();
    if (rows == 0)
        return Error{ErrorCode::FileEmpty, place(path, layout->headerLine + 1, 0)};
    if (layout->declaredRows >= 0 && layout->declaredRows != static_cast<long long>(rows))
        report.add(ProblemKind::BadHeader, layout->headerLine - 1, 1, std::to_string(layout->declaredRows));
    if (const Result<void> fine = checkRules(rules, *layout, path, report); !fine)
        return fine.error();
    Result<ExpressionMatrix> matrix = assemble(chunks, *layout, rules, path, report);
    if (!matrix)
        return matrix;
    const Range range = rangeOf(matrix->values);
    matrix->scale = scaleOf(range);
    report.notes.push_back(std::string(scaleName(matrix->scale)) + ": values from " +
                           formatNumber(range.smallest) + " to " + formatNumber(range.largest));
    matrix->path = path.string();
    matrix->sha256 = hash.finish();
    return matrix;
}

const char *scaleName(ExpressionScale scale)
{
    switch (scale) {
    case ExpressionScale::Log2NormCount:
        return marked("Core", "log2(norm count + 1)");
    case ExpressionScale::Linear:
        return marked("Core", "linear");
    case ExpressionScale::LogRatio:
        return marked("Core", "log ratio");
    }
    return "";
}

double linearValue(double value, ExpressionScale scale)
{
    switch (scale) {
    case ExpressionScale::Log2NormCount:
        return std::isnan(value) ? value : std::max(0.0, std::exp2(value) - 1);
    case ExpressionScale::Linear:
        return std::isnan(value) ? value : std::max(0.0, value);
    case ExpressionScale::LogRatio:
        return std::exp2(value);
    }
    return value;
}

double logValue(double value, ExpressionScale scale)
{
    if (scale != ExpressionScale::Linear || std::isnan(value))
        return value;
    return std::log2(std::max(0.0, value) + 1);
}

} // namespace pathgan
