// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coretext.h"
#include "ui/models/tables.h"
#include "ui/scenarios.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Tables", text);
}

struct ColumnTitle
{
    const char *name, *title, *toolTip;
    bool isKey = false; ///< its cells are English keys
};

/// Columns of the tables of an analysis. %1: unit of fluxes.
constexpr ColumnTitle titles[] = {
    {"reaction", QT_TRANSLATE_NOOP("Tables", "Reaction"), ""},
    {"metabolite", QT_TRANSLATE_NOOP("Tables", "Metabolite"), ""},
    {"deleted", QT_TRANSLATE_NOOP("Tables", "Deleted"),
     QT_TRANSLATE_NOOP("Tables", "A gene goes with all its transcript variants; pairs are joined with +")},
    {"name", QT_TRANSLATE_NOOP("Tables", "Name"), ""},
    {"subsystem", QT_TRANSLATE_NOOP("Tables", "Subsystem"), ""},
    {"compartment", QT_TRANSLATE_NOOP("Tables", "Compartment"), ""},
    {"flux", QT_TRANSLATE_NOOP("Tables", "Flux (%1)"),
     QT_TRANSLATE_NOOP("Tables", "Negative: runs backwards; an exchange takes up")},
    {"expression_score", QT_TRANSLATE_NOOP("Tables", "Expression score"),
     QT_TRANSLATE_NOOP("Tables",
                       "Of the sample's expression by the gene rule, on the linear scale; –: no rule, "
                       "or none of its genes measured")},
    {"penalty", QT_TRANSLATE_NOOP("Tables", "Penalty"),
     QT_TRANSLATE_NOOP("Tables", "How far the score is below the threshold; 0: not penalised")},
    {"inconsistency", QT_TRANSLATE_NOOP("Tables", "Inconsistency"),
     QT_TRANSLATE_NOOP("Tables",
                       "Penalty × |flux|, in expression × mmol/gDW/h; their sum is the inconsistency score")},
    {"reduced_cost", QT_TRANSLATE_NOOP("Tables", "Reduced cost"),
     QT_TRANSLATE_NOOP("Tables",
                       "Change of the objective for one unit more of this flux, where a bound holds it")},
    {"lower_bound", QT_TRANSLATE_NOOP("Tables", "Lower bound (%1)"), ""},
    {"upper_bound", QT_TRANSLATE_NOOP("Tables", "Upper bound (%1)"), ""},
    {"at_bound", QT_TRANSLATE_NOOP("Tables", "At bound"),
     QT_TRANSLATE_NOOP("Tables", "The bound that the flux has reached; fixed: both are the same"), true},
    {"shadow_price", QT_TRANSLATE_NOOP("Tables", "Shadow price"),
     QT_TRANSLATE_NOOP("Tables",
                       "Change of the objective for one unit more net production of this metabolite: "
                       "negative for what limits it")},
    {"minimum", QT_TRANSLATE_NOOP("Tables", "Minimum (%1)"), ""},
    {"maximum", QT_TRANSLATE_NOOP("Tables", "Maximum (%1)"), ""},
    {"span", QT_TRANSLATE_NOOP("Tables", "Span (%1)"),
     QT_TRANSLATE_NOOP("Tables", "How far the flux can move while the objective is kept")},
    {"kind", QT_TRANSLATE_NOOP("Tables", "Kind"),
     QT_TRANSLATE_NOOP("Tables", "blocked: always 0; fixed: one value only"), true},
    {"growth", QT_TRANSLATE_NOOP("Tables", "Objective"),
     QT_TRANSLATE_NOOP("Tables", "Its value after the deletion: 1/h for biomass, else mmol/gDW/h")},
    {"share_of_wild_type", QT_TRANSLATE_NOOP("Tables", "Share of wild type"), ""},
    {"essential", QT_TRANSLATE_NOOP("Tables", "Essential"), "", true},
    {"status", QT_TRANSLATE_NOOP("Tables", "Status"), "", true},
    {"distance", QT_TRANSLATE_NOOP("Tables", "Distance (%1)"),
     QT_TRANSLATE_NOOP("Tables", "Sum of the changes of all fluxes from the wild type's")},
};

const ColumnTitle *titleOf(const std::string &name)
{
    const auto *const it = std::find_if(std::begin(titles), std::end(titles),
                                        [&](const ColumnTitle &title) { return name == title.name; });
    return it == std::end(titles) ? nullptr : it;
}

/// Title and tool tip; "flux_a" is column flux of the first run compared.
void nameColumn(TableModel::Column &column, std::string name)
{
    QString frame = QStringLiteral("%1");
    constexpr std::pair<std::string_view, const char *> suffixes[] = {
        {"_a", QT_TRANSLATE_NOOP("Tables", "A: %1")},
        {"_b", QT_TRANSLATE_NOOP("Tables", "B: %1")},
        {"_difference", QT_TRANSLATE_NOOP("Tables", "B − A: %1")}};
    for (const auto &[suffix, text] : suffixes) {
        if (!name.ends_with(suffix))
            continue;
        name.resize(name.size() - suffix.size());
        frame = say(text);
        break;
    }
    const ColumnTitle *title = titleOf(name);
    QString text = title ? say(title->title) : QString::fromStdString(name);
    if (text.contains(QLatin1String("%1")))
        text = text.arg(QStringLiteral("mmol/gDW/h"));
    column.header = frame.arg(text);
    if (title && *title->toolTip)
        column.toolTip = say(title->toolTip);
}

} // namespace

