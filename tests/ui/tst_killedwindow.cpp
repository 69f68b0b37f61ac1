// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/projectactions.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QtTest>

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace pathgan;
namespace fs = std::filesystem;

namespace {

constexpr int patience = 120'000; // milliseconds
constexpr int keepEvery = 1500;   // in place of two minutes

/// What a project holds that must not be lost.
struct Held
{
    std::uint64_t seed = 0; ///< which every edit makes larger
    std::set<std::string> runs;

    std::string text() const
    {
        std::string all = std::to_string(seed);
        for (const std::string &run : runs)
            all += '\t' + run;
        return all;
    }
    static Held of(const std::string &text)
    {
        Held held;
        std::istringstream fields(text);
        std::string field;
        std::getline(fields, field, '\t');
        held.seed = std::strtoull(field.c_str(), nullptr, 10);
        while (std::getline(fields, field, '\t'))
            held.runs.insert(field);
        return held;
    }
};

Held heldBy(const ProjectContents &contents)
{
    Held held;
    held.seed = contents.project.options.gan.seed;
    const auto add = [&held](Part part, const Provenance *provenance) {
        if (part > Part::Cohort && provenance)
            held.runs.insert(std::string(partName(part)) + '@' + provenance->started + '@' +
                             provenance->key.substr(0, 8));
    };
    for (const KeptRun &run : contents.history)
        add(run.part, run.provenance.get());
    forEachPart(contents.project,
                [&](Part part, const auto &artifact) { add(part, artifact.provenance().get()); });
    return held;
}

/// Lines that are on the disk when write() returns, whatever becomes of the process.
class Log
{
public:
    explicit Log(const fs::path &path)
        : m_descriptor(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666))
    {}
    ~Log() { ::close(m_descriptor); }
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;
    void write(const char *what, const std::string &text) const
    {
        const std::string line =
            std::string(what) + ' ' + std::to_string(QDateTime::currentMSecsSinceEpoch()) + ' ' + text + '\n';
        if (::write(m_descriptor, line.data(), line.size()) < 0 || ::fsync(m_descriptor) != 0)
            qFatal("no log");
    }

private:
    int m_descriptor;
};

