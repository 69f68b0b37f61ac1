// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/analysis/analysiscomparison.h"
#include "core/metabolic/analysis/modelanalysis.h"
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/io/scenariofile.h"
#include "tests/metabolic/randomnetwork.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

using namespace pathgan;
using nlohmann::json;

namespace {

const std::string folder = PATHGAN_TEST_DATA "/metabolic/scenario/";

double numberOf(const std::vector<Cell> &row, std::size_t column)
{
    return std::get<double>(row[column]);
}

std::string textOf(const std::vector<Cell> &row, std::size_t column)
{
    return std::get<std::string>(row[column]);
}

bool near(double a, const json &expected, double tolerance = 1e-6)
{
    if (!expected.is_number())
        return std::isnan(a);
    const double b = expected.get<double>();
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

const std::vector<Cell> *rowOf(const Table &table, const std::string &id)
{
    const auto it = std::find_if(table.rows.begin(), table.rows.end(),
                                 [&](const std::vector<Cell> &row) { return textOf(row, 0) == id; });
    return it == table.rows.end() ? nullptr : &*it;
}

} // namespace

/// Every method on the example model under the scenario of tests/data/metabolic/scenario, against COBRApy.
class TestModelAnalysis : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void fluxes();
    void noBoundIsNeverReached();
    void parsimonious();
    void ranges();
    void geneDeletions();
    void reactionDeletions();
    void pairs();
    void adjustment();
    void gimmeOfASample();
    void comparison();
    void noFigures();
    void timeLimitLeavesNoFigures();
    void check();
    void cancelled();
    void keepsWhatIsFinished_data();
    void keepsWhatIsFinished();

private:
    ModelAnalysis run(AnalysisMethod method, const std::vector<std::string> &targets = {},
                      double fraction = 1);

    std::shared_ptr<const MetabolicModel> m_model;
    Scenario m_scenario;
    json m_expected;
};

void TestModelAnalysis::initTestCase()
{
    Result<MetabolicModel> model = readModel(PATHGAN_TEST_DATA "/../../resources/example/model.xml");
    QVERIFY(model);
    m_model = std::make_shared<const MetabolicModel>(*std::move(model));
    const Result<Scenario> scenario = readScenario(folder + "little_glucose.json");
    QVERIFY(scenario);
    m_scenario = *scenario;
    std::ifstream file(folder + "example_scenario.json");
    m_expected = json::parse(file);
}

ModelAnalysis TestModelAnalysis::run(AnalysisMethod method, const std::vector<std::string> &targets,
                                     double fraction)
{
    ModelAnalysisOptions options;
    options.scenario = m_scenario;
    options.method = method;
    options.targets = targets;
    options.fractionOfOptimum = options.rangeFraction = fraction;
    const Result<ModelAnalysis> analysis = analyseModel(m_model, options);
    return analysis ? *analysis : ModelAnalysis{};
}

void TestModelAnalysis::fluxes()
{
    const ModelAnalysis analysis = run(AnalysisMethod::Fba);
    QVERIFY(analysis.status == SolutionStatus::Optimal);
    QCOMPARE(analysis.objective, std::string("BIOMASS_maintenance"));
    QVERIFY(near(analysis.objectiveValue, m_expected["objective"], 1e-8));
    QCOMPARE(analysis.table.rows.size(), m_model->reactions.size());
    QCOMPARE(analysis.metabolites.rows.size(), m_model->metabolites.size());
    // Strong duality: what the bounds reached are worth is the optimum.
    double worth = 0;
    for (const std::vector<Cell> &row : analysis.table.rows) {
        const double flux = numberOf(row, 1), cost = numberOf(row, 2), low = numberOf(row, 3),
                     high = numberOf(row, 4);
        worth += cost * flux;
        QVERIFY(cost == 0 || std::abs(cost) >= 1e-9); // rounding is no cost
        const std::string at = textOf(row, 5);
        QCOMPARE(at == "lower" || at == "fixed", std::abs(flux - low) <= 1e-6 * std::max(1.0, std::abs(low)));
        QCOMPARE(at == "upper" || at == "fixed",
                 std::abs(flux - high) <= 1e-6 * std::max(1.0, std::abs(high)));
    }
    QVERIFY(near(worth, m_expected["objective"]));
    // The knocked-out gene's reaction.
    const std::vector<Cell> *lost = rowOf(analysis.table, "G6PDH2r");
    QVERIFY(lost && textOf(*lost, 5) == "fixed" && numberOf(*lost, 1) == 0);
}

