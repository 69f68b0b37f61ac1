#include "tests/support/exampleresults.h"
#include "ui/plots/enrichmentbarplot.h"
#include "ui/plots/figures.h"
#include "ui/plots/fluxheatmap.h"
#include "ui/plots/groupboxplot.h"
#include "ui/plots/gseaplot.h"
#include "ui/plots/lossplot.h"
#include "ui/plots/plotpalette.h"
#include "ui/plots/shapbarplot.h"
#include "ui/plots/stressplot.h"
#include "ui/plots/stressscatterplot.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace pathgan;

namespace {

/// What a test needs to know of an SVG file.
struct Drawing
{
    QStringList texts, families;
    int circles = 0, paths = 0, images = 0;
    bool valid = false;
    QString title, width;
};

Drawing read(const QByteArray &svg)
{
    Drawing drawing;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        if (name == QLatin1String("svg"))
            drawing.width = xml.attributes().value(QLatin1String("width")).toString();
        else if (name == QLatin1String("g") && xml.attributes().hasAttribute(QLatin1String("font-family")))
            drawing.families << xml.attributes().value(QLatin1String("font-family")).toString();
        else if (name == QLatin1String("text"))
            drawing.texts << xml.readElementText();
        else if (name == QLatin1String("title"))
            drawing.title = xml.readElementText();
        drawing.circles += name == QLatin1String("circle");
        drawing.paths += name == QLatin1String("path");
        drawing.images += name == QLatin1String("image");
    }
    drawing.valid = !xml.hasError();
    return drawing;
}

QByteArray svg(Plot &plot, const QSizeF &size = {})
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure.svg"));
    ExportOptions options;
    options.sizeMm = size;
    if (!plot.exportTo(path, FigureFormat::Svg, options))
        return {};
    QFile file(path);
    (void)file.open(QIODevice::ReadOnly);
    return file.readAll();
}

QImage rendered(const QByteArray &document, const QSize &size)
{
    QSvgRenderer renderer(document);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

int count(const QImage &image, const QRect &area, const std::function<bool(QColor)> &is)
{
    int hits = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            hits += is(image.pixelColor(x, y));
    }
    return hits;
}

bool isGreen(const QColor &c)
{
    return c.green() > c.red() + 40 && c.green() > c.blue() + 15;
}

const Project &example()
{
    static const Project project = exampleresults::project();
    return project;
}

Plot *find(const std::vector<std::unique_ptr<Plot>> &figures, const QString &start)
{
    for (const auto &figure : figures) {
        if (figure->fileName().startsWith(start))
            return figure.get();
    }
    return nullptr;
}

} // namespace

class TstPlots : public QObject
{
    Q_OBJECT

private slots:
    void everyFigure_data();
    void everyFigure();
    void namesAreUniqueAndInOrder();
    void exportsAreDeterministic();
    void pngHasSizeAndResolution();
    void badSizesAreRefused();
    void zoomedSvgStaysInItsPanel();
    void exportLeavesTheScreenAlone();
    void printThemeIsWhite();
    void emptyFigureShowsItsMessage();
    void shapBarTextsAreInOrder();
    void groupsNameTestAndMissing();
    void completeOverlapIsCut();
    void gseaHasFourPanels();
    void heatMapOrdersByFirstComponent();
    void lossSmoothingIsDebiased();
    void appendingKeepsTheZoom();
    void keysAndClicks();
    void coloursAreReadable();
    void csv();
};

void TstPlots::everyFigure_data()
{
    QTest::addColumn<int>("index");
    const auto figures = createFigures(example());
    for (int i = 0; i < static_cast<int>(figures.size()); ++i)
        QTest::newRow(qPrintable(figures[std::size_t(i)]->fileName())) << i;
}

