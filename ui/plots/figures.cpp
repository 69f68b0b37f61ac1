// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figures.h"

#include "core/base/constant.h"
#include "core/data/clinicalgroups.h"
#include "core/steps/stepfacts.h"
#include "ui/coretext.h"
#include "ui/partialtext.h"
#include "ui/plots/attentionheatmap.h"
#include "ui/plots/attentionplot.h"
#include "ui/plots/enrichmentbarplot.h"
#include "ui/plots/fluxdistributionplot.h"
#include "ui/plots/fluxheatmap.h"
#include "ui/plots/generatedplot.h"
#include "ui/plots/groupboxplot.h"
#include "ui/plots/gseaplot.h"
#include "ui/plots/lossplot.h"
#include "ui/plots/predictionplot.h"
#include "ui/plots/shapbarplot.h"
#include "ui/plots/shapforceplot.h"
#include "ui/plots/shapsummaryplot.h"
#include "ui/plots/stressplot.h"
#include "ui/plots/stressscatterplot.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace pathgan {

namespace {

using Figures = std::vector<std::unique_ptr<Plot>>;

QString say(const char *text)
{
    return QCoreApplication::translate("pathgan::Figures", text);
}

template <class T, class... Arguments>
void add(Figures &figures, void (T::*set)(Arguments...), std::type_identity_t<Arguments>... arguments)
{
    auto plot = std::make_unique<T>();
    (plot.get()->*set)(arguments...);
    figures.push_back(std::move(plot));
}

void addTraining(Figures &figures, const Project &project)
{
    const auto run = project.training;
    if (!run->history.empty()) {
        auto losses = std::make_unique<LossPlot>();
        losses->setHistory(run->history);
        losses->setBestEpoch(run->bestEpoch);
        figures.push_back(std::move(losses));
    }
    if (project.flux && !run->test.byReaction.empty()) {
        if (const int reaction = medianReaction(*run); reaction >= 0)
            add(figures, &PredictionPlot::setRun, run, project.flux, reaction);
    }
    if (run->attention && !run->attention->isEmpty()) {
        const PathwayAttention &attention = *run->attention;
        add(figures, &AttentionPlot::setRun, attention.tokens, attention.receivedBy({}),
            attentionOf(attention.samples.size()));
        add(figures, &AttentionHeatMap::setRun, attention.tokens, attention.pairsOf({}),
            attentionOf(attention.samples.size()));
    }
}

void addEnrichment(Figures &figures, const EnrichmentRun &run)
{
    const QString explained = explainedText(run.explained);
    if (run.ora && !run.ora->rows.empty()) {
        add(figures, &EnrichmentBarPlot::setRun, run.ora, explained);
        auto plot = std::make_unique<EnrichmentBarPlot>();
        plot->setRun(run.ora, explained);
        plot->setValue(EnrichmentBarPlot::Value::MinusLog10AdjustedP);
        figures.push_back(std::move(plot));
    }
    for (int row = 0; run.gsea && row < std::min<int>(2, static_cast<int>(run.gsea->rows.size())); ++row) {
        auto plot = std::make_unique<GseaPlot>();
        plot->setRun(run.gsea, explained);
        plot->setRow(row);
        figures.push_back(std::move(plot));
    }
}

/// Group of each sample of a stress run, by the column of the group comparison.
std::vector<std::string> stressLabels(const Project &project, const StressRun &run)
{
    if (!project.groups || !project.cohort || !project.cohort->clinical)
        return {};
    const ClinicalTable &clinical = *project.cohort->clinical;
    const int column = clinical.columnIndex(project.groups->column);
    if (column < 0)
        return {};
    const std::vector<std::string> labels = project.cohort->labels(clinical.columns[std::size_t(column)]);
    std::unordered_map<std::string, std::string> labelOf;
    for (std::size_t i = 0; i < labels.size(); ++i)
        labelOf[project.cohort->samples[i]] = labels[i];
    std::vector<std::string> result;
    for (const std::string &sample : run.samples)
        result.push_back(labelOf[sample]);
    return result;
}

void addStress(Figures &figures, const Project &project)
{
    const StressResults &stress = *project.stress;
    for (const auto &run : {stress.expression, stress.predicted}) {
        if (!run || run->samples.empty())
            continue;
        auto plot = std::make_unique<StressPlot>();
        plot->setRun(run);
        plot->setLabels(stressLabels(project, *run));
        figures.push_back(std::move(plot));
    }
    if (stress.expression)
        add(figures, &StressScatterPlot::setRuns, stress.expression, nullptr);
    if (stress.expression && stress.predicted)
        add(figures, &StressScatterPlot::setRuns, stress.expression, stress.predicted);
}

/// From fluxes and from predictions: the mean, and the reaction with the smallest p.
void addGroups(Figures &figures, const GroupRun &run)
{
    const QString note = groupNote(run);
    for (const char *source : {"FBA", "predicted"}) {
        const GroupRun::Entry *mean = nullptr, *different = nullptr;
        for (const GroupRun::Entry &entry : run.entries) {
            if (entry.source != source)
                continue;
            if (entry.reaction == "mean")
                mean = &entry;
            else if (!std::isnan(entry.comparison.overallP) &&
                     (!different || entry.comparison.overallP < different->comparison.overallP))
                different = &entry;
        }
        if (mean)
            add(figures, &GroupBoxPlot::setEntry, *mean, note, sharedScale(run, mean->reaction));
        if (different)
            add(figures, &GroupBoxPlot::setEntry, *different,
                note + (note.isEmpty() ? QString() : QStringLiteral("\n")) +
                    say(QT_TRANSLATE_NOOP(
                        "pathgan::Figures",
                        "Chosen for the smallest p of all reactions: read the p adjusted over them.")),
                sharedScale(run, different->reaction));
    }
}

/// The reaction whose distributions differ most.
void addGeneration(Figures &figures, const Project &project)
{
    const std::vector<ReactionComparison> &all = project.generation->byReaction;
    int worst = 0;
    double most = -1;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].relativeWasserstein > most) {
            most = all[i].relativeWasserstein;
            worst = static_cast<int>(i);
        }
    add(figures, &GeneratedPlot::setRun, project.generation, worst);
}

