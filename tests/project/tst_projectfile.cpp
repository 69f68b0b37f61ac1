// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/project/smallproject.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pathgan;
namespace fs = std::filesystem;

namespace {

std::string text(const Error &error)
{
    return std::to_string(static_cast<int>(error.code)) + " " + error.detail;
}

} // namespace

#define OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : text((result).error()).c_str())
#define FAILS(result, wanted)                                                                                \
    QVERIFY(!(result).ok());                                                                                 \
    QVERIFY2((result).error().code == ErrorCode::wanted, text((result).error()).c_str())

/// What is saved comes back, and little is written to keep it.
class TestProjectFile : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void everyPartComesBack();
    void valuesKeepEveryBit();
    void everythingElseComesBack();
    void nothingChangedWritesNothing();
    void oneStepWritesThatStepOnly();
    void equalValuesAreShared();
    void pendingPartsStay();
    void historyKeepsTheNewest();
    void aRunIsRestored();
    void whatIsPutTogetherByHandIsKept();
    void saveAsTakesWhatIsPending();
    void matrixIsReadAgain();
    void matrixIsPacked();
    void cancelledSaveLeavesTheLast();
    void earlierVersionsAreRead();
    void matrixOfAnEarlierVersionIsPacked();

private:
    Result<ProjectFile> saved(const char *name, const ProjectContents &contents, SaveReport *report = nullptr)
    {
        Result<ProjectFile> file = ProjectFile::create(path(name), contents, nullptr, {}, {}, report);
        if (file)
            file->setMatrixReader(smallproject::reader());
        return file;
    }
    fs::path path(const char *name) const { return folder() / name; }
    fs::path folder() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ProjectContents m_contents;
};

void TestProjectFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_contents = smallproject::contents(folder());
    forEachPart(m_contents.project,
                [](Part part, const auto &artifact) { QVERIFY2(artifact, partName(part)); });
    QVERIFY(m_contents.project.flux->duals && !m_contents.project.modelCheck->findings.empty());
}

void TestProjectFile::everyPartComesBack()
{
    SaveReport report;
    OK(saved("a.pathgan", m_contents, &report));
    QVERIFY(ProjectFile::isProject(path("a.pathgan")));
    QVERIFY(!ProjectFile::isProject(path("expression.tsv")));
    const auto file = ProjectFile::open(path("a.pathgan"), ProjectFile::Access::ReadOnly);
    OK(file);
    auto read = file->load();
    OK(read);
    QCOMPARE(pendingParts(read->project).size(), std::size_t{16});
    forEachPart(m_contents.project, [&](Part part, const auto &artifact) {
        const auto &known = read->project.provenance(part);
        QVERIFY(!read->project.has(part) && read->project.knows(part) && known);
        QCOMPARE(known->key, artifact.provenance()->key);
        QVERIFY(known->options == artifact.provenance()->options);
        QVERIFY(known->inputs == artifact.provenance()->inputs &&
                known->files == artifact.provenance()->files);
        QVERIFY(known->versions == artifact.provenance()->versions && known->seed == 42u);
        QVERIFY(known->seconds == 1.25 && known->threads == 4 && known->version == 3);
    });
    OK(file->loadPart(read->project, Part::Flux)); // without its inputs
    QVERIFY(read->project.flux && read->project.flux.provenance());
    ProjectFile other = *ProjectFile::open(path("a.pathgan"), ProjectFile::Access::ReadOnly);
    other.setMatrixReader(smallproject::reader());
    OK(other.loadParts(read->project));
    QVERIFY(pendingParts(read->project).empty());
    // What was read is coded anew: the same bytes, so the same values.
    read->history.clear();
    forEachPart(read->project, [](Part, auto &artifact) { // unlike any run that is in a file
        Provenance changed = *artifact.provenance();
        artifact = {artifact.value(), std::make_shared<const Provenance>(changed)};
    });
    SaveReport again;
    OK(saved("b.pathgan", *read, &again));
    QCOMPARE(smallproject::identity(again.history), smallproject::identity(report.history));
    QCOMPARE(report.history.size(), std::size_t{16});
}