/// Somebody at work, until the process is killed.
class Worker : public QObject
{
public:
    explicit Worker(const fs::path &folder)
        : m_log(folder / "log"), m_project(QString::fromStdString((folder / "p.pathgan").string())),
          m_random(QRandomGenerator::securelySeeded())
    {
        m_window.show();
        m_window.resize(1360, 860);
        m_window.activateWindow();
        keeper().setInterval(keepEvery);
        connect(&keeper(), &ProjectKeeper::failed, this, [this](const Error &error) {
            m_failed = true;
            m_log.write("failed", error.detail);
        });
        connect(&keeper().engine(), &Engine::jobStarted, this,
                [this](Job *job) { m_sent[job] = heldBy(keeper().contents()); });
        connect(&keeper().engine(), &Engine::jobFinished, this, [this](Job *job) {
            const bool isSave = job->title() == QStringLiteral("Saving project");
            if (isSave || job->title() == QStringLiteral("Keeping what is not saved"))
                report(isSave ? "saved" : "kept", m_sent[job]);
            m_sent.erase(job);
        });
    }
    bool begin()
    {
        if (!QTest::qWaitForWindowActive(&m_window) || !waits())
            return false;
        if (auto *recover = m_window.findChild<QPushButton *>(QStringLiteral("recoverButton0"))) {
            QTest::mouseClick(recover, Qt::LeftButton);
            m_log.write("recovering", {});
        } else if (QFile::exists(m_project)) {
            m_window.openFiles({m_project});
        } else {
            QTest::mouseClick(m_window.findChild<QPushButton *>(QStringLiteral("openExampleButton")),
                              Qt::LeftButton);
        }
        const Project &project = m_window.session().project();
        if (!QTest::qWaitFor([&] { return project.has(Part::Groups); }, patience) || !waits())
            return false;
        if (keeper().path().empty()) {
            bool isSaved = false;
            keeper().saveAs(m_project.toStdString(), false, [&isSaved] { isSaved = true; });
            if (!QTest::qWaitFor([&] { return isSaved; }, patience))
                return false;
        }
        m_log.write("begun", heldBy(keeper().contents()).text());
        return true;
    }
    void work()
    {
        const int what = m_random.bounded(100);
        if (what < 40)
            type(Part::Training, QStringLiteral("seed"), m_window.session().options().gan.seed + 1);
        else if (what < 52)
            run(Part::Groups);
        else if (what < 68)
            type(Part::Enrichment, QStringLiteral("top_genes"), 40 + m_random.bounded(60)),
                run(Part::Enrichment);
        else if (what < 74)
            run(Part::Explanation);
        else if (what < 80)
            check();
        else if (what < 97)
            press(Qt::Key_S);
        else
            (void)waits();
        QTest::qWait(m_random.bounded(300));
    }

private:
    ProjectKeeper &keeper() { return m_window.project().keeper(); }
    bool waits()
    {
        return QTest::qWaitFor(
            [this] {
                return m_window.session().engine().jobs().isEmpty() && keeper().engine().jobs().isEmpty() &&
                       !keeper().isOpening() && !keeper().isWriting();
            },
            patience);
    }
    /// What was in hand then and still is: a save keeps the newest runs only.
    void report(const char *what, const Held &sent)
    {
        if (std::exchange(m_failed, false))
            return;
        const Held now = heldBy(keeper().contents());
        Held kept{sent.seed, {}};
        for (const std::string &run : sent.runs)
            if (now.runs.count(run) > 0)
                kept.runs.insert(run);
        m_log.write(what, kept.text());
    }
    void press(Qt::Key key)
    {
        m_window.activateWindow();
        if (QTest::qWaitForWindowActive(&m_window))
            QTest::keyClick(&m_window, key, Qt::ControlModifier);
    }
    void type(Part part, const QString &field, qulonglong number)
    {
        m_window.showPart(part);
        auto *widget = m_window.currentPanel()->findChild<QWidget *>(field);
        auto *edit = qobject_cast<QLineEdit *>(widget);
        if (!edit && widget)
            edit = widget->findChild<QLineEdit *>();
        if (!edit)
            return m_log.write("failed", "no field " + field.toStdString());
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QString::number(number));
        QTest::keyClick(edit, Qt::Key_Tab);
        if (part == Part::Training)
            m_log.write("edited", std::to_string(m_window.session().options().gan.seed));
    }
    void run(Part part)
    {
        m_window.showPart(part);
        press(Qt::Key_R);
    }
    void check()
    {
        m_window.showPart(Part::Model);
        if (auto *button = m_window.currentPanel()->findChild<QPushButton *>(QStringLiteral("checkButton")))
            QTest::mouseClick(button, Qt::LeftButton);
    }

    MainWindow m_window;
    Log m_log;
    QString m_project;
    QRandomGenerator m_random;
    std::map<Job *, Held> m_sent;
    bool m_failed = false;
};

} // namespace

/// A window at work is killed again and again, PATHGAN_KILLS times or a few, and the next one goes on where
/// it ended: what was reported as saved, or kept, is there each time. PATHGAN_KILL_PROJECT: of this one, in
/// place of the example.
class TestKilledWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void work(); ///< of the process that is killed
    void keepsWhatItReported();

private:
    struct Seen
    {
        Held saved, kept, begun;
        qint64 began = 0, killed = 0;
        std::map<std::uint64_t, qint64> edits; ///< when, by seed
        bool hasBegun = false;
    };
    void readLog();
    void lookAtFiles();
    void compare(const Held &expected, const Held &found, const char *where);
    pid_t start() const;
    bool waitFor(pid_t child, const std::function<bool()> &condition, int milliseconds);
    bool isWriting() const;
    void tell() const;

    fs::path m_folder, m_own, m_recovery;
    Seen m_seen;
    std::streamoff m_read = 0;
    int m_done = 0, m_inside = 0, m_files = 0, m_recovered = 0, m_early = 0;
    bool m_hasEnded = false; ///< the child, by itself
    qint64 m_oldestLost = 0;
    std::size_t m_reports = 0, m_results = 0;
};

