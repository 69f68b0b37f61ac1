// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/quadrature_p.h"
#include "core/explain/shap.h"
#include "tests/support/reference.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using namespace pathgan;
using reference::matrix;
using reference::near;

namespace {

/// y = W2·tanh(W1·x + b1) + b2 of the reference file; column: which output, −1: their mean.
Predictor tanhNetwork(const nlohmann::json &parameters, int column)
{
    const MatrixD w1 = matrix(parameters["W1"]);
    const MatrixD w2 = matrix(parameters["W2"]);
    const std::vector<double> bias1 = reference::numbers(parameters["b1"]);
    const std::vector<double> bias2 = reference::numbers(parameters["b2"]);
    const VectorD b1 = Eigen::Map<const VectorD>(bias1.data(), w1.rows());
    const VectorD b2 = Eigen::Map<const VectorD>(bias2.data(), w2.rows());
    const VectorD head = column < 0 ? VectorD(w2.colwise().mean().transpose()) : VectorD(w2.row(column));
    const double offset = column < 0 ? b2.mean() : b2[column];
    return {w1.cols(), true, [=](const MatrixF &points, MatrixF *gradient) -> VectorD {
                const MatrixD hidden =
                    ((points.cast<double>() * w1.transpose()).rowwise() + b1.transpose()).array().tanh();
                if (gradient != nullptr) {
                    const MatrixD slopes = (1 - hidden.array().square()).rowwise() * head.transpose().array();
                    *gradient = (slopes * w1).cast<float>();
                }
                return (hidden * head).array() + offset;
            }};
}

Predictor linear(const VectorD &weights, double offset)
{
    return {weights.size(), true, [=](const MatrixF &points, MatrixF *gradient) -> VectorD {
                if (gradient != nullptr)
                    *gradient = weights.transpose().cast<float>().replicate(points.rows(), 1);
                return (points.cast<double>() * weights).array() + offset;
            }};
}

double largestDifference(const MatrixD &a, const MatrixD &b)
{
    return a.rows() == b.rows() && a.cols() == b.cols() ? (a - b).cwiseAbs().maxCoeff() : 1e300;
}

/// values[sample][feature][output] of one output.
MatrixD outputOf(const nlohmann::json &values, std::size_t output)
{
    MatrixD result(static_cast<Index>(values.size()), static_cast<Index>(values[0].size()));
    for (Index i = 0; i < result.rows(); ++i) {
        for (Index j = 0; j < result.cols(); ++j)
            result(i, j) = values[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)][output];
    }
    return result;
}

constexpr double floatTolerance = 2e-6; // points and gradients are float

} // namespace

class TestShap : public QObject
{
    Q_OBJECT

private slots:
    void sameDrawsAsShap();
    void quadratureReachesLimit();
    void kinksAreFound();
    void steepStartsAddUp();
    void randomRuleIsUnbiased();
    void linearClosedForm();
    void streamsDoNotDependOnOrder();
    void threadsDoNotMatter();
    void batches();
    void backgroundChoice();
    void ranking();
    void gaussLegendreNodes();
    void cancelled();
    void keepsFinished();
    void badInputs();
    void nonFinite();
};

void TestShap::sameDrawsAsShap()
{
    const auto file = reference::load("shap/expected_gradients.json");
    const MatrixF points = matrix(file["X"]).cast<float>();
    const MatrixF background = matrix(file["background"]).cast<float>();
    std::vector<std::vector<ShapDraw>> draws;
    for (const auto &row : file["draws"]) {
        draws.emplace_back();
        for (const auto &draw : row)
            draws.back().push_back({draw[0].get<Index>(), draw[1].get<double>(), 1});
    }
    const MatrixD mean =
        expectedGradientsFrom(tanhNetwork(file["parameters"], -1), points, background, draws);
    QVERIFY(largestDifference(mean, matrix(file["phi_mean_over_outputs"])) < floatTolerance);
    for (int output = 0; output < 3; ++output) {
        const MatrixD phi =
            expectedGradientsFrom(tanhNetwork(file["parameters"], output), points, background, draws);
        QVERIFY(largestDifference(phi, outputOf(file["phi_shap"], static_cast<std::size_t>(output))) <
                floatTolerance);
    }
}

