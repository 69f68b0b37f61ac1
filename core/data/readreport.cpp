// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readreport.h"

#include "core/base/text.h"
#include "core/data/readreport_p.h"

namespace pathgan {

namespace {

std::size_t &counterOf(ReadReport &report, ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::RaggedRow:
        return report.raggedRows;
    case ProblemKind::NotANumber:
        return report.notNumbers;
    case ProblemKind::MissingValue:
        return report.missingValues;
    case ProblemKind::DuplicateName:
        return report.duplicateNames;
    case ProblemKind::DamagedName:
        return report.damagedNames;
    default:
        return report.otherProblems;
    }
}

/// At most 60 bytes of valid UTF-8; a byte that is none becomes '?'.
std::string shortened(std::string_view value)
{
    constexpr std::size_t longest = 60;
    std::string text(value.substr(0, longest));
    for (std::size_t cut = 0; cut < 4 && value.size() > longest && !isValidUtf8(text); ++cut)
        text.pop_back();
    if (isValidUtf8(text))
        return text;
    text.assign(value.substr(0, longest));
    for (char &c : text) {
        if (static_cast<unsigned char>(c) >= 0x80)
            c = '?';
    }
    return text;
}

} // namespace

void ReadReport::add(ProblemKind kind, std::size_t line, std::size_t column, std::string_view value)
{
    if (counterOf(*this, kind)++ < maxListed)
        problems.push_back({kind, line, column, shortened(value)});
}

void appendReport(ReadReport &report, ReadReport &&part, std::size_t lineOffset)
{
    for (Problem &problem : part.problems) {
        --counterOf(part, problem.kind);
        if (counterOf(report, problem.kind)++ >= ReadReport::maxListed)
            continue;
        problem.line += lineOffset;
        report.problems.push_back(std::move(problem));
    }
    report.raggedRows += part.raggedRows;
    report.notNumbers += part.notNumbers;
    report.missingValues += part.missingValues;
    report.duplicateNames += part.duplicateNames;
    report.damagedNames += part.damagedNames;
    report.otherProblems += part.otherProblems;
}

const Problem *firstProblem(const ReadReport &report, ProblemKind kind)
{
    for (const Problem &problem : report.problems) {
        if (problem.kind == kind)
            return &problem;
    }
    return nullptr;
}

std::string place(const std::filesystem::path &path, std::size_t line, std::size_t column)
{
    std::string text = path.string() + ":" + std::to_string(line);
    return column > 0 ? text + ":" + std::to_string(column) : text;
}

Error problemError(ErrorCode code, const std::filesystem::path &path, const Problem &problem)
{
    std::string detail = place(path, problem.line, problem.column);
    if (!problem.value.empty())
        detail += ": " + problem.value;
    return {code, detail};
}

} // namespace pathgan
