// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/basisfactor_p.h"
#include "core/metabolic/lp/lp_p.h"

#include <memory>
#include <vector>

namespace pathgan {

/// Where the search for a basis starts: an optimal basis of one problem, its factors, reduced costs and
/// steepest-edge weights. Not changed once made; shared by the searches of all threads.
class DualStart
{
public:
    /// Null: the basis is singular or not optimal.
    static std::shared_ptr<const DualStart> make(const LpModel &problem, const LpBasis &basis);

    SparseLines columns;       ///< scaled; variables are columns, then row activities
    SparseLines rows;          ///< the same without the activities
    std::vector<double> scale; ///< by variable: x = scale · scaled x
    std::vector<double> cost;  ///< by variable, to minimise; perturbed
    std::vector<int> basis;    ///< variable by place
    LpBasis status;            ///< by variable
    BasisFactor factor;
    std::vector<double> reducedCost; ///< by variable
    std::vector<double> weight;      ///< by place: ‖row of B⁻¹‖²

    std::size_t rowCount() const { return rows.size(); }
    std::size_t columnCount() const { return scale.size() - rows.size(); }

private:
    void scaleProblem(const LpModel &problem);
    bool factorise(const LpBasis &given);
    bool price();
    void perturb();
    void weigh();
};

} // namespace pathgan
