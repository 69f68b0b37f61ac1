// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/errortext.h"
#include "ui/mainwindow.h"
#include "ui/projectactions.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include <filesystem>
#include <memory>
#include <sys/mount.h>

using namespace pathgan;
namespace fs = std::filesystem;

namespace {

constexpr int patience = 300'000; // milliseconds

} // namespace

/// A file that cannot be written, or is not what it was: the window says what to do, and nothing is
/// lost.
class TestHardPlaces : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void deletedFileComesBack();
    void folderThatIsGone();
    void fileOfAnotherProgram();
    void savesAsItself();
    void diskThatIsFull();
    void fullDiskOfRecoveryFiles();
    void clockSetBack();
    void recoversBesideALaterSave();

private:
    ProjectKeeper &keeper() const { return m_window->project().keeper(); }
    const AnalysisOptions &options() const { return m_window->session().options(); }
    fs::path folder() const { return m_folder->path().toStdString(); }
    bool waits() const
    {
        return QTest::qWaitFor(
            [this] {
                return m_window->session().engine().jobs().isEmpty() && keeper().engine().jobs().isEmpty() &&
                       !keeper().isOpening() && !keeper().isWriting();
            },
            patience);
    }
    void edit(std::uint64_t seed) const
    {
        GanOptions changed = options().gan;
        changed.seed = seed;
        m_window->session().setOptions<TrainStep>(changed);
    }
    /// What the window says of a save by Ctrl+S; empty: nothing was wrong.
    QString save() const
    {
        QSignalSpy failed(&keeper(), &ProjectKeeper::failed);
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return QStringLiteral("no window");
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        if (!waits())
            return QStringLiteral("no end");
        return failed.isEmpty() ? QString() : errorText(failed.first().first().value<Error>());
    }
    static std::uint64_t seedIn(const fs::path &path)
    {
        const Result<ProjectFile> file = ProjectFile::open(path, ProjectFile::Access::ReadOnly);
        const Result<ProjectContents> contents = file ? file->load() : Result<ProjectContents>(file.error());
        if (!contents || !contents->project.knows(Part::Groups))
            return 0;
        return contents->project.options.gan.seed;
    }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder, m_made;
    std::unique_ptr<MainWindow> m_window;
    QString m_path;
};

void TestHardPlaces::initTestCase()
{
    isolateSettings();
    m_made = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>();
    m_window->openExample();
    QVERIFY(QTest::qWaitFor([this] { return m_window->session().project().has(Part::Groups); }, patience));
    QVERIFY(waits());
    keeper().saveAs(m_made->filePath(QStringLiteral("p.pathgan")).toStdString(), true);
    QVERIFY(waits());
    m_window.reset();
}

void TestHardPlaces::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
    m_path = m_folder->filePath(QStringLiteral("sub/p.pathgan"));
    QVERIFY(QFile::copy(m_made->filePath(QStringLiteral("p.pathgan")), m_path));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    m_window->openFiles({m_path});
    QVERIFY(QTest::qWaitFor([this] { return m_window->session().project().has(Part::Groups); }, patience));
    QVERIFY(waits());
}

void TestHardPlaces::cleanup()
{
    m_window.reset();
    QDir(QString::fromStdU16String(recoveryFolder().u16string())).removeRecursively();
    QSettings().clear();
}

void TestHardPlaces::deletedFileComesBack()
{
    edit(7);
    QVERIFY(QFile::remove(m_path));
    QCOMPARE(save(), QString());
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(seedIn(m_path.toStdString()), std::uint64_t{7});
    edit(8); // and it is written on
    QCOMPARE(save(), QString());
    QCOMPARE(seedIn(m_path.toStdString()), std::uint64_t{8});
}

void TestHardPlaces::folderThatIsGone()
{
    edit(7);
    const fs::path away = folder() / "away";
    fs::rename(folder() / "sub", away);
    const QString said = save();
    qInfo().noquote() << said;
    QVERIFY2(said.contains(QStringLiteral("check the folder")) && said.contains(m_path), qPrintable(said));
    QVERIFY(m_window->isWindowModified());
    const fs::path other = folder() / "other.pathgan";
    keeper().saveAs(other, true);
    QVERIFY(waits() && !m_window->isWindowModified());
    QCOMPARE(seedIn(other), std::uint64_t{7});
    QVERIFY(seedIn(away / "p.pathgan") != 7); // as it was saved last
}

void TestHardPlaces::fileOfAnotherProgram()
{
    edit(7);
    QVERIFY(QFile::remove(m_path));
    put(m_path, "something else");
    const QString said = save();
    qInfo().noquote() << said;
    QVERIFY2(said.contains(QStringLiteral("under another name")), qPrintable(said));
    QVERIFY(m_window->isWindowModified());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("something else"));
    keeper().saveAs(folder() / "other.pathgan", true);
    QVERIFY(waits());
    QCOMPARE(seedIn(folder() / "other.pathgan"), std::uint64_t{7});
}

