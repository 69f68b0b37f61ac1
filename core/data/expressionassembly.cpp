// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/barcode.h"
#include "core/data/expressiontable_p.h"
#include "core/data/geneids.h"
#include "core/data/readreport_p.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

namespace pathgan {

namespace {

using Duplicate = ReadRules::Duplicate;

/// A name on either axis, and where it stands.
struct Entry
{
    std::string name;
    std::size_t line = 0, field = 0;
    bool kept = true;
};

/// Where each entry goes: −1 left out. Genes that occur again share the place of the first.
struct Axis
{
    std::vector<std::string> names;
    std::vector<Index> target;
    std::vector<bool> repeated; ///< of each target
};

/// Share of the first names that a test holds for.
template <class Test>
double share(const std::vector<Entry> &entries, const Test &test)
{
    const std::size_t tried = std::min<std::size_t>(entries.size(), 500);
    std::size_t hits = 0;
    for (std::size_t i = 0; i < tried; ++i)
        hits += test(entries[i].name) ? 1 : 0;
    return tried == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(tried);
}

bool samplesAreRows(const std::vector<Entry> &rows, const std::vector<Entry> &columns, ReadReport &report)
{
    const auto isBarcode = [](const std::string &name) { return parseBarcode(name).has_value(); };
    const double rowBarcodes = share(rows, isBarcode);
    const double columnBarcodes = share(columns, isBarcode);
    if (rowBarcodes != columnBarcodes && std::max(rowBarcodes, columnBarcodes) >= 0.5) {
        const bool inRows = rowBarcodes > columnBarcodes;
        report.notes.push_back(inRows ? withDetail(marked("Core", "samples in rows"),
                                                   marked("Core", "barcodes in the first column"))
                                      : withDetail(marked("Core", "samples in columns"),
                                                   marked("Core", "barcodes in the header")));
        return inRows;
    }
    const GeneTable &table = GeneTable::builtIn();
    const auto isGene = [&](const std::string &name) { return table.entrez(name).has_value(); };
    const double rowGenes = share(rows, isGene);
    const double columnGenes = share(columns, isGene);
    if (rowGenes != columnGenes) {
        report.notes.push_back(
            columnGenes > rowGenes
                ? withDetail(marked("Core", "samples in rows"), marked("Core", "gene names in the header"))
                : withDetail(marked("Core", "samples in columns"),
                             marked("Core", "gene names in the first column")));
        return columnGenes > rowGenes;
    }
    report.notes.push_back(
        withDetail(marked("Core", "samples in columns"), marked("Core", "neither side has known names")));
    return false;
}

/// Columns between or behind the samples that describe genes.
void leaveOutAnnotations(std::vector<Entry> &columns, ReadReport &report)
{
    for (Entry &column : columns) {
        if (!isAnnotationColumn(column.name))
            continue;
        column.kept = false;
        report.notes.push_back(
            withDetail(marked("Core", "column annotates genes and holds no values"), column.name));
    }
}

/// Rows that STAR and HTSeq put among the genes: how many reads were not counted, and why.
void leaveOutUncounted(std::vector<Entry> &genes, ReadReport &report)
{
    static constexpr std::array names = {"N_unmapped",      "N_multimapping", "N_noFeature",
                                         "N_ambiguous",     "__no_feature",   "__ambiguous",
                                         "__too_low_aQual", "__not_aligned",  "__alignment_not_unique"};
    std::size_t count = 0;
    for (Entry &gene : genes) {
        if (std::find(names.begin(), names.end(), gene.name) == names.end())
            continue;
        gene.kept = false;
        ++count;
    }
    if (count > 0)
        report.notes.push_back(
            withDetail(marked("Core", "reads that no gene counts are left out"), std::to_string(count)));
}

/// Leaves out nameless entries; folds genes of the same name.
Axis makeAxis(std::vector<Entry> &entries, bool genes, ReadReport &report)
{
    Axis axis;
    std::unordered_map<std::string_view, Index> places;
    axis.names.reserve(entries.size()); // the views stay valid
    for (Entry &entry : entries) {
        if (!entry.kept || entry.name.empty()) {
            axis.target.push_back(-1);
            continue;
        }
        const auto found = places.find(entry.name);
        if (found != places.end())
            report.add(ProblemKind::DuplicateName, entry.line, entry.field, entry.name);
        if (found != places.end() && genes) {
            axis.target.push_back(found->second);
            axis.repeated[static_cast<std::size_t>(found->second)] = true;
            continue;
        }
        const auto place = static_cast<Index>(axis.names.size());
        axis.names.push_back(std::move(entry.name));
        axis.repeated.push_back(false);
        axis.target.push_back(place);
        places.emplace(axis.names.back(), place);
    }
    return axis;
}

/// Puts values in their places; those of repeated genes by the rule.
class Placer
{
public:
    Placer(MatrixF &values, const Axis &genes, const Axis &samples, Duplicate rule)
        : m_values(values), m_genes(genes), m_samples(samples), m_rule(rule)
    {}

