// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/genetable_p.h"

#include <algorithm>

namespace pathgan {

std::vector<GeneTable::Entry> GeneTable::symbols() const
{
    std::vector<Entry> entries;
    for (const Name &gene : m_genes)
        entries.push_back({gene.entrez, std::string(textOf(gene))});
    return entries;
}

std::vector<GeneTable::Entry> GeneTable::names() const
{
    std::vector<Entry> entries;
    for (const Name &slot : m_slots)
        if (slot.entrez != 0)
            entries.push_back({slot.entrez, std::string(textOf(slot))});
    // Not in the order of the slots, which depends on how many there are.
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return entries;
}

GeneTable GeneTable::fromEntries(const std::vector<Entry> &symbols, const std::vector<Entry> &names,
                                 std::string source)
{
    // The table's names are parts of one text: it is made before they are taken from it.
    std::string text;
    for (const std::vector<Entry> *entries : {&symbols, &names})
        for (const Entry &entry : *entries)
            text += entry.name;
    GeneTableBuilder builder(std::move(text), names.size(), symbols.size());
    std::string_view rest = builder.text();
    const auto next = [&rest](const Entry &entry) {
        const std::string_view name = rest.substr(0, entry.name.size());
        rest.remove_prefix(name.size());
        return name;
    };
    for (const Entry &entry : symbols)
        builder.addGene(entry.entrez, next(entry));
    for (const Entry &entry : names)
        builder.addName(next(entry), entry.entrez);
    return builder.finish(std::move(source));
}

} // namespace pathgan
