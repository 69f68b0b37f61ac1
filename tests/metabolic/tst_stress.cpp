// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/stress/feasibility.h"
#include "core/metabolic/stress/paperstress.h"
#include "core/metabolic/stress/survivalcurve_p.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <cmath>
#include <cstring>
#include <map>

using namespace pathgan;

namespace {

/// A cytosol that makes biomass and NADPH from what enters, with peroxidase, reductase and catalase.
MetabolicModel smallModel()
{
    MetabolicModel model;
    model.id = "small";
    model.compartments = {"c", "e"};
    const auto add = [&](const char *id, const std::map<std::string, double> &entries, double lower,
                         double upper, const char *rule = "") {
        Reaction reaction;
        reaction.id = id;
        reaction.lower = lower;
        reaction.upper = upper;
        for (const auto &[metabolite, coefficient] : entries) {
            const auto known = std::find_if(model.metabolites.begin(), model.metabolites.end(),
                                            [&](const Metabolite &other) { return other.id == metabolite; });
            const auto index = static_cast<int>(known - model.metabolites.begin());
            if (known == model.metabolites.end())
                model.metabolites.push_back(
                    {metabolite, "", metabolite.substr(metabolite.size() - 1), "", {}, {}});
            reaction.stoichiometry.emplace_back(index, coefficient);
        }
        std::sort(reaction.stoichiometry.begin(), reaction.stoichiometry.end());
        reaction.rule = *GeneRule::parse(rule, [&](std::string_view gene) {
            for (std::size_t i = 0; i < model.genes.size(); ++i) {
                if (model.genes[i].id == gene)
                    return static_cast<int>(i);
            }
            model.genes.push_back({std::string(gene), "", 0});
            return static_cast<int>(model.genes.size()) - 1;
        });
        model.reactions.push_back(reaction);
    };
    add("EX_glc__D_e", {{"glc__D_e", -1}}, -1000, 1000);
    add("GLCt", {{"glc__D_e", -1}, {"glc__D_c", 1}}, -1000, 1000);
    add("PPP", {{"glc__D_c", -1}, {"nadp_c", -12}, {"nadph_c", 12}}, 0, 1000);
    add("BIOMASS", {{"glc__D_c", -1}}, 0, 1000);
    add("EX_o2_e", {{"o2_e", -1}}, -1000, 1000);
    add("O2t", {{"o2_e", -1}, {"o2_c", 1}}, -1000, 1000);
    add("EX_h2o_e", {{"h2o_e", -1}}, -1000, 1000);
    add("H2Ot", {{"h2o_e", -1}, {"h2o_c", 1}}, -1000, 1000);
    add("GTHPi", {{"h2o2_c", -1}, {"gthrd_c", -2}, {"gthox_c", 1}, {"h2o_c", 2}}, 0, 1000, "GPX1 or GPX4");
    add("GTHOr", {{"gthox_c", -1}, {"nadph_c", -1}, {"nadp_c", 1}, {"gthrd_c", 2}}, 0, 1000, "GSR");
    add("leak", {{"h2o2_c", -1}, {"h2o_c", 1}}, 0, 1000); // consumes peroxide: closed by the rules
    add("H2O2t", {{"h2o2_e", -1}, {"h2o2_c", 1}}, -1000, 1000);
    add("EX_h2o2_e", {{"h2o2_e", -1}}, -1000, 1000);
    model.objectives = {{"obj", true, {{3, 1.0}}}};
    model.activeObjective = 0;
    model.buildIndex();
    return model;
}

Cohort smallCohort(const std::vector<std::vector<float>> &rows, const std::vector<std::string> &genes)
{
    auto matrix = std::make_shared<ExpressionMatrix>();
    matrix->genes = genes;
    matrix->scale = ExpressionScale::Log2NormCount;
    matrix->values.resize(static_cast<Index>(rows.size()), static_cast<Index>(rows.front().size()));
    Cohort cohort;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t k = 0; k < rows[i].size(); ++k)
            matrix->values(static_cast<Index>(i), static_cast<Index>(k)) = rows[i][k];
    }
    for (std::size_t k = 0; k < rows.front().size(); ++k) {
        cohort.samples.push_back("s" + std::to_string(k));
        cohort.columns.push_back(static_cast<Index>(k));
        cohort.clinicalRows.push_back(-1);
    }
    cohort.patients = matrix->samples = cohort.samples;
    cohort.expression = matrix;
    return cohort;
}

