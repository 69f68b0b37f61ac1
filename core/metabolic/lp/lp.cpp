// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lp_p.h"

#include "core/metabolic/lp/lpcertificate_p.h"
#include "core/metabolic/lp/lpguard_p.h"

#include <glpk.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int noLimit = std::numeric_limits<int>::max();

/// GLPK's dual simplex stalls at times (36,000 iterations on a Recon3D tumour where 700 are usual). What
/// takes it longer than this, the primal one does faster from the same basis.
int dualLimit(int rows)
{
    return std::max(500, rows / 2);
}

/// What takes longer than this goes round in circles: GLPK's simplex has no rule against that. (A tumour in
/// Human-GEM under stress did so for good.) It is then solved another way.
int circleLimit(int rows, int columns)
{
    return std::max(20'000, 2 * (rows + columns));
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

SolutionStatus statusOf(int glpkStatus)
{
    switch (glpkStatus) {
    case GLP_OPT:
        return SolutionStatus::Optimal;
    case GLP_NOFEAS:
        return SolutionStatus::Infeasible;
    case GLP_UNBND:
        return SolutionStatus::Unbounded;
    case GLP_FEAS:
    case GLP_INFEAS:
        return SolutionStatus::Stopped;
    default:
        return SolutionStatus::Undefined;
    }
}

glp_smcp parameters(LpMethod method, bool isTight)
{
    glp_smcp result;
    glp_init_smcp(&result);
    result.msg_lev = GLP_MSG_ALL;
    result.out_frq = glpkLookInterval;
    if (isTight)
        result.tol_bnd = result.tol_dj = 1e-9; // a hundredth of the usual
    result.meth = method == LpMethod::Dual ? GLP_DUALP : GLP_PRIMAL;
    result.r_test = GLP_RT_HAR; // flipping bounds (GLP_RT_FLIP) took a third more time on Recon3D
    return result;
}

} // namespace

struct Lp::State
{
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
    bool isProven() const;
    std::vector<double> multipliers() const;
};

/// GLPK's tolerance of reduced costs is absolute: small costs are made large.
void Lp::State::scaleCosts()
{
    double greatest = 0;
    for (const double cost : numbers.cost)
        greatest = std::max(greatest, std::abs(cost));
    const bool isSmall = greatest > 0 && greatest < 1e-3;
    const double factor = isSmall ? std::ldexp(1.0, -std::ilogb(greatest)) : 1;
    if (factor == costFactor)
        return;
    costFactor = factor;
    for (int column = 1; column <= columns; ++column)
        glp_set_obj_coef(problem, column, factor * numbers.cost[static_cast<std::size_t>(column - 1)]);
}

SolutionStatus Lp::State::simplex(LpMethod method, bool presolve, int iterationLimit,
                                  const TaskContext &context)
{
    if (context.shouldStop())
        return SolutionStatus::Stopped;
    if (threadSeconds() >= deadline)
        return SolutionStatus::TimeLimit;
    scaleCosts();
    glp_smcp settings = parameters(method, isTight);
    settings.presolve = presolve ? GLP_ON : GLP_OFF;
    settings.it_lim = std::min(iterationLimit, circleLimit(rows, columns));
    const int before = glp_get_it_cnt(problem);
    int answer = 0;
    glp_prob *target = problem;
    switch (guardedGlpk(answer, context, deadline,
                        [target, &settings] { return glp_simplex(target, &settings); })) {
    case GlpkOutcome::Stopped:
        return SolutionStatus::Stopped;
    case GlpkOutcome::TimeUp:
        return SolutionStatus::TimeLimit;
    case GlpkOutcome::Fault:
        return SolutionStatus::Undefined;
    case GlpkOutcome::Done:
        break;
    }
    iterations += glp_get_it_cnt(problem) - before;
    if (answer == GLP_ENOPFS)
        return SolutionStatus::Infeasible;
    return answer == 0 ? statusOf(glp_get_status(problem)) : SolutionStatus::Undefined;
}

/// What is not proven optimal is tried once more from where it ended, with smaller tolerances.
SolutionStatus Lp::State::run(LpMethod method, bool presolve, const TaskContext &context, int iterationLimit)
{
    SolutionStatus status = simplex(method, presolve, iterationLimit, context);
    if (status != SolutionStatus::Optimal || isProven())
        return status;
    const bool before = isTight;
    isTight = true;
    status = simplex(LpMethod::Primal, false, iterationLimit, context);
    isTight = before;
    return status != SolutionStatus::Optimal || isProven() ? status : SolutionStatus::Undefined;
}

/// GLPK's tolerances are absolute, and those of the scaled problem: where numbers span many orders of
/// magnitude, what it calls optimal may be far outside the bounds, or far from the optimum.
bool Lp::State::isProven() const
{
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(columns));
    for (int column = 1; column <= columns; ++column)
        values.push_back(glp_get_col_prim(problem, column));
    return LpCertificate(numbers, values, multipliers()).isOptimal();
}

std::vector<double> Lp::State::multipliers() const
{
    std::vector<double> result;
    result.reserve(static_cast<std::size_t>(rows));
    for (int row = 1; row <= rows; ++row)
        result.push_back(glp_get_row_dual(problem, row) / costFactor);
    return result;
}

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

SolutionStatus Lp::State::runUnscaled(const TaskContext &context)
{
    glp_unscale_prob(problem);
    glp_std_basis(problem);
    const SolutionStatus status = run(LpMethod::Primal, false, context);
    if (alive())
        glp_scale_prob(problem, GLP_SF_AUTO); // as the next solve expects it
    return status;
}

SolutionStatus Lp::State::runFromNothing(const TaskContext &context)
{
    glp_adv_basis(problem, 0);
    SolutionStatus status = run(LpMethod::Primal, false, context);
    if (status == SolutionStatus::Undefined && alive()) { // its triangular part may be close to singular
        glp_std_basis(problem);                           // the slacks never are
        status = run(LpMethod::Primal, false, context);
    }
    if (status == SolutionStatus::Undefined && alive())
        status = run(LpMethod::Dual, true, context);
    return status == SolutionStatus::Undefined && alive() ? runUnscaled(context) : status;
}

SolutionStatus Lp::State::runCold(const TaskContext &context)
{
    SolutionStatus status = runFromNothing(context);
    if (status == SolutionStatus::Undefined && alive()) {
        isTight = true;
        status = runFromNothing(context);
        isTight = false;
    }
    return status;
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
    const SolutionStatus status = m->simplex(LpMethod::Dual, false, noLimit, context);
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
