// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/errorbar.h"
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace pathgan;

namespace {

constexpr int patience = 900'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answers the file dialog that is open as a user at the keyboard does.
void typeInFileDialog(QWidget &window, const QString &text)
{
    QTRY_VERIFY(window.findChild<QFileDialog *>());
    auto *dialog = window.findChild<QFileDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    name->setText(text); // pasted: typed, its completer pops up
    const auto *buttons = dialog->findChild<QDialogButtonBox *>();
    QPushButton *open = nullptr;
    for (QAbstractButton *button : buttons->buttons())
        if (buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            open = qobject_cast<QPushButton *>(button);
    QVERIFY(open);
    QTRY_VERIFY(open->isEnabled());
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_VERIFY(!window.findChild<QFileDialog *>());
    window.activateWindow(); // as a window manager does
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

QStringList tablesAndDrawings(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.tsv"), QStringLiteral("*.csv"), QStringLiteral("*.svg")},
                                  QDir::Files, QDir::Name);
}

QJsonObject manifestOf(const QString &folder)
{
    return QJsonDocument::fromJson(contentOf(folder + QStringLiteral("/manifest.json"))).object();
}

/// Of files by their names alone: each process unpacks the example into a folder of its own.
QStringList notesOf(const QJsonObject &manifest)
{
    QStringList notes;
    for (const QJsonValue &note : manifest.value(QStringLiteral("notes")).toArray())
        notes << note.toString().remove(QRegularExpression(QStringLiteral("^[^:]*/")));
    return notes;
}

} // namespace

class TestSameResults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        installLanguage(QLocale::c()); // as the command line does
    }
    void windowAndCommandLine_data();
    void windowAndCommandLine();

private:
    void byWindow(const QStringList &files, const QString &folder);
    static void byCommand(const QStringList &arguments, const QString &folder);
    QTemporaryDir m_folder;
};

void TestSameResults::windowAndCommandLine_data()
{
    QTest::addColumn<QStringList>("files"); // none: the example
    QTest::newRow("example") << QStringList();
    const QString data = QStringLiteral(PATHGAN_SHARED_DATA "/");
    const QStringList files = {data + QStringLiteral("tcga_mixed/HiSeqV2.gz"),
                               data + QStringLiteral("tcga_mixed/clinicalMatrix.tsv"),
                               data + QStringLiteral("recon3d/Recon3D.xml.gz"),
                               data + QStringLiteral("hallmark/MSigDB_Hallmark_2020.gmt")};
    QTest::newRow("tcga_mixed and Recon3D") << files;
}

void TestSameResults::byWindow(const QStringList &files, const QString &folder)
{
    MainWindow window;
    window.resize(1360, 860);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const Session &session = window.session();
    if (files.isEmpty()) {
        QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("openExampleButton")),
                          Qt::LeftButton);
    }
    for (const QString &file : files) {
        QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier);
        typeInFileDialog(window, file);
    }
    const auto hasAll = [&session](std::initializer_list<Part> parts) {
        return std::all_of(parts.begin(), parts.end(),
                           [&](Part part) { return session.project().has(part); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasAll({Part::Cohort, Part::Model, Part::GeneSets, Part::Clinical}), patience);
    QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(hasAll({Part::Flux, Part::Training, Part::Explanation, Part::Enrichment,
                                     Part::Stress, Part::Groups}) &&
                                 !session.isRunning(Part::Groups) && !session.isRunning(Part::Stress),
                             patience);
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(window.findChild<QPushButton *>(QStringLiteral("exportAllGo")));
    QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("exportAllGo")), Qt::LeftButton);
    typeInFileDialog(window, folder);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + QStringLiteral("/manifest.json")), patience);
    QTRY_VERIFY(window.findChild<ErrorBar *>()->text().contains(QStringLiteral("manifest.json")));
}

void TestSameResults::byCommand(const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.start(QStringLiteral(PATHGAN_CLI),
                  QStringList{QStringLiteral("run"), QStringLiteral("--out"), folder} + arguments);
    QVERIFY(process.waitForFinished(patience));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

/// What is clicked in the window and what `run` is told give the same bytes.
void TestSameResults::windowAndCommandLine()
{
    QFETCH(QStringList, files);
    for (const QString &file : files)
        if (!QFile::exists(file))
            QSKIP("the shared data are not here");
    if (!files.isEmpty() && !qEnvironmentVariableIsSet("PATHGAN_LONG_TESTS"))
        QSKIP("takes minutes: set PATHGAN_LONG_TESTS, and QTEST_FUNCTION_TIMEOUT to 3600000, to run it");
    const QString name = QString::number(files.size());
    const QString clicked = m_folder.filePath(QStringLiteral("clicked") + name);
    const QString told = m_folder.filePath(QStringLiteral("told") + name);
    QVERIFY(QDir().mkpath(clicked));
    byWindow(files, clicked);
    if (QTest::currentTestFailed())
        return;
    QStringList arguments = {QStringLiteral("--example")};
    if (!files.isEmpty()) {
        QString text =
            QStringLiteral(R"({"expression": "%1", "clinical": "%2", "model": "%3", "gene_sets": "%4"})");
        for (const QString &file : files)
            text = text.arg(file);
        arguments = {QStringLiteral("--config"),
                     writeFile(m_folder, QStringLiteral("config.json"), text.toUtf8())};
    }
    byCommand(arguments, told);
    if (QTest::currentTestFailed())
        return;

    const QStringList expected = tablesAndDrawings(told);
    QVERIFY(expected.size() > 20);
    QCOMPARE(tablesAndDrawings(clicked), expected);
    for (const QString &file : expected)
        QVERIFY2(contentOf(clicked + QLatin1Char('/') + file) == contentOf(told + QLatin1Char('/') + file),
                 qPrintable(file));
    const QJsonObject ours = manifestOf(clicked), theirs = manifestOf(told);
    QCOMPARE(ours.keys(), theirs.keys());
    QCOMPARE(ours.value(QStringLiteral("files")).toObject().keys(),
             theirs.value(QStringLiteral("files")).toObject().keys());
    QVERIFY(!notesOf(ours).isEmpty());
    QCOMPARE(notesOf(ours), notesOf(theirs));
}

PATHGAN_GUI_TEST(TestSameResults)
#include "tst_sameresults.moc"
