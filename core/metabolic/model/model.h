// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/modelconcepts.h"
#include "core/metabolic/model/modelparts.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pathgan {

/// A constraint-based metabolic model as read; analyses copy bounds, never change it.
struct MetabolicModel
{
    std::string id, name;
    std::vector<Metabolite> metabolites;
    std::vector<ModelGene> genes;
    std::vector<Reaction> reactions;
    std::vector<ModelGroup> groups;
    std::vector<ModelObjective> objectives;     ///< all listed
    int activeObjective = -1;                   ///< −1: none; analyses then use a zero objective
    std::vector<std::string> compartments;      ///< ids
    std::vector<std::string> compartmentNames;  ///< of these, as far as the file names them
    std::vector<ConceptAssignment> assignments; ///< the user's word on what is what; no part of the file
    std::vector<std::string> warnings; ///< legacy constructs met, objective missing … : English keys with ids
    std::string path, sha256;

    int reactionIndex(std::string_view id) const;   ///< −1: none
    int metaboliteIndex(std::string_view id) const; ///< −1: none
    int geneIndex(std::string_view id) const;       ///< −1: none
    /// Which metabolite is what: of buildIndex().
    const ModelConcepts &concepts() const { return *m_concepts; }
    /// Builds the look-up tables; readers call it last.
    void buildIndex();

    const std::string &externalCompartment() const; ///< set by buildIndex(); may be empty
    bool isBoundary(int reaction) const;            ///< exactly one metabolite on one side
    BoundaryKind boundaryKind(int reaction) const;
    std::string equation(int reaction, bool withNames = false) const; ///< "a_c + 2 b_c <=> c_c"
    std::size_t nonZeros() const;
    /// The id of the active objective's reaction(s), joined with " + ".
    std::string objectiveName() const;

private:
    std::unordered_map<std::string, int> m_reactionOf, m_metaboliteOf, m_geneOf;
    std::string m_external;
    std::shared_ptr<const ModelConcepts> m_concepts = std::make_shared<const ModelConcepts>();
};

} // namespace pathgan
