// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/generate.h"

#include "core/base/constant.h"
#include "core/base/marked.h"
#include "core/base/optionentries.h"
#include "core/base/random.h"
#include "core/base/statistics.h"
#include "core/gan/generatemeasures.h"
#include "core/gan/prepared_p.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <set>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr Index profilesAtOnce = 64;

constexpr EnumWord<GenerateConditions> conditionWords[] = {{GenerateConditions::Samples, "samples"},
                                                           {GenerateConditions::Normal, "normal"}};

} // namespace

const OptionTable &GenerateOptions::table()
{
    using O = GenerateOptions;
    static const OptionTable all = {
        option("generate_profiles", &O::profiles, {1, 100'000}, "synthetic profiles"),
        option("generate_conditions", &O::conditions, conditionWords,
               "expression of a profile: of a sample drawn with replacement, or drawn from a normal "
               "distribution with means and covariances of the samples"),
        option("generate_column", &O::column, "column name", "clinical column of the group; empty: none"),
        option("generate_group", &O::group, "value", "group of that column; empty: all samples"),
        option("generate_samples", &O::samples, "samples in place of a group"),
        option("generate_neighbours", &O::neighbours, {1, 1000}, "k of density and coverage"),
        option("generate_seed", &O::seed, {}, "of conditions and noise"),
    };
    return all;
}

Result<void> GenerateOptions::check() const
{
    if (Result<void> checked = ConstOptionsRef(*this).check(); !checked)
        return checked;
    if (column.empty() != group.empty())
        return Error{ErrorCode::InvalidOption, column.empty() ? "generate_group: no column is named"
                                                              : "generate_group: none of " + column};
    if (!samples.empty() && !group.empty())
        return Error{ErrorCode::InvalidOption, "generate_samples: a group is named, too"};
    return {};
}

std::size_t GenerateRun::copies() const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < nearestDistance.size(); ++i)
        count += isCopy(i);
    return count;
}

std::size_t GenerateRun::distinct() const
{
    std::set<std::vector<double>> rows;
    for (Index i = 0; i < fluxes.rows(); ++i)
        rows.emplace(fluxes.row(i).begin(), fluxes.row(i).end());
    return rows.size();
}

namespace {

/// Draws conditions and noise; a profile has its own stream.
class ConditionSource
{
public:
    ConditionSource(const GenerateInput &input, const GenerateOptions &options)
        : m_input(input), m_options(options), m_mean(input.expression.colwise().mean()),
          m_least(input.expression.colwise().minCoeff()), m_most(input.expression.colwise().maxCoeff())
    {
        if (options.conditions == GenerateConditions::Normal)
            m_deviations = (input.expression.rowwise() - m_mean) /
                           std::sqrt(static_cast<float>(std::max<Index>(1, input.expression.rows() - 1)));
    }

    /// Fills row `to` of both; the sample's name, empty where the expression is made up.
    std::string draw(std::size_t profile, MatrixF &expression, MatrixF &noise, Index to) const
    {
        Random random(m_options.seed, 1 + profile);
        std::string name;
        if (m_options.conditions == GenerateConditions::Samples) {
            const auto sample = random.below(m_input.samples.size());
            expression.row(to) = m_input.expression.row(static_cast<Index>(sample));
            name = m_input.samples[sample];
        } else {
            // Σ w_s (x_s − mean)/√(n − 1), w ~ N(0, I), has the covariances of the samples.
            Eigen::RowVectorXf weights(m_deviations.rows());
            for (float &weight : weights)
                weight = static_cast<float>(random.normal());
            const Eigen::RowVectorXf made = m_mean + weights * m_deviations;
            expression.row(to) = made.cwiseMax(m_least).cwiseMin(m_most);
        }
        for (Index i = 0; i < noise.cols(); ++i)
            noise(to, i) = static_cast<float>(random.normal());
        return name;
    }

private:
    const GenerateInput &m_input;
    const GenerateOptions &m_options;
    Eigen::RowVectorXf m_mean, m_least, m_most;
    MatrixF m_deviations;
};

MatrixD onTrainedScale(MatrixD fluxes, TargetScale scale)
{
    for (Index i = 0; i < fluxes.size(); ++i)
        fluxes.data()[i] = toTrainedScale(fluxes.data()[i], scale);
    return fluxes;
}

std::vector<double> columnOf(const MatrixD &values, Index column)
{
    const VectorD found = values.col(column);
    return {found.begin(), found.end()};
}

/// Scales of real profiles: reactions that vary and their standard deviations.
struct RealScale
{
    std::vector<int> varying;
    std::vector<double> sd; ///< of all reactions; 0 where constant