float logOf(double linear)
{
    return static_cast<float>(std::log2(linear + 1));
}

bool near(double got, double expected, double tolerance = 1e-6)
{
    return std::abs(got - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

/// GPX follows GPX1 (GPX4 is lower), GSR is high: load tolerance is set by the peroxidase alone.
Cohort peroxidaseCohort()
{
    return smallCohort(
        {{logOf(7), logOf(14), logOf(28)}, {logOf(1), logOf(1), logOf(1)}, {logOf(50), logOf(50), logOf(50)}},
        {"GPX1", "GPX4", "GSR"});
}

} // namespace

class TestStress : public QObject
{
    Q_OBJECT

private slots:
    void closedForm();
    void reductantLimits();
    void predictedFluxes();
    void unmeasuredKeepTheirCapacity();
    void silentCloses();
    void distributedMedium();
    void missingPieces();
    void optionsAreChecked();
    void roles();
    void survivalCurve();
    void sameBitsInAnyOrder();
    void stops();
    void paperModel();
    void feasibilityOfCapacities();
    void feasibilityOfVectors();
};

/// Peroxide made 2 r must pass the peroxidase: r_max = κ s/(2 median s). NADPH costs glucose 2 r/12.
void TestStress::closedForm()
{
    const Result<StressRun> run =
        simulateStress(smallModel(), peroxidaseCohort(), GeneTable::builtIn(), nullptr, {});
    QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
    QCOMPARE(run->source, std::string("expression"));
    QVERIFY(!run->distributedMedium && !run->stoppedEarly);
    QCOMPARE(run->capacityReactions, (std::vector<std::string>{"GTHPi", "GTHOr"}));
    // The reductase has capacity 2 in all samples: it caps the third one, whose peroxidase has 4
    const std::vector<double> largest = {0.5, 1, 1};
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(run->status[i], SolutionStatus::Optimal);
        QVERIFY(near(run->growth[i], 0.5));
        QVERIFY(near(run->maximumLoad[i], largest[i]));
        QVERIFY(near(run->tolerance90[i], std::min(largest[i], 0.05 * 6)));
        QVERIFY(near(run->tolerance50[i], std::min(largest[i], 0.25 * 6)));
    }
    QCOMPARE(run->loads.size(), std::size_t(21));
    QVERIFY(near(run->loads[20], 1));
    QVERIFY(near(run->cohortLoad, 1));
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t k = 0; k < run->loads.size(); ++k) {
            const double load = run->loads[k];
            if (std::abs(load - largest[i]) < 1e-6) // expression is in single precision
                continue;
            const double expected = load > largest[i] + 1e-9 ? 0 : (0.5 - load / 6) / 0.5;
            QVERIFY(near(run->survival(static_cast<Index>(i), static_cast<Index>(k)), expected));
        }
    }
    QVERIFY(near(run->survivalAtCohortLoad[0], 0));
    QVERIFY(near(run->survivalAtCohortLoad[1], 2.0 / 3));
}

/// With more peroxidase than glucose can feed, growth falls to 0 where all glucose makes NADPH: r = 3.
void TestStress::reductantLimits()
{
    StressOptions options;
    options.peroxidaseCapacity = 100;
    const Result<StressRun> run =
        simulateStress(smallModel(), peroxidaseCohort(), GeneTable::builtIn(), nullptr, options);
    QVERIFY(run.ok());
    QVERIFY(near(run->maximumLoad[1], 3));
    QVERIFY(near(run->tolerance90[1], 0.3));
    QVERIFY(near(run->tolerance50[1], 1.5));
    QCOMPARE(run->survival(1, 20), 0.0);
}