void TestModelAnalysis::noBoundIsNeverReached()
{
    MetabolicModel model = *m_model;
    for (Reaction &reaction : model.reactions)
        if (reaction.upper >= 1000)
            reaction.upper = std::numeric_limits<double>::infinity();
    const Result<ModelAnalysis> analysis = analyseModel(std::make_shared<const MetabolicModel>(model), {});
    QVERIFY(analysis && analysis->status == SolutionStatus::Optimal);
    std::size_t without = 0;
    for (const std::vector<Cell> &row : analysis->table.rows) {
        if (std::isfinite(numberOf(row, 4)))
            continue;
        ++without;
        QVERIFY(textOf(row, 5) != "upper" && textOf(row, 5) != "fixed");
    }
    QVERIFY(without > 0);
}

void TestModelAnalysis::parsimonious()
{
    const ModelAnalysis analysis = run(AnalysisMethod::ParsimoniousFba);
    QVERIFY(near(analysis.totalFlux, m_expected["pfba_total"]));
    QVERIFY(near(analysis.objectiveValue, m_expected["objective"]));
    const ModelAnalysis unique = run(AnalysisMethod::PerturbedFba);
    QVERIFY(unique.totalFlux >= analysis.totalFlux - 1e-6);
    QVERIFY(near(unique.totalFlux, m_expected["pfba_total"], 2e-3));
}

void TestModelAnalysis::ranges()
{
    const ModelAnalysis analysis = run(AnalysisMethod::FluxRanges, {}, 0.9);
    QCOMPARE(analysis.table.rows.size(), m_expected["fva"].size());
    for (const std::vector<Cell> &row : analysis.table.rows) {
        const json &range = m_expected["fva"][textOf(row, 0)];
        QVERIFY2(near(numberOf(row, 1), range[0]) && near(numberOf(row, 2), range[1]),
                 textOf(row, 0).c_str());
        QCOMPARE(textOf(row, 4) == "blocked", numberOf(row, 1) == 0 && numberOf(row, 2) == 0);
    }
    const auto ofKind = [&](const char *kind) {
        return static_cast<std::size_t>(
            std::count_if(analysis.table.rows.begin(), analysis.table.rows.end(),
                          [kind](const std::vector<Cell> &row) { return textOf(row, 4) == kind; }));
    };
    QVERIFY(analysis.blocked > 0); // the gene that is knocked out stops G6PDH2r
    QCOMPARE(analysis.blocked, ofKind("blocked"));
    QCOMPARE(analysis.fixed, ofKind("fixed"));
    QCOMPARE(run(AnalysisMethod::FluxRanges, {"PGI", "GTHOr"}, 0.9).table.rows.size(), std::size_t(2));

    // A bound on the total flux, and no loops, can only narrow; the figures are tested in tst_fva.
    ModelAnalysisOptions narrow;
    narrow.scenario = m_scenario;
    narrow.method = AnalysisMethod::FluxRanges;
    narrow.rangeFraction = 0.9;
    for (const bool loopless : {false, true}) {
        narrow.loopless = loopless;
        narrow.pfbaFactor = loopless ? 0 : 1.1;
        const Result<ModelAnalysis> within = analyseModel(m_model, narrow);
        QVERIFY(within && within->table.rows.size() == analysis.table.rows.size());
        double narrowed = 0;
        for (std::size_t i = 0; i < within->table.rows.size(); ++i) {
            const double before = numberOf(analysis.table.rows[i], 3),
                         now = numberOf(within->table.rows[i], 3);
            QVERIFY2(now <= before + 1e-6, textOf(analysis.table.rows[i], 0).c_str());
            narrowed = std::max(narrowed, before - now);
        }
        QVERIFY(loopless || narrowed > 1);
    }
}

