// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/sbmlreader_p.h"

#include "readmodel.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string text(reinterpret_cast<const char *>(data), size);
    if (text.find('\0') != std::string::npos) // refused before any reader sees it
        return 0;
    auto model = pathgan::readSbml(std::move(text), "fuzz.xml", {});
    if (model)
        inspectModel(*model);
    return 0;
}
