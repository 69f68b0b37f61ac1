#pragma once

#include "core/base/task.h"
#include "core/data/geneids.h"
#include "core/data/interactions.h"
#include "core/metabolic/annotation.h"
#include "core/metabolic/generule.h"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pathgan {

struct Metabolite
{
    std::string id, name, compartment, formula;
    std::optional<int> charge;
    std::vector<Annotation> annotations;
};

struct ModelGene
{
    std::string id;   ///< as read, prefix stripped: 8639_AT1
    std::string name; ///< label or symbol the model gives; may be empty
    int entrez = 0;   ///< from annotation or id; 0: unknown (a placeholder such as `0`)
};

/// Net stoichiometry: metabolite index and coefficient (negative: consumed), ascending, no zeros.
using Stoichiometry = std::vector<std::pair<int, double>>;

struct Reaction
{
    std::string id, name, subsystem;
    double lower = 0, upper = 1000; ///< mmol/gDW/h; may be infinite
    Stoichiometry stoichiometry;
    GeneRule rule;
    int sboTerm = -1;
};

enum class BoundaryKind { None, Exchange, Demand, Sink, Other };

struct ModelGroup
{
    std::string id, name, kind;
    std::vector<std::string> members; ///< ids, prefixes stripped
};

struct ModelObjective
{
    std::string id;
    bool maximise = true;
    std::vector<std::pair<int, double>> coefficients; ///< reaction index, coefficient
};

/// A constraint-based metabolic model as read; analyses copy bounds, never change it.
struct MetabolicModel
{
    std::string id, name;
    std::vector<Metabolite> metabolites;
    std::vector<ModelGene> genes;
    std::vector<Reaction> reactions;
    std::vector<ModelGroup> groups;
    std::vector<ModelObjective> objectives; ///< all listed
    int activeObjective = -1;               ///< −1: none; analyses then use a zero objective
    std::vector<std::string> compartments;  ///< ids
    std::vector<std::string> warnings; ///< legacy constructs met, objective missing … : English keys with ids
    std::string path, sha256;

    int reactionIndex(std::string_view id) const;   ///< −1: none
    int metaboliteIndex(std::string_view id) const; ///< −1: none
    int geneIndex(std::string_view id) const;       ///< −1: none
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
};

/// SBML (L3 FBC v2 and v1, L2 with notes), COBRA JSON or YAML, MATLAB file; plain or packed.
Result<MetabolicModel> readModel(const std::filesystem::path &path, const TaskContext &context = {});

/// Ids in SBML: __N__ decoded, then one leading prefix clipped.
std::string decodeSbmlId(std::string_view id, std::string_view prefix, bool isGene = false);

/// The gene's symbol where its Entrez id is known, else the model's name for it, else its id.
std::string geneName(const ModelGene &gene, const GeneTable &table);

/// Expression row of each model gene (−1: unmeasured) and what was covered, by distinct Entrez gene.
struct GeneMapping
{
    std::vector<Index> rowOfGene; ///< by model gene
    std::vector<int> geneOf;      ///< by model gene: a number shared by its transcript variants
    Coverage coverage;            ///< distinct genes of the rules
};
GeneMapping mapModelGenes(const MetabolicModel &model, const GeneIndex &index);

/// Reactions that touch glutathione (a metabolite gthrd_* or gthox_*).
std::vector<int> glutathioneReactions(const MetabolicModel &model);
/// Those that are neither boundary nor transport: the default of the capacity profile (31 in Recon3D).
std::vector<int> coreGlutathioneReactions(const MetabolicModel &model);

/// Reactions joined because genes of their rules interact or are the same; indices into `reactions`.
std::vector<std::pair<int, int>> reactionEdges(const MetabolicModel &model,
                                               const std::vector<std::string> &reactions,
                                               const InteractionNetwork &network, const GeneTable &table);

} // namespace pathgan
