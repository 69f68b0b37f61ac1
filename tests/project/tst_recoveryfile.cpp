// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/project/smallproject.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pathgan;
namespace fs = std::filesystem;
using Access = ProjectFile::Access;

namespace {

std::string text(const Error &error)
{
    return std::to_string(static_cast<int>(error.code)) + " " + error.detail;
}

} // namespace

#define OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : text((result).error()).c_str())

/// A recovery file leaves to the project's own file what lies there, and gives all of it back.
class TestRecoveryFile : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void writesWhatIsNewOnly();
    void becomesWholeWithoutTheFile();
    void tellsWhatTheFileHad();
    void savesIntoTheFile();

private:
    fs::path path(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }
    std::shared_ptr<ProjectFile> opened(const char *name, Access access = Access::ReadWrite) const
    {
        Result<ProjectFile> file = ProjectFile::open(path(name), access);
        return file ? std::make_shared<ProjectFile>(*std::move(file)) : nullptr;
    }
    /// A step was run again, and the cohort was chosen anew, which shares the matrix.
    ProjectContents changed() const
    {
        ProjectContents next = m_contents;
        StressResults results;
        StressRun run;
        run.loads.assign(500, 1.25);
        results.expression = std::make_shared<const StressRun>(run);
        smallproject::put(next.project.stress, std::move(results), "again", "stress");
        Cohort cohort = *next.project.cohort;
        cohort.patients.front() = "other";
        smallproject::put(next.project.cohort, std::move(cohort), "other", "cohort");
        next.note = "not saved";
        return next;
    }
    std::string identityOf(ProjectFile &file)
    {
        Result<ProjectContents> read = file.load();
        if (!read || !file.loadParts(read->project))
            return {};
        SaveReport report;
        ProjectContents again = *read;
        again.history.clear();
        const auto made = ProjectFile::create(path("again.pathgan"), again, nullptr, {}, {}, &report);
        return made ? smallproject::identity(report.history) : std::string();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ProjectContents m_contents;
    SaveReport m_saved, m_kept;
    std::string m_identity; ///< of what is to be recovered
};

void TestRecoveryFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_contents = smallproject::contents(m_folder->path().toStdString());
    m_contents.packsInputs = true;
    OK(ProjectFile::create(path("own.pathgan"), m_contents, nullptr, {}, {}, &m_saved));
    SaveReport whole;
    OK(ProjectFile::create(path("whole.pathgan"), changed(), nullptr, {}, {}, &whole));
    m_identity = smallproject::identity(whole.history);
    const auto own = opened("own.pathgan");
    SaveOptions options;
    options.base = own;
    options.leftToBase = 1000;
    OK(ProjectFile::create(path("left.pathgan"), changed(), own.get(), options, {}, &m_kept));
}

void TestRecoveryFile::writesWhatIsNewOnly()
{
    QVERIFY2(m_kept.bytes * 2 < m_saved.bytes, qPrintable(QString::number(m_kept.bytes)));
    const auto left = opened("left.pathgan");
    QVERIFY(left && !left->isWhole());
    left->leanOn(opened("own.pathgan"));
    QVERIFY(left->isWhole() && left->verify()->empty());
    QCOMPARE(identityOf(*left), m_identity);
    QCOMPARE(left->load()->note, std::string("not saved"));
    // Written on, it does not grow by what the file has.
    ProjectContents next = *left->load();
    next.note = "another";
    SaveOptions options;
    options.base = opened("own.pathgan", Access::ReadOnly);
    options.leftToBase = 1000;
    const auto report = left->save(next, options);
    OK(report);
    QVERIFY(report->bytes < 10'000);
    QCOMPARE(identityOf(*left), m_identity);
}

/// The file is deleted while the project is open: its content is in hand, and goes into the recovery file.
void TestRecoveryFile::becomesWholeWithoutTheFile()
{
    const auto own = opened("own.pathgan");
    auto left = opened("left.pathgan");
    left->leanOn(own);
    fs::remove(path("own.pathgan"));
    QCOMPARE(own->checkPlace().error().code, ErrorCode::FileNotFound);
    ProjectContents pending = *left->load(); // no value is in memory
    OK(left->save(pending, {}, {}, own.get()));
    left.reset();
    left = opened("left.pathgan");
    QVERIFY(left->isWhole());
    QCOMPARE(identityOf(*left), m_identity);
}

/// The file is gone when the project is recovered: what is new is there, and the rest is named.
void TestRecoveryFile::tellsWhatTheFileHad()
{
    fs::remove(path("own.pathgan"));
    QVERIFY(!opened("left.pathgan")->isWhole());
    std::vector<LostPart> lost;
    const auto rest = salvageProject(path("left.pathgan"), lost);
    OK(rest);
    QVERIFY(rest->project.has(Part::Stress) && rest->note == "not saved");
    QVERIFY(std::any_of(lost.begin(), lost.end(),
                        [](const LostPart &one) { return one.part == Part::Training; }));
    QVERIFY(!rest->project.knows(Part::Training));
    OK(ProjectFile::create(path("rest.pathgan"), *rest));
    // It comes back with the file.
    fs::copy(path("whole.pathgan"), path("own.pathgan"));
    const auto left = opened("left.pathgan");
    left->leanOn(opened("own.pathgan"));
    QCOMPARE(identityOf(*left), m_identity);
}

void TestRecoveryFile::savesIntoTheFile()
{
    const auto own = opened("own.pathgan"), left = opened("left.pathgan");
    left->leanOn(own);
    const ProjectContents recovered = *left->load();
    OK(own->save(recovered, {}, {}, left.get()));
    QCOMPARE(identityOf(*own), m_identity);
    OK(ProjectFile::create(path("elsewhere.pathgan"), recovered, left.get()));
    QCOMPARE(identityOf(*opened("elsewhere.pathgan")), m_identity);
}

PATHGAN_TEST(TestRecoveryFile)
#include "tst_recoveryfile.moc"
