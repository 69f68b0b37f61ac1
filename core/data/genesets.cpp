// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/genesets.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/damagednames.h"
#include "core/data/genelist.h"
#include "core/data/genesetformat_p.h"
#include "core/data/readreport_p.h"
#include "core/data/texttable.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace pathgan {

namespace {

/// Enrichr's fuzzy libraries write GENE,1.0: the weight is taken off.
std::string_view withoutWeight(std::string_view gene)
{
    const std::size_t comma = gene.rfind(',');
    if (comma != std::string_view::npos && parseNumber(trimmed(gene.substr(comma + 1))))
        return trimmed(gene.substr(0, comma));
    return gene;
}

/// A set under construction.
class SetBuilder
{
public:
    SetBuilder(std::string name, std::string description)
    {
        m_set.name = std::move(name);
        m_set.description = std::move(description);
    }
    void add(std::string_view gene, std::size_t line, std::size_t column, ReadReport &report)
    {
        gene = withoutWeight(trimmed(gene));
        if (gene.empty() || !m_seen.insert(toUpper(gene)).second)
            return;
        reportDamagedName(gene, line, column, report);
        m_set.genes.emplace_back(gene);
    }
    GeneSet take() { return std::move(m_set); }

private:
    GeneSet m_set;
    std::unordered_set<std::string> m_seen;
};

/// 1, or 2 where descriptions stand between names and genes. across: fields of a set lie in a row.
std::size_t firstGene(const std::vector<Record> &rows, bool across, ReadReport &report)
{
    std::vector<std::string> names, descriptions, genes;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t k = 0; k < rows[i].fields.size(); ++k) {
            const std::size_t place = across ? k : i;
            auto &to = place == 0 ? names : place == 1 ? descriptions : genes;
            if (place == 1 || !trimmed(rows[i].fields[k]).empty())
                to.push_back(rows[i].fields[k]);
        }
    if (!areGenes(names, descriptions, genes))
        return 2;
    report.notes.push_back(marked("Core", "sets without descriptions"));
    return 1;
}

void readGmt(const std::vector<Record> &rows, GeneSetCollection &collection, ReadReport &report)
{
    const std::size_t first = firstGene(rows, true, report);
    std::unordered_set<std::string> names;
    for (const Record &row : rows) {
        const std::vector<std::string> &fields = row.fields;
        if (trimmed(fields[0]).empty()) {
            report.add(ProblemKind::EmptyName, row.line, 1, "");
            continue;
        }
        SetBuilder set(fields[0], first > 1 && fields.size() > 1 ? fields[1] : "");
        for (std::size_t k = first; k < fields.size(); ++k)
            set.add(fields[k], row.line, k + 1, report);
        GeneSet done = set.take();
        if (done.genes.empty()) {
            report.add(ProblemKind::RaggedRow, row.line, 3, fields[0]);
            continue;
        }
        if (!names.insert(fields[0]).second)
            report.add(ProblemKind::DuplicateName, row.line, 1, fields[0]);
        collection.sets.push_back(std::move(done));
    }
}

void readGmx(const std::vector<Record> &rows, GeneSetCollection &collection, ReadReport &report)
{
    const std::vector<std::string> &names = rows[0].fields;
    const std::size_t first = firstGene(rows, false, report);
    const std::vector<std::string> descriptions =
        rows.size() > 1 && first > 1 ? rows[1].fields : std::vector<std::string>();
    std::vector<SetBuilder> sets;
    for (std::size_t i = 0; i < names.size(); ++i)
        sets.emplace_back(names[i], i < descriptions.size() ? descriptions[i] : "");
    for (std::size_t row = first; row < rows.size(); ++row) {
        const std::vector<std::string> &fields = rows[row].fields;
        if (fields.size() > sets.size() && !trimmed(fields[sets.size()]).empty())
            report.add(ProblemKind::RaggedRow, rows[row].line, sets.size() + 1, fields[sets.size()]);
        for (std::size_t i = 0; i < std::min(fields.size(), sets.size()); ++i)
            sets[i].add(fields[i], rows[row].line, i + 1, report);
    }
    for (std::size_t i = 0; i < sets.size(); ++i) {
        GeneSet set = sets[i].take();
        if (trimmed(set.name).empty() && set.genes.empty())
            continue;
        if (trimmed(set.name).empty())
            report.add(ProblemKind::EmptyName, rows[0].line, i + 1, "");
        else if (set.genes.empty())
            report.add(ProblemKind::RaggedRow, rows[0].line + 2, i + 1, set.name);
        else
            collection.sets.push_back(std::move(set));
    }
}

