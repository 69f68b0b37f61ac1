// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

typedef struct glp_prob glp_prob;

namespace pathgan {

class LpNumbers;

// What the factorised basis that GLPK ended with proves of the numbers as they were given.

/// By a Farkas ray: that of the dual simplex, or the multipliers of the sum of infeasibilities.
bool provesInfeasible(glp_prob *problem, const LpNumbers &numbers);

/// By the ray of the primal simplex.
bool provesUnbounded(glp_prob *problem, const LpNumbers &numbers);

} // namespace pathgan
