// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/randomnetwork.h"
#include "tests/support/testmain.h"

#include "core/metabolic/fba/conflict.h"
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/lp/lp_p.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace pathgan;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

MetabolicModel shared(const char *name)
{
    const std::string path = fluxreference::modelPath(name);
    if (path.empty())
        return {};
    Result<MetabolicModel> model = readModel(path);
    return model ? std::move(*model) : MetabolicModel{};
}

/// The members of a conflict alone, all other bounds and balances dropped, solved from nothing.
SolutionStatus statusOf(const MetabolicModel &model, const Conflict &conflict)
{
    std::set<int> balances(conflict.metabolites.begin(), conflict.metabolites.end());
    LpModel problem;
    for (int i = 0; i < static_cast<int>(model.metabolites.size()); ++i)
        balances.count(i) > 0 ? problem.addRow(0, 0) : problem.addRow(-infinity, infinity);
    for (const Reaction &reaction : model.reactions)
        problem.addColumn(reaction.stoichiometry, -infinity, infinity);
    for (const BoundSide &side : conflict.bounds)
        (side.isLower ? problem.lower : problem.upper)[static_cast<std::size_t>(side.reaction)] = side.value;
    return Lp(problem).solveCold();
}

/// A conflict as a whole, none without any one of its members.
bool isIrreducible(const MetabolicModel &model, const Conflict &conflict)
{
    if (statusOf(model, conflict) != SolutionStatus::Infeasible)
        return false;
    for (std::size_t i = 0; i < conflict.bounds.size(); ++i) {
        Conflict less = conflict;
        less.bounds.erase(less.bounds.begin() + static_cast<std::ptrdiff_t>(i));
        if (statusOf(model, less) != SolutionStatus::Optimal)
            return false;
    }
    for (std::size_t i = 0; i < conflict.metabolites.size(); ++i) {
        Conflict less = conflict;
        less.metabolites.erase(less.metabolites.begin() + static_cast<std::ptrdiff_t>(i));
        if (statusOf(model, less) != SolutionStatus::Optimal)
            return false;
    }
    return true;
}

std::set<std::string> names(const MetabolicModel &model, const Conflict &conflict)
{
    std::set<std::string> result;
    for (const BoundSide &side : conflict.bounds)
        result.insert(model.reactions[static_cast<std::size_t>(side.reaction)].id +
                      (side.isLower ? " lower" : " upper"));
    return result;
}

Reaction reaction(const char *id, double low, double high, Stoichiometry stoichiometry)
{
    Reaction result;
    result.id = id;
    result.lower = low;
    result.upper = high;
    result.stoichiometry = std::move(stoichiometry);
    return result;
}

/// IN → a → b → OUT; c has nothing to do with it.
MetabolicModel chain(double in, double out)
{
    MetabolicModel model;
    model.metabolites.resize(3);
    model.reactions = {reaction("IN", 0, in, {{0, 1.0}}), reaction("AB", -5, 1000, {{0, -1.0}, {1, 1.0}}),
                       reaction("OUT", out, 1000, {{1, -1.0}}), reaction("C", 0, 7, {{2, 1.0}}),
                       reaction("D", 0, 7, {{2, -1.0}})};
    model.buildIndex();
    return model;
}

} // namespace

class TestConflict : public QObject
{
    Q_OBJECT

private slots:
    void knownConflict()
    {
        const MetabolicModel model = chain(3, 4);
        const Result<Conflict> conflict = findConflict(model, {});
        QVERIFY(conflict.ok());
        QCOMPARE(names(model, *conflict), (std::set<std::string>{"IN upper", "OUT lower"}));
        QCOMPARE(conflict->metabolites, (std::vector<int>{0, 1}));
        QCOMPARE(conflict->bounds[0].value, 3.0);
    }

    void smallAndLargeDemandsCount()
    {
        for (const double scale : {1e-4, 1.0, 1e5}) {
            MetabolicModel model = chain(3 * scale, 4 * scale);
            model.reactions[1].upper = model.reactions[2].upper = 1e6;
            const Result<Conflict> conflict = findConflict(model, {});
            QVERIFY(conflict.ok());
            QCOMPARE(conflict->bounds.size(), std::size_t(2));
        }
    }

    void forcedBackwards()
    {
        MetabolicModel model = chain(0, 0);
        model.reactions[1] = reaction("AB", -9, -2, {{0, -1.0}, {1, 1.0}}); // b → a, but none comes in
        model.reactions[2].lower = -1;                                      // 1 of b at most
        model.reactions[0].lower = -100;
        const Result<Conflict> conflict = findConflict(model, {});
        QVERIFY(conflict.ok());
        QCOMPARE(names(model, *conflict), (std::set<std::string>{"AB upper", "OUT lower"}));
        QCOMPARE(conflict->metabolites, (std::vector<int>{1}));
    }

    void feasibleModelsHaveNone()
    {
        const Result<Conflict> conflict = findConflict(chain(5, 4), {});
        QVERIFY(conflict.ok() && conflict->isEmpty());
    }

    void crossedBoundsNeedNoBalance()
    {
        MetabolicModel model = chain(5, 4);
        model.reactions[3].lower = 8;
        const Result<Conflict> conflict = findConflict(model, {});
        QVERIFY(conflict.ok());
        QCOMPARE(names(model, *conflict), (std::set<std::string>{"C lower", "C upper"}));
        QVERIFY(conflict->metabolites.empty());
    }

