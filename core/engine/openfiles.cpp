// SPDX-License-Identifier: GPL-3.0-or-later
// Files of any kind, recognised from their content.

#include "core/base/marked.h"
#include "core/engine/session.h"

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

namespace pathgan {

std::optional<Part> partOf(FileKind kind)
{
    static const std::map<FileKind, Part> parts = {
        {FileKind::Expression, Part::Expression}, {FileKind::Clinical, Part::Clinical},
        {FileKind::GeneSets, Part::GeneSets},     {FileKind::Interactions, Part::Interactions},
        {FileKind::GeneMap, Part::GeneMap},       {FileKind::Model, Part::Model},
        {FileKind::Network, Part::Training}};
    const auto it = parts.find(kind);
    return it == parts.end() ? std::nullopt : std::optional(it->second);
}

void Session::openFiles(const QStringList &paths)
{
    recogniseFiles(paths, [this](const FileKinds &kinds) { openRecognised(kinds); });
}

void Session::recogniseFiles(const QStringList &paths, std::function<void(const FileKinds &)> done)
{
    m_engine.start<FileKinds>(
        QString(marked("Core", "Recognising files")),
        [paths](const TaskContext &) -> Result<FileKinds> {
            FileKinds kinds;
            for (const QString &path : paths)
                kinds.emplace_back(path, detectFileKind(std::filesystem::path(path.toStdU16String())));
            return kinds;
        },
        [done = std::move(done)](Result<FileKinds> kinds) {
            if (kinds)
                done(*kinds);
        },
        Lane::Light);
}

void Session::openRecognised(const FileKinds &kinds)
{
    for (const auto &[path, kind] : kinds) {
        const std::optional<Part> part = kind ? partOf(*kind) : std::nullopt;
        if (!kind)
            emit failed(kind.error(), std::nullopt);
        else if (!part)
            emit failed({ErrorCode::UnknownFormat, path.toStdString() + ": " + fileKindName(*kind)},
                        std::nullopt);
        else if (*part == Part::Training)
            loadNetwork(path);
        else
            openFile(path, *part);
    }
}

} // namespace pathgan
