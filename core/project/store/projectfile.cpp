// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/projectfile.h"

#include "core/base/outputfile.h"
#include "core/project/store/parts_p.h"
#include "core/project/store/projectfile_p.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

/// What was met after a writer was stopped in the middle: the pages must hang together.
Result<void> quickCheck(const Database &database)
{
    Statement check = database.prepare("PRAGMA quick_check(1)");
    if (!check.next())
        return database.error(check.failure());
    if (check.text(0) != "ok")
        return Error{ErrorCode::FileDamaged, database.path().string() + ": " + std::string(check.text(0))};
    return {};
}

} // namespace

Result<std::unique_ptr<ProjectFile::Impl>> ProjectFile::Impl::open(const fs::path &path, Access access)
{
    if (const Result<void> checked = checkProjectHead(path); !checked)
        return checked.error();
    std::optional<WriterLock> lock;
    if (access == Access::ReadWrite) {
        Result<WriterLock> taken = WriterLock::take(path);
        if (!taken)
            return taken.error();
        lock = *std::move(taken);
    }
    std::error_code failed;
    const bool wasInterrupted = fs::exists(path.string() + "-journal", failed);
    Result<Database> database = Database::open(path, access == Access::ReadWrite, false);
    if (!database)
        return database.error();
    if (wasInterrupted)
        if (const Result<void> whole = quickCheck(*database); !whole)
            return whole.error();
    auto impl = std::make_unique<Impl>(*std::move(database));
    impl->access = access;
    impl->lock = std::move(lock);
    impl->home = path;
    if (const Result<void> read = impl->readState(); !read)
        return read.error();
    return impl;
}

Result<void> ProjectFile::Impl::readState()
{
    Statement meta = database->prepare("SELECT value FROM meta WHERE key = 'state'");
    if (!meta.next())
        return meta.failure() != 0
                   ? database->error(meta.failure())
                   : Error{ErrorCode::FileDamaged, database->path().string() + ": nothing was saved"};
    stateHash = std::string(meta.text(0));
    const auto read = loadAs<ProjectState>(blobs, stateHash);
    if (!read)
        return read.error();
    state = **read;
    if (const auto bytes = blobs.content(stateHash); bytes && *bytes)
        version = codedVersion(**bytes);
    for (const RunMark &mark : state.runs) {
        const auto record = loadAs<RunRecord>(blobs, mark.id);
        if (!record)
            return record.error();
        records.emplace(mark.id, **record);
    }
    return {};
}

KeptRun ProjectFile::Impl::runOf(const RunRecord &record, const std::string &id) const
{
    KeptRun run;
    run.id = id;
    run.part = record.part;
    if (record.hasProvenance)
        run.provenance = std::make_shared<const Provenance>(record.provenance);
    run.scores = record.scores;
    return run;
}

ProjectContents ProjectFile::Impl::contents() const
{
    ProjectContents found = contentsOf(state);
    const auto sizes = blobs.sizes();
    for (const RunMark &mark : state.runs) {
        const RunRecord &record = records.at(mark.id);
        KeptRun run = runOf(record, mark.id);
        run.note = mark.note;
        run.isPinned = mark.isPinned;
        for (const std::string &blob : record.blobs)
            if (const auto size = sizes ? sizes->find(blob) : decltype(sizes->end()){};
                sizes && size != sizes->end())
                run.bytes += static_cast<std::uint64_t>(std::max<std::int64_t>(size->second, 0));
        if (mark.isCurrent) {
            KeptRun own = run;
            if (!own.provenance) // of what was put together by hand nothing is known but that it is there
                own.provenance = std::make_shared<const Provenance>();
            putRun(found.project, own);
        }
        found.history.push_back(std::move(run));
    }
    return found;
}

const std::pair<const std::string, RunRecord> *ProjectFile::Impl::recordOf(const KeptRun &run) const
{
    if (const auto found = records.find(run.id); found != records.end())
        return &*found;
    if (!run.provenance)
        return nullptr;
    for (const auto &entry : records) {
        const RunRecord &record = entry.second;
        const bool isNameless = run.provenance->key.empty() && !record.hasProvenance;
        if (record.part == run.part &&
            (isNameless || (record.hasProvenance && record.provenance.key == run.provenance->key &&
                            record.provenance.started == run.provenance->started)))
            return &entry;
    }
    return nullptr;
}

