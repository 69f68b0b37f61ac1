#include "ui/errorbar.h"
#include "ui/errortext.h"

#include <QLabel>
#include <QSet>
#include <QToolButton>
#include <QtTest>

using namespace pathgan;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasASentenceThatSaysWhatToDo()
    {
        QSet<QString> sentences, names;
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const Error error{static_cast<ErrorCode>(i), "file.tsv:3:7"};
            const QString text = errorText(error);
            QVERIFY2(text.size() > 30, qPrintable(errorName(error.code)));
            QVERIFY2(text.endsWith('.'), qPrintable(text));
            QVERIFY2(text.contains(':') || text.contains(", "),
                     qPrintable(text)); // what happened: what to do
            QVERIFY2(!text.contains("%1"), qPrintable(text));
            QVERIFY2(!errorText({error.code, ""}).contains("%1"), qPrintable(text));
            QVERIFY2(!errorText({error.code, ""}).contains("()"), qPrintable(text));
            sentences.insert(text);
            names.insert(errorName(error.code));
        }
        QCOMPARE(sentences.size(), static_cast<int>(ErrorCode::Internal) + 1);
        QCOMPARE(names.size(), sentences.size());
        QVERIFY(!names.contains("Unknown"));
    }

    void detailAndStepAreShown()
    {
        const Error error{ErrorCode::RaggedRow, "a.tsv:12:4"};
        QVERIFY(errorText(error).contains("a.tsv:12:4"));
        QVERIFY(errorText(error, "Reading expression matrix").startsWith("Reading expression matrix: "));
        QCOMPARE(errorDetails(error, "Step"), QString("Step\nRaggedRow\na.tsv:12:4"));
        QVERIFY(errorText({ErrorCode::Internal, std::string(5000, 'x')}).size() < 400);
    }

    void theBarQueuesAndForgetsNothing()
    {
        ErrorBar bar;
        QVERIFY(!bar.isVisibleTo(nullptr));
        bar.showMessage("written");
        bar.showError({ErrorCode::FileEmpty, "a"});
        bar.showError({ErrorCode::FileNotFound, "b"});
        bar.showError({ErrorCode::FileEmpty, "a"}); // the same again is counted, not queued
        QCOMPARE(bar.count(), 3);
        QVERIFY(bar.text().contains("empty")); // failures before news
        QVERIFY(bar.findChild<QLabel *>("errorText")->text().contains("2"));
        bar.dismiss();
        QVERIFY(bar.text().contains("not found"));
        bar.dismiss();
        QCOMPARE(bar.text(), QString("written"));
        bar.dismiss();
        QCOMPARE(bar.count(), 0);
        bar.dismiss();
        QCOMPARE(bar.count(), 0);
    }
};

QTEST_MAIN(TestErrorText)
#include "tst_errortext.moc"
