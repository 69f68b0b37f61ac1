// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/metabolic/model/generule.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <map>

using namespace pathgan;

namespace {

/// Gene ids in order of appearance.
struct Genes
{
    std::vector<std::string> ids;
    int operator()(std::string_view id)
    {
        const auto it = std::find(ids.begin(), ids.end(), id);
        if (it != ids.end())
            return static_cast<int>(it - ids.begin());
        ids.emplace_back(id);
        return static_cast<int>(ids.size()) - 1;
    }
};

Result<GeneRule> parse(const std::string &text, Genes &genes)
{
    return GeneRule::parse(text, [&](std::string_view id) { return genes(id); });
}

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Value of a rule whose genes a, b, c … have the values given.
double value(const std::string &text, const std::map<std::string, double> &values, OrRule orRule,
             const std::map<std::string, int> &variantOf = {})
{
    Genes genes;
    const Result<GeneRule> rule = parse(text, genes);
    if (!rule)
        return -1;
    std::vector<double> byGene;
    std::vector<int> geneOf;
    for (std::size_t i = 0; i < genes.ids.size(); ++i) {
        const auto it = values.find(genes.ids[i]);
        byGene.push_back(it == values.end() ? unknown : it->second);
        const auto variant = variantOf.find(genes.ids[i]);
        geneOf.push_back(variant == variantOf.end() ? static_cast<int>(i) + 1000 : variant->second);
    }
    return evaluateRule(*rule, byGene, geneOf, orRule);
}

} // namespace

class TestGeneRule : public QObject
{
    Q_OBJECT

private slots:
    void textOfParsed_data();
    void textOfParsed();
    void malformed_data();
    void malformed();
    void unknownGene();
    void activity();
    void maximum();
    void sumMergesVariants();
    void unknownOperands();
    void genesAreUniqueAndSorted();
    void deepNesting();
    void deepAlternation();
    void longRule();
    void randomRulesSurviveRoundTrip();
    void mutationsNeverCrash();
};

void TestGeneRule::textOfParsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("blank") << "  \t\n"
                           << "";
    QTest::newRow("one") << "a"
                         << "a";
    QTest::newRow("parenthesised gene") << "((a))"
                                        << "a";
    QTest::newRow("precedence") << "a and b or c and d"
                                << "(a and b) or (c and d)";
    QTest::newRow("n-ary") << "a or b or c"
                           << "a or b or c";
    QTest::newRow("nested kept") << "(a or b) or c"
                                 << "(a or b) or c";
    QTest::newRow("legacy signs") << "a & (b | c)"
                                  << "a and (b or c)";
    QTest::newRow("C signs") << "a&&b||c"
                             << "(a and b) or c";
    QTest::newRow("upper case") << "1234.1 AND (91.1 OR x)"
                                << "1234.1 and (91.1 or x)";
    QTest::newRow("words inside ids") << "android and ore"
                                      << "android and ore";
    QTest::newRow("ids with signs") << "HGNC:4389 or b-1_AT2"
                                    << "HGNC:4389 or b-1_AT2";
    QTest::newRow("toy") << "(8639_AT1 and (10.1 or 10.2)) or HGNC:4389"
                         << "(8639_AT1 and (10.1 or 10.2)) or HGNC:4389";
}

void TestGeneRule::textOfParsed()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    Genes genes;
    const Result<GeneRule> rule = parse(text.toStdString(), genes);
    QVERIFY2(rule.ok(), rule ? "" : rule.error().detail.c_str());
    QCOMPARE(QString::fromStdString(rule->text(genes.ids)), expected);
    QCOMPARE(rule->isEmpty(), expected.isEmpty());
}

void TestGeneRule::malformed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("missing operator") << "a b"
                                      << "column 3: b";
    QTest::newRow("missing operand") << "a and"
                                     << "column 6: end of rule";
    QTest::newRow("leading operator") << "or a"
                                      << "column 1: or";
    QTest::newRow("doubled operator") << "a and or b"
                                      << "column 7: or";
    QTest::newRow("empty parentheses") << "a or ()"
                                       << "column 7: )";
    QTest::newRow("open") << "(a or b"
                          << "column 8: end of rule";
    QTest::newRow("closed twice") << "(a or b))"
                                  << "column 9: )";
    QTest::newRow("gene before parenthesis") << "a(b)"
                                             << "column 2: (";
    QTest::newRow("three signs") << "a &&& b"
                                 << "column 5: &";
}

