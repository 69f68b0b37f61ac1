// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/filekind.h"

#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/barcode.h"
#include "core/data/clinical.h"
#include "core/data/expressiontable_p.h"
#include "core/data/geneids.h"
#include "core/data/textsource.h"
#include "core/data/texttable.h"
#include "core/data/unpacker_p.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace pathgan {

namespace {

constexpr std::size_t headSize = std::size_t{256} << 10;
constexpr std::size_t widestHead = std::size_t{64} << 20;

/// The start of the file: at least this much, and some whole lines however wide they are.
struct Start
{
    std::string text;
    bool complete = false; ///< it is all of the file
};

Result<Start> readStart(TextSource &source)
{
    constexpr std::ptrdiff_t enoughLines = 4;
    Start start;
    while (!start.complete && (start.text.size() < headSize ||
                               (start.text.size() < widestHead &&
                                std::count(start.text.begin(), start.text.end(), '\n') < enoughLines))) {
        const std::size_t used = start.text.size();
        start.text.resize(used + headSize);
        const Result<std::size_t> count = source.read(start.text.data() + used, headSize);
        if (!count)
            return count.error();
        start.text.resize(used + *count);
        start.complete = *count < headSize;
        if (start.text.find('\0') != std::string::npos)
            break;
    }
    return start;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// A COBRA model has reactions and metabolites; anything else in JSON is a configuration.
FileKind kindOfJson(const std::filesystem::path &path, const Start &head)
{
    const std::string &start = head.text;
    const auto isModel = [](std::string_view text) {
        return contains(text, "\"reactions\"") &&
               (contains(text, "\"metabolites\"") || contains(text, "\"genes\""));
    };
    if (isModel(start) || contains(start, "\"metabolites\""))
        return FileKind::Model;
    if (head.complete)
        return FileKind::Config;
    const Result<std::string> all =
        readWholeText(path, Content::Text); // a model whose reactions fill the start
    return all && isModel(*all) ? FileKind::Model : FileKind::Config;
}

/// The first key of a COBRA model in YAML, as COBRApy and RAVEN write it.
bool isCobraYaml(std::string_view text)
{
    for (const std::string_view mark : {"---", "!!omap"}) {
        if (text.starts_with(mark))
            text = trimmed(text.substr(mark.size()));
    }
    if (text.starts_with("- "))
        text.remove_prefix(2);
    const std::string_view key = text.substr(0, text.find(':'));
    const bool isKey = key == "metabolites" || key == "reactions" || key == "metaData";
    const bool isHead =
        key == "id" || key == "name" || key == "version" || key == "genes" || key == "compartments";
    return isKey || (isHead && contains(text, "\nmetabolites:")) ||
           (isHead && contains(text, "\n- metabolites:"));
}

/// The first lines of a table.
struct Sample
{
    char separator = '\t';
    std::vector<std::vector<std::string>> rows;

    Sample(std::string_view start, bool complete)
    {
        constexpr std::size_t mostRows = 30;
        const std::size_t lastEnd = start.rfind('\n');
        if (!complete && lastEnd != std::string_view::npos)
            start = start.substr(0, lastEnd);
        std::vector<std::string_view> lines;
        while (!start.empty() && lines.size() < mostRows) {
            const std::size_t end = std::min(start.find('\n'), start.size());
            const std::string_view line = start.substr(0, end);
            start.remove_prefix(std::min(end + 1, start.size()));
            if (trimmed(line).empty() || (isCommentLine(line) && !isStringHeader(line)))
                continue;
            lines.push_back(line);
        }
        separator = guessSeparator(lines);
        for (const std::string_view line : lines)
            rows.push_back(splitRecord(line, separator));
    }

    /// STRING's network export names its columns behind a '#'.
    static bool isStringHeader(std::string_view line) { return line.starts_with("#node1"); }

    const std::vector<std::string> &header() const { return rows.front(); }
    bool even() const
    {
        return std::all_of(rows.begin(), rows.end(),
                           [this](const auto &row) { return row.size() == rows.back().size(); });
    }
    /// Share of numbers among the fields behind the first of the rows behind the header; missing ones don't
    /// count.
    double numberShare() const
    {
        std::size_t numbers = 0, fields = 0;
        for (std::size_t row = 1; row < rows.size(); ++row) {
            for (std::size_t i = 1; i < rows[row].size(); ++i) {
                if (isMissingToken(rows[row][i]))
                    continue;
                ++fields;
                numbers += parseNumber(trimmed(rows[row][i])) ? 1 : 0;
            }
        }
        return fields == 0 ? 0 : static_cast<double>(numbers) / static_cast<double>(fields);
    }
    bool anyBarcodeRow() const
    {
        return std::any_of(rows.begin(), rows.end(),
                           [](const auto &row) { return parseBarcode(row[0]).has_value(); });
    }
    bool isMap() const
    {
        bool symbol = false, entrez = false;
        for (const std::string &name : header()) {
            const std::string upper = toUpper(trimmed(name));
            symbol = symbol || upper == "SYMBOL" || upper == "GENE" || upper == "GENE_SYMBOL";
            entrez = entrez || upper.starts_with("ENTREZ");
        }
        return symbol && entrez && header().size() <= 6;
    }
    bool isInteractions() const
    {
        const std::size_t width = rows.back().size();
        if (width < 2 || !even() || rows.size() < 2)
            return false;
        const bool string = rows.back()[0].starts_with("9606.ENSP");
        const std::string first = toUpper(trimmed(header()[0]));
        const bool scored = width == 3 && toUpper(header()[2]).find("SCORE") != std::string::npos;
        return string || scored || first == "PROTEIN1" ||
               (width == 2 && numberShare() == 0 && !anyBarcodeRow());
    }
};

/// A gene and a score a row, or a table of results of differential expression.
bool isRanks(const Sample &sample, const std::string &extension)
{
    if (extension == ".rnk")
        return true;
    const std::size_t width = sample.rows.back().size();
    if (sample.rows.size() < 3 || width < 2 || sample.anyBarcodeRow() || parseBarcode(sample.header().back()))
        return false;
    static constexpr std::array results = {"LOG2FOLDCHANGE", "LOGFC",     "PADJ",   "P.VALUE",    "PVALUE",
                                           "STAT",           "ADJ.P.VAL", "LOGCPM", "AVG_LOG2FC", "FDR"};
    const auto isResult = [](const std::string &name) {
        return std::find(results.begin(), results.end(), toUpper(trimmed(name))) != results.end();
    };
    if (std::count_if(sample.header().begin(), sample.header().end(), isResult) >= 2)
        return true;
    if (width != 2 || !sample.even())
        return false;
    std::size_t genes = 0, numbers = 0;
    for (const std::vector<std::string> &row : sample.rows) {
        genes += GeneTable::builtIn().entrez(row[0]) && !parseNumber(trimmed(row[0])) ? 1 : 0;
        numbers += parseNumber(trimmed(row[1])) ? 1 : 0;
    }
    // A matrix of one sample has its name above the numbers, ranks nothing or what they are.
    static constexpr std::array scores = {"SCORE", "RANK", "STAT", "METRIC", "T", "WEIGHT", "RANK_METRIC"};
    const bool named =
        numbers + 1 == sample.rows.size() &&
        std::find(scores.begin(), scores.end(), toUpper(trimmed(sample.header()[1]))) != scores.end();
    return (named || numbers == sample.rows.size()) && 2 * genes > numbers;
}

bool isGeneSets(const Sample &sample, const std::string &extension)
{
    if (extension == ".gmt" || extension == ".gmx" || extension == ".grp")
        return true;
    if (sample.separator != '\t')
        return sample.separator == ' ' &&
               std::all_of(sample.rows.begin(), sample.rows.end(), [](const auto &row) {
                   return row.size() == 1 && GeneTable::builtIn().entrez(row[0]).has_value();
               });
    const bool long3 =
        std::all_of(sample.rows.begin(), sample.rows.end(), [](const auto &row) { return row.size() >= 3; });
    return long3 && !sample.even() && sample.numberShare() < 0.1;
}

FileKind kindOfTable(const Sample &sample, const std::string &extension)
{
    if (sample.rows.empty())
        return FileKind::Unknown;
    if (isRanks(sample, extension))
        return FileKind::Ranks;
    if (isGeneSets(sample, extension))
        return FileKind::GeneSets;
    if (sample.rows.front()[0].starts_with("#1.") || extension == ".gct")
        return FileKind::Expression;
    if (sample.isMap())
        return FileKind::GeneMap;
    if (sample.isInteractions())
        return FileKind::Interactions;
    if (sample.rows.size() < 2 || sample.rows.back().size() < 2)
        return FileKind::Unknown;
    const bool barcodesInHeader =
        sample.header().size() > 1 && parseBarcode(sample.header().back()).has_value();
    const double numbers = sample.numberShare();
    if (barcodesInHeader || numbers > 0.95)
        return FileKind::Expression;
    return numbers < 0.9 ? FileKind::Clinical : FileKind::Expression;
}

std::string firstBytes(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(8, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

/// A zip that holds no table or model: a trained network, also a damaged one (what reads it says so).
bool isNetworkArchive(const std::filesystem::path &path, ErrorCode opened)
{
    return opened == ErrorCode::FileTruncated || (opened == ErrorCode::UnknownFormat && isTorchArchive(path));
}

} // namespace

Result<FileKind> detectFileKind(const std::filesystem::path &path)
{
    Result<TextSource> source = TextSource::open(path, Content::Text); // says what is wrong with a path
    const bool isFile = source || source.error().code == ErrorCode::UnknownFormat ||
                        source.error().code == ErrorCode::FileTruncated;
    const std::string mark = isFile ? firstBytes(path) : std::string();
    if (mark.starts_with("PATHGAN") ||
        (!source && mark.starts_with("PK\x03\x04") && isNetworkArchive(path, source.error().code)))
        return FileKind::Network;
    if (!source)
        return source.error();
    const Result<Start> start = readStart(*source);
    if (!start)
        return start.error();
    const std::string_view text = trimmed(start->text);
    if (text.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    if (text.starts_with('<'))
        return contains(text.substr(0, 4096), "<sbml") || contains(text.substr(0, 4096), ":sbml")
                   ? FileKind::Model
                   : FileKind::Unknown;
    if (text.starts_with('{'))
        return kindOfJson(path, *start);
    if (text.starts_with("MATLAB 5.0 MAT-file") || text.starts_with("MATLAB 7.3 MAT-file"))
        return FileKind::Model;
    if (contains(start->text, std::string_view("\0", 1)))
        return FileKind::Unknown;
    if (isCobraYaml(text))
        return FileKind::Model;
    return kindOfTable(Sample(start->text, start->complete), contentExtension(path));
}

const char *fileKindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Expression:
        return marked("Core", "expression matrix");
    case FileKind::Clinical:
        return marked("Core", "clinical table");
    case FileKind::GeneSets:
        return marked("Core", "gene sets");
    case FileKind::Interactions:
        return marked("Core", "interaction network");
    case FileKind::GeneMap:
        return marked("Core", "gene map");
    case FileKind::Model:
        return marked("Core", "metabolic model");
    case FileKind::Ranks:
        return marked("Core", "ranked genes");
    case FileKind::Network:
        return marked("Core", "trained network");
    case FileKind::Config:
        return marked("Core", "run configuration");
    case FileKind::Unknown:
        break;
    }
    return marked("Core", "unknown");
}

} // namespace pathgan
