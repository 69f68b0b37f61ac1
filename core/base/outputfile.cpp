// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/outputfile.h"

#include "core/base/text.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

constexpr int mostLinks = 40; // as Linux

/// Of /dev/stdout, /dev/fd/3 and their like; −1: no such name.
int descriptorOf(const fs::path &path)
{
    const std::string name = path.lexically_normal().string();
    if (name == "/dev/stdout" || name == "/dev/stderr")
        return name == "/dev/stdout" ? STDOUT_FILENO : STDERR_FILENO;
    for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
        if (!name.starts_with(folder))
            continue;
        const auto number = parseNumber(std::string_view(name).substr(folder.size()));
        return number && *number >= 0 && *number < 1 << 20 ? static_cast<int>(*number) : -1;
    }
    return -1;
}

/// Hidden, beside the file, and of no other process: made new, never opened.
int makeTemporary(const fs::path &target, fs::path &temporary)
{
    std::random_device random;
    constexpr std::size_t longest = 200; // bytes; names may have 255
    const std::string name = target.filename().string().substr(0, longest);
    for (int attempt = 0; attempt < 100; ++attempt) {
        temporary = target.parent_path() / ("." + name + "." + std::to_string(random()) + ".part");
        const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

/// The new file gets what the old one has, as far as this user may.
void takeOver(int descriptor, const struct stat &old)
{
    struct stat own
    {};
    if (::fstat(descriptor, &own) == 0 && (own.st_uid != old.st_uid || own.st_gid != old.st_gid)) {
        if (::fchown(descriptor, old.st_uid, old.st_gid) != 0)
            (void)!::fchown(descriptor, static_cast<uid_t>(-1), old.st_gid);
    }
    (void)!::fchmod(descriptor, old.st_mode & 07777);
}

/// A renamed file is safe when its folder is on the disk, too.
void syncFolder(const fs::path &folder)
{
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)!::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

fs::path withoutLinks(fs::path path)
{
    std::error_code failed;
    for (int i = 0; i < mostLinks && descriptorOf(path) < 0 && fs::is_symlink(path, failed); ++i) {
        const fs::path next = fs::read_symlink(path, failed);
        if (failed)
            break;
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path;
}

bool isStreamPath(const fs::path &path)
{
    const fs::path target = withoutLinks(path);
    std::error_code failed;
    const fs::file_status status = fs::status(target, failed);
    return descriptorOf(target) >= 0 ||
           (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status));
}

Result<OutputFile> OutputFile::open(const fs::path &path)
{
    OutputFile file;
    file.m_path = path;
    file.m_target = withoutLinks(path);
    struct stat old
    {};
    const bool exists = ::stat(file.m_target.c_str(), &old) == 0;
    if (std::error_code ignored; !exists && fs::is_symlink(file.m_target, ignored))
        return file.failure(ELOOP);
    if (const int standard = descriptorOf(file.m_target); standard >= 0) {
        file.m_descriptor = ::dup(standard);
    } else if (exists && !S_ISREG(old.st_mode)) {
        file.m_descriptor = ::open(file.m_target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    } else if (exists && ::access(file.m_target.c_str(), W_OK) != 0) {
        return file.failure(errno); // protected, though its folder would let it be replaced
    } else {
        file.m_descriptor = makeTemporary(file.m_target, file.m_temporary);
        if (file.m_descriptor < 0)
            file.m_temporary.clear();
        else if (exists)
            takeOver(file.m_descriptor, old);
    }
    if (file.m_descriptor < 0)
        return file.failure(errno);
    return file;
}

OutputFile::OutputFile(OutputFile &&other) noexcept
    : m_path(std::move(other.m_path)), m_target(std::move(other.m_target)),
      m_temporary(std::exchange(other.m_temporary, {})), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_failed(other.m_failed)
{}

OutputFile::~OutputFile()
{
    discard();
}

void OutputFile::discard()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_temporary.clear();
}

Error OutputFile::failure(int number) const
{
    return {ErrorCode::WriteFailed,
            m_path.string() + ": " + std::error_code(number, std::generic_category()).message()};
}

void OutputFile::write(std::string_view bytes)
{
    while (m_failed == 0 && !bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            m_failed = errno;
    }
}

Result<void> OutputFile::finish()
{
    const bool isReplacing = !m_temporary.empty();
    if (isReplacing && m_failed == 0 && ::fsync(m_descriptor) != 0 && errno != EINVAL)
        m_failed = errno;
    if (::close(std::exchange(m_descriptor, -1)) != 0 && m_failed == 0)
        m_failed = errno;
    if (isReplacing && m_failed == 0 && ::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        m_failed = errno;
    if (m_failed != 0) {
        discard();
        return failure(m_failed);
    }
    m_temporary.clear();
    if (isReplacing)
        syncFolder(m_target.parent_path());
    return {};
}

Result<void> writeFile(const fs::path &path, std::string_view bytes)
{
    Result<OutputFile> file = OutputFile::open(path);
    if (!file)
        return file.error();
    file->write(bytes);
    return file->finish();
}

} // namespace pathgan
