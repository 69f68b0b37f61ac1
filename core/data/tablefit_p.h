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
/// comment: the last of `wideComments` comments that have as many fields as the rows, its mark taken off;
/// records: the lines that are no comment. Numbers, barcodes and words that recur below tell a row from a
/// header; several such comments are cBioPortal's, whose header follows them.
HeaderPlace headerPlace(const std::vector<std::string> &comment, std::size_t wideComments,
                        const std::vector<Record> &records, const NumberTest &isNumber);

/// A comment may be a header of this width: some separators too many or a corner too few do not matter.
bool hasWidthOf(const std::vector<std::string> &comment, std::size_t width);
/// Whether the header is a row itself: it starts with a sample, as the rows do.
bool isSampleRow(const std::vector<std::string> &header, const std::vector<Record> &rows);

/// A record as wide as most are.
const std::vector<std::string> &commonest(const std::vector<Record> &records);

} // namespace pathgan