void addFlux(Figures &figures, const Project &project)
{
    if (project.flux->values.size() == 0)
        return;
    auto heatMap = std::make_unique<FluxHeatMap>();
    heatMap->setOrder(HeatMapOrder::Ward);
    heatMap->setRun(project.flux);
    std::vector<SampleStrip> strips;
    for (const std::string &column : usualStrips(project))
        if (auto strip = stripOf(project, column, project.flux->samples))
            strips.push_back(*std::move(strip));
    heatMap->setStrips(std::move(strips));
    figures.push_back(std::move(heatMap));
    add(figures, &FluxDistributionPlot::setRun, project.flux, mostVariableReaction(*project.flux));
}

void addExplanation(Figures &figures, const Project &project)
{
    if (project.explanation->values.rows() == 0)
        return;
    auto bars = std::make_unique<ShapBarPlot>();
    bars->setRun(project.explanation);
    bars->setRemainder(false); // as in the window
    figures.push_back(std::move(bars));
    auto summary = std::make_unique<ShapSummaryPlot>();
    summary->setRun(project.explanation);
    summary->setRemainder(false);
    figures.push_back(std::move(summary));
    add(figures, &ShapForcePlot::setRun, project.explanation);
}

void addFigures(Figures &figures, const Project &project, Part part)
{
    if (part == Part::Flux)
        addFlux(figures, project);
    else if (part == Part::Training)
        addTraining(figures, project);
    else if (part == Part::Explanation)
        addExplanation(figures, project);
    else if (part == Part::Enrichment)
        addEnrichment(figures, *project.enrichment);
    else if (part == Part::Stress)
        addStress(figures, project);
    else if (part == Part::Groups)
        addGroups(figures, *project.groups);
    else if (part == Part::Generation)
        addGeneration(figures, project);
}

/// One step, its key, options and versions.
QString originLine(Part part, const Provenance &provenance)
{
    QStringList settings;
    for (const OptionSetting &setting : provenance.options)
        if (const std::string value = optionText(setting.value); setting.matters && !value.empty())
            settings << QString::fromStdString(setting.key + '=' + value);
    QStringList versions;
    for (const auto &[name, version] : provenance.versions)
        versions << QString::fromStdString(name + ' ' + version);
    return QStringLiteral("%1 (%2) %3: %4 [%5]")
        .arg(QString::fromLatin1(partName(part)), QString::fromStdString(provenance.step),
             QString::fromStdString(provenance.key), settings.join(QLatin1Char(' ')),
             versions.join(QStringLiteral(", ")));
}

} // namespace

QString tieText(const Confounder &confounder)
{
    const auto between = [](const QString &only) { return QStringLiteral(": %1 ").arg(only); };
    return QString::fromStdString(confounder.detail)
        .replace(between(QStringLiteral("only")), between(coreText("only")));
}

