#include "core/metabolic/lp_p.h"

#include <glpk.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <chrono>
#include <cmath>
#include <csetjmp>
#include <limits>

namespace pathgan {

namespace {

constexpr int reportInterval = 50; // ms
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double allowance = 1e-5; ///< relative, how far a solution may miss bounds and rows
using Clock = std::chrono::steady_clock;

std::atomic<long> lastGeneration{0};

/// GLPK keeps an environment per thread and never frees it. `generation` numbers all that ever were: a
/// problem of an ended thread, or of one whose environment a fault took, is gone.
struct Environment
{
    std::jmp_buf *jump = nullptr; ///< set while GLPK works
    const TaskContext *context = nullptr;
    long generation = ++lastGeneration;

    Environment();
    ~Environment() { glp_free_env(); }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;
};

Environment &environment()
{
    thread_local Environment instance;
    return instance;
}

int onOutput(void *info, const char *text);

Environment::Environment()
{
    glp_term_hook(onOutput, this);
}

enum Jump { Fault = 1, StopRequested = 2 };

/// Called by GLPK instead of aborting. Only C frames of GLPK lie between here and the setjmp.
void onFault(void *info)
{
    auto *here = static_cast<Environment *>(info);
    if (here->jump)
        std::longjmp(*here->jump, Fault);
}

/// Called with each line that GLPK would print; prints none. It comes every reportInterval, so a stop request
/// is seen here, without a trace in the path that the solver takes.
int onOutput(void *info, const char *)
{
    auto *here = static_cast<Environment *>(info);
    if (here->jump && here->context->shouldStop())
        std::longjmp(*here->jump, StopRequested);
    return 1;
}

enum class Outcome { Done, Fault, Stopped };

/// glp_simplex or the like. A fault inside GLPK and a stop request leave it in the middle: its environment,
/// and with it every problem of this thread, is lost then.
template <class Call>
Outcome guarded(int &answer, const TaskContext &context, const Call &call)
{
    Environment &here = environment();
    std::jmp_buf jump;
    here.jump = &jump;
    here.context = &context;
    glp_error_hook(onFault, &here);
    glp_term_hook(onOutput, &here);
    const int jumped = setjmp(jump);
    if (jumped == 0)
        answer = call();
    here.jump = nullptr;
    if (jumped == 0) {
        glp_error_hook(nullptr, nullptr);
        return Outcome::Done;
    }
    glp_free_env();
    glp_term_hook(onOutput, &here);
    here.generation = ++lastGeneration;
    return jumped == StopRequested ? Outcome::Stopped : Outcome::Fault;
}

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

glp_smcp parameters(LpMethod method)
{
    glp_smcp result;
    glp_init_smcp(&result);
    result.msg_lev = GLP_MSG_ALL;
    result.out_frq = reportInterval;
    result.meth = method == LpMethod::Dual ? GLP_DUALP : GLP_PRIMAL;
    result.r_test = GLP_RT_HAR; // flipping bounds (GLP_RT_FLIP) took a third more time on Recon3D
    return result;
}

} // namespace

struct Lp::State
{
    glp_prob *problem = nullptr;
    long generation = 0;
    int rows = 0, columns = 0;
    long iterations = 0;
    double timeLimit = 0; ///< seconds
    Clock::time_point deadline;
    std::vector<unsigned char> crossed; ///< rows, then columns: bounds that no number satisfies
    int crossedCount = 0;

    bool alive() const { return problem && generation == environment().generation; }
    void markCrossed(std::size_t index, bool is)
    {
        crossedCount += static_cast<int>(is) - static_cast<int>(crossed[index] != 0);
        crossed[index] = is;
    }
    void startClock();
    int millisecondsLeft() const; ///< not negative
    SolutionStatus run(LpMethod method, bool presolve, const TaskContext &context,
                       int iterationLimit = std::numeric_limits<int>::max());
    SolutionStatus runCold(const TaskContext &context);
    SolutionStatus runUnscaled(const TaskContext &context);
    bool holdsBounds() const;
    bool holdsRows() const;
};

void Lp::State::startClock()
{
    constexpr double longest = 1e9; // infinite, for a clock
    deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                  std::chrono::duration<double>(std::min(timeLimit, longest)));
}

int Lp::State::millisecondsLeft() const
{
    constexpr double most = std::numeric_limits<int>::max() - 1;
    const double left = std::chrono::duration<double, std::milli>(deadline - Clock::now()).count();
    return static_cast<int>(std::clamp(left, 0.0, most));
}

SolutionStatus Lp::State::run(LpMethod method, bool presolve, const TaskContext &context, int iterationLimit)
{
    if (context.shouldStop())
        return SolutionStatus::Stopped;
    glp_smcp settings = parameters(method);
    settings.presolve = presolve ? GLP_ON : GLP_OFF;
    settings.it_lim = iterationLimit;
    settings.tm_lim = millisecondsLeft();
    const int before = glp_get_it_cnt(problem);
    int answer = 0;
    glp_prob *target = problem;
    switch (guarded(answer, context, [target, &settings] { return glp_simplex(target, &settings); })) {
    case Outcome::Stopped:
        return SolutionStatus::Stopped;
    case Outcome::Fault:
        return SolutionStatus::Undefined;
    case Outcome::Done:
        break;
    }
    iterations += glp_get_it_cnt(problem) - before;
    if (answer == GLP_ETMLIM)
        return SolutionStatus::TimeLimit;
    if (answer == GLP_ENOPFS)
        return SolutionStatus::Infeasible;
    const SolutionStatus status = answer == 0 ? statusOf(glp_get_status(problem)) : SolutionStatus::Undefined;
    return status == SolutionStatus::Optimal && !holdsBounds() ? SolutionStatus::Undefined : status;
}

