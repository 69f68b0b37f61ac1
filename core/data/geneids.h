#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pathgan {

/// Human genes by Entrez id, symbol, unambiguous alias or Ensembl gene id; names are compared without case.
class GeneTable
{
public:
    /// Embedded at build time from Bioconductor's org.Hs.eg.db.
    static const GeneTable &builtIn();
    /// A tab-separated map file with columns `symbol` and `entrez_gene_id` (or `entrez`, any order); replaces
    /// the built-in one.
    static Result<GeneTable> readMap(const std::filesystem::path &path);

    /// Entrez id of an Entrez id, symbol, alias, Ensembl id (version ignored) or `SYMBOL|ENTREZ`.
    std::optional<int> entrez(std::string_view name) const;
    /// Official symbol; empty when unknown.
    std::string symbol(int entrez) const;
    /// Where it comes from, with version and date: for display and the manifest.
    const std::string &source() const { return m_source; }
    std::size_t size() const { return m_symbolOf.size(); }

private:
    friend class GeneTableBuilder;
    std::unordered_map<std::string, int>
        m_byName; ///< upper-case symbols first, then aliases, then Ensembl ids
    std::unordered_map<int, std::string> m_symbolOf;
    std::string m_source;
};

/// Rows of an expression matrix by any kind of gene id.
class GeneIndex
{
public:
    GeneIndex() = default;
    GeneIndex(const std::vector<std::string> &rowNames, const GeneTable &table);

    /// By exact name (case-insensitive), else by the Entrez id both stand for; −1: not there.
    Index row(std::string_view name) const;
    Index rowOfEntrez(int entrez) const;

private:
    const GeneTable *m_table = nullptr;
    std::unordered_map<std::string, Index> m_byName;
    std::unordered_map<int, Index> m_byEntrez;
};

/// How many of a list of names were found.
struct Coverage
{
    std::size_t matched = 0, total = 0;
    std::vector<std::string> unmatched;
};

/// The part of a row name that people read: `SYMBOL` of `SYMBOL|ENTREZ` (the whole where SYMBOL is `?`).
std::string displayGene(std::string_view rowName);

} // namespace pathgan
