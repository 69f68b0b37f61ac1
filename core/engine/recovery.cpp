// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/recovery.h"

#include "core/project/store/projectfile.h"

#include <QStandardPaths>

#include <algorithm>
#include <cstdlib>
#include <system_error>

namespace pathgan {

namespace fs = std::filesystem;

fs::path recoveryFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return data.isEmpty() ? fs::path() : fs::path(data.toStdU16String()) / "recovery";
}

std::string savedMark(const fs::path &recoveryFile, long long edit)
{
    return recoveryFile.empty() ? std::string()
                                : recoveryFile.filename().string() + ' ' + std::to_string(edit);
}

namespace {

/// Whether the program ended after it had saved the project, and before it said so here.
bool isSavedSince(const fs::path &recoveryFile, const std::string &project, const std::string &edit)
{
    std::error_code failed;
    if (project.empty() || fs::exists(project + "-journal", failed)) // a save that did not end
        return false;
    const Result<ProjectFile> file = ProjectFile::open(project, ProjectFile::Access::ReadOnly);
    Result<ProjectContents> contents = file ? file->load() : Result<ProjectContents>(file.error());
    if (!contents)
        return false;
    const std::string saved = contents->settings[recoverySaved], of = recoveryFile.filename().string() + ' ';
    return saved.starts_with(of) && std::atoll(saved.c_str() + of.size()) >= std::atoll(edit.c_str());
}

} // namespace

std::vector<Recoverable> recoverables(const fs::path &folder)
{
    std::vector<Recoverable> found;
    std::error_code failed;
    removeUnfinished(folder);
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() != ".pathgan")
            continue;
        bool isClean = false;
        {
            const Result<ProjectFile> file = ProjectFile::open(entry.path(), ProjectFile::Access::ReadWrite);
            if (!file) // in use, or damaged: not ours to remove
                continue;
            Result<ProjectContents> contents = file->load();
            if (!contents)
                continue;
            const auto text = [&](const char *key) { return contents->settings[key]; };
            isClean = text(recoveryClean) == "1" ||
                      isSavedSince(entry.path(), text(recoveryOf), text(recoveryEdit));
            if (!isClean)
                found.push_back({entry.path(), text(recoveryOf), text(recoveryTime), text(recoveryStep)});
        }
        std::error_code ignored;
        if (isClean)
            fs::remove(entry.path(), ignored);
    }
    std::sort(found.begin(), found.end(),
              [](const Recoverable &a, const Recoverable &b) { return a.time > b.time; });
    return found;
}

} // namespace pathgan
