// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/gimmeinstances.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include "core/metabolic/cohort/cohortgimme.h"
#include "core/metabolic/fba/gimme.h"
#include "core/metabolic/io/modelreader.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace pathgan;
using nlohmann::json;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

MetabolicModel textbook()
{
    const std::string path = fluxreference::modelPath("textbook.xml.gz");
    if (path.empty())
        return {};
    Result<MetabolicModel> model = readModel(path);
    return model ? std::move(*model) : MetabolicModel{};
}

std::vector<double> referenceScores(const MetabolicModel &model)
{
    const json reference = fluxreference::load("expression_textbook.json")["reaction_scores"];
    std::vector<double> scores;
    for (const Reaction &reaction : model.reactions) {
        const json &score = reference[reaction.id]["max"];
        scores.push_back(score.is_null() ? unknown : score.get<double>());
    }
    return scores;
}

} // namespace

class TestGimme : public QObject
{
    Q_OBJECT

private slots:
    void matchesReference()
    {
        const MetabolicModel model = textbook();
        if (model.reactions.empty())
            QSKIP("the shared reference models are absent");
        const json reference = fluxreference::load("expression_textbook.json")["gimme"];
        const std::vector<double> scores = referenceScores(model);
        const Result<GimmeSolution> solution = gimme(model, scores, {});
        QVERIFY(solution.ok());
        QCOMPARE(solution->status, SolutionStatus::Optimal);
        QCOMPARE(solution->threshold, reference["threshold"].get<double>());
        QVERIFY(fluxreference::close(solution->score, reference["inconsistency_score"], 1e-8, 0));
        std::set<std::string> penalised;
        for (const int reaction : solution->penalised)
            penalised.insert(model.reactions[static_cast<std::size_t>(reaction)].id);
        QCOMPARE(penalised, reference["penalised"].get<std::set<std::string>>());

        QVERIFY(fluxreference::imbalance(model, solution->fluxes) < 1e-6);
        const double optimum = fba(model, {})->objectiveValue;
        QVERIFY(solution->objectiveValue >= 0.9 * optimum - 1e-7);
        for (std::size_t i = 0; i < model.reactions.size(); ++i)
            QVERIFY(solution->fluxes[i] >= model.reactions[i].lower - 1e-6 &&
                    solution->fluxes[i] <= model.reactions[i].upper + 1e-6);
    }

    /// Another order of the reactions takes the solver along another path.
    void fluxesAreUnique()
    {
        const MetabolicModel model = textbook();
        if (model.reactions.empty())
            QSKIP("the shared reference models are absent");
        const std::vector<double> scores = referenceScores(model);
        const Result<GimmeSolution> first = gimme(model, scores, {});
        QVERIFY(first.ok());
        for (const std::size_t step : {7U, 13U, 94U}) { // coprime to 95
            MetabolicModel shuffled = model;
            std::vector<double> theirs(scores.size());
            for (std::size_t i = 0; i < scores.size(); ++i) {
                shuffled.reactions[i] = model.reactions[(i * step) % scores.size()];
                theirs[i] = scores[(i * step) % scores.size()];
            }
            shuffled.buildIndex();
            FbaOptions base;
            base.objective = shuffled.reactionIndex(model.objectiveName());
            GimmeOptions options;
            options.base = base;
            const Result<GimmeSolution> other = gimme(shuffled, theirs, options);
            QVERIFY(other.ok());
            QVERIFY(fluxreference::close(other->score, first->score, 1e-9, 0));
            for (std::size_t i = 0; i < scores.size(); ++i)
                QVERIFY2(fluxreference::close(other->fluxes[i], first->fluxes[(i * step) % scores.size()]),
                         shuffled.reactions[i].id.c_str());
        }
    }

    /// 90 of b must leave; what the cheap route cannot carry goes through the other at its price.
    void smallNetworkInTheHead()
    {
        const MetabolicModel model = smallnetwork::make();
        const std::vector<double> scores = {unknown, unknown, 2, unknown, 10, unknown};
        GimmeOptions options; // quantile 0.25 of {2, 10}: 4
        Result<GimmeSolution> solution = gimme(model, scores, options);
        QVERIFY(solution.ok());
        QCOMPARE(solution->threshold, 4.0);
        QCOMPARE(solution->penalised, (std::vector<int>{2}));
        QVERIFY(std::abs(solution->score) < 1e-6);
        QVERIFY(fluxreference::close(solution->fluxes[4], 90));
        options.base.bounds = {{4, -50, 50}};
        solution = gimme(model, scores, options);
        QVERIFY(fluxreference::close(solution->score, 80)); // 40 by GTHX, 2 below the threshold
        options.threshold = 1;
        solution = gimme(model, scores, options);
        QVERIFY(solution->penalised.empty());
        QCOMPARE(solution->score, 0.0);
    }

