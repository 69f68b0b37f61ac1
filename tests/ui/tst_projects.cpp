// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/freshness.h"
#include "tests/support/projectwindow.h"
#include "tests/support/testmain.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/panels/tablepane.h"
#include "ui/projectactions.h"

#include <QAbstractButton>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QtTest>

#include <atomic>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>

using namespace pathgan;

namespace {

QStringList recoveryFiles()
{
    return QDir(QString::fromStdU16String(recoveryFolder().u16string()))
        .entryList({QStringLiteral("*.pathgan")}, QDir::Files);
}

} // namespace

/// Saving, opening, reverting, restoring runs, and what is left after a crash, by mouse and keys.
class TestProjects : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        if (qEnvironmentVariableIsSet("PATHGAN_CRASH")) // of the process that looks on
            qputenv("XDG_DATA_HOME", qgetenv("PATHGAN_CRASH"));
        QDir(QString::fromStdU16String(recoveryFolder().u16string())).removeRecursively();
    }
    void cleanup()
    {
        QDir(QString::fromStdU16String(recoveryFolder().u16string())).removeRecursively();
        QSettings().clear();
    }
    void savesAndOpens();
    void asksBeforeClosing();
    void revertsAndForgets();
    void savesWhatWasThereWhenAsked();
    void closingWhileItOpens();
    void restoresRuns();
    void recoversAfterACrash();
    void secondWindowReadsOnly();
    void refusesWhatIsNoProject();

private:
    QTemporaryDir m_folder;
};

void TestProjects::savesAndOpens()
{
    const QString path = m_folder.filePath(QStringLiteral("cohort.pathgan"));
    MatrixD fluxes, shap;
    {
        const Opened opened;
        QCOMPARE(opened.window->windowTitle(), QStringLiteral("PathGAN"));
        QVERIFY(opened.saveExample(path));
        QVERIFY(opened.window->windowTitle().startsWith(QStringLiteral("cohort[*]")));
        QVERIFY(!opened.window->isWindowModified());
        fluxes = opened.session().project().flux->values;
        shap = opened.session().project().explanation->values;
        opened.typeSeed(QStringLiteral("7"));
        QVERIFY(opened.window->isWindowModified());
        opened.press(Qt::Key_S);
        QTRY_VERIFY(!opened.window->isWindowModified() && opened.isIdle());
        QVERIFY(opened.window->close());
    }
    QCOMPARE(recoveryFiles(), QStringList());
    const Opened again;
    again.click(QStringLiteral("recentButton0"));
    QVERIFY(again.hasAll());
    const Project &project = again.session().project();
    QVERIFY(project.flux->values == fluxes);
    QVERIFY(project.explanation->values == shap);
    QCOMPARE(project.options.gan.seed, std::uint64_t{7});
    QVERIFY(!again.window->isWindowModified());
    QVERIFY(!isStale(project, Part::Flux));
    QVERIFY(isStale(project, Part::Training)); // of another seed
    // Everything can be computed from what is there.
    again.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!isStale(again.session().project(), Part::Groups) && again.isIdle(), patience);
    QVERIFY(again.window->isWindowModified());
}

void TestProjects::asksBeforeClosing()
{
    const QString path = m_folder.filePath(QStringLiteral("asked.pathgan"));
    Opened opened;
    QVERIFY(opened.saveExample(path));
    opened.typeSeed(QStringLiteral("9"));
    QVERIFY(!opened.window->close());
    QMessageBox *box = opened.question("closeQuestion");
    QVERIFY(box);
    QVERIFY2(box->text().contains(QStringLiteral("asked")), qPrintable(box->text()));
    Opened::choose(box, QMessageBox::RejectRole);
    QTRY_VERIFY(!opened.window->findChild<QMessageBox *>());
    QVERIFY(opened.window->isVisible());
    QVERIFY(!opened.window->close());
    Opened::choose(opened.question("closeQuestion"), QMessageBox::AcceptRole); // save
    QTRY_VERIFY(!opened.window->isVisible());
    const Result<ProjectFile> file = ProjectFile::open(path.toStdString(), ProjectFile::Access::ReadOnly);
    QVERIFY(file.ok());
    QCOMPARE(file->load()->project.options.gan.seed, std::uint64_t{9});
}