void TestStress::predictedFluxes()
{
    FluxRun predicted;
    predicted.samples = {"s2", "elsewhere"};
    predicted.reactions = {"GTHPi", "BIOMASS"};
    predicted.values.resize(2, 2);
    predicted.values << 30, 1, 10, 1; // median 20: capacities 3 and 1
    const Result<StressRun> run =
        simulateStress(smallModel(), peroxidaseCohort(), GeneTable::builtIn(), &predicted, {});
    QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
    QCOMPARE(run->source, std::string("predicted flux"));
    QCOMPARE(run->samples, predicted.samples);
    QVERIFY(near(run->maximumLoad[0], 1)); // the reductase's 2 of expression
    QVERIFY(near(run->maximumLoad[1], 0.5));
    predicted.values << -5, 1, 10, 1; // a negative prediction is no capacity
    const Result<StressRun> negative =
        simulateStress(smallModel(), peroxidaseCohort(), GeneTable::builtIn(), &predicted, {});
    QVERIFY(negative.ok());
    QVERIFY(near(negative->maximumLoad[0], 0));
    QVERIFY(near(negative->growth[0], 0.5));
    QVERIFY(near(negative->survival(0, 0), 1));
}

void TestStress::unmeasuredKeepTheirCapacity()
{
    const float none = std::numeric_limits<float>::quiet_NaN();
    const Cohort cohort = smallCohort({{logOf(1), logOf(3), none}, {0, 0, logOf(5)}}, {"GPX1", "GSR"});
    const Result<StressRun> run = simulateStress(smallModel(), cohort, GeneTable::builtIn(), nullptr, {});
    QVERIFY(run.ok());
    // GPX1: median of the known 2, unmeasured in s2; GSR: silent but in s2
    QVERIFY(near(run->maximumLoad[0], 0));
    QVERIFY(near(run->maximumLoad[1], 0));
    QVERIFY(near(run->maximumLoad[2], 1));
}

/// Of a gene that is silent in all samples as of one that is silent in some.
void TestStress::silentCloses()
{
    const float none = std::numeric_limits<float>::quiet_NaN();
    for (const float last : {0.0F, logOf(5), none}) {
        const Cohort cohort = smallCohort({{logOf(1), logOf(2), logOf(4)}, {0, 0, last}}, {"GPX1", "GSR"});
        const Result<StressRun> run = simulateStress(smallModel(), cohort, GeneTable::builtIn(), nullptr, {});
        QVERIFY(run.ok());
        QVERIFY(near(run->maximumLoad[0], 0));
        QVERIFY(near(run->maximumLoad[1], 0));
        QVERIFY(near(run->maximumLoad[2], last == 0 ? 0 : 1));
    }
}

/// Without any of model R's nutrients but a carbon source of its own the model's medium is used.
void TestStress::distributedMedium()
{
    MetabolicModel model = smallModel();
    for (Reaction &reaction : model.reactions) {
        if (reaction.id == "EX_glc__D_e")
            reaction.id = "EX_sugar_e";
        if (reaction.id == "EX_sugar_e")
            reaction.lower = -2;
    }
    for (Metabolite &metabolite : model.metabolites) {
        if (metabolite.id == "glc__D_e")
            metabolite.id = "sugar_e";
    }
    model.buildIndex();
    const Result<StressRun> run =
        simulateStress(model, peroxidaseCohort(), GeneTable::builtIn(), nullptr, {});
    QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
    QVERIFY(run->distributedMedium);
    QVERIFY(near(run->growth[0], 2));
    model.reactions[0].lower = 0;
    const Result<StressRun> starving =
        simulateStress(model, peroxidaseCohort(), GeneTable::builtIn(), nullptr, {});
    QVERIFY(!starving);
    QCOMPARE(starving.error().code, ErrorCode::Infeasible);
}

