// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/gan/gan.h"
#include "core/gan/prepared_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// NaN where the truth is constant, 0 where only the prediction is.
double correlation(const VectorD &truth, const VectorD &predicted)
{
    if (truth.size() < 2)
        return nan;
    const VectorD a = truth.array() - truth.mean();
    const VectorD b = predicted.array() - predicted.mean();
    if (isConstantColumn(truth))
        return nan;
    const double norm = a.norm() * b.norm();
    if (!std::isfinite(norm) || isConstantColumn(predicted))
        return 0;
    return std::clamp(a.dot(b) / norm, -1.0, 1.0);
}

double meanOfDefined(const std::vector<double> &values)
{
    double sum = 0;
    std::size_t count = 0;
    for (const double value : values)
        if (std::isfinite(value)) {
            sum += value;
            ++count;
        }
    return count > 0 ? sum / static_cast<double>(count) : nan;
}

std::vector<double> correlations(const MatrixD &truth, const MatrixD &predicted)
{
    std::vector<double> out;
    for (Index column = 0; column < truth.cols(); ++column)
        out.push_back(correlation(truth.col(column), predicted.col(column)));
    return out;
}

MatrixD onScale(MatrixD values, TargetScale scale)
{
    for (Index i = 0; i < values.size(); ++i)
        values.data()[i] = toTrainedScale(values.data()[i], scale);
    return values;
}

/// Every column minus its mean within the sample's label; 0 where it is constant there.
MatrixD centredWithin(MatrixD values, const std::vector<std::string> &labels)
{
    std::map<std::string, std::vector<Index>> groups;
    for (std::size_t i = 0; i < labels.size(); ++i)
        groups[labels[i]].push_back(static_cast<Index>(i));
    for (const auto &[label, rows] : groups) {
        for (Index column = 0; column < values.cols(); ++column) {
            const VectorD entries = values(rows, column);
            const bool isFlat = isConstantColumn(entries);
            const double mean = entries.mean();
            for (const Index row : rows)
                values(row, column) = isFlat ? 0 : values(row, column) - mean;
        }
    }
    return values;
}

double earthMovers(VectorD a, VectorD b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return (a - b).cwiseAbs().mean();
}

/// Of one reaction on the trained scale; `outside` stays open.
FitScores fitOf(const VectorD &truth, const VectorD &predicted)
{
    FitScores out;
    if (truth.size() < 2 || isConstantColumn(truth) || !predicted.allFinite())
        return out;
    const VectorD a = truth.array() - truth.mean(), b = predicted.array() - predicted.mean();
    const double errors = (truth - predicted).squaredNorm();
    out.r2 = 1 - errors / a.squaredNorm();
    out.rmse = std::sqrt(errors / static_cast<double>(truth.size()));
    out.wasserstein = earthMovers(truth, predicted);
    out.spreadRatio = isConstantColumn(predicted) ? 0 : b.norm() / a.norm();
    if (!isConstantColumn(predicted)) {
        out.slope = a.dot(b) / b.squaredNorm();
        out.intercept = truth.mean() - out.slope * predicted.mean();
    }
    return out;
}

/// Share of predictions that no flux can have, mmol/gDW/h.
double shareOutside(const MatrixD &predicted, const MatrixD &limits, Index column)
{
    constexpr double tolerance = 1e-6; // relative: a capacity at its own bound
    Index outside = 0;
    for (Index row = 0; row < predicted.rows(); ++row) {
        const double value = predicted(row, column);
        const bool isAbove = limits.size() > 0 && value > limits(row, column) * (1 + tolerance);
        outside += value < 0 || isAbove;
    }
    return static_cast<double>(outside) / static_cast<double>(std::max<Index>(1, predicted.rows()));
}

double meanOf(const std::vector<FitScores> &scores, double FitScores::*member)
{
    std::vector<double> values;
    for (const FitScores &score : scores)
        values.push_back(score.*member);
    return meanOfDefined(values);
}

} // namespace

