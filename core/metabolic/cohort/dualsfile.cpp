// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/dualsfile.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/base/tablewriter.h"
#include "core/base/text.h"
#include "core/data/textsource.h"
#include "core/metabolic/cohort/dualtext_p.h"

#include <array>
#include <unordered_map>

namespace pathgan {

namespace {

constexpr std::array operators = {RulePart::Op::Gene, RulePart::Op::Least, RulePart::Op::Greatest,
                                  RulePart::Op::Sum};
constexpr std::string_view operatorLetters = "g&|+";

std::string nameLine(const char *kind, const std::vector<std::string> &names)
{
    std::string text = kind;
    for (const std::string &name : names)
        text += '\t' + name;
    return text + '\n';
}

/// Reaction, subsystem, side, bound of the medium, greatest score, then the rule in postfix order.
std::string boundLine(const ExpressedBound &bound)
{
    std::string text = bound.reaction + '\t' + bound.subsystem + '\t' + (bound.isUpper ? '+' : '-') +
                       numberField(bound.medium) + numberField(bound.greatest);
    for (const RulePart &part : bound.rule)
        text += std::string("\t") + operatorLetters[static_cast<std::size_t>(part.op)] +
                std::to_string(part.value);
    return text + '\n';
}

std::optional<RulePart> rulePart(const std::string &text, std::size_t genes)
{
    const std::size_t op = text.empty() ? std::string_view::npos : operatorLetters.find(text[0]);
    const std::optional<double> value =
        op == std::string_view::npos ? std::nullopt : parseNumber(text.substr(1));
    if (!value || *value < 0 || (operators[op] == RulePart::Op::Gene && *value >= static_cast<double>(genes)))
        return {};
    return RulePart{operators[op], static_cast<int>(*value)};
}

std::optional<ExpressedBound> boundOf(const std::vector<std::string> &fields, std::size_t genes)
{
    if (fields.size() < 5 || (fields[2] != "+" && fields[2] != "-"))
        return {};
    const std::optional<double> medium = fieldNumber(fields[3]), greatest = fieldNumber(fields[4]);
    if (!medium || !greatest)
        return {};
    ExpressedBound bound{fields[0], fields[1], fields[2] == "+", *medium, *greatest, {}};
    int left = 0; // operands on the stack
    for (std::size_t k = 5; k < fields.size(); ++k) {
        const std::optional<RulePart> part = rulePart(fields[k], genes);
        const int taken = part && part->op != RulePart::Op::Gene ? part->value : 0;
        if (!part || taken > left || (part->op != RulePart::Op::Gene && taken == 0))
            return {};
        left += 1 - taken;
        bound.rule.push_back(*part);
    }
    return left == (fields.size() > 5 ? 1 : 0) ? std::optional(std::move(bound)) : std::nullopt;
}

std::string textOf(const FluxRun &run)
{
    const CapacityDuals &duals = *run.duals;
    std::string text = std::string("options\t") + (duals.logScores ? "log" : "linear") +
                       numberField(duals.scale) + numberField(duals.floor) +
                       numberField(duals.growthFraction) + '\t' + std::to_string(duals.bounds.size()) + '\n';
    text += nameLine("genes", duals.genes) + nameLine("reactions", run.reactions);
    for (const ExpressedBound &bound : duals.bounds)
        text += boundLine(bound);
    for (std::size_t i = 0; i < run.samples.size(); ++i) {
        text += run.samples[i];
        for (Index gene = 0; gene < duals.expression.rows(); ++gene)
            text += numberField(duals.expression(gene, static_cast<Index>(i)));
        text += solutionField(duals.growth[i]);
        for (std::size_t k = 0; k < run.reactions.size(); ++k)
            text += solutionField(duals.of(i, k));
        text += '\n';
    }
    return text;
}

/// A file while it is read; lines count from 1.
class DualsReader
{
public:
    DualsReader(std::filesystem::path path, const std::string &text)
        : m_path(std::move(path)), m_lines(split(text, '\n'))
    {}

    Result<void> read();
    CapacityDuals duals;
    std::vector<std::string> samples, reactions;

private:
    Error damaged(std::size_t line) const
    {
        return {ErrorCode::UnknownFormat, m_path.string() + ':' + std::to_string(line + 1)};
    }
    std::vector<std::string> fields(std::size_t line) const { return split(m_lines[line], '\t'); }
    bool readOptions(std::size_t &bounds);
    bool readNames(std::size_t line, const char *kind, std::vector<std::string> &names) const;
    bool readSample(const std::vector<std::string> &fields, Index column);

