// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/bottleneck_p.h"
#include "tests/gan/duals.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>

using namespace pathgan;

namespace {

GanOptions smallOptions()
{
    GanOptions options = GanOptions::fromPreset(GanPreset::Quick);
    options.tokenSize = 8;
    options.hidden = 16;
    options.channels = 8;
    options.epochs = 5;
    return options;
}

BottleneckRecord recordOf(const GanInput &input, const GanOptions &options)
{
    const auto set = prepareTraining(input, options);
    return *makeBottleneckRecord(input, *set);
}

double differenceOf(const MatrixD &a, const MatrixD &b)
{
    return (a - b).cwiseAbs().maxCoeff();
}

} // namespace

class TestBottleneck : public QObject
{
    Q_OBJECT

private:
    GanInput m_input = DualCase::input();
    std::shared_ptr<GanRun> m_run;
    std::filesystem::path m_folder;

private slots:
    void initTestCase();
    void cleanupTestCase() { std::filesystem::remove_all(m_folder); }
    void closedForm();
    void softMinimum();
    void ownSolutionIsLeftOut();
    void neverAboveItsOwnBound();
    void slopesFollowTheGenes();
    void weightsAreAShare();
    void strictScoresSeeTrainingOnly();
    void genesOfTheHeadComeFirst();
    void constantGeneOfTheHead();
    void sharesNeedAClearGain();
    void headAloneIsExact();
    void predictionsOfTrainingRows();
    void outputIsThePrediction();
    void mixtureOfBoth();
    void savedRunIsTheSame();
    void withoutDuals();
    void testCohort();
    void wrongDuals();
    void fileOfVersion2();
};

void TestBottleneck::initTestCase()
{
    m_folder = std::filesystem::temp_directory_path() /
               ("pathgan-bottleneck-" + std::to_string(QCoreApplication::applicationPid()));
    std::filesystem::create_directories(m_folder);
    auto run = trainGan(m_input, smallOptions(), {});
    QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
    m_run = std::make_shared<GanRun>(*std::move(run));
}

// With solutions of both kinds in training, their minimum is the capacity, whatever the bounds.
void TestBottleneck::closedForm()
{
    GanOptions options = smallOptions();
    options.bottleneckSharpness = 1e5;
    options.genes = DualCase::genes;
    const BottleneckHead head(recordOf(m_input, options));
    QCOMPARE(head.record().genes, (std::vector<int>{0, 1, 2, 3}));
    QVERIFY(head.predicts(0) && head.predicts(2) && !head.predicts(3));
    const MatrixD predicted = head.predict(m_input.expression);
    for (Index row = 0; row < predicted.rows(); ++row) {
        for (Index r = 0; r < 3; ++r)
            QVERIFY(std::abs(predicted(row, r) / m_input.targets(row, r) - 1) < 1e-4);
        QVERIFY(std::isnan(predicted(row, 3)));
    }
    // A row alone has the same bits as among others.
    const MatrixD alone = head.predict(m_input.expression.middleRows(77, 1));
    QVERIFY(alone.leftCols(3) == predicted.middleRows(77, 1).leftCols(3));
}

// Two values 200 and 400: weights 1 and 2^−sharpness on the log scale.
void TestBottleneck::softMinimum()
{
    BottleneckRecord record;
    record.samples = {"a", "b"};
    record.duals = DualCase::empty();
    record.duals.growth.assign(2, DualSolution{{{1, 0.1}}, 0, 0, false});
    record.duals.values = {{{{0, 1}}, 0, 0, false}, {{{0, 2}}, 0, 0, false}};
    record.genes = {0, 1, 2, 3};
    record.limits = {-1};
    record.sharpness = 3;
    record.networkShare = {1};
    const BottleneckHead head(record);
    MatrixF x(1, 4);
    x << static_cast<float>(std::log2(801.0)), 9, 9, 9; // b0 = 1000 · 800/4000
    const double expected = std::log10(200.0) + std::log10(2.0) * 0.125 / 1.125;
    QVERIFY(std::abs(std::log10(head.predict(x)(0, 0)) - expected) < 1e-6);
    const MatrixD weights = head.weights(0, x);
    QVERIFY(std::abs(weights(0, 0) - 1 / 1.125) < 1e-9 && std::abs(weights(0, 1) - 0.125 / 1.125) < 1e-9);
}

