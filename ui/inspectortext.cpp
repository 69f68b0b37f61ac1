// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspectortext.h"

#include "core/base/statistics.h"
#include "core/base/text.h"
#include "core/metabolic/model/modelgenes.h"
#include "core/steps/step.h"
#include "ui/coretext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

QString link(const QString &kind, const QString &name)
{
    return QStringLiteral("<a href=\"%1:%2\">%3</a>").arg(kind, name.toHtmlEscaped(), name.toHtmlEscaped());
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// A heading and rows of label and value; a value longer than a few words stands under its label, since the
/// inspector is narrow.
class Sheet
{
public:
    Sheet(const QString &kind, const QString &name)
    {
        m_html = QStringLiteral(
                     "<p style=\"margin:0\"><small>%1</small></p><h3 style=\"margin:0 0 6px 0\">%2</h3>")
                     .arg(kind.toHtmlEscaped(), name.toHtmlEscaped());
    }
    void row(const QString &label, const QString &html) { add(label, html, true); }
    void text(const QString &label, const QString &plain)
    {
        constexpr qsizetype longest = 30; // characters, with the label
        add(label, plain.toHtmlEscaped(), label.size() + plain.size() > longest);
    }
    void paragraph(const QString &html)
    {
        m_after += QStringLiteral("<p style=\"margin:6px 0\">%1</p>").arg(html);
    }
    QString html() const
    {
        return m_html + QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(m_rows) + m_after;
    }

private:
    void add(const QString &label, const QString &html, bool below)
    {
        if (html.isEmpty())
            return;
        const QString row =
            below ? QStringLiteral(
                        "<tr><td colspan=\"2\" style=\"padding:3px 0\"><small>%1</small><br>%2</td></tr>")
                  : QStringLiteral("<tr><td style=\"padding:3px 10px 3px 0\"><small>%1</small></td>"
                                   "<td style=\"padding:3px 0\">%2</td></tr>");
        m_rows += row.arg(label.toHtmlEscaped(), html);
    }

    QString m_html, m_rows, m_after;
};

template <class Names>
Index find(const Names &names, const std::string &name)
{
    const auto it = std::find(names.begin(), names.end(), name);
    return it == names.end() ? -1 : Index(it - names.begin());
}

/// Row of a gene by exact name, else by the part that people read.
Index expressionRow(const ExpressionMatrix &matrix, const std::string &gene)
{
    const std::string wanted = toUpper(gene);
    for (std::size_t i = 0; i < matrix.genes.size(); ++i) {
        if (matrix.genes[i].size() >= gene.size() &&
            (toUpper(matrix.genes[i]) == wanted || toUpper(displayGene(matrix.genes[i])) == wanted))
            return Index(i);
    }
    return -1;
}

QString quartiles(std::vector<double> values, const QString &unit)
{
    values.erase(std::remove_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }),
                 values.end());
    if (values.empty())
        return {};
    return say(QT_TRANSLATE_NOOP("Inspector", "%1 (quartiles %2 to %3) %4"))
        .arg(numberText(quantile(values, 0.5)), numberText(quantile(values, 0.25)),
             numberText(quantile(values, 0.75)), unit);
}

/// Reactions whose rule names the gene of that Entrez id.
QStringList reactionsOfGene(const MetabolicModel &model, int entrez)
{
    QStringList ids;
    for (const Reaction &reaction : model.reactions) {
        const bool uses = std::any_of(
            reaction.rule.nodes().begin(), reaction.rule.nodes().end(), [&](const GeneRule::Node &node) {
                return node.op == GeneRule::Op::Gene &&
                       model.genes[static_cast<std::size_t>(node.value)].entrez == entrez;
            });
        if (uses)
            ids.append(QString::fromStdString(reaction.id));
    }
    return ids;
}

QString linkedList(const QString &kind, const QStringList &names, qsizetype most)
{
    QStringList links;
    for (const QString &name : names.mid(0, most))
        links.append(link(kind, name));
    QString text = links.join(QStringLiteral(", "));
    if (names.size() > most)
        text += say(QT_TRANSLATE_NOOP("Inspector", " and %1 more")).arg(countText(names.size() - most));
    return text;
}