void TestModelAnalysis::geneDeletions()
{
    const ModelAnalysis analysis = run(AnalysisMethod::GeneDeletions);
    QCOMPARE(analysis.table.rows.size(), m_expected["genes"].size());
    std::size_t essential = 0;
    for (const std::vector<Cell> &row : analysis.table.rows) {
        const json &growth = m_expected["genes"][textOf(row, 0)];
        QVERIFY2(near(numberOf(row, 1), growth), textOf(row, 0).c_str());
        QVERIFY(near(numberOf(row, 2), growth.get<double>() / m_expected["objective"].get<double>(), 1e-5));
        const bool isEssential = growth.get<double>() < 0.01 * m_expected["objective"].get<double>();
        QCOMPARE(textOf(row, 3), std::string(isEssential ? "yes" : "no"));
        essential += isEssential ? 1 : 0;
    }
    QVERIFY(essential > 10);
    QCOMPARE(analysis.essential, essential);
    const ModelAnalysis few = run(AnalysisMethod::EssentialGenes);
    QCOMPARE(few.table.rows.size(), essential);
    QVERIFY(rowOf(few.table, "2821") && !rowOf(few.table, "2805"));
    QCOMPARE(textOf(*rowOf(few.table, "2821"), 5), std::string("GPI"));
}

void TestModelAnalysis::reactionDeletions()
{
    const ModelAnalysis analysis = run(AnalysisMethod::ReactionDeletions);
    QCOMPARE(analysis.table.rows.size(), m_expected["reactions"].size());
    for (const std::vector<Cell> &row : analysis.table.rows)
        QVERIFY2(near(numberOf(row, 1), m_expected["reactions"][textOf(row, 0)]), textOf(row, 0).c_str());
}

void TestModelAnalysis::pairs()
{
    // By symbol, Entrez id and model id.
    const ModelAnalysis analysis =
        run(AnalysisMethod::DoubleGeneDeletions, {"GOT1", "4191", "1468_AT1", "2539_AT1", "CAT", "498_AT1"});
    QCOMPARE(analysis.table.rows.size(), m_expected["double_genes"].size());
    for (const std::vector<Cell> &row : analysis.table.rows) {
        std::string name = textOf(row, 0);
        if (name.find('+') == std::string::npos)
            name += '+' + name; // a gene with itself
        QVERIFY2(m_expected["double_genes"].contains(name), name.c_str());
        QVERIFY2(near(numberOf(row, 1), m_expected["double_genes"][name]), name.c_str());
    }
}

void TestModelAnalysis::adjustment()
{
    const ModelAnalysis analysis =
        run(AnalysisMethod::GeneMoma, {"2805_AT1", "4191_AT1", "498_AT1", "1468_AT1"});
    QCOMPARE(analysis.table.rows.size(), std::size_t(4));
    for (const std::vector<Cell> &row : analysis.table.rows) {
        const json &expected = m_expected["moma"][textOf(row, 0)];
        QVERIFY2(near(numberOf(row, 5), expected["distance"], 1e-5), textOf(row, 0).c_str());
        QVERIFY2(near(numberOf(row, 1), expected["growth"], 1e-5), textOf(row, 0).c_str());
    }
}

