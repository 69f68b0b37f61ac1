#include "core/data/genesets.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/data/readreport_p.h"
#include "core/data/texttable_p.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace pathgan {

namespace {

enum class SetFormat { Gmt, Gmx, Grp };

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
    void add(std::string_view gene)
    {
        gene = withoutWeight(trimmed(gene));
        if (!gene.empty() && m_seen.insert(toUpper(gene)).second)
            m_set.genes.emplace_back(gene);
    }
    GeneSet take() { return std::move(m_set); }

private:
    GeneSet m_set;
    std::unordered_set<std::string> m_seen;
};

std::vector<std::string> linesOf(const std::string &text)
{
    return split(text, '\n');
}

void readGmt(const std::vector<std::string> &lines, GeneSetCollection &collection, ReadReport &report)
{
    std::unordered_set<std::string> names;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (trimmed(lines[i]).empty() || lines[i].starts_with('#'))
            continue;
        const std::vector<std::string> fields = split(lines[i], '\t');
        if (trimmed(fields[0]).empty()) {
            report.add(ProblemKind::EmptyName, i + 1, 1, "");
            continue;
        }
        SetBuilder set(fields[0], fields.size() > 1 ? fields[1] : "");
        for (std::size_t k = 2; k < fields.size(); ++k)
            set.add(fields[k]);
        GeneSet done = set.take();
        if (done.genes.empty()) {
            report.add(ProblemKind::RaggedRow, i + 1, 3, fields[0]);
            continue;
        }
        if (!names.insert(fields[0]).second)
            report.add(ProblemKind::DuplicateName, i + 1, 1, fields[0]);
        collection.sets.push_back(std::move(done));
    }
}

void readGmx(const std::vector<std::string> &lines, GeneSetCollection &collection, ReadReport &report)
{
    const std::vector<std::string> names = split(lines[0], '\t');
    const std::vector<std::string> descriptions =
        lines.size() > 1 ? split(lines[1], '\t') : std::vector<std::string>();
    std::vector<SetBuilder> sets;
    for (std::size_t i = 0; i < names.size(); ++i)
        sets.emplace_back(names[i], i < descriptions.size() ? descriptions[i] : "");
    for (std::size_t row = 2; row < lines.size(); ++row) {
        const std::vector<std::string> fields = split(lines[row], '\t');
        if (fields.size() > sets.size() && !trimmed(fields[sets.size()]).empty())
            report.add(ProblemKind::RaggedRow, row + 1, sets.size() + 1, fields[sets.size()]);
        for (std::size_t i = 0; i < std::min(fields.size(), sets.size()); ++i)
            sets[i].add(fields[i]);
    }
    for (std::size_t i = 0; i < sets.size(); ++i) {
        GeneSet set = sets[i].take();
        if (trimmed(set.name).empty() && set.genes.empty())
            continue;
        if (trimmed(set.name).empty())
            report.add(ProblemKind::EmptyName, 1, i + 1, "");
        else if (set.genes.empty())
            report.add(ProblemKind::RaggedRow, 3, i + 1, set.name);
        else
            collection.sets.push_back(std::move(set));
    }
}

void readGrp(const std::vector<std::string> &lines, GeneSetCollection &collection)
{
    SetBuilder set(collection.library, "");
    for (const std::string &line : lines) {
        if (!line.starts_with('#'))
            set.add(line);
    }
    GeneSet done = set.take();
    if (!done.genes.empty())
        collection.sets.push_back(std::move(done));
}

/// By extension; else one column is GRP, lines of one length with descriptions in the second are GMX.
SetFormat formatOf(const std::filesystem::path &path, const std::vector<std::string> &lines)
{
    const std::string extension = contentExtension(path);
    if (extension == ".gmt")
        return SetFormat::Gmt;
    if (extension == ".gmx")
        return SetFormat::Gmx;
    if (extension == ".grp")
        return SetFormat::Grp;
    const bool tabs = std::any_of(lines.begin(), lines.end(), [](const std::string &line) {
        return line.find('\t') != std::string::npos;
    });
    if (!tabs)
        return SetFormat::Grp;
    // In GMX every line has about as many fields as the first; in GMT the second field is no gene.
    const auto width = [](const std::string &line) { return std::count(line.begin(), line.end(), '\t'); };
    if (lines.size() < 4 || width(lines[0]) > 2 * static_cast<std::ptrdiff_t>(lines.size()))
        return SetFormat::Gmt;
    const bool even = std::all_of(lines.begin(), lines.end(), [&](const std::string &line) {
        return trimmed(line).empty() || width(line) == width(lines[0]);
    });
    return even ? SetFormat::Gmx : SetFormat::Gmt;
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
    const std::vector<std::string> lines = linesOf(*text);
    switch (formatOf(path, lines)) {
    case SetFormat::Gmt:
        report.format = "GMT";
        readGmt(lines, collection, report);
        break;
    case SetFormat::Gmx:
        report.format = "GMX";
        readGmx(lines, collection, report);
        break;
    case SetFormat::Grp:
        report.format = "GRP";
        readGrp(lines, collection);
        break;
    }
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
