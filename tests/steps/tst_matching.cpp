// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cachefolder.h"
#include "core/engine/example.h"
#include "core/metabolic/io/modelcache.h"
#include "core/metabolic/io/modelreader.h"
#include "core/project/inputmatch.h"
#include "core/steps/reading.h"
#include "core/steps/steplist.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QStandardPaths>
#include <QtTest>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

using namespace pathgan;

namespace {

using Names = std::vector<std::string>;

/// The project with only those genes in its matrix.
Project withGenes(const Project &project, const std::function<bool(const std::string &)> &keeps)
{
    const ExpressionMatrix &matrix = *project.expression;
    auto smaller = std::make_shared<ExpressionMatrix>();
    std::vector<Index> rows;
    for (std::size_t i = 0; i < matrix.genes.size(); ++i)
        if (keeps(matrix.genes[i])) {
            rows.push_back(static_cast<Index>(i));
            smaller->genes.push_back(matrix.genes[i]);
        }
    smaller->samples = matrix.samples;
    smaller->values = matrix.values(rows, Eigen::all);
    smaller->scale = matrix.scale;
    Project copy = project;
    copy.expression = smaller;
    copy.cohort = std::make_shared<const Cohort>(*CohortStep::run(copy, {}));
    return copy;
}

/// What the network is given: NaN where the matrix has no such gene.
MatrixF measured(const Cohort &cohort, const GeneTable &table, const Names &genes)
{
    const GeneIndex index(cohort.expression->genes, table);
    MatrixF values(static_cast<Index>(cohort.size()), static_cast<Index>(genes.size()));
    for (Index g = 0; g < values.cols(); ++g)
        for (Index s = 0; s < values.rows(); ++s) {
            const Index row = index.row(genes[static_cast<std::size_t>(g)]);
            const Index column = cohort.columns[static_cast<std::size_t>(s)];
            values(s, g) = row < 0 ? std::numeric_limits<float>::quiet_NaN()
                                   : static_cast<float>(logValue(cohort.expression->values(row, column),
                                                                 cohort.expression->scale));
        }
    return values;
}

Names topGenes(const ShapRun &run, std::size_t count)
{
    Names genes;
    for (const Index gene : run.ranking())
        if (genes.size() < count)
            genes.push_back(run.genes[static_cast<std::size_t>(gene)]);
    return genes;
}

FluxRun renamed(FluxRun run, const std::function<std::string(const std::string &)> &rename)
{
    for (std::string &sample : run.samples)
        sample = rename(sample);
    return run;
}

} // namespace

/// Inputs that fit together in part only: what is there is used, the rest is known and never made up.
class TestMatching : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unmeasuredGenesStandAtTheTrainingMean_data();
    void unmeasuredGenesStandAtTheTrainingMean();
    void partlyMeasuredGenesToo();
    void samplesToExplainInAnySpelling();
    void fewGenesOfTheNetwork();
    void fewGenesOfTheModel();
    void groupsOfAnySpelling();
    void fluxesOfAnySpelling();
    void predictedFluxesOfAnySpelling();
    void foreignSamplesAreRefused();
    void mouseGenesAreSaid();
    void fewGenesOfRecon3D();
    void logRatiosAreSaid();

private:
    Project m_project;
};

void TestMatching::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true); // the cache of models
    const Result<AnalysisConfig> config = exampleConfig();
    QVERIFY(config.ok());
    Result<Project> project = readInputs(*config, modelCacheFolder(), {});
    QVERIFY(project.ok());
    m_project = *std::move(project);
    Result<FluxRun> flux = FluxStep::run(m_project, config->options.flux);
    QVERIFY(flux.ok());
    m_project.flux = std::make_shared<const FluxRun>(*std::move(flux));
    Result<GanRun> training = TrainStep::run(m_project, config->options.gan);
    QVERIFY(training.ok());
    m_project.training = std::make_shared<const GanRun>(*std::move(training));
    const InputMatch match = matchInputs(m_project);
    QVERIFY2(match.warnings().empty(), match.warnings().empty() ? "" : match.warnings()[0].c_str());
    QCOMPARE(match.network->matched, match.network->total);
    QCOMPARE(match.flux->matched(), m_project.cohort->size());
}

