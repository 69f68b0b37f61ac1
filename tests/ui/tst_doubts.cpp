// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "tests/ui/svgdrawing.h"
#include "ui/mainwindow.h"
#include "ui/panels/fluxpanel.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/fluxheatmap.h"
#include "ui/plots/plotpalette.h"
#include "ui/rail.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

#include <set>

using namespace pathgan;

namespace {

constexpr int patience = 300'000;
const QString example = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/");

template <class T>
T *child(const QWidget &parent, const char *name)
{
    T *found = parent.findChild<T *>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

bool settle(MainWindow &window)
{
    return QTest::qWaitFor([&] { return window.session().engine().jobs().isEmpty(); }, patience);
}

/// Chooses that tab of the panel on screen by a click.
void openTab(const MainWindow &window, const QString &title)
{
    for (auto *tabs : window.currentPanel()->findChildren<QTabWidget *>())
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->tabText(i).startsWith(title))
                QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(i).center());
}

QString textsOf(Plot &plot)
{
    return svgdrawing::read(svgdrawing::svg(plot)).texts.join(QLatin1Char(' ')); // captions are wrapped
}

/// The numbers that a figure has at its axes and elsewhere.
std::set<QString> numbersOf(Plot &plot)
{
    std::set<QString> numbers;
    for (const QString &text : svgdrawing::read(svgdrawing::svg(plot)).texts) {
        bool isNumber = false;
        text.toDouble(&isNumber);
        if (isNumber)
            numbers.insert(text);
    }
    return numbers;
}

/// Clicks wherever a link may be, until it did something.
bool clickLink(QLabel &label, const std::function<bool()> &done)
{
    for (int y = 4; y < label.height(); y += 8)
        for (int x = label.width() - 4; x > 0 && !done(); x -= 8)
            QTest::mouseClick(&label, Qt::LeftButton, {}, {x, y});
    return done();
}

} // namespace