void showAnalysis(TableModel &table, std::shared_ptr<const Table> rows, bool nameFirst)
{
    std::vector<TableModel::Column> columns;
    for (std::size_t c = 0; c < rows->header.size(); ++c) {
        TableModel::Column column;
        nameColumn(column, rows->header[c]);
        const ColumnTitle *title = titleOf(rows->header[c]);
        const bool isKey = title && title->isKey;
        column.cell = [rows, c, isKey](int row) -> Cell {
            const Cell &cell = rows->rows[static_cast<std::size_t>(row)][c];
            const auto *key = std::get_if<std::string>(&cell);
            return isKey && key ? Cell(coreText(*key).toStdString()) : cell;
        };
        const bool moves = nameFirst && c > 0 && rows->header[c] == "name";
        columns.insert(moves ? columns.begin() + 1 : columns.end(), std::move(column));
    }
    table.setSource(static_cast<int>(rows->rows.size()), std::move(columns));
}

void showFindings(TableModel &table, std::shared_ptr<const ModelCheckRun> run, int kind)
{
    if (!run)
        return table.clear();
    auto rows = std::make_shared<std::vector<std::size_t>>();
    for (std::size_t i = 0; i < run->findings.size(); ++i)
        if (kind < 0 || run->findings[i].kind == static_cast<CheckKind>(kind))
            rows->push_back(i);
    const auto at = [run, rows](int row) -> const CheckFinding & {
        return run->findings[(*rows)[static_cast<std::size_t>(row)]];
    };
    std::vector<TableModel::Column> columns;
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Id")), [at](int row) -> Cell { return at(row).id; }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Kind")), [at](int row) -> Cell {
                           return coreText(checkKindName(at(row).kind)).toStdString();
                       }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Finding")),
                       [at](int row) -> Cell { return coreText(at(row).key).toStdString(); }});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Detail")), [at](int row) -> Cell { return at(row).detail; }});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Value")), [at](int row) -> Cell { return at(row).value; },
         say(QT_TRANSLATE_NOOP("Tables", "Surplus of a balance, number of reactions, or mmol/gDW/h")),
         false});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Name")), [at](int row) -> Cell { return at(row).name; }});
    table.setSource(static_cast<int>(rows->size()), std::move(columns));
}

std::vector<int> mediumRows(const MetabolicModel &model)
{
    std::vector<int> rows;
    for (int i = 0; i < static_cast<int>(model.reactions.size()); ++i) {
        const Reaction &reaction = model.reactions[static_cast<std::size_t>(i)];
        if (model.isBoundary(i) && (model.boundaryKind(i) == BoundaryKind::Exchange ||
                                    uptakeLimit(model, {i, reaction.lower, reaction.upper}) > 0))
            rows.push_back(i);
    }
    return rows;
}

void showMedium(TableModel &table, Scenarios &scenarios, std::vector<int> reactions)
{
    const std::shared_ptr<const MetabolicModel> model = scenarios.model();
    const auto rows = std::make_shared<const std::vector<int>>(std::move(reactions));
    const auto at = [model, rows](int row) -> const Reaction & {
        return model->reactions[static_cast<std::size_t>((*rows)[static_cast<std::size_t>(row)])];
    };
    const auto metabolite = [model, at](int row) -> const Metabolite & {
        return model->metabolites[static_cast<std::size_t>(at(row).stoichiometry.front().first)];
    };
    const auto limit = [model, rows](int row, double lower, double upper) {
        // A negative limit forces export; nothing enters then either.
        return std::max(0.0, uptakeLimit(*model, {(*rows)[static_cast<std::size_t>(row)], lower, upper}));
    };
    const auto given = [at, limit](int row) { return limit(row, at(row).lower, at(row).upper); };
    const auto now = [&scenarios, model, rows, limit, given](int row) {
        if (scenarios.model() != model)
            return given(row);
        const BoundChange &bounds =
            scenarios.bounds()[static_cast<std::size_t>((*rows)[static_cast<std::size_t>(row)])];
        return limit(row, bounds.lower, bounds.upper);
    };
    const QString unit = QStringLiteral("mmol/gDW/h");
    std::vector<TableModel::Column> columns;
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Exchange")), [at](int row) -> Cell { return at(row).id; }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Metabolite")), [metabolite](int row) -> Cell {
                           const Metabolite &item = metabolite(row);
                           return item.name.empty() ? item.id : item.name;
                       }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Compartment")),
                       [metabolite](int row) -> Cell { return metabolite(row).compartment; }});
    TableModel::Column uptake;
    uptake.header = say(QT_TRANSLATE_NOOP("Tables", "Uptake limit (%1)")).arg(unit);
    uptake.toolTip =
        say(QT_TRANSLATE_NOOP("Tables", "Most that may enter; 0: none. Double click or F2 changes it."));
    uptake.cell = [now](int row) -> Cell { return now(row); };
    uptake.searched = false;
    uptake.marked = [now, given](int row) { return now(row) != given(row); };
    uptake.cellTip = [given](int row) {
        return say(QT_TRANSLATE_NOOP("Tables",
                                     "As distributed: %1 mmol/gDW/h. Double click or F2 changes it; "
                                     "an emptied field is as the preset gives it."))
            .arg(numberText(given(row), 6));
    };
    uptake.edit = [&scenarios, rows](int row, const QString &text) {
        const int reaction = (*rows)[static_cast<std::size_t>(row)];
        if (text.isEmpty())
            return scenarios.setUptake(reaction, std::nullopt);
        const std::optional<double> value = typedNumber(text);
        return value && scenarios.setUptake(reaction, value);
    };
    columns.push_back(std::move(uptake));
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "As distributed (%1)")).arg(unit),
                       [given](int row) -> Cell { return given(row); },
                       {},
                       false});
    table.setSource(static_cast<int>(rows->size()), std::move(columns));
}

} // namespace pathgan