void TestHardPlaces::savesAsItself()
{
    QSignalSpy failed(&keeper(), &ProjectKeeper::failed);
    edit(7);
    keeper().saveAs(m_path.toStdString(), true);
    QVERIFY(waits());
    QCOMPARE(failed.count(), 0);
    QCOMPARE(seedIn(m_path.toStdString()), std::uint64_t{7});
}

void TestHardPlaces::diskThatIsFull()
{
    const std::string disk = (folder() / "disk").string();
    fs::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=3m") != 0)
        QSKIP("may not mount a small disk");
    const QString path = QString::fromStdString(disk + "/p.pathgan");
    keeper().saveAs(path.toStdString(), true);
    const bool isThere = waits() && !m_window->isWindowModified();
    put(QString::fromStdString(disk + "/filler"), QByteArray(4'000'000, 'x')); // as far as there is room
    edit(7);
    keeper().setNote(std::string(3'000'000, 'n'));
    const QString said = save();
    qInfo().noquote() << said;
    const bool isKept = m_window->isWindowModified() && seedIn(path.toStdString()) != 7;
    fs::remove(disk + "/filler");
    keeper().setNote({});
    const QString then = save();
    const std::uint64_t seed = seedIn(path.toStdString());
    m_window.reset();
    ::umount(disk.c_str());
    QVERIFY(isThere && isKept);
    QVERIFY2(said.contains(QStringLiteral("the disk is full")) && said.contains(QStringLiteral("free space")),
             qPrintable(said));
    QCOMPARE(then, QString());
    QCOMPARE(seed, std::uint64_t{7});
}

/// What cannot be kept besides is told once, and saving is not affected.
void TestHardPlaces::fullDiskOfRecoveryFiles()
{
    const fs::path place = recoveryFolder();
    fs::create_directories(place.parent_path());
    fs::remove_all(place);
    put(QString::fromStdString(place.string()), "no folder");
    QSignalSpy failed(&keeper(), &ProjectKeeper::failed);
    keeper().setInterval(50);
    edit(7);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    qInfo().noquote() << errorText(failed.first().first().value<Error>());
    QTest::qWait(300);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(save(), QString());
    QCOMPARE(seedIn(m_path.toStdString()), std::uint64_t{7});
    fs::remove(place);
}

/// Nothing goes by the times of files: one that is older than what it was made of is saved and opened.
void TestHardPlaces::clockSetBack()
{
    const auto longAgo = fs::file_time_type::clock::now() - std::chrono::hours(24 * 365 * 20);
    fs::last_write_time(m_path.toStdString(), longAgo);
    edit(7);
    QCOMPARE(save(), QString());
    fs::last_write_time(m_path.toStdString(), longAgo + std::chrono::hours(24 * 365 * 40)); // in the future
    edit(8);
    QCOMPARE(save(), QString());
    QCOMPARE(seedIn(m_path.toStdString()), std::uint64_t{8});
}

/// The project was saved by another window after this one had crashed: both are there.
void TestHardPlaces::recoversBesideALaterSave()
{
    keeper().setInterval(50);
    edit(31);
    const QString place = QString::fromStdU16String(recoveryFolder().u16string());
    const auto left = [&] { return QDir(place).entryList({QStringLiteral("*.pathgan")}, QDir::Files); };
    QTRY_VERIFY_WITH_TIMEOUT(!left().isEmpty() && waits(), patience);
    const fs::path recovery = (place + QLatin1Char('/') + left().front()).toStdString();
    fs::copy_file(recovery, folder() / "left.pathgan"); // as after a crash
    keeper().forget();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    keeper().open(m_path.toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().project().has(Part::Groups) && waits(), patience);
    edit(5);
    QCOMPARE(save(), QString());
    keeper().forget();
    QSignalSpy failed(&keeper(), &ProjectKeeper::failed);
    keeper().recover(folder() / "left.pathgan");
    QTRY_VERIFY_WITH_TIMEOUT(options().gan.seed == 31 && waits(), patience);
    QCOMPARE(failed.count(), 1);
    qInfo().noquote() << errorText(failed.first().first().value<Error>());
    QVERIFY(keeper().path().empty() && m_window->isWindowModified()); // to be saved under another name
    keeper().saveAs(folder() / "recovered.pathgan", true);
    QVERIFY(waits());
    QCOMPARE(seedIn(folder() / "recovered.pathgan"), std::uint64_t{31});
    QCOMPARE(seedIn(m_path.toStdString()), std::uint64_t{5});
}

PATHGAN_GUI_TEST(TestHardPlaces)
#include "tst_hardplaces.moc"
