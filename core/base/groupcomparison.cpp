// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/groupcomparison.h"

#include "core/base/constant.h"
#include "core/base/marked.h"
#include "core/base/meantests.h"
#include "core/base/optionentries.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t smallestTested = 2;
constexpr const char *noVariation = "no variation within groups";

/// Reported groups in byte order of their names, "not reported" last.
std::vector<Group> splitByLabel(const std::vector<std::string> &samples, const std::vector<double> &values,
                                const std::vector<std::string> &labels)
{
    std::map<std::string, Group> reported;
    Group missing;
    missing.name = marked("Core", "not reported");
    missing.reported = false;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Group &group = labels[i].empty() ? missing : reported[labels[i]];
        if (std::isnan(values[i]))
            continue;
        group.values.push_back(values[i]);
        group.samples.push_back(samples[i]);
    }
    std::vector<Group> groups;
    for (auto &[name, group] : reported) {
        group.name = name;
        groups.push_back(std::move(group));
    }
    if (std::find(labels.begin(), labels.end(), "") != labels.end())
        groups.push_back(std::move(missing));
    for (Group &group : groups)
        group.box = boxStatistics(group.values);
    return groups;
}

using Values = std::vector<std::vector<double>>; ///< by group

/// The tests of a GroupTest: by name, and what they compute.
struct Tests
{
    const char *overallName, *pairName;
    TestResult overall;
    std::vector<TestResult> pairs; ///< (0,1), (0,2), … (1,2) …
};

template <class Test>
std::vector<TestResult> eachPair(const Values &values, const Test &test)
{
    std::vector<TestResult> results;
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = i + 1; j < values.size(); ++j)
            results.push_back(test(values[i], values[j]));
    return results;
}

/// The two-group test, or over more groups its relative; `pairs` is the former for each pair.
Tests twoGroupTests(const char *name, const char *overallName, std::vector<TestResult> pairs,
                    std::size_t groups, TestResult (*overall)(const Values &), const Values &values)
{
    if (groups == 2)
        return {name, name, pairs.front(), pairs};
    return {overallName, name, overall(values), std::move(pairs)};
}

Tests testsOf(GroupTest test, const Values &values)
{
    const std::size_t groups = values.size();
    if (test == GroupTest::Auto)
        test = groups == 2 ? GroupTest::MannWhitney : GroupTest::KruskalWallis;
    switch (test) {
    case GroupTest::MannWhitney:
        return twoGroupTests("Mann-Whitney U", "Kruskal-Wallis",
                             eachPair(values, [](const auto &a, const auto &b) { return mannWhitney(a, b); }),
                             groups, kruskalWallis, values);
    case GroupTest::Welch:
        return twoGroupTests("Welch t", "Welch ANOVA", eachPair(values, welchT), groups, welchAnova, values);
    case GroupTest::Student:
        return twoGroupTests("Student t", "ANOVA", eachPair(values, studentT), groups, anova, values);
    case GroupTest::Anova:
        return {"ANOVA", "t with pooled SD", anova(values), pooledPairT(values)};
    case GroupTest::KruskalWallis:
    case GroupTest::Auto:
        break;
    }
    return {"Kruskal-Wallis", "Dunn", kruskalWallis(values), dunn(values)};
}

Values withoutNoise(const std::vector<const Group *> &groups)
{
    std::vector<double> pooled;
    for (const Group *group : groups)
        pooled.insert(pooled.end(), group->values.begin(), group->values.end());
    const std::vector<double> clean = pathgan::withoutNoise(pooled);
    Values values;
    auto from = clean.begin();
    for (const Group *group : groups) {
        const auto to = from + std::ssize(group->values);
        values.emplace_back(from, to);
        from = to;
    }
    return values;
}

/// What keeps the comparison from a p; empty: nothing.
std::string obstacle(const Values &values, const TestResult &overall)
{
    std::vector<double> pooled;
    for (const std::vector<double> &group : values)
        pooled.insert(pooled.end(), group.begin(), group.end());
    if (isConstant(pooled))
        return "constant";
    return std::isnan(overall.p) ? noVariation : "";
}

void addPairs(GroupComparison &comparison, const std::vector<const Group *> &tested, const Values &values,
              const Tests &tests, Adjustment adjustment)
{
    const bool isConstant = comparison.notTestable == "constant";
    std::vector<double> p;
    for (std::size_t i = 0; i < tested.size(); ++i) {
        for (std::size_t j = i + 1; j < tested.size(); ++j) {
            const TestResult &result = tests.pairs[comparison.pairs.size()];
            GroupPair pair;
            pair.group1 = tested[i]->name;
            pair.group2 = tested[j]->name;
            pair.n1 = values[i].size();
            pair.n2 = values[j].size();
            pair.test = tests.pairName;
            pair.statistic = isConstant ? nan : result.statistic;
            pair.p = boundedP(isConstant ? nan : result.p, pair.isBound);
            pair.cliffsDelta = isConstant ? nan : cliffsDelta(values[i], values[j]);
            pair.hodgesLehmann = isConstant ? nan : hodgesLehmann(values[i], values[j]);
            p.push_back(pair.p);
            comparison.pairs.push_back(std::move(pair));
        }
    }
    const std::vector<double> overPairs = adjusted(p, adjustment);
    for (std::size_t i = 0; i < overPairs.size(); ++i)
        comparison.pairs[i].adjustedP = overPairs[i];
}

