// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/state_p.h"

#include "core/project/store/codings/common_p.h"
#include "core/project/store/codings/provenance_p.h"
#include "core/project/versions.h"

namespace pathgan {

PATHGAN_LAST(MediumPreset, Closed, 3)
PATHGAN_LAST(ProblemKind, DamagedName, 8)

template <class Archive, Is<RunRecord> Value>
void describe(Archive &a, Value &record)
{
    a.fields(record, record.part, record.hasProvenance, record.provenance, record.scores, record.value,
             record.blobs);
}
PATHGAN_CODING(RunRecord, "run")

template <class Archive, Is<RunMark> Value>
void describe(Archive &a, Value &mark)
{
    a.fields(mark, mark.id, mark.note, mark.isPinned, mark.isCurrent);
}
template <class Archive, Is<Scenario> Value>
void describe(Archive &a, Value &scenario)
{
    a.fields(scenario, scenario.name, scenario.objective, scenario.maximise, scenario.medium, scenario.uptake,
             scenario.bounds, scenario.knockouts);
}
template <class Archive, Is<ScenarioList> Value>
void describe(Archive &a, Value &list)
{
    a.fields(list, list.scenarios, list.current);
}
bool isSound(const ScenarioList &list)
{
    return list.current < list.scenarios.size() || (list.current == 0 && list.scenarios.empty());
}
template <class Archive, Is<Problem> Value>
void describe(Archive &a, Value &problem)
{
    a.fields(problem, problem.kind, problem.line, problem.column, problem.value);
}
template <class Archive, Is<ReadReport> Value>
void describe(Archive &a, Value &report)
{
    a.fields(report, report.format, report.transposed, report.problems, report.raggedRows, report.notNumbers,
             report.missingValues, report.duplicateNames, report.damagedNames, report.otherProblems,
             report.notes);
}
template <class Archive, Is<InputFile> Value>
void describe(Archive &a, Value &input)
{
    a.fields(input, input.part, input.path, input.relative, input.sha256, input.size, input.isPacked);
}
template <class Archive, Is<ProjectState> Value>
void describe(Archive &a, Value &state)
{
    a.fields(state, state.program, state.options, state.analysisOptions, state.checkOptions,
             state.generateOptions, state.scenarios, state.isExample, state.note, state.settings,
             state.reports, state.inputs, state.packsInputs, state.runs);
}
PATHGAN_CODING(ProjectState, "state")

namespace {

// Sixteen parts, which are runs, and these: what a project gets besides must be kept, too.
static_assert(fieldCount<Project>() == 16 + 6, "ProjectState must hold every field that is no part");
static_assert(fieldCount<ProjectContents>() == 7);

} // namespace

ProjectState stateOf(const ProjectContents &contents)
{
    const Project &project = contents.project;
    ProjectState state;
    state.program = versions(false).front().second;
    state.options = project.options;
    state.analysisOptions = project.analysisOptions;
    state.checkOptions = project.checkOptions;
    state.generateOptions = project.generateOptions;
    state.scenarios = project.scenarios.list;
    state.isExample = project.isExample;
    state.note = contents.note;
    state.settings = contents.settings;
    state.reports = contents.reports;
    state.packsInputs = contents.packsInputs;
    return state;
}

ProjectContents contentsOf(const ProjectState &state)
{
    ProjectContents contents;
    Project &project = contents.project;
    project.options = state.options;
    project.analysisOptions = state.analysisOptions;
    project.checkOptions = state.checkOptions;
    project.generateOptions = state.generateOptions;
    project.scenarios = {state.scenarios, state.scenarios.scenarios};
    // As it stands in the list, with every bit of its bounds.
    if (state.scenarios.current < state.scenarios.scenarios.size())
        project.analysisOptions.scenario = state.scenarios.scenarios[state.scenarios.current];
    project.isExample = state.isExample;
    contents.note = state.note;
    contents.settings = state.settings;
    contents.reports = state.reports;
    contents.inputs = state.inputs;
    contents.packsInputs = state.packsInputs;
    return contents;
}

} // namespace pathgan
