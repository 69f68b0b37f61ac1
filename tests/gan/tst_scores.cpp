// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/gan.h"
#include "core/gan/prepared_p.h"
#include "tests/support/normalrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace pathgan;

class TestScores : public QObject
{
    Q_OBJECT

    /// 60 samples × 40 genes; one target is linear in two genes, one constant, one noise.
    static GanInput linearInput()
    {
        NormalRandom random(7);
        GanInput input;
        const Index samples = 60, genes = 40;
        input.expression.resize(samples, genes);
        input.targets.resize(samples, 3);
        for (Index i = 0; i < samples; ++i) {
            input.samples.push_back("s" + std::to_string(i));
            input.patients.push_back("p" + std::to_string(i));
            for (Index g = 0; g < genes; ++g)
                input.expression(i, g) = float(5 + random.normal());
            input.targets(i, 0) = std::pow(10.0, 0.5 * input.expression(i, 0) - 0.3 * input.expression(i, 1));
            input.targets(i, 1) = 12.5;
            input.targets(i, 2) = std::pow(10.0, random.normal());
        }
        for (Index g = 0; g < genes; ++g)
            input.genes.push_back("g" + std::to_string(g));
        input.reactions = {"linear", "constant", "noise"};
        return input;
    }

private slots:
    void splitKeepsPatientsTogether()
    {
        std::vector<std::string> patients;
        for (int i = 0; i < 200; ++i)
            patients.push_back("p" + std::to_string(i % 100));
        const SampleSplit split = splitByPatient(patients, 0.7, 0.15, 3);
        QCOMPARE(split.train.size(), 140U);
        QCOMPARE(split.validation.size(), 30U);
        QCOMPARE(split.test.size(), 30U);
        std::set<std::string> seen;
        for (const auto *part : {&split.train, &split.validation, &split.test}) {
            std::set<std::string> here;
            for (const int i : *part)
                here.insert(patients[std::size_t(i)]);
            for (const auto &patient : here)
                QVERIFY2(seen.insert(patient).second, patient.c_str());
        }
        QCOMPARE(seen.size(), 100U);
        QVERIFY(split.test == splitByPatient(patients, 0.7, 0.15, 3).test);
        QVERIFY(split.test != splitByPatient(patients, 0.7, 0.15, 4).test);
    }

    void scoresByHand()
    {
        MatrixD truth(4, 3), predicted(4, 3);
        truth << 1, 5, 1, 2, 5, 10, 3, 5, 100, 4, 5, 1000;
        predicted << 2, 1, 7, 4, 2, 7, 5, 3, 7, 9, 4, 7;
        const HeldOut plain = scorePredictions(truth, predicted, {}, TargetScale::AsIs);
        QVERIFY(std::abs(plain.byReaction[0] - 0.9647638212377322) < 1e-12); // 11/√(5·26)
        QVERIFY(std::isnan(plain.byReaction[1]));
        QCOMPARE(plain.byReaction[2], 0.0);
        QCOMPARE(plain.constantReactions, 1U);
        QVERIFY(std::abs(plain.pearson - 0.9647638212377322 / 2) < 1e-12);
        QVERIFY(std::isnan(plain.pearsonWithin));
    }

    void fitByHand()
    {
        MatrixD truth(4, 2), predicted(4, 2), limits(4, 2);
        truth << 1, 5, 2, 5, 3, 5, 4, 5;
        predicted << 2, -1, 4, 5, 6, 5, 8, 7;
        limits.setConstant(6);
        const HeldOut scores = scorePredictions(truth, predicted, {}, TargetScale::AsIs, limits);
        const FitScores &fit = scores.fitByReaction[0];
        QCOMPARE(fit.r2, 1 - 30.0 / 5); // errors 1, 2, 3, 4; Σ(y − 2.5)² = 5
        QCOMPARE(fit.slope, 0.5);
        QVERIFY(std::abs(fit.intercept) < 1e-15);
        QCOMPARE(fit.rmse, std::sqrt(30.0 / 4));
        QCOMPARE(fit.wasserstein, 2.5);
        QCOMPARE(fit.spreadRatio, 2.0);
        QCOMPARE(fit.outside, 0.25);
        QVERIFY(std::isnan(scores.fitByReaction[1].r2) && std::isnan(scores.fitByReaction[1].rmse));
        QCOMPARE(scores.fitByReaction[1].outside, 0.5);
        QCOMPARE(scores.fit.rmse, fit.rmse);
        QCOMPARE(scores.fit.outside, 0.375);
        // Order does not matter to the distance of distributions; a constant prediction has no slope.
        predicted.col(0) << 4, 3, 2, 1;
        predicted.col(1).setConstant(5);
        const HeldOut turned = scorePredictions(truth, predicted, {}, TargetScale::AsIs);
        QCOMPARE(turned.fitByReaction[0].wasserstein, 0.0);
        QCOMPARE(turned.fitByReaction[0].slope, -1.0);
        predicted.col(0).setConstant(2.5);
        const HeldOut flat = scorePredictions(truth, predicted, {}, TargetScale::AsIs);
        QVERIFY(std::isnan(flat.fitByReaction[0].slope) && flat.fitByReaction[0].r2 == 0);
        QCOMPARE(flat.fitByReaction[0].spreadRatio, 0.0);
    }