    void randomConflictsAreIrreducible()
    {
        int found = 0;
        for (unsigned seed = 1; seed <= 60; ++seed) {
            MetabolicModel model = randomnetwork::make(seed, 20, 45);
            std::mt19937 generator(seed);
            for (int k = 0; k < 3; ++k) {
                Reaction &forced = model.reactions[generator() % model.reactions.size()];
                forced.lower = 0.9 * forced.upper;
            }
            const SolutionStatus status = fba(model, {})->status;
            const Result<Conflict> conflict = findConflict(model, {});
            QVERIFY(conflict.ok());
            QCOMPARE(conflict->isEmpty(), status == SolutionStatus::Optimal);
            if (conflict->isEmpty())
                continue;
            ++found;
            QVERIFY2(isIrreducible(model, *conflict), qPrintable(QString("seed %1").arg(seed)));
        }
        QVERIFY(found > 20);
    }

    void textbookWithoutGlucose()
    {
        MetabolicModel model = shared("textbook.xml.gz");
        if (model.reactions.empty())
            QSKIP("the shared reference models are absent");
        FbaOptions options;
        options.bounds = {{model.reactionIndex("EX_glc__D_e"), 0, 1000}};
        const Result<Conflict> conflict = findConflict(model, options);
        QVERIFY(conflict.ok());
        const auto &glucose = model.reactions[static_cast<std::size_t>(options.bounds[0].reaction)];
        QVERIFY(names(model, *conflict).count("ATPM lower") == 1);
        model.reactions[static_cast<std::size_t>(options.bounds[0].reaction)] =
            reaction(glucose.id.c_str(), 0, 1000, glucose.stoichiometry);
        QVERIFY(isIrreducible(model, *conflict));
        qInfo("%zu bounds, %zu balances", conflict->bounds.size(), conflict->metabolites.size());
    }

    void recon3d()
    {
        const std::string path = fluxreference::sharedFile("recon3d/Recon3D.xml.gz");
        if (path.empty())
            QSKIP("Recon3D is absent");
        const Result<MetabolicModel> model = readModel(path);
        QVERIFY(model.ok());
        FbaOptions options; // there is no way in for it
        options.bounds = {{model->reactionIndex("EX_gthox_e"), -1000, -1}};
        QElapsedTimer timer;
        timer.start();
        const Result<Conflict> conflict = findConflict(*model, options);
        QVERIFY(conflict.ok());
        qInfo("%zu bounds, %zu balances in %lld ms", conflict->bounds.size(), conflict->metabolites.size(),
              timer.elapsed());
        QVERIFY(names(*model, *conflict).count("EX_gthox_e upper") == 1);
        QVERIFY(conflict->bounds.size() < 10);
        MetabolicModel forced = *model;
        forced.reactions[static_cast<std::size_t>(options.bounds[0].reaction)].upper = -1;
        QVERIFY(isIrreducible(forced, *conflict));
    }

    /// More growth than anything allows: a thousand bounds take part, too many to try each without.
    void largeConflict()
    {
        const std::string path = fluxreference::sharedFile("recon3d/Recon3D.xml.gz");
        if (path.empty())
            QSKIP("Recon3D is absent");
        Result<MetabolicModel> model = readModel(path);
        QVERIFY(model.ok());
        const int biomass = model->reactionIndex("BIOMASS_maintenance");
        model->reactions[static_cast<std::size_t>(biomass)].lower = 800;
        const Result<Conflict> conflict = findConflict(*model, {});
        QVERIFY(conflict.ok());
        QVERIFY(names(*model, *conflict).count("BIOMASS_maintenance lower") == 1);
        QVERIFY(conflict->bounds.size() > 200);
        QCOMPARE(statusOf(*model, *conflict), SolutionStatus::Infeasible);
        for (std::size_t i = 0; i < conflict->bounds.size(); i += conflict->bounds.size() / 4) {
            Conflict less = *conflict;
            less.bounds.erase(less.bounds.begin() + static_cast<std::ptrdiff_t>(i));
            QCOMPARE(statusOf(*model, less), SolutionStatus::Optimal);
        }
    }

    void rayOfAnUnboundedObjective()
    {
        MetabolicModel model = chain(infinity, 0);
        for (Reaction &item : model.reactions)
            item.upper = infinity;
        model.reactions[3].upper = 7; // no part of it
        FbaOptions options;
        options.objective = 2;
        QCOMPARE(fba(model, options)->status, SolutionStatus::Unbounded);
        const auto ray = findRay(model, options);
        QVERIFY(ray.ok());
        QCOMPARE(*ray, (std::vector<std::pair<int, double>>{{0, 1.0}, {1, 1.0}, {2, 1.0}}));
        options.objective = 3;
        const auto none = findRay(model, options);
        QVERIFY(none.ok() && none->empty());
    }

    void stops()
    {
        auto control = std::make_shared<TaskControl>();
        control->requestStop(StopKind::Cancel);
        QCOMPARE(findConflict(chain(3, 4), {}, TaskContext(control, {})).error().code, ErrorCode::Cancelled);
    }
};

PATHGAN_TEST(TestConflict)
#include "tst_conflict.moc"
