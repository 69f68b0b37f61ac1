#pragma once

#include <string>

namespace pathgan {

/// An entry of a database that stands for the same thing, with identifiers.org's name of the database:
/// {"kegg.compound", "C00051"}, {"chebi", "CHEBI:16856"}, {"metanetx.chemical", "MNXM57"}, {"inchikey", …}.
struct Annotation
{
    std::string database, id;

    bool operator==(const Annotation &) const = default;
};

} // namespace pathgan
