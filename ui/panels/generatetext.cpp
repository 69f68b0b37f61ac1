// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "ui/coretext.h"
#include "ui/panels/generatepage.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

double meanNoiseShift(const GenerateRun &run)
{
    double sum = 0;
    int count = 0;
    for (const ReactionComparison &found : run.byReaction)
        if (std::isfinite(found.noiseShift)) {
            sum += found.noiseShift;
            ++count;
        }
    return count > 0 ? sum / count : std::nan("");
}

QString originText(const GenerateRun &run)
{
    const bool isDrawn = run.options.conditions == GenerateConditions::Samples;
    return isDrawn ? GeneratePage::tr(
                         "What the network makes of the expression of real samples: no measurements.")
                   : GeneratePage::tr(
                         "What the network makes of expression drawn from a normal distribution with "
                         "the samples' means and covariances, kept within the range of each gene: no "
                         "measurements, and no tumour had this expression.");
}

QString variationText(const GenerateRun &run)
{
    const QString counts = GeneratePage::tr("%1 profiles, %2 of them different, from %3 samples.")
                               .arg(countText(qint64(run.profiles.size())), countText(qint64(run.distinct())),
                                    countText(qint64(run.pool)));
    if (run.noiseSize > 0)
        return counts + QLatin1Char(' ') +
               GeneratePage::tr(
                   "The network's %1 noise inputs move a flux by %2 real standard deviations (root "
                   "mean square, mean over the reactions).")
                   .arg(countText(run.noiseSize), numberText(meanNoiseShift(run), 2));
    QString text =
        counts + QLatin1Char(' ') +
        GeneratePage::tr("This network has no noise inputs: its fluxes are a function of expression "
                         "alone.");
    if (run.options.conditions == GenerateConditions::Samples)
        text += QLatin1Char(' ') + GeneratePage::tr("More variety comes from expression drawn from noise, or "
                                                    "from a network trained with noise inputs.");
    return text;
}

QString closenessText(const GenerateRun &run)
{
    std::vector<double> distances;
    for (const ReactionComparison &found : run.byReaction)
        if (std::isfinite(found.relativeWasserstein))
            distances.push_back(found.relativeWasserstein);
    return GeneratePage::tr(
               "Coverage %1 (%2 where both had one distribution), density %3 (Naeem et al. 2020, k "
               "= %4); Wasserstein-1 of the median reaction: %5 real standard deviations.")
        .arg(numberText(run.coverage, 3), numberText(run.expectedCoverage, 3), numberText(run.density, 3),
             countText(run.options.neighbours), numberText(quantile(distances, 0.5), 2));
}

QString copyText(const GenerateRun &run)
{
    return GeneratePage::tr(
               "%1 of them copy a real profile: nearer than 1 % of the %2 standard deviations that "
               "lie between a real profile and the nearest other.")
        .arg(countText(qint64(run.copies())), numberText(run.realNearestDistance, 2));
}

QString feasibilityText(const GenerateRun &run)
{
    if (!run.distance.empty())
        return GeneratePage::tr(
                   "Median distance to the nearest flux vector of the model in its medium: %1 of "
                   "the profile's own size.")
            .arg(numberText(quantile(run.distance, 0.5), 2));
    if (run.unattainable.empty())
        return GeneratePage::tr("Whether they are feasible is not known: that needs the metabolic model.");
    const auto infeasible =
        std::count_if(run.unattainable.begin(), run.unattainable.end(), [](auto n) { return n > 0; });
    return GeneratePage::tr("%1 profiles hold a flux that no flux vector of the model reaches in its medium.")
        .arg(countText(qint64(infeasible)));
}

QString criticText(const GenerateRun &run)
{
    if (run.critic.size() == 0)
        return GeneratePage::tr(
            "This network has no critic: none was trained, or an earlier version of the program saved it.");
    QString text =
        GeneratePage::tr("Mean score of the critic (no unit; higher: more like real): %1 generated, "
                         "%2 real.")
            .arg(numberText(run.critic.mean(), 3), numberText(run.realCritic.mean(), 3)) +
        QLatin1Char(' ') +
        GeneratePage::tr(
            "It was trained against the pathway network alone, never against a bottleneck head.");
    if (run.isBatchCritic)
        text += QLatin1Char(' ') + GeneratePage::tr("This critic scores a profile by those beside it.");
    return text;
}

} // namespace

QString generatedText(const GenerateRun &run)
{
    return QStringList{originText(run), variationText(run),   closenessText(run),
                       copyText(run),   feasibilityText(run), criticText(run)}
        .join(QLatin1Char(' '));
}

} // namespace pathgan
