// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/examplewindow.h"
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"
#include "ui/inspector.h"
#include "ui/panel.h"
#include "ui/panels/datapanel.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/fluxdistributionplot.h"
#include "ui/plots/groupboxplot.h"
#include "ui/plots/gseaplot.h"
#include "ui/plots/predictionplot.h"
#include "ui/plots/shapforceplot.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace pathgan;

namespace {

constexpr int patience = 60'000;

enum class Kind { Nothing, Sample, Gene, Reaction, Metabolite, Pathway };

/// What the rows of each table of the program are.
const QHash<QString, Kind> &kinds()
{
    static const QHash<QString, Kind> known = {
        {"expressionPreview", Kind::Gene},
        {"clinicalColumns", Kind::Nothing},
        {"problems", Kind::Nothing},
        {"reactions", Kind::Reaction},
        {"metabolites", Kind::Metabolite},
        {"genes", Kind::Gene},
        {"medium", Kind::Reaction},
        {"analysis", Kind::Reaction},
        {"shadowPrices", Kind::Metabolite},
        {"comparison", Kind::Reaction},
        {"modelCheck", Kind::Reaction},
        {"fluxes", Kind::Sample},
        {"fluxValueStatus", Kind::Sample},
        {"held_out", Kind::Nothing},
        {"held_out_by_reaction", Kind::Reaction},
        {"bottleneck_limits", Kind::Reaction},
        {"bottleneck_tumours", Kind::Sample},
        {"generated_reactions", Kind::Reaction},
        {"generated_profiles", Kind::Nothing}, // no sample: its nearest real one is chosen
        {"top_genes", Kind::Gene},
        {"enrichment", Kind::Pathway},
        {"prerank", Kind::Pathway},
        {"stress", Kind::Sample},
        {"attention_groups", Kind::Pathway},
        {"groups", Kind::Reaction},
        {"groups_within", Kind::Reaction},
        {"groups_overview", Kind::Reaction},
        {"groups_members", Kind::Nothing},
        {"concepts", Kind::Metabolite},
        {"scenarioDifferences", Kind::Nothing},
    };
    return known;
}

/// Brings a widget on screen: its step, its tab, its page.
void bringUp(MainWindow &window, QWidget *widget)
{
    QWidget *child = widget;
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *tabs = qobject_cast<QTabWidget *>(parent))
            tabs->setCurrentWidget(child);
        for (int step = 0; step < static_cast<int>(window.panels().size()); ++step) {
            if (window.panels()[static_cast<std::size_t>(step)] == parent)
                window.showStep(step);
        }
        // A tab's page lies in a stack that Qt makes.
        if (!qobject_cast<QStackedWidget *>(parent))
            child = parent;
    }
}

/// A real click on a cell of a shown column that holds no tick box.
void click(const TablePane &pane, int row, Qt::KeyboardModifiers keys = {})
{
    QTableView &view = pane.view();
    int column = 0;
    while (view.isColumnHidden(column))
        ++column;
    const QModelIndex index = pane.model().index(row, column);
    view.scrollTo(index);
    const QRect cell = view.visualRect(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, keys, cell.center());
}

QString chosen(const Selection &selection, Kind kind)
{
    switch (kind) {
    case Kind::Nothing:
        break;
    case Kind::Sample:
        return selection.sample();
    case Kind::Gene:
        return selection.gene();
    case Kind::Reaction:
        return selection.reaction();
    case Kind::Metabolite:
        return selection.metabolite();
    case Kind::Pathway:
        return selection.pathway();
    }
    return {};
}

void forget(Selection &selection)
{
    selection.setSample({});
    selection.setGene({});
    selection.setReaction({});
    selection.setMetabolite({});
    selection.setPathway({});
}

} // namespace