/// The network and cohort of tst_gimme, whose score is worked out there: 90 less what the better route can
/// carry, at a quarter of the difference of the two.
void TestModelAnalysis::gimmeOfASample()
{
    const auto model = std::make_shared<const MetabolicModel>(smallnetwork::make());
    MatrixD values(3, 4);
    values << 10, 1, 5, 3, 1, 2, 8, 1, 2, 10, 5, 30; // genes 1–3
    QTemporaryDir folder;
    const GeneTable table = smallnetwork::geneTable(folder.path().toStdString(), 3);
    const Cohort cohort = smallnetwork::cohortOf(values);
    ModelAnalysisOptions options;
    options.method = AnalysisMethod::Gimme;
    options.scenario.bounds = {{"BYP", {-50, 50}}, {"GTHX", {0, 60}}};
    for (Index sample = 0; sample < 4; ++sample) {
        options.sample = cohort.samples[static_cast<std::size_t>(sample)];
        const Result<ModelAnalysis> analysis = analyseModel(model, options, {}, {&cohort, &table});
        QVERIFY(analysis && analysis->status == SolutionStatus::Optimal);
        const double route = std::max(values(0, sample), values(1, sample)), around = values(2, sample);
        const double left = route < around ? 40 : 30;
        QVERIFY(near(analysis->gimme.score, left * std::abs(route - around) / 4));
        QCOMPARE(analysis->gimme.optimum, 100.0);
        QVERIFY(near(analysis->objectiveValue, 90));
        QCOMPARE(analysis->gimme.threshold, std::min(route, around) + std::abs(route - around) / 4);
        QCOMPARE(analysis->gimme.penalised, std::size_t(1));
        QCOMPARE(analysis->gimme.used, std::size_t(1));
        QCOMPARE(analysis->gimme.genesMatched, std::size_t(3));
        double sum = 0;
        for (const std::vector<Cell> &row : analysis->table.rows)
            sum += numberOf(row, 4);
        QVERIFY(near(sum, analysis->gimme.score));
        const std::vector<Cell> *worse = rowOf(analysis->table, route < around ? "GTHX" : "BYP");
        QCOMPARE(numberOf(*worse, 2), std::min(route, around));
        QVERIFY(near(numberOf(*worse, 3), std::abs(route - around) / 4));
        QVERIFY(near(numberOf(*worse, 1), left));
        QVERIFY(std::isnan(numberOf(*rowOf(analysis->table, "At"), 2))); // no rule
        QCOMPARE(numberOf(*rowOf(analysis->table, "At"), 3), 0.0);
        QVERIFY(analysis->metabolites.rows.empty());
    }
    QCOMPARE(analyseModel(model, options).error().code, ErrorCode::MissingInput);
    options.sample = "S9";
    QCOMPARE(analyseModel(model, options, {}, {&cohort, &table}).error().detail, std::string("S9"));
    options.sample = "S1";
    options.scenario.bounds["EX_b"] = {200, 1000};
    const Result<ModelAnalysis> infeasible = analyseModel(model, options, {}, {&cohort, &table});
    QVERIFY(infeasible && infeasible->status == SolutionStatus::Infeasible);
    QVERIFY(infeasible->table.rows.empty() && std::isnan(infeasible->gimme.score));
}

void TestModelAnalysis::comparison()
{
    const ModelAnalysis before = run(AnalysisMethod::PerturbedFba);
    const Scenario kept = m_scenario;
    m_scenario.bounds["PGI"] = {0, 0};
    m_scenario.knockouts.clear();
    const ModelAnalysis after = run(AnalysisMethod::PerturbedFba),
                        deletions = run(AnalysisMethod::GeneDeletions);
    m_scenario = kept;
    const Result<Table> table = compareAnalyses(before, after);
    QVERIFY(table);
    QCOMPARE(table->header[3], std::string("flux_difference"));
    QCOMPARE(table->rows.size(), before.table.rows.size());
    double last = std::numeric_limits<double>::infinity();
    for (const std::vector<Cell> &row : table->rows) {
        const double difference = numberOf(row, 2) - numberOf(row, 1);
        QVERIFY(numberOf(row, 3) == difference || (numberOf(row, 3) == 0 && std::abs(difference) < 1e-6));
        QCOMPARE(numberOf(row, 1), numberOf(*rowOf(before.table, textOf(row, 0)), 1));
        QCOMPARE(numberOf(row, 2), numberOf(*rowOf(after.table, textOf(row, 0)), 1));
        QVERIFY(std::abs(numberOf(row, 3)) <= last);
        last = std::abs(numberOf(row, 3));
    }
    QVERIFY(std::abs(numberOf(table->rows.front(), 3)) > 0.1);
    QVERIFY(!compareAnalyses(before, deletions));
    const auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    QCOMPARE(compareAnalyses(before, after, TaskContext(control, {})).error().code, ErrorCode::Cancelled);
}

