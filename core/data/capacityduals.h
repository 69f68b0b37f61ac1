// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <limits>
#include <string>
#include <vector>

namespace pathgan {

/// A part of a gene rule, in postfix order.
struct RulePart
{
    enum class Op : unsigned char { Gene, Least, Greatest, Sum };
    Op op = Op::Gene;
    int value = 0; ///< Gene: index into CapacityDuals::genes; else number of operands
};

/// One side of a reaction's bounds as the expression of a sample sets it (E-Flux, Colijn et al. 2009).
struct ExpressedBound
{
    std::string reaction, subsystem;
    bool isUpper = true;
    double medium = 0; ///< without expression, mmol/gDW/h
    /// Score that is given the capacity C; NaN: expression does not set this bound.
    double greatest = std::numeric_limits<double>::quiet_NaN();
    std::vector<RulePart> rule;
};

/// d optimum / d bound.
struct DualTerm
{
    int bound = 0; ///< index into CapacityDuals::bounds
    double dual = 0;
};

/// An optimal solution of the dual program: optimum = Σ dual · bound + growthDual · kept growth. At other
/// bounds the same sum is an upper bound of the maximum (weak duality).
struct DualSolution
{
    std::vector<DualTerm> terms; ///< whose |dual · bound| > 1e-9, ascending bounds
    double growthDual = 0;       ///< of growth ≥ growthFraction · μ, ≤ 0; of growth itself 0
    double gap = 0;              ///< |sum − optimum| / max(1, |optimum|)
    /// Other dual solutions may have the same optimum and other sums of dual · bound over bounds of equal
    /// size. (Equal bounds, mostly of reactions of one enzyme in a row, share a dual in many ways; that is
    /// not marked.)
    bool isDegenerate = false;

    static constexpr double greatestGap = 1e-6;
    bool isProven() const { return gap <= greatestGap; } ///< others must not be used
};

/// The dual solutions of maximum growth and of every capacity of some samples. Maths: Σ over S v = 0,
/// lb ≤ v ≤ ub, v_biomass ≥ growthFraction · μ.
struct CapacityDuals
{
    std::vector<std::string> genes; ///< rows of the expression matrix that the rules speak of
    std::vector<ExpressedBound> bounds;
    bool logScores = false; ///< scores from log2(x+1), not from x
    double scale = 1000;    ///< C, mmol/gDW/h
    double floor = 1e-3;    ///< least capacity, mmol/gDW/h
    double growthFraction = 0.9;
    MatrixD expression; ///< genes × samples, log2(x+1), NaN where unmeasured: what set the samples' bounds
    std::vector<DualSolution> growth; ///< by sample
    std::vector<DualSolution> values; ///< sample by sample, all reported reactions

    std::size_t reactions() const { return growth.empty() ? 0 : values.size() / growth.size(); }
    const DualSolution &of(std::size_t sample, std::size_t reaction) const
    {
        return values[sample * reactions() + reaction];
    }
};

/// The solutions and the expression of some samples, for some of the reactions, in that order.
CapacityDuals chosenDuals(const CapacityDuals &duals, const std::vector<std::size_t> &samples,
                          const std::vector<std::size_t> &reactions);

/// max(C · score / greatest, floor); NaN for a score that is not known. Where `greatest` is 0, what is silent
/// has the floor, and nothing else can be told.
double expressionCapacity(double score, double greatest, double scale, double floor);

/// Every bound for one sample, mmol/gDW/h. expression: log2(x+1) by CapacityDuals::genes, NaN where
/// unmeasured.
VectorD boundsAt(const CapacityDuals &duals, const VectorD &expression);
/// By gene: of log2(x+1) what the rules compare, x or with logScores log2(x+1).
VectorD geneScores(const CapacityDuals &duals, const VectorD &expression);
/// Score of a rule of gene scores, NaN where nothing in it is measured. stack: room to work in.
double ruleScore(const std::vector<RulePart> &rule, const VectorD &scores, std::vector<double> &stack);
double ruleScore(const CapacityDuals &duals, const ExpressedBound &bound, const VectorD &expression);

/// The sum that an optimum equals; keptGrowth: growthFraction · μ.
double dualValue(const DualSolution &solution, const VectorD &bounds, double keptGrowth);

/// How much a capacity depends on a bound or a gene.
struct Sensitivity
{
    int index = 0; ///< into CapacityDuals::bounds, or ::genes
    /// By bound: elasticity d log value / d log bound, what the kept growth asks for included. By gene:
    /// d log10 value / d log2(x+1).
    double value = 0;
};
/// Each gene's share of the score that sets a bound (index into CapacityDuals::genes; AND, OR = greatest: 1
/// for the first gene that has the score; sum: by size). Empty where expression does not set the bound: at
/// the floor, or beyond the medium's bound by more than 1e-4. scores: geneScores().
std::vector<Sensitivity> expressionShares(const CapacityDuals &duals, const ExpressedBound &bound,
                                          const VectorD &scores);
/// Of one sample's capacity; growth ≥ its share of μ moves with the bounds. Greatest |value| first, ties by
/// index. bounds: boundsAt() of that sample.
std::vector<Sensitivity> boundElasticities(const CapacityDuals &duals, const DualSolution &capacity,
                                           const DualSolution &growth, const VectorD &bounds);
/// Only of bounds that expression sets, above the floor and inside the medium's bound, compared with a
/// relative tolerance of 1e-4 (expression stored as float moves bounds by 1e-6). The gene is the one that the
/// rule picks (AND: least, OR: greatest; first of equals), x/(x+1)-safe: log10(2) · ε · min(2^x / (2^x − 1),
/// 5).
std::vector<Sensitivity> geneGradients(const CapacityDuals &duals, const DualSolution &capacity,
                                       const DualSolution &growth, const VectorD &bounds,
                                       const VectorD &expression);

} // namespace pathgan
