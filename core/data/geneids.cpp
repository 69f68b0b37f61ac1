// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/geneids.h"

#include "core/base/text.h"
#include "core/data/genetable_p.h"
#include "core/data/readreport_p.h"
#include "core/data/texttable.h"

#include <algorithm>
#include <charconv>
#include <zlib.h>

namespace pathgan {

namespace {

char upperChar(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// FNV-1a of the upper-case text.
std::size_t hashWithoutCase(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(upperChar(c))) * 0x100000001b3ULL;
    return static_cast<std::size_t>(hash ^ (hash >> 32));
}

bool equalWithoutCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return upperChar(x) == upperChar(y); });
}

/// A positive whole number and nothing else.
std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value <= 0)
        return std::nullopt;
    return value;
}

std::string inflateBuiltIn()
{
    const std::size_t words = (geneTableSize + 7) / 8;
    std::string bytes(words * 8, '\0');
    for (std::size_t i = 0; i < words; ++i) {
        for (std::size_t k = 0; k < 8; ++k)
            bytes[8 * i + k] = static_cast<char>((geneTableWords[i] >> (8 * k)) & 0xFF);
    }
    std::string text(geneTableTextSize, '\0');
    uLongf size = static_cast<uLongf>(text.size());
    if (uncompress(reinterpret_cast<Bytef *>(text.data()), &size,
                   reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uLong>(geneTableSize)) != Z_OK)
        text.clear();
    return text;
}

/// Fields of a line of the table, one after the other.
std::string_view nextField(std::string_view &line)
{
    const std::size_t end = line.find('\t');
    const std::string_view field = line.substr(0, end);
    line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
    return field;
}

GeneTable loadBuiltIn()
{
    GeneTableBuilder builder(inflateBuiltIn(), 170'000, 70'000);
    std::string_view rest = builder.text();
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest = rest.substr(end + 1);
        const int entrez = wholeNumber(nextField(line)).value_or(0);
        std::string_view symbol = nextField(line);
        const bool shared = symbol.starts_with('!');
        if (shared)
            symbol.remove_prefix(1);
        builder.addGene(entrez, symbol);
        if (!shared)
            builder.addName(symbol, entrez);
        while (!line.empty())
            builder.addName(nextField(line), entrez);
    }
    return builder.finish(geneTableSource);
}

/// Columns of a map file; −1: missing.
struct MapColumns
{
    int symbol = -1, entrez = -1;

    explicit MapColumns(const std::vector<std::string> &header)
    {
        for (std::size_t i = 0; i < header.size(); ++i) {
            const std::string name = toUpper(trimmed(header[i]));
            if (symbol < 0 && (name == "SYMBOL" || name == "GENE" || name == "GENE_SYMBOL" ||
                               name == "HUGO_SYMBOL" || name == "HGNC_SYMBOL"))
                symbol = static_cast<int>(i);
            if (entrez < 0 && name.starts_with("ENTREZ"))
                entrez = static_cast<int>(i);
        }
    }
};

} // namespace

GeneTableBuilder::GeneTableBuilder(std::string text, std::size_t expectedNames, std::size_t expectedGenes)
{
    m_table.m_text = std::move(text);
    std::size_t slots = 16;
    while (slots < expectedNames * 3 / 2)
        slots *= 2;
    m_table.m_slots.resize(slots);
    m_table.m_genes.reserve(expectedGenes);
}

GeneTable::Name GeneTableBuilder::place(std::string_view part) const
{
    return {static_cast<std::uint32_t>(part.data() - m_table.m_text.data()),
            static_cast<std::uint32_t>(part.size()), 0};
}

void GeneTableBuilder::addGene(int entrez, std::string_view symbol)
{
    GeneTable::Name name = place(symbol);
    name.entrez = entrez;
    m_table.m_genes.push_back(name);
}

