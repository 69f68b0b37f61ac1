// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrichment/overrepresentation.h"

#include "core/base/adjustment.h"
#include "core/base/optionentries.h"
#include "core/base/statistics.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

namespace pathgan {

namespace {

using NameSet = std::unordered_set<std::string>;

/// Upper-case names, empty ones left out.
NameSet upperNames(const std::vector<std::string> &names)
{
    NameSet result;
    for (const std::string &name : names) {
        if (!name.empty())
            result.insert(toUpper(name));
    }
    return result;
}

/// The background's genes; unused where only its size is known.
NameSet backgroundGenes(const GeneSetCollection &sets, const OraOptions &options,
                        const std::vector<std::string> &given)
{
    if (options.background == OraOptions::Background::Library) {
        NameSet result;
        for (const GeneSet &set : sets.sets)
            result.merge(upperNames(set.genes));
        return result;
    }
    return upperNames(given);
}

double oddsRatioOf(OddsRatio kind, double overlap, double population, double marked, double draws)
{
    const double neither = population - marked - draws + overlap;
    if (kind == OddsRatio::Enrichr)
        return overlap * neither / std::max((marked - overlap) * (draws - overlap), 1.0);
    return (overlap + 0.5) * (neither + 0.5) / ((marked - overlap + 0.5) * (draws - overlap + 0.5));
}

/// Sizes that no two subsets of the background can have: only with a background known by size alone.
bool isImpossible(std::size_t population, std::size_t marked, std::size_t draws, std::size_t overlap)
{
    return marked + draws > population + overlap;
}

/// A row without adjusted p.
OraRow scoredRow(const OraRun &run, const std::string &term, std::vector<std::string> genes,
                 std::size_t setSize)
{
    OraRow row;
    row.term = term;
    row.overlap = genes.size();
    row.setSize = setSize;
    row.genes = std::move(genes);
    row.logP = hypergeometricLogSf(row.overlap, run.backgroundSize, setSize, run.queryInBackground);
    row.p = boundedP(std::exp(row.logP), row.isBound);
    row.oddsRatio = oddsRatioOf(run.options.oddsRatio, static_cast<double>(row.overlap),
                                static_cast<double>(run.backgroundSize), static_cast<double>(setSize),
                                static_cast<double>(run.queryInBackground));
    row.combinedScore = row.logP < 0 ? -row.logP * row.oddsRatio : 0;
    return row;
}

void sortAndAdjust(std::vector<OraRow> &rows)
{
    std::sort(rows.begin(), rows.end(), [](const OraRow &a, const OraRow &b) {
        if (a.p != b.p)
            return a.p < b.p;
        return a.isBound && a.logP != b.logP ? a.logP < b.logP : a.term < b.term;
    });
    std::vector<double> p;
    p.reserve(rows.size());
    for (const OraRow &row : rows)
        p.push_back(row.p);
    const std::vector<double> adjusted = adjustBenjaminiHochberg(p);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].adjustedP = adjusted[i];
}

} // namespace

namespace {

using Background = OraOptions::Background;

constexpr EnumWord<Background> backgroundWords[] = {{Background::Network, "network"},
                                                    {Background::Measured, "measured"},
                                                    {Background::Library, "library"},
                                                    {Background::Given, "given"},
                                                    {Background::Size, "size"}};
constexpr EnumWord<OddsRatio> oddsRatioWords[] = {{OddsRatio::Haldane, "haldane"},
                                                  {OddsRatio::Enrichr, "enrichr"}};

} // namespace

const OptionTable &OraOptions::table()
{
    using O = OraOptions;
    static const OptionTable all = {
        option(
            "enrich_background", &O::background, backgroundWords,
            "genes the query is drawn from; network: those it reads in pathways (all measured ones without "
            "pathway tokens); given: a list of your own, in the command enrich"),
        option("enrich_background_size", &O::size, {1, 10'000'000}, "for background size"),
        option("odds_ratio", &O::oddsRatio, oddsRatioWords,
               "haldane: 0.5 added to each cell; enrichr: as the web site"),
    };
    return all;
}

Result<void> OraOptions::check() const
{
    return ConstOptionsRef(*this).check();
}

Result<OraRun> overRepresentation(const std::vector<std::string> &query, const GeneSetCollection &sets,
                                  const OraOptions &options, const std::vector<std::string> &background)
{
    if (const Result<void> checked = options.check(); !checked)
        return checked.error();
    const bool sizeOnly = options.background == Background::Size;
    if (!sizeOnly && options.background != Background::Library && background.empty())
        return Error{ErrorCode::InvalidOption, "enrich_background: no genes"};
    OraRun run;
    run.options = options;
    run.library = sets.library;
    run.query = query;

    const NameSet drawnFrom = sizeOnly ? NameSet{} : backgroundGenes(sets, options, background);
    run.backgroundSize = sizeOnly ? options.size : drawnFrom.size();
    NameSet wanted = upperNames(query);
    if (!sizeOnly)
        std::erase_if(wanted, [&](const std::string &name) { return !drawnFrom.contains(name); });
    run.queryInBackground = wanted.size();
    if (wanted.empty())
        return Error{ErrorCode::NoOverlap, "query"};
    if (wanted.size() > run.backgroundSize)
        return Error{ErrorCode::InvalidOption, "enrich_background_size"};

    for (const GeneSet &set : sets.sets) {
        std::map<std::string, std::string> members; // upper case, with the set's spelling
        for (const std::string &gene : set.genes) {
            std::string name = toUpper(gene);
            if (!gene.empty() && (sizeOnly || drawnFrom.contains(name)))
                members.emplace(std::move(name), gene);
        }
        std::vector<std::string> overlap;
        for (const auto &[name, gene] : members) {
            if (wanted.contains(name))
                overlap.push_back(gene);
        }
        if (overlap.empty())
            continue;
        if (isImpossible(run.backgroundSize, members.size(), wanted.size(), overlap.size()))
            return Error{ErrorCode::InvalidOption, "enrich_background_size"};
        run.rows.push_back(scoredRow(run, set.name, std::move(overlap), members.size()));
    }
    sortAndAdjust(run.rows);
    return run;
}

Table OraRun::table() const
{
    Table table;
    table.header = {"Gene_set",   "Term",           "Overlap", "P-value",   "Adjusted P-value",
                    "Odds Ratio", "Combined Score", "Genes",   "p is bound"};
    for (const OraRow &row : rows) {
        table.rows.push_back({library, row.term,
                              std::to_string(row.overlap) + "/" + std::to_string(row.setSize), row.p,
                              row.adjustedP, row.oddsRatio, row.combinedScore, join(row.genes, ";"),
                              std::string(row.isBound ? "yes" : "no")});
    }
    return table;
}

} // namespace pathgan
