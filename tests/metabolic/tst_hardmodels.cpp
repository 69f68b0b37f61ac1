// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/randomnetwork.h"
#include "tests/support/testmain.h"

#include "core/metabolic/fba/deletions.h"
#include "core/metabolic/fba/fva.h"
#include "core/metabolic/fba/moma.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <cmath>
#include <limits>
#include <thread>

using namespace pathgan;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

Reaction reaction(const char *id, double low, double high, Stoichiometry stoichiometry)
{
    Reaction result;
    result.id = id;
    result.lower = low;
    result.upper = high;
    result.stoichiometry = std::move(stoichiometry);
    return result;
}

/// IN → a → b → OUT, at most 10.
MetabolicModel chain()
{
    MetabolicModel model;
    model.metabolites.resize(2);
    model.reactions = {reaction("IN", 0, 10, {{0, 1.0}}), reaction("AB", 0, 1000, {{0, -1.0}, {1, 1.0}}),
                       reaction("OUT", 0, 1000, {{1, -1.0}})};
    model.objectives = {{"obj", true, {{2, 1.0}}}};
    model.activeObjective = 0;
    model.buildIndex();
    return model;
}

} // namespace

/// What a user may meet: every analysis names what is wrong, none ends in a stale number.
class TestHardModels : public QObject
{
    Q_OBJECT

private slots:
    void noReactions()
    {
        const MetabolicModel model;
        QCOMPARE(fba(model, {}).error().code, ErrorCode::BadModel);
        QCOMPARE(fva(model, {}).error().code, ErrorCode::BadModel);
        QCOMPARE(deletions(model, {}).error().code, ErrorCode::BadModel);
        QCOMPARE(moma(model, {}).error().code, ErrorCode::BadModel);
    }

    void noMetabolites()
    {
        MetabolicModel model;
        model.reactions = {reaction("FREE", -2, 3, {})};
        model.objectives = {{"obj", true, {{0, 2.0}}}};
        model.activeObjective = 0;
        model.buildIndex();
        const Result<FluxSolution> solution = fba(model, {});
        QVERIFY(solution.ok());
        QCOMPARE(solution->status, SolutionStatus::Optimal);
        QCOMPARE(solution->objectiveValue, 6.0);
        FvaOptions options;
        options.fractionOfOptimum = 0;
        const Result<FvaRun> run = fva(model, options);
        QVERIFY(run.ok());
        QCOMPARE(run->minimum[0], 0.0);
        QCOMPARE(run->maximum[0], 3.0);
    }

    void zeroObjective()
    {
        MetabolicModel model = chain();
        model.objectives.clear();
        model.activeObjective = -1;
        const Result<FluxSolution> solution = fba(model, {});
        QVERIFY(solution.ok());
        QCOMPARE(solution->status, SolutionStatus::Optimal);
        QCOMPARE(solution->objectiveValue, 0.0);
        FbaOptions parsimonious;
        parsimonious.method = FbaMethod::ParsimoniousFba;
        QCOMPARE(fba(model, parsimonious)->totalFlux, 0.0);
        QCOMPARE(fva(model, {})->maximum, (std::vector<double>{10, 10, 10}));
        const Result<DeletionRun> run = [&] {
            DeletionOptions options;
            options.kind = DeletionKind::Reactions;
            return deletions(model, options);
        }();
        // Nothing to be essential for.
        QVERIFY(!run.ok());
        QCOMPARE(run.error().code, ErrorCode::BadModel);
    }

    void numbersThatAreNone_data()
    {
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::addColumn<double>("coefficient");
        QTest::addColumn<double>("cost");
        QTest::newRow("lower") << noNumber << 10.0 << 1.0 << 1.0;
        QTest::newRow("upper") << 0.0 << noNumber << 1.0 << 1.0;
        QTest::newRow("coefficient") << 0.0 << 10.0 << noNumber << 1.0;
        QTest::newRow("infinite coefficient") << 0.0 << 10.0 << infinity << 1.0;
        QTest::newRow("cost") << 0.0 << 10.0 << 1.0 << noNumber;
    }
    void numbersThatAreNone()
    {
        QFETCH(double, lower);
        QFETCH(double, upper);
        QFETCH(double, coefficient);
        QFETCH(double, cost);
        MetabolicModel model = chain();
        model.reactions[0] = reaction("IN", lower, upper, {{0, coefficient}});
        model.objectives[0].coefficients[0].second = cost;
        for (const Error &error : {fba(model, {}).error(), fva(model, {}).error(),
                                   deletions(model, {}).error(), moma(model, {}).error()}) {
            QCOMPARE(error.code, ErrorCode::BadModel);
            QCOMPARE(error.detail,
                     std::string(std::isfinite(cost) ? "IN: bound or coefficient is not a number"
                                                     : "obj: coefficient is not a number"));
        }
    }

    void crossedBounds_data()
    {
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::newRow("crossed") << 4.0 << 3.0;
        QTest::newRow("both infinite above") << infinity << infinity;
        QTest::newRow("both infinite below") << -infinity << -infinity;
    }
    void crossedBounds()
    {
        QFETCH(double, lower);
        QFETCH(double, upper);
        MetabolicModel model = chain();
        model.reactions[1].lower = lower;
        model.reactions[1].upper = upper;
        const Result<FluxSolution> solution = fba(model, {});
        QVERIFY(solution.ok());
        QCOMPARE(solution->status, SolutionStatus::Infeasible);
        QVERIFY(std::isnan(solution->objectiveValue) && solution->fluxes.empty());
        QCOMPARE(fva(model, {}).error().code, ErrorCode::Infeasible);
        QCOMPARE(deletions(model, {}).error().code, ErrorCode::Infeasible);
        QCOMPARE(moma(model, {}).error().code, ErrorCode::Infeasible);
    }