void TestStress::missingPieces()
{
    for (const auto &[id, name] :
         {std::pair{"h2o2_c", "hydrogen peroxide"}, {"h2o_c", "water"}, {"o2_c", "oxygen"}}) {
        MetabolicModel model = smallModel();
        model.metabolites[static_cast<std::size_t>(model.metaboliteIndex(id))].id = "other_c";
        model.buildIndex();
        const Result<StressRun> run =
            simulateStress(model, peroxidaseCohort(), GeneTable::builtIn(), nullptr, {});
        QVERIFY(!run);
        QCOMPARE(run.error().code, ErrorCode::UnknownName);
        QCOMPARE(run.error().detail, std::string(name) + " in the cytosol");
    }
    const MetabolicModel stated = smallModel();
    MetabolicModel model = stated;
    model.activeObjective = -1;
    const Result<StressRun> byName =
        simulateStress(model, peroxidaseCohort(), GeneTable::builtIn(), nullptr, {});
    const Result<StressRun> byObjective =
        simulateStress(stated, peroxidaseCohort(), GeneTable::builtIn(), nullptr, {});
    QVERIFY(byName.ok() && byObjective.ok());
    QVERIFY(byName->maximumLoad == byObjective->maximumLoad && byName->growth == byObjective->growth);
    model.reactions[static_cast<std::size_t>(model.reactionIndex("BIOMASS"))].id = "drain";
    model.buildIndex();
    const Result<StressRun> run =
        simulateStress(model, peroxidaseCohort(), GeneTable::builtIn(), nullptr, {});
    QVERIFY(!run);
    QCOMPARE(run.error().detail, std::string("objective"));
    const Cohort others = smallCohort({{1, 2}}, {"NOGENE"});
    QCOMPARE(simulateStress(smallModel(), others, GeneTable::builtIn(), nullptr, {}).error().code,
             ErrorCode::NoOverlap);
    QCOMPARE(simulateStress(smallModel(), {}, GeneTable::builtIn(), nullptr, {}).error().code,
             ErrorCode::TooFewSamples);
}

void TestStress::optionsAreChecked()
{
    QVERIFY(StressOptions().check().ok());
    for (const auto &change : std::vector<std::function<void(StressOptions &)>>{
             [](StressOptions &o) { o.curvePoints = 1; }, [](StressOptions &o) { o.catalaseCapacity = -1; },
             [](StressOptions &o) { o.peroxidaseCapacity = std::nan(""); }}) {
        StressOptions options;
        change(options);
        QCOMPARE(options.check().error().code, ErrorCode::InvalidOption);
        QVERIFY(!simulateStress(smallModel(), peroxidaseCohort(), GeneTable::builtIn(), nullptr, options));
    }
    QVERIFY(StressRun::limits().size() >= 4);
}

/// Reactions are found under other names by their stoichiometry; the medium's oxidants are closed.
void TestStress::roles()
{
    MetabolicModel model = smallModel();
    for (Reaction &reaction : model.reactions) {
        if (reaction.id == "GTHPi")
            reaction.id = "peroxidase";
        if (reaction.id == "GTHOr")
            reaction.id = "reductase";
    }
    model.buildIndex();
    const Result<StressModel> stress = makeStressModel(model, {}, false);
    QVERIFY(stress.ok());
    QCOMPARE(stress->capacities.size(), std::size_t(2));
    QCOMPARE(stress->capacities[0].reaction, model.reactionIndex("peroxidase"));
    QCOMPARE(stress->capacities[1].reaction, model.reactionIndex("reductase"));
    QCOMPARE(stress->restricted, (std::vector<int>{model.reactionIndex("leak")}));
    const auto exchange = static_cast<std::size_t>(model.reactionIndex("EX_h2o2_e"));
    QCOMPARE(stress->problem.lower[exchange], 0.0);
    QCOMPARE(stress->problem.upper[exchange], 0.0);
    QCOMPARE(stress->load, static_cast<int>(model.reactions.size()));
}

