// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/fva.h"
#include "core/metabolic/io/modelreader.h"

#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/randomnetwork.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace pathgan;
using nlohmann::json;

namespace {

MetabolicModel readOrEmpty(const std::string &name)
{
    const std::string path = fluxreference::modelPath(name);
    if (path.empty())
        return {};
    Result<MetabolicModel> model = readModel(path);
    return model ? std::move(*model) : MetabolicModel{};
}

void add(MetabolicModel &model, const char *id, double low, double high, Stoichiometry stoichiometry)
{
    Reaction reaction;
    reaction.id = id;
    reaction.lower = low;
    reaction.upper = high;
    reaction.stoichiometry = std::move(stoichiometry);
    model.reactions.push_back(reaction);
}

/// a enters (at most 10) and leaves as b; b → c → a closes a loop. Objective: OUT.
MetabolicModel loopNetwork(double limit = 1000)
{
    MetabolicModel model;
    model.metabolites.resize(3);
    add(model, "IN", 0, 10, {{0, 1.0}});
    add(model, "AB", 0, limit, {{0, -1.0}, {1, 1.0}});
    add(model, "BC", 0, limit, {{1, -1.0}, {2, 1.0}});
    add(model, "CA", 0, limit, {{2, -1.0}, {0, 1.0}});
    add(model, "OUT", 0, 1000, {{1, -1.0}});
    model.objectives = {{"obj", true, {{4, 1.0}}}};
    model.activeObjective = 0;
    model.buildIndex();
    return model;
}

/// 10 of a become b directly (SHORT) or by way of c (L1, L2): each unit of the detour adds 1 to Σ|v| = 30.
MetabolicModel detourNetwork()
{
    MetabolicModel model;
    model.metabolites.resize(3);
    add(model, "IN", 0, 10, {{0, 1.0}});
    add(model, "SHORT", 0, 1000, {{0, -1.0}, {1, 1.0}});
    add(model, "L1", 0, 1000, {{0, -1.0}, {2, 1.0}});
    add(model, "L2", -1000, 1000, {{2, 1.0}, {1, -1.0}}); // written backwards
    add(model, "OUT", 0, 1000, {{1, -1.0}});
    model.objectives = {{"obj", true, {{4, 1.0}}}};
    model.activeObjective = 0;
    model.buildIndex();
    return model;
}

} // namespace

class TestFva : public QObject
{
    Q_OBJECT

private slots:
    void matchesReference_data()
    {
        QTest::addColumn<QString>("key");
        const json reference = fluxreference::load("fva.json");
        for (const auto &item : reference.items())
            QTest::newRow(item.key().c_str()) << QString::fromStdString(item.key());
    }
    void matchesReference()
    {
        QFETCH(QString, key);
        const MetabolicModel model = readOrEmpty(key.section('@', 0, 0).toStdString());
        if (model.reactions.empty())
            QSKIP("the shared reference models are absent");
        const json reference = fluxreference::load("fva.json")[key.toStdString()];
        FvaOptions options;
        options.fractionOfOptimum = key.section('@', 1).section(' ', 0, 0).toDouble();
        options.loopless = key.endsWith(" loopless");
        options.pfbaFactor = key.section("pfba_factor=", 1).toDouble();
        const Result<FvaRun> run = fva(model, options);
        QVERIFY(run.ok());
        QCOMPARE(run->reactions.size(), model.reactions.size());
        QVERIFY(!run->stoppedEarly);
        for (std::size_t i = 0; i < run->reactions.size(); ++i) {
            const std::string &id = model.reactions[i].id;
            QVERIFY2(fluxreference::close(run->minimum[i], reference[id][0], 1e-6, 1e-5), id.c_str());
            QVERIFY2(fluxreference::close(run->maximum[i], reference[id][1], 1e-6, 1e-5), id.c_str());
        }
    }

    void sameBitsForAnyThreadCount()
    {
        MetabolicModel model = readOrEmpty("textbook.xml.gz");
        if (model.reactions.empty())
            model = readOrEmpty("toy_fbc2.xml");
        FvaOptions options;
        options.fractionOfOptimum = 0.9;
        options.threads = 1;
        const Result<FvaRun> one = fva(model, options);
        for (const unsigned threads : {2U, 3U, 8U}) {
            options.threads = threads;
            const Result<FvaRun> several = fva(model, options);
            QVERIFY(one.ok() && several.ok());
            QVERIFY(one->minimum == several->minimum);
            QVERIFY(one->maximum == several->maximum);
        }
    }

