// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/dualtext_p.h"

#include "core/base/tablewriter.h"
#include "core/base/text.h"

#include <cmath>
#include <limits>
#include <vector>

namespace pathgan {

std::string numberField(double value)
{
    return '\t' + cellText(Cell(value));
}

std::optional<double> fieldNumber(const std::string &text)
{
    return text.empty() ? std::numeric_limits<double>::quiet_NaN() : parseNumber(text);
}

std::string solutionField(const DualSolution &solution)
{
    std::string text = numberField(std::isfinite(solution.gap) ? solution.gap : std::nan("")) + ' ' +
                       cellText(Cell(solution.growthDual)) + (solution.isDegenerate ? " 1" : " 0");
    for (const DualTerm &term : solution.terms)
        text += ' ' + std::to_string(term.bound) + ' ' + cellText(Cell(term.dual));
    return text;
}

std::optional<DualSolution> solutionOf(const std::string &text, std::size_t bounds)
{
    std::vector<double> numbers;
    for (const std::string &part : split(text, ' ')) {
        const std::optional<double> number = fieldNumber(part);
        if (!number)
            return {};
        numbers.push_back(*number);
    }
    if (numbers.size() < 3 || numbers.size() % 2 == 0)
        return {};
    DualSolution solution;
    solution.gap = std::isnan(numbers[0]) ? std::numeric_limits<double>::infinity() : numbers[0];
    solution.growthDual = numbers[1];
    solution.isDegenerate = numbers[2] != 0;
    for (std::size_t k = 3; k < numbers.size(); k += 2) {
        if (!(numbers[k] >= 0 && numbers[k] < static_cast<double>(bounds)))
            return {};
        solution.terms.push_back({static_cast<int>(numbers[k]), numbers[k + 1]});
    }
    return solution;
}

} // namespace pathgan
