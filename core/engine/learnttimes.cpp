// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/learnttimes.h"

#include "core/base/hash.h"
#include "core/steps/freshness.h"
#include "core/steps/partial.h"
#include "core/steps/work.h"

#include <QCoreApplication>
#include <QSettings>

#include <cmath>

namespace pathgan {

namespace {

constexpr double shortest = 0.02; // seconds: below, a start costs more than the work

/// A program without a name has no settings of its own.
bool hasSettings()
{
    return !QCoreApplication::organizationName().isEmpty();
}

QString keyOf(const Project &project, Part part)
{
    const std::string kind = kindOfWork(project, part);
    return QStringLiteral("times/") + QString::fromLatin1(partName(part)).remove(QLatin1Char(' ')) +
           QLatin1Char('/') + QString::fromStdString(sha256(kind).substr(0, 12));
}

} // namespace

std::optional<double> LearntTimes::expected(const Project &project, Part part)
{
    if (!hasSettings())
        return std::nullopt;
    bool isNumber = false;
    const double perUnit = QSettings().value(keyOf(project, part)).toDouble(&isNumber);
    const double seconds = perUnit * workOf(project, part);
    return isNumber && std::isfinite(seconds) && seconds > 0 ? std::optional(seconds) : std::nullopt;
}

void LearntTimes::learn(const Project &project, Part part)
{
    const auto provenance = project.provenance(part);
    const double work = workOf(project, part) * shareDone(project, part);
    if (!hasSettings() || !provenance || !(provenance->seconds >= shortest) || work <= 0 ||
        isStale(project, part) || !partialRuns(project, part).empty())
        return;
    QSettings().setValue(keyOf(project, part), provenance->seconds / work);
}

} // namespace pathgan
