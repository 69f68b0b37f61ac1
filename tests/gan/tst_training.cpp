// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/archivecheck.h"
#include "core/gan/gan.h"
#include "tests/support/normalrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <numeric>
#include <sstream>

using namespace pathgan;

namespace {

/// 90 samples × 80 genes in two cohorts; targets follow genes of one set, but for one constant reaction.
GanInput madeInput(std::uint64_t seed = 5)
{
    NormalRandom random(seed);
    GanInput input;
    const Index samples = 90, genes = 80;
    input.expression.resize(samples, genes);
    input.targets.resize(samples, 6);
    for (Index i = 0; i < samples; ++i) {
        input.samples.push_back("s" + std::to_string(i));
        input.patients.push_back("p" + std::to_string(i));
        input.cohortLabels.push_back(i % 2 ? "odd" : "even");
        const double shared = random.normal();
        for (Index g = 0; g < genes; ++g)
            input.expression(i, g) = float(6 + random.normal() + (g < 15 ? shared : 0));
        for (Index r = 0; r < 6; ++r)
            input.targets(i, r) = std::pow(10.0, 1 + 0.4 * shared + 0.3 * (input.expression(i, r) - 6) +
                                                     0.05 * random.normal());
        input.targets(i, 4) = 0; // constant, below the least flux of the log scale
    }
    for (Index g = 0; g < genes; ++g)
        input.genes.push_back("g" + std::to_string(g));
    for (int r = 0; r < 6; ++r)
        input.reactions.push_back("r" + std::to_string(r));
    for (int set = 0; set < 4; ++set) {
        input.sets.sets.push_back({"set " + std::to_string(set), "", {}});
        std::vector<Index> members(15);
        std::iota(members.begin(), members.end(), Index(set) * 15);
        input.setGenes.push_back(members);
    }
    input.inputHashes = {{"expression", "abc"}};
    return input;
}

GanOptions smallOptions()
{
    GanOptions options = GanOptions::fromPreset(GanPreset::Quick);
    options.tokenSize = 16;
    options.hidden = 32;
    options.channels = 8;
    options.criticSteps = 1;
    options.epochs = 25;
    options.patience = 0;
    return options;
}

bool same(const GanRun &a, const GanRun &b)
{
    if (a.history.size() != b.history.size() || a.predicted != b.predicted)
        return false;
    for (std::size_t i = 0; i < a.history.size(); ++i) {
        const GanEpoch &x = a.history[i], &y = b.history[i];
        if (x.generatorLoss != y.generatorLoss || x.criticLoss != y.criticLoss ||
            x.gradientPenalty != y.gradientPenalty || x.validationMse != y.validationMse)
            return false;
    }
    return a.test.pearson == b.test.pearson && a.bestEpoch == b.bestEpoch;
}

std::string bytesOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

} // namespace

class TestTraining : public QObject
{
    Q_OBJECT

private:
    GanInput m_input = madeInput();
    std::shared_ptr<GanRun> m_run;
    std::filesystem::path m_folder;

private slots:
    void initTestCase()
    {
        m_folder = std::filesystem::temp_directory_path() /
                   ("pathgan-training-" + std::to_string(QCoreApplication::applicationPid()));
        std::filesystem::create_directories(m_folder);
        int epochs = 0;
        auto run = trainGan(m_input, smallOptions(), {}, [&](const GanEpoch &epoch) {
            ++epochs;
            QCOMPARE(epoch.epoch, epochs);
        });
        QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
        QCOMPARE(epochs, 25);
        m_run = std::make_shared<GanRun>(*run);
    }

    void cleanupTestCase() { std::filesystem::remove_all(m_folder); }

    void learnsWhatIsThere()
    {
        QVERIFY2(m_run->test.pearson > 0.5, std::to_string(m_run->test.pearson).c_str());
        QVERIFY(m_run->test.pearsonWithin > 0.4);
        QCOMPARE(m_run->test.constantReactions, 1U);
        QVERIFY(std::isnan(m_run->test.byReaction[4]));
        QCOMPARE(m_run->bestEpoch, 25);
        QVERIFY(!m_run->stoppedEarly);
        QCOMPARE(m_run->trainSamples.size() + m_run->validationSamples.size() + m_run->testSamples.size(),
                 90U);
    }

