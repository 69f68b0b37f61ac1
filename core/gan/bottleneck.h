// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/data/capacityduals.h"

#include <limits>
#include <string>
#include <vector>

namespace pathgan {

/// All that the head knows; a network's file holds it.
struct BottleneckRecord
{
    std::vector<std::string> samples; ///< training samples, in the order of the solutions
    /// Their solutions, with the greatest scores as predictions use them; expression stays empty.
    CapacityDuals duals;
    std::vector<int> genes;  ///< by duals.genes: index into the network's genes; −1: taken for unmeasured
    std::vector<int> limits; ///< by reaction: its own upper bound in duals.bounds; −1: not known
    double sharpness = 30;
    /// By reaction: w of prediction = head + w · (network − head) on the trained scale.
    std::vector<double> networkShare;
};

/// What holds a capacity of one sample back, as the head sees it.
struct SampleBottleneck
{
    struct Tumour
    {
        int sample = 0; ///< index into BottleneckRecord::samples
        double weight = 0;
    };
    struct Limit
    {
        int bound = 0;         ///< index into the duals' bounds
        double elasticity = 0; ///< d log capacity / d log bound
        int gene = -1;         ///< that sets the bound, index into the duals' genes; −1: the medium does
    };
    std::vector<Tumour> tumours; ///< greatest weight first, those that count
    std::vector<Limit> limits;   ///< greatest |elasticity| first, those that count
};

/// Capacities of a sample from the dual solutions of others: each is an upper bound (weak duality), and their
/// minimum is exact where one of them has the sample's bottlenecks. No program is solved.
///   growth = min_n Σ dual · bound
///   V_nj = max(Σ dual · bound + growthDual · growthFraction · growth, 1e-3)
///   log10 y_j = Σ_n w_nj log10 V_nj, w_nj ∝ exp(−sharpness · ln V_nj)
/// Expression is samples × the network's genes on log2(x+1) without gaps. Thread-safe.
class BottleneckHead
{
public:
    static constexpr double leastCapacity = 1e-3; ///< mmol/gDW/h
    static constexpr double noLimit = std::numeric_limits<double>::infinity();

    explicit BottleneckHead(BottleneckRecord record);

    const BottleneckRecord &record() const { return m_record; }
    std::size_t reactions() const { return m_solutions.size(); }
    /// False where no training sample has a proven solution.
    bool predicts(std::size_t reaction) const { return !m_solutions[reaction].empty(); }

    /// Samples × reactions, mmol/gDW/h; NaN where nothing predicts. leftOut: by sample, the training sample
    /// whose own solutions are not used, −1: none; empty: none.
    MatrixD predict(const MatrixF &expression, const std::vector<int> &leftOut = {}) const;
    /// The reactions' own upper bounds, mmol/gDW/h, samples × reactions; noLimit where not known.
    MatrixD limits(const MatrixF &expression) const;
    /// Training sample of each name, −1: none.
    std::vector<int> trainingSamples(const std::vector<std::string> &names) const;
    /// w_nj of one reaction, samples × training samples; rows sum to 1.
    MatrixD weights(std::size_t reaction, const MatrixF &expression) const;

    /// One sample's expression by duals.genes and its bounds, mmol/gDW/h.
    struct Point
    {
        VectorD expression, bounds;
    };
    Point pointAt(const MatrixF &expression, Index row) const;
    /// log10 y_j; adds factor · d log10 y_j / d bound to slopes (by bound) when asked.
    double logValue(const Point &point, std::size_t reaction, double factor, VectorD *slopes) const;
    /// leftOut: training sample whose own solutions are not used, −1: none.
    SampleBottleneck bottleneckAt(const Point &point, std::size_t reaction, int leftOut) const;
    /// Index of the reaction's own upper bound; −1: not known.
    int limitOf(std::size_t reaction) const { return m_limits[reaction]; }
    /// Adds Σ slopes · d bound / d log2(x+1) to a row of gradient (samples × the network's genes).
    void addGeneGradient(const Point &point, const VectorD &slopes, MatrixF &gradient, Index row) const;

private:
    /// A proven solution; its terms lie in m_terms.
    struct Solution
    {
        int sample = 0;
        std::size_t begin = 0, end = 0;
        double growthDual = 0;
    };
    struct Lanes;
    Solution stored(int sample, const DualSolution &solution);
    double sumOf(const Solution &solution, const VectorD &bounds) const;
    /// V_nj of one sample, and the solution of growth that is least. noLimit of what is left out.
    std::vector<double> valuesAt(const VectorD &bounds, std::size_t reaction, const Solution *&growth,
                                 int leftOut = -1) const;
    void predictBlock(const MatrixF &expression, Index begin, const std::vector<int> &leftOut,
                      MatrixD &out) const;

    BottleneckRecord m_record;
    std::vector<DualTerm> m_terms;
    std::vector<Solution> m_growth;
    std::vector<std::vector<Solution>> m_solutions; ///< by reaction
    std::vector<int> m_limits;                      ///< by reaction
};

} // namespace pathgan
