// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/generatestep.h"

#include "core/base/text.h"
#include "core/data/clinicalgroups.h"
#include "core/project/inputmatch.h"
#include "core/steps/trainstep.h"

#include <algorithm>
#include <set>
#include <utility>

namespace pathgan {

namespace {

/// "radiation_therapy: maybe (NO, YES)": what there is stands behind what is not there.
Error unknownName(std::string name, const std::set<std::string> &known)
{
    constexpr std::size_t mostListed = 30;
    std::vector<std::string> listed(known.begin(), known.end());
    if (listed.size() > mostListed) {
        listed.resize(mostListed);
        listed.emplace_back("…");
    }
    if (!listed.empty())
        name += " (" + join(listed, ", ") + ")";
    return Error{ErrorCode::UnknownName, std::move(name)};
}

/// The group's rows of the cohort. The name is labelled as if it stood in the column, so that it means what
/// the comparison of groups means by it: Y beside YES, 0.0 beside 0.
Result<std::vector<Index>> rowsOfGroup(const Cohort &cohort, const GenerateOptions &options)
{
    const ClinicalTable &clinical = *cohort.clinical;
    const int at = clinical.columnIndex(options.column);
    if (at < 0) {
        std::set<std::string> names;
        for (const ClinicalColumn &column : clinical.columns)
            if (column.type == ColumnType::Category)
                names.insert(column.name);
        return unknownName(options.column, names);
    }
    ClinicalColumn column = clinical.columns[static_cast<std::size_t>(at)];
    const std::vector<std::string> known = cohort.labels(column);
    column.values.push_back(options.group);
    const std::string wanted = clinicalLabels(column.values).back();
    const std::vector<std::string> labels = cohort.labels(column);
    std::vector<Index> rows;
    for (std::size_t row = 0; row < labels.size(); ++row)
        if (!wanted.empty() && labels[row] == wanted)
            rows.push_back(static_cast<Index>(row));
    if (rows.empty()) {
        std::set<std::string> groups(known.begin(), known.end());
        groups.erase(std::string());
        return unknownName(options.column + ": " + options.group, groups);
    }
    return rows;
}

/// Cohort rows that conditions are made of.
Result<std::vector<Index>> chosenRows(const Cohort &cohort, const GenerateOptions &options)
{
    if (!options.samples.empty())
        return cohort.find(options.samples);
    std::vector<Index> rows;
    if (options.column.empty()) {
        for (Index row = 0; row < static_cast<Index>(cohort.size()); ++row)
            rows.push_back(row);
        return rows;
    }
    if (!cohort.clinical)
        return missingPart(Part::Clinical);
    return rowsOfGroup(cohort, options);
}

/// The fluxes of cohort samples, by the network's reactions.
struct RealFluxes
{
    std::vector<std::string> samples;
    std::vector<Index> cohortRows;
    MatrixD values;
};

Result<RealFluxes> realFluxes(const Cohort &cohort, const FluxRun &flux,
                              const std::vector<std::string> &reactions)
{
    std::vector<Index> columns;
    for (const std::string &reaction : reactions) {
        const auto at = std::find(flux.reactions.begin(), flux.reactions.end(), reaction);
        if (at == flux.reactions.end())
            return Error{ErrorCode::NoOverlap, "fluxes: " + reaction};
        columns.push_back(at - flux.reactions.begin());
    }
    const SampleJoin join = matchSamples(cohort.writtenNames(), flux.samples, RowMeaning::Values);
    RealFluxes real;
    std::vector<Index> rows;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        const Index found = join.rows[row];
        if (found < 0 || !flux.values(found, columns).allFinite())
            continue;
        real.samples.push_back(cohort.samples[row]);
        real.cohortRows.push_back(static_cast<Index>(row));
        rows.push_back(found);
    }
    real.values = flux.values(rows, columns);
    return real;
}

/// Generated profiles as the flux run they stand for.
FluxRun standIn(const GenerateRun &run, const FluxRun &flux)
{
    FluxRun made;
    made.options = flux.options;
    made.samples = run.profiles;
    made.reactions = run.reactions;
    if (flux.wildTypeValues.size() == flux.reactions.size())
        for (const std::string &reaction : run.reactions) {
            const auto at = std::find(flux.reactions.begin(), flux.reactions.end(), reaction);
            made.wildTypeValues.push_back(
                flux.wildTypeValues[static_cast<std::size_t>(at - flux.reactions.begin())]);
        }
    return made;
}

Result<void> addFeasibility(const MetabolicModel &model, const FluxRun &flux, const TaskContext &context,
                            GenerateRun &run)
{
    for (const std::string &reaction : run.reactions)
        if (model.reactionIndex(reaction) < 0) // the fluxes are of another model
            return {};
    Result<FeasibilityRun> found = checkFeasibility(model, standIn(run, flux), run.fluxes, context);
    if (!found)
        return found.error();
    if (found->samples.size() != run.profiles.size())
        return Error{ErrorCode::Cancelled, {}};
    run.outside = std::move(found->outside);
    run.unattainable = std::move(found->unattainable);
    run.distance = std::move(found->distance);
    return {};
}

} // namespace

Result<GenerateRun> generateStep(const GenerateStepInput &given, const GenerateOptions &options,
                                 const StepContext &context)
{
    if (Result<void> checked = options.check(); !checked)
        return checked.error();
    if (!given.training.network)
        return Error{ErrorCode::MissingInput, "trained network"};
    const TrainedNetwork &network = *given.training.network;
    const Result<void> shared =
        requireNetworkGenes(network, given.cohort.expression->genes, given.genes, given.allowLowCoverage);
    if (!shared)
        return shared.error();
    const Result<std::vector<Index>> rows = chosenRows(given.cohort, options);
    if (!rows)
        return rows.error();
    const Result<RealFluxes> real = realFluxes(given.cohort, given.flux, network.reactions());
    if (!real)
        return real.error();
    GenerateInput input{network, {}, {}, real->samples, real->values, {}};
    for (const Index row : *rows)
        input.samples.push_back(given.cohort.samples[static_cast<std::size_t>(row)]);
    input.expression = networkExpression(given.cohort, given.genes, network)(*rows, Eigen::all);
    for (std::size_t i = 0; i < real->cohortRows.size(); ++i)
        if (std::find(rows->begin(), rows->end(), real->cohortRows[i]) != rows->end())
            input.ofGroup.push_back(static_cast<Index>(i));
    Result<GenerateRun> run = generateProfiles(input, options, context.task);
    if (!run)
        return run;
    run->isCapacity = given.flux.isCapacity();
    if (given.model)
        if (const Result<void> added = addFeasibility(*given.model, given.flux, context.task, *run); !added)
            return added.error();
    return run;
}

Result<GenerateRun> GenerateStep::run(const Project &project, const GenerateOptions &options,
                                      const StepContext &context)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    return generateStep({*project.training, *project.cohort, *project.flux, project.genes(),
                         project.model.get(), project.options.allowLowCoverage},
                        options, context);
}

} // namespace pathgan
