// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/gan/generate.h"
#include "core/metabolic/analysis/modelanalysis.h"
#include "core/project/store/projectfile.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/exampleresults.h"

#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

/// A project that has every part, small, with values that are hard to keep: NaN, infinities, −0.
namespace smallproject {

using namespace pathgan;
namespace fs = std::filesystem;

inline std::shared_ptr<const Provenance> provenance(const std::string &name, const char *step = "file")
{
    auto made = std::make_shared<Provenance>();
    made->key = sha256(name);
    made->asked = made->key;
    made->step = step;
    made->version = 3;
    made->options = {{"flag", true, true},
                     {"whole", std::uint64_t{1} << 63, false},
                     {"real", 0.1, true},
                     {"text", std::string("a\0b", 3), true},
                     {"names", std::vector<std::string>{"a,b", ""}, true}};
    made->inputs = {{Part::Model, "key"}, {Part::ModelCheck, ""}};
    made->files = {{"network", "/somewhere/é", "hash"}};
    made->versions = {{"PathGAN", "0.1.0"}};
    made->seed = 42;
    made->started = "2026-01-02T03:04:05Z";
    made->seconds = 1.25;
    made->threads = 4;
    return made;
}

/// A NaN whose bits are unlike any other's.
inline double oddNan()
{
    return std::bit_cast<double>(std::uint64_t{0xFFF8000000000BADULL});
}

template <class T>
void put(Artifact<T> &artifact, T value, const std::string &name, const char *step = "file")
{
    artifact = Artifact<T>(std::make_shared<const T>(std::move(value)), provenance(name, step));
}

inline void writeText(const fs::path &path, const std::string &text)
{
    std::ofstream(path, std::ios::binary) << text;
}

inline void addInputs(Project &project, const fs::path &folder)
{
    const fs::path matrix = folder / "expression.tsv", clinical = folder / "clinical.tsv";
    writeText(matrix, "gene\tS1\tS2\tS3\nG1\t10\t200.5\t30\nG2\t400\t5\t60\nG3\t7\t80\t\n");
    writeText(clinical, "sampleID\tradiation_therapy\tage\nS1\tYES\t5\nS2\tNO\t\nS3\tYES\t7.25\n");
    ReadReport report;
    if (Result<ExpressionMatrix> read = readExpression(matrix, {}, report))
        put(project.expression, *std::move(read), "expression");
    if (Result<ClinicalTable> read = readClinical(clinical, report))
        put(project.clinical, *std::move(read), "clinical");
    put(project.geneMap, smallnetwork::geneTable(folder.string(), 5), "map");
    put(project.geneSets, GeneSetCollection{"sets", {{"A", "", {"G1", "G2"}}, {"B", "b", {}}}, "p", "h"},
        "sets");
    put(project.interactions, InteractionNetwork{{"G1", "G2", "G3"}, {{0, 1}, {1, 2}}, 700, "p", "h"}, "net");
    MetabolicModel model = smallnetwork::make();
    model.reactions[0].upper = std::numeric_limits<double>::infinity();
    model.reactions[0].name = "exchange of a";
    model.metabolites[0].charge = -2;
    model.metabolites[0].annotations = {{"chebi", "CHEBI:1"}};
    model.groups = {{"g", "group", "partonomy", {"GTHX"}}};
    model.assignments = {{"gthrd", "gthrd_c", false}};
    model.warnings = {"a warning"};
    model.path = "/models/small.xml";
    model.sha256 = sha256("model");
    model.buildIndex();
    put(project.model, std::move(model), "model");
}

inline GenerateRun generated()
{
    GenerateRun run;
    run.profiles = {"p1", "p2"};
    run.conditions = {"S1", "S2"};
    run.reactions = {"R"};
    run.fluxes = MatrixD::Constant(2, 1, -0.0);
    run.realSamples = {"S1"};
    run.real = MatrixD::Constant(1, 1, 5e-324);
    run.byReaction.resize(1);
    run.byReaction[0].wasserstein = oddNan();
    run.critic = VectorD::Constant(2, 1.5);
    run.nearest = {"S1", "S1"};
    run.nearestDistance = {0.5, std::numeric_limits<double>::infinity()};
    run.outside = {0, 7};
    return run;
}

inline void addResults(Project &project)
{
    if (Result<Cohort> cohort = makeCohort(project.expression, project.clinical, {SampleFilter::All, {}}))
        put(project.cohort, *std::move(cohort), "cohort", "cohort");
    FluxOptions options;
    options.medium = MediumPreset::AsDistributed;
    options.reactions = {"GTHX", "GTHY", "BYP"};
    if (Result<FluxRun> flux = computeFlux(*project.model, *project.cohort, *project.geneMap, options)) {
        flux->wildTypeGrowth = oddNan();
        put(project.flux, *std::move(flux), "flux", "flux");
    }
    const Project example = exampleresults::project(12);
    GanRun training = *example.training;
    training.network = nullptr; // one of LibTorch's is kept in the tests of the program
    training.networkAlone = HeldOut{};
    training.networkAlone->fitByReaction.resize(2);
    training.baselines.shuffled = HeldOut{};
    put(project.training, std::move(training), "train", "train");
    put(project.explanation, ShapRun(*example.explanation), "explain", "explain");
    put(project.enrichment, EnrichmentRun(*example.enrichment), "enrich", "enrich");
    put(project.stress, StressResults(*example.stress), "stress", "stress");
    put(project.groups, GroupRun(*example.groups), "groups", "groups");
    put(project.generation, generated(), "generate", "generate");
    ModelAnalyses analyses;
    for (const AnalysisMethod method : {AnalysisMethod::Fba, AnalysisMethod::FluxRanges}) {
        ModelAnalysisOptions asked;
        asked.method = method;
        asked.scenario.bounds["BYP"] = {-1, 1};
        if (Result<ModelAnalysis> run = analyseModel(project.model, asked))
            analyses.runs.push_back(std::make_shared<const ModelAnalysis>(*std::move(run)));
        analyses.inputs.push_back({{Part::Model, "key"}});
    }
    put(project.analyses, std::move(analyses), "analyses", "analyses");
    if (Result<ModelCheckRun> check = checkModel(*project.model, *project.geneMap))
        put(project.modelCheck, *std::move(check), "check", "check");
}

inline Scenario scenario()
{
    Scenario made;
    made.name = "Ω";
    made.objective = "BYP";
    made.maximise = false;
    made.medium = MediumPreset::Closed;
    made.uptake = {{"EX_a_e", 0.1}};
    made.bounds = {{"BYP", {-std::numeric_limits<double>::infinity(), 1.0 / 3}}};
    made.knockouts = {"1_AT1", "2_AT1"};
    return made;
}

/// All that a file keeps, none of it as it is by default.
inline ProjectContents contents(const fs::path &folder)
{
    ProjectContents all;
    Project &project = all.project;
    addInputs(project, folder);
    addResults(project);
    project.options.gan.epochs = 7;
    project.options.explain.samples = {"a,b", "c"};
    project.options.flux.growthFraction = 1.0 / 3;
    project.options.groups.column = "radiation_therapy";
    project.checkOptions.withFluxes = false;
    project.generateOptions.profiles = 11;
    project.scenarios.list = {{Scenario(), scenario()}, 1};
    project.analysisOptions.method = AnalysisMethod::ReactionMoma;
    project.analysisOptions.scenario = scenario();
    all.note = "a note\nof two lines";
    all.settings = {{"figure/flux", std::string("\0\xff", 2)}, {"selection", ""}};
    ReadReport report;
    report.format = "Xena TSV";
    report.add(ProblemKind::RaggedRow, 3, 4, "x");
    all.reports = {{Part::Expression, report}};
    return all;
}

inline MatrixReader reader()
{
    return [](const fs::path &path, const Provenance &, const TaskContext &context) {
        ReadReport report;
        return readExpression(path, {}, report, context);
    };
}

/// Hashes of runs: equal ones, equal bits.
inline std::string identity(const std::vector<KeptRun> &history)
{
    std::set<std::string> lines;
    for (const KeptRun &run : history)
        lines.insert(std::string(partName(run.part)) + ' ' + run.id + '\n');
    std::string text;
    for (const std::string &line : lines)
        text += line;
    return text;
}

} // namespace smallproject
