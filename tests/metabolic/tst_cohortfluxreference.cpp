// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include "core/data/cohort.h"
#include "core/metabolic/cohort/capacityprofile_p.h"
#include "core/metabolic/cohort/expressionbounds_p.h"
#include "core/metabolic/cohort/reactionscores.h"
#include "core/metabolic/cohort/samplesolver_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/pfba_p.h"
#include "core/metabolic/io/modelreader.h"

#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace pathgan;
using nlohmann::json;

/// Against COBRApy: rule scores and E-Flux on the textbook model, Recon3D on real and made-up tumours.
class TestCohortFluxReference : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MetabolicModel> m_recon;

    const MetabolicModel *recon()
    {
        const std::string path = fluxreference::sharedFile("recon3d/Recon3D.xml.gz");
        if (!m_recon && !path.empty())
            if (Result<MetabolicModel> model = readModel(path))
                m_recon = std::make_unique<MetabolicModel>(std::move(*model));
        return m_recon.get();
    }

    /// log2 x = (CRC-32(entrez|sample) mod 1200)/100 for every gene of the model.
    Cohort madeUpCohort(const MetabolicModel &model, GeneTable &table)
    {
        auto matrix = std::make_shared<ExpressionMatrix>();
        std::vector<int> entrez;
        for (const ModelGene &gene : model.genes)
            if (gene.entrez > 0)
                entrez.push_back(gene.entrez);
        std::sort(entrez.begin(), entrez.end());
        entrez.erase(std::unique(entrez.begin(), entrez.end()), entrez.end());
        matrix->values.resize(static_cast<Index>(entrez.size()), 3);
        const std::string path = m_folder.filePath("map.tsv").toStdString();
        std::ofstream map(path);
        map << "symbol\tentrez_gene_id\n";
        for (std::size_t i = 0; i < entrez.size(); ++i) {
            matrix->genes.push_back(std::string("E").append(std::to_string(entrez[i])));
            map << matrix->genes.back() << '\t' << entrez[i] << '\n';
            for (int sample = 0; sample < 3; ++sample) {
                std::string key = std::to_string(entrez[i]);
                key += '|';
                key += std::to_string(sample);
                const uLong crc =
                    crc32(0, reinterpret_cast<const Bytef *>(key.data()), static_cast<uInt>(key.size()));
                matrix->values(static_cast<Index>(i), sample) = static_cast<float>(crc % 1200) / 100;
            }
        }
        map.close();
        if (Result<GeneTable> read = GeneTable::readMap(path))
            table = std::move(*read);
        Cohort cohort;
        cohort.samples = matrix->samples = cohort.patients = {"0", "1", "2"};
        cohort.columns = {0, 1, 2};
        cohort.clinicalRows = {-1, -1, -1};
        cohort.expression = matrix;
        return cohort;
    }

