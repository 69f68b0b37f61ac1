// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pathgan {

class Encoder;
class Decoder;

/// Of all codings; raised with every change of one. What came later is described with since(version, field).
constexpr std::uint32_t codingVersion = 2;

/// How values of one type become bytes and come back.
struct Coding
{
    const char *word; ///< what the type is called in files
    void (*encode)(Encoder &to, const void *value);
    std::shared_ptr<const void> (*decode)(Decoder &from); ///< null: the bytes are none of a sound value
    std::vector<std::pair<std::string, double>> (*scores)(const void *value); ///< null: none
};

/// Of a type that has one: a source in codings/ describes it, see describe_p.h.
template <class T>
const Coding &codingOf();

/// Takes in what an encoded value shares with others.
class BlobSink
{
public:
    virtual ~BlobSink() = default;
    /// The value as a blob of its own: its hash. isReread: the content can be had elsewhere.
    virtual Result<std::string> add(const std::shared_ptr<const void> &value, const Coding &coding,
                                    bool isReread) = 0;
};

/// Gives it back.
class BlobSource
{
public:
    virtual ~BlobSource() = default;
    /// Null: content that lies elsewhere.
    virtual Result<std::shared_ptr<const void>> get(const std::string &hash, const Coding &coding) = 0;
};

/// The content of a blob: word and version of its coding, and the value.
Result<std::string> encoded(const void *value, const Coding &coding, BlobSink &sink);
/// FileDamaged, NewerVersion. isWhole: false where some of it lies elsewhere, if asked.
Result<std::shared_ptr<const void>> decoded(std::string_view bytes, const Coding &coding, BlobSource &source,
                                            bool *isWhole = nullptr);
/// The word of the coding that a blob was made with; empty: none.
std::string codedWord(std::string_view bytes);
/// Its version; 0: none.
std::uint64_t codedVersion(std::string_view bytes);

} // namespace pathgan
