// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// How a sample's name was found among the ids of another table, or why it was not.
enum class SampleMatch : unsigned char {
    Exact,       ///< written the same
    Barcode,     ///< the same sample, its TCGA barcode written otherwise or to another length
    Patient,     ///< one of the two names the patient only
    Spelling,    ///< equal but for case, dots, underscores and dashes, or R's leading X
    NotThere,    ///< nothing of that name
    OtherSample, ///< only other samples of the same patient: a tumour is not its normal tissue
    Ambiguous,   ///< several ids fit equally well: none is taken
};
constexpr std::size_t sampleMatchKinds = 7;
bool isMatched(SampleMatch kind);

/// What a row of the table that is looked in says.
enum class RowMeaning {
    Description, ///< of a patient: true of each of the patient's samples
    Values,      ///< measured or computed in one sample: a patient's row is the tumour's
};

/// Names of one table looked up among the ids of another.
struct SampleJoin
{
    std::vector<Index> rows;                           ///< by name; −1: none
    std::vector<SampleMatch> kinds;                    ///< by name
    std::array<std::size_t, sampleMatchKinds> count{}; ///< by kind
    std::size_t ids = 0;                               ///< of the table that was looked in
    std::size_t repeated = 0;           ///< matched names whose id stands in several rows: the first counts
    std::vector<std::string> unmatched; ///< up to two names
    std::vector<std::string> otherIds;  ///< up to two ids that no name matched
    std::string idColumn; ///< the column that was looked in, where it was chosen; empty: the first

    std::size_t size() const { return rows.size(); }
    std::size_t matched() const;
    std::size_t of(SampleMatch kind) const { return count[static_cast<std::size_t>(kind)]; }
};

/// The best row of each name, never one of two that fit equally well: exact names first, then barcodes by the
/// longest part that agrees, then patients, then spelling. Of equal ids the first row counts.
SampleJoin matchSamples(const std::vector<std::string> &names, const std::vector<std::string> &ids,
                        RowMeaning meaning);

/// Whether some of the column's values, looked at in even steps, are such names: a glance before a closer
/// look.
std::vector<bool> holdNames(const std::vector<const std::vector<std::string> *> &columns,
                            const std::vector<std::string> &names);

/// The names (a user's) among the ids, in their order. UnknownName with what was asked, and the ids that fit
/// where several do.
Result<std::vector<Index>> findSamples(const std::vector<std::string> &names,
                                       const std::vector<std::string> &ids);

/// NoOverlap with two names of each side. nameSide, idSide: English keys such as "flux table".
Error noSampleOverlap(std::string_view nameSide, const std::vector<std::string> &names,
                      std::string_view idSide, const std::vector<std::string> &ids);

} // namespace pathgan
