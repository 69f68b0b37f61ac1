#pragma once

#include "core/data/clinical.h"
#include "core/data/expression.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

enum class SampleFilter {
    Tumours, ///< primary tumours (type 01), one a patient; all where names are no barcodes
    All,
};

struct CohortOptions
{
    SampleFilter filter = SampleFilter::Tumours;
};

/// Samples that were left out, or lack something, and why.
struct CohortLoss
{
    enum class Reason { NotPrimaryTumour, SecondOfPatient, DuplicateSample, NoClinicalRow, NoExpression };
    Reason reason{};
    std::size_t count = 0;
    std::vector<std::string> examples; ///< up to 20 names
};

/// The samples that every later step sees, joined with their clinical rows.
struct Cohort
{
    std::shared_ptr<const ExpressionMatrix> expression;
    std::shared_ptr<const ClinicalTable> clinical; ///< may be null
    std::vector<std::string> samples;              ///< normalised barcode, else the name as it is
    std::vector<std::string> patients;             ///< what a split must keep together
    std::vector<Index> columns;                    ///< column of expression->values of each sample
    std::vector<Index> clinicalRows;               ///< −1: none
    std::vector<CohortLoss> losses;

    std::size_t size() const { return samples.size(); }
    /// Group of each sample in a clinical column (clinicalLabels); "" where missing or where there is no row.
    std::vector<std::string> labels(const ClinicalColumn &column) const;
    std::vector<double> numbers(const ClinicalColumn &column) const;
};

/// clinical may be null.
Result<Cohort> makeCohort(std::shared_ptr<const ExpressionMatrix> expression,
                          std::shared_ptr<const ClinicalTable> clinical, const CohortOptions &options = {});

/// The samples of these names, in that order; UnknownName.
Result<Cohort> samplesOf(const Cohort &cohort, const std::vector<std::string> &names);

/// The column that names the tissue or study of a sample (_cohort, _primary_disease, cohort, …); −1: none.
int cohortColumn(const ClinicalTable &clinical);
/// The column to compare by default: radiation_therapy when there; −1: none fit.
int defaultGroupColumn(const ClinicalTable &clinical);

} // namespace pathgan
