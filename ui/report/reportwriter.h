// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "ui/report/reportblocks.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace pathgan {

enum class ReportFormat {
    Html, ///< one file with nothing outside it, for screen, light and dark, and print
    Pdf   ///< A4, text as text, figures as vectors
};

/// By the ending: .html, .htm or .pdf; else InvalidOption.
Result<ReportFormat> reportFormat(const std::filesystem::path &path);

/// Takes the blocks of a report and makes a file of them.
class ReportSink
{
public:
    virtual ~ReportSink() = default;
    virtual Result<void> add(const ReportBlock &block) = 0;
    /// The whole file; once, at the end.
    virtual std::string finish() = 0;
};
std::unique_ptr<ReportSink> makeHtmlReport(const QString &title);
std::unique_ptr<ReportSink> makePdfReport(const QString &title);

/// A project as one file, which others write. It is put together in pieces, a figure each, so that a window
/// goes on answering. Needs a QApplication and its thread.
class ReportWriter
{
public:
    ReportWriter(ProjectContents contents, const QString &title, std::filesystem::path path);

    /// The next piece; true: that was the last one. WriteFailed, InvalidOption for the ending.
    Result<bool> next(const TaskContext &context = {});
    const std::filesystem::path &path() const { return m_path; }
    std::string bytes() { return m_sink->finish(); } ///< of the file; once, after the last piece

private:
    ReportContent m_content;
    std::filesystem::path m_path;
    std::optional<ReportBlock> m_prepared; ///< a figure
    std::unique_ptr<ReportSink> m_sink;    ///< null: of that ending there is none
};

/// All of it at once. Cancelled writes nothing.
Result<void> writeReport(const ProjectContents &contents, const QString &title,
                         const std::filesystem::path &path, const TaskContext &context = {});

} // namespace pathgan
