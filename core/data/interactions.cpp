// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/interactions.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/damagednames.h"
#include "core/data/geneids.h"
#include "core/data/readreport_p.h"
#include "core/data/textsource.h"
#include "core/data/texttable.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <unordered_map>

namespace pathgan {

namespace {

/// Takes lines off a text.
bool nextLine(std::string_view &text, std::string_view &line)
{
    if (text.empty())
        return false;
    const std::size_t end = std::min(text.find('\n'), text.size());
    line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return true;
}

/// Fields of a line without copying; runs of blanks count once.
std::vector<std::string_view> fieldsOf(std::string_view line, char separator)
{
    std::vector<std::string_view> fields;
    if (separator == ' ') {
        while (!(line = trimmed(line)).empty()) {
            const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
            fields.push_back(line.substr(0, end));
            line.remove_prefix(end);
        }
        return fields;
    }
    for (;;) {
        const std::size_t end = std::min(line.find(separator), line.size());
        std::string_view field = trimmed(line.substr(0, end));
        if (field.size() > 1 && field.front() == '"' && field.back() == '"')
            field = field.substr(1, field.size() - 2);
        fields.push_back(field);
        if (end == line.size())
            return fields;
        line.remove_prefix(end + 1);
    }
}

bool isStringProtein(std::string_view name)
{
    return name.size() > 9 && name.starts_with("9606.") && name.substr(5, 4) == "ENSP";
}

/// Which columns of the file matter.
struct Columns
{
    char separator = '\t';
    std::size_t first = 0, second = 1;
    int score = -1;
    bool header = false;
    std::size_t width = 0; ///< fields of the first line
};

/// A header by its letters: "Official Symbol Interactor A" and gene_1 are words of one kind.
int columnNamed(const std::vector<std::string_view> &fields, std::span<const char *const> names)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::string name = toUpper(fields[i]);
        std::replace_if(
            name.begin(), name.end(), [](char c) { return c == ' ' || c == '.' || c == '-'; }, '_');
        if (name.starts_with('#'))
            name.erase(0, 1);
        if (std::find(names.begin(), names.end(), name) != names.end())
            return static_cast<int>(i);
    }
    return -1;
}

Columns columnsOf(std::string_view line)
{
    static constexpr std::array firstNames = {
        "A",        "GENE1",     "GENE_A",       "SOURCE",    "FROM",
        "PROTEIN1", "SYMBOL_A",  "INTERACTOR_A", "NODE1",     "GENE_1",
        "SYMBOL1",  "PROTEIN_A", "GENEA",        "REGULATOR", "OFFICIAL_SYMBOL_INTERACTOR_A"};
    static constexpr std::array secondNames = {
        "B",        "GENE2",     "GENE_B",       "TARGET",    "TO",
        "PROTEIN2", "SYMBOL_B",  "INTERACTOR_B", "NODE2",     "GENE_2",
        "SYMBOL2",  "PROTEIN_B", "GENEB",        "REGULATED", "OFFICIAL_SYMBOL_INTERACTOR_B"};
    static constexpr std::array scoreNames = {"COMBINED_SCORE", "SCORE", "WEIGHT"};
    Columns columns;
    columns.separator = guessSeparator(line);
    const std::vector<std::string_view> fields = fieldsOf(line, columns.separator);
    columns.width = fields.size();
    const int first = columnNamed(fields, firstNames), second = columnNamed(fields, secondNames);
    columns.score = columnNamed(fields, scoreNames);
    if (first >= 0 && second >= 0) {
        columns.first = static_cast<std::size_t>(first);
        columns.second = static_cast<std::size_t>(second);
    } else if (first < 0 && second < 0 && fields.size() > 2 && fields[0].empty()) {
        columns.first = 1; // row names before it
        columns.second = 2;
        columns.header = true;
    }
    columns.header = columns.header || first >= 0 || columns.score >= 0 || line.starts_with('#');
    // STRING without its header: two proteins and a number
    if (!columns.header && fields.size() == 3 && isStringProtein(fields[0]) && parseNumber(fields[2]))
        columns.score = 2;
    return columns;
}