/// The rule in symbols; transcripts of one gene are named once.
QString ruleText(const MetabolicModel &model, const GeneRule &rule)
{
    struct Part
    {
        QString text;
        bool single;
    };
    std::vector<Part> parts; // the rule is in postfix order
    for (const GeneRule::Node &node : rule.nodes()) {
        if (node.op == GeneRule::Op::Gene) {
            const ModelGene &gene = model.genes[static_cast<std::size_t>(node.value)];
            parts.push_back({QString::fromStdString(geneName(gene, GeneTable::builtIn())), true});
            continue;
        }
        const auto first = parts.end() - node.value;
        QStringList texts;
        for (auto part = first; part != parts.end(); ++part) {
            const QString text = part->single ? part->text : QStringLiteral("(%1)").arg(part->text);
            if (!texts.contains(text))
                texts.append(text);
        }
        const Part joined =
            texts.size() == 1
                ? *first
                : Part{texts.join(QLatin1String(node.op == GeneRule::Op::And ? " and " : " or ")), false};
        parts.erase(first, parts.end());
        parts.push_back(joined);
    }
    return parts.empty() ? QString() : parts.back().text;
}

void addRule(Sheet &sheet, const MetabolicModel &model, const Reaction &reaction)
{
    if (reaction.rule.isEmpty()) {
        sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Gene rule")),
                   say(QT_TRANSLATE_NOOP("Inspector", "none")));
        return;
    }
    QStringList genes;
    for (const int gene : reaction.rule.genes()) {
        const QString name = QString::fromStdString(
            geneName(model.genes[static_cast<std::size_t>(gene)], GeneTable::builtIn()));
        if (!genes.contains(name))
            genes.append(name);
        if (genes.size() > 40)
            break;
    }
    constexpr std::size_t longest = 20; // genes; longer rules fill the window
    if (reaction.rule.nodes().size() <= 2 * longest)
        sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Gene rule")), ruleText(model, reaction.rule));
    sheet.row(say(QT_TRANSLATE_NOOP("Inspector", "Genes")), linkedList(QStringLiteral("gene"), genes, 24));
}

void addFluxes(Sheet &sheet, const Project &project, const std::string &reaction, const std::string &sample)
{
    const QString unit = QString::fromLatin1(FluxRun::unit);
    if (project.flux) {
        const Index column = find(project.flux->reactions, reaction);
        const Index row = find(project.flux->samples, sample);
        if (column >= 0 && row >= 0)
            sheet.text(capitalised(coreText(project.flux->quantityName())),
                       numberText(project.flux->values(row, column)) + QLatin1Char(' ') + unit);
        if (column >= 0) {
            std::vector<double> all(static_cast<std::size_t>(project.flux->values.rows()));
            for (Index i = 0; i < project.flux->values.rows(); ++i)
                all[static_cast<std::size_t>(i)] = project.flux->values(i, column);
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "In the cohort")), quartiles(all, unit));
        }
    }
    if (project.training) {
        const Index column = find(project.training->reactions, reaction);
        const Index row = find(project.training->samples, sample);
        if (column >= 0 && row >= 0)
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Predicted")),
                       numberText(project.training->predicted(row, column)) + QLatin1Char(' ') + unit);
        if (column >= 0 && column < Index(project.training->test.byReaction.size()))
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Held-out r")),
                       numberText(project.training->test.byReaction[static_cast<std::size_t>(column)], 3));
    }
}

} // namespace