Result<std::shared_ptr<const void>> ProjectFile::Impl::value(const RunRecord &record,
                                                             const TaskContext &context)
{
    bool isWhole = true;
    Result<std::shared_ptr<const void>> found = blobs.load(record.value, codingOf(record.part), isWhole);
    if (!found || isWhole || record.part == Part::Cohort) // whose matrix may be read later
        return found;
    if (record.part != Part::Expression || !*found)
        return Error{ErrorCode::FileDamaged, database->path().string() + ": " + partName(record.part)};
    return reread(record, *std::static_pointer_cast<const ExpressionMatrix>(*found), context);
}

Result<std::shared_ptr<const void>>
ProjectFile::Impl::reread(const RunRecord &record, const ExpressionMatrix &names, const TaskContext &context)
{
    if (!reader)
        return Error{ErrorCode::MissingInput, partName(Part::Expression)};
    std::vector<fs::path> places;
    if (const auto given = moved.find(Part::Expression); given != moved.end())
        places.push_back(given->second);
    for (const InputFile &input : state.inputs)
        if (input.part == Part::Expression) {
            places.emplace_back(input.path);
            if (!input.relative.empty())
                places.push_back((home.parent_path() / input.relative).lexically_normal());
        }
    places.emplace_back(names.path);
    Error problem{ErrorCode::FileNotFound, names.path};
    std::error_code failed;
    for (const fs::path &place : places) {
        if (!fs::is_regular_file(place, failed))
            continue;
        Result<ExpressionMatrix> read = reader(place, record.provenance, context);
        if (!read) {
            problem = read.error();
            if (problem.code == ErrorCode::Cancelled)
                return problem;
            continue;
        }
        if (read->sha256 != names.sha256 || read->genes != names.genes || read->samples != names.samples ||
            read->scale != names.scale) {
            problem = {ErrorCode::FileChanged, place.string()};
            continue;
        }
        const std::shared_ptr<const void> value = std::make_shared<const ExpressionMatrix>(*std::move(read));
        blobs.know(record.value, {record.blobs.begin(), record.blobs.end()}, value,
                   codingOf(Part::Expression));
        return value;
    }
    return problem;
}

ProjectFile::ProjectFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ProjectFile::ProjectFile(ProjectFile &&) noexcept = default;
ProjectFile &ProjectFile::operator=(ProjectFile &&) noexcept = default;
ProjectFile::~ProjectFile() = default;

Result<ProjectFile> ProjectFile::open(const fs::path &path, Access access)
{
    Result<std::unique_ptr<Impl>> impl = Impl::open(fs::absolute(withoutLinks(path)), access);
    if (!impl)
        return impl.error();
    return ProjectFile(*std::move(impl));
}

bool ProjectFile::isProject(const fs::path &path)
{
    constexpr std::string_view sqliteStart("SQLite format 3\0", 16), ours = "PGAN";
    constexpr std::size_t idAt = 68; // of the application
    if (isWrittenHere(path))
        return true;
    std::array<char, 72> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    const std::string_view read(head.data(), static_cast<std::size_t>(file.gcount()));
    return read.size() == head.size() && read.starts_with(sqliteStart) && read.substr(idAt) == ours;
}

const fs::path &ProjectFile::path() const
{
    return m_impl->database->path();
}

ProjectFile::Access ProjectFile::access() const
{
    return m_impl->access;
}

std::uint64_t ProjectFile::size() const
{
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path(), failed);
    return failed ? 0 : size;
}

std::string ProjectFile::state() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->stateHash;
}

Result<void> ProjectFile::checkPlace() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->lock ? m_impl->lock->check() : Error{ErrorCode::FileReadOnly, path().string()};
}

void ProjectFile::leanOn(std::shared_ptr<ProjectFile> base)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->base = std::move(base);
    m_impl->blobs.base = m_impl->base ? &m_impl->base->m_impl->blobs : nullptr;
}

std::shared_ptr<ProjectFile> ProjectFile::base() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->base;
}

bool ProjectFile::isWhole() const
{
    const auto locks = locked();
    const auto isWhole = [this](const auto &entry) {
        const std::vector<std::string> &blobs = entry.second.blobs;
        return std::none_of(blobs.begin(), blobs.end(),
                            [this](const std::string &hash) { return m_impl->blobs.isLost(hash); });
    };
    return std::all_of(m_impl->records.begin(), m_impl->records.end(), isWhole);
}