    void scoresOnLogScale()
    {
        MatrixD truth(4, 1), predicted(4, 1);
        truth << 0.0, 0.01, 0.1, 1; // 0 counts as 1e-3
        predicted << 0.002, 0.02, 0.2, 2;
        const HeldOut scores = scorePredictions(truth, predicted, {}, TargetScale::Log10);
        QVERIFY(std::abs(scores.pearson - 1) < 1e-12);
        QVERIFY(std::abs(scores.mse - std::pow(std::log10(2.0), 2)) < 1e-12);
        QVERIFY(scores.pearsonPlain > 0.99 && scores.pearsonPlain < 1);
    }

    void withinCohortIgnoresTheirMeans()
    {
        // Between the cohorts the prediction is perfect, within them it is the wrong way round.
        MatrixD truth(6, 1), predicted(6, 1);
        truth << 1, 2, 3, 101, 102, 103;
        predicted << 3, 2, 1, 103, 102, 101;
        const std::vector<std::string> labels{"a", "a", "a", "b", "b", "b"};
        const HeldOut scores = scorePredictions(truth, predicted, labels, TargetScale::AsIs);
        QVERIFY(scores.pearson > 0.99);
        QVERIFY(std::abs(scores.pearsonWithin + 1) < 1e-12);
    }

    void baselines()
    {
        GanInput input = linearInput();
        const SampleSplit split = splitByPatient(input.patients, 0.7, 0.15, 1);
        auto scores = scoreBaselines(input, split, TargetScale::Log10, 1);
        QVERIFY(scores.ok());
        QVERIFY(scores->ridge.byReaction[0] > 0.8); // 42 samples, 40 genes
        QVERIFY(std::isnan(scores->ridge.byReaction[1]));
        QVERIFY(scores->ridge.byReaction[0] > scores->nearest.byReaction[0]);
        QCOMPARE(scores->meanOnly.byReaction[0], 0.0);
        QVERIFY(scores->meanOnly.mse > scores->ridge.mse * 0.5);

        // Shuffled pairs teach nothing; the scores of rules can be all there is to know.
        QVERIFY(!scores->ruleRidge && !scores->cohortMean);
        QVERIFY(std::abs(scores->shuffled->byReaction[0]) < 0.7 && scores->shuffled->mse > scores->ridge.mse);
        input.ruleScores = input.targets.array().max(1e-9).log10();
        for (Index i = 0; i < input.expression.rows(); ++i)
            input.cohortLabels.push_back(input.targets(i, 0) > 10 ? "high" : "low");
        auto more = scoreBaselines(input, split, TargetScale::Log10, 1);
        QVERIFY(more.ok() && more->ruleRidge->byReaction[0] > 0.99);
        QVERIFY(more->cohortMean->byReaction[0] > 0.5);
        double squares = 0; // by hand, of the first reaction
        for (const int row : split.test) {
            double sum = 0, count = 0;
            for (const int other : split.train)
                if (input.cohortLabels[std::size_t(other)] == input.cohortLabels[std::size_t(row)]) {
                    sum += std::log10(input.targets(other, 0));
                    ++count;
                }
            squares += std::pow(sum / count - std::log10(input.targets(row, 0)), 2);
        }
        const double rmse = std::sqrt(squares / double(split.test.size()));
        QVERIFY(std::abs(more->cohortMean->fitByReaction[0].rmse - rmse) < 1e-9);
        QCOMPARE(more->shuffled->mse, scores->shuffled->mse);

        TaskContext cancelled = [] {
            auto control = std::make_shared<TaskControl>();
            control->requestStop(StopKind::Cancel);
            return TaskContext(control, {});
        }();
        auto none = scoreBaselines(input, split, TargetScale::Log10, 1, cancelled);
        QVERIFY(!none.ok() && none.error().code == ErrorCode::Cancelled);
    }

    void preparationSeesTrainingSamplesOnly()
    {
        GanInput input = linearInput();
        GanOptions options;
        options.genes = 10;
        auto before = prepareTraining(input, options);
        QVERIFY(before.ok());
        QCOMPARE(before->frame.genes.size(), 10U);
        for (const auto *part : {&before->split.validation, &before->split.test})
            for (const int row : *part) {
                input.expression.row(row) *= 50;
                input.targets.row(row) *= 1000;
            }
        auto after = prepareTraining(input, options);
        QVERIFY(after.ok());
        QVERIFY(before->frame.genes == after->frame.genes);
        QVERIFY(before->frame.geneMean == after->frame.geneMean);
        QVERIFY(before->frame.targetSd == after->frame.targetSd);
        QVERIFY(before->frame.edges == after->frame.edges);
        QVERIFY(before->frame.varying == (std::vector<int>{0, 2}));
        // Mean 0, sd (ddof 0) 1 over the training samples.
        double sum = 0, squares = 0;
        for (const int row : before->split.train) {
            sum += before->inputs(row, 3);
            squares += double(before->inputs(row, 3)) * before->inputs(row, 3);
        }
        const auto n = double(before->split.train.size());
        QVERIFY(std::abs(sum / n) < 1e-5);
        QVERIFY(std::abs(squares / n - 1) < 1e-5);
    }

