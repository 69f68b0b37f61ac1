// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/plots/shapgeometry.h"

#include "tests/support/reference.h"
#include "ui/plots/plotpalette.h"

#include <QTest>

#include <algorithm>

using namespace pathgan;
using nlohmann::json;

namespace {

json plots()
{
    return reference::load("plots/shap_plots.json");
}

ShapRun makeRun(const json &plots)
{
    ShapRun run;
    run.values = reference::matrix(plots["values"]);
    run.data = reference::matrix(plots["data"]).cast<float>();
    run.genes = plots["feature_names"].get<std::vector<std::string>>();
    for (Index i = 0; i < run.values.rows(); ++i)
        run.samples.push_back("s" + std::to_string(i));
    run.baseValue = plots["base_value"].get<double>();
    return run;
}

QColor colour(const json &rgb)
{
    return QColor::fromRgbF(rgb[0].get<float>(), rgb[1].get<float>(), rgb[2].get<float>());
}

int apart(const QColor &a, const QColor &b)
{
    return std::max(
        {std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
}

/// shap says features where we say genes.
QString ours(const std::string &label)
{
    return QString::fromStdString(label).replace(QLatin1String("features"), QLatin1String("gene(s)"));
}

} // namespace

class TstShapGeometry : public QObject
{
    Q_OBJECT

private slots:
    void bars_data();
    void bars();
    void barsWithoutRemainder();
    void colourMap();
    void swarm();
    void offsetsStackSymmetrically();
    void colourLimitsWiden();
    void force();
    void forceOfManyGenes();
    void smallValuesKeepTwoDigits();
    void numbersAsText();
};

void TstShapGeometry::bars_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("sample");
    QTest::newRow("all samples") << "bar_global" << -1;
    QTest::newRow("one sample") << "bar_local_sample0" << 0;
}

void TstShapGeometry::bars()
{
    QFETCH(QString, key);
    QFETCH(int, sample);
    const json all = plots(), expected = all[key.toStdString()];
    const std::vector<ShapBar> bars = shapBars(makeRun(all), 10, true, sample);
    QCOMPARE(bars.size(), expected["yticklabels"].size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        QCOMPARE(bars[i].label, ours(expected["yticklabels"][i].get<std::string>()));
        QCOMPARE(bars[i].valueText, QString::fromStdString(expected["value_texts"][i].get<std::string>()));
        const json &bar = expected["bars_top_to_bottom"][i];
        QVERIFY(reference::near(bars[i].value, bar["value"].get<double>(), 1e-9));
        QVERIFY(apart(bars[i].value > 0 ? shapPositive() : shapNegative(), colour(bar["rgba"])) <= 1);
    }
    QCOMPARE(bars.back().gene, Index(-1));
}

void TstShapGeometry::barsWithoutRemainder()
{
    const ShapRun run = makeRun(plots());
    const std::vector<ShapBar> bars = shapBars(run, 10, false, -1);
    QCOMPARE(bars.size(), std::size_t(10));
    QVERIFY(std::all_of(bars.begin(), bars.end(), [](const ShapBar &bar) { return bar.gene >= 0; }));
    QCOMPARE(shapBars(run, 100, true, -1).size(), run.genes.size()); // nothing is left to be summed
}

void TstShapGeometry::colourMap()
{
    const json map = plots()["beeswarm"]["colormap_101"];
    for (std::size_t i = 0; i < map.size(); ++i)
        QVERIFY(apart(shapColour(static_cast<double>(i) / 100), colour(map[i])) <= 1);
    QCOMPARE(shapColour(-3), shapColour(0));
    QCOMPARE(shapColour(7), shapColour(1));
}

void TstShapGeometry::swarm()
{
    const json all = plots(), expected = all["beeswarm"];
    const ShapRun run = makeRun(all);
    const std::vector<SwarmRow> rows = swarmRows(run, 10, true);
    QCOMPARE(rows.size(), expected["rows"].size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const json &drawn = expected["rows"][rows.size() - 1 - r]; // from the bottom
        QCOMPARE(rows[r].label,
                 ours(expected["yticklabels_bottom_to_top"][rows.size() - 1 - r].get<std::string>()));
        std::vector<double> x, shapX;
        for (const SwarmPoint &point : rows[r].points)
            x.push_back(point.x);
        for (const json &xy : drawn["xy"])
            shapX.push_back(xy[0].get<double>());
        std::sort(x.begin(), x.end());
        std::sort(shapX.begin(), shapX.end());
        QCOMPARE(x.size(), shapX.size());
        for (std::size_t i = 0; i < x.size(); ++i)
            QVERIFY(reference::near(x[i], shapX[i], 1e-9));
        if (rows[r].gene >= 0) {
            QVERIFY(reference::near(rows[r].low, drawn["clim"][0].get<double>(), 1e-5));
            QVERIFY(reference::near(rows[r].high, drawn["clim"][1].get<double>(), 1e-5));
        } else {
            QVERIFY(std::isnan(rows[r].points.front().colour));
        }
        // Offsets in the order that shap's jitter made: within a bin, inner layers first.
        std::vector<double> values, places;
        std::vector<std::size_t> order;
        for (const json &xy : drawn["xy"]) {
            order.push_back(values.size());
            values.push_back(xy[0].get<double>());
            places.push_back(xy[1].get<double>() - static_cast<double>(rows.size() - 1 - r));
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto layer = [&](std::size_t i) {
                return std::abs(places[i]) * 10 - (places[i] > 0 ? 1 : 0);
            };
            return layer(a) < layer(b);
        });
        const std::vector<double> offsets = swarmOffsets(values, order);
        for (std::size_t i = 0; i < offsets.size(); ++i)
            QVERIFY(reference::near(offsets[i], places[i], 1e-9));
    }
}

