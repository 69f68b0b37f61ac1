// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include "core/base/tablewriter.h"
#include "core/base/task.h"
#include "core/metabolic/cohort/fluxtable.h"
#include "core/metabolic/cohort/reactionscores.h"
#include "core/metabolic/fba/fba.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace pathgan;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

FluxOptions asDistributed(FluxQuantity quantity = FluxQuantity::Capacity)
{
    FluxOptions options;
    options.medium = MediumPreset::AsDistributed;
    options.quantity = quantity;
    options.reactions = {"GTHX", "BYP"};
    return options;
}

MatrixD randomExpression(Index genes, Index samples)
{
    std::mt19937 engine(17);
    std::uniform_real_distribution<double> number(0, 12);
    MatrixD values(genes, samples);
    for (Index i = 0; i < values.size(); ++i)
        values.data()[i] = std::exp2(number(engine)) - 1;
    return values;
}

Cohort permuted(const Cohort &cohort, const std::vector<std::size_t> &order)
{
    Cohort result = cohort;
    for (std::size_t i = 0; i < order.size(); ++i) {
        result.samples[i] = cohort.samples[order[i]];
        result.patients[i] = cohort.patients[order[i]];
        result.columns[i] = cohort.columns[order[i]];
    }
    return result;
}

/// A chain of many such routes, so that solving takes real steps.
MetabolicModel ladder(int steps)
{
    MetabolicModel model = smallnetwork::make();
    std::mt19937 engine(5);
    std::uniform_int_distribution<int> metabolite(0, 3 + steps - 1), gene(0, 3);
    using Op = GeneRule::Op;
    for (int i = 0; i < steps; ++i) {
        Metabolite item;
        item.id = "x" + std::to_string(i) + "_c";
        item.compartment = "c";
        model.metabolites.push_back(item);
    }
    for (int i = 0; i < 4 * steps; ++i) {
        const int from = metabolite(engine), to = metabolite(engine);
        if (from == to || from == 0 || to == 0)
            continue;
        smallnetwork::addReaction(
            model, ("L" + std::to_string(i)).c_str(), i % 3 ? 0 : -500, 500,
            {{std::min(from, to), from < to ? -1.0 : 1.0}, {std::max(from, to), from < to ? 1.0 : -1.0}},
            GeneRule({{Op::Gene, gene(engine)}}));
    }
    model.buildIndex();
    return model;
}

} // namespace

