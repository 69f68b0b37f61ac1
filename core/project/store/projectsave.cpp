// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/project/store/parts_p.h"
#include "core/project/store/projectfile_p.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

/// Inputs and what follows from them at once have no history.
bool hasHistory(Part part)
{
    return part > Part::Cohort;
}

/// Whether a file will be there tomorrow: no pipe, no device, nothing of a process.
bool canBeReadAgain(const fs::path &path)
{
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    return !failed && fs::is_regular_file(real, failed) && *std::next(real.begin()) != "proc" &&
           *std::next(real.begin()) != "dev";
}

/// Everything that is asked for, oldest first; what the project holds is among it once.
std::vector<WantedRun> wantedRuns(const ProjectContents &contents, std::size_t mostRuns)
{
    std::vector<WantedRun> wanted;
    for (const KeptRun &run : contents.history)
        wanted.push_back({run, false});
    forEachPart(contents.project, [&](Part part, const auto &artifact) {
        if (!artifact && !artifact.isPending())
            return;
        const KeptRun own = keptRun(contents.project, part);
        const auto known = std::find_if(wanted.begin(), wanted.end(),
                                        [&own](const auto &one) { return isSameRun(one.run, own); });
        if (known == wanted.end()) {
            wanted.push_back({own, true});
            return;
        }
        known->isCurrent = true;
        if (!known->run.value)
            known->run.value = own.value;
    });
    std::map<Part, std::size_t> count;
    std::vector<WantedRun> kept;
    for (auto one = wanted.rbegin(); one != wanted.rend(); ++one) {
        const std::size_t most = hasHistory(one->run.part) ? mostRuns : 0;
        const bool isNew = !one->run.isPinned && count[one->run.part] < most;
        count[one->run.part] += one->run.isPinned ? 0 : 1;
        if (one->isCurrent || (one->run.isPinned && hasHistory(one->run.part)) || isNew)
            kept.push_back(std::move(*one));
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

} // namespace

Result<void> ProjectFile::Impl::checkUnchanged() const
{
    Statement meta = database->prepare("SELECT value FROM meta WHERE key = 'state'");
    const bool isThere = meta.next();
    if (meta.failure() != 0)
        return database->error(meta.failure());
    if (isThere ? meta.text(0) != stateHash : !stateHash.empty())
        return Error{ErrorCode::FileChanged, database->path().string()};
    return {};
}

Result<RunRecord> ProjectFile::Impl::encodeRun(const KeptRun &run)
{
    RunRecord record;
    record.part = run.part;
    record.hasProvenance = run.provenance && !run.provenance->key.empty();
    if (record.hasProvenance)
        record.provenance = *run.provenance;
    const Coding &coding = codingOf(run.part);
    if (coding.scores)
        record.scores = coding.scores(run.value.get());
    // Equal keys stand for equal values, computed by the same programs.
    for (const auto &[id, other] : records)
        if (record.hasProvenance && other.hasProvenance && other.part == record.part &&
            other.provenance.key == record.provenance.key &&
            other.provenance.versions == record.provenance.versions && run.part != Part::Cohort) {
            record.value = other.value;
            record.blobs = other.blobs;
            blobs.know(record.value, {record.blobs.begin(), record.blobs.end()}, run.value, coding);
            return record;
        }
    Result<StoredValue> stored = blobs.store(run.value, coding);
    if (!stored)
        return stored.error();
    record.value = stored->hash;
    record.blobs.assign(stored->blobs.begin(), stored->blobs.end());
    return record;
}

Result<RunRecord> ProjectFile::Impl::copyRun(const KeptRun &run, Impl &from)
{
    const auto *entry = from.recordOf(run);
    if (!entry)
        return Error{ErrorCode::MissingInput, partName(run.part)};
    for (const std::string &blob : entry->second.blobs)
        if (const Result<void> copied = blobs.copy(blob, from.blobs); !copied)
            return copied.error();
    return entry->second;
}

/// What lay in a base that is none any more comes into the file.
Result<void> ProjectFile::Impl::complete(const RunRecord &record, const KeptRun &run, const Impl *from)
{
    const auto isLost = [this](const std::string &hash) { return blobs.isLost(hash); };
    for (const std::string &hash : record.blobs)
        if (from && isLost(hash))
            if (const Result<void> copied = blobs.copy(hash, from->blobs); !copied && !run.value)
                return copied;
    if (run.value && std::any_of(record.blobs.begin(), record.blobs.end(), isLost))
        if (const auto stored = blobs.store(run.value, codingOf(run.part)); !stored)
            return stored.error();
    if (std::any_of(record.blobs.begin(), record.blobs.end(), isLost))
        return Error{ErrorCode::MissingInput, partName(run.part)};
    return {};
}

Result<std::string> ProjectFile::Impl::idOf(const KeptRun &run, Impl *from,
                                            std::map<std::string, RunRecord> &kept)
{
    const bool isNameless = run.value && (!run.provenance || run.provenance->key.empty());
    const auto *entry = isNameless ? nullptr : recordOf(run);
    if (entry) {
        const RunRecord &record = entry->second;
        if (run.value)
            blobs.know(record.value, {record.blobs.begin(), record.blobs.end()}, run.value,
                       codingOf(run.part));
        if (const Result<void> whole = complete(record, run, from); !whole)
            return whole.error();
        kept.insert(*entry);
        return entry->first;
    }
    const bool isInBase = !isNameless && from && blobs.base == &from->blobs && from->recordOf(run);
    Result<RunRecord> record = run.value && !isInBase ? encodeRun(run)
                               : from                 ? copyRun(run, *from)
                                      : Result<RunRecord>(Error{ErrorCode::MissingInput, partName(run.part)});
    if (!record)
        return record.error();
    if (run.value && isInBase)
        blobs.know(record->value, {record->blobs.begin(), record->blobs.end()}, run.value,
                   codingOf(run.part));
    return keepRecord(*std::move(record), kept);
}

/// Writes it; its id.
Result<std::string> ProjectFile::Impl::keepRecord(RunRecord record, std::map<std::string, RunRecord> &kept)
{
    const Result<std::string> bytes = encoded(&record, codingOf<RunRecord>(), blobs);
    if (!bytes)
        return bytes.error();
    const std::string id = sha256(*bytes);
    if (const Result<void> written = blobs.write(id, codingOf<RunRecord>().word, *bytes); !written)
        return written.error();
    kept.emplace(id, std::move(record));
    return id;
}

/// What cannot be read again as it was stays in the file, or comes into it.
bool ProjectFile::Impl::mustPack(const ProjectContents &contents, const std::vector<InputFile> &inputs,
                                 const Impl *from) const
{
    if (contents.packsInputs || contents.project.isExample)
        return true;
    const auto matrixOf = [](const std::vector<InputFile> &list) {
        return std::find_if(list.begin(), list.end(),
                            [](const InputFile &input) { return input.part == Part::Expression; });
    };
    const auto input = matrixOf(inputs);
    if (input == inputs.end())
        return false;
    if (!canBeReadAgain(input->path))
        return true;
    const std::vector<InputFile> &before = (from ? from : this)->state.inputs;
    const auto packed = matrixOf(before);
    if (packed == before.end() || !packed->isPacked)
        return false;
    const Result<std::string> hash = sha256File(input->path); // before the only copy goes
    return !hash || *hash != input->sha256;
}

bool ProjectFile::Impl::isOfEarlierCoding(const std::string &hash) const
{
    const auto content = blobs.content(hash);
    return content && *content && codedVersion(**content) < codingVersion;
}

/// Brings the values of the matrix into the file, or takes them out of it where they can be read again. The
/// id of its run: another one where the file is of an earlier coding, by which the same values had other
/// hashes.
Result<std::string> ProjectFile::Impl::placeMatrix(const ProjectContents &contents, const std::string &id,
                                                   std::map<std::string, RunRecord> &kept)
{
    const RunRecord record = kept.at(id);
    const auto isStored = [&](const std::string &hash) { return blobs.isServed(hash); };
    const bool isPacked = std::all_of(record.blobs.begin(), record.blobs.end(), isStored);
    if (blobs.packs && !isPacked) {
        std::shared_ptr<const void> held = contents.project.expression.value();
        if (!held) {
            const auto found = value(record, blobs.context);
            if (!found)
                return found.error();
            held = *found;
        }
        const auto stored = blobs.store(held, codingOf(Part::Expression));
        if (!stored)
            return stored.error();
        if (std::all_of(record.blobs.begin(), record.blobs.end(), isStored))
            return id;
        if (!isOfEarlierCoding(
                record.value)) // a matrix that was moved names another file; its values are the same
            return Error{ErrorCode::FileChanged,
                         contents.project.expression ? contents.project.expression->path : std::string()};
        RunRecord renewed = record;
        renewed.value = stored->hash;
        renewed.blobs.assign(stored->blobs.begin(), stored->blobs.end());
        kept.erase(id);
        return keepRecord(std::move(renewed), kept);
    }
    if (!blobs.packs && isPacked)
        for (const std::string &hash : record.blobs)
            if (hash != record.value)
                if (const Result<void> out = blobs.leaveOut(hash); !out)
                    return out.error();
    return id;
}

std::vector<InputFile> ProjectFile::Impl::inputsOf(const ProjectContents &contents, const Impl *from) const
{
    std::vector<InputFile> inputs;
    forEachPart(contents.project, [&](Part part, const auto &artifact) {
        if (part >= Part::Cohort || (!artifact && !artifact.isPending()))
            return;
        InputFile input;
        input.part = part;
        for (const auto &known : {state.inputs, from ? from->state.inputs : contents.inputs})
            for (const InputFile &one : known)
                if (one.part == part)
                    input = one;
        if constexpr (requires { artifact->path; })
            if (artifact) {
                input.path = artifact->path;
                input.sha256 = artifact->sha256;
            }
        if constexpr (std::is_same_v<decltype(*artifact), const GeneTable &>) // it knows no path
            if (artifact && artifact.provenance() && !artifact.provenance()->files.empty()) {
                input.path = artifact.provenance()->files.front().path;
                input.sha256 = artifact.provenance()->files.front().sha256;
            }
        if (const auto given = moved.find(part); given != moved.end())
            input.path = given->second.string();
        std::error_code failed;
        if (const std::uintmax_t size = fs::file_size(input.path, failed); !failed)
            input.size = size;
        if (!input.path.empty())
            input.path = fs::absolute(input.path).string();
        input.relative = fs::path(input.path).lexically_relative(home.parent_path()).string();
        inputs.push_back(std::move(input));
    });
    return inputs;
}

Result<SaveReport> ProjectFile::Impl::write(const ProjectContents &contents, Impl *from,
                                            const SaveOptions &options)
{
    blobs.written = 0;
    blobs.writtenBytes = 0;
    ProjectState next = stateOf(contents);
    next.inputs = inputsOf(contents, from);
    blobs.packs = mustPack(contents, next.inputs, from);
    for (InputFile &input : next.inputs)
        input.isPacked = input.part != Part::Expression || blobs.packs;
    std::map<std::string, RunRecord> kept;
    std::set<std::string> live;
    const std::vector<WantedRun> wanted = wantedRuns(contents, options.mostRuns);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        blobs.context.report(marked("Core", "Saving project"), static_cast<double>(i),
                             static_cast<double>(wanted.size()));
        const KeptRun &run = wanted[i].run;
        Result<std::string> id = idOf(run, from, kept);
        if (id && run.part == Part::Expression && wanted[i].isCurrent)
            id = placeMatrix(contents, *id, kept);
        if (!id)
            return id.error();
        const RunRecord &record = kept.at(*id);
        live.insert(*id);
        live.insert(record.blobs.begin(), record.blobs.end());
        const auto twin = std::find_if(next.runs.begin(), next.runs.end(),
                                       [&](const RunMark &mark) { return mark.id == *id; });
        if (twin == next.runs.end()) {
            next.runs.push_back({*id, run.note, run.isPinned, wanted[i].isCurrent});
            continue;
        }
        twin->isCurrent = twin->isCurrent || wanted[i].isCurrent;
        twin->isPinned = twin->isPinned || run.isPinned;
    }
    const Result<std::string> bytes = encoded(&next, codingOf<ProjectState>(), blobs);
    if (!bytes)
        return bytes.error();
    const std::string hash = sha256(*bytes);
    live.insert(hash);
    Result<void> done = blobs.write(hash, codingOf<ProjectState>().word, *bytes);
    Statement meta = database->prepare("INSERT OR REPLACE INTO meta(key, value) VALUES('state', ?)");
    if (done)
        done = database->run(meta.bind(hash));
    const Result<std::size_t> removed = done ? blobs.keepOnly(live) : Result<std::size_t>(done.error());
    if (removed)
        done = database->run("PRAGMA incremental_vacuum");
    if (!removed || !done)
        return removed ? done.error() : removed.error();
    SaveReport report{blobs.written, blobs.writtenBytes, *removed, {}, next.inputs};
    if (const Result<void> committed = database->run("COMMIT"); !committed)
        return committed.error();
    stateHash = hash;
    version = codingVersion;
    state = std::move(next);
    records = std::move(kept);
    report.history = this->contents().history;
    return report;
}