/// STRING protein → preferred name, of the …protein.info… file beside the links.
std::unordered_map<std::string, std::string> readProteinInfo(const std::filesystem::path &links)
{
    std::unordered_map<std::string, std::string> names;
    std::error_code failure;
    std::vector<std::filesystem::path> candidates;
    const std::filesystem::path folder =
        links.has_parent_path() ? links.parent_path() : std::filesystem::path(".");
    for (const auto &entry : std::filesystem::directory_iterator(folder, failure)) {
        if (entry.path().filename().string().find("protein.info") != std::string::npos)
            candidates.push_back(entry.path());
    }
    std::sort(candidates.begin(), candidates.end());
    for (const std::filesystem::path &candidate : candidates) {
        const Result<std::string> text = readCleanText(candidate);
        if (!text)
            continue;
        std::string_view rest = *text;
        std::string_view line;
        while (nextLine(rest, line)) {
            const std::vector<std::string_view> fields = fieldsOf(line, '\t');
            if (fields.size() > 1 && isStringProtein(fields[0]) && !fields[1].empty())
                names.emplace(fields[0], fields[1]);
        }
    }
    return names;
}

/// Genes and edges as they come; names without case.
class NetworkBuilder
{
public:
    void add(std::string_view a, std::string_view b)
    {
        const int first = gene(a);
        const int second = gene(b);
        if (first != second)
            m_network.edges.emplace_back(std::min(first, second), std::max(first, second));
    }
    InteractionNetwork take()
    {
        auto &edges = m_network.edges;
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        return std::move(m_network);
    }

private:
    int gene(std::string_view name)
    {
        const auto [place, isNew] =
            m_indices.try_emplace(toUpper(name), static_cast<int>(m_network.genes.size()));
        if (isNew)
            m_network.genes.emplace_back(name);
        return place->second;
    }

    InteractionNetwork m_network;
    std::unordered_map<std::string, int> m_indices;
};

/// Lines of the file into the builder.
class LinkReader
{
public:
    LinkReader(const std::filesystem::path &path, int minimumScore, ReadReport &report)
        : m_path(path), m_minimumScore(minimumScore), m_report(report)
    {}

    Result<InteractionNetwork> read(const TaskContext &context)
    {
        Result<TextSource> source = TextSource::open(m_path, Content::Text);
        if (!source)
            return source.error();
        std::string block;
        for (bool atEnd = false; !atEnd;) {
            context.report(marked("Core", "Reading interactions"),
                           static_cast<double>(source->compressedRead()),
                           static_cast<double>(source->compressedSize()));
            if (context.shouldStop())
                return Error{ErrorCode::Cancelled, m_path.string()};
            const Result<std::size_t> count = fill(*source, block);
            if (!count)
                return count.error();
            atEnd = *count == 0;
            const std::size_t lastEnd = block.rfind('\n');
            const std::size_t whole = atEnd ? block.size() : lastEnd == std::string::npos ? 0 : lastEnd + 1;
            if (const Result<void> added = addLines(std::string_view(block).substr(0, whole)); !added)
                return added.error();
            block.erase(0, whole);
        }
        if (!m_started)
            return Error{ErrorCode::FileEmpty, m_path.string()};
        m_report.format = m_proteins ? marked("Core", "STRING links") : marked("Core", "two columns");
        InteractionNetwork network = m_builder.take();
        network.threshold = m_columns.score >= 0 ? m_minimumScore : 0;
        return network;
    }

private:
    /// Adds the next bytes to the block; 0 at the end.
    Result<std::size_t> fill(TextSource &source, std::string &block)
    {
        constexpr std::size_t blockSize = std::size_t{1} << 20;
        const std::size_t used = block.size();
        block.resize(used + blockSize);
        Result<std::size_t> count = source.read(block.data() + used, blockSize);
        block.resize(used + (count ? *count : 0));
        return count;
    }

    Result<void> addLines(std::string_view text)
    {
        if (!isValidUtf8(text) || text.find('\0') != std::string_view::npos)
            return Error{ErrorCode::NotText, m_path.string()};
        std::string_view line;
        while (nextLine(text, line)) {
            ++m_line;
            if (trimmed(line).empty())
                continue;
            const bool first = !m_started;
            if (first) {
                m_columns = columnsOf(line);
                // A comment of one word or of prose is no header.
                m_columns.header = m_columns.header && fieldsOf(line, m_columns.separator).size() > 1;
                if (line.starts_with('#') && m_columns.separator == ' ')
                    continue;
                m_started = true;
                fitToRows(line, text);
            }
            if (!(first && m_columns.header) && !line.starts_with('#'))
                addLine(m_line, line);
        }
        return {};
    }

