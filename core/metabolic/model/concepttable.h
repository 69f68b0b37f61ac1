// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tablewriter.h"
#include "core/metabolic/model/model.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pathgan {

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
