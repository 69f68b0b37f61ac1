// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/aggregate.h"
#include "core/base/matrix.h"
#include "core/project/store/coding_p.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// A field that codings before a version did not have.
template <class T>
struct Since
{
    std::uint32_t version;
    T &field;
};
/// A matrix that is a blob of its own, which may be left out of the file.
template <class T>
struct Apart
{
    T &matrix;
};

/// Writes bytes: integers as LEB128, numbers little-endian with every bit, lists with their length before
/// them.
class Encoder
{
public:
    static constexpr bool isReading = false;
    explicit Encoder(BlobSink &sink) : m_sink(&sink) {}

    /// All fields of an aggregate: a field that is forgotten does not compile.
    template <class T, class... Fields>
    void fields(const T &, const Fields &...given)
    {
        static_assert(fieldCount<T>() == sizeof...(Fields), "every field must be described");
        (value(given), ...);
    }
    template <class T>
    void value(const T &given); ///< in value_p.h

    void count(std::uint64_t number);
    void integer(std::int64_t number); ///< small ones of either sign in few bytes
    void number(double value);
    void number(float value);
    void text(std::string_view text);
    /// Byte by byte of all numbers: the first bytes of all, the second of all …, which packs better.
    void numbers(const double *values, std::size_t size);
    void numbers(const float *values, std::size_t size);
    void shared(const std::shared_ptr<const void> &value, const Coding &coding, bool isReread = false);
    void fail(const Error &error);

    const std::optional<Error> &error() const { return m_error; }
    std::string take() { return std::move(m_bytes); }

private:
    BlobSink *m_sink;
    std::string m_bytes;
    std::optional<Error> m_error;
};

/// Reads them. Every step is checked against what is left, so that nothing is made that the bytes do not
/// hold; after the first fault all values are empty.
class Decoder
{
public:
    static constexpr bool isReading = true;
    Decoder(std::string_view bytes, std::uint32_t version, BlobSource &source)
        : m_left(bytes), m_source(&source), m_version(version)
    {}

    template <class T, class... Fields>
    void fields(const T &, Fields &&...given)
    {
        static_assert(fieldCount<T>() == sizeof...(Fields), "every field must be described");
        (value(given), ...);
    }
    template <class T>
    void value(T &given); ///< in value_p.h

    std::uint64_t count();
    std::int64_t integer();
    double number();
    float numberF();
    std::string text();
    std::size_t length(std::size_t smallest); ///< of a list whose items take so many bytes at least
    bool numbers(double *values, std::size_t size);
    bool numbers(float *values, std::size_t size);
    std::shared_ptr<const void> shared(const Coding &coding);

    bool isFine() const { return !m_error; }
    bool isAtEnd() const { return isFine() && m_left.empty(); }
    std::size_t left() const { return m_left.size(); }
    std::string_view rest();
    std::uint32_t version() const { return m_version; }
    void require(bool holds);
    void fail(const Error &error);
    void leaveOut() { m_isWhole = false; }
    bool isWhole() const { return m_isWhole; }
    const std::optional<Error> &error() const { return m_error; }

private:
    std::string_view bytes(std::size_t size);

    std::string_view m_left;
    BlobSource *m_source;
    std::uint32_t m_version;
    bool m_isWhole = true;
    std::optional<Error> m_error;
};

} // namespace pathgan
