// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/readreport.h"
#include "core/data/texttable.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// Names of genes, each once, in the file's order.
struct GeneNames
{
    std::vector<std::string> genes;
    std::size_t repeated = 0; ///< names that were there before, without case
    std::string column;       ///< of a table: the name of the column they stood in
};

/// One gene a line, or several between commas, semicolons or blanks; with or without quotes and header; or
/// the column of genes in a table (by its name, else by what is known of its content). UnknownFormat where a
/// table has none.
Result<GeneNames> readGeneList(const std::filesystem::path &path, ReadReport &report);
/// The same of text that was read by readCleanText.
Result<GeneNames> parseGeneList(std::string_view text, const std::filesystem::path &path, ReadReport &report);

/// The column of gene names in a table: by its header (gene, symbol, Gene.symbol, hgnc_symbol …), else the
/// one whose names are known genes, else the row names or the first that is no number. −1: none.
int geneColumn(const TextTable &table);
/// Takes the first row of a table without a header for it where one of its fields says gene.
void takeGeneHeader(TextTable &table);
/// A header by its letters and digits: Gene.symbol and GENE_SYMBOL are GENESYMBOL, P.Value and pvalue PVALUE.
std::string headerLetters(std::string_view name);
/// Whether a header names a column of genes.
bool isGeneHeader(std::string_view name);

} // namespace pathgan
