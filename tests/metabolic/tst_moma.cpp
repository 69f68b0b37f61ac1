// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/moma.h"
#include "core/metabolic/lp/lp_p.h"
#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/modelfiles.h"
#include "tests/metabolic/randomnetwork.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

using namespace pathgan;
using nlohmann::json;

namespace {

/// 100 enter and leave by BYP; after that is lost, 30 at most by GTHX and `steps` more reactions.
MetabolicModel detourNetwork(int steps)
{
    MetabolicModel model = smallnetwork::make();
    model.reactions[static_cast<std::size_t>(model.reactionIndex("GTHX"))].upper = 30;
    model.reactions[static_cast<std::size_t>(model.reactionIndex("GTHY"))].stoichiometry = {
        {2, -1.0}, {steps == 1 ? 3 : 4, 1.0}};
    for (int step = 2; step <= steps; ++step) {
        model.metabolites.emplace_back();
        model.metabolites.back().id = "step" + std::to_string(step);
        const int from = 2 + step;
        smallnetwork::addReaction(model, ("STEP" + std::to_string(step)).c_str(), 0, 1000,
                                  {{step == steps ? 3 : from + 1, 1.0}, {from, -1.0}});
        std::sort(model.reactions.back().stoichiometry.begin(), model.reactions.back().stoichiometry.end());
    }
    model.buildIndex();
    return model;
}

std::map<std::string, std::size_t> rowsByName(const MetabolicModel &model, const MomaRun &run,
                                              DeletionKind kind = DeletionKind::Genes)
{
    std::map<std::string, std::size_t> result;
    for (std::size_t row = 0; row < run.deletions.rows.size(); ++row)
        result[deletionName(model, kind, run.deletions.rows[row])] = row;
    return result;
}

/// Least Σ t with t ≥ v − w and t ≥ w − v: the definition, row by row. NaN: infeasible.
double plainDistance(const MetabolicModel &model, const std::vector<int> &stopped,
                     const std::vector<double> &reference)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    LpModel problem = networkProblem(model);
    std::fill(problem.cost.begin(), problem.cost.end(), 0.0);
    problem.maximise = false;
    for (const int reaction : stopped)
        problem.lower[static_cast<std::size_t>(reaction)] =
            problem.upper[static_cast<std::size_t>(reaction)] = 0;
    for (std::size_t reaction = 0; reaction < reference.size(); ++reaction) {
        const int above = problem.addRow(-reference[reaction], infinity);
        const int below = problem.addRow(reference[reaction], infinity);
        problem.columns[reaction].emplace_back(above, -1.0);
        problem.columns[reaction].emplace_back(below, 1.0);
        problem.addColumn({{above, 1.0}, {below, 1.0}}, 0, infinity, 1);
    }
    Lp lp(problem);
    return lp.solveCold() == SolutionStatus::Optimal ? lp.objective() : std::nan("");
}

} // namespace

class TestMoma : public QObject
{
    Q_OBJECT

private slots:
    void matchesReference();
    void detour_data();
    void detour();
    void unbalancedReference();
    void referenceOutsideTheBounds();
    void asPlainPrograms_data();
    void asPlainPrograms();
    void sameBitsForAnyThreadCount();
    void cancelled();
    void keepsWhatIsFinished();
    void errors();
    void recon3d();
};

void TestMoma::matchesReference()
{
    const MetabolicModel model = modelfiles::readOrEmpty(fluxreference::modelPath("textbook.xml.gz"));
    const std::string path = fluxreference::sharedFile("reference/fba/out/moma_linear_textbook.json");
    if (model.reactions.empty() || path.empty())
        QSKIP("the shared reference is absent");
    std::ifstream file(path);
    const json figures = json::parse(file)["rows"];
    MomaOptions options;
    for (const json &row : figures)
        options.deletions.first.push_back(model.geneIndex(row["gene"].get<std::string>()));
    const Result<MomaRun> run = moma(model, options);
    QVERIFY(run.ok());
    QCOMPARE(run->deletions.rows.size(), figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Deletion &row = run->deletions.rows[i];
        const std::string name = figures[i]["gene"];
        QCOMPARE(statusName(row.status), figures[i]["status"].get<std::string>());
        QVERIFY2(fluxreference::close(run->distance[i], figures[i]["distance"]), name.c_str());
        QVERIFY2(fluxreference::close(row.growth, figures[i]["growth"]), name.c_str());
    }
}