void TestMatching::unmeasuredGenesStandAtTheTrainingMean_data()
{
    QTest::addColumn<int>("others");
    QTest::addColumn<bool>("hasGpx1");
    QTest::newRow("all there") << 0 << true;
    QTest::newRow("60 genes missing") << 60 << true;
    QTest::newRow("GPX1 missing") << 0 << false;
}

void TestMatching::unmeasuredGenesStandAtTheTrainingMean()
{
    QFETCH(int, others);
    QFETCH(bool, hasGpx1);
    const std::set<std::string> planted = {"GPX1", "GCLM", "GCLC", "GSR"};
    const TrainedNetwork &network = *m_project.training->network;
    Names genes;
    for (const std::string &gene : network.genes())
        if (!planted.contains(gene))
            genes.push_back(gene);
    std::mt19937 random(7);
    std::shuffle(genes.begin(), genes.end(), random);
    std::set<std::string> missing(genes.begin(), genes.begin() + others);
    if (!hasGpx1)
        missing.insert("GPX1");
    Project project = withGenes(m_project, [&](const std::string &gene) { return !missing.contains(gene); });
    Result<GanRun> applied = applyNetwork(*m_project.training, *project.cohort, project.genes(),
                                          project.options.allowLowCoverage, {});
    QVERIFY(applied.ok());
    project.training = std::make_shared<const GanRun>(*std::move(applied));
    const Result<ShapRun> run = ExplainStep::run(project, {});
    QVERIFY(run.ok());

    const MatrixF given = measured(*project.cohort, project.genes(), network.genes());
    const MatrixD predicted = network.predictSamples(project.cohort->samples, given);
    QVERIFY((project.training->predicted - predicted).cwiseAbs().maxCoeff() < 1e-4);
    const VectorD outputs = network.meanOutput(given, nullptr);
    for (std::size_t i = 0; i < run->samples.size(); ++i) {
        const auto row =
            std::find(project.cohort->samples.begin(), project.cohort->samples.end(), run->samples[i]) -
            project.cohort->samples.begin();
        QVERIFY(std::abs(run->outputs[static_cast<Index>(i)] - outputs[row]) < 1e-5);
    }
    for (const std::string &gene : missing) {
        const auto at = std::find(network.genes().begin(), network.genes().end(), gene);
        if (at == network.genes().end())
            continue;
        const Index column = at - network.genes().begin();
        QVERIFY(run->values.col(column).cwiseAbs().maxCoeff() < 1e-9); // it never differs
        QCOMPARE(run->data(0, column), network.geneMeans()[column]);
    }
    // The genes that lead are those that lead where all are measured.
    const Result<ShapRun> whole = ExplainStep::run(m_project, {});
    QVERIFY(whole.ok());
    const Names leading = topGenes(*whole, 20), top = topGenes(*run, 20);
    std::size_t measuredLeaders = 0, kept = 0;
    for (const std::string &gene : leading) {
        measuredLeaders += !missing.contains(gene);
        kept += std::find(top.begin(), top.end(), gene) != top.end();
    }
    QVERIFY2(10 * kept >= 7 * measuredLeaders, qPrintable(QString::number(kept)));
    const InputMatch match = matchInputs(project);
    QCOMPARE(match.network->total - match.network->matched, missing.size());
}

/// A gene without a value in some samples has the training mean there, not the mean of whoever is explained.
void TestMatching::partlyMeasuredGenesToo()
{
    const TrainedNetwork &network = *m_project.training->network;
    const Index gene = 3;
    auto matrix = std::make_shared<ExpressionMatrix>(*m_project.expression);
    const Index row = GeneIndex(matrix->genes, m_project.genes()).row(network.genes()[gene]);
    QVERIFY(row >= 0);
    matrix->values(row, m_project.cohort->columns[5]) = std::numeric_limits<float>::quiet_NaN();
    Cohort cohort = *m_project.cohort;
    cohort.expression = matrix;
    const MatrixF seen = networkExpression(cohort, m_project.genes(), network);
    QCOMPARE(seen(5, gene), network.geneMeans()[gene]);
    QVERIFY(seen.allFinite());
    QVERIFY(seen(4, gene) != network.geneMeans()[gene]);
}

