// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/reading.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/metabolic/cohort/dualsfile.h"
#include "core/metabolic/cohort/fluxtable.h"
#include "core/metabolic/io/modelcache.h"
#include "core/metabolic/model/concepttable.h"
#include "core/steps/compute.h"
#include "core/steps/readingnotes.h"

#include <chrono>
#include <memory>
#include <utility>

namespace pathgan {

namespace {

using Path = std::filesystem::path;

template <class T>
Result<void> put(Artifact<T> &artifact, Part part, Result<T> &read, const std::string &hash,
                 const InputOptions &rules)
{
    if (!read)
        return read.error();
    artifact = Artifact<T>(std::make_shared<const T>(*std::move(read)),
                           std::make_shared<const Provenance>(provenanceOfFile(part, hash, rules)));
    return {};
}

/// The same, read from one file more.
template <class T>
Artifact<T> withFile(const Artifact<T> &artifact, SourceFile file)
{
    Provenance provenance = artifact.provenance() ? *artifact.provenance() : Provenance();
    provenance.files.push_back(std::move(file));
    return {artifact.value(), std::make_shared<const Provenance>(std::move(provenance))};
}

template <class T>
std::string hashOf(const Result<T> &read)
{
    return read ? read->sha256 : std::string();
}

Result<void> readPart(Project &project, Part part, const Path &path, const InputOptions &rules,
                      const Path &cacheFolder, ReadReport &report, const TaskContext &context)
{
    const auto keep = [&](auto &artifact, auto &&read) {
        return put(artifact, part, read, hashOf(read), rules);
    };
    switch (part) {
    case Part::Expression:
        return keep(project.expression, readExpression(path, rules.reading, report, context));
    case Part::Clinical:
        return keep(project.clinical, readClinical(path, report, context, rules.reading));
    case Part::GeneSets:
        return keep(project.geneSets, readGeneSets(path, report));
    case Part::Interactions:
        return keep(project.interactions, readInteractions(path, report, rules.interactionScore, context));
    case Part::Model:
        return keep(project.model, readModelCached(path, cacheFolder, context));
    case Part::GeneMap: {
        Result<GeneTable> table = GeneTable::readMap(path);
        const Result<std::string> hash = table ? sha256File(path) : Result<std::string>(std::string());
        if (!hash)
            return hash.error();
        if (Result<void> kept = put(project.geneMap, part, table, *hash, rules); !kept)
            return kept;
        project.geneMap = withFile(project.geneMap, {"gene_table", path.string(), *hash});
        return {};
    }
    default:
        return Error{ErrorCode::UnknownFormat, path.string()};
    }
}

/// Path of each input that is given.
std::vector<std::pair<Part, std::string>> givenInputs(const InputPaths &paths)
{
    std::vector<std::pair<Part, std::string>> given = {
        {Part::GeneMap, paths.geneMap},       {Part::Clinical, paths.clinical},
        {Part::GeneSets, paths.geneSets},     {Part::Interactions, paths.interactions},
        {Part::Expression, paths.expression}, {Part::Model, paths.model}};
    std::erase_if(given, [](const auto &input) { return input.second.empty(); });
    return given;
}

} // namespace

Result<void> readInput(Project &project, Part part, const Path &path, const InputOptions &rules,
                       const Path &cacheFolder, ReadReport &report, const TaskContext &context)
{
    const auto start = std::chrono::steady_clock::now();
    if (Result<void> read = readPart(project, part, path, rules, cacheFolder, report, context); !read)
        return read;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    forEachPart(project, [&](Part at, auto &artifact) {
        if (at != part)
            return;
        Provenance whole = *artifact.provenance();
        whole.seconds = seconds;
        whole.notes = readingNotes(project, part, path.string(), report, rules.reading);
        artifact = {artifact.value(), std::make_shared<const Provenance>(std::move(whole))};
    });
    return {};
}

Result<Artifact<MetabolicModel>> withAssignments(const Artifact<MetabolicModel> &model,
                                                 std::vector<ConceptAssignment> assignments)
{
    Result<MetabolicModel> changed = withConcepts(*model, std::move(assignments));
    if (!changed)
        return changed.error();
    std::shared_ptr<Provenance> provenance;
    if (model.provenance()) {
        provenance = std::make_shared<Provenance>(*model.provenance());
        provenance->files.clear(); // of assignments that are replaced
        provenance->key = provenanceOfFile(Part::Model, changed->sha256, {}).key;
        if (!changed->assignments.empty())
            provenance->key = sha256(provenance->key + conceptsText(changed->assignments));
    }
    return Artifact<MetabolicModel>(std::make_shared<const MetabolicModel>(*std::move(changed)),
                                    std::move(provenance));
}

Result<void> nameConcepts(Project &project, const Path &path)
{
    const Result<std::string> hash = sha256File(path);
    Result<std::vector<ConceptAssignment>> concepts = readConcepts(path);
    if (!hash || !concepts)
        return !concepts ? concepts.error() : hash.error();
    Result<Artifact<MetabolicModel>> named = withAssignments(project.model, *std::move(concepts));
    if (!named)
        return named.error();
    project.model = withFile(*named, {"concepts", path.string(), *hash});
    return {};
}

namespace {

/// Of a table of samples × values what make() makes of it.
template <class Value, class Make>
Result<Artifact<Value>> fromTable(const Path &path, const char *what, const ReadRules &rules,
                                  ReadReport &report, Make &&make)
{
    const Result<std::string> hash = sha256File(path);
    Result<FluxRun> table = readFluxTable(path, report, rules.ragged);
    if (!hash || !table)
        return !table ? table.error() : hash.error();
    return Artifact<Value>(
        std::make_shared<const Value>(make(*std::move(table))),
        std::make_shared<const Provenance>(provenanceOfTable({what, path.string(), *hash}, rules)));
}

} // namespace

Result<Artifact<FluxRun>> fluxTable(const Path &path, const ReadRules &rules, ReadReport &report)
{
    return fromTable<FluxRun>(path, "flux_table", rules, report,
                              [](FluxRun &&table) { return std::move(table); });
}

Result<Artifact<FluxRun>> withDuals(const Artifact<FluxRun> &table, const Path &path)
{
    FluxRun run = *table;
    if (const Result<void> read = readDuals(path, run); !read)
        return read.error();
    const Result<std::string> hash = sha256File(path);
    if (!hash)
        return hash.error();
    return Artifact<FluxRun>(std::make_shared<const FluxRun>(std::move(run)),
                             std::make_shared<const Provenance>(withDualsFile(
                                 *table.provenance(), {"dual_solutions", path.string(), *hash})));
}

Result<Artifact<GanRun>> predictedTable(const Path &path, const ReadRules &rules, ReadReport &report)
{
    return fromTable<GanRun>(path, "predicted_table", rules, report, [](FluxRun &&table) {
        GanRun run;
        run.samples = std::move(table.samples);
        run.reactions = std::move(table.reactions);
        run.predicted = std::move(table.values);
        return run;
    });
}

Result<Artifact<ShapRun>> shapTable(const Path &path, const ReadRules &rules, ReadReport &report)
{
    return fromTable<ShapRun>(path, "shap_table", rules, report, [](FluxRun &&table) {
        ShapRun run;
        run.chosen.count = table.samples.size();
        run.samples = std::move(table.samples);
        run.genes = std::move(table.reactions);
        run.values = std::move(table.values);
        return run;
    });
}

Result<Artifact<Cohort>> cohortOfFluxes(const Project &project)
{
    if (!project.flux)
        return missingPart(Part::Flux);
    Result<SampleSelection> samples =
        selectSamples(project.flux->samples, project.clinical, project.options.cohort, "table");
    if (!samples)
        return samples.error();
    return Artifact<Cohort>(std::make_shared<const Cohort>(Cohort{*std::move(samples), nullptr}),
                            std::make_shared<const Provenance>(provenanceOfTableSamples(project)));
}

void takePart(Project &to, Project &from, Part part)
{
    const auto move = [&](Part at, auto &artifact) {
        forEachPart(from, [&](Part other, auto &source) {
            if constexpr (std::is_same_v<decltype(source), decltype(artifact)>)
                if (other == at && at == part)
                    artifact = std::move(source);
        });
    };
    forEachPart(to, move);
}

Result<Project> readInputs(const AnalysisConfig &config, const Path &cacheFolder, const TaskContext &context,
                           std::vector<InputReading> *readings)
{
    if (const Result<void> checked = config.options.check(); !checked)
        return checked.error();
    if (config.paths.expression.empty())
        return Error{ErrorCode::MissingInput, "expression"};
    Project project;
    project.options = config.options;
    project.isExample = config.example;
    const auto inputs = givenInputs(config.paths);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto &[part, path] = inputs[i];
        context.report(marked("Core", "Reading inputs"), static_cast<double>(i),
                       static_cast<double>(inputs.size()));
        ReadReport report;
        const Result<void> read =
            readInput(project, part, path, config.options.inputs, cacheFolder, report, context);
        if (!read)
            return read.error();
        if (readings && part != Part::Model && part != Part::GeneMap)
            readings->push_back({part, path, std::move(report)});
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, ""};
    }
    if (project.model && !config.paths.concepts.empty()) {
        if (const Result<void> named = nameConcepts(project, config.paths.concepts); !named)
            return named.error();
    }
    if (const Result<void> selected = computeInto<CohortStep>(project); !selected)
        return selected.error();
    return project;
}

} // namespace pathgan
