// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace pathgan {

/// A text as a file that can be read once from the start to the end, and how much of it was read: what a
/// library that takes a path, and tells nothing on its way, is doing. A named pipe, fed by a thread.
class TextPipe
{
public:
    /// How many bytes were read; false: nothing more, the reader gets the end of the file early.
    using Progress = std::function<bool(std::size_t read)>;

    /// The text must outlive it. Null where there are no such pipes. Progress is called in the thread.
    static std::unique_ptr<TextPipe> open(std::string_view text, Progress progress);
    ~TextPipe();
    TextPipe(const TextPipe &) = delete;
    TextPipe &operator=(const TextPipe &) = delete;

    const std::string &path() const { return m_path; }

private:
    TextPipe(std::string folder, std::string_view text, Progress progress);
    void feed();
    bool deliver(std::size_t &written) const;
    std::size_t readOf(std::size_t written) const;

    std::string m_folder, m_path;
    std::string_view m_text;
    Progress m_progress;
    int m_pipe = -1;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace pathgan
