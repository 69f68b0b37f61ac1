// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/project/smallproject.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <functional>
#include <grp.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace pathgan;
namespace fs = std::filesystem;
using Access = ProjectFile::Access;

namespace {

std::string text(const Error &error)
{
    return std::to_string(static_cast<int>(error.code)) + " " + error.detail;
}

std::string readAll(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Exit code of what runs in a process of its own, while this one does something else.
template <class Work>
int inChild(const Work &work, const std::function<void()> &meanwhile = {})
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    if (meanwhile)
        meanwhile();
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

#define OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : text((result).error()).c_str())
#define FAILS(result, wanted)                                                                                \
    do {                                                                                                     \
        const auto &failing = (result);                                                                      \
        QVERIFY(!failing.ok());                                                                              \
        QVERIFY2(failing.error().code == ErrorCode::wanted, text(failing.error()).c_str());                  \
    } while (false)

/// Whatever happens to a project's file, nothing saved is lost, and nothing wrong is shown as good.
class TestProjectFaults : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void whatIsNoProject();
    void newerSchema();
    void twoWriters();
    void readersSeeTheLastSave();
    void readOnlyFolder();
    void deletedOrReplacedMeanwhile();
    void writeProtectedMeanwhile();
    void unfinishedFilesGo();
    void diskFull();
    void noRoomToWrite();
    void flippedBits();
    void truncated();
    void salvage();
    void killedSaves();

private:
    fs::path path(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }
    /// Of the project as it was made: parts and their bits.
    std::string identityOf(ProjectFile &file, QString *problem = nullptr);

    QTemporaryDir m_inputs;
    std::unique_ptr<QTemporaryDir> m_folder;
    ProjectContents m_contents;
    std::string m_identity, m_bytes;
};

void TestProjectFaults::initTestCase()
{
    m_contents = smallproject::contents(m_inputs.path().toStdString());
    m_contents.packsInputs = true;
    const fs::path made = fs::path(m_inputs.path().toStdString()) / "made.pathgan";
    SaveReport report;
    OK(ProjectFile::create(made, m_contents, nullptr, {}, {}, &report));
    m_contents.history = report.history;
    m_identity = smallproject::identity(report.history);
    m_bytes = readAll(made);
    if (qEnvironmentVariableIsSet("PATHGAN_WRITE_PROJECT")) // for tests/data/project, and seeds of fuzzers
        smallproject::writeText(qgetenv("PATHGAN_WRITE_PROJECT").toStdString(), m_bytes);
}

void TestProjectFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    smallproject::writeText(path("a.pathgan"), m_bytes);
}

/// What is read is coded anew into another file, whose hashes tell whether any bit differs.
std::string TestProjectFaults::identityOf(ProjectFile &file, QString *problem)
{
    const auto fail = [&](const Error &error) {
        if (problem)
            *problem = QString::fromStdString(text(error));
        return std::string();
    };
    auto read = file.load();
    if (!read)
        return fail(read.error());
    if (const auto loaded = file.loadParts(read->project); !loaded)
        return fail(loaded.error());
    ProjectContents again = *read;
    again.history.clear();
    SaveReport report;
    const auto made = ProjectFile::create(path("again.pathgan"), again, nullptr, {}, {}, &report);
    if (!made)
        return fail(made.error());
    return again.note == m_contents.note && again.settings == m_contents.settings &&
                   again.project.scenarios.list == m_contents.project.scenarios.list
               ? smallproject::identity(report.history)
               : "other state";
}

