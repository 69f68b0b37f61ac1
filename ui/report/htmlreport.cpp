// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportwriter.h"

#include <QFile>
#include <QLocale>
#include <QTemporaryDir>

namespace pathgan {

namespace {

const char *const style = R"(<style>
:root{--text:#1c2733;--soft:#5b6b7b;--line:#d5dce4;--page:#fff;--card:#f5f7f9;--accent:#155a9a}
@media (prefers-color-scheme:dark){:root{--text:#e6ebf0;--soft:#a9b5c1;--line:#3a4653;--page:#171c22;--card:#212830;--accent:#7db8ee}
figure svg{background:#fff;border-radius:6px}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page);max-width:62em;margin:2em auto;padding:0 1em}
h1,h2,h3{line-height:1.2}h2{border-bottom:1px solid var(--line);padding-bottom:.2em;margin-top:2em}
table{border-collapse:collapse;margin:.8em 0;font-size:13px}td,th{border:1px solid var(--line);padding:.2em .6em;text-align:left;vertical-align:top}
.wide{overflow-x:auto}.files td{overflow-wrap:anywhere}.files td:nth-child(3){white-space:nowrap}
.wide td{font-variant-numeric:tabular-nums}.wide tr>:first-child{position:sticky;left:0;background:var(--card);min-width:9em}
th{background:var(--card)}.soft{color:var(--soft);font-size:13px}.note{background:var(--card);border-left:4px solid var(--accent);padding:.6em 1em}
figure{margin:1em 0;break-inside:avoid}figure svg{max-width:100%;height:auto}code{font-size:12px;overflow-wrap:anywhere}
@media print{body{max-width:none;margin:0}details{display:block}details>*{display:block}h2,h3{break-after:avoid}tr{break-inside:avoid}
details::details-content{content-visibility:visible}.wide{overflow:visible}}
</style>
)";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString tableHtml(const ReportTable &table)
{
    QString html = QStringLiteral("<div class=\"%1\"><table><tr>")
                       .arg(table.breaksWords ? QStringLiteral("files") : QStringLiteral("wide"));
    for (const QString &name : table.header)
        html += QStringLiteral("<th>%1</th>").arg(escaped(name));
    html += QStringLiteral("</tr>\n");
    for (const QStringList &row : table.rows) {
        html += QStringLiteral("<tr>");
        for (const QString &cell : row)
            html += QStringLiteral("<td>%1</td>").arg(escaped(cell));
        html += QStringLiteral("</tr>\n");
    }
    html += QStringLiteral("</table></div>\n");
    return table.fold.isEmpty() ? html
                                : QStringLiteral("<details><summary>%1</summary>\n%2</details>\n")
                                      .arg(escaped(table.fold), html);
}

class HtmlReport : public ReportSink
{
public:
    explicit HtmlReport(const QString &title)
        : m_html(QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
                                "<meta name=\"viewport\" content=\"width=device-width\"><title>%2</title>\n")
                     .arg(QLocale().bcp47Name(), escaped(title)) +
                 QString::fromLatin1(style) + QStringLiteral("</head><body>\n"))
    {}

    Result<void> add(const ReportBlock &block) override
    {
        return std::visit([this](const auto &one) { return write(one); }, block);
    }
    std::string finish() override { return (m_html + QStringLiteral("</body></html>\n")).toStdString(); }

private:
    Result<void> write(const ReportHeading &heading)
    {
        m_html += QStringLiteral("<h%1>%2</h%1>\n").arg(heading.level).arg(escaped(heading.text));
        return {};
    }
    Result<void> write(const ReportText &text)
    {
        const char *const kinds[] = {"", "soft", "note"};
        m_html += QStringLiteral("<p class=\"%1\">%2</p>\n")
                      .arg(QLatin1String(kinds[static_cast<int>(text.kind)]),
                           escaped(text.text).replace(QLatin1Char('\n'), QStringLiteral("<br>")));
        return {};
    }
    Result<void> write(const ReportTable &table)
    {
        m_html += tableHtml(table);
        return {};
    }
    Result<void> write(const ReportList &list)
    {
        m_html += QStringLiteral("<ul>");
        for (const QString &item : list.items)
            m_html += QStringLiteral("<li>%1</li>\n").arg(escaped(item));
        m_html += QStringLiteral("</ul>\n");
        return {};
    }
    Result<void> write(const ReportFigure &figure);

    QString m_html;
    QTemporaryDir m_folder; ///< of the figure at hand
};

Result<void> HtmlReport::write(const ReportFigure &figure)
{
    const QString path = m_folder.filePath(QStringLiteral("figure.svg"));
    ExportOptions options;
    options.caption = CaptionLength::None;
    if (const Result<void> written = figure.plot->exportTo(path, FigureFormat::Svg, options); !written)
        return written.error();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::WriteFailed, path.toStdString()};
    const QString svg = QString::fromUtf8(file.readAll());
    m_html += QStringLiteral("<figure>\n%1\n<figcaption class=\"soft\">%2. %3</figcaption></figure>\n")
                  .arg(svg.mid(svg.indexOf(QStringLiteral("<svg"))), escaped(figure.plot->title()),
                       escaped(figure.plot->summary()));
    return {};
}

} // namespace

std::unique_ptr<ReportSink> makeHtmlReport(const QString &title)
{
    return std::make_unique<HtmlReport>(title);
}

} // namespace pathgan
