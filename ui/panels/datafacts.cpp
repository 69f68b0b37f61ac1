// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/datafacts.h"

#include "ui/coretext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace pathgan {

namespace {

QString say(const char *text, qint64 n = -1)
{
    return QCoreApplication::translate("DataFacts", text, nullptr, static_cast<int>(n));
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString count(std::size_t n)
{
    return countText(static_cast<qint64>(n));
}

QString factsOf(const ExpressionMatrix &matrix, const ReadReport &report)
{
    return joined({say(QT_TRANSLATE_NOOP("DataFacts", "%1 genes × %2 samples"))
                       .arg(count(matrix.genes.size()), count(matrix.samples.size())),
                   coreText(report.format), coreText(scaleName(matrix.scale)),
                   report.missingValues > 0 ? say(QT_TRANSLATE_N_NOOP("DataFacts", "%n missing value(s)"),
                                                  static_cast<qint64>(report.missingValues))
                                            : QString()});
}

/// How many values the file lacks, and what stands for them.
QString missingText(const ExpressionMatrix &matrix, const ReadReport &report, ReadRules::Missing rule)
{
    if (report.missingValues == 0)
        return {};
    const double all = static_cast<double>(matrix.genes.size()) * static_cast<double>(matrix.samples.size());
    const QString share = numberText(100 * static_cast<double>(report.missingValues) / std::max(all, 1.0), 2);
    const QString found = say(QT_TRANSLATE_N_NOOP("DataFacts", "%n value(s) are missing in the file"),
                              static_cast<qint64>(report.missingValues)) +
                          QStringLiteral(" (%1 %): ").arg(share);
    switch (rule) {
    case ReadRules::Missing::Keep:
        return found +
               say(QT_TRANSLATE_NOOP("DataFacts", "unmeasured there, shown as – and never taken as zero."));
    case ReadRules::Missing::Zero:
        return found + say(QT_TRANSLATE_NOOP("DataFacts", "taken as zero."));
    case ReadRules::Missing::GeneMedian:
        return found + say(QT_TRANSLATE_NOOP("DataFacts", "the median of their gene stands for them."));
    case ReadRules::Missing::DropGene:
        return found + say(QT_TRANSLATE_NOOP("DataFacts", "their genes are left out."));
    }
    return found;
}

QString lossText(CohortLoss::Reason reason)
{
    switch (reason) {
    case CohortLoss::Reason::NotPrimaryTumour:
        return say(QT_TRANSLATE_NOOP("DataFacts", "no primary tumour: %1"));
    case CohortLoss::Reason::SecondOfPatient:
        return say(QT_TRANSLATE_NOOP("DataFacts", "second sample of a patient: %1"));
    case CohortLoss::Reason::DuplicateSample:
        return say(QT_TRANSLATE_NOOP("DataFacts", "sample twice in the matrix: %1"));
    case CohortLoss::Reason::NoClinicalRow:
        return say(QT_TRANSLATE_NOOP("DataFacts", "kept, but without a clinical row: %1"));
    case CohortLoss::Reason::NoExpression:
        return say(QT_TRANSLATE_NOOP("DataFacts", "clinical row without expression: %1"));
    case CohortLoss::Reason::AmbiguousClinicalRow:
        return say(QT_TRANSLATE_NOOP("DataFacts", "kept, but several clinical rows fit: %1"));
    }
    return {};
}

/// A note of the reader; the one on the scale holds two numbers.
QString noteText(const std::string &note)
{
    static const QRegularExpression range(QStringLiteral("^(.+): values from (\\S+) to (\\S+)$"));
    const QRegularExpressionMatch match = range.match(QString::fromStdString(note));
    if (!match.hasMatch())
        return coreText(note);
    return say(QT_TRANSLATE_NOOP("DataFacts", "Values range from %1 to %2."))
        .arg(numberText(match.captured(2).toDouble()), numberText(match.captured(3).toDouble()));
}

/// The reader's notes are no sentences.
QString asSentence(QString text)
{
    if (text.isEmpty())
        return text;
    text[0] = text[0].toUpper();
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

} // namespace

InputFacts inputFacts(const Project &project, Part part, const ReadReport &report)
{
    InputFacts facts;
    const auto setPath = [&](const std::string &path) {
        facts.path = QString::fromStdString(path);
        facts.file = QFileInfo(facts.path).fileName();
    };
    if (part == Part::Expression && project.expression) {
        setPath(project.expression->path);
        facts.text = factsOf(*project.expression, report);
    } else if (part == Part::Clinical && project.clinical) {
        setPath(project.clinical->path);
        facts.text = say(QT_TRANSLATE_NOOP("DataFacts", "%1 rows × %2 columns"))
                         .arg(count(project.clinical->ids.size()), count(project.clinical->columns.size()));
    } else if (part == Part::GeneSets && project.geneSets) {
        setPath(project.geneSets->path);
        facts.text = joined(
            {say(QT_TRANSLATE_NOOP("DataFacts", "%1 gene sets")).arg(count(project.geneSets->sets.size())),
             coreText(report.format)});
    } else if (part == Part::Interactions && project.interactions) {
        setPath(project.interactions->path);
        QStringList parts = {
            say(QT_TRANSLATE_NOOP("DataFacts", "%1 genes, %2 interactions"))
                .arg(count(project.interactions->genes.size()), count(project.interactions->edges.size()))};
        if (project.interactions->threshold > 0)
            parts.append(say(QT_TRANSLATE_NOOP("DataFacts", "combined score from %1"))
                             .arg(project.interactions->threshold));
        facts.text = joined(parts);
    } else if (part == Part::GeneMap && project.geneMap) {
        facts.file = say(QT_TRANSLATE_NOOP("DataFacts", "your map"));
        facts.path = QString::fromStdString(project.geneMap->source());
        facts.text =
            joined({say(QT_TRANSLATE_NOOP("DataFacts", "%1 genes")).arg(count(project.geneMap->size())),
                    facts.path});
    } else if (part == Part::GeneMap) {
        facts.text = say(QT_TRANSLATE_NOOP("DataFacts", "The built-in gene table is used; a map file of "
                                                        "yours (symbol, entrez_gene_id) would replace it."));
    }
    return facts;
}

QString readingReasons(const ExpressionMatrix &matrix, const ReadReport &report, const ReadRules &rules)
{
    QStringList lines;
    if (!report.format.empty())
        lines.append(say(QT_TRANSLATE_NOOP("DataFacts", "Read as %1, with %2."))
                         .arg(coreText(report.format),
                              report.transposed ? say(QT_TRANSLATE_NOOP("DataFacts", "samples in rows"))
                                                : say(QT_TRANSLATE_NOOP("DataFacts", "genes in rows"))));
    lines.append(say(QT_TRANSLATE_NOOP("DataFacts", "Values are taken as %1."))
                     .arg(coreText(scaleName(matrix.scale))));
    if (matrix.scale == ExpressionScale::LogRatio)
        lines.append(say(QT_TRANSLATE_NOOP(
            "DataFacts", "Log ratios have no linear scale: fluxes computed from them mean little.")));
    for (const std::string &note : report.notes)
        lines.append(asSentence(noteText(note)).toHtmlEscaped());
    lines.append(missingText(matrix, report, rules.missing));
    lines.removeAll(QString());
    return lines.join(QStringLiteral("<br>"));
}

QStringList lossLines(const Cohort &cohort)
{
    QStringList lines;
    if (cohort.clinical && !cohort.clinicalJoin.idColumn.empty())
        lines.append(say(QT_TRANSLATE_NOOP("DataFacts", "clinical rows found by the column %1: %2"))
                         .arg(QString::fromStdString(cohort.clinicalJoin.idColumn),
                              count(cohort.clinicalJoin.matched())));
    for (const CohortLoss &loss : cohort.losses) {
        if (loss.count == 0)
            continue;
        lines.append(lossText(loss.reason).arg(count(loss.count)));
        for (const std::string &example : loss.examples)
            lines.append(QStringLiteral("    ") + QString::fromStdString(example));
        if (loss.count > loss.examples.size())
            lines.append(QStringLiteral("    …"));
    }
    return lines;
}

QStringList joinLines(const SampleJoin &join)
{
    static const std::pair<SampleMatch, const char *> kinds[] = {
        {SampleMatch::Exact, QT_TRANSLATE_NOOP("DataFacts", "written the same: %1")},
        {SampleMatch::Barcode, QT_TRANSLATE_NOOP("DataFacts", "by barcode, written otherwise: %1")},
        {SampleMatch::Patient, QT_TRANSLATE_NOOP("DataFacts", "by patient: %1")},
        {SampleMatch::Spelling, QT_TRANSLATE_NOOP("DataFacts", "equal but for case, dots or dashes: %1")},
        {SampleMatch::NotThere, QT_TRANSLATE_NOOP("DataFacts", "not found, nothing of that name: %1")},
        {SampleMatch::OtherSample,
         QT_TRANSLATE_NOOP("DataFacts", "not found, only other samples of the patient: %1")},
        {SampleMatch::Ambiguous, QT_TRANSLATE_NOOP("DataFacts", "not found, several rows fit equally: %1")}};
    QStringList lines;
    for (const auto &[kind, text] : kinds) {
        if (join.of(kind) > 0)
            lines.append(say(text).arg(count(join.of(kind))));
    }
    if (join.repeated > 0)
        lines.append(say(QT_TRANSLATE_NOOP("DataFacts", "in several rows, the first of which counts: %1"))
                         .arg(count(join.repeated)));
    const auto examples = [&lines](const std::vector<std::string> &names, const char *text) {
        QStringList shown;
        for (const std::string &name : names)
            shown.append(QString::fromStdString(name));
        if (!shown.isEmpty())
            lines.append(say(text).arg(shown.join(QStringLiteral(", "))));
    };
    examples(join.unmatched, QT_TRANSLATE_NOOP("DataFacts", "samples without a row, e.g. %1"));
    examples(join.otherIds, QT_TRANSLATE_NOOP("DataFacts", "rows without a sample, e.g. %1"));
    return lines;
}

QString warningLines(const std::vector<std::string> &warnings)
{
    QStringList lines;
    for (const std::string &key : warnings)
        lines.append(asSentence(coreText(key)).toHtmlEscaped());
    return lines.join(QStringLiteral("<br>"));
}

QString problemCounts(const ReadReport &report)
{
    QStringList parts;
    const auto add = [&](std::size_t n, const char *text) {
        if (n > 0)
            parts.append(say(text, static_cast<qint64>(n)));
    };
    add(report.raggedRows, QT_TRANSLATE_N_NOOP("DataFacts", "%n ragged row(s)"));
    add(report.notNumbers, QT_TRANSLATE_N_NOOP("DataFacts", "%n field(s) that are no number"));
    add(report.missingValues, QT_TRANSLATE_N_NOOP("DataFacts", "%n missing value(s)"));
    add(report.duplicateNames, QT_TRANSLATE_N_NOOP("DataFacts", "%n duplicate name(s)"));
    add(report.otherProblems, QT_TRANSLATE_N_NOOP("DataFacts", "%n other(s)"));
    return parts.join(QStringLiteral(", "));
}

} // namespace pathgan
