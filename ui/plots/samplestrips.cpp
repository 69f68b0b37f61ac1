// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/samplestrips.h"

#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace pathgan {

QColor SampleStrip::colourOfCategory(std::size_t category) const
{
    // Past the palette's end the same colours, paler: the key tells them apart by their order.
    constexpr std::size_t palette = 7;
    const QColor colour = categoryColour(category);
    return category < palette ? colour : colour.lighter(150);
}

QColor SampleStrip::colourOf(std::size_t sample) const
{
    if (!numbers.empty())
        return std::isnan(numbers[sample])
                   ? neutralColour()
                   : viridis(high > low ? (numbers[sample] - low) / (high - low) : 0.5);
    const auto found = std::find(categories.begin(), categories.end(), texts[sample]);
    return found == categories.end() ? neutralColour()
                                     : colourOfCategory(std::size_t(found - categories.begin()));
}

std::optional<SampleStrip> stripOf(const Project &project, const std::string &column,
                                   const std::vector<std::string> &samples)
{
    if (!project.cohort || !project.cohort->clinical)
        return {};
    const Cohort &cohort = *project.cohort;
    const int index = cohort.clinical->columnIndex(column);
    if (index < 0)
        return {};
    const ClinicalColumn &source = cohort.clinical->columns[std::size_t(index)];
    const bool isNumber = source.type == ColumnType::Number;
    const std::vector<std::string> labels = isNumber ? std::vector<std::string>() : cohort.labels(source);
    const std::vector<double> values = isNumber ? cohort.numbers(source) : std::vector<double>();
    std::unordered_map<std::string, std::size_t> rowOf;
    for (std::size_t i = 0; i < cohort.samples.size(); ++i)
        rowOf[cohort.samples[i]] = i;

    SampleStrip found;
    found.name = QString::fromStdString(source.name);
    std::set<QString> categories;
    found.low = INFINITY;
    found.high = -INFINITY;
    for (const std::string &sample : samples) {
        const auto row = rowOf.find(sample);
        const bool known = row != rowOf.end();
        if (isNumber) {
            const double value = known ? values[row->second] : std::nan("");
            found.numbers.push_back(value);
            found.texts.push_back(std::isnan(value) ? QString() : QString::number(value, 'g', 4));
            found.low = std::fmin(found.low, value);
            found.high = std::fmax(found.high, value);
        } else {
            found.texts.push_back(known ? QString::fromStdString(labels[row->second]) : QString());
            if (!found.texts.back().isEmpty())
                categories.insert(found.texts.back());
        }
    }
    found.categories.assign(categories.begin(), categories.end());
    const bool hasAny = isNumber ? found.low <= found.high : !categories.empty();
    return hasAny ? std::optional(found) : std::nullopt;
}

std::vector<std::string> usualStrips(const Project &project)
{
    std::vector<std::string> columns;
    if (!project.cohort || !project.cohort->clinical)
        return columns;
    const ClinicalTable &clinical = *project.cohort->clinical;
    for (const int column : {cohortColumn(clinical), defaultGroupColumn(clinical)}) {
        if (column < 0)
            continue;
        const ClinicalColumn &source = clinical.columns[std::size_t(column)];
        std::set<std::string> values;
        for (const std::string &label : project.cohort->labels(source))
            values.insert(label);
        if (values.size() > 1 && std::find(columns.begin(), columns.end(), source.name) == columns.end())
            columns.push_back(source.name);
    }
    return columns;
}

} // namespace pathgan
