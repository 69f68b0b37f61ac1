// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tables.h"

#include "ui/coretext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Tables", text);
}

std::string typeName(ColumnType type)
{
    switch (type) {
    case ColumnType::Empty:
        return say(QT_TRANSLATE_NOOP("Tables", "empty")).toStdString();
    case ColumnType::Category:
        return say(QT_TRANSLATE_NOOP("Tables", "categories")).toStdString();
    case ColumnType::Number:
        return say(QT_TRANSLATE_NOOP("Tables", "numbers")).toStdString();
    case ColumnType::Text:
        return say(QT_TRANSLATE_NOOP("Tables", "text")).toStdString();
    }
    return {};
}

} // namespace

void showExpressionPreview(TableModel &table, std::shared_ptr<const ExpressionMatrix> matrix)
{
    if (!matrix)
        return table.clear();
    constexpr std::size_t mostRows = 20, mostColumns = 6;
    std::vector<TableModel::Column> columns;
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Gene")),
                       [matrix](int row) -> Cell { return matrix->genes[static_cast<std::size_t>(row)]; }});
    for (std::size_t c = 0; c < std::min(mostColumns, matrix->samples.size()); ++c) {
        TableModel::Column column;
        column.header = QString::fromStdString(matrix->samples[c]);
        column.cell = [matrix, c](int row) -> Cell { return double(matrix->values(row, Index(c))); };
        column.digits = 5;
        columns.push_back(std::move(column));
    }
    table.setSource(static_cast<int>(std::min(mostRows, matrix->genes.size())), std::move(columns));
}

void showClinicalColumns(TableModel &table, std::shared_ptr<const DataSummary> summary)
{
    if (!summary)
        return table.clear();
    const auto at = [summary](int row) -> const DataSummary::ClinicalColumnSummary & {
        return summary->clinical[static_cast<std::size_t>(row)];
    };
    std::vector<TableModel::Column> columns;
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Column")), [at](int row) -> Cell { return at(row).name; }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Holds")),
                       [at](int row) -> Cell { return typeName(at(row).type); }});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Reported")),
         [at](int row) -> Cell { return static_cast<long long>(at(row).reported); },
         say(QT_TRANSLATE_NOOP(
             "Tables", "Rows with a value; missing tokens such as [Not Available] are not counted"))});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Distinct")),
                       [at](int row) -> Cell { return static_cast<long long>(at(row).distinct); }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Values (rows)")),
                       [at](int row) -> Cell { return at(row).values; }});
    table.setSource(static_cast<int>(summary->clinical.size()), std::move(columns));
}

QString problemName(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::RaggedRow:
        return say(QT_TRANSLATE_NOOP("Tables", "ragged row"));
    case ProblemKind::NotANumber:
        return say(QT_TRANSLATE_NOOP("Tables", "not a number"));
    case ProblemKind::MissingValue:
        return say(QT_TRANSLATE_NOOP("Tables", "missing value"));
    case ProblemKind::DuplicateName:
        return say(QT_TRANSLATE_NOOP("Tables", "duplicate name"));
    case ProblemKind::EmptyName:
        return say(QT_TRANSLATE_NOOP("Tables", "empty name"));
    case ProblemKind::NotUtf8:
        return say(QT_TRANSLATE_NOOP("Tables", "not UTF-8"));
    case ProblemKind::BadHeader:
        return say(QT_TRANSLATE_NOOP("Tables", "bad header"));
    case ProblemKind::LongHeader:
        return say(QT_TRANSLATE_NOOP("Tables", "long header"));
    case ProblemKind::DamagedName:
        return say(QT_TRANSLATE_NOOP("Tables", "gene name changed by a spreadsheet"));
    case ProblemKind::RepeatedHeader:
        return say(QT_TRANSLATE_NOOP("Tables", "row that repeats the header"));
    }
    return {};
}

