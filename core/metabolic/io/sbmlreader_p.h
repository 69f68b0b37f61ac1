#pragma once

#include "core/metabolic/io/modelfields_p.h"
#include "core/metabolic/io/modelreader_p.h"

#include <sbml/SBMLTypes.h>
#include <sbml/conversion/ConversionProperties.h>
#include <sbml/packages/fbc/common/FbcExtensionTypes.h>
#include <sbml/packages/groups/common/GroupsExtensionTypes.h>

#include <string>
#include <string_view>

LIBSBML_CPP_NAMESPACE_USE

namespace pathgan {

/// libSBML's types, some of which share their names with ours; it has a namespace of its own or none, as
/// built.
namespace sbml {
using SBase = ::LIBSBML_CPP_NAMESPACE_QUALIFIER SBase;
using SBMLDocument = ::LIBSBML_CPP_NAMESPACE_QUALIFIER SBMLDocument;
using SBMLReader = ::LIBSBML_CPP_NAMESPACE_QUALIFIER SBMLReader;
using SBMLError = ::LIBSBML_CPP_NAMESPACE_QUALIFIER SBMLError;
using Model = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Model;
using Species = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Species;
using Reaction = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Reaction;
using Parameter = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Parameter;
using LocalParameter = ::LIBSBML_CPP_NAMESPACE_QUALIFIER LocalParameter;
using KineticLaw = ::LIBSBML_CPP_NAMESPACE_QUALIFIER KineticLaw;
using SpeciesReference = ::LIBSBML_CPP_NAMESPACE_QUALIFIER SpeciesReference;
using StoichiometryMath = ::LIBSBML_CPP_NAMESPACE_QUALIFIER StoichiometryMath;
using Compartment = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Compartment;
using InitialAssignment = ::LIBSBML_CPP_NAMESPACE_QUALIFIER InitialAssignment;
using Rule = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Rule;
using Event = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Event;
using FunctionDefinition = ::LIBSBML_CPP_NAMESPACE_QUALIFIER FunctionDefinition;
using ASTNode = ::LIBSBML_CPP_NAMESPACE_QUALIFIER ASTNode;
using XMLNode = ::LIBSBML_CPP_NAMESPACE_QUALIFIER XMLNode;
using ConversionProperties = ::LIBSBML_CPP_NAMESPACE_QUALIFIER ConversionProperties;
using FbcModelPlugin = ::LIBSBML_CPP_NAMESPACE_QUALIFIER FbcModelPlugin;
using FbcSpeciesPlugin = ::LIBSBML_CPP_NAMESPACE_QUALIFIER FbcSpeciesPlugin;
using FbcReactionPlugin = ::LIBSBML_CPP_NAMESPACE_QUALIFIER FbcReactionPlugin;
using FbcAssociation = ::LIBSBML_CPP_NAMESPACE_QUALIFIER FbcAssociation;
using FbcAnd = ::LIBSBML_CPP_NAMESPACE_QUALIFIER FbcAnd;
using FbcOr = ::LIBSBML_CPP_NAMESPACE_QUALIFIER FbcOr;
using GeneProductRef = ::LIBSBML_CPP_NAMESPACE_QUALIFIER GeneProductRef;
using GeneProduct = ::LIBSBML_CPP_NAMESPACE_QUALIFIER GeneProduct;
using GeneProductAssociation = ::LIBSBML_CPP_NAMESPACE_QUALIFIER GeneProductAssociation;
using Association = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Association;
using GeneAssociation = ::LIBSBML_CPP_NAMESPACE_QUALIFIER GeneAssociation;
using Objective = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Objective;
using FluxObjective = ::LIBSBML_CPP_NAMESPACE_QUALIFIER FluxObjective;
using GroupsModelPlugin = ::LIBSBML_CPP_NAMESPACE_QUALIFIER GroupsModelPlugin;
using Group = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Group;
using Member = ::LIBSBML_CPP_NAMESPACE_QUALIFIER Member;
} // namespace sbml

// SBML without the fbc package: bounds in kinetic laws, everything else in notes
// ---------------------------------------------------------------

/// `<p>KEY: value</p>` paragraphs (any prefix on p) of an element's notes; empty values dropped.
using SbmlNotes = std::unordered_map<std::string, std::string>;
SbmlNotes sbmlNotes(const sbml::SBase &element);
/// Value of a key; empty when there is none.
std::string_view noteValue(const SbmlNotes &notes, const char *key);

/// LOWER_BOUND, UPPER_BOUND, OBJECTIVE_COEFFICIENT … of a reaction's kinetic law; fallback when absent.
double kineticParameter(const sbml::Reaction &reaction, const char *id, double fallback);

// The fbc package
// --------------------------------------------------------------------------------------------------------------

/// "path:line:column: what" of an element of the document.
std::string elementPosition(const sbml::SBase &element, const std::string &path, const std::string &what);

/// A gene association tree (FBC version 2) as a rule. BadRule for a reference to no gene product.
Result<GeneRule> ruleOfAssociation(const sbml::FbcAssociation &root, GeneList &genes,
                                   const std::string &path);
/// The same of FBC version 1, whose genes are references only.
Result<GeneRule> ruleOfAssociation(const sbml::Association &root, GeneList &genes);

} // namespace pathgan
