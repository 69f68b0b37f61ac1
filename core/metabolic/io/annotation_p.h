// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/modelparts.h"

#include <string_view>
#include <vector>

namespace pathgan {

/// Adds an id, or several separated by signs, under identifiers.org's name of the database. Ids are brought
/// to one form (CHEBI:16856, C00051, InChI=…); what is none, or is there already, is left out.
void addAnnotation(std::vector<Annotation> &annotations, std::string_view database, std::string_view text);
/// What a resource such as http://identifiers.org/chebi/CHEBI:16856,
/// https://identifiers.org/kegg.compound:C00051 or urn:miriam:kegg.compound:C00051 names; an empty database
/// for others.
Annotation annotationOfResource(std::string_view resource);

} // namespace pathgan