/// GLPK's tolerances are those of the scaled problem: where numbers span many orders of magnitude, what it
/// calls optimal may be far outside the bounds.
bool Lp::State::holdsBounds() const
{
    for (int column = 1; column <= columns; ++column) {
        const int type = glp_get_col_type(problem, column);
        const double value = glp_get_col_prim(problem, column);
        const double low = glp_get_col_lb(problem, column), high = glp_get_col_ub(problem, column);
        if ((type != GLP_FR && type != GLP_UP && low - value > allowance * std::max(1.0, std::abs(low))) ||
            (type != GLP_FR && type != GLP_LO && value - high > allowance * std::max(1.0, std::abs(high))))
            return false;
    }
    return true;
}

/// Rows add up to what GLPK says they do, relative to what enters and leaves them.
bool Lp::State::holdsRows() const
{
    std::vector<double> sum(static_cast<std::size_t>(rows) + 1, 0.0), size(sum.size(), 1.0);
    std::vector<int> index(sum.size());
    std::vector<double> coefficient(sum.size());
    for (int column = 1; column <= columns; ++column) {
        const double value = glp_get_col_prim(problem, column);
        if (value == 0)
            continue;
        const int count = glp_get_mat_col(problem, column, index.data(), coefficient.data());
        for (int k = 1; k <= count; ++k) {
            const auto row = static_cast<std::size_t>(index[static_cast<std::size_t>(k)]);
            const double term = coefficient[static_cast<std::size_t>(k)] * value;
            sum[row] += term;
            size[row] += std::abs(term);
        }
    }
    for (int row = 1; row <= rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (std::abs(sum[at] - glp_get_row_prim(problem, row)) > allowance * size[at])
            return false;
    }
    return true;
}

Lp::Lp(const LpModel &model) : m(std::make_unique<State>())
{
    m->generation = environment().generation;
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
    glp_set_col_bnds(m->problem, column + 1, boundType(low, high), low, high);
}

void Lp::setRowBounds(int row, double low, double high)
{
    if (!m->alive())
        return;
    m->markCrossed(static_cast<std::size_t>(row), areCrossed(low, high));
    glp_set_row_bnds(m->problem, row + 1, boundType(low, high), low, high);
}

void Lp::setCost(int column, double cost)
{
    if (m->alive())
        glp_set_obj_coef(m->problem, column + 1, cost);
}

void Lp::clearCosts()
{
    for (int column = 0; column < m->columns; ++column)
        setCost(column, 0.0);
}

void Lp::setMaximise(bool maximise)
{
    if (m->alive())
        glp_set_obj_dir(m->problem, maximise ? GLP_MAX : GLP_MIN);
}

int Lp::addRow(const Stoichiometry &entries, double low, double high)
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
    m->crossed.insert(m->crossed.begin() + m->rows, 0);
    ++m->rows;
    setRowBounds(row - 1, low, high);
    return row - 1;
}

SolutionStatus Lp::State::runUnscaled(const TaskContext &context)
{
    glp_unscale_prob(problem);
    glp_std_basis(problem);
    SolutionStatus status = run(LpMethod::Primal, false, context);
    if (!alive())
        return status;
    if (status == SolutionStatus::Optimal && !holdsRows())
        status = SolutionStatus::Undefined;
    glp_scale_prob(problem, GLP_SF_AUTO); // as the next solve expects it
    return status;
}

SolutionStatus Lp::State::runCold(const TaskContext &context)
{
    glp_adv_basis(problem, 0);
    SolutionStatus status = run(LpMethod::Primal, false, context);
    if (status == SolutionStatus::Undefined && alive()) { // its triangular part may be close to singular
        glp_std_basis(problem);                           // the slacks never are
        status = run(LpMethod::Primal, false, context);
    }
    if (status == SolutionStatus::Undefined && alive())
        status = run(LpMethod::Dual, true, context);
    if (status == SolutionStatus::Optimal && !holdsRows())
        status = SolutionStatus::Undefined;
    return status == SolutionStatus::Undefined && alive() ? runUnscaled(context) : status;
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
    const SolutionStatus status = m->run(LpMethod::Dual, false, context);
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
    if (guarded(answer, {}, [target] { return glp_factorize(target); }) == Outcome::Done && answer != 0)
        glp_adv_basis(m->problem, 0);
}

double Lp::objective() const
{
    return m->alive() ? glp_get_obj_val(m->problem) : std::nan("");
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
    return m->alive() ? glp_get_col_dual(m->problem, column + 1) : std::nan("");
}

double Lp::shadowPrice(int row) const
{
    return m->alive() ? glp_get_row_dual(m->problem, row + 1) : std::nan("");
}

long Lp::iterations() const
{
    return m->iterations;
}

} // namespace pathgan
