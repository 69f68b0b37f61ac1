// SPDX-License-Identifier: GPL-3.0-or-later
// Times the reading of an SBML model, beside libSBML's own reading of the same file (which makes no model of
// ours of it), and from the cache: bench_readmodel [--rounds N] MODEL…
#include "core/metabolic/io/modelcache.h"
#include "core/metabolic/io/modelreader.h"

#include <sbml/SBMLTypes.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <string>

using namespace pathgan;

namespace {

struct Time
{
    double wall = 1e300, processor = 1e300; // seconds, the least of all rounds
};

void measure(Time &least, const std::function<void()> &work)
{
    const std::clock_t processor = std::clock();
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    least.wall = std::min(least.wall, wall.count());
    least.processor =
        std::min(least.processor, static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC);
}

int require(bool holds, const char *what)
{
    if (!holds)
        std::fprintf(stderr, "%s failed\n", what);
    return holds ? 0 : 1;
}

int bench(const char *file, int rounds)
{
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("bench_readmodel." + std::to_string(std::time(nullptr)));
    Time bare, ours, cached;
    int failed = require(readModelCached(file, folder).ok(), "filling the cache");
    for (int round = 0; round < rounds && failed == 0; ++round) {
        measure(bare, [&] {
            const std::unique_ptr<LIBSBML_CPP_NAMESPACE_QUALIFIER SBMLDocument> document(
                LIBSBML_CPP_NAMESPACE_QUALIFIER readSBMLFromFile(file));
            failed += require(document && document->getModel(), "libSBML");
        });
        measure(ours, [&] { failed += require(readModel(file).ok(), "readModel"); });
        measure(cached, [&] { failed += require(readModelCached(file, folder).ok(), "the cache"); });
    }
    std::filesystem::remove_all(folder);
    std::printf("%s, least of %d\n", file, rounds);
    for (const auto &[name, time] : {std::pair("libSBML alone", bare), std::pair("readModel", ours),
                                     std::pair("from the cache", cached)})
        std::printf("  %-15s %7.3f s   %7.3f s of processor   %5.2f x libSBML\n", name, time.wall,
                    time.processor, time.processor / bare.processor);
    return failed;
}

} // namespace

int main(int argc, char **argv)
{
    int rounds = 5, failed = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--rounds" && i + 1 < argc)
            rounds = std::max(1, std::atoi(argv[++i]));
        else
            failed += bench(argv[i], rounds);
    }
    return failed == 0 ? 0 : 1;
}
