#pragma once

#include "core/base/task.h"
#include "core/metabolic/model/model.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace pathgan {

/// text: the whole document, decompressed; path: for messages.
Result<MetabolicModel> readSbml(std::string text, const std::string &path, const TaskContext &context);
Result<MetabolicModel> readCobraJson(const std::string &text, const std::string &path,
                                     const TaskContext &context);
/// COBRApy's and RAVEN's layouts.
Result<MetabolicModel> readCobraYaml(const std::string &text, const std::string &path,
                                     const TaskContext &context);
/// A top-level key of a COBRA model in YAML; start: the first part of a text or all of it.
bool looksLikeCobraYaml(std::string_view start);
/// bytes: a MATLAB file with a COBRA structure, unpacked.
Result<MetabolicModel> readMat(const std::string &bytes, const std::string &path, const TaskContext &context);

/// Text in UTF-8 without byte order mark, from UTF-8 or UTF-16 (with mark, or told by zeros beside the first
/// sign). An XML declaration then says UTF-8. NotText for damaged UTF-16.
Result<std::string> asUtf8(std::string bytes, const std::string &path);

/// "path:line:column" (from 1) of a byte of text.
std::string textPosition(std::string_view text, std::size_t offset, const std::string &path);

/// Where the element of a list of the top-level object begins in a valid JSON text; 0: not found.
std::size_t jsonElementOffset(std::string_view text, std::string_view list, std::size_t index);

/// Adds an id, or several separated by signs, under identifiers.org's name of the database. Ids are brought
/// to one form (CHEBI:16856, C00051, InChI=…); what is none, or is there already, is left out.
void addAnnotation(std::vector<Annotation> &annotations, std::string_view database, std::string_view text);
/// What a resource such as http://identifiers.org/chebi/CHEBI:16856,
/// https://identifiers.org/kegg.compound:C00051 or urn:miriam:kegg.compound:C00051 names; an empty database
/// for others.
Annotation annotationOfResource(std::string_view resource);

// What libSBML need not see
// ------------------------------------------------------------------------------------------------

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
