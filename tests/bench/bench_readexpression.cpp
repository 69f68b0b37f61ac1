// SPDX-License-Identifier: GPL-3.0-or-later
// Seconds and MB/s of reading an expression matrix, beside zlib's inflate of the same file in the same run as
// the floor. usage: bench_readexpression FILE.gz [repeats]

#include "core/data/expression.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>
#include <zlib.h>

namespace {

double secondsOf(const auto &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Bytes after decompression; nothing else is done with them.
std::size_t inflateOnly(const char *path)
{
    gzFile file = gzopen(path, "rb");
    gzbuffer(file, 1U << 18);
    std::vector<char> buffer(std::size_t{1} << 20);
    std::size_t total = 0;
    for (int count; (count = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0;)
        total += static_cast<std::size_t>(count);
    gzclose(file);
    return total;
}

/// Highest resident set so far in MB; 0 where /proc is missing.
double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
    }
    return 0;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_readexpression FILE [repeats]\n");
        return 2;
    }
    const int repeats = argc > 2 ? std::max(1, std::atoi(argv[2])) : 7;
    const double before = peakMegabytes();
    std::vector<double> reading, floor;
    std::size_t bytes = 0;
    double matrixMegabytes = 0, peak = 0;
    for (int i = 0; i < repeats; ++i) {
        reading.push_back(secondsOf([&] {
            pathgan::ReadReport report;
            const auto matrix = pathgan::readExpression(argv[1], {}, report);
            if (!matrix) {
                std::fprintf(stderr, "%s\n", matrix.error().detail.c_str());
                std::exit(1);
            }
            matrixMegabytes = static_cast<double>(matrix->values.size()) * 4 / 1e6;
        }));
        if (i == 0)
            peak = peakMegabytes();
        floor.push_back(secondsOf([&] { bytes = inflateOnly(argv[1]); }));
    }
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::printf("text %.1f MB, matrix %.1f MB\n", megabytes, matrixMegabytes);
    std::printf("read      first %.3f s, median %.3f s, %.0f MB/s of text\n", reading.front(),
                median(reading), megabytes / median(reading));
    std::printf("inflate   median %.3f s\n", median(floor));
    std::printf("memory    %.1f MB before, peak of the first read %.1f MB (%.2f times the matrix)\n", before,
                peak, (peak - before) / matrixMegabytes);
    return 0;
}
