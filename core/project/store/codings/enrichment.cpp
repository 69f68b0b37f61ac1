// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/results.h"
#include "core/project/store/codings/explained_p.h"

namespace pathgan {

template <class Archive, Is<OraRow> Value>
void describe(Archive &a, Value &row)
{
    a.fields(row, row.term, row.overlap, row.setSize, row.p, row.adjustedP, row.oddsRatio, row.combinedScore,
             row.logP, row.isBound, row.genes);
}
template <class Archive, Is<OraRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.options, run.library, run.query, run.ranking, run.queryInBackground, run.backgroundSize,
             run.rows);
}
PATHGAN_CODING(OraRun, "ora")

template <class Archive, Is<RankedList> Value>
void describe(Archive &a, Value &list)
{
    a.fields(list, list.genes, list.metric, list.tiedShare, list.tied, list.duplicates, list.missing,
             list.infiniteHigh, list.infiniteLow);
}
bool isSound(const RankedList &list)
{
    return areOfSize(list.genes.size(), list.metric);
}
template <class Archive, Is<GseaRow> Value>
void describe(Archive &a, Value &row)
{
    a.fields(row, row.term, row.size, row.es, row.nes, row.p, row.q, row.fwer, row.adjustedP, row.pIsBound,
             row.qIsBound, row.fwerIsBound, row.leadingEdge, row.peak, row.hits);
}
template <class Archive, Is<GseaRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.options, run.library, run.metric, run.list, run.rows, run.tooSmall, run.tooLarge);
}
bool isSound(const GseaRun &run)
{
    const std::size_t size = run.list.genes.size();
    return std::all_of(run.rows.begin(), run.rows.end(), [size](const GseaRow &row) {
        return row.peak <= size && areWithin(row.hits, size) &&
               std::is_sorted(row.hits.begin(), row.hits.end());
    });
}
PATHGAN_CODING(GseaRun, "gsea")

template <class Archive, Is<EnrichmentRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.ora, run.gsea, run.source, run.topGenes, run.explained);
}
PATHGAN_CODING(EnrichmentRun, "enrichment")

} // namespace pathgan