void TestProjectFaults::whatIsNoProject()
{
    const auto open = [this](const char *name) { return ProjectFile::open(path(name), Access::ReadWrite); };
    FAILS(open("missing.pathgan"), FileNotFound);
    FAILS(ProjectFile::open(fs::path(m_folder->path().toStdString()), Access::ReadOnly), FileUnreadable);
    smallproject::writeText(path("empty.pathgan"), "");
    FAILS(open("empty.pathgan"), FileEmpty);
    smallproject::writeText(path("text.pathgan"), "gene\tsample\n");
    FAILS(open("text.pathgan"), UnknownFormat);
    smallproject::writeText(path("short.pathgan"), m_bytes.substr(0, 50));
    FAILS(open("short.pathgan"), FileTruncated);
    std::string other = m_bytes;
    other.replace(68, 4, "GPKG"); // SQLite, but of another program
    smallproject::writeText(path("other.pathgan"), other);
    FAILS(open("other.pathgan"), UnknownFormat);
    QVERIFY(!ProjectFile::isProject(path("other.pathgan")) && ProjectFile::isProject(path("a.pathgan")));
    std::string broken = m_bytes;
    for (std::size_t i = 8192; i < broken.size(); ++i)
        broken[i] = static_cast<char>(i * 7);
    smallproject::writeText(path("broken.pathgan"), broken);
    FAILS(open("broken.pathgan"), FileDamaged);
}

void TestProjectFaults::newerSchema()
{
    std::string newer = m_bytes;
    newer[63] = 2; // user_version
    smallproject::writeText(path("newer.pathgan"), newer);
    const auto file = ProjectFile::open(path("newer.pathgan"), Access::ReadOnly);
    FAILS(file, NewerVersion);
    QVERIFY(file.error().detail.find("schema 2") != std::string::npos);
    QCOMPARE(readAll(path("newer.pathgan")), newer); // left alone
}

void TestProjectFaults::twoWriters()
{
    auto first = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
    OK(first);
    FAILS(ProjectFile::open(path("a.pathgan"), Access::ReadWrite), FileInUse);
    const int other = inChild([this] {
        const auto file = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
        return file ? 0 : static_cast<int>(file.error().code);
    });
    QCOMPARE(other, static_cast<int>(ErrorCode::FileInUse));
    const int reader = inChild([this] {
        auto file = ProjectFile::open(path("a.pathgan"), Access::ReadOnly);
        if (!file)
            return static_cast<int>(file.error().code);
        return file->load() && file->verify()->empty() && !file->save(*file->load()) ? 100 : 101;
    });
    QCOMPARE(reader, 100);
    auto second = ProjectFile::open(path("a.pathgan"), Access::ReadOnly);
    OK(second);
    FAILS(second->save(m_contents), FileReadOnly);
    OK(first->save(m_contents)); // while another reads
    first = Error{};
    OK(ProjectFile::open(path("a.pathgan"), Access::ReadWrite));
}

void TestProjectFaults::readersSeeTheLastSave()
{
    auto writer = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
    auto reader = ProjectFile::open(path("a.pathgan"), Access::ReadOnly);
    OK(writer);
    OK(reader);
    auto seen = reader->load();
    m_contents.history.clear();
    ProjectContents changed = m_contents;
    changed.project.groups = nullptr;
    OK(writer->save(changed));
    OK(reader->loadPart(seen->project, Part::Flux));                   // is still there
    FAILS(reader->loadPart(seen->project, Part::Groups), FileChanged); // is not
    reader = ProjectFile::open(path("a.pathgan"), Access::ReadOnly);
    OK(reader);
    QVERIFY(!reader->load()->project.knows(Part::Groups));
}

