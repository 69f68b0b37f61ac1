// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tables.h"

#include "ui/coretext.h"
#include "ui/scenarios.h"

#include <QCoreApplication>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Tables", text);
}

/// In how many reactions each metabolite stands.
std::vector<long long> metaboliteDegrees(const MetabolicModel &model)
{
    std::vector<long long> degrees(model.metabolites.size(), 0);
    for (const Reaction &reaction : model.reactions) {
        for (const auto &[metabolite, coefficient] : reaction.stoichiometry)
            ++degrees[static_cast<std::size_t>(metabolite)];
    }
    return degrees;
}

std::vector<long long> geneDegrees(const MetabolicModel &model)
{
    std::vector<long long> degrees(model.genes.size(), 0);
    std::vector<int> lastReaction(model.genes.size(), -1);
    for (std::size_t r = 0; r < model.reactions.size(); ++r) {
        for (const GeneRule::Node &node : model.reactions[r].rule.nodes()) {
            const auto gene = static_cast<std::size_t>(node.value);
            if (node.op != GeneRule::Op::Gene || lastReaction[gene] == static_cast<int>(r))
                continue;
            lastReaction[gene] = static_cast<int>(r);
            ++degrees[gene];
        }
    }
    return degrees;
}

/// Lower or upper bound of every reaction, edited in the scenario that is current then.
TableModel::Column boundColumn(const std::shared_ptr<const MetabolicModel> &model, Scenarios *scenarios,
                               bool lower)
{
    const auto given = [model, lower](int row) {
        const Reaction &reaction = model->reactions[static_cast<std::size_t>(row)];
        return lower ? reaction.lower : reaction.upper;
    };
    TableModel::Column column;
    column.header = say(lower ? QT_TRANSLATE_NOOP("Tables", "Lower bound (%1)")
                              : QT_TRANSLATE_NOOP("Tables", "Upper bound (%1)"))
                        .arg(QStringLiteral("mmol/gDW/h"));
    column.searched = false;
    column.cell = [given](int row) -> Cell { return given(row); };
    if (!scenarios)
        return column;
    const auto now = [model, scenarios, given, lower](int row) {
        if (scenarios->model() != model)
            return given(row);
        const BoundChange &bounds = scenarios->bounds()[static_cast<std::size_t>(row)];
        return lower ? bounds.lower : bounds.upper;
    };
    column.cell = [now](int row) -> Cell { return now(row); };
    column.marked = [now, given](int row) { return now(row) != given(row); };
    column.cellTip = [given](int row) {
        return say(QT_TRANSLATE_NOOP("Tables",
                                     "As distributed: %1 mmol/gDW/h. Double click or F2 changes it; "
                                     "an emptied field is as the medium gives it."))
            .arg(numberText(given(row), 6));
    };
    column.edit = [scenarios, lower](int row, const QString &text) {
        if (text.isEmpty()) {
            scenarios->resetBounds(row);
            return true;
        }
        const std::optional<double> value = typedNumber(text);
        const BoundChange bounds = scenarios->bounds()[static_cast<std::size_t>(row)];
        return value &&
               scenarios->setBounds(row, lower ? *value : bounds.lower, lower ? bounds.upper : *value);
    };
    return column;
}

TableModel::Column knockoutColumn(Scenarios &scenarios)
{
    TableModel::Column column;
    column.header = say(QT_TRANSLATE_NOOP("Tables", "Knocked out"));
    column.toolTip =
        say(QT_TRANSLATE_NOOP("Tables", "In the scenario; every transcript variant of a gene goes "
                                        "with it. Space or a click changes it."));
    const auto isOut = [&scenarios](int row) { return scenarios.isKnockedOut(row); };
    column.cell = [isOut](int row) -> Cell {
        return isOut(row) ? coreText("yes").toStdString() : std::string();
    };
    column.searched = false;
    column.marked = isOut;
    column.ticked = isOut;
    column.tick = [&scenarios](int row, bool on) { scenarios.setKnockedOut(row, on); };
    return column;
}

} // namespace