void TestProjectFile::valuesKeepEveryBit()
{
    const auto file = saved("a.pathgan", m_contents);
    OK(file);
    auto read = file->load();
    OK(file->loadParts(read->project));
    const Project &before = m_contents.project, &after = read->project;
    const auto isSame = [](const auto &a, const auto &b) {
        return a.rows() == b.rows() && a.cols() == b.cols() &&
               std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size()) * sizeof(*a.data())) == 0;
    };
    QVERIFY(isSame(before.expression->values, after.expression->values));
    QVERIFY(std::isnan(after.expression->values(2, 2)));
    QVERIFY(isSame(before.flux->values, after.flux->values));
    QVERIFY(isSame(before.flux->duals->expression, after.flux->duals->expression));
    QCOMPARE(before.flux->duals->values.size(), after.flux->duals->values.size());
    QCOMPARE(std::bit_cast<std::uint64_t>(after.flux->wildTypeGrowth), std::uint64_t{0xFFF8000000000BADULL});
    QVERIFY(std::signbit(after.generation->fluxes(1, 0)) && after.generation->real(0, 0) == 5e-324);
    QVERIFY(std::isinf(after.generation->nearestDistance[1]));
    QVERIFY(isSame(before.explanation->data, after.explanation->data));
    QVERIFY(std::isinf(after.model->reactions[0].upper));
    QCOMPARE(after.model->equation(2), before.model->equation(2));
    QCOMPARE(after.model->reactionIndex("BYP"), 4);
    QCOMPARE(*after.geneMap->entrez("G3"), 3);
    QCOMPARE(after.geneMap->symbol(2), std::string("G2"));
    QCOMPARE(after.geneMap->source(), before.geneMap->source());
    // What is shared is one object again.
    QVERIFY(after.cohort->expression == after.expression.value());
    QVERIFY(after.cohort->clinical == after.clinical.value());
    QVERIFY(after.analyses->runs[0]->model == after.model.value());
}

void TestProjectFile::everythingElseComesBack()
{
    OK(saved("a.pathgan", m_contents));
    const auto file = ProjectFile::open(path("a.pathgan"), ProjectFile::Access::ReadWrite);
    OK(file);
    const auto read = file->load();
    OK(read);
    const Project &before = m_contents.project, &after = read->project;
    const auto isSame = [](const auto &a, const auto &b) {
        for (const OptionField &field : ConstOptionsRef(a).table().fields())
            if (field.get(&a) != field.get(&b))
                return false;
        return true;
    };
    QVERIFY(isSame(before.options, after.options));
    QVERIFY(isSame(before.analysisOptions, after.analysisOptions));
    QVERIFY(isSame(before.checkOptions, after.checkOptions));
    QVERIFY(isSame(before.generateOptions, after.generateOptions));
    QVERIFY(before.scenarios.list == after.scenarios.list);
    QVERIFY(after.analysisOptions.scenario == smallproject::scenario());
    QCOMPARE(after.isExample, before.isExample);
    QCOMPARE(read->note, m_contents.note);
    QVERIFY(read->settings == m_contents.settings);
    QCOMPARE(read->reports.at(Part::Expression).problems.size(), std::size_t{1});
    QCOMPARE(read->reports.at(Part::Expression).raggedRows, std::size_t{1});
    QCOMPARE(read->inputs.size(), std::size_t{6});
    QCOMPARE(read->inputs[0].relative, std::string("expression.tsv"));
    QCOMPARE(read->inputs[0].sha256, before.expression->sha256);
    QVERIFY(read->inputs[0].size > 0 && !read->inputs[0].isPacked);
    const auto names = file->matrixNames(read->project);
    OK(names);
    QVERIFY(names->genes == before.expression->genes && names->values.size() == 0);
    QVERIFY(file->verify()->empty());
    for (const KeptRun &run : read->history)
        QVERIFY2(run.part == Part::Expression || run.bytes > 0, partName(run.part));
    const auto training = std::find_if(read->history.begin(), read->history.end(),
                                       [](const KeptRun &run) { return run.part == Part::Training; });
    QVERIFY(training != read->history.end() && training->scores.size() == 3);
}

void TestProjectFile::nothingChangedWritesNothing()
{
    auto file = saved("a.pathgan", m_contents);
    OK(file);
    const std::uint64_t size = file->size();
    const auto again = file->save(m_contents);
    OK(again);
    // History came in: the state is another one.
    QVERIFY(again->blobs <= 1);
    m_contents.history = again->history;
    const auto third = file->save(m_contents);
    OK(third);
    QCOMPARE(third->blobs, std::size_t{0});
    QCOMPARE(third->removedBlobs, std::size_t{0});
    QVERIFY(file->size() <= size + 16384);
}

