// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/shap.h"

#include <QPointF>
#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace pathgan {

/// One bar of shap's bar plot. gene −1: the remainder.
struct ShapBar
{
    Index gene = -1;
    double value = 0;
    QString label, valueText;
};

/// From the top. sample −1: mean |φ|, else signed values of it, by |φ|. With a remainder, the last of `rows`
/// rows is the sum over all genes that have no row of their own.
std::vector<ShapBar> shapBars(const ShapRun &run, int rows, bool remainder, int sample);

struct SwarmPoint
{
    Index sample = 0;
    double x = 0;      ///< φ
    double offset = 0; ///< from the row's middle, ± 0.36
    double colour = 0; ///< feature value in [0, 1] after clipping; NaN: missing
};

/// One row of the beeswarm. gene −1: the remainder, whose points are neutral grey.
struct SwarmRow
{
    Index gene = -1;
    QString label;
    double low = 0, high = 0; ///< feature values at the ends of the colour map
    std::vector<SwarmPoint> points;
};

std::vector<SwarmRow> swarmRows(const ShapRun &run, int rows, bool remainder, std::uint64_t seed = 1);
/// Vertical offsets of a row's values taken in `order`, as shap's beeswarm stacks them.
std::vector<double> swarmOffsets(const std::vector<double> &values, const std::vector<std::size_t> &order);
/// Ends of the colour scale: 5th–95th percentile, if equal 1st–99th, then minimum and maximum.
std::pair<double, double> colourLimits(const std::vector<double> &values);

/// One arrow of the force plot, from `begin` (nearer the output) to `end`. gene −1: the remainder.
struct ForceSegment
{
    Index gene = 0;
    double value = 0, begin = 0, end = 0;
    QString label;
    bool labelled = false; ///< contributes at least 5 %, or beside a remainder
};

/// The output and what pushes it, in the layout of shap's matplotlib force plot.
struct ForceGeometry
{
    double base = 0, output = 0;
    std::vector<ForceSegment> positive, negative; ///< from the output outwards
    double low = 0, high = 0;                     ///< x limits before labels widen them
    double othersUp = 0, othersDown = 0;          ///< sums over the genes of the remainder

    /// Arrow outline in shap's coordinates, height 0 … 0.1.
    std::vector<QPointF> outline(const ForceSegment &segment) const;
};
/// own > 0: so many genes, the largest by |φ|, have an arrow; the others share one, as wide as their net sum
/// (of 20,000 genes the small ones would push each other, and the picture, apart). 0: all, as shap does.
ForceGeometry forceGeometry(const ShapRun &run, int sample, std::size_t own = 0);

/// The remainder of thousands of genes dwarfs every gene: drawn up to this many times the largest of them.
constexpr double remainderReach = 1.3;

/// shap's "%+0.02f" / "%0.03f" with trailing zeros stripped and a true minus sign.
QString signedText(double value, int decimals = 2);
QString valueText(double value);

} // namespace pathgan
