// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <span>
#include <string>
#include <vector>

namespace pathgan {

// Descriptive
// ---------------------------------------------------------------------------------------------------

double mean(std::span<const double> values);
/// ddof 1 by default; NaN when fewer than ddof + 1 values.
double standardDeviation(std::span<const double> values, int ddof = 1);
/// Linear interpolation (numpy's default, R type 7). values need not be sorted; NaN when empty.
double quantile(std::span<const double> values, double p);
/// The same on values already ascending.
double quantileSorted(std::span<const double> ascending, double p);
/// Ranks from 1, ties get their mean rank.
std::vector<double> midRanks(std::span<const double> values);
/// NaN when either is constant (constant.h).
double pearson(std::span<const double> a, std::span<const double> b);
double spearman(std::span<const double> a, std::span<const double> b);

/// Numbers behind a box: whiskers are the most extreme data within 1.5 IQR of the box, never inside the box.
struct BoxStatistics
{
    std::size_t n = 0;
    double mean = 0, minimum = 0, maximum = 0;
    double q1 = 0, median = 0, q3 = 0;
    double whiskerLow = 0, whiskerHigh = 0;
    double notchLow = 0, notchHigh = 0; ///< median ± 1.57 IQR/√n
    std::vector<double> outliers;       ///< ascending
};
/// NaN values are dropped.
BoxStatistics boxStatistics(std::span<const double> values);

// Tests
// ---------------------------------------------------------------------------------------------------------

enum class Alternative { TwoSided, Less, Greater };

struct TestResult
{
    double statistic = 0;
    double p = 0; ///< NaN where the test is undefined
    bool exact = false;
};

/// Mann–Whitney U of a against b. Exact when min(n1, n2) ≤ 8 and no ties, else normal with tie and continuity
/// correction (scipy's "auto"). statistic: U1. p is 1 when all values are equal, NaN when a group is empty.
TestResult mannWhitney(std::span<const double> a, std::span<const double> b,
                       Alternative alternative = Alternative::TwoSided);
/// Tie-corrected H, χ² with g−1 degrees of freedom over the groups that are not empty; NaN when all values
/// are equal or fewer than two groups have any.
TestResult kruskalWallis(const std::vector<std::vector<double>> &groups);
/// Dunn's post hoc test, tie-corrected, two-sided p, pairs in order (0,1), (0,2), … (1,2) …; statistic: z.
std::vector<TestResult> dunn(const std::vector<std::vector<double>> &groups);

// Multiple testing; NaN p stay NaN and are not counted
// ------------------------------------------------------------

std::vector<double> adjustBenjaminiHochberg(std::span<const double> p);
std::vector<double> adjustHolm(std::span<const double> p);
std::vector<double> adjustBenjaminiYekutieli(std::span<const double> p);
/// ggpubr's stars: ns > 0.05, * ≤ 0.05, ** ≤ 0.01, *** ≤ 0.001, **** ≤ 0.0001.
std::string significanceStars(double p);

// Effects
// -------------------------------------------------------------------------------------------------------

/// 2·U1/(n1·n2) − 1, in [−1, 1].
double cliffsDelta(std::span<const double> a, std::span<const double> b);
/// Median of all pairwise differences a − b.
double hodgesLehmann(std::span<const double> a, std::span<const double> b);
/// Cramér's V of two label vectors of equal length (0: independent, 1: one determines the other).
double cramersV(std::span<const int> a, std::span<const int> b);

// Matrices
// ------------------------------------------------------------------------------------------------------

/// exp of the entropy of the normalised covariance eigenvalues of standardised columns (Roy & Vetterli 2007);
/// constant columns (constant.h) are left out; 0 when all are. rows: samples; no NaN.
double effectiveRank(const MatrixD &values);

// Distributions
// -------------------------------------------------------------------------------------------------

/// Upper tail of the standard normal.
double normalSf(double z);
double chiSquaredSf(double x, double degrees);
/// P(X ≥ hits), hypergeometric: population, marked in it, draws. Computed in logs, exact to 1e-12 relative.
double hypergeometricSf(std::size_t hits, std::size_t population, std::size_t marked, std::size_t draws);
/// Its logarithm, finite also where the probability underflows.
double hypergeometricLogSf(std::size_t hits, std::size_t population, std::size_t marked, std::size_t draws);

} // namespace pathgan
