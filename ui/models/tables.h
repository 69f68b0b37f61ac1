#pragma once

#include "core/project/project.h"
#include "ui/models/datasummary.h"
#include "ui/models/tablemodel.h"

#include <memory>
#include <vector>

namespace pathgan {

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

void showReactions(TableModel &table, std::shared_ptr<const MetabolicModel> model);
void showMetabolites(TableModel &table, std::shared_ptr<const MetabolicModel> model);
void showGenes(TableModel &table, std::shared_ptr<const MetabolicModel> model);
/// Samples × reactions with status and growth; units in the header.
void showFluxes(TableModel &table, std::shared_ptr<const FluxRun> run);

} // namespace pathgan