void TestKilledWindow::initTestCase()
{
    if (qEnvironmentVariableIsSet("PATHGAN_KILL_FOLDER")) {
        m_folder = qEnvironmentVariable("PATHGAN_KILL_FOLDER").toStdString();
        isolateSettings();
        qputenv("XDG_DATA_HOME", QByteArray::fromStdString((m_folder / "home").string()));
        return;
    }
    isolateSettings();
    static const QTemporaryDir folder;
    m_folder = folder.path().toStdString();
    m_own = m_folder / "p.pathgan";
    fs::create_directory(m_folder / "tmp");
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString((m_folder / "home").string()));
    m_recovery = recoveryFolder();
    if (qEnvironmentVariableIsSet("PATHGAN_KILL_PROJECT"))
        fs::copy_file(qEnvironmentVariable("PATHGAN_KILL_PROJECT").toStdString(), m_own);
}

void TestKilledWindow::work()
{
    if (!qEnvironmentVariableIsSet("PATHGAN_KILL_FOLDER"))
        return; // not one that is killed
    Worker worker(m_folder);
    if (!worker.begin())
        ::_exit(3);
    for (;;)
        worker.work();
}

pid_t TestKilledWindow::start() const
{
    const std::string program = QCoreApplication::applicationFilePath().toStdString();
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    ::setenv("PATHGAN_KILL_FOLDER", m_folder.c_str(), 1);
    ::setenv("TMPDIR", (m_folder / "tmp").c_str(), 1); // nobody else cleans up
    const int out = ::open((m_folder / "out").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
    ::dup2(out, 1);
    ::dup2(out, 2);
    ::execl(program.c_str(), program.c_str(), "killedwindow", "-maxwarnings", "0", "work", nullptr);
    ::_exit(4);
}

bool TestKilledWindow::waitFor(pid_t child, const std::function<bool()> &condition, int milliseconds)
{
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < milliseconds; QTest::qSleep(2)) {
        if (condition())
            return true;
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) {
            m_hasEnded = true;
            return false;
        }
    }
    return condition();
}

/// A transaction, or a new file, has begun.
bool TestKilledWindow::isWriting() const
{
    std::error_code failed;
    if (fs::exists(m_own.string() + "-journal", failed))
        return true;
    for (const auto &entry : fs::directory_iterator(m_recovery, failed))
        if (entry.path().filename().string().find(".pathgan.new") != std::string::npos ||
            entry.path().string().ends_with("-journal"))
            return true;
    return false;
}

void TestKilledWindow::readLog()
{
    std::ifstream file(m_folder / "log");
    file.seekg(m_read);
    std::string line;
    while (std::getline(file, line) && !file.eof()) {
        m_read = file.tellg();
        std::istringstream words(line);
        std::string what;
        qint64 time = 0;
        words >> what >> time;
        std::string rest;
        std::getline(words >> std::ws, rest);
        QVERIFY2(what != "failed", line.c_str());
        m_recovered += what == "recovering";
        if (what == "edited")
            m_seen.edits[std::strtoull(rest.c_str(), nullptr, 10)] = time;
        if (what == "saved" || what == "kept") {
            (what == "saved" ? m_seen.saved : m_seen.kept) = Held::of(rest);
            if (what == "saved") // which has all that was kept before
                m_seen.kept = m_seen.saved;
            ++m_reports;
        }
        if (what == "begun") {
            m_seen.hasBegun = true;
            compare(m_seen.kept, Held::of(rest), "in the next window");
        }
    }
}

/// Both as copies, so that the next window meets them as they were left.
void TestKilledWindow::lookAtFiles()
{
    const fs::path copies = m_folder / "copies";
    fs::remove_all(copies);
    fs::create_directory(copies);
    const auto copy = [&](const fs::path &path) {
        for (const char *end : {"", "-journal"})
            if (fs::exists(path.string() + end))
                fs::copy_file(path.string() + end, (copies / path.filename()).string() + end);
        return copies / path.filename();
    };
    const auto check = [&](const fs::path &path, const std::shared_ptr<ProjectFile> &base, Held &held,
                           std::string &saved) -> std::shared_ptr<ProjectFile> {
        Result<ProjectFile> file = ProjectFile::open(path, ProjectFile::Access::ReadWrite);
        if (!file) {
            qCritical("%s", file.error().detail.c_str());
            return nullptr;
        }
        file->leanOn(base);
        Result<ProjectContents> contents = file->load();
        const Result<std::vector<std::string>> problems = file->verify();
        if (!contents || !problems || !problems->empty() || !file->isWhole())
            return nullptr;
        for (const KeptRun &run : contents->history)
            if (run.part != Part::Expression && !file->loadRun(run)) // whose file may be large
                return nullptr;
        ++m_files;
        held = heldBy(*contents);
        saved = contents->settings[base ? recoveryEdit : recoverySaved];
        return std::make_shared<ProjectFile>(*std::move(file));
    };
    if (!fs::exists(m_own)) {
        QVERIFY(m_seen.saved.runs.empty());
        return;
    }
    Held own, all;
    std::string mark;
    const auto file = check(copy(m_own), nullptr, own, mark);
    QVERIFY(file);
    compare(m_seen.saved, own, "in the project's file");
    all = own;
    std::error_code failed;
    for (const auto &entry : fs::directory_iterator(m_recovery, failed)) {
        if (entry.path().extension() != ".pathgan" || entry.path().filename().string().starts_with("."))
            continue;
        Held left;
        std::string edit;
        QVERIFY(check(copy(entry.path()), file, left, edit));
        all.seed = std::max(all.seed, left.seed);
        all.runs.insert(left.runs.begin(), left.runs.end());
    }
    compare(m_seen.kept, all, "in both files");
    for (const auto &[seed, time] : m_seen.edits)
        if (seed > all.seed) {
            m_oldestLost = std::max(m_oldestLost, m_seen.killed - time);
            break;
        }
}

