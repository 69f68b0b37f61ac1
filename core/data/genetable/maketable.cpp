// SPDX-License-Identifier: GPL-3.0-or-later
// Build-time tool: writes the gene table that is embedded in the program from Bioconductor's org.Hs.eg.db.
// usage: maketable org.Hs.eg.sqlite genetabledata.cpp
//
// The table, before compression, is a line a gene by ascending Entrez id:
//   ENTREZ <tab> SYMBOL <tab> alias or Ensembl id <tab> …
// Every name stands in one line only. A symbol that several genes share is written with a leading '!': it is
// shown, but no name to look a gene up by.

#include <sqlite3.h>
#include <zlib.h>

#include <cctype>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Names = std::map<std::string, std::set<int>>; ///< upper-case name → Entrez ids

struct Gene
{
    std::string symbol;
    bool proteinCoding = false;
    std::vector<std::string> names;
};

std::string upper(std::string text)
{
    for (char &c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

class Database
{
public:
    explicit Database(const char *path)
    {
        if (sqlite3_open_v2(path, &m_handle, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            throw std::runtime_error(std::string(path) + ": " + sqlite3_errmsg(m_handle));
    }
    ~Database() { sqlite3_close(m_handle); }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Calls row(first column, second column) for each row of a query of two columns.
    void each(const char *query, const std::function<void(const std::string &, const std::string &)> &row)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, query, -1, &statement, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(m_handle));
        const auto text = [&](int column) {
            const unsigned char *value = sqlite3_column_text(statement, column);
            return value ? std::string(reinterpret_cast<const char *>(value)) : std::string();
        };
        while (sqlite3_step(statement) == SQLITE_ROW)
            row(text(0), text(1));
        sqlite3_finalize(statement);
    }

private:
    sqlite3 *m_handle = nullptr;
};

std::map<int, Gene> readGenes(Database &database)
{
    std::map<int, Gene> genes;
    database.each(
        "SELECT gene_id, symbol FROM genes JOIN gene_info USING (_id)",
        [&](const std::string &id, const std::string &symbol) { genes[std::stoi(id)].symbol = symbol; });
    database.each("SELECT gene_id, gene_type FROM genes JOIN genetype USING (_id)",
                  [&](const std::string &id, const std::string &type) {
                      if (type == "biological-region") // regulatory stretches, no genes
                          genes.erase(std::stoi(id));
                      else if (const auto gene = genes.find(std::stoi(id)); gene != genes.end())
                          gene->second.proteinCoding = type == "protein-coding";
                  });
    return genes;
}

Names readNames(Database &database, const char *query, const std::map<int, Gene> &genes)
{
    Names names;
    database.each(query, [&](const std::string &id, const std::string &name) {
        if (genes.contains(std::stoi(id)) && name.find_first_of("\t\n!|") == std::string::npos)
            names[upper(name)].insert(std::stoi(id));
    });
    return names;
}

/// The one gene meant: the only one, or the only one that codes for a protein; 0: not clear.
int ownerOfSymbol(const std::set<int> &owners, const std::map<int, Gene> &genes)
{
    if (owners.size() == 1)
        return *owners.begin();
    int found = 0;
    for (const int owner : owners) {
        if (!genes.at(owner).proteinCoding)
            continue;
        if (found != 0)
            return 0;
        found = owner;
    }
    return found;
}

std::string makeTable(Database &database)
{
    std::map<int, Gene> genes = readGenes(database);
    Names symbols;
    for (const auto &[id, gene] : genes)
        symbols[upper(gene.symbol)].insert(id);
    const Names aliases =
        readNames(database, "SELECT gene_id, alias_symbol FROM genes JOIN alias USING (_id)", genes);
    const Names ensembl =
        readNames(database, "SELECT gene_id, ensembl_id FROM genes JOIN ensembl USING (_id)", genes);

    std::set<std::string> taken;
    for (const auto &[name, owners] : symbols) {
        if (ownerOfSymbol(owners, genes) != 0)
            taken.insert(name);
    }
    for (const Names *names : {&aliases, &ensembl}) {
        for (const auto &[name, owners] : *names) {
            if (owners.size() == 1 && !symbols.contains(name) && taken.insert(name).second)
                genes.at(*owners.begin()).names.push_back(name);
        }
    }

    std::string table;
    for (const auto &[id, gene] : genes) {
        const bool clear = ownerOfSymbol(symbols.at(upper(gene.symbol)), genes) == id;
        table += std::to_string(id) + '\t' + (clear ? "" : "!") + gene.symbol;
        for (const std::string &name : gene.names)
            table += '\t' + name;
        table += '\n';
    }
    return table;
}

/// 2022-Sep12 → 2022-09-12; other texts stay.
std::string isoDate(const std::string &date)
{
    static const std::string months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (date.size() != 10 || date[4] != '-')
        return date;
    const std::size_t at = months.find(date.substr(5, 3));
    if (at == std::string::npos)
        return date;
    const std::string month = std::to_string(at / 3 + 1);
    return date.substr(0, 5) + (month.size() < 2 ? "0" : "") + month + "-" + date.substr(8);
}

std::string source(Database &database)
{
    std::map<std::string, std::string> metadata;
    database.each("SELECT name, value FROM metadata",
                  [&](const std::string &name, const std::string &value) { metadata[name] = value; });
    return "Bioconductor org.Hs.eg.db: NCBI Gene " + isoDate(metadata["EGSOURCEDATE"]) + ", Ensembl " +
           isoDate(metadata["ENSOURCEDATE"]);
}

void writeSource(const char *path, const std::string &table, const std::string &origin)
{
    uLongf size = compressBound(static_cast<uLong>(table.size()));
    std::vector<Bytef> bytes(size);
    if (compress2(bytes.data(), &size, reinterpret_cast<const Bytef *>(table.data()),
                  static_cast<uLong>(table.size()), 9) != Z_OK)
        throw std::runtime_error("zlib");
    bytes.resize((size + 7) / 8 * 8);

    std::ofstream out(path, std::ios::binary);
    out << "#include \"core/data/genetable_p.h\"\n\nnamespace pathgan {\n\n"
        << "const char *const geneTableSource = \"" << origin << "\";\n"
        << "const std::size_t geneTableTextSize = " << table.size() << ";\n"
        << "const std::size_t geneTableSize = " << size << ";\n"
        << "const std::uint64_t geneTableWords[] = {";
    for (std::size_t i = 0; i < bytes.size(); i += 8) {
        std::uint64_t word = 0;
        for (std::size_t k = 0; k < 8; ++k)
            word |= static_cast<std::uint64_t>(bytes[i + k]) << (8 * k);
        char text[24];
        std::snprintf(text, sizeof text, "0x%llx,", static_cast<unsigned long long>(word));
        out << (i % 64 == 0 ? "\n" : "") << text;
    }
    out << "\n};\n\n} // namespace pathgan\n";
    out.close();
    if (!out)
        throw std::runtime_error(std::string(path) + ": cannot be written");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::cerr << "usage: maketable org.Hs.eg.sqlite genetabledata.cpp\n";
        return 2;
    }
    try {
        Database database(argv[1]);
        const std::string table = makeTable(database);
        writeSource(argv[2], table, source(database));
    } catch (const std::exception &error) {
        std::cerr << "maketable: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
