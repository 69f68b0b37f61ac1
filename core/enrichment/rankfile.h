// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enrichment/prerank.h"

#include <filesystem>
#include <string>

namespace pathgan {

/// Which columns to read, by header or by number from 1; empty: recognised.
struct RankColumns
{
    std::string gene, score;
};

/// A table of genes with a score each: RNK, or what DESeq2, limma, edgeR and others write.
struct RankFile
{
    RankedList list;
    std::string geneColumn;  ///< where the names were found
    std::string scoreColumn; ///< what the score is: a column, or "sign(logFC) · −log10(PValue)"
};

/// The score is the chosen column; else the one called stat, t, score, rank, metric …; else sign of the fold
/// change times −log10 p (edgeR; a p of 0 gives an infinite score); else the only column of numbers, or the
/// last one behind the gene (GSEApy takes the last two). UnknownFormat where that leaves it open, UnknownName
/// for a chosen column that is not there, RaggedRow, NotANumber with file:line:column.
Result<RankFile> readRankFile(const std::filesystem::path &path, ReadReport &report,
                              const RankColumns &columns = {});

} // namespace pathgan