/// A scenario without a solution is a result that holds no numbers.
void TestModelAnalysis::noFigures()
{
    const auto model = std::make_shared<const MetabolicModel>(smallnetwork::make());
    for (const AnalysisMethod method :
         {AnalysisMethod::Fba, AnalysisMethod::PerturbedFba, AnalysisMethod::FluxRanges,
          AnalysisMethod::GeneDeletions, AnalysisMethod::ReactionMoma}) {
        ModelAnalysisOptions options;
        options.method = method;
        options.scenario.bounds["EX_b"] = {200, 1000}; // 100 enter at most
        const Result<ModelAnalysis> infeasible = analyseModel(model, options);
        QVERIFY(infeasible && infeasible->status == SolutionStatus::Infeasible);
        QVERIFY(infeasible->table.rows.empty() && infeasible->metabolites.rows.empty());
        QVERIFY(std::isnan(infeasible->objectiveValue));
        // Nothing but these two: EX_b ≥ 200 of EX_a_e ≥ −100.
        QStringList sides;
        for (const BoundSide &side : infeasible->conflict)
            sides.append(
                QString::fromStdString(model->reactions[static_cast<std::size_t>(side.reaction)].id) +
                (side.isLower ? " from " : " to ") + QString::number(side.value));
        sides.sort();
        QCOMPARE(sides, QStringList({"EX_a_e from -100", "EX_b from 200"}));
        constexpr double infinity = std::numeric_limits<double>::infinity();
        options.scenario.bounds = {{"EX_a_e", {-infinity, 0}},
                                   {"At", {0, infinity}},
                                   {"BYP", {0, infinity}},
                                   {"EX_b", {0, infinity}}};
        const Result<ModelAnalysis> unbounded = analyseModel(model, options);
        QVERIFY(unbounded && unbounded->status == SolutionStatus::Unbounded);
        QVERIFY(unbounded->table.rows.empty());
        QVERIFY(unbounded->ray.size() >= 4); // in, across, out
    }
}

void TestModelAnalysis::timeLimitLeavesNoFigures()
{
    const auto model = std::make_shared<const MetabolicModel>(randomnetwork::make(4, 200, 600));
    MatrixD values = MatrixD::Ones(3, 1);
    const Cohort cohort = smallnetwork::cohortOf(values);
    for (const AnalysisMethod method :
         {AnalysisMethod::Fba, AnalysisMethod::ParsimoniousFba, AnalysisMethod::FluxRanges,
          AnalysisMethod::GeneDeletions, AnalysisMethod::ReactionMoma}) {
        ModelAnalysisOptions options;
        options.method = method;
        options.timeLimit = 1e-9;
        const Result<ModelAnalysis> late = analyseModel(model, options);
        QVERIFY2(late && late->status == SolutionStatus::TimeLimit, methodName(method));
        QVERIFY(late->table.rows.empty() && late->metabolites.rows.empty());
        QVERIFY(std::isnan(late->objectiveValue));
    }
}