void TestMoma::detour_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("distance");
    QTest::addColumn<double>("growth");
    // x by the detour: 100 less in BYP, 100 − x less in EX_a_e, At and EX_b, x more in 1 + steps reactions.
    QTest::newRow("short: worth it") << 1 << 370.0 << 30.0;
    QTest::newRow("long: rather none") << 3 << 400.0 << 0.0;
}

void TestMoma::detour()
{
    QFETCH(int, steps);
    const MetabolicModel model = detourNetwork(steps);
    const Result<MomaRun> run = moma(model, {});
    QVERIFY(run.ok());
    QCOMPARE(run->deletions.wildTypeGrowth, 100.0);
    QCOMPARE(run->reference[static_cast<std::size_t>(model.reactionIndex("BYP"))], 100.0);
    const auto rows = rowsByName(model, *run);
    QCOMPARE(rows.size(), std::size_t(3));
    for (const char *gene : {"1", "2"}) { // GTHX carries nothing
        QCOMPARE(run->distance[rows.at(gene)], 0.0);
        QCOMPARE(run->deletions.rows[rows.at(gene)].growth, 100.0);
    }
    QTEST(run->distance[rows.at("3")], "distance");
    QTEST(run->deletions.rows[rows.at("3")].growth, "growth");
    QCOMPARE(run->deletions.rows[rows.at("3")].isEssential, steps == 3);
    QCOMPARE(deletions(model, {})->rows[rows.at("3")].growth, 30.0); // what optimal growth would be

    MomaOptions options;
    options.deletions.kind = DeletionKind::Reactions;
    options.deletions.first = {model.reactionIndex("At"), model.reactionIndex("BYP")};
    options.deletions.isDouble = true;
    options.referenceMethod = FbaMethod::PerturbedFba;
    const Result<MomaRun> pairs = moma(model, options);
    QVERIFY(pairs.ok());
    QCOMPARE(pairs->deletions.rows.size(), std::size_t(3));
    const auto names = rowsByName(model, *pairs, DeletionKind::Reactions);
    QVERIFY(fluxreference::close(pairs->distance[names.at("At+BYP")], 400));
    QVERIFY(fluxreference::close(pairs->distance[names.at("At")], 400));
}

void TestMoma::unbalancedReference()
{
    const MetabolicModel model = detourNetwork(1);
    MomaOptions options;
    options.reference.assign(model.reactions.size(), 0.0);
    options.reference[static_cast<std::size_t>(model.reactionIndex("BYP"))] = 7;
    const Result<MomaRun> run = moma(model, options);
    QVERIFY(run.ok());
    for (const double distance : run->distance) // to give BYP its 7, three others would have to run
        QCOMPARE(distance, 7.0);
    QCOMPARE(run->deletions.wildTypeGrowth, 0.0);

    options.reference = {-5, 9, 0, 0, 0, 0}; // of two reactions in a row
    const Result<MomaRun> inRow = moma(model, options);
    QVERIFY(inRow.ok());
    for (const double distance : inRow->distance) // what x spares in the two, it costs in BYP and EX_b
        QCOMPARE(distance, 14.0);
}

void TestMoma::referenceOutsideTheBounds()
{
    const MetabolicModel model = detourNetwork(1);
    MomaOptions options;
    options.reference = {-200, 200, 0, 0, 200, 200}; // 100 enter at most
    const Result<MomaRun> run = moma(model, options);
    QVERIFY(run.ok());
    QCOMPARE(run->deletions.wildTypeGrowth, 100.0);
    const auto rows = rowsByName(model, *run);
    QCOMPARE(run->distance[rows.at("1")], 400.0);
    QCOMPARE(run->distance[rows.at("3")], 770.0); // 200 in BYP, three of 170, two of 30
}

