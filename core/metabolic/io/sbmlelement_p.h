// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sbml/SBMLTypes.h>
#include <sbml/conversion/ConversionProperties.h>
#include <sbml/packages/fbc/common/FbcExtensionTypes.h>
#include <sbml/packages/groups/common/GroupsExtensionTypes.h>

#include <string>

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

/// "path:line:column: what" of an element of the document.
std::string elementPosition(const sbml::SBase &element, const std::string &path, const std::string &what);

} // namespace pathgan