Result<SaveReport> ProjectFile::Impl::save(const ProjectContents &contents, Impl *from,
                                           const SaveOptions &options, const TaskContext &context)
{
    if (lock)
        if (const Result<void> there = lock->check(); !there)
            return there.error();
    fs::path earlier;
    if (options.keepsEarlier && version != 0 && version < codingVersion) {
        const Result<fs::path> kept = keepEarlier();
        if (!kept)
            return kept.error();
        earlier = *kept;
    }
    if (const Result<void> begun = database->run("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    blobs.context = context;
    blobs.leftToBase = options.leftToBase;
    Result<void> same = checkUnchanged();
    Result<SaveReport> report = same ? write(contents, from, options) : Result<SaveReport>(same.error());
    blobs.context = {};
    if (!report) // where SQLite has done so itself, there is nothing left to roll back
        (void)database->run("ROLLBACK");
    else
        report->earlier = earlier;
    return report;
}

Result<SaveReport> ProjectFile::save(const ProjectContents &contents, const SaveOptions &options,
                                     const TaskContext &context, ProjectFile *from)
{
    if (from == this)
        from = nullptr;
    const std::shared_ptr<ProjectFile> before = base();
    if (!from) // what was left to it is still there
        from = before.get();
    leanOn(options.base);
    const auto locks = locked(from);
    if (m_impl->access == Access::ReadOnly)
        return Error{ErrorCode::FileReadOnly, path().string()};
    return m_impl->save(contents, from ? from->m_impl.get() : nullptr, options, context);
}

} // namespace pathgan
