// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparison.h"

#include "core/steps/groupstep.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <sstream>
#include <string_view>

namespace pathgan {

namespace {

constexpr std::size_t mostPrinted = 10;

OrderedJson pairJson(const GroupPair &pair)
{
    return {{"group1", pair.group1},
            {"group2", pair.group2},
            {"n1", pair.n1},
            {"n2", pair.n2},
            {"test", pair.test},
            {"statistic", jsonNumber(pair.statistic)},
            {"p", jsonNumber(pair.p)},
            {"p_is_bound", pair.isBound},
            {"p.adj", jsonNumber(pair.adjustedP)},
            {"p.adj.reactions", jsonNumber(pair.acrossP)}};
}

OrderedJson comparisonJson(const GroupRun::Entry &entry)
{
    const GroupComparison &comparison = entry.comparison;
    OrderedJson pairs = OrderedJson::array(), groups = OrderedJson::array();
    for (const GroupPair &pair : comparison.pairs)
        pairs.push_back(pairJson(pair));
    for (const Group &group : comparison.groups)
        groups.push_back({{"group", group.name},
                          {"n", group.box.n},
                          {"median", jsonNumber(group.box.median)},
                          {"q1", jsonNumber(group.box.q1)},
                          {"q3", jsonNumber(group.box.q3)}});
    OrderedJson json{{"value", entry.reaction},
                     {"source", entry.source},
                     {"test", comparison.overallTest},
                     {"statistic", jsonNumber(comparison.overallStatistic)},
                     {"p", jsonNumber(comparison.overallP)},
                     {"p_is_bound", comparison.overallIsBound},
                     {"p.adj.reactions", jsonNumber(comparison.acrossP)}};
    if (!comparison.notTestable.empty())
        json["note"] = comparison.note();
    json["pairs"] = std::move(pairs);
    json["groups"] = std::move(groups);
    return json;
}

OrderedJson membersJson(const GroupRun &run)
{
    OrderedJson members = OrderedJson::array();
    for (const ClinicalGroup &group : run.members) {
        OrderedJson values = OrderedJson::object();
        for (const auto &[spelling, count] : group.rows)
            values[spelling] = count;
        members.push_back({{"group", group.label.empty() ? "not reported" : group.label},
                           {"n", group.size()},
                           {"values", std::move(values)}});
    }
    return members;
}

/// "YES (12), Yes (3)".
std::string spellings(const ClinicalGroup &group)
{
    std::string text;
    for (const auto &[spelling, count] : group.rows)
        text += (text.empty() ? "" : ", ") + (spelling.empty() ? std::string("blank or no row") : spelling) +
                " (" + std::to_string(count) + ")";
    return text;
}

void sayMembers(const CommandLine &line, const GroupRun &run)
{
    for (const ClinicalGroup &group : run.members) {
        if (group.label.empty())
            line.note(run.column + ": " + std::to_string(group.size()) +
                      " samples are not reported: " + spellings(group) + '.');
        else if (group.isMerged())
            line.note(run.column + ": one group " + group.label + " of " + spellings(group) + '.');
    }
}

void sayConstant(const CommandLine &line, const GroupRun &run)
{
    std::size_t constant = 0, all = 0;
    for (const GroupRun::Entry &entry : run.entries) {
        if (entry.reaction == "mean")
            continue;
        ++all;
        constant += entry.comparison.notTestable == "constant" ? 1 : 0;
    }
    if (constant > 0)
        line.note(std::to_string(constant) + " of " + std::to_string(all) +
                  " reactions are not testable: constant (equal to 1e-9 of their size, or to 1e-9).");
}

} // namespace

void addGroupOptions(CommandLine &line)
{
    line.addTableOptions(GroupOptions(), {{"group_column", "group"},
                                          {"within_column", "within"},
                                          {"group_test", "test"},
                                          {"group_adjustment", "adjust"}});
}

Result<GroupOptions> groupOptions(const CommandLine &line)
{
    GroupOptions options;
    if (const Result<void> read = line.readTableOptions(options); !read)
        return read.error();
    if (const Result<void> checked = options.check(); !checked)
        return line.withFlag(checked.error());
    return options;
}

OrderedJson groupsJson(const GroupRun &run)
{
    OrderedJson json{{"group", run.column},
                     {"test", groupTestWord(run.options.test)},
                     {"adjustment", adjustmentWord(run.options.adjustment)},
                     {"members", membersJson(run)}};
    json["comparisons"] = OrderedJson::array();
    for (const GroupRun::Entry &entry : run.entries)
        json["comparisons"].push_back(comparisonJson(entry));
    json["confounders"] = OrderedJson::array();
    for (const Confounder &confounder : run.confounders)
        json["confounders"].push_back({{"column", confounder.column},
                                       {"cramers_v", jsonNumber(confounder.cramersV)},
                                       {"detail", confounder.detail}});
    return json;
}

void noteGroups(const CommandLine &line, const GroupRun &run)
{
    sayMembers(line, run);
    sayConstant(line, run);
}

namespace {

/// Columns of the overview by name, with p values as people read them.
void printOverview(const Table &table)
{
    static constexpr std::array columns = {"reaction",     "source",          "test", "p", "p.adj.reactions",
                                           "cliffs_delta", "cliffs_delta_of", "note"};
    const auto at = [&table](const char *name) {
        return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) -
                                        table.header.begin());
    };
    for (const char *column : columns)
        std::cout << column << (column == columns.back() ? '\n' : '\t');
    for (std::size_t i = 0; i < std::min(table.rows.size(), mostPrinted); ++i) {
        const std::vector<Cell> &row = table.rows[i];
        const bool isBound = cellText(row[at("p.is.bound")]) == "yes";
        for (const char *column : columns) {
            const Cell &cell = row[at(column)];
            const double *number = std::get_if<double>(&cell);
            std::cout << (number ? pText(*number, isBound && column == std::string_view("p"))
                                 : cellText(cell))
                      << (column == columns.back() ? '\n' : '\t');
        }
    }
}

} // namespace

void printGroups(const GroupRun &run)
{
    std::string members;
    for (const ClinicalGroup &group : run.members)
        members += (members.empty() ? "" : ", ") + (group.label.empty() ? "not reported" : group.label) +
                   ' ' + std::to_string(group.size());
    std::cout << "groups\t" << members << '\n';
    const auto tables = GroupStep::tables(run);
    for (const NamedTable &named : tables) {
        if (named.fileName != "groups_overview.tsv")
            continue;
        printOverview(named.table);
    }
}

std::string pText(double p, bool isBound)
{
    if (std::isnan(p))
        return {};
    std::ostringstream text;
    text.precision(3);
    text << (isBound ? "< " : "") << p;
    return text.str();
}

} // namespace pathgan
