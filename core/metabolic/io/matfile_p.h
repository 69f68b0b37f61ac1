// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// What a variable or a field of a MATLAB file holds, free of matio's types.
struct MatValue
{
    enum class Kind { Empty, Numbers, Sparse, Text, Cells, Struct, Other };
    Kind kind = Kind::Empty;
    std::size_t rows = 0, columns = 0;           ///< further dimensions are counted as columns
    std::vector<double> numbers;                 ///< Numbers: column by column; Sparse: the entries
    std::vector<std::uint32_t> row, columnStart; ///< Sparse: of each entry (from 0); columns + 1 starts
    std::vector<std::string> lines;              ///< Text: UTF-8, one a row
    std::vector<MatValue> children;              ///< Cells: column by column; Struct: values of the fields
    std::vector<std::string> names;              ///< Struct: of the fields

    /// Field of a struct; none: nullptr.
    const MatValue *field(std::string_view name) const;
};

struct MatModelVariable
{
    std::string name;
    MatValue value;                  ///< a struct with the fields S and rxns
    std::vector<std::string> others; ///< further variables of that kind
};

/// "MATLAB 5.0 MAT-file" (up to version 7.2) or HDF5 (version 7.3), as the first bytes tell.
bool isMatFile(std::string_view start);

/// The first variable that looks like a COBRA model. bytes: the whole file, unpacked; path: for messages.
/// BadModel for a damaged file, UnknownFormat where no variable is a model.
Result<MatModelVariable> readMatModel(const std::string &bytes, const std::string &path,
                                      const TaskContext &context);

} // namespace pathgan
