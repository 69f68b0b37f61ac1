// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report.h"

#include "core/base/marked.h"
#include "core/base/tablewriter.h"
#include "core/steps/freshness.h"
#include "core/steps/readingnotes.h"
#include "core/steps/steplist.h"
#include "ui/coretext.h"
#include "ui/methodstext.h"
#include "ui/plots/figures.h"
#include "ui/provenancetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace pathgan {

namespace {

constexpr std::size_t mostRows = 10;
/// Tables that say what came out, first rows and columns of them.
constexpr std::array shownTables = {"held_out.tsv", "enrichment.csv", "prerank.csv", "groups_overview.tsv",
                                    "top_genes.tsv"};

const char *const style = R"(<style>
:root{--text:#1c2733;--soft:#5b6b7b;--line:#d5dce4;--page:#fff;--card:#f5f7f9;--accent:#155a9a}
@media (prefers-color-scheme:dark){:root{--text:#e6ebf0;--soft:#a9b5c1;--line:#3a4653;--page:#171c22;--card:#212830;--accent:#7db8ee}
figure svg{background:#fff}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page);max-width:62em;margin:2em auto;padding:0 1em}
h1,h2,h3{line-height:1.2}h2{border-bottom:1px solid var(--line);padding-bottom:.2em;margin-top:2em}
table{border-collapse:collapse;margin:.8em 0;font-size:13px}td,th{border:1px solid var(--line);padding:.2em .6em;text-align:left;vertical-align:top}
.wide{overflow-x:auto}.files td{overflow-wrap:anywhere}
th{background:var(--card)}.soft{color:var(--soft);font-size:13px}.note{background:var(--card);border-left:4px solid var(--accent);padding:.6em 1em}
figure{margin:1em 0;break-inside:avoid}figure svg{max-width:100%;height:auto}code{font-size:12px;overflow-wrap:anywhere}
@media print{body{max-width:none;margin:0}details{display:block}details>*{display:block}h2{break-after:avoid}}
</style>
)";

QString say(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString paragraph(const QString &text, const char *kind = "")
{
    return QStringLiteral("<p class=\"%1\">%2</p>\n")
        .arg(QString::fromLatin1(kind), escaped(text).replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

QString heading(const QString &text, int level = 2)
{
    return QStringLiteral("<h%1>%2</h%1>\n").arg(level).arg(escaped(text));
}

/// kind: of the table, for the style.
QString tableHtml(const QStringList &header, const QList<QStringList> &rows, const char *kind = "wide")
{
    QString html = QStringLiteral("<div class=\"%1\"><table><tr>").arg(QString::fromLatin1(kind));
    for (const QString &name : header)
        html += QStringLiteral("<th>%1</th>").arg(escaped(name));
    html += QStringLiteral("</tr>\n");
    for (const QStringList &row : rows) {
        html += QStringLiteral("<tr>");
        for (const QString &cell : row)
            html += QStringLiteral("<td>%1</td>").arg(escaped(cell));
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table></div>\n");
}

QString cellHtml(const Cell &cell)
{
    const double *number = std::get_if<double>(&cell);
    return number ? (std::isnan(*number) ? QString() : QLocale().toString(*number, 'g', 4))
                  : QString::fromStdString(cellText(cell));
}

QString resultTable(const NamedTable &named)
{
    QStringList header;
    for (const std::string &name : named.table.header)
        header << QString::fromStdString(name);
    QList<QStringList> rows;
    for (std::size_t i = 0; i < std::min(named.table.rows.size(), mostRows); ++i) {
        QStringList row;
        for (const Cell &cell : named.table.rows[i])
            row << cellHtml(cell);
        rows << row;
    }
    QString html = heading(QString::fromStdString(named.fileName), 3) + tableHtml(header, rows);
    if (named.table.rows.size() > mostRows)
        html += paragraph(say(QT_TRANSLATE_NOOP("Report", "The first %1 of %2 rows."))
                              .arg(mostRows)
                              .arg(named.table.rows.size()),
                          "soft");
    return html;
}

QString dataHtml(const ProjectContents &contents)
{
    QString html = heading(say(QT_TRANSLATE_NOOP("Report", "Data")));
    QList<QStringList> rows;
    for (const InputFile &input : contents.inputs)
        rows << QStringList{coreText(partName(input.part)), QString::fromStdString(input.path),
                            QLocale().formattedDataSize(static_cast<qint64>(input.size)),
                            QString::fromStdString(input.sha256)};
    html += tableHtml({say(QT_TRANSLATE_NOOP("Report", "What")), say(QT_TRANSLATE_NOOP("Report", "File")),
                       say(QT_TRANSLATE_NOOP("Report", "Size")), QStringLiteral("SHA-256")},
                      rows, "files");
    for (const std::string &note : readingNotes(contents.project))
        html += paragraph(QString::fromStdString(note), "soft");
    if (contents.project.cohort)
        for (const CohortLoss &loss : contents.project.cohort->losses)
            if (loss.count > 0)
                html += paragraph(
                    say(QT_TRANSLATE_NOOP("Report", "%1 samples were left out or lack something, e.g. %2"))
                        .arg(loss.count)
                        .arg(loss.examples.empty() ? QString()
                                                   : QString::fromStdString(loss.examples.front())),
                    "soft");
    return html;
}

/// Every setting of the run in the words of its table.
QString settingsHtml(const Provenance &provenance, Part part)
{
    QList<QStringList> rows;
    withStep(part, [&]<class Step>() {
        const typename Step::Options defaults{};
        const ConstOptionsRef options(defaults);
        for (const OptionSetting &setting : provenance.options) {
            const OptionField *field = options.table().find(setting.key);
            const QString value = QString::fromStdString(optionText(setting.value));
            rows << QStringList{
                QString::fromStdString(setting.key),
                (value + QLatin1Char(' ') + QString::fromStdString(field ? field->unit : std::string()))
                    .trimmed(),
                field && options.value(*field) == setting.value ? QString()
                                                                : say(QT_TRANSLATE_NOOP("Report", "changed")),
                field ? QString::fromStdString(field->help) : QString()};
        }
    });
    if (rows.isEmpty())
        return {};
    return QStringLiteral("<details><summary>%1</summary>\n")
               .arg(escaped(say(QT_TRANSLATE_NOOP("Report", "Settings")))) +
           tableHtml({say(QT_TRANSLATE_NOOP("Report", "Setting")), say(QT_TRANSLATE_NOOP("Report", "Value")),
                      QString(), say(QT_TRANSLATE_NOOP("Report", "Meaning"))},
                     rows) +
           QStringLiteral("</details>\n");
}

QString stepHtml(const ProjectContents &contents, const StepFacts &facts)
{
    const auto provenance = contents.project.provenance(facts.part);
    if (!provenance)
        return {};
    QString name = coreText(partName(facts.part));
    name[0] = name[0].toUpper();
    QString html = heading(name);
    html += paragraph(
        computedText(*provenance) + QStringLiteral(". ") +
            say(QT_TRANSLATE_NOOP("Report", "Key %1.")).arg(QString::fromStdString(provenance->key)),
        "soft");
    if (isStale(contents.project, facts.part))
        html += paragraph(
            say(QT_TRANSLATE_NOOP("Report", "Out of date: settings or inputs were changed since.")), "note");
    for (const KeptRun &run : contents.history)
        if (run.part == facts.part && isSameRun(run, keptRun(contents.project, facts.part)) &&
            !run.note.empty())
            html += paragraph(QString::fromStdString(run.note), "note");
    if (facts.part == Part::Training && contents.project.training)
        for (const std::string &warning : contents.project.training->warnings)
            html += paragraph(coreText(warning.c_str()), "note");
    return html + settingsHtml(*provenance, facts.part);
}

Result<QString> figureHtml(Plot &plot, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("figure.svg"));
    ExportOptions options;
    options.caption = CaptionLength::None;
    if (const Result<void> written = plot.exportTo(path, FigureFormat::Svg, options); !written)
        return written.error();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::WriteFailed, path.toStdString()};
    const QString svg = QString::fromUtf8(file.readAll());
    return QStringLiteral("<figure>\n%1\n<figcaption class=\"soft\">%2. %3</figcaption></figure>\n")
        .arg(svg.mid(svg.indexOf(QStringLiteral("<svg"))), escaped(plot.title()), escaped(plot.summary()));
}

QString versionsHtml(const Project &project)
{
    QStringList texts;
    forEachPart(project, [&](Part, const auto &artifact) {
        if (artifact.provenance())
            for (const auto &[library, version] : artifact.provenance()->versions)
                texts << QString::fromStdString(library + ' ' + version);
    });
    texts.removeDuplicates();
    return heading(say(QT_TRANSLATE_NOOP("Report", "Versions"))) +
           paragraph(texts.join(QStringLiteral(", ")));
}

} // namespace

ReportWriter::ReportWriter(ProjectContents contents, QString title, std::filesystem::path path)
    : m_contents(std::move(contents)), m_path(std::move(path))
{
    const Project &project = m_contents.project;
    m_html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width\"><title>%2</title>\n")
                 .arg(QLocale().bcp47Name(), escaped(title)) +
             QString::fromLatin1(style) + QStringLiteral("</head><body>\n") + heading(title, 1);
    m_html += paragraph(say(QT_TRANSLATE_NOOP("Report", "PathGAN report, %1"))
                            .arg(QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat)),
                        "soft");
    if (project.isExample)
        m_html += paragraph(say(QT_TRANSLATE_NOOP("Report", "Made-up example data.")), "note");
    if (!m_contents.note.empty())
        m_html += paragraph(QString::fromStdString(m_contents.note), "note");
    m_html += dataHtml(m_contents) + heading(say(QT_TRANSLATE_NOOP("Report", "Methods")));
    for (const QString &each : methodsText(project))
        m_html += paragraph(each);
}

ReportWriter::~ReportWriter() = default;

Result<void> ReportWriter::addFigure()
{
    const std::unique_ptr<Plot> plot = std::move(m_plots.back());
    m_plots.pop_back();
    Result<QString> figure = figureHtml(*plot, m_folder);
    if (!figure)
        return figure.error();
    m_html += *figure;
    return {};
}

Result<bool> ReportWriter::next()
{
    const Project &project = m_contents.project;
    if (!m_plots.empty()) {
        const Result<void> added = addFigure();
        return added ? Result<bool>(false) : Result<bool>(added.error());
    }
    if (m_step < allSteps().size()) {
        const StepFacts &facts = allSteps()[m_step++];
        if (!project.has(facts.part))
            return false;
        m_html += stepHtml(m_contents, facts);
        withStep(facts.part, [&]<class Step>() {
            for (const NamedTable &named : Step::tables(*(project.*(Step::result))))
                if (std::find(shownTables.begin(), shownTables.end(), named.fileName) != shownTables.end())
                    m_html += resultTable(named);
        });
        m_plots = createFigures(project, {facts.part});
        std::reverse(m_plots.begin(), m_plots.end());
        return false;
    }
    m_html += versionsHtml(project) + heading(say(QT_TRANSLATE_NOOP("Report", "References"))) +
              QStringLiteral("<ul>");
    for (const QString &reference : methodsReferences(project))
        m_html += QStringLiteral("<li>%1</li>\n").arg(escaped(reference));
    const Result<void> written =
        writeText(m_path, (m_html + QStringLiteral("</ul>\n</body></html>\n")).toStdString());
    return written ? Result<bool>(true) : Result<bool>(written.error());
}

Result<void> writeReport(const ProjectContents &contents, const QString &title,
                         const std::filesystem::path &path, const TaskContext &context)
{
    ReportWriter writer(contents, title, path);
    for (;;) {
        context.report(marked("Core", "Writing report"), 0, 0);
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, path.string()};
        const Result<bool> done = writer.next();
        if (!done)
            return done.error();
        if (*done)
            return {};
    }
}

} // namespace pathgan
