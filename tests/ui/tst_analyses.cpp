// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/cohortgimme.h"
#include "core/metabolic/fba/gimme.h"
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "tests/ui/modelpanelfixture.h"
#include "ui/coretext.h"
#include "ui/jobbar.h"
#include "ui/models/tables.h"
#include "ui/panels/scenariobar.h"
#include "ui/theme.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

using namespace pathgan;
using namespace modelpanel;

namespace {

const QString expressionFile = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/expression.tsv.gz");

constexpr int lowerColumn = 2, uptakeColumn = 3;

QLabel *problem(const Fixture &fixture)
{
    return child<QLabel>(*child<QWidget>(fixture.panel, "analysisPage"), "optionsProblem");
}

} // namespace

/// Analyses of the model, run and shown in the Model panel.
class TestAnalyses : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        applyTheme(ThemeChoice::Light);
        QVERIFY(exampleModel());
    }

    /// Figures of COBRApy: tests/data/metabolic/scenario.
    void everyMethodRuns()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        fixture.panel.findChild<ScenarioBar *>()->open(scenarioFile);
        QVERIFY(fixture.run(AnalysisMethod::Fba));
        QVERIFY2(fixture.result().contains("0.427716") && fixture.result().contains("1/h"),
                 qPrintable(fixture.result()));
        QVERIFY(near(fixture.number("BIOMASS_maintenance", 1), 0.427715996578));
        QCOMPARE(fixture.number("G6PDH2r", 1), 0.0); // knocked out
        QVERIFY(fixture.table("shadowPrices").rowCount() == 114);

        QVERIFY(fixture.run(AnalysisMethod::ParsimoniousFba));
        QVERIFY2(fixture.result().contains("102.204"), qPrintable(fixture.result()));
        QVERIFY(fixture.run(AnalysisMethod::PerturbedFba));
        QVERIFY(fixture.result().contains("unique"));

        fixture.choose(AnalysisMethod::FluxRanges);
        child<QDoubleSpinBox>(fixture.panel, "range_fraction")->setValue(0.9);
        QVERIFY(fixture.runAsItIs());
        QVERIFY(near(fixture.number("GTHOr", 2), 0.25));
        QVERIFY(near(fixture.number("BIOMASS_maintenance", 1), 0.9 * 0.427715996578));

        QVERIFY(fixture.run(AnalysisMethod::GeneDeletions));
        QVERIFY(near(fixture.number("2805", 2), 0.283446712018));
        QVERIFY(near(fixture.number("498", 3), 0.171880371262 / 0.427715996578));
        TableModel &genes = fixture.table();
        QCOMPARE(genes.index(genes.rowOfKey("2805"), 1).data().toString(), QStringLiteral("GOT1"));
        QVERIFY(fixture.run(AnalysisMethod::EssentialGenes));
        QVERIFY(fixture.table().rowOfKey("2821") >= 0 && fixture.table().rowOfKey("2805") < 0);
        QVERIFY(fixture.run(AnalysisMethod::ReactionDeletions));
        QCOMPARE(fixture.table().rowCount(), 120);

        auto *targets = child<QLineEdit>(fixture.panel, "targets");
        fixture.choose(AnalysisMethod::DoubleGeneDeletions);
        targets->setText("GOT1, 498_AT1");
        emit targets->textEdited(targets->text());
        QVERIFY(fixture.runAsItIs());
        QVERIFY(near(fixture.number("2805+498", 2), 0.170633904957));
        fixture.choose(AnalysisMethod::GeneMoma);
        QVERIFY(fixture.runAsItIs());
        QVERIFY(near(fixture.number("498", 6), 81.085144684812, 1e-5));
        QVERIFY(near(fixture.number("498", 2), 0.005840298748, 1e-5));

        targets->setText("no_such_gene");
        emit targets->textEdited(targets->text());
        QVERIFY(!child<QPushButton>(fixture.panel, "runButton")->isEnabled());
        QVERIFY(problem(fixture)->text().contains("no_such_gene"));
        targets->clear();
        emit targets->textEdited(QString());
        fixture.choose(AnalysisMethod::DoubleReactionDeletions);
        QVERIFY(fixture.runAsItIs());
        QCOMPARE(fixture.table().rowCount(), 120 * 121 / 2);
        fixture.choose(AnalysisMethod::ReactionMoma);
        QVERIFY(fixture.runAsItIs());
        QCOMPARE(fixture.table().rowCount(), 120);
    }

    void noStaleNumbers()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.run(AnalysisMethod::Fba));
        QVERIFY(child<QLabel>(fixture.panel, "analysisStaleText")->text().isEmpty());
        QVERIFY(fixture.type("reactions", "BIOMASS_maintenance", lowerColumn, "500"));
        QVERIFY(child<QLabel>(fixture.panel, "analysisStaleText")->text().contains("scenario was changed"));
        QVERIFY(fixture.runAsItIs());
        QVERIFY2(fixture.result().contains("infeasible"), qPrintable(fixture.result()));
        QVERIFY(!fixture.result().contains("87.4"));
        QVERIFY2(fixture.result().contains("BIOMASS_maintenance ≥ 500"), qPrintable(fixture.result()));
        QCOMPARE(fixture.table().rowCount(), 0);
        QVERIFY(child<QTabWidget>(fixture.panel, "analysisTabs")->isHidden());
        fixture.session.edits().undo();
        QVERIFY(fixture.runAsItIs());
        QVERIFY(fixture.result().contains("87.4317"));

        QVERIFY(fixture.session.setConcepts({{"gthrd", "gthrd_c"}}));
        QVERIFY(child<QLabel>(fixture.panel, "analysisStaleText")->text().contains("model was replaced"));
    }

    void runsStandSideBySide()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.run(AnalysisMethod::PerturbedFba));
        const double before = fixture.number("HEX1", 1);
        fixture.panel.show();
        child<QTabWidget>(fixture.panel, "modelTabs")->setCurrentIndex(4);
        child<QTabWidget>(fixture.panel, "analysisTabs")->setCurrentIndex(2);
        QVERIFY(QTest::qWaitForWindowExposed(&fixture.panel));
        QCOMPARE(fixture.table("comparison").rowCount(), 0);
        QSignalSpy started(&fixture.session.engine(), &Engine::jobStarted);
        fixture.scenarios->duplicate();
        QVERIFY(fixture.type("medium", "EX_glc__D_e", uptakeColumn, "1"));
        QVERIFY(fixture.runAsItIs());
        TableModel &table = fixture.table("comparison");
        QTRY_COMPARE_WITH_TIMEOUT(table.rowCount(), 120, patience);
        QCOMPARE(started.count(), 2); // the analysis, then the comparison in the worker, too
        const double now = fixture.number("HEX1", 2, "comparison");
        QCOMPARE(fixture.number("HEX1", 1, "comparison"), before);
        QCOMPARE(fixture.number("HEX1", 3, "comparison"), now - before);
        QVERIFY(before != now);
        child<QTabWidget>(fixture.panel, "analysisTabs")->setCurrentIndex(0);
        child<QComboBox>(fixture.panel, "analysisRun")->setCurrentIndex(1);
        child<QComboBox>(fixture.panel, "analysisOther")->setCurrentIndex(0);
        QVERIFY(fixture.session.engine().jobs().isEmpty()); // not before it can be seen
        child<QTabWidget>(fixture.panel, "analysisTabs")->setCurrentIndex(2);
        QVERIFY(!fixture.session.engine().jobs().isEmpty());
        fixture.session.engine().stopAll();
        auto *note = child<QLabel>(fixture.panel, "analysisComparedText");
        QTRY_VERIFY_WITH_TIMEOUT(note->text().contains("stopped") || table.rowCount() == 120, patience);
        QVERIFY(fixture.run(AnalysisMethod::GeneDeletions)); // nothing to compare with yet
        QCOMPARE(table.rowCount(), 0);
        QVERIFY(note->text().contains("same kind"));
    }

    void cancelledRunLeavesTheLast()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.run(AnalysisMethod::Fba));
        const auto before = fixture.session.project().analyses;
        const QString text = fixture.result();
        fixture.choose(AnalysisMethod::DoubleReactionDeletions);
        child<QPushButton>(fixture.panel, "runButton")->click();
        QVERIFY(!child<QPushButton>(fixture.panel, "runButton")->isEnabled());
        fixture.session.engine().stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.engine().jobs().isEmpty(), patience);
        QCOMPARE(fixture.session.project().analyses, before);
        QCOMPARE(fixture.result(), text);
        QVERIFY(child<QPushButton>(fixture.panel, "runButton")->isEnabled());
    }

    /// The score is that of the core, whose figures tst_gimme checks against COBRApy's way.
    void gimmeOfASample()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        fixture.choose(AnalysisMethod::Gimme);
        auto *button = child<QPushButton>(fixture.panel, "runButton");
        auto *samples = child<QComboBox>(fixture.panel, "gimme_sample");
        QVERIFY(!button->isEnabled() && !samples->isEnabled());
        QVERIFY2(problem(fixture)->text().contains("expression matrix"),
                 qPrintable(problem(fixture)->text()));
        fixture.session.openFile(expressionFile, Part::Expression);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled() && samples->isEnabled(), patience);
        const Cohort &cohort = *fixture.session.project().cohort;
        QCOMPARE(samples->count(), static_cast<int>(cohort.size()));
        fixture.selection.setSample(QString::fromStdString(cohort.samples[3]));
        QCOMPARE(samples->currentText(), fixture.selection.sample());

        const Result<GimmeRun> expected =
            gimme(*fixture.session.project().model, *samplesOf(cohort, {cohort.samples[3]}),
                  fixture.session.project().genes(), {});
        QVERIFY(expected);
        const GimmeSolution &solution = expected->solutions[0];
        QVERIFY(solution.score > 0);
        QVERIFY(fixture.runAsItIs());
        const ModelAnalysis &run = *fixture.session.project().analyses->runs.back();
        QCOMPARE(run.options.sample, cohort.samples[3]);
        QCOMPARE(run.gimme.score, solution.score);
        QVERIFY2(fixture.result().contains(numberText(solution.score, 6)) &&
                     fixture.result().contains(samples->currentText()),
                 qPrintable(fixture.result()));
        double sum = 0;
        for (std::size_t i = 0; i < solution.fluxes.size(); ++i) {
            const QString id = QString::fromStdString(run.model->reactions[i].id);
            QCOMPARE(fixture.number(id, 1), solution.fluxes[i]);
            sum += fixture.number(id, 4);
        }
        QVERIFY(near(sum, solution.score));
        QVERIFY(!child<QTabWidget>(fixture.panel, "analysisTabs")->isTabVisible(1)); // no shadow prices

        child<QDoubleSpinBox>(fixture.panel, "gimme_quantile")->setValue(60);
        child<QDoubleSpinBox>(fixture.panel, "gimme_fraction")->setValue(0.5);
        QVERIFY(fixture.runAsItIs());
        GimmeOptions other;
        other.quantile = 0.6;
        other.fractionOfOptimum = 0.5;
        const Result<GimmeRun> again =
            gimme(*fixture.session.project().model, *samplesOf(cohort, {cohort.samples[3]}),
                  fixture.session.project().genes(), other);
        QCOMPARE(fixture.session.project().analyses->runs.back()->gimme.score, again->solutions[0].score);

        QVERIFY(child<QLabel>(fixture.panel, "analysisStaleText")->text().isEmpty());
        QTemporaryDir folder;
        fixture.session.openFile(
            writeFile(folder, "small.tsv", "sample\tA\tB\nGPI\t1\t2\nPGD\t3\t1\nGSR\t2\t2\n"),
            Part::Expression);
        QTRY_COMPARE_WITH_TIMEOUT(samples->count(), 2, patience);
        QTRY_VERIFY(child<QLabel>(fixture.panel, "analysisStaleText")->text().contains("expression was"));
    }

    void timeLimitIsAsked()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        child<QDoubleSpinBox>(fixture.panel, "time_limit")->setValue(7.5);
        QVERIFY(fixture.run(AnalysisMethod::Fba));
        ModelAnalysisOptions options = fixture.session.project().analyses->runs.back()->options;
        QCOMPARE(options.timeLimit, 7.5);
        options.timeLimit = 1e-9; // what nothing can be solved in
        runWith<AnalysisStep>(fixture.session, options);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.session.project().analyses->runs.size(), std::size_t(2), patience);
        QVERIFY2(fixture.result().contains("time limit"), qPrintable(fixture.result()));
        QCOMPARE(fixture.table().rowCount(), 0);
    }

    void stoppedRunKeepsWhatIsFinished()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        fixture.panel.findChild<ScenarioBar *>()->open(scenarioFile);
        fixture.choose(AnalysisMethod::DoubleReactionDeletions);
        const auto part = [&]() -> std::shared_ptr<const ModelAnalysis> {
            const auto &analyses = fixture.session.project().analyses;
            return analyses && analyses->runs.back()->stoppedEarly ? analyses->runs.back() : nullptr;
        };
        for (int attempt = 0; attempt < 20 && !part(); ++attempt) { // it may be done before it is told
            child<QPushButton>(fixture.panel, "runButton")->click();
            Job *job = fixture.session.engine().jobs().constFirst();
            connect(job, &Job::progressChanged, job, [job] {
                if (job->progress().done > 0 && !job->isStopping())
                    job->requestStop(StopKind::Keep);
            });
            QTRY_VERIFY_WITH_TIMEOUT(fixture.session.engine().jobs().isEmpty(), patience);
        }
        QVERIFY(part());
        QCOMPARE(part()->asked, std::size_t(120 * 121 / 2));
        QVERIFY(part()->finished > 0 && part()->finished < part()->asked);
        QCOMPARE(fixture.table().rowCount(), static_cast<int>(part()->finished));
        QVERIFY2(fixture.result().contains("Stopped early") && fixture.result().contains("7,260"),
                 qPrintable(fixture.result()));
        QVERIFY(child<QComboBox>(fixture.panel, "analysisRun")->currentText().contains("stopped early"));
    }

    /// Only what goes on in parts has a part to keep.
    void keepIsOfferedWhereItHelps()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        for (const AnalysisMethod method : {AnalysisMethod::Fba, AnalysisMethod::GeneMoma}) {
            fixture.choose(method);
            child<QPushButton>(fixture.panel, "runButton")->click();
            {
                const JobRow row(fixture.session.engine().jobs().constFirst(), nullptr);
                QCOMPARE(child<QToolButton>(row, "jobKeep")->isVisibleTo(&row),
                         method != AnalysisMethod::Fba);
            }
            QTRY_VERIFY_WITH_TIMEOUT(fixture.session.engine().jobs().isEmpty(), patience);
        }
    }
};

PATHGAN_GUI_TEST(TestAnalyses)
#include "tst_analyses.moc"