void TestBottleneck::ownSolutionIsLeftOut()
{
    // Sample 0 alone is limited by b0, all others by 2 b1.
    BottleneckRecord record;
    record.duals = DualCase::empty();
    for (int n = 0; n < 3; ++n) {
        record.samples.push_back("s" + std::to_string(n));
        record.duals.growth.push_back({{{1, 0.1}}, 0, 0, false});
        record.duals.values.push_back({{n == 0 ? DualTerm{0, 1} : DualTerm{1, 2}}, 0, 0, false});
    }
    record.genes = {0, 1, 2, 3};
    record.limits = {-1};
    record.networkShare = {1};
    record.sharpness = 1000;
    const BottleneckHead head(record);
    MatrixF x(2, 4);
    x << 6, 9, 9, 9, 6, 9, 9, 9;
    const MatrixD predicted = head.predict(x, {0, -1});
    QVERIFY(std::abs(predicted(1, 0) - 1000 * 63.0 / 4000) < 1e-6);
    QVERIFY(std::abs(predicted(0, 0) - 2000 * 511.0 / 4000) < 1e-2);
    // A solution without proof counts as none.
    record.duals.values[0].gap = 1e-5;
    QVERIFY(std::abs(BottleneckHead(record).predict(x)(1, 0) - 2000 * 511.0 / 4000) < 1e-2);
    // Nothing but its own solution: no prediction.
    for (auto *solutions : {&record.duals.growth, &record.duals.values})
        solutions->resize(1);
    record.samples.resize(1);
    record.duals.values[0].gap = 0;
    QVERIFY(std::isnan(BottleneckHead(record).predict(x, {0, -1})(0, 0)));
}

void TestBottleneck::neverAboveItsOwnBound()
{
    const TrainedNetwork &network = *m_run->network;
    MatrixF x = m_input.expression;
    x.col(0).setConstant(4); // b0, the bound of r0 itself, is small
    const MatrixD predicted = network.predict(x);
    for (Index row = 0; row < x.rows(); ++row)
        QVERIFY(predicted(row, 0) <= 1000 * 15.0 / 4000 * (1 + 1e-12));
    QVERIFY(predicted.minCoeff() >= 0);
}

void TestBottleneck::slopesFollowTheGenes()
{
    const BottleneckHead head(recordOf(m_input, smallOptions()));
    const CapacityDuals &duals = head.record().duals;
    for (const Index row : {1, 40, 77})
        for (std::size_t reaction = 0; reaction < 3; ++reaction) {
            const BottleneckHead::Point point = head.pointAt(m_input.expression, row);
            VectorD slopes = VectorD::Zero(point.bounds.size());
            head.logValue(point, reaction, 1, &slopes);
            MatrixF gradient = MatrixF::Zero(1, DualCase::genes);
            head.addGeneGradient(point, slopes, gradient, 0);
            for (Index gene = 0; gene < point.expression.size(); ++gene) {
                const auto at = [&](double step) {
                    BottleneckHead::Point moved = point;
                    moved.expression[gene] += step;
                    moved.bounds = boundsAt(duals, moved.expression);
                    return head.logValue(moved, reaction, 1, nullptr);
                };
                const double expected = (at(1e-5) - at(-1e-5)) / 2e-5;
                const int column = head.record().genes[static_cast<std::size_t>(gene)];
                QVERIFY2(std::abs(expected - double(gradient(0, column))) < 1e-6,
                         qPrintable(QString("%1 %2").arg(expected).arg(double(gradient(0, column)))));
            }
        }
}

