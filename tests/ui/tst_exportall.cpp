// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/exportall.h"

#include <QAbstractButton>
#include <QDir>
#include <QMessageBox>
#include <QTest>
#include <QWidget>

using namespace pathgan;

class TstExportAll : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }
    void asksBeforeItReplaces();
};

void TstExportAll::asksBeforeItReplaces()
{
    QTemporaryDir folder;
    QWidget window;
    int gone = 0;
    const auto ask = [&] { ExportAll::askBefore(&window, folder.path(), [&gone] { ++gone; }); };
    const auto question = [&window] {
        return window.findChild<QMessageBox *>(QStringLiteral("replaceQuestion"));
    };

    writeFile(folder, QStringLiteral("notes.txt"), "no result has this kind of name");
    ask();
    QCOMPARE(gone, 1);
    QVERIFY(!question());

    for (const char *name : {"flux.tsv", "shap_bar.svg"}) {
        const QString path = writeFile(folder, QLatin1String(name), "mine");
        gone = 0;
        ask();
        QVERIFY(question());
        QCOMPARE(gone, 0);
        QVERIFY(question()->text().contains(QLatin1Char('1')));
        question()->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!question());
        QCOMPARE(gone, 0);

        ask();
        QVERIFY(question());
        for (QAbstractButton *button : question()->buttons())
            if (question()->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        QTRY_VERIFY(!question());
        QCOMPARE(gone, 1);
        QVERIFY(QFile::remove(path));
    }
}

PATHGAN_GUI_TEST(TstExportAll)
#include "tst_exportall.moc"
