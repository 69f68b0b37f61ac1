// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/examplewindow.h"
#include "tests/support/testmain.h"
#include "ui/dialogs/palette.h"
#include "ui/panel.h"
#include "ui/panels/tablepane.h"
#include "ui/windowkeys.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace pathgan;

namespace {

constexpr int patience = 60'000;

std::vector<QString> namesOf(const PaletteSearch &search, const QString &query, int most = 5)
{
    std::vector<QString> names;
    for (const int entry : search.find(query, most))
        names.push_back(search.entries()[std::size_t(entry)].name);
    return names;
}

PaletteSearch searchOf(const QStringList &genes)
{
    std::vector<PaletteEntry> entries;
    for (const QString &gene : genes)
        entries.push_back({PaletteKind::Gene, gene, {}});
    PaletteSearch search;
    search.setEntries(std::move(entries));
    return search;
}

} // namespace

/// The window by keys: command palette, search at hand, Enter; and files dragged over it.
class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_window = exampleWindow({1280, 800});
        QVERIFY(m_window);
    }
    void cleanupTestCase() { m_window.reset(); }

    void ranks_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first");
        QTest::newRow("whole name") << QStringList{"TP53BP1", "TP53", "WRAP53"} << "tp53"
                                    << "TP53";
        QTest::newRow("beginning") << QStringList{"AGPX1", "GPX10"} << "gpx1"
                                   << "GPX10";
        QTest::newRow("word") << QStringList{"Undo the step", "Export all", "Open example"} << "exa"
                              << "Open example";
        QTest::newRow("letters apart") << QStringList{"Save network", "Run this step"} << "rts"
                                       << "Run this step";
        QTest::newRow("initials") << QStringList{"marvellous text", "Market Sample Test"} << "mst"
                                  << "Market Sample Test";
        QTest::newRow("two words") << QStringList{"Export figure", "Export all"} << "all exp"
                                   << "Export all";
        QTest::newRow("not ASCII") << QStringList{"Größe", "Groove"} << "größ"
                                   << "Größe";
    }
    void ranks()
    {
        QFETCH(const QStringList, names);
        QFETCH(const QString, query);
        QFETCH(const QString, first);
        QCOMPARE(namesOf(searchOf(names), query).front(), first);
    }

    void findsOnlyWhatHasTheLetters()
    {
        const PaletteSearch search = searchOf({"GCLC", "GCLM", "GSS"});
        QCOMPARE(namesOf(search, "gclx").size(), std::size_t(0));
        QCOMPARE(namesOf(search, "gcl").size(), std::size_t(2));
        QCOMPARE(namesOf(search, "g", 1).size(), std::size_t(1));
        QVERIFY(fuzzyPlaces("Open example", "oex") == (std::vector<int>{0, 5, 6}));
        QVERIFY(fuzzyPlaces("Open example", "xyz").empty());
    }

    /// As many as an expression matrix of transcripts has: how long it takes is printed, not asserted.
    void sixtyThousandGenes()
    {
        std::mt19937 random(1);
        QStringList genes;
        for (int i = 0; i < 60'000; ++i) {
            QString name;
            for (int k = 0; k < 5; ++k)
                name += QChar(static_cast<char16_t>(u'A' + random() % 26));
            genes << name + QString::number(i % 100);
        }
        genes << "GPX4";
        QElapsedTimer clock;
        clock.start();
        const PaletteSearch search = searchOf(genes);
        const double built = double(clock.nsecsElapsed()) * 1e-6;
        double longest = 0;
        for (const char *query : {"g", "gp", "gpx", "gpx4", "e", "abc1"}) {
            clock.restart();
            (void)search.find(query, 60);
            longest = std::max(longest, double(clock.nsecsElapsed()) * 1e-6);
        }
        qInfo("60,000 genes: built in %.1f ms, longest search %.1f ms", built, longest);
        QCOMPARE(namesOf(search, "gpx4").front(), QString("GPX4"));
    }

    void everyActionIsThere()
    {
        openPalette();
        QStringList known;
        for (const PaletteEntry &entry : palette().search().entries())
            if (entry.kind == PaletteKind::Action)
                known.append(entry.name);
        QList<QAction *> actions = m_window->menuBar()->actions();
        int count = 0;
        while (!actions.isEmpty()) {
            const QAction *action = actions.takeLast();
            if (action->menu()) {
                actions += action->menu()->actions();
                continue;
            }
            const QString text = QString(action->text()).remove('&');
            if (action->isSeparator() || text.isEmpty())
                continue;
            QVERIFY2(known.contains(text), qPrintable(text));
            ++count;
        }
        QVERIFY(count > 20);
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(!palette().isVisible());
    }

    void choosesThings_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        const Project &project = m_window->session().project();
        const auto row = [](const char *name, const std::string &typed, PaletteKind kind) {
            QTest::newRow(name) << QString::fromStdString(typed) << int(kind);
        };
        row("gene", project.expression->genes[7], PaletteKind::Gene);
        row("sample", project.cohort->samples[3], PaletteKind::Sample);
        row("reaction", project.model->reactions[5].id, PaletteKind::Reaction);
        row("pathway", project.geneSets->sets[2].name, PaletteKind::Pathway);
        row("metabolite", project.model->metabolites[4].id, PaletteKind::Metabolite);
    }
    void choosesThings()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, kind);
        openPalette();
        QTest::keyClicks(&field(), typed.toLower());
        QTest::keyClick(&field(), Qt::Key_Return);
        QVERIFY(!palette().isVisible());
        const Selection &selection = m_window->selection();
        const QString chosen = kind == int(PaletteKind::Gene)       ? selection.gene()
                               : kind == int(PaletteKind::Sample)   ? selection.sample()
                               : kind == int(PaletteKind::Reaction) ? selection.reaction()
                               : kind == int(PaletteKind::Pathway)  ? selection.pathway()
                                                                    : selection.metabolite();
        QCOMPARE(chosen, typed);
        QVERIFY(m_window->inspectorDock()->isVisible());
    }

    void opensPagesAndSettings()
    {
        openPalette();
        QTest::keyClicks(&field(), "heat map flux");
        QTest::keyClick(&field(), Qt::Key_Return);
        QVERIFY(m_window->findChild<QWidget *>("fluxHeatMap")->isVisible());
        openPalette();
        QTest::keyClicks(&field(), "learning rate");
        QTest::keyClick(&field(), Qt::Key_Return);
        auto *rate = m_window->findChild<QWidget *>("learning_rate"); // in a section that was closed
        QVERIFY(rate->isVisible());
        QVERIFY(rate->hasFocus());
        openPalette();
        QTest::keyClicks(&field(), "smoothing");
        QTest::keyClick(&field(), Qt::Key_Return);
        QVERIFY(m_window->findChild<QSlider *>("smoothing")->hasFocus());
    }

    void runsActions()
    {
        m_window->showStep(2);
        openPalette();
        QTest::keyClicks(&field(), "keyboard shortcuts");
        QTest::keyClick(&field(), Qt::Key_Return);
        auto *dialog = m_window->findChild<QDialog *>("shortcutsDialog");
        QVERIFY(dialog && dialog->isVisible());
        dialog->close();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        // What cannot be done now is told, not done.
        openPalette();
        QTest::keyClicks(&field(), "cancel all jobs");
        QTest::keyClick(&field(), Qt::Key_Return);
        QVERIFY(palette().isVisible());
        QTest::keyClick(&field(), Qt::Key_Escape);
    }

    void theLatestStandFirst()
    {
        const Project &project = m_window->session().project();
        const QString gene = QString::fromStdString(project.expression->genes[11]);
        openPalette();
        QTest::keyClicks(&field(), gene);
        QTest::keyClick(&field(), Qt::Key_Return);
        openPalette();
        QCOMPARE(list().model()->index(0, 0).data().toString(), gene);
        QVERIFY(list().model()->rowCount() > 20); // and then the actions
        QTest::keyClick(&field(), Qt::Key_Down);
        QTest::keyClick(&field(), Qt::Key_Up);
        QTest::keyClick(&field(), Qt::Key_Up); // round to the last
        QCOMPARE(list().currentIndex().row(), list().model()->rowCount() - 1);
        QTest::keyClick(&field(), Qt::Key_Escape);
    }

    void aClickChooses()
    {
        openPalette();
        const QString gene = QString::fromStdString(m_window->session().project().expression->genes[20]);
        QTest::keyClicks(&field(), gene);
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                          list().visualRect(list().model()->index(0, 0)).center());
        QCOMPARE(m_window->selection().gene(), gene);
        QVERIFY(!palette().isVisible());
        openPalette();
        QTest::mouseClick(m_window->findChild<QWidget *>("railStep2"), Qt::LeftButton);
        m_window->findChild<QWidget *>("railStep2")->setFocus();
        QVERIFY(!palette().isVisible()); // it leaves when another place is chosen
    }

    void escGivesTheFocusBack()
    {
        m_window->showStep(2);
        auto *run = m_window->currentPanel()->findChild<QPushButton *>("runButton");
        run->setFocus();
        openPalette();
        QVERIFY(field().hasFocus());
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(run->hasFocus());
    }

    /// In every table on its page.
    void findGoesToTheTable()
    {
        int tables = 0;
        for (int step = 0; step < int(m_window->panels().size()); ++step) {
            m_window->showStep(step);
            for (TablePane *pane : m_window->currentPanel()->findChildren<TablePane *>()) {
                if (!bring(*pane))
                    continue;
                pane->view().setFocus();
                QTest::keyClick(&pane->view(), Qt::Key_F, Qt::ControlModifier);
                auto *search = pane->findChild<QLineEdit *>(pane->objectName() + "Search");
                QVERIFY2(search->isVisible() && search->hasFocus(), qPrintable(pane->objectName()));
                const int all = pane->model().rowCount();
                QTest::keyClicks(search, "qqqq");
                QCOMPARE(pane->model().rowCount(), 0);
                QTest::keyClick(search, Qt::Key_Escape);
                QCOMPARE(pane->model().rowCount(), all);
                QVERIFY(pane->view().hasFocus());
                ++tables;
            }
        }
        QVERIFY(tables > 15);
    }

    void findGoesToTheList()
    {
        m_window->showStep(4);
        QTest::mouseClick(m_window->currentPanel()->findChild<QWidget *>("optionsTab"), Qt::LeftButton);
        auto *samples = m_window->findChild<QListWidget *>("explain_samples");
        QVERIFY(samples->isVisible());
        samples->setFocus();
        QTest::keyClick(samples, Qt::Key_F, Qt::ControlModifier);
        auto *search = samples->findChild<QLineEdit *>("explain_samplesSearch");
        QVERIFY(search && search->hasFocus());
        const QString name = samples->item(5)->text();
        QTest::keyClicks(search, name);
        int visible = 0;
        for (int i = 0; i < samples->count(); ++i)
            visible += samples->item(i)->isHidden() ? 0 : 1;
        QCOMPARE(visible, 1);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!samples->item(0)->isHidden());
        QVERIFY(samples->hasFocus());
    }

    void enterPressesTheButton()
    {
        auto *step = m_window->findChild<QAbstractButton *>("railStep4");
        step->setFocus();
        QTest::keyClick(step, Qt::Key_Return);
        QVERIFY(m_window->currentPanel()->objectName() == "trainPanel");
        m_window->showStep(2);
        auto *tool = m_window->findChild<QToolButton *>("flux_heat_mapReset");
        bring(*m_window->findChild<QWidget *>("fluxHeatMap"));
        QVERIFY(tool);
        QSignalSpy pressed(tool, &QToolButton::clicked);
        tool->setFocus();
        QTest::keyClick(tool, Qt::Key_Enter);
        QCOMPARE(pressed.count(), 1);
        QTest::keyClick(tool, Qt::Key_Space);
        QCOMPARE(pressed.count(), 2);
    }

    void filesDraggedOverLightUp()
    {
        const auto *glow = m_window->findChild<DropGlow *>();
        QMimeData files, text;
        files.setUrls({QUrl::fromLocalFile("/tmp/a.tsv")});
        text.setText("no file");
        const QPoint middle = m_window->rect().center();
        QDragEnterEvent plain(middle, Qt::CopyAction, &text, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &plain);
        QVERIFY(!glow->isVisible());
        QDragEnterEvent enter(middle, Qt::CopyAction, &files, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(glow->isVisible());
        QCOMPARE(glow->size(), m_window->size());
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(m_window.get(), &leave);
        QVERIFY(!glow->isVisible());
    }

private:
    CommandPalette &palette() { return *m_window->findChild<CommandPalette *>(); }
    QLineEdit &field() { return *m_window->findChild<QLineEdit *>("paletteField"); }
    QListView &list() { return *m_window->findChild<QListView *>("paletteList"); }

    void openPalette()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette().isVisible());
        QTRY_VERIFY(field().hasFocus());
        QCOMPARE(field().text(), QString());
        QVERIFY(!palette().grab().isNull()); // it can be painted
    }

    /// Whether the pane can be shown on its tabs.
    bool bring(QWidget &pane)
    {
        QWidget *child = &pane;
        for (QWidget *parent = pane.parentWidget(); parent; parent = parent->parentWidget()) {
            if (auto *tabs = qobject_cast<QTabWidget *>(parent))
                tabs->setCurrentWidget(child);
            if (!parent->inherits("QStackedWidget"))
                child = parent;
        }
        QTest::qWait(5);
        return pane.isVisible();
    }

    std::unique_ptr<MainWindow> m_window;
};

PATHGAN_GUI_TEST(TestPalette)
#include "tst_palette.moc"
