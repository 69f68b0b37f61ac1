// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/outputfile.h"
#include "core/base/tablewriter.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace pathgan;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class TestTableWriter : public QObject
{
    Q_OBJECT

private slots:
    void cells();
    void quotesWhatNeedsIt();
    void separatorFollowsExtension();
    void writesMatrix();
    void refusesWrongNames();
    void replacesFileAndLeavesNoOther();
    void reportsFailure();
    void keepsPermissions();
    void followsLinks();
    void leavesOldWhenItFails();
    void writesToStreams();
    void touchesNoOtherTemporary();

private:
    QTemporaryDir m_folder;
    std::filesystem::path file(const char *name) { return m_folder.filePath(name).toStdString(); }
};

void TestTableWriter::cells()
{
    QCOMPARE(cellText(Cell{std::string("a\tb")}), std::string("a\tb"));
    QCOMPARE(cellText(Cell{0.25}), std::string("0.25"));
    QCOMPARE(cellText(Cell{std::nan("")}), std::string());
    QCOMPARE(cellText(Cell{std::numeric_limits<double>::infinity()}), std::string("inf"));
    QCOMPARE(cellText(Cell{-7LL}), std::string("-7"));
}

void TestTableWriter::quotesWhatNeedsIt()
{
    const Table table{
        {"term", "n"},
        {{std::string("a,b"), 1LL}, {std::string("say \"x\""), 2LL}, {std::string("c\nd"), 3LL}}};
    QCOMPARE(tableText(table, ','), std::string("term,n\n\"a,b\",1\n\"say \"\"x\"\"\",2\n\"c\nd\",3\n"));
    QCOMPARE(tableText({{"a", "b"}, {{std::string("x,y"), std::nan("")}}}, '\t'),
             std::string("a\tb\nx,y\t\n"));
}

void TestTableWriter::separatorFollowsExtension()
{
    const Table table{{"a", "b"}, {{1LL, 2LL}}};
    QVERIFY(writeTable(file("t.csv"), table).ok());
    QVERIFY(writeTable(file("t.tsv"), table).ok());
    QCOMPARE(contentOf(m_folder.filePath("t.csv")), QByteArray("a,b\n1,2\n"));
    QCOMPARE(contentOf(m_folder.filePath("t.tsv")), QByteArray("a\tb\n1\t2\n"));
}

void TestTableWriter::writesMatrix()
{
    MatrixD values(2, 3);
    values << 1, 0.1, std::nan(""), -2.5, 1e-9, 755.0032155506631;
    QVERIFY(writeMatrix(file("m.tsv"), "sample", {"s1", "s2"}, {"A", "B", "C"}, values).ok());
    QCOMPARE(contentOf(m_folder.filePath("m.tsv")),
             QByteArray("sample\tA\tB\tC\ns1\t1\t0.1\t\ns2\t-2.5\t1e-09\t755.0032155506631\n"));
}

void TestTableWriter::refusesWrongNames()
{
    const Result<void> result = writeMatrix(file("w.tsv"), "sample", {"s1"}, {"A", "B"}, MatrixD::Zero(2, 2));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidOption);
    QVERIFY(!QFile::exists(m_folder.filePath("w.tsv")));
}

void TestTableWriter::replacesFileAndLeavesNoOther()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("x.txt").toStdString();
    QVERIFY(writeText(path, "first, and longer").ok());
    QVERIFY(writeText(path, "second").ok());
    QCOMPARE(contentOf(folder.filePath("x.txt")), QByteArray("second"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"x.txt"});
}

void TestTableWriter::reportsFailure()
{
    const Result<void> result = writeText(file("no/such/folder/x.txt"), "text");
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::WriteFailed);
}

void TestTableWriter::keepsPermissions()
{
    const std::filesystem::path path = file("mode.txt");
    QVERIFY(writeText(path, "first").ok());
    struct stat fresh
    {};
    QCOMPARE(::stat(path.c_str(), &fresh), 0);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    QCOMPARE(fresh.st_mode & 07777, mode_t(0666) & ~mask);
    for (const mode_t mode : {0600, 0640, 0664, 0755}) {
        QCOMPARE(::chmod(path.c_str(), mode), 0);
        struct stat before
        {};
        QCOMPARE(::stat(path.c_str(), &before), 0);
        QVERIFY(writeText(path, "second").ok());
        struct stat now
        {};
        QCOMPARE(::stat(path.c_str(), &now), 0);
        QCOMPARE(now.st_mode & 07777, mode);
        QVERIFY(now.st_ino != before.st_ino); // put in its place, not written over
    }
    if (::geteuid() == 0) { // only root may give files away
        QCOMPARE(::chown(path.c_str(), 1234, 2345), 0);
        QVERIFY(writeText(path, "third").ok());
        struct stat now
        {};
        QCOMPARE(::stat(path.c_str(), &now), 0);
        QCOMPARE(now.st_uid, uid_t(1234));
        QCOMPARE(now.st_gid, gid_t(2345));
        QCOMPARE(now.st_mode & 07777, mode_t(0755));
    } else {
        QCOMPARE(::chmod(path.c_str(), 0444), 0);
        QVERIFY(!writeText(path, "protected").ok());
        QCOMPARE(contentOf(m_folder.filePath("mode.txt")), QByteArray("second"));
    }
}