void TstPlots::everyFigure()
{
    QFETCH(int, index);
    const auto figures = createFigures(example());
    Plot &figure = *figures[std::size_t(index)];
    QVERIFY(!figure.isEmpty());
    QVERIFY(!figure.objectName().isEmpty());
    QCOMPARE(figure.accessibleName(), figure.title());
    QVERIFY(!figure.accessibleDescription().isEmpty());
    for (const QSizeF &size : {QSizeF(), QSizeF(85, 70)}) {
        const Drawing drawing = read(svg(figure, size));
        QVERIFY(drawing.valid);
        QCOMPARE(drawing.title, figure.title());
        QVERIFY(drawing.texts.contains(QStringLiteral("example data")));
        QVERIFY(drawing.texts.size() > 5);
        QVERIFY(drawing.texts.filter(QStringLiteral("%"))
                    .filter(QRegularExpression(QStringLiteral("%\\d")))
                    .isEmpty());
        QVERIFY(!drawing.families.isEmpty());
        for (const QString &family : drawing.families)
            QVERIFY2(family.endsWith(QLatin1String("sans-serif")), qPrintable(family));
    }
    // The SVG and the image show the same. Qt's renderer has its own text, so small differences are fine.
    ExportOptions options;
    options.dpi = 96;
    const QImage image = figure.image(options);
    const QImage drawn = rendered(svg(figure), image.size());
    double difference = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            difference += std::abs(qGray(image.pixel(x, y)) - qGray(drawn.pixel(x, y)));
    }
    difference /= 255.0 * image.width() * image.height();
    QVERIFY2(difference < 0.03, qPrintable(QString::number(difference)));
}

void TstPlots::namesAreUniqueAndInOrder()
{
    QStringList names;
    for (const auto &figure : createFigures(example()))
        names << figure->fileName();
    QStringList unique = names;
    unique.removeDuplicates();
    QCOMPARE(names, unique);
    const QStringList order = {QStringLiteral("flux_heat_map"),
                               QStringLiteral("training_curves"),
                               QStringLiteral("pathway_attention"),
                               QStringLiteral("shap_bar"),
                               QStringLiteral("enrichment_combined_score"),
                               QStringLiteral("stress_survival"),
                               QStringLiteral("groups_fba_mean_by_radiation_therapy")};
    for (qsizetype i = 1; i < order.size(); ++i)
        QVERIFY2(names.indexOf(order[i - 1]) >= 0 && names.indexOf(order[i - 1]) < names.indexOf(order[i]),
                 qPrintable(order[i]));
    QVERIFY(createFigures({}).empty());
}

void TstPlots::exportsAreDeterministic()
{
    QTemporaryDir folder;
    const std::filesystem::path base = folder.path().toStdString();
    const auto first = exportFigures(example(), base / "a", 72),
               second = exportFigures(exampleresults::project(), base / "b", 72);
    QVERIFY(first && second);
    QCOMPARE(*first, *second);
    QCOMPARE(first->size(), 2 * createFigures(example()).size());
    for (const std::string &name : *first) {
        QFile a(QString::fromStdString((base / "a" / name).string())),
            b(QString::fromStdString((base / "b" / name).string()));
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        QVERIFY2(a.readAll() == b.readAll(), name.c_str());
    }
    auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    const auto cancelled = exportFigures(example(), base / "c", 72, TaskContext(control, {}));
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
}

void TstPlots::pngHasSizeAndResolution()
{
    QTemporaryDir folder;
    ShapBarPlot plot;
    plot.setRun(example().explanation);
    ExportOptions options;
    options.sizeMm = QSizeF(85, 70);
    options.dpi = 600;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(plot.exportTo(path, FigureFormat::Png, options));
    const QImage image(path);
    QCOMPARE(image.size(), QSize(2008, 1654)); // 85 and 70 mm at 600 dpi
    QCOMPARE(image.dotsPerMeterX(), 23622);
    QCOMPARE(image.text(QStringLiteral("Title")), plot.title());
    options.transparent = true;
    QVERIFY(plot.exportTo(path, FigureFormat::Png, options));
    QCOMPARE(qAlpha(QImage(path).pixel(1, 1)), 0);
    QVERIFY(plot.exportTo(folder.filePath(QStringLiteral("a.pdf")), FigureFormat::Pdf, options));
    QFile pdf(folder.filePath(QStringLiteral("a.pdf")));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray content = pdf.readAll();
    QVERIFY(content.startsWith("%PDF-"));
    QVERIFY(content.contains("/FontFile")); // embedded
    QVERIFY(!plot.exportTo(folder.filePath(QStringLiteral("none/a.png")), FigureFormat::Png, options));
}

