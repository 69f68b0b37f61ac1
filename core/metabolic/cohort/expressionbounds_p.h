// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/cohort/genemapping.h"

#include <vector>

namespace pathgan {

/// Bounds of every sample of a cohort: those of the medium, changed by its expression.
class ExpressionBounds
{
public:
    struct Bounds
    {
        std::vector<double> lower, upper; ///< by reaction, mmol/gDW/h
    };

    /// medium: bounds without expression.
    ExpressionBounds(const MetabolicModel &model, const Cohort &cohort, const GeneMapping &mapping,
                     const FluxOptions &options, Bounds medium);

    const Bounds &medium() const { return m_medium; }
    Bounds ofSample(Index sample) const;
    /// With each limit at its median over the samples (the upper one of an even number): where solving
    /// starts, the same whatever the order of the samples.
    Bounds ofMedian() const;
    /// Widest over the medium and all samples.
    Bounds widest() const;
    /// E-Flux: bounds of a sample that is none of the cohort, by scores of all reactions; the scale stays the
    /// cohort's.
    Bounds ofScores(const VectorD &scores) const;
    /// E-Flux: what the reaction's score is divided by; NaN: expression does not bound it.
    double scaleOf(int reaction) const;
    /// Reactions whose bounds expression sets.
    std::size_t reactionCount() const { return m_reactions.size(); }
    /// SHA-256 of what all samples' bounds are made of; the same for any order of them.
    std::string key(const std::vector<std::string> &samples) const;

private:
    void apply(std::size_t k, double limit, Bounds &bounds) const;

    ExpressionRule m_rule;
    Bounds m_medium;
    std::vector<int> m_reactions;
    double m_capacity = 0, m_floor = 0; ///< E-Flux: C and the least capacity
    std::vector<double> m_greatest;     ///< E-Flux: by m_reactions, the score that is given C
    MatrixD m_limits; ///< m_reactions × samples; E-Flux: capacity, paper: upper bound; NaN: as in the medium
};

/// Reactions whose upper bound the paper's formula sets; empty where the model has no glutathione.
std::vector<int> paperKeyReactions(const MetabolicModel &model, PaperKeySet keySet);

} // namespace pathgan