void TestKilledWindow::compare(const Held &expected, const Held &found, const char *where)
{
    QVERIFY2(
        found.seed >= expected.seed,
        qPrintable(
            QStringLiteral("edit %1, %2 %3").arg(expected.seed).arg(QLatin1String(where)).arg(found.seed)));
    constexpr int mostRuns = 20; // then the oldest go
    std::map<std::string, int> count;
    for (const std::string &run : found.runs)
        ++count[run.substr(0, run.find('@'))];
    for (const std::string &run : expected.runs) {
        QVERIFY2(found.runs.count(run) > 0 || count[run.substr(0, run.find('@'))] >= mostRuns,
                 qPrintable(
                     QStringLiteral("%1 is not %2").arg(QString::fromStdString(run), QLatin1String(where))));
        ++m_results;
    }
}

void TestKilledWindow::keepsWhatItReported()
{
    if (qEnvironmentVariableIsSet("PATHGAN_KILL_FOLDER"))
        return;
    const int kills = qEnvironmentVariableIntValue("PATHGAN_KILLS");
    QRandomGenerator random = QRandomGenerator::securelySeeded();
    for (int i = 0; i < (kills > 0 ? kills : 5); ++i) {
        m_seen.hasBegun = m_hasEnded = false;
        m_seen.edits.clear();
        const pid_t child = start();
        const bool isEarly = i % 8 == 7; // while it opens
        bool isAlive = true;
        if (isEarly) {
            QTest::qSleep(random.bounded(300, 3000));
        } else {
            isAlive = waitFor(
                child,
                [this] {
                    readLog();
                    return m_seen.hasBegun || QTest::currentTestFailed();
                },
                patience);
            QTest::qSleep(random.bounded(50, kills > 0 ? 4000 : 1500));
            if (isAlive && i % 2 == 0) { // in the middle of writing
                waitFor(
                    child, [this] { return isWriting(); }, 10'000); // a long step writes nothing
                isAlive = !m_hasEnded;
                ::usleep(random.bounded(20'000));
            }
        }
        ::kill(child, SIGKILL);
        m_seen.killed = QDateTime::currentMSecsSinceEpoch();
        int status = 0;
        if (isAlive)
            ::waitpid(child, &status, 0);
        m_inside += isWriting();
        m_early += !m_seen.hasBegun;
        QVERIFY2(isAlive && WIFSIGNALED(status), "it ended by itself");
        readLog();
        if (QTest::currentTestFailed())
            return;
        lookAtFiles();
        if (QTest::currentTestFailed())
            return;
        ++m_done;
        if (m_done % 20 == 0)
            tell();
    }
    tell();
    QVERIFY(m_reports > 0 && m_results > 0);
}

void TestKilledWindow::tell() const
{
    qInfo("%d kills, %d of them inside a write, %d while opening; %d times recovered; %d files opened; %zu "
          "reports, %zu results compared; oldest edit lost: %lld ms before the kill (kept every %d ms)",
          m_done, m_inside, m_early, m_recovered, m_files, m_reports, m_results,
          static_cast<long long>(m_oldestLost), keepEvery);
}

PATHGAN_GUI_TEST(TestKilledWindow)
#include "tst_killedwindow.moc"
