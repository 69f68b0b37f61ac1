// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lp_p.h"

#include "core/metabolic/lp/lpguard_p.h"
#include "core/metabolic/lp/lpstate_p.h"

#include <glpk.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// GLPK's dual simplex stalls at times (36,000 iterations on a Recon3D tumour where 700 are usual). What
/// takes it longer than this, the primal one does faster from the same basis.
int dualLimit(int rows)
{
    return std::max(500, rows / 2);
}

/// No number satisfies them.
bool areCrossed(double low, double high)
{
    return !(low <= high) || low == infinity || high == -infinity;
}

int boundType(double low, double high)
{
    const bool hasLow = low != -infinity, hasHigh = high != infinity;
    if (hasLow && hasHigh)
        return low < high ? GLP_DB : GLP_FX;
    if (hasLow)
        return GLP_LO;
    return hasHigh ? GLP_UP : GLP_FR;
}

} // namespace

Lp::Lp(const LpModel &model) : m(std::make_unique<State>(model))
{
    m->generation = glpkGeneration();
    m->rows = model.rows();
    m->columns = model.size();
    m->timeLimit = model.timeLimit;
    m->crossed.assign(static_cast<std::size_t>(m->rows + m->columns), 0);
    m->problem = glp_create_prob();
    if (m->rows > 0)
        glp_add_rows(m->problem, m->rows);
    if (m->columns > 0)
        glp_add_cols(m->problem, m->columns);
    setMaximise(model.maximise);
    for (int row = 0; row < m->rows; ++row)
        setRowBounds(row, model.rowLower[static_cast<std::size_t>(row)],
                     model.rowUpper[static_cast<std::size_t>(row)]);
    std::vector<int> index;
    std::vector<double> value;
    for (int column = 0; column < m->columns; ++column) {
        const auto at = static_cast<std::size_t>(column);
        index.assign(1, 0);
        value.assign(1, 0.0);
        for (const auto &[row, coefficient] : model.columns[at]) {
            index.push_back(row + 1);
            value.push_back(coefficient);
        }
        glp_set_mat_col(m->problem, column + 1, static_cast<int>(index.size()) - 1, index.data(),
                        value.data());
        setBounds(column, model.lower[at], model.upper[at]);
        setCost(column, model.cost[at]);
    }
    glp_scale_prob(m->problem, GLP_SF_AUTO);
}

Lp::~Lp()
{
    if (m->alive())
        glp_delete_prob(m->problem);
}

int Lp::rows() const
{
    return m->rows;
}

int Lp::size() const
{
    return m->columns;
}

void Lp::setBounds(int column, double low, double high)
{
    if (!m->alive())
        return;
    m->markCrossed(static_cast<std::size_t>(m->rows + column), areCrossed(low, high));
    m->numbers.lower[static_cast<std::size_t>(column)] = low;
    m->numbers.upper[static_cast<std::size_t>(column)] = high;
    glp_set_col_bnds(m->problem, column + 1, boundType(low, high), low, high);
}

void Lp::setRowBounds(int row, double low, double high)
{
    if (!m->alive())
        return;
    m->markCrossed(static_cast<std::size_t>(row), areCrossed(low, high));
    m->numbers.rowLower[static_cast<std::size_t>(row)] = low;
    m->numbers.rowUpper[static_cast<std::size_t>(row)] = high;
    glp_set_row_bnds(m->problem, row + 1, boundType(low, high), low, high);
}

void Lp::setCost(int column, double cost)
{
    if (!m->alive())
        return;
    m->numbers.cost[static_cast<std::size_t>(column)] = cost;
    glp_set_obj_coef(m->problem, column + 1, m->costFactor * cost);
}

void Lp::clearCosts()
{
    for (int column = 0; column < m->columns; ++column)
        setCost(column, 0.0);
}

void Lp::setMaximise(bool maximise)
{
    if (!m->alive())
        return;
    m->numbers.maximise = maximise;
    glp_set_obj_dir(m->problem, maximise ? GLP_MAX : GLP_MIN);
}

int Lp::addRow(const LpEntries &entries, double low, double high)
{
    if (!m->alive())
        return -1;
    LpModel merged; // sums duplicates
    for (int column = 0; column < m->columns; ++column)
        merged.addRow(0, 0);
    merged.addColumn(entries, 0, 0);
    std::vector<int> index(1, 0);
    std::vector<double> value(1, 0.0);
    for (const auto &[column, coefficient] : merged.columns.front()) {
        index.push_back(column + 1);
        value.push_back(coefficient);
    }
    const int row = glp_add_rows(m->problem, 1);
    glp_set_mat_row(m->problem, row, static_cast<int>(index.size()) - 1, index.data(), value.data());
    m->numbers.addRow(merged.columns.front(), low, high);
    m->crossed.insert(m->crossed.begin() + m->rows, 0);
    ++m->rows;
    setRowBounds(row - 1, low, high);
    return row - 1;
}

SolutionStatus Lp::solveCold(const TaskContext &context)
{
    if (!m->alive())
        return SolutionStatus::Undefined;
    if (m->crossedCount > 0)
        return SolutionStatus::Infeasible;
    m->startClock();
    return m->runCold(context);
}

SolutionStatus Lp::solveFromSlacks(const TaskContext &context)
{
    if (!m->alive() || m->crossedCount > 0)
        return m->alive() ? SolutionStatus::Infeasible : SolutionStatus::Undefined;
    m->startClock();
    glp_std_basis(m->problem);
    const SolutionStatus status = m->simplex(LpMethod::Dual, false, State::noLimit, context);
    return status == SolutionStatus::Undefined && m->alive() ? m->runCold(context) : status;
}