    /// fraction · optimum would lie above the optimum where that is negative.
    void negativeOptimum()
    {
        MetabolicModel model;
        model.metabolites.resize(1);
        Reaction uptake, loss;
        uptake.id = "IN";
        uptake.lower = 2;
        uptake.upper = 10;
        uptake.stoichiometry = {{0, 1.0}};
        loss.id = "OUT";
        loss.lower = -20;
        loss.upper = 20;
        loss.stoichiometry = {{0, 1.0}};
        model.reactions = {uptake, loss};
        model.buildIndex();
        FvaOptions options;
        options.base.objective = 1; // maximise OUT = −IN: −2
        options.fractionOfOptimum = 0.5;
        const Result<FvaRun> run = fva(model, options);
        QVERIFY(run.ok());
        QCOMPARE(run->objectiveValue, -2.0);
        QCOMPARE(run->minimum, (std::vector<double>{2, -3}));
        QCOMPARE(run->maximum, (std::vector<double>{3, -2}));
    }

    void loopsAreLeftOut()
    {
        FvaOptions options;
        options.fractionOfOptimum = 1;
        const Result<FvaRun> all = fva(loopNetwork(), options);
        QVERIFY(all.ok());
        QCOMPARE(all->maximum, (std::vector<double>{10, 1000, 990, 990, 10}));
        options.loopless = true;
        for (const double factor : {0.0, 1000.0}) {
            options.pfbaFactor = factor;
            const Result<FvaRun> run = fva(loopNetwork(), options);
            QVERIFY(run.ok());
            QCOMPARE(run->minimum, (std::vector<double>{10, 10, 0, 0, 10}));
            QCOMPARE(run->maximum, (std::vector<double>{10, 10, 0, 0, 10}));
        }
    }

    void totalFluxIsLimited()
    {
        FvaOptions options;
        options.fractionOfOptimum = 1;
        const Result<FvaRun> all = fva(detourNetwork(), options);
        QVERIFY(all.ok());
        QCOMPARE(all->maximum, (std::vector<double>{10, 10, 10, 0, 10}));
        QCOMPARE(all->minimum, (std::vector<double>{10, 0, 0, -10, 10}));
        options.pfbaFactor = 1.1; // Σ|v| ≤ 33
        const Result<FvaRun> run = fva(detourNetwork(), options);
        QVERIFY(run.ok());
        const std::vector<double> least = {10, 7, 0, -3, 10}, most = {10, 10, 3, 0, 10};
        for (std::size_t i = 0; i < most.size(); ++i) {
            QVERIFY(fluxreference::close(run->minimum[i], least[i]));
            QVERIFY(fluxreference::close(run->maximum[i], most[i]));
        }
    }

    /// Each end by a program of its own, from nothing.
    void extremesOfRandomNetworks()
    {
        for (const unsigned seed : {2U, 3U, 5U, 8U, 13U, 21U}) {
            const MetabolicModel model = randomnetwork::make(seed, 40, 110);
            FvaOptions options;
            options.fractionOfOptimum = 0;
            const Result<FvaRun> run = fva(model, options);
            FbaOptions one;
            if (!run) {
                QCOMPARE(fba(model, one)->status, SolutionStatus::Infeasible);
                continue;
            }
            for (std::size_t i = 0; i < model.reactions.size(); ++i) {
                one.objective = static_cast<int>(i);
                for (const bool maximise : {false, true}) {
                    one.maximise = maximise;
                    // at fraction 0 the objective must not become negative
                    const int growth = model.objectives[0].coefficients[0].first;
                    one.bounds = {{growth, 0, model.reactions[static_cast<std::size_t>(growth)].upper}};
                    const Result<FluxSolution> end = fba(model, one);
                    QVERIFY(end.ok());
                    QCOMPARE(end->status, SolutionStatus::Optimal);
                    QVERIFY(fluxreference::close(end->objectiveValue,
                                                 maximise ? run->maximum[i] : run->minimum[i]));
                }
            }
        }
    }

