// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metabolic/model/modelparts.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace pathgan {

/// An SBML text without the annotations of single elements, which are most of a large file, and what is used
/// of them, by id as written in the file. Lines and columns of what is left are unchanged.
struct SbmlText
{
    std::string text;
    std::unordered_map<std::string, int> entrezOfGeneProduct;
    std::unordered_map<std::string, std::string> symbolOfGeneProduct;
    std::unordered_map<std::string, std::vector<Annotation>> annotationsOfSpecies;
};
/// BadModel for a document type declaration (SBML has none; entities can blow up), for elements nested deeper
/// than libSBML's parsers take and for gene rules that crash it.
Result<SbmlText> stripAnnotations(std::string text, const std::string &path);

} // namespace pathgan
