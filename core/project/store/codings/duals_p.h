// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/capacityduals.h"
#include "core/project/store/codings/common_p.h"

namespace pathgan {

PATHGAN_LAST(RulePart::Op, Sum, 3)

template <class Archive, Is<RulePart> Value>
void describe(Archive &a, Value &part)
{
    a.fields(part, part.op, part.value);
}
template <class Archive, Is<ExpressedBound> Value>
void describe(Archive &a, Value &bound)
{
    a.fields(bound, bound.reaction, bound.subsystem, bound.isUpper, bound.medium, bound.greatest, bound.rule);
}
template <class Archive, Is<DualTerm> Value>
void describe(Archive &a, Value &term)
{
    a.fields(term, term.bound, term.dual);
}
template <class Archive, Is<DualSolution> Value>
void describe(Archive &a, Value &solution)
{
    a.fields(solution, solution.terms, solution.growthDual, solution.gap, solution.isDegenerate);
}

} // namespace pathgan