void TestProjects::revertsAndForgets()
{
    const QString path = m_folder.filePath(QStringLiteral("reverted.pathgan"));
    const Opened opened;
    QVERIFY(opened.saveExample(path));
    const std::uint64_t seed = opened.session().options().gan.seed;
    opened.typeSeed(QStringLiteral("23"));
    QCOMPARE(opened.session().options().gan.seed, std::uint64_t{23});
    opened.window->project().revert();
    QMessageBox *box = opened.question("revertQuestion");
    QVERIFY(box);
    Opened::choose(box, QMessageBox::DestructiveRole);
    QTRY_VERIFY(opened.session().options().gan.seed == seed);
    QVERIFY(opened.hasAll());
    QVERIFY(!opened.window->isWindowModified());
    QVERIFY(!opened.keeper().isReadOnly()); // its own lock is no other window's
    opened.typeSeed(QStringLiteral("29"));
    opened.press(Qt::Key_S);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.window->isWindowModified() && opened.isIdle(), patience);
    // Nothing would be lost, so nothing is asked.
    opened.press(Qt::Key_N);
    QTRY_COMPARE(opened.window->windowTitle(), QStringLiteral("PathGAN"));
    QVERIFY(!opened.session().project().has(Part::Expression));
    QVERIFY(opened.keeper().path().empty());
}

/// A save that has to wait writes the project of its click, whatever is open by then.
void TestProjects::savesWhatWasThereWhenAsked()
{
    const QString path = m_folder.filePath(QStringLiteral("waited.pathgan"));
    const Opened opened;
    QVERIFY(opened.saveExample(path));
    opened.typeSeed(QStringLiteral("41"));
    std::atomic<bool> isLate = false;
    opened.occupy(isLate);
    opened.press(Qt::Key_S);
    opened.press(Qt::Key_N);
    Opened::choose(opened.question("newQuestion"), QMessageBox::DestructiveRole);
    QTRY_VERIFY(!opened.session().project().has(Part::Expression));
    isLate = true;
    QVERIFY(opened.waits());
    QVERIFY(opened.keeper().path().empty());
    const Result<ProjectFile> file = ProjectFile::open(path.toStdString(), ProjectFile::Access::ReadOnly);
    QVERIFY(file.ok());
    const Result<ProjectContents> contents = file->load();
    QVERIFY(contents.ok());
    QCOMPARE(contents->project.options.gan.seed, std::uint64_t{41});
    QVERIFY(contents->project.knows(Part::Groups));
}

/// A project that is closed before all of it is there leaves nothing at work.
void TestProjects::closingWhileItOpens()
{
    const QString path = m_folder.filePath(QStringLiteral("early.pathgan"));
    const Opened opened;
    QVERIFY(opened.saveExample(path));
    opened.press(Qt::Key_N);
    QTRY_VERIFY(!opened.session().project().has(Part::Expression) && opened.isIdle());
    std::atomic<bool> isLate = false;
    opened.window->openFiles({path});
    opened.occupy(isLate);
    QTRY_VERIFY(opened.session().isRunning(Part::Flux)); // its value is still to come
    opened.press(Qt::Key_N);
    isLate = true;
    QVERIFY(opened.waits());
    forEachPart(opened.session().project(), [&opened](Part part, const auto &artifact) {
        QVERIFY2(!opened.session().isRunning(part) && !artifact, partName(part));
    });
}

void TestProjects::restoresRuns()
{
    const QString path = m_folder.filePath(QStringLiteral("runs.pathgan"));
    const Opened opened;
    QVERIFY(opened.saveExample(path));
    const auto first = opened.session().project().training;
    QVERIFY(opened.trainsWith(QStringLiteral("5")));
    QTRY_VERIFY_WITH_TIMEOUT(!recoveryFiles().isEmpty() && opened.isIdle(), patience);
    opened.press(Qt::Key_H);
    auto *dialog = opened.window->findChild<QDialog *>(QStringLiteral("historyDialog"));
    QTRY_VERIFY((dialog = opened.window->findChild<QDialog *>(QStringLiteral("historyDialog"))));
    auto *runs = dialog->findChild<TablePane *>(QStringLiteral("runs"));
    QCOMPARE(runs->view().model()->rowCount(), 2);
    // The older one, by mouse.
    const QModelIndex older = runs->view().model()->index(1, 0);
    QTest::mouseClick(runs->view().viewport(), Qt::LeftButton, {}, runs->view().visualRect(older).center());
    auto *differences = dialog->findChild<TablePane *>(QStringLiteral("runDifferences"));
    QVERIFY(differences->view().model()->rowCount() > 0);
    auto *note = dialog->findChild<QLineEdit *>(QStringLiteral("runNote"));
    QTest::keyClicks(note, QStringLiteral("the first"));
    QTest::keyClick(note, Qt::Key_Return);
    auto *restore = dialog->findChild<QPushButton *>(QStringLiteral("restoreRunButton"));
    QTest::mouseClick(restore, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(opened.session().project().training->options.seed == first->options.seed,
                             patience);
    QVERIFY(opened.session().project().training->predicted == first->predicted);
    QVERIFY(opened.waits());
    QVERIFY(dialog->close());
    // Both are there after saving and opening.
    opened.press(Qt::Key_S);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.window->isWindowModified() && opened.isIdle(), patience);
    const Result<ProjectFile> file = ProjectFile::open(path.toStdString(), ProjectFile::Access::ReadOnly);
    QVERIFY(file.ok());
    const Result<ProjectContents> contents = file->load();
    std::size_t trained = 0;
    bool isNoted = false;
    for (const KeptRun &run : contents->history) {
        trained += run.part == Part::Training ? 1 : 0;
        isNoted = isNoted || run.note == "the first";
        if (run.part == Part::Training)
            QVERIFY(file->loadRun(run).ok());
    }
    QCOMPARE(trained, std::size_t{2});
    QVERIFY(isNoted);
}

