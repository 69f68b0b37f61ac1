// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/gan.h"
#include "core/gan/generate.h"
#include "core/gan/generatemeasures.h"
#include "tests/support/normalrandom.h"
#include "tests/support/reference.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <set>

using namespace pathgan;
using reference::near;

namespace {

constexpr Index genes = 3, reactions = 2;

/// y0 = 10^x0, y1 = 10^(x1 + first noise).
class PowerNetwork : public TrainedNetwork
{
public:
    explicit PowerNetwork(int noise = 0) { m_options.noiseDim = noise; }
    const GanOptions &options() const override { return m_options; }
    const std::vector<std::string> &genes() const override { return m_genes; }
    VectorF geneMeans() const override { return VectorF::Zero(::genes); }
    const std::vector<std::string> &reactions() const override { return m_reactions; }
    const std::vector<std::string> &tokens() const override { return m_none; }
    const std::vector<std::vector<int>> &tokenGenes() const override { return m_noGenes; }
    MatrixD predict(const MatrixF &expression) const override { return generate({}, expression, {}); }
    MatrixD generate(const std::vector<std::string> &, const MatrixF &expression,
                     const MatrixF &noise) const override
    {
        MatrixD out(expression.rows(), ::reactions);
        for (Index row = 0; row < out.rows(); ++row) {
            const float z = noise.cols() > 0 ? noise(row, 0) : 0;
            out(row, 0) = std::pow(10.0, static_cast<double>(expression(row, 0)));
            out(row, 1) = std::pow(10.0, static_cast<double>(expression(row, 1) + z));
        }
        return out;
    }
    VectorD meanOutput(const MatrixF &x, MatrixF *) const override { return VectorD::Zero(x.rows()); }
    VectorD output(int, const MatrixF &x, MatrixF *) const override { return VectorD::Zero(x.rows()); }
    PathwayAttention attention(const MatrixF &) const override { return {}; }
    MatrixD attentionGeneScores(const MatrixF &) const override { return {}; }
    Result<std::string> encoded() const override { return std::string(); }

private:
    GanOptions m_options;
    std::vector<std::string> m_genes = {"a", "b", "c"}, m_reactions = {"R0", "R1"}, m_none;
    std::vector<std::vector<int>> m_noGenes;
};

/// Real fluxes are what the network makes of the samples.
GenerateInput madeInput(const TrainedNetwork &network, Index samples = 40)
{
    NormalRandom random(8);
    GenerateInput input{network, {}, MatrixF(samples, genes), {}, {}, {}};
    for (Index i = 0; i < samples; ++i) {
        input.samples.push_back("s" + std::to_string(i));
        const double shared = random.normal();
        input.expression(i, 0) = static_cast<float>(1 + 0.3 * shared);
        input.expression(i, 1) = static_cast<float>(2 + 0.3 * shared + 0.1 * random.normal());
        input.expression(i, 2) = 5;
        input.ofGroup.push_back(i);
    }
    input.realSamples = input.samples;
    input.real = network.predict(input.expression);
    return input;
}

GenerateRun generated(const GenerateInput &input, const GenerateOptions &options)
{
    Result<GenerateRun> run = generateProfiles(input, options);
    return run ? *std::move(run) : GenerateRun();
}

/// 60 samples × 40 genes; three reactions follow genes of the first set.
GanInput trainingInput()
{
    NormalRandom random(5);
    GanInput input;
    input.expression.resize(60, 40);
    input.targets.resize(60, 3);
    for (Index i = 0; i < 60; ++i) {
        input.samples.push_back("s" + std::to_string(i));
        input.patients.push_back("p" + std::to_string(i));
        for (Index g = 0; g < 40; ++g)
            input.expression(i, g) = static_cast<float>(6 + random.normal());
        for (Index r = 0; r < 3; ++r)
            input.targets(i, r) = std::pow(10.0, 1 + 0.3 * (static_cast<double>(input.expression(i, r)) - 6));
    }
    for (Index g = 0; g < 40; ++g)
        input.genes.push_back("g" + std::to_string(g));
    input.reactions = {"r0", "r1", "r2"};
    input.sets.sets = {{"first", "", {}}, {"second", "", {}}};
    input.setGenes = {{0, 1, 2, 3, 4, 5, 6, 7}, {8, 9, 10, 11, 12, 13, 14, 15}};
    return input;
}

GanOptions smallOptions(int noise, GeneratorKind kind = GeneratorKind::PathwayTokens)
{
    GanOptions options = GanOptions::fromPreset(GanPreset::Quick);
    options.generator = kind;
    options.tokenSize = options.projection = 16;
    options.hidden = 16;
    options.channels = 8;
    options.epochs = 6;
    options.noiseDim = noise;
    return options;
}

} // namespace

