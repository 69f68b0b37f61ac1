// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/gan.h"
#include "tests/support/normalrandom.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

/// Capacities in closed form. Bounds: b0 of gene A, b1 of B, b2 of the lesser of C and D.
///   growth = min(b1, b2) / 10
///   r0 = min(b0, 2 b1); b0 is its own upper bound
///   r1 = min(b1 + b2, b0)
///   r2 = 0.2 b0 + 1000 − growthFraction · growth; 1000: bound b3, which no expression sets
///   r3 follows gene E and has no proven dual solution
struct DualCase
{
    static constexpr Index genes = 40, reactions = 4;

    static double growth(const VectorD &b) { return std::min(b[1], b[2]) / 10; }
    static VectorD values(const VectorD &b)
    {
        VectorD out(3);
        out << std::min(b[0], 2 * b[1]), std::min(b[1] + b[2], b[0]), 0.2 * b[0] + 1000 - 0.9 * growth(b);
        return out;
    }
    static std::vector<DualSolution> solutions(const VectorD &b)
    {
        DualSolution r0, r1, r2{{{0, 0.2}, {3, 1}}, -1, 0, false}, r3{{}, 0, 1, false};
        r0.terms = b[0] < 2 * b[1] ? std::vector<DualTerm>{{0, 1}} : std::vector<DualTerm>{{1, 2}};
        r1.terms = b[1] + b[2] < b[0] ? std::vector<DualTerm>{{1, 1}, {2, 1}} : std::vector<DualTerm>{{0, 1}};
        return {r0, r1, r2, r3};
    }
    static DualSolution growthSolution(const VectorD &b)
    {
        return {{{b[1] < b[2] ? 1 : 2, 0.1}}, 0, 0, false};
    }
    static CapacityDuals empty()
    {
        using Op = RulePart::Op;
        CapacityDuals duals;
        duals.genes = {"g0", "g1", "g2", "g3"};
        const double scale = 1000;
        duals.bounds = {
            {"r0", "", true, scale, 4000, {{Op::Gene, 0}}},
            {"x", "", true, scale, 4000, {{Op::Gene, 1}}},
            {"y", "", true, scale, 4000, {{Op::Gene, 2}, {Op::Gene, 3}, {Op::Least, 2}}},
            {"z", "", true, scale, std::numeric_limits<double>::quiet_NaN(), {}},
        };
        return duals;
    }

    /// 120 samples in two cohorts.
    static GanInput input(std::uint64_t seed = 3)
    {
        NormalRandom random(seed);
        GanInput input;
        const Index samples = 120;
        input.expression.resize(samples, genes);
        input.targets.resize(samples, reactions);
        auto duals = std::make_shared<CapacityDuals>(empty());
        for (Index i = 0; i < samples; ++i) {
            input.samples.push_back("s" + std::to_string(i));
            input.patients.push_back("p" + std::to_string(i));
            input.cohortLabels.push_back(i % 4 == 0 ? "small" : "large");
            for (Index g = 0; g < genes; ++g)
                input.expression(i, g) =
                    static_cast<float>(9.0 + (g == 1 ? 0.0 : 0.7) + 0.8 * random.normal());
            const VectorD b = boundsAt(*duals, input.expression.row(i).head(4).transpose().cast<double>());
            input.targets.row(i).head(3) = values(b).transpose();
            input.targets(i, 3) = std::exp2(static_cast<double>(input.expression(i, 4)) - 8);
            duals->growth.push_back(growthSolution(b));
            for (DualSolution &solution : solutions(b))
                duals->values.push_back(std::move(solution));
        }
        for (Index g = 0; g < genes; ++g)
            input.genes.push_back("g" + std::to_string(g));
        input.reactions = {"r0", "r1", "r2", "r3"};
        input.sets.sets = {{"first", "", {}}, {"second", "", {}}};
        input.setGenes = {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}};
        input.dualGenes = {0, 1, 2, 3};
        input.duals = std::move(duals);
        return input;
    }
};

} // namespace pathgan
