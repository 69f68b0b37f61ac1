// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomnetwork.h"
#include "smallnetwork.h"
#include "tests/support/testmain.h"

#include "core/metabolic/check/balancecheck_p.h"
#include "core/metabolic/check/fluxcheck_p.h"
#include "core/metabolic/check/modelcheck_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/lp/lp_p.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace pathgan;

namespace {} // namespace

namespace {

/// "id|key|detail|value" of a kind's findings
std::set<std::string> found(const ModelCheckRun &run, CheckKind kind)
{
    std::set<std::string> result;
    for (const CheckFinding &one : run.findings)
        if (one.kind == kind)
            result.insert(one.id + '|' + one.key + '|' + one.detail + '|' +
                          (std::isnan(one.value) ? "" : QString::number(one.value, 'g', 6).toStdString()));
    return result;
}
std::set<std::string> ids(const ModelCheckRun &run, CheckKind kind)
{
    std::set<std::string> result;
    for (const CheckFinding &one : run.findings)
        if (one.kind == kind)
            result.insert(one.id);
    return result;
}
std::set<std::string> texts(const nlohmann::json &list)
{
    return list.get<std::set<std::string>>();
}

/// Something of every kind that a check finds.
MetabolicModel oddModel()
{
    MetabolicModel model;
    model.compartments = {"e", "c"};
    enum : int { Ae, A, B, C, Dead, Orphan, Off, Rev, X, Y, Atp, Adp, Pi, H, H2o };
    const auto metabolite = [&](const char *id, const char *formula, std::optional<int> charge) {
        model.metabolites.push_back({id, "", std::string(1, std::string(id).back()), formula, charge, {}});
    };
    metabolite("a_e", "C6H12O6", 0);
    metabolite("a_c", "C6H12O6", 0);
    metabolite("b_c", "C6H12O6", 0);
    metabolite("c_c", "C6H14O6", -1);
    metabolite("dead_c", "", std::nullopt);
    metabolite("orphan_c", "H", 1);
    metabolite("off_c", "C6H12O6", 0);
    metabolite("rev_c", "(C2H4O2)3", 0);
    metabolite("x_c", "R", 0);
    metabolite("y_c", "(CH2O)n", 0);
    metabolite("atp_c", "C10H12N5O13P3", -4);
    metabolite("adp_c", "C10H12N5O10P2", -3);
    metabolite("pi_c", "HO4P", -2);
    metabolite("h_c", "H", 1);
    metabolite("h2o_c", "H2O", 0);
    for (const char *id : {"0", "8639_AT1", "zzz9"})
        model.genes.push_back({id, "", std::string(id) == "8639_AT1" ? 8639 : 0});
    using Op = GeneRule::Op;
    const auto add = [&](const char *id, double low, double high, Stoichiometry stoichiometry) {
        smallnetwork::addReaction(model, id, low, high, std::move(stoichiometry));
    };
    add("EX_a_e", -10, 1000, {{Ae, -1}});
    add("T", 0, 1000, {{Ae, -1}, {A, 1}});
    add("R", 0, 1000, {{A, -1}, {B, 1}});
    add("TWIN", 0, 1000, {{A, -1}, {B, 1}});
    add("BACK", 0, 1000, {{A, 2}, {B, -2}});
    add("BAD", 0, 1000, {{B, -1}, {C, 1}});
    add("DM_c", 0, 1000, {{C, -1}});
    add("LOST", 0, 1000, {{B, -1}, {Dead, 1}});
    add("SHUT", 0, 0, {{A, -1}, {Off, 1}});
    add("THERE", -1000, 1000, {{A, -1}, {Rev, 1}});
    add("X1", 0, 1000, {{A, -1}, {X, 1}, {Y, 1}});
    add("X2", 0, 1000, {{B, 1}, {X, -2}, {Y, -1}});
    add("X3", 0, 1000, {{C, 1}, {X, -3}, {Y, -1}});
    add("GEN", 0, 500, {{Atp, 1}, {Adp, -1}, {Pi, -1}, {H, -1}, {H2o, 1}});
    model.reactions[2].rule = GeneRule({{Op::Gene, 1}, {Op::Gene, 2}, {Op::Or, 2}});
    model.buildIndex();
    return model;
}

} // namespace

class TestModelCheck : public QObject
{
    Q_OBJECT

private slots:
    void formulas_data();
    void formulas();
    void everyKind();
    void withoutFluxes();
    void forcedFlux();
    void flowsOfRandomNetworks();
    void likeCobrapy();
    void balanceOfRecon3d();
    void cancelled();
};

