// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/readingnotes.h"

#include "core/base/text.h"
#include "core/enrichment/prerank.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace pathgan {

namespace {

constexpr std::size_t mostExamples = 3;

std::string counted(std::size_t count, const std::string &one, const std::string &many)
{
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

/// How often each kind was met: the report lists some of them only, but counts all of the common ones.
std::map<ProblemKind, std::size_t> countsOf(const ReadReport &report)
{
    std::map<ProblemKind, std::size_t> counts;
    for (const Problem &problem : report.problems)
        ++counts[problem.kind];
    for (const auto &[kind, count] : {std::pair{ProblemKind::RaggedRow, report.raggedRows},
                                      {ProblemKind::NotANumber, report.notNumbers},
                                      {ProblemKind::MissingValue, report.missingValues},
                                      {ProblemKind::DuplicateName, report.duplicateNames}})
        if (count > 0)
            counts[kind] = count;
    return counts;
}

/// What became of problems for which there is a choice.
std::string fateOf(ProblemKind kind, const ReadRules *rules)
{
    if (!rules)
        return {};
    static constexpr std::array ragged = {"", "dropped", "filled with missing values"};
    static constexpr std::array missing = {"kept as unmeasured", "taken as zero",
                                           "taken as the gene's median", "their genes dropped"};
    static constexpr std::array duplicate = {"the first kept", "their mean kept", "the largest kept", ""};
    const char *fate = "";
    if (kind == ProblemKind::RaggedRow)
        fate = ragged[static_cast<std::size_t>(rules->ragged)];
    else if (kind == ProblemKind::NotANumber)
        fate = rules->notNumber == ReadRules::NotNumber::Missing ? "taken as missing" : "";
    else if (kind == ProblemKind::MissingValue)
        fate = missing[static_cast<std::size_t>(rules->missing)];
    else if (kind == ProblemKind::DuplicateName)
        fate = duplicate[static_cast<std::size_t>(rules->duplicate)];
    return *fate ? std::string(" (") + fate + ')' : std::string();
}

std::string nounOf(ProblemKind kind, std::size_t count)
{
    switch (kind) {
    case ProblemKind::NotANumber:
        return counted(count, "field that is no number", "fields that are no numbers");
    case ProblemKind::NotUtf8:
        return counted(count, "text that is not UTF-8", "texts that are not UTF-8");
    case ProblemKind::BadHeader:
        return counted(count, "statement of the header that does not hold",
                       "statements of the header that do not hold");
    case ProblemKind::RepeatedHeader:
        return counted(count, "row that repeats the header (left out)",
                       "rows that repeat the header (left out)");
    default:
        return counted(count, problemWord(kind), std::string(problemWord(kind)) + 's');
    }
}

std::string placeOf(const Problem &problem)
{
    std::string text = "line " + std::to_string(problem.line);
    if (problem.column > 0)
        text += ", column " + std::to_string(problem.column);
    return problem.value.empty() ? text : text + ": " + problem.value;
}

/// What was probably meant by names that a spreadsheet changed.
std::string damagedNames(const ReadReport &report)
{
    std::vector<std::string> examples;
    for (const Problem &problem : report.problems)
        if (problem.kind == ProblemKind::DamagedName && examples.size() < mostExamples)
            examples.push_back(problem.value);
    return counted(report.damagedNames, "gene name was", "gene names were") +
           " changed by a spreadsheet, and stay as they are: " + join(examples, "; ");
}

} // namespace

const char *problemWord(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::RaggedRow:
        return "ragged row";
    case ProblemKind::NotANumber:
        return "not a number";
    case ProblemKind::MissingValue:
        return "missing value";
    case ProblemKind::DuplicateName:
        return "duplicate name";
    case ProblemKind::EmptyName:
        return "empty name";
    case ProblemKind::NotUtf8:
        return "not UTF-8";
    case ProblemKind::BadHeader:
        return "bad header";
    case ProblemKind::LongHeader:
        return "long header";
    case ProblemKind::DamagedName:
        return "gene name changed by a spreadsheet";
    case ProblemKind::RepeatedHeader:
        return "row that repeats the header";
    }
    return "";
}