void TestProjectFile::oneStepWritesThatStepOnly()
{
    SaveReport first;
    auto file = saved("a.pathgan", m_contents, &first);
    OK(file);
    m_contents.history = first.history;
    FluxRun changed = *m_contents.project.flux;
    changed.values(0, 0) += 1;
    smallproject::put(m_contents.project.flux, std::move(changed), "other flux", "flux");
    const auto second = file->save(m_contents);
    OK(second);
    QCOMPARE(second->blobs, std::size_t{3}); // the fluxes, whose dual solutions are there, the run, the state
    QVERIFY(second->bytes < first.bytes / 4);
    QCOMPARE(second->history.size(), first.history.size() + 1); // the run before is kept
    QCOMPARE(second->removedBlobs, std::size_t{1});             // the state before
    // One more analysis: those before are there.
    m_contents.history = second->history;
    ModelAnalyses more = *m_contents.project.analyses;
    ModelAnalysisOptions asked;
    asked.method = AnalysisMethod::ParsimoniousFba;
    more.runs.push_back(
        std::make_shared<const ModelAnalysis>(*analyseModel(m_contents.project.model, asked)));
    smallproject::put(m_contents.project.analyses, std::move(more), "more analyses", "analyses");
    const auto third = file->save(m_contents);
    OK(third);
    QCOMPARE(third->blobs, std::size_t{4}); // analysis, list, run, state
}

void TestProjectFile::equalValuesAreShared()
{
    SaveReport first;
    auto file = saved("a.pathgan", m_contents, &first);
    OK(file);
    m_contents.history = first.history;
    // The same computed again later: another run of the same value.
    Provenance later = *m_contents.project.stress.provenance();
    later.started = "2026-02-02T00:00:00Z";
    m_contents.project.stress = {m_contents.project.stress.value(),
                                 std::make_shared<const Provenance>(later)};
    auto report = file->save(m_contents);
    OK(report);
    QCOMPARE(report->blobs, std::size_t{2}); // run and state
    // By another program the key says nothing; the content does.
    later.started = "2026-03-03T00:00:00Z";
    later.versions = {{"PathGAN", "0.2.0"}};
    m_contents.history = report->history;
    m_contents.project.stress = {std::make_shared<const StressResults>(*m_contents.project.stress),
                                 std::make_shared<const Provenance>(later)};
    report = file->save(m_contents);
    OK(report);
    QCOMPARE(report->blobs, std::size_t{2});
    QCOMPARE(report->history.size(), first.history.size() + 2);
}

void TestProjectFile::pendingPartsStay()
{
    OK(saved("a.pathgan", m_contents));
    auto file = ProjectFile::open(path("a.pathgan"), ProjectFile::Access::ReadWrite);
    OK(file);
    auto read = file->load();
    read->note = "another note";
    read->project.options.gan.epochs = 9;
    OK(file->save(*read));
    auto again = file->load();
    QCOMPARE(again->note, std::string("another note"));
    QCOMPARE(again->project.options.gan.epochs, 9);
    file->setMatrixReader(smallproject::reader());
    OK(file->loadParts(again->project));
    QVERIFY(again->project.flux && again->project.modelCheck && again->project.expression);
    // A part that is removed goes with its value once nothing keeps it.
    again->project.stress = nullptr;
    std::erase_if(again->history, [](const KeptRun &run) { return run.part == Part::Stress; });
    const auto report = file->save(*again);
    OK(report);
    QVERIFY(report->removedBlobs >= 4);
    QVERIFY(!file->load()->project.knows(Part::Stress));
}

void TestProjectFile::historyKeepsTheNewest()
{
    SaveReport first;
    auto file = saved("a.pathgan", m_contents, &first);
    OK(file);
    m_contents.history = first.history;
    for (KeptRun &run : m_contents.history)
        if (run.part == Part::Stress) {
            run.isPinned = true;
            run.note = "the first";
        }
    const StressRun before = *m_contents.project.stress->expression;
    for (int i = 0; i < 25; ++i) {
        StressRun changed = before;
        changed.cohortLoad = i;
        StressResults results = *m_contents.project.stress;
        results.expression = std::make_shared<const StressRun>(changed);
        smallproject::put(m_contents.project.stress, std::move(results), "stress " + std::to_string(i),
                          "stress");
        const auto report = file->save(m_contents, {.mostRuns = 20});
        OK(report);
        m_contents.history = report->history;
    }
    std::vector<KeptRun> stresses;
    const auto all = file->load();
    for (const KeptRun &run : all->history)
        if (run.part == Part::Stress)
            stresses.push_back(run);
    QCOMPARE(stresses.size(), std::size_t{21});
    QVERIFY(stresses[0].isPinned && stresses[0].note == "the first");
    const auto load = [&](const KeptRun &run) {
        const auto loaded = file->loadRun(run);
        return loaded ? std::static_pointer_cast<const StressResults>(loaded->value)->expression->cohortLoad
                      : -1;
    };
    QCOMPARE(load(stresses[0]), before.cohortLoad);
    QCOMPARE(load(stresses[1]), 5.0); // 0 to 4 are gone
    QCOMPARE(load(stresses[20]), 24.0);
    QVERIFY(file->verify()->empty());
}

