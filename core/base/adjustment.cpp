#include "core/base/adjustment.h"

#include "core/base/marked.h"
#include "core/base/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace pathgan {

namespace {

struct Known
{
    Adjustment adjustment;
    const char *word, *name;
};

constexpr std::array<Known, 5> known{{
    {Adjustment::BenjaminiHochberg, "BH", marked("Core", "Benjamini-Hochberg")},
    {Adjustment::Holm, "holm", marked("Core", "Holm")},
    {Adjustment::Bonferroni, "bonferroni", marked("Core", "Bonferroni")},
    {Adjustment::BenjaminiYekutieli, "BY", marked("Core", "Benjamini-Yekutieli")},
    {Adjustment::None, "none", marked("Core", "no adjustment")},
}};

const Known &find(Adjustment adjustment)
{
    const auto it = std::find_if(known.begin(), known.end(),
                                 [adjustment](const Known &k) { return k.adjustment == adjustment; });
    return it == known.end() ? known.back() : *it;
}

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
    return find(adjustment).word;
}

const char *adjustmentName(Adjustment adjustment)
{
    return find(adjustment).name;
}

Result<Adjustment> adjustmentFromWord(std::string_view word)
{
    std::string words;
    for (const Known &k : known) {
        if (word == k.word)
            return k.adjustment;
        words += (words.empty() ? "" : "|") + std::string(k.word);
    }
    return Error{ErrorCode::InvalidOption, std::string(word) + ", not " + words};
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
