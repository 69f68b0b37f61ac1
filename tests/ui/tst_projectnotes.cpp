// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/projectwindow.h"
#include "tests/support/testmain.h"
#include "ui/inspector.h"
#include "ui/panels/tablepane.h"

#include <QPlainTextEdit>
#include <QTableView>

using namespace pathgan;

/// Notes on a project and on its results.
class TestProjectNotes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }
    void projectsNote();
    void resultsNote();

private:
    static QPlainTextEdit *notes(const Opened &opened)
    {
        opened.choose("notesAction");
        auto *dialog = opened.window->findChild<QDialog *>(QStringLiteral("notesDialog"));
        return dialog ? dialog->findChild<QPlainTextEdit *>(QStringLiteral("projectNote")) : nullptr;
    }
    QTemporaryDir m_folder;
};

void TestProjectNotes::projectsNote()
{
    const QString path = m_folder.filePath(QStringLiteral("noted.pathgan"));
    {
        const Opened opened;
        QVERIFY(opened.saveExample(path));
        QPlainTextEdit *text = notes(opened);
        QVERIFY(text);
        QTest::keyClicks(text, QStringLiteral("First <line>"));
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, QStringLiteral("second"));
        QVERIFY(opened.window->isWindowModified());
        QCOMPARE(notes(opened), text); // one window of it
        opened.window->showPart(Part::Cohort);
        auto *inspector = opened.window->findChild<Inspector *>();
        QTRY_VERIFY2(inspector->text().contains(QStringLiteral("First <line>")),
                     qPrintable(inspector->text()));
        opened.choose("saveAction");
        QTRY_VERIFY_WITH_TIMEOUT(!opened.window->isWindowModified() && opened.isIdle(), patience);
        // Another project has other notes.
        opened.choose("newAction");
        QTRY_COMPARE(text->toPlainText(), QString());
        QVERIFY(!opened.window->isWindowModified());
    }
    const Opened again;
    again.window->openFiles({path});
    QVERIFY(again.hasAll());
    QCOMPARE(notes(again)->toPlainText(), QStringLiteral("First <line>\nsecond"));
    again.choose("reportAction");
    const QString report = m_folder.filePath(QStringLiteral("noted.html"));
    QVERIFY(again.answer(report) && again.waits());
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("First &lt;line&gt;<br>second"));
}

void TestProjectNotes::resultsNote()
{
    const Opened opened;
    opened.click(QStringLiteral("openExampleButton"));
    QVERIFY(opened.hasAll());
    opened.window->showPart(Part::Training);
    opened.press(Qt::Key_H);
    QDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = opened.window->findChild<QDialog *>(QStringLiteral("historyDialog"))));
    const QTableView &runs = dialog->findChild<TablePane *>(QStringLiteral("runs"))->view();
    QTest::mouseClick(runs.viewport(), Qt::LeftButton, {},
                      runs.visualRect(runs.model()->index(0, 0)).center());
    auto *note = dialog->findChild<QLineEdit *>(QStringLiteral("runNote"));
    QTest::keyClicks(note, QStringLiteral("for the paper"));
    QTest::keyClick(note, Qt::Key_Return);
    auto *inspector = opened.window->findChild<Inspector *>();
    QTRY_VERIFY2(inspector->text().contains(QStringLiteral("for the paper")), qPrintable(inspector->text()));
    opened.window->showPart(Part::Flux);
    QTRY_VERIFY(!inspector->text().contains(QStringLiteral("for the paper")));
}

PATHGAN_GUI_TEST(TestProjectNotes)
#include "tst_projectnotes.moc"
