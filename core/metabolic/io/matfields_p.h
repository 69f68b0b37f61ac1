// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/io/matfile_p.h"
#include "core/metabolic/model/model.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace pathgan {

/// The fields of a COBRA structure, each with the shape that the caller needs. Of several names the first
/// field that is there and not empty counts. Errors are BadModel and name field and index, from 1 as MATLAB:
/// "path: lb(5): EX_glc: NaN bound".
class MatFields
{
public:
    /// value: a struct whose S is a matrix of numbers; it must outlive this object.
    MatFields(const MatValue &value, const std::string &path) : m_value(value), m_path(path) {}

    const std::string &path() const { return m_path; }
    const MatValue &S() const { return *m_value.field("S"); }
    const std::vector<std::string> &names() const { return m_value.names; }

    /// Not nullptr: not empty.
    const MatValue *find(std::initializer_list<const char *> names, std::string *found = nullptr) const;
    /// The only line of a text; empty for anything else.
    std::string line(std::initializer_list<const char *> names) const;
    /// As many ids, all different and none empty; BadModel where their number is not that of S.
    Result<std::vector<std::string>> ids(const char *name, std::size_t count) const;
    /// Empty where there is no such field; numbers in cells are written out, NaN is an empty text.
    Result<std::vector<std::string>> texts(std::initializer_list<const char *> names) const;
    Result<std::vector<std::string>> texts(std::initializer_list<const char *> names,
                                           std::size_t count) const;
    /// A text or a cell of texts in each cell; empty texts dropped.
    Result<std::vector<std::vector<std::string>>> lists(const char *name, std::size_t count) const;
    Result<std::vector<double>> numbers(std::initializer_list<const char *> names, std::size_t count) const;
    /// One character each, in a text of any shape or in cells.
    Result<std::string> characters(const char *name, std::size_t count) const;

    Error error(const std::string &field, const std::string &what) const;
    Error error(const std::string &field, std::size_t index, const std::string &what,
                ErrorCode code = ErrorCode::BadModel) const;
    Error error(const std::string &field, std::size_t row, std::size_t column, const std::string &what) const;

private:
    const MatValue &m_value;
    const std::string &m_path;
};

/// Metabolites' database ids: metKEGGID, metChEBIID, inchis …, RAVEN's metMiriams, COBRA's metis…ID. A field
/// of another length is left out with a warning.
void readMatAnnotations(const MatFields &fields, MetabolicModel &model);

/// glc[c], glc(c), glc_c, glc_e_boundary; empty: none.
std::string compartmentOfMatId(const std::string &id);

/// "x(12) & x(3)" with names of one word, at the same places: " x12  &  x3 ".
std::string withGeneNumbers(std::string rule);
/// x12 → 11; −1 for what is no such name, or above the number of genes.
int geneOfNumber(std::string_view name, std::size_t genes);

/// Calls use(row, value) for the entries of a column of a matrix, but for zeros of a dense one.
template <class Use>
void forEachEntry(const MatValue &matrix, std::size_t column, const Use &use)
{
    if (matrix.kind == MatValue::Kind::Sparse) {
        for (std::size_t k = matrix.columnStart[column]; k < matrix.columnStart[column + 1]; ++k)
            use(std::size_t(matrix.row[k]), matrix.numbers[k]);
        return;
    }
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        if (const double value = matrix.numbers[column * matrix.rows + row]; value != 0)
            use(row, value);
    }
}

} // namespace pathgan
