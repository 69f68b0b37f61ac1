// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/expressionbounds_p.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/data/capacityduals.h"
#include "core/metabolic/cohort/reactionscores.h"
#include "core/metabolic/model/conceptreactions.h"
#include "core/metabolic/model/reactionsets.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double paperBound = 1000; ///< mmol/gDW/h, UB = 1000 (1 + average/100)

/// Maintenance is a demand of the cell, not an enzyme's capacity.
bool isMaintenance(const Reaction &reaction)
{
    return reaction.id == "ATPM" || reaction.id == "DM_atp_c_";
}

/// Mean log2 expression of some rows in one sample, unmeasured values left out.
double meanOfRows(const Cohort &cohort, const std::vector<Index> &rows, Index sample)
{
    double sum = 0;
    std::size_t count = 0;
    for (const Index row : rows) {
        const double value = expressionOf(cohort, row, sample, true);
        if (std::isnan(value))
            continue;
        sum += value;
        ++count;
    }
    return count > 0 ? sum / static_cast<double>(count) : unknown;
}

/// Rows of the measured genes of some reactions' rules, each gene once.
std::vector<Index> rowsOfRules(const MetabolicModel &model, const std::vector<int> &reactions,
                               const GeneMapping &mapping)
{
    std::vector<Index> rows;
    for (const int reaction : reactions)
        for (const int gene : model.reactions[static_cast<std::size_t>(reaction)].rule.genes())
            if (const Index row = mapping.rowOfGene[static_cast<std::size_t>(gene)]; row >= 0)
                rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

/// Rows whose average sets the bound of each key reaction.
std::vector<std::vector<Index>> averagedRows(const MetabolicModel &model, const Cohort &cohort,
                                             const GeneMapping &mapping, const std::vector<int> &key,
                                             PaperAverage average)
{
    std::vector<std::vector<Index>> result;
    if (average == PaperAverage::RuleGenes) {
        for (const int reaction : key)
            result.push_back(rowsOfRules(model, {reaction}, mapping));
        return result;
    }
    std::vector<Index> rows;
    if (average == PaperAverage::GlutathioneGenes)
        rows = rowsOfRules(model, key, mapping);
    else
        for (Index row = 0; row < cohort.expression->values.rows(); ++row)
            rows.push_back(row);
    result.assign(1, rows);
    return result;
}

/// E-Flux capacities. Rows: `reactions`, which is filled, as are their scales.
MatrixD capacities(const MetabolicModel &model, const MatrixD &scores, const FluxOptions &options,
                   std::vector<int> &reactions, std::vector<double> &greatest)
{
    const int maintenance = maintenanceReaction(model).reaction;
    for (Index row = 0; row < scores.rows(); ++row) {
        const int reaction = static_cast<int>(row);
        double most = 0;
        bool isMeasured = false;
        for (Index sample = 0; sample < scores.cols(); ++sample) {
            most = std::max(most, scores(row, sample)); // NaN does not win
            isMeasured = isMeasured || !std::isnan(scores(row, sample));
        }
        if (!isMeasured || model.isBoundary(reaction) || reaction == maintenance ||
            isMaintenance(model.reactions[static_cast<std::size_t>(row)]))
            continue;
        reactions.push_back(reaction);
        greatest.push_back(most);
    }
    if (options.scoreScale == ScoreScale::Global && !greatest.empty())
        std::fill(greatest.begin(), greatest.end(), *std::max_element(greatest.begin(), greatest.end()));
    MatrixD limits(static_cast<Index>(reactions.size()), scores.cols());
    for (Index k = 0; k < limits.rows(); ++k) {
        const double most = greatest[static_cast<std::size_t>(k)];
        for (Index sample = 0; sample < limits.cols(); ++sample) {
            const double score = scores(reactions[static_cast<std::size_t>(k)], sample);
            limits(k, sample) = expressionCapacity(score, most, options.scale, options.floor);
        }
    }
    return limits;
}

MatrixD paperLimits(const MetabolicModel &model, const Cohort &cohort, const GeneMapping &mapping,
                    PaperAverage average, std::vector<int> &key)
{
    const auto rows = averagedRows(model, cohort, mapping, key, average);
    MatrixD limits(static_cast<Index>(key.size()), static_cast<Index>(cohort.size()));
    for (Index sample = 0; sample < limits.cols(); ++sample) {
        double shared = rows.size() == 1 ? meanOfRows(cohort, rows.front(), sample) : unknown;
        for (Index k = 0; k < limits.rows(); ++k) {
            if (rows.size() > 1)
                shared = meanOfRows(cohort, rows[static_cast<std::size_t>(k)], sample);
            limits(k, sample) = paperBound * (1 + shared / 100);
        }
    }
    return limits;
}

} // namespace

