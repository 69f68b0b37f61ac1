// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrichment/rankfile.h"

#include "core/base/text.h"
#include "core/data/clinical.h"
#include "core/data/damagednames.h"
#include "core/data/genelist.h"
#include "core/data/texttable.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>

namespace pathgan {

namespace {

Error errorAt(ErrorCode code, const std::filesystem::path &path, std::size_t line, std::size_t column,
              const std::string &detail)
{
    return {code, path.string() + ":" + std::to_string(line) + ":" + std::to_string(column) +
                      (detail.empty() ? "" : ": " + detail)};
}

/// First column of one of these names, in the order of the names; −1: none.
int columnNamed(const TextTable &table, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        for (std::size_t i = 0; i < table.width(); ++i) {
            if (headerLetters(table.header[i]) == name)
                return static_cast<int>(i);
        }
    }
    return -1;
}

/// Share of the fields with a value that are numbers.
double numberShare(const TextTable &table, std::size_t column)
{
    std::size_t filled = 0, numbers = 0;
    for (const Record &row : table.rows) {
        if (isMissingToken(row.fields[column]))
            continue;
        ++filled;
        numbers += table.number(row.fields[column]) ? 1 : 0;
    }
    return filled == 0 ? 0 : static_cast<double>(numbers) / static_cast<double>(filled);
}

/// By header, else by number from 1; −1: none.
int chosenColumn(const TextTable &table, const std::string &name)
{
    for (std::size_t i = 0; i < table.width(); ++i) {
        if (table.header[i] == name)
            return static_cast<int>(i);
    }
    const std::optional<double> number = parseNumber(name);
    if (number && *number >= 1 && *number <= static_cast<double>(table.width()) &&
        *number == std::floor(*number))
        return static_cast<int>(*number) - 1;
    return -1;
}

/// Where gene and score come from.
struct Choice
{
    int gene = -1, score = -1;
    int foldChange = -1, pValue = -1; ///< both set: the score is made of them
    std::string scoreName;
};

std::string nameOf(const TextTable &table, int column)
{
    const std::string &name = table.header[static_cast<std::size_t>(column)];
    return name.empty() ? "column " + std::to_string(column + 1) : name;
}

void takeScore(const TextTable &table, int column, Choice &choice)
{
    choice.score = column;
    choice.scoreName = nameOf(table, column);
}

/// It ranks the least certain genes first, and knows no direction.
bool isPValue(const TextTable &table, std::size_t column)
{
    const std::string name = headerLetters(table.header[column]);
    for (const char *known : {"P",        "PVALUE",        "PVALUES", "PVAL",          "PADJ",    "ADJP",
                              "ADJPVAL",  "ADJPVALUE",     "PVALADJ", "PVALUEADJ",     "PADJUST", "FDR",
                              "FDRQVAL",  "FDRQVALUE",     "Q",       "QVAL",          "QVALUE",  "NOMPVAL",
                              "NOMINALP", "NOMINALPVALUE", "BH",      "ADJUSTEDPVALUE"})
        if (name == known)
            return true;
    return false;
}

/// The score where nobody chose it; false: left open.
bool recogniseScore(const TextTable &table, Choice &choice)
{
    const int named =
        columnNamed(table, {"STAT", "T", "WALDSTATISTIC", "STATISTIC", "TSTATISTIC", "SCORE", "RANK",
                            "RANKMETRIC", "RANKMETRICSCORE", "METRIC", "SIGNALTONOISE", "SIGNAL2NOISE", "S2N",
                            "Z", "ZSCORE", "SIGNEDLOGP", "SIGNEDP", "MEANABSSHAP"});
    if (named >= 0) {
        takeScore(table, named, choice);
        return true;
    }
    const int change =
        columnNamed(table, {"LOGFC", "LOG2FOLDCHANGE", "LOG2FC", "AVGLOG2FC", "AVGLOGFC", "FOLDCHANGELOG2"});
    const int p = columnNamed(table, {"PVALUE", "PVAL", "P", "PVALUES"});
    if (change >= 0 && p >= 0) {
        choice.foldChange = change;
        choice.pValue = p;
        choice.scoreName =
            "sign(" + nameOf(table, change) + ") \xC2\xB7 \xE2\x88\x92log10(" + nameOf(table, p) + ")";
        return true;
    }
    if (change >= 0) {
        takeScore(table, change, choice);
        return true;
    }
    std::vector<int> numbers;
    for (std::size_t i = 0; i < table.width(); ++i) {
        if (static_cast<int>(i) != choice.gene && !isPValue(table, i) && numberShare(table, i) > 0.5)
            numbers.push_back(static_cast<int>(i));
    }
    const int last = static_cast<int>(table.width()) - 1;
    if (numbers.size() == 1)
        takeScore(table, numbers[0], choice);
    else if (!numbers.empty() && numbers.back() == last && choice.gene == last - 1)
        takeScore(table, last, choice); // gene and score are the last two, as for GSEApy
    else if (numbers.empty() && table.width() == 2 && !isPValue(table, choice.gene == 0 ? 1 : 0))
        takeScore(table, choice.gene == 0 ? 1 : 0, choice); // the words in it are listed in a moment
    return choice.score >= 0;
}

Result<Choice> chooseColumns(const TextTable &table, const RankColumns &wanted,
                             const std::filesystem::path &path)
{
    Choice choice;
    if (!wanted.gene.empty()) {
        choice.gene = chosenColumn(table, wanted.gene);
        if (choice.gene < 0)
            return Error{ErrorCode::UnknownName, path.string() + ": " + wanted.gene};
    }
    if (!wanted.score.empty()) {
        const int score = chosenColumn(table, wanted.score);
        if (score < 0)
            return Error{ErrorCode::UnknownName, path.string() + ": " + wanted.score};
        takeScore(table, score, choice);
    }
    if (choice.gene < 0)
        choice.gene = table.width() == 2 && choice.score >= 0 ? 1 - choice.score : geneColumn(table);
    if (choice.gene < 0 && table.width() == 2 && numberShare(table, 1) > 0.5)
        choice.gene = 0; // Entrez ids
    if (choice.gene < 0 || choice.gene == choice.score)
        return Error{ErrorCode::UnknownFormat, path.string() + ": no column of genes"};
    if (choice.scoreName.empty() && !recogniseScore(table, choice))
        return Error{ErrorCode::UnknownFormat,
                     path.string() + ": which column holds the score? A p value is none"};
    return choice;
}

/// A field as a score; NaN: missing.
Result<double> scoreOf(const TextTable &table, const Record &row, int column,
                       const std::filesystem::path &path, ReadReport &report)
{
    const std::string &field = row.fields[static_cast<std::size_t>(column)];
    const std::size_t place = static_cast<std::size_t>(column) + 1;
    const std::string upper = toUpper(trimmed(field));
    const std::optional<double> number = table.number(field);
    if (isMissingToken(field) || (number && std::isnan(*number))) {
        report.add(ProblemKind::MissingValue, row.line, place, field);
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (!number) {
        report.add(ProblemKind::NotANumber, row.line, place, field);
        return errorAt(ErrorCode::NotANumber, path, row.line, place, "");
    }
    return *number;
}

Result<double> scoreOf(const TextTable &table, const Record &row, const Choice &choice,
                       const std::filesystem::path &path, ReadReport &report)
{
    if (choice.score >= 0)
        return scoreOf(table, row, choice.score, path, report);
    const Result<double> change = scoreOf(table, row, choice.foldChange, path, report);
    const Result<double> p = scoreOf(table, row, choice.pValue, path, report);
    if (!change || !p)
        return !change ? change : p;
    if (*p < 0 || *p > 1)
        return errorAt(ErrorCode::NotANumber, path, row.line, static_cast<std::size_t>(choice.pValue) + 1,
                       "p = " + formatNumber(*p));
    if (*change == 0 || std::isnan(*change) || std::isnan(*p))
        return *change == 0 ? 0.0 : std::numeric_limits<double>::quiet_NaN();
    return std::copysign(-std::log10(*p), *change);
}

} // namespace

Result<RankFile> readRankFile(const std::filesystem::path &path, ReadReport &report,
                              const RankColumns &columns)
{
    report = {};
    Result<TextTable> table = readTextTable(path, report, HeaderRule::IfWords);
    if (!table)
        return table.error();
    takeGeneHeader(*table);
    report.format = "RNK";
    if (table->width() < 2)
        return errorAt(ErrorCode::RaggedRow, path, table->headerLine, 1, "1 of 2");
    if (table->rows.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    const Result<Choice> choice = chooseColumns(*table, columns, path);
    if (!choice)
        return choice.error();
    RankFile file;
    std::vector<std::string> genes;
    std::vector<double> scores;
    std::size_t missing = 0;
    for (const Record &row : table->rows) {
        const std::string_view gene = trimmed(row.fields[static_cast<std::size_t>(choice->gene)]);
        if (!isValidUtf8(gene))
            return errorAt(ErrorCode::NotText, path, row.line, static_cast<std::size_t>(choice->gene) + 1,
                           "");
        const Result<double> score = scoreOf(*table, row, *choice, path, report);
        if (!score)
            return score.error();
        if (isMissingToken(gene)) {
            report.add(ProblemKind::EmptyName, row.line, static_cast<std::size_t>(choice->gene) + 1, "");
            continue;
        }
        if (std::isnan(*score)) {
            ++missing;
            continue;
        }
        reportDamagedName(gene, row.line, static_cast<std::size_t>(choice->gene) + 1, report);
        genes.emplace_back(gene);
        scores.push_back(*score);
    }
    if (genes.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    file.geneColumn = nameOf(*table, choice->gene);
    file.scoreColumn = choice->scoreName;
    file.list = rankGenes(genes, scores);
    file.list.missing += missing;
    report.duplicateNames += file.list.duplicates;
    return file;
}

} // namespace pathgan
