// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/optiontable.h"
#include "core/base/task.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pathgan {

class TrainedNetwork;

/// What the expression of a synthetic profile is.
enum class GenerateConditions {
    Samples, ///< of a real sample, drawn with replacement
    Normal,  ///< drawn from noise: normal with means and covariances of the samples
};

struct GenerateOptions
{
    int profiles = 200;
    GenerateConditions conditions = GenerateConditions::Samples;
    std::string column, group;        ///< clinical column and its value; empty: all samples
    std::vector<std::string> samples; ///< in place of a group
    int neighbours = 5;               ///< k of density and coverage
    std::uint64_t seed = 1;

    static const OptionTable &table();
    Result<void> check() const;
};

/// A reaction over real and generated profiles. NaN where undefined.
struct ReactionComparison
{
    double realMean = 0, generatedMean = 0, realSd = 0, generatedSd = 0; ///< mmol/gDW/h
    double wasserstein = 0;                                              ///< Wasserstein-1, mmol/gDW/h
    double relativeWasserstein = 0; ///< the same on the scale trained on, in real standard deviations
    double coverage = 0;            ///< as GenerateRun's, of this reaction alone
    double inRange = 0;             ///< share of the real values from the least generated to the greatest
    double noiseShift = 0; ///< root mean square of what noise changes, in real sd on the scale trained on
};

/// Synthetic flux profiles of a network, conditioned on expression, beside the real ones: what the network
/// makes of real or made-up expression, no measurement.
struct GenerateRun
{
    GenerateOptions options;
    int noiseSize = 0;                   ///< of the network
    bool isCapacity = false;             ///< of maximum attainable fluxes, which are not attained together
    bool isBatchCritic = false;          ///< a critic's score depends on the profiles beside it
    std::size_t pool = 0;                ///< samples that conditions are made of
    std::vector<std::string> profiles;   ///< names
    std::vector<std::string> conditions; ///< by profile: sample whose expression it is; empty: made up
    std::vector<std::string> reactions;
    MatrixD fluxes; ///< profiles × reactions, mmol/gDW/h
    std::vector<std::string> realSamples;
    MatrixD real; ///< realSamples × reactions, mmol/gDW/h: computed fluxes of the group
    std::vector<ReactionComparison> byReaction;
    /// Of whole profiles (Naeem et al. 2020), on the scale trained on in real standard deviations. Expected:
    /// where generated and real profiles have one distribution.
    double density = 0, coverage = 0, expectedCoverage = 0;
    VectorD critic, realCritic; ///< critic's scores, see TrainedNetwork; empty: it was not kept
    /// By profile: the sample of the cohort with the nearest fluxes, and how far: root mean square over the
    /// reactions, on the scale trained on in standard deviations of the cohort.
    std::vector<std::string> nearest;
    std::vector<double> nearestDistance;
    double realNearestDistance = 0; ///< median from a real sample to the nearest other one
    // By profile, as FeasibilityRun's; empty where not known.
    std::vector<std::size_t> outside, unattainable;
    std::vector<double> distance;

    static constexpr double copyShare = 0.01;
    /// Nearer to a real sample than copyShare of what lies between real samples.
    bool isCopy(std::size_t profile) const
    {
        return nearestDistance[profile] <= copyShare * realNearestDistance;
    }
    std::size_t copies() const;
    std::size_t distinct() const; ///< different profiles among the generated
};

struct GenerateInput
{
    const TrainedNetwork &network;
    std::vector<std::string> samples; ///< whose expression conditions are made of
    MatrixF expression;               ///< samples × the network's genes, log2(x+1)
    std::vector<std::string> realSamples;
    MatrixD real;               ///< of the cohort: realSamples × the network's reactions, mmol/gDW/h, finite
    std::vector<Index> ofGroup; ///< rows of real to compare with
};

/// The same seed gives the same profiles; the first ones are the same however many are asked for. NoOverlap
/// where there is nothing to condition on or to compare with. No feasibility.
Result<GenerateRun> generateProfiles(const GenerateInput &input, const GenerateOptions &options,
                                     const TaskContext &context = {});

} // namespace pathgan
