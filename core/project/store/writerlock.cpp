// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/database_p.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view sqliteStart("SQLite format 3\0", 16);

std::uint32_t bigEndian(const std::array<char, 100> &head, std::size_t at, std::size_t bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value = (value << 8) | static_cast<unsigned char>(head[at + i]);
    return value;
}

std::string reason(int number)
{
    return std::error_code(number, std::generic_category()).message();
}

// Locks of open file descriptions, which no other close() of the file gives up, on a byte that SQLite's own
// locks and any content are far from.
constexpr off_t lockedByte = off_t{1} << 62;

bool lockByte(int descriptor)
{
#ifdef F_OFD_SETLK
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = lockedByte;
    lock.l_len = 1;
    if (::fcntl(descriptor, F_OFD_SETLK, &lock) != 0)
        return errno != EAGAIN &&
               errno != EACCES; // a folder without locks: what was saved meanwhile is noticed
#endif
    return true;
}

using FileNumber = std::pair<dev_t, ino_t>;

std::optional<FileNumber> numberOf(const fs::path &path)
{
    struct stat found = {};
    if (::stat(path.c_str(), &found) != 0)
        return std::nullopt;
    return FileNumber(found.st_dev, found.st_ino);
}

/// The files that this process writes.
struct WrittenFiles
{
    std::mutex mutex;
    std::set<FileNumber> numbers;
};

WrittenFiles &writtenFiles()
{
    static WrittenFiles files;
    return files;
}

} // namespace

bool isWrittenHere(const fs::path &path)
{
    const std::optional<FileNumber> number = numberOf(path);
    WrittenFiles &files = writtenFiles();
    const std::lock_guard lock(files.mutex);
    return number && files.numbers.count(*number) > 0;
}

Result<void> checkProjectHead(const fs::path &path)
{
    if (isWrittenHere(path))
        return {};
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found)
        return Error{ErrorCode::FileNotFound, path.string()};
    if (failed || status.type() != fs::file_type::regular)
        return Error{ErrorCode::FileUnreadable,
                     path.string() + ": " + (failed ? failed.message() : "no regular file")};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorCode::FileUnreadable, path.string() + ": " + reason(errno)};
    std::array<char, 100> head{};
    file.read(head.data(), head.size());
    const auto size = static_cast<std::size_t>(file.gcount());
    if (size == 0)
        return Error{ErrorCode::FileEmpty, path.string()};
    if (!std::string_view(head.data(), size).starts_with(sqliteStart))
        return Error{size < sqliteStart.size() && sqliteStart.starts_with(std::string_view(head.data(), size))
                         ? ErrorCode::FileTruncated
                         : ErrorCode::UnknownFormat,
                     path.string() + ": no PathGAN project"};
    if (size < head.size())
        return Error{ErrorCode::FileTruncated, path.string()};
    // Pages in the file, known where the version that wrote it says so; 1 stands for 65,536 bytes.
    const std::uint32_t given = bigEndian(head, 16, 2), pages = bigEndian(head, 28, 4);
    const std::uint64_t page = given == 1 ? 65'536 : given;
    const bool isKnown = bigEndian(head, 24, 4) == bigEndian(head, 92, 4) && pages > 0;
    if (isKnown && fs::file_size(path, failed) < page * pages && !failed &&
        !fs::exists(path.string() + "-journal"))
        return Error{ErrorCode::FileTruncated, path.string()};
    return {};
}

Result<WriterLock> WriterLock::take(const fs::path &path)
{
    std::error_code failed;
    if (!fs::exists(path, failed))
        return Error{ErrorCode::FileNotFound, path.string()};
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    // Its folder, too: that is where the journal stands.
    if (::access(path.c_str(), W_OK) != 0 || ::access(folder.c_str(), W_OK | X_OK) != 0)
        return Error{ErrorCode::FileReadOnly, path.string() + ": " + reason(errno)};
    if (isWrittenHere(path))
        return Error{ErrorCode::FileInUse, path.string()};
    WriterLock lock;
    lock.m_path = path;
    lock.m_descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (lock.m_descriptor < 0)
        return Error{errno == EACCES || errno == EROFS || errno == EPERM ? ErrorCode::FileReadOnly
                                                                         : ErrorCode::FileUnreadable,
                     path.string() + ": " + reason(errno)};
    if (!lockByte(lock.m_descriptor))
        return Error{ErrorCode::FileInUse, path.string()};
    WrittenFiles &files = writtenFiles();
    const std::lock_guard guard(files.mutex);
    struct stat held = {};
    if (::fstat(lock.m_descriptor, &held) == 0)
        files.numbers.emplace(held.st_dev, held.st_ino);
    return lock;
}

WriterLock::WriterLock(WriterLock &&other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1))
{}

WriterLock &WriterLock::operator=(WriterLock &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

WriterLock::~WriterLock()
{
    if (m_descriptor < 0)
        return;
    WrittenFiles &files = writtenFiles();
    const std::lock_guard guard(files.mutex);
    struct stat held = {};
    if (::fstat(m_descriptor, &held) == 0)
        files.numbers.erase({held.st_dev, held.st_ino});
    ::close(m_descriptor);
}

Result<void> WriterLock::check() const
{
    struct stat held = {}, there = {};
    if (::stat(m_path.c_str(), &there) != 0)
        return Error{errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileNotFound
                                                         : ErrorCode::FileUnreadable,
                     m_path.string() + ": " + reason(errno)};
    if (::fstat(m_descriptor, &held) != 0 || held.st_dev != there.st_dev || held.st_ino != there.st_ino)
        return Error{ErrorCode::FileChanged, m_path.string()};
    if (::access(m_path.c_str(), W_OK) != 0)
        return Error{ErrorCode::FileReadOnly, m_path.string() + ": " + reason(errno)};
    return {};
}

} // namespace pathgan