private slots:
    void scoresAndBoundsOfTheTextbookModel()
    {
        const std::string path = fluxreference::modelPath("textbook.xml.gz");
        if (path.empty())
            QSKIP("the shared reference models are absent");
        const Result<MetabolicModel> model = readModel(path);
        QVERIFY(model.ok());
        const json reference = fluxreference::load("expression_textbook.json");
        auto matrix = std::make_shared<ExpressionMatrix>();
        matrix->scale = ExpressionScale::Linear;
        matrix->values.resize(static_cast<Index>(reference["expression"].size()), 1);
        for (const auto &item : reference["expression"].items()) {
            matrix->values(static_cast<Index>(matrix->genes.size()), 0) = item.value().get<float>();
            matrix->genes.push_back(item.key());
        }
        Cohort cohort;
        cohort.samples = matrix->samples = {"S"};
        cohort.columns = {0};
        cohort.expression = matrix;
        const GeneTable table = smallnetwork::geneTable(m_folder.path().toStdString(), 1);
        const GeneMapping mapping = mapModelGenes(*model, GeneIndex(matrix->genes, table));
        for (const OrRule rule : {OrRule::Maximum, OrRule::Sum}) {
            const char *name = rule == OrRule::Maximum ? "max" : "sum";
            const MatrixD scores = reactionScores(*model, cohort, mapping, rule, false);
            for (std::size_t j = 0; j < model->reactions.size(); ++j) {
                const std::string &id = model->reactions[j].id;
                const json &expected = reference["reaction_scores"][id][name];
                const double found = scores(static_cast<Index>(j), 0);
                QVERIFY2(expected.is_null() ? std::isnan(found) : fluxreference::close(found, expected),
                         qPrintable(QString("%1 %2 %3").arg(id.c_str(), name).arg(found)));
            }
            FbaOptions options;
            const json &flux = reference[rule == OrRule::Maximum ? "eflux_max" : "eflux_sum"];
            for (const auto &item : flux["bounds"].items())
                options.bounds.push_back({model->reactionIndex(item.key()),
                                          fluxreference::number(item.value()[0]),
                                          fluxreference::number(item.value()[1])});
            QVERIFY(fluxreference::close(fba(*model, options)->objectiveValue, flux["objective_value"]));
        }
    }

    void perturbedFluxesOfMadeUpTumours()
    {
        const MetabolicModel *model = recon();
        if (!model)
            QSKIP("Recon3D is absent");
        const json reference = fluxreference::load("recon3d_eflux_perturbed_pfba.json");
        GeneTable table;
        const Cohort cohort = madeUpCohort(*model, table);
        FluxOptions options;
        options.medium = MediumPreset::AsDistributed;
        options.quantity = FluxQuantity::PerturbedFba;
        for (const Reaction &reaction : model->reactions)
            options.reactions.push_back(reaction.id);
        const Result<FluxRun> run = computeFlux(*model, cohort, table, options);
        QVERIFY(run.ok());
        double worst = 0;
        for (Index sample = 0; sample < 3; ++sample) {
            const json &row = reference["rows"][static_cast<std::size_t>(sample)];
            const double optimum = row["optimum"];
            QVERIFY(fluxreference::close(run->growth[static_cast<std::size_t>(sample)], optimum, 1e-6, 0));
            double weighted = 0;
            for (std::size_t j = 0; j < model->reactions.size(); ++j)
                weighted += perturbedWeight(model->reactions[j].id) *
                            std::abs(run->values(sample, static_cast<Index>(j)));
            QVERIFY(fluxreference::close(weighted, row["weighted_sum"], 1e-5, 0));
            for (const auto &item : row["fluxes_above_1"].items()) {
                const double found = run->values(sample, model->reactionIndex(item.key()));
                worst = std::max(worst, std::abs(found - item.value().get<double>()));
                QVERIFY2(fluxreference::close(found, item.value(), 1e-5, 1e-3),
                         qPrintable(QString("%1: %2").arg(item.key().c_str()).arg(found)));
            }
        }
        qInfo("largest difference of a flux above 1: %g", worst);
    }

    /// Twelve tumours; the bounds need the whole cohort, the solving does not.
    void capacitiesOfRealTumours()
    {
        const MetabolicModel *model = recon();
        const std::string matrix = fluxreference::sharedFile("tcga_mixed/HiSeqV2.gz");
        const std::string map = fluxreference::sharedFile("gene_ids/HiSeqV2-gene-map.tsv");
        if (!model || matrix.empty() || map.empty())
            QSKIP("Recon3D or the tumours are absent");
        ReadReport report;
        Result<ExpressionMatrix> expression = readExpression(matrix, {}, report);
        const Result<GeneTable> table = GeneTable::readMap(map);
        QVERIFY(expression.ok() && table.ok());
        const Result<Cohort> cohort =
            makeCohort(std::make_shared<const ExpressionMatrix>(std::move(*expression)), nullptr);
        QVERIFY(cohort.ok());
        QCOMPARE(cohort->size(), std::size_t(304));

        const json reference = fluxreference::load("capacity_tcga_mixed.json");
        FbaOptions base;
        base.bounds = mediumBounds(*model, MediumPreset::Physiological);
        SampleTask task;
        task.problem = fbaProblem(*model, base);
        for (const json &id : reference["reactions"])
            task.targets.push_back(model->reactionIndex(id.get<std::string>()));
        const GeneMapping mapping = mapModelGenes(*model, GeneIndex(cohort->expression->genes, *table));
        const ExpressionBounds bounds(*model, *cohort, mapping, FluxOptions{},
                                      {task.problem.lower, task.problem.upper});
        task.reference = bounds.ofMedian();
        const std::unique_ptr<SamplePlan> plan = makeCapacityPlan(task, {});
        const std::unique_ptr<SampleSolver> solver = plan->makeSolver();
        QVERIFY(fluxreference::close(solver->solve(bounds.medium(), {}).growth, reference["wild_type_growth"],
                                     1e-8, 0));
        double worst = 0;
        for (std::size_t i = 0; i < reference["samples"].size(); ++i) {
            const auto at = std::find(cohort->samples.begin(), cohort->samples.end(),
                                      reference["samples"][i].get<std::string>());
            QVERIFY(at != cohort->samples.end());
            const SampleFlux sample = solver->solve(bounds.ofSample(at - cohort->samples.begin()), {});
            QCOMPARE(sample.status, SolutionStatus::Optimal);
            QVERIFY(fluxreference::close(sample.growth, reference["growth"][i], 1e-5, 0));
            for (std::size_t k = 0; k < sample.values.size(); ++k) {
                const double expected = reference["capacity"][i][k];
                QVERIFY(fluxreference::close(sample.values[k], expected, 1e-5, 1e-7));
                if (expected > 1e-6)
                    worst = std::max(worst, std::abs(sample.values[k] / expected - 1));
            }
        }
        qInfo("largest relative difference of a capacity: %g", worst);
    }
};

PATHGAN_TEST(TestCohortFluxReference)
#include "tst_cohortfluxreference.moc"