void testGroups(GroupComparison &comparison, const ComparisonOptions &options)
{
    std::vector<const Group *> tested;
    for (const Group &group : comparison.groups)
        if (group.reported && group.values.size() >= smallestTested)
            tested.push_back(&group);
    comparison.adjustment = adjustmentName(options.adjustment);
    comparison.overallStatistic = comparison.overallP = nan;
    if (tested.size() < 2) {
        comparison.notTestable = "fewer than two groups with two values";
        return;
    }
    const Values values = withoutNoise(tested);
    const Tests tests = testsOf(options.test, values);
    comparison.notTestable = obstacle(values, tests.overall);
    comparison.overallTest = tests.overallName;
    if (comparison.notTestable.empty()) {
        comparison.overallStatistic = tests.overall.statistic;
        comparison.overallP = boundedP(tests.overall.p, comparison.overallIsBound);
    }
    addPairs(comparison, tested, values, tests, options.adjustment);
}

} // namespace

Result<GroupComparison> compareGroups(const std::vector<std::string> &samples,
                                      const std::vector<double> &values,
                                      const std::vector<std::string> &labels,
                                      const ComparisonOptions &options)
{
    if (samples.size() != values.size() || labels.size() != values.size())
        return Error{ErrorCode::InvalidOption, "samples, values, labels"};
    GroupComparison comparison;
    comparison.groups = splitByLabel(samples, values, labels);
    testGroups(comparison, options);
    return comparison;
}

bool isMoreCertain(const GroupComparison &a, const GroupComparison &b)
{
    const auto last = [](double p) { return std::isnan(p) ? 2.0 : p; };
    const double x = last(a.acrossP), y = last(b.acrossP);
    return x != y ? x < y : last(a.overallP) < last(b.overallP);
}

void adjustAcross(const std::vector<GroupComparison *> &reactions, Adjustment adjustment)
{
    std::vector<double> overall;
    std::map<std::pair<std::string, std::string>, std::vector<GroupPair *>> byPair;
    for (GroupComparison *comparison : reactions) {
        overall.push_back(comparison->overallP);
        for (GroupPair &pair : comparison->pairs)
            byPair[{pair.group1, pair.group2}].push_back(&pair);
    }
    const auto family = static_cast<std::size_t>(
        std::count_if(overall.begin(), overall.end(), [](double p) { return !std::isnan(p); }));
    const std::vector<double> overReactions = adjusted(overall, adjustment);
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        reactions[i]->acrossP = overReactions[i];
        reactions[i]->family = family;
    }
    for (const auto &[names, pairs] : byPair) {
        std::vector<double> p;
        for (const GroupPair *pair : pairs)
            p.push_back(pair->p);
        const std::vector<double> ofPair = adjusted(p, adjustment);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            pairs[i]->acrossP = ofPair[i];
    }
}

const char *groupTestWord(GroupTest test)
{
    return wordOf(groupTestWords, test);
}

const OptionTable &ComparisonOptions::table()
{
    static const OptionTable all = {
        option("group_test", &ComparisonOptions::test, groupTestWords,
               "auto: Mann-Whitney for two groups, Kruskal-Wallis and Dunn for more"),
        option("group_adjustment", &ComparisonOptions::adjustment, adjustmentWords,
               "of p over pairs of groups, and over reactions"),
    };
    return all;
}

std::string GroupComparison::note() const
{
    return notTestable.empty() ? std::string() : "not testable: " + notTestable;
}

Table GroupComparison::pairTable() const
{
    Table table;
    table.header = {
        "group1",     "group2", "n1",           "n2",           "test",           "statistic",
        "p",          "p.adj",  "p.adj.signif", "cliffs_delta", "hodges_lehmann", "p.adj.reactions",
        "p.is.bound", "note"};
    for (const GroupPair &pair : pairs) {
        const std::string why = !std::isnan(pair.p)   ? ""
                                : notTestable.empty() ? std::string("not testable: ") + noVariation
                                                      : note();
        table.rows.push_back({pair.group1, pair.group2, static_cast<long long>(pair.n1),
                              static_cast<long long>(pair.n2), pair.test, pair.statistic, pair.p,
                              pair.adjustedP, significanceStars(pair.adjustedP), pair.cliffsDelta,
                              pair.hodgesLehmann, pair.acrossP, std::string(pair.isBound ? "yes" : "no"),
                              why});
    }
    return table;
}

Table GroupComparison::summaryTable() const
{
    Table table;
    table.header = {"group", "n",   "mean", "sd",          "median",       "q1",
                    "q3",    "min", "max",  "whisker_low", "whisker_high", "outliers"};
    for (const Group &group : groups) {
        const BoxStatistics &box = group.box;
        table.rows.push_back({group.name, static_cast<long long>(box.n), box.mean,
                              standardDeviation(group.values), box.median, box.q1, box.q3, box.minimum,
                              box.maximum, box.whiskerLow, box.whiskerHigh,
                              static_cast<long long>(box.outliers.size())});
    }
    return table;
}

} // namespace pathgan
