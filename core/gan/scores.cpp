#include "core/base/random.h"
#include "core/gan/gan.h"
#include "core/gan/prepared_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

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

} // namespace

HeldOut scorePredictions(const MatrixD &truth, const MatrixD &predicted,
                         const std::vector<std::string> &labels, TargetScale scale)
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

} // namespace pathgan
