// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/texttable.h"

#include <functional>

namespace pathgan {

using NumberTest = std::function<bool(const std::string &)>;

/// Whether these fields name the columns of the records from `from` on: above a column of numbers stands no
/// number.
bool isHeaderOf(const std::vector<std::string> &fields, const std::vector<Record> &records, std::size_t from,
                const NumberTest &isNumber);

/// Which line names the columns where comments as wide as the table stand before it.
enum class HeaderPlace { FirstRecord, LastComment, Unclear };
/// comments: lines before the table that start with '#', uncut; records: the lines that are no comment.
/// `comment` becomes the last of the comments that are as wide as the table (some separators too many or a
/// corner too few do not matter), cut and without its mark. Numbers, barcodes and words that recur below tell
/// a row from a header; several such comments are cBioPortal's, whose header follows them.
HeaderPlace headerPlace(const std::vector<Record> &comments, char separator,
                        const std::vector<Record> &records, const NumberTest &isNumber, Record &comment);

/// Whether the header is a row itself: it starts with a sample, as the rows do.
bool isSampleRow(const std::vector<std::string> &header, const std::vector<Record> &rows);

/// A record as wide as most are.
const std::vector<std::string> &commonest(const std::vector<Record> &records);

} // namespace pathgan
