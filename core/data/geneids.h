// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <cstdint>
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
    std::size_t size() const { return m_genes.size(); }

    struct Entry
    {
        int entrez = 0;
        std::string name;
    };
    /// What the table holds, to be written down: symbols by ascending Entrez id, and names in no special
    /// order.
    std::vector<Entry> symbols() const, names() const;
    static GeneTable fromEntries(const std::vector<Entry> &symbols, const std::vector<Entry> &names,
                                 std::string source);

private:
    friend class GeneTableBuilder;
    /// A part of m_text; entrez 0: none.
    struct Name
    {
        std::uint32_t start = 0, length = 0;
        int entrez = 0;
    };
    std::string_view textOf(const Name &name) const;
    const Name *find(std::string_view name) const;
    const Name *gene(int entrez) const;

    std::string m_text;
    std::vector<Name> m_slots; ///< open addressing, a power of two, hashed without case
    std::vector<Name> m_genes; ///< symbols by ascending Entrez id
    std::string m_source;
};

/// How a gene's name was found.
enum class GeneMatch : unsigned char {
    NotThere,
    Exact, ///< the same name
    Case,  ///< the same name in other letters, as a mouse gene's and a human one's
    Alias, ///< another name of the same gene in the table: alias, Entrez or Ensembl id
};

/// Rows of an expression matrix by any kind of gene id. The table must outlive it.
class GeneIndex
{
public:
    struct Found
    {
        Index row = -1;
        GeneMatch how = GeneMatch::NotThere;
    };

    GeneIndex() = default;
    GeneIndex(const std::vector<std::string> &rowNames, const GeneTable &table);

    /// By exact name, then without case, else by the Entrez id both stand for.
    Found find(std::string_view name) const;
    Index row(std::string_view name) const { return find(name).row; } ///< −1: not there
    Index rowOfEntrez(int entrez) const;
    /// By exact name (case-insensitive) only; −1: not there.
    Index rowNamed(std::string_view name) const;
    const GeneTable *table() const { return m_table; } ///< null: none

private:
    const GeneTable *m_table = nullptr;
    std::unordered_map<std::string, Index> m_exact, m_byName;
    std::unordered_map<int, Index> m_byEntrez;
};

/// How many of a list of names were found, and how.
struct Coverage
{
    std::size_t matched = 0, total = 0;
    std::vector<std::string> unmatched;
    std::size_t byCase = 0, byAlias = 0;   ///< of the matched
    std::vector<std::string> aliases = {}; ///< up to two, as "name → row"

    void add(const std::string &name, GeneIndex::Found found, const std::vector<std::string> &rowNames);
};

/// The part of a row name that people read: `SYMBOL` of `SYMBOL|ENTREZ` (the whole where SYMBOL is `?`).
std::string displayGene(std::string_view rowName);

} // namespace pathgan