    /// The lines at the start say whether the header lacks a field for row names, and whether a column holds
    /// relations.
    void fitToRows(std::string_view first, std::string_view rest)
    {
        constexpr std::size_t enough = 200, few = 3;
        std::size_t rows = 0, wider = 0, triples = 0;
        std::set<std::string, std::less<>> middle, ends;
        std::string_view line = first;
        for (bool more = !m_columns.header || nextLine(rest, line); more && rows < enough;
             more = nextLine(rest, line)) {
            if (trimmed(line).empty() || line.starts_with('#'))
                continue;
            const std::vector<std::string_view> fields = fieldsOf(line, m_columns.separator);
            ++rows;
            wider += fields.size() == m_columns.width + 1 && !fields.back().empty() ? 1 : 0;
            if (fields.size() != 3 || parseNumber(fields[2]))
                continue;
            ++triples;
            middle.emplace(fields[1]);
            ends.emplace(fields[0]);
            ends.emplace(fields[2]);
        }
        if (m_columns.header && rows > 0 && wider == rows) {
            ++m_columns.first;
            ++m_columns.second;
            m_columns.score += m_columns.score >= 0 ? 1 : 0;
            m_report.notes.emplace_back(marked("Core", "header has no name for its first column"));
        } else if (m_columns.score < 0 && m_columns.first == 0 && m_columns.second == 1 && rows >= few &&
                   triples == rows) {
            const bool apart = std::none_of(middle.begin(), middle.end(), [&](const std::string &word) {
                return ends.contains(word) || GeneTable::builtIn().entrez(word);
            });
            if (apart && 4 * middle.size() <= std::max<std::size_t>(4, ends.size())) {
                m_columns.second = 2;
                m_report.notes.emplace_back(marked("Core", "the middle column says how two genes interact"));
            }
        }
    }

    void addLine(std::size_t number, std::string_view line)
    {
        const std::vector<std::string_view> fields = fieldsOf(line, m_columns.separator);
        const std::size_t needed = std::max({m_columns.first, m_columns.second,
                                             static_cast<std::size_t>(std::max(m_columns.score, 0))}) +
                                   1;
        if (fields.size() < needed) {
            m_report.add(ProblemKind::RaggedRow, number, 0, line);
            return;
        }
        const std::string_view a = fields[m_columns.first], b = fields[m_columns.second];
        if (a.empty() || b.empty()) {
            m_report.add(ProblemKind::EmptyName, number, (a.empty() ? m_columns.first : m_columns.second) + 1,
                         "");
            return;
        }
        if (m_columns.score >= 0) {
            const std::string_view text = fields[static_cast<std::size_t>(m_columns.score)];
            const std::optional<double> score = parseNumber(text);
            if (!score) {
                m_report.add(ProblemKind::NotANumber, number, static_cast<std::size_t>(m_columns.score) + 1,
                             text);
                return;
            }
            // Scores as fractions come from STRING's web export.
            const double whole =
                *score <= 1 && text.find('.') != std::string_view::npos ? *score * 1000 : *score;
            if (whole < m_minimumScore)
                return;
        }
        reportDamagedName(a, number, m_columns.first + 1, m_report);
        reportDamagedName(b, number, m_columns.second + 1, m_report);
        m_builder.add(resolved(a), resolved(b));
    }

    std::string_view resolved(std::string_view name)
    {
        if (!isStringProtein(name))
            return name;
        if (!m_proteins) {
            m_proteins = true;
            m_names = readProteinInfo(m_path);
            if (m_names.empty())
                m_report.notes.push_back(withDetail(marked("Core", "no protein.info file beside the links"),
                                                    marked("Core", "protein ids stay")));
        }
        const auto found = m_names.find(std::string(name));
        return found == m_names.end() ? name : std::string_view(found->second);
    }

    const std::filesystem::path &m_path;
    int m_minimumScore;
    ReadReport &m_report;
    Columns m_columns;
    std::size_t m_line = 0;
    bool m_started = false, m_proteins = false;
    std::unordered_map<std::string, std::string> m_names;
    NetworkBuilder m_builder;
};

} // namespace

Result<InteractionNetwork> readInteractions(const std::filesystem::path &path, ReadReport &report,
                                            int minimumScore, const TaskContext &context)
{
    report = {};
    Result<InteractionNetwork> network = LinkReader(path, minimumScore, report).read(context);
    if (!network)
        return network;
    if (network->edges.empty()) {
        if (const Problem *problem = firstProblem(report, ProblemKind::RaggedRow))
            return problemError(ErrorCode::UnknownFormat, path, *problem);
        return Error{ErrorCode::FileEmpty, path.string()};
    }
    network->path = path.string();
    Result<std::string> hash = sha256File(path);
    if (!hash)
        return hash.error();
    network->sha256 = std::move(*hash);
    return network;
}

} // namespace pathgan
