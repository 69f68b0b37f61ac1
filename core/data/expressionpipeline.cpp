// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/data/expressiontable_p.h"
#include "core/data/readreport_p.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace pathgan {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 20;
constexpr std::size_t longestLine = std::size_t{1} << 28;

/// Blocks of whole lines on their way to the parsing threads.
class BlockQueue
{
public:
    BlockQueue(const TableLayout &layout, unsigned workers) : m_layout(layout), m_limit(2 * workers + 2)
    {
        for (unsigned i = 0; i < workers; ++i)
            m_threads.emplace_back([this] { work(); });
    }
    ~BlockQueue() { close(); }

    /// Waits while too many are queued.
    void push(std::string block)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < m_limit; });
        m_waiting.emplace_back(m_count++, std::move(block));
        m_changed.notify_all();
    }
    /// Parses what is queued, ends the threads and gives the chunks in order.
    std::vector<TableChunk> finish()
    {
        close();
        if (m_failure)
            std::rethrow_exception(m_failure);
        return std::vector<TableChunk>(std::make_move_iterator(m_done.begin()),
                                       std::make_move_iterator(m_done.end()));
    }
    /// Forgets what is queued.
    void abandon()
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
    }

private:
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
        m_threads.clear();
    }

    void work()
    {
        for (;;) {
            std::pair<std::size_t, std::string> block;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
                if (m_waiting.empty())
                    return;
                block = std::move(m_waiting.front());
                m_waiting.pop_front();
            }
            m_changed.notify_all();
            try {
                TableChunk chunk = parseChunk(block.second, m_layout);
                const std::lock_guard lock(m_mutex);
                if (m_done.size() <= block.first)
                    m_done.resize(block.first + 1);
                m_done[block.first] = std::move(chunk);
            } catch (...) { // out of memory: for the calling thread
                const std::lock_guard lock(m_mutex);
                m_failure = std::current_exception();
            }
        }
    }

    const TableLayout &m_layout;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::pair<std::size_t, std::string>> m_waiting;
    std::deque<TableChunk> m_done;
    std::size_t m_limit, m_count = 0;
    bool m_closed = false;
    std::exception_ptr m_failure;
    std::vector<std::jthread> m_threads;
};

/// Fills the rest of a block from the source; 0 at the end.
Result<std::size_t> fillBlock(TextSource &source, std::string &block)
{
    const std::size_t used = block.size();
    block.resize(used + blockSize);
    Result<std::size_t> count = source.read(block.data() + used, blockSize);
    block.resize(used + (count ? *count : 0));
    return count;
}

Result<void> pushBlocks(TextSource &source, const std::filesystem::path &path, std::string block,
                        BlockQueue &queue, const TaskContext &context)
{
    for (;;) {
        context.report(marked("Core", "Reading expression"), static_cast<double>(source.compressedRead()),
                       static_cast<double>(source.compressedSize()));
        if (context.shouldStop()) {
            queue.abandon();
            return Error{ErrorCode::Cancelled, path.string()};
        }
        const std::size_t lastEnd = block.rfind('\n');
        if (lastEnd != std::string::npos) {
            std::string rest;
            rest.reserve(block.size() - lastEnd - 1 + blockSize);
            rest.append(block, lastEnd + 1);
            block.resize(lastEnd + 1);
            queue.push(std::move(block));
            block = std::move(rest);
        } else if (block.size() > longestLine) {
            return Error{ErrorCode::UnknownFormat, path.string()};
        }
        const Result<std::size_t> count = fillBlock(source, block);
        if (!count)
            return count.error();
        if (*count == 0)
            break;
    }
    if (!block.empty()) {
        block += '\n';
        queue.push(std::move(block));
    }
    return {};
}

} // namespace

Result<void> readChunks(TextSource &source, const std::filesystem::path &path, std::string head,
                        const TableLayout &layout, std::vector<TableChunk> &chunks,
                        const TaskContext &context)
{
    BlockQueue queue(layout, std::min(threadCount(0), 8U));
    head.erase(0, layout.rowsStart);
    Result<void> result = pushBlocks(source, path, std::move(head), queue, context);
    chunks = queue.finish();
    return result;
}

} // namespace pathgan
