// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/text.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

using namespace pathgan;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void formatsShortest_data();
    void formatsShortest();
    void formattedNumbersReadBack();
    void parsesNumbers_data();
    void parsesNumbers();
    void trimsSplitsJoins();
    void checksUtf8_data();
    void checksUtf8();
};

void TestText::formatsShortest_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("tenth") << 0.1 << "0.1";
    QTest::newRow("whole") << 755.0 << "755";
    QTest::newRow("hundred thousand") << 100000.0 << "100000";
    QTest::newRow("optimum") << 755.0032155506631 << "755.0032155506631";
    QTest::newRow("small") << 0.0001 << "0.0001";
    QTest::newRow("smaller") << 0.00001 << "1e-05";
    QTest::newRow("large") << 1e16 << "1e+16";
    QTest::newRow("zero") << 0.0 << "0";
    QTest::newRow("minus zero") << -0.0 << "0";
    QTest::newRow("nan") << std::nan("") << "nan";
    QTest::newRow("minus nan") << -std::nan("") << "nan";
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << "inf";
    QTest::newRow("minus infinity") << -std::numeric_limits<double>::infinity() << "-inf";
}

void TestText::formatsShortest()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(formatNumber(value)), text);
}

void TestText::formattedNumbersReadBack()
{
    Random random(1);
    for (int i = 0; i < 20000; ++i) {
        const auto value = std::bit_cast<double>(random.next());
        if (!std::isfinite(value))
            continue;
        const std::optional<double> back = parseNumber(formatNumber(value));
        QVERIFY2(back && *back == value, formatNumber(value).c_str());
        const auto narrow = std::bit_cast<float>(static_cast<std::uint32_t>(random.next()));
        if (std::isfinite(narrow))
            QCOMPARE(static_cast<float>(*parseNumber(formatNumber(narrow))), narrow);
    }
    QCOMPARE(formatNumber(0.1F), std::string("0.1"));
}

void TestText::parsesNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<double>("value");
    const auto row = [](const char *text, double value) {
        QTest::newRow(text) << QByteArray(text) << true << value;
    };
    const auto none = [](const char *text) {
        QTest::newRow(*text ? text : "blank") << QByteArray(text) << false << 0.0;
    };
    row("1.5", 1.5);
    row("+1.5", 1.5);
    row("-2e3", -2000);
    row(".5", 0.5);
    row("5.", 5);
    row("1E-2", 0.01);
    row("1e-400", 0);
    row("inf", std::numeric_limits<double>::infinity());
    none("");
    none("1,5");
    none("1e400");
    none("1e");
    none("+");
    none("+-1");
    none("0x10");
    none(" 1");
    none("1 ");
    none("1.2.3");
    none("nan(1)");
    none("NA");
}

void TestText::parsesNumbers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isNumber);
    QFETCH(double, value);
    const std::optional<double> number =
        parseNumber({text.constData(), static_cast<std::size_t>(text.size())});
    QCOMPARE(number.has_value(), isNumber);
    if (isNumber)
        QCOMPARE(*number, value);
}

void TestText::trimsSplitsJoins()
{
    QCOMPARE(std::string(trimmed(" \ta b\r\n")), std::string("a b"));
    QVERIFY(trimmed(" \t").empty());
    QCOMPARE(std::string(trimmed("\xEF\xBB\xBF \xC2\xA0"
                                 "a\xC2\xA0"
                                 "b\xE2\x80\x8B \xC2\xA0")),
             std::string("a\xC2\xA0"
                         "b"));
    QVERIFY(trimmed("\xC2\xA0").empty());
    QCOMPARE(std::string(trimmed("\xC3\xA0")), std::string("\xC3\xA0")); // à
    QCOMPARE(toUpper("C5orf4"), std::string("C5ORF4"));
    QCOMPARE(split("a\t\tb\t", '\t'), (std::vector<std::string>{"a", "", "b", ""}));
    QCOMPARE(split("", '\t'), (std::vector<std::string>{""}));
    QCOMPARE(join({"a", "", "b"}, ", "), std::string("a, , b"));
    QCOMPARE(join({}, ","), std::string());
}

void TestText::checksUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ascii") << QByteArray("TP53") << true;
    QTest::newRow("two bytes") << QByteArray("\xC3\xA4") << true;
    QTest::newRow("three bytes") << QByteArray("\xE2\x82\xAC") << true;
    QTest::newRow("four bytes") << QByteArray("\xF0\x9F\xA7\xAC") << true;
    QTest::newRow("latin 1") << QByteArray("M\xE4nnlich") << false;
    QTest::newRow("cut off") << QByteArray("\xE2\x82") << false;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("overlong three") << QByteArray("\xE0\x80\xAF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("beyond unicode") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("lone continuation") << QByteArray("\x80") << false;
}

void TestText::checksUtf8()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(isValidUtf8({text.constData(), static_cast<std::size_t>(text.size())}), valid);
}

PATHGAN_TEST(TestText)
#include "tst_text.moc"
