// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "tests/ui/svgdrawing.h"
#include "ui/plots/enrichmentbarplot.h"
#include "ui/plots/figures.h"
#include "ui/plots/fluxdistributionplot.h"
#include "ui/plots/fluxheatmap.h"
#include "ui/plots/groupboxplot.h"
#include "ui/plots/gseaplot.h"
#include "ui/plots/shapforceplot.h"
#include "ui/plots/valuescale.h"

#include <QFontMetricsF>
#include <QLabel>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace pathgan;
using namespace svgdrawing;

namespace {

struct PlacedText
{
    QPointF at; ///< left end of the base line
    double size = 0;
    QString text;
};

std::vector<PlacedText> placedTexts(const QByteArray &svg)
{
    std::vector<PlacedText> texts;
    QXmlStreamReader xml(svg);
    double size = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (attributes.hasAttribute(QLatin1String("font-size")))
            size = attributes.value(QLatin1String("font-size")).toDouble();
        if (xml.name() == QLatin1String("text")) {
            PlacedText text;
            text.at = {attributes.value(QLatin1String("x")).toDouble(),
                       attributes.value(QLatin1String("y")).toDouble()};
            text.size = size;
            text.text = xml.readElementText();
            texts.push_back(text);
        }
    }
    return texts;
}

/// Vertical lines: x, upper and lower end.
std::vector<std::array<double, 3>> verticals(const QByteArray &svg)
{
    static const QRegularExpression line(
        QStringLiteral("d=\"M(-?[0-9.]+),(-?[0-9.]+)L(-?[0-9.]+),(-?[0-9.]+)\""));
    std::vector<std::array<double, 3>> found;
    for (auto it = line.globalMatch(QString::fromUtf8(svg)); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const double x1 = match.captured(1).toDouble(), x2 = match.captured(3).toDouble();
        const double y1 = match.captured(2).toDouble(), y2 = match.captured(4).toDouble();
        if (std::abs(x1 - x2) < 0.01)
            found.push_back({x1, std::min(y1, y2), std::max(y1, y2)});
    }
    return found;
}

std::vector<double> circleSizes(const QByteArray &svg)
{
    static const QRegularExpression circle(QStringLiteral("<circle[^>]* r=\"([0-9.]+)\""));
    std::vector<double> sizes;
    for (auto it = circle.globalMatch(QString::fromUtf8(svg)); it.hasNext();)
        sizes.push_back(it.next().captured(1).toDouble());
    return sizes;
}

GroupRun::Entry entryOf(std::size_t n, bool tail)
{
    std::mt19937 random(5);
    std::normal_distribution<double> normal;
    GroupRun::Entry entry;
    entry.reaction = "GTHPi";
    entry.source = "FBA";
    entry.comparison.columnName = "gender";
    entry.comparison.valueName = "GTHPi";
    entry.comparison.unit = "mmol/gDW/h";
    for (const char *name : {"FEMALE", "MALE"}) {
        Group group;
        group.name = name;
        group.reported = true;
        for (std::size_t i = 0; i < n; ++i) {
            group.samples.push_back(std::string(name) + std::to_string(i));
            group.values.push_back(tail ? std::exp(2.2 * normal(random)) : 5 + normal(random));
        }
        group.box = boxStatistics(group.values);
        entry.comparison.groups.push_back(group);
    }
    return entry;
}

QString textsOf(Plot &plot, const QSizeF &size = {})
{
    return read(svg(plot, size)).texts.join(QLatin1Char('\n'));
}

} // namespace

