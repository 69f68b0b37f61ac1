// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fluxexplanationtext.h"

#include "ui/coretext.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("FluxExplanation", text);
}

QString link(const char *kind, const std::string &name)
{
    const QString text = QString::fromStdString(name).toHtmlEscaped();
    return QStringLiteral("<a href=\"%1:%2\">%2</a>").arg(QLatin1String(kind), text);
}

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style=\"margin:4px 0\">%1</p>").arg(html);
}

QString withUnit(double value)
{
    return numberText(value) + QLatin1Char(' ') + QString::fromLatin1(FluxRun::unit);
}

QString signedText(double value)
{
    return (value > 0 ? QStringLiteral("+") : QString()) + numberText(value, 3);
}

/// Scores reach tens of thousands: no powers of ten.
QString scoreText(double score)
{
    constexpr double large = 1000;
    return std::abs(score) >= large ? countText(std::llround(score)) : numberText(score);
}

std::size_t leaves(const RuleTree &tree)
{
    std::size_t count = tree.op == GeneRule::Op::Gene ? 1 : 0;
    for (const RuleTree &operand : tree.operands)
        count += leaves(operand);
    return count;
}

/// One line a part, indented by depth; what decides is bold. In a long rule only what decides is shown.
void addRule(const RuleTree &tree, int depth, bool all, QString &html)
{
    if (!all && !tree.decides)
        return;
    QString text;
    if (tree.op == GeneRule::Op::Gene)
        text = link("gene", tree.name);
    else if (tree.op == GeneRule::Op::And)
        text = say(QT_TRANSLATE_NOOP("FluxExplanation", "all of"));
    else
        text = say(QT_TRANSLATE_NOOP("FluxExplanation", "any of"));
    text += QLatin1String("&nbsp; ") + (std::isnan(tree.score)
                                            ? say(QT_TRANSLATE_NOOP("FluxExplanation", "not measured"))
                                            : scoreText(tree.score));
    if (tree.decides)
        text = QStringLiteral("<b>%1</b>").arg(text);
    html += QStringLiteral("<div style=\"margin-left:%1px\">%2</div>").arg(12 * depth).arg(text);
    for (const RuleTree &operand : tree.operands)
        addRule(operand, depth + 1, all, html);
}

QString ruleHtml(const FluxExplanation &explanation)
{
    if (explanation.rule.isEmpty())
        return paragraph(say(
            QT_TRANSLATE_NOOP("FluxExplanation", "No gene rule: expression does not bound this reaction.")));
    constexpr std::size_t most = 24;
    const bool all = leaves(explanation.rule) <= most;
    QString html = paragraph(
        all ? say(QT_TRANSLATE_NOOP("FluxExplanation", "Expression scores; what decides is bold:"))
            : say(QT_TRANSLATE_NOOP("FluxExplanation", "Expression scores of the parts that decide:")));
    addRule(explanation.rule, 0, all, html);
    if (!std::isnan(explanation.greatestScore))
        html += paragraph(say(QT_TRANSLATE_NOOP("FluxExplanation", "Score %1 of at most %2 in the cohort."))
                              .arg(scoreText(explanation.score), scoreText(explanation.greatestScore)));
    return html;
}

/// d log flux / d log bound.
QString elasticityText(double elasticity)
{
    return std::isnan(elasticity)
               ? QString()
               : QLatin1String(", ") + say(QT_TRANSLATE_NOOP("FluxExplanation", "elasticity %1"))
                                           .arg(numberText(elasticity, 3));
}