QString problemSuggestion(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::RaggedRow:
        return say(QT_TRANSLATE_NOOP(
            "Tables", "Look for a lost or extra separator, or choose a rule for ragged rows."));
    case ProblemKind::NotANumber:
        return say(QT_TRANSLATE_NOOP(
            "Tables",
            "Correct it (decimal point, no thousands separators), or take such fields as missing."));
    case ProblemKind::MissingValue:
        return say(QT_TRANSLATE_NOOP("Tables",
                                     "Kept as unmeasured, never as zero, unless you choose another rule."));
    case ProblemKind::DuplicateName:
        return say(QT_TRANSLATE_NOOP("Tables",
                                     "The first row is used, as Xena does, unless you choose another rule."));
    case ProblemKind::EmptyName:
        return say(QT_TRANSLATE_NOOP("Tables", "Give the row or column a name; it is left out."));
    case ProblemKind::NotUtf8:
        return say(QT_TRANSLATE_NOOP("Tables", "Save the file as UTF-8."));
    case ProblemKind::BadHeader:
        return say(QT_TRANSLATE_NOOP("Tables", "Compare the first line with the format's description."));
    case ProblemKind::LongHeader:
        return say(QT_TRANSLATE_NOOP("Tables",
                                     "Xena allows 255 characters; check that the separator was recognised."));
    case ProblemKind::DamagedName:
        return say(QT_TRANSLATE_NOOP(
            "Tables", "Write the gene's name again; import columns of genes as text into spreadsheets."));
    case ProblemKind::RepeatedHeader:
        return say(QT_TRANSLATE_NOOP("Tables", "Left out. Were tables joined that should stay apart?"));
    }
    return {};
}

void showProblems(TableModel &table, std::shared_ptr<const std::vector<FileProblem>> problems)
{
    const auto at = [problems](int row) -> const FileProblem & {
        return (*problems)[static_cast<std::size_t>(row)];
    };
    std::vector<TableModel::Column> columns;
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "File")),
                       [at](int row) -> Cell { return at(row).file.toStdString(); }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Problem")),
                       [at](int row) -> Cell { return problemName(at(row).problem.kind).toStdString(); }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Line")),
                       [at](int row) -> Cell { return static_cast<long long>(at(row).problem.line); }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Column")),
                       [at](int row) -> Cell {
                           const auto column = at(row).problem.column;
                           return column == 0 ? Cell(std::string()) : Cell(static_cast<long long>(column));
                       },
                       say(QT_TRANSLATE_NOOP("Tables", "Counts fields; empty: the whole line"))});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Found")), [at](int row) -> Cell { return at(row).problem.value; }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "What to do")), [at](int row) -> Cell {
                           return problemSuggestion(at(row).problem.kind).toStdString();
                       }});
    table.setSource(static_cast<int>(problems->size()), std::move(columns));
}

void showFluxes(TableModel &table, std::shared_ptr<const FluxRun> run)
{
    if (!run)
        return table.clear();
    const QString unit = QString::fromLatin1(FluxRun::unit);
    std::vector<TableModel::Column> columns;
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "sample")),
                       [run](int row) -> Cell { return run->samples[static_cast<std::size_t>(row)]; }});
    const bool hasStatus = run->status.size() == run->samples.size();
    const bool hasGrowth = run->growth.size() == run->samples.size();
    if (hasStatus)
        columns.push_back(
            {say(QT_TRANSLATE_NOOP("Tables", "status")), [run](int row) -> Cell {
                 return coreText(statusName(run->status[static_cast<std::size_t>(row)])).toStdString();
             }});
    if (hasGrowth) {
        TableModel::Column growth{
            say(QT_TRANSLATE_NOOP("Tables", "growth (1/h)")),
            [run](int row) -> Cell { return run->growth[static_cast<std::size_t>(row)]; },
            QString::fromStdString(run->objective)};
        growth.digits = 5;
        columns.push_back(std::move(growth));
    }
    for (std::size_t c = 0; c < run->reactions.size(); ++c) {
        TableModel::Column column;
        column.header = QStringLiteral("%1 (%2)").arg(QString::fromStdString(run->reactions[c]), unit);
        column.cell = [run, c](int row) -> Cell { return run->values(row, Index(c)); };
        column.searched = false;
        column.digits = 5;
        if (run->minima.size() > 0) {
            TableModel::Column least = column;
            least.header = say(QT_TRANSLATE_NOOP("Tables", "least %1")).arg(column.header);
            least.cell = [run, c](int row) -> Cell { return run->minima(row, Index(c)); };
            columns.push_back(std::move(least));
        }
        columns.push_back(std::move(column));
    }
    table.setSource(static_cast<int>(run->samples.size()), std::move(columns));
}

void showValueStatus(TableModel &table, std::shared_ptr<const FluxRun> run)
{
    if (!run)
        return table.clear();
    std::vector<TableModel::Column> columns;
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "sample")),
                       [run](int row) -> Cell { return run->samples[static_cast<std::size_t>(row)]; }});
    for (std::size_t c = 0; c < run->reactions.size(); ++c)
        columns.push_back({QString::fromStdString(run->reactions[c]), [run, c](int row) -> Cell {
                               return coreText(run->valueStatusName(row, Index(c))).toStdString();
                           }});
    table.setSource(static_cast<int>(run->samples.size()), std::move(columns));
}

} // namespace pathgan
