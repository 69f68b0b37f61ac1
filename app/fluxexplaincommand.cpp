// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fluxoptions.h"
#include "core/metabolic/cohort/fluxexplanation.h"

#include <cmath>
#include <iostream>
#include <sstream>

namespace pathgan {

namespace {

OrderedJson ruleJson(const RuleTree &tree)
{
    OrderedJson json{{"score", jsonNumber(tree.score)}, {"decides", tree.decides}};
    if (tree.op == GeneRule::Op::Gene) {
        json["gene"] = tree.name;
        return json;
    }
    json["rule"] = tree.op == GeneRule::Op::And ? "and" : "or";
    for (const RuleTree &operand : tree.operands)
        json["operands"].push_back(ruleJson(operand));
    return json;
}

OrderedJson effectJson(const GeneEffect &effect)
{
    return {{"gene", effect.gene},
            {"flux", jsonNumber(effect.value)},
            {"change", jsonNumber(effect.change)},
            {"gradient", jsonNumber(effect.gradient)}};
}

OrderedJson limitJson(const LimitingBound &limit)
{
    OrderedJson json{{"reaction", limit.reaction},
                     {"bound", limit.isUpper ? "upper" : "lower"},
                     {"value", jsonNumber(limit.bound)},
                     {"dual", jsonNumber(limit.dual)},
                     {"elasticity", jsonNumber(limit.elasticity)},
                     {"by_expression", limit.isByExpression},
                     {"genes", limit.genes}};
    if (!limit.effect.gene.empty())
        json["effect"] = effectJson(limit.effect);
    return json;
}

OrderedJson explanationJson(const FluxExplanation &explanation)
{
    OrderedJson json{{"sample", explanation.sample},
                     {"reaction", explanation.reaction},
                     {"name", explanation.name},
                     {"equation", explanation.equation},
                     {"quantity", explanation.quantityName()},
                     {"unit", FluxRun::unit},
                     {"status", statusName(explanation.status)},
                     {"value", jsonNumber(explanation.value)},
                     {"value_status", valueStatusName(explanation.valueStatus)},
                     {"growth", jsonNumber(explanation.growth)},
                     {"objective", explanation.objective},
                     {"score", jsonNumber(explanation.score)},
                     {"greatest_score", jsonNumber(explanation.greatestScore)},
                     {"bounds", {explanation.lower, explanation.upper}},
                     {"bounds_without_expression", {explanation.mediumLower, explanation.mediumUpper}},
                     {"bound_by_expression", explanation.isByExpression},
                     {"binds", explanation.isLimited()},
                     {"dual", explanation.dual},
                     {"elasticity", jsonNumber(explanation.elasticity)}};
    json["rule"] = explanation.rule.isEmpty() ? OrderedJson() : ruleJson(explanation.rule);
    json["effects"] = OrderedJson::array();
    for (const GeneEffect &effect : explanation.effects)
        json["effects"].push_back(effectJson(effect));
    json["limits"] = OrderedJson::array();
    for (const LimitingBound &limit : explanation.limits)
        json["limits"].push_back(limitJson(limit));
    return json;
}

std::string number(double value)
{
    if (std::isnan(value))
        return "not measured";
    std::ostringstream text;
    text.precision(6);
    text << value;
    return text.str();
}

std::string elasticityText(double elasticity)
{
    return std::isnan(elasticity) ? std::string() : "\telasticity " + number(elasticity);
}

void printRule(const RuleTree &tree, int depth)
{
    std::cout << std::string(static_cast<std::size_t>(2 * depth), ' ') << (tree.decides ? "> " : "  ");
    if (tree.op == GeneRule::Op::Gene)
        std::cout << tree.name;
    else
        std::cout << (tree.op == GeneRule::Op::And ? "all of" : "any of");
    std::cout << "\t" << number(tree.score) << '\n';
    for (const RuleTree &operand : tree.operands)
        printRule(operand, depth + 1);
}

void printEffect(const GeneEffect &effect, double increase)
{
    std::cout << "  " << (increase >= 0 ? "+" : "") << number(100 * increase) << " % " << effect.gene << '\t'
              << number(effect.value) << "\tchange " << number(effect.change);
    if (!std::isnan(effect.gradient))
        std::cout << "\td log10 flux / d log2(x+1) " << number(effect.gradient);
    std::cout << '\n';
}

void printText(const FluxExplanation &explanation, double increase)
{
    const std::string unit = std::string(" ") + FluxRun::unit;
    std::cout << explanation.reaction << '\t' << explanation.name << '\n'
              << explanation.equation << '\n'
              << explanation.sample << '\t' << explanation.quantityName() << '\t' << number(explanation.value)
              << unit << " (" << valueStatusName(explanation.valueStatus) << ")\n"
              << "growth\t" << number(explanation.growth) << " 1/h\n";
    if (!explanation.rule.isEmpty()) {
        std::cout << "rule and expression (> decides)\n";
        printRule(explanation.rule, 1);
    }
    if (!std::isnan(explanation.greatestScore))
        std::cout << "score\t" << number(explanation.score) << " of " << number(explanation.greatestScore)
                  << '\n';
    std::cout << "bounds\t" << number(explanation.lower) << " to " << number(explanation.upper) << unit
              << (explanation.isByExpression ? ", set by expression" : ", the model's own") << '\n'
              << (explanation.isLimited() ? "the bound binds, dual\t" : "no bound of its own binds, dual\t")
              << number(explanation.dual) << elasticityText(explanation.elasticity) << '\n';
    for (const GeneEffect &effect : explanation.effects)
        printEffect(effect, increase);
    if (!explanation.limits.empty())
        std::cout << "bounds elsewhere that hold it back, the strongest first\n";
    for (const LimitingBound &limit : explanation.limits) {
        std::cout << "  " << limit.reaction << '\t' << (limit.isUpper ? "at most " : "at least ")
                  << number(limit.bound) << "\tdual " << number(limit.dual)
                  << elasticityText(limit.elasticity) << '\n';
        if (!limit.effect.gene.empty()) {
            std::cout << "  ";
            printEffect(limit.effect, increase);
        }
    }
}

} // namespace

int fluxExplainCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("Why a reaction of a sample has its flux: its rule with the sample's expression, the "
                       "gene that decides, "
                       "the bound it sets, whether that binds, and the flux with more of the gene."));
    addFluxOptions(line);
    line.addTableOptions(FluxExplainOptions(), {{"increase", nullptr}});
    line.addOption(QStringLiteral("increase"), QStringLiteral("of a gene's expression, in percent"),
                   QStringLiteral("percent"), QStringLiteral("10"));
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    for (const char *required : {"sample", "reaction"})
        if (!line.isSet(QString::fromLatin1(required)))
            return line.fail({ErrorCode::InvalidOption, std::string("--") + required});
    const Result<FluxOptions> options = fluxOptions(line);
    const Result<double> percent = line.number(QStringLiteral("increase"));
    if (!options || !percent)
        return line.fail(!options ? options.error() : percent.error());
    FluxExplainOptions explain;
    if (const Result<void> read = line.readTableOptions(explain); !read)
        return line.fail(read.error());
    Project project;
    OrderedJson coverage;
    if (const std::optional<int> failed = loadFluxInputs(line, options->medium, project, coverage))
        return *failed;
    explain.increase = *percent / 100;
    const Result<FluxExplanation> explanation =
        explainFlux(*project.model, *project.cohort, project.genes(), *options, explain, line.context());
    if (!explanation)
        return line.fail(explanation.error(), Part::Flux);
    OrderedJson json = explanationJson(*explanation);
    json["coverage"] = coverage;
    if (line.wantsJson())
        line.finish(json);
    else
        printText(*explanation, explain.increase);
    return explanation->status == SolutionStatus::Optimal ? ExitOk : ExitAnalysisFailed;
}

} // namespace pathgan