HeldOut scorePredictions(const MatrixD &truth, const MatrixD &predicted,
                         const std::vector<std::string> &labels, TargetScale scale, const MatrixD &limits)
{
    HeldOut out;
    const MatrixD scaledTruth = onScale(truth, scale), scaledPrediction = onScale(predicted, scale);
    out.byReaction = correlations(scaledTruth, scaledPrediction);
    out.pearson = meanOfDefined(out.byReaction);
    out.constantReactions = static_cast<std::size_t>(
        std::count_if(out.byReaction.begin(), out.byReaction.end(), [](double r) { return std::isnan(r); }));
    out.pearsonPlain = meanOfDefined(correlations(truth, predicted));
    out.pearsonWithin = nan;
    if (!labels.empty())
        out.pearsonWithin = meanOfDefined(
            correlations(centredWithin(scaledTruth, labels), centredWithin(scaledPrediction, labels)));
    out.mse = truth.size() > 0
                  ? (scaledTruth - scaledPrediction).squaredNorm() / static_cast<double>(truth.size())
                  : nan;
    for (Index column = 0; column < truth.cols(); ++column) {
        out.fitByReaction.push_back(fitOf(scaledTruth.col(column), scaledPrediction.col(column)));
        out.fitByReaction.back().outside = shareOutside(predicted, limits, column);
    }
    for (const auto member : {&FitScores::r2, &FitScores::slope, &FitScores::intercept, &FitScores::rmse,
                              &FitScores::wasserstein, &FitScores::spreadRatio, &FitScores::outside})
        out.fit.*member = meanOf(out.fitByReaction, member);
    return out;
}

SampleSplit splitByPatient(const std::vector<std::string> &patients, double trainShare,
                           double validationShare, std::uint64_t seed)
{
    // Patients in order of their names, so that the split does not depend on the order of the samples.
    std::map<std::string, std::vector<int>> samplesOf;
    for (std::size_t i = 0; i < patients.size(); ++i)
        samplesOf[patients[i]].push_back(static_cast<int>(i));
    std::vector<const std::vector<int> *> groups;
    groups.reserve(samplesOf.size());
    for (const auto &[patient, samples] : samplesOf)
        groups.push_back(&samples);
    Random random(seed, 1);
    random.shuffle(groups);

    const auto count = static_cast<double>(groups.size());
    const auto trainEnd = static_cast<std::size_t>(std::llround(trainShare * count));
    const auto validationEnd = static_cast<std::size_t>(std::llround((trainShare + validationShare) * count));
    SampleSplit split;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto &part = i < trainEnd ? split.train : i < validationEnd ? split.validation : split.test;
        part.insert(part.end(), groups[i]->begin(), groups[i]->end());
    }
    for (auto *part : {&split.train, &split.validation, &split.test})
        std::sort(part->begin(), part->end());
    return split;
}

Result<SampleSplit> splitByCohort(const std::vector<std::string> &patients,
                                  const std::vector<std::string> &labels, const GanOptions &options)
{
    const std::set<std::string> known(labels.begin(), labels.end());
    if (labels.size() != patients.size() || known.count(options.testCohort) == 0) {
        std::string detail = options.testCohort + ", not ";
        for (const std::string &label : known)
            detail += (detail.ends_with("not ") ? "" : "|") + label;
        return Error{ErrorCode::UnknownName, "test_cohort: " + detail};
    }
    SampleSplit split;
    std::set<std::string> tested;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i] == options.testCohort) {
            split.test.push_back(static_cast<int>(i));
            tested.insert(patients[i]);
        }
    std::vector<int> rest;
    std::vector<std::string> restPatients;
    for (std::size_t i = 0; i < patients.size(); ++i)
        if (tested.count(patients[i]) == 0) {
            rest.push_back(static_cast<int>(i));
            restPatients.push_back(patients[i]);
        }
    const double share = options.trainShare / (options.trainShare + options.validationShare);
    const SampleSplit parts = splitByPatient(restPatients, share, 1 - share, options.seed);
    for (const int i : parts.train)
        split.train.push_back(rest[static_cast<std::size_t>(i)]);
    for (const auto *part : {&parts.validation, &parts.test}) // rounding may leave some
        for (const int i : *part)
            split.validation.push_back(rest[static_cast<std::size_t>(i)]);
    std::sort(split.validation.begin(), split.validation.end());
    return split;
}

} // namespace pathgan
