// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"
#include "tests/support/testmain.h"
#include "tests/ui/svgdrawing.h"
#include "ui/plots/enrichmentbarplot.h"
#include "ui/plots/fluxheatmap.h"
#include "ui/plots/groupboxplot.h"
#include "ui/plots/gseaplot.h"
#include "ui/plots/lossplot.h"
#include "ui/plots/plotpalette.h"
#include "ui/plots/shapbarplot.h"
#include "ui/plots/stressscatterplot.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace pathgan;
using namespace svgdrawing;

class TstPlots : public QObject
{
    Q_OBJECT

private slots:
    void emptyFigureShowsItsMessage();
    void shapBarTextsAreInOrder();
    void groupsNameTestAndMissing();
    void constantGroupsAreNotTested();
    void adjustedOverReactions();
    void boundsAreShownAsBounds();
    void completeOverlapIsCut();
    void gseaHasFourPanels();
    void heatMapOrdersByFirstComponent();
    void lossSmoothingIsDebiased();
    void appendingKeepsTheZoom();
    void keysAndClicks();
    void coloursAreReadable();
};

void TstPlots::emptyFigureShowsItsMessage()
{
    GseaPlot plot;
    QVERIFY(plot.isEmpty());
    plot.setMessage(QStringLiteral("Run the enrichment first."));
    QCOMPARE(read(svg(plot)).texts, QStringList{QStringLiteral("Run the enrichment first.")});
    plot.setRun(example().enrichment->gsea);
    plot.setRow(99);
    QVERIFY(plot.isEmpty());
    EnrichmentBarPlot bars;
    bars.setRun(nullptr);
    QVERIFY(bars.isEmpty());
    StressScatterPlot scatter;
    scatter.setRuns(nullptr, nullptr);
    QVERIFY(scatter.isEmpty());
}

void TstPlots::shapBarTextsAreInOrder()
{
    ShapBarPlot plot;
    plot.setRun(example().explanation);
    plot.setTop(6);
    const Drawing drawing = read(svg(plot));
    const std::vector<ShapBar> bars = shapBars(*example().explanation, 6, true, -1);
    qsizetype last = -1;
    for (const ShapBar &bar : bars) {
        const qsizetype at = drawing.texts.indexOf(bar.valueText, last + 1);
        QVERIFY2(at > last, qPrintable(bar.valueText));
        QVERIFY(drawing.texts.contains(bar.label));
        last = at;
    }
    QVERIFY(drawing.texts.contains(QStringLiteral("mean(|SHAP value|)")));
}

void TstPlots::groupsNameTestAndMissing()
{
    GroupBoxPlot plot;
    plot.setEntry(example().groups->entries.front(), QStringLiteral("First caveat.\nSecond caveat."));
    const Drawing drawing = read(svg(plot));
    const QString all = drawing.texts.join(QLatin1Char(' ')); // captions are wrapped
    for (const char *text :
         {"NO", "YES", "not reported", "Mann-Whitney U", "First caveat.", "Second caveat.", "Cliff's δ"})
        QVERIFY2(all.contains(QString::fromUtf8(text)), text);
    for (const Group &group : example().groups->entries.front().comparison.groups)
        QVERIFY(all.contains(QStringLiteral("n = %1").arg(group.values.size())));
    std::size_t values = 0;
    for (const Group &group : example().groups->entries.front().comparison.groups)
        values += group.values.size();
    QCOMPARE(plot.data().rows.size(), values);

    const auto many = exampleresults::groups(*exampleresults::flux(200), 5);
    plot.setEntry(many->entries.front(), {});
    const QString text = read(svg(plot)).texts.join(QLatin1Char('\n'));
    QVERIFY(text.contains(QLatin1String("Kruskal-Wallis")));
    QVERIFY(text.contains(QLatin1String("Dunn")) && text.contains(QLatin1String("Benjamini-Hochberg")));
}

namespace {

GroupRun::Entry entryOf(const std::vector<double> &values)
{
    std::vector<std::string> samples, labels;
    for (std::size_t i = 0; i < values.size(); ++i) {
        samples.push_back("S" + std::to_string(i));
        labels.emplace_back(i < values.size() / 2 ? "NO" : "YES");
    }
    GroupRun::Entry entry{"FBA", "R1", *compareGroups(samples, values, labels)};
    entry.comparison.columnName = "treated";
    return entry;
}

QString textsOf(Plot &plot)
{
    return read(svg(plot)).texts.join(QLatin1Char(' ')); // captions are wrapped
}

} // namespace

