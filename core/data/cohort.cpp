// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cohort.h"

#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/barcode.h"
#include "core/data/clinicalgroups.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace pathgan {

namespace {

using Reason = CohortLoss::Reason;

/// A name with what its barcode says; both equal to the name where it is none.
struct SampleName
{
    std::string sample, patient;
    int type = -1;
    bool isBarcode = false;
};

bool namesPatient(const std::string &name)
{
    const std::optional<Barcode> barcode = parseBarcode(name);
    return barcode && barcode->sampleType < 0;
}

SampleName sampleName(const std::string &name)
{
    const std::optional<Barcode> barcode = parseBarcode(name);
    if (!barcode)
        return {name, name, -1, false};
    const std::string &sample = barcode->sample.empty() ? barcode->patient : barcode->sample;
    return {sample, barcode->patient, barcode->sampleType, true};
}

class Losses
{
public:
    void add(Reason reason, const std::string &name)
    {
        constexpr std::size_t mostExamples = 20;
        CohortLoss &loss = of(reason);
        ++loss.count;
        if (loss.examples.size() < mostExamples)
            loss.examples.push_back(name);
    }
    std::vector<CohortLoss> take() { return std::move(m_losses); }

private:
    CohortLoss &of(Reason reason)
    {
        for (CohortLoss &loss : m_losses) {
            if (loss.reason == reason)
                return loss;
        }
        m_losses.push_back({reason, 0, {}});
        return m_losses.back();
    }

    std::vector<CohortLoss> m_losses;
};

/// Whether a sample passes the filter; the loss is noted where it does not.
class Filter
{
public:
    Filter(SampleFilter filter, bool barcodes, Losses &losses)
        : m_tumoursOnly(filter == SampleFilter::Tumours && barcodes), m_losses(losses)
    {}
    bool passes(const SampleName &name, const std::string &written)
    {
        if (m_tumoursOnly && name.isBarcode && name.type != 1 && name.type != -1) {
            m_losses.add(Reason::NotPrimaryTumour, written);
            return false;
        }
        if (!m_samples.insert(name.sample).second) {
            m_losses.add(Reason::DuplicateSample, written);
            return false;
        }
        if (m_tumoursOnly && !m_patients.insert(name.patient).second) {
            m_losses.add(Reason::SecondOfPatient, written);
            return false;
        }
        return true;
    }

private:
    bool m_tumoursOnly;
    Losses &m_losses;
    std::unordered_set<std::string> m_samples, m_patients;
};

/// Clinical rows of no sample of the cohort for want of expression; rows that were filtered out do not count.
void addRowsWithoutExpression(const std::vector<std::string> &ids, const std::vector<std::string> &samples,
                              Losses &losses)
{
    const SampleJoin known = matchSamples(ids, samples, RowMeaning::Description);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const bool isOther = known.kinds[i] == SampleMatch::OtherSample && !namesPatient(ids[i]);
        if (known.kinds[i] == SampleMatch::NotThere || isOther)
            losses.add(Reason::NoExpression, ids[i]);
    }
}

/// Joins the samples with their clinical rows; NoOverlap.
Result<void> joinClinical(SampleSelection &cohort, const std::vector<std::string> &all,
                          const CohortOptions &options, const std::string &what, Losses &losses)
{
    const ClinicalTable &table = *cohort.clinical;
    const std::vector<std::string> &written = cohort.written;
    int column = -1;
    if (options.idColumn.empty())
        column = findIdColumn(table, written);
    else if (options.idColumn != table.idName || table.columnIndex(options.idColumn) >= 0)
        column = table.columnIndex(options.idColumn);
    if (!options.idColumn.empty() && column < 0 && options.idColumn != table.idName)
        return Error{ErrorCode::UnknownName, options.idColumn};
    const std::vector<std::string> &ids = table.idsIn(column);
    cohort.clinicalJoin = matchSamples(written, ids, RowMeaning::Description);
    cohort.clinicalRows = cohort.clinicalJoin.rows;
    if (column >= 0)
        cohort.clinicalJoin.idColumn = table.columns[static_cast<std::size_t>(column)].name;
    if (cohort.clinicalJoin.matched() == 0)
        return noSampleOverlap(what, written, "clinical table", ids);
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (cohort.clinicalRows[i] < 0)
            losses.add(cohort.clinicalJoin.kinds[i] == SampleMatch::Ambiguous ? Reason::AmbiguousClinicalRow
                                                                              : Reason::NoClinicalRow,
                       written[i]);
    }
    addRowsWithoutExpression(ids, all, losses);
    return {};
}

