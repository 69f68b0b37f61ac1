// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
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
        QVERIFY(errorText(error, Part::Expression).startsWith("Expression matrix: "));
        QCOMPARE(errorDetails(error, Part::Flux), QString("fluxes\nRaggedRow\na.tsv:12:4"));
        QVERIFY(errorText({ErrorCode::Internal, std::string(5000, 'x')}).size() < 400);
    }

    void theTerminalNamesOptionsTheCommandHas()
    {
        const std::set<QString> all = {"ragged",     "not-numbers", "missing",
                                       "duplicates", "gene-map",    "samples"};
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            for (const std::set<QString> &options : {std::set<QString>(), all}) {
                const QString text = terminalErrorText({static_cast<ErrorCode>(i), "x"}, Part::Flux, options);
                QVERIFY2(text.startsWith("fluxes: ") && text.endsWith('.'), qPrintable(text));
                QVERIFY2(!text.contains("panel") && !text.contains("marked field"), qPrintable(text));
                QVERIFY2(!options.empty() || !text.contains("--") || text.contains("--help") ||
                             text.contains("`flux --rule eflux`"),
                         qPrintable(text));
            }
        }
        const Error ragged{ErrorCode::RaggedRow, "a.tsv:12:4"};
        QCOMPARE(
            terminalErrorText(ragged, {}, all),
            QString("A row has another number of fields than the header (a.tsv:12:4): correct the file, or "
                    "choose a rule for such rows with --ragged."));
        QCOMPARE(
            terminalErrorText(ragged, {}, {}),
            QString("A row has another number of fields than the header (a.tsv:12:4): correct the file."));
        QCOMPARE(terminalErrorText({ErrorCode::NoOverlap, ""}, {}, {"gene-map"}),
                 QString("Two inputs share no gene, sample or reaction, or hardly any: check the identifiers "
                         "with `inspect`, or give a --gene-map."));
        QVERIFY(terminalErrorText({ErrorCode::TooFewSamples, "3"}, {}, {}).contains("sample filter"));
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

PATHGAN_GUI_TEST(TestErrorText)
#include "tst_errortext.moc"
