#pragma once

#include "core/base/result.h"
#include "core/base/tablewriter.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pathgan {

struct MetabolicModel;
struct Metabolite;

/// What told which compound a metabolite is, or what a reaction does; the strongest of several.
enum class FoundBy { Nothing, User, Annotation, FormulaAndName, Name, Id, Stoichiometry, Objective };
const char *foundByName(FoundBy by); ///< English key

enum class CompartmentKind {
    Other,
    Cytosol,
    Extracellular,
    Mitochondrion,
    Peroxisome,
    Reticulum,
    Periplasm,
    Intermembrane, ///< of the mitochondrion
};

/// The user's word on what a model calls something. Concepts are listed by conceptNames().
struct ConceptAssignment
{
    std::string topic; ///< BiGG id of a compound (gthrd), or what a reaction does (maintenance)
    std::string id;    ///< metabolite or reaction of the model
    bool isIt = true;  ///< false: it is not, whatever else says so

    bool operator==(const ConceptAssignment &) const = default;
};

/// Which metabolite of a model is which compound, by compartment. Told by annotations (KEGG, ChEBI, MetaNetX,
/// HMDB, BiGG, VMH, ModelSEED, InChI), else by formula, charge and name, else by name where there is no
/// formula, else by id; what formula and charge rule out is left out. At most one metabolite of a compartment
/// is a compound.
class ModelConcepts
{
public:
    ModelConcepts() = default;
    /// Of the model's metabolites and assignments.
    explicit ModelConcepts(const MetabolicModel &model);

    /// Index of the compound in the built-in table; −1: none of them.
    int compoundOf(int metabolite) const;
    bool is(int metabolite, std::string_view compound) const;
    FoundBy foundBy(int metabolite) const;
    /// −1: the compartment has none.
    int metabolite(std::string_view compound, const std::string &compartment) const;
    int metabolite(std::string_view compound, CompartmentKind kind) const;

    CompartmentKind kindOf(const std::string &compartment) const;
    /// Empty: the model has none.
    const std::string &compartment(CompartmentKind kind) const;

private:
    void nameCompartments(const MetabolicModel &model);
    void assignUsers(const MetabolicModel &model);

    std::vector<int> m_compoundOf;
    std::vector<FoundBy> m_foundBy;
    std::map<std::pair<int, std::string>, int> m_metaboliteOf; ///< (compound, compartment)
    std::map<std::string, CompartmentKind> m_kindOf;
    std::map<CompartmentKind, std::string> m_compartmentOf;
};

/// A reaction that does what an analysis asks for.
struct ConceptReaction
{
    int reaction = -1; ///< −1: the model has none
    FoundBy by = FoundBy::Nothing;
};
/// Boundary reaction of a compound outside the cell: EX_<id>_e where there are several, else one that lets it
/// enter, else the first.
ConceptReaction exchangeOf(const MetabolicModel &model, std::string_view compound);
/// Hydrolysis of ATP in the cytosol that stands for maintenance: ATPM, DM_atp_c_, else a reaction without
/// genes of that stoichiometry.
ConceptReaction maintenanceReaction(const MetabolicModel &model);
/// The reaction that stands for growth: of the objective, else by SBO term 629, id or name.
ConceptReaction biomassReaction(const MetabolicModel &model);

/// An antioxidant reaction of the stress model.
enum class RedoxKind { Catalase, Peroxidase, Peroxiredoxin, Reductase };
struct RedoxReaction
{
    std::string topic; ///< "catalase (mitochondrion)": its name in the table
    RedoxKind kind{};
    CompartmentKind compartment{};
    ConceptReaction found;
    bool isReversed = false; ///< the model writes it from right to left
};
/// All of them, those the model lacks too.
std::vector<RedoxReaction> redoxReactions(const MetabolicModel &model);

/// What the table of concepts lists, and assignments may name.
std::vector<std::string> conceptNames();
/// Columns concept, name, compartment, id, id_name, found_by: compounds by compartment, then reactions; a
/// row without id where the model has none.
Table conceptTable(const MetabolicModel &model);
/// The model with these assignments in place of its own. UnknownName for a concept or an id it lacks.
Result<MetabolicModel> withConcepts(MetabolicModel model, std::vector<ConceptAssignment> assignments);
/// Tab-, comma- or semicolon-separated, columns concept and id (as conceptTable's; others are ignored); an id
/// that begins with ! is not that concept. BadHeader, RaggedRow with file:line.
Result<std::vector<ConceptAssignment>> readConcepts(const std::filesystem::path &path);
std::string conceptsText(const std::vector<ConceptAssignment> &assignments);

} // namespace pathgan
