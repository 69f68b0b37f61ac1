// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/coveragenotes.h"
#include "app/commandinputs.h"

#include "core/base/text.h"
#include "core/steps/step.h"

namespace pathgan {

namespace {

std::string counted(std::size_t n, const char *what)
{
    return n > 0 ? std::to_string(n) + " " + what : std::string();
}

std::string listed(std::vector<std::string> parts)
{
    std::erase(parts, std::string());
    return join(parts, ", ");
}

std::string examples(const std::vector<std::string> &names, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < 2; ++i)
        text += (i > 0 ? ", " : "") + names[i];
    return text.empty() ? text : " (" + text + (count > 2 ? ", …)" : ")");
}

/// What follows from the share, for the end of a sentence.
std::string judgement(const CommandLine &line, std::size_t matched, std::size_t total)
{
    switch (total > 0 ? coverageLevel(matched, total) : CoverageLevel::Enough) {
    case CoverageLevel::Enough:
        return {};
    case CoverageLevel::Low:
        return "; fewer than half: results speak of the others only by default values";
    case CoverageLevel::TooLow:
        break;
    }
    const bool isAllowed = line.isSet(QStringLiteral("allow-low-coverage"));
    return std::string("; fewer than a twentieth") +
           (isAllowed ? ": gone on with, as asked" : ": --allow-low-coverage goes on all the same");
}

std::string tableMatches(const Coverage &coverage)
{
    std::string text = listed(
        {counted(coverage.byCase, "in other letters"), counted(coverage.byAlias, "by the gene table")});
    if (!coverage.aliases.empty())
        text += ", e.g. " + coverage.aliases.front();
    return text.empty() ? text : " (" + text + ")";
}

const char *lossText(CohortLoss::Reason reason)
{
    switch (reason) {
    case CohortLoss::Reason::NotPrimaryTumour:
        return "left out, no primary tumour";
    case CohortLoss::Reason::SecondOfPatient:
        return "left out, second sample of a patient";
    case CohortLoss::Reason::DuplicateSample:
        return "left out, sample twice in the table";
    default:
        return nullptr;
    }
}

std::string warningOf(CoverageLevel level)
{
    return level == CoverageLevel::Enough ? std::string() : "warning: ";
}

void noteModel(const CommandLine &line, const ModelCoverage &model)
{
    const CoverageLevel level = coverageLevel(model.scored, model.rules);
    const CoverageLevel ofGenes = coverageLevel(model.genes.matched, model.genes.total);
    const bool isWorse = level == CoverageLevel::Enough && ofGenes != CoverageLevel::Enough;
    line.note(warningOf(std::max(level, ofGenes)) + std::to_string(model.genes.matched) + " of " +
              std::to_string(model.genes.total) +
              " genes of the metabolic model found in the expression matrix" + tableMatches(model.genes) +
              ", " + std::to_string(model.scored) + " of " + std::to_string(model.rules) +
              " reactions with a gene rule scored" +
              (isWorse ? std::string("; fewer than half of the genes: the others are taken as unmeasured")
                       : judgement(line, model.scored, model.rules)));
}

} // namespace

void addCoverageOption(CommandLine &line)
{
    line.addOption(QStringLiteral("allow-low-coverage"),
                   QStringLiteral("go on where two inputs share less than a twentieth of their genes"));
}

void addIdColumnOption(CommandLine &line)
{
    line.addTableOptions(CohortOptions(), {{"samples", nullptr}, {"clinical_id_column", "id-column"}});
}

void noteSelection(const CommandLine &line, const SampleSelection &cohort, const std::string &what)
{
    for (const CohortLoss &loss : cohort.losses)
        if (const char *text = lossText(loss.reason); text && loss.count > 0)
            line.note(std::to_string(loss.count) + (loss.count == 1 ? " sample " : " samples ") + text +
                      examples(loss.examples, loss.count));
    if (cohort.clinical)
        noteSamples(line, cohort.clinicalJoin, what, "the clinical table");
}

void noteSamples(const CommandLine &line, const SampleJoin &join, const std::string &what,
                 const std::string &where)
{
    if (join.of(SampleMatch::Exact) == join.size() && join.idColumn.empty() && join.repeated == 0)
        return;
    const std::size_t without = join.size() - join.matched();
    std::string text = (2 * join.matched() < join.size() ? "warning: " : "") +
                       std::to_string(join.matched()) + " of " + std::to_string(join.size()) +
                       " samples of " + what + " found in " + where;
    if (!join.idColumn.empty())
        text += " by its column " + join.idColumn;
    const std::string how = listed({counted(join.of(SampleMatch::Barcode), "by barcode"),
                                    counted(join.of(SampleMatch::Patient), "by patient"),
                                    counted(join.of(SampleMatch::Spelling), "by spelling")});
    text += how.empty() ? how : " (" + how + ")";
    if (without > 0)
        text += "; " +
                listed({counted(join.of(SampleMatch::NotThere), "not there"),
                        counted(join.of(SampleMatch::OtherSample),
                                "with only another sample of the patient there"),
                        counted(join.of(SampleMatch::Ambiguous), "fit several rows and get none")}) +
                examples(join.unmatched, without);
    if (join.repeated > 0)
        text += "; " + std::to_string(join.repeated) + " stand in several rows, of which the first counts";
    line.note(text);
}

void noteGenes(const CommandLine &line, const Coverage &coverage, const std::string &what,
               const std::string &where)
{
    line.note(warningOf(coverageLevel(coverage.matched, coverage.total)) + std::to_string(coverage.matched) +
              " of " + std::to_string(coverage.total) + " genes of " + what + " found in " + where +
              tableMatches(coverage) + judgement(line, coverage.matched, coverage.total));
}

OrderedJson noteInputs(const CommandLine &line, const InputMatch &match)
{
    if (match.flux)
        noteSamples(line, *match.flux, "the expression matrix", "the flux table");
    if (match.model)
        noteModel(line, *match.model);
    if (match.sets)
        noteGenes(line, *match.sets, "the gene sets", "the expression matrix");
    if (match.interactions)
        noteGenes(line, *match.interactions, "the reactions", "the interaction network");
    if (match.network) {
        noteGenes(line, *match.network, "the trained network", "the expression matrix");
        if (match.network->matched < match.network->total)
            line.note("genes without values stand at the mean of the training samples");
    }
    if (match.logRatios)
        line.note("warning: the expression matrix has negative values (log ratios or centred values): no "
                  "linear scale can be recovered from them, and fluxes computed from them mean little");
    for (const std::string &key : match.warnings())
        if (key.starts_with("gene names look like"))
            line.note("warning: " + key);
    return OrderedJson::parse(matchJson(match), nullptr, false);
}

Result<void> checkModelInputs(const CommandLine &line, const Project &project, OrderedJson &coverage)
{
    if (!measuredCohort(project))
        return missingPart(Part::Expression);
    coverage = noteInputs(line, matchInputs(project));
    return requireModelGenes(*project.model, project.cohort->expression->genes, project.genes(),
                             project.options.allowLowCoverage);
}

} // namespace pathgan
