// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/datasummary.h"

#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/clinicalgroups.h"
#include "core/project/inputmatch.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pathgan {

namespace {

DataSummary::ClinicalColumnSummary summarise(const ClinicalColumn &column)
{
    DataSummary::ClinicalColumnSummary summary;
    summary.name = column.name;
    summary.type = column.type;
    std::unordered_map<std::string, std::size_t> counts;
    for (const std::string &label : clinicalLabels(column.values)) {
        if (label.empty())
            continue;
        ++summary.reported;
        ++counts[label];
    }
    summary.distinct = counts.size();
    if (column.type == ColumnType::Number) {
        double low = INFINITY, high = -INFINITY;
        for (const double number : column.numbers) {
            if (std::isnan(number))
                continue;
            low = std::min(low, number);
            high = std::max(high, number);
        }
        if (low <= high)
            summary.values = formatNumber(low) + " … " + formatNumber(high);
        return summary;
    }
    std::vector<std::pair<std::string, std::size_t>> ordered(counts.begin(), counts.end());
    std::sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    constexpr std::size_t shown = 6;
    for (std::size_t i = 0; i < std::min(shown, ordered.size()); ++i) {
        if (!summary.values.empty())
            summary.values += ", ";
        summary.values +=
            std::string(ordered[i].first.substr(0, 40)) + " (" + std::to_string(ordered[i].second) + ")";
    }
    if (ordered.size() > shown)
        summary.values += ", …";
    return summary;
}

} // namespace

Result<DataSummary> summariseData(const Project &project, const TaskContext &context)
{
    DataSummary summary;
    context.report(marked("Core", "Matching genes"), 0, 2);
    if (project.expression) {
        const GeneIndex index(project.expression->genes, project.genes());
        if (project.model)
            summary.model = modelCoverage(*project.model, index, project.expression->genes).genes;
        if (project.geneSets)
            summary.sets = setCoverage(*project.geneSets, index, project.expression->genes);
        if (project.interactions) {
            summary.network.total = project.interactions->genes.size();
            for (const std::string &gene : project.interactions->genes) {
                if (index.row(gene) >= 0)
                    ++summary.network.matched;
                else
                    summary.network.unmatched.push_back(gene);
            }
        }
    }
    summary.warnings = matchInputs(project).warnings();
    context.report(marked("Core", "Matching genes"), 1, 2);
    if (project.clinical) {
        summary.clinicalRows = project.clinical->ids.size();
        for (const ClinicalColumn &column : project.clinical->columns)
            summary.clinical.push_back(summarise(column));
    }
    if (context.isCancelled())
        return Error{ErrorCode::Cancelled, ""};
    return summary;
}

} // namespace pathgan
