// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/projectfile.h"

#include <cstdint>
#include <fstream>
#include <unistd.h>

using namespace pathgan;

/// The input is a file: it is opened, read as far as it can be, and salvaged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("fuzz-" + std::to_string(::getpid()) + ".pathgan");
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(data), static_cast<std::streamsize>(size));
    std::vector<LostPart> lost;
    if (const auto file = ProjectFile::open(path, ProjectFile::Access::ReadOnly)) {
        if (auto contents = file->load())
            (void)file->loadParts(contents->project, &lost);
        (void)file->verify();
    }
    (void)salvageProject(path, lost);
    return 0;
}