std::vector<std::unique_lock<std::mutex>> ProjectFile::locked(const ProjectFile *other) const
{
    std::set<Impl *> all; // in the order of their addresses, so that no two calls wait for each other
    for (const ProjectFile *file : {this, other})
        if (file) {
            const std::lock_guard lock(file->m_impl->mutex);
            all.insert(file->m_impl.get());
            if (file->m_impl->base)
                all.insert(file->m_impl->base->m_impl.get());
        }
    std::vector<std::unique_lock<std::mutex>> locks;
    for (Impl *impl : all)
        locks.emplace_back(impl->mutex);
    return locks;
}

Result<ProjectContents> ProjectFile::load() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->contents();
}

Result<void> ProjectFile::loadPart(Project &project, Part part, const TaskContext &context) const
{
    const Result<KeptRun> run = project.has(part) || !project.provenance(part)
                                    ? Result<KeptRun>(keptRun(project, part))
                                    : loadRun(keptRun(project, part), context);
    if (!run)
        return run.error();
    if (!project.has(part) && run->value)
        putRun(project, *run);
    if (part != Part::Expression || !project.cohort || project.cohort->expression ||
        !project.cohort.provenance())
        return {};
    // The cohort was there before its matrix.
    const Result<KeptRun> cohort = loadRun(keptRun(project, Part::Cohort), context);
    if (cohort && cohort->value)
        putRun(project, *cohort);
    return {};
}

Result<void> ProjectFile::loadParts(Project &project, std::vector<LostPart> *lost,
                                    const TaskContext &context) const
{
    for (const Part part : pendingParts(project)) {
        const Result<void> loaded = loadPart(project, part, context);
        if (!loaded && (!lost || loaded.error().code == ErrorCode::Cancelled))
            return loaded;
        if (!loaded)
            lost->push_back({part, loaded.error()});
    }
    return {};
}

Result<KeptRun> ProjectFile::loadRun(const KeptRun &run, const TaskContext &context) const
{
    const auto locks = locked();
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    const auto *entry = m_impl->recordOf(run);
    if (!entry)
        return Error{ErrorCode::MissingInput, partName(run.part)};
    const RunRecord &record = entry->second;
    Result<std::shared_ptr<const void>> value = m_impl->value(record, context);
    if (!value && value.error().code == ErrorCode::FileDamaged)
        if (const Result<void> same = m_impl->checkUnchanged(); !same)
            return same.error();
    if (!value)
        return value.error();
    KeptRun loaded = run;
    loaded.id = entry->first;
    loaded.value = *std::move(value);
    if (!record.hasProvenance)
        loaded.provenance = nullptr;
    return loaded;
}

void ProjectFile::setMatrixReader(MatrixReader reader)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->reader = std::move(reader);
}

void ProjectFile::setInputPath(Part part, const fs::path &path)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->moved[part] = fs::absolute(path);
}

Result<ExpressionMatrix> ProjectFile::matrixNames(const Project &project) const
{
    const auto locks = locked();
    const auto *entry = m_impl->recordOf(keptRun(project, Part::Expression));
    if (!entry)
        return Error{ErrorCode::MissingInput, partName(Part::Expression)};
    bool isWhole = true;
    const auto found = m_impl->blobs.load(entry->second.value, codingOf(Part::Expression), isWhole);
    if (!found)
        return found.error();
    const auto &matrix = *std::static_pointer_cast<const ExpressionMatrix>(*found);
    ExpressionMatrix names;
    names.genes = matrix.genes;
    names.samples = matrix.samples;
    names.scale = matrix.scale;
    names.path = matrix.path;
    names.sha256 = matrix.sha256;
    return names;
}

Result<std::vector<std::string>> ProjectFile::verify(const TaskContext &context) const
{
    const auto locks = locked();
    std::vector<std::string> problems;
    const auto sizes = m_impl->blobs.sizes();
    if (!sizes)
        return sizes.error();
    for (const auto &[hash, stored] : *sizes) {
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, {}};
        if (const auto content = m_impl->blobs.content(hash); !content)
            problems.push_back(content.error().detail);
    }
    for (const auto &[id, record] : m_impl->records)
        for (const std::string &blob : record.blobs)
            if (sizes->count(blob) == 0)
                problems.push_back(blob + ": is not there");
    Statement check = m_impl->database->prepare("PRAGMA integrity_check");
    while (check.next())
        if (check.text(0) != "ok")
            problems.emplace_back(check.text(0));
    return problems;
}

} // namespace pathgan
