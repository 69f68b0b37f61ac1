// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/gan/bottleneck_p.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr int neighbours = 10;
constexpr std::uint64_t shuffleStream = 7;
constexpr Index genesAtOnce = 512; // between two looks at the stop switch

/// Inner products of all samples over all columns, standardised on the training samples, divided by their
/// number.
Result<MatrixD> sampleKernel(const MatrixF &features, const std::vector<int> &train,
                             const TaskContext &context)
{
    const Index samples = features.rows();
    MatrixD kernel = MatrixD::Zero(samples, samples);
    Index used = 0;
    for (Index begin = 0; begin < features.cols(); begin += genesAtOnce) {
        if (context.stopRequested() == StopKind::Cancel)
            return Error{ErrorCode::Cancelled, {}};
        const Index width = std::min(genesAtOnce, features.cols() - begin);
        MatrixF block = features.middleCols(begin, width);
        for (Index gene = 0; gene < width; ++gene) {
            double sum = 0, squares = 0, count = 0;
            for (const int row : train)
                if (const float x = block(row, gene); std::isfinite(x)) {
                    sum += x;
                    squares += static_cast<double>(x) * x;
                    count += 1;
                }
            const double mean = count > 0 ? sum / count : 0;
            const double sd = count > 0 ? std::sqrt(std::max(0.0, squares / count - mean * mean)) : 0;
            used += sd > 1e-6;
            for (Index row = 0; row < samples; ++row) {
                const float x = block(row, gene);
                block(row, gene) = sd > 1e-6 && std::isfinite(x) ? static_cast<float>((x - mean) / sd) : 0;
            }
        }
        const MatrixF product = block * block.transpose();
        kernel += product.cast<double>();
    }
    return MatrixD(kernel / static_cast<double>(std::max<Index>(used, 1)));
}

struct Judge
{
    TargetScale scale;
    MatrixD limits; ///< reactionLimits()
};

/// Scores predictions given on the trained scale.
HeldOut score(const GanInput &input, const std::vector<int> &rows, MatrixD predicted, const Judge &judge)
{
    for (Index i = 0; i < predicted.size(); ++i)
        predicted.data()[i] = fromTrainedScale(predicted.data()[i], judge.scale);
    std::vector<std::string> labels;
    if (!input.cohortLabels.empty())
        for (const int row : rows)
            labels.push_back(input.cohortLabels[static_cast<std::size_t>(row)]);
    const MatrixD limits = judge.limits.size() > 0 ? rowsOf(judge.limits, rows) : MatrixD();
    return scorePredictions(rowsOf(input.targets, rows), predicted, labels, judge.scale, limits);
}

/// Dual ridge regression; the penalty with the best mean r on the validation samples, from a log grid.
HeldOut ridge(const GanInput &input, const SampleSplit &split, const MatrixD &kernel, const MatrixD &targets,
              const Judge &judge)
{
    const MatrixD train = rowsOf(targets, split.train);
    const Eigen::RowVectorXd mean = train.colwise().mean();
    const MatrixD centred = train.rowwise() - mean;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(kernel(split.train, split.train));
    const Eigen::MatrixXd rotated = eigen.eigenvectors().transpose() * centred;
    const double largest = std::max(eigen.eigenvalues().maxCoeff(), 1e-12);
    const auto predict = [&](const std::vector<int> &rows, double penalty) {
        const VectorD shrunk = (eigen.eigenvalues().array().max(0.0) + penalty).inverse();
        const Eigen::MatrixXd dual = eigen.eigenvectors() * (shrunk.asDiagonal() * rotated);
        return MatrixD((kernel(rows, split.train) * dual).rowwise() + mean);
    };
    double best = -2, bestPenalty = largest;
    for (int quarter = -20; quarter <= 8; ++quarter) { // 1e-5 … 100 of the largest
        const double penalty = largest * std::pow(10.0, quarter / 4.0);
        const double r = score(input, split.validation, predict(split.validation, penalty), judge).pearson;
        if (r > best) {
            best = r;
            bestPenalty = penalty;
        }
    }
    return score(input, split.test, predict(split.test, bestPenalty), judge);
}

