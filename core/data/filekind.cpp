#include "core/data/filekind.h"

#include "core/base/text.h"
#include "core/data/barcode.h"
#include "core/data/clinical.h"
#include "core/data/expressiontable_p.h"
#include "core/data/geneids.h"
#include "core/data/textsource.h"
#include "core/data/texttable_p.h"

#include <algorithm>

namespace pathgan {

namespace {

constexpr std::size_t headSize = std::size_t{256} << 10;

/// The first decompressed bytes.
Result<std::string> readStart(const std::filesystem::path &path)
{
    Result<TextSource> source = TextSource::open(path);
    if (!source)
        return source.error();
    std::string start(headSize, '\0');
    const Result<std::size_t> count = source->read(start.data(), start.size());
    if (!count)
        return count.error();
    start.resize(*count);
    if (start.starts_with("\xEF\xBB\xBF"))
        start.erase(0, 3);
    return start;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// A COBRA model has reactions and metabolites; anything else in JSON is a configuration.
FileKind kindOfJson(const std::filesystem::path &path, const std::string &start)
{
    const auto isModel = [](std::string_view text) {
        return contains(text, "\"reactions\"") &&
               (contains(text, "\"metabolites\"") || contains(text, "\"genes\""));
    };
    if (isModel(start) || contains(start, "\"metabolites\""))
        return FileKind::Model;
    if (start.size() < headSize)
        return FileKind::Config;
    const Result<std::string> all = readWholeText(path); // a model whose reactions fill the start
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

/// SBML and COBRA JSON in UTF-16, with or without a byte order mark; tables are not looked at.
FileKind kindOfUtf16(std::string_view start)
{
    std::string letters;
    for (const char c : start.substr(0, 65536)) {
        if (c != '\0' && c != '\xFF' && c != '\xFE')
            letters += c;
    }
    const std::string_view text = trimmed(letters);
    if (start.substr(0, 4).find('\0') == std::string_view::npos)
        return FileKind::Unknown;
    if (text.starts_with('<') && contains(text.substr(0, 4096), "sbml"))
        return FileKind::Model;
    return text.starts_with('{') && contains(text, "\"metabolites\"") ? FileKind::Model : FileKind::Unknown;
}

/// The first lines of a table.
struct Sample
{
    char separator = '\t';
    std::vector<std::vector<std::string>> rows;

    Sample(std::string_view start, bool complete)
    {
        constexpr std::size_t mostRows = 30;
        const std::size_t lastEnd = start.find_last_of("\r\n");
        if (!complete && lastEnd != std::string_view::npos)
            start = start.substr(0, lastEnd);
        while (!start.empty() && rows.size() < mostRows) {
            const std::size_t end = std::min(start.find_first_of("\r\n"), start.size());
            const std::string_view line = start.substr(0, end);
            start.remove_prefix(std::min(end + 1, start.size()));
            const bool comment = line.starts_with('#') && !contains(line, "\t") && !line.starts_with("#1.");
            if (trimmed(line).empty() || (rows.empty() && comment))
                continue;
            if (rows.empty())
                separator = guessSeparator(line);
            rows.push_back(splitRecord(line, separator));
        }
    }

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

} // namespace

Result<FileKind> detectFileKind(const std::filesystem::path &path)
{
    const Result<std::string> start = readStart(path);
    if (!start)
        return start.error();
    const std::string_view text = trimmed(*start);
    if (text.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    if (start->starts_with("PK\x03\x04") || start->starts_with("PATHGAN"))
        return FileKind::Network;
    if (text.starts_with('<'))
        return contains(text.substr(0, 4096), "<sbml") || contains(text.substr(0, 4096), ":sbml")
                   ? FileKind::Model
                   : FileKind::Unknown;
    if (text.starts_with('{'))
        return kindOfJson(path, *start);
    if (text.starts_with("MATLAB 5.0 MAT-file") || text.starts_with("MATLAB 7.3 MAT-file"))
        return FileKind::Model;
    if (const FileKind kind = kindOfUtf16(*start); kind != FileKind::Unknown)
        return kind;
    if (contains(*start, std::string_view("\0", 1)))
        return FileKind::Unknown;
    if (isCobraYaml(text))
        return FileKind::Model;
    return kindOfTable(Sample(*start, start->size() < headSize), contentExtension(path));
}

const char *fileKindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Expression:
        return "expression matrix";
    case FileKind::Clinical:
        return "clinical table";
    case FileKind::GeneSets:
        return "gene sets";
    case FileKind::Interactions:
        return "interaction network";
    case FileKind::GeneMap:
        return "gene map";
    case FileKind::Model:
        return "metabolic model";
    case FileKind::Network:
        return "trained network";
    case FileKind::Config:
        return "run configuration";
    case FileKind::Unknown:
        break;
    }
    return "unknown";
}

} // namespace pathgan