void TestGeneRule::malformed()
{
    QFETCH(QString, text);
    QFETCH(QString, detail);
    Genes genes;
    const Result<GeneRule> rule = parse(text.toStdString(), genes);
    QVERIFY(!rule);
    QCOMPARE(rule.error().code, ErrorCode::BadRule);
    QCOMPARE(QString::fromStdString(rule.error().detail), detail);
}

void TestGeneRule::unknownGene()
{
    const Result<GeneRule> rule =
        GeneRule::parse("a and b", [](std::string_view id) { return id == "a" ? 0 : -1; });
    QVERIFY(!rule);
    QCOMPARE(QString::fromStdString(rule.error().detail), QString("column 7: b"));
}

void TestGeneRule::activity()
{
    Genes genes;
    const Result<GeneRule> rule = parse("(a and b) or c", genes);
    QVERIFY(rule.ok());
    for (int mask = 0; mask < 8; ++mask) {
        const bool a = mask & 1, b = mask & 2, c = mask & 4;
        QCOMPARE(rule->isActive({!a, !b, !c}), (a && b) || c);
    }
    QVERIFY(GeneRule().isActive({}));
}

void TestGeneRule::maximum()
{
    const std::map<std::string, double> values = {{"a", 3}, {"b", 5}, {"c", 4}};
    QCOMPARE(value("a and b", values, OrRule::Maximum), 3.0);
    QCOMPARE(value("a or b", values, OrRule::Maximum), 5.0);
    QCOMPARE(value("(a or b) and c", values, OrRule::Maximum), 4.0);
    QVERIFY(std::isnan(evaluateRule(GeneRule(), {}, {}, OrRule::Maximum)));
}

void TestGeneRule::sumMergesVariants()
{
    const std::map<std::string, double> values = {{"x1", 3}, {"x2", 3}, {"y1", 5}, {"y2", 5}, {"z", 1}};
    const std::map<std::string, int> variants = {{"x1", 1}, {"x2", 1}, {"y1", 2}, {"y2", 2}, {"z", 3}};
    const auto sum = [&](const std::string &text) { return value(text, values, OrRule::Sum, variants); };
    QCOMPARE(sum("x1 or y1 or z"), 9.0);
    QCOMPARE(sum("x1 or x2"), 3.0);
    QCOMPARE(sum("x1 or y1 or x2 or y2"), 8.0);
    QCOMPARE(sum("(x1 or x2) or (y1 or x2)"), 8.0);        // nested alternatives are one OR
    QCOMPARE(sum("(x1 and y1) or (x2 and y2)"), 3.0);      // the same complex, written with variants
    QCOMPARE(sum("(y1 and x1) or (x2 and y2) or z"), 4.0); // in any order
    QCOMPARE(sum("(x1 and z) or (y1 and z)"), 2.0);        // different complexes
    QCOMPARE(sum("(x1 or x2 or y1) and z"), 1.0);
    QCOMPARE(sum("((x1 or y1) and y2) or z"), 6.0);
    QCOMPARE(value("a or b", {{"a", 3}, {"b", 5}}, OrRule::Sum), 8.0);
}

void TestGeneRule::unknownOperands()
{
    for (const OrRule orRule : {OrRule::Maximum, OrRule::Sum}) {
        QCOMPARE(value("a and b", {{"a", 3}}, orRule), 3.0);
        QCOMPARE(value("a or b", {{"b", 2}}, orRule), 2.0);
        QVERIFY(std::isnan(value("a or (b and c)", {}, orRule)));
        QCOMPARE(value("(a and b) or c", {{"c", 7}}, orRule), 7.0);
    }
}

void TestGeneRule::genesAreUniqueAndSorted()
{
    const Result<GeneRule> rule =
        GeneRule::parse("g3 or (g1 and g3) or g2", [](std::string_view id) { return id.back() - '0'; });
    QVERIFY(rule.ok());
    QCOMPARE(rule->genes(), (std::vector<int>{1, 2, 3}));
}

void TestGeneRule::deepNesting()
{
    constexpr std::size_t depth = 100000;
    Genes genes;
    const Result<GeneRule> rule = parse(std::string(depth, '(') + "a" + std::string(depth, ')'), genes);
    QVERIFY(rule.ok());
    QCOMPARE(rule->text(genes.ids), std::string("a"));
    const Result<GeneRule> open = parse(std::string(depth, '(') + "a", genes);
    QVERIFY(!open);
}

