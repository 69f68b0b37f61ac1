#include "core/data/barcode.h"
#include "tests/support/testmain.h"

#include <QtTest>

using namespace pathgan;

class TestBarcode : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
};

void TestBarcode::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("patient"); // empty: no barcode
    QTest::addColumn<QString>("sample");
    QTest::addColumn<int>("type");
    QTest::newRow("sample") << "TCGA-OR-A5J1-01"
                            << "TCGA-OR-A5J1"
                            << "TCGA-OR-A5J1-01" << 1;
    QTest::newRow("mangled by R") << "TCGA.OR.A5J1.11"
                                  << "TCGA-OR-A5J1"
                                  << "TCGA-OR-A5J1-11" << 11;
    QTest::newRow("vial") << "TCGA-OR-A5J1-06A"
                          << "TCGA-OR-A5J1"
                          << "TCGA-OR-A5J1-06" << 6;
    QTest::newRow("aliquot") << "TCGA-OR-A5J1-01A-11R-A29S-07"
                             << "TCGA-OR-A5J1"
                             << "TCGA-OR-A5J1-01" << 1;
    QTest::newRow("patient") << "TCGA-OR-A5J1"
                             << "TCGA-OR-A5J1"
                             << "" << -1;
    QTest::newRow("lower case") << "tcga-or-a5j1-02"
                                << "TCGA-OR-A5J1"
                                << "TCGA-OR-A5J1-02" << 2;
    QTest::newRow("blanks around") << " TCGA-OR-A5J1-01\r"
                                   << "TCGA-OR-A5J1"
                                   << "TCGA-OR-A5J1-01" << 1;
    for (const char *mixed : {"TCGA-OR.A5J1-01", "TCGA-OR-A5J1_01", "tcga-or-a5j1.01"})
        QTest::newRow(mixed) << mixed << "TCGA-OR-A5J1"
                             << "TCGA-OR-A5J1-01" << 1;
    for (const char *none :
         {"", "TCGA", "TCGA-OR-A5J", "TCGA-OR-A5J1-", "TCGA-OR-A5J1-1", "TCGA-OR-A5J1-XX",
          "TCGA-OR-A5J1-0123", "TCGA-ORX-A5J-01", "TARGET-10-PABCDE-01", "sample 1", "ACGA-OR-A5J1-01"})
        QTest::newRow(*none ? none : "blank") << none << ""
                                              << "" << -1;
}

void TestBarcode::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, patient);
    QFETCH(QString, sample);
    QFETCH(int, type);
    const std::optional<Barcode> barcode = parseBarcode(text.toStdString());
    QCOMPARE(barcode.has_value(), !patient.isEmpty());
    if (!barcode)
        return;
    QCOMPARE(QString::fromStdString(barcode->patient), patient);
    QCOMPARE(QString::fromStdString(barcode->sample), sample);
    QCOMPARE(barcode->sampleType, type);
}

PATHGAN_TEST(TestBarcode)
#include "tst_barcode.moc"
