// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/outputfile.h"
#include "core/project/store/parts_p.h"
#include "core/project/store/projectfile_p.h"

#include <algorithm>
#include <utility>

namespace pathgan {

namespace {

/// Runs whose blobs are whole, whatever the state says.
std::map<std::string, RunRecord> wholeRuns(const Database &database, Blobs &blobs)
{
    std::map<std::string, RunRecord> runs;
    std::vector<std::string> found;
    Statement all = database.prepare("SELECT hash FROM blob WHERE kind = ?");
    all.bind(codingOf<RunRecord>().word);
    while (all.next())
        found.emplace_back(all.text(0));
    for (const std::string &id : found)
        if (const auto record = loadAs<RunRecord>(blobs, id))
            runs.emplace(id, **record);
    return runs;
}

/// The options of the runs, as far as the project has options of their names.
void takeOptions(Project &project, const std::vector<KeptRun> &runs)
{
    const auto take = [](const OptionsRef &options, const Provenance &provenance) {
        for (const OptionSetting &setting : provenance.options)
            if (const OptionField *field = options.table().find(setting.key);
                field && field->accepts(setting.value))
                options.put(*field, setting.value);
    };
    for (const KeptRun &run : runs)
        if (run.provenance) {
            take(project.options, *run.provenance);
            if (run.part == Part::Generation)
                take(project.generateOptions, *run.provenance);
            if (run.part == Part::ModelCheck)
                take(project.checkOptions, *run.provenance);
        }
}

} // namespace

Result<ProjectContents> salvageProject(const std::filesystem::path &path, std::vector<LostPart> &lost,
                                       const TaskContext &context, MatrixReader reader)
{
    Result<Database> database = Database::open(std::filesystem::absolute(withoutLinks(path)), false, false);
    if (!database)
        return database.error();
    ProjectFile::Impl impl(*std::move(database));
    impl.home = impl.database->path();
    impl.reader = std::move(reader);
    ProjectContents contents;
    if (const Result<void> read = impl.readState(); read) {
        contents = impl.contents();
    } else {
        impl.records = wholeRuns(*impl.database, impl.blobs);
        if (impl.records.empty())
            return read.error();
        for (const auto &[id, record] : impl.records)
            contents.history.push_back(impl.runOf(record, id));
        const auto started = [](const KeptRun &run) {
            return run.provenance ? run.provenance->started : std::string();
        };
        std::sort(contents.history.begin(), contents.history.end(),
                  [&](const KeptRun &a, const KeptRun &b) { return started(a) < started(b); });
        for (const KeptRun &run : contents.history) // the newest of each part comes last
            putRun(contents.project, run);
        takeOptions(contents.project, contents.history);
    }
    std::vector<KeptRun> whole;
    for (KeptRun &run : contents.history) {
        const KeptRun own = keptRun(contents.project, run.part);
        const bool isCurrent = own.provenance && isSameRun(own, run);
        const auto value = impl.value(impl.records.at(run.id), context);
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, {}};
        run.value = value ? *value : nullptr;
        if (isCurrent) {
            KeptRun none;
            none.part = run.part;
            putRun(contents.project, value ? run : none);
            if (!value)
                lost.push_back({run.part, value.error()});
        }
        run.id.clear(); // in the file that is written next it is new
        if (value)
            whole.push_back(std::move(run));
    }
    contents.history = std::move(whole);
    return contents;
}

} // namespace pathgan
