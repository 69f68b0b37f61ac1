// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/inputmatch.h"

#include <nlohmann/json.hpp>

namespace pathgan {

namespace {

using Json = nlohmann::ordered_json;

Json genesJson(const Coverage &coverage)
{
    return Json{{"genes_found", coverage.matched},
                {"genes_total", coverage.total},
                {"found_without_case", coverage.byCase},
                {"found_by_gene_table", coverage.byAlias}};
}

Json samplesJson(const SampleJoin &join)
{
    return Json{{"samples", join.size()},
                {"found", join.matched()},
                {"found_by_barcode", join.of(SampleMatch::Barcode)},
                {"found_by_patient", join.of(SampleMatch::Patient)},
                {"found_by_spelling", join.of(SampleMatch::Spelling)},
                {"not_there", join.of(SampleMatch::NotThere)},
                {"only_another_sample_of_the_patient", join.of(SampleMatch::OtherSample)},
                {"several_rows_fit", join.of(SampleMatch::Ambiguous)},
                {"id_in_several_rows", join.repeated},
                {"not_found_examples", join.unmatched},
                {"other_ids", join.otherIds},
                {"id_column", join.idColumn}};
}

} // namespace

std::string matchJson(const InputMatch &match)
{
    Json json = Json::object();
    if (match.clinical)
        json["clinical"] = samplesJson(*match.clinical);
    if (match.flux)
        json["flux"] = samplesJson(*match.flux);
    if (match.model) {
        json["model"] = genesJson(match.model->genes);
        json["model"]["rules_scored"] = match.model->scored;
        json["model"]["rules"] = match.model->rules;
    }
    if (match.sets)
        json["gene_sets"] = genesJson(*match.sets);
    if (match.interactions)
        json["interactions"] = genesJson(*match.interactions);
    if (match.network)
        json["network"] = genesJson(*match.network);
    json["warnings"] = match.warnings();
    return json.dump(2);
}

} // namespace pathgan