void TestBottleneck::weightsAreAShare()
{
    const BottleneckHead *head = m_run->network->bottleneck();
    QVERIFY(head);
    const MatrixD weights = head->weights(1, m_input.expression);
    QCOMPARE(weights.cols(), Index(m_run->trainSamples.size()));
    QVERIFY((weights.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-12);
    QVERIFY(weights.minCoeff() >= 0);
}

void TestBottleneck::strictScoresSeeTrainingOnly()
{
    GanOptions options = smallOptions();
    QCOMPARE(recordOf(m_input, options).duals.bounds[2].greatest, 4000.0);
    options.strictScores = true;
    const BottleneckRecord record = recordOf(m_input, options);
    double a = 0, cd = 0;
    const auto set = prepareTraining(m_input, options);
    for (const int row : set->split.train) {
        const auto linear = [&](Index gene) { return std::exp2(double(m_input.expression(row, gene))) - 1; };
        a = std::max(a, linear(0));
        cd = std::max(cd, std::min(linear(2), linear(3)));
    }
    QVERIFY(std::abs(record.duals.bounds[0].greatest / a - 1) < 1e-12);
    QVERIFY(std::abs(record.duals.bounds[2].greatest / cd - 1) < 1e-12);
    QVERIFY(std::isnan(record.duals.bounds[3].greatest));
}

void TestBottleneck::genesOfTheHeadComeFirst()
{
    GanInput input = m_input;
    for (const Index gene : {0, 1, 2, 3})
        input.expression.col(gene) = (input.expression.col(gene).array() - 9) * 0.01F + 9; // least variable
    GanOptions options = smallOptions();
    options.genes = 6;
    auto set = prepareTraining(input, options);
    QVERIFY(set.ok());
    QCOMPARE(set->frame.genes.size(), 6U);
    QVERIFY(std::equal(set->frame.genes.begin(), set->frame.genes.begin() + 4, input.duals->genes.begin()));
    options.genes = 2; // fewer than it needs
    set = prepareTraining(input, options);
    QVERIFY(set.ok() && set->frame.genes == input.duals->genes);
    options.bottleneckHead = false;
    set = prepareTraining(input, options);
    QVERIFY(set.ok() && set->frame.genes.size() == 2);
}

void TestBottleneck::constantGeneOfTheHead()
{
    GanInput input = m_input;
    input.expression.col(3).setConstant(12);
    auto run = trainGan(input, smallOptions(), {});
    QVERIFY(run.ok());
    MatrixF gradient;
    MatrixF x = input.expression.topRows(3);
    x.col(3).setConstant(5);
    QVERIFY(run->network->predict(x).allFinite());
    QVERIFY(run->network->meanOutput(x, &gradient).allFinite() && gradient.allFinite());
}

void TestBottleneck::sharesNeedAClearGain()
{
    auto loaded = loadGanModule();
    const auto set = prepareTraining(m_input, smallOptions());
    auto made = loaded->module->train(m_input, *set, {}, {});
    QVERIFY(made.ok());
    const CombinedNetwork network(made->network, *makeBottleneckRecord(m_input, *set));
    const MatrixD truth = m_input.targets;
    const MatrixD none = MatrixD::Constant(truth.rows(), truth.cols(), BottleneckHead::noLimit);
    NormalRandom random(1);
    const auto noisy = [&](double size) {
        return MatrixD(truth.unaryExpr([&](double y) { return y * std::pow(10.0, size * random.normal()); }));
    };
    const MatrixD good = noisy(0.01), alike = noisy(0.1), alsoAlike = noisy(0.0999), bad = noisy(0.3);
    // Without a head for r3 the network is all there is.
    QCOMPARE(chooseShares(network, truth, bad, good, none), (std::vector<double>{0, 0, 0, 1}));
    QCOMPARE(chooseShares(network, truth, good, bad, none), (std::vector<double>{1, 1, 1, 1}));
    QCOMPARE(chooseShares(network, truth, alike, alike, none), (std::vector<double>{0, 0, 0, 1}));
    // Two independent errors of one size are halved by their mean.
    for (const double share : chooseShares(network, truth, alsoAlike, alike, none))
        QVERIFY(share == 1 || (share >= 0.3 && share <= 0.7));
}

void TestBottleneck::headAloneIsExact()
{
    QVERIFY(m_run->headAlone && m_run->networkAlone);
    for (std::size_t r = 0; r < 3; ++r) {
        QVERIFY2(m_run->headAlone->byReaction[r] > 0.999,
                 qPrintable(QString::number(m_run->headAlone->byReaction[r])));
        QCOMPARE(m_run->networkShare[r], 0.0);
        QVERIFY(m_run->networkAlone->byReaction[r] < m_run->headAlone->byReaction[r]);
        QCOMPARE(m_run->test.byReaction[r], m_run->headAlone->byReaction[r]);
    }
    QCOMPARE(m_run->networkShare[3], 1.0);
    QCOMPARE(m_run->test.byReaction[3], m_run->networkAlone->byReaction[3]);
    QCOMPARE(m_run->test.fit.outside, 0.0);
    QVERIFY(m_run->test.fitByReaction[1].r2 > 0.99);
}

// The run's predictions of training samples do without their own solutions, the network's do not.
void TestBottleneck::predictionsOfTrainingRows()
{
    GanInput input = m_input;
    const int own = m_run->trainSamples[5];
    auto duals = std::make_shared<CapacityDuals>(*input.duals);
    // It alone is limited by a bound that lies far above the others' capacities.
    duals->genes.emplace_back("g5");
    input.dualGenes.push_back(5);
    duals->bounds.push_back({"w", "", true, 1000, 4000, {{RulePart::Op::Gene, 4}}});
    duals->values[std::size_t(own) * 4 + 1].terms = {{4, 1}};
    input.expression.col(5).setConstant(11.5);
    input.expression(own, 5) = 2;
    input.duals = duals;
    auto run = trainGan(input, smallOptions(), {});
    QVERIFY(run.ok());
    QCOMPARE(run->networkShare[1], 0.0);
    const MatrixD direct = run->network->predict(input.expression.middleRows(own, 1));
    QVERIFY(std::abs(direct(0, 1) - 1000 * 3.0 / 4000) < 1e-6);
    QVERIFY(std::abs(run->predicted(own, 1) / input.targets(own, 1) - 1) < 0.05);
    for (const int row : run->testSamples) // theirs are the network's
        QVERIFY(run->predicted.row(row) == run->network->predict(input.expression.middleRows(row, 1)));
}

void TestBottleneck::outputIsThePrediction()
{
    const TrainedNetwork &network = *m_run->network;
    const MatrixF x = m_input.expression.topRows(20);
    const MatrixD predicted = network.predict(x);
    VectorD sum = VectorD::Zero(20);
    for (int r = 0; r < 4; ++r) {
        const VectorD value = network.output(r, x, nullptr);
        const VectorD log = predicted.col(r).array().log10();
        sum += value;
        const double scale = (value[1] - value[0]) / (log[1] - log[0]);
        const double tolerance = r == 3 ? 1e-4 : 1e-9; // the network's own is float
        for (Index row = 2; row < 20; ++row)
            QVERIFY(std::abs(value[row] - value[0] - scale * (log[row] - log[0])) < tolerance);
    }
    QVERIFY(differenceOf(sum / 4, network.meanOutput(x, nullptr)) < 1e-12);
}

// w = 0.4 of the network: value, own limit and gradient.
void TestBottleneck::mixtureOfBoth()
{
    auto loaded = loadGanModule();
    const auto set = prepareTraining(m_input, smallOptions());
    auto made = loaded->module->train(m_input, *set, {}, {});
    QVERIFY(made.ok());
    auto record = makeBottleneckRecord(m_input, *set);
    record->networkShare = {0.4, 0.4, 0.4, 1};
    record->sharpness = 2; // smooth enough for float differences
    const CombinedNetwork network(made->network, *record);
    MatrixF x = m_input.expression.topRows(8);
    const MatrixD both = network.predict(x), first = made->network->predict(x),
                  head = network.bottleneck()->predict(x), limits = network.bottleneck()->limits(x);
    int limited = 0;
    for (Index row = 0; row < 8; ++row)
        for (Index r = 0; r < 3; ++r) {
            const double free =
                std::pow(10.0, 0.6 * std::log10(head(row, r)) + 0.4 * std::log10(first(row, r)));
            QVERIFY(std::abs(both(row, r) / std::min(free, limits(row, r)) - 1) < 1e-12);
            limited += free > limits(row, r);
        }
    QVERIFY(limited > 0 && limited < 24);
    QVERIFY(both.col(3) == first.col(3));
    const float h = 1.0F / 64;
    std::vector<double> errors;
    for (int r = 0; r < 3; ++r) {
        MatrixF gradient;
        network.output(r, x, &gradient);
        for (Index gene = 0; gene < 6; ++gene) {
            MatrixF up = x, down = x;
            up.col(gene).array() += h;
            down.col(gene).array() -= h;
            const VectorD slope =
                (network.output(r, up, nullptr) - network.output(r, down, nullptr)) / (2.0 * double(h));
            for (Index row = 0; row < 8; ++row)
                errors.push_back(std::abs(slope[row] - double(gradient(row, gene))));
        }
        QVERIFY(gradient.cwiseAbs().maxCoeff() > 0.1F);
    }
    std::sort(errors.begin(), errors.end());
    QVERIFY2(errors[errors.size() * 9 / 10] < 2e-3,
             qPrintable(QString::number(errors[errors.size() * 9 / 10])));
}

void TestBottleneck::savedRunIsTheSame()
{
    const auto path = m_folder / "network.pt";
    QVERIFY(m_run->network->save(path).ok());
    auto loaded = loadNetwork(path);
    QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().detail.c_str());
    QVERIFY(loaded->predicted == m_run->predicted);
    QVERIFY(loaded->network->predict(m_input.expression) == m_run->network->predict(m_input.expression));
    MatrixF a, b;
    QVERIFY(loaded->network->meanOutput(m_input.expression, &a) ==
            m_run->network->meanOutput(m_input.expression, &b));
    QVERIFY(a == b);
    QCOMPARE(loaded->networkShare, m_run->networkShare);
    QCOMPARE(loaded->headAlone->pearson, m_run->headAlone->pearson);
    QCOMPARE(loaded->networkAlone->fit.rmse, m_run->networkAlone->fit.rmse);
    QCOMPARE(loaded->baselines.cohortMean->mse, m_run->baselines.cohortMean->mse);
    QVERIFY(!loaded->baselines.ruleRidge);
    QVERIFY(differences(loaded->options, m_run->options).empty());
    const BottleneckRecord &before = m_run->network->bottleneck()->record(),
                           &after = loaded->network->bottleneck()->record();
    QVERIFY(before.samples == after.samples && before.duals.genes == after.duals.genes);
    QVERIFY(std::isnan(after.duals.bounds[3].greatest));
    QVERIFY(loaded->network->save(m_folder / "again.pt").ok());
    QCOMPARE(std::filesystem::file_size(path), std::filesystem::file_size(m_folder / "again.pt"));
}