class TestCohortFlux : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    GeneTable m_table;
    const MetabolicModel m_model = smallnetwork::make();

    std::string write(const std::string &text)
    {
        const std::string path = m_folder.filePath("flux.tsv").toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    ErrorCode readError(const std::string &text)
    {
        const Result<FluxRun> run = readFluxTable(write(text));
        return run ? ErrorCode::Internal : run.error().code;
    }
    ErrorCode runError(const MetabolicModel &model, const FluxOptions &options)
    {
        const Result<FluxRun> run =
            computeFlux(model, smallnetwork::cohortOf(randomExpression(3, 4)), m_table, options);
        return run ? ErrorCode::Internal : run.error().code;
    }

private slots:
    void initTestCase()
    {
        m_table = smallnetwork::geneTable(m_folder.path().toStdString(), 3);
        QCOMPARE(m_table.size(), std::size_t(3));
    }

    /// Capacities: GTHX 1000·max(g1, g2)/8, BYP 1000·g3/16. An unmeasured gene limits nothing.
    void capacityInClosedForm()
    {
        MatrixD values(3, 3);
        values << 8, 0.25, 0.25, 0, 0.125, 0.125, 16, 1, unknown;
        const Result<FluxRun> run =
            computeFlux(m_model, smallnetwork::cohortOf(values), m_table, asDistributed());
        QVERIFY(run.ok());
        QCOMPARE(run->growth, (std::vector<double>{100, 93.75, 100}));
        MatrixD expected(3, 2); // S1: GTHX runs round the loop with BYP backward
        expected << 1000, 100, 31.25, 62.5, 31.25, 100;
        QVERIFY((run->values - expected).cwiseAbs().maxCoeff() < 1e-9);
        QCOMPARE(run->status, std::vector<SolutionStatus>(3, SolutionStatus::Optimal));
        QCOMPARE(run->wildTypeGrowth, 100.0);
        QCOMPARE(run->wildTypeValues, (std::vector<double>{1000, 100}));
        QCOMPARE(run->reactionsWithScore, std::size_t(2));
        QCOMPARE(run->varyingReactions, std::size_t(2));
        QCOMPARE(run->genes.matched, std::size_t(3));
        QCOMPARE(run->objective, std::string("EX_b"));
        QVERIFY(!run->stoppedEarly && !run->isConstant());
        QVERIFY(run->effectiveRank > 1 && run->effectiveRank <= 2);
        QCOMPARE(QString(run->quantityName()), QString("maximum attainable flux"));
    }

    /// A gene that no sample expresses closes what it alone carries, as one that other samples express does;
    /// one that is not measured closes nothing.
    void silentInAllSamples()
    {
        MatrixD values(3, 2);
        values << 0, 0, 0, 0, 0, 0;
        for (const ScoreScale scale : {ScoreScale::PerReaction, ScoreScale::Global})
            for (const bool logScores : {false, true}) {
                FluxOptions options = asDistributed();
                options.scoreScale = scale;
                options.logScores = logScores;
                values.setZero();
                Result<FluxRun> run = computeFlux(m_model, smallnetwork::cohortOf(values), m_table, options);
                QVERIFY(run.ok());
                QCOMPARE(run->reactionsWithScore, std::size_t(2));
                for (const double growth : run->growth) // the floors of GTHX and BYP
                    QVERIFY(std::abs(growth - 0.002) < 1e-9);
                values(0, 1) = 8;
                run = computeFlux(m_model, smallnetwork::cohortOf(values), m_table, options);
                QVERIFY(std::abs(run->growth[0] - 0.002) < 1e-9);
                QVERIFY(std::abs(run->growth[1] - 100) < 1e-9);
                QVERIFY(std::abs(run->values(0, 1) - 0.001) < 1e-9);
                values.setConstant(unknown);
                values.row(0).setZero(); // gene 1 or 2: not known to be silent
                values(1, 0) = 1;
                values(1, 1) = 2;
                run = computeFlux(m_model, smallnetwork::cohortOf(values), m_table, options);
                QVERIFY(run.ok());
                QCOMPARE(run->reactionsWithScore, std::size_t(1));
                QVERIFY(std::abs(run->growth[1] - 100) < 1e-9);
            }
    }

    /// With less growth to keep, more of BYP may run; the floor holds where nothing is expressed.
    void growthFractionFloorAndScale()
    {
        MatrixD values(3, 2);
        values << 8, 0, 0, 0, 16, 1;
        FluxOptions options = asDistributed();
        options.floor = 0.5;
        options.scale = 64;
        Result<FluxRun> run = computeFlux(m_model, smallnetwork::cohortOf(values), m_table, options);
        QVERIFY(run.ok());
        QCOMPARE(run->growth, (std::vector<double>{100, 4.5})); // S1: 64 + 64 > 100; S2: 0.5 + 4
        QCOMPARE(run->values(1, 0), 0.5);
        options.growthFraction = 1;
        options.reactions = {"GTHX"};
        run = computeFlux(m_model, smallnetwork::cohortOf(values), m_table, options);
        QCOMPARE(run->values(0, 0), 64.0);
    }

    void scoresMergeVariantsAndIgnoreUnmeasured()
    {
        MatrixD values(3, 2);
        values << 3, unknown, 5, 7, 2, unknown;
        const Cohort cohort = smallnetwork::cohortOf(values);
        const GeneMapping mapping = mapModelGenes(m_model, GeneIndex(cohort.expression->genes, m_table));
        const MatrixD greatest = reactionScores(m_model, cohort, mapping, OrRule::Maximum, false);
        const MatrixD sum = reactionScores(m_model, cohort, mapping, OrRule::Sum, false);
        const MatrixD log = reactionScores(m_model, cohort, mapping, OrRule::Maximum, true);
        QCOMPARE(greatest(2, 0), 5.0);
        QCOMPARE(sum(2, 0), 8.0); // the two variants of gene 1 count once
        QCOMPARE(sum(2, 1), 7.0);
        QCOMPARE(log(2, 1), 3.0);
        QVERIFY(std::isnan(greatest(4, 1))); // gene 3 unmeasured
        QVERIFY(std::isnan(greatest(0, 0))); // no rule
    }

    void sameBitsForAnyOrderAndThreadCount_data()
    {
        QTest::addColumn<int>("quantity");
        QTest::addColumn<int>("rule");
        for (int quantity = 0; quantity < 3; ++quantity)
            for (int rule = 0; rule < 2; ++rule)
                QTest::addRow("quantity %d rule %d", quantity, rule) << quantity << rule;
    }
    void sameBitsForAnyOrderAndThreadCount()
    {
        QFETCH(int, quantity);
        QFETCH(int, rule);
        const MetabolicModel model = ladder(60);
        const Cohort cohort = smallnetwork::cohortOf(randomExpression(3, 24));
        FluxOptions options = asDistributed(static_cast<FluxQuantity>(quantity));
        options.rule = static_cast<ExpressionRule>(rule);
        options.reactions = {"GTHX", "GTHY", "BYP", "L0", "L7", "L20"};
        options.threads = 1;
        const Result<FluxRun> reference = computeFlux(model, cohort, m_table, options);
        QVERIFY(reference.ok());
        std::vector<std::size_t> order(cohort.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = (i * 7 + 5) % order.size();
        for (const unsigned threads : {1U, 2U, 5U}) {
            options.threads = threads;
            const Result<FluxRun> run = computeFlux(model, permuted(cohort, order), m_table, options);
            QVERIFY(run.ok());
            for (std::size_t i = 0; i < order.size(); ++i) {
                QCOMPARE(run->samples[i], reference->samples[order[i]]);
                QVERIFY(run->growth[i] == reference->growth[order[i]]);
                QVERIFY(run->values.row(static_cast<Index>(i)) ==
                        reference->values.row(static_cast<Index>(order[i])));
            }
        }
    }

    /// A reaction that must run faster than its expression allows.
    void infeasibleSamplesAreNamed()
    {
        MetabolicModel model = m_model;
        model.reactions[2].lower = 50;
        MatrixD values(3, 2);
        values << 8, 0.25, 0, 0, 16, 16;
        for (const FluxQuantity quantity :
             {FluxQuantity::Capacity, FluxQuantity::PerturbedFba, FluxQuantity::Fba}) {
            const Result<FluxRun> run =
                computeFlux(model, smallnetwork::cohortOf(values), m_table, asDistributed(quantity));
            QVERIFY(run.ok());
            QCOMPARE(run->status[0], SolutionStatus::Optimal);
            QCOMPARE(run->status[1], SolutionStatus::Infeasible);
            QVERIFY(std::isnan(run->growth[1]));
            QVERIFY(run->values.row(1).array().isNaN().all());
            QVERIFY(run->values.row(0).array().isFinite().all());
        }
    }

    void perturbedFluxesAreThoseOfFba()
    {
        const MetabolicModel model = ladder(40);
        const Cohort cohort = smallnetwork::cohortOf(randomExpression(3, 5));
        FluxOptions options = asDistributed(FluxQuantity::PerturbedFba);
        options.reactions.clear();
        for (const Reaction &reaction : model.reactions)
            options.reactions.push_back(reaction.id);
        const Result<FluxRun> run = computeFlux(model, cohort, m_table, options);
        QVERIFY(run.ok());
        const GeneMapping mapping = mapModelGenes(model, GeneIndex(cohort.expression->genes, m_table));
        const MatrixD scores = reactionScores(model, cohort, mapping, OrRule::Maximum, false);
        for (Index sample = 0; sample < scores.cols(); ++sample) {
            FbaOptions single;
            single.method = FbaMethod::PerturbedFba;
            for (Index j = 0; j < scores.rows(); ++j) {
                if (std::isnan(scores(j, sample)))
                    continue;
                const Reaction &reaction = model.reactions[static_cast<std::size_t>(j)];
                const double cap = std::max(1000 * scores(j, sample) / scores.row(j).maxCoeff(), 1e-3);
                single.bounds.push_back(
                    {static_cast<int>(j), std::max(reaction.lower, -cap), std::min(reaction.upper, cap)});
            }
            const Result<FluxSolution> solution = fba(model, single);
            QVERIFY(solution.ok());
            for (std::size_t j = 0; j < model.reactions.size(); ++j)
                QVERIFY(std::abs(solution->fluxes[j] - run->values(sample, static_cast<Index>(j))) < 1e-6);
        }
    }

    /// UB = 1000 (1 + a/100) on GTHX and GTHY; with the bypass backward GTHX reaches it.
    void paperFormula_data()
    {
        QTest::addColumn<int>("average");
        QTest::addColumn<double>("expected");
        // log2(x+1) of the sample: 1, 3, 8
        QTest::newRow("selected genes") << static_cast<int>(PaperAverage::SelectedGenes) << 1040.0;
        QTest::newRow("rule genes") << static_cast<int>(PaperAverage::RuleGenes) << 1020.0;
        QTest::newRow("glutathione genes") << static_cast<int>(PaperAverage::GlutathioneGenes) << 1020.0;
    }
    void paperFormula()
    {
        QFETCH(int, average);
        QFETCH(double, expected);
        MatrixD values(3, 2);
        values << 1, 1, 7, 7, 255, 255;
        FluxOptions options = asDistributed(FluxQuantity::Fba);
        options.rule = ExpressionRule::Paper;
        options.objective = "GTHX";
        options.paperAverage = static_cast<PaperAverage>(average);
        const Result<FluxRun> run = computeFlux(m_model, smallnetwork::cohortOf(values), m_table, options);
        QVERIFY(run.ok());
        QCOMPARE(run->growth[0], expected);
        QCOMPARE(run->wildTypeGrowth, 1000.0);
        QVERIFY(run->isConstant());
        QCOMPARE(run->effectiveRank, 0.0);
        QCOMPARE(QString(run->quantityName()), QString("flux"));
        QVERIFY(run->wildTypeValues.empty());
    }

    void glutathioneIsTheDefault()
    {
        FluxOptions options = asDistributed();
        options.reactions.clear();
        const Result<FluxRun> run =
            computeFlux(m_model, smallnetwork::cohortOf(randomExpression(3, 4)), m_table, options);
        QVERIFY(run.ok());
        QCOMPARE(run->reactions, (std::vector<std::string>{"GTHX", "GTHY"}));
    }

    void refusesWhatIsNotThere()
    {
        FluxOptions options = asDistributed();
        options.reactions = {"GTHX", "NONE"};
        QCOMPARE(runError(m_model, options), ErrorCode::UnknownName);
        options.reactions = {"GTHX", "GTHX"};
        QCOMPARE(runError(m_model, options), ErrorCode::DuplicateName);
        options = asDistributed();
        options.objective = "NONE";
        QCOMPARE(runError(m_model, options), ErrorCode::UnknownName);
        options = asDistributed();
        options.growthFraction = 1.1;
        QCOMPARE(runError(m_model, options), ErrorCode::InvalidOption);
        options = asDistributed();
        options.floor = -1;
        QCOMPARE(runError(m_model, options), ErrorCode::InvalidOption);
        MetabolicModel none = m_model;
        none.metabolites[2].id = "other_c";
        none.buildIndex();
        options = asDistributed();
        options.rule = ExpressionRule::Paper;
        QCOMPARE(runError(none, options), ErrorCode::UnknownName);
        options = asDistributed();
        options.reactions.clear();
        QCOMPARE(runError(none, options), ErrorCode::UnknownName);
        for (ModelGene &gene : none.genes)
            gene.entrez += 1000;
        for (std::size_t i = 0; i < none.genes.size(); ++i)
            none.genes[i].id = "100" + std::to_string(i) + "_AT1";
        QCOMPARE(runError(none, asDistributed()), ErrorCode::NoOverlap);
        const Result<FluxRun> empty = computeFlux(m_model, Cohort{}, m_table, asDistributed());
        QVERIFY(!empty && empty.error().code == ErrorCode::TooFewSamples);
    }

    void stopKeepsWhatIsFinished()
    {
        const Cohort cohort = smallnetwork::cohortOf(randomExpression(3, 40));
        FluxOptions options = asDistributed();
        options.threads = 2;
        const Result<FluxRun> whole = computeFlux(m_model, cohort, m_table, options);
        auto control = std::make_shared<TaskControl>();
        const TaskContext context(control, [control](const Progress &progress) {
            if (progress.total > 0 && progress.done >= 5)
                control->requestStop(StopKind::Keep);
        });
        const Result<FluxRun> part = computeFlux(m_model, cohort, m_table, options, context);
        QVERIFY(whole.ok() && part.ok());
        QVERIFY(part->stoppedEarly && !whole->stoppedEarly);
        QVERIFY(part->samples.size() >= 5 && part->samples.size() < 40);
        QCOMPARE(part->values.rows(), static_cast<Index>(part->samples.size()));
        QCOMPARE(part->growth.size(), part->samples.size());
        for (std::size_t i = 0; i < part->samples.size(); ++i) {
            const auto at = std::find(whole->samples.begin(), whole->samples.end(), part->samples[i]);
            QVERIFY(part->values.row(static_cast<Index>(i)) ==
                    whole->values.row(at - whole->samples.begin()));
        }
    }

    void cancelKeepsNothing()
    {
        auto control = std::make_shared<TaskControl>();
        const TaskContext context(control, [control](const Progress &progress) {
            if (progress.done >= 1)
                control->requestStop(StopKind::Cancel);
        });
        const Result<FluxRun> run = computeFlux(m_model, smallnetwork::cohortOf(randomExpression(3, 20)),
                                                m_table, asDistributed(), context);
        QVERIFY(!run && run.error().code == ErrorCode::Cancelled);
    }

    void readsItsOwnTable()
    {
        MatrixD values(2, 3);
        values << 1.5, 2, 1e-9, unknown, 3, 4;
        const std::string path = m_folder.filePath("own.tsv").toStdString();
        QVERIFY(writeMatrix(path, "sample", {"S1", "S2"}, {"A", "B", "C"}, values).ok());
        const Result<FluxRun> run = readFluxTable(path);
        QVERIFY(run.ok());
        QCOMPARE(run->samples, (std::vector<std::string>{"S1", "S2"}));
        QCOMPARE(run->reactions, (std::vector<std::string>{"A", "B", "C"}));
        QCOMPARE(run->values(0, 0), 1.5);
        QVERIFY(std::isnan(run->values(1, 0)));
        QCOMPARE(run->status,
                 (std::vector<SolutionStatus>{SolutionStatus::Optimal, SolutionStatus::Undefined}));
        QCOMPARE(run->varyingReactions, std::size_t(2));
    }

    void refusesDamagedTables()
    {
        QCOMPARE(readError(""), ErrorCode::FileEmpty);
        QCOMPARE(readError("gene\tA\nS1\t1\n"), ErrorCode::BadHeader);
        QCOMPARE(readError("sample\nS1\n"), ErrorCode::BadHeader);
        QCOMPARE(readError("sample\tA\n"), ErrorCode::TooFewSamples);
        QCOMPARE(readError("sample\tA\tB\nS1\t1\n"), ErrorCode::RaggedRow);
        QCOMPARE(readError("sample\tA\nS1\tx\n"), ErrorCode::NotANumber);
        for (const char *infinite : {"inf", "-Inf", "1e999"})
            QCOMPARE(readError(("sample\tA\nS1\t" + std::string(infinite) + "\n").c_str()),
                     ErrorCode::NotANumber);
        QCOMPARE(readError("sample\tA\tA\nS1\t1\t2\n"), ErrorCode::DuplicateName);
        QCOMPARE(readError("sample\tA\nS1\t1\nS1\t2\n"), ErrorCode::DuplicateName);
        QCOMPARE(readFluxTable(m_folder.filePath("absent").toStdString()).error().code,
                 ErrorCode::FileNotFound);
        const Result<FluxRun> bad = readFluxTable(write("sample\tA\nS1\tx\n"));
        QVERIFY(bad.error().detail.ends_with("flux.tsv:2:2: x"));
        const Result<FluxRun> plain = readFluxTable(write("\xEF\xBB\xBFsample,A\r\nS1,1\r\nS2,\r\n"));
        QVERIFY(plain.ok() && plain->values(0, 0) == 1 && std::isnan(plain->values(1, 0)));
    }
};

PATHGAN_TEST(TestCohortFlux)
#include "tst_cohortflux.moc"
