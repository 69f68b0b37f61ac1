// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace pathgan
