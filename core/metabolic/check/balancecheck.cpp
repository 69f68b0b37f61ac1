// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/metabolic/check/balancecheck_p.h"
#include "core/metabolic/check/modelcheck_p.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pathgan {

namespace {

constexpr double tolerance = 1e-7; // atoms or charges a reaction; as COBRApy
constexpr std::size_t deepestGroup = 32;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

/// Reads an amount, 1 where there is none; nothing for one that is no positive number.
std::optional<double> takeAmount(std::string_view formula, std::size_t &at)
{
    const std::size_t start = at;
    while (at < formula.size() && (isDigit(formula[at]) || formula[at] == '.'))
        ++at;
    if (at == start)
        return 1.0;
    const std::optional<double> amount = parseNumber(formula.substr(start, at - start));
    return amount && std::isfinite(*amount) && *amount >= 0 ? amount : std::nullopt;
}

void add(Composition &sum, const Composition &part, double times)
{
    for (const auto &[element, amount] : part)
        sum[element] += times * amount;
}

/// SBO terms of reactions that balance nothing: exchange, demand, biomass, pseudoreaction, sink.
bool isBalanced(const MetabolicModel &model, std::size_t reaction)
{
    static constexpr std::array<int, 5> terms = {627, 628, 629, 631, 632};
    const bool isNamed =
        std::find(terms.begin(), terms.end(), model.reactions[reaction].sboTerm) != terms.end();
    return !isNamed && model.reactions[reaction].stoichiometry.size() > 1;
}

void reportUnknown(const MetabolicModel &model, const Reaction &reaction,
                   const std::vector<std::optional<Composition>> &compositions, ModelCheckRun &run)
{
    std::vector<std::string> missing, strange;
    for (const auto &[metabolite, coefficient] : reaction.stoichiometry) {
        const auto at = static_cast<std::size_t>(metabolite);
        if (model.metabolites[at].formula.empty())
            missing.push_back(model.metabolites[at].id);
        else if (!compositions[at])
            strange.push_back(model.metabolites[at].id);
    }
    const bool isMissing = !missing.empty();
    run.findings.push_back(
        finding(CheckKind::BalanceUnknown, reaction,
                isMissing ? marked("Core", "no formula") : marked("Core", "formula not understood"),
                join(isMissing ? missing : strange, ", ")));
}

void checkMass(const Reaction &reaction, const std::vector<std::optional<Composition>> &compositions,
               ModelCheckRun &run)
{
    Composition surplus;
    for (const auto &[metabolite, coefficient] : reaction.stoichiometry)
        add(surplus, *compositions[static_cast<std::size_t>(metabolite)], coefficient);
    std::vector<std::string> parts;
    double largest = 0;
    for (const auto &[element, amount] : surplus) {
        if (std::abs(amount) <= tolerance)
            continue;
        // Sums of decimal coefficients: the digits behind the tolerance are rounding.
        parts.push_back(element + ' ' + formatNumber(std::round(amount * 1e7) / 1e7));
        if (std::abs(amount) > std::abs(largest))
            largest = amount;
    }
    ++run.balanceChecked;
    if (!parts.empty())
        run.findings.push_back(finding(CheckKind::MassImbalance, reaction, {}, join(parts, ", "), largest));
}

void checkCharge(const MetabolicModel &model, const Reaction &reaction, ModelCheckRun &run)
{
    double surplus = 0;
    std::vector<std::string> missing;
    for (const auto &[metabolite, coefficient] : reaction.stoichiometry) {
        const Metabolite &one = model.metabolites[static_cast<std::size_t>(metabolite)];
        if (one.charge)
            surplus += coefficient * *one.charge;
        else
            missing.push_back(one.id);
    }
    if (!missing.empty())
        run.findings.push_back(
            finding(CheckKind::BalanceUnknown, reaction, marked("Core", "no charge"), join(missing, ", ")));
    else if (std::abs(surplus) > tolerance)
        run.findings.push_back(
            finding(CheckKind::ChargeImbalance, reaction, {}, {}, std::round(surplus * 1e7) / 1e7));
}

} // namespace

std::optional<Composition> parseFormula(std::string_view formula)
{
    std::vector<Composition> open(1); // the formula and its open parentheses
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        if (c == '(') {
            if (open.size() > deepestGroup)
                return std::nullopt;
            open.emplace_back();
            ++at;
        } else if (c == ')') {
            const std::optional<double> times = takeAmount(formula, ++at);
            if (open.size() < 2 || !times)
                return std::nullopt;
            const Composition group = std::move(open.back());
            open.pop_back();
            add(open.back(), group, *times);
        } else if (isUpper(c) || c == '*') {
            const std::size_t start = at++;
            while (isUpper(c) && at < formula.size() && isLower(formula[at]))
                ++at;
            const std::string element(formula.substr(start, at - start));
            const std::optional<double> amount = takeAmount(formula, at);
            if (!amount)
                return std::nullopt;
            open.back()[element] += *amount;
        } else {
            return std::nullopt;
        }
    }
    if (open.size() != 1 || open.front().empty())
        return std::nullopt;
    return std::move(open.front());
}

void checkBalance(const MetabolicModel &model, ModelCheckRun &run)
{
    std::vector<std::optional<Composition>> compositions;
    compositions.reserve(model.metabolites.size());
    for (const Metabolite &metabolite : model.metabolites)
        compositions.push_back(parseFormula(metabolite.formula));
    for (std::size_t j = 0; j < model.reactions.size(); ++j) {
        const Reaction &reaction = model.reactions[j];
        if (!isBalanced(model, j))
            continue;
        const bool isKnown =
            std::all_of(reaction.stoichiometry.begin(), reaction.stoichiometry.end(), [&](const auto &entry) {
                return compositions[static_cast<std::size_t>(entry.first)].has_value();
            });
        if (isKnown)
            checkMass(reaction, compositions, run);
        else
            reportUnknown(model, reaction, compositions, run);
        checkCharge(model, reaction, run);
    }
}

} // namespace pathgan