void TestProjectFile::aRunIsRestored()
{
    SaveReport first;
    auto file = saved("a.pathgan", m_contents, &first);
    OK(file);
    const std::string key = m_contents.project.groups.provenance()->key;
    m_contents.history = first.history;
    smallproject::put(m_contents.project.groups, GroupRun(), "no groups", "groups");
    OK(file->save(m_contents));
    auto read = file->load();
    const auto old = std::find_if(read->history.begin(), read->history.end(), [&](const KeptRun &run) {
        return run.part == Part::Groups && run.provenance->key == key;
    });
    QVERIFY(old != read->history.end());
    putRun(read->project, *old);
    QVERIFY(read->project.groups.isPending());
    OK(file->loadPart(read->project, Part::Groups));
    QVERIFY(!read->project.groups->entries.empty());
    const auto report = file->save(*read);
    OK(report);
    QCOMPARE(report->blobs, std::size_t{1});
    QCOMPARE(file->load()->project.groups.provenance()->key, key);
}

void TestProjectFile::whatIsPutTogetherByHandIsKept()
{
    m_contents.project.flux = m_contents.project.flux.value();
    m_contents.project.clinical = m_contents.project.clinical.value();
    SaveReport first;
    auto file = saved("a.pathgan", m_contents, &first);
    OK(file);
    auto read = file->load();
    QVERIFY(read->project.flux.isPending());
    OK(file->save(*read));
    OK(file->loadPart(read->project, Part::Flux));
    QVERIFY(read->project.flux && !read->project.flux.provenance());
    const auto report = file->save(*read);
    OK(report);
    QCOMPARE(smallproject::identity(report->history), smallproject::identity(first.history));
}

void TestProjectFile::saveAsTakesWhatIsPending()
{
    SaveReport first;
    auto file = saved("a.pathgan", m_contents, &first);
    OK(file);
    auto read = file->load();
    FAILS(ProjectFile::create(path("b.pathgan"), *read), MissingInput);
    QVERIFY(!fs::exists(path("b.pathgan")));
    SaveReport report;
    auto copy = ProjectFile::create(path("b.pathgan"), *read, &*file, {}, {}, &report);
    OK(copy);
    QCOMPARE(smallproject::identity(report.history), smallproject::identity(first.history));
    QVERIFY(copy->verify()->empty());
    OK(copy->loadParts(read->project));
    // It takes the place of another project, but not of one that is open.
    FAILS(ProjectFile::create(path("a.pathgan"), *read, &*copy), FileInUse);
    file = Error{};
    OK(ProjectFile::create(path("a.pathgan"), *read, &*copy));
    FAILS(ProjectFile::create(path("nowhere") / "a.pathgan", *read, &*copy), WriteFailed);
    // A second file that is kept beside, as recovery files are, takes what it lacks from the first.
    SaveReport empty;
    auto beside = ProjectFile::create(path("beside.pathgan"), ProjectContents(), nullptr, {}, {}, &empty);
    OK(beside);
    auto opened = ProjectFile::open(path("a.pathgan"), ProjectFile::Access::ReadWrite);
    auto pending = opened->load();
    const auto taken = beside->save(*pending, {}, {}, &*opened);
    OK(taken);
    QCOMPARE(smallproject::identity(taken->history), smallproject::identity(first.history));
    QVERIFY(beside->verify()->empty());
    for (const auto &entry : fs::directory_iterator(folder()))
        QVERIFY2(!entry.path().filename().string().starts_with("."), entry.path().c_str());
}