void showReactions(TableModel &table, std::shared_ptr<const MetabolicModel> model, Scenarios *scenarios)
{
    if (!model)
        return table.clear();
    const auto at = [model](int row) -> const Reaction & {
        return model->reactions[static_cast<std::size_t>(row)];
    };
    auto ids = std::make_shared<std::vector<std::string>>();
    for (const ModelGene &gene : model->genes)
        ids->push_back(gene.id);
    std::vector<TableModel::Column> columns;
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Reaction")), [at](int row) -> Cell { return at(row).id; }});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Name")), [at](int row) -> Cell { return at(row).name; }});
    columns.push_back(boundColumn(model, scenarios, true));
    columns.push_back(boundColumn(model, scenarios, false));
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Subsystem")), [at](int row) -> Cell { return at(row).subsystem; }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Equation")),
                       [model](int row) -> Cell { return model->equation(row); }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Gene rule")),
                       [at, ids](int row) -> Cell { return at(row).rule.text(*ids); }});
    table.setSource(static_cast<int>(model->reactions.size()), std::move(columns));
}

void showMetabolites(TableModel &table, std::shared_ptr<const MetabolicModel> model)
{
    if (!model)
        return table.clear();
    const auto at = [model](int row) -> const Metabolite & {
        return model->metabolites[static_cast<std::size_t>(row)];
    };
    const auto degrees = std::make_shared<const std::vector<long long>>(metaboliteDegrees(*model));
    std::vector<TableModel::Column> columns;
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Metabolite")), [at](int row) -> Cell { return at(row).id; }});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Name")), [at](int row) -> Cell { return at(row).name; }});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Formula")), [at](int row) -> Cell { return at(row).formula; }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Charge")),
                       [at](int row) -> Cell {
                           return at(row).charge ? Cell(static_cast<long long>(*at(row).charge))
                                                 : Cell(std::string());
                       },
                       {},
                       false});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Compartment")),
                       [at](int row) -> Cell { return at(row).compartment; }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Reactions")),
                       [degrees](int row) -> Cell { return (*degrees)[static_cast<std::size_t>(row)]; },
                       {},
                       false});
    table.setSource(static_cast<int>(model->metabolites.size()), std::move(columns));
}

void showGenes(TableModel &table, std::shared_ptr<const MetabolicModel> model, Scenarios *scenarios)
{
    if (!model)
        return table.clear();
    const auto at = [model](int row) -> const ModelGene & {
        return model->genes[static_cast<std::size_t>(row)];
    };
    const auto degrees = std::make_shared<const std::vector<long long>>(geneDegrees(*model));
    std::vector<TableModel::Column> columns;
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Gene in the model")),
                       [at](int row) -> Cell { return at(row).id; }});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Entrez id")),
         [at](int row) -> Cell {
             return at(row).entrez > 0 ? Cell(std::to_string(at(row).entrez)) : Cell(std::string());
         },
         say(QT_TRANSLATE_NOOP("Tables", "Empty: the model gives none, the gene counts as unknown"))});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Symbol")),
                       [at](int row) -> Cell {
                           return at(row).entrez > 0 ? GeneTable::builtIn().symbol(at(row).entrez)
                                                     : std::string();
                       },
                       say(QT_TRANSLATE_NOOP("Tables", "Official symbol by the built-in gene table"))});
    columns.push_back(
        {say(QT_TRANSLATE_NOOP("Tables", "Label")), [at](int row) -> Cell { return at(row).name; }});
    columns.push_back({say(QT_TRANSLATE_NOOP("Tables", "Reactions")),
                       [degrees](int row) -> Cell { return (*degrees)[static_cast<std::size_t>(row)]; },
                       {},
                       false});
    if (scenarios)
        columns.push_back(knockoutColumn(*scenarios));
    table.setSource(static_cast<int>(model->genes.size()), std::move(columns));
}

} // namespace pathgan