void TstShapGeometry::offsetsStackSymmetrically()
{
    const std::vector<double> offsets = swarmOffsets({1, 1, 1, 5}, {2, 0, 1, 3});
    // Layers 0, +1, −1 in the order given; 0.36 / (1 + 1) a layer.
    const double expected[] = {0.18, -0.18, 0, 0};
    for (std::size_t i = 0; i < offsets.size(); ++i)
        QVERIFY(reference::near(offsets[i], expected[i]));
}

void TstShapGeometry::colourLimitsWiden()
{
    std::vector<double> mostlyZero(1000, 0);
    for (std::size_t i = 0; i < 30; ++i)
        mostlyZero[i] = static_cast<double>(i + 1);
    QCOMPARE(colourLimits(mostlyZero).first, 0.0);
    QVERIFY(colourLimits(mostlyZero).second > 15); // 5 % are equal, 1 % are not
    mostlyZero.assign(1000, 0);
    mostlyZero[3] = 8;
    QCOMPARE(colourLimits(mostlyZero).second, 8.0);
    QVERIFY(std::isnan(colourLimits({std::nan("")}).first));
}

void TstShapGeometry::force()
{
    const json all = plots(), expected = all["force_sample0"];
    const ForceGeometry force = forceGeometry(makeRun(all), 0);
    QVERIFY(reference::near(force.output, expected["out_value"].get<double>(), 1e-9));
    QVERIFY(reference::near(force.base, expected["base_value"].get<double>(), 1e-9));

    std::vector<ForceSegment> segments = force.negative;
    segments.insert(segments.end(), force.positive.begin(), force.positive.end());
    std::vector<std::string> labels;
    for (const ForceSegment &segment : segments) {
        if (segment.labelled)
            labels.push_back(segment.label.toStdString());
    }
    std::vector<std::string> drawn;
    for (const json &text : expected["texts"]) {
        std::string label = text["text"].get<std::string>();
        if (label.find(" = ") == std::string::npos)
            continue;
        if (label.ends_with(".0"))
            label.resize(label.size() - 2);
        drawn.push_back(label);
    }
    QCOMPARE(labels, drawn);

    std::size_t next = 0;
    for (const json &polygon : expected["polygons"]) {
        if (!polygon["filled"].get<bool>())
            continue;
        QVERIFY(next < segments.size());
        const ForceSegment &segment = segments[next++];
        QCOMPARE(segment.value > 0 ? forcePositive() : forceNegative(), colour(polygon["face"]));
        std::vector<std::pair<double, double>> corners, shapCorners;
        for (const QPointF &point : force.outline(segment))
            corners.emplace_back(point.x(), point.y());
        for (const json &xy : polygon["xy"])
            shapCorners.emplace_back(xy[0].get<double>(), xy[1].get<double>());
        shapCorners.pop_back();
        // As sets: shap walks the other way round on one side.
        std::sort(corners.begin(), corners.end());
        if (shapCorners.size() == corners.size() + 1)
            shapCorners.pop_back();
        std::sort(shapCorners.begin(), shapCorners.end());
        QCOMPARE(corners.size(), shapCorners.size());
        for (std::size_t i = 0; i < corners.size(); ++i) {
            QVERIFY(reference::near(corners[i].first, shapCorners[i].first, 1e-6));
            QVERIFY(reference::near(corners[i].second, shapCorners[i].second, 1e-6));
        }
    }
    QCOMPARE(next, segments.size());
}

void TstShapGeometry::forceOfManyGenes()
{
    const ShapRun run = makeRun(plots());
    const ForceGeometry all = forceGeometry(run, 0), some = forceGeometry(run, 0, 3);
    QCOMPARE(some.output, all.output);
    QCOMPARE(some.positive.size() + some.negative.size(), std::size_t(4));
    const double up = all.output - all.positive.back().end, down = all.negative.back().end - all.output;
    const double someUp = some.output - some.positive.back().end,
                 someDown = some.negative.back().end - some.output;
    QVERIFY(reference::near(up - down, someUp - someDown, 1e-12)); // the sum is kept
    QVERIFY(some.othersUp > 0 && some.othersDown < 0);
    QCOMPARE(some.negative.front().label, all.negative.front().label);
    const ForceSegment &others = some.positive.back().gene < 0 ? some.positive.back() : some.negative.back();
    QCOMPARE(others.gene, Index(-1)); // outermost
    QVERIFY(reference::near(others.value, some.othersUp + some.othersDown, 1e-12));
    for (const auto *side : {&some.positive, &some.negative}) {
        for (const ForceSegment &segment : *side)
            QVERIFY(segment.labelled);
    }
}

void TstShapGeometry::smallValuesKeepTwoDigits()
{
    ShapRun run = makeRun(plots());
    run.values *= 0.01;
    const std::vector<ShapBar> bars = shapBars(run, 10, true, -1);
    QCOMPARE(bars[0].valueText, QStringLiteral("+0.018"));
    QCOMPARE(bars[8].valueText, QStringLiteral("+0.006"));
    run.values *= 0.001;
    QCOMPARE(shapBars(run, 10, true, -1)[0].valueText, QStringLiteral("+0.000018"));
}

void TstShapGeometry::numbersAsText()
{
    QCOMPARE(signedText(10), QStringLiteral("+10"));
    QCOMPARE(signedText(-0.5), QStringLiteral("−0.5"));
    QCOMPARE(signedText(1.234), QStringLiteral("+1.23"));
    QCOMPARE(valueText(100), QStringLiteral("100"));
    QCOMPARE(valueText(1.6020), QStringLiteral("1.602"));
    QCOMPARE(valueText(std::nan("")), QStringLiteral("?"));
}

PATHGAN_TEST(TstShapGeometry)
#include "tst_shapgeometry.moc"