void TestMoma::asPlainPrograms_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<bool>("isBalanced");
    for (int seed = 1; seed <= 10; ++seed) {
        QTest::addRow("network %d", seed) << seed << true;
        QTest::addRow("network %d, any reference", seed) << seed << false;
    }
}

void TestMoma::asPlainPrograms()
{
    QFETCH(int, seed);
    QFETCH(bool, isBalanced);
    const MetabolicModel model = randomnetwork::make(static_cast<unsigned>(seed));
    MomaOptions options;
    options.deletions.kind = DeletionKind::Reactions;
    options.deletions.isDouble = true;
    options.deletions.threads = 2;
    if (!isBalanced)
        for (int reaction = 0; reaction < static_cast<int>(model.reactions.size()); ++reaction)
            options.reference.push_back((7 * reaction + seed) % 11 - 4);
    const Result<MomaRun> run = moma(model, options);
    if (fba(model, {})->status != SolutionStatus::Optimal) {
        QVERIFY(!run.ok());
        QCOMPARE(run.error().code, ErrorCode::Infeasible);
        return;
    }
    QVERIFY(run.ok());
    for (std::size_t i = 0; i < run->distance.size(); ++i) {
        const Deletion &row = run->deletions.rows[i];
        std::vector<int> stopped = {row.first};
        if (row.second >= 0)
            stopped.push_back(row.second);
        const double expected = plainDistance(model, stopped, run->reference);
        const std::string name = deletionName(model, DeletionKind::Reactions, row);
        QCOMPARE(row.status, std::isnan(expected) ? SolutionStatus::Infeasible : SolutionStatus::Optimal);
        QVERIFY2(std::isnan(expected) ? std::isnan(run->distance[i])
                                      : fluxreference::close(run->distance[i], expected, 1e-6, 1e-5),
                 name.c_str());
    }
}

void TestMoma::sameBitsForAnyThreadCount()
{
    const MetabolicModel model = randomnetwork::make(4, 40, 70);
    MomaOptions options;
    options.deletions.kind = DeletionKind::Reactions;
    options.deletions.threads = 1;
    const Result<MomaRun> one = moma(model, options);
    QVERIFY(one.ok());
    for (int reaction = static_cast<int>(model.reactions.size()) - 1; reaction >= 0; --reaction)
        options.deletions.first.push_back(reaction);
    for (const unsigned threads : {2U, 3U, 8U}) {
        options.deletions.threads = threads;
        const Result<MomaRun> several = moma(model, options);
        QVERIFY(several.ok());
        const std::size_t count = one->distance.size();
        QCOMPARE(several->distance.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t other = count - 1 - i;
            QVERIFY(std::memcmp(&one->distance[i], &several->distance[other], sizeof(double)) == 0);
            QVERIFY(std::memcmp(&one->deletions.rows[i].growth, &several->deletions.rows[other].growth,
                                sizeof(double)) == 0);
        }
    }
}

void TestMoma::cancelled()
{
    const MetabolicModel model = randomnetwork::make(4, 40, 70);
    MomaOptions options;
    options.deletions.kind = DeletionKind::Reactions;
    auto control = std::make_shared<TaskControl>();
    std::atomic<int> reports{0};
    const TaskContext context(control, [&](const Progress &) {
        if (++reports == 2)
            control->requestStop(StopKind::Cancel);
    });
    const Result<MomaRun> run = moma(model, options, context);
    QVERIFY(!run.ok());
    QCOMPARE(run.error().code, ErrorCode::Cancelled);
    QVERIFY(reports < 10);
}