/// What a result shown is not: of all samples, of these settings, certain. It is said where it is seen.
class TestDoubts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        applyTheme(ThemeChoice::Light);
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        m_window->openExample();
        QTRY_VERIFY_WITH_TIMEOUT(project().has(Part::Groups) && settle(*m_window), patience);
    }

    void cleanupTestCase() { m_window.reset(); }

    void explainedSamplesAreSaid()
    {
        const auto run = project().explanation;
        QCOMPARE(run->samples.size(), std::size_t(50));
        openStep(5);
        const QString said = "50 of 80 samples, drawn with seed 1, each value of _cohort with its share";
        QVERIFY2(note().contains(said), qPrintable(note()));
        QCOMPARE(marked(), run->samples);
        const auto plots = m_window->currentPanel()->plots();
        QCOMPARE(plots.size(), std::size_t(3));
        for (Plot *plot : plots)
            QVERIFY2(textsOf(*plot).contains("50 of 80 samples"), qPrintable(textsOf(*plot)));
        openStep(6);
        QVERIFY2(note().contains(said), qPrintable(note()));
        for (Plot *plot : m_window->currentPanel()->plots())
            QVERIFY2(textsOf(*plot).contains("50 of 80 samples"), qPrintable(textsOf(*plot)));
    }

    /// Other settings: the rail and the panel say which, until they are set back or computed.
    void settingsThatDifferAreNamed()
    {
        openStep(5);
        const RailButton *rail = railButton(5);
        QVERIFY(rail->state() == StepState::Done);
        auto *choice = child<QComboBox>(*m_window->currentPanel(), "explain_choice");
        QTest::keyClick(choice, Qt::Key_Down);
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentText(), "First ten");
        QCOMPARE(stateText(rail->state()), "settings differ");
        const QString what = "Choice is now First ten, this result has Automatic";
        QVERIFY2(rail->toolTip().contains(what), qPrintable(rail->toolTip()));
        QVERIFY(child<NoteLabel>(*m_window->currentPanel(), "staleNote")->isVisible());
        QVERIFY(child<NoteLabel>(*m_window->currentPanel(), "staleNote")->text().contains(what));
        QTest::keyClick(choice, Qt::Key_Up);
        QTest::keyClick(choice, Qt::Key_Up);
        QCOMPARE(stateText(rail->state()), "done");
        QVERIFY(!rail->toolTip().contains("is now"));
        QVERIFY(!child<NoteLabel>(*m_window->currentPanel(), "staleNote")->isVisible());
    }

    void firstTenWarn()
    {
        openStep(5);
        auto *choice = child<QComboBox>(*m_window->currentPanel(), "explain_choice");
        QTest::keyClick(choice, Qt::Key_End);
        QTest::keyClick(choice, Qt::Key_Up);
        QCOMPARE(choice->currentText(), "First ten");
        QVERIFY(!child<QWidget>(*m_window->currentPanel(), "explain_count")->isVisible());
        clickRun();
        QCOMPARE(marked(), std::vector<std::string>(project().cohort->samples.begin(),
                                                    project().cohort->samples.begin() + 10));
        QVERIFY2(note().contains("10 of 80 samples, the first of the cohort"), qPrintable(note()));
        openStep(6);
        clickRun();
        auto *enriched = child<NoteLabel>(*m_window->currentPanel(), "resultNote");
        QVERIFY(enriched->kind() == NoteLabel::Kind::Warning);
        QVERIFY2(note().contains("may be one tissue only"), qPrintable(note()));
        openStep(5);
        QTest::keyClick(choice, Qt::Key_Home);
        clickRun();
        openStep(6);
        clickRun();
        QVERIFY(enriched->kind() == NoteLabel::Kind::Info);
    }

    void effectAndAdjustedPAreInSight()
    {
        openStep(8);
        for (const auto &[tab, table] :
             {std::pair("Every reaction", "groups_overview"), std::pair("Every pair", "groups")}) {
            openTab(*m_window, QLatin1String(tab));
            const auto *pane = child<TablePane>(*m_window->currentPanel(), table);
            QVERIFY(pane->isVisible());
            const QTableView &view = pane->view();
            for (const char *wanted : {"reaction", "p.adj.reactions", "cliffs_delta"}) {
                int column = 0;
                while (pane->model().headerData(column, Qt::Horizontal).toString() != QLatin1String(wanted))
                    QVERIFY(++column < pane->model().columnCount());
                const int right = view.columnViewportPosition(column) + view.columnWidth(column);
                QVERIFY2(view.columnViewportPosition(column) >= 0 && right <= view.viewport()->width(),
                         qPrintable(QString("%1: %2 of %3")
                                        .arg(QLatin1String(wanted))
                                        .arg(right)
                                        .arg(view.viewport()->width())));
            }
        }
        // The one across decides the order: of the reactions, "mean" is none.
        const Table rows = child<TablePane>(*m_window->currentPanel(), "groups_overview")->model().table();
        double last = 0;
        for (const auto &row : rows.rows)
            if (const double p = std::get<double>(row[5]); !std::isnan(p)) {
                QVERIFY(p >= last);
                last = p;
            }
        QVERIFY(last > 0);
    }

    void bothSourcesHaveOneScale()
    {
        openStep(8);
        openTab(*m_window, "Box plots");
        auto *fba = child<Plot>(*m_window->currentPanel(), "groupBoxPlot");
        auto *predicted = child<Plot>(*m_window->currentPanel(), "groupBoxPlotPredicted");
        auto *same = child<QCheckBox>(*m_window->currentPanel(), "groupSameScale");
        QVERIFY(same->isVisible() && same->isChecked());
        auto *reaction = child<QComboBox>(*m_window->currentPanel(), "groupReaction");
        bool isOtherAlone = false;
        for (int i = 0; i < reaction->count(); ++i) {
            QCOMPARE(numbersOf(*fba), numbersOf(*predicted));
            QTest::mouseClick(same, Qt::LeftButton, {}, {8, same->height() / 2});
            QVERIFY(!same->isChecked());
            isOtherAlone = isOtherAlone || numbersOf(*fba) != numbersOf(*predicted);
            QTest::mouseClick(same, Qt::LeftButton, {}, {8, same->height() / 2});
            QTest::keyClick(reaction, Qt::Key_Down);
        }
        QVERIFY(isOtherAlone);
    }

    void idleSwitchSaysWhy()
    {
        QVERIFY(!project().training->networkShare.empty()); // the head predicts
        openStep(6);
        auto *relative = child<QCheckBox>(*m_window->currentPanel(), "relative_ranking");
        auto *reason = child<QLabel>(*m_window->currentPanel(), "relativeReason");
        QVERIFY(!relative->isEnabled() && reason->isVisible());
        QVERIFY2(reason->text().contains("bottleneck head"), qPrintable(reason->text()));
    }

    void missingValuesAreCounted()
    {
        openStep(1);
        openTab(*m_window, "Expression");
        const auto *reasons = child<NoteLabel>(*m_window->currentPanel(), "expressionReasons");
        QVERIFY2(reasons->isVisible() && reasons->text().contains("5 value(s) are missing in the file"),
                 qPrintable(reasons->text()));
        QVERIFY(
            child<QLabel>(*m_window->currentPanel(), "input0Facts")->text().contains("5 missing value(s)"));
    }

    /// 22 of 80 samples are no "done", neither of the run nor of what is made of it.
    void partialRunsAreNeverDone()
    {
        MainWindow window;
        window.resize(1360, 860);
        window.show();
        for (const auto &[file, part] :
             {std::pair("expression.tsv.gz", Part::Expression), std::pair("clinical.tsv", Part::Clinical),
              std::pair("model.xml", Part::Model), std::pair("gene_sets.gmt", Part::GeneSets)})
            window.session().openFile(example + QLatin1String(file), part);
        QTRY_VERIFY_WITH_TIMEOUT(window.session().project().cohort && window.session().project().model &&
                                     settle(window),
                                 patience);
        const Project &project = window.session().project();
        window.runStep(2);
        Job *job = window.session().engine().jobs().constFirst();
        connect(job, &Job::progressChanged, job, [job] {
            if (job->progress().done >= 30 && !job->isStopping())
                job->requestStop(StopKind::Keep);
        });
        QVERIFY(settle(window));
        if (!project.flux->stoppedEarly)
            QSKIP("all samples were finished before the stop");
        const QString count = QStringLiteral("%1 of 80").arg(project.flux->samples.size());
        const QList<RailButton *> &rail = window.findChild<Rail *>()->buttons();
        QCOMPARE(stateText(rail[2]->state()), "partial");
        QVERIFY(rail[2]->toolTip().contains(count));
        const auto *partial = child<NoteLabel>(*window.currentPanel(), "partialNote");
        QVERIFY2(partial->isVisible() && partial->text().contains(count), qPrintable(partial->text()));
        for (Plot *plot : window.currentPanel()->plots())
            QVERIFY2(textsOf(*plot).contains("partial: " + count), qPrintable(textsOf(*plot)));

        window.runStep(7); // the groups, from these fluxes
        QVERIFY(settle(window));
        QCOMPARE(stateText(rail[7]->state()), "partial");
        const auto *groups = child<NoteLabel>(*window.currentPanel(), "partialNote");
        QVERIFY(groups->isVisible() && groups->text().contains("Rests on a partial run: fluxes of"));
        QVERIFY(groups->text().contains(count));

        window.showStep(2);
        QVERIFY(clickLink(*partial->findChild<QLabel *>("partialNoteText"),
                          [&] { return window.session().isRunning(Part::Flux); }));
        QVERIFY(settle(window));
        QCOMPARE(project.flux->samples.size(), std::size_t(80));
        QCOMPARE(stateText(rail[2]->state()), "done");
        QVERIFY(!partial->isVisible());
        QCOMPARE(stateText(rail[7]->state()), "out of date");
        QVERIFY(!groups->text().contains("partial"));
    }

    void noProblemsStandNotUnderAnError()
    {
        QTemporaryDir folder;
        MainWindow window;
        window.show();
        window.showStep(0);
        openTab(window, "Problems");
        const auto shown = [&] {
            QString all;
            for (const QLabel *label : window.currentPanel()->findChildren<QLabel *>())
                if (label->isVisible())
                    all += label->text() + '\n';
            return all;
        };
        QVERIFY(shown().contains("No file is open."));
        window.session().openFile(writeFile(folder, "broken.tsv", "gene\tS1\tS2\nA\t1\t2\nB\t1\n"),
                                  Part::Expression);
        QVERIFY(settle(window));
        QTRY_VERIFY(!shown().contains("No file is open."));
        QVERIFY2(!shown().contains("No problems"), qPrintable(shown()));
        QVERIFY(shown().contains("broken.tsv"));
        window.session().openFile(folder.filePath("absent.gmt"), Part::GeneSets);
        QVERIFY(settle(window));
        QTRY_VERIFY(shown().contains("absent.gmt"));
        QVERIFY(!shown().contains("No problems"));
        window.session().openFile(example + "expression.tsv.gz", Part::Expression);
        window.session().openFile(example + "gene_sets.gmt", Part::GeneSets);
        QVERIFY(settle(window));
        QTRY_VERIFY(!shown().contains("broken.tsv"));
        QVERIFY(!shown().contains("absent.gmt"));
    }

    void whiteMeansTheMeanOnly()
    {
        auto run = std::make_shared<FluxRun>();
        run->reactions = {"VARIES", "CONSTANT", "GAP"};
        run->values.resize(6, 3);
        for (int i = 0; i < 6; ++i) {
            run->samples.push_back("S" + std::to_string(i));
            run->values.row(i) << 10 * (i + 1), 20 + 1e-12 * i, (i == 2 ? std::nan("") : 5.0 + i);
        }
        FluxHeatMap plot;
        plot.setRun(run);
        const QString text = textsOf(plot);
        QVERIFY2(text.contains("1 constant reaction") && text.contains("1 missing value"), qPrintable(text));
        int constant = 0, missing = 0;
        const QImage image = plot.image({});
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                constant += image.pixelColor(x, y) == constantColour() ? 1 : 0;
                missing += image.pixelColor(x, y) == missingColour() ? 1 : 0;
            }
        QVERIFY(missing > 100);
        QVERIFY2(constant > 5 * missing && constant < 8 * missing, qPrintable(QString::number(constant)));
    }

    void growthOfNoCell()
    {
        FluxRun run;
        run.reactions = {"R"};
        run.varyingReactions = 1;
        run.wildTypeGrowth = 0.03;
        QVERIFY(!fluxVerdict(run).contains("No cell grows"));
        run.growth = {0.03, 147};
        QVERIFY(fluxVerdict(run).contains("147 1/h. No cell grows like that"));
    }