void TestProjectFile::matrixIsReadAgain()
{
    OK(saved("a.pathgan", m_contents));
    auto file = ProjectFile::open(path("a.pathgan"), ProjectFile::Access::ReadWrite);
    auto read = file->load();
    FAILS(file->loadPart(read->project, Part::Expression), MissingInput);
    file->setMatrixReader(smallproject::reader());
    OK(file->loadPart(read->project, Part::Cohort)); // without its matrix
    QVERIFY(read->project.cohort && !read->project.cohort->expression);
    QVERIFY(read->project.cohort->writtenNames() == m_contents.project.cohort->writtenNames());
    fs::create_directory(path("elsewhere"));
    const fs::path moved = path("elsewhere") / "moved.tsv";
    fs::rename(path("expression.tsv"), moved);
    const auto lost = file->loadPart(read->project, Part::Expression);
    FAILS(lost, FileNotFound);
    QVERIFY(lost.error().detail.find("expression.tsv") != std::string::npos);
    file->setInputPath(Part::Expression, moved);
    OK(file->loadPart(read->project, Part::Expression));
    QCOMPARE(read->project.expression->path, moved.string());
    QVERIFY(read->project.cohort->expression == read->project.expression.value());
    const auto report = file->save(*read);
    OK(report);
    QCOMPARE(report->inputs[0].path, moved.string());
    // The project and its inputs travel together.
    fs::create_directory(path("there"));
    fs::copy(path("a.pathgan"), path("there") / "a.pathgan");
    fs::create_directory(path("there") / "elsewhere");
    fs::rename(moved, path("there") / "elsewhere" / "moved.tsv");
    auto travelled = ProjectFile::open(path("there") / "a.pathgan", ProjectFile::Access::ReadOnly);
    OK(travelled);
    travelled->setMatrixReader(smallproject::reader());
    auto there = travelled->load();
    OK(travelled->loadPart(there->project, Part::Expression));
    // Another content is never taken for the same.
    there = travelled->load();
    travelled = ProjectFile::open(path("there") / "a.pathgan", ProjectFile::Access::ReadOnly);
    travelled->setMatrixReader(smallproject::reader());
    smallproject::writeText(path("there") / "elsewhere" / "moved.tsv", "gene\tS1\tS2\tS3\nG1\t1\t2\t3\n");
    FAILS(travelled->loadPart(there->project, Part::Expression), FileChanged);
}

void TestProjectFile::matrixIsPacked()
{
    OK(saved("a.pathgan", m_contents));
    auto file = ProjectFile::open(path("a.pathgan"), ProjectFile::Access::ReadWrite);
    file->setMatrixReader(smallproject::reader());
    auto read = file->load();
    read->packsInputs = true;
    OK(file->save(*read)); // reads it for that
    fs::rename(path("expression.tsv"), path("away.tsv"));
    file = Error{}; // one at a time
    file = ProjectFile::open(path("a.pathgan"), ProjectFile::Access::ReadWrite);
    OK(file);
    read = file->load();
    QVERIFY(read->packsInputs && read->inputs[0].isPacked);
    OK(file->loadPart(read->project, Part::Expression));
    QVERIFY(read->project.expression->values.rows() == 3);
    read->packsInputs = false; // what cannot be read again stays
    OK(file->save(*read));
    OK(file->loadPart(read->project, Part::Expression));
    QVERIFY(file->load()->inputs[0].isPacked);
    smallproject::writeText(path("expression.tsv"), "gene\tS1\nG1\t1\n"); // nor what has another content
    OK(file->save(*read));
    QVERIFY(file->load()->inputs[0].isPacked);
    fs::rename(path("away.tsv"), path("expression.tsv"));
    OK(file->save(*read));
    QVERIFY(!file->load()->inputs[0].isPacked);
    QVERIFY(file->verify()->empty());
    // An example's files are gone tomorrow.
    m_contents.project.isExample = true;
    OK(saved("b.pathgan", m_contents));
    QVERIFY(ProjectFile::open(path("b.pathgan"), ProjectFile::Access::ReadOnly)->load()->inputs[0].isPacked);
}

void TestProjectFile::cancelledSaveLeavesTheLast()
{
    SaveReport first;
    auto file = saved("a.pathgan", m_contents, &first);
    OK(file);
    m_contents.note = "never saved";
    smallproject::put(m_contents.project.groups, GroupRun(), "no groups", "groups");
    auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    FAILS(file->save(m_contents, {}, TaskContext(control, {})), Cancelled);
    QVERIFY(file->load()->note != m_contents.note);
    QCOMPARE(smallproject::identity(file->load()->history), smallproject::identity(first.history));
    QVERIFY(file->verify()->empty());
    OK(file->save(m_contents));
}