void TestShap::quadratureReachesLimit()
{
    const auto file = reference::load("shap/expected_gradients.json");
    ShapOptions options;
    options.rule = ShapRule::Quadrature;
    options.nodes = 16;
    const auto run = expectedGradients(tanhNetwork(file["parameters"], 1), matrix(file["X"]).cast<float>(),
                                       matrix(file["background"]).cast<float>(), options);
    QVERIFY(run.ok());
    QVERIFY(largestDifference(run->values, outputOf(file["phi_limit"], 1)) < floatTolerance);
    QVERIFY(run->additivityError.cwiseAbs().maxCoeff() < 5e-6);
    QVERIFY(near(run->baseValue, file["f_background_mean"][1], floatTolerance));
    for (Index i = 0; i < run->outputs.size(); ++i)
        QVERIFY(near(run->outputs[i], file["f_X"][static_cast<std::size_t>(i)][1], floatTolerance));
}

/// max(x1, x2) has a kink on the way from (0, 1) to (2, 0) at a third of it: φ = (4/3, −1/3) by hand. Fixed
/// nodes miss it.
void TestShap::kinksAreFound()
{
    Predictor largest;
    largest.features = 2;
    largest.evaluate = [](const MatrixF &points, MatrixF *gradient) {
        for (Index i = 0; gradient && i < points.rows(); ++i) {
            (*gradient)(i, 0) = points(i, 0) >= points(i, 1) ? 1 : 0;
            (*gradient)(i, 1) = 1 - (*gradient)(i, 0);
        }
        return VectorD(points.rowwise().maxCoeff().cast<double>());
    };
    MatrixF x(1, 2), background(2, 2);
    x << 2, 0;
    background << 0, 1, 0, 1;
    ShapOptions options;
    options.rule = ShapRule::Quadrature;
    options.nodes = 0;
    const auto run = expectedGradients(largest, x, background, options);
    QVERIFY(run.ok());
    QVERIFY(near(run->values(0, 0), 4.0 / 3, 1e-3) && near(run->values(0, 1), -1.0 / 3, 1e-3));
    options.nodes = 8;
    const auto fixed = expectedGradients(largest, x, background, options);
    QVERIFY(std::abs(fixed->additivityError[0]) > 10 * std::abs(run->additivityError[0]));
}

/// log2 of a sum that starts at a floor rises by decades within a hundredth of the way.
void TestShap::steepStartsAddUp()
{
    Predictor steep;
    steep.features = 2;
    steep.evaluate = [](const MatrixF &points, MatrixF *gradient) {
        VectorD out(points.rows());
        for (Index i = 0; i < points.rows(); ++i) {
            const double score = std::exp2(double(points(i, 0))) - 1, floor = 1e-4;
            out[i] = std::log10(std::max(score, floor)) + 0.1 * double(points(i, 1));
            if (gradient) {
                (*gradient)(i, 0) = score > floor ? float((score + 1) / score * std::log10(2.0)) : 0;
                (*gradient)(i, 1) = 0.1f;
            }
        }
        return out;
    };
    MatrixF x(1, 2), background(3, 2);
    x << 9, 3;
    background << 0, 1, 2, 5, 12, 2;
    ShapOptions options;
    options.rule = ShapRule::Quadrature;
    options.nodes = 0;
    const auto run = expectedGradients(steep, x, background, options);
    QVERIFY(run.ok());
    // The second gene's part is linear: 0.1 · (3 − mean of 1, 5, 2).
    QVERIFY(near(run->values(0, 1), 0.1 * (3 - 8.0 / 3), 1e-6));
    const double spread = 3.19; // of about -3.9, 0.98 and 3.81
    QVERIFY(std::abs(run->additivityError[0]) < 1e-2 * spread);
    options.nodes = 8;
    QVERIFY(std::abs(expectedGradients(steep, x, background, options)->additivityError[0]) > 0.1);
}

