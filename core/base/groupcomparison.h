// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/adjustment.h"
#include "core/base/marked.h"
#include "core/base/optiontable.h"
#include "core/base/result.h"
#include "core/base/statistics.h"
#include "core/base/tablewriter.h"

#include <limits>
#include <string>
#include <string_view>
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

/// How groups are compared. The overall test, and the one of each pair:
/// Auto: as MannWhitney for two groups, as KruskalWallis for more. MannWhitney: Mann–Whitney U
/// (Kruskal–Wallis over more than two groups), pairs alike. KruskalWallis: Kruskal–Wallis, Dunn. Welch:
/// Welch's t (Welch's ANOVA), pairs alike. Student: Student's t (one-way ANOVA), pairs alike. Anova: one-way
/// ANOVA, t with the standard deviation pooled over all groups.
enum class GroupTest { Auto, MannWhitney, Welch, Student, KruskalWallis, Anova };
inline constexpr EnumWord<GroupTest> groupTestWords[] = {{GroupTest::Auto, "auto"},
                                                         {GroupTest::MannWhitney, "mann-whitney"},
                                                         {GroupTest::Welch, "welch"},
                                                         {GroupTest::Student, "student"},
                                                         {GroupTest::KruskalWallis, "kruskal-wallis"},
                                                         {GroupTest::Anova, "anova"}};

const char *groupTestWord(GroupTest test); ///< "auto", "mann-whitney", "welch", …

struct ComparisonOptions
{
    GroupTest test = GroupTest::Auto;
    Adjustment adjustment = Adjustment::BenjaminiHochberg; ///< over pairs, and over reactions

    static const OptionTable &table();
};

/// Adjusted p of a comparison that stands alone.
inline constexpr double noFamily = std::numeric_limits<double>::quiet_NaN();

struct GroupPair
{
    std::string group1, group2;
    std::size_t n1 = 0, n2 = 0;
    std::string test;            ///< e.g. "Mann-Whitney U", "Dunn"
    double statistic = 0, p = 1; ///< p NaN: not testable
    bool isBound = false;        ///< p is smaller than leastP, which stands there
    double adjustedP = 1;        ///< over the pairs
    double acrossP = noFamily;   ///< over the reactions
    double cliffsDelta = 0, hodgesLehmann = 0;
};

/// Values compared between reported groups. Those equal but for a solver's noise (constant.h) are ties.
struct GroupComparison
{
    std::string valueName, unit, columnName;
    std::vector<Group> groups; ///< reported ones by name, "not reported" last
    std::string overallTest;   ///< e.g. "Mann-Whitney U", "Kruskal-Wallis"; empty: fewer than two groups
    double overallStatistic = 0, overallP = 1;
    bool overallIsBound = false; ///< overallP is smaller than leastP, which stands there
    double acrossP = noFamily;   ///< overallP adjusted over the reactions compared
    std::size_t family = 0;      ///< reactions tested that acrossP counts
    std::string notTestable;     ///< why there is no p: "constant", …; empty: there is one
    std::vector<GroupPair> pairs;
    std::string adjustment = marked("Core", "Benjamini-Hochberg");

    /// "not testable: constant"; empty: tested.
    std::string note() const;
    Table pairTable() const;    ///< group1, group2, n1, n2, test, statistic, p, p.adj, …
    Table summaryTable() const; ///< group, n, mean, median, q1, q3, …
};

/// labels: "" = not reported. All three of equal length. Groups with fewer than 2 values take part in no
/// test. p is NaN where nothing can be tested: constant values, fewer than two groups.
Result<GroupComparison> compareGroups(const std::vector<std::string> &samples,
                                      const std::vector<double> &values,
                                      const std::vector<std::string> &labels,
                                      const ComparisonOptions &options = {});

/// Adjusts p over comparisons of one kind, one a reaction: overall p over all that have one, each pair's p
/// over those of the same two groups.
void adjustAcross(const std::vector<GroupComparison *> &reactions, Adjustment adjustment);

/// By p adjusted over the reactions, then by p; what has none comes last. For sorting.
bool isMoreCertain(const GroupComparison &a, const GroupComparison &b);

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
