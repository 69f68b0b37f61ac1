// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clinical.h"
#include "core/data/expression.h"
#include "core/data/samplematch.h"

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
    std::string idColumn = {}; ///< of the clinical table; empty: the one that names most of the samples

    static const OptionTable &table();
};

/// Samples that were left out, or lack something, and why.
struct CohortLoss
{
    enum class Reason {
        NotPrimaryTumour,
        SecondOfPatient,
        DuplicateSample,
        NoClinicalRow,
        NoExpression,
        AmbiguousClinicalRow
    };
    Reason reason{};
    std::size_t count = 0;
    std::vector<std::string> examples; ///< up to 20 names
};

/// The samples of an analysis, joined with their clinical rows.
struct SampleSelection
{
    std::shared_ptr<const ClinicalTable> clinical; ///< may be null
    std::vector<std::string> samples;              ///< normalised barcode, else the name as it is
    std::vector<std::string> patients;             ///< what a split must keep together
    std::vector<std::string> written;              ///< names as the table of values writes them
    std::vector<Index> columns;                    ///< where each stands in that table
    std::vector<Index> clinicalRows;               ///< −1: none
    std::vector<CohortLoss> losses;
    SampleJoin clinicalJoin; ///< of the samples with the clinical table; empty without one

    std::size_t size() const { return samples.size(); }
    /// Rows of the samples of these names, written in any way that names one sample only. UnknownName.
    Result<std::vector<Index>> find(const std::vector<std::string> &names) const;
    /// Group of each sample in a clinical column (clinicalLabels); "" where missing or where there is no row.
    std::vector<std::string> labels(const ClinicalColumn &column) const;
    std::vector<double> numbers(const ClinicalColumn &column) const;
};

/// The samples that every later step sees, with the matrix that they are of.
struct Cohort : SampleSelection
{
    std::shared_ptr<const ExpressionMatrix> expression; ///< null: they are of another table of values

    /// The samples' names as the matrix writes them.
    std::vector<std::string> writtenNames() const;
};

/// Of the samples named in a table of values; what: that table, e.g. "expression matrix". clinical may be
/// null. NoOverlap where it describes none of the samples, UnknownName for the id column.
Result<SampleSelection> selectSamples(const std::vector<std::string> &names,
                                      std::shared_ptr<const ClinicalTable> clinical,
                                      const CohortOptions &options, const std::string &what);
Result<Cohort> makeCohort(std::shared_ptr<const ExpressionMatrix> expression,
                          std::shared_ptr<const ClinicalTable> clinical, const CohortOptions &options = {});

/// Which column names most of the samples, the first in doubt; −1: the first. A column that names patients is
/// taken only where none names the samples themselves.
int findIdColumn(const ClinicalTable &clinical, const std::vector<std::string> &samples);

/// The samples of these names, written in any way that names one sample only, in that order; UnknownName.
Result<Cohort> samplesOf(const Cohort &cohort, const std::vector<std::string> &names);

/// The column that names the tissue or study of a sample (_cohort, _primary_disease, cohort, …); −1: none.
int cohortColumn(const ClinicalTable &clinical);
/// The column to compare by default: radiation_therapy when there; −1: none fit.
int defaultGroupColumn(const ClinicalTable &clinical);

} // namespace pathgan