void TestMoma::keepsWhatIsFinished()
{
    const MetabolicModel model = randomnetwork::make(4, 40, 70);
    MomaOptions options;
    options.deletions.kind = DeletionKind::Reactions;
    options.deletions.threads = 1;
    const Result<MomaRun> whole = moma(model, options);
    auto control = std::make_shared<TaskControl>();
    int reports = 0;
    const TaskContext context(control, [&](const Progress &) {
        if (++reports == 5)
            control->requestStop(StopKind::Keep);
    });
    const Result<MomaRun> part = moma(model, options, context);
    QVERIFY(whole.ok() && !whole->deletions.stoppedEarly);
    QVERIFY(part.ok() && part->deletions.stoppedEarly);
    QCOMPARE(part->deletions.asked, whole->deletions.rows.size());
    QCOMPARE(part->distance.size(), part->deletions.rows.size());
    QVERIFY(part->distance.size() >= 5 && part->distance.size() < whole->distance.size());
    const auto rows = rowsByName(model, *whole, DeletionKind::Reactions);
    for (std::size_t i = 0; i < part->distance.size(); ++i) {
        const std::size_t same =
            rows.at(deletionName(model, DeletionKind::Reactions, part->deletions.rows[i]));
        QVERIFY(std::memcmp(&part->distance[i], &whole->distance[same], sizeof(double)) == 0);
        QVERIFY(std::memcmp(&part->deletions.rows[i].growth, &whole->deletions.rows[same].growth,
                            sizeof(double)) == 0);
    }
}

void TestMoma::errors()
{
    const MetabolicModel model = detourNetwork(1);
    MomaOptions options;
    options.reference = {1, 2, 3};
    QCOMPARE(moma(model, options).error().code, ErrorCode::InvalidOption);
    options.reference.assign(model.reactions.size(), std::nan(""));
    QCOMPARE(moma(model, options).error().code, ErrorCode::InvalidOption);
    options.reference.clear();
    options.deletions.first = {-1};
    QCOMPARE(moma(model, options).error().code, ErrorCode::InvalidOption);
    options = {};
    options.deletions.base.bounds = {{model.reactionIndex("EX_b"), 101, 1000}};
    QCOMPARE(moma(model, options).error().code, ErrorCode::Infeasible);
    options.reference.assign(model.reactions.size(), 0.0);
    QCOMPARE(moma(model, options).error().code, ErrorCode::Infeasible);
}

/// MOMA grows no more than the optimum, and is no further than any vector that the deletion allows.
void TestMoma::recon3d()
{
    const std::string path = fluxreference::sharedFile("recon3d/Recon3D.xml.gz");
    if (path.empty())
        QSKIP("Recon3D is absent");
    const MetabolicModel model = modelfiles::readOrEmpty(path);
    MomaOptions options;
    for (int gene = 0; gene < static_cast<int>(model.genes.size()); gene += 40)
        options.deletions.first.push_back(gene);
    const Result<MomaRun> run = moma(model, options);
    const Result<DeletionRun> optima = deletions(model, options.deletions);
    QVERIFY(run.ok() && optima.ok());
    QVERIFY(fluxreference::close(run->deletions.wildTypeGrowth, 755.0032));
    int moved = 0;
    for (std::size_t i = 0; i < run->distance.size(); ++i) {
        QCOMPARE(run->deletions.rows[i].status, optima->rows[i].status);
        QVERIFY(run->deletions.rows[i].growth <= optima->rows[i].growth + 1e-4);
        if (run->distance[i] == 0)
            continue;
        FbaOptions deleted;
        deleted.knockedOutGenes = {run->deletions.rows[i].first};
        deleted.method = FbaMethod::ParsimoniousFba;
        if (++moved > 2) // one takes a second
            continue;
        const Result<FluxSolution> other = fba(model, deleted);
        QVERIFY(other.ok());
        double distance = 0;
        for (std::size_t reaction = 0; reaction < run->reference.size(); ++reaction)
            distance += std::abs(other->fluxes[reaction] - run->reference[reaction]);
        QVERIFY(run->distance[i] <= distance + 1e-4);
    }
    QVERIFY(moved >= 2);
}

PATHGAN_TEST(TestMoma)
#include "tst_moma.moc"