void TstPlots::badSizesAreRefused()
{
    ShapBarPlot plot;
    plot.setRun(example().explanation);
    ExportOptions options;
    options.sizeMm = QSizeF(85, 70);
    options.dpi = 100'000;
    QVERIFY(plot.image(options).isNull());
    const auto result = plot.exportTo(QStringLiteral("never.png"), FigureFormat::Png, options);
    QVERIFY(!result && result.error().code == ErrorCode::InvalidOption);
    QVERIFY(!QFile::exists(QStringLiteral("never.png")));
}

void TstPlots::zoomedSvgStaysInItsPanel()
{
    GseaPlot plot;
    plot.setRun(example().enrichment->gsea);
    plot.resize(600, 500);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(50);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(&plot, Qt::Key_Plus);
    const QByteArray document = svg(plot, QSizeF(130, 110));
    QVERIFY(read(document).valid);
    // The curve is green; beside the panel, left of the y axis and above the plot, nothing may be.
    const QSize size(491, 416);
    const QImage drawn = rendered(document, size);
    ExportOptions options;
    options.sizeMm = QSizeF(130, 110);
    options.dpi = 96;
    const QImage image = plot.image(options);
    QVERIFY(count(image, image.rect(), isGreen) > 20);
    QVERIFY(count(drawn, drawn.rect(), isGreen) > 20);
    const int panelTop = 26, panelLeft = 44;
    QCOMPARE(count(drawn, QRect(0, 0, panelLeft, size.height()), isGreen), 0);
    QCOMPARE(count(drawn, QRect(0, 0, size.width(), panelTop), isGreen), 0);
    // No number of the file lies far outside the page.
    static const QRegularExpression path(QStringLiteral(" d=\"([^\"]*)\""));
    for (const QRegularExpressionMatch &match : path.globalMatch(QString::fromUtf8(document))) {
        for (const QString &part :
             match.captured(1).split(QRegularExpression(QStringLiteral("[MLCZ ]")), Qt::SkipEmptyParts))
            QVERIFY2(part.toDouble() > -1 && part.toDouble() < 493, qPrintable(part));
    }
}

void TstPlots::exportLeavesTheScreenAlone()
{
    ShapBarPlot plot;
    plot.setRun(example().explanation);
    plot.setTheme(PlotTheme::dark());
    plot.resize(500, 400);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(50);
    const QImage before = plot.grab().toImage();
    QCOMPARE(plot.image({}).pixelColor(2, 2), QColor(Qt::white));
    QCOMPARE(plot.grab().toImage(), before);
    QTest::qWait(50);
    QCOMPARE(plot.grab().toImage(), before);
    QVERIFY(before.pixelColor(5, 5).lightness() < 60);
}

void TstPlots::printThemeIsWhite()
{
    StressPlot plot;
    plot.setRun(example().stress->expression);
    plot.setTheme(PlotTheme::dark());
    ExportOptions options;
    QCOMPARE(plot.image(options).pixelColor(1, 1), QColor(Qt::white));
    options.printTheme = false;
    QCOMPARE(plot.image(options).pixelColor(1, 1), PlotTheme::dark().background);
}

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
    // Rank one: the order of the rows is that of the hidden factor; a constant column stays at 0.
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
        QCOMPARE(std::get<double>(row[3]), 0.0);
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
    QSignalSpy clicked(&plot, &Plot::geneClicked), hovered(&plot, &Plot::hovered);
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
        QVERIFY(contrast(theme.foreground, theme.background) >= 7);
        QVERIFY(contrast(theme.muted, theme.background) >= 4.5);
    }
    QVERIFY(std::abs(contrast(Qt::white, Qt::black) - 21) < 1e-9);
}

void TstPlots::csv()
{
    QTemporaryDir folder;
    const auto figures = createFigures(example());
    Plot *summary = find(figures, QStringLiteral("shap_summary"));
    QVERIFY(summary);
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    QVERIFY(summary->exportData(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readLine().trimmed(), QByteArray("gene,sample,shap,expression"));
    QCOMPARE(file.readAll().count('\n'), static_cast<int>(summary->data().rows.size()));
}

QTEST_MAIN(TstPlots)
#include "tst_plots.moc"
