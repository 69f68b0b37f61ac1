// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/unpacker_p.h"

#include <algorithm>
#include <string>
#include <vector>
#include <zip.h>

namespace pathgan {

namespace {

struct Archive
{
    explicit Archive(const std::filesystem::path &path)
    {
        int code = 0;
        handle = zip_open(path.string().c_str(), ZIP_RDONLY, &code);
    }
    ~Archive()
    {
        if (handle)
            zip_discard(handle);
    }
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;

    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        const zip_int64_t count = handle ? zip_get_num_entries(handle, 0) : 0;
        for (zip_int64_t i = 0; i < count; ++i) {
            const char *name = zip_get_name(handle, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
            all.emplace_back(name ? name : "");
        }
        return all;
    }

    zip_t *handle = nullptr;
};

/// Folders and what file managers add.
bool isAccompanying(const std::string &name)
{
    return name.empty() || name.ends_with('/') || name.starts_with("__MACOSX/") ||
           name.ends_with(".DS_Store");
}

/// What the archive is, where it is no packed table or model.
const char *otherKind(const std::vector<std::string> &names)
{
    for (const std::string &name : names) {
        if (name == "[Content_Types].xml")
            return "a workbook: save the sheet as CSV or tab-separated text";
        if (name == "mimetype" || name == "META-INF/manifest.xml")
            return "an OpenDocument file: save the sheet as CSV or tab-separated text";
        if (name.ends_with("/data.pkl"))
            return "a trained network";
    }
    return nullptr;
}

} // namespace

struct ZipEntry::State
{
    explicit State(const std::filesystem::path &path) : archive(path) {}
    ~State()
    {
        if (file)
            zip_fclose(file);
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    Archive archive;
    zip_file_t *file = nullptr;
    std::size_t size = 0;
};

ZipEntry::ZipEntry(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ZipEntry::~ZipEntry() = default;

Result<std::unique_ptr<ZipEntry>> ZipEntry::open(const std::filesystem::path &path)
{
    auto state = std::make_unique<State>(path);
    if (!state->archive.handle)
        return Error{ErrorCode::FileTruncated, path.string() + ": zip"};
    const std::vector<std::string> names = state->archive.names();
    if (const char *kind = otherKind(names))
        return Error{ErrorCode::UnknownFormat, path.string() + ": " + kind};
    std::vector<std::size_t> files;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!isAccompanying(names[i]))
            files.push_back(i);
    }
    if (files.size() != 1) {
        std::string detail = path.string() + ": zip of " + std::to_string(files.size()) + " files";
        for (std::size_t i = 0; i < std::min<std::size_t>(files.size(), 3); ++i)
            detail += (i == 0 ? ": " : ", ") + names[files[i]];
        return Error{ErrorCode::UnknownFormat, detail};
    }
    zip_stat_t facts{};
    if (zip_stat_index(state->archive.handle, files[0], 0, &facts) == 0 && (facts.valid & ZIP_STAT_SIZE))
        state->size = static_cast<std::size_t>(facts.size);
    state->file = zip_fopen_index(state->archive.handle, files[0], 0);
    if (!state->file)
        return Error{ErrorCode::FileTruncated, path.string() + ": " + names[files[0]]};
    return std::unique_ptr<ZipEntry>(new ZipEntry(std::move(state)));
}

long long ZipEntry::read(char *buffer, std::size_t size)
{
    return zip_fread(m_state->file, buffer, size);
}

std::size_t ZipEntry::size() const
{
    return m_state->size;
}

bool isTorchArchive(const std::filesystem::path &path)
{
    const std::vector<std::string> names = Archive(path).names();
    return std::any_of(names.begin(), names.end(),
                       [](const std::string &name) { return name.ends_with("/data.pkl"); });
}

} // namespace pathgan