std::vector<std::string> readingSentences(const std::string &name, const ReadReport &report,
                                          const std::string &facts, const ReadRules *rules)
{
    std::vector<std::string> how;
    if (!report.format.empty())
        how.push_back(report.format + (facts.empty() ? "" : ", " + facts));
    else if (!facts.empty())
        how.push_back(facts);
    how.insert(how.end(), report.notes.begin(), report.notes.end());
    std::vector<std::string> sentences, met;
    if (!how.empty())
        sentences.push_back(name + ": " + join(how, "; "));
    if (report.damagedNames > 0)
        sentences.push_back(name + ": " + damagedNames(report));
    for (const auto &[kind, count] : countsOf(report))
        if (kind != ProblemKind::DamagedName)
            met.push_back(nounOf(kind, count) + fateOf(kind, rules));
    if (!met.empty())
        sentences.push_back(
            name + ": " + join(met, ", ") +
            (report.problems.empty() ? std::string() : "; the first at " + placeOf(report.problems.front())));
    return sentences;
}

std::string tableFacts(std::size_t rows, std::size_t columns)
{
    return counted(rows, "sample", "samples") + ", " + counted(columns, "column", "columns");
}

std::string factsOf(const ExpressionMatrix &matrix)
{
    return counted(matrix.genes.size(), "gene", "genes") + ", " +
           counted(matrix.samples.size(), "sample", "samples");
}

std::string factsOf(const ClinicalTable &table)
{
    std::size_t missing = 0, empty = 0;
    for (const ClinicalColumn &column : table.columns) {
        const auto count = static_cast<std::size_t>(
            std::count_if(column.values.begin(), column.values.end(),
                          [](const std::string &value) { return isMissingToken(value); }));
        missing += count;
        empty += count == column.values.size() ? 1 : 0;
    }
    const std::size_t cells = table.ids.size() * table.columns.size();
    std::string text =
        counted(table.ids.size(), "row", "rows") + ", " + counted(table.columns.size(), "column", "columns");
    if (missing > 0)
        text +=
            ", " +
            std::to_string(std::llround(100.0 * static_cast<double>(missing) / static_cast<double>(cells))) +
            " % of the values missing";
    if (empty > 0)
        text += ", " + counted(empty, "column", "columns") + " without any";
    return text;
}

std::string factsOf(const GeneSetCollection &sets)
{
    return counted(sets.sets.size(), "gene set", "gene sets");
}

std::string factsOf(const InteractionNetwork &network)
{
    return counted(network.genes.size(), "gene", "genes") + ", " +
           counted(network.edges.size(), "interaction", "interactions") +
           (network.threshold > 0 ? " with a score of " + std::to_string(network.threshold) + " or more"
                                  : std::string());
}

std::string factsOf(const RankedList &list)
{
    return counted(list.genes.size(), "gene", "genes");
}

namespace {

std::string factsOf(const Project &project, Part part)
{
    switch (part) {
    case Part::Expression:
        return factsOf(*project.expression);
    case Part::Clinical:
        return factsOf(*project.clinical);
    case Part::GeneSets:
        return factsOf(*project.geneSets);
    case Part::Interactions:
        return factsOf(*project.interactions);
    default:
        return {};
    }
}

} // namespace

std::vector<std::string> readingNotes(const Project &project, Part part, const std::string &name,
                                      const ReadReport &report, const ReadRules &rules)
{
    const bool hasRules = part == Part::Expression || part == Part::Clinical;
    return readingSentences(name, report, factsOf(project, part), hasRules ? &rules : nullptr);
}

std::vector<std::string> readingNotes(const Project &project)
{
    std::vector<std::string> notes;
    forEachPart(project, [&notes](Part, const auto &artifact) {
        if (artifact.provenance())
            notes.insert(notes.end(), artifact.provenance()->notes.begin(),
                         artifact.provenance()->notes.end());
    });
    return notes;
}

} // namespace pathgan