private:
    const Project &project() const { return m_window->session().project(); }
    QString note() const { return child<NoteLabel>(*m_window->currentPanel(), "resultNote")->text(); }
    RailButton *railButton(int number) const { return m_window->findChild<Rail *>()->buttons()[number - 1]; }
    void openStep(int number) const
    {
        QTest::mouseClick(railButton(number), Qt::LeftButton);
        QVERIFY(railButton(number)->isChecked());
        // The settings, which a small window folds away.
        auto *tab = m_window->currentPanel()->findChild<QWidget *>("optionsTab");
        if (tab && tab->isVisible())
            QTest::mouseClick(tab, Qt::LeftButton);
    }
    void clickRun()
    {
        QTest::mouseClick(child<QPushButton>(*m_window->currentPanel(), "runButton"), Qt::LeftButton);
        QVERIFY(settle(*m_window));
    }
    /// Samples with a tick in the list of the Explain panel.
    std::vector<std::string> marked() const
    {
        const auto *list = child<QListWidget>(*m_window->currentPanel(), "explain_samples");
        std::vector<std::string> names;
        for (int i = 0; i < list->count(); ++i)
            if (list->item(i)->data(Qt::AccessibleTextRole).toString().endsWith("explained"))
                names.push_back(list->item(i)->text().toStdString());
        return names;
    }

    std::unique_ptr<MainWindow> m_window;
};

PATHGAN_GUI_TEST(TestDoubts)
#include "tst_doubts.moc"
