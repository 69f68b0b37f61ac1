// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/examplewindow.h"
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"
#include "ui/inspector.h"
#include "ui/panel.h"
#include "ui/plots/plot.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QtTest>

#include <algorithm>
#include <memory>

using namespace pathgan;

namespace {

constexpr int patience = 60'000;

/// What a figure shows: things whose marks can be clicked, things that are outlined when they are chosen, and
/// what a click beside every mark chooses, as the whole figure is of it.
struct Shows
{
    QList<Thing> clicked, marked;
    std::optional<Thing> whole = {};
};

/// Every figure of the program, by object name.
const QMap<QString, Shows> &figures()
{
    static const QMap<QString, Shows> known = {
        {"fluxHeatMap", {{Thing::Sample, Thing::Reaction}, {Thing::Sample, Thing::Reaction}}},
        {"fluxDistributionPlot", {{Thing::Sample}, {Thing::Sample}, Thing::Reaction}},
        {"lossPlot", {}},
        {"predictionPlot", {{Thing::Sample}, {Thing::Sample}}},
        {"attentionPlot", {{Thing::Pathway}, {Thing::Pathway}}},
        {"attentionHeatMap", {{Thing::Pathway}, {Thing::Pathway}}},
        {"generatedPlot", {{}, {Thing::Sample}, Thing::Reaction}},
        {"shapBarPlot", {{Thing::Gene}, {Thing::Gene}}},
        {"shapSummaryPlot", {{Thing::Gene, Thing::Sample}, {Thing::Gene, Thing::Sample}}},
        {"shapForcePlot", {{Thing::Gene}, {Thing::Gene}}},
        {"enrichmentBarPlot", {{Thing::Pathway}, {Thing::Pathway}}},
        {"gseaPlot", {{Thing::Gene}, {Thing::Gene}, Thing::Pathway}},
        {"stressPlot", {{Thing::Sample}, {Thing::Sample}}},
        {"stressScatterPlot", {{Thing::Sample}, {Thing::Sample}}},
        {"groupBoxPlot", {{Thing::Sample}, {Thing::Sample}}},
        {"groupBoxPlotPredicted", {{Thing::Sample}, {Thing::Sample}}},
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
        for (int step = 0; step < static_cast<int>(window.panels().size()); ++step)
            if (window.panels()[static_cast<std::size_t>(step)] == parent)
                window.showStep(step);
        if (!qobject_cast<QStackedWidget *>(parent))
            child = parent;
    }
    QTest::qWait(30); // the layouts come to rest
}

void forget(Selection &selection)
{
    for (const Thing thing : allThings)
        selection.choose({thing, {}});
}

QWidget &canvasOf(const Plot &plot)
{
    return *plot.findChild<QWidget *>("canvas");
}

QImage shown(const Plot &plot)
{
    QTest::qWait(20);
    return canvasOf(plot).grab().toImage();
}

bool isAt(const QPointF &a, const QPointF &b)
{
    return (a - b).manhattanLength() < 2;
}

/// Pixels within the rectangle that differ.
int changed(const QImage &a, const QImage &b, const QRectF &where)
{
    int count = 0;
    const QRect area = where.adjusted(-4, -4, 4, 4).toAlignedRect() & a.rect();
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    return count;
}

} // namespace