void GeneTableBuilder::addName(std::string_view name, int entrez)
{
    if (name.empty())
        return;
    if (m_names * 4 >= m_table.m_slots.size() * 3)
        grow();
    const std::size_t mask = m_table.m_slots.size() - 1;
    std::size_t slot = hashWithoutCase(name) & mask;
    while (m_table.m_slots[slot].entrez != 0) {
        if (equalWithoutCase(m_table.textOf(m_table.m_slots[slot]), name))
            return;
        slot = (slot + 1) & mask;
    }
    m_table.m_slots[slot] = place(name);
    m_table.m_slots[slot].entrez = entrez;
    ++m_names;
}

void GeneTableBuilder::grow()
{
    std::vector<GeneTable::Name> old(m_table.m_slots.size() * 2);
    old.swap(m_table.m_slots);
    m_names = 0;
    for (const GeneTable::Name &name : old) {
        if (name.entrez != 0)
            addName(m_table.textOf(name), name.entrez);
    }
}

GeneTable GeneTableBuilder::finish(std::string source)
{
    std::vector<GeneTable::Name> &genes = m_table.m_genes;
    const auto before = [](const GeneTable::Name &a, const GeneTable::Name &b) {
        return a.entrez < b.entrez;
    };
    const auto same = [](const GeneTable::Name &a, const GeneTable::Name &b) { return a.entrez == b.entrez; };
    if (!std::is_sorted(genes.begin(), genes.end(), before))
        std::stable_sort(genes.begin(), genes.end(), before);
    genes.erase(std::unique(genes.begin(), genes.end(), same), genes.end());
    m_table.m_source = std::move(source);
    return std::move(m_table);
}

const GeneTable &GeneTable::builtIn()
{
    static const GeneTable table = loadBuiltIn();
    return table;
}

Result<GeneTable> GeneTable::readMap(const std::filesystem::path &path)
{
    ReadReport report;
    const Result<TextTable> source = readTextTable(path, report);
    if (!source)
        return source.error();
    const MapColumns columns(source->header);
    if (columns.symbol < 0 || columns.entrez < 0)
        return Error{ErrorCode::BadHeader, place(path, source->headerLine, 0)};
    // The table's names are parts of one text: it is made before they are taken from it.
    std::string text;
    std::vector<std::pair<std::size_t, int>> genes; // length of the symbol, Entrez id
    for (const Record &row : source->rows) {
        const std::string_view symbol = trimmed(row.fields[static_cast<std::size_t>(columns.symbol)]);
        std::string_view number = trimmed(row.fields[static_cast<std::size_t>(columns.entrez)]);
        if (number.ends_with(".0")) // as pandas writes a column with gaps
            number.remove_suffix(2);
        const std::optional<int> entrez = wholeNumber(number);
        if (!isValidUtf8(symbol))
            return Error{ErrorCode::NotText,
                         place(path, row.line, static_cast<std::size_t>(columns.symbol) + 1)};
        if (!entrez || symbol.empty() || symbol == "?")
            continue;
        text += symbol;
        genes.emplace_back(symbol.size(), *entrez);
    }
    GeneTableBuilder builder(std::move(text), 0, 0);
    std::string_view rest = builder.text();
    for (const auto &[length, entrez] : genes) {
        builder.addGene(entrez, rest.substr(0, length));
        builder.addName(rest.substr(0, length), entrez);
        rest.remove_prefix(length);
    }
    GeneTable table = builder.finish(path.filename().string());
    if (table.size() == 0)
        return Error{ErrorCode::FileEmpty, path.string()};
    return table;
}

std::string_view GeneTable::textOf(const Name &name) const
{
    return std::string_view(m_text).substr(name.start, name.length);
}

const GeneTable::Name *GeneTable::find(std::string_view name) const
{
    if (m_slots.empty())
        return nullptr;
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hashWithoutCase(name) & mask; m_slots[slot].entrez != 0;
         slot = (slot + 1) & mask) {
        if (equalWithoutCase(textOf(m_slots[slot]), name))
            return &m_slots[slot];
    }
    return nullptr;
}

const GeneTable::Name *GeneTable::gene(int entrez) const
{
    const auto found = std::lower_bound(m_genes.begin(), m_genes.end(), entrez,
                                        [](const Name &name, int wanted) { return name.entrez < wanted; });
    return found != m_genes.end() && found->entrez == entrez ? &*found : nullptr;
}