/// A row for each gene of each set, as clusterProfiler and msigdbr have them.
Result<void> readMembers(const std::string &text, const std::filesystem::path &path,
                         GeneSetCollection &collection, ReadReport &report)
{
    const Result<TextTable> table = parseTextTable(text, path, report);
    if (!table)
        return table.error();
    const MemberColumns columns = memberColumns(table->header);
    std::unordered_map<std::string, std::size_t> places;
    std::vector<SetBuilder> sets;
    for (const Record &row : table->rows) {
        const std::string &name = row.fields[static_cast<std::size_t>(columns.set)];
        if (trimmed(name).empty()) {
            report.add(ProblemKind::EmptyName, row.line, static_cast<std::size_t>(columns.set) + 1, "");
            continue;
        }
        const auto [place, isNew] = places.try_emplace(name, sets.size());
        if (isNew)
            sets.emplace_back(name, "");
        sets[place->second].add(row.fields[static_cast<std::size_t>(columns.gene)], row.line,
                                static_cast<std::size_t>(columns.gene) + 1, report);
    }
    for (SetBuilder &set : sets)
        collection.sets.push_back(set.take());
    std::erase_if(collection.sets, [](const GeneSet &set) { return set.genes.empty(); });
    return {};
}

Result<void> readGrp(const std::string &text, const std::filesystem::path &path,
                     GeneSetCollection &collection, ReadReport &report)
{
    Result<GeneNames> list = parseGeneList(text, path, report);
    if (!list)
        return list.error();
    collection.sets.push_back({collection.library, "", std::move(list->genes)});
    return {};
}

bool isUpperWord(const std::string &name)
{
    return name.find('_') != std::string::npos && name == toUpper(name) &&
           name.find(' ') == std::string::npos;
}

/// Words of MSigDB names that are no symbols or acronyms.
std::string lowerIfWord(const std::string &word)
{
    static constexpr std::array acronyms = {
        "DNA", "RNA",   "E2F",   "G2M",  "MYC",   "KRAS", "TGF",  "TNFA",   "IL2", "IL6",
        "JAK", "STAT3", "STAT5", "NFKB", "PI3K",  "AKT",  "MTOR", "MTORC1", "P53", "UV",
        "WNT", "UPR",   "ATP",   "TCA",  "NOTCH", "ROS",  "V1",   "V2",     "UP",  "DN"};
    if (word.size() > 1 && std::find(acronyms.begin(), acronyms.end(), word) != acronyms.end())
        return word;
    if (word.find_first_of("0123456789") != std::string::npos)
        return word;
    std::string lower = word;
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

} // namespace

Result<GeneSetCollection> readGeneSets(const std::filesystem::path &path, ReadReport &report)
{
    report = {};
    const Result<std::string> text = readCleanText(path);
    if (!text)
        return text.error();
    if (!isValidUtf8(*text))
        return Error{ErrorCode::NotText, path.string()};
    GeneSetCollection collection;
    collection.library = libraryName(path);
    const SetFile file = setFile(*text, contentExtension(path));
    report.format = file.name;
    if (isBlankSeparated(file))
        return Error{ErrorCode::UnknownFormat,
                     path.string() + ":" + std::to_string(file.rows.front().line) +
                         ": blanks between name, description and genes; a GMT file has tabs there"};
    Result<void> read;
    switch (file.format) {
    case SetFormat::Gmt:
        readGmt(file.rows, collection, report);
        break;
    case SetFormat::Gmx:
        readGmx(file.rows, collection, report);
        break;
    case SetFormat::Members:
        read = readMembers(*text, path, collection, report);
        break;
    case SetFormat::Grp:
        read = readGrp(*text, path, collection, report);
        break;
    }
    if (!read)
        return read.error();
    if (collection.sets.empty())
        return Error{ErrorCode::UnknownFormat, path.string()};
    collection.path = path.string();
    Result<std::string> hash = sha256File(path);
    if (!hash)
        return hash.error();
    collection.sha256 = std::move(*hash);
    return collection;
}

std::string readableSetName(const std::string &name)
{
    if (!isUpperWord(name))
        return name;
    static constexpr std::array prefixes = {"HALLMARK_", "KEGG_MEDICUS_", "KEGG_", "REACTOME_", "BIOCARTA_",
                                            "PID_",      "WP_",           "GOBP_", "GOCC_",     "GOMF_"};
    std::string_view rest = name;
    for (const std::string_view prefix : prefixes) {
        if (rest.starts_with(prefix) && rest.size() > prefix.size()) {
            rest.remove_prefix(prefix.size());
            break;
        }
    }
    std::vector<std::string> words = split(rest, '_');
    for (std::string &word : words)
        word = lowerIfWord(word);
    std::string readable = join(words, " ");
    if (!readable.empty() && readable[0] >= 'a' && readable[0] <= 'z')
        readable[0] = static_cast<char>(readable[0] - 'a' + 'A');
    return readable;
}

std::vector<std::vector<Index>> setRows(const GeneSetCollection &sets, const GeneIndex &index)
{
    std::vector<std::vector<Index>> all;
    for (const GeneSet &set : sets.sets) {
        std::vector<Index> rows;
        for (const std::string &gene : set.genes) {
            if (const Index row = index.row(gene); row >= 0)
                rows.push_back(row);
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        all.push_back(std::move(rows));
    }
    return all;
}

Coverage setCoverage(const GeneSetCollection &sets, const GeneIndex &index,
                     const std::vector<std::string> &rowNames)
{
    Coverage coverage;
    std::unordered_set<std::string> seen;
    for (const GeneSet &set : sets.sets) {
        for (const std::string &gene : set.genes) {
            if (seen.insert(toUpper(gene)).second)
                coverage.add(gene, index.find(gene), rowNames);
        }
    }
    return coverage;
}

} // namespace pathgan