/// How well a column names samples.
struct IdColumn
{
    int column = -1;
    std::size_t samples = 0;  ///< names that stand in one row, as the sample itself
    std::size_t patients = 0; ///< names whose patient stands there
};

IdColumn judged(const ClinicalTable &table, int column, const std::vector<std::string> &names)
{
    const SampleJoin join = matchSamples(names, table.idsIn(column), RowMeaning::Description);
    const std::size_t matched = join.matched(), patients = join.of(SampleMatch::Patient);
    const std::size_t own = matched - patients;
    return {column, own - std::min(own, join.repeated), patients};
}

/// Numbers that happen to be sample names are no ids: every value must differ, and most must be names.
bool mayBeIds(const ClinicalTable &table, const IdColumn &column, std::size_t names)
{
    const std::vector<std::string> &ids = table.idsIn(column.column);
    return 2 * column.samples >= std::min(names, ids.size());
}

/// Distinct reported values of a column.
std::size_t distinctValues(const ClinicalColumn &column)
{
    const std::vector<std::string> labels = clinicalLabels(column.values);
    std::set<std::string> values(labels.begin(), labels.end());
    values.erase(std::string());
    return values.size();
}

int firstOf(const ClinicalTable &clinical, std::span<const char *const> names)
{
    for (const char *name : names) {
        const std::string wanted = toUpper(name);
        for (std::size_t i = 0; i < clinical.columns.size(); ++i) {
            if (toUpper(clinical.columns[i].name) == wanted && clinical.columns[i].type != ColumnType::Empty)
                return static_cast<int>(i);
        }
    }
    return -1;
}

} // namespace

std::vector<std::string> Cohort::writtenNames() const
{
    if (!expression)
        return written;
    std::vector<std::string> names;
    names.reserve(size());
    for (const Index column : columns)
        names.push_back(expression->samples[static_cast<std::size_t>(column)]);
    return names;
}

Result<std::vector<Index>> SampleSelection::find(const std::vector<std::string> &names) const
{
    // As a table of results writes it, else as the matrix does.
    std::vector<Index> rows;
    for (const std::string &name : names) {
        const auto same = std::find(samples.begin(), samples.end(), trimmed(name));
        if (same != samples.end()) {
            rows.push_back(static_cast<Index>(same - samples.begin()));
            continue;
        }
        const Result<std::vector<Index>> row = findSamples({name}, written);
        if (!row)
            return row.error();
        rows.push_back(row->front());
    }
    return rows;
}

std::vector<std::string> SampleSelection::labels(const ClinicalColumn &column) const
{
    const std::vector<std::string> byRow = clinicalLabels(column.values);
    std::vector<std::string> labels(size());
    for (std::size_t i = 0; i < size(); ++i)
        if (clinicalRows[i] >= 0)
            labels[i] = byRow[static_cast<std::size_t>(clinicalRows[i])];
    return labels;
}

std::vector<double> SampleSelection::numbers(const ClinicalColumn &column) const
{
    std::vector<double> numbers(size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < size(); ++i) {
        if (clinicalRows[i] < 0)
            continue;
        const auto row = static_cast<std::size_t>(clinicalRows[i]);
        if (column.type == ColumnType::Number)
            numbers[i] = column.numbers[row];
        else if (const std::optional<double> number = parseNumber(trimmed(column.values[row])))
            numbers[i] = *number;
    }
    return numbers;
}

