// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/gan.h"
#include "tests/gan/duals.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <fstream>
#include <future>
#include <sstream>
#include <thread>

using namespace pathgan;
namespace fs = std::filesystem;
using Kind = CheckpointNews::Kind;

namespace {

/// Gradient penalty, gradient matching, averaged weights and dropout.
GanOptions matchingOptions()
{
    GanOptions options = GanOptions::fromPreset(GanPreset::Quick);
    options.tokenSize = 16;
    options.hidden = 32;
    options.channels = 8;
    options.epochs = 12;
    options.patience = 0;
    options.gradientWeight = 5;
    return options;
}

GanOptions paperOptions(Lipschitz lipschitz)
{
    GanOptions options = GanOptions::fromPreset(GanPreset::Paper);
    options.projection = 16;
    options.hidden = 32;
    options.channels = 8;
    options.lipschitz = lipschitz;
    options.epochs = 40;
    options.batchesPerEpoch = 2;
    return options;
}

std::string bytesOf(const fs::path &path)
{
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

void write(const fs::path &path, const std::string &bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// NaN where both are.
bool sameNumber(double a, double b)
{
    return a == b || (a != a && b != b);
}

bool sameHistory(const std::vector<GanEpoch> &a, const std::vector<GanEpoch> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const GanEpoch &x, const GanEpoch &y) {
        return x.epoch == y.epoch && sameNumber(x.generatorLoss, y.generatorLoss) &&
               sameNumber(x.criticLoss, y.criticLoss) && sameNumber(x.gradientPenalty, y.gradientPenalty) &&
               sameNumber(x.wasserstein, y.wasserstein) &&
               sameNumber(x.validationPearson, y.validationPearson) &&
               sameNumber(x.validationMse, y.validationMse) && sameNumber(x.gradientLoss, y.gradientLoss) &&
               sameNumber(x.validationGradientError, y.validationGradientError) &&
               sameNumber(x.validationGradientRatio, y.validationGradientRatio);
    });
}

} // namespace