    /// One gene of all samples, `stride` apart.
    void placeGene(std::size_t gene, const float *values, std::size_t stride, std::size_t firstSample,
                   std::size_t count)
    {
        const Index row = m_genes.target[gene];
        if (row < 0)
            return;
        const bool repeated = m_genes.repeated[static_cast<std::size_t>(row)];
        for (std::size_t i = 0; i < count; ++i) {
            const Index column = m_samples.target[firstSample + i];
            if (column < 0)
                continue;
            if (repeated)
                fold(gene, row, column, values[i * stride]);
            else
                m_values(row, column) = values[i * stride];
        }
    }
    void finish()
    {
        for (const auto &[place, sum] : m_sums) {
            m_values(place.first, place.second) =
                sum.second == 0 ? std::numeric_limits<float>::quiet_NaN()
                                : static_cast<float>(sum.first / static_cast<double>(sum.second));
        }
    }

private:
    void fold(std::size_t gene, Index row, Index column, float value)
    {
        float &place = m_values(row, column);
        if (m_rule == Duplicate::Mean) {
            auto &[sum, n] = m_sums[{row, column}];
            if (!std::isnan(value)) {
                sum += value;
                ++n;
            }
        } else if (m_rule == Duplicate::Maximum) {
            if (std::isnan(place) || value > place)
                place = value;
        } else if (isFirst(gene, row)) {
            place = value;
        }
    }
    /// Whether this is the first entry of its name.
    bool isFirst(std::size_t gene, Index row)
    {
        const auto place = static_cast<std::size_t>(row);
        if (m_first.empty()) {
            m_first.assign(m_genes.names.size(), 0);
            for (std::size_t i = m_genes.target.size(); i-- > 0;) {
                if (m_genes.target[i] >= 0)
                    m_first[static_cast<std::size_t>(m_genes.target[i])] = i;
            }
        }
        return m_first[place] == gene;
    }

