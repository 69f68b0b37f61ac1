// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/groupstep.h"
#include "core/base/marked.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace pathgan {

namespace {

constexpr std::size_t maxGroups = 25; ///< more boxes than anybody can read: not a column of groups

/// A table of values with its row of every sample.
struct Source
{
    const GroupValues &table;
    std::vector<Index> rows; ///< −1: none
};

/// Values of one reaction (−1: mean over all) in cohort order; NaN where a sample has none.
std::vector<double> valuesOf(const Source &source, const SampleSelection &cohort, Index reaction)
{
    std::vector<double> values(cohort.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < cohort.size(); ++i) {
        const Index row = source.rows[i];
        if (row >= 0)
            values[i] =
                reaction < 0 ? source.table.values.row(row).mean() : source.table.values(row, reaction);
    }
    return values;
}

Result<GroupRun::Entry> makeEntry(const Source &source, const SampleSelection &cohort, Index reaction,
                                  const std::vector<std::string> &labels, const GroupRun &run,
                                  const std::vector<bool> *only = nullptr)
{
    GroupRun::Entry entry;
    entry.source = source.table.name;
    entry.reaction = reaction < 0 ? "mean" : source.table.reactions[static_cast<std::size_t>(reaction)];
    std::vector<std::string> samples = cohort.samples, kept = labels;
    std::vector<double> values = valuesOf(source, cohort, reaction);
    if (only) {
        std::size_t n = 0;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            if (!(*only)[i])
                continue;
            samples[n] = samples[i];
            kept[n] = kept[i];
            values[n] = values[i];
            ++n;
        }
        samples.resize(n);
        kept.resize(n);
        values.resize(n);
    }
    Result<GroupComparison> comparison = compareGroups(samples, values, kept, run.options);
    if (!comparison)
        return comparison.error();
    entry.comparison = *std::move(comparison);
    entry.comparison.valueName = entry.reaction;
    entry.comparison.unit = FluxRun::unit;
    entry.comparison.columnName = run.column;
    return entry;
}

/// NoOverlap where a table has none of the samples.
Result<std::vector<Source>> sourcesOf(const GroupInput &input)
{
    std::vector<Source> sources;
    const std::vector<std::string> &names = input.samples.written;
    for (const GroupValues &values : input.values) {
        SampleJoin join = matchSamples(names, values.samples, RowMeaning::Values);
        if (join.matched() == 0)
            return noSampleOverlap(input.samplesOf, names, "flux table", values.samples);
        sources.push_back({values, std::move(join.rows)});
    }
    return sources;
}

std::vector<Confounder> confoundersOf(const SampleSelection &cohort, int groupColumn,
                                      const std::vector<std::string> &labels)
{
    std::vector<Confounder> found;
    const auto &columns = cohort.clinical->columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (static_cast<int>(c) == groupColumn || columns[c].type != ColumnType::Category)
            continue;
        Confounder confounder;
        confounder.column = columns[c].name;
        if (isConfounded(labels, cohort.labels(columns[c]), confounder))
            found.push_back(std::move(confounder));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Confounder &a, const Confounder &b) { return a.cramersV > b.cramersV; });
    return found;
}

/// The column inside whose values the test is repeated: the chosen one, the tissue when tied to the groups,
/// else the strongest confounder; −1: none.
int withinColumn(const SampleSelection &cohort, const GroupRun &run, const std::string &wanted)
{
    const ClinicalTable &clinical = *cohort.clinical;
    if (!wanted.empty())
        return clinical.columnIndex(wanted);
    const int tissue = cohortColumn(clinical);
    for (const Confounder &confounder : run.confounders)
        if (tissue >= 0 && confounder.column == clinical.columns[static_cast<std::size_t>(tissue)].name)
            return tissue;
    return run.confounders.empty() ? -1 : clinical.columnIndex(run.confounders.front().column);
}