void TstPlots::constantGroupsAreNotTested()
{
    GroupBoxPlot plot;
    plot.setEntry(entryOf({20, 20 + 1e-12, 20 + 2e-12, 20 + 3e-12, 20 + 4e-12, 20 + 5e-12}), {});
    const QString text = textsOf(plot);
    QVERIFY2(text.contains(QLatin1String("Not testable: constant")), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("(p ")) && !text.contains(QLatin1String(", p ")), qPrintable(text));
}

void TstPlots::adjustedOverReactions()
{
    GroupRun::Entry first = entryOf({1, 2, 3, 4, 5, 6, 7, 8}), second = entryOf({1, 5, 2, 6, 3, 7, 4, 8});
    adjustAcross({&first.comparison, &second.comparison}, Adjustment::BenjaminiHochberg);
    GroupBoxPlot plot;
    plot.setEntry(first, {});
    const QString text = textsOf(plot);
    QVERIFY2(text.contains(QLatin1String("p = 0.029")), qPrintable(text)); // 2/70
    QVERIFY2(text.contains(QLatin1String("p adjusted over the 2 reaction")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("= 0.057 (Benjamini-Hochberg)")), qPrintable(text));
}

void TstPlots::boundsAreShownAsBounds()
{
    auto bars = std::make_shared<OraRun>(*example().enrichment->ora);
    bars->rows.resize(1);
    bars->rows[0].p = bars->rows[0].adjustedP = 1e-300;
    bars->rows[0].isBound = true;
    EnrichmentBarPlot plot;
    plot.setRun(bars);
    QVERIFY2(textsOf(plot).contains(QStringLiteral("adj. p < 1.0e−300")), qPrintable(textsOf(plot)));
    auto run = std::make_shared<GseaRun>(*exampleresults::enrichment(true)->gsea);
    run->rows[0].p = 0.002;
    run->rows[0].pIsBound = true;
    run->rows[0].q = 0.25;
    run->rows[0].qIsBound = false;
    GseaPlot gsea;
    gsea.setRun(run);
    QVERIFY2(textsOf(gsea).contains(QLatin1String("p < 0.002")), qPrintable(textsOf(gsea)));
    QVERIFY2(textsOf(gsea).contains(QLatin1String("FDR q = 0.25")), qPrintable(textsOf(gsea)));
}

void TstPlots::completeOverlapIsCut()
{
    auto run = std::make_shared<OraRun>(*example().enrichment->ora);
    run->rows.resize(std::min<std::size_t>(run->rows.size(), 3));
    run->rows[1].overlap = run->rows[1].setSize = 4;
    for (const double score : {std::numeric_limits<double>::infinity(), 1e9}) {
        run->rows[1].combinedScore = score;
        EnrichmentBarPlot plot;
        plot.setRun(run);
        const QString text = read(svg(plot)).texts.join(QLatin1Char('\n'));
        QVERIFY(text.contains(QLatin1String("complete overlap")));
        QVERIFY(text.contains(QLatin1String("Haldane")));
        QVERIFY(!text.contains(QLatin1String("inf")));
    }
}

void TstPlots::gseaHasFourPanels()
{
    GseaPlot plot;
    plot.setRun(exampleresults::enrichment(true)->gsea);
    const Drawing drawing = read(svg(plot));
    const QString all = drawing.texts.join(QLatin1Char('\n'));
    for (const char *text :
         {"Enrichment score", "metric", "Rank in Ordered Dataset", "NES = ", "FDR q ", "zero crossing at"})
        QVERIFY2(all.contains(QString::fromUtf8(text)), text);
    QCOMPARE(drawing.images, 1); // the colour band
    QCOMPARE(plot.data().rows.size(), std::size_t(2000));
}

void TstPlots::heatMapOrdersByFirstComponent()
{
    // Rank one: the order of the rows is that of the hidden factor; a constant column has no score.
    auto run = std::make_shared<FluxRun>();
    run->reactions = {"a", "b", "constant"};
    const double factor[] = {2, -1, 0, 3, -2};
    run->values.resize(5, 3);
    for (Index i = 0; i < 5; ++i) {
        run->samples.push_back("s" + std::to_string(i));
        run->values.row(i) << std::pow(10, factor[i] / 2), std::pow(10, factor[i] / 4), 7;
    }
    FluxHeatMap plot;
    plot.setRun(run);
    const Table table = plot.data();
    std::vector<std::string> order;
    for (const auto &row : table.rows) {
        order.push_back(std::get<std::string>(row[0]));
        QVERIFY(std::isnan(std::get<double>(row[3])));
    }
    QCOMPARE(order, (std::vector<std::string>{"s3", "s0", "s2", "s1", "s4"}));
    // z of log10: mean 0.4·½ = 0.2, standard deviation of factor/2.
    const double deviation = std::sqrt((4 + 1 + 0 + 9 + 4 - 5 * 0.16) / 4) / 2;
    QVERIFY(std::abs(std::get<double>(table.rows[0][1]) - (1.5 - 0.2) / deviation) < 1e-12);
}