class TestCheckpoints : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    GanInput m_input = DualCase::input();
    std::vector<CheckpointNews> m_news;
    std::vector<GanEpoch> m_heard;

    fs::path path(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

    GanCheckpoints checkpoints(double seconds)
    {
        return {path("c.unfinished"), seconds,
                [this](const CheckpointNews &news) { m_news.push_back(news); }};
    }

    Result<GanRun> train(const GanInput &input, const GanOptions &options, const GanCheckpoints &kept)
    {
        m_news.clear();
        return trainGan(input, options, {}, {}, kept);
    }

    /// stopAt: the epoch after which it is stopped; 0: never.
    Result<GanRun> train(const GanInput &input, const GanOptions &options, int stopAt = 0,
                         StopKind stop = StopKind::Cancel)
    {
        m_news.clear();
        m_heard.clear();
        const auto control = std::make_shared<TaskControl>();
        return trainGan(
            input, options, TaskContext(control, {}),
            [&](const GanEpoch &epoch) {
                m_heard.push_back(epoch);
                if (epoch.epoch == stopAt)
                    control->requestStop(stop);
            },
            checkpoints(1000));
    }

    /// The saved file holds weights, history, predictions and scores.
    std::string saved(const GanRun &run)
    {
        const fs::path file = path("network.pt");
        return run.network->save(file).ok() ? bytesOf(file) : std::string();
    }

    bool isOnly(Kind kind) const { return m_news.size() == 1 && m_news[0].kind == kind; }

private slots:
    void init() { removeCheckpoint(path("c.unfinished")); }

    void sameAsWithoutInterruption_data()
    {
        QTest::addColumn<int>("which");
        int which = 0;
        for (const char *name : {"matching", "patience", "plain Adam, no average", "paper", "paper, clipped",
                                 "paper, penalty and matching"})
            QTest::newRow(name) << which++;
    }

    void sameAsWithoutInterruption()
    {
        QFETCH(int, which);
        GanOptions options = which < 3 ? matchingOptions() : paperOptions(Lipschitz::None);
        if (which == 1) {
            options.patience = 3;
            options.epochs = 40;
            options.criticSteps = 3;
        }
        if (which == 2) {
            options.beta1 = 0.5;
            options.weightAverage = 0;
            options.tokenDropout = 0;
        }
        if (which == 4)
            options = paperOptions(Lipschitz::WeightClipping);
        if (which == 5) {
            options = paperOptions(Lipschitz::GradientPenalty);
            options.pairedWeight = 50;
            options.gradientWeight = 5;
        }
        const auto whole = trainGan(m_input, options, {});
        QVERIFY2(whole.ok(), whole ? "" : whole.error().detail.c_str());
        const std::string expected = saved(*whole);
        QVERIFY(!expected.empty());

        // Stopped after two epochs, in either way.
        auto stopped = train(m_input, options, 2);
        QVERIFY(!stopped.ok() && stopped.error().code == ErrorCode::Cancelled);
        stopped = train(m_input, options, 4, StopKind::Keep);
        QVERIFY(stopped.ok() && stopped->stoppedEarly && stopped->history.size() == 4);
        QVERIFY(isOnly(Kind::Continued) && m_news[0].epoch == 3);
        const auto rest = train(m_input, options);
        QVERIFY(rest.ok() && isOnly(Kind::Continued) && m_news[0].epoch == 5);
        QVERIFY(sameHistory(rest->history, whole->history) && sameHistory(m_heard, whole->history));
        QVERIFY(rest->predicted == whole->predicted);
        QCOMPARE(rest->bestEpoch, whole->bestEpoch);
        QVERIFY(saved(*rest) == expected);
        QVERIFY(fs::exists(path("c.unfinished")));
        removeCheckpoint(path("c.unfinished"));
        QVERIFY(!fs::exists(path("c.unfinished")));
    }

    /// In the middle of an epoch, too.
    void stoppedAtRandomMoments()
    {
        for (const bool isPaper : {false, true}) {
            GanOptions options = isPaper ? paperOptions(Lipschitz::WeightClipping) : matchingOptions();
            options.batchesPerEpoch = 10;
            using Clock = std::chrono::steady_clock;
            const auto start = Clock::now();
            const auto whole = trainGan(m_input, options, {});
            QVERIFY(whole.ok());
            const std::chrono::duration<double> length = Clock::now() - start;
            NormalRandom random(7);
            int stops = 0;
            for (;;) {
                const auto control = std::make_shared<TaskControl>();
                std::promise<void> begun; // longer each time: it gets on however slow the machine is
                const auto wait = length * (0.02 * stops + 0.004 * static_cast<double>(random.below(40)));
                std::thread stopper([&] {
                    begun.get_future().wait();
                    std::this_thread::sleep_for(wait);
                    control->requestStop(StopKind::Cancel);
                });
                const TaskContext context(control, [&](const Progress &progress) {
                    if (progress.phase == "Loading LibTorch")
                        begun.set_value();
                });
                const auto run = trainGan(m_input, options, context, {}, checkpoints(1000));
                stopper.join();
                if (!run) {
                    QCOMPARE(run.error().code, ErrorCode::Cancelled);
                    ++stops;
                    continue;
                }
                QVERIFY(sameHistory(run->history, whole->history));
                QVERIFY(saved(*run) == saved(*whole));
                QVERIFY(stops > 0);
                break;
            }
            init();
        }
    }

    void ofOthersIsNotUsed_data()
    {
        QTest::addColumn<int>("which");
        int which = 0;
        for (const char *name : {"seed", "option", "target", "expression", "dual solution", "edge"})
            QTest::newRow(name) << which++;
    }

    void ofOthersIsNotUsed()
    {
        QFETCH(int, which);
        GanOptions options = matchingOptions();
        options.neighbours = 1; // so that not every edge is one of neighbours
        QVERIFY(!train(m_input, options, 2).ok());
        GanInput input = m_input;
        if (which == 0)
            options.seed = 2;
        if (which == 1)
            options.penaltyWeight = 9;
        if (which == 2)
            input.targets(3, 0) *= 1.01;
        if (which == 3)
            input.expression(3, 2) += 0.01F;
        if (which == 4) {
            auto duals = std::make_shared<CapacityDuals>(*input.duals);
            for (DualSolution &solution : duals->values)
                solution.isDegenerate = !solution.isDegenerate;
            input.duals = duals;
        }
        if (which == 5)
            for (int to = 1; to < int(input.reactions.size()); ++to)
                for (int from = 0; from < to; ++from)
                    input.reactionEdges.emplace_back(from, to);
        const auto fresh = trainGan(input, options, {});
        const auto run = train(input, options);
        QVERIFY(fresh.ok() && run.ok() && isOnly(Kind::OtherRun));
        QVERIFY(sameHistory(run->history, fresh->history) && saved(*run) == saved(*fresh));
    }

    void ofAnotherVersionIsNotUsed()
    {
        QVERIFY(!train(m_input, matchingOptions(), 2).ok());
        GanCheckpoints newer = checkpoints(1000);
        newer.version = "2";
        QVERIFY(train(m_input, matchingOptions(), newer).ok() && isOnly(Kind::OtherRun));
    }

    void endsWhereItStands()
    {
        const GanOptions options = matchingOptions();
        GanCheckpoints there = checkpoints(1000);
        there.endsThere = true;
        const auto none = train(m_input, options, there);
        QVERIFY(!none.ok() && none.error().code == ErrorCode::MissingInput && m_news.empty());
        const auto kept = train(m_input, options, 4, StopKind::Keep);
        QVERIFY(kept.ok() && kept->stoppedEarly);
        const auto ended = train(m_input, options, there);
        QVERIFY(ended.ok() && isOnly(Kind::Continued));
        QVERIFY(saved(*ended) == saved(*kept));
        GanOptions others = options;
        others.seed = 2;
        const auto other = train(m_input, others, there);
        QVERIFY(!other.ok() && other.error().code == ErrorCode::MissingInput && isOnly(Kind::OtherRun));
    }

    /// Those of a shorter training, and the whole one does not change by them.
    void networksOnTheWay()
    {
        GanOptions options = matchingOptions();
        const auto whole = trainGan(m_input, options, {});
        GanCheckpoints kept;
        kept.onNews = checkpoints(0).onNews;
        kept.network = path("way.pt");
        kept.networkEpochs = 5;
        const auto run = train(m_input, options, kept);
        QVERIFY(run.ok() && saved(*run) == saved(*whole));
        for (const int epochs : {5, 10}) {
            options.epochs = epochs;
            const auto shorter = trainGan(m_input, options, {});
            const auto read = loadNetwork(epochNetworkPath(path("way.pt"), epochs));
            QVERIFY(shorter.ok() && read.ok() && read->stoppedEarly);
            QCOMPARE(read->bestEpoch, epochs);
            QVERIFY(sameHistory(read->history, shorter->history));
            QVERIFY(read->network->predict(m_input.expression) ==
                    shorter->network->predict(m_input.expression));
        }
        kept.network = path("no folder") / "way.pt";
        QVERIFY(train(m_input, matchingOptions(), kept).ok());
        QVERIFY(m_news.size() == 2 && m_news[0].kind == Kind::NotWritten && m_news[0].epoch == 5);
    }

    void damagedIsNotUsed()
    {
        const GanOptions options = matchingOptions();
        const auto whole = trainGan(m_input, options, {});
        QVERIFY(!train(m_input, options, 2).ok());
        const std::string good = bytesOf(path("c.unfinished"));
        QVERIFY(good.starts_with(checkpointStart));
        std::vector<std::string> damaged{"", good.substr(0, good.size() / 2), good + "x",
                                         good.substr(0, good.size() - 1)};
        for (const std::size_t at : {std::size_t(3), std::size_t(40), good.size() / 2, good.size() - 1}) {
            damaged.push_back(good);
            damaged.back()[at] = static_cast<char>(damaged.back()[at] ^ 1);
        }
        for (const std::string &bytes : damaged) {
            write(path("c.unfinished"), bytes);
            const auto run = train(m_input, options);
            QVERIFY(run.ok() && isOnly(Kind::Damaged));
            QVERIFY(sameHistory(run->history, whole->history) && run->predicted == whole->predicted);
        }
        write(path("c.unfinished"), good);
        QVERIFY(train(m_input, options).ok() && isOnly(Kind::Continued));
    }

    void goesOnWhereItCannotBeKept()
    {
        GanCheckpoints nowhere = checkpoints(0);
        nowhere.path = path("no folder") / "c.unfinished";
        m_news.clear();
        const auto run = trainGan(m_input, matchingOptions(), {}, {}, nowhere);
        QVERIFY(run.ok() && !m_news.empty());
        for (const CheckpointNews &news : m_news)
            QVERIFY(news.kind == Kind::NotWritten && !news.detail.empty());
    }

    void leavesNoParts()
    {
        write(path(".c.unfinished.123.part"), "half");
        write(path(".other.123.part"), "half");
        removeCheckpoint(path("c.unfinished"));
        QVERIFY(!fs::exists(path(".c.unfinished.123.part")) && fs::exists(path(".other.123.part")));
    }
};

PATHGAN_TEST(TestCheckpoints)
#include "tst_checkpoints.moc"
