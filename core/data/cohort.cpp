#include "core/data/cohort.h"

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

/// Rows of the clinical table by sample, and by patient for tables of patients.
class ClinicalRows
{
public:
    explicit ClinicalRows(const ClinicalTable *table)
    {
        const std::size_t rows = table ? table->ids.size() : 0;
        for (std::size_t i = 0; i < rows; ++i) {
            const SampleName name = sampleName(table->ids[i]);
            const auto row = static_cast<Index>(i);
            m_bySample.emplace(name.sample, row);
            if (name.isBarcode && name.type < 0)
                m_byPatient.emplace(name.patient, row);
        }
    }
    Index find(const SampleName &name) const
    {
        if (const auto found = m_bySample.find(name.sample); found != m_bySample.end())
            return found->second;
        const auto found = m_byPatient.find(name.patient);
        return found == m_byPatient.end() ? -1 : found->second;
    }

private:
    std::unordered_map<std::string, Index> m_bySample, m_byPatient;
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
void addRowsWithoutExpression(const ClinicalTable &clinical, const std::vector<SampleName> &all,
                              Losses &losses)
{
    std::unordered_set<std::string_view> samples, patients;
    for (const SampleName &name : all) {
        samples.insert(name.sample);
        patients.insert(name.patient);
    }
    for (const std::string &id : clinical.ids) {
        const SampleName name = sampleName(id);
        const bool known = samples.contains(name.sample) ||
                           (name.isBarcode && name.type < 0 && patients.contains(name.patient));
        if (!known)
            losses.add(Reason::NoExpression, id);
    }
}

/// Distinct reported values of a column.
std::size_t distinctValues(const ClinicalColumn &column)
{
    std::set<std::string> values;
    for (const std::string &value : column.values) {
        if (std::string key = groupKey(value); !key.empty())
            values.insert(std::move(key));
    }
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

std::vector<std::string> Cohort::labels(const ClinicalColumn &column) const
{
    const std::vector<std::string> byRow = clinicalLabels(column.values);
    std::vector<std::string> labels(size());
    for (std::size_t i = 0; i < size(); ++i)
        if (clinicalRows[i] >= 0)
            labels[i] = byRow[static_cast<std::size_t>(clinicalRows[i])];
    return labels;
}

std::vector<double> Cohort::numbers(const ClinicalColumn &column) const
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

Result<Cohort> makeCohort(std::shared_ptr<const ExpressionMatrix> expression,
                          std::shared_ptr<const ClinicalTable> clinical, const CohortOptions &options)
{
    if (!expression || expression->samples.empty())
        return Error{ErrorCode::MissingInput, "expression"};
    std::vector<SampleName> names;
    for (const std::string &sample : expression->samples)
        names.push_back(sampleName(sample));
    const bool barcodes =
        std::any_of(names.begin(), names.end(), [](const SampleName &name) { return name.isBarcode; });

    Cohort cohort;
    Losses losses;
    Filter filter(options.filter, barcodes, losses);
    const ClinicalRows rows(clinical.get());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string &written = expression->samples[i];
        if (!filter.passes(names[i], written))
            continue;
        const Index row = rows.find(names[i]);
        if (clinical && row < 0)
            losses.add(Reason::NoClinicalRow, written);
        cohort.samples.push_back(names[i].sample);
        cohort.patients.push_back(names[i].patient);
        cohort.columns.push_back(static_cast<Index>(i));
        cohort.clinicalRows.push_back(row);
    }
    if (clinical)
        addRowsWithoutExpression(*clinical, names, losses);
    if (cohort.samples.empty())
        return Error{ErrorCode::TooFewSamples, "0 of " + std::to_string(names.size())};
    cohort.losses = losses.take();
    cohort.expression = std::move(expression);
    cohort.clinical = std::move(clinical);
    return cohort;
}

Result<Cohort> samplesOf(const Cohort &cohort, const std::vector<std::string> &names)
{
    Cohort result;
    result.expression = cohort.expression;
    result.clinical = cohort.clinical;
    for (const std::string &name : names) {
        const auto found = std::find(cohort.samples.begin(), cohort.samples.end(), name);
        if (found == cohort.samples.end())
            return Error{ErrorCode::UnknownName, name};
        const auto at = static_cast<std::size_t>(found - cohort.samples.begin());
        result.samples.push_back(name);
        result.patients.push_back(cohort.patients[at]);
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