class TestGenerate : public QObject
{
    Q_OBJECT

private slots:
    void wassersteinInClosedForm();
    void wassersteinOfScipy();
    void coverageOfPrdc();
    void coverageExpected();
    void nearest();
    void profilesAreOfTheirConditions();
    void seedGivesTheProfiles();
    void copiesShow();
    void expressionFromNoise();
    void noiseOfTheNetwork();
    void refusals();
    void criticIsKept();
    void noCriticWhereNoneWasTrained();
    void olderFilesHaveNoCritic();
    void networksWithNoise_data();
    void networksWithNoise();
};

void TestGenerate::wassersteinInClosedForm()
{
    QVERIFY(near(wasserstein1({0}, {3}), 3));
    QVERIFY(near(wasserstein1({0, 1, 3}, {5, 6, 8}), 5)); // moved by 5
    QVERIFY(near(wasserstein1({0, 1}, {0, 0, 1, 1}), 0)); // one distribution
    // |F − G| is 1/3 from 0 to 1 and 2/3 − 0 … from 1 to 2: 1/3 + 2/3.
    QVERIFY(near(wasserstein1({0, 1, 2}, {2}), 1));
    // Uniform on [0, 1] against uniform on [0, 2]: ∫ |t − 2t| dt = 1/2, by quantiles.
    std::vector<double> one, two;
    for (int i = 0; i < 1000; ++i) {
        one.push_back((i + 0.5) / 1000);
        two.push_back(2 * (i + 0.5) / 1000);
    }
    QVERIFY(near(wasserstein1(one, two), 0.5));
    QVERIFY(std::isnan(wasserstein1({}, {1})));
}

void TestGenerate::wassersteinOfScipy()
{
    const auto cases = reference::load("gan/generated.json").at("wasserstein");
    QCOMPARE(cases.size(), 4U);
    for (const auto &one : cases) {
        const double distance =
            wasserstein1(reference::numbers(one.at("a")), reference::numbers(one.at("b")));
        QVERIFY(near(distance, reference::number(one.at("distance")), 1e-12));
    }
}

void TestGenerate::coverageOfPrdc()
{
    for (const auto &one : reference::load("gan/generated.json").at("coverage")) {
        const DensityCoverage found =
            densityCoverage(reference::matrix(one.at("real")), reference::matrix(one.at("generated")),
                            one.at("k").get<int>());
        QVERIFY(near(found.density, reference::number(one.at("density"))));
        QVERIFY(near(found.coverage, reference::number(one.at("coverage"))));
    }
    // Constant points lie in their own balls.
    const MatrixD constant = MatrixD::Constant(6, 1, 2.0);
    QVERIFY(near(densityCoverage(constant, constant, 3).coverage, 1));
    QVERIFY(near(densityCoverage(constant, MatrixD::Constant(4, 1, 2.1), 3).coverage, 0));
}

void TestGenerate::coverageExpected()
{
    QVERIFY(near(expectedCoverage(10, 10, 1), 10.0 / 19));
    // Of 400 draws from one distribution.
    NormalRandom random(3);
    double sum = 0;
    for (int trial = 0; trial < 400; ++trial) {
        MatrixD real(20, 2), made(15, 2);
        for (MatrixD *points : {&real, &made})
            for (Index i = 0; i < points->size(); ++i)
                points->data()[i] = random.normal();
        sum += densityCoverage(real, made, 2).coverage;
    }
    QVERIFY2(std::abs(sum / 400 - expectedCoverage(20, 15, 2)) < 0.02, std::to_string(sum / 400).c_str());
}

void TestGenerate::nearest()
{
    MatrixD points(3, 2);
    points << 0, 0, 3, 4, 0, 1;
    const Eigen::RowVectorXd origin = Eigen::RowVectorXd::Zero(2);
    QCOMPARE(nearestRow(points, origin).row, Index(0));
    QCOMPARE(nearestRow(points, origin, 0).row, Index(2));
    QVERIFY(near(nearestRow(points.topRows(2), origin, 0).distance, 5 / std::sqrt(2.0)));
}