void TestShap::randomRuleIsUnbiased()
{
    const auto file = reference::load("shap/expected_gradients.json");
    ShapOptions options;
    options.draws = 200'000;
    const auto run = expectedGradients(tanhNetwork(file["parameters"], 0), matrix(file["X"]).cast<float>(),
                                       matrix(file["background"]).cast<float>(), options);
    QVERIFY(run.ok());
    QVERIFY(largestDifference(run->values, outputOf(file["phi_limit"], 0)) < 0.02);
}

void TestShap::linearClosedForm()
{
    const auto file = reference::load("shap/linear_shap.json");
    const MatrixD weights = matrix(file["W"]);
    const std::vector<double> offsets = reference::numbers(file["b"]);
    const MatrixF points = matrix(file["X"]).cast<float>();
    const MatrixF background = matrix(file["background"]).cast<float>();
    ShapOptions options;
    options.rule = ShapRule::Quadrature;
    options.nodes = 1;
    for (int output = 0; output < 3; ++output) {
        const Predictor predictor =
            linear(weights.row(output).transpose(), offsets[static_cast<std::size_t>(output)]);
        const MatrixD expected = outputOf(file["phi"], static_cast<std::size_t>(output));
        QVERIFY(largestDifference(expectedGradients(predictor, points, background, options)->values,
                                  expected) < floatTolerance);
    }
}

void TestShap::streamsDoNotDependOnOrder()
{
    ShapOptions options;
    options.draws = 7;
    const auto few = shapDraws(2, 9, options);
    const auto many = shapDraws(5, 9, options);
    for (std::size_t point = 0; point < few.size(); ++point) {
        for (std::size_t i = 0; i < few[point].size(); ++i) {
            QCOMPARE(few[point][i].background, many[point][i].background);
            QCOMPARE(few[point][i].alpha, many[point][i].alpha);
        }
    }
    QVERIFY(many[0][0].alpha != many[1][0].alpha);
    options.seed = 2;
    QVERIFY(shapDraws(2, 9, options)[0][0].alpha != few[0][0].alpha);
}

void TestShap::threadsDoNotMatter()
{
    const auto file = reference::load("shap/expected_gradients.json");
    const MatrixF points = matrix(file["X"]).cast<float>();
    const MatrixF background = matrix(file["background"]).cast<float>();
    const Predictor predictor = tanhNetwork(file["parameters"], 0);
    ShapOptions options;
    options.threads = 1;
    const auto one = expectedGradients(predictor, points, background, options);
    options.threads = 3;
    const auto three = expectedGradients(predictor, points, background, options);
    QVERIFY(one->values == three->values);
}

void TestShap::batches()
{
    // 30,000 features: a batch holds fewer points than there are draws.
    const Index features = 30'000;
    const VectorD weights = VectorD::LinSpaced(features, -1, 1);
    Index largest = 0;
    Predictor predictor = linear(weights, 0.5);
    predictor.concurrent = false;
    const auto inner = predictor.evaluate;
    predictor.evaluate = [&](const MatrixF &points, MatrixF *gradient) {
        largest = std::max(largest, points.size());
        return inner(points, gradient);
    };
    const MatrixF points = MatrixF::Constant(1, features, 2);
    const MatrixF background = MatrixF::Constant(1, features, 1);
    const auto run = expectedGradients(predictor, points, background, {});
    QVERIFY(largestDifference(run->values, weights.transpose()) < 1e-6);
    QVERIFY(largest <= 4'000'000);
}

void TestShap::backgroundChoice()
{
    ShapOptions options;
    options.backgroundSize = 10;
    const auto chosen = chooseBackground(50, options);
    QCOMPARE(chosen.size(), std::size_t{10});
    QVERIFY(std::is_sorted(chosen.begin(), chosen.end()));
    QVERIFY(std::adjacent_find(chosen.begin(), chosen.end()) == chosen.end());
    QVERIFY(chosen.back() < 50);
    QCOMPARE(chooseBackground(50, options), chosen);
    QCOMPARE(chooseBackground(4, options), (std::vector<std::size_t>{0, 1, 2, 3}));
    options.seed = 2;
    QVERIFY(chooseBackground(50, options) != chosen);
}

