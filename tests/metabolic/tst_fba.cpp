// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/model/modelgenes.h"

#include "tests/metabolic/fluxreference.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

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

FluxSolution solved(const MetabolicModel &model, const FbaOptions &options = {})
{
    Result<FluxSolution> result = fba(model, options);
    return result ? std::move(*result) : FluxSolution{};
}

int indexOf(const MetabolicModel &model, const char *id)
{
    return model.reactionIndex(id);
}

/// Strong duality: c·v = Σ over active bounds of reduced cost · bound.
double dualObjective(const MetabolicModel &model, const FluxSolution &solution)
{
    double sum = 0;
    for (std::size_t i = 0; i < solution.fluxes.size(); ++i) {
        const double d = solution.reducedCosts[i];
        if (std::abs(d) > 1e-9)
            sum += d * (d > 0 ? model.reactions[i].upper : model.reactions[i].lower);
    }
    return sum;
}

} // namespace

#define NEED_MODEL(model)                                                                                    \
    if ((model).reactions.empty())                                                                           \
    QSKIP("the shared reference models are absent")

class TestFba : public QObject
{
    Q_OBJECT

private slots:
    void matchesReference_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"toy_legacy_l2.xml", "toy_fbc2.xml", "textbook.xml.gz", "mini_fbc1.xml",
                                 "e_coli_core.xml.gz", "mini_fbc2.xml"})
            QTest::newRow(name) << name;
    }
    void matchesReference()
    {
        QFETCH(QString, name);
        const MetabolicModel model = readOrEmpty(name.toStdString());
        NEED_MODEL(model);
        const json reference = fluxreference::load("fba.json")[name.toStdString()];
        const FluxSolution solution = solved(model);
        QCOMPARE(QString(statusName(solution.status)), QString::fromStdString(reference["status"]));
        if (solution.status != SolutionStatus::Optimal) {
            QVERIFY(std::isnan(solution.objectiveValue));
            QVERIFY(solution.fluxes.empty() && solution.reducedCosts.empty());
            return;
        }
        QVERIFY(fluxreference::close(solution.objectiveValue, reference["objective_value"]));
        QVERIFY(fluxreference::imbalance(model, solution.fluxes) < 1e-6);
        QVERIFY(fluxreference::close(dualObjective(model, solution), solution.objectiveValue));
        for (const json &id : reference["unique_flux"]) {
            const auto at = static_cast<std::size_t>(model.reactionIndex(id.get<std::string>()));
            QVERIFY2(fluxreference::close(solution.fluxes[at], reference["fluxes"][id.get<std::string>()]),
                     id.get<std::string>().c_str());
        }
    }

    /// d_j = c_j − Σ S_ij y_i; COBRApy's reduced costs are twice as large. The toy model's duals are unique.
    void reducedCostsAndShadowPrices()
    {
        const MetabolicModel model = readOrEmpty("toy_legacy_l2.xml");
        QVERIFY(!model.reactions.empty());
        const json reference = fluxreference::load("fba.json")["toy_legacy_l2.xml"];
        const FluxSolution solution = solved(model);
        for (std::size_t i = 0; i < model.reactions.size(); ++i)
            QVERIFY(
                fluxreference::close(solution.reducedCosts[i],
                                     reference["reduced_costs"][model.reactions[i].id].get<double>() / 2));
        for (std::size_t i = 0; i < model.metabolites.size(); ++i)
            QVERIFY(fluxreference::close(solution.shadowPrices[i],
                                         reference["shadow_prices"][model.metabolites[i].id]));
    }

    void statusCases()
    {
        const MetabolicModel model = readOrEmpty("textbook.xml.gz");
        NEED_MODEL(model);
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const json cases = fluxreference::load("fba_cases_textbook.json");
        const int atpm = indexOf(model, "ATPM"), glucose = indexOf(model, "EX_glc__D_e"),
                  oxygen = indexOf(model, "EX_o2_e"), acetate = indexOf(model, "EX_ac_e");
        std::vector<FbaOptions> options(cases.size());
        options[1].bounds = {{atpm, 1000, 1000}};
        for (int i = 0; i < static_cast<int>(model.reactions.size()); ++i)
            options[2].bounds.push_back(
                {i, model.reactions[static_cast<std::size_t>(i)].lower < 0 ? -infinity : 0, infinity});
        options[3].bounds = {{glucose, 0, 1000}};
        options[4].bounds = {{oxygen, 0, 1000}};
        options[5].bounds = {{glucose, -5, 1000}};
        options[6].bounds = {{glucose, -20, 1000}};
        options[7].objective = options[8].objective = atpm;
        options[8].maximise = false;
        options[9].objective = acetate;
        options[10].objective = glucose;
        options[10].maximise = false;
        for (std::size_t i = 0; i < 11; ++i) {
            const FluxSolution solution = solved(model, options[i]);
            QCOMPARE(std::string(statusName(solution.status)), cases[i]["status"].get<std::string>());
            const double expected = fluxreference::number(cases[i]["objective_value"]);
            QVERIFY(std::isnan(expected) ? std::isnan(solution.objectiveValue)
                                         : fluxreference::close(solution.objectiveValue, expected));
        }
        MetabolicModel two = model;
        two.objectives = {{"two", true, {{acetate, 1.0}, {indexOf(model, "EX_etoh_e"), 2.0}}}};
        two.activeObjective = 0;
        QVERIFY(fluxreference::close(solved(two).objectiveValue, cases[11]["objective_value"]));
    }

    void boundSequence()
    {
        const MetabolicModel model = readOrEmpty("textbook.xml.gz");
        NEED_MODEL(model);
        const json figures = fluxreference::load("fba_sequence_textbook.json");
        for (const json &row : figures["rows"]) {
            FbaOptions options;
            options.bounds = {{indexOf(model, "EX_glc__D_e"), row[0], 1000},
                              {indexOf(model, "EX_o2_e"), row[1], 1000}};
            const FluxSolution solution = solved(model, options);
            QCOMPARE(std::string(statusName(solution.status)), row[2].get<std::string>());
            if (solution.status == SolutionStatus::Optimal)
                QVERIFY(fluxreference::close(solution.objectiveValue, row[3]));
        }
    }

    void parsimonious()
    {
        const json figures = fluxreference::load("pfba.json");
        for (const auto &[key, reference] : figures.items()) {
            const std::string name = key.substr(0, key.find('@'));
            const MetabolicModel model = readOrEmpty(name);
            NEED_MODEL(model);
            FbaOptions options;
            options.method = FbaMethod::ParsimoniousFba;
            options.fractionOfOptimum = std::stod(key.substr(key.find('@') + 1));
            const FluxSolution solution = solved(model, options);
            QVERIFY(fluxreference::close(solution.totalFlux, reference["total_flux"]));
            QVERIFY(fluxreference::close(solution.objectiveValue, reference["original_objective"]));
            QVERIFY(fluxreference::imbalance(model, solution.fluxes) < 1e-6);
        }
    }

    void perturbedParsimoniousIsUnique()
    {
        int models = 0;
        const json figures = fluxreference::load("pfba_perturbed.json")["models"];
        for (const auto &[name, reference] : figures.items()) {
            const MetabolicModel model = readOrEmpty(name);
            if (model.reactions.empty())
                continue;
            ++models;
            FbaOptions options;
            options.method = FbaMethod::PerturbedFba;
            const FluxSolution solution = solved(model, options);
            QVERIFY(fluxreference::close(solution.objectiveValue, reference["optimum"]));
            QVERIFY(fluxreference::close(solution.totalFlux, reference["sum_abs"]));
            const json &fluxes = reference["nonzero_fluxes"];
            for (std::size_t i = 0; i < model.reactions.size(); ++i) {
                const std::string &id = model.reactions[i].id;
                const double expected = fluxes.contains(id) ? fluxes[id].get<double>() : 0.0;
                QVERIFY2(fluxreference::close(solution.fluxes[i], expected, 1e-6, 2e-6),
                         qPrintable(QString("%1 %2: %3, not %4")
                                        .arg(name.c_str(), id.c_str())
                                        .arg(solution.fluxes[i])
                                        .arg(expected)));
            }
        }
        QVERIFY(models >= 2);
    }

    void geneAndReactionDeletions()
    {
        for (const char *name : {"textbook.xml.gz", "e_coli_core.xml.gz"}) {
            const MetabolicModel model = readOrEmpty(name);
            NEED_MODEL(model);
            const json reference = fluxreference::load("deletions.json")[name];
            for (const auto &[id, row] : reference["gene"].items()) {
                FbaOptions options;
                options.knockedOutGenes = {model.geneIndex(id)};
                verifyGrowth(model, options, row, id);
            }
            for (const auto &[id, row] : reference["reaction"].items()) {
                FbaOptions options;
                options.bounds = {{model.reactionIndex(id), 0, 0}};
                verifyGrowth(model, options, row, id);
            }
        }
    }

    void doubleDeletions()
    {
        const MetabolicModel model = readOrEmpty("textbook.xml.gz");
        NEED_MODEL(model);
        const json figures = fluxreference::load("deletions.json")["textbook double gene deletion"];
        for (const auto &[ids, row] : figures.items()) {
            FbaOptions options;
            const std::size_t plus = ids.find('+');
            options.knockedOutGenes = {model.geneIndex(ids.substr(0, plus))};
            if (plus != std::string::npos)
                options.knockedOutGenes.push_back(model.geneIndex(ids.substr(plus + 1)));
            verifyGrowth(model, options, row, ids);
        }
    }

    /// All transcript variants of one gene go together.
    void knockOutTakesVariants()
    {
        MetabolicModel model;
        for (const char *id : {"100_AT1", "100_AT2", "200_AT1"}) {
            ModelGene gene;
            gene.id = id;
            gene.entrez = std::atoi(id);
            model.genes.push_back(gene);
        }
        using Op = GeneRule::Op;
        Reaction variants, either;
        variants.id = "VAR";
        variants.rule = GeneRule({{Op::Gene, 0}, {Op::Gene, 1}, {Op::Or, 2}});
        either.id = "EITHER";
        either.rule = GeneRule({{Op::Gene, 0}, {Op::Gene, 2}, {Op::Or, 2}});
        model.reactions = {variants, either, Reaction{}};
        QCOMPARE(lostReactions(model, {0}), std::vector<int>{0});
        QCOMPARE(lostReactions(model, {1, 2}), (std::vector<int>{0, 1}));
        QVERIFY(lostReactions(model, {}).empty());
    }

    void paperFormula()
    {
        const MetabolicModel model = readOrEmpty("textbook.xml.gz");
        NEED_MODEL(model);
        const json reference = fluxreference::load("paper_formula_textbook.json");
        for (const json &row : reference["rows"]) {
            FbaOptions options;
            options.objective = indexOf(model, "GLUN");
            for (const json &id : reference["key_reactions"]) {
                const int reaction = model.reactionIndex(id.get<std::string>());
                const double low = model.reactions[static_cast<std::size_t>(reaction)].lower;
                options.bounds.push_back({reaction, low, 1000 * (1 + row["avg_expr"].get<double>() / 100)});
            }
            QVERIFY(fluxreference::close(solved(model, options).objectiveValue, row["objective_GLUN"]));
        }
    }

    void refusesBadOptions()
    {
        const MetabolicModel model = readOrEmpty("toy_fbc2.xml");
        const auto code = [&model](const FbaOptions &options) {
            const Result<FluxSolution> result = fba(model, options);
            return result ? ErrorCode::Internal : result.error().code;
        };
        FbaOptions options;
        options.objective = static_cast<int>(model.reactions.size());
        QCOMPARE(code(options), ErrorCode::InvalidOption);
        options = {};
        options.bounds = {{0, 2, 1}};
        QCOMPARE(code(options), ErrorCode::InvalidOption);
        options.bounds = {{0, std::nan(""), 1}};
        QCOMPARE(code(options), ErrorCode::InvalidOption);
        options = {};
        options.knockedOutGenes = {-1};
        QCOMPARE(code(options), ErrorCode::InvalidOption);
        options = {};
        options.fractionOfOptimum = 1.5;
        QCOMPARE(code(options), ErrorCode::InvalidOption);
        const Result<FluxSolution> empty = fba(MetabolicModel{}, {});
        QVERIFY(!empty && empty.error().code == ErrorCode::BadModel);
    }

    void cancels()
    {
        const MetabolicModel model = readOrEmpty("toy_fbc2.xml");
        auto control = std::make_shared<TaskControl>();
        control->requestStop(StopKind::Cancel);
        const Result<FluxSolution> result = fba(model, {}, TaskContext(control, {}));
        QVERIFY(!result && result.error().code == ErrorCode::Cancelled);
    }

    /// The paper's figure.
    void recon3dAsDistributed()
    {
        const std::string path = fluxreference::sharedFile("recon3d/Recon3D.xml.gz");
        if (path.empty())
            QSKIP("Recon3D is absent");
        const Result<MetabolicModel> model = readModel(path);
        QVERIFY(model.ok());
        const FluxSolution solution = solved(*model);
        qInfo("%.8f", solution.objectiveValue);
        QCOMPARE(QString::number(solution.objectiveValue, 'f', 8), QString("755.00321555"));
        QVERIFY(fluxreference::imbalance(*model, solution.fluxes) < 1e-6);
        QVERIFY(fluxreference::close(dualObjective(*model, solution), solution.objectiveValue));
    }

private:
    static void verifyGrowth(const MetabolicModel &model, const FbaOptions &options, const json &row,
                             const std::string &what)
    {
        const FluxSolution solution = solved(model, options);
        const double expected = fluxreference::number(row[1]);
        QVERIFY2(row[0].get<std::string>() == statusName(solution.status), what.c_str());
        QVERIFY2(std::isnan(expected) ? std::isnan(solution.objectiveValue)
                                      : fluxreference::close(solution.objectiveValue, expected),
                 what.c_str());
    }
};

PATHGAN_TEST(TestFba)
#include "tst_fba.moc"
