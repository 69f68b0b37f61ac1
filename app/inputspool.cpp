// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inputspool.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

Error failure(const std::string &name, int number)
{
    return {ErrorCode::FileUnreadable,
            name + ": " + std::error_code(number, std::generic_category()).message()};
}

/// All of from into to; errno, or 0.
int copyAll(int from, int to)
{
    std::array<char, 1 << 16> buffer{};
    for (;;) {
        const ssize_t count = ::read(from, buffer.data(), buffer.size());
        if (count == 0)
            return 0;
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        for (ssize_t done = 0; done < count;) {
            const ssize_t written = ::write(to, buffer.data() + done, static_cast<std::size_t>(count - done));
            if (written < 0 && errno != EINTR)
                return errno;
            done += written > 0 ? written : 0;
        }
    }
}

} // namespace

struct InputSpool::Files
{
    std::vector<int> descriptors;
    std::vector<std::string> named; ///< where a file without a name cannot be opened again

    ~Files()
    {
        for (const int descriptor : descriptors)
            ::close(descriptor);
        for (const std::string &path : named)
            ::unlink(path.c_str());
    }
};

InputSpool::InputSpool() : m_files(std::make_unique<Files>()) {}
InputSpool::~InputSpool() = default;

Result<void> InputSpool::take(const std::string &path)
{
    std::error_code failed;
    const bool isStandard = path == "-";
    const fs::file_status status = fs::status(path, failed);
    if (!isStandard && !fs::is_fifo(status) && !fs::is_socket(status) && path != "/dev/stdin")
        return {};
    if (m_pathOf.count(path) > 0)
        return Error{ErrorCode::InvalidOption, path + ": can be read once only"};
    std::string name = (fs::temp_directory_path(failed) / "pathgan-input-XXXXXX").string();
    const int to = ::mkstemp(name.data());
    if (to < 0)
        return failure(name, errno);
    m_files->descriptors.push_back(to);
    std::string readable = "/proc/self/fd/" + std::to_string(to);
    if (fs::exists(readable, failed)) {
        ::unlink(name.c_str());
    } else {
        m_files->named.push_back(name);
        readable = name;
    }
    const int from = isStandard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (from < 0)
        return failure(path, errno);
    const int copied = copyAll(from, to);
    if (!isStandard)
        ::close(from);
    if (copied != 0)
        return failure(path, copied);
    m_pathOf[path] = readable;
    return {};
}

std::string InputSpool::readable(const std::string &path) const
{
    const auto it = m_pathOf.find(path);
    return it == m_pathOf.end() ? path : it->second;
}

std::map<std::string, std::string> InputSpool::ownNames() const
{
    std::map<std::string, std::string> out;
    for (const auto &[own, spooled] : m_pathOf)
        out[spooled] = own;
    return out;
}

std::string InputSpool::withOwnNames(std::string message) const
{
    for (const auto &[own, spooled] : m_pathOf) {
        const std::string shown = own == "-" ? "standard input" : own;
        for (std::size_t at = message.find(spooled); at != std::string::npos;
             at = message.find(spooled, at + shown.size()))
            message.replace(at, spooled.size(), shown);
    }
    return message;
}

} // namespace pathgan
