// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportwriter.h"

#include "core/base/marked.h"
#include "core/base/outputfile.h"
#include "ui/plots/pagepainter.h"

#include <QString>

#include <utility>

namespace pathgan {

Result<ReportFormat> reportFormat(const std::filesystem::path &path)
{
    const QString ending = QString::fromStdU16String(path.extension().u16string()).toLower();
    if (ending == QLatin1String(".html") || ending == QLatin1String(".htm"))
        return ReportFormat::Html;
    if (ending == QLatin1String(".pdf"))
        return ReportFormat::Pdf;
    return Error{ErrorCode::InvalidOption, path.filename().string() + ": not .html or .pdf"};
}

ReportWriter::ReportWriter(ProjectContents contents, const QString &title, std::filesystem::path path)
    : m_content(std::move(contents), title), m_path(std::move(path))
{
    if (const Result<ReportFormat> format = reportFormat(m_path); format)
        m_sink = *format == ReportFormat::Pdf ? makePdfReport(title) : makeHtmlReport(title);
}

Result<bool> ReportWriter::next(const TaskContext &context)
{
    if (!m_sink)
        return reportFormat(m_path).error();
    context.report(marked("Core", "Writing report"), m_content.done(), 1);
    std::optional<ReportBlock> block = std::exchange(m_prepared, std::nullopt);
    if (!block) {
        block = m_content.next();
        if (!block)
            return true;
        if (const auto *figure =
                std::get_if<ReportFigure>(&*block)) { // laid out now, written in the next piece
            PagePainter::prepare(*figure->plot);
            m_prepared = std::move(block);
            return false;
        }
    }
    const Result<void> added = m_sink->add(*block);
    return added ? Result<bool>(false) : Result<bool>(added.error());
}

Result<void> writeReport(const ProjectContents &contents, const QString &title,
                         const std::filesystem::path &path, const TaskContext &context)
{
    ReportWriter writer(contents, title, path);
    for (;;) {
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, path.string()};
        const Result<bool> done = writer.next(context);
        if (!done)
            return done.error();
        if (*done)
            return writeFile(path, writer.bytes());
    }
}

} // namespace pathgan