std::optional<int> GeneTable::entrez(std::string_view name) const
{
    name = trimmed(name);
    if (const Name *found = find(name))
        return found->entrez;
    if (const std::size_t bar = name.rfind('|'); bar != std::string_view::npos) {
        const std::optional<int> id = wholeNumber(name.substr(bar + 1));
        return id ? id : entrez(name.substr(0, bar));
    }
    if (const std::optional<int> id = wholeNumber(name))
        return gene(*id) ? id : std::nullopt;
    if (name.size() > 15 && name[15] == '.' && equalWithoutCase(name.substr(0, 4), "ENSG")) {
        if (const Name *found = find(name.substr(0, 15)))
            return found->entrez;
    }
    return std::nullopt;
}

std::string GeneTable::symbol(int entrez) const
{
    const Name *found = gene(entrez);
    return found ? displayGene(textOf(*found)) : std::string();
}

GeneIndex::GeneIndex(const std::vector<std::string> &rowNames, const GeneTable &table) : m_table(&table)
{
    m_exact.reserve(rowNames.size());
    m_byName.reserve(rowNames.size());
    m_byEntrez.reserve(rowNames.size());
    std::vector<std::pair<Index, int>> byAlias;
    for (std::size_t i = 0; i < rowNames.size(); ++i) {
        const auto row = static_cast<Index>(i);
        const std::string shown = toUpper(displayGene(rowNames[i]));
        m_exact.emplace(rowNames[i], row);
        m_exact.emplace(displayGene(rowNames[i]), row);
        m_byName.emplace(toUpper(rowNames[i]), row);
        m_byName.emplace(shown, row);
        const std::optional<int> entrez = table.entrez(rowNames[i]);
        if (!entrez)
            continue;
        if (toUpper(table.symbol(*entrez)) == shown)
            m_byEntrez.emplace(*entrez, row);
        else
            byAlias.emplace_back(row, *entrez);
    }
    // A row of the official symbol goes before one of an alias.
    for (const auto &[row, entrez] : byAlias)
        m_byEntrez.emplace(entrez, row);
}

GeneIndex::Found GeneIndex::find(std::string_view name) const
{
    const std::string text(trimmed(name));
    if (const auto same = m_exact.find(text); same != m_exact.end())
        return {same->second, GeneMatch::Exact};
    if (const auto same = m_byName.find(toUpper(text)); same != m_byName.end())
        return {same->second, GeneMatch::Case};
    const std::optional<int> entrez = m_table ? m_table->entrez(name) : std::nullopt;
    const Index row = entrez ? rowOfEntrez(*entrez) : -1;
    return row < 0 ? Found{} : Found{row, GeneMatch::Alias};
}

Index GeneIndex::rowNamed(std::string_view name) const
{
    const std::string text(trimmed(name));
    if (const auto same = m_exact.find(text); same != m_exact.end())
        return same->second;
    const auto found = m_byName.find(toUpper(text));
    return found == m_byName.end() ? -1 : found->second;
}

Index GeneIndex::rowOfEntrez(int entrez) const
{
    const auto found = m_byEntrez.find(entrez);
    return found == m_byEntrez.end() ? -1 : found->second;
}

void Coverage::add(const std::string &name, GeneIndex::Found found, const std::vector<std::string> &rowNames)
{
    constexpr std::size_t mostExamples = 2;
    ++total;
    if (found.row < 0) {
        unmatched.push_back(name);
        return;
    }
    ++matched;
    byCase += found.how == GeneMatch::Case;
    byAlias += found.how == GeneMatch::Alias;
    if (found.how == GeneMatch::Alias && aliases.size() < mostExamples)
        aliases.push_back(name + " → " + rowNames[static_cast<std::size_t>(found.row)]);
}

std::string displayGene(std::string_view rowName)
{
    const std::size_t bar = rowName.find('|');
    if (bar == std::string_view::npos || bar == 0 || rowName.substr(0, bar) == "?")
        return std::string(rowName);
    return std::string(rowName.substr(0, bar));
}

} // namespace pathgan