void TestStress::survivalCurve()
{
    SurvivalCurve curve;
    curve.status = SolutionStatus::Optimal;
    curve.points = {{0, 4}, {1, 4}, {3, 2}, {4, 0.5}};
    QCOMPARE(curve.growthAt(0), 4.0);
    QCOMPARE(curve.growthAt(2), 3.0);
    QCOMPARE(curve.growthAt(4), 0.5);
    QCOMPARE(curve.growthAt(4.001), 0.0);
    QCOMPARE(curve.tolerance(1), 1.0);
    QCOMPARE(curve.tolerance(0.75), 2.0);
    QCOMPARE(curve.tolerance(0.1), 4.0);
    curve.points = {{0, 4}};
    QCOMPARE(curve.tolerance(0.9), 0.0);
    QCOMPARE(curve.growthAt(0.5), 0.0);
}

void TestStress::sameBitsInAnyOrder()
{
    std::vector<std::vector<float>> rows(3);
    for (int i = 0; i < 30; ++i) {
        rows[0].push_back(logOf(5 + (i * 7) % 11));
        rows[1].push_back(logOf(1 + (i * 5) % 13));
        rows[2].push_back(logOf(4 + (i * 3) % 17));
    }
    const Cohort cohort = smallCohort(rows, {"GPX1", "GPX4", "GSR"});
    Cohort reversed = cohort;
    std::reverse(reversed.samples.begin(), reversed.samples.end());
    std::reverse(reversed.columns.begin(), reversed.columns.end());
    StressOptions options;
    options.peroxidaseCapacity = 5;
    options.threads = 1;
    const Result<StressRun> one =
        simulateStress(smallModel(), cohort, GeneTable::builtIn(), nullptr, options);
    options.threads = 3;
    const Result<StressRun> three =
        simulateStress(smallModel(), reversed, GeneTable::builtIn(), nullptr, options);
    QVERIFY(one.ok() && three.ok());
    std::vector<double> back(three->tolerance50.rbegin(), three->tolerance50.rend());
    QCOMPARE(std::memcmp(back.data(), one->tolerance50.data(), back.size() * sizeof(double)), 0);
    back.assign(three->maximumLoad.rbegin(), three->maximumLoad.rend());
    QCOMPARE(std::memcmp(back.data(), one->maximumLoad.data(), back.size() * sizeof(double)), 0);
    QCOMPARE(one->cohortLoad, three->cohortLoad);
    QVERIFY(one->survival == three->survival.colwise().reverse());
    QVERIFY(one->tolerance50.front() != one->tolerance50.back());
}

