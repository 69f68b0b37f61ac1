// SPDX-License-Identifier: GPL-3.0-or-later
#include "readmodel.h"

#include "core/base/hash.h"
#include "core/metabolic/io/modelcoding.h"

#include <cstdint>

using namespace pathgan;

/// The input is a payload: its head is made to fit, as no mutation finds a checksum.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view payload(reinterpret_cast<const char *>(data), size);
    std::string file = "PGMODEL\n";
    for (int i = 0; i < 4; ++i)
        file += static_cast<char>(modelCacheVersion >> (8 * i));
    for (int i = 0; i < 8; ++i)
        file += static_cast<char>(static_cast<std::uint64_t>(size) >> (8 * i));
    file += sha256(payload);
    file += payload;
    std::optional<MetabolicModel> model = decodeModel(file);
    if (!model)
        return 0;
    inspectModel(*model);
    const std::string written = encodeModel(*model);
    const std::optional<MetabolicModel> again = decodeModel(written);
    if (!again || encodeModel(*again) != written)
        std::abort();
    return 0;
}
