// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/session.h"
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "tests/support/watchdog.h"
#include "ui/coretext.h"
#include "ui/inspector.h"
#include "ui/panels/datapanel.h"
#include "ui/panels/fluxpanel.h"
#include "ui/panels/matchbar.h"
#include "ui/panels/modelpanel.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/plot.h"
#include "ui/selection.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QtTest>

using namespace pathgan;

namespace {

constexpr int patience = 120'000; // ms; a loaded machine is slow

QStringList exampleFiles()
{
    const QString folder = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/");
    return {folder + "expression.tsv.gz", folder + "clinical.tsv", folder + "gene_sets.gmt",
            folder + "interactions.tsv", folder + "model.xml"};
}

template <class Widget>
Widget *child(const QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

void choose(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(box->findData(value));
    emit box->activated(box->currentIndex());
}

} // namespace

class TestPanels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        applyTheme(ThemeChoice::Light);
    }

    void problemsAreListedAndReadAgainByRule()
    {
        QTemporaryDir folder;
        const QString path = writeFile(folder, "bad.tsv",
                                       "sample\tTCGA-AA-0001-01\tTCGA-AA-0002-01\tTCGA-AA-0003-01\n"
                                       "GPX1\t1.5\t2.5\t3.5\n"
                                       "GSR\t1.0\toops\t2.0\n"
                                       "TP53\t1.0\t2.0\n"
                                       "ACTB\t9.0\t8.0\t7.5\n");
        Session session;
        Selection selection;
        DataPanel panel(session, selection);
        QSignalSpy failures(&session, &Session::failed);
        session.openFile(path, Part::Expression);
        QTRY_COMPARE_WITH_TIMEOUT(failures.count(), 1, patience);
        const auto *problems = child<TablePane>(panel, "problems");
        QCOMPARE(problems->model().rowCount(), 2);
        QVERIFY(child<QTabWidget>(panel, "dataTabs")->currentWidget()->objectName() == "problemsPage");

        choose(child<QComboBox>(panel, "not_numbers"), "missing");
        QTRY_COMPARE_WITH_TIMEOUT(failures.count(), 2, patience); // the ragged row still stands in the way
        choose(child<QComboBox>(panel, "ragged_rows"), "drop");
        QTRY_VERIFY_WITH_TIMEOUT(session.project().expression != nullptr, patience);
        QCOMPARE(session.project().expression->genes.size(), std::size_t(3));
        QCOMPARE(child<TablePane>(panel, "expressionPreview")->model().rowCount(), 3);
        QTRY_VERIFY(child<QLabel>(panel, "input0File")->text() == "bad.tsv");
        QVERIFY(child<NoteLabel>(panel, "expressionReasons")->text().contains("genes in rows"));
    }

    void dataPanelShowsHowInputsFit()
    {
        Session session;
        Selection selection;
        DataPanel panel(session, selection);
        QCOMPARE(child<MatchBar>(panel, "modelMatch")->text(), QString("not loaded"));
        session.openFiles(exampleFiles());
        for (const char *bar : {"modelMatch", "setMatch", "networkMatch"})
            QTRY_VERIFY_WITH_TIMEOUT(child<MatchBar>(panel, bar)->text().contains(" of "), patience);
        const std::size_t all = session.project().expression->samples.size(),
                          used = session.project().cohort->size();
        QVERIFY(used <= all);
        QVERIFY(child<MatchBar>(panel, "sampleMatch")
                    ->text()
                    .startsWith(QString::number(used) + " of " + QString::number(all)));
        QVERIFY(child<TablePane>(panel, "clinicalColumns")->model().rowCount() > 0);
        choose(child<QComboBox>(panel, "sampleFilter"), static_cast<int>(SampleFilter::All));
        QVERIFY(session.project().cohort->size() >= used);
    }

    void modelPanelSearchesAndSelects()
    {
        Session session;
        Selection selection;
        ModelPanel panel(session, selection);
        session.openFile(exampleFiles().last(), Part::Model);
        QTRY_VERIFY_WITH_TIMEOUT(session.project().model != nullptr, patience);
        const MetabolicModel &model = *session.project().model;
        auto *reactions = child<TablePane>(panel, "reactions");
        QCOMPARE(reactions->model().rowCount(), static_cast<int>(model.reactions.size()));
        QCOMPARE(child<TablePane>(panel, "metabolites")->model().rowCount(),
                 static_cast<int>(model.metabolites.size()));
        QCOMPARE(child<TablePane>(panel, "genes")->model().rowCount(), static_cast<int>(model.genes.size()));

        QTest::keyClicks(child<QLineEdit>(panel, "reactionsSearch"), "gthox");
        QVERIFY(reactions->model().rowCount() > 0);
        QVERIFY(reactions->model().rowCount() < static_cast<int>(model.reactions.size()));
        reactions->view().setCurrentIndex(reactions->model().index(0, 0));
        QCOMPARE(selection.reaction(), reactions->model().keyOfRow(0));
        const QString last = reactions->model().keyOfRow(reactions->model().rowCount() - 1);
        selection.setReaction(last); // from another panel
        QCOMPARE(reactions->model().keyOfRow(reactions->view().currentIndex().row()), last);
    }

    void fluxPanelAsksForWhatIsMissing()
    {
        Session session;
        Selection selection;
        FluxPanel panel(session, selection);
        QVERIFY(!child<QPushButton>(panel, "runButton")->isEnabled());
        QSignalSpy wanted(&panel, &Panel::panelRequested);
        child<QPushButton>(panel, "missingButton")->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<Part>(), Part::Expression);
    }

    void fluxPanelMarksABadField()
    {
        Session session;
        Selection selection;
        FluxPanel panel(session, selection);
        auto *scale = child<QDoubleSpinBox>(panel, "flux_scale");
        QVERIFY(!scale->property("wrong").toBool());
        scale->setValue(0);
        QVERIFY(scale->property("wrong").toBool());
        QVERIFY(!child<QLabel>(panel, "optionsProblem")->text().isEmpty());
        scale->setValue(1000);
        QVERIFY(!scale->property("wrong").toBool());
    }

    void fluxPanelComputesAndSaysWhatVaries()
    {
        Session session;
        Selection selection;
        FluxPanel panel(session, selection);
        session.openFiles(exampleFiles());
        auto *run = child<QPushButton>(panel, "runButton");
        QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled() && session.engine().jobs().isEmpty(), patience);
        Watchdog watchdog;
        run->click();
        QVERIFY(!run->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(session.project().flux != nullptr, patience);
        qInfo() << "longest wait of the event loop:" << watchdog.longestMs() << "ms";
        QVERIFY(watchdog.beats() > 0);
        const FluxRun &flux = *session.project().flux;
        QCOMPARE(child<TablePane>(panel, "fluxes")->model().rowCount(),
                 static_cast<int>(session.project().cohort->size()));
        QVERIFY(child<NoteLabel>(panel, "resultNote")->text().contains("vary"));
        QCOMPARE(panel.plots().size(), std::size_t(2));
        QCOMPARE(child<QComboBox>(panel, "fluxReaction")->count(), static_cast<int>(flux.reactions.size()));
        selection.setReaction(QString::fromStdString(flux.reactions.back()));
        QCOMPARE(child<QComboBox>(panel, "fluxReaction")->currentIndex(),
                 static_cast<int>(flux.reactions.size()) - 1);

        // The paper's formula cannot bind: the panel has to say that nothing is to be learned.
        choose(child<QComboBox>(panel, "rule"), "paper");
        QVERIFY(!child<QComboBox>(panel, "paper_average")->isHidden());
        QVERIFY(child<QDoubleSpinBox>(panel, "flux_scale")->isHidden());
        const auto before = session.project().flux;
        run->click();
        QTRY_VERIFY_WITH_TIMEOUT(session.project().flux != before && run->isEnabled(), patience);
        const auto *note = child<NoteLabel>(panel, "resultNote");
        QVERIFY(session.project().flux->isConstant());
        QCOMPARE(note->kind(), NoteLabel::Kind::Warning);
        QVERIFY(note->text().contains("same for every sample") && note->text().contains("E-Flux"));
    }

    /// The inspector offers to explain a flux that was computed here; genes and reactions in the answer are
    /// links.
    void inspectorExplainsAFlux()
    {
        Session session;
        Selection selection;
        Inspector inspector(session, selection);
        for (const QString &path : exampleFiles())
            session.openFiles({path});
        QTRY_VERIFY_WITH_TIMEOUT(session.project().model && session.project().cohort, patience);
        selection.setReaction(QStringLiteral("GTHOr"));
        selection.setSample(QString::fromStdString(session.project().cohort->samples.front()));
        QTRY_VERIFY(inspector.text().contains(QStringLiteral("GTHOr")));
        QVERIFY(!inspector.text().contains(QStringLiteral("Explain this flux"))); // there is none yet
        FluxOptions options;
        runWith<FluxStep>(session, options);
        QTRY_VERIFY_WITH_TIMEOUT(session.project().flux, patience);
        QTRY_VERIFY(inspector.text().contains(QStringLiteral("Explain this flux")));
        auto *browser = child<QTextBrowser>(inspector, "inspectorText");
        emit browser->anchorClicked(QUrl(QStringLiteral("explain:")));
        QTRY_VERIFY_WITH_TIMEOUT(inspector.text().contains(QStringLiteral("Why this flux")), patience);
        const FluxRun &run = *session.project().flux;
        const auto column = std::find(run.reactions.begin(), run.reactions.end(), "GTHOr");
        QVERIFY(column != run.reactions.end());
        const double value = run.values(0, column - run.reactions.begin());
        QVERIFY(inspector.text().contains(numberText(value) + QStringLiteral(" mmol/gDW/h (")));
        QVERIFY(browser->toHtml().contains(QStringLiteral("gene:GSR")));
        runWith<FluxStep>(session, options); // other fluxes, other reasons
        QTRY_VERIFY_WITH_TIMEOUT(inspector.text().contains(QStringLiteral("Explain this flux")), patience);
    }

    void fluxPanelTellsTheStatusOfValues()
    {
        Session session;
        Selection selection;
        FluxPanel panel(session, selection);
        for (const QString &path : exampleFiles())
            session.openFiles({path});
        QTRY_VERIFY_WITH_TIMEOUT(session.project().model && session.project().cohort, patience);
        choose(child<QComboBox>(panel, "quantity"), "capacity-range");
        panel.findChild<QPushButton *>(QStringLiteral("runButton"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(session.project().flux, patience);
        const FluxRun &run = *session.project().flux;
        QCOMPARE(run.minima.rows(), run.values.rows());
        const TableModel &table = child<TablePane>(panel, "fluxValueStatus")->model();
        QCOMPARE(table.rowCount(), static_cast<int>(run.samples.size()));
        QCOMPARE(table.columnCount(), static_cast<int>(run.reactions.size()) + 1);
        QCOMPARE(table.index(0, 1).data().toString(), QString::fromUtf8(run.valueStatusName(0, 0)));
        QCOMPARE(child<TablePane>(panel, "fluxes")->model().columnCount(),
                 3 + 2 * static_cast<int>(run.reactions.size()));
    }
};

PATHGAN_GUI_TEST(TestPanels)
#include "tst_panels.moc"