    void constantReactionStaysConstant()
    {
        for (Index i = 0; i < m_run->predicted.rows(); ++i)
            QCOMPARE(m_run->predicted(i, 4), 0.0);
    }

    void shuffledPairsTeachNothing()
    {
        double sum = 0;
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            GanInput shuffled = m_input;
            NormalRandom random(seed, 9);
            const auto order = random.permutation(shuffled.samples.size());
            for (std::size_t i = 0; i < order.size(); ++i)
                shuffled.targets.row(Index(i)) = m_input.targets.row(Index(order[i]));
            GanOptions options = smallOptions();
            options.seed = seed;
            options.epochs = 15;
            auto run = trainGan(shuffled, options, {});
            QVERIFY(run.ok());
            sum += run->test.pearson;
        }
        QVERIFY2(std::abs(sum / 5) < 0.25, std::to_string(sum / 5).c_str());
    }

    void sameSeedSameRun()
    {
        auto again = trainGan(m_input, smallOptions(), {});
        QVERIFY(again.ok() && same(*m_run, *again));
        GanOptions other = smallOptions();
        other.seed = 2;
        auto different = trainGan(m_input, other, {});
        QVERIFY(different.ok() && !same(*m_run, *different));
    }

    void gradientIsTheSlope()
    {
        const TrainedNetwork &network = *m_run->network;
        QCOMPARE(network.genes().size(), 80U);
        MatrixF x = m_input.expression.topRows(3);
        MatrixF gradient;
        const VectorD value = network.meanOutput(x, &gradient);
        QVERIFY((value - network.meanOutput(x, nullptr)).cwiseAbs().maxCoeff() < 1e-6);
        const float h = 0.01F;
        std::vector<double> errors; // 240 slopes; where a step crosses a kink of a ReLU, they may differ
        for (Index gene = 0; gene < 80; ++gene) {
            MatrixF up = x, down = x;
            up.col(gene).array() += h;
            down.col(gene).array() -= h;
            const VectorD slope =
                (network.meanOutput(up, nullptr) - network.meanOutput(down, nullptr)) / (2.0 * double(h));
            for (Index row = 0; row < 3; ++row)
                errors.push_back(std::abs(slope[row] - double(gradient(row, gene))));
        }
        std::sort(errors.begin(), errors.end());
        QVERIFY2(errors[216] < 1e-4, qPrintable(QString::number(errors[216]))); // nine of ten
        QVERIFY2(errors.back() < 2e-2, qPrintable(QString::number(errors.back())));
        QVERIFY(gradient.cwiseAbs().maxCoeff() > 1e-2);
    }

    void meanOutputIsTheMeanOfOutputs()
    {
        const TrainedNetwork &network = *m_run->network;
        const MatrixF x = m_input.expression.topRows(4);
        VectorD sum = VectorD::Zero(4);
        MatrixF total = MatrixF::Zero(4, 80), gradient;
        for (const int reaction : {0, 1, 2, 3, 5}) {
            sum += network.output(reaction, x, &gradient);
            total += gradient;
        }
        MatrixF mean;
        QVERIFY((sum / 5 - network.meanOutput(x, &mean)).cwiseAbs().maxCoeff() < 1e-5);
        QVERIFY((total / 5 - mean).cwiseAbs().maxCoeff() < 1e-5);
        QCOMPARE(network.output(4, x, &gradient).cwiseAbs().maxCoeff(), 0.0);
        QCOMPARE(gradient.cwiseAbs().maxCoeff(), 0.0F);
    }

    void missingGeneIsItsTrainingMean()
    {
        MatrixF x = m_input.expression.topRows(1), gap = x;
        double mean = 0;
        for (const int row : m_run->trainSamples)
            mean += m_input.expression(row, 3) / double(m_run->trainSamples.size());
        x(0, 3) = float(mean);
        gap(0, 3) = NAN;
        QVERIFY((m_run->network->predict(x) - m_run->network->predict(gap)).cwiseAbs().maxCoeff() < 1e-3);
    }

    void attentionSharesSumToOne()
    {
        const TrainedNetwork &network = *m_run->network;
        QCOMPARE(network.tokens().size(), 5U);
        QCOMPARE(network.tokens().back(), std::string("(no set)"));
        const PathwayAttention attention = network.attention(m_input.expression);
        QVERIFY(attention.tokens == network.tokens() && attention.byHead.size() == 4U);
        const MatrixD &shares = attention.received;
        QCOMPARE(shares.cols(), 5);
        QVERIFY((shares.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-5);
        // Received is the mean over what asks, in one sample, in some and in all.
        for (const std::vector<Index> &rows : {std::vector<Index>{3}, {0, 5, 7}, {}}) {
            const MatrixD pairs = attention.pairsOf(rows);
            QVERIFY((pairs.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-5);
            const VectorD mean = pairs.colwise().mean().transpose();
            QVERIFY((mean - attention.receivedBy(rows)).cwiseAbs().maxCoeff() < 1e-6);
        }
        MatrixD heads = MatrixD::Zero(5, 5);
        for (const MatrixD &head : attention.byHead) {
            QVERIFY((head.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-5);
            heads += head / 4;
        }
        QVERIFY((heads - attention.pairsOf({})).cwiseAbs().maxCoeff() < 1e-6);
        const MatrixD scores = network.attentionGeneScores(m_input.expression);
        QCOMPARE(scores.cols(), 80);
        QVERIFY(scores.minCoeff() >= 0 && scores.maxCoeff() > 0);
    }

    void evenAttentionCountsEveryToken()
    {
        QVERIFY(std::abs(effectiveCount(VectorD::Constant(7, 1.0 / 7)) - 7) < 1e-12);
        VectorD one = VectorD::Zero(7);
        one[2] = 1;
        QCOMPARE(effectiveCount(one), 1.0);
        one << 0.5, 0.5, 0, 0, 0, 0, 0;
        QVERIFY(std::abs(effectiveCount(one) - 2) < 1e-12);
    }

    /// Mann–Whitney of 1, 2, 3 against 4, 5, 6: exact p 0.1 (Mann & Whitney 1947, table for n = m = 3, U =
    /// 0).
    void attentionIsComparedBetweenGroups()
    {
        PathwayAttention attention{{"a", "b", "c", "d", "e", "f"}, {"apart", "equal"}, {}, {}, {}};
        attention.received.resize(6, 2);
        attention.received << 1, 5, 2, 5, 3, 5, 4, 5, 5, 5, 6, 5;
        const auto compared = compareAttention(attention, {"NO", "NO", "NO", "YES", "YES", "YES"}, {});
        QVERIFY(compared.ok());
        QVERIFY(std::abs((*compared)[0].overallP - 0.1) < 1e-12);
        QVERIFY(std::abs((*compared)[0].acrossP - 0.1) < 1e-12); // the other has none
        QVERIFY(std::isnan((*compared)[1].overallP) && !(*compared)[1].note().empty());
    }

    void savedNetworkIsTheSame()
    {
        const auto path = m_folder / "model.pt", copy = m_folder / "other name.pt";
        QVERIFY(m_run->network->save(path).ok());
        auto loaded = loadNetwork(path);
        QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().detail.c_str());
        QVERIFY(same(*m_run, *loaded));
        QVERIFY(loaded->network->predict(m_input.expression) == m_run->network->predict(m_input.expression));
        QVERIFY(loaded->samples == m_run->samples && loaded->reactions == m_run->reactions);
        QVERIFY(loaded->testSamples == m_run->testSamples);
        QVERIFY(loaded->inputHashes == m_input.inputHashes);
        QVERIFY(loaded->warnings == m_run->warnings);
        QCOMPARE(loaded->options.tokenSize, 16);
        QCOMPARE(loaded->baselines.ridge.pearson, m_run->baselines.ridge.pearson);
        QVERIFY(std::isnan(loaded->test.byReaction[4]));
        QVERIFY(loaded->network->save(copy).ok());
        QVERIFY(bytesOf(path) == bytesOf(copy));
        QVERIFY(!m_run->network->save(m_folder / "no such folder" / "model.pt").ok());
    }

    void badFiles()
    {
        const auto path = m_folder / "bad.pt";
        const auto codeOf = [&](const std::string &bytes) {
            std::ofstream(path, std::ios::binary) << bytes;
            auto loaded = loadNetwork(path);
            return loaded ? ErrorCode::Internal : loaded.error().code;
        };
        QVERIFY(codeOf("") == ErrorCode::FileEmpty);
        QVERIFY(codeOf("gene\tsample\n") == ErrorCode::UnknownFormat);
        QVERIFY(m_run->network->save(m_folder / "whole.pt").ok());
        const std::string whole = bytesOf(m_folder / "whole.pt");
        QVERIFY(codeOf(whole.substr(0, whole.size() / 2)) == ErrorCode::FileTruncated);
        auto none = loadNetwork(m_folder / "none.pt");
        QVERIFY(!none.ok() && none.error().code == ErrorCode::FileNotFound);
    }

    void flippedBitsAreFound()
    {
        const auto path = m_folder / "flipped.pt";
        QVERIFY(m_run->network->save(path).ok());
        const std::string whole = bytesOf(path);
        QVERIFY(checkedArchive(whole).ok());
        const std::size_t meta = whole.find("pathgan-network");
        QVERIFY(meta != std::string::npos);
        std::vector<std::size_t> places = {0,
                                           5,
                                           meta,
                                           meta + 40,
                                           whole.size() - 1,
                                           whole.size() - 70,
                                           whole.size() - 81,
                                           whole.size() - 100};
        for (std::size_t at = 11; at < whole.size(); at += whole.size() / 150)
            places.push_back(at);
        for (const std::size_t at : places) {
            std::string flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
            const auto checked = checkedArchive(flipped);
            QVERIFY2(!checked.ok(), std::to_string(at).c_str());
            QVERIFY(checked.error().code == ErrorCode::FileTruncated);
        }
        std::string flipped = whole;
        flipped[whole.size() / 2] = static_cast<char>(flipped[whole.size() / 2] ^ 64);
        std::ofstream(path, std::ios::binary) << flipped;
        const auto loaded = loadNetwork(path);
        QVERIFY(!loaded.ok() && loaded.error().code == ErrorCode::FileTruncated);
        QVERIFY(loaded.error().detail.find("flipped.pt") != std::string::npos);
    }

    /// Files of earlier versions have the CRC-32 of each entry only: a bit that is not in an entry may flip
    /// unseen, but changes nothing.
    void flippedBitsWithoutComment()
    {
        const auto path = m_folder / "earlier.pt";
        QVERIFY(m_run->network->save(path).ok());
        const auto plain = checkedArchive(bytesOf(path));
        QVERIFY(plain.ok());
        QVERIFY(checkedArchive(*plain).ok());
        std::ofstream(path, std::ios::binary) << *plain;
        QVERIFY(loadNetwork(path).ok());
        const MatrixD expected = m_run->network->predict(m_input.expression);
        int refused = 0, tried = 0;
        for (std::size_t at = 7; at < plain->size(); at += plain->size() / 60) {
            std::string flipped = *plain;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
            std::ofstream(path, std::ios::binary) << flipped;
            const auto loaded = loadNetwork(path);
            ++tried;
            if (!loaded)
                ++refused;
            else
                QVERIFY2(loaded->network->predict(m_input.expression) == expected,
                         std::to_string(at).c_str());
        }
        QVERIFY2(refused > tried / 2, std::to_string(refused).c_str());
    }

    void cancelForgets()
    {
        auto control = std::make_shared<TaskControl>();
        int epochs = 0;
        auto run = trainGan(m_input, smallOptions(), TaskContext(control, {}), [&](const GanEpoch &) {
            if (++epochs == 3)
                control->requestStop(StopKind::Cancel);
        });
        QVERIFY(!run.ok() && run.error().code == ErrorCode::Cancelled);
        QCOMPARE(epochs, 3);
    }

    void keepKeeps()
    {
        auto control = std::make_shared<TaskControl>();
        std::vector<Progress> reports;
        auto run = trainGan(m_input, smallOptions(),
                            TaskContext(control, [&](const Progress &p) { reports.push_back(p); }),
                            [&](const GanEpoch &epoch) {
                                if (epoch.epoch == 4)
                                    control->requestStop(StopKind::Keep);
                            });
        QVERIFY(run.ok());
        QVERIFY(run->stoppedEarly);
        QCOMPARE(run->history.size(), 4U);
        QVERIFY(run->network && run->predicted.allFinite());
        QVERIFY(!reports.empty() && reports.back().phase == "Training" && reports.back().done == 4 &&
                reports.back().total == 25);
    }

    void patienceKeepsTheBest()
    {
        GanOptions options = smallOptions();
        options.epochs = 400;
        options.patience = 10;
        auto run = trainGan(m_input, options, {});
        QVERIFY(run.ok());
        QVERIFY(int(run->history.size()) < 400 && !run->stoppedEarly);
        QCOMPARE(int(run->history.size()), run->bestEpoch + 10);
        const auto best = std::max_element(
            run->history.begin(), run->history.end(),
            [](const GanEpoch &a, const GanEpoch &b) { return a.validationPearson < b.validationPearson; });
        QCOMPARE(best->epoch, run->bestEpoch);
        MatrixD truth(Index(run->validationSamples.size()), 6), predicted = truth;
        for (std::size_t i = 0; i < run->validationSamples.size(); ++i) {
            truth.row(Index(i)) = m_input.targets.row(run->validationSamples[i]);
            predicted.row(Index(i)) = run->predicted.row(run->validationSamples[i]);
        }
        const double r = scorePredictions(truth, predicted, {}, TargetScale::Log10).pearson;
        QVERIFY(std::abs(r - best->validationPearson) < 1e-5);
    }

    void everyKindOfNetworkTrains()
    {
        for (const auto generator : {GeneratorKind::PathwayTokens, GeneratorKind::ProjectedAttention})
            for (const auto discriminator : {DiscriminatorKind::ReactionGraph, DiscriminatorKind::BatchKnn})
                for (const auto lipschitz :
                     {Lipschitz::None, Lipschitz::WeightClipping, Lipschitz::GradientPenalty}) {
                    GanOptions options = smallOptions();
                    options.generator = generator;
                    options.discriminator = discriminator;
                    options.lipschitz = lipschitz;
                    options.projection = 16;
                    options.epochs = 2;
                    auto run = trainGan(m_input, options, {});
                    QVERIFY(run.ok());
                    QVERIFY((run->history[0].gradientPenalty > 0) ==
                            (lipschitz == Lipschitz::GradientPenalty));
                    const bool tokens = generator == GeneratorKind::PathwayTokens;
                    QCOMPARE(run->network->attention(m_input.expression).received.size() > 0, tokens);
                    QVERIFY(run->network->save(m_folder / "kind.pt").ok());
                    auto loaded = loadNetwork(m_folder / "kind.pt");
                    QVERIFY(loaded.ok() && same(*run, *loaded));
                }
    }

    void learnsFromPairsWithoutACritic()
    {
        GanOptions options = smallOptions();
        options.criticSteps = 0;
        options.pairedWeight = 0;
        QVERIFY(!options.check()); // nothing is left to learn from
        options.pairedWeight = 50;
        auto run = trainGan(m_input, options, {});
        QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
        for (const GanEpoch &epoch : run->history)
            QVERIFY(epoch.generatorLoss == 0 && epoch.criticLoss == 0 && epoch.gradientPenalty == 0);
        QVERIFY(run->test.pearson > 0.5);
        QVERIFY(std::none_of(run->warnings.begin(), run->warnings.end(), [](const std::string &warning) {
            return warning.find("critic") != std::string::npos;
        }));
    }

    void endsWithAnUnboundCritic()
    {
        GanOptions options = smallOptions();
        options.lipschitz = Lipschitz::None;
        options.learningRate = 0.1;
        options.criticSteps = 20;
        options.channels = 32;
        options.pairedWeight = 0;
        options.epochs = 200;
        auto run = trainGan(m_input, options, {});
        QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
        const auto says = [&](const char *words) {
            return std::any_of(run->warnings.begin(), run->warnings.end(), [&](const std::string &warning) {
                return warning.find(words) != std::string::npos;
            });
        };
        QVERIFY(says("1e6") && says("diverged"));
        QVERIFY(int(run->history.size()) < 200 && !run->stoppedEarly);
        QVERIFY(run->bestEpoch >= 1 && run->bestEpoch < int(run->history.size()));
        QVERIFY(run->predicted.allFinite() && std::abs(run->history.back().criticLoss) > 1e6);
        QVERIFY(std::abs(run->history[std::size_t(run->bestEpoch) - 1].criticLoss) <= 1e6);
    }

    void divergesBeforeAnyEpochIsGood()
    {
        GanOptions options = smallOptions();
        options.lipschitz = Lipschitz::None;
        options.learningRate = 1;
        options.criticSteps = 100;
        options.channels = 32;
        options.pairedWeight = 0;
        const auto run = trainGan(m_input, options, {});
        QVERIFY(!run.ok() && run.error().code == ErrorCode::Diverged);
        QVERIFY2(run.error().detail.starts_with("epoch 1: a loss "), run.error().detail.c_str());
    }

    /// The only hidden unit dies at such a rate: every sample gets the same fluxes from then on.
    void endsWhereItCollapses_data()
    {
        QTest::addColumn<int>("patience");
        QTest::newRow("without patience") << 0;
        QTest::newRow("with patience") << 1000;
    }

    void endsWhereItCollapses()
    {
        QFETCH(int, patience);
        GanOptions options = smallOptions();
        options.hidden = 1;
        options.learningRate = 0.3;
        options.criticSteps = 0;
        options.weightAverage = 0;
        options.epochs = 2000;
        options.patience = patience;
        const auto run = trainGan(m_input, options, {});
        QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
        QVERIFY(std::any_of(run->warnings.begin(), run->warnings.end(), [](const std::string &warning) {
            return warning.starts_with("Training was ended by mode collapse");
        }));
        const int epochs = int(run->history.size());
        QVERIFY(epochs < 2000 && run->bestEpoch >= 1 && run->bestEpoch <= epochs - 10 && !run->stoppedEarly);
        if (patience == 0)
            QCOMPARE(run->bestEpoch, epochs - 10);
        const VectorD fluxes = run->predicted.col(0);
        QVERIFY(fluxes.maxCoeff() > 1.2 * fluxes.minCoeff());
    }

    void stopsByTheMetricAskedFor()
    {
        for (const StopMetric metric : {StopMetric::Pearson, StopMetric::Mse}) {
            GanOptions options = smallOptions();
            options.stopMetric = metric;
            options.epochs = 200;
            options.patience = 5;
            options.learningRate = 0.02;
            const auto run = trainGan(m_input, options, {});
            QVERIFY(run.ok());
            int best = 0;
            double score = -std::numeric_limits<double>::infinity();
            for (const GanEpoch &epoch : run->history) {
                const double own = metric == StopMetric::Mse ? -epoch.validationMse : epoch.validationPearson;
                if (own > score) {
                    score = own;
                    best = epoch.epoch;
                }
            }
            QCOMPARE(run->bestEpoch, best);
            QVERIFY(int(run->history.size()) == 200 || int(run->history.size()) == best + options.patience);
        }
    }

    void refusesConstantTargets()
    {
        GanInput constant = m_input;
        constant.targets.setConstant(755.0032);
        auto run = trainGan(constant, smallOptions(), {});
        QVERIFY(!run.ok() && run.error().code == ErrorCode::ConstantTargets);
        GanOptions bad;
        bad.epochs = 0;
        auto refused = trainGan(m_input, bad, {});
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::InvalidOption);
    }

    void saysWhatComputes()
    {
        auto text = backendDescription();
        QVERIFY(text.ok() && text->find("LibTorch") == 0);
    }
};

PATHGAN_TEST(TestTraining)
#include "tst_training.moc"
