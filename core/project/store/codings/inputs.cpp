// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/codings/common_p.h"

namespace pathgan {

PATHGAN_LAST(ExpressionScale, LogRatio, 2)
PATHGAN_LAST(ColumnType, Text, 3)
PATHGAN_LAST(SampleMatch, Ambiguous, 6)
PATHGAN_LAST(CohortLoss::Reason, AmbiguousClinicalRow, 5)

namespace {

const Coding &valuesCoding()
{
    static const Coding coding{
        "values", [](Encoder &to, const void *value) { to.value(*static_cast<const MatrixF *>(value)); },
        [](Decoder &from) -> std::shared_ptr<const void> {
            auto made = std::make_shared<MatrixF>();
            from.value(*made);
            return from.isAtEnd() ? made : nullptr;
        },
        nullptr};
    return coding;
}

} // namespace

void describe(Encoder &a, const Apart<const MatrixF> &apart)
{
    // Not owned: what it is part of is.
    a.shared(std::shared_ptr<const void>(std::shared_ptr<const void>(), &apart.matrix), valuesCoding(), true);
}
void describe(Decoder &a, const Apart<MatrixF> &apart)
{
    if (const auto values = std::static_pointer_cast<const MatrixF>(a.shared(valuesCoding())))
        apart.matrix = *values;
}

template <class Archive, Is<ExpressionMatrix> Value>
void describe(Archive &a, Value &matrix)
{
    const Apart<std::remove_reference_t<decltype((matrix.values))>> values{matrix.values};
    a.fields(matrix, matrix.genes, matrix.samples, values, matrix.scale, matrix.path, matrix.sha256);
}
bool isSound(const ExpressionMatrix &matrix)
{
    return isOfShapeOrEmpty(matrix.values, matrix.genes.size(), matrix.samples.size());
}
PATHGAN_CODING(ExpressionMatrix, "expression")

template <class Archive, Is<ClinicalColumn> Value>
void describe(Archive &a, Value &column)
{
    a.fields(column, column.name, column.type, column.values, column.numbers);
}
template <class Archive, Is<ClinicalTable> Value>
void describe(Archive &a, Value &table)
{
    a.fields(table, table.ids, table.columns, table.path, table.sha256, table.idName);
}
bool isSound(const ClinicalTable &table)
{
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const ClinicalColumn &column) {
        return areOfSize(table.ids.size(), column.values) &&
               (column.type == ColumnType::Number ? areOfSize(table.ids.size(), column.numbers)
                                                  : column.numbers.empty());
    });
}
PATHGAN_CODING(ClinicalTable, "clinical")

template <class Archive, Is<GeneTable::Entry> Value>
void describe(Archive &a, Value &entry)
{
    a.fields(entry, entry.entrez, entry.name);
}
void describe(Encoder &a, const GeneTable &table)
{
    a.value(table.symbols());
    a.value(table.names());
    a.value(table.source());
}
void describe(Decoder &a, GeneTable &table)
{
    std::vector<GeneTable::Entry> symbols, names;
    std::string source;
    a.value(symbols);
    a.value(names);
    a.value(source);
    const auto isGene = [](const GeneTable::Entry &entry) { return entry.entrez > 0; };
    a.require(std::all_of(symbols.begin(), symbols.end(), isGene) &&
              std::all_of(names.begin(), names.end(), isGene));
    if (a.isFine())
        table = GeneTable::fromEntries(symbols, names, std::move(source));
}
PATHGAN_CODING(GeneTable, "gene_map")

template <class Archive, Is<GeneSet> Value>
void describe(Archive &a, Value &set)
{
    a.fields(set, set.name, set.description, set.genes);
}
template <class Archive, Is<GeneSetCollection> Value>
void describe(Archive &a, Value &sets)
{
    a.fields(sets, sets.library, sets.sets, sets.path, sets.sha256);
}
PATHGAN_CODING(GeneSetCollection, "gene_sets")

template <class Archive, Is<InteractionNetwork> Value>
void describe(Archive &a, Value &network)
{
    a.fields(network, network.genes, network.edges, network.threshold, network.path, network.sha256);
}
bool isSound(const InteractionNetwork &network)
{
    const auto genes = static_cast<int>(network.genes.size());
    return std::all_of(network.edges.begin(), network.edges.end(), [genes](const std::pair<int, int> &edge) {
        return edge.first >= 0 && edge.first < edge.second && edge.second < genes;
    });
}
PATHGAN_CODING(InteractionNetwork, "interactions")

template <class Archive, Is<SampleJoin> Value>
void describe(Archive &a, Value &join)
{
    a.fields(join, join.rows, join.kinds, join.count, join.ids, join.repeated, join.unmatched, join.otherIds,
             join.idColumn);
}
template <class Archive, Is<CohortLoss> Value>
void describe(Archive &a, Value &loss)
{
    a.fields(loss, loss.reason, loss.count, loss.examples);
}
template <class Archive, Is<SampleSelection> Value>
void describe(Archive &a, Value &selection)
{
    a.fields(selection, selection.clinical, selection.samples, selection.patients, selection.written,
             selection.columns, selection.clinicalRows, selection.losses, selection.clinicalJoin);
}
template <class Archive, Is<Cohort> Value>
void describe(Archive &a, Value &cohort)
{
    using Base = std::conditional_t<std::is_const_v<Value>, const SampleSelection, SampleSelection>;
    a.fields(cohort, static_cast<Base &>(cohort), cohort.expression);
}
bool isSound(const SampleSelection &selection)
{
    const std::size_t size = selection.samples.size(),
                      rows = selection.clinical ? selection.clinical->ids.size() : 0;
    const SampleJoin &join = selection.clinicalJoin;
    return areOfSize(size, selection.patients, selection.columns, selection.clinicalRows) &&
           areOfSizeOrEmpty(size, selection.written, join.rows) && areOfSize(join.rows.size(), join.kinds) &&
           areWithin<Index>(selection.clinicalRows, rows, -1) && areWithin<Index>(join.rows, rows, -1);
}
bool isSound(const Cohort &cohort)
{
    return !cohort.expression || areWithin<Index>(cohort.columns, cohort.expression->samples.size());
}
PATHGAN_CODING(Cohort, "cohort")

} // namespace pathgan