/// Operators nested 100,000 deep, on the left and on the right.
void TestGeneRule::deepAlternation()
{
    constexpr int depth = 100000;
    std::string left(depth, '('), right;
    left += "a";
    for (int i = 0; i < depth; ++i) {
        left += i % 2 ? " and b)" : " or c)";
        right += i % 2 ? "b and (" : "c or (";
    }
    right += "a" + std::string(depth, ')');
    for (const std::string &text : {left, right}) {
        Genes genes;
        const Result<GeneRule> rule = parse(text, genes);
        QVERIFY(rule.ok());
        QCOMPARE(rule->nodes().size(), std::size_t(2 * depth + 1));
        const std::string shown = rule->text(genes.ids);
        QVERIFY(shown.size() > std::size_t(depth) * 6);
        Genes again;
        QCOMPARE(parse(shown, again)->text(again.ids), shown);
        const std::vector<double> values = {1, 1, 1};
        QCOMPARE(evaluateRule(*rule, values, {0, 1, 2}, OrRule::Maximum), 1.0);
        QVERIFY(std::isfinite(evaluateRule(*rule, values, {0, 1, 2}, OrRule::Sum)));
        QVERIFY(rule->isActive({false, false, false}));
        QVERIFY(!rule->isActive({true, true, true}));
    }
}

void TestGeneRule::longRule()
{
    std::string text;
    for (int i = 0; i < 4000; ++i)
        text += (i ? " or (" : "(") + std::to_string(i) + "_AT1 and " + std::to_string(i / 2) + "_AT2)";
    QVERIFY(text.size() > 56067);
    Genes genes;
    const Result<GeneRule> rule = parse(text, genes);
    QVERIFY(rule.ok());
    QCOMPARE(rule->text(genes.ids), text);
    QCOMPARE(rule->nodes().back().value, 4000);
}

void TestGeneRule::randomRulesSurviveRoundTrip()
{
    Random random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> pool;
        for (int i = 0; i < 6; ++i)
            pool.push_back("g" + std::to_string(i));
        while (pool.size() > 1) {
            const std::size_t take = 2 + random.below(std::min<std::size_t>(2, pool.size() - 1));
            const char *op = random.below(2) ? " and " : " or ";
            std::string joined = pool.back();
            pool.pop_back();
            for (std::size_t k = 1; k < take; ++k) {
                joined += op + pool.back();
                pool.pop_back();
            }
            pool.insert(pool.begin() + static_cast<long>(random.below(pool.size() + 1)), "(" + joined + ")");
        }
        const std::string text = pool.front().substr(1, pool.front().size() - 2);
        Genes genes;
        const Result<GeneRule> rule = parse(text, genes);
        QVERIFY(rule.ok());
        QCOMPARE(rule->text(genes.ids), text);
    }
}

/// Any text is read or refused, and what is read can be written and read again.
void TestGeneRule::mutationsNeverCrash()
{
    const std::string seedText = "(a and (b or c)) or (d & e | f) AND g";
    const std::string alphabet = "()&| andorAB\t\xff";
    Random random(11);
    int read = 0, refused = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text = seedText;
        for (std::size_t k = 1 + random.below(4); k-- > 0;) {
            const std::size_t at = random.below(text.size());
            switch (random.below(3)) {
            case 0:
                text.erase(at, 1 + random.below(3));
                break;
            case 1:
                text.insert(at, 1, alphabet[random.below(alphabet.size())]);
                break;
            default:
                text[at] = alphabet[random.below(alphabet.size())];
                break;
            }
            if (text.empty())
                text = "a";
        }
        Genes genes;
        const Result<GeneRule> rule = parse(text, genes);
        (rule ? read : refused) += 1;
        if (!rule)
            continue;
        const std::string shown = rule->text(genes.ids);
        Genes again;
        const Result<GeneRule> reread = parse(shown, again);
        QVERIFY2(reread.ok(), text.c_str());
        QCOMPARE(reread->text(again.ids), shown);
    }
    QVERIFY(read > 500);
    QVERIFY(refused > 500);
}

PATHGAN_TEST(TestGeneRule)
#include "tst_generule.moc"
