#include "app/readingnotes.h"

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

std::string joined(const std::vector<std::string> &parts, const char *separator)
{
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : separator) + part;
    return text;
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
    default:
        return counted(count, problemName(kind), std::string(problemName(kind)) + 's');
    }
}

std::string placeOf(const Problem &problem)
{
    std::string text = "line " + std::to_string(problem.line);
    if (problem.column > 0)
        text += ", column " + std::to_string(problem.column);
    return problem.value.empty() ? text : text + ": " + problem.value;
}

std::string lossText(const CohortLoss &loss)
{
    std::string text;
    if (loss.reason == CohortLoss::Reason::NotPrimaryTumour)
        text = counted(loss.count, "is no primary tumour", "are no primary tumours");
    else if (loss.reason == CohortLoss::Reason::SecondOfPatient)
        text = counted(loss.count, "is a second sample of a patient", "are second samples of a patient");
    else
        text = counted(loss.count, "is there twice", "are there twice");
    std::vector<std::string> examples(
        loss.examples.begin(),
        loss.examples.begin() + static_cast<std::ptrdiff_t>(std::min(mostExamples, loss.examples.size())));
    if (loss.count > examples.size())
        examples.emplace_back("…");
    return text + " (" + joined(examples, ", ") + ')';
}

} // namespace

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
        sentences.push_back(name + ": " + joined(how, "; "));
    for (const auto &[kind, count] : countsOf(report))
        met.push_back(nounOf(kind, count) + fateOf(kind, rules));
    if (!met.empty())
        sentences.push_back(
            name + ": " + joined(met, ", ") +
            (report.problems.empty() ? std::string() : "; the first at " + placeOf(report.problems.front())));
    return sentences;
}

void noteReading(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
                 const std::string &facts, const ReadRules *rules)
{
    for (const std::string &sentence : readingSentences(path.string(), report, facts, rules))
        line.note(sentence);
}

void noteCohort(const CommandLine &line, const Cohort &cohort)
{
    std::vector<std::string> lost;
    for (const CohortLoss &loss : cohort.losses)
        if (loss.count > 0 && loss.reason != CohortLoss::Reason::NoClinicalRow &&
            loss.reason != CohortLoss::Reason::NoExpression)
            lost.push_back(lossText(loss));
    if (!lost.empty())
        line.note(counted(cohort.size(), "sample is", "samples are") + " used; of the others " +
                  joined(lost, ", "));
}

void noteModel(const CommandLine &line, const MetabolicModel &model)
{
    if (model.warnings.empty())
        return;
    const auto shown = static_cast<std::ptrdiff_t>(std::min(mostExamples, model.warnings.size()));
    std::vector<std::string> some(model.warnings.begin(), model.warnings.begin() + shown);
    if (model.warnings.size() > some.size())
        some.emplace_back("…");
    line.note(model.path + ": " + counted(model.warnings.size(), "warning", "warnings") + ": " +
              joined(some, "; "));
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
    std::string text = counted(list.genes.size(), "gene", "genes");
    if (list.notFinite > 0)
        text += ", " + std::to_string(list.notFinite) + " left out for a score that is not finite";
    if (list.tiedShare > 0) {
        const double percent = 100 * list.tiedShare;
        text += ", " + (percent < 1 ? "below 1" : std::to_string(std::llround(percent))) +
                " % share their score with another";
    }
    return text;
}

} // namespace pathgan
