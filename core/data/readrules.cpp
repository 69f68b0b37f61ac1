// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/optionentries.h"
#include "core/data/cohort.h"
#include "core/data/readreport.h"

namespace pathgan {

namespace {

constexpr EnumWord<ReadRules::Ragged> raggedWords[] = {{ReadRules::Ragged::Error, "error"},
                                                       {ReadRules::Ragged::DropRow, "drop"},
                                                       {ReadRules::Ragged::FillMissing, "fill"}};
constexpr EnumWord<ReadRules::NotNumber> notNumberWords[] = {{ReadRules::NotNumber::Error, "error"},
                                                             {ReadRules::NotNumber::Missing, "missing"}};
constexpr EnumWord<ReadRules::Missing> missingWords[] = {{ReadRules::Missing::Keep, "keep"},
                                                         {ReadRules::Missing::Zero, "zero"},
                                                         {ReadRules::Missing::GeneMedian, "median"},
                                                         {ReadRules::Missing::DropGene, "drop"}};
constexpr EnumWord<ReadRules::Duplicate> duplicateWords[] = {{ReadRules::Duplicate::First, "first"},
                                                             {ReadRules::Duplicate::Mean, "mean"},
                                                             {ReadRules::Duplicate::Maximum, "maximum"},
                                                             {ReadRules::Duplicate::Error, "error"}};
constexpr EnumWord<SampleFilter> filterWords[] = {{SampleFilter::Tumours, "tumour"},
                                                  {SampleFilter::All, "all"}};

} // namespace

const OptionTable &ReadRules::table()
{
    static const OptionTable all = {
        option("ragged_rows", &ReadRules::ragged, raggedWords,
               "rule for rows with too few or too many fields"),
        option("not_numbers", &ReadRules::notNumber, notNumberWords, "rule for fields that are no number"),
        option("missing_values", &ReadRules::missing, missingWords,
               "rule for missing values; keep: unmeasured, never taken as zero"),
        option("duplicate_genes", &ReadRules::duplicate, duplicateWords,
               "rule for genes that occur more than once"),
    };
    return all;
}

const OptionTable &CohortOptions::table()
{
    static const OptionTable all = {
        option("samples", &CohortOptions::filter, filterWords, "tumour: primary tumours, one a patient"),
        option("clinical_id_column", &CohortOptions::idColumn, "column name",
               "clinical column with the samples' names; empty: the one that names most of them"),
    };
    return all;
}

} // namespace pathgan