    void unboundedObjective()
    {
        MetabolicModel model = chain();
        for (Reaction &item : model.reactions)
            item.upper = infinity;
        QCOMPARE(fba(model, {})->status, SolutionStatus::Unbounded);
        QCOMPARE(fva(model, {}).error().code, ErrorCode::Unbounded);
        QCOMPARE(deletions(model, {}).error().code, ErrorCode::Unbounded);
    }

    /// Coefficients and bounds over eighteen orders of magnitude: optimal means feasible and balanced.
    void badlyScaled()
    {
        int optimal = 0;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            MetabolicModel model = randomnetwork::make(seed);
            std::mt19937 generator(seed);
            std::uniform_int_distribution<int> power(-9, 9);
            for (Reaction &item : model.reactions) {
                const double scale = std::pow(10.0, power(generator));
                for (auto &entry : item.stoichiometry)
                    entry.second *= scale;
            }
            const Result<FluxSolution> solution = fba(model, {});
            QVERIFY(solution.ok());
            const bool isRestFeasible =
                std::all_of(model.reactions.begin(), model.reactions.end(),
                            [](const Reaction &item) { return item.lower <= 0 && item.upper >= 0; });
            QVERIFY(!isRestFeasible || solution->status != SolutionStatus::Infeasible);
            if (solution->status != SolutionStatus::Optimal) {
                QVERIFY(std::isnan(solution->objectiveValue) && solution->fluxes.empty());
                continue;
            }
            ++optimal;
            for (std::size_t i = 0; i < model.reactions.size(); ++i)
                QVERIFY(solution->fluxes[i] >= model.reactions[i].lower - 1e-3 &&
                        solution->fluxes[i] <= model.reactions[i].upper + 1e-3); // bounds up to 1000
            std::vector<double> made(model.metabolites.size()), used(model.metabolites.size());
            for (std::size_t i = 0; i < solution->fluxes.size(); ++i)
                for (const auto &[metabolite, coefficient] : model.reactions[i].stoichiometry) {
                    const double rate = coefficient * solution->fluxes[i];
                    (rate > 0 ? made : used)[static_cast<std::size_t>(metabolite)] += std::abs(rate);
                }
            for (std::size_t i = 0; i < made.size(); ++i)
                QVERIFY2(std::abs(made[i] - used[i]) <= 2e-5 * std::max(1.0, made[i] + used[i]),
                         qPrintable(QString("seed %1").arg(seed)));
        }
        QVERIFY(optimal > 100);
    }

    void timeLimitIsNamed()
    {
        const MetabolicModel model = randomnetwork::make(4, 200, 600);
        FbaOptions options;
        options.timeLimit = 1e-9;
        const Result<FluxSolution> late = fba(model, options);
        QVERIFY(late.ok());
        QCOMPARE(late->status, SolutionStatus::TimeLimit);
        QVERIFY(std::isnan(late->objectiveValue) && late->fluxes.empty());
        QCOMPARE(std::string(statusName(late->status)), std::string("time limit"));
        FvaOptions ranges;
        ranges.base = options;
        QCOMPARE(fva(model, ranges).error().detail, std::string("time limit"));

        const Result<FluxSolution> usual = fba(model, {});
        options.timeLimit = infinity;
        const Result<FluxSolution> patient = fba(model, options);
        QCOMPARE(usual->status, SolutionStatus::Optimal);
        QVERIFY(usual->fluxes == patient->fluxes);
        options.timeLimit = noNumber;
        QCOMPARE(fba(model, options).error().detail, std::string("timeLimit"));
    }

    /// A limit counts what the solving thread computes, not how long it waits.
    void waitingTakesNoTime()
    {
        const MetabolicModel model = randomnetwork::make(4, 40, 120);
        FbaOptions options;
        options.timeLimit = 0.3;
        auto control = std::make_shared<TaskControl>();
        control->setPaused(true);
        std::thread patience([&control] {
            std::this_thread::sleep_for(std::chrono::milliseconds(900));
            control->setPaused(false);
        });
        const Result<FluxSolution> solution = fba(model, options, TaskContext(control, {}));
        patience.join();
        QVERIFY(solution.ok());
        QCOMPARE(solution->status, SolutionStatus::Optimal);
    }

    /// Threads that keep every core busy change no figure.
    void busyMachineChangesNothing()
    {
        const MetabolicModel model = randomnetwork::make(4, 200, 600);
        FbaOptions options;
        options.timeLimit = 5;
        const Result<FluxSolution> alone = fba(model, options);
        FvaOptions ranges;
        ranges.base = options;
        const Result<FvaRun> rangesAlone = fva(model, ranges);
        std::atomic<bool> isDone{false};
        std::vector<std::thread> busy;
        for (unsigned i = 0; i < 2 * std::max(1U, std::thread::hardware_concurrency()); ++i)
            busy.emplace_back([&isDone] {
                while (!isDone.load(std::memory_order_relaxed)) {
                }
            });
        const Result<FluxSolution> together = fba(model, options);
        const Result<FvaRun> rangesTogether = fva(model, ranges);
        isDone = true;
        for (std::thread &thread : busy)
            thread.join();
        QVERIFY(alone.ok() && together.ok() && rangesAlone.ok() && rangesTogether.ok());
        QCOMPARE(together->status, SolutionStatus::Optimal);
        QVERIFY(together->fluxes == alone->fluxes);
        QVERIFY(rangesTogether->status == rangesAlone->status);
        QVERIFY(rangesTogether->minimum == rangesAlone->minimum);
        QVERIFY(rangesTogether->maximum == rangesAlone->maximum);
    }
};

PATHGAN_TEST(TestHardModels)
#include "tst_hardmodels.moc"