    std::filesystem::path m_path;
    std::vector<std::string> m_lines;
};

bool DualsReader::readOptions(std::size_t &bounds)
{
    const std::vector<std::string> at = fields(2);
    if (at.size() != 6 || at[0] != "options" || (at[1] != "log" && at[1] != "linear"))
        return false;
    duals.logScores = at[1] == "log";
    const std::optional<double> scale = fieldNumber(at[2]), floor = fieldNumber(at[3]),
                                fraction = fieldNumber(at[4]), count = parseNumber(at[5]);
    if (!scale || !floor || !fraction || !count || *count < 0)
        return false;
    duals.scale = *scale;
    duals.floor = *floor;
    duals.growthFraction = *fraction;
    bounds = static_cast<std::size_t>(*count);
    return true;
}

bool DualsReader::readNames(std::size_t line, const char *kind, std::vector<std::string> &names) const
{
    names = fields(line);
    if (names.front() != kind)
        return false;
    names.erase(names.begin());
    return true;
}

bool DualsReader::readSample(const std::vector<std::string> &fields, Index column)
{
    const std::size_t genes = duals.genes.size();
    if (fields.size() != 2 + genes + reactions.size())
        return false;
    samples.push_back(fields[0]);
    for (std::size_t gene = 0; gene < genes; ++gene) {
        const std::optional<double> value = fieldNumber(fields[1 + gene]);
        if (!value)
            return false;
        duals.expression(static_cast<Index>(gene), column) = *value;
    }
    for (std::size_t k = 1 + genes; k < fields.size(); ++k) {
        std::optional<DualSolution> solution = solutionOf(fields[k], duals.bounds.size());
        if (!solution)
            return false;
        (k == 1 + genes ? duals.growth : duals.values).push_back(std::move(*solution));
    }
    return true;
}

Result<void> DualsReader::read()
{
    constexpr std::size_t header = 5; // start, checksum, options, genes, reactions
    std::size_t bounds = 0;
    if (m_lines.size() < header + 1 || !m_lines.back().empty() || !readOptions(bounds))
        return damaged(2);
    if (!readNames(3, "genes", duals.genes) || !readNames(4, "reactions", reactions))
        return damaged(3);
    if (header + bounds + 1 > m_lines.size())
        return damaged(m_lines.size() - 1);
    for (std::size_t line = header; line < header + bounds; ++line) {
        std::optional<ExpressedBound> bound = boundOf(fields(line), duals.genes.size());
        if (!bound)
            return damaged(line);
        duals.bounds.push_back(std::move(*bound));
    }
    const std::size_t first = header + bounds, count = m_lines.size() - 1 - first;
    duals.expression.resize(static_cast<Index>(duals.genes.size()), static_cast<Index>(count));
    for (std::size_t i = 0; i < count; ++i)
        if (!readSample(fields(first + i), static_cast<Index>(i)))
            return damaged(first + i);
    return {};
}

std::unordered_map<std::string, std::size_t> placesOf(const std::vector<std::string> &names)
{
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < names.size(); ++i)
        places.emplace(names[i], i);
    return places;
}

/// Place of each name; NoOverlap for the first that has none.
Result<std::vector<std::size_t>> placesIn(const std::vector<std::string> &all,
                                          const std::vector<std::string> &wanted,
                                          const std::filesystem::path &path)
{
    const auto places = placesOf(all);
    std::vector<std::size_t> found;
    for (const std::string &name : wanted) {
        const auto at = places.find(name);
        if (at == places.end())
            return Error{ErrorCode::NoOverlap, path.string() + ": " + name};
        found.push_back(at->second);
    }
    return found;
}

} // namespace

Result<void> writeDuals(const FluxRun &run, const std::filesystem::path &path)
{
    if (!run.duals)
        return Error{ErrorCode::MissingInput, marked("Core", "dual solutions")};
    const std::string text = textOf(run);
    return writeText(path, dualsFileStart + sha256(text) + '\n' + text);
}

Result<void> readDuals(const std::filesystem::path &path, FluxRun &run)
{
    const Result<std::string> text = readWholeText(path);
    if (!text)
        return text.error();
    const std::size_t start = std::string_view(dualsFileStart).size(), end = text->find('\n', start);
    if (!text->starts_with(dualsFileStart) || end == std::string::npos)
        return Error{ErrorCode::UnknownFormat, path.string()};
    if (sha256(std::string_view(*text).substr(end + 1)) != text->substr(start, end - start))
        return Error{ErrorCode::FileTruncated, path.string()};
    DualsReader reader(path, *text);
    if (Result<void> read = reader.read(); !read)
        return read;
    const auto rows = placesIn(reader.samples, run.samples, path);
    const auto columns = placesIn(reader.reactions, run.reactions, path);
    if (!rows || !columns)
        return !rows ? rows.error() : columns.error();
    run.duals = std::make_shared<const CapacityDuals>(chosenDuals(reader.duals, *rows, *columns));
    return {};
}

} // namespace pathgan
