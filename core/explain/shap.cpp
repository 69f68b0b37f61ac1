// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/shap.h"

#include "core/base/marked.h"
#include "core/base/optionentries.h"
#include "core/base/parallel.h"
#include "core/base/statistics.h"
#include "core/explain/adaptivequadrature_p.h"
#include "core/explain/quadrature_p.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

namespace pathgan {

namespace {

/// Numbers in a batch of points: 16 MB of floats, and as much again for the gradient.
constexpr Index batchNumbers = 4'000'000;

Index batchRows(Index features)
{
    return std::clamp<Index>(batchNumbers / std::max<Index>(features, 1), 1, 256);
}

/// Outputs of all rows, batch by batch; empty when stopped.
VectorD outputsOf(const Predictor &predictor, const MatrixF &points, const TaskContext &context)
{
    VectorD outputs(points.rows());
    const Index rows = batchRows(predictor.features);
    for (Index begin = 0; begin < points.rows(); begin += rows) {
        if (context.shouldStop())
            return {};
        const Index count = std::min(rows, points.rows() - begin);
        outputs.segment(begin, count) = predictor.evaluate(points.middleRows(begin, count), nullptr);
    }
    return outputs;
}

/// φ of one point; false when cancelled on the way.
bool explainPoint(const Predictor &predictor, const MatrixF &points, Index point, const MatrixF &background,
                  const std::vector<ShapDraw> &draws, const TaskContext &context, MatrixD &values)
{
    const auto x = points.row(point);
    const Index rows = batchRows(predictor.features);
    const auto total = static_cast<Index>(draws.size());
    double weights = 0;
    auto phi = values.row(point);
    phi.setZero();
    MatrixF path;
    MatrixF gradient;
    for (Index begin = 0; begin < total; begin += rows) {
        if (begin > 0)
            context.waitIfPaused();
        if (context.isCancelled())
            return false;
        const Index count = std::min(rows, total - begin);
        path.resize(count, predictor.features);
        for (Index i = 0; i < count; ++i) {
            const ShapDraw &draw = draws[static_cast<std::size_t>(begin + i)];
            const auto alpha = static_cast<float>(draw.alpha);
            path.row(i) = alpha * x + (1 - alpha) * background.row(draw.background);
        }
        gradient.resize(count, predictor.features);
        predictor.evaluate(path, &gradient);
        for (Index i = 0; i < count; ++i) {
            const ShapDraw &draw = draws[static_cast<std::size_t>(begin + i)];
            phi.array() += draw.weight * (x - background.row(draw.background)).array().cast<double>() *
                           gradient.row(i).array().cast<double>();
            weights += draw.weight;
        }
    }
    if (weights > 0)
        phi /= weights;
    return true;
}

/// φ by point, as explain(row, values) fills it, which is false when cancelled; shorter than points when
/// stopped: those finished before the first that was not.
MatrixD eachPoint(const Predictor &predictor, Index points, unsigned threads, const TaskContext &context,
                  const std::function<bool(Index, MatrixD &)> &explain)
{
    const auto count = static_cast<std::size_t>(points);
    MatrixD values(points, predictor.features);
    std::vector<char> finished(count, 0);
    std::atomic<std::size_t> done{0};
    context.report(marked("Core", "Explaining samples"), 0, static_cast<double>(count));
    parallelEach(count, predictor.concurrent ? threadCount(threads) : 1, [&](std::size_t point, unsigned) {
        if (context.shouldStop())
            return;
        if (!explain(static_cast<Index>(point), values))
            return;
        finished[point] = 1;
        context.report(marked("Core", "Explaining samples"), static_cast<double>(++done),
                       static_cast<double>(count));
    });
    const auto end = std::find(finished.begin(), finished.end(), 0);
    values.conservativeResize(end - finished.begin(), Eigen::NoChange);
    return values;
}

MatrixD explainPoints(const Predictor &predictor, const MatrixF &points, const MatrixF &background,
                      const std::vector<std::vector<ShapDraw>> &draws, unsigned threads,
                      const TaskContext &context)
{
    return eachPoint(predictor, points.rows(), threads, context, [&](Index point, MatrixD &values) {
        return explainPoint(predictor, points, point, background, draws[static_cast<std::size_t>(point)],
                            context, values);
    });
}

/// Additivity errors below a hundredth of the background outputs' spread. The errors of the ways have either
/// sign: most cancel in the mean over the ways; where they do not, parts are judged more strictly.
MatrixD explainExactly(const Predictor &predictor, const MatrixF &points, const MatrixF &background,
                       const VectorD &outputs, const VectorD &backgroundOutputs, unsigned threads,
                       const TaskContext &context)
{
    constexpr double share = 1e-2, stricter = 0.125;
    constexpr int attempts = 3;
    // Outputs of single-precision points are not known better.
    const double noise = 1e-5 * backgroundOutputs.cwiseAbs().maxCoeff() + 1e-12;
    const double spread =
        standardDeviation({backgroundOutputs.data(), static_cast<std::size_t>(backgroundOutputs.size())}, 0);
    const double allowed = std::max(share * spread, noise);
    const double first = allowed * std::max(0.25, 0.5 * std::sqrt(static_cast<double>(background.rows())));
    const Index rows = batchRows(predictor.features);
    return eachPoint(predictor, points.rows(), threads, context, [&](Index point, MatrixD &values) {
        VectorD phi;
        double tolerance = first;
        for (int attempt = 0; attempt < attempts; ++attempt, tolerance *= stricter) {
            const AdaptiveQuadrature rule(predictor, background, backgroundOutputs, tolerance);
            if (!rule.explain(points.row(point), outputs[point], rows, context, phi))
                return false;
            if (std::abs(phi.sum() - (outputs[point] - backgroundOutputs.mean())) <= allowed)
                break;
        }
        values.row(point) = phi.transpose();
        return true;
    });
}

Result<void> checkInputs(const Predictor &predictor, const MatrixF &points, const MatrixF &background)
{
    if (background.rows() == 0)
        return Error{ErrorCode::TooFewSamples, "background"};
    if (points.rows() == 0)
        return Error{ErrorCode::TooFewSamples, "samples"};
    if (points.cols() != predictor.features || background.cols() != predictor.features)
        return Error{ErrorCode::InvalidOption, "features"};
    return {};
}

} // namespace

namespace {

constexpr EnumWord<ShapRule> ruleWords[] = {{ShapRule::Random, "random"},
                                            {ShapRule::Quadrature, "quadrature"}};

} // namespace

const OptionTable &ShapOptions::table()
{
    using O = ShapOptions;
    static const OptionTable all = {
        option("shap_rule", &O::rule, ruleWords,
               "random: as shap.GradientExplainer; quadrature: deterministic"),
        option("shap_draws", &O::draws, {1, O::mostDraws}, "random draws a sample"),
        option("shap_nodes", &O::nodes, {0, 64},
               "quadrature: nodes between a background sample and a sample; 0: as many as each way needs"),
        option("shap_background", &O::backgroundSize, {1, 1'000'000}, "background samples"),
        option("shap_seed", &O::seed, {}, "of the samples explained, the background and random draws"),
        option("shap_threads", &O::threads, {0, mostThreads}, "0: one a core").withoutEffect(),
    };
    return all;
}

Result<void> ShapOptions::check() const
{
    return ConstOptionsRef(*this).check();
}

VectorD ShapRun::meanAbsolute() const
{
    if (values.rows() == 0)
        return VectorD::Zero(values.cols());
    return values.cwiseAbs().colwise().mean().transpose();
}

std::vector<Index> ShapRun::ranking() const
{
    const VectorD importance = meanAbsolute();
    std::vector<Index> order(static_cast<std::size_t>(importance.size()));
    std::iota(order.begin(), order.end(), Index{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](Index a, Index b) { return importance[a] > importance[b]; });
    return order;
}

std::vector<std::size_t> chooseBackground(std::size_t candidates, const ShapOptions &options)
{
    std::vector<std::size_t> chosen = Random(options.seed).permutation(candidates);
    chosen.resize(std::min(candidates, static_cast<std::size_t>(std::max(options.backgroundSize, 0))));
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<std::vector<ShapDraw>> shapDraws(Index points, Index background, const ShapOptions &options)
{
    std::vector<std::vector<ShapDraw>> draws(static_cast<std::size_t>(points));
    if (options.rule == ShapRule::Quadrature) {
        std::vector<ShapDraw> all;
        for (const QuadratureNode &node : gaussLegendre(options.nodes)) {
            for (Index i = 0; i < background; ++i)
                all.push_back({i, node.position, node.weight});
        }
        std::fill(draws.begin(), draws.end(), all);
        return draws;
    }
    for (std::size_t point = 0; point < draws.size(); ++point) {
        Random random(options.seed, point + 1); // stream 0 chose the background
        for (int i = 0; i < options.draws; ++i) {
            const auto index = static_cast<Index>(random.below(static_cast<std::uint64_t>(background)));
            draws[point].push_back({index, random.uniform(), 1});
        }
    }
    return draws;
}

MatrixD expectedGradientsFrom(const Predictor &predictor, const MatrixF &points, const MatrixF &background,
                              const std::vector<std::vector<ShapDraw>> &draws, const TaskContext &context)
{
    return explainPoints(predictor, points, background, draws, 0, context);
}

Result<ShapRun> expectedGradients(const Predictor &predictor, const MatrixF &points,
                                  const MatrixF &background, const ShapOptions &options,
                                  const TaskContext &context)
{
    if (const Result<void> checked = options.check(); !checked)
        return checked.error();
    if (const Result<void> checked = checkInputs(predictor, points, background); !checked)
        return checked.error();

    ShapRun run;
    run.options = options;
    const VectorD backgroundOutputs = outputsOf(predictor, background, context);
    run.outputs = outputsOf(predictor, points, context);
    if (backgroundOutputs.size() == 0 || run.outputs.size() == 0)
        return Error{ErrorCode::Cancelled, {}};
    run.baseValue = backgroundOutputs.mean();
    run.values =
        options.rule == ShapRule::Quadrature && options.nodes == 0
            ? explainExactly(predictor, points, background, run.outputs, backgroundOutputs, options.threads,
                             context)
            : explainPoints(predictor, points, background,
                            shapDraws(points.rows(), background.rows(), options), options.threads, context);
    if (context.isCancelled() || run.values.rows() == 0)
        return Error{ErrorCode::Cancelled, {}};
    if (!run.values.allFinite() || !run.outputs.allFinite() || !std::isfinite(run.baseValue))
        return Error{ErrorCode::Diverged, "predictor"};

    const Index finished = run.values.rows();
    run.outputs.conservativeResize(finished);
    run.data = points.topRows(finished);
    run.additivityError = run.values.rowwise().sum().array() - (run.outputs.array() - run.baseValue);
    return run;
}

} // namespace pathgan
