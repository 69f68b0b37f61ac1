#pragma once

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

/// A bound pair that no analysis could use: NaN, lower above upper, or an infinite bound on the wrong side.
bool areBoundsUsable(double lower, double upper);
/// Why a bound pair is not usable: "lower bound 5 above upper bound 3"; empty: it is.
std::string boundsProblem(double lower, double upper);

/// Entrez id of `8639`, `8639_AT1` or `8639.1`; 0 for anything else.
int entrezOfGeneId(std::string_view id);

/// Gene ids to indices; genes that no list names are added in the order in which rules use them.
class GeneList
{
public:
    explicit GeneList(std::vector<ModelGene> &genes);
    int indexOf(std::string_view id);
    std::size_t size() const { return m_genes.size(); }
    void shrinkTo(std::size_t count); ///< forgets the genes added last

private:
    std::vector<ModelGene> &m_genes;
    std::unordered_map<std::string, int> m_indexOf;
};

/// Reads the rule of a reaction; one that does not parse is kept out, with a warning, and its genes
/// forgotten.
void readRule(std::string_view text, Reaction &reaction, GeneList &genes, std::vector<std::string> &warnings,
              const std::function<int(std::string_view)> &geneIndex);
/// "SBO:0000627" → 627; −1: none.
int sboTermOf(std::string_view text);

/// Adds an id, or several separated by signs, under identifiers.org's name of the database. Ids are brought
/// to one form (CHEBI:16856, C00051, InChI=…); what is none, or is there already, is left out.
void addAnnotation(std::vector<Annotation> &annotations, std::string_view database, std::string_view text);
/// What a resource such as http://identifiers.org/chebi/CHEBI:16856,
/// https://identifiers.org/kegg.compound:C00051 or urn:miriam:kegg.compound:C00051 names; an empty database
/// for others.
Annotation annotationOfResource(std::string_view resource);

/// Net stoichiometry: entries of one metabolite summed, zeros dropped, ascending.
Stoichiometry netStoichiometry(Stoichiometry entries);

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
