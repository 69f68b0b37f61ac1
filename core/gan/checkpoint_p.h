// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/checkpoint.h"
#include "core/gan/prepared_p.h"

#include <chrono>
#include <optional>
#include <string>

namespace pathgan {

/// SHA-256 of all that the course of training depends on: options, split, inputs, targets and their
/// gradients. version: of what computes it.
std::string trainingKey(const TrainingSet &set, const std::string &version);

/// The checkpoint of one training. Without a path it does nothing.
class CheckpointFile
{
public:
    CheckpointFile() = default;
    CheckpointFile(GanCheckpoints wanted, std::string key);

    /// What write() was given; nothing where there is no file of this key, which is told.
    std::optional<std::string> read() const;
    bool isWanted() const { return !m_wanted.path.empty(); }
    bool endsThere() const { return m_wanted.endsThere; }
    /// The last one, or the beginning, is long enough ago.
    bool isDue() const;
    void write(const std::string &state);
    void tell(const CheckpointNews &news) const;

private:
    GanCheckpoints m_wanted;
    std::string m_key;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace pathgan
