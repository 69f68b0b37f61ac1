// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/project/store/contents.h"

#include <QString>
#include <QTemporaryDir>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <vector>

namespace pathgan {

class Plot;

/// One HTML file with nothing outside it: notes, data with hashes and losses, methods, every step with its
/// settings, scores and figures (SVG), versions, references. For screen, light and dark, and print. It is put
/// together in pieces, a figure each, so that a window goes on answering. Needs a QApplication and its
/// thread.
class ReportWriter
{
public:
    ReportWriter(ProjectContents contents, QString title, std::filesystem::path path);
    ~ReportWriter();

    /// The next piece; true: the last one, and the file is written. WriteFailed.
    Result<bool> next();

private:
    Result<void> addFigure();

    ProjectContents m_contents;
    QString m_html;
    std::filesystem::path m_path;
    QTemporaryDir m_folder; ///< of the figure at hand
    std::size_t m_step = 0;
    std::vector<std::unique_ptr<Plot>> m_plots; ///< of the step, those to come; last first
};

/// All of it at once. Cancelled writes nothing.
Result<void> writeReport(const ProjectContents &contents, const QString &title,
                         const std::filesystem::path &path, const TaskContext &context = {});

} // namespace pathgan
