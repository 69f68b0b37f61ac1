#include "core/engine/analysis.h"

#include "core/base/marked.h"
#include "core/base/tablewriter.h"
#include "core/engine/cachefolder.h"
#include "core/engine/steps.h"
#include "core/metabolic/modelcache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <chrono>

namespace pathgan {

namespace {

/// Reads one input when its path is given.
template <class T, class Read>
Result<void> load(std::shared_ptr<const T> &part, const std::string &path, Read read)
{
    if (path.empty())
        return {};
    Result<T> result = read(std::filesystem::path(path));
    if (!result)
        return result.error();
    part = std::make_shared<const T>(*std::move(result));
    return {};
}

/// The example's folder, made once; QTemporaryDir removes it at exit.
QString exampleFolder()
{
    static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/pathgan-example-XXXXXX"));
    return folder.isValid() ? folder.path() : QString();
}

Result<std::string> unpackExampleFile(const QString &name)
{
    const QString target = exampleFolder() + QLatin1Char('/') + name;
    if (!QFile::exists(target)) {
        QFile::copy(QStringLiteral(":/example/") + name, target);
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
    if (!QFile::exists(target))
        return Error{ErrorCode::WriteFailed, target.toStdString()};
    return target.toStdString();
}

} // namespace

Result<void> checkOptions(const AnalysisOptions &options)
{
    for (const Result<void> &checked :
         {options.flux.check(), options.gan.check(), options.explain.shap.check(), options.enrich.ora.check(),
          options.enrich.gsea.check(), options.stress.check(), options.groups.check()})
        if (!checked)
            return checked.error();
    return {};
}

Result<AnalysisConfig> exampleConfig()
{
    AnalysisConfig config;
    config.example = true;
    const std::vector<std::pair<std::string *, const char *>> files = {
        {&config.expression, "expression.tsv.gz"},
        {&config.clinical, "clinical.tsv"},
        {&config.model, "model.xml"},
        {&config.geneSets, "gene_sets.gmt"},
        {&config.interactions, "interactions.tsv"}};
    for (const auto &[path, name] : files) {
        Result<std::string> unpacked = unpackExampleFile(QString::fromLatin1(name));
        if (!unpacked)
            return unpacked.error();
        *path = *std::move(unpacked);
    }
    config.options.gan = GanOptions::fromPreset(GanPreset::Quick);
    config.options.explain.shap.seed = config.options.gan.seed;
    config.options.enrich.topGenes = 30;
    config.options.enrich.gsea.minimumSize = 10;
    return config;
}

Result<Project> loadInputs(const AnalysisConfig &config, const TaskContext &context,
                           std::vector<InputReading> *readings)
{
    if (const Result<void> checked = checkOptions(config.options); !checked)
        return checked.error();
    if (config.expression.empty())
        return Error{ErrorCode::MissingInput, "expression"};
    Project project;
    project.isExample = config.example;
    project.allowLowCoverage = config.options.allowLowCoverage;
    const auto note = [&](Part part, const std::filesystem::path &path, ReadReport &report) {
        if (readings)
            readings->push_back({part, path.string(), std::move(report)});
        report = {};
    };
    ReadReport report;
    using Path = std::filesystem::path;
    const std::vector<std::function<Result<void>()>> readers = {
        [&] {
            return load(project.geneMap, config.geneMap, [](const Path &p) { return GeneTable::readMap(p); });
        },
        [&] {
            return load(project.clinical, config.clinical, [&](const Path &p) {
                auto read = readClinical(p, report, context, config.options.reading);
                note(Part::Clinical, p, report);
                return read;
            });
        },
        [&] {
            return load(project.geneSets, config.geneSets, [&](const Path &p) {
                auto read = readGeneSets(p, report);
                note(Part::GeneSets, p, report);
                return read;
            });
        },
        [&] {
            return load(project.interactions, config.interactions, [&](const Path &p) {
                auto read = readInteractions(p, report, config.options.interactionScore, context);
                note(Part::Interactions, p, report);
                return read;
            });
        },
        [&] {
            return load(project.expression, config.expression, [&](const Path &p) {
                auto read = readExpression(p, config.options.reading, report, context);
                note(Part::Expression, p, report);
                return read;
            });
        },
        [&] {
            return load(project.model, config.model, [&](const Path &p) {
                Result<MetabolicModel> model = readModelCached(p, modelCacheFolder(), context);
                if (!model || config.concepts.empty())
                    return model;
                Result<std::vector<ConceptAssignment>> concepts = readConcepts(config.concepts);
                return concepts ? withConcepts(*std::move(model), *std::move(concepts))
                                : Result<MetabolicModel>(concepts.error());
            });
        },
    };
    for (std::size_t i = 0; i < readers.size(); ++i) {
        context.report(marked("Core", "Reading inputs"), static_cast<double>(i),
                       static_cast<double>(readers.size()));
        if (const Result<void> read = readers[i](); !read)
            return read.error();
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, ""};
    }
    Result<Cohort> cohort = cohortStep(project, config.options.cohort);
    if (!cohort)
        return cohort.error();
    project.cohort = std::make_shared<const Cohort>(*std::move(cohort));
    return project;
}

namespace {

/// Runs the steps on a growing project, notes times and what was skipped.
class Runner
{
public:
    Runner(AnalysisRun &run, const TaskContext &context) : m_run(run), m_context(context) {}

    /// step: Project → Result<T>. False when cancelled.
    template <class T, class Step>
    bool step(Part part, std::shared_ptr<const T> Project::*field, Step step)
    {
        const auto start = std::chrono::steady_clock::now();
        Result<T> result = step(static_cast<const Project &>(m_run.project));
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        if (result) {
            m_run.project.*field = std::make_shared<const T>(*std::move(result));
            m_run.seconds.emplace_back(partName(part), spent.count());
        } else if (result.error().code == ErrorCode::Cancelled) {
            return false;
        } else {
            m_run.skipped.push_back({part, result.error()});
        }
        return !m_context.isCancelled();
    }

private:
    AnalysisRun &m_run;
    const TaskContext &m_context;
};

} // namespace

Result<AnalysisRun> runAnalysis(const AnalysisConfig &config, const TaskContext &context,
                                const GanEpochCallback &onEpoch)
{
    AnalysisRun run;
    run.config = config;
    const auto start = std::chrono::steady_clock::now();
    Result<Project> loaded = loadInputs(config, context, &run.readings);
    if (!loaded)
        return loaded.error();
    run.project = *std::move(loaded);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    run.seconds.emplace_back("inputs", spent.count());

    const AnalysisOptions &o = config.options;
    Runner runner(run, context);
    const bool finished = runner.step(Part::Flux, &Project::flux, [&](const Project &p) {
        return fluxStep(p, o.flux, context);
    }) && runner.step(Part::Training, &Project::training, [&](const Project &p) {
        return trainStep(p, o.gan, context, onEpoch);
    }) && runner.step(Part::Explanation, &Project::explanation, [&](const Project &p) {
        return explainStep(p, o.explain, context);
    }) && runner.step(Part::Enrichment, &Project::enrichment, [&](const Project &p) {
        return enrichStep(p, o.enrich, context);
    }) && runner.step(Part::Stress, &Project::stress, [&](const Project &p) {
        return stressStep(p, o.stress, context);
    }) && runner.step(Part::Groups, &Project::groups, [&](const Project &p) {
        return groupStep(p, o.groups);
    });
    if (!finished)
        return Error{ErrorCode::Cancelled, ""};
    return run;
}

} // namespace pathgan
