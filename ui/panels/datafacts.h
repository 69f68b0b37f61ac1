// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>
#include <QStringList>

namespace pathgan {

// Sentences of the Data panel.

/// file: name without folder, empty when none is loaded; text: size, format, orientation, scale.
struct InputFacts
{
    QString file, path, text;
};
InputFacts inputFacts(const Project &project, Part part, const ReadReport &report);
/// Which format, orientation and scale were recognised, and why; how many values are missing.
QString readingReasons(const ExpressionMatrix &matrix, const ReadReport &report, const ReadRules &rules);
/// Each reason with its count and some names.
/// How the cohort's samples were found in the clinical table, why others were not, two examples of each side.
QStringList joinLines(const SampleJoin &join);
QStringList lossLines(const Cohort &cohort);
/// What may make results worthless, a sentence a line; empty: nothing.
QString warningLines(const std::vector<std::string> &warnings);
/// "3 ragged rows, 12 missing values"; empty: none.
QString problemCounts(const ReadReport &report);

} // namespace pathgan