void TestModelCheck::formulas_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("composition"); // empty: not understood
    const auto row = [](const char *formula, const char *composition) {
        QTest::newRow(formula) << QString(formula) << QString(composition);
    };
    row("C6H12O6", "C6 H12 O6");
    row("H2O", "H2 O1");
    row("CH3CH2OH", "C2 H6 O1");
    row("C10.5H20.25", "C10.5 H20.25");
    row("(C2H4)3R1.5", "C6 H12 R1.5");
    row("(C6(H10O5)2)2X", "C12 H40 O20 X1");
    row("C20H21N7O7FULLR2", "C20 F1 H21 L2 N7 O7 R2 U1");
    row("C5H8*", "*1 C5 H8");
    row("NaCl", "Cl1 Na1");
    row("", "");
    row("(C6H10O5)n", "");
    row("C6H12O6-", "");
    row("C6.5.5", "");
    row("(C6", "");
    row("C6)", "");
    row("c6", "");
    row("6C", "");
}

void TestModelCheck::formulas()
{
    QFETCH(QString, formula);
    QFETCH(QString, composition);
    const std::optional<Composition> parsed = parseFormula(formula.toStdString());
    QCOMPARE(parsed.has_value(), !composition.isEmpty());
    QStringList parts;
    for (const auto &[element, amount] : parsed.value_or(Composition{}))
        parts << QString::fromStdString(element) + QString::number(amount);
    QCOMPARE(parts.join(' '), composition);
}

void TestModelCheck::everyKind()
{
    using Set = std::set<std::string>;
    const Result<ModelCheckRun> run = checkModel(oddModel(), GeneTable::builtIn());
    QVERIFY(run.ok());
    QVERIFY(run->left.empty());
    QCOMPARE(found(*run, CheckKind::OrphanMetabolite), Set({"orphan_c|||"}));
    QCOMPARE(found(*run, CheckKind::DeadEndMetabolite),
             Set({"dead_c|only produced||1", "off_c|its reactions are closed||1", "rev_c|in one reaction||1",
                  "atp_c|only produced||1", "adp_c|only consumed||1", "pi_c|only consumed||1",
                  "h_c|only consumed||1", "h2o_c|only produced||1"}));
    QCOMPARE(
        found(*run, CheckKind::BlockedReaction),
        Set({"LOST|cut off by a dead end||", "SHUT|closed by its bounds||", "THERE|cut off by a dead end||",
             "X1|no steady state uses it||", "X2|no steady state uses it||", "X3|no steady state uses it||",
             "GEN|cut off by a dead end||"}));
    QCOMPARE(found(*run, CheckKind::MassImbalance), Set({"BAD||H 2|2"}));
    QCOMPARE(found(*run, CheckKind::ChargeImbalance), Set({"BAD|||-1", "X3|||-1"}));
    QCOMPARE(found(*run, CheckKind::BalanceUnknown),
             Set({"LOST|no formula|dead_c|", "LOST|no charge|dead_c|", "X1|formula not understood|y_c|",
                  "X2|formula not understood|y_c|", "X3|formula not understood|y_c|"}));
    QCOMPARE(run->balanceChecked, std::size_t(8)); // but the two boundary ones and the four unknown ones
    QCOMPARE(found(*run, CheckKind::RunsWithoutInput), Set({"R|||", "TWIN|||", "BACK|||"}));
    QCOMPARE(found(*run, CheckKind::EnergyFromNothing), Set({"atp_c||GEN|500"}));
    QCOMPARE(found(*run, CheckKind::UnknownGene), Set({"0|placeholder||", "zzz9|not in the gene table||"}));
    QCOMPARE(found(*run, CheckKind::UnusedGene), Set({"0|||"}));
    QCOMPARE(found(*run, CheckKind::OpenExchange), Set({"EX_a_e|exchange|a_e|10"}));
    QCOMPARE(found(*run, CheckKind::DuplicateReaction),
             Set({"TWIN|same stoichiometry|R|", "BACK|proportional stoichiometry|R|"}));
    std::size_t sum = 0;
    for (const CheckKind kind : checkKinds())
        sum += run->count(kind);
    QCOMPARE(sum, run->findings.size());
}

void TestModelCheck::withoutFluxes()
{
    ModelCheckOptions options;
    options.withFluxes = false;
    const Result<ModelCheckRun> run = checkModel(oddModel(), GeneTable::builtIn(), options);
    QVERIFY(run.ok());
    QCOMPARE(run->left.size(), std::size_t(3));
    QCOMPARE(run->count(CheckKind::BlockedReaction), std::size_t(0));
    QCOMPARE(run->count(CheckKind::DeadEndMetabolite), std::size_t(8));
}

void TestModelCheck::forcedFlux()
{
    // what must run takes all there is: the other branch is blocked, though its signs allow it
    MetabolicModel model = smallnetwork::make();
    model.reactions[2].lower = 100; // GTHX, of at most 100 that enter
    model.reactions[4].lower = 0;   // BYP
    const Result<ModelCheckRun> run = checkModel(model, GeneTable::builtIn());
    QVERIFY(run.ok());
    QCOMPARE(ids(*run, CheckKind::BlockedReaction), std::set<std::string>({"BYP"}));
    // more than there is: nothing can be said, and the rest is
    model.reactions[2].lower = 101;
    const Result<ModelCheckRun> impossible = checkModel(model, GeneTable::builtIn());
    QVERIFY(impossible.ok());
    QCOMPARE(impossible->left, std::vector<CheckKind>({CheckKind::BlockedReaction}));
    QCOMPARE(impossible->count(CheckKind::OpenExchange), std::size_t(1));
}

