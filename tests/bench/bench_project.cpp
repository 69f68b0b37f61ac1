// SPDX-License-Identifier: GPL-3.0-or-later
// What opening and saving a project costs: bench_project PROJECT, of which it works on a copy.
#include "core/steps/projectinputs.h"

#include <chrono>
#include <cstdio>
#include <filesystem>

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

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const fs::path path = fs::path(argv[1]).string() + ".bench";
    fs::copy_file(argv[1], path, fs::copy_options::overwrite_existing);
    Clock::time_point start = Clock::now();
    Result<ProjectFile> file = ProjectFile::open(path, ProjectFile::Access::ReadWrite);
    if (!file)
        return fail(file.error());
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
    std::printf("%8.1f ms  in all\n", since(opened));
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
