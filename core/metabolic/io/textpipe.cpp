// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/textpipe_p.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace pathgan {

#ifdef _WIN32

std::unique_ptr<TextPipe> TextPipe::open(std::string_view, Progress)
{
    return nullptr;
}
TextPipe::~TextPipe() = default;

#else

namespace {

constexpr std::size_t chunk = std::size_t{64} * 1024;
constexpr int waitMilliseconds = 20;

} // namespace

std::unique_ptr<TextPipe> TextPipe::open(std::string_view text, Progress progress)
{
    std::error_code failed;
    std::string folder = (std::filesystem::temp_directory_path(failed) / "pathgan-XXXXXX").string();
    if (failed || !mkdtemp(folder.data()))
        return nullptr;
    std::unique_ptr<TextPipe> pipe(new TextPipe(std::move(folder), text, std::move(progress)));
    if (mkfifo(pipe->m_path.c_str(), S_IRUSR | S_IWUSR) != 0)
        return nullptr;
    // Open for reading, too: it stays when somebody opens and closes it, and nothing blocks here.
    pipe->m_pipe = ::open(pipe->m_path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (pipe->m_pipe < 0)
        return nullptr;
    pipe->m_thread = std::thread([own = pipe.get()] { own->feed(); });
    return pipe;
}

TextPipe::TextPipe(std::string folder, std::string_view text, Progress progress)
    : m_folder(std::move(folder)), m_path(m_folder + "/text.xml"), m_text(text),
      m_progress(std::move(progress))
{}

TextPipe::~TextPipe()
{
    m_isOver = true;
    if (m_thread.joinable())
        m_thread.join();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

/// Of what was written, without what waits in the pipe.
std::size_t TextPipe::readOf(std::size_t written) const
{
    int waiting = 0;
    if (ioctl(m_pipe, FIONREAD, &waiting) != 0 || waiting < 0)
        return written;
    return written - std::min(written, static_cast<std::size_t>(waiting));
}

/// As much as the pipe takes; false: it cannot be written.
bool TextPipe::deliver(std::size_t &written) const
{
    const std::string_view part = m_text.substr(written, chunk);
    const ssize_t count = write(m_pipe, part.data(), part.size());
    if (count > 0)
        written += static_cast<std::size_t>(count);
    return count >= 0 || errno == EAGAIN || errno == EINTR;
}

void TextPipe::feed()
{
    std::size_t written = 0, read = 0;
    bool isWanted = true;
    // The end is given to a reader that is there: one that comes later would wait for ever.
    while (!m_isOver && (read == 0 || (isWanted ? read < m_text.size() : read < written))) {
        pollfd ready{m_pipe, POLLOUT, 0};
        const bool hasMore = written < m_text.size() && (isWanted || read == 0);
        poll(&ready, hasMore ? 1 : 0, hasMore ? waitMilliseconds : 1);
        if (hasMore && !deliver(written))
            break;
        read = readOf(written);
        isWanted = isWanted && m_progress(read);
    }
    close(m_pipe);
}

#endif

} // namespace pathgan