void TestProjectFaults::readOnlyFolder()
{
    // Root may write anywhere: as somebody else.
    const bool isRoot = ::geteuid() == 0;
    fs::permissions(m_folder->path().toStdString(), fs::perms(0755));
    fs::permissions(path("a.pathgan"), fs::perms(0644));
    const auto asOther = [&](auto work) {
        return inChild([&] {
            if (isRoot && (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0))
                return 111;
            return work();
        });
    };
    if (!isRoot)
        fs::permissions(m_folder->path().toStdString(), fs::perms(0555));
    const int written = asOther([this] {
        const auto file = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
        return file ? 0 : static_cast<int>(file.error().code);
    });
    const int made = asOther([this] {
        const auto file = ProjectFile::create(path("b.pathgan"), ProjectContents());
        return file ? 0 : static_cast<int>(file.error().code);
    });
    const int read = asOther([this] {
        const auto file = ProjectFile::open(path("a.pathgan"), Access::ReadOnly);
        return file && file->verify()->empty() ? 100 : 101;
    });
    fs::permissions(m_folder->path().toStdString(), fs::perms(0755));
    if (written == 111)
        QSKIP("cannot become somebody else");
    QCOMPARE(written, static_cast<int>(ErrorCode::FileReadOnly));
    QCOMPARE(made, static_cast<int>(ErrorCode::WriteFailed));
    QCOMPARE(read, 100);
}

void TestProjectFaults::deletedOrReplacedMeanwhile()
{
    auto file = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
    OK(file);
    auto read = file->load();
    fs::remove(path("a.pathgan"));
    FAILS(file->save(*read), FileNotFound);
    // All is still in hand, to be saved elsewhere.
    OK(ProjectFile::create(path("b.pathgan"), *read, &*file));
    smallproject::writeText(path("a.pathgan"), m_bytes);
    FAILS(file->save(*read), FileChanged);
    QCOMPARE(readAll(path("a.pathgan")), m_bytes);
}

void TestProjectFaults::writeProtectedMeanwhile()
{
    fs::permissions(m_folder->path().toStdString(), fs::perms(0777));
    fs::permissions(path("a.pathgan"), fs::perms(0666));
    const int saved = inChild(
        [this] {
            if (::geteuid() == 0 &&
                (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0))
                return 111;
            auto file = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
            if (!file)
                return 101;
            while (fs::status(path("a.pathgan")).permissions() != fs::perms(0444)) // by its owner
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            const auto result = file->save(m_contents);
            return result ? 102 : static_cast<int>(result.error().code);
        },
        [this] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            fs::permissions(path("a.pathgan"), fs::perms(0444));
        });
    if (saved == 111)
        QSKIP("cannot become somebody else");
    QCOMPARE(saved, static_cast<int>(ErrorCode::FileReadOnly));
    QCOMPARE(readAll(path("a.pathgan")), m_bytes);
}

