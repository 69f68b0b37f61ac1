// SPDX-License-Identifier: GPL-3.0-or-later
// What opening and saving a project costs: bench_project PROJECT, of which it works on a copy, and
// bench_project PROJECT GENES SAMPLES, which makes one of a matrix of that size.
#include "core/steps/projectinputs.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sys/resource.h>

using namespace pathgan;
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

int fail(const Error &error)
{
    std::printf("%s\n", error.detail.c_str());
    return 1;
}

template <class T>
void touch(Artifact<T> &artifact, const char *started)
{
    Provenance changed = artifact.provenance() ? *artifact.provenance() : Provenance();
    changed.started = started;
    changed.key += '2';
    artifact = {std::make_shared<const T>(*artifact), std::make_shared<const Provenance>(changed)};
}

double megabytesAtMost()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Values as of log2(count + 1), a third of them zero.
int make(const fs::path &path, Index genes, Index samples)
{
    ExpressionMatrix matrix;
    for (Index i = 0; i < genes; ++i)
        matrix.genes.push_back("G" + std::to_string(i));
    for (Index i = 0; i < samples; ++i)
        matrix.samples.push_back("S" + std::to_string(i));
    matrix.values.resize(genes, samples);
    std::uint32_t state = 1;
    for (Index i = 0; i < matrix.values.size(); ++i) {
        state = state * 1664525u + 1013904223u;
        const std::uint32_t count = (state >> 16) % 3 == 0 ? 0 : (state >> 8) % 100'000;
        matrix.values.data()[i] = std::log2(static_cast<float>(count) + 1);
    }
    Provenance provenance;
    provenance.key = "large";
    provenance.started = "2026-01-01T00:00:00Z";
    ProjectContents contents;
    contents.packsInputs = true;
    contents.project.expression = {std::make_shared<const ExpressionMatrix>(std::move(matrix)),
                                   std::make_shared<const Provenance>(provenance)};
    const Clock::time_point start = Clock::now();
    const auto made = ProjectFile::create(path, contents);
    if (!made)
        return fail(made.error());
    std::printf("%8.1f ms  made, %llu bytes; at most %.0f MB of memory\n", since(start),
                static_cast<unsigned long long>(made->size()), megabytesAtMost());
    return 0;
}

void keep(const std::shared_ptr<ProjectFile> &file, const ProjectContents &contents, bool isWhole)
{
    const fs::path path = file->path().string() + ".recovery";
    SaveOptions options;
    options.base = isWhole ? nullptr : file;
    const Clock::time_point start = Clock::now();
    const auto made = ProjectFile::create(path, contents, file.get(), options);
    std::printf("%8.1f ms  recovery file %s: %llu bytes\n", since(start), isWhole ? "with all" : "beside it",
                static_cast<unsigned long long>(made ? made->size() : 0));
    fs::remove(path);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2 && argc != 4)
        return 2;
    if (argc == 4)
        return make(argv[1], std::atol(argv[2]), std::atol(argv[3]));
    const fs::path path = fs::path(argv[1]).string() + ".bench";
    fs::copy_file(argv[1], path, fs::copy_options::overwrite_existing);
    Clock::time_point start = Clock::now();
    Result<ProjectFile> opening = ProjectFile::open(path, ProjectFile::Access::ReadWrite);
    if (!opening)
        return fail(opening.error());
    const auto file = std::make_shared<ProjectFile>(*std::move(opening));
    file->setMatrixReader(matrixReader());
    Result<ProjectContents> contents = file->load();
    if (!contents)
        return fail(contents.error());
    std::printf("%8.1f ms  open, %llu bytes\n", since(start), static_cast<unsigned long long>(file->size()));
    const Clock::time_point opened = start;
    for (const Part part : pendingParts(contents->project)) {
        start = Clock::now();
        if (const auto loaded = file->loadPart(contents->project, part); !loaded)
            return fail(loaded.error());
        std::printf("%8.1f ms  %s\n", since(start), partName(part));
    }
    std::printf("%8.1f ms  in all; at most %.0f MB of memory\n", since(opened), megabytesAtMost());
    const auto save = [&](const char *what) {
        start = Clock::now();
        const auto saved = file->save(*contents);
        if (!saved) {
            std::printf("%s: %s\n", what, saved.error().detail.c_str());
            return;
        }
        std::printf("%8.1f ms  save %s: %zu blobs, %llu bytes; file %llu bytes\n", since(start), what,
                    saved->blobs, static_cast<unsigned long long>(saved->bytes),
                    static_cast<unsigned long long>(file->size()));
        contents->history = saved->history;
    };
    save("nothing");
    contents->note += "x";
    save("a note");
    Project &project = contents->project;
    for (const bool isWhole : {false, true})
        keep(file, *contents, isWhole);
    if (!project.enrichment || !project.flux || !project.explanation) {
        std::printf("at most %.0f MB of memory\n", megabytesAtMost());
        fs::remove(path);
        return 0;
    }
    touch(project.enrichment, "2026-01-01T00:00:01Z");
    save("after enrichment");
    touch(project.flux, "2026-01-01T00:00:02Z");
    save("after fluxes of the same values");
    FluxRun other = *project.flux;
    other.values *= 1.0000001;
    project.flux = {std::make_shared<const FluxRun>(std::move(other)), project.flux.provenance()};
    touch(project.flux, "2026-01-01T00:00:03Z");
    save("after other fluxes");
    ShapRun shap = *project.explanation;
    shap.values *= 1.0000001;
    project.explanation = {std::make_shared<const ShapRun>(std::move(shap)),
                           project.explanation.provenance()};
    touch(project.explanation, "2026-01-01T00:00:04Z");
    save("after another explanation");
    contents->packsInputs = true;
    save("packed");
    contents->packsInputs = false;
    save("unpacked");
    start = Clock::now();
    const auto problems = file->verify();
    std::printf("%8.1f ms  verify: %zu problems\n", since(start), problems ? problems->size() : 999);
    fs::remove(path);
    return 0;
}