std::vector<int> paperKeyReactions(const MetabolicModel &model, PaperKeySet keySet)
{
    if (keySet == PaperKeySet::ByMetabolite)
        return glutathioneReactions(model);
    if (keySet == PaperKeySet::Core)
        return coreGlutathioneReactions(model);
    std::vector<int> key;
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Reaction &reaction = model.reactions[i];
        const bool isKey = keySet == PaperKeySet::BySubsystem
                               ? toUpper(reaction.subsystem) == "GLUTATHIONE METABOLISM"
                               : toUpper(reaction.name).find("GLUTATHIONE") != std::string::npos;
        if (isKey)
            key.push_back(static_cast<int>(i));
    }
    return key;
}

ExpressionBounds::ExpressionBounds(const MetabolicModel &model, const Cohort &cohort,
                                   const GeneMapping &mapping, const FluxOptions &options, Bounds medium)
    : m_rule(options.rule), m_medium(std::move(medium)), m_capacity(options.scale), m_floor(options.floor)
{
    if (m_rule == ExpressionRule::EFlux) {
        const MatrixD scores = reactionScores(model, cohort, mapping, options.orRule, options.logScores);
        m_limits = capacities(model, scores, options, m_reactions, m_greatest);
    } else {
        m_reactions = paperKeyReactions(model, options.paperKeySet);
        m_limits = paperLimits(model, cohort, mapping, options.paperAverage, m_reactions);
    }
}

void ExpressionBounds::apply(std::size_t k, double limit, Bounds &bounds) const
{
    if (std::isnan(limit))
        return;
    const auto reaction = static_cast<std::size_t>(m_reactions[k]);
    double &low = bounds.lower[reaction], &high = bounds.upper[reaction];
    if (m_rule == ExpressionRule::Paper) {
        high = limit;
        return;
    }
    if (low < 0)
        low = std::max(low, -limit);
    if (high > 0)
        high = std::min(high, limit);
}

ExpressionBounds::Bounds ExpressionBounds::ofSample(Index sample) const
{
    Bounds bounds = m_medium;
    for (std::size_t k = 0; k < m_reactions.size(); ++k)
        apply(k, m_limits(static_cast<Index>(k), sample), bounds);
    return bounds;
}

ExpressionBounds::Bounds ExpressionBounds::ofScores(const VectorD &scores) const
{
    Bounds bounds = m_medium;
    for (std::size_t k = 0; k < m_reactions.size(); ++k)
        apply(k, expressionCapacity(scores(m_reactions[k]), m_greatest[k], m_capacity, m_floor), bounds);
    return bounds;
}

double ExpressionBounds::scaleOf(int reaction) const
{
    const auto it = std::lower_bound(m_reactions.begin(), m_reactions.end(), reaction);
    const bool isBounded = m_rule == ExpressionRule::EFlux && it != m_reactions.end() && *it == reaction;
    return isBounded ? m_greatest[static_cast<std::size_t>(it - m_reactions.begin())] : unknown;
}

ExpressionBounds::Bounds ExpressionBounds::ofMedian() const
{
    Bounds bounds = m_medium;
    std::vector<double> measured;
    for (std::size_t k = 0; k < m_reactions.size(); ++k) {
        measured.clear();
        for (Index sample = 0; sample < m_limits.cols(); ++sample)
            if (const double limit = m_limits(static_cast<Index>(k), sample); !std::isnan(limit))
                measured.push_back(limit);
        if (measured.empty())
            continue;
        const auto middle = measured.begin() + static_cast<std::ptrdiff_t>(measured.size() / 2);
        std::nth_element(measured.begin(), middle, measured.end());
        apply(k, *middle, bounds);
    }
    return bounds;
}

ExpressionBounds::Bounds ExpressionBounds::widest() const
{
    Bounds bounds = m_medium;
    if (m_rule == ExpressionRule::EFlux) // only narrows
        return bounds;
    for (std::size_t k = 0; k < m_reactions.size(); ++k) {
        double &high = bounds.upper[static_cast<std::size_t>(m_reactions[k])];
        for (Index sample = 0; sample < m_limits.cols(); ++sample)
            high = std::max(high, m_limits(static_cast<Index>(k), sample)); // NaN does not win
    }
    return bounds;
}

std::string ExpressionBounds::key(const std::vector<std::string> &samples) const
{
    const auto bytesOf = [](const auto *first, std::size_t count) {
        return std::string_view(reinterpret_cast<const char *>(first), count * sizeof *first);
    };
    std::vector<std::size_t> order(samples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return samples[a] < samples[b]; });
    Sha256 hash;
    hash.update(bytesOf(m_medium.lower.data(), m_medium.lower.size()));
    hash.update(bytesOf(m_medium.upper.data(), m_medium.upper.size()));
    hash.update(bytesOf(m_reactions.data(), m_reactions.size()));
    for (const std::size_t sample : order) {
        hash.update(samples[sample]);
        const VectorD limits = m_limits.col(static_cast<Index>(sample));
        hash.update(bytesOf(limits.data(), static_cast<std::size_t>(limits.size())));
    }
    return hash.finish();
}

} // namespace pathgan
