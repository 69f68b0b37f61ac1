// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/steps/groupstep.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

/// Columns that say where a comparison comes from, in front of those of the comparison's own table.
void appendRows(Table &target, Table source, const std::vector<std::string> &leadHeader,
                const std::vector<Cell> &lead)
{
    if (target.header.empty()) {
        target.header = leadHeader;
        target.header.insert(target.header.end(), source.header.begin(), source.header.end());
    }
    for (std::vector<Cell> &row : source.rows) {
        std::vector<Cell> whole = lead;
        whole.insert(whole.end(), row.begin(), row.end());
        target.rows.push_back(std::move(whole));
    }
}

/// The pair of groups furthest apart by Cliff's delta; null: none was compared.
const GroupPair *furthestPair(const GroupComparison &comparison)
{
    const GroupPair *best = nullptr;
    for (const GroupPair &pair : comparison.pairs)
        if (!best || std::abs(pair.cliffsDelta) > std::abs(best->cliffsDelta))
            best = &pair;
    return best;
}

/// One reaction a row, the most certain difference first.
Table overviewTable(const GroupRun &run)
{
    std::vector<const GroupRun::Entry *> order;
    for (const GroupRun::Entry &entry : run.entries)
        order.push_back(&entry);
    std::stable_sort(order.begin(), order.end(), [](const GroupRun::Entry *a, const GroupRun::Entry *b) {
        return isMoreCertain(a->comparison, b->comparison);
    });
    Table table{{"source", "reaction", "test", "statistic", "p", "p.adj.reactions", "p.adj.reactions.signif",
                 "reactions", "p.is.bound", "cliffs_delta", "cliffs_delta_of", "note"},
                {}};
    for (const GroupRun::Entry *entry : order) {
        const GroupComparison &c = entry->comparison;
        const GroupPair *pair = furthestPair(c);
        table.rows.push_back({entry->source, entry->reaction, c.overallTest, c.overallStatistic, c.overallP,
                              c.acrossP, significanceStars(c.acrossP), static_cast<long long>(c.family),
                              std::string(c.overallIsBound ? "yes" : "no"),
                              pair ? pair->cliffsDelta : std::nan(""),
                              pair ? pair->group1 + " - " + pair->group2 : std::string(), c.note()});
    }
    return table;
}

/// What the values of the column were taken for.
Table membersTable(const GroupRun &run)
{
    Table table{{"group", "value", "n"}, {}};
    for (const ClinicalGroup &group : run.members)
        for (const auto &[spelling, count] : group.rows)
            table.rows.push_back(
                {group.label.empty() ? std::string(marked("Core", "not reported")) : group.label, spelling,
                 static_cast<long long>(count)});
    return table;
}

} // namespace

std::vector<NamedTable> GroupStep::tables(const GroupRun &run)
{
    Table pairs, summary, within;
    for (const GroupRun::Entry &entry : run.entries) {
        const std::vector<Cell> lead{entry.source, entry.reaction};
        appendRows(pairs, entry.comparison.pairTable(), {"source", "reaction"}, lead);
        appendRows(summary, entry.comparison.summaryTable(), {"source", "reaction"}, lead);
    }
    for (const auto &[value, entry] : run.within)
        appendRows(within, entry.comparison.pairTable(), {run.withinColumn, "source", "reaction"},
                   {value, entry.source, entry.reaction});
    Table confounders{{"column", "cramers_v", "detail"}, {}};
    for (const Confounder &confounder : run.confounders)
        confounders.rows.push_back({confounder.column, confounder.cramersV, confounder.detail});
    std::vector<NamedTable> tables = {{"groups.tsv", std::move(pairs)},
                                      {"groups_overview.tsv", overviewTable(run)},
                                      {"groups_summary.tsv", std::move(summary)},
                                      {"groups_members.tsv", membersTable(run)},
                                      {"groups_confounders.tsv", std::move(confounders)}};
    if (!within.rows.empty())
        tables.push_back({"groups_within.tsv", std::move(within)});
    return tables;
}

} // namespace pathgan
