// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/checkpoint_p.h"

#include "core/base/hash.h"
#include "core/base/outputfile.h"

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string_view>
#include <type_traits>
#include <vector>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t digestSize = 64;

template <class T>
void add(Sha256 &hash, const T *values, std::size_t count)
{
    static_assert(std::is_trivially_copyable_v<T>);
    const auto size = static_cast<std::uint64_t>(count);
    hash.update({reinterpret_cast<const char *>(&size), sizeof size});
    hash.update({reinterpret_cast<const char *>(values), count * sizeof(T)});
}

template <class T>
void add(Sha256 &hash, const std::vector<T> &values)
{
    add(hash, values.data(), values.size());
}

void add(Sha256 &hash, const std::string &text)
{
    add(hash, text.data(), text.size());
}

void add(Sha256 &hash, const std::vector<std::string> &texts)
{
    for (const std::string &text : texts)
        add(hash, text);
    add(hash, std::to_string(texts.size()));
}

template <class Derived>
void add(Sha256 &hash, const Eigen::PlainObjectBase<Derived> &values)
{
    add(hash, std::to_string(values.cols()));
    add(hash, values.data(), static_cast<std::size_t>(values.size()));
}

void add(Sha256 &hash, const NetworkFrame &frame)
{
    add(hash, frame.genes);
    add(hash, frame.reactions);
    add(hash, frame.varying);
    add(hash, frame.geneMean);
    add(hash, frame.geneSd);
    add(hash, frame.targetMean);
    add(hash, frame.targetSd);
    add(hash, frame.tokens);
    for (const std::vector<int> &genes : frame.tokenGenes)
        add(hash, genes);
    std::vector<int> ends;
    for (const auto &[from, to] : frame.edges)
        ends.insert(ends.end(), {from, to});
    add(hash, ends);
}

void add(Sha256 &hash, const TargetGradients &gradients, std::size_t samples)
{
    for (std::size_t sample = 0; sample < samples; ++sample)
        for (std::size_t reaction = 0; reaction < gradients.reactions(); ++reaction) {
            add(hash, gradients.of(sample, reaction));
            add(hash, std::string(gradients.isKnown(sample, reaction) ? "known" : "unknown"));
        }
}

} // namespace

std::string trainingKey(const TrainingSet &set, const std::string &version)
{
    Sha256 hash;
    add(hash, version);
    add(hash, ConstOptionsRef(set.frame.options).canonical());
    add(hash, set.frame);
    add(hash, set.split.train);
    add(hash, set.split.validation);
    add(hash, set.split.test);
    add(hash, set.inputs);
    add(hash, set.targets);
    if (!set.gradients.isEmpty())
        add(hash, set.gradients, static_cast<std::size_t>(set.inputs.rows()));
    return hash.finish();
}

CheckpointFile::CheckpointFile(GanCheckpoints wanted, std::string key)
    : m_wanted(std::move(wanted)), m_key(std::move(key)), m_last(std::chrono::steady_clock::now())
{}

void CheckpointFile::tell(const CheckpointNews &news) const
{
    if (m_wanted.onNews)
        m_wanted.onNews(news);
}

bool CheckpointFile::isDue() const
{
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - m_last;
    return isWanted() && since.count() >= m_wanted.seconds;
}

/// The first line, the SHA-256 of all that follows it, the key, the state.
void CheckpointFile::write(const std::string &state)
{
    if (!isWanted())
        return;
    Sha256 hash;
    hash.update(m_key);
    hash.update(state);
    Result<OutputFile> file = OutputFile::open(m_wanted.path);
    if (!file)
        return tell({CheckpointNews::Kind::NotWritten, 0, file.error().detail});
    file->write(checkpointStart);
    file->write(hash.finish());
    file->write(m_key);
    file->write(state);
    if (const Result<void> written = file->finish(); !written)
        tell({CheckpointNews::Kind::NotWritten, 0, written.error().detail});
    m_last = std::chrono::steady_clock::now();
}

std::optional<std::string> CheckpointFile::read() const
{
    std::error_code failed;
    if (!isWanted() || !fs::exists(m_wanted.path, failed))
        return {};
    std::ostringstream content;
    content << std::ifstream(m_wanted.path, std::ios::binary).rdbuf();
    std::string bytes = std::move(content).str();
    const std::string_view start = checkpointStart, whole = bytes;
    const std::size_t state = start.size() + 2 * digestSize;
    if (!whole.starts_with(start) || whole.size() < state ||
        whole.substr(start.size(), digestSize) != sha256(whole.substr(start.size() + digestSize))) {
        tell({CheckpointNews::Kind::Damaged});
        return {};
    }
    if (whole.substr(start.size() + digestSize, digestSize) != m_key) {
        tell({CheckpointNews::Kind::OtherRun});
        return {};
    }
    return bytes.erase(0, state);
}

fs::path epochNetworkPath(const fs::path &network, int epoch)
{
    fs::path name = network.stem();
    name += ".epoch-" + std::to_string(epoch);
    name += network.extension();
    return network.parent_path() / name;
}

void removeCheckpoint(const fs::path &path)
{
    std::error_code failed;
    fs::remove(path, failed);
    const std::string start = "." + path.filename().string() + "."; // as OutputFile names them
    std::vector<fs::path> parts;
    for (fs::directory_iterator it(path.has_parent_path() ? path.parent_path() : ".", failed), end;
         !failed && it != end; it.increment(failed)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with(start) && name.ends_with(".part"))
            parts.push_back(it->path());
    }
    for (const fs::path &part : parts)
        fs::remove(part, failed);
}

} // namespace pathgan