void TestModelAnalysis::check()
{
    ModelAnalysisOptions options;
    QVERIFY(options.check(*m_model).ok());
    options.method = AnalysisMethod::FluxRanges;
    options.targets = {"PGI", "nothing"};
    const Result<void> unknown = options.check(*m_model);
    QVERIFY(!unknown && unknown.error().code == ErrorCode::UnknownName &&
            unknown.error().detail == "nothing");
    options.targets.clear();
    options.rangeFraction = 1.5;
    QVERIFY(options.check(*m_model).error().detail.starts_with("range_fraction: "));
    options.rangeFraction = 1;
    options.pfbaFactor = 0.5;
    QCOMPARE(options.check(*m_model).error().detail, std::string("pfbaFactor"));
    options.pfbaFactor = 0;
    options.method = AnalysisMethod::GeneDeletions;
    options.essentialShare = -1;
    QVERIFY(options.check(*m_model).error().detail.starts_with("essential_share: "));
    options.essentialShare = 0.01;
    options.timeLimit = -1;
    QVERIFY(options.check(*m_model).error().detail.starts_with("time_limit: "));
    options.timeLimit = 60;
    options.method = AnalysisMethod::Gimme;
    options.quantile = 1.1;
    QVERIFY(options.check(*m_model).error().detail.starts_with("gimme_quantile: "));
    options.quantile = 0.25;
    options.gimmeFraction = -0.1;
    QVERIFY(options.check(*m_model).error().detail.starts_with("gimme_fraction: "));
    options.gimmeFraction = 0.9;
    QVERIFY(options.check(*m_model).ok());
    options.scenario.knockouts = {"no gene"};
    QCOMPARE(options.check(*m_model).error().detail, std::string("no gene"));
}

void TestModelAnalysis::cancelled()
{
    const auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    ModelAnalysisOptions options;
    options.method = AnalysisMethod::ReactionDeletions;
    const Result<ModelAnalysis> analysis = analyseModel(m_model, options, TaskContext(control, {}));
    QVERIFY(!analysis && analysis.error().code == ErrorCode::Cancelled);
}

void TestModelAnalysis::keepsWhatIsFinished_data()
{
    QTest::addColumn<int>("method");
    for (const AnalysisMethod method :
         {AnalysisMethod::FluxRanges, AnalysisMethod::ReactionDeletions, AnalysisMethod::EssentialGenes,
          AnalysisMethod::DoubleReactionDeletions, AnalysisMethod::ReactionMoma})
        QTest::newRow(methodName(method)) << static_cast<int>(method);
}

void TestModelAnalysis::keepsWhatIsFinished()
{
    QFETCH(int, method);
    ModelAnalysisOptions options;
    options.method = static_cast<AnalysisMethod>(method);
    options.scenario = m_scenario;
    options.threads = 1;
    const Result<ModelAnalysis> whole = analyseModel(m_model, options);
    QVERIFY(whole && !whole->stoppedEarly);
    QCOMPARE(whole->finished, whole->asked);
    QVERIFY(whole->asked > 20);
    const auto control = std::make_shared<TaskControl>();
    int reports = 0;
    const TaskContext context(control, [&](const Progress &progress) {
        if (progress.done > 0 && ++reports == 12)
            control->requestStop(StopKind::Keep);
    });
    const Result<ModelAnalysis> part = analyseModel(m_model, options, context);
    QVERIFY(part && part->stoppedEarly && part->status == SolutionStatus::Optimal);
    QCOMPARE(part->asked, whole->asked);
    QVERIFY(part->finished > 0 && part->finished < part->asked);
    QCOMPARE(part->objectiveValue, whole->objectiveValue);
    if (options.method != AnalysisMethod::EssentialGenes)
        QCOMPARE(part->table.rows.size(), part->finished);
    for (const std::vector<Cell> &row : part->table.rows) {
        const std::vector<Cell> *same = rowOf(whole->table, textOf(row, 0));
        QVERIFY(same);
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto *number = std::get_if<double>(&row[c]);
            QVERIFY(number && std::isnan(*number) ? std::isnan(numberOf(*same, c)) : row[c] == (*same)[c]);
        }
    }
}

PATHGAN_TEST(TestModelAnalysis)
#include "tst_modelanalysis.moc"