HeldOut nearest(const GanInput &input, const SampleSplit &split, const MatrixD &kernel,
                const MatrixD &targets, const Judge &judge)
{
    MatrixD predicted = MatrixD::Zero(static_cast<Index>(split.test.size()), targets.cols());
    for (std::size_t i = 0; i < split.test.size(); ++i) {
        const int sample = split.test[i];
        std::vector<std::pair<double, int>> others;
        for (const int other : split.train)
            others.emplace_back(kernel(other, other) - 2 * kernel(sample, other), other);
        std::sort(others.begin(), others.end());
        const auto kept = std::min<std::size_t>(neighbours, others.size());
        for (std::size_t n = 0; n < kept; ++n)
            predicted.row(static_cast<Index>(i)) += targets.row(others[n].second) / static_cast<double>(kept);
    }
    return score(input, split.test, predicted, judge);
}

HeldOut cohortMean(const GanInput &input, const SampleSplit &split, const MatrixD &targets,
                   const Judge &judge)
{
    MatrixD predicted(static_cast<Index>(split.test.size()), targets.cols());
    for (std::size_t i = 0; i < split.test.size(); ++i) {
        std::vector<int> same;
        for (const int row : split.train)
            if (input.cohortLabels[static_cast<std::size_t>(row)] ==
                input.cohortLabels[static_cast<std::size_t>(split.test[i])])
                same.push_back(row);
        predicted.row(static_cast<Index>(i)) =
            rowsOf(targets, same.empty() ? split.train : same).colwise().mean();
    }
    return score(input, split.test, predicted, judge);
}

/// The targets of training and validation samples in another order; those of the test set stay.
GanInput shuffledPairs(const GanInput &input, const SampleSplit &split, std::uint64_t seed)
{
    GanInput shuffled;
    shuffled.samples = input.samples;
    shuffled.cohortLabels = input.cohortLabels;
    shuffled.targets = input.targets;
    std::vector<int> rows = split.train;
    rows.insert(rows.end(), split.validation.begin(), split.validation.end());
    std::vector<int> others = rows;
    Random random(seed, shuffleStream);
    random.shuffle(others);
    for (std::size_t i = 0; i < rows.size(); ++i)
        shuffled.targets.row(rows[i]) = input.targets.row(others[i]);
    return shuffled;
}

MatrixD onTrainedScale(MatrixD targets, TargetScale scale)
{
    for (Index i = 0; i < targets.size(); ++i)
        targets.data()[i] = toTrainedScale(targets.data()[i], scale);
    return targets;
}

} // namespace

Result<Baselines> scoreBaselines(const GanInput &input, const SampleSplit &split, TargetScale scale,
                                 std::uint64_t seed, const TaskContext &context)
{
    if (split.train.empty() || split.validation.empty() || split.test.empty())
        return Error{ErrorCode::TooFewSamples, std::to_string(input.samples.size())};
    auto kernel = sampleKernel(input.expression, split.train, context);
    if (!kernel)
        return kernel.error();
    const MatrixD targets = onTrainedScale(input.targets, scale);
    const Judge judge{scale, reactionLimits(input)};
    Baselines out;
    out.ridge = ridge(input, split, *kernel, targets, judge);
    out.nearest = nearest(input, split, *kernel, targets, judge);
    const Eigen::RowVectorXd mean = rowsOf(targets, split.train).colwise().mean();
    out.meanOnly = score(input, split.test, mean.replicate(static_cast<Index>(split.test.size()), 1), judge);
    if (!input.cohortLabels.empty())
        out.cohortMean = cohortMean(input, split, targets, judge);
    const GanInput shuffled = shuffledPairs(input, split, seed);
    out.shuffled = ridge(shuffled, split, *kernel, onTrainedScale(shuffled.targets, scale), judge);
    if (input.ruleScores.rows() == input.expression.rows() && input.ruleScores.cols() > 0) {
        auto rules = sampleKernel(input.ruleScores.cast<float>(), split.train, context);
        if (!rules)
            return rules.error();
        out.ruleRidge = ridge(input, split, *rules, targets, judge);
    }
    return out;
}

} // namespace pathgan