/// A program that was killed while it made a file leaves none behind for long.
void TestProjectFaults::unfinishedFilesGo()
{
    const pid_t child = ::fork();
    if (child == 0) {
        ProjectContents contents = m_contents;
        std::thread([&] {
            while (!fs::exists(path((".b.pathgan.new" + std::to_string(::getpid())).c_str())))
                std::this_thread::yield();
            ::kill(::getpid(), SIGKILL);
        }).detach();
        for (;;)
            (void)ProjectFile::create(path("b.pathgan"), contents);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
    const fs::path left = path((".b.pathgan.new" + std::to_string(child)).c_str());
    smallproject::writeText(left, "begun"); // wherever it was when it was killed
    smallproject::writeText(path(".c.pathgan.new1"), "begun");
    OK(ProjectFile::create(path("b.pathgan"), m_contents));
    QVERIFY(!fs::exists(left) && fs::exists(path(".c.pathgan.new1")));
    smallproject::writeText(path("mine.txt"), "mine");
    removeUnfinished(m_folder->path().toStdString());
    QVERIFY(!fs::exists(path(".c.pathgan.new1")) && fs::exists(path("mine.txt")));
    QVERIFY(fs::exists(path("a.pathgan")) && fs::exists(path("b.pathgan")));
}

void TestProjectFaults::diskFull()
{
    const std::string disk = path("disk").string();
    fs::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=400k") != 0)
        QSKIP("may not mount a small disk");
    const auto check = [&] {
        auto file = ProjectFile::create(disk + "/a.pathgan", m_contents);
        OK(file);
        ProjectContents larger = m_contents;
        ShapRun run = *larger.project.explanation;
        run.samples.assign(300, "sample");
        run.genes.assign(300, "gene");
        run.values = MatrixD::Random(300, 300);
        run.data.resize(0, 0);
        run.outputs.resize(0);
        run.additivityError.resize(0);
        smallproject::put(larger.project.explanation, std::move(run), "large", "explain");
        const auto saved = file->save(larger);
        FAILS(saved, WriteFailed);
        QVERIFY2(saved.error().detail.find("full") != std::string::npos, saved.error().detail.c_str());
        QVERIFY(file->verify()->empty());
        FAILS(ProjectFile::create(disk + "/b.pathgan", larger), WriteFailed);
        QVERIFY(!fs::exists(disk + "/b.pathgan"));
        file = Error{};
        file = ProjectFile::open(disk + "/a.pathgan", Access::ReadWrite);
        OK(file);
        QCOMPARE(identityOf(*file), m_identity);
        OK(file->save(m_contents)); // there is room for this
    };
    check();
    ::umount2(disk.c_str(), MNT_DETACH);
}

/// The same wherever a file may not grow.
void TestProjectFaults::noRoomToWrite()
{
    const int saved = inChild([this] {
        auto file = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
        if (!file)
            return 101;
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{m_bytes.size(), m_bytes.size()};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ProjectContents larger = m_contents;
        larger.settings["large"].resize(500'000);
        for (char &c : larger.settings["large"])
            c = static_cast<char>(QRandomGenerator::global()->generate());
        const auto result = file->save(larger);
        return result ? 102 : static_cast<int>(result.error().code);
    });
    QCOMPARE(saved, static_cast<int>(ErrorCode::WriteFailed));
    auto file = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
    OK(file);
    QCOMPARE(identityOf(*file), m_identity);
}

void TestProjectFaults::flippedBits()
{
    const int seed = qEnvironmentVariableIntValue("PATHGAN_SEED"); // another set of files
    QRandomGenerator random(seed != 0 ? quint32(seed) : 7);
    int refused = 0, partly = 0, whole = 0;
    for (int i = 0; i < 1000; ++i) {
        std::string bytes = m_bytes;
        for (int flips = 1 + i % 3; flips > 0; --flips)
            bytes[random.bounded(quint32(bytes.size()))] ^= static_cast<char>(1 << random.bounded(8));
        smallproject::writeText(path("flipped.pathgan"), bytes);
        auto file = ProjectFile::open(path("flipped.pathgan"), Access::ReadOnly);
        if (!file) {
            QVERIFY2(!file.error().detail.empty(), "an error that says nothing");
            ++refused;
            continue;
        }
        QString problem;
        const std::string identity = identityOf(*file, &problem);
        if (identity.empty())
            ++partly;
        else
            ++whole;
        QVERIFY2(identity.empty() || identity == m_identity, qPrintable(QString::number(i)));
        if (i % 10 == 0 && identity.empty()) { // the rest can be had
            std::vector<LostPart> lost;
            auto read = file->load();
            OK(read);
            OK(file->loadParts(read->project, &lost));
            QVERIFY(!lost.empty() && lost.size() < 16);
        }
    }
    qInfo("%d refused, %d in part, %d whole", refused, partly, whole);
    QVERIFY(refused > 0 && partly > 0 && whole > 0);
}

void TestProjectFaults::truncated()
{
    QRandomGenerator random(8);
    for (int i = 0; i < 100; ++i) {
        smallproject::writeText(path("short.pathgan"),
                                m_bytes.substr(0, 1 + random.bounded(quint32(m_bytes.size() - 1))));
        FAILS(ProjectFile::open(path("short.pathgan"), Access::ReadOnly), FileTruncated);
    }
    // What was cut off and filled up again by another program.
    for (int i = 0; i < 50; ++i) {
        std::string bytes = m_bytes.substr(0, random.bounded(quint32(m_bytes.size())));
        bytes.resize(m_bytes.size());
        smallproject::writeText(path("filled.pathgan"), bytes);
        auto file = ProjectFile::open(path("filled.pathgan"), Access::ReadOnly);
        const std::string identity = file ? identityOf(*file) : std::string();
        QVERIFY(identity.empty() || identity == m_identity);
    }
}

void TestProjectFaults::salvage()
{
    QRandomGenerator random(9);
    int parts = 0, tried = 0;
    for (int i = 0; i < 60; ++i) {
        std::string bytes = m_bytes;
        for (int flips = 0; flips < 3; ++flips)
            bytes[8192 + random.bounded(quint32(bytes.size() - 8192))] ^= 0x10;
        smallproject::writeText(path("flipped.pathgan"), bytes);
        std::vector<LostPart> lost;
        const auto found = salvageProject(path("flipped.pathgan"), lost);
        ++tried;
        if (!found)
            continue;
        QVERIFY(pendingParts(found->project).empty());
        ProjectContents again = *found;
        SaveReport report;
        OK(ProjectFile::create(path("saved.pathgan"), again, nullptr, {}, {}, &report));
        for (const KeptRun &run : report.history) {
            const bool isSame = m_identity.find(run.id) != std::string::npos;
            QVERIFY2(isSame || run.part == Part::Cohort, partName(run.part)); // whose matrix may be lost
            parts += isSame;
        }
    }
    qInfo("%d parts out of %d damaged files", parts, tried);
    QVERIFY(parts > 8 * tried);
}

/// A process that saves again and again is killed at any moment: PATHGAN_KILLS times, or a few.
void TestProjectFaults::killedSaves()
{
    const int kills = qEnvironmentVariableIntValue("PATHGAN_KILLS");
    QRandomGenerator random(10);
    int saves = 0, interrupted = 0;
    const fs::path counter = path("saves");
    for (int i = 0; i < (kills > 0 ? kills : 15); ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            auto file = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
            auto contents = file ? file->load() : Result<ProjectContents>(file.error());
            if (!contents)
                ::_exit(1);
            for (int n = std::stoi("0" + contents->settings["count"]) + 1;; ++n) {
                StressResults results;
                StressRun run;
                run.loads.assign(20'000, n);
                results.expression = std::make_shared<const StressRun>(run);
                smallproject::put(contents->project.stress, std::move(results), std::to_string(n), "stress");
                contents->settings["count"] = std::to_string(n);
                const auto saved = file->save(*contents, {.mostRuns = 5});
                if (!saved)
                    ::_exit(2);
                contents->history = saved->history;
                // Reported as saved: from now on it must be there.
                smallproject::writeText(counter.string() + "~", std::to_string(n));
                fs::rename(counter.string() + "~", counter);
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds(random.bounded(1000, 120'000)));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY2(WIFSIGNALED(status), "it ended by itself");
        interrupted += fs::exists(path("a.pathgan-journal"));
        auto file = ProjectFile::open(path("a.pathgan"), Access::ReadWrite);
        OK(file);
        QVERIFY(file->verify()->empty());
        auto read = file->load();
        const int saved = std::stoi("0" + read->settings["count"]),
                  reported = std::stoi("0" + readAll(counter));
        // The last may have been saved, but not reported any more, as the one before the process began.
        QVERIFY2(saved >= reported && saved <= std::max(saves, reported) + 1,
                 qPrintable(QStringLiteral("%1 saved, %2 reported").arg(saved).arg(reported)));
        OK(file->loadParts(read->project));
        if (saved > 0)
            QCOMPARE(read->project.stress->expression->loads.at(19'999), double(saved));
        saves = saved;
    }
    qInfo("%d saves, %d interrupted in the middle", saves, interrupted);
    QVERIFY(saves > 0);
}

PATHGAN_TEST(TestProjectFaults)
#include "tst_projectfaults.moc"
