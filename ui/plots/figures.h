// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/project/project.h"
#include "ui/plots/plot.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

/// How a part of the project was computed, for a figure of it: the step with its key, options, seed and
/// version, after a line for each result that it was computed from. Of what is shown, not of what is asked
/// for now; the same for the same result. Empty: not known.
QString figureOrigin(const Project &project, Part part);

/// The parts that there are figures of, in workflow order.
const std::vector<Part> &drawnParts();

/// "YES: only STAD, UCS, ACC", in the user's language.
QString tieText(const Confounder &confounder);
/// What there is to mind about the groups, below each of their figures; lines.
QString groupNote(const GroupRun &run);
/// The reported reaction whose flux differs most between samples: largest coefficient of variation.
int mostVariableReaction(const FluxRun &run);
/// The reaction of median correlation, neither the best nor the worst; −1: none has any.
int medianReaction(const GanRun &run);

/// Every figure that these results of a project allow, in workflow order, each with a file name of its own.
/// Needs a QApplication (any platform).
std::vector<std::unique_ptr<Plot>> createFigures(const Project &project,
                                                 const std::vector<Part> &parts = drawnParts());

/// Writes every figure as SVG, PNG and text into the folder (created); names of the files, in order. The SVG
/// files are byte-identical for the same data.
Result<std::vector<std::string>> exportFigures(const Project &project, const std::filesystem::path &folder,
                                               int dpi = 300, const TaskContext &context = {},
                                               const std::vector<Part> &parts = drawnParts());

} // namespace pathgan
