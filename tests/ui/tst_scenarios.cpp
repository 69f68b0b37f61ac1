#include "core/engine/session.h"
#include "tests/support/uitest.h"
#include "ui/models/tables.h"
#include "ui/panels/modelpanel.h"
#include "ui/panels/scenariobar.h"
#include "ui/panels/tablepane.h"
#include "ui/scenarios.h"
#include "ui/selection.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

#include <cmath>

using namespace pathgan;

namespace {

constexpr int patience = 120'000;

const QString modelFile = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/model.xml");
const QString scenarioFile = QStringLiteral(PATHGAN_TEST_DATA "/metabolic/scenario/little_glucose.json");

template <class Widget>
Widget *child(const QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

std::shared_ptr<const MetabolicModel> exampleModel()
{
    static const auto model = [] {
        Result<MetabolicModel> read = readModel(modelFile.toStdString());
        return read ? std::make_shared<const MetabolicModel>(*std::move(read)) : nullptr;
    }();
    return model;
}

/// The Model panel with the example's model open.
struct Fixture
{
    Session session;
    Selection selection;
    ModelPanel panel{session, selection};
    Scenarios *scenarios = panel.findChild<Scenarios *>();

    bool open()
    {
        session.openFile(modelFile, Part::Model);
        return QTest::qWaitFor(
            [this] { return session.project().model && session.engine().jobs().isEmpty(); }, patience);
    }
    void choose(AnalysisMethod method)
    {
        auto *box = child<QComboBox>(panel, "method");
        box->setCurrentIndex(box->findData(static_cast<int>(method)));
    }
    bool run(AnalysisMethod method)
    {
        choose(method);
        return runAsItIs();
    }
    bool runAsItIs()
    {
        auto *button = child<QPushButton>(panel, "runButton");
        if (!button->isEnabled())
            return false;
        const auto before = session.project().analyses;
        button->click();
        return QTest::qWaitFor(
            [&] { return session.project().analyses != before && session.engine().jobs().isEmpty(); },
            patience);
    }
    QString result() const { return child<QLabel>(panel, "analysisResultText")->text(); }
    TableModel &table(const char *name = "analysis") const { return child<TablePane>(panel, name)->model(); }
    /// Number in the row of that id, as it would be saved.
    double number(const QString &id, int column, const char *name = "analysis") const
    {
        TableModel &model = table(name);
        const int row = model.rowOfKey(id);
        if (row < 0)
            return std::nan("");
        const Cell cell = model.table({row}).rows[0][static_cast<std::size_t>(column)];
        return std::holds_alternative<double>(cell) ? std::get<double>(cell) : std::nan("");
    }
    bool type(const char *name, const QString &id, int column, const QString &text) const
    {
        TableModel &model = table(name);
        return model.setData(model.index(model.rowOfKey(id), column), text);
    }
};

bool near(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

constexpr int lowerColumn = 2, upperColumn = 3, uptakeColumn = 3;

} // namespace

/// Scenarios edited in the Model panel, and their analyses.
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
        Scenarios scenarios;
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
        QCOMPARE(scenarios.undoStack().count(), 4);
        while (scenarios.undoStack().canUndo())
            scenarios.undoStack().undo();
        QVERIFY(scenarios.current() == first);
        QCOMPARE(scenarios.bounds()[static_cast<std::size_t>(pgi)].upper, 1000.0);
        while (scenarios.undoStack().canRedo())
            scenarios.undoStack().redo();
        QVERIFY(scenarios.current() == last);
        // What changes nothing is no step.
        QVERIFY(scenarios.setBounds(pgi, -5, 8));
        scenarios.rename("Fasting");
        QCOMPARE(scenarios.undoStack().count(), 4);
        scenarios.resetAll();
        QVERIFY(scenarios.current().isUnchanged());
    }

    void scenariosAreAddedAndRemoved()
    {
        Scenarios scenarios;
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
        scenarios.undoStack().undo();
        QCOMPARE(scenarios.all().size(), std::size_t(3));
        QCOMPARE(scenarios.currentIndex(), 0);
        for (int i = 0; i < 3; ++i)
            scenarios.remove();
        QCOMPARE(scenarios.all().size(), std::size_t(1)); // there is always one
        QVERIFY(scenarios.current().isUnchanged());
        scenarios.setModel(nullptr);
        QVERIFY(!scenarios.undoStack().canUndo());
    }

    /// Medium and bounds of the same exchange are one truth.
    void uptakeAndBoundsAgree()
    {
        Scenarios scenarios;
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
        Scenarios scenarios;
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
        fixture.scenarios->undoStack().undo();
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
        child<QDoubleSpinBox>(fixture.panel, "rangeFraction")->setValue(0.9);
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
        QVERIFY(child<QLabel>(fixture.panel, "optionsProblem")->text().contains("no_such_gene"));
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
        fixture.scenarios->undoStack().undo();
        QVERIFY(fixture.runAsItIs());
        QVERIFY(fixture.result().contains("87.4317"));

        const auto model = fixture.session.project().model;
        fixture.session.openFile(modelFile, Part::Model);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.project().model != model, patience);
        QVERIFY(child<QLabel>(fixture.panel, "analysisStaleText")->text().contains("model was replaced"));
    }

    void runsStandSideBySide()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.run(AnalysisMethod::PerturbedFba));
        const double before = fixture.number("HEX1", 1);
        QCOMPARE(fixture.table("comparison").rowCount(), 0);
        fixture.scenarios->duplicate();
        QVERIFY(fixture.type("medium", "EX_glc__D_e", uptakeColumn, "1"));
        QVERIFY(fixture.runAsItIs());
        TableModel &table = fixture.table("comparison");
        QCOMPARE(table.rowCount(), 120);
        const double now = fixture.number("HEX1", 2, "comparison");
        QCOMPARE(fixture.number("HEX1", 1, "comparison"), before);
        QCOMPARE(fixture.number("HEX1", 3, "comparison"), now - before);
        QVERIFY(before != now);
        QVERIFY(fixture.run(AnalysisMethod::GeneDeletions)); // nothing to compare with yet
        QCOMPARE(table.rowCount(), 0);
        QVERIFY(child<QLabel>(fixture.panel, "analysisComparedText")->text().contains("same kind"));
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
        const auto model = fixture.session.project().model;
        fixture.session.openFile(modelFile, Part::Model);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.project().model != model, patience);
        QVERIFY(child<QLabel>(fixture.panel, "checkNoteText")->text().contains("replaced"));
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
};

QTEST_MAIN(TestScenarios)
#include "tst_scenarios.moc"