Result<void> addWithin(GroupRun &run, const std::vector<Source> &sources, const SampleSelection &cohort,
                       const std::vector<std::string> &labels, int column)
{
    const ClinicalColumn &within = cohort.clinical->columns[static_cast<std::size_t>(column)];
    run.withinColumn = within.name;
    const std::vector<std::string> strata = cohort.labels(within);
    std::map<std::string, std::vector<bool>> members;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        if (strata[i].empty())
            continue;
        auto &mask = members[strata[i]];
        mask.resize(strata.size(), false);
        mask[i] = true;
    }
    for (const auto &[value, mask] : members) {
        for (const Source &source : sources) {
            Result<GroupRun::Entry> entry = makeEntry(source, cohort, -1, labels, run, &mask);
            if (!entry)
                return entry.error();
            if (!entry->comparison.pairs.empty())
                run.within.emplace_back(value, *std::move(entry));
        }
    }
    return {};
}

} // namespace

namespace {

/// p of each reaction adjusted over all of its source; the mean over them is none of them.
void adjustOverReactions(GroupRun &run, const std::vector<Source> &sources)
{
    for (const Source &source : sources) {
        std::vector<GroupComparison *> reactions;
        for (GroupRun::Entry &entry : run.entries)
            if (entry.source == source.table.name && entry.reaction != "mean")
                reactions.push_back(&entry.comparison);
        adjustAcross(reactions, run.options.adjustment);
    }
}

} // namespace

Result<GroupRun> groupStep(const GroupInput &input, const GroupOptions &options)
{
    if (const Result<void> checked = options.check(); !checked)
        return checked.error();
    if (!input.samples.clinical)
        return missingPart(Part::Clinical);
    const Result<std::vector<Source>> found = sourcesOf(input);
    if (!found)
        return found.error();
    const std::vector<Source> &sources = *found;
    if (sources.empty())
        return missingPart(Part::Flux);
    const SampleSelection &cohort = input.samples;
    const ClinicalTable &clinical = *cohort.clinical;
    const int column =
        options.column.empty() ? defaultGroupColumn(clinical) : clinical.columnIndex(options.column);
    if (column < 0)
        return Error{ErrorCode::UnknownName,
                     options.column.empty() ? "clinical column with groups" : options.column};

    GroupRun run;
    const ClinicalColumn &groups = clinical.columns[static_cast<std::size_t>(column)];
    run.column = groups.name;
    run.options = options.comparison;
    run.members = clinicalGroups(groups.values, cohort.clinicalRows);
    const std::vector<std::string> labels = cohort.labels(groups);
    if (const std::size_t distinct = std::set<std::string>(labels.begin(), labels.end()).size();
        distinct > maxGroups)
        return Error{ErrorCode::InvalidOption,
                     run.column + ": " + std::to_string(distinct) + " distinct values"};
    for (const Source &source : sources) {
        for (Index reaction = -1; reaction < static_cast<Index>(source.table.reactions.size()); ++reaction) {
            Result<GroupRun::Entry> entry = makeEntry(source, cohort, reaction, labels, run);
            if (!entry)
                return entry.error();
            run.entries.push_back(*std::move(entry));
        }
    }
    adjustOverReactions(run, sources);
    run.confounders = confoundersOf(cohort, column, labels);
    const int within = withinColumn(cohort, run, options.within);
    if (!options.within.empty() && within < 0)
        return Error{ErrorCode::UnknownName, options.within};
    if (within >= 0) {
        if (const Result<void> added = addWithin(run, sources, cohort, labels, within); !added)
            return added.error();
    }
    return run;
}

Result<GroupRun> GroupStep::run(const Project &project, const GroupOptions &options, const StepContext &)
{
    if (!project.cohort)
        return missingPart(Part::Cohort);
    GroupInput input{*project.cohort, project.cohort->expression ? "expression matrix" : "table", {}};
    if (project.flux)
        input.values.push_back({"FBA", project.flux->samples, project.flux->reactions, project.flux->values});
    if (project.training)
        input.values.push_back({marked("Core", "predicted"), project.training->samples,
                                project.training->reactions, project.training->predicted});
    return groupStep(input, options);
}

} // namespace pathgan