void TestBottleneck::withoutDuals()
{
    GanInput input = m_input;
    input.duals.reset();
    auto run = trainGan(input, smallOptions(), {});
    QVERIFY(run.ok());
    QVERIFY(!run->network->bottleneck() && !run->headAlone && run->networkShare.empty());
    QCOMPARE(run->warnings.front(), std::string("No dual solutions: trained without the bottleneck head"));
    GanOptions off = smallOptions();
    off.bottleneckHead = false;
    run = trainGan(m_input, off, {});
    QVERIFY(run.ok() && !run->network->bottleneck());
    QVERIFY(run->warnings.empty() || run->warnings.front().find("dual") == std::string::npos);
}

void TestBottleneck::testCohort()
{
    GanOptions options = smallOptions();
    options.testCohort = "small";
    GanInput input = m_input;
    input.patients[1] = input.patients[0]; // sample 0 is of the test cohort
    auto set = prepareTraining(input, options);
    QVERIFY(set.ok());
    QCOMPARE(set->split.test.size(), 30U);
    for (const int row : set->split.test)
        QVERIFY(input.cohortLabels[std::size_t(row)] == "small");
    QCOMPARE(set->split.train.size() + set->split.validation.size(), 89U); // not the second of patient 0
    QCOMPARE(set->split.train.size(), 73U);                                // 89 · 0.70 / 0.85
    for (const auto *part : {&set->split.train, &set->split.validation})
        for (const int row : *part)
            QVERIFY(input.cohortLabels[std::size_t(row)] == "large" && row != 1);
    options.testCohort = "none such";
    set = prepareTraining(input, options);
    QVERIFY(!set.ok() && set.error().code == ErrorCode::UnknownName);
    QVERIFY(set.error().detail.find("none such, not large|small") != std::string::npos);
}

void TestBottleneck::wrongDuals()
{
    GanInput input = m_input;
    input.dualGenes.pop_back();
    const auto run = trainGan(input, smallOptions(), {});
    QVERIFY(!run.ok() && run.error().code == ErrorCode::InvalidOption);
}

void TestBottleneck::fileOfVersion2()
{
    const std::filesystem::path path = PATHGAN_TEST_DATA "/gan/network_version2.pt";
    auto loaded = loadNetwork(path);
    QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().detail.c_str());
    QVERIFY(!loaded->options.bottleneckHead && loaded->options.testCohort.empty());
    QVERIFY(!loaded->network->bottleneck() && !loaded->headAlone);
    QCOMPARE(loaded->network->genes().size(), 40U);
    QCOMPARE(loaded->samples.size(), 90U);
    QVERIFY(std::isnan(loaded->test.fit.r2) && loaded->test.fitByReaction.empty());
    QVERIFY(loaded->network->save(m_folder / "newer.pt").ok());
    auto again = loadNetwork(m_folder / "newer.pt");
    QVERIFY(again.ok() && again->predicted == loaded->predicted);
}

PATHGAN_TEST(TestBottleneck)
#include "tst_bottleneck.moc"
