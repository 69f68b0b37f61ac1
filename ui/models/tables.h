// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/models/datasummary.h"
#include "ui/models/tablemodel.h"

#include <memory>
#include <vector>

namespace pathgan {

class Scenarios;

// Fills a TableModel with one of the program's tables. The model keeps what it shows alive.

void showExpressionPreview(TableModel &table, std::shared_ptr<const ExpressionMatrix> matrix); ///< 20 × 6
void showClinicalColumns(TableModel &table, std::shared_ptr<const DataSummary> summary);
/// file: which file each problem is of.
struct FileProblem
{
    QString file;
    Problem problem;
};
void showProblems(TableModel &table, std::shared_ptr<const std::vector<FileProblem>> problems);
QString problemName(ProblemKind kind);
QString problemSuggestion(ProblemKind kind);

/// With scenarios, which must outlive the table, bounds can be edited and genes knocked out.
void showReactions(TableModel &table, std::shared_ptr<const MetabolicModel> model,
                   Scenarios *scenarios = nullptr);
void showMetabolites(TableModel &table, std::shared_ptr<const MetabolicModel> model);
void showGenes(TableModel &table, std::shared_ptr<const MetabolicModel> model,
               Scenarios *scenarios = nullptr);
/// Boundary reactions that are exchanges or let something enter.
std::vector<int> mediumRows(const MetabolicModel &model);
void showMedium(TableModel &table, Scenarios &scenarios, std::vector<int> rows);
/// Findings of one kind; −1: of all.
void showFindings(TableModel &table, std::shared_ptr<const ModelCheckRun> run, int kind);
/// A table of an analysis or a comparison of two; its column names become titles with units.
/// nameFirst: the column name stands behind the id (symbols of genes), else where it is.
void showAnalysis(TableModel &table, std::shared_ptr<const Table> rows, bool nameFirst = false);
/// Samples × reactions with status and growth; units in the header.
void showFluxes(TableModel &table, std::shared_ptr<const FluxRun> run);
/// Samples × reactions: unique, on a bound, blocked …
void showValueStatus(TableModel &table, std::shared_ptr<const FluxRun> run);

} // namespace pathgan
