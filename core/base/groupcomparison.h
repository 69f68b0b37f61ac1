#pragma once

#include "core/base/result.h"
#include "core/base/statistics.h"
#include "core/base/tablewriter.h"

#include <string>
#include <vector>

namespace pathgan {

/// One box.
struct Group
{
    std::string name; ///< the word in the table; "not reported" for missing
    bool reported = true;
    std::vector<double> values;       ///< NaN dropped
    std::vector<std::string> samples; ///< of values
    BoxStatistics box;
};

struct GroupPair
{
    std::string group1, group2;
    std::size_t n1 = 0, n2 = 0;
    std::string test;                           ///< "Mann-Whitney U" or "Dunn"
    double statistic = 0, p = 1, adjustedP = 1; ///< Benjamini–Hochberg over the pairs
    double cliffsDelta = 0, hodgesLehmann = 0;
};

/// Values compared between reported groups: Mann–Whitney for two, Kruskal–Wallis and Dunn for more.
struct GroupComparison
{
    std::string valueName, unit, columnName;
    std::vector<Group> groups; ///< reported ones by name, "not reported" last
    std::string overallTest;   ///< "Mann-Whitney U" or "Kruskal-Wallis"; empty: fewer than two groups
    double overallStatistic = 0, overallP = 1;
    std::vector<GroupPair> pairs;
    std::string adjustment = "Benjamini-Hochberg";

    Table pairTable() const;    ///< group1, group2, n1, n2, test, statistic, p, p.adj, …
    Table summaryTable() const; ///< group, n, mean, median, q1, q3, …
};

/// labels: "" = not reported. All three of equal length. Groups with fewer than 2 values take part in no
/// test. p is NaN where nothing can be tested: all values equal, fewer than two groups.
Result<GroupComparison> compareGroups(const std::vector<std::string> &samples,
                                      const std::vector<double> &values,
                                      const std::vector<std::string> &labels);

/// A column tied to the one compared: a difference between groups may be a difference between its values.
struct Confounder
{
    std::string column;
    double cramersV = 0;
    std::string detail; ///< e.g. "YES: only STAD, UCS, ACC"
};
/// Both of equal length, "" = missing. Tied when the bias-corrected V (Bergsma 2013) is 0.5 or more, or when
/// a group occurs in a part of the values only, more than chance explains (p < 0.05). Fills cramersV (without
/// correction) and detail of `out` then.
bool isConfounded(const std::vector<std::string> &labels, const std::vector<std::string> &other,
                  Confounder &out);

} // namespace pathgan
