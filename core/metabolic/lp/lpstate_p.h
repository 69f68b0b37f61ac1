// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/lp_p.h"
#include "core/metabolic/lp/lpcertificate_p.h"
#include "core/metabolic/lp/lpguard_p.h"

#include <glpk.h>

#include <limits>
#include <vector>

namespace pathgan {

/// GLPK's problem, and how it is brought to an answer that is proven.
struct Lp::State
{
    static constexpr int noLimit = std::numeric_limits<int>::max();

    explicit State(const LpModel &model) : numbers(model) {}

    LpNumbers numbers;
    glp_prob *problem = nullptr;
    long generation = 0;
    int rows = 0, columns = 0;
    long iterations = 0;
    double timeLimit = 0, deadline = 0; ///< seconds; by threadSeconds()
    bool isTight = false;               ///< smaller tolerances
    std::vector<unsigned char> crossed; ///< rows, then columns: bounds that no number satisfies
    int crossedCount = 0;
    double costFactor = 1; ///< of the costs that GLPK sees, a power of 2

    bool alive() const { return problem && generation == glpkGeneration(); }
    void markCrossed(std::size_t index, bool is)
    {
        crossedCount += static_cast<int>(is) - static_cast<int>(crossed[index] != 0);
        crossed[index] = is;
    }
    void startClock() { deadline = threadSeconds() + timeLimit; }
    void scaleCosts();
    SolutionStatus simplex(LpMethod method, bool presolve, int iterationLimit, const TaskContext &context);
    SolutionStatus run(LpMethod method, bool presolve, const TaskContext &context,
                       int iterationLimit = noLimit);
    SolutionStatus runCold(const TaskContext &context);
    SolutionStatus runFromNothing(const TaskContext &context);
    SolutionStatus runUnscaled(const TaskContext &context);
    bool isProven(SolutionStatus status) const;
    bool isOptimal() const;
    bool hasFactors() const;
    std::vector<double> multipliers() const;
};

} // namespace pathgan