    /// Half of what must enter may go the long way for nothing; the score's own optimum is kept while the
    /// total flux is lessened.
    void costlyShortWayIsSpared()
    {
        MetabolicModel model;
        model.metabolites.resize(4);
        smallnetwork::addReaction(model, "EX", 10, 10, {{0, 1.0}});
        smallnetwork::addReaction(model, "P", 0, 1000, {{0, -1.0}, {1, 1.0}});
        smallnetwork::addReaction(model, "bio", 0, 1000, {{1, -1.0}});
        smallnetwork::addReaction(model, "W1", 0, 1000, {{0, -1.0}, {2, 1.0}});
        smallnetwork::addReaction(model, "W2", 0, 1000, {{2, -1.0}, {3, 1.0}});
        smallnetwork::addReaction(model, "W3", 0, 1000, {{3, -1.0}});
        model.objectives = {{"obj", true, {{2, 1.0}}}};
        model.activeObjective = 0;
        model.buildIndex();
        GimmeOptions options;
        options.fractionOfOptimum = 0.5;
        options.threshold = 3;
        const Result<GimmeSolution> solution =
            gimme(model, {unknown, 1, unknown, unknown, unknown, unknown}, options);
        QVERIFY(solution.ok());
        QCOMPARE(solution->status, SolutionStatus::Optimal);
        QCOMPARE(solution->optimum, 10.0);
        QCOMPARE(solution->fluxes, (std::vector<double>{10, 5, 5, 5, 5, 5}));
        QCOMPARE(solution->score, 10.0);
    }

    void agreesWithHighs()
    {
        const json reference = fluxreference::load("gimme_highs.json");
        int optimal = 0, costly = 0;
        for (unsigned seed = 1; seed <= gimmeinstances::count; ++seed) {
            const auto [model, scores, options] = gimmeinstances::make(seed);
            const Result<GimmeSolution> solution = gimme(model, scores, options);
            const json &expected = reference[std::to_string(seed)];
            const QByteArray where = "seed " + QByteArray::number(seed);
            if (expected.is_string()) {
                QVERIFY2(!solution, where.constData());
                continue;
            }
            QVERIFY2(solution.ok() && solution->status == SolutionStatus::Optimal, where.constData());
            QVERIFY2(fluxreference::close(solution->optimum, expected[0], 1e-7, 1e-7), where.constData());
            QVERIFY2(fluxreference::close(solution->score, expected[1], 1e-7, 1e-7), where.constData());
            QVERIFY2(fluxreference::imbalance(model, solution->fluxes) < 1e-6, where.constData());
            for (std::size_t i = 0; i < scores.size(); ++i)
                QVERIFY2(solution->fluxes[i] >= model.reactions[i].lower - 1e-6 &&
                             solution->fluxes[i] <= model.reactions[i].upper + 1e-6,
                         where.constData());
            ++optimal;
            costly += solution->score > 1e-6;
        }
        QVERIFY(optimal > 250 && costly > 100);
    }

    void cohortMatchesSingleSamples()
    {
        const MetabolicModel model = smallnetwork::make();
        MatrixD values(3, 4);
        values << 10, 1, 5, 3, 1, 2, 8, 1, 2, 10, 5, 30; // genes 1–3
        QTemporaryDir folder;
        const GeneTable table = smallnetwork::geneTable(folder.path().toStdString(), 3);
        const Cohort cohort = smallnetwork::cohortOf(values);
        GimmeOptions options;
        options.base.bounds = {{4, -50, 50}, {2, 0, 60}};
        const Result<GimmeRun> run = gimme(model, cohort, table, options);
        QVERIFY(run.ok());
        QCOMPARE(run->optimum, 100.0);
        QCOMPARE(run->samples, cohort.samples);
        for (Index sample = 0; sample < 4; ++sample) {
            const double route = std::max(values(0, sample), values(1, sample)), around = values(2, sample);
            const Result<GimmeSolution> one =
                gimme(model, {unknown, unknown, route, unknown, around, unknown}, options);
            const GimmeSolution &same = run->solutions[static_cast<std::size_t>(sample)];
            QVERIFY(one.ok());
            QCOMPARE(same.score, one->score);
            QVERIFY(same.fluxes == one->fluxes);
            // 90 less what the better route can carry, at a quarter of the difference
            const double left = route < around ? 40 : 30;
            QVERIFY(fluxreference::close(same.score, left * std::abs(route - around) / 4));
        }
        options.threads = 3;
        const Result<GimmeRun> again = gimme(model, cohort, table, options);
        for (std::size_t sample = 0; sample < 4; ++sample)
            QVERIFY(again->solutions[sample].fluxes == run->solutions[sample].fluxes);
    }

    void errors()
    {
        const MetabolicModel model = smallnetwork::make();
        GimmeOptions options;
        QCOMPARE(gimme(model, std::vector<double>{1}, options).error().detail, std::string("scores"));
        options.quantile = 1.5;
        QCOMPARE(gimme(model, std::vector<double>(6, 1.0), options).error().detail, std::string("quantile"));
        options = {};
        options.base.bounds = {{5, 2000, 3000}};
        QCOMPARE(gimme(model, std::vector<double>(6, 1.0), options).error().code, ErrorCode::Infeasible);
        auto control = std::make_shared<TaskControl>();
        control->requestStop(StopKind::Cancel);
        QCOMPARE(gimme(model, std::vector<double>(6, 1.0), {}, TaskContext(control, {})).error().code,
                 ErrorCode::Cancelled);
    }
};

PATHGAN_TEST(TestGimme)
#include "tst_gimme.moc"