    void missingExpressionIsTheMean()
    {
        GanInput input = linearInput();
        input.expression(2, 5) = NAN;
        GanOptions options;
        auto set = prepareTraining(input, options);
        QVERIFY(set.ok());
        QCOMPARE(set->inputs(2, 5), 0.0F);
        QVERIFY(set->inputs.allFinite());
    }

    void tokensAndTheRest()
    {
        GanInput input = linearInput();
        input.sets.sets = {{"A", "", {}}, {"too small", "", {}}};
        input.setGenes = {{0, 1, 2, 3, 4, 5}, {6, 7}};
        GanOptions options;
        auto set = prepareTraining(input, options);
        QVERIFY(set.ok());
        QVERIFY(set->frame.tokens == (std::vector<std::string>{"A", "(no set)"}));
        QCOMPARE(set->frame.tokenGenes[1].size(), 34U);
    }

    void reactionGraph()
    {
        GanInput input = linearInput();
        GanOptions options;
        options.neighbours = 1;
        auto alone = prepareTraining(input, options);
        QVERIFY(alone.ok());
        QVERIFY(alone->frame.edges == (std::vector<std::pair<int, int>>{{0, 1}, {1, 0}})); // k-NN
        input.reactionEdges = {{0, 1}, {2, 2}, {0, 9}}; // with a constant one, a loop, out of range
        auto joined = prepareTraining(input, options);
        QVERIFY(joined.ok());
        QVERIFY(joined->frame.edges == alone->frame.edges);
    }

    void refusals()
    {
        GanInput input = linearInput();
        GanOptions options;
        GanInput constant = input;
        constant.targets.setConstant(755.0032);
        auto refused = prepareTraining(constant, options);
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::ConstantTargets);

        GanInput missing = input;
        missing.targets(3, 2) = NAN;
        refused = prepareTraining(missing, options);
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::MissingValue);
        QVERIFY(refused.error().detail.find("s3 noise") != std::string::npos);

        GanInput few = input;
        for (auto &patient : few.patients)
            patient = "the only one";
        refused = prepareTraining(few, options);
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::TooFewSamples);

        GanInput flat = input;
        flat.expression.setConstant(3);
        refused = prepareTraining(flat, options);
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::NoOverlap);
    }

    void options()
    {
        for (const char *name : {"paper", "recommended", "quick"}) {
            GanOptions options;
            options.seed = 42;
            QVERIFY(OptionsRef(options).setText("preset", name).ok());
            QVERIFY(options.check().ok());
            QCOMPARE(std::string(presetName(options.preset)), std::string(name));
            GanOptions same = GanOptions::fromPreset(options.preset);
            same.seed = 42; // it stays
            QVERIFY(differences(options, same).empty());
        }
        GanOptions none;
        QVERIFY(!OptionsRef(none).setText("preset", "Paper").ok());
        const GanOptions paper = GanOptions::fromPreset(GanPreset::Paper);
        QCOMPARE(paper.learningRate, 2e-4);
        QCOMPARE(paper.beta1, 0.5);
        QCOMPARE(paper.beta2, 0.999);
        QCOMPARE(paper.epochs, 100);
        QCOMPARE(paper.genes, 20'000);
        QCOMPARE(paper.heads, 4);
        QCOMPARE(paper.hidden, 256);
        QCOMPARE(paper.channels, 64);
        QCOMPARE(paper.neighbours, 5);
        QCOMPARE(paper.criticSteps, 1);
        QVERIFY(paper.lipschitz == Lipschitz::None && paper.pairedWeight == 0);
        GanOptions bad;
        bad.tokenSize = 30;
        QVERIFY(!bad.check().ok() && bad.check().error().detail.starts_with("token_size"));
        QVERIFY(!paper.bottleneckHead && GanOptions::fromPreset(GanPreset::Quick).bottleneckHead &&
                GanOptions().bottleneckHead);
        GanOptions set;
        for (const auto &[key, value] : {std::pair("bottleneck_head", "false"),
                                         {"bottleneck_sharpness", "12"},
                                         {"strict_scores", "true"},
                                         {"test_cohort", "LUAD"},
                                         {"gradient_weight", "7"}})
            QVERIFY2(OptionsRef(set).setText(key, value).ok(), key);
        QVERIFY(!set.bottleneckHead && set.bottleneckSharpness == 12 && set.strictScores &&
                set.testCohort == "LUAD" && set.gradientWeight == 7);
        QCOMPARE(differences(GanOptions(), set).size(), 5U);
        bad = {};
        bad.bottleneckSharpness = 0;
        QVERIFY(!bad.check().ok());
        bad = {};
        bad.learningRate = NAN;
        QVERIFY(!bad.check().ok());
        bad = {};
        bad.trainShare = 0.9;
        QVERIFY(!bad.check().ok());
    }
};

PATHGAN_TEST(TestScores)
#include "tst_scores.moc"
