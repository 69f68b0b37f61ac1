#include "core/base/text.h"
#include "core/data/textsource.h"
#include "core/enrichment/prerank.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace pathgan {

namespace {

std::size_t tiedIn(const std::vector<double> &descending)
{
    std::size_t tied = 0;
    for (std::size_t i = 0; i < descending.size(); ++i) {
        const bool withPrevious = i > 0 && descending[i - 1] == descending[i];
        const bool withNext = i + 1 < descending.size() && descending[i + 1] == descending[i];
        tied += withPrevious || withNext ? 1 : 0;
    }
    return tied;
}

/// Infinite scores at the ends of a descending list become the nearest finite one; both are counted.
void replaceInfinite(RankedList &list)
{
    std::vector<double> &metric = list.metric;
    const auto isFinite = [](double value) { return std::isfinite(value); };
    const auto first = std::find_if(metric.begin(), metric.end(), isFinite);
    const auto last = std::find_if(metric.rbegin(), metric.rend(), isFinite);
    const double highest = first == metric.end() ? 1 : *first, lowest = last == metric.rend() ? -1 : *last;
    for (double &value : metric) {
        if (isFinite(value))
            continue;
        ++(value > 0 ? list.infiniteHigh : list.infiniteLow);
        value = value > 0 ? highest : lowest;
    }
}

std::string_view unquoted(std::string_view field)
{
    field = trimmed(field);
    if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
        field = field.substr(1, field.size() - 2);
    return field;
}

bool isMissing(std::string_view field)
{
    const std::string text = toUpper(field);
    return text.empty() || text == "NA" || text == "NAN" || text == "NULL" || text == "NONE";
}

Error errorAt(ErrorCode code, const std::filesystem::path &path, std::size_t line, std::size_t column)
{
    return {code, path.string() + ":" + std::to_string(line) + ":" + std::to_string(column)};
}

/// What has been read of a rank file.
struct RankFile
{
    std::vector<std::string> genes;
    std::vector<double> metric;
    bool headerPossible = true;
};

/// Takes one line in; an error when a score is none.
Result<void> readRankLine(std::string_view line, std::size_t number, const std::filesystem::path &path,
                          RankFile &file, ReadReport &report)
{
    const char separator = line.find('\t') != std::string_view::npos ? '\t' : ',';
    const std::vector<std::string> fields = split(line, separator);
    if (fields.size() < 2) {
        report.add(ProblemKind::RaggedRow, number, 0, line);
        return errorAt(ErrorCode::RaggedRow, path, number, fields.size());
    }
    const std::string_view gene = unquoted(fields[fields.size() - 2]);
    const std::string_view text = unquoted(fields.back());
    const bool headerPossible = std::exchange(file.headerPossible, false);
    const std::optional<double> score = parseNumber(text);
    if (gene.empty()) {
        report.add(ProblemKind::EmptyName, number, fields.size() - 1, line);
    } else if (isMissing(text) || (score && std::isnan(*score))) {
        report.add(ProblemKind::MissingValue, number, fields.size(), text);
    } else if (score) {
        file.genes.emplace_back(gene);
        file.metric.push_back(*score);
    } else if (!headerPossible) {
        report.add(ProblemKind::NotANumber, number, fields.size(), text);
        return errorAt(ErrorCode::NotANumber, path, number, fields.size());
    }
    return {};
}

} // namespace

RankedList rankGenes(const std::vector<std::string> &genes, const std::vector<double> &metric)
{
    assert(genes.size() == metric.size());
    RankedList list;
    std::unordered_map<std::string, std::size_t> best; // by upper-case name
    for (std::size_t i = 0; i < genes.size(); ++i) {
        if (std::isnan(metric[i])) {
            ++list.missing;
            continue;
        }
        const auto [entry, isNew] = best.emplace(toUpper(genes[i]), i);
        if (isNew)
            continue;
        ++list.duplicates;
        if (std::abs(metric[i]) > std::abs(metric[entry->second]))
            entry->second = i;
    }
    std::vector<std::size_t> order;
    order.reserve(best.size());
    for (const auto &[name, index] : best)
        order.push_back(index);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return metric[a] != metric[b] ? metric[a] > metric[b] : genes[a] < genes[b];
    });
    for (const std::size_t index : order) {
        list.genes.push_back(genes[index]);
        list.metric.push_back(metric[index]);
    }
    list.tied = tiedIn(list.metric);
    if (!list.metric.empty())
        list.tiedShare = static_cast<double>(list.tied) / static_cast<double>(list.metric.size());
    replaceInfinite(list);
    return list;
}

bool RankedList::isOneSided() const
{
    return !metric.empty() && infiniteLow == 0 && metric.back() >= 0 && metric.front() > 0;
}

Result<RankedList> readRanks(const std::filesystem::path &path, ReadReport &report)
{
    const Result<std::string> text = readWholeText(path);
    if (!text)
        return text.error();
    if (!isValidUtf8(*text))
        return Error{ErrorCode::NotText, path.string()};
    report.format = "RNK";
    RankFile file;
    std::string_view rest = *text;
    if (rest.starts_with("\xEF\xBB\xBF"))
        rest.remove_prefix(3);
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (trimmed(line).empty() || line.starts_with('#'))
            continue;
        if (const Result<void> taken = readRankLine(line, number, path, file, report); !taken)
            return taken.error();
    }
    if (file.genes.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    RankedList list = rankGenes(file.genes, file.metric);
    report.duplicateNames += list.duplicates;
    return list;
}

} // namespace pathgan