void TestShap::ranking()
{
    ShapRun run;
    run.values.resize(2, 4);
    run.values << 1, -3, 1, 0, 1, 3, -1, 0;
    QCOMPARE(run.ranking(), (std::vector<Index>{1, 0, 2, 3}));
    QCOMPARE(run.meanAbsolute()[1], 3.0);
}

void TestShap::gaussLegendreNodes()
{
    for (const int count : {1, 2, 8, 17, 64}) {
        const auto nodes = gaussLegendre(count);
        QCOMPARE(nodes.size(), static_cast<std::size_t>(count));
        for (const int degree : {0, 1, 2 * count - 1}) {
            double integral = 0;
            for (const QuadratureNode &node : nodes)
                integral += node.weight * std::pow(node.position, degree);
            QVERIFY(near(integral, 1.0 / (degree + 1), 1e-13));
        }
    }
    QVERIFY(near(gaussLegendre(2)[0].position, 0.5 - 0.5 / std::sqrt(3.0), 1e-15));
}

void TestShap::cancelled()
{
    const auto control = std::make_shared<TaskControl>();
    const TaskContext context(control, {});
    Predictor predictor = linear(VectorD::Ones(2), 0);
    const auto inner = predictor.evaluate;
    int calls = 0;
    predictor.concurrent = false;
    predictor.evaluate = [&](const MatrixF &points, MatrixF *gradient) {
        if (gradient != nullptr && ++calls == 2)
            control->requestStop(StopKind::Cancel);
        return inner(points, gradient);
    };
    ShapOptions options;
    options.draws = 100'000; // hundreds of batches
    const auto run = expectedGradients(predictor, MatrixF::Ones(3, 2), MatrixF::Zero(2, 2), options, context);
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::Cancelled);
    QCOMPARE(calls, 2);
}

void TestShap::keepsFinished()
{
    const auto control = std::make_shared<TaskControl>();
    std::vector<double> reported;
    const TaskContext context(control, [&](const Progress &progress) {
        reported.push_back(progress.done);
        if (progress.done == 2)
            control->requestStop(StopKind::Keep);
    });
    Predictor predictor = linear(VectorD::Ones(2), 0);
    predictor.concurrent = false;
    const auto run = expectedGradients(predictor, MatrixF::Ones(5, 2), MatrixF::Zero(2, 2), {}, context);
    QVERIFY(run.ok());
    QCOMPARE(run->values.rows(), Index{2});
    QCOMPARE(run->outputs.size(), Index{2});
    QCOMPARE(run->data.rows(), Index{2});
    QCOMPARE(run->additivityError.size(), Index{2});
    QCOMPARE(reported, (std::vector<double>{0, 1, 2}));
}

void TestShap::badInputs()
{
    const Predictor predictor = linear(VectorD::Ones(2), 0);
    const MatrixF points = MatrixF::Ones(1, 2);
    QCOMPARE(expectedGradients(predictor, points, MatrixF(0, 2), {}).error().code, ErrorCode::TooFewSamples);
    QCOMPARE(expectedGradients(predictor, MatrixF::Ones(1, 3), points, {}).error().code,
             ErrorCode::InvalidOption);
    ShapOptions options;
    options.draws = 0;
    QVERIFY(expectedGradients(predictor, points, points, options).error().detail.starts_with("shap_draws: "));
}

void TestShap::nonFinite()
{
    const Predictor predictor = linear(VectorD::Constant(2, std::nan("")), 0);
    const auto run = expectedGradients(predictor, MatrixF::Ones(1, 2), MatrixF::Zero(1, 2), {});
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::Diverged);
}

PATHGAN_TEST(TestShap)
#include "tst_shap.moc"
