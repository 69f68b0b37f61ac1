// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/data/genesets.h"
#include "core/data/interactions.h"
#include "core/gan/gan.h"
#include "core/gan/generate.h"
#include "core/project/artifact.h"
#include "core/project/grouprun.h"
#include "core/project/options.h"
#include "core/project/results.h"
#include "core/project/scenarioset.h"

#include <memory>
#include <string>
#include <vector>

namespace pathgan {

/// What a project is made of: inputs first, then results in the order in which they are computed.
enum class Part {
    Expression,
    Clinical,
    GeneMap,
    GeneSets,
    Interactions,
    Model,
    Cohort,
    Flux,
    Training,
    Explanation,
    Enrichment,
    Stress,
    Groups,
    Generation,
    Analyses,
    ModelCheck
};

/// Everything loaded or computed, as immutable parts that are replaced, never changed, and the options as
/// they are edited; those of a result stand in its provenance. Copies are cheap, so a worker takes one and
/// needs no lock.
struct Project
{
    Artifact<ExpressionMatrix> expression;
    Artifact<ClinicalTable> clinical;
    Artifact<GeneTable> geneMap; ///< null: the built-in table
    Artifact<GeneSetCollection> geneSets;
    Artifact<InteractionNetwork> interactions;
    Artifact<MetabolicModel> model;
    Artifact<Cohort> cohort;
    Artifact<FluxRun> flux;
    Artifact<GanRun> training;
    Artifact<ShapRun> explanation;
    Artifact<EnrichmentRun> enrichment;
    Artifact<StressResults> stress;
    Artifact<GroupRun> groups;
    Artifact<GenerateRun> generation;
    Artifact<ModelAnalyses> analyses;
    Artifact<ModelCheckRun> modelCheck;
    AnalysisOptions options;
    ModelAnalysisOptions analysisOptions; ///< its scenario is the current one of `scenarios`
    ModelCheckOptions checkOptions;
    GenerateOptions generateOptions;
    ScenarioSet scenarios;  ///< what is asked of the model
    bool isExample = false; ///< every figure says so

    const GeneTable &genes() const;
    bool has(Part part) const;
    bool knows(Part part) const; ///< has it, or it is pending
    /// Null: the part is not there, or was put together by hand.
    std::shared_ptr<const Provenance> provenance(Part part) const;
};

/// Calls visit(part, artifact) for every part in order. Works on a const Project, too.
template <class AnyProject, class Visit>
void forEachPart(AnyProject &project, const Visit &visit)
{
    visit(Part::Expression, project.expression);
    visit(Part::Clinical, project.clinical);
    visit(Part::GeneMap, project.geneMap);
    visit(Part::GeneSets, project.geneSets);
    visit(Part::Interactions, project.interactions);
    visit(Part::Model, project.model);
    visit(Part::Cohort, project.cohort);
    visit(Part::Flux, project.flux);
    visit(Part::Training, project.training);
    visit(Part::Explanation, project.explanation);
    visit(Part::Enrichment, project.enrichment);
    visit(Part::Stress, project.stress);
    visit(Part::Groups, project.groups);
    visit(Part::Generation, project.generation);
    visit(Part::Analyses, project.analyses);
    visit(Part::ModelCheck, project.modelCheck);
}

const char *partName(Part part); ///< English key
const char *
readingTitle(Part part); ///< "Reading clinical table", …, of the parts read from files: English key

} // namespace pathgan