Result<SampleSelection> selectSamples(const std::vector<std::string> &names,
                                      std::shared_ptr<const ClinicalTable> clinical,
                                      const CohortOptions &options, const std::string &what)
{
    std::vector<SampleName> meanings;
    for (const std::string &name : names)
        meanings.push_back(sampleName(name));
    const bool barcodes =
        std::any_of(meanings.begin(), meanings.end(), [](const SampleName &name) { return name.isBarcode; });

    SampleSelection selection;
    Losses losses;
    Filter filter(options.filter, barcodes, losses);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!filter.passes(meanings[i], names[i]))
            continue;
        selection.samples.push_back(meanings[i].sample);
        selection.patients.push_back(meanings[i].patient);
        selection.written.push_back(names[i]);
        selection.columns.push_back(static_cast<Index>(i));
    }
    selection.clinical = std::move(clinical);
    if (selection.samples.empty())
        return Error{ErrorCode::TooFewSamples, "0 of " + std::to_string(names.size())};
    selection.clinicalRows.assign(selection.size(), -1);
    if (selection.clinical)
        if (const Result<void> joined = joinClinical(selection, names, options, what, losses); !joined)
            return joined.error();
    selection.losses = losses.take();
    return selection;
}

Result<Cohort> makeCohort(std::shared_ptr<const ExpressionMatrix> expression,
                          std::shared_ptr<const ClinicalTable> clinical, const CohortOptions &options)
{
    if (!expression || expression->samples.empty())
        return Error{ErrorCode::MissingInput, marked("Core", "expression")};
    Result<SampleSelection> selection =
        selectSamples(expression->samples, std::move(clinical), options, "expression matrix");
    if (!selection)
        return selection.error();
    return Cohort{*std::move(selection), std::move(expression)};
}

int findIdColumn(const ClinicalTable &clinical, const std::vector<std::string> &samples)
{
    const IdColumn first = judged(clinical, -1, samples);
    if (first.samples == samples.size())
        return -1;
    IdColumn bySample = first, byPatient = first;
    const bool isOfSamples = std::any_of(clinical.ids.begin(), clinical.ids.end(), [](const std::string &id) {
        const std::optional<Barcode> barcode = parseBarcode(id);
        return barcode && barcode->sampleType >= 0;
    });
    std::vector<const std::vector<std::string> *> columns;
    for (const ClinicalColumn &column : clinical.columns)
        columns.push_back(&column.values);
    const std::vector<bool> holds = holdNames(columns, samples);
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        if (!holds[static_cast<std::size_t>(i)])
            continue;
        const IdColumn column = judged(clinical, i, samples);
        if (column.samples > bySample.samples && mayBeIds(clinical, column, samples.size()))
            bySample = column;
        // In a table of samples a patient's first row may be that of the normal tissue.
        if (!isOfSamples && column.patients > byPatient.patients)
            byPatient = column;
    }
    return 2 * bySample.samples >= byPatient.patients ? bySample.column : byPatient.column;
}

Result<Cohort> samplesOf(const Cohort &cohort, const std::vector<std::string> &names)
{
    const Result<std::vector<Index>> rows = cohort.find(names);
    if (!rows)
        return rows.error();
    Cohort result;
    result.expression = cohort.expression;
    result.clinical = cohort.clinical;
    for (const Index row : *rows) {
        const auto at = static_cast<std::size_t>(row);
        result.samples.push_back(cohort.samples[at]);
        result.patients.push_back(cohort.patients[at]);
        result.written.push_back(cohort.expression->samples[static_cast<std::size_t>(cohort.columns[at])]);
        result.columns.push_back(cohort.columns[at]);
        result.clinicalRows.push_back(cohort.clinicalRows[at]);
    }
    return result;
}

int cohortColumn(const ClinicalTable &clinical)
{
    static constexpr std::array names = {
        "_cohort",       "cohort",  "_primary_disease", "cancer_type", "cancer type abbreviation",
        "acronym",       "disease", "project_id",       "_study",      "study",
        "_primary_site", "tissue"};
    return firstOf(clinical, names);
}

int defaultGroupColumn(const ClinicalTable &clinical)
{
    static constexpr std::array names = {"radiation_therapy", "additional_radiation_therapy",
                                         "postoperative_rx_tx", "history_of_neoadjuvant_treatment"};
    const int named = firstOf(clinical, names);
    if (named >= 0 && distinctValues(clinical.columns[static_cast<std::size_t>(named)]) >= 2)
        return named;
    for (std::size_t i = 0; i < clinical.columns.size(); ++i) {
        const std::size_t values = distinctValues(clinical.columns[i]);
        if (clinical.columns[i].type == ColumnType::Category && values >= 2 && values <= 6)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace pathgan
