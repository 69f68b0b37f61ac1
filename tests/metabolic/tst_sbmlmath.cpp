// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelfiles.h"
#include "sbmlformulas.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace pathgan;

using namespace sbmlformulas;

/// Bounds and stoichiometry given by formulas.
class TestSbmlMath : public QObject
{
    Q_OBJECT

private slots:
    void formulas_data();
    void formulas();
    void whereTheyMayStand();
    void refused_data();
    void refused();
    void circlesAndFloods();
    void stoichiometryMathOfLevel2();

private:
    Result<MetabolicModel> read(const Parts &parts)
    {
        return modelfiles::readText(m_folder, document(parts));
    }
    QTemporaryDir m_folder;
};

void TestSbmlMath::formulas_data()
{
    QTest::addColumn<QByteArray>("formula");
    QTest::addColumn<double>("value");
    const auto row = [](const char *name, const QByteArray &formula, double value) {
        QTest::newRow(name) << formula << value;
    };
    const QByteArray two = "<cn>2</cn>", three = "<ci>three</ci>";
    row("integer", math("<cn type='integer'> 12 </cn>"), 12);
    row("e-notation", math("<cn type='e-notation'>1.5<sep/>2</cn>"), 150);
    row("rational", math("<cn type='rational'>3<sep/>8</cn>"), 0.375);
    row("parameter", math(three), 3);
    row("compartment", math("<ci>c</ci>"), 4);
    row("sum", apply("<plus/>" + two + three + two), 7);
    row("empty sum", apply("<plus/>"), 0);
    row("difference", apply("<minus/>" + two + three), -1);
    row("negative", apply("<minus/>" + three), -3);
    row("product", apply("<times/><cn>100</cn><cn>2.5</cn>"), 250);
    row("quotient", apply("<divide/>" + three + two), 1.5);
    row("power", apply("<power/>" + two + "<cn>-2</cn>"), 0.25);
    row("square root", apply("<root/><cn>49</cn>"), 7);
    row("cube root", apply("<root/><degree>" + three + "</degree><cn>27</cn>"), 3);
    row("log 10", apply("<log/><cn>1000</cn>"), 3);
    row("log 2", apply("<log/><logbase>" + two + "</logbase><cn>32</cn>"), 5);
    row("ln", apply("<ln/><exponentiale/>"), 1);
    row("exp", apply("<exp/>" + two), std::exp(2.0));
    row("abs", apply("<abs/><cn>-4.5</cn>"), 4.5);
    row("floor", apply("<floor/><cn>-1.5</cn>"), -2);
    row("ceiling", apply("<ceiling/><cn>1.25</cn>"), 2);
    row("factorial", apply("<factorial/><cn>5</cn>"), 120);
    row("sine", apply("<sin/><apply><divide/><pi/>" + two + "</apply>"), 1);
    row("arc secant", apply("<arcsec/>" + two), std::numbers::pi / 3);
    row("arc coth", apply("<arccoth/>" + two), 0.5 * std::log(3.0));
    row("minimum", apply("<min/>" + three + two + "<cn>9</cn>"), 2);
    row("remainder", apply("<rem/><cn>-7</cn>" + three), -1);
    row("piecewise first",
        math("<piecewise><piece>" + two + "<apply><lt/><cn>1</cn>" + three + "<cn>4</cn></apply></piece>" +
             "<otherwise><cn>8</cn></otherwise></piecewise>"),
        2);
    row("piecewise otherwise",
        math("<piecewise><piece>" + two + "<apply><and/><true/><apply><gt/>" + two + three +
             "</apply></apply></piece><otherwise><cn>8</cn></otherwise></piecewise>"),
        8);
    row("function of a function", apply("<ci>twice</ci><apply><ci>twice</ci>" + three + "</apply>"), 12);
}

void TestSbmlMath::formulas()
{
    QFETCH(QByteArray, formula);
    QFETCH(double, value);
    const QByteArray twice =
        "<functionDefinition id='twice'>" +
        math("<lambda><bvar><ci>y</ci></bvar><apply><plus/><ci>y</ci><ci>y</ci></apply></lambda>") +
        "</functionDefinition>";
    const Result<MetabolicModel> model = read({twice, {}, initial("ub", formula), {}, {}});
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    const double got = model->reactions[0].upper;
    QVERIFY2(std::abs(got - value) <= 1e-14 * std::abs(value), qPrintable(QString::number(got, 'g', 17)));
    QCOMPARE(model->reactions[0].lower, -7.0);
}

void TestSbmlMath::whereTheyMayStand()
{
    // a bound by a rule of a bound by an assignment; the parameters' own values do not count
    const QByteArray free = "<parameter id='free' value='1' constant='false'/>";
    const Result<MetabolicModel> model = read({{},
                                               free,
                                               initial("lb", apply("<minus/><ci>free</ci>")) +
                                                   initial("s", apply("<divide/><ci>free</ci><cn>4</cn>")),
                                               rule("free", apply("<times/><ci>three</ci><cn>2</cn>")),
                                               {}});
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->reactions[0].lower, -6.0);
    QCOMPARE(model->reactions[0].stoichiometry, (Stoichiometry{{0, -1.5}, {1, 1.0}}));
    // Version 2 allows assignments without a formula: the element's own value stays
    const Result<MetabolicModel> empty = read({{}, free, initial("s", {}) + initial("ub", {}), {}, {}});
    QVERIFY(empty.ok());
    QCOMPARE(empty->reactions[0].upper, 900.0);
    QCOMPARE(empty->reactions[0].stoichiometry.front().second, -5.0);
    // the stoichiometry's name in a bound
    const Result<MetabolicModel> named = read({{}, {}, initial("ub", math("<ci>s</ci>")), {}, {}});
    QVERIFY(named.ok());
    QCOMPARE(named->reactions[0].upper, 5.0);
}

