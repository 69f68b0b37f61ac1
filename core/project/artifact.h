// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optionfield.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace pathgan {

enum class Part;

/// An option as a result was computed with it.
struct OptionSetting
{
    std::string key;
    OptionValue value;
    bool matters = true; ///< to the result
    bool operator==(const OptionSetting &) const = default;
};

/// An input of a result, and the key that it had then; empty: it was not there.
struct InputKey
{
    Part part{};
    std::string key;
    bool operator==(const InputKey &) const = default;
};

/// A file that was read, and the SHA-256 of its content.
struct SourceFile
{
    std::string what; ///< its word in manifests, e.g. "flux"
    std::string path, sha256;
    bool operator==(const SourceFile &) const = default;
};

/// Where a part of a project comes from.
struct Provenance
{
    std::string key;   ///< SHA-256 of what determines the value: equal keys, equal values
    std::string asked; ///< key of what was asked for; differs from key where the run was stopped early
    std::string step;  ///< what made it: the name of its step, or "file"
    int version = 0;   ///< of the step's algorithm
    std::vector<OptionSetting> options; ///< all of the step, in the order of their table
    std::vector<InputKey> inputs;
    std::vector<SourceFile> files;                             ///< that it was read from
    std::vector<std::pair<std::string, std::string>> versions; ///< of program and back ends
    std::optional<std::uint64_t> seed;
    std::string started; ///< UTC, ISO 8601
    double seconds = 0;  ///< wall clock
    unsigned threads = 0;

    const OptionValue *option(const std::string &wanted) const; ///< null: it has none of that key
};

/// An immutable value and where it comes from. Copies are cheap and share both. With a provenance but no
/// value it is pending: the value lies in the project's file and has not been read yet. It is not there for a
/// step, but it has a key, so that what was made from it is not out of date.
template <class T>
class Artifact
{
public:
    Artifact() = default;
    Artifact(std::nullptr_t) {} // NOLINT: stands for none, as a pointer's
    template <class U>
    requires std::is_convertible_v<std::shared_ptr<U>, std::shared_ptr<const T>>
    Artifact(std::shared_ptr<U> value, std::shared_ptr<const Provenance> provenance = {}) // NOLINT
        : m_value(std::move(value)), m_provenance(std::move(provenance))
    {}

    static Artifact pending(std::shared_ptr<const Provenance> provenance)
    {
        return {std::shared_ptr<const T>(), std::move(provenance)};
    }

    explicit operator bool() const { return m_value != nullptr; }
    bool isPending() const { return !m_value && m_provenance; }
    const T &operator*() const { return *m_value; }
    const T *operator->() const { return m_value.get(); }
    const T *get() const { return m_value.get(); }
    const std::shared_ptr<const T> &value() const { return m_value; }
    operator const std::shared_ptr<const T> &() const { return m_value; } // NOLINT: the value, shared
    /// Null: of a value that was put together by hand.
    const std::shared_ptr<const Provenance> &provenance() const { return m_provenance; }

    friend bool operator==(const Artifact &a, const std::shared_ptr<const T> &b) { return a.m_value == b; }
    friend bool operator==(const Artifact &a, const Artifact &b) { return a.m_value == b.m_value; }
    friend bool operator==(const Artifact &a, std::nullptr_t) { return a.m_value == nullptr; }

private:
    std::shared_ptr<const T> m_value;
    std::shared_ptr<const Provenance> m_provenance;
};

} // namespace pathgan