void TestMatching::samplesToExplainInAnySpelling()
{
    ExplainOptions options;
    std::string dotted = m_project.cohort->samples[2];
    std::replace(dotted.begin(), dotted.end(), '-', '.');
    options.samples = {dotted + "A", m_project.cohort->patients[0]};
    options.shap.backgroundSize = 5;
    const Result<ShapRun> run = ExplainStep::run(m_project, options);
    QVERIFY(run.ok());
    QCOMPARE(run->samples, (Names{m_project.cohort->samples[2], m_project.cohort->samples[0]}));
    options.samples = {"TCGA-ZZ-ZZZZ-01"};
    QCOMPARE(ExplainStep::run(m_project, options).error().code, ErrorCode::UnknownName);
}

void TestMatching::fewGenesOfTheNetwork()
{
    const Names &genes = m_project.training->network->genes();
    const std::set<std::string> kept(genes.begin(),
                                     genes.begin() + static_cast<std::ptrdiff_t>(genes.size() / 20 - 1));
    Project project = withGenes(m_project, [&](const std::string &gene) { return kept.contains(gene); });
    const Result<GanRun> refused = applyNetwork(*m_project.training, *project.cohort, project.genes(),
                                                project.options.allowLowCoverage, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NoOverlap);
    const std::string counts = std::to_string(kept.size()) + " of " + std::to_string(genes.size());
    QVERIFY2(refused.error().detail.ends_with(counts), refused.error().detail.c_str());
    QVERIFY(refused.error().detail.find(project.expression->genes[0]) != std::string::npos);
    QCOMPARE(ExplainStep::run(project, {}).error().code, ErrorCode::NoOverlap);
    project.options.allowLowCoverage = true;
    QVERIFY(applyNetwork(*m_project.training, *project.cohort, project.genes(),
                         project.options.allowLowCoverage, {})
                .ok());
    const Names warnings = matchInputs(project).warnings();
    QVERIFY(std::any_of(warnings.begin(), warnings.end(), [](const std::string &key) {
        return key.find("trained network") != std::string::npos;
    }));
}

void TestMatching::fewGenesOfTheModel()
{
    Project project =
        withGenes(m_project, [](const std::string &gene) { return gene == "TP53" || gene == "MYC"; });
    if (project.expression->genes.empty())
        project = withGenes(m_project, [&](const std::string &gene) {
            return modelCoverage(*m_project.model, GeneIndex({gene}, m_project.genes()), {gene}).scored == 0;
        });
    const ModelCoverage coverage = *matchInputs(project).model;
    QCOMPARE(coverage.scored, std::size_t{0});
    for (const ErrorCode code :
         {FluxStep::run(project, {}).error().code, StressStep::run(project, {}).error().code})
        QCOMPARE(code, ErrorCode::NoOverlap);
    ModelAnalysisOptions gimme;
    gimme.method = AnalysisMethod::Gimme;
    QCOMPARE(AnalysisStep::run(project, gimme).error().code, ErrorCode::NoOverlap);
}

void TestMatching::groupsOfAnySpelling()
{
    Project project = m_project;
    project.training = nullptr;
    const Result<GroupRun> plain = GroupStep::run(project, {"radiation_therapy"});
    QVERIFY(plain.ok());
    for (const char *suffix : {"A", "A-11R", "A-11R-A29S-07"}) {
        project.flux = std::make_shared<const FluxRun>(
            renamed(*m_project.flux, [&](const std::string &name) { return name + suffix; }));
        const Result<GroupRun> run = GroupStep::run(project, {"radiation_therapy"});
        QVERIFY(run.ok());
        QCOMPARE(run->entries.size(), plain->entries.size());
        for (std::size_t i = 0; i < run->entries.size(); ++i) {
            QVERIFY(plain->entries[i].comparison.pairs.size() == run->entries[i].comparison.pairs.size());
            QVERIFY(run->entries[i].comparison.groups[0].box.n > 0);
            QCOMPARE(run->entries[i].comparison.groups[0].box.n,
                     plain->entries[i].comparison.groups[0].box.n);
        }
    }
}

void TestMatching::fluxesOfAnySpelling()
{
    const Result<GanInput> plain = ganInput(*TrainStep::input(m_project));
    QVERIFY(plain.ok());
    Project project = m_project;
    project.flux = std::make_shared<const FluxRun>(renamed(*m_project.flux, [](std::string name) {
        std::replace(name.begin(), name.end(), '-', '.');
        return name + "B";
    }));
    const Result<GanInput> input = ganInput(*TrainStep::input(project));
    QVERIFY(input.ok());
    QCOMPARE(input->samples, plain->samples);
    QCOMPARE(input->targets, plain->targets);
}