    MatrixF &m_values;
    const Axis &m_genes;
    const Axis &m_samples;
    Duplicate m_rule;
    std::vector<std::size_t> m_first;
    std::map<std::pair<Index, Index>, std::pair<double, std::size_t>> m_sums;
};

std::vector<Entry> rowEntries(std::vector<TableChunk> &chunks, const ReadRules &rules)
{
    std::vector<Entry> entries;
    for (TableChunk &chunk : chunks) {
        for (std::size_t i = 0; i < chunk.names.size(); ++i) {
            const bool kept = !(chunk.ragged[i] && rules.ragged == ReadRules::Ragged::DropRow);
            entries.push_back({std::move(chunk.names[i]), chunk.lines[i], 1, kept});
        }
        chunk.names.clear();
    }
    return entries;
}

void placeAll(std::vector<TableChunk> &chunks, std::size_t columns, bool transposed, Placer &placer)
{
    std::size_t firstRow = 0;
    for (TableChunk &chunk : chunks) {
        const std::size_t rows = chunk.lines.size();
        const float *values = chunk.values.data();
        if (transposed) {
            for (std::size_t gene = 0; gene < columns; ++gene)
                placer.placeGene(gene, values + gene, columns, firstRow, rows);
        } else {
            for (std::size_t row = 0; row < rows; ++row)
                placer.placeGene(firstRow + row, values + row * columns, 1, 0, columns);
        }
        firstRow += rows;
        chunk.values = {};
    }
    placer.finish();
}

float medianOf(std::vector<float> values)
{
    if (values.empty())
        return std::numeric_limits<float>::quiet_NaN();
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    const float lower = *std::max_element(values.begin(), middle);
    return lower + (*middle - lower) / 2;
}

void dropGenes(ExpressionMatrix &matrix, const std::vector<bool> &dropped)
{
    Index to = 0;
    for (Index from = 0; from < matrix.values.rows(); ++from) {
        if (dropped[static_cast<std::size_t>(from)])
            continue;
        if (to != from) {
            matrix.values.row(to) = matrix.values.row(from);
            matrix.genes[static_cast<std::size_t>(to)] =
                std::move(matrix.genes[static_cast<std::size_t>(from)]);
        }
        ++to;
    }
    matrix.values.conservativeResize(to, Eigen::NoChange);
    matrix.genes.resize(static_cast<std::size_t>(to));
}

void applyMissingRule(ExpressionMatrix &matrix, ReadRules::Missing rule)
{
    if (rule == ReadRules::Missing::Keep)
        return;
    std::vector<bool> dropped(matrix.genes.size(), false);
    for (Index row = 0; row < matrix.values.rows(); ++row) {
        auto values = matrix.values.row(row);
        std::vector<float> measured;
        for (const float value : values) {
            if (!std::isnan(value))
                measured.push_back(value);
        }
        if (static_cast<Index>(measured.size()) == values.size())
            continue;
        dropped[static_cast<std::size_t>(row)] = true;
        const float filler = rule == ReadRules::Missing::Zero ? 0 : medianOf(std::move(measured));
        for (float &value : values) {
            if (std::isnan(value) && rule != ReadRules::Missing::DropGene)
                value = filler;
        }
    }
    if (rule == ReadRules::Missing::DropGene)
        dropGenes(matrix, dropped);
}

} // namespace

Result<ExpressionMatrix> assemble(std::vector<TableChunk> &chunks, const TableLayout &layout,
                                  const ReadRules &rules, const std::filesystem::path &path,
                                  ReadReport &report)
{
    std::vector<Entry> rows = rowEntries(chunks, rules);
    std::vector<Entry> columns;
    for (std::size_t i = 0; i < layout.columns.size(); ++i)
        columns.push_back({layout.columns[i], layout.headerLine, layout.headerField + i, true});
    report.transposed = samplesAreRows(rows, columns, report);
    if (!report.transposed)
        leaveOutAnnotations(columns, report);
    leaveOutUncounted(report.transposed ? columns : rows, report);
    const Axis genes = makeAxis(report.transposed ? columns : rows, true, report);
    const Axis samples = makeAxis(report.transposed ? rows : columns, false, report);
    if (rules.duplicate == Duplicate::Error && report.duplicateNames > 0)
        return problemError(ErrorCode::DuplicateName, path,
                            *firstProblem(report, ProblemKind::DuplicateName));
    if (genes.names.empty() || samples.names.empty())
        return Error{ErrorCode::FileEmpty, place(path, layout.headerLine + 1, 0)};

    ExpressionMatrix matrix;
    matrix.genes = genes.names;
    matrix.samples = samples.names;
    const auto geneCount = static_cast<Index>(genes.names.size());
    const auto sampleCount = static_cast<Index>(samples.names.size());
    const bool filled = report.duplicateNames == 0;
    matrix.values.resize(geneCount, sampleCount);
    if (!filled)
        matrix.values.setConstant(std::numeric_limits<float>::quiet_NaN());
    Placer placer(matrix.values, genes, samples, rules.duplicate);
    placeAll(chunks, layout.columns.size(), report.transposed, placer);
    applyMissingRule(matrix, rules.missing);
    if (matrix.genes.empty() || matrix.values.array().isNaN().all())
        return Error{ErrorCode::MissingValue, path.string()};
    return matrix;
}

} // namespace pathgan
