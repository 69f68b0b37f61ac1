#include "core/base/groupcomparison.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t smallestTested = 2;

/// Reported groups in byte order of their names, "not reported" last.
std::vector<Group> splitByLabel(const std::vector<std::string> &samples, const std::vector<double> &values,
                                const std::vector<std::string> &labels)
{
    std::map<std::string, Group> reported;
    Group missing;
    missing.name = "not reported";
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

bool allEqual(const std::vector<std::vector<double>> &groups)
{
    const double first = groups.front().front();
    return std::all_of(groups.begin(), groups.end(), [first](const std::vector<double> &group) {
        return std::all_of(group.begin(), group.end(), [first](double value) { return value == first; });
    });
}

void testGroups(GroupComparison &comparison)
{
    std::vector<const Group *> tested;
    std::vector<std::vector<double>> values;
    for (const Group &group : comparison.groups) {
        if (group.reported && group.values.size() >= smallestTested) {
            tested.push_back(&group);
            values.push_back(group.values);
        }
    }
    comparison.overallStatistic = comparison.overallP = nan;
    if (tested.size() < 2)
        return;

    const bool two = tested.size() == 2;
    TestResult overall = two ? mannWhitney(values[0], values[1]) : kruskalWallis(values);
    std::vector<TestResult> pairResults = two ? std::vector{overall} : dunn(values);
    if (allEqual(values)) // nothing to rank
        overall.p = pairResults.front().p = nan;
    comparison.overallTest = two ? "Mann-Whitney U" : "Kruskal-Wallis";
    comparison.overallStatistic = overall.statistic;
    comparison.overallP = overall.p;

    std::vector<double> p;
    p.reserve(pairResults.size());
    for (const TestResult &result : pairResults)
        p.push_back(result.p);
    const std::vector<double> adjusted = adjustBenjaminiHochberg(p);
    for (std::size_t i = 0; i < tested.size(); ++i) {
        for (std::size_t j = i + 1; j < tested.size(); ++j) {
            const std::size_t index = comparison.pairs.size();
            GroupPair pair;
            pair.group1 = tested[i]->name;
            pair.group2 = tested[j]->name;
            pair.n1 = values[i].size();
            pair.n2 = values[j].size();
            pair.test = two ? "Mann-Whitney U" : "Dunn";
            pair.statistic = pairResults[index].statistic;
            pair.p = p[index];
            pair.adjustedP = adjusted[index];
            pair.cliffsDelta = cliffsDelta(values[i], values[j]);
            pair.hodgesLehmann = hodgesLehmann(values[i], values[j]);
            comparison.pairs.push_back(std::move(pair));
        }
    }
}

} // namespace

Result<GroupComparison> compareGroups(const std::vector<std::string> &samples,
                                      const std::vector<double> &values,
                                      const std::vector<std::string> &labels)
{
    if (samples.size() != values.size() || labels.size() != values.size())
        return Error{ErrorCode::InvalidOption, "samples, values, labels"};
    GroupComparison comparison;
    comparison.groups = splitByLabel(samples, values, labels);
    testGroups(comparison);
    return comparison;
}

Table GroupComparison::pairTable() const
{
    Table table;
    table.header = {"group1", "group2", "n1",           "n2",           "test",          "statistic",
                    "p",      "p.adj",  "p.adj.signif", "cliffs_delta", "hodges_lehmann"};
    for (const GroupPair &pair : pairs) {
        table.rows.push_back({pair.group1, pair.group2, static_cast<long long>(pair.n1),
                              static_cast<long long>(pair.n2), pair.test, pair.statistic, pair.p,
                              pair.adjustedP, significanceStars(pair.adjustedP), pair.cliffsDelta,
                              pair.hodgesLehmann});
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
