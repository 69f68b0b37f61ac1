// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QColor>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace pathgan {

/// What a clinical column says of some samples, one colour each beside a heat map.
struct SampleStrip
{
    QString name;
    std::vector<QString> texts;      ///< by sample; empty: not reported
    std::vector<double> numbers;     ///< by sample, NaN: not reported; empty: the column is one of categories
    std::vector<QString> categories; ///< in the order of their colours
    double low = 0, high = 0;        ///< of the numbers

    QColor colourOf(std::size_t sample) const;
    QColor colourOfCategory(std::size_t category) const;
};

/// Of a column of the cohort's clinical table; none: it has no such column, or no value of these samples.
std::optional<SampleStrip> stripOf(const Project &project, const std::string &column,
                                   const std::vector<std::string> &samples);
/// The columns that stand beside heat maps unless others are asked for: tissue or study, and the usual
/// groups, each where it has two values.
std::vector<std::string> usualStrips(const Project &project);

} // namespace pathgan
