// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coretext.h"
#include "ui/panels/analysispage.h"

#include <algorithm>

namespace pathgan {

namespace {

/// Unit of the objective: a biomass reaction is written for a gram, so its flux is a growth rate.
QString unitOf(const ModelAnalysis &analysis)
{
    const bool isBiomass =
        QString::fromStdString(analysis.objective).contains(QLatin1String("biomass"), Qt::CaseInsensitive);
    return isBiomass ? QStringLiteral("1/h") : QStringLiteral("mmol/gDW/h");
}

/// What the ranges keep of the objective.
QString slackOf(const ModelAnalysis &analysis)
{
    const double fraction = analysis.options.rangeFraction;
    const QString kept =
        fraction == 1 ? AnalysisPage::tr(" All fluxes are optimal.")
                      : AnalysisPage::tr(" Fluxes keep %1 of the optimum.").arg(numberText(fraction, 7));
    return analysis.slack == 0
               ? kept
               : kept + AnalysisPage::tr(" For numerical reasons they may miss it by %1 of the optimum.")
                            .arg(numberText(analysis.slack, 2));
}

QString sentenceOf(const ModelAnalysis &analysis)
{
    const auto total = static_cast<qint64>(analysis.table.rows.size());
    switch (analysisKind(analysis.options.method)) {
    case AnalysisKind::Fluxes:
        if (analysis.options.method == AnalysisMethod::PerturbedFba)
            return AnalysisPage::tr("Total flux %1 mmol/gDW/h; these fluxes are unique.")
                .arg(numberText(analysis.totalFlux, 7));
        return AnalysisPage::tr(
                   "Total flux %1 mmol/gDW/h; other fluxes may be as good, perturbed pFBA makes them "
                   "unique.")
            .arg(numberText(analysis.totalFlux, 7));
    case AnalysisKind::Ranges:
        return AnalysisPage::tr("%1 reactions: %2 blocked, %3 fixed to one value.")
                   .arg(countText(total), countText(static_cast<qint64>(analysis.blocked)),
                        countText(static_cast<qint64>(analysis.fixed))) +
               slackOf(analysis);
    case AnalysisKind::Deletions:
        if (analysis.options.method == AnalysisMethod::EssentialGenes)
            return AnalysisPage::tr("%1 genes are essential.").arg(countText(total));
        return AnalysisPage::tr("%1 deletions, %2 of them essential.")
            .arg(countText(total), countText(static_cast<qint64>(analysis.essential)));
    }
    return {};
}

QString doubtOf(const ModelAnalysis &analysis)
{
    const bool isGrowth = unitOf(analysis) == QLatin1String("1/h");
    const QString doubt = isGrowth ? growthDoubt(analysis.objectiveValue) : QString();
    return doubt.isEmpty() ? doubt : QStringLiteral(" <b>%1</b>").arg(doubt);
}

QString stoppedOf(const ModelAnalysis &analysis)
{
    if (!analysis.stoppedEarly)
        return {};
    return AnalysisPage::tr(" <b>Stopped early</b>: %1 of %2 are finished, the others are left out.")
        .arg(countText(static_cast<qint64>(analysis.finished)),
             countText(static_cast<qint64>(analysis.asked)));
}

QString gimmeOf(const ModelAnalysis &analysis)
{
    const GimmeFigures &figures = analysis.gimme;
    const QString objective = QString::fromStdString(analysis.objective).toHtmlEscaped();
    const QString head =
        AnalysisPage::tr("<b>GIMME</b> of “%1”, sample %2: inconsistency score <b>%3</b> expression × "
                         "mmol/gDW/h; %4 = %5 of %6 %7.")
            .arg(QString::fromStdString(analysis.options.scenario.name).toHtmlEscaped(),
                 QString::fromStdString(analysis.options.sample).toHtmlEscaped(),
                 numberText(figures.score, 6),
                 objective.isEmpty() ? AnalysisPage::tr("no objective") : objective,
                 numberText(analysis.objectiveValue, 6), numberText(figures.optimum, 6), unitOf(analysis));
    const auto count = [](std::size_t n) { return countText(static_cast<qint64>(n)); };
    return head + QLatin1Char(' ') +
           AnalysisPage::tr(
               "Of %1 reactions scoring below %2, %3 carry flux; the fluxes are unique. %4 of %5 "
               "model genes are measured.")
               .arg(count(figures.penalised), numberText(figures.threshold, 6), count(figures.used),
                    count(figures.genesMatched), count(figures.genesTotal));
}

/// "EX_b ≥ 200", the first few.
QString conflictOf(const ModelAnalysis &analysis)
{
    constexpr std::size_t shown = 8;
    QStringList sides;
    for (std::size_t i = 0; i < std::min(shown, analysis.conflict.size()); ++i) {
        const BoundSide &side = analysis.conflict[i];
        const std::string &id = analysis.model->reactions[static_cast<std::size_t>(side.reaction)].id;
        sides.append(QStringLiteral("%1 %2 %3")
                         .arg(QString::fromStdString(id).toHtmlEscaped(),
                              side.isLower ? QStringLiteral("≥") : QStringLiteral("≤"),
                              numberText(side.value, 6)));
    }
    if (sides.isEmpty())
        return {};
    if (analysis.conflict.size() > shown)
        sides.append(QStringLiteral("…"));
    return AnalysisPage::tr(" These bounds cannot hold together: <b>%1</b> (mmol/gDW/h).")
        .arg(sides.join(QStringLiteral(", ")));
}

QString rayOf(const ModelAnalysis &analysis)
{
    constexpr std::size_t shown = 12;
    QStringList ids;
    for (std::size_t i = 0; i < std::min(shown, analysis.ray.size()); ++i)
        ids.append(QString::fromStdString(
                       analysis.model->reactions[static_cast<std::size_t>(analysis.ray[i].first)].id)
                       .toHtmlEscaped());
    if (ids.isEmpty())
        return {};
    if (analysis.ray.size() > shown)
        ids.append(QStringLiteral("…"));
    return AnalysisPage::tr(" Without limit run together: <b>%1</b>.").arg(ids.join(QStringLiteral(", ")));
}

} // namespace

QString methodText(AnalysisMethod method)
{
    switch (method) {
    case AnalysisMethod::Fba:
        return AnalysisPage::tr("FBA");
    case AnalysisMethod::ParsimoniousFba:
        return AnalysisPage::tr("Parsimonious FBA");
    case AnalysisMethod::PerturbedFba:
        return AnalysisPage::tr("Perturbed pFBA");
    case AnalysisMethod::Gimme:
        return AnalysisPage::tr("GIMME");
    case AnalysisMethod::FluxRanges:
        return AnalysisPage::tr("Flux variability");
    case AnalysisMethod::GeneDeletions:
        return AnalysisPage::tr("Gene deletions");
    case AnalysisMethod::ReactionDeletions:
        return AnalysisPage::tr("Reaction deletions");
    case AnalysisMethod::DoubleGeneDeletions:
        return AnalysisPage::tr("Pairs of genes");
    case AnalysisMethod::DoubleReactionDeletions:
        return AnalysisPage::tr("Pairs of reactions");
    case AnalysisMethod::EssentialGenes:
        return AnalysisPage::tr("Essential genes");
    case AnalysisMethod::GeneMoma:
        return AnalysisPage::tr("MOMA, genes");
    case AnalysisMethod::ReactionMoma:
        return AnalysisPage::tr("MOMA, reactions");
    }
    return {};
}

QString runName(const ModelAnalysis &analysis)
{
    QStringList parts = {methodText(analysis.options.method)};
    if (analysis.options.method == AnalysisMethod::Gimme)
        parts.append(QString::fromStdString(analysis.options.sample));
    parts.append(QString::fromStdString(analysis.options.scenario.name));
    if (analysis.stoppedEarly)
        parts.append(AnalysisPage::tr("stopped early"));
    return parts.join(QStringLiteral(" · "));
}

QString analysisHtml(const ModelAnalysis &analysis)
{
    const QString scenario = QString::fromStdString(analysis.options.scenario.name).toHtmlEscaped();
    const QString method = methodText(analysis.options.method);
    const QString objective = QString::fromStdString(analysis.objective).toHtmlEscaped();
    switch (analysis.status) {
    case SolutionStatus::Optimal:
        if (analysis.options.method == AnalysisMethod::Gimme)
            return gimmeOf(analysis);
        return AnalysisPage::tr("<b>%1</b> of “%2”: %3 = <b>%4</b> %5 (optimal). %6")
                   .arg(method, scenario, objective.isEmpty() ? AnalysisPage::tr("no objective") : objective,
                        numberText(analysis.objectiveValue, 6), unitOf(analysis), sentenceOf(analysis)) +
               doubtOf(analysis) + stoppedOf(analysis);
    case SolutionStatus::Infeasible:
        return AnalysisPage::tr(
                   "<b>%1</b> of “%2”: infeasible. No flux satisfies all bounds at once, so there are "
                   "no figures. Widen the bounds that the scenario sets, above all lower bounds above "
                   "0, or open more of the medium; Undo takes changes back one by one.")
                   .arg(method, scenario) +
               conflictOf(analysis);
    case SolutionStatus::Unbounded:
        return AnalysisPage::tr(
                   "<b>%1</b> of “%2”: unbounded. %3 can grow without limit, so there are no figures. "
                   "Give the reactions that feed it finite bounds, first the uptake limits in the "
                   "medium.")
                   .arg(method, scenario, objective) +
               rayOf(analysis);
    case SolutionStatus::TimeLimit:
        return AnalysisPage::tr(
                   "<b>%1</b> of “%2”: time limit. A linear program took more than %3 s of processor "
                   "time, so there are no figures. Raise the time limit in the settings and analyse "
                   "again.")
            .arg(method, scenario, numberText(analysis.options.timeLimit, 6));
    default:
        return AnalysisPage::tr("<b>%1</b> of “%2”: no result (%3). Try again with other bounds.")
            .arg(method, scenario, coreText(statusName(analysis.status)));
    }
}

} // namespace pathgan