void TestSbmlMath::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const Parts &parts, const char *detail) {
        QTest::newRow(name) << document(parts) << QString(detail);
    };
    const auto upper = [](const QByteArray &formula) {
        return Parts{{}, {}, initial("ub", formula), {}, {}};
    };
    row("time",
        upper(math(
            "<csymbol encoding='text' definitionURL='http://www.sbml.org/sbml/symbols/time'>t</csymbol>")),
        ":17:\\d+: time: not constant$");
    row("species", upper(math("<ci>M_a</ci>")), ":17:\\d+: M_a: not constant$");
    row("changing parameter", upper(math("<ci>moving</ci>")), ":17:\\d+: moving: not constant$");
    row("itself", upper(math("<ci>ub</ci>")), ":17:\\d+: ub: defined by itself$");
    row("unknown function", upper(apply("<ci>g</ci><cn>1</cn>")), ":17:\\d+: g: unknown$");
    row("rate",
        {{},
         "<parameter id='r' value='1' constant='false'/>",
         initial("ub", math("<ci>r</ci>")),
         rule("r", math("<cn>1</cn>"), "rate"),
         {}},
        ":17:\\d+: r: not constant$");
    row("stoichiometry by a changing parameter", {{}, {}, initial("s", math("<ci>moving</ci>")), {}, {}},
        ":17:\\d+: moving: not constant$");
    row("crossed bounds", upper(math("<cn>-8</cn>")), ":\\d+:\\d+: x: lower bound -7 above upper bound -8$");
    row("not a number", upper(apply("<ln/><cn>-1</cn>")), ":\\d+:\\d+: x: upper bound is not a number$");
    row("infinite stoichiometry", {{}, {}, initial("s", apply("<divide/><cn>1</cn><cn>0</cn>")), {}, {}},
        ":\\d+:\\d+: x: M_a$");
}

void TestSbmlMath::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    const Result<MetabolicModel> model = modelfiles::readText(m_folder, text);
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadModel);
    const QString got = QString::fromStdString(model.error().detail);
    QVERIFY2(QRegularExpression("model\\.xml" + detail).match(got).hasMatch(), qPrintable(got));
}

void TestSbmlMath::circlesAndFloods()
{
    const auto detailOf = [this](const Parts &parts) {
        const Result<MetabolicModel> model = read(parts);
        return model ? QString() : QString::fromStdString(model.error().detail);
    };
    const QByteArray circle = initial("ub", math("<ci>p</ci>")) + initial("p", math("<ci>q</ci>")) +
                              initial("q", math("<ci>ub</ci>"));
    QVERIFY(
        detailOf(
            {{}, "<parameter id='p' constant='true'/><parameter id='q' constant='true'/>", circle, {}, {}})
            .endsWith(": ub: defined by itself"));
    // each function calls the one before twice: 2^60 nodes
    QByteArray functions;
    for (int i = 0; i < 60; ++i) {
        const QByteArray before =
            i == 0 ? QByteArray("<ci>y</ci>")
                   : "<apply><ci>f" + QByteArray::number(i - 1) + "</ci><ci>y</ci></apply>";
        functions +=
            "<functionDefinition id='f" + QByteArray::number(i) + "'>" +
            math("<lambda><bvar><ci>y</ci></bvar><apply><plus/>" + before + before + "</apply></lambda>") +
            "</functionDefinition>";
    }
    QVERIFY(detailOf({functions, {}, initial("ub", apply("<ci>f59</ci><cn>1</cn>")), {}, {}})
                .endsWith(": formula too long"));
    // a chain of parameters deeper than any stack
    QByteArray parameters, chain = initial("ub", math("<ci>p0</ci>"));
    for (int i = 0; i < 20000; ++i) {
        const QByteArray number = QByteArray::number(i);
        parameters += "<parameter id='p" + number + "' value='1' constant='true'/>";
        if (i < 19999)
            chain += initial("p" + number, math("<ci>p" + QByteArray::number(i + 1) + "</ci>"));
    }
    QVERIFY(detailOf({{}, parameters, chain, {}, {}}).endsWith(": formula too long"));
}

void TestSbmlMath::stoichiometryMathOfLevel2()
{
    const QByteArray text = levelTwo(apply("<times/><ci>k</ci><cn>2</cn>"));
    const Result<MetabolicModel> model = modelfiles::readText(m_folder, text);
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->reactions[0].stoichiometry, (Stoichiometry{{0, -3.0}, {1, 1.0}}));
}

PATHGAN_TEST(TestSbmlMath)
#include "tst_sbmlmath.moc"