QString groupNote(const GroupRun &run)
{
    QStringList lines;
    if (isRadiationColumn(run.column))
        lines << say(QT_TRANSLATE_NOOP(
            "pathgan::Figures",
            "In TCGA this column mostly describes therapy given after the sample was taken: a "
            "difference shows who was "
            "selected for radiotherapy, not its effect."));
    for (const ClinicalGroup &group : run.members) {
        QStringList spellings;
        for (const auto &[spelling, count] : group.rows)
            spellings << QString::fromStdString(spelling);
        if (group.isMerged())
            lines << say(QT_TRANSLATE_NOOP("pathgan::Figures", "One group: %1."))
                         .arg(spellings.join(QStringLiteral(" = ")));
    }
    if (!run.confounders.empty())
        lines << say(QT_TRANSLATE_NOOP("pathgan::Figures",
                                       "The groups are tied to %1 (%2): a difference may be one of %1."))
                     .arg(QString::fromStdString(run.confounders.front().column),
                          tieText(run.confounders.front()));
    return lines.join(QLatin1Char('\n'));
}

int mostVariableReaction(const FluxRun &run)
{
    int best = 0;
    double most = -1;
    for (Index column = 0; column < run.values.cols(); ++column) {
        const VectorD entries = run.values.col(column);
        if (isConstant({entries.data(), static_cast<std::size_t>(entries.size())}))
            continue; // noise around zero would vary most of all
        double sum = 0, squares = 0, count = 0;
        for (Index row = 0; row < run.values.rows(); ++row) {
            if (const double v = run.values(row, column); std::isfinite(v)) {
                sum += v;
                squares += v * v;
                ++count;
            }
        }
        const double mean = count > 0 ? sum / count : 0;
        const double variation =
            mean != 0 ? std::sqrt(std::max(0.0, squares / count - mean * mean)) / std::abs(mean) : 0;
        if (variation > most) {
            most = variation;
            best = static_cast<int>(column);
        }
    }
    return best;
}

int medianReaction(const GanRun &run)
{
    const std::vector<double> &all = run.test.byReaction;
    std::vector<int> order;
    for (std::size_t i = 0; i < std::min(all.size(), run.reactions.size()); ++i)
        if (std::isfinite(all[i]))
            order.push_back(static_cast<int>(i));
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return all[std::size_t(a)] < all[std::size_t(b)]; });
    return order.empty() ? -1 : order[order.size() / 2];
}

QString figureOrigin(const Project &project, Part part)
{
    const auto shown = project.provenance(part);
    if (!shown)
        return {};
    QStringList lines;
    for (const InputKey &input : shown->inputs) {
        const auto own = project.provenance(input.part);
        if (own && own->key == input.key)
            lines << figureOrigin(project, input.part).split(QLatin1Char('\n'));
        else if (!input.key.empty())
            lines << QString::fromStdString(std::string(partName(input.part)) + ' ' + input.key);
    }
    lines << originLine(part, *shown);
    lines.removeDuplicates();
    return lines.join(QLatin1Char('\n'));
}

const std::vector<Part> &drawnParts()
{
    static const std::vector<Part> parts = {Part::Flux,   Part::Training, Part::Explanation, Part::Enrichment,
                                            Part::Stress, Part::Groups,   Part::Generation};
    return parts;
}

std::vector<std::unique_ptr<Plot>> createFigures(const Project &project, const std::vector<Part> &parts)
{
    Figures figures;
    for (const Part part : parts) {
        const std::size_t before = figures.size();
        if (project.has(part))
            addFigures(figures, project, part);
        for (std::size_t i = before; i < figures.size(); ++i) {
            figures[i]->setOrigin(figureOrigin(project, part));
            figures[i]->setWatermark(figureMark(project, part));
        }
    }
    std::set<QString> names;
    std::erase_if(figures, [&](const std::unique_ptr<Plot> &plot) {
        return plot->isEmpty() || !names.insert(plot->fileName()).second;
    });
    return figures;
}

Result<std::vector<std::string>> exportFigures(const Project &project, const std::filesystem::path &folder,
                                               int dpi, const TaskContext &context,
                                               const std::vector<Part> &parts)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{ErrorCode::WriteFailed, folder.string()};
    const Figures figures = createFigures(project, parts);
    ExportOptions options;
    options.dpi = dpi;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, {}};
        context.report("Drawing figures", static_cast<double>(i), static_cast<double>(figures.size()));
        for (const auto &[ending, format] :
             {std::pair(".svg", FigureFormat::Svg), std::pair(".png", FigureFormat::Png)}) {
            const std::string name = figures[i]->fileName().toStdString() + ending;
            const Result<void> written =
                figures[i]->exportTo(QString::fromStdU16String((folder / name).u16string()), format, options);
            if (!written)
                return written.error();
            names.push_back(name);
        }
        const std::string name = figures[i]->fileName().toStdString() + ".txt";
        const Result<void> written =
            figures[i]->exportText(QString::fromStdU16String((folder / name).u16string()));
        if (!written)
            return written.error();
        names.push_back(name);
    }
    return names;
}

} // namespace pathgan