/// A click on a row is a choice, in every table of the program: the mouse as well as the keys.
class TestSelection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_window = exampleWindow({1280, 800});
        QVERIFY(m_window);
        Session &session = m_window->session();
        const auto idle = [&session] { return session.engine().jobs().isEmpty(); };
        ModelAnalysisOptions options;
        for (const AnalysisMethod method : {AnalysisMethod::PerturbedFba, AnalysisMethod::Fba}) {
            options.method = method;
            runWith<AnalysisStep>(session, options);
            QTRY_VERIFY_WITH_TIMEOUT(idle(), patience); // each joins those that were there when it started
        }
        runWith<CheckStep>(session, {});
        runWith<GenerateStep>(session, {});
        GroupOptions groups = session.options().groups;
        groups.within = "gender";
        runWith<GroupStep>(session, groups);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), patience);
        QVERIFY(session.project().has(Part::ModelCheck));
        m_window->findChild<QToolButton *>("scenarioDuplicate")->click();
        m_window->findChild<QToolButton *>("scenarioReset")->click();
        m_window->findChild<QComboBox *>("bottleneckSample")->setCurrentIndex(1);
        auto *medium = m_window->findChild<QComboBox *>("mediumPreset");
        medium->setCurrentIndex(1);
        emit medium->activated(1);
        m_window->findChild<QToolButton *>("scenarioCompare")->click();
    }

    void cleanupTestCase() { m_window.reset(); }

    void everyTableIsKnown()
    {
        QStringList names;
        for (const TablePane *pane : m_window->findChildren<TablePane *>())
            names.append(pane->objectName());
        for (const QString &name : std::as_const(names))
            QVERIFY2(kinds().contains(name), qPrintable(name));
        for (const QString &name : kinds().keys())
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void aClickSelects_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : kinds().keys())
            QTest::newRow(qPrintable(name)) << name;
    }

    void aClickSelects()
    {
        QFETCH(const QString, name);
        auto *pane = m_window->findChild<TablePane *>(name);
        QVERIFY(pane);
        const Kind kind = kinds()[name];
        Selection &selection = m_window->selection();
        forget(selection);
        bringUp(*m_window, pane);
        QTRY_VERIFY_WITH_TIMEOUT(pane->isVisible(), patience);
        if (name == QLatin1String("problems"))
            return; // the example has none: problemRowsToo()
        QTRY_VERIFY_WITH_TIMEOUT(pane->model().rowCount() > 0, patience);
        QTest::qWait(20); // the layouts come to rest

        QSignalSpy told(pane, &TablePane::keySelected);
        const int last = std::min(pane->model().rowCount(), 4) - 1;
        for (const int row : {last, 0}) {
            forget(selection);
            pane->view().clearSelection();
            told.clear();
            const QString key = pane->model().keyOfRow(row);
            click(*pane, row);
            QVERIFY(pane->view().selectionModel()->isRowSelected(row, {}));
            QCOMPARE(pane->view().currentIndex().row(), row);
            QCOMPARE(told.count(), 1);
            QCOMPARE(told.first().first().toString(), key);
            if (kind == Kind::Nothing)
                continue;
            const QString now = chosen(selection, kind);
            if (name != QLatin1String("genes") && !(name == QLatin1String("modelCheck") && now.isEmpty()))
                QCOMPARE(now, key);
            if (key == QLatin1String("mean"))
                continue;
            const auto *inspector = m_window->findChild<Inspector *>();
            const QString shown = kind == Kind::Pathway ? QStringLiteral("Gene set") : now;
            QTRY_VERIFY2(!shown.isEmpty() && inspector->text().contains(shown),
                         qPrintable(key + ": " + inspector->text()));
        }

        // Again on the row that is selected already, after something else was chosen elsewhere.
        forget(selection);
        click(*pane, 0);
        if (kind != Kind::Nothing)
            QVERIFY(!chosen(selection, kind).isEmpty());
        told.clear();
        click(*pane, 0, Qt::ControlModifier); // takes it back: no choice
        QVERIFY(!pane->view().selectionModel()->isRowSelected(0, {}));
        QCOMPARE(told.count(), 0);
    }

    void keysSelectAsBefore()
    {
        auto *pane = m_window->findChild<TablePane *>("reactions");
        bringUp(*m_window, pane);
        pane->view().setFocus();
        click(*pane, 0);
        QTest::keyClick(&pane->view(), Qt::Key_Down);
        QCOMPARE(m_window->selection().reaction(), pane->model().keyOfRow(1));
        QTest::keyClick(&pane->view(), Qt::Key_Up);
        QCOMPARE(m_window->selection().reaction(), pane->model().keyOfRow(0));
    }

    /// Sorted and filtered, the row under the mouse is the one that is chosen.
    void aClickAfterSortAndFilter()
    {
        auto *pane = m_window->findChild<TablePane *>("reactions");
        bringUp(*m_window, pane);
        QHeaderView *header = pane->view().horizontalHeader();
        const QPoint title(header->sectionViewportPosition(0) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        QTest::keyClicks(m_window->findChild<QLineEdit *>("reactionsSearch"), "gth");
        QVERIFY(pane->model().rowCount() > 1);
        forget(m_window->selection());
        click(*pane, 1);
        QCOMPARE(m_window->selection().reaction(), pane->model().keyOfRow(1));
        m_window->findChild<QLineEdit *>("reactionsSearch")->clear();
        QCOMPARE(pane->model().keyOfRow(pane->view().currentIndex().row()), m_window->selection().reaction());
    }

    void figuresFollow()
    {
        const auto at = [this](const char *name) {
            auto *pane = m_window->findChild<TablePane *>(name);
            bringUp(*m_window, pane);
            return pane;
        };
        const auto title = [this](auto *plot) {
            plot = m_window->findChild<std::remove_pointer_t<decltype(plot)> *>();
            return plot->title();
        };
        TablePane *byReaction = at("held_out_by_reaction");
        click(*byReaction, 3);
        const QString reaction = byReaction->model().keyOfRow(3);
        QVERIFY(title(static_cast<PredictionPlot *>(nullptr)).contains(reaction));
        QVERIFY(title(static_cast<FluxDistributionPlot *>(nullptr)).contains(reaction));
        QVERIFY(title(static_cast<GroupBoxPlot *>(nullptr)).contains(reaction));

        TablePane *groups = at("groups");
        const int row = groups->model().rowCount() - 1;
        click(*groups, row);
        QVERIFY(groups->model().keyOfRow(row) != reaction);
        QVERIFY(title(static_cast<FluxDistributionPlot *>(nullptr)).contains(groups->model().keyOfRow(row)));

        TablePane *prerank = at("prerank");
        const QString before = title(static_cast<GseaPlot *>(nullptr));
        click(*prerank, 2);
        QVERIFY(title(static_cast<GseaPlot *>(nullptr)) != before);

        TablePane *fluxes = at("fluxes");
        const std::string sample = m_window->session().project().explanation->samples[2];
        click(*fluxes, fluxes->model().rowOfKey(QString::fromStdString(sample)));
        QVERIFY(title(static_cast<ShapForcePlot *>(nullptr)).contains(QString::fromStdString(sample)));
        const auto *stress = m_window->findChild<TablePane *>("stress");
        QCOMPARE(stress->model().keyOfRow(stress->view().currentIndex().row()).toStdString(), sample);
    }

    void problemRowsToo()
    {
        QTemporaryDir folder;
        const QString path =
            writeFile(folder, "bad.tsv", "sample\tA\tB\nGPX1\tx\t2\nGSR\ty\t2\nTP53\t1\t2\n");
        Session session;
        Selection selection;
        DataPanel panel(session, selection);
        panel.resize(1000, 700);
        panel.show();
        session.openFile(path, Part::Expression);
        auto *problems = panel.findChild<TablePane *>("problems");
        QTRY_COMPARE_WITH_TIMEOUT(problems->model().rowCount(), 2, patience);
        QTRY_VERIFY(problems->isVisible());
        QSignalSpy told(problems, &TablePane::keySelected);
        click(*problems, 1);
        QVERIFY(problems->view().selectionModel()->isRowSelected(1, {}));
        QCOMPARE(told.count(), 1);
    }

private:
    std::unique_ptr<MainWindow> m_window;
};

PATHGAN_GUI_TEST(TestSelection)
#include "tst_selection.moc"
