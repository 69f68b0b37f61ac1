// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace pathgan {

/// What kind of expected failure happened. The user interface turns a code into one sentence.
enum class ErrorCode {
    InvalidOption,   ///< an option is out of range or does not fit the others
    FileNotFound,    ///< no file at that path
    FileUnreadable,  ///< exists, but cannot be opened or read
    FileEmpty,       ///< no content
    FileTruncated,   ///< compressed stream or project ends early or is damaged
    FileDamaged,     ///< a project whose content is not what was written
    FileInUse,       ///< a project that another window or program has open for writing
    FileReadOnly,    ///< a project that may not be written, or that lies in a folder that may not
    FileChanged,     ///< other content than it had when it was read
    NewerVersion,    ///< written by a later version of the program
    NotText,         ///< not UTF-8, or binary
    UnknownFormat,   ///< content fits none of the formats read
    BadHeader,       ///< first line lacks what the format needs
    RaggedRow,       ///< a row has another number of fields than the header
    NotANumber,      ///< a field that must be a number is none
    MissingValue,    ///< a value that is needed is missing
    DuplicateName,   ///< a name that must be unique occurs twice
    BadModel,        ///< a metabolic model that cannot be used
    BadRule,         ///< a gene rule that does not parse
    UnknownName,     ///< gene, reaction, sample, column or set that does not exist
    Infeasible,      ///< no flux vector satisfies the bounds
    Unbounded,       ///< the objective grows without limit
    SolverFailed,    ///< the solver gave up
    ConstantTargets, ///< every flux target is the same for all samples
    NoOverlap,       ///< two inputs share no gene, sample or reaction
    TooFewSamples,   ///< not enough samples for what was asked
    Diverged,        ///< training produced NaN or infinite values
    MissingInput,    ///< a step was asked for before what it needs was loaded
    Cancelled,       ///< the user stopped it
    WriteFailed,     ///< a file could not be written
    LibraryMissing,  ///< a part of the program could not be loaded
    OutOfMemory,     ///< the machine has too little memory
    Internal,        ///< an exception from a third-party library
};

/// An expected failure. detail: file:line:column, gene or reaction concerned; never a sentence for users.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
};

/// A value or an Error.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    bool ok() const { return m_state.index() == 0; }

    T &value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    const T &value() const &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    T &&value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Success or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_state(std::move(error)) {}

    explicit operator bool() const { return ok(); }
    bool ok() const { return m_state.index() == 0; }
    const Error &error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<std::monostate, Error> m_state;
};

} // namespace pathgan
