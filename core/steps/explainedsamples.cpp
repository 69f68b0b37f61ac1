// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/explainedsamples.h"

#include "core/base/random.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

namespace pathgan {

namespace {

using How = ExplainedSamples::How;

constexpr std::uint64_t choiceStream = std::numeric_limits<std::uint64_t>::max(); // no point's, see shapDraws

std::vector<Index> firstRows(std::size_t count)
{
    std::vector<Index> rows(count);
    std::iota(rows.begin(), rows.end(), Index{0});
    return rows;
}

/// The column that is asked for; else tissue or study, else the groups compared by default, each only where
/// the cohort has two values of it. −1: none.
Result<int> strataColumn(const Cohort &cohort, const std::string &wanted)
{
    if (!cohort.clinical)
        return wanted.empty() ? Result<int>(-1) : Error{ErrorCode::UnknownName, "explain_strata: " + wanted};
    const ClinicalTable &clinical = *cohort.clinical;
    if (!wanted.empty()) {
        const int column = clinical.columnIndex(wanted);
        return column >= 0 ? Result<int>(column) : Error{ErrorCode::UnknownName, "explain_strata: " + wanted};
    }
    for (const int column : {cohortColumn(clinical), defaultGroupColumn(clinical)}) {
        if (column < 0)
            continue;
        const auto labels = cohort.labels(clinical.columns[static_cast<std::size_t>(column)]);
        if (std::set<std::string>(labels.begin(), labels.end()).size() > 1)
            return column;
    }
    return -1;
}

Result<ChosenSamples> drawn(const Cohort &cohort, const ExplainOptions &options)
{
    const Result<int> column = strataColumn(cohort, options.strata);
    if (!column)
        return column.error();
    ChosenSamples result;
    std::vector<std::string> labels(cohort.size());
    if (*column >= 0) {
        const ClinicalColumn &strata = cohort.clinical->columns[static_cast<std::size_t>(*column)];
        labels = cohort.labels(strata);
        result.chosen.column = strata.name;
    }
    result.rows = stratifiedRows(labels, static_cast<std::size_t>(options.count), options.shap.seed);
    result.chosen.how = *column >= 0 ? How::Stratified : How::Drawn;
    result.chosen.seed = options.shap.seed;
    if (result.rows.size() == cohort.size())
        result.chosen = {.how = How::All};
    return result;
}

} // namespace

std::vector<Index> stratifiedRows(const std::vector<std::string> &labels, std::size_t count,
                                  std::uint64_t seed)
{
    const std::size_t all = labels.size();
    if (count >= all)
        return firstRows(all);
    Random random(seed, choiceStream);
    std::vector<std::size_t> order = random.permutation(all);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return labels[a] < labels[b]; });
    const double start = random.uniform(), step = static_cast<double>(all) / static_cast<double>(count);
    std::vector<Index> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>((start + static_cast<double>(i)) * step);
        rows.push_back(static_cast<Index>(order[std::min(at, all - 1)]));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

Result<ChosenSamples> chooseExplained(const Cohort &cohort, const ExplainOptions &options, bool ofPaper)
{
    ChosenSamples result;
    ExplainChoice choice = options.choice;
    if (choice == ExplainChoice::Auto)
        choice = ofPaper ? ExplainChoice::FirstTen : ExplainChoice::Stratified;
    if (!options.samples.empty()) {
        Result<std::vector<Index>> named = cohort.find(options.samples);
        if (!named)
            return named.error();
        result.rows = *std::move(named);
    } else if (choice == ExplainChoice::Stratified) {
        Result<ChosenSamples> some = drawn(cohort, options);
        if (!some)
            return some;
        result = *std::move(some);
    } else {
        const bool isAll = choice == ExplainChoice::All || cohort.size() <= 10;
        result.rows = firstRows(isAll ? cohort.size() : 10);
        result.chosen.how = isAll ? How::All : How::First;
    }
    result.chosen.count = result.rows.size();
    result.chosen.of = cohort.size();
    return result;
}

std::string explainedText(const ExplainedSamples &chosen)
{
    std::string text = std::to_string(chosen.count);
    if (chosen.of > 0)
        text += " of " + std::to_string(chosen.of);
    text += " samples";
    switch (chosen.how) {
    case How::Named:
        return text + ", named one by one";
    case How::First:
        return text + ", the first of the cohort";
    case How::All:
        return text;
    case How::Drawn:
        return text + ", drawn with seed " + std::to_string(chosen.seed);
    case How::Stratified:
        return text + ", drawn with seed " + std::to_string(chosen.seed) + ", each value of " +
               chosen.column + " with its share";
    }
    return text;
}

} // namespace pathgan
