// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"

#include "core/steps/resultfolder.h"
#include "ui/plots/figures.h"

namespace pathgan {

Result<std::vector<std::string>> writeFolder(const CommandLine &line, const QString &option,
                                             const Project &project, const std::vector<NamedTable> &tables,
                                             const std::vector<Part> &figures)
{
    const std::filesystem::path folder = line.path(option);
    Result<std::vector<std::string>> files = writeTables(tables, folder);
    if (!files)
        return files;
    if (!figures.empty()) {
        const auto drawn = exportFigures(project, folder, 300, line.context(), figures);
        if (!drawn)
            return drawn.error();
        files->insert(files->end(), drawn->begin(), drawn->end());
    }
    if (const Result<void> written =
            writeManifest(project, {line.notes(), {}, {}, line.streams().ownNames()}, *files, folder);
        !written)
        return written.error();
    return files;
}

} // namespace pathgan
