// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportblocks.h"

#include "core/base/tablewriter.h"
#include "core/gan/scoredmodels.h"
#include "core/steps/freshness.h"
#include "core/steps/readingnotes.h"
#include "core/steps/steplist.h"
#include "ui/coretext.h"
#include "ui/panels/fluxpanel.h"
#include "ui/partialtext.h"
#include "ui/plots/figures.h"
#include "ui/provenancetext.h"
#include "ui/report/methodstext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTextDocumentFragment>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace pathgan {

namespace {

using Blocks = std::deque<ReportBlock>;
using Kind = ReportText::Kind;

constexpr std::size_t mostRows = 10;
/// Tables that say what came out, first rows and columns of them.
constexpr std::array shownTables = {"held_out.tsv", "enrichment.csv", "prerank.csv", "groups_overview.tsv",
                                    "top_genes.tsv"};
/// Whose they are; the tables of other steps may be large, and are not made.
constexpr std::array tellingParts = {Part::Training, Part::Explanation, Part::Enrichment, Part::Groups};

QString say(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString shownCell(const Cell &cell)
{
    const double *number = std::get_if<double>(&cell);
    return number ? (std::isnan(*number) ? QString() : QLocale().toString(*number, 'g', 4))
                  : QString::fromStdString(cellText(cell));
}

void addResult(Blocks &blocks, const NamedTable &named)
{
    ReportTable table;
    for (const std::string &name : named.table.header)
        table.header << QString::fromStdString(name);
    for (std::size_t i = 0; i < std::min(named.table.rows.size(), mostRows); ++i) {
        QStringList row;
        for (const Cell &cell : named.table.rows[i])
            row << shownCell(cell);
        table.rows << row;
    }
    blocks.emplace_back(ReportHeading{QString::fromStdString(named.fileName), 3});
    blocks.emplace_back(std::move(table));
    if (named.table.rows.size() > mostRows)
        blocks.emplace_back(ReportText{say(QT_TRANSLATE_NOOP("Report", "The first %1 of %2 rows."))
                                           .arg(mostRows)
                                           .arg(named.table.rows.size()),
                                       Kind::Soft});
}

void addData(Blocks &blocks, const ProjectContents &contents)
{
    blocks.emplace_back(ReportHeading{say(QT_TRANSLATE_NOOP("Report", "Data"))});
    ReportTable table{{say(QT_TRANSLATE_NOOP("Report", "What")), say(QT_TRANSLATE_NOOP("Report", "File")),
                       say(QT_TRANSLATE_NOOP("Report", "Size")), QStringLiteral("SHA-256")},
                      {},
                      true};
    for (const InputFile &input : contents.inputs)
        table.rows << QStringList{coreText(partName(input.part)), QString::fromStdString(input.path),
                                  QLocale().formattedDataSize(static_cast<qint64>(input.size)),
                                  QString::fromStdString(input.sha256)};
    blocks.emplace_back(std::move(table));
    for (const std::string &note : readingNotes(contents.project))
        blocks.emplace_back(ReportText{QString::fromStdString(note), Kind::Soft});
    if (!contents.project.cohort)
        return;
    for (const CohortLoss &loss : contents.project.cohort->losses)
        if (loss.count > 0)
            blocks.emplace_back(ReportText{
                say(QT_TRANSLATE_NOOP("Report", "%1 samples were left out or lack something, e.g. %2"))
                    .arg(loss.count)
                    .arg(loss.examples.empty() ? QString() : QString::fromStdString(loss.examples.front())),
                Kind::Soft});
}

/// Every setting of the run in the words of its table.
void addSettings(Blocks &blocks, const Provenance &provenance, Part part)
{
    ReportTable table{{say(QT_TRANSLATE_NOOP("Report", "Setting")), say(QT_TRANSLATE_NOOP("Report", "Value")),
                       QString(), say(QT_TRANSLATE_NOOP("Report", "Meaning"))},
                      {},
                      false,
                      say(QT_TRANSLATE_NOOP("Report", "Settings"))};
    withStep(part, [&]<class Step>() {
        const typename Step::Options defaults{};
        const ConstOptionsRef options(defaults);
        for (const OptionSetting &setting : provenance.options) {
            const OptionField *field = options.table().find(setting.key);
            const QString value = QString::fromStdString(optionText(setting.value));
            table.rows << QStringList{
                QString::fromStdString(setting.key),
                (value + QLatin1Char(' ') + QString::fromStdString(field ? field->unit : std::string()))
                    .trimmed(),
                field && options.value(*field) == setting.value ? QString()
                                                                : say(QT_TRANSLATE_NOOP("Report", "changed")),
                field ? QString::fromStdString(field->help) : QString()};
        }
    });
    if (!table.rows.isEmpty())
        blocks.emplace_back(std::move(table));
}

/// What the panel of a step warns of, in sentences.
QStringList warningsOf(const Project &project, Part part)
{
    QStringList texts{partialText(project, part)};
    if (part == Part::Flux && project.flux)
        texts << QTextDocumentFragment::fromHtml(fluxVerdict(*project.flux)).toPlainText();
    if (part == Part::Training && project.training) {
        for (const std::string &warning : project.training->warnings)
            texts << coreText(warning.c_str()) + QLatin1Char('.');
        for (const char *doubt : doubtsAbout(*project.training))
            texts << coreText(doubt) + QLatin1Char('.');
    }
    if (part == Part::Groups && project.groups)
        texts << groupNote(*project.groups);
    texts.removeAll(QString());
    return texts;
}

void addResultOf(Blocks &blocks, const ProjectContents &contents, const StepFacts &facts)
{
    const auto provenance = contents.project.provenance(facts.part);
    if (!provenance)
        return;
    QString name = coreText(partName(facts.part));
    name[0] = name[0].toUpper();
    blocks.emplace_back(ReportHeading{name});
    blocks.emplace_back(ReportText{
        computedText(*provenance) + QStringLiteral(". ") +
            say(QT_TRANSLATE_NOOP("Report", "Key %1.")).arg(QString::fromStdString(provenance->key)),
        Kind::Soft});
    if (isStale(contents.project, facts.part))
        blocks.emplace_back(ReportText{
            say(QT_TRANSLATE_NOOP("Report", "Out of date: settings or inputs were changed since.")),
            Kind::Note});
    for (const KeptRun &run : contents.history)
        if (run.part == facts.part && isSameRun(run, keptRun(contents.project, facts.part)) &&
            !run.note.empty())
            blocks.emplace_back(ReportText{QString::fromStdString(run.note), Kind::Note});
    for (const QString &warning : warningsOf(contents.project, facts.part))
        blocks.emplace_back(ReportText{warning, Kind::Note});
    addSettings(blocks, *provenance, facts.part);
}

QString versionsText(const Project &project)
{
    QStringList texts;
    forEachPart(project, [&](Part, const auto &artifact) {
        if (artifact.provenance())
            for (const auto &[library, version] : artifact.provenance()->versions)
                texts << QString::fromStdString(library + ' ' + version);
    });
    texts.removeDuplicates();
    return texts.join(QStringLiteral(", "));
}

} // namespace

ReportContent::ReportContent(ProjectContents contents, QString title)
    : m_contents(std::move(contents)), m_title(std::move(title))
{
    addStart();
}

void ReportContent::addStart()
{
    const Project &project = m_contents.project;
    m_blocks.emplace_back(ReportHeading{m_title, 1});
    m_blocks.emplace_back(
        ReportText{say(QT_TRANSLATE_NOOP("Report", "PathGAN report, %1"))
                       .arg(QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat)),
                   Kind::Soft});
    if (project.isExample)
        m_blocks.emplace_back(
            ReportText{say(QT_TRANSLATE_NOOP("Report", "Made-up example data.")), Kind::Note});
    if (!m_contents.note.empty())
        m_blocks.emplace_back(ReportText{QString::fromStdString(m_contents.note), Kind::Note});
    addData(m_blocks, m_contents);
    m_blocks.emplace_back(ReportHeading{say(QT_TRANSLATE_NOOP("Report", "Methods"))});
    for (const QString &each : methodsText(project))
        m_blocks.emplace_back(ReportText{each});
}

