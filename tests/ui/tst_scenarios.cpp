// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/scenariofile.h"

#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "tests/ui/modelpanelfixture.h"
#include "ui/models/tables.h"
#include "ui/panels/scenariobar.h"
#include "ui/theme.h"

#include <QDialog>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace pathgan;
using namespace modelpanel;

namespace {

constexpr int lowerColumn = 2, upperColumn = 3, uptakeColumn = 3;

} // namespace

/// Scenarios edited in the Model panel, and the check of the model.
class TestScenarios : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        applyTheme(ThemeChoice::Light);
        QVERIFY(exampleModel());
    }

    void editsAreUndone()
    {
        Session session;
        Scenarios scenarios(session);
        scenarios.setModel(exampleModel());
        const int pgi = exampleModel()->reactionIndex("PGI");
        const Scenario first = scenarios.current();
        QVERIFY(scenarios.setBounds(pgi, -5, 8));
        QVERIFY(!scenarios.setBounds(pgi, 9, 8));
        QCOMPARE(scenarios.bounds()[static_cast<std::size_t>(pgi)].upper, 8.0);
        scenarios.setMedium(MediumPreset::Closed);
        scenarios.setObjective("ATPM", true);
        scenarios.rename("  Fasting ");
        QCOMPARE(scenarios.current().name, std::string("Fasting"));
        const Scenario last = scenarios.current();
        Edits &edits = session.edits();
        QCOMPARE(edits.size(), std::size_t(4));
        while (edits.toUndo())
            edits.undo();
        QVERIFY(scenarios.current() == first);
        QCOMPARE(scenarios.bounds()[static_cast<std::size_t>(pgi)].upper, 1000.0);
        while (edits.toRedo())
            edits.redo();
        QVERIFY(scenarios.current() == last);
        // What changes nothing is no step.
        QVERIFY(scenarios.setBounds(pgi, -5, 8));
        scenarios.rename("Fasting");
        QCOMPARE(edits.size(), std::size_t(4));
        scenarios.resetAll();
        QVERIFY(scenarios.current().isUnchanged());
    }

    void scenariosAreAddedAndRemoved()
    {
        Session session;
        Scenarios scenarios(session);
        scenarios.setModel(exampleModel());
        scenarios.setMedium(MediumPreset::Physiological);
        scenarios.duplicate();
        QCOMPARE(scenarios.all().size(), std::size_t(2));
        QVERIFY(scenarios.current().medium == MediumPreset::Physiological);
        scenarios.addNew();
        QVERIFY(scenarios.current().isUnchanged());
        QCOMPARE(scenarios.currentIndex(), 2);
        scenarios.select(0);
        scenarios.remove();
        QCOMPARE(scenarios.all().size(), std::size_t(2));
        session.edits().undo();
        QCOMPARE(scenarios.all().size(), std::size_t(3));
        QCOMPARE(scenarios.currentIndex(), 0);
        for (int i = 0; i < 3; ++i)
            scenarios.remove();
        QCOMPARE(scenarios.all().size(), std::size_t(1)); // there is always one
        QVERIFY(scenarios.current().isUnchanged());
        session.clear();
        QVERIFY(!session.edits().toUndo());
    }

    /// A project has its own scenarios, the edits that can be undone, and what its analyses ask.
    void scenariosBelongToTheProject()
    {
        Session session;
        Scenarios scenarios(session);
        scenarios.setModel(exampleModel());
        QVERIFY(scenarios.set().isSaved());
        scenarios.setMedium(MediumPreset::Physiological);
        scenarios.rename("Fasting");
        QVERIFY(!scenarios.set().isSaved());
        QVERIFY(session.project().analysisOptions.scenario == scenarios.current());
        const ScenarioSet kept = session.project().scenarios;

        session.clear();
        QCOMPARE(scenarios.all().size(), std::size_t(1));
        QVERIFY(scenarios.current().isUnchanged() && scenarios.set().isSaved());
        QVERIFY(!session.edits().toUndo());
        QVERIFY(session.project().analysisOptions.scenario == scenarios.current());

        session.setScenarios(kept);
        QCOMPARE(scenarios.current().name, std::string("Fasting"));
        QVERIFY(!scenarios.set().isSaved());
        scenarios.setMedium(MediumPreset::Closed);
        QCOMPARE(session.edits().toUndo()->name, std::string("choose medium"));
        session.edits().undo();
        QCOMPARE(session.edits().toRedo()->name, std::string("choose medium"));
        QVERIFY(scenarios.current().medium == MediumPreset::Physiological);
        QVERIFY(session.project().analysisOptions.scenario == scenarios.current());
    }

    void oldEditsAreForgotten()
    {
        Session session;
        Scenarios scenarios(session);
        constexpr int most = static_cast<int>(Edits::most);
        for (int i = 0; i < most + 5; ++i)
            scenarios.rename(QString::number(i));
        scenarios.setSaved();
        int undone = 0;
        for (; session.edits().toUndo(); ++undone)
            session.edits().undo();
        QCOMPARE(undone, most);
        QCOMPARE(scenarios.current().name, std::string("4"));
        scenarios.rename("other");
        QVERIFY(!scenarios.set().isSaved() && !session.edits().toRedo());
        scenarios.rename(QString::number(most + 4)); // as it was saved
        QVERIFY(scenarios.set().isSaved());
    }

    /// Medium and bounds of the same exchange are one truth.
    void uptakeAndBoundsAgree()
    {
        Session session;
        Scenarios scenarios(session);
        scenarios.setModel(exampleModel());
        const int glucose = exampleModel()->reactionIndex("EX_glc__D_e");
        const auto bounds = [&] { return scenarios.bounds()[static_cast<std::size_t>(glucose)]; };
        QVERIFY(!scenarios.setUptake(glucose, -1.0));
        QVERIFY(scenarios.setUptake(glucose, 5.0));
        QCOMPARE(bounds().lower, -5.0);
        QCOMPARE(scenarios.current().uptake.size(), std::size_t(1));
        QVERIFY(scenarios.setBounds(glucose, -7, 3));
        QVERIFY(scenarios.setUptake(glucose, 2.0));
        QCOMPARE(bounds().lower, -2.0);
        QCOMPARE(bounds().upper, 3.0);
        scenarios.setMedium(MediumPreset::Closed); // a preset is for every exchange
        QCOMPARE(bounds().lower, 0.0);
        QVERIFY(scenarios.setUptake(glucose, 1.0));
        QVERIFY(scenarios.setUptake(glucose, std::nullopt));
        QCOMPARE(bounds().lower, 0.0);
        scenarios.setMedium(MediumPreset::AsDistributed);
        QVERIFY(scenarios.setUptake(glucose, 1000.0)); // as it is anyway
        QVERIFY(scenarios.current().isUnchanged());
    }

    void variantsAreKnockedOutTogether()
    {
        Session session;
        Scenarios scenarios(session);
        scenarios.setModel(exampleModel());
        const int first = exampleModel()->geneIndex("226_AT1"), second = exampleModel()->geneIndex("226_AT2");
        const int other = exampleModel()->geneIndex("229_AT1");
        scenarios.setKnockedOut(second, true);
        QVERIFY(scenarios.isKnockedOut(first) && scenarios.isKnockedOut(second) &&
                !scenarios.isKnockedOut(other));
        scenarios.setKnockedOut(first, false);
        QVERIFY(!scenarios.isKnockedOut(second));
        QVERIFY(scenarios.current().knockouts.empty());
    }

    void tablesEditTheScenario()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.type("reactions", "PGI", upperColumn, "8"));
        QVERIFY(!fixture.type("reactions", "PGI", upperColumn, "many"));
        QVERIFY(!fixture.type("reactions", "PGI", lowerColumn, "9")); // above the upper
        QCOMPARE(fixture.number("PGI", upperColumn, "reactions"), 8.0);
        TableModel &reactions = fixture.table("reactions");
        const QModelIndex cell = reactions.index(reactions.rowOfKey("PGI"), upperColumn);
        QVERIFY(cell.data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("1,000") ||
                cell.data(Qt::ToolTipRole).toString().contains("1000"));
        QVERIFY(!reactions.index(cell.row(), lowerColumn).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!(reactions.flags(reactions.index(cell.row(), 0)) & Qt::ItemIsEditable));
        child<QToolButton>(fixture.panel, "scenarioUndoButton")->click();
        QCOMPARE(fixture.number("PGI", upperColumn, "reactions"), 1000.0);
        child<QToolButton>(fixture.panel, "scenarioRedoButton")->click();
        QVERIFY(fixture.type("reactions", "PGI", upperColumn, "")); // back
        QVERIFY(fixture.scenarios->current().isUnchanged());

        QVERIFY(child<QLabel>(fixture.panel, "mediumNoteText")->text().contains("All 16 exchanges are open"));
        QVERIFY(fixture.type("medium", "EX_glc__D_e", uptakeColumn, "5"));
        QVERIFY(!fixture.type("medium", "EX_glc__D_e", uptakeColumn, "-5"));
        QCOMPARE(fixture.number("EX_glc__D_e", lowerColumn, "reactions"), -5.0);
        auto *preset = child<QComboBox>(fixture.panel, "mediumPreset");
        preset->setCurrentIndex(preset->findData(static_cast<int>(MediumPreset::Closed)));
        emit preset->activated(preset->currentIndex());
        QCOMPARE(fixture.number("EX_glc__D_e", uptakeColumn, "medium"), 0.0);
        QVERIFY(child<QLabel>(fixture.panel, "mediumNoteText")->text().contains("Nothing may enter"));

        TableModel &genes = fixture.table("genes");
        const QModelIndex box = genes.index(genes.rowOfKey("847_AT1"), genes.columnCount() - 1);
        QCOMPARE(box.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(genes.setData(box, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(fixture.scenarios->current().knockouts.count("847_AT1"));
        QCOMPARE(box.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(child<QLabel>(fixture.panel, "scenarioSummary")->text().contains("1 gene"));
    }

    /// Typed into the cell as a user does it.
    void cellIsEditedByKeys()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        fixture.panel.resize(1100, 700);
        fixture.panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&fixture.panel));
        QTableView &view = child<TablePane>(fixture.panel, "reactions")->view();
        TableModel &model = fixture.table("reactions");
        view.setCurrentIndex(model.index(model.rowOfKey("HEX1"), upperColumn));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_F2);
        auto *editor = view.viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("1000"));
        editor->selectAll();
        QTest::keyClicks(editor, "0.5");
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(fixture.scenarios->current().bounds.count("HEX1"), std::size_t(1));
        QCOMPARE(fixture.scenarios->current().bounds.at("HEX1").second, 0.5);
    }

    void objectiveIsEdited()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        auto *objective = child<QLineEdit>(fixture.panel, "objective");
        QCOMPARE(objective->placeholderText(), QStringLiteral("BIOMASS_maintenance"));
        objective->setText("ATP");
        emit objective->editingFinished();
        QVERIFY(objective->property("wrong").toBool());
        QVERIFY(objective->toolTip().contains("ATP"));
        QVERIFY(fixture.scenarios->current().objective.empty());
        objective->setText("ATPM");
        emit objective->editingFinished();
        QVERIFY(!objective->property("wrong").toBool());
        auto *direction = child<QComboBox>(fixture.panel, "objectiveDirection");
        QVERIFY(direction->isEnabled());
        direction->setCurrentIndex(1);
        emit direction->activated(1);
        QVERIFY(!fixture.scenarios->current().maximise);
        QCOMPARE(fixture.scenarios->current().objective, std::string("ATPM"));
    }

    void filesAreOpenedAndSaved()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        auto *bar = fixture.panel.findChild<ScenarioBar *>();
        bar->open(scenarioFile);
        QCOMPARE(fixture.scenarios->all().size(), std::size_t(2));
        QCOMPARE(child<QComboBox>(fixture.panel, "scenarioName")->currentText(),
                 QStringLiteral("Little glucose, no G6PD"));
        QTemporaryDir folder;
        bar->save(folder.filePath("s.json"));
        const Result<Scenario> saved = readScenario(folder.filePath("s.json").toStdString());
        QVERIFY(saved && *saved == fixture.scenarios->current());
        bar->open(writeFile(folder, "bad.json", "{\"pathgan_scenario\": 1, \"bounds\": []}"));
        QCOMPARE(fixture.scenarios->all().size(), std::size_t(2));

        bar->open(writeFile(folder, "other.json",
                            "{\"pathgan_scenario\": 1, \"name\": \"x\", \"bounds\": {\"NO_SUCH\": [0, 1]}}"));
        QVERIFY(child<QLabel>(fixture.panel, "scenarioProblemText")->text().contains("NO_SUCH"));
        QVERIFY(!child<QPushButton>(fixture.panel, "runButton")->isEnabled());
        fixture.session.edits().undo();
        QVERIFY(child<QPushButton>(fixture.panel, "runButton")->isEnabled());
    }

    void scenariosAreCompared()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        fixture.panel.findChild<ScenarioBar *>()->open(scenarioFile);
        child<QToolButton>(fixture.panel, "scenarioCompare")->click();
        auto *dialog = fixture.panel.findChild<QDialog *>(QStringLiteral("scenarioDialog"));
        QVERIFY(dialog && dialog->isVisible());
        TableModel &table = child<TablePane>(*dialog, "scenarioDifferences")->model();
        QCOMPARE(table.rowCount(), 1 + 10 + 2 + 1); // medium, uptake limits, bounds, gene
        child<QComboBox>(*dialog, "comparedFirst")->setCurrentIndex(2);
        QCOMPARE(table.rowCount(), 0); // with itself
        child<QToolButton>(fixture.panel, "scenarioCompare")->click();
        QCOMPARE(fixture.panel.findChildren<QDialog *>(QStringLiteral("scenarioDialog")).size(), 1);
    }

    void modelIsChecked()
    {
        Fixture fixture;
        auto *button = child<QPushButton>(fixture.panel, "checkButton");
        QVERIFY(!button->isEnabled());
        QVERIFY(fixture.open());
        QVERIFY(button->isEnabled());
        button->click();
        QVERIFY(!button->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.project().modelCheck && button->isEnabled(), patience);
        auto *kinds = child<QComboBox>(fixture.panel, "checkKinds");
        const int open = kinds->findData(static_cast<int>(CheckKind::OpenExchange));
        QVERIFY(open > 0);
        QVERIFY(kinds->findData(static_cast<int>(CheckKind::BlockedReaction)) < 0); // none, by COBRApy
        TableModel &table = fixture.table("modelCheck");
        QCOMPARE(table.rowCount(), static_cast<int>(fixture.session.project().modelCheck->findings.size()));
        kinds->setCurrentIndex(open);
        QCOMPARE(table.rowCount(), 16);
        QVERIFY(table.rowOfKey("EX_glc__D_e") >= 0);
        QVERIFY(fixture.session.setConcepts({{"gthrd", "gthrd_c"}}));
        QVERIFY(child<QLabel>(fixture.panel, "checkNoteText")->text().contains("Replaced since"));
    }
};

PATHGAN_GUI_TEST(TestScenarios)
#include "tst_scenarios.moc"
