#include "core/data/barcode.h"
#include "core/data/expression.h"
#include "core/data/filekind.h"
#include "core/metabolic/fba/fba.h"
#include "ui/coretext.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace pathgan;

class TestCoreText : public QObject
{
    Q_OBJECT

private slots:
    void namesAreListed()
    {
        for (int i = 0; i <= static_cast<int>(Part::Groups); ++i) {
            const std::string name = partName(static_cast<Part>(i));
            QVERIFY2(isListedCoreText(name), name.c_str());
            if (i <= static_cast<int>(Part::Model))
                QVERIFY2(isListedCoreText("Reading " + name), name.c_str());
        }
        for (int i = 0; i <= static_cast<int>(ExpressionScale::LogRatio); ++i)
            QVERIFY(isListedCoreText(scaleName(static_cast<ExpressionScale>(i))));
        for (int i = 0; i <= static_cast<int>(SolutionStatus::TimeLimit); ++i)
            QVERIFY(isListedCoreText(statusName(static_cast<SolutionStatus>(i))));
        for (int i = 0; i <= static_cast<int>(FileKind::Config); ++i)
            QVERIFY(isListedCoreText(fileKindName(static_cast<FileKind>(i))));
        for (int type = -1; type < 100; ++type)
            QVERIFY(isListedCoreText(sampleTypeName(type)));
    }

    /// Phases and jobs as the sources spell them.
    void everyPhaseOfTheCoreIsListed()
    {
        const QRegularExpression pattern("(?:report\\(|warn\\(|warnings\\.push_back\\(|Part::\\w+, "
                                         "|failed\\([^;]*QStringLiteral\\()\"([A-Za-z][^\"]+)\"");
        int found = 0;
        QDirIterator files(QStringLiteral(PATHGAN_TEST_DATA "/../../core"), {"*.cpp"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains("/genetable/") || path.endsWith("project.cpp"))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto it = pattern.globalMatch(text); it.hasNext();) {
                QString key = it.next().captured(1);
                if (key.endsWith(": "))
                    key.chop(2);
                ++found;
                QVERIFY2(isListedCoreText(key.toStdString()), qPrintable(path + ": " + key));
            }
        }
        QVERIFY(found > 20);
    }

    void idsBehindAKeyAreKept()
    {
        QCOMPARE(coreText("bound missing: R_x"), QString("bound missing: R_x"));
        QCOMPARE(coreText("samples in rows: barcodes in the first column"),
                 QString("samples in rows: barcodes in the first column"));
        QCOMPARE(coreText("something else"), QString("something else"));
        QVERIFY(!isListedCoreText("something else"));
    }

    void numbers()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(numberText(0.123456, 3), QString("0.123"));
        QCOMPARE(numberText(std::nan("")), QString("–"));
        QCOMPARE(pText(0.012), QString("p = 0.012"));
        QCOMPARE(pText(1e-9), QString("p < 0.0001"));
        QCOMPARE(partTitle(Part::GeneSets), QString("Gene sets"));
    }
};

QTEST_GUILESS_MAIN(TestCoreText)
#include "tst_coretext.moc"
