// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outputguard.h"

#include "core/base/outputfile.h"
#include "core/base/text.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longestLine = std::size_t{1} << 24; // bytes

std::string startOf(const fs::path &path, std::size_t size)
{
    std::string start(size, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), static_cast<std::streamsize>(size));
    start.resize(static_cast<std::size_t>(file.gcount()));
    return start;
}

/// Fields of the first line as tablewriter writes them.
std::vector<std::string> headerOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string line;
    for (char c = 0; line.size() < longestLine && file.get(c) && c != '\n';)
        line += c;
    if (file.eof() && line.empty())
        return {};
    std::vector<std::string> fields = split(line, toUpper(path.extension().string()) == ".CSV" ? ',' : '\t');
    for (std::string &field : fields)
        if (field.size() > 1 && field.front() == '"' && field.back() == '"')
            field = field.substr(1, field.size() - 2);
    return fields;
}

bool isWritten(const fs::path &path)
{
    std::error_code failed;
    return fs::is_regular_file(path, failed) &&
           fs::file_size(path, failed) > 1; // a table without columns is a line end
}

bool isSame(const fs::path &a, const fs::path &b)
{
    std::error_code failed;
    if (fs::equivalent(a, b, failed))
        return true;
    return fs::weakly_canonical(withoutLinks(a), failed) == fs::weakly_canonical(withoutLinks(b), failed);
}

bool matches(std::string_view name, std::string_view pattern)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return name == pattern;
    const std::string_view end = pattern.substr(star + 1);
    return name.size() >= pattern.size() - 1 && name.starts_with(pattern.substr(0, star)) &&
           name.ends_with(end);
}

Error refused(const std::string &option, const fs::path &path, const std::string &why)
{
    return {ErrorCode::InvalidOption, option + " " + path.string() + ": " + why};
}

const char *const notOurs = "exists, and does not look like an earlier result of this command; --force "
                            "replaces it";

} // namespace

LooksOurs tableWith(std::vector<std::vector<std::string>> headers)
{
    return [headers = std::move(headers)](const fs::path &path) {
        return std::find(headers.begin(), headers.end(), headerOf(path)) != headers.end();
    };
}

LooksOurs tableFrom(std::vector<std::string> names)
{
    return [names = std::move(names)](const fs::path &path) {
        const std::vector<std::string> header = headerOf(path);
        return header.size() >= names.size() && std::equal(names.begin(), names.end(), header.begin());
    };
}

LooksOurs matrixOf(std::string corner, std::function<bool(const std::string &)> isColumn)
{
    return [corner = std::move(corner), isColumn = std::move(isColumn)](const fs::path &path) {
        const std::vector<std::string> header = headerOf(path);
        return header.size() > 1 && header.front() == corner &&
               std::all_of(header.begin() + 1, header.end(), isColumn);
    };
}

LooksOurs textFrom(std::string start)
{
    return [start = std::move(start)](const fs::path &path) { return startOf(path, start.size()) == start; };
}

LooksOurs savedNetwork()
{
    return [](const fs::path &path) {
        if (startOf(path, 4) != "PK\x03\x04")
            return false;
        std::ostringstream content;
        content << std::ifstream(path, std::ios::binary).rdbuf();
        return content.str().find("pathgan-network") != std::string::npos;
    };
}

void OutputGuard::addInput(const fs::path &path)
{
    std::error_code failed;
    if (fs::exists(path, failed))
        m_inputs.push_back(path);
}

bool OutputGuard::isInput(const fs::path &path) const
{
    return !isStreamPath(path) && std::any_of(m_inputs.begin(), m_inputs.end(),
                                              [&](const fs::path &input) { return isSame(input, path); });
}

Result<void> OutputGuard::addOutput(const std::string &option, const fs::path &path)
{
    std::error_code failed;
    if (fs::is_directory(path, failed))
        return refused(option, path, "is a folder");
    if (withoutLinks(path) == "/dev/null")
        return {};
    if (isInput(path))
        return refused(option, path, "is an input of this command");
    for (const fs::path &other : m_outputs)
        if (isSame(other, path))
            return refused(option, path, "is another output of this command");
    m_outputs.push_back(path);
    return {};
}

Result<void> OutputGuard::addFolder(const std::string &option, const fs::path &path)
{
    std::error_code failed;
    if (path == "-" || (fs::exists(path, failed) && !fs::is_directory(path, failed)))
        return refused(option, path, "is no folder");
    return {};
}

void OutputGuard::remember(const fs::path &path, const fs::path &folder)
{
    std::error_code failed;
    const fs::file_time_type time = fs::last_write_time(path, failed);
    if (!failed)
        m_old.push_back({path, folder, time});
}

Result<void> OutputGuard::mayReplace(const std::string &option, const fs::path &path,
                                     const LooksOurs &looksOurs, bool force)
{
    if (isStreamPath(path) || !isWritten(path))
        return {};
    if (isInput(path))
        return refused(option, path, "is an input of this command");
    const bool ours = looksOurs(path);
    if (!ours && !force)
        return refused(option, path, notOurs);
    if (ours)
        remember(path, {});
    return {};
}

Result<void> OutputGuard::mayFill(const std::string &option, const fs::path &folder,
                                  const std::vector<FolderFile> &files, bool force)
{
    std::vector<fs::path> found;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        if (isWritten(it->path()))
            found.push_back(it->path());
    std::sort(found.begin(), found.end());
    for (const fs::path &path : found) {
        const auto known = std::find_if(files.begin(), files.end(), [&](const FolderFile &file) {
            return matches(path.filename().string(), file.name);
        });
        if (known == files.end())
            continue;
        if (isInput(path))
            return refused(option, path, "is an input of this command");
        const bool ours = known->looksOurs(path);
        if (!ours && !force)
            return refused(option, path, notOurs);
        if (ours)
            remember(path, folder);
    }
    return {};
}

std::vector<std::string> OutputGuard::leftFromEarlier() const
{
    std::vector<std::string> sentences;
    std::vector<std::pair<fs::path, std::vector<std::string>>> folders;
    for (const Old &old : m_old) {
        std::error_code failed;
        const fs::file_time_type now = fs::last_write_time(old.path, failed);
        if (failed || now != old.time)
            continue;
        if (old.folder.empty()) {
            sentences.push_back(old.path.string() + " still holds the result of an earlier run");
            continue;
        }
        if (folders.empty() || folders.back().first != old.folder)
            folders.push_back({old.folder, {}});
        folders.back().second.push_back(old.path.filename().string());
    }
    constexpr std::size_t mostNamed = 5;
    for (const auto &[folder, names] : folders) {
        std::string sentence = folder.string() + " still holds ";
        sentence += names.size() == 1 ? "a file" : std::to_string(names.size()) + " files";
        sentence += " of an earlier run: ";
        for (std::size_t i = 0; i < std::min(names.size(), mostNamed); ++i)
            sentence += (i > 0 ? ", " : "") + names[i];
        sentences.push_back(sentence + (names.size() > mostNamed ? ", …" : ""));
    }
    return sentences;
}

} // namespace pathgan