void TestGenerate::profilesAreOfTheirConditions()
{
    const PowerNetwork network;
    const GenerateInput input = madeInput(network);
    const GenerateRun run = generated(input, {});
    QCOMPARE(run.profiles.size(), 200U);
    std::set<std::string> drawn;
    for (std::size_t i = 0; i < run.profiles.size(); ++i) {
        const auto at = std::find(input.samples.begin(), input.samples.end(), run.conditions[i]);
        QVERIFY(at != input.samples.end());
        QVERIFY(run.fluxes.row(static_cast<Index>(i)) == input.real.row(at - input.samples.begin()));
        drawn.insert(run.conditions[i]);
    }
    QCOMPARE(run.distinct(), drawn.size());
    QVERIFY(drawn.size() > 35); // of 40: each is missed with probability (39/40)^200
    // Draws of equal chances: the mean flux within 4 standard errors.
    for (Index r = 0; r < reactions; ++r) {
        const ReactionComparison &found = run.byReaction[static_cast<std::size_t>(r)];
        QVERIFY(near(found.realMean, input.real.col(r).mean()));
        QVERIFY(std::abs(found.generatedMean - found.realMean) < 4 * found.realSd / std::sqrt(200.0));
        QVERIFY(found.inRange > 0.8 && found.coverage > 0.95);
        QVERIFY(near(found.noiseShift, 0));
    }
}

void TestGenerate::seedGivesTheProfiles()
{
    const PowerNetwork network(1);
    const GenerateInput input = madeInput(network);
    for (const GenerateConditions conditions : {GenerateConditions::Samples, GenerateConditions::Normal}) {
        GenerateOptions options;
        options.conditions = conditions;
        const GenerateRun run = generated(input, options);
        QVERIFY(run.fluxes == generated(input, options).fluxes);
        GenerateOptions fewer = options;
        fewer.profiles = 70; // no multiple of what is done at once
        QVERIFY(run.fluxes.topRows(70) == generated(input, fewer).fluxes);
        options.seed = 2;
        QVERIFY(run.fluxes != generated(input, options).fluxes);
    }
}

void TestGenerate::copiesShow()
{
    const PowerNetwork network;
    GenerateInput input = madeInput(network);
    GenerateRun run = generated(input, {});
    QCOMPARE(run.copies(), run.profiles.size());
    QCOMPARE(run.nearest, run.conditions);
    QVERIFY(run.realNearestDistance > 0);

    input.real *= std::pow(10.0, 0.5); // half a decade above what the network says
    run = generated(input, {});
    QVERIFY(run.copies() < run.profiles.size() / 10);
    // 0.5 on the log scale, over sd 0.3: for the nearest at least a part of it remains.
    QVERIFY(run.byReaction[0].relativeWasserstein > 1.2 && run.byReaction[0].relativeWasserstein < 2.5);
}

void TestGenerate::expressionFromNoise()
{
    const PowerNetwork network;
    const GenerateInput input = madeInput(network);
    GenerateOptions options;
    options.conditions = GenerateConditions::Normal;
    options.profiles = 2000;
    const GenerateRun run = generated(input, options);
    QVERIFY(run.distinct() > 1800); // of 2000: where both genes end at their range, profiles are equal
    QVERIFY(run.conditions.front().empty());
    // Log fluxes are the expression: means, spreads and correlation are the samples', but for the range.
    const MatrixD logs = run.fluxes.array().log10().matrix();
    const MatrixD wanted = input.expression.leftCols(2).cast<double>();
    const auto spread = [](const MatrixD &values, Index a, Index b) {
        const VectorD x = values.col(a).array() - values.col(a).mean();
        const VectorD y = values.col(b).array() - values.col(b).mean();
        return x.dot(y) / static_cast<double>(values.rows() - 1);
    };
    for (Index a = 0; a < 2; ++a) {
        QVERIFY(std::abs(logs.col(a).mean() - wanted.col(a).mean()) < 0.03);
        for (Index b = 0; b < 2; ++b)
            QVERIFY(std::abs(spread(logs, a, b) / spread(wanted, a, b) - 1) < 0.15);
        QVERIFY(logs.col(a).maxCoeff() <= wanted.col(a).maxCoeff() + 1e-6);
        QVERIFY(logs.col(a).minCoeff() >= wanted.col(a).minCoeff() - 1e-6);
    }
}

void TestGenerate::noiseOfTheNetwork()
{
    const PowerNetwork network(2);
    const GenerateInput input = madeInput(network);
    const GenerateRun run = generated(input, {});
    QCOMPARE(run.noiseSize, 2);
    QCOMPARE(run.distinct(), run.profiles.size());
    QVERIFY(near(run.byReaction[0].noiseShift, 0));
    // Noise of sd 1 on the log scale, where the real values have about 0.3.
    const double shift = run.byReaction[1].noiseShift;
    QVERIFY2(shift > 2 && shift < 4.5, std::to_string(shift).c_str());
}

