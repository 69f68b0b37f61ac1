// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/marked.h"
#include "core/data/texttable.h"

#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

enum class SetFormat {
    Gmt,     ///< a set a line: name, description, genes
    Gmx,     ///< a set a column
    Grp,     ///< one set: its genes
    Members, ///< a table with a row for each gene of each set
};

/// A file of gene sets, cut into fields.
struct SetFile
{
    SetFormat format = SetFormat::Gmt;
    const char *name = marked("Core", "GMT");
    std::vector<Record> rows; ///< without comments and blank lines
};
/// By content: in GMT the first column holds names of sets and the rows genes, in GMX the other way round.
/// The extension (".gmt", in lower case) decides where names and genes cannot be told apart.
SetFile setFile(std::string_view text, const std::string &extension);

/// Whether what should describe the sets are genes: then the file has no descriptions. genes: of all sets.
bool areGenes(const std::vector<std::string> &names, const std::vector<std::string> &descriptions,
              const std::vector<std::string> &genes);
/// Whether its lines are those of GMT with blanks in place of tabs.
bool isBlankSeparated(const SetFile &file);

/// Columns of a table of members, by their headers; −1: not such a table.
struct MemberColumns
{
    int set = -1, gene = -1;
};
MemberColumns memberColumns(const std::vector<std::string> &header);

} // namespace pathgan
