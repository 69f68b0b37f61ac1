// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/adjustment.h"

#include "core/base/marked.h"
#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr EnumWord<Adjustment> names[] = {
    {Adjustment::BenjaminiHochberg, marked("Core", "Benjamini-Hochberg")},
    {Adjustment::Holm, marked("Core", "Holm")},
    {Adjustment::Bonferroni, marked("Core", "Bonferroni")},
    {Adjustment::BenjaminiYekutieli, marked("Core", "Benjamini-Yekutieli")},
    {Adjustment::None, marked("Core", "no adjustment")},
};

std::vector<double> bonferroni(std::span<const double> p)
{
    const auto count = static_cast<double>(
        std::count_if(p.begin(), p.end(), [](double value) { return !std::isnan(value); }));
    std::vector<double> result(p.begin(), p.end());
    for (double &value : result)
        value = std::isnan(value) ? value : std::min(1.0, value * count);
    return result;
}

} // namespace

const char *adjustmentWord(Adjustment adjustment)
{
    return wordOf(adjustmentWords, adjustment);
}

const char *adjustmentName(Adjustment adjustment)
{
    return wordOf(names, adjustment);
}

std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment)
{
    switch (adjustment) {
    case Adjustment::BenjaminiHochberg:
        return adjustBenjaminiHochberg(p);
    case Adjustment::Holm:
        return adjustHolm(p);
    case Adjustment::Bonferroni:
        return bonferroni(p);
    case Adjustment::BenjaminiYekutieli:
        return adjustBenjaminiYekutieli(p);
    case Adjustment::None:
        break;
    }
    return {p.begin(), p.end()};
}

double boundedP(double p, bool &isBound)
{
    isBound = p < leastP;
    return isBound ? leastP : p;
}

} // namespace pathgan