SolutionStatus Lp::solve(LpMethod method, const TaskContext &context)
{
    if (!m->alive())
        return SolutionStatus::Undefined;
    if (m->crossedCount > 0)
        return SolutionStatus::Infeasible;
    m->startClock();
    SolutionStatus status = SolutionStatus::Undefined;
    if (method == LpMethod::Dual) {
        const LpBasis start = basis();
        status = m->run(LpMethod::Dual, false, context, dualLimit(m->rows));
        if (status == SolutionStatus::Undefined && m->alive()) {
            setBasis(start);
            status = m->run(LpMethod::Primal, false, context);
        }
    } else {
        status = m->run(LpMethod::Primal, false, context);
    }
    return status == SolutionStatus::Undefined && m->alive() ? m->runCold(context) : status;
}

const unsigned char Lp::basicStatus = GLP_BS, Lp::lowerStatus = GLP_NL, Lp::upperStatus = GLP_NU,
                    Lp::freeStatus = GLP_NF, Lp::fixedStatus = GLP_NS;

LpBasis Lp::basis() const
{
    LpBasis result;
    if (!m->alive())
        return result;
    result.reserve(static_cast<std::size_t>(m->rows + m->columns));
    for (int row = 1; row <= m->rows; ++row)
        result.push_back(static_cast<unsigned char>(glp_get_row_stat(m->problem, row)));
    for (int column = 1; column <= m->columns; ++column)
        result.push_back(static_cast<unsigned char>(glp_get_col_stat(m->problem, column)));
    return result;
}

void Lp::setBasis(const LpBasis &basis)
{
    if (!m->alive())
        return;
    assert(basis.size() == static_cast<std::size_t>(m->rows + m->columns));
    for (int row = 1; row <= m->rows; ++row)
        glp_set_row_stat(m->problem, row, basis[static_cast<std::size_t>(row - 1)]);
    for (int column = 1; column <= m->columns; ++column)
        glp_set_col_stat(m->problem, column, basis[static_cast<std::size_t>(m->rows + column - 1)]);
    int answer = 0;
    glp_prob *target = m->problem;
    if (guardedGlpk(answer, {}, infinity, [target] { return glp_factorize(target); }) == GlpkOutcome::Done &&
        answer != 0)
        glp_adv_basis(m->problem, 0);
}

double Lp::objective() const
{
    return m->alive() ? glp_get_obj_val(m->problem) / m->costFactor : std::nan("");
}

double Lp::value(int column) const
{
    return m->alive() ? glp_get_col_prim(m->problem, column + 1) : std::nan("");
}

std::vector<double> Lp::values() const
{
    std::vector<double> result(static_cast<std::size_t>(m->columns));
    for (int column = 0; column < m->columns; ++column)
        result[static_cast<std::size_t>(column)] = value(column);
    return result;
}

double Lp::reducedCost(int column) const
{
    return m->alive() ? glp_get_col_dual(m->problem, column + 1) / m->costFactor : std::nan("");
}

double Lp::shadowPrice(int row) const
{
    return m->alive() ? glp_get_row_dual(m->problem, row + 1) / m->costFactor : std::nan("");
}

LpFace Lp::optimalFace() const
{
    if (!m->alive())
        return {};
    LpFace face = pathgan::optimalFace(m->numbers, m->multipliers());
    for (int column = 0; column < m->columns;
         ++column) // basic ones have no price, whatever rounding makes of it
        if (glp_get_col_stat(m->problem, column + 1) == GLP_BS)
            face.columns[static_cast<std::size_t>(column)] = std::nan("");
    for (int row = 0; row < m->rows; ++row)
        if (glp_get_row_stat(m->problem, row + 1) == GLP_BS)
            face.rows[static_cast<std::size_t>(row)] = std::nan("");
    return face;
}

long Lp::iterations() const
{
    return m->iterations;
}

double Lp::activity(int row) const
{
    return m->alive() ? glp_get_row_prim(m->problem, row + 1) : std::nan("");
}

const LpNumbers &Lp::numbers() const
{
    return m->numbers;
}

std::vector<double> Lp::basicShift(const std::vector<double> &change) const
{
    if (!m->alive() || !glp_bf_exists(m->problem))
        return {};
    std::vector<double> right(static_cast<std::size_t>(m->rows) + 1, 0.0); // (I | −A) (rows, columns) = 0
    for (int row = 1; row <= m->rows; ++row)
        if (glp_get_row_stat(m->problem, row) != GLP_BS)
            right[static_cast<std::size_t>(row)] = -change[static_cast<std::size_t>(row - 1)];
    m->numbers.forEachEntry([&](std::size_t row, std::size_t column, double coefficient) {
        if (glp_get_col_stat(m->problem, static_cast<int>(column) + 1) != GLP_BS)
            right[row + 1] += coefficient * change[static_cast<std::size_t>(m->rows) + column];
    });
    glp_ftran(m->problem, right.data());
    std::vector<double> shift(change.size(), 0.0);
    for (int k = 1; k <= m->rows; ++k)
        shift[static_cast<std::size_t>(glp_get_bhead(m->problem, k) - 1)] =
            right[static_cast<std::size_t>(k)];
    return shift;
}

} // namespace pathgan