void TestStress::stops()
{
    const auto control = std::make_shared<TaskControl>();
    StressOptions options;
    options.threads = 1;
    const TaskContext keep(control, [&](const Progress &progress) {
        if (progress.phase == "Simulating stress" && progress.done == 2)
            control->requestStop(StopKind::Keep);
    });
    const Result<StressRun> kept =
        simulateStress(smallModel(), peroxidaseCohort(), GeneTable::builtIn(), nullptr, options, keep);
    QVERIFY(kept.ok());
    QVERIFY(kept->stoppedEarly);
    QCOMPARE(kept->samples, (std::vector<std::string>{"s0", "s1"}));
    QCOMPARE(kept->survival.rows(), Index(2));
    const auto cancel = std::make_shared<TaskControl>();
    cancel->requestStop(StopKind::Cancel);
    const Result<StressRun> cancelled = simulateStress(smallModel(), peroxidaseCohort(), GeneTable::builtIn(),
                                                       nullptr, options, TaskContext(cancel, {}));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

void TestStress::paperModel()
{
    MetabolicModel model = smallModel();
    Reaction exchange;
    exchange.id = "EX_gthox_e";
    exchange.lower = 0;
    exchange.upper = 1000;
    exchange.stoichiometry = {{model.metaboliteIndex("glc__D_c"), -1}}; // takes one glucose each
    model.reactions.push_back(exchange);
    model.reactions[0].lower = -8;
    model.buildIndex();
    FluxRun predicted;
    predicted.samples = {"a", "b", "c", "d", "e"};
    predicted.reactions = {"BIOMASS", "EX_gthox_e"};
    predicted.values.resize(5, 2);
    predicted.values << 0, 0, 0, 3, 0, -1, 0, 9, 0, std::nan("");
    const Result<PaperStressRun> run = simulatePaperStress(model, predicted);
    QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
    QVERIFY(near(run->growth[0], 8));
    QVERIFY(near(run->growth[1], 5));
    QCOMPARE(run->status[2],
             SolutionStatus::Optimal); // −1 makes glucose: nothing forbids it once it is fixed
    QVERIFY(near(run->growth[2], 9));
    QCOMPARE(run->status[3], SolutionStatus::Infeasible);
    QVERIFY(std::isnan(run->growth[3]));
    QCOMPARE(run->status[4], SolutionStatus::Undefined);
    predicted.reactions[1] = "GTHPi";
    QCOMPARE(simulatePaperStress(model, predicted).error().code, ErrorCode::UnknownName);
}

void TestStress::feasibilityOfCapacities()
{
    FluxRun targets;
    targets.samples = {"a", "b"};
    targets.reactions = {"GTHPi", "GTHOr"};
    targets.wildTypeValues = {10, 5};
    MatrixD predicted(2, 2);
    predicted << 10, 5, 11, -1;
    const Result<FeasibilityRun> run = checkFeasibility(smallModel(), targets, predicted);
    QVERIFY(run.ok());
    QCOMPARE(run->outside, (std::vector<std::size_t>{0, 2}));
    QVERIFY(run->distance.empty());
    // In the physiological medium peroxide comes from nowhere: neither reaction can carry a flux.
    QCOMPARE(run->unattainable, (std::vector<std::size_t>{2, 2}));
    targets.options.medium = MediumPreset::AsDistributed; // both up to 500: the water leaves at 1000
    targets.wildTypeValues.clear();
    predicted << 500, 501, 5, 5;
    const Result<FeasibilityRun> open = checkFeasibility(smallModel(), targets, predicted);
    QVERIFY(open.ok());
    QVERIFY(open->outside.empty());
    QCOMPARE(open->unattainable, (std::vector<std::size_t>{1, 0}));
    QVERIFY(!checkFeasibility(smallModel(), targets, MatrixD(1, 2)));
}

/// PPP and GTHOr both carry 1 : 12 of NADPH: (1, 12) is possible, (1, 0) is 1 away at the best.
void TestStress::feasibilityOfVectors()
{
    FluxRun targets;
    targets.options.quantity = FluxQuantity::PerturbedFba;
    targets.options.medium = MediumPreset::AsDistributed;
    targets.samples = {"a", "b", "c", "d"};
    targets.reactions = {"PPP", "GTHOr", "GTHPi"};
    MatrixD predicted(4, 3);
    predicted << 0, 0, 0, 1, 12, 12, 1, 0, 0, 0, 12, 12;
    const Result<FeasibilityRun> run = checkFeasibility(smallModel(), targets, predicted);
    QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
    QVERIFY(run->outside.empty());
    QVERIFY(near(run->distance[0], 0));
    QVERIFY(near(run->distance[1], 0));        // peroxide may enter from outside
    QVERIFY(near(run->distance[2], 1));        // nothing nearer than no flux at all
    QVERIFY(near(run->distance[3], 1.0 / 24)); // PPP must run once
    targets.reactions[0] = "unknown";
    QCOMPARE(checkFeasibility(smallModel(), targets, predicted).error().code, ErrorCode::UnknownName);
}

PATHGAN_TEST(TestStress)
#include "tst_stress.moc"