void TestTableWriter::followsLinks()
{
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    std::filesystem::create_directory(root / "sub");
    std::filesystem::create_symlink("sub/real.txt", root / "dangling");
    std::filesystem::create_symlink("dangling", root / "twice");
    QVERIFY(writeText(root / "twice", "made").ok());
    QCOMPARE(contentOf(folder.filePath("sub/real.txt")), QByteArray("made"));
    QVERIFY(writeText(root / "dangling", "again").ok());
    QCOMPARE(contentOf(folder.filePath("sub/real.txt")), QByteArray("again"));
    QVERIFY(std::filesystem::is_symlink(root / "twice") && std::filesystem::is_symlink(root / "dangling"));
    std::filesystem::create_hard_link(root / "sub/real.txt", root / "other name");
    QVERIFY(writeText(root / "sub/real.txt", "new").ok());
    QCOMPARE(contentOf(folder.filePath("other name")), QByteArray("again"));
    std::filesystem::create_symlink("round", root / "round");
    QVERIFY(!writeText(root / "round", "never").ok());
}

void TestTableWriter::leavesOldWhenItFails()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("old.txt").toStdString();
    QVERIFY(writeText(path, "old").ok());
    {
        Result<OutputFile> given = OutputFile::open(path);
        QVERIFY(given.ok());
        given->write("half of the new");
    }
    QCOMPARE(contentOf(folder.filePath("old.txt")), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"old.txt"});
    const Result<void> onFolder = writeText(folder.path().toStdString(), "x");
    QVERIFY(!onFolder.ok());
    QCOMPARE(onFolder.error().code, ErrorCode::WriteFailed);
}

void TestTableWriter::writesToStreams()
{
    QVERIFY(writeText("/dev/null", "gone").ok());
    QVERIFY(std::filesystem::is_character_file("/dev/null"));
    const Result<void> full = writeText("/dev/full", "too much");
    QVERIFY(!full.ok());
    QCOMPARE(full.error().code, ErrorCode::WriteFailed);
    QVERIFY(std::filesystem::is_character_file("/dev/full"));

    const std::filesystem::path fifo = file("fifo");
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    QVERIFY(isStreamPath(fifo) && isStreamPath("/dev/stdout") && !isStreamPath(file("no such")));
    QByteArray got;
    std::thread reader([&] { got = contentOf(m_folder.filePath("fifo")); });
    const Result<void> written = writeText(fifo, "through the pipe");
    reader.join();
    QVERIFY(written.ok());
    QCOMPARE(got, QByteArray("through the pipe"));
    QVERIFY(std::filesystem::is_fifo(fifo));

    // A standard stream that is a file is written on from where it stands, as `> file` means it.
    const std::filesystem::path path = file("stream.txt");
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT, 0600);
    QVERIFY(descriptor >= 0);
    QCOMPARE(::write(descriptor, "before ", 7), ssize_t(7));
    QVERIFY(writeText("/dev/fd/" + std::to_string(descriptor), "after").ok());
    ::close(descriptor);
    QCOMPARE(contentOf(m_folder.filePath("stream.txt")), QByteArray("before after"));
}

void TestTableWriter::touchesNoOtherTemporary()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("x.txt").toStdString();
    QFile own(folder.filePath("x.txt.part"));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("the user's");
    own.close();
    std::vector<std::thread> writers;
    std::atomic<int> failed{0};
    for (int i = 0; i < 8; ++i)
        writers.emplace_back([&, i] {
            for (int k = 0; k < 20; ++k)
                if (!writeText(path, std::string(5000, static_cast<char>('a' + i))).ok())
                    ++failed;
        });
    for (std::thread &writer : writers)
        writer.join();
    QCOMPARE(failed.load(), 0);
    const QByteArray content = contentOf(folder.filePath("x.txt"));
    QCOMPARE(content.size(), 5000);
    QCOMPARE(content.count(content.at(0)), 5000);
    QCOMPARE(contentOf(folder.filePath("x.txt.part")), QByteArray("the user's"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

PATHGAN_TEST(TestTableWriter)
#include "tst_tablewriter.moc"
