// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/modelcoverage.h"
#include "core/project/project.h"

#include <optional>
#include <string>
#include <vector>

namespace pathgan {

enum class CoverageLevel {
    Enough,
    Low,    ///< below half: to be warned of
    TooLow, ///< below a twentieth: refused unless asked for
};
CoverageLevel coverageLevel(std::size_t matched, std::size_t total);

/// What the inputs of a project have in common; what is not loaded is not there.
struct InputMatch
{
    std::optional<ModelCoverage> model;   ///< in the expression matrix
    std::optional<Coverage> sets;         ///< genes of the sets in the expression matrix
    std::optional<Coverage> interactions; ///< genes of the fluxes' reactions in the interaction network
    std::optional<Coverage> network;      ///< genes of the trained network in the expression matrix
    std::optional<SampleJoin> clinical;   ///< the cohort's samples in the clinical table
    std::optional<SampleJoin> flux;       ///< the cohort's samples in the flux table
    bool logRatios = false;               ///< the values have no linear scale
    bool otherOrganism = false;           ///< gene names written as those of mice and rats

    /// What may make a result worthless: English keys.
    std::vector<std::string> warnings() const;
};
InputMatch matchInputs(const Project &project);

/// The counts and warnings as one JSON object: for the manifest and for programs.
std::string matchJson(const InputMatch &match);

/// Gene names such as Gpx1, not GPX1: those of mouse and rat.
bool namesOtherOrganism(const std::vector<std::string> &genes);

// Refusals, NoOverlap with the counts and two names of each side; none where low coverage is allowed and
// anything is shared. rows: genes of the expression matrix.
Result<void> requireModelGenes(const MetabolicModel &model, const std::vector<std::string> &rows,
                               const GeneTable &genes, bool allowLow);
Result<void> requireSetGenes(const GeneSetCollection &sets, const std::vector<std::string> &rows,
                             const GeneTable &genes, bool allowLow);
/// reactions: ids of those whose fluxes are reported.
Result<void> requireInteractionGenes(const MetabolicModel &model, const std::vector<std::string> &reactions,
                                     const InteractionNetwork &interactions, const GeneTable &genes,
                                     bool allowLow);
Result<void> requireNetworkGenes(const TrainedNetwork &network, const std::vector<std::string> &rows,
                                 const GeneTable &genes, bool allowLow);
/// The same of any two lists. what, where: English keys such as "gene sets"; there: names of the other side.
Result<void> requireCoverage(const Coverage &coverage, const std::string &what, const std::string &where,
                             const std::vector<std::string> &there, bool allowLow);

} // namespace pathgan
