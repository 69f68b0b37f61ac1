// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/capacityduals.h"
#include "core/data/cohort.h"
#include "core/metabolic/cohort/expressionbounds_p.h"

#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

/// The dual solutions of one sample. DualTerm::bound is boundNumber() here.
struct SampleDuals
{
    DualSolution growth = none();
    std::vector<DualSolution> values; ///< by target; empty: there are none

    /// Of a sample without an optimum: none that may be used.
    static DualSolution none()
    {
        DualSolution solution;
        solution.gap = std::numeric_limits<double>::infinity();
        return solution;
    }
};

inline int boundNumber(std::size_t reaction, bool isUpper)
{
    return 2 * static_cast<int>(reaction) + static_cast<int>(isUpper);
}

/// Σ dual · bound and its gap, of terms by boundNumber(), which are made of the duals of columns: > 0 of an
/// upper bound, < 0 of a lower one, those with |dual · bound| ≤ 1e-9 left out.
DualSolution dualSolution(const std::vector<double> &duals, const ExpressionBounds::Bounds &bounds,
                          double growthDual, double keptGrowth, double optimum);

/// Dual solutions of a cohort's samples while they are solved.
class DualCollection
{
public:
    /// All are kept by reference but the options. samples: rows there will be.
    DualCollection(const MetabolicModel &model, const Cohort &cohort, const GeneMapping &mapping,
                   const FluxOptions &options, const ExpressionBounds &bounds, std::size_t targets);

    /// Whether duals are known for what is computed: capacities under E-Flux, of at most 1000 reactions (all
    /// of a model in some hundred samples would take more memory than the fluxes).
    static bool isWanted(const FluxOptions &options, std::size_t targets);

    void set(std::size_t sample, SampleDuals duals) { m_samples[sample] = std::move(duals); }
    /// From an earlier run's. False: it is not of these reactions.
    bool take(const CapacityDuals &earlier, std::size_t from, std::size_t sample);
    /// Of the samples marked, in order.
    std::shared_ptr<const CapacityDuals> of(const std::vector<unsigned char> &isWanted) const;

private:
    std::vector<DualSolution> solutionsOf(std::size_t sample) const;
    ExpressedBound describe(int number, const std::vector<int> &genes) const;
    std::vector<int> numberGenes(const std::vector<int> &bounds, CapacityDuals &duals,
                                 std::vector<Index> &rows) const;

    const MetabolicModel &m_model;
    const Cohort &m_cohort;
    const GeneMapping &m_mapping;
    FluxOptions m_options;
    const ExpressionBounds &m_bounds;
    std::size_t m_targets;
    std::vector<SampleDuals> m_samples; ///< by sample of the cohort
};

} // namespace pathgan