/// A click on any mark of any figure chooses what it stands for, everywhere; what is chosen is outlined in
/// every figure that shows it, and stays so when a step is run again.
class TestFigureClicks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_window = exampleWindow({1280, 800});
        QVERIFY(m_window);
        runWith<GenerateStep>(session(), {});
        QTRY_VERIFY_WITH_TIMEOUT(session().project().has(Part::Generation) && isIdle(), patience);
    }

    void cleanupTestCase() { m_window.reset(); }

    void everyFigureIsKnown()
    {
        QStringList names;
        for (const Plot *plot : m_window->findChildren<Plot *>())
            names.append(plot->objectName());
        names.sort();
        QCOMPARE(names, figures().keys());
    }

    void aClickOnAMarkChooses_data() { everyFigure(); }
    void aClickOnAMarkChooses()
    {
        QFETCH(const QString, figure);
        auto *plot = m_window->findChild<Plot *>(figure);
        bringUp(*m_window, plot);
        QTRY_VERIFY_WITH_TIMEOUT(plot->isVisible() && !plot->isEmpty(), patience);
        for (const Thing thing : figures()[figure].clicked) {
            forget(selection());
            if (figure == QLatin1String("stressPlot"))
                selection().setSample(name(Thing::Sample)); // whose curve appears
            const QStringList names = plot->named(thing);
            QVERIFY2(!names.isEmpty(), qPrintable(figure));
            for (const QString &wanted : {names.first(), names[names.size() / 2], names.last()}) {
                QTest::qWait(20);
                const std::vector<QRectF> places = plot->placesOf({thing, wanted});
                QVERIFY2(!places.empty(), qPrintable(wanted));
                const QPoint middle = places.front().center().toPoint();
                QVERIFY2(canvasOf(*plot).rect().contains(middle), qPrintable(wanted));
                QSignalSpy told(plot, &Plot::markClicked);
                QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {}, middle);
                QVERIFY2(told.count() > 0, qPrintable(wanted));
                // Of marks on top of each other, either.
                const QString got = selection().chosen(thing);
                const std::vector<QRectF> hit = plot->placesOf({thing, got});
                QVERIFY2(got == wanted || (!hit.empty() && isAt(hit.front().center(), middle)),
                         qPrintable(wanted + " " + got));
                const auto *inspector = m_window->findChild<Inspector *>();
                const QString text = thing == Thing::Pathway ? QStringLiteral("Gene set") : got;
                QTRY_VERIFY2(inspector->text().contains(text), qPrintable(wanted));
            }
        }
    }

    void aClickBesideChoosesTheWhole_data() { everyFigure(); }
    void aClickBesideChoosesTheWhole()
    {
        QFETCH(const QString, figure);
        const std::optional<Thing> whole = figures()[figure].whole;
        if (!whole)
            return;
        auto *plot = m_window->findChild<Plot *>(figure);
        bringUp(*m_window, plot);
        QTRY_VERIFY_WITH_TIMEOUT(plot->isVisible() && !plot->isEmpty(), patience);
        forget(selection());
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {},
                          QPoint(canvasOf(*plot).width() / 2, canvasOf(*plot).height() / 2));
        QVERIFY(!selection().chosen(*whole).isEmpty());
    }

    void whatIsChosenIsMarked_data() { everyFigure(); }
    void whatIsChosenIsMarked()
    {
        QFETCH(const QString, figure);
        auto *plot = m_window->findChild<Plot *>(figure);
        bringUp(*m_window, plot);
        for (const Thing thing : figures()[figure].marked) {
            forget(selection());
            const QStringList own = plot->named(thing);
            const QString wanted = own.isEmpty() ? name(thing) : own[own.size() / 2];
            const QImage before = shown(*plot);
            selection().choose({thing, wanted});
            const QImage after = shown(*plot);
            const std::vector<QRectF> places = plot->placesOf({thing, wanted});
            QVERIFY2(!places.empty(), qPrintable(wanted));
            for (const QRectF &place : places)
                QVERIFY2(changed(before, after, place) > 4, qPrintable(wanted));
            selection().choose({thing, {}});
            if (figure != QLatin1String("stressPlot"))
                QCOMPARE(changed(before, shown(*plot), places.front()), 0);
        }
    }

    /// By a click in one figure, in every other that has it.
    void everyFigureFollows()
    {
        auto *scatter = m_window->findChild<Plot *>("stressScatterPlot");
        bringUp(*m_window, scatter);
        const QString sample = scatter->named(Thing::Sample)[3];
        QTest::mouseClick(&canvasOf(*scatter), Qt::LeftButton, {},
                          scatter->placesOf({Thing::Sample, sample}).front().center().toPoint());
        int others = 0;
        for (const Plot *plot : m_window->findChildren<Plot *>()) {
            QCOMPARE(plot->marked(Thing::Sample), sample);
            others += plot->placesOf({Thing::Sample, sample}).empty() ? 0 : 1;
        }
        QVERIFY(others >= 7);
    }

    void survivesRunningAgain()
    {
        const QString sample = name(Thing::Sample), reaction = name(Thing::Reaction);
        selection().setSample(sample);
        selection().setReaction(reaction);
        selection().setPathway(name(Thing::Pathway));
        selection().setGene(name(Thing::Gene));
        const QString pathway = selection().pathway(), gene = selection().gene();
        ExplainOptions options = session().options().explain;
        options.shap.seed += 1;
        runWith<ExplainStep>(session(), options);
        runWith<EnrichStep>(session(), {});
        GroupOptions groups = session().options().groups;
        groups.column = "gender";
        runWith<GroupStep>(session(), groups);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), patience);
        QCOMPARE(selection().sample(), sample);
        QCOMPARE(selection().reaction(), reaction);
        QCOMPARE(selection().pathway(), pathway);
        QCOMPARE(selection().gene(), gene);
        for (const char *figure : {"groupBoxPlot", "shapSummaryPlot"}) {
            auto *plot = m_window->findChild<Plot *>(figure);
            bringUp(*m_window, plot);
            QVERIFY(plot->marked(Thing::Sample) == sample);
            QVERIFY(!plot->placesOf({Thing::Sample, sample}).empty());
        }
        QVERIFY(m_window->findChild<Plot *>("groupBoxPlot")->title().contains(reaction));
        QVERIFY(m_window->findChild<Plot *>("shapForcePlot")->title().contains(sample));
    }

    /// Another project has other samples.
    void goesWithTheProject()
    {
        QVERIFY(!selection().sample().isEmpty());
        session().clear();
        for (const Thing thing : allThings)
            QVERIFY(selection().chosen(thing).isEmpty());
    }

private:
    Session &session() { return m_window->session(); }
    Selection &selection() { return m_window->selection(); }
    bool isIdle() { return session().engine().jobs().isEmpty(); }

    void everyFigure()
    {
        QTest::addColumn<QString>("figure");
        for (const QString &figure : figures().keys())
            QTest::newRow(qPrintable(figure)) << figure;
    }

    /// One that every figure of its kind shows.
    QString name(Thing thing)
    {
        const Project &project = session().project();
        switch (thing) {
        case Thing::Sample:
            return QString::fromStdString(project.explanation->samples[2]);
        case Thing::Gene:
            return QString::fromStdString(
                project.explanation->genes[std::size_t(project.explanation->ranking()[1])]);
        case Thing::Reaction:
            return QString::fromStdString(project.flux->reactions[4]);
        case Thing::Pathway:
            break;
        }
        return QString::fromStdString(project.enrichment->gsea->rows[1].term);
    }

    std::unique_ptr<MainWindow> m_window;
};

PATHGAN_GUI_TEST(TestFigureClicks)
#include "tst_figureclicks.moc"