QString boundsHtml(const FluxExplanation &explanation)
{
    const QString bounds = say(QT_TRANSLATE_NOOP("FluxExplanation", "Bounds: %1 to %2"))
                               .arg(numberText(explanation.lower), withUnit(explanation.upper));
    const QString source =
        explanation.isByExpression
            ? say(QT_TRANSLATE_NOOP("FluxExplanation", "%1, set by expression (without it: %2 to %3)."))
                  .arg(bounds, numberText(explanation.mediumLower), numberText(explanation.mediumUpper))
            : say(QT_TRANSLATE_NOOP("FluxExplanation", "%1, the model's own.")).arg(bounds);
    if (!explanation.isLimited())
        return paragraph(source + QLatin1Char(' ') +
                         say(QT_TRANSLATE_NOOP("FluxExplanation", "None of them holds the flux back.")));
    const bool isCapacity =
        explanation.quantity == FluxQuantity::Capacity || explanation.quantity == FluxQuantity::CapacityRange;
    const QString dual =
        isCapacity ? say(QT_TRANSLATE_NOOP(
                         "FluxExplanation",
                         "<b>It is at its bound</b>: one more of it changes the flux by %1 (dual)."))
                   : say(QT_TRANSLATE_NOOP(
                         "FluxExplanation",
                         "<b>It is at its bound</b>: one more of it changes the growth by %1 1/h (dual)."));
    return paragraph(
        source + QLatin1Char(' ') + dual.arg(numberText(explanation.dual)) +
        (std::isnan(explanation.elasticity)
             ? QString()
             : QLatin1Char(' ') +
                   say(QT_TRANSLATE_NOOP("FluxExplanation", "One percent more of it changes the flux "
                                                            "by %1 % (elasticity)."))
                       .arg(numberText(explanation.elasticity, 3))));
}

QString effectHtml(const GeneEffect &effect)
{
    const QString text =
        say(QT_TRANSLATE_NOOP("FluxExplanation", "+10 % %1: %2 (%3)"))
            .arg(link("gene", effect.gene), numberText(effect.value), signedText(effect.change));
    if (std::isnan(effect.gradient))
        return text;
    return text + QLatin1String("; ") +
           say(QT_TRANSLATE_NOOP("FluxExplanation", "gradient of log10 flux by log2(x+1): %1"))
               .arg(numberText(effect.gradient, 3));
}

QString limitHtml(const LimitingBound &limit)
{
    QString html =
        (limit.isUpper ? say(QT_TRANSLATE_NOOP("FluxExplanation", "%1 at most %2, dual %3"))
                       : say(QT_TRANSLATE_NOOP("FluxExplanation", "%1 at least %2, dual %3")))
            .arg(link("reaction", limit.reaction), numberText(limit.bound), numberText(limit.dual, 3)) +
        elasticityText(limit.elasticity);
    if (!limit.effect.gene.empty())
        html += QLatin1String("<br>&nbsp;&nbsp;") + effectHtml(limit.effect);
    return QStringLiteral("<div style=\"margin-left:12px\">%1</div>").arg(html);
}

} // namespace

QString fluxExplanationHtml(const FluxExplanation &explanation)
{
    QString html = QStringLiteral("<h4 style=\"margin:10px 0 4px 0\">%1</h4>")
                       .arg(say(QT_TRANSLATE_NOOP("FluxExplanation", "Why this flux")));
    if (explanation.status != SolutionStatus::Optimal)
        html += paragraph(say(QT_TRANSLATE_NOOP("FluxExplanation", "The sample has no solution: %1."))
                              .arg(coreText(statusName(explanation.status))));
    else
        html += paragraph(QStringLiteral("%1 (%2)").arg(withUnit(explanation.value),
                                                        coreText(valueStatusName(explanation.valueStatus))));
    html += ruleHtml(explanation) + boundsHtml(explanation);
    for (const GeneEffect &effect : explanation.effects)
        html += paragraph(effectHtml(effect));
    if (explanation.limits.empty())
        return html;
    html += paragraph(say(
        QT_TRANSLATE_NOOP("FluxExplanation", "Bounds elsewhere that hold it back, the strongest first:")));
    for (const LimitingBound &limit : explanation.limits)
        html += limitHtml(limit);
    return html;
}

} // namespace pathgan