void TstPlots::lossSmoothingIsDebiased()
{
    LossPlot plot;
    plot.setHistory(example().training->history);
    QCOMPARE(plot.data().rows.size(), example().training->history.size());
    plot.setSmoothing(0.9);
    plot.setSymLog(true);
    plot.setBestEpoch(47);
    const QString text = read(svg(plot)).texts.join(QLatin1Char('\n'));
    QVERIFY(text.contains(QLatin1String("kept: epoch 47")));
    QVERIFY(text.contains(QLatin1String("debiased")));
    QVERIFY(text.contains(QLatin1String("symmetric log")));
    // A constant curve stays constant from its first point: one height in the whole file.
    std::vector<GanEpoch> flat;
    for (int i = 1; i <= 20; ++i)
        flat.push_back({i, 2, 0, 0, 0, 0.5, 0});
    LossPlot constant;
    constant.setHistory(flat);
    constant.setSmoothing(0.95);
    const QByteArray document = svg(constant);
    static const QRegularExpression smooth(
        QStringLiteral("stroke=\"#0072b2\" stroke-width=\"1.8\"[^>]*>\\s*<path d=\"([^\"]*)\""));
    const QStringList points = smooth.match(QString::fromUtf8(document))
                                   .captured(1)
                                   .split(QRegularExpression(QStringLiteral("[ML]")), Qt::SkipEmptyParts);
    QVERIFY(!points.isEmpty());
    for (const QString &point : points)
        QCOMPARE(point.section(QLatin1Char(' '), 1), points.first().section(QLatin1Char(' '), 1));
}

void TstPlots::appendingKeepsTheZoom()
{
    LossPlot plot;
    plot.resize(500, 400);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    for (int i = 1; i <= 30; ++i)
        plot.append({i, 1.0 / i, 0, 0, 0, 0.1, 0});
    QTest::qWait(250);
    const QImage all = plot.grab().toImage();
    QTest::keyClick(&plot, Qt::Key_Plus);
    QTest::qWait(50);
    const QImage zoomed = plot.grab().toImage();
    QVERIFY(zoomed != all);
    plot.append({300, 1, 0, 0, 0, 0.1, 0});
    QTest::qWait(250);
    QCOMPARE(plot.data().rows.size(), std::size_t(31));
    QTest::keyClick(&plot, Qt::Key_Home);
    QTest::qWait(50);
    QVERIFY(plot.grab().toImage() != zoomed);
    QVERIFY(read(svg(plot)).texts.contains(QStringLiteral("300")) ||
            read(svg(plot)).texts.contains(QStringLiteral("200")));
}

void TstPlots::keysAndClicks()
{
    ShapBarPlot plot;
    plot.setRun(example().explanation);
    plot.setTop(5);
    plot.resize(600, 400);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(50);
    QWidget *canvas = plot.findChild<QWidget *>(QStringLiteral("canvas"));
    QSignalSpy clicked(&plot, &Plot::markClicked), hovered(&plot, &Plot::hovered);
    const QPoint middle(canvas->width() / 3, canvas->height() / 4);
    QTest::mouseMove(canvas, middle);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, middle);
    QCOMPARE(clicked.count(), 1);
    QVERIFY(plot.hasFocus());
    const QImage home = plot.grab().toImage();
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Plus);
    QTest::qWait(50);
    QVERIFY(plot.grab().toImage() != home);
    QTest::mouseDClick(canvas, Qt::LeftButton, {}, middle);
    QTest::qWait(50);
    QCOMPARE(plot.grab().toImage(), home);
    // A drag is no click.
    clicked.clear();
    QTest::mousePress(canvas, Qt::LeftButton, {}, middle);
    QTest::mouseMove(canvas, middle + QPoint(40, 0));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, middle + QPoint(40, 0));
    QCOMPARE(clicked.count(), 0);
}

void TstPlots::coloursAreReadable()
{
    for (const PlotTheme &theme : {PlotTheme::light(), PlotTheme::dark(), PlotTheme::print()}) {
        QVERIFY(contrastRatio(theme.foreground, theme.background) >= 7);
        QVERIFY(contrastRatio(theme.muted, theme.background) >= 4.5);
    }
    QVERIFY(std::abs(contrastRatio(Qt::white, Qt::black) - 21) < 1e-9);
}

PATHGAN_GUI_TEST(TstPlots)
#include "tst_plots.moc"
