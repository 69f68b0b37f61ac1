#pragma once

#include "core/metabolic/cohortflux.h"

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
    /// Reactions whose bounds expression sets.
    std::size_t reactionCount() const { return m_reactions.size(); }

private:
    void apply(std::size_t k, double limit, Bounds &bounds) const;

    ExpressionRule m_rule;
    Bounds m_medium;
    std::vector<int> m_reactions;
    MatrixD m_limits; ///< m_reactions × samples; E-Flux: capacity, paper: upper bound; NaN: as in the medium
};

/// Reactions whose upper bound the paper's formula sets; empty where the model has no glutathione.
std::vector<int> paperKeyReactions(const MetabolicModel &model, PaperKeySet keySet);

} // namespace pathgan