/// What issue after issue was seen on figures, measured on what they draw.
class TestFigureLooks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }

    /// Arrows grow with the figure, leaders cross no text, the sum of all others leaves the genes their room.
    void forcePlot_data()
    {
        QTest::addColumn<int>("sample");
        QTest::addColumn<int>("genes");
        for (const int genes : {12, 40, 400})
            for (const int sample : {0, 3, 7})
                QTest::addRow("%d genes, sample %d", genes, sample) << sample << genes;
    }
    void forcePlot()
    {
        QFETCH(const int, sample);
        QFETCH(const int, genes);
        ShapForcePlot plot;
        plot.setRun(exampleresults::explanation(20, std::size_t(genes)));
        plot.setSample(sample);
        for (const QSizeF &size : {QSizeF(175, 85), QSizeF(85, 85), QSizeF(175, 60)}) {
            const QByteArray document = svg(plot, size);
            const std::vector<PlacedText> texts = placedTexts(document);
            int labels = 0;
            for (const PlacedText &text : texts) {
                if (!text.text.contains(QLatin1String(" = ")) || text.text.startsWith(QLatin1String("f(x)")))
                    continue;
                ++labels;
                QFont font = PlotTheme::print().font;
                font.setPixelSize(int(text.size));
                const double wide = QFontMetricsF(font).horizontalAdvance(text.text);
                for (const auto &[x, top, bottom] : verticals(document)) {
                    const bool within = x > text.at.x() + 1 && x < text.at.x() + wide - 1;
                    const bool through = top < text.at.y() - text.size * 0.6 && bottom > text.at.y() - 1;
                    QVERIFY2(!(within && through), qPrintable(text.text));
                }
            }
            QVERIFY(labels >= 2);
        }
        plot.resize(900, 320);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        const QString first = plot.named(Thing::Gene).first();
        const double low = plot.placesOf({Thing::Gene, first}).front().height();
        plot.resize(900, 640);
        QTest::qWait(30);
        QVERIFY(plot.placesOf({Thing::Gene, first}).front().height() > 1.5 * low);
        double left = 1e9, right = -1e9;
        for (const QString &gene : plot.named(Thing::Gene))
            for (const QRectF &place : plot.placesOf({Thing::Gene, gene})) {
                left = std::min(left, place.left());
                right = std::max(right, place.right());
            }
        QVERIFY2(right - left > 0.5 * plot.width(), qPrintable(QString::number(right - left)));
    }

    void runningSumNamesItsEnds()
    {
        GseaPlot plot;
        plot.setRun(exampleresults::enrichment(true)->gsea);
        QVERIFY(textsOf(plot).contains(QLatin1String("positive: ")));
        QVERIFY(textsOf(plot).contains(QLatin1String("negative")));
        plot.setRun(exampleresults::enrichment(false)->gsea);
        const QString texts = textsOf(plot);
        QVERIFY2(texts.contains(QLatin1String("high: ")) && texts.contains(QLatin1String("low")),
                 qPrintable(texts));
    }

    void pointsLeaveTheBoxToBeSeen()
    {
        GroupBoxPlot plot;
        double before = 1e9;
        for (const std::size_t n : {20, 100, 500, 2000}) {
            plot.setEntry(entryOf(n, false), {});
            const std::vector<double> sizes = circleSizes(svg(plot));
            QVERIFY(sizes.size() >= n);
            QVERIFY(sizes.front() < before);
            before = sizes.front();
        }
        QVERIFY(before < 1.6);
    }

    void longTailsStandOnALogarithmicAxis()
    {
        const std::vector<double> even = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        QVERIFY(!ValueScale::of(even, AxisScale::Automatic).isLog());
        QVERIFY(ValueScale::of(even, AxisScale::Logarithmic).isLog());
        const std::vector<double> tail = {0, 0.01, 0.02, 0.02, 0.03, 0.05, 0.1, 0.1, 0.2, 40};
        const ValueScale scale = ValueScale::of(tail, AxisScale::Automatic);
        QVERIFY(scale.isLog());
        QVERIFY(!ValueScale::of(tail, AxisScale::Linear).isLog());
        QVERIFY(!ValueScale::of({0, 0, 0}, AxisScale::Logarithmic).isLog());
        double before = -1;
        for (const double v : tail) {
            QVERIFY(scale.place(v) >= before);
            before = scale.place(v);
            QVERIFY(std::abs(scale.value(scale.place(v)) - v) < 1e-9);
        }
        QCOMPARE(scale.place(0), 0.0);
        QCOMPARE(scale.place(-0.2), -scale.place(0.2));

        GroupBoxPlot plot;
        plot.setEntry(entryOf(60, true), {});
        const QString automatic = textsOf(plot);
        QVERIFY2(automatic.contains(QLatin1String("Logarithmic axis")), qPrintable(automatic));
        plot.setScale(AxisScale::Linear);
        QVERIFY(!textsOf(plot).contains(QLatin1String("Logarithmic axis")));
        plot.setScale(AxisScale::Automatic);
        plot.setEntry(entryOf(60, false), {});
        QVERIFY(!textsOf(plot).contains(QLatin1String("Logarithmic axis")));
    }

    /// By scale, a click and an outline still meet the point.
    void logarithmicPointsAreWhereTheyAreDrawn()
    {
        GroupBoxPlot plot;
        plot.setEntry(entryOf(30, true), {});
        plot.resize(700, 500);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QTest::qWait(30);
        QSignalSpy told(&plot, &Plot::markClicked);
        const QRectF place = plot.placesOf({Thing::Sample, "MALE7"}).front();
        QTest::mouseClick(plot.findChild<QWidget *>("canvas"), Qt::LeftButton, {}, place.center().toPoint());
        QCOMPARE(told.count(), 1);
        QCOMPARE(told[0][0].value<Mark>().name, QString("MALE7"));
    }

    void oneMinusSign()
    {
        static const QRegularExpression hyphen(QStringLiteral("(^|[^A-Za-z0-9])-[0-9]|e-[0-9]"));
        for (const auto &figure : createFigures(example()))
            for (const QString &text : read(svg(*figure)).texts)
                QVERIFY2(!hyphen.match(text).hasMatch(), qPrintable(figure->fileName() + ": " + text));
    }

    void captions()
    {
        for (const auto &figure : createFigures(example())) {
            const QByteArray none = document(*figure, CaptionLength::None),
                             brief = document(*figure, CaptionLength::Short),
                             full = document(*figure, CaptionLength::Full);
            const double height = 85 / 25.4 * 96;
            const auto below = placedTexts(brief).size() - placedTexts(none).size();
            const double line = QFontMetricsF(captionFont()).lineSpacing();
            QVERIFY2(double(below) * line <= 0.12 * height + 1,
                     qPrintable(figure->fileName() + QString(": %1 lines").arg(below)));
            QVERIFY(placedTexts(full).size() >= placedTexts(brief).size());
            // The whole text is in the description and in the file beside the figure.
            const QString all = readWords(full);
            const QString described = QString::fromUtf8(brief).section("<desc>", 1).section("</desc>", 0, 0);
            QTemporaryDir folder;
            QVERIFY(figure->exportText(folder.filePath("figure.txt")));
            QFile file(folder.filePath("figure.txt"));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString beside = QString::fromUtf8(file.readAll());
            QVERIFY(beside.startsWith("PathGAN: " + figure->title()));
            QVERIFY2(described.simplified().size() > 20 && !all.isEmpty(), qPrintable(figure->fileName()));
            QVERIFY2(!QString::fromUtf8(full).contains("See the tab"), qPrintable(figure->fileName()));
        }
    }

    void longNamesAreWholeUnderTheMouse()
    {
        auto run = std::make_shared<OraRun>(*exampleresults::enrichment(false)->ora);
        const QString name = "Regulation of a very long pathway whose beginning and end both matter, part 2";
        run->rows.front().term = name.toStdString();
        EnrichmentBarPlot plot;
        plot.setRun(run, {});
        plot.resize(600, 400);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QTest::qWait(30);
        bool found = false;
        for (const QString &text : read(svg(plot, {120, 80})).texts)
            found = found || (text.contains(QChar(0x2026)) && text.startsWith("Reg") && text.endsWith("2"));
        QVERIFY(found);
        auto *canvas = plot.findChild<QWidget *>("canvas");
        const auto *readout = plot.findChild<QLabel *>("readout");
        const QString first = plot.named(Thing::Pathway).first();
        const auto row = plot.placesOf({Thing::Pathway, QString::fromStdString(run->rows.front().term)});
        QVERIFY(!row.empty());
        QTest::mouseMove(canvas, QPoint(int(row.front().left()) - 40, int(row.front().center().y())));
        QTRY_VERIFY(readout->isVisible());
        QVERIFY2(readout->text().contains("both matter"), qPrintable(readout->text()));
    }

    /// Beside what it tells of, wherever that is.
    void readOutsHideNothing()
    {
        GroupBoxPlot plot;
        plot.setEntry(entryOf(40, false), {});
        plot.resize(600, 420);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QTest::qWait(30);
        auto *canvas = plot.findChild<QWidget *>("canvas");
        const auto *readout = plot.findChild<QLabel *>("readout");
        for (const QString &sample : plot.named(Thing::Sample)) {
            const QRectF place = plot.placesOf({Thing::Sample, sample}).front();
            QTest::mouseMove(canvas, place.center().toPoint());
            QVERIFY(readout->isVisible());
            QVERIFY2(!QRectF(readout->geometry()).intersects(place.adjusted(2, 2, -2, -2)),
                     qPrintable(sample));
            QVERIFY(canvas->rect().contains(readout->geometry()));
        }
    }

    void heatMapClusters()
    {
        FluxHeatMap plot;
        const auto run = exampleresults::flux(30);
        plot.setRun(run);
        const QStringList byComponent = plot.named(Thing::Sample);
        const int lines = read(svg(plot)).paths;
        plot.setOrder(HeatMapOrder::Ward);
        const QStringList byWard = plot.named(Thing::Sample);
        QVERIFY(byWard != byComponent);
        QCOMPARE(std::set<QString>(byWard.begin(), byWard.end()),
                 std::set<QString>(byComponent.begin(), byComponent.end()));
        QVERIFY(read(svg(plot)).paths > lines + 20); // the trees
        QVERIFY(textsOf(plot).contains("clustered"));
        QCOMPARE(plot.data().header.size(), run->reactions.size() + 1);
        plot.setOrder(HeatMapOrder::Average);
        QVERIFY(plot.named(Thing::Reaction).size() == qsizetype(run->reactions.size()));
        // Neighbours are alike: they differ less than the next but many.
        const Table table = plot.data();
        const auto distance = [&](std::size_t a, std::size_t b) {
            double sum = 0;
            for (std::size_t c = 1; c < table.header.size(); ++c) {
                const double x = std::get<double>(table.rows[a][c]), y = std::get<double>(table.rows[b][c]);
                sum += std::isnan(x) || std::isnan(y) ? 0 : (x - y) * (x - y);
            }
            return sum;
        };
        double near = 0, far = 0;
        for (std::size_t i = 0; i + 15 < table.rows.size(); ++i) {
            near += distance(i, i + 1);
            far += distance(i, i + 15);
        }
        QVERIFY(near < far);
    }

    void heatMapHasStrips()
    {
        const Project project = withClinicalTable();
        FluxHeatMap plot;
        plot.setRun(project.flux);
        const std::vector<std::string> usual = usualStrips(project);
        QVERIFY(!usual.empty());
        const auto strip = stripOf(project, usual.front(), project.flux->samples);
        QVERIFY(strip);
        QVERIFY(strip->categories.size() >= 2);
        QVERIFY(strip->colourOfCategory(0) != strip->colourOfCategory(1));
        plot.setStrips({*strip});
        const QString texts = textsOf(plot);
        QVERIFY(texts.contains(strip->name + ":"));
        for (const QString &category : strip->categories)
            QVERIFY2(texts.contains(category), qPrintable(category));
        plot.resize(700, 500);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QTest::qWait(30);
        const QString sample = plot.named(Thing::Sample)[2];
        const QRectF row = plot.placesOf({Thing::Sample, sample}).front();
        auto *canvas = plot.findChild<QWidget *>("canvas");
        QTest::mouseMove(canvas, QPoint(int(row.left()) + 4, int(row.center().y())));
        const auto *readout = plot.findChild<QLabel *>("readout");
        QVERIFY2(readout->isVisible() && readout->text().contains(strip->name), qPrintable(readout->text()));
        QSignalSpy told(&plot, &Plot::markClicked);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(int(row.left()) + 4, int(row.center().y())));
        QCOMPARE(told.count(), 1);
        QCOMPARE(told[0][0].value<Mark>().name, sample);
        QVERIFY(!stripOf(project, "no such column", project.flux->samples));
        const auto age = stripOf(project, "age", project.flux->samples);
        QVERIFY(age && age->categories.empty());
        QCOMPARE(age->low, 40.0);
        QVERIFY(age->colourOf(0) != age->colourOf(5));
        QVERIFY(age->texts[1].isEmpty()); // not reported
        plot.setStrips({*strip, *age});
        QVERIFY(textsOf(plot).contains("age:"));
    }

    /// Only where the export is told to.
    void theSelectionIsExportedOnDemand()
    {
        FluxHeatMap plot;
        plot.setRun(exampleresults::flux(12));
        const QImage plain = plot.image({});
        plot.setMarked({Thing::Sample, plot.named(Thing::Sample).first()});
        QCOMPARE(plot.image({}), plain);
        ExportOptions options;
        options.marks = true;
        QVERIFY(plot.image(options) != plain);
    }

