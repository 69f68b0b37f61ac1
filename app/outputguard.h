// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// Whether what stands at a path is an earlier result of the same command, told by its content.
using LooksOurs = std::function<bool(const std::filesystem::path &)>;

/// A table with one of these headers, to the letter; tabs, or commas in .csv.
LooksOurs tableWith(std::vector<std::vector<std::string>> headers);
/// A table whose header begins with these names.
LooksOurs tableFrom(std::vector<std::string> names);
/// A table with this corner whose other columns are all known, and one at least.
LooksOurs matrixOf(std::string corner, std::function<bool(const std::string &)> isColumn);
/// A file that begins with this.
LooksOurs textFrom(std::string start);
/// A network as `train` writes it.
LooksOurs savedNetwork();

/// Files of a folder of results: a name in which one * stands for anything, and how they are known.
struct FolderFile
{
    std::string name;
    LooksOurs looksOurs;
};
/// What a step and `run` may write into their folder.
std::vector<FolderFile> fluxFiles();
std::vector<FolderFile> trainFiles();
std::vector<FolderFile> enrichFiles();
std::vector<FolderFile> explainFiles();
std::vector<FolderFile> generateFiles();
std::vector<FolderFile> stressFiles();
std::vector<FolderFile> compareFiles();
std::vector<FolderFile> runFiles();

/// Keeps a command from writing over its inputs, over its own outputs and over what is not its to replace.
class OutputGuard
{
public:
    void addInput(const std::filesystem::path &path);
    /// InvalidOption when it is one of the inputs or the same as another output. option: for messages.
    Result<void> addOutput(const std::string &option, const std::filesystem::path &path);
    Result<void> addFolder(const std::string &option, const std::filesystem::path &path);
    /// InvalidOption where something else than an earlier result stands; an empty file is nothing.
    Result<void> mayReplace(const std::string &option, const std::filesystem::path &path,
                            const LooksOurs &looksOurs, bool force);
    /// The same for the files of a folder, none of which may be an input.
    Result<void> mayFill(const std::string &option, const std::filesystem::path &folder,
                         const std::vector<FolderFile> &files, bool force);
    /// What was there from the beginning and has not been replaced: a sentence for each output, or none.
    std::vector<std::string> leftFromEarlier() const;

private:
    struct Old
    {
        std::filesystem::path path, folder; ///< folder: of the results, if any
        std::filesystem::file_time_type time;
    };

    bool isInput(const std::filesystem::path &path) const;
    void remember(const std::filesystem::path &path, const std::filesystem::path &folder);

    std::vector<std::filesystem::path> m_inputs, m_outputs;
    std::vector<Old> m_old;
};

} // namespace pathgan
