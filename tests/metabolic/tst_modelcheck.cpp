#include "core/metabolic/modelcheck_p.h"

#include <QTest>

#include <map>

using namespace pathgan;

namespace {} // namespace

class TestModelCheck : public QObject
{
    Q_OBJECT

private slots:
    void formulas_data();
    void formulas();
};

void TestModelCheck::formulas_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("composition"); // empty: not understood
    const auto row = [](const char *formula, const char *composition) {
        QTest::newRow(formula) << QString(formula) << QString(composition);
    };
    row("C6H12O6", "C6 H12 O6");
    row("H2O", "H2 O1");
    row("CH3CH2OH", "C2 H6 O1");
    row("C10.5H20.25", "C10.5 H20.25");
    row("(C2H4)3R1.5", "C6 H12 R1.5");
    row("(C6(H10O5)2)2X", "C12 H40 O20 X1");
    row("C20H21N7O7FULLR2", "C20 F1 H21 L2 N7 O7 R2 U1");
    row("C5H8*", "*1 C5 H8");
    row("NaCl", "Cl1 Na1");
    row("", "");
    row("(C6H10O5)n", "");
    row("C6H12O6-", "");
    row("C6.5.5", "");
    row("(C6", "");
    row("C6)", "");
    row("c6", "");
    row("6C", "");
}

void TestModelCheck::formulas()
{
    QFETCH(QString, formula);
    QFETCH(QString, composition);
    const std::optional<Composition> parsed = parseFormula(formula.toStdString());
    QCOMPARE(parsed.has_value(), !composition.isEmpty());
    QStringList parts;
    for (const auto &[element, amount] : parsed.value_or(Composition{}))
        parts << QString::fromStdString(element) + QString::number(amount);
    QCOMPARE(parts.join(' '), composition);
}

QTEST_GUILESS_MAIN(TestModelCheck)
#include "tst_modelcheck.moc"