QString sampleHtml(const Project &project, const QString &sample)
{
    if (!project.cohort || sample.isEmpty())
        return {};
    const Cohort &cohort = *project.cohort;
    const Index i = find(cohort.samples, sample.toStdString());
    if (i < 0)
        return {};
    Sheet sheet(say(QT_TRANSLATE_NOOP("Inspector", "Sample")), sample);
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Patient")),
               QString::fromStdString(cohort.patients[static_cast<std::size_t>(i)]));
    if (project.flux) {
        const Index row = find(project.flux->samples, sample.toStdString());
        if (row >= 0) {
            const auto at = static_cast<std::size_t>(row);
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Growth")),
                       numberText(project.flux->growth[at]) + QStringLiteral(" 1/h"));
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Solver")),
                       coreText(statusName(project.flux->status[at])));
        }
    }
    const Index row = cohort.clinicalRows[static_cast<std::size_t>(i)];
    if (!cohort.clinical || row < 0) {
        sheet.paragraph(say(QT_TRANSLATE_NOOP("Inspector", "No clinical row for this sample.")));
        return sheet.html();
    }
    std::size_t missing = 0;
    for (const ClinicalColumn &column : cohort.clinical->columns) {
        const std::string &value = column.values[static_cast<std::size_t>(row)];
        if (isMissingToken(value))
            ++missing;
        else
            sheet.text(QString::fromStdString(column.name), QString::fromStdString(value).left(120));
    }
    if (missing > 0)
        sheet.paragraph(
            say(QT_TRANSLATE_NOOP("Inspector", "Columns not reported: %1.")).arg(countText(qint64(missing))));
    return sheet.html();
}

QString geneHtml(const Project &project, const QString &gene, const QString &sample)
{
    if (gene.isEmpty())
        return {};
    const std::string name = gene.toStdString();
    Sheet sheet(say(QT_TRANSLATE_NOOP("Inspector", "Gene")), QString::fromStdString(displayGene(name)));
    const std::optional<int> entrez = project.genes().entrez(name);
    if (entrez)
        sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Entrez id")), QString::number(*entrez));
    if (const Cohort *cohort = measuredCohort(project)) {
        const ExpressionMatrix &matrix = *cohort->expression;
        const Index row = expressionRow(matrix, name);
        const QString unit = coreText(scaleName(matrix.scale));
        if (row < 0) {
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Expression")),
                       say(QT_TRANSLATE_NOOP("Inspector", "not measured")));
        } else {
            std::vector<double> all;
            for (const Index column : project.cohort->columns)
                all.push_back(matrix.values(row, column));
            const Index at = find(project.cohort->samples, sample.toStdString());
            if (at >= 0)
                sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "This sample")),
                           numberText(all[static_cast<std::size_t>(at)]) + QLatin1Char(' ') + unit);
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "In the cohort")), quartiles(all, unit));
        }
    }
    if (project.explanation) {
        const Index column = find(project.explanation->genes, name);
        if (column >= 0)
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Mean |SHAP|")),
                       numberText(project.explanation->values.col(column).cwiseAbs().mean()));
    }
    if (project.model && entrez) {
        const QStringList reactions = reactionsOfGene(*project.model, *entrez);
        sheet.row(say(QT_TRANSLATE_NOOP("Inspector", "Reactions")),
                  reactions.isEmpty() ? say(QT_TRANSLATE_NOOP("Inspector", "none in this model"))
                                      : linkedList(QStringLiteral("reaction"), reactions, 20));
    }
    if (project.geneSets) {
        QStringList sets;
        for (const GeneSet &set : project.geneSets->sets) {
            if (find(set.genes, name) >= 0 || find(set.genes, displayGene(name)) >= 0)
                sets.append(QString::fromStdString(set.name));
        }
        sheet.row(say(QT_TRANSLATE_NOOP("Inspector", "Gene sets")),
                  linkedList(QStringLiteral("pathway"), sets, 12));
    }
    return sheet.html();
}

