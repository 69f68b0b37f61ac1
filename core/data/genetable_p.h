// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pathgan {

// The built-in table, written at build time by genetable/maketable.cpp, which describes it: bytes of a zlib
// stream, eight to a word, lowest first.
extern const char *const geneTableSource;
extern const std::size_t geneTableTextSize, geneTableSize;
extern const std::uint64_t geneTableWords[];

/// Fills a GeneTable whose names lie in one text.
class GeneTableBuilder
{
public:
    /// text: what every later name is a part of.
    GeneTableBuilder(std::string text, std::size_t expectedNames, std::size_t expectedGenes);

    const std::string &text() const { return m_table.m_text; }
    /// Genes may come in any order; the first symbol of a gene counts.
    void addGene(int entrez, std::string_view symbol);
    /// The first gene of a name counts.
    void addName(std::string_view name, int entrez);
    GeneTable finish(std::string source);

private:
    GeneTable::Name place(std::string_view part) const;
    void grow();

    GeneTable m_table;
    std::size_t m_names = 0;
};

} // namespace pathgan
