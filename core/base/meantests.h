// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"

namespace pathgan {

// Tests of means, two-sided. p is NaN where a group has fewer than two values or nothing varies within the
// groups (for welchAnova: within any of them).

/// Student's t, equal variances. statistic: t.
TestResult studentT(std::span<const double> a, std::span<const double> b);
/// Welch's t, degrees of freedom by Satterthwaite.
TestResult welchT(std::span<const double> a, std::span<const double> b);
/// One-way analysis of variance. statistic: F.
TestResult anova(const std::vector<std::vector<double>> &groups);
/// Welch's (1951), unequal variances: R's oneway.test.
TestResult welchAnova(const std::vector<std::vector<double>> &groups);
/// t of each pair with the standard deviation pooled over all groups, unadjusted: R's pairwise.t.test. Pairs
/// in order (0,1), (0,2), … (1,2) ….
std::vector<TestResult> pooledPairT(const std::vector<std::vector<double>> &groups);

/// P(|T| ≥ |t|), Student's distribution.
double studentTwoSided(double t, double degrees);
/// P(X ≥ f), Fisher's distribution.
double fisherSf(double f, double degrees1, double degrees2);

} // namespace pathgan