void TestModelCheck::flowsOfRandomNetworks()
{
    int none = 0, cutOff = 0, infeasible = 0;
    for (unsigned seed = 0; seed < 80; ++seed) {
        LpModel network = networkProblem(randomnetwork::make(seed));
        std::fill(network.cost.begin(), network.cost.end(), 0.0);
        const Result<std::vector<Flow>> flows = findFlows(network, 2, "", {});
        Lp lp(network);
        if (lp.solveCold() != SolutionStatus::Optimal) {
            QVERIFY(!flows);
            ++infeasible;
            continue;
        }
        QVERIFY(flows.ok());
        for (int j = 0; j < network.size(); ++j) {
            double most = 0;
            for (const bool maximise : {true, false}) {
                lp.clearCosts();
                lp.setCost(j, 1);
                lp.setMaximise(maximise);
                QCOMPARE(lp.solve(LpMethod::Primal), SolutionStatus::Optimal);
                most = std::max(most, std::abs(lp.value(j)));
            }
            const Flow flow = (*flows)[static_cast<std::size_t>(j)];
            QCOMPARE(flow == Flow::Some, most > leastFlux);
            none += flow == Flow::None;
            cutOff += flow == Flow::CutOff;
        }
    }
    QVERIFY(none > 0);
    QVERIFY(cutOff > 100);
    QVERIFY(infeasible < 60);
}

void TestModelCheck::likeCobrapy()
{
    const std::string path = PATHGAN_SHARED_DATA "/models/textbook.xml.gz";
    QFile figures(PATHGAN_TEST_DATA "/metabolic/check_textbook.json");
    QVERIFY(figures.open(QIODevice::ReadOnly));
    const nlohmann::json expected = nlohmann::json::parse(figures.readAll().toStdString())["textbook"];
    const Result<MetabolicModel> model = readModel(path);
    if (!model)
        QSKIP("needs the shared models");
    const Result<ModelCheckRun> run = checkModel(*model, GeneTable::builtIn());
    QVERIFY(run.ok());
    QCOMPARE(ids(*run, CheckKind::BlockedReaction), texts(expected["blocked"]));
    QCOMPARE(ids(*run, CheckKind::RunsWithoutInput), texts(expected["without_input"]));
    QVERIFY(expected["unbalanced"].empty());
    QCOMPARE(run->count(CheckKind::MassImbalance) + run->count(CheckKind::ChargeImbalance), std::size_t(0));
    QCOMPARE(run->count(CheckKind::BalanceUnknown), std::size_t(0));
    QCOMPARE(run->count(CheckKind::EnergyFromNothing), std::size_t(0));
    QCOMPARE(run->balanceChecked, model->reactions.size() - 21); // 20 exchanges and the biomass
    // threads change nothing
    ModelCheckOptions options;
    options.threads = 3;
    const Result<ModelCheckRun> threads = checkModel(*model, GeneTable::builtIn(), options);
    QVERIFY(threads.ok());
    QCOMPARE(ids(*threads, CheckKind::BlockedReaction), ids(*run, CheckKind::BlockedReaction));
}

void TestModelCheck::balanceOfRecon3d()
{
    const Result<MetabolicModel> model = readModel(PATHGAN_SHARED_DATA "/recon3d/Recon3D.xml.gz");
    if (!model)
        QSKIP("needs Recon3D");
    ModelCheckOptions options;
    options.withFluxes = false;
    const Result<ModelCheckRun> run = checkModel(*model, GeneTable::builtIn(), options);
    QVERIFY(run.ok());
    // COBRApy 0.32.1, check_mass_balance: 285 reactions with a surplus of some element, of which it makes
    // PROTEIN_BS one by taking a metabolite without formula for nothing, and 2983 with one of charge
    QCOMPARE(run->count(CheckKind::MassImbalance), std::size_t(284));
    QCOMPARE(run->count(CheckKind::ChargeImbalance), std::size_t(2983));
    QCOMPARE(ids(*run, CheckKind::BalanceUnknown), std::set<std::string>({"PROTEIN_BS"}));
    QCOMPARE(run->count(CheckKind::OrphanMetabolite) + run->count(CheckKind::DeadEndMetabolite),
             std::size_t(0));
}

void TestModelCheck::cancelled()
{
    const auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    const Result<ModelCheckRun> run =
        checkModel(oddModel(), GeneTable::builtIn(), {}, TaskContext(control, {}));
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::Cancelled);
}

PATHGAN_TEST(TestModelCheck)
#include "tst_modelcheck.moc"