/// Whose values had other hashes by its coding.
void TestProjectFile::matrixOfAnEarlierVersionIsPacked()
{
    fs::copy(fs::path(PATHGAN_TEST_DATA) / "project" / "version1.pathgan", path("older.pathgan"));
    fs::permissions(path("older.pathgan"), fs::perms::owner_write, fs::perm_options::add);
    auto file = ProjectFile::open(path("older.pathgan"), ProjectFile::Access::ReadWrite);
    OK(file);
    file->setMatrixReader(smallproject::reader());
    file->setInputPath(Part::Expression, path("expression.tsv"));
    auto read = file->load();
    OK(file->loadPart(read->project, Part::Expression));
    const MatrixF values = read->project.expression->values;
    read->packsInputs = false;
    OK(file->save(*read));
    QVERIFY(!file->load()->inputs[0].isPacked);
    read = file->load();
    read->packsInputs = true;
    OK(file->save(*read));
    fs::rename(path("expression.tsv"), path("away.tsv"));
    read = file->load();
    QVERIFY(read->inputs[0].isPacked);
    OK(file->loadPart(read->project, Part::Expression));
    const MatrixF &now = read->project.expression->values;
    QVERIFY(now.rows() == values.rows() && now.cols() == values.cols());
    QVERIFY(((now.array() == values.array()) || (now.array().isNaN() && values.array().isNaN())).all());
    QVERIFY(file->verify()->empty());
    fs::rename(path("away.tsv"), path("expression.tsv"));
}

/// A file of the first version, see tests/data/project/NOTE.md: it must be readable for ever.
void TestProjectFile::earlierVersionsAreRead()
{
    fs::copy(fs::path(PATHGAN_TEST_DATA) / "project" / "version1.pathgan", path("old.pathgan"));
    fs::permissions(path("old.pathgan"), fs::perms::owner_write, fs::perm_options::add);
    auto file = ProjectFile::open(path("old.pathgan"), ProjectFile::Access::ReadWrite);
    OK(file);
    auto read = file->load();
    OK(read);
    OK(file->loadParts(read->project));
    const Project &project = read->project;
    forEachPart(project, [](Part part, const auto &artifact) {
        QVERIFY2(artifact && artifact.provenance()->seed == 42u, partName(part));
    });
    QCOMPARE(project.expression->values(0, 1), 200.5F);
    QCOMPARE(project.clinical->columns[1].numbers[2], 7.25);
    QCOMPARE(project.cohort->samples, (std::vector<std::string>{"S1", "S2", "S3"}));
    QVERIFY(std::isinf(project.model->reactions[0].upper) && project.model->metabolites[0].charge == -2);
    QCOMPARE(project.model->equation(3), std::string("gthrd_c --> b_c"));
    QCOMPARE(project.flux->reactions, (std::vector<std::string>{"GTHX", "GTHY", "BYP"}));
    QVERIFY(project.flux->status[0] == SolutionStatus::Optimal && !project.flux->duals->bounds.empty());
    QCOMPARE(project.training->bestEpoch, 47);
    QCOMPARE(project.training->history.size(), std::size_t{60});
    QCOMPARE(project.explanation->unit, std::string("standardised units"));
    QVERIFY(!project.enrichment->ora->rows.empty() && !project.enrichment->gsea->rows.empty());
    QVERIFY(project.stress->predicted && !project.stress->paper);
    QVERIFY(project.groups->entries[0].comparison.groups.size() >= 2);
    QCOMPARE(project.generation->real(0, 0), 5e-324);
    QVERIFY(project.analyses->runs[1]->options.method == AnalysisMethod::FluxRanges);
    QVERIFY(!project.modelCheck->findings.empty());
    QCOMPARE(project.options.gan.epochs, 7);
    QVERIFY(project.scenarios.list == m_contents.project.scenarios.list);
    QCOMPARE(read->note, m_contents.note);
    // An earlier program could not read what is written now: its file stays beside it.
    smallproject::writeText(path("old.v1.pathgan"), "of another project");
    const auto report = file->save(*read);
    OK(report);
    QVERIFY(file->verify()->empty());
    QCOMPARE(report->earlier, path("old.v1 (2).pathgan"));
    const auto pages = [](const fs::path &path) {
        std::ifstream bytes(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(bytes), {}).substr(100); // after counters of writes
    };
    QVERIFY(pages(report->earlier) == pages(fs::path(PATHGAN_TEST_DATA) / "project" / "version1.pathgan"));
    OK(file->save(*read));
    QVERIFY(file->save(*read)->earlier.empty()); // once
}

PATHGAN_TEST(TestProjectFile)
#include "tst_projectfile.moc"
