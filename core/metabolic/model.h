#pragma once

#include "core/base/task.h"
#include "core/data/geneids.h"
#include "core/data/interactions.h"
#include "core/metabolic/modelconcepts.h"
#include "core/metabolic/modelparts.h"

#include <filesystem>
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
    /// The id of the active objective's reaction(s), joined with " + ".
    std::string objectiveName() const;

private:
    std::unordered_map<std::string, int> m_reactionOf, m_metaboliteOf, m_geneOf;
    std::string m_external;
    std::shared_ptr<const ModelConcepts> m_concepts = std::make_shared<const ModelConcepts>();
};

/// SBML (L3 FBC v2 and v1, L2 with notes), COBRA JSON or YAML, MATLAB file; plain or packed.
Result<MetabolicModel> readModel(const std::filesystem::path &path, const TaskContext &context = {});

/// Ids in SBML: __N__ decoded, then one leading prefix clipped.
std::string decodeSbmlId(std::string_view id, std::string_view prefix, bool isGene = false);

/// The gene's symbol where its Entrez id is known, else the name that the model gives it, else the symbol of
/// its id; where there is none, its id.
std::string geneName(const ModelGene &gene, const GeneTable &table);
/// Whether the genes are those of the table: false when most look like another organism's (mouse Entrez or
/// Ensembl ids, MGI numbers, symbols with small letters that the table spells otherwise).
bool isOfTable(const MetabolicModel &model, const GeneTable &table);
/// Entrez id by annotation, id or name; 0: unknown.
int entrezOf(const ModelGene &gene, const GeneTable &table);

/// Expression row of each model gene (−1: unmeasured) and what was covered, by distinct Entrez gene.
struct GeneMapping
{
    std::vector<Index> rowOfGene; ///< by model gene
    std::vector<int> geneOf;      ///< by model gene: a number shared by its transcript variants
    Coverage coverage;            ///< distinct genes of the rules
    bool isByName = false;        ///< not the table's organism: by exact id, then exact name, without case
};
/// By exact id; of the table's organism then by Entrez id, what the table knows of the id, and of the name.
GeneMapping mapModelGenes(const MetabolicModel &model, const GeneIndex &index);

/// Reactions that touch glutathione, reduced or oxidised, wherever.
std::vector<int> glutathioneReactions(const MetabolicModel &model);
/// Those that are neither boundary nor transport: the default of the capacity profile (31 in Recon3D).
std::vector<int> coreGlutathioneReactions(const MetabolicModel &model);

/// Reactions joined because genes of their rules interact or are the same; indices into `reactions`.
std::vector<std::pair<int, int>> reactionEdges(const MetabolicModel &model,
                                               const std::vector<std::string> &reactions,
                                               const InteractionNetwork &network, const GeneTable &table);

} // namespace pathgan