    /// At exactly the optimum only rounding is left between the rows: every range must still be found.
    void exactOptimum()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            const MetabolicModel model = randomnetwork::make(seed, 60, 160);
            const Result<FluxSolution> optimum = fba(model, {});
            if (optimum->status != SolutionStatus::Optimal)
                continue;
            FvaOptions options;
            options.fractionOfOptimum = 1;
            const Result<FvaRun> run = fva(model, options);
            QVERIFY(run.ok());
            for (std::size_t i = 0; i < model.reactions.size(); ++i) {
                QCOMPARE(run->status[i], SolutionStatus::Optimal);
                QVERIFY(run->minimum[i] <= optimum->fluxes[i] + 1e-5);
                QVERIFY(run->maximum[i] >= optimum->fluxes[i] - 1e-5);
            }
        }
    }

    /// Nothing less than the optimum is let in: what it needs enters in full.
    void optimumHasNoHiddenSlack()
    {
        const Result<FvaRun> run = fva(loopNetwork(), {});
        QVERIFY(run.ok());
        QCOMPARE(run->slack, 0.0);
        QCOMPARE(run->minimum[0], 10.0);
        QCOMPARE(run->minimum[4], 10.0);
        FvaOptions options;
        options.pfbaFactor = 1;
        const Result<FvaRun> least = fva(detourNetwork(), options);
        QVERIFY(least.ok());
        QCOMPARE(least->slack, 0.0);
        QCOMPARE(least->minimum, (std::vector<double>{10, 10, 0, 0, 10}));
        QCOMPARE(least->maximum, (std::vector<double>{10, 10, 0, 0, 10}));
        options.fractionOfOptimum = 0.5; // what is kept of the optimum, is kept
        const Result<FvaRun> half = fva(detourNetwork(), options);
        QCOMPARE(half->slack, 0.0);
        QCOMPARE(half->minimum[4], 5.0);
    }

    /// Loops alone make these infinite.
    void endlessLoopsAreLeftOut_data()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("both") << -infinity << infinity;
        QTest::newRow("above") << -1000.0 << infinity;
        QTest::newRow("below") << -infinity << 1000.0;
        QTest::newRow("neither") << -1000.0 << 1000.0;
        QTest::newRow("far") << -999999.0 << 999999.0;
    }
    void endlessLoopsAreLeftOut()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        MetabolicModel model;
        model.metabolites.resize(2);
        add(model, "EX", 0, 10, {{0, 1.0}});
        add(model, "f", low, high, {{0, -1.0}, {1, 1.0}});
        add(model, "g", low, high, {{1, -1.0}, {0, 1.0}});
        add(model, "bio", 0, high, {{1, -1.0}});
        model.objectives = {{"obj", true, {{3, 1.0}}}};
        model.activeObjective = 0;
        model.buildIndex();
        FvaOptions options;
        options.loopless = true;
        for (const double factor : {0.0, 100.0}) {
            options.pfbaFactor = factor;
            const Result<FvaRun> run = fva(model, options);
            QVERIFY(run.ok());
            QCOMPARE(run->status, std::vector<SolutionStatus>(4, SolutionStatus::Optimal));
            QCOMPARE(run->minimum, (std::vector<double>{10, 0, -10, 10}));
            QCOMPARE(run->maximum, (std::vector<double>{10, 10, 0, 10}));
        }
    }

    /// Small networks full of loops, most bounds infinite.
    void loopsAgreeWithMixedIntegerPrograms()
    {
        for (const json &item : fluxreference::load("loopless_milp.json")) {
            MetabolicModel model;
            model.metabolites.resize(8);
            for (const json &one : item["reactions"]) {
                Stoichiometry entries;
                for (const json &entry : one[3])
                    entries.emplace_back(entry[0].get<int>(), entry[1].get<double>());
                std::sort(entries.begin(), entries.end());
                add(model, one[0].get<std::string>().c_str(), fluxreference::number(one[1]),
                    fluxreference::number(one[2]), std::move(entries));
            }
            model.buildIndex();
            FvaOptions options;
            options.loopless = true;
            options.base.objective = model.reactionIndex("OUT");
            const Result<FvaRun> run = fva(model, options);
            QVERIFY(run.ok());
            QVERIFY(fluxreference::close(run->objectiveValue, item["optimum"]));
            QCOMPARE(run->unproven, std::size_t(0));
            for (std::size_t i = 0; i < model.reactions.size(); ++i) {
                const double least = fluxreference::number(item["reactions"][i][4]),
                             most = fluxreference::number(item["reactions"][i][5]);
                const std::string where = item["case"].get<std::string>() + ' ' + model.reactions[i].id;
                QVERIFY2(run->minimum[i] == least || fluxreference::close(run->minimum[i], least, 1e-5, 1e-5),
                         where.c_str());
                QVERIFY2(run->maximum[i] == most || fluxreference::close(run->maximum[i], most, 1e-5, 1e-5),
                         where.c_str());
            }
        }
    }

    /// What runs through the network without end is no loop.
    void endlessFluxStaysEndless()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        MetabolicModel model;
        model.metabolites.resize(2);
        add(model, "IN", 0, infinity, {{0, 1.0}});
        add(model, "X", 0, infinity, {{0, -2.0}, {1, 1.0}});
        add(model, "OUT", 0, infinity, {{1, -1.0}});
        add(model, "EX", 0, 10, {{1, 1.0}});
        model.buildIndex();
        FvaOptions options;
        options.loopless = true;
        const Result<FvaRun> run = fva(model, options);
        QVERIFY(run.ok());
        QCOMPARE(run->minimum, (std::vector<double>{0, 0, 0, 0}));
        QCOMPARE(run->maximum, (std::vector<double>{infinity, infinity, infinity, 10}));
        QCOMPARE(run->status[1], SolutionStatus::Unbounded);
    }

    void namesWhatIsUnbounded()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const Result<FvaRun> run = fva(loopNetwork(infinity), {});
        QVERIFY(run.ok());
        QCOMPARE(run->maximum[2], infinity);
        QCOMPARE(run->status[2], SolutionStatus::Unbounded);
        QCOMPARE(run->minimum[2], 0.0);
        QCOMPARE(run->status[0], SolutionStatus::Optimal);
    }

    void keepsWhatIsFinished()
    {
        const MetabolicModel model = randomnetwork::make(4, 120, 400);
        FvaOptions options;
        options.fractionOfOptimum = 0.5;
        options.threads = 1;
        const Result<FvaRun> all = fva(model, options);
        QVERIFY(all.ok() && !all->stoppedEarly);
        auto control = std::make_shared<TaskControl>();
        const TaskContext context(control, [&control](const Progress &progress) {
            if (progress.done > 0.9 * progress.total)
                control->requestStop(StopKind::Keep);
        });
        const Result<FvaRun> some = fva(model, options, context);
        QVERIFY(some.ok() && some->stoppedEarly);
        QVERIFY(some->reactions.size() < all->reactions.size());
        for (std::size_t i = 0; i < some->reactions.size(); ++i) {
            const auto at = static_cast<std::size_t>(some->reactions[i]);
            QCOMPARE(some->minimum[i], all->minimum[at]);
            QCOMPARE(some->maximum[i], all->maximum[at]);
        }
    }

    void subsetInTheOrderAsked()
    {
        const MetabolicModel model = readOrEmpty("toy_fbc2.xml");
        FvaOptions options;
        const Result<FvaRun> all = fva(model, options);
        options.reactions = {3, 0};
        const Result<FvaRun> some = fva(model, options);
        QVERIFY(all.ok() && some.ok());
        QCOMPARE(some->reactions, (std::vector<int>{3, 0}));
        QVERIFY(fluxreference::close(some->maximum[0], all->maximum[3]));
        QVERIFY(fluxreference::close(some->minimum[1], all->minimum[0]));
    }

    void errors()
    {
        const MetabolicModel model = readOrEmpty("toy_fbc2.xml");
        FvaOptions options;
        options.reactions = {-1};
        QCOMPARE(fva(model, options).error().code, ErrorCode::InvalidOption);
        options = {};
        options.fractionOfOptimum = -0.1;
        QCOMPARE(fva(model, options).error().code, ErrorCode::InvalidOption);
        options = {};
        options.pfbaFactor = 0.9;
        QCOMPARE(fva(model, options).error().detail, std::string("pfbaFactor"));
        auto control = std::make_shared<TaskControl>();
        control->requestStop(StopKind::Keep);
        QCOMPARE(fva(model, {}, TaskContext(control, {})).error().code, ErrorCode::Cancelled);
    }
};

PATHGAN_TEST(TestFva)
#include "tst_fva.moc"
