// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/session.h"
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/panels/datapanel.h"
#include "ui/panels/fluxpanel.h"
#include "ui/panels/groupspanel.h"
#include "ui/panels/matchbar.h"
#include "ui/panels/modelpanel.h"
#include "ui/panels/tablepane.h"
#include "ui/selection.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace pathgan;

namespace {

constexpr int patience = 60'000;
const QString example = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/");

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

bool isIdle(Session &session)
{
    return QTest::qWaitFor([&session] { return session.engine().jobs().isEmpty(); }, patience);
}

} // namespace

/// What the window says of how inputs fit, and what can be chosen about it.
class TestFitting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        applyTheme(ThemeChoice::Light);
    }

    void idColumnOfTheClinicalTable()
    {
        Session session;
        Selection selection;
        DataPanel panel(session, selection);
        session.openFile(example + "expression.tsv.gz", Part::Expression);
        session.openFile(example + "clinical.tsv", Part::Clinical);
        QTRY_VERIFY_WITH_TIMEOUT(session.project().cohort && session.project().cohort->clinical, patience);
        QVERIFY(isIdle(session));
        const Cohort &cohort = *session.project().cohort;
        auto *bar = child<MatchBar>(panel, "clinicalMatch");
        QVERIFY2(
            bar->text().startsWith(QString("%1 of %2").arg(cohort.clinicalJoin.matched()).arg(cohort.size())),
            qPrintable(bar->text()));
        auto *column = child<QComboBox>(panel, "clinicalIdColumn");
        QVERIFY2(column->itemText(0).contains("sampleID"), qPrintable(column->itemText(0)));
        auto *problem = child<NoteLabel>(panel, "cohortProblem");
        QVERIFY(problem->text().isEmpty());

        choose(column, "_PATIENT");
        QCOMPARE(session.options().cohort.idColumn, std::string("_PATIENT"));
        QCOMPARE(session.project().cohort->clinicalJoin.idColumn, std::string("_PATIENT"));
        QCOMPARE(column->currentText(), QString("_PATIENT"));
        const auto *list = child<QListWidget>(panel, "clinicalMatchList");
        QVERIFY(list->count() > 0 && list->item(0)->text().contains("patient"));

        choose(column, "gender"); // names nobody
        QVERIFY2(problem->text().contains("FEMALE") && problem->text().contains("TCGA-EX-"),
                 qPrintable(problem->text()));
        QVERIFY(bar->text().startsWith("0 of "));
        QVERIFY(session.project().cohort && !session.project().cohort->clinical);
        QCOMPARE(column->currentText(), QString("gender"));
        choose(column, QString());
        QVERIFY(problem->text().isEmpty());
        QVERIFY(session.project().cohort->clinical);
    }

    void noOverlapIsSaidWithExamples()
    {
        QTemporaryDir folder;
        const QString other =
            writeFile(folder, "other.tsv",
                      "sampleID\tradiation_therapy\tgender\nP-1\tYES\tMALE\nP-2\tNO\tFEMALE\n"
                      "P-3\tNO\tMALE\n");
        Session session;
        Selection selection;
        DataPanel panel(session, selection);
        session.openFile(example + "expression.tsv.gz", Part::Expression);
        session.openFile(other, Part::Clinical);
        auto *problem = child<NoteLabel>(panel, "cohortProblem");
        QTRY_VERIFY_WITH_TIMEOUT(!problem->text().isEmpty(), patience);
        for (const char *name : {"P-1", "P-2", "TCGA-EX-"})
            QVERIFY2(problem->text().contains(name), qPrintable(problem->text()));
        QVERIFY(child<MatchBar>(panel, "clinicalMatch")->text().startsWith("0 of "));
        QVERIFY(session.project().cohort && !session.project().cohort->clinical);
        session.openFile(example + "clinical.tsv", Part::Clinical);
        QTRY_VERIFY_WITH_TIMEOUT(problem->text().isEmpty(), patience);
    }

    /// A clinical table that the rules refuse is read again by another rule.
    void clinicalRulesApply()
    {
        QTemporaryDir folder;
        const QString path =
            writeFile(folder, "ragged.tsv", "sampleID\tgender\nTCGA-EX-A001-01\tMALE\nTCGA-EX-A002-01\n");
        Session session;
        Selection selection;
        DataPanel panel(session, selection);
        QSignalSpy failures(&session, &Session::failed);
        session.openFile(path, Part::Clinical);
        QVERIFY(isIdle(session));
        if (failures.isEmpty())
            QSKIP("short rows of clinical tables are read");
        choose(child<QComboBox>(panel, "ragged_rows"), "drop");
        QTRY_VERIFY_WITH_TIMEOUT(session.project().clinical != nullptr, patience);
        QCOMPARE(session.project().clinical->ids.size(), std::size_t(1));
    }

    void fewGenesAreSaidAndRefused()
    {
        QTemporaryDir folder;
        const QString few =
            writeFile(folder, "few.tsv",
                      "sample\tA\tB\tC\nGPX1\t5\t6\t7\nACTB\t1\t2\t3\nGAPDHX\t1\t2\t3\nTP53\t3\t2\t1\n");
        Session session;
        Selection selection;
        FluxPanel panel(session, selection);
        auto *note = child<NoteLabel>(panel, "fluxCoverage");
        auto *allow = child<QCheckBox>(panel, "allow_low_coverage");
        session.openFile(example + "expression.tsv.gz", Part::Expression);
        session.openFile(example + "model.xml", Part::Model);
        QTRY_VERIFY_WITH_TIMEOUT(session.project().cohort && session.project().model, patience);
        QVERIFY(isIdle(session));
        QVERIFY2(note->text().isEmpty(), qPrintable(note->text()));
        QVERIFY(!allow->isVisibleTo(&panel));

        session.openFile(few, Part::Expression);
        QTRY_VERIFY_WITH_TIMEOUT(note->text().contains("genes of the model"), patience);
        QVERIFY(isIdle(session));
        QVERIFY2(allow->isVisibleTo(&panel), qPrintable(note->text()));
        QSignalSpy failures(&session, &Session::failed);
        child<QPushButton>(panel, "runButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(failures.count(), 1, patience);
        QCOMPARE(failures[0][0].value<Error>().code, ErrorCode::NoOverlap);
        QVERIFY(!session.project().flux);
        allow->click();
        child<QPushButton>(panel, "runButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(session.project().flux, patience);
        QVERIFY(session.options().allowLowCoverage);
    }

    void testAndAdjustmentAreChosen()
    {
        Session session;
        Selection selection;
        GroupsPanel panel(session, selection);
        for (const auto &[file, part] :
             {std::pair("expression.tsv.gz", Part::Expression), std::pair("clinical.tsv", Part::Clinical),
              std::pair("model.xml", Part::Model)})
            session.openFile(example + file, part);
        QTRY_VERIFY_WITH_TIMEOUT(session.project().cohort && session.project().model, patience);
        QVERIFY(isIdle(session));
        runWith<FluxStep>(session, {});
        QTRY_VERIFY_WITH_TIMEOUT(session.project().flux, patience);
        const auto run = [&] {
            const auto before = session.project().groups;
            child<QPushButton>(panel, "runButton")->click();
            return QTest::qWaitFor([&] { return session.project().groups != before; }, patience);
        };
        QVERIFY(run());
        auto *overview = child<TablePane>(panel, "groups_overview");
        QVERIFY(overview->model().rowCount() > 1);
        QCOMPARE(overview->model().rowCount(), static_cast<int>(session.project().groups->entries.size()));
        auto *caption = child<QLabel>(panel, "groups_overviewCaption");
        QVERIFY2(caption->text().contains("Benjamini"), qPrintable(caption->text()));
        choose(child<QComboBox>(panel, "group_test"), "welch");
        choose(child<QComboBox>(panel, "group_adjustment"), "holm");
        QVERIFY(run());
        const GroupComparison &first = session.project().groups->entries.front().comparison;
        QVERIFY2(first.overallTest.find("Welch") != std::string::npos, first.overallTest.c_str());
        QVERIFY2(caption->text().contains("Holm"), qPrintable(caption->text()));
        const Table shown = child<TablePane>(panel, "groups")->model().table();
        for (const char *column : {"p", "p.adj", "p.adj.reactions"})
            QVERIFY2(std::find(shown.header.begin(), shown.header.end(), column) != shown.header.end(),
                     column);
    }

    void conceptsAreShownAndEdited()
    {
        Session session;
        Selection selection;
        ModelPanel panel(session, selection);
        session.openFile(example + "model.xml", Part::Model);
        QTRY_VERIFY_WITH_TIMEOUT(session.project().model, patience);
        TableModel &table = child<TablePane>(panel, "concepts")->model();
        constexpr int idColumn = 3;
        const int row = table.rowOfKey("gthrd_c");
        QVERIFY(row >= 0);
        const auto before = session.project().model;
        QVERIFY(!table.setData(table.index(row, idColumn), "no such thing"));
        QVERIFY(table.setData(table.index(row, idColumn), "gthox_c"));
        QTRY_VERIFY(session.project().model != before);
        const auto &assignments = session.project().model->assignments;
        QCOMPARE(assignments.size(), std::size_t(1));
        QCOMPARE(assignments[0].topic, std::string("gthrd"));
        QCOMPARE(assignments[0].id, std::string("gthox_c"));
        QVERIFY(table.rowOfKey("gthrd_c") < 0);
        child<QPushButton>(panel, "conceptReset")->click();
        QVERIFY(session.project().model->assignments.empty());
        QVERIFY(table.rowOfKey("gthrd_c") >= 0);
    }
};

PATHGAN_GUI_TEST(TestFitting)
#include "tst_fitting.moc"