/// Started by recoversAfterACrash() in a process of its own, which is killed.
void TestProjects::recoversAfterACrash()
{
    if (qEnvironmentVariableIsSet("PATHGAN_CRASH")) {
        const Opened opened;
        opened.click(QStringLiteral("openExampleButton"));
        QVERIFY(opened.hasAll());
        opened.typeSeed(QStringLiteral("31"));
        opened.click(QStringLiteral("runButton"));
        QTRY_VERIFY_WITH_TIMEOUT(!opened.session().isRunning(Part::Training), patience);
        QTest::qWait(3000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.isIdle(), patience);
        ::kill(static_cast<pid_t>(QCoreApplication::applicationPid()), SIGKILL);
    }
    QProcess crashed;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATHGAN_CRASH"), qEnvironmentVariable("XDG_DATA_HOME"));
    crashed.setProcessEnvironment(environment);
    crashed.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("projects"), QStringLiteral("recoversAfterACrash")});
    QVERIFY(crashed.waitForFinished(patience));
    QCOMPARE(crashed.exitStatus(), QProcess::CrashExit);
    QCOMPARE(recoveryFiles().size(), 1);

    const Opened opened;
    QTRY_VERIFY_WITH_TIMEOUT(opened.window->findChild<QPushButton *>(QStringLiteral("recoverButton0")),
                             patience);
    opened.click(QStringLiteral("recoverButton0"));
    QVERIFY(opened.hasAll());
    QCOMPARE(opened.session().project().training->options.seed, std::uint64_t{31});
    QVERIFY(opened.window->isWindowModified());
    const QString path = m_folder.filePath(QStringLiteral("saved.pathgan"));
    opened.press(Qt::Key_S);
    QVERIFY(opened.answer(path));
    QTRY_VERIFY_WITH_TIMEOUT(!opened.window->isWindowModified() && opened.isIdle(), patience);
    QVERIFY(opened.window->close());
    QTRY_COMPARE(recoveryFiles(), QStringList());
    const Opened after;
    QVERIFY(after.waits());
    QVERIFY(!after.window->findChild<QPushButton *>(QStringLiteral("recoverButton0")));
}

void TestProjects::secondWindowReadsOnly()
{
    const QString path = m_folder.filePath(QStringLiteral("shared.pathgan"));
    const Opened first;
    QVERIFY(first.saveExample(path));
    const Opened second;
    second.window->openFiles({path});
    QVERIFY(second.hasAll());
    QVERIFY(second.keeper().isReadOnly());
    QVERIFY(second.window->windowTitle().contains(QStringLiteral("(read-only)")));
    second.typeSeed(QStringLiteral("3"));
    second.press(Qt::Key_S); // asks for another name
    const QString other = m_folder.filePath(QStringLiteral("other.pathgan"));
    QVERIFY(second.answer(other));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(other) && second.isIdle(), patience);
    QVERIFY(!second.keeper().isReadOnly());
}

void TestProjects::refusesWhatIsNoProject()
{
    const QString path = m_folder.filePath(QStringLiteral("none.pathgan"));
    const Opened opened;
    QVERIFY(opened.saveExample(path));
    opened.press(Qt::Key_N);
    QTRY_VERIFY(!opened.session().project().has(Part::Expression) && opened.isIdle());
    QFile file(path);
    QVERIFY(file.resize(file.size() / 2));
    QSignalSpy damaged(&opened.keeper(), &ProjectKeeper::damaged);
    opened.window->openFiles({path});
    QMessageBox *box = opened.question("damageQuestion");
    QVERIFY(box);
    Opened::choose(box, QMessageBox::AcceptRole);
    QTRY_VERIFY(damaged.count() == 2 && opened.isIdle()); // nothing of it can be read
    QTRY_VERIFY(!opened.window->findChild<QMessageBox *>());
    QVERIFY(opened.keeper().path().empty() || !opened.session().project().has(Part::Flux));
}

PATHGAN_GUI_TEST(TestProjects)
#include "tst_projects.moc"
