// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/generule.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// An entry of a database that stands for the same thing, with identifiers.org's name of the database:
/// {"kegg.compound", "C00051"}, {"chebi", "CHEBI:16856"}, {"metanetx.chemical", "MNXM57"}, {"inchikey", …}.
struct Annotation
{
    std::string database, id;

    bool operator==(const Annotation &) const = default;
};

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

} // namespace pathgan