QString reactionHtml(const Project &project, const QString &reaction, const QString &sample)
{
    const int index = project.model ? project.model->reactionIndex(reaction.toStdString()) : -1;
    if (index < 0)
        return {};
    const MetabolicModel &model = *project.model;
    const Reaction &known = model.reactions[static_cast<std::size_t>(index)];
    Sheet sheet(say(QT_TRANSLATE_NOOP("Inspector", "Reaction")), reaction);
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Name")), QString::fromStdString(known.name));
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Subsystem")), QString::fromStdString(known.subsystem));
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Equation")),
               QString::fromStdString(model.equation(index)).left(600));
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Bounds")),
               say(QT_TRANSLATE_NOOP("Inspector", "%1 to %2 mmol/gDW/h"))
                   .arg(numberText(known.lower), numberText(known.upper)));
    addRule(sheet, model, known);
    addFluxes(sheet, project, known.id, sample.toStdString());
    if (known.lower < 0)
        sheet.paragraph(say(QT_TRANSLATE_NOOP(
            "Inspector", "A negative flux runs from right to left; a negative exchange flux is uptake.")));
    return sheet.html();
}

QString metaboliteHtml(const Project &project, const QString &metabolite)
{
    if (!project.model || metabolite.isEmpty())
        return {};
    const MetabolicModel &model = *project.model;
    const int index = model.metaboliteIndex(metabolite.toStdString());
    if (index < 0)
        return {};
    const Metabolite &known = model.metabolites[static_cast<std::size_t>(index)];
    Sheet sheet(say(QT_TRANSLATE_NOOP("Inspector", "Metabolite")), metabolite);
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Name")), QString::fromStdString(known.name));
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Formula")), QString::fromStdString(known.formula));
    if (known.charge)
        sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Charge")), QString::number(*known.charge));
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Compartment")), QString::fromStdString(known.compartment));
    QStringList reactions;
    for (const Reaction &reaction : model.reactions) {
        const auto &terms = reaction.stoichiometry;
        if (std::any_of(terms.begin(), terms.end(), [&](const auto &term) { return term.first == index; }))
            reactions.append(QString::fromStdString(reaction.id));
    }
    sheet.row(say(QT_TRANSLATE_NOOP("Inspector", "Reactions")),
              linkedList(QStringLiteral("reaction"), reactions, 20));
    return sheet.html();
}

namespace {

/// A probability, "< " before it where it is a bound.
QString boundText(double value, bool isBound)
{
    return (isBound ? QStringLiteral("< ") : QString()) + numberText(value, 2);
}

} // namespace

QString pathwayHtml(const Project &project, const QString &pathway)
{
    if (!project.geneSets || pathway.isEmpty())
        return {};
    const std::string name = pathway.toStdString();
    const auto &sets = project.geneSets->sets;
    const auto set = std::find_if(sets.begin(), sets.end(), [&](const GeneSet &s) { return s.name == name; });
    if (set == sets.end())
        return {};
    Sheet sheet(say(QT_TRANSLATE_NOOP("Inspector", "Gene set")),
                QString::fromStdString(readableSetName(set->name)));
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Library")),
               QString::fromStdString(project.geneSets->library));
    sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Genes")), countText(qint64(set->genes.size())));
    if (project.enrichment && project.enrichment->ora) {
        for (const OraRow &row : project.enrichment->ora->rows) {
            if (row.term != name)
                continue;
            sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Over-representation")),
                       say(QT_TRANSLATE_NOOP("Inspector", "%1 of %2 genes, adjusted p %3, combined score %4"))
                           .arg(countText(qint64(row.overlap)), countText(qint64(row.setSize)),
                                boundText(row.adjustedP, row.isBound), numberText(row.combinedScore, 3)));
        }
    }
    if (project.enrichment && project.enrichment->gsea) {
        for (const GseaRow &row : project.enrichment->gsea->rows) {
            if (row.term == name)
                sheet.text(say(QT_TRANSLATE_NOOP("Inspector", "Preranked GSEA")),
                           say(QT_TRANSLATE_NOOP("Inspector", "NES %1, FDR %2"))
                               .arg(numberText(row.nes, 3), boundText(row.q, row.qIsBound)));
        }
    }
    QStringList genes;
    for (const std::string &gene : set->genes)
        genes.append(QString::fromStdString(gene));
    sheet.paragraph(linkedList(QStringLiteral("gene"), genes, 80));
    return sheet.html();
}

} // namespace pathgan