void TestMatching::predictedFluxesOfAnySpelling()
{
    FluxRun predicted = *m_project.flux;
    const auto run = [&] {
        return simulateStress(*m_project.model, *m_project.cohort, m_project.genes(), &predicted, {}, {});
    };
    predicted.reactions = {"no reaction"}; // every capacity then follows expression
    predicted.values = predicted.values.leftCols(1).eval();
    const Result<StressRun> plain = run();
    QVERIFY(plain.ok());
    predicted = renamed(predicted, [](const std::string &name) { return name + "A-11R"; });
    const Result<StressRun> longer = run();
    QVERIFY(longer.ok());
    QCOMPARE(longer->tolerance50, plain->tolerance50);
    predicted = renamed(predicted, [](const std::string &name) { return "other " + name; });
    QCOMPARE(run().error().code, ErrorCode::NoOverlap);
}

void TestMatching::foreignSamplesAreRefused()
{
    Project project = m_project;
    project.training = nullptr;
    project.flux = std::make_shared<const FluxRun>(
        renamed(*m_project.flux, [](const std::string &name) { return "other " + name; }));
    for (const Error &error : {ganInput(*TrainStep::input(project)).error(),
                               GroupStep::run(project, {"radiation_therapy"}).error()}) {
        QCOMPARE(error.code, ErrorCode::NoOverlap);
        QVERIFY(error.detail.find(project.cohort->samples[0]) != std::string::npos);
        QVERIFY(error.detail.find(project.flux->samples[0]) != std::string::npos);
    }
}

void TestMatching::mouseGenesAreSaid()
{
    auto matrix = std::make_shared<ExpressionMatrix>(*m_project.expression);
    for (std::string &gene : matrix->genes)
        std::transform(gene.begin() + 1, gene.end(), gene.begin() + 1,
                       [](char c) { return char(std::tolower(c)); });
    QVERIFY(namesOtherOrganism(matrix->genes) && !namesOtherOrganism(m_project.expression->genes));
    Project project = m_project;
    project.expression = matrix;
    const InputMatch match = matchInputs(project);
    QCOMPARE(match.network->matched, match.network->total);
    QVERIFY(match.network->byCase > 0);
    const Names warnings = match.warnings();
    QVERIFY(!warnings.empty() && warnings[0].find("mouse") != std::string::npos);
}

void TestMatching::fewGenesOfRecon3D()
{
    NEED_SHARED(modelFile, "recon3d/Recon3D.xml.gz");
    NEED_SHARED(matrixFile, "tcga_brca/HiSeqV2_909genes.gz");
    ReadReport report;
    Project project;
    Result<MetabolicModel> model = readModel(modelFile);
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    project.model = std::make_shared<const MetabolicModel>(*std::move(model));
    project.expression = std::make_shared<const ExpressionMatrix>(*readExpression(matrixFile, {}, report));
    project.cohort = std::make_shared<const Cohort>(*CohortStep::run(project, {}));
    const InputMatch match = matchInputs(project);
    QCOMPARE(match.model->genes.matched, std::size_t{84});
    QCOMPARE(match.model->genes.total, std::size_t{1884});
    QCOMPARE(match.model->rules, std::size_t{5938});
    QVERIFY(!match.warnings().empty() && match.warnings()[0].find("model") != std::string::npos);
    qInfo("%zu of %zu reactions with a rule scored", match.model->scored, match.model->rules);
    QCOMPARE(
        requireModelGenes(*project.model, project.cohort->expression->genes, project.genes(), false).ok(),
        20 * match.model->scored >= match.model->rules);
}

void TestMatching::logRatiosAreSaid()
{
    NEED_SHARED(matrixFile, "tcga_brca/AgilentG4502A_2012.gz");
    ReadReport report;
    Project project = m_project;
    project.training = nullptr;
    project.expression = std::make_shared<const ExpressionMatrix>(*readExpression(matrixFile, {}, report));
    const Names warnings = matchInputs(project).warnings();
    QVERIFY(std::any_of(warnings.begin(), warnings.end(),
                        [](const std::string &key) { return key.starts_with("log ratios"); }));
}

PATHGAN_TEST(TestMatching)
#include "tst_matching.moc"