void ReportContent::addStep(std::size_t step)
{
    const Project &project = m_contents.project;
    const StepFacts &facts = allSteps()[step];
    if (!project.has(facts.part))
        return;
    addResultOf(m_blocks, m_contents, facts);
    m_drawn = facts.part;
    if (std::find(tellingParts.begin(), tellingParts.end(), facts.part) == tellingParts.end())
        return;
    withStep(facts.part, [&]<class Step>() {
        for (const NamedTable &named : Step::tables(*(project.*(Step::result))))
            if (std::find(shownTables.begin(), shownTables.end(), named.fileName) != shownTables.end())
                addResult(m_blocks, named);
    });
}

/// A piece of its own: heat maps are clustered.
void ReportContent::addFigures(Part part)
{
    for (std::unique_ptr<Plot> &plot : createFigures(m_contents.project, {part}))
        m_blocks.emplace_back(ReportFigure{std::move(plot)});
    m_ofStep = m_blocks.size();
}

void ReportContent::addEnd()
{
    m_blocks.emplace_back(ReportHeading{say(QT_TRANSLATE_NOOP("Report", "Versions"))});
    m_blocks.emplace_back(ReportText{versionsText(m_contents.project)});
    m_blocks.emplace_back(ReportHeading{say(QT_TRANSLATE_NOOP("Report", "References"))});
    m_blocks.emplace_back(ReportList{methodsReferences(m_contents.project)});
}

std::optional<ReportBlock> ReportContent::next()
{
    while (m_blocks.empty() && (m_drawn || m_step < allSteps().size())) {
        if (m_drawn)
            addFigures(*std::exchange(m_drawn, std::nullopt));
        else
            addStep(m_step++);
    }
    if (m_blocks.empty() && !std::exchange(m_isAtEnd, true))
        addEnd();
    if (m_blocks.empty())
        return std::nullopt;
    ReportBlock block = std::move(m_blocks.front());
    m_blocks.pop_front();
    return block;
}

double ReportContent::done() const
{
    const double steps = static_cast<double>(allSteps().size());
    const double left =
        m_ofStep > 0 ? static_cast<double>(m_blocks.size()) / static_cast<double>(m_ofStep) : 0;
    return (static_cast<double>(m_step) - std::min(left, 1.0)) / steps;
}

} // namespace pathgan
