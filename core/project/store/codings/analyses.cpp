// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/results.h"
#include "core/project/store/codings/common_p.h"
#include "core/project/store/codings/provenance_p.h"

namespace pathgan {

template <class Archive, Is<Table> Value>
void describe(Archive &a, Value &table)
{
    a.fields(table, table.header, table.rows);
}
bool isSound(const Table &table)
{
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const auto &row) { return row.size() == table.header.size(); });
}
template <class Archive, Is<GimmeFigures> Value>
void describe(Archive &a, Value &gimme)
{
    a.fields(gimme, gimme.optimum, gimme.threshold, gimme.score, gimme.penalised, gimme.used,
             gimme.genesMatched, gimme.genesTotal, gimme.expressionSha256);
}
template <class Archive, Is<BoundSide> Value>
void describe(Archive &a, Value &side)
{
    a.fields(side, side.reaction, side.isLower, side.value);
}
template <class Archive, Is<ModelAnalysis> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.options, run.model, run.status, run.objective, run.objectiveValue, run.totalFlux,
             run.table, run.metabolites, run.gimme, run.asked, run.finished, run.stoppedEarly, run.blocked,
             run.fixed, run.slack, run.essential, run.conflict, run.ray);
}
bool isSound(const ModelAnalysis &run)
{
    const std::size_t reactions = run.model ? run.model->reactions.size() : 0;
    const auto isReaction = [reactions](int index) {
        return index >= 0 && static_cast<std::size_t>(index) < reactions;
    };
    return run.model &&
           std::all_of(run.conflict.begin(), run.conflict.end(),
                       [&](const BoundSide &side) { return isReaction(side.reaction); }) &&
           std::all_of(run.ray.begin(), run.ray.end(),
                       [&](const std::pair<int, double> &term) { return isReaction(term.first); });
}
PATHGAN_CODING(ModelAnalysis, "model_analysis")

template <class Archive, Is<ModelAnalyses> Value>
void describe(Archive &a, Value &analyses)
{
    a.fields(analyses, analyses.runs, analyses.inputs);
}
bool isSound(const ModelAnalyses &analyses)
{
    return analyses.inputs.size() <= analyses.runs.size() &&
           std::all_of(analyses.runs.begin(), analyses.runs.end(), [](const auto &run) { return run; });
}
PATHGAN_CODING(ModelAnalyses, "analyses")

} // namespace pathgan