void TestGenerate::refusals()
{
    const PowerNetwork network;
    GenerateInput input = madeInput(network);
    GenerateOptions options;
    options.group = "YES";
    QCOMPARE(generateProfiles(input, options).error().code, ErrorCode::InvalidOption);
    options.column = "radiation";
    options.samples = {"s1"};
    QCOMPARE(generateProfiles(input, options).error().code, ErrorCode::InvalidOption);
    input.ofGroup.clear();
    QCOMPARE(generateProfiles(input, {}).error().code, ErrorCode::TooFewSamples);
    auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    QCOMPARE(generateProfiles(madeInput(network), {}, TaskContext(control, {})).error().code,
             ErrorCode::Cancelled);
}

void TestGenerate::criticIsKept()
{
    const GanInput input = trainingInput();
    for (const DiscriminatorKind kind : {DiscriminatorKind::ReactionGraph, DiscriminatorKind::BatchKnn}) {
        GanOptions options = smallOptions(0);
        options.discriminator = kind;
        const auto run = trainGan(input, options, {});
        QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
        const VectorD scores = run->network->criticScores(input.targets);
        QCOMPARE(scores.size(), Index(60));
        QVERIFY(scores.allFinite() && scores.maxCoeff() > scores.minCoeff());
        const auto path = std::filesystem::temp_directory_path() /
                          ("pathgan-critic-" + std::to_string(QCoreApplication::applicationPid()) + ".pt");
        QVERIFY(run->network->save(path).ok());
        const auto loaded = loadNetwork(path);
        std::filesystem::remove(path);
        QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().detail.c_str());
        QVERIFY(loaded->network->criticScores(input.targets) == scores);
        // Alone a profile has the score it has among others only where the critic sees single profiles.
        const VectorD alone = run->network->criticScores(input.targets.topRows(1));
        QCOMPARE(std::abs(alone[0] - scores[0]) < 1e-5, kind == DiscriminatorKind::ReactionGraph);
    }
}

void TestGenerate::noCriticWhereNoneWasTrained()
{
    GanOptions options = smallOptions(0);
    options.criticSteps = 0;
    const GanInput input = trainingInput();
    const auto run = trainGan(input, options, {});
    QVERIFY(run.ok());
    QCOMPARE(run->network->criticScores(input.targets).size(), Index(0));
}

void TestGenerate::olderFilesHaveNoCritic()
{
    const auto loaded = loadNetwork(std::string(PATHGAN_TEST_DATA) + "/gan/network_version2.pt");
    QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().detail.c_str());
    QCOMPARE(loaded->network->noiseSize(), 0);
    QCOMPARE(loaded->network->criticScores(loaded->predicted).size(), Index(0));
}

void TestGenerate::networksWithNoise_data()
{
    QTest::addColumn<bool>("projected");
    QTest::newRow("pathway tokens") << false;
    QTest::newRow("projected attention") << true;
}

void TestGenerate::networksWithNoise()
{
    QFETCH(bool, projected);
    const GanInput input = trainingInput();
    const auto kind = projected ? GeneratorKind::ProjectedAttention : GeneratorKind::PathwayTokens;
    const auto run = trainGan(input, smallOptions(4, kind), {});
    QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
    const TrainedNetwork &network = *run->network;
    MatrixF x(10, static_cast<Index>(network.genes().size()));
    for (Index g = 0; g < x.cols(); ++g) {
        const auto at =
            std::find(input.genes.begin(), input.genes.end(), network.genes()[static_cast<std::size_t>(g)]);
        x.col(g) = input.expression.col(at - input.genes.begin()).head(10);
    }
    NormalRandom random(1);
    MatrixF noise(10, 4);
    for (Index i = 0; i < noise.size(); ++i)
        noise.data()[i] = static_cast<float>(random.normal());
    const MatrixD with = network.generate({}, x, noise);
    QVERIFY(with == network.generate({}, x, noise));
    QVERIFY(with != network.predict(x)); // which has none
    QVERIFY(network.generate({}, x, MatrixF::Zero(10, 4)) == network.predict(x));
    QVERIFY(network.generate({}, x, {}) == network.predict(x));

    const auto again = trainGan(input, smallOptions(4, kind), {});
    QVERIFY(again.ok() && again->predicted == run->predicted);
    const auto path = std::filesystem::temp_directory_path() /
                      ("pathgan-noise-" + std::to_string(QCoreApplication::applicationPid()) + ".pt");
    QVERIFY(network.save(path).ok());
    const auto loaded = loadNetwork(path);
    std::filesystem::remove(path);
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->network->noiseSize(), 4);
    QVERIFY(loaded->network->generate({}, x, noise) == with);
}

PATHGAN_TEST(TestGenerate)
#include "tst_generate.moc"