    explicit RealScale(const MatrixD &scaled)
    {
        for (Index column = 0; column < scaled.cols(); ++column) {
            const std::vector<double> values = columnOf(scaled, column);
            const bool varies = values.size() > 1 && !isConstant(values);
            sd.push_back(varies ? standardDeviation(values) : 0);
            if (varies)
                varying.push_back(static_cast<int>(column));
        }
    }
    MatrixD apply(const MatrixD &scaled) const
    {
        MatrixD out(scaled.rows(), static_cast<Index>(varying.size()));
        for (std::size_t i = 0; i < varying.size(); ++i)
            out.col(static_cast<Index>(i)) =
                scaled.col(varying[i]) / sd[static_cast<std::size_t>(varying[i])];
        return out;
    }
};

/// Of scaled values: by reaction and as whole profiles.
void compareDistributions(const MatrixD &real, const MatrixD &generated, const MatrixD &withoutNoise,
                          const TaskContext &context, GenerateRun &run)
{
    const RealScale scale(real);
    const int k = run.options.neighbours;
    for (Index r = 0; r < real.cols() && !context.shouldStop(); ++r) {
        const std::vector<double> values = columnOf(run.real, r), made = columnOf(run.fluxes, r);
        const double sd = scale.sd[static_cast<std::size_t>(r)];
        const auto [least, most] = std::minmax_element(made.begin(), made.end());
        const auto inside =
            std::count_if(values.begin(), values.end(),
                          [low = *least, high = *most](double v) { return v >= low && v <= high; });
        ReactionComparison found;
        found.realMean = mean(values);
        found.generatedMean = mean(made);
        found.realSd = standardDeviation(values);
        found.generatedSd = standardDeviation(made);
        found.wasserstein = wasserstein1(values, made);
        found.relativeWasserstein =
            sd > 0 ? wasserstein1(columnOf(real, r), columnOf(generated, r)) / sd : nan;
        found.coverage = densityCoverage(real.col(r), generated.col(r), k, context).coverage;
        found.inRange = static_cast<double>(inside) / static_cast<double>(values.size());
        found.noiseShift = 0;
        if (withoutNoise.size() > 0)
            found.noiseShift = sd > 0 ? std::sqrt((generated.col(r) - withoutNoise.col(r)).squaredNorm() /
                                                  static_cast<double>(generated.rows())) /
                                            sd
                                      : nan;
        run.byReaction.push_back(found);
    }
    const DensityCoverage whole = densityCoverage(scale.apply(real), scale.apply(generated), k, context);
    run.density = whole.density;
    run.coverage = whole.coverage;
    run.expectedCoverage = expectedCoverage(static_cast<std::size_t>(real.rows()), run.profiles.size(), k);
}

/// Against every real sample of the cohort; both on the trained scale.
void findNearest(const MatrixD &real, const MatrixD &generated, const std::vector<std::string> &names,
                 const TaskContext &context, GenerateRun &run)
{
    const RealScale scale(real);
    const MatrixD points = scale.apply(real), made = scale.apply(generated);
    for (Index i = 0; i < made.rows() && !context.shouldStop(); ++i) {
        const NearestRow nearest = nearestRow(points, made.row(i));
        run.nearest.push_back(nearest.row < 0 ? std::string() : names[static_cast<std::size_t>(nearest.row)]);
        run.nearestDistance.push_back(nearest.distance);
    }
    std::vector<double> between;
    for (Index i = 0; i < points.rows(); ++i)
        if (const NearestRow other = nearestRow(points, points.row(i), i); other.row >= 0)
            between.push_back(other.distance);
    run.realNearestDistance = quantile(between, 0.5);
}

std::string profileName(int number)
{
    char text[32];
    std::snprintf(text, sizeof text, "generated_%05d", number);
    return text;
}

/// Conditions, fluxes and, with noise, the fluxes without it.
Result<MatrixD> drawProfiles(const GenerateInput &input, const TaskContext &context, GenerateRun &run)
{
    const ConditionSource source(input, run.options);
    const Index count = run.options.profiles, reactions = static_cast<Index>(run.reactions.size());
    run.fluxes.resize(count, reactions);
    MatrixD withoutNoise(run.noiseSize > 0 ? count : 0, reactions);
    for (Index begin = 0; begin < count; begin += profilesAtOnce) {
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, {}};
        context.report(marked("Core", "Generating profiles"), static_cast<double>(begin),
                       static_cast<double>(count));
        const Index rows = std::min(profilesAtOnce, count - begin);
        MatrixF expression(rows, input.expression.cols()), noise(rows, run.noiseSize);
        std::vector<std::string> names;
        for (Index row = 0; row < rows; ++row) {
            names.push_back(source.draw(static_cast<std::size_t>(begin + row), expression, noise, row));
            run.profiles.push_back(profileName(static_cast<int>(begin + row + 1)));
        }
        run.fluxes.middleRows(begin, rows) = input.network.generate(names, expression, noise);
        if (run.noiseSize > 0)
            withoutNoise.middleRows(begin, rows) = input.network.predictSamples(names, expression);
        run.conditions.insert(run.conditions.end(), names.begin(), names.end());
    }
    return withoutNoise;
}

} // namespace

Result<GenerateRun> generateProfiles(const GenerateInput &input, const GenerateOptions &options,
                                     const TaskContext &context)
{
    if (Result<void> checked = options.check(); !checked)
        return checked.error();
    const std::size_t least = options.conditions == GenerateConditions::Normal ? 2 : 1;
    if (input.samples.size() < least || input.ofGroup.empty())
        return Error{ErrorCode::TooFewSamples,
                     std::to_string(std::min(input.samples.size(), input.ofGroup.size()))};
    GenerateRun run;
    run.options = options;
    run.noiseSize = input.network.noiseSize();
    run.isBatchCritic = input.network.options().discriminator == DiscriminatorKind::BatchKnn;
    run.pool = input.samples.size();
    run.reactions = input.network.reactions();
    run.real = input.real(input.ofGroup, Eigen::all);
    for (const Index row : input.ofGroup)
        run.realSamples.push_back(input.realSamples[static_cast<std::size_t>(row)]);
    const Result<MatrixD> withoutNoise = drawProfiles(input, context, run);
    if (!withoutNoise)
        return withoutNoise.error();
    context.report(marked("Core", "Comparing with the real fluxes"), 0, 0);
    const TargetScale scale = input.network.options().targetScale;
    const MatrixD generated = onTrainedScale(run.fluxes, scale);
    compareDistributions(onTrainedScale(run.real, scale), generated, onTrainedScale(*withoutNoise, scale),
                         context, run);
    findNearest(onTrainedScale(input.real, scale), generated, input.realSamples, context, run);
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    run.critic = input.network.criticScores(run.fluxes);
    run.realCritic = input.network.criticScores(run.real);
    return run;
}

} // namespace pathgan