private:
    /// The example's fluxes with a clinical table of two columns.
    static Project withClinicalTable()
    {
        Project project = example();
        auto clinical = std::make_shared<ClinicalTable>();
        auto cohort = std::make_shared<Cohort>();
        clinical->columns.resize(2);
        ClinicalColumn &therapy = clinical->columns[0], &age = clinical->columns[1];
        therapy.name = "radiation_therapy";
        therapy.type = ColumnType::Category;
        age.name = "age";
        age.type = ColumnType::Number;
        for (std::size_t i = 0; i < project.flux->samples.size(); ++i) {
            clinical->ids.push_back(project.flux->samples[i]);
            therapy.values.push_back(i % 3 == 0 ? "YES" : "NO");
            age.numbers.push_back(i == 1 ? std::nan("") : 40 + double(i));
            age.values.push_back(i == 1 ? "" : std::to_string(40 + i));
            cohort->clinicalRows.push_back(Index(i));
        }
        cohort->samples = project.flux->samples;
        cohort->clinical = clinical;
        project.cohort = std::shared_ptr<const Cohort>(cohort);
        return project;
    }
    static QFont captionFont()
    {
        QFont font = PlotTheme::print().font;
        font.setPixelSize(std::max(9, font.pixelSize() - 2) - 1);
        return font;
    }
    static QByteArray document(Plot &plot, CaptionLength caption)
    {
        QTemporaryDir folder;
        ExportOptions options;
        options.sizeMm = {85, 85};
        options.caption = caption;
        if (!plot.exportTo(folder.filePath("f.svg"), FigureFormat::Svg, options))
            return {};
        QFile file(folder.filePath("f.svg"));
        (void)file.open(QIODevice::ReadOnly);
        return file.readAll();
    }
    static QString readWords(const QByteArray &svg) { return read(svg).texts.join(' ').simplified(); }
};

PATHGAN_GUI_TEST(TestFigureLooks)
#include "tst_figurelooks.moc"
