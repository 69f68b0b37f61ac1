// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/svgdrawing.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/figures.h"
#include "ui/plots/gseaplot.h"
#include "ui/plots/shapbarplot.h"
#include "ui/plots/stressplot.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <functional>

using namespace pathgan;
using namespace svgdrawing;

namespace {

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

Plot *find(const std::vector<std::unique_ptr<Plot>> &figures, const QString &start)
{
    for (const auto &figure : figures) {
        if (figure->fileName().startsWith(start))
            return figure.get();
    }
    return nullptr;
}

} // namespace

/// Figures as files: every one of them, and what an export must not do.
class TstPlotExport : public QObject
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
    void decimalComma();
    void csv();
};

void TstPlotExport::everyFigure_data()
{
    QTest::addColumn<int>("index");
    const auto figures = createFigures(example());
    for (int i = 0; i < static_cast<int>(figures.size()); ++i)
        QTest::newRow(qPrintable(figures[std::size_t(i)]->fileName())) << i;
}

void TstPlotExport::everyFigure()
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

void TstPlotExport::namesAreUniqueAndInOrder()
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

void TstPlotExport::exportsAreDeterministic()
{
    QTemporaryDir folder;
    const std::filesystem::path base = folder.path().toStdString();
    const auto first = exportFigures(example(), base / "a", 72),
               second = exportFigures(exampleresults::project(), base / "b", 72);
    QVERIFY(first && second);
    QCOMPARE(*first, *second);
    QCOMPARE(first->size(), 3 * createFigures(example()).size());
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

void TstPlotExport::pngHasSizeAndResolution()
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

void TstPlotExport::badSizesAreRefused()
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

void TstPlotExport::zoomedSvgStaysInItsPanel()
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

void TstPlotExport::exportLeavesTheScreenAlone()
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

void TstPlotExport::printThemeIsWhite()
{
    StressPlot plot;
    plot.setRun(example().stress->expression);
    plot.setTheme(PlotTheme::dark());
    ExportOptions options;
    QCOMPARE(plot.image(options).pixelColor(1, 1), QColor(Qt::white));
    options.colours = FigureColours::Screen;
    QCOMPARE(plot.image(options).pixelColor(1, 1), PlotTheme::dark().background);
}

/// Asked for after the figure was made, as the menu does it: ticks, labels and caption have it, its data not.
void TstPlotExport::decimalComma()
{
    static const QRegularExpression point(QStringLiteral("(?<![\\w.])\\d+\\.\\d")),
        comma(QStringLiteral("(?<![\\w,])\\d+,\\d"));
    const auto dataOf = [](const Plot &figure) {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("data.csv")));
        return figure.exportData(file.fileName()) && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                                    : QByteArray();
    };
    const auto textsOf = [](Plot &figure) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.svg"));
        ExportOptions options;
        options.sizeMm = QSizeF(250, 200);
        options.caption = CaptionLength::Full;
        QFile file(path);
        return figure.exportTo(path, FigureFormat::Svg, options) && file.open(QIODevice::ReadOnly)
                   ? read(file.readAll()).texts
                   : QStringList();
    };
    int changed = 0;
    for (const auto &figure : createFigures(example())) {
        const QByteArray data = dataOf(*figure);
        const QStringList points = textsOf(*figure);
        setDecimalComma(true);
        figure->setTheme(figure->theme());
        const QStringList commas = textsOf(*figure);
        const bool sameData = !data.isEmpty() && dataOf(*figure) == data;
        const QString summary = figure->summary();
        setDecimalComma(false);
        QVERIFY(sameData);
        QVERIFY2(points.filter(comma).isEmpty(), qPrintable(points.filter(comma).join(QLatin1Char('\n'))));
        QVERIFY2(commas.filter(point).isEmpty(), qPrintable(commas.filter(point).join(QLatin1Char('\n'))));
        QCOMPARE(commas.filter(comma).isEmpty(), points.filter(point).isEmpty());
        QVERIFY2(!summary.contains(point), qPrintable(summary));
        changed += !commas.filter(comma).isEmpty();
    }
    QVERIFY(changed >= 12);
    QCOMPARE(withDecimalMark(QStringLiteral("p < 0.05")), QStringLiteral("p < 0.05"));
    setDecimalComma(true);
    const QString numbers = withDecimalMark(QStringLiteral("3.1 = RP11-34P13.7, AC000111.3, p < 0.05."));
    const QString signs = withDecimalMark(QStringLiteral("−1.2·10⁻⁵, 1.2e−05, -0.5"));
    const QString version = withDecimalMark(QStringLiteral("GSEApy 1.1.1"));
    setDecimalComma(false);
    QCOMPARE(numbers, QStringLiteral("3,1 = RP11-34P13.7, AC000111.3, p < 0,05."));
    QCOMPARE(signs, QStringLiteral("−1,2·10⁻⁵, 1,2e−05, -0,5"));
    QCOMPARE(version, QStringLiteral("GSEApy 1.1.1"));
}

void TstPlotExport::csv()
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

PATHGAN_GUI_TEST(TstPlotExport)
#include "tst_plotexport.moc"
