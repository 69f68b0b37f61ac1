// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/dualsimplex_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double feasibility = 1e-8;   ///< of scaled values
constexpr double dualTolerance = 1e-9; ///< of scaled reduced costs
constexpr double leastPivot = 1e-7;
constexpr double negligible = 1e-13;
constexpr int updatesBetween = 100; ///< of the factors

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

DualSimplex::DualSimplex(std::shared_ptr<const DualStart> start)
    : m_start(std::move(start)), m_lower(m_start->scale.size(), 0.0), m_upper(m_lower), m_value(m_lower),
      m_rho(m_start->rowCount()), m_column(m_rho), m_work(m_rho), m_row(m_lower),
      m_isTouched(m_lower.size(), 0)
{}

void DualSimplex::setBounds(int column, double low, double high)
{
    m_lower[at(column)] = low / m_start->scale[at(column)];
    m_upper[at(column)] = high / m_start->scale[at(column)];
}

void DualSimplex::setRowBounds(int row, double low, double high)
{
    setBounds(static_cast<int>(m_start->columnCount()) + row, low, high);
}

double DualSimplex::range(int variable) const
{
    return m_upper[at(variable)] - m_lower[at(variable)];
}

/// At the bound that its reduced cost asks for. False: there is none.
bool DualSimplex::placeNonbasic(std::size_t variable)
{
    const double low = m_lower[variable], high = m_upper[variable], cost = m_reducedCost[variable];
    unsigned char &status = m_status[variable];
    if (low == high)
        status = Lp::fixedStatus;
    else if (cost > dualTolerance)
        status = Lp::lowerStatus;
    else if (cost < -dualTolerance)
        status = Lp::upperStatus;
    else if (status == Lp::upperStatus ? high == infinity : low == -infinity)
        status = low != -infinity ? Lp::lowerStatus : high != infinity ? Lp::upperStatus : Lp::freeStatus;
    else if (status != Lp::upperStatus)
        status = Lp::lowerStatus;
    m_value[variable] = status == Lp::upperStatus ? high : status == Lp::freeStatus ? 0 : low;
    return std::isfinite(m_value[variable]);
}

bool DualSimplex::begin()
{
    m_factor = m_start->factor;
    m_basis = m_start->basis;
    m_status = m_start->status;
    m_cost = m_start->cost;
    m_reducedCost = m_start->reducedCost;
    m_weight = m_start->weight;
    for (std::size_t variable = 0; variable < m_status.size(); ++variable)
        if (!(m_lower[variable] <= m_upper[variable]) ||
            (m_status[variable] != Lp::basicStatus && !placeNonbasic(variable)))
            return false;
    computeValues();
    return true;
}

/// Values of the basic variables: B x = −N x.
void DualSimplex::computeValues()
{
    std::fill(m_work.begin(), m_work.end(), 0.0);
    const SparseLines &columns = m_start->columns;
    for (std::size_t variable = 0; variable < m_status.size(); ++variable) {
        const double value = m_value[variable];
        if (m_status[variable] == Lp::basicStatus || value == 0)
            continue;
        for (const auto *entry = columns.begin(variable); entry != columns.end(variable); ++entry)
            m_work[at(entry->index)] -= entry->value * value;
    }
    m_factor.solve(m_work);
    for (std::size_t place = 0; place < m_basis.size(); ++place)
        m_value[at(m_basis[place])] = m_work[place];
}

/// Afresh, from the costs. What has the wrong sign by rounding gets a cost that makes it 0.
void DualSimplex::computeReducedCosts()
{
    for (std::size_t place = 0; place < m_basis.size(); ++place)
        m_work[place] = m_cost[at(m_basis[place])];
    m_factor.solveTransposed(m_work);
    const SparseLines &columns = m_start->columns;
    for (std::size_t variable = 0; variable < m_status.size(); ++variable) {
        if (m_status[variable] == Lp::basicStatus) {
            m_reducedCost[variable] = 0;
            continue;
        }
        double value = m_cost[variable];
        for (const auto *entry = columns.begin(variable); entry != columns.end(variable); ++entry)
            value -= entry->value * m_work[at(entry->index)];
        const unsigned char status = m_status[variable];
        if ((status == Lp::lowerStatus && value < 0) || (status == Lp::upperStatus && value > 0) ||
            status == Lp::freeStatus) {
            m_cost[variable] -= value;
            value = 0;
        }
        m_reducedCost[variable] = value;
    }
}

bool DualSimplex::refactor()
{
    std::vector<double> &weightOf = m_row; // by variable, for the while
    for (std::size_t place = 0; place < m_basis.size(); ++place)
        weightOf[at(m_basis[place])] = m_weight[place];
    const bool isRegular = m_factor.factorise(m_start->columns, m_basis);
    if (isRegular)
        for (std::size_t place = 0; place < m_basis.size(); ++place)
            m_weight[place] = weightOf[at(m_basis[place])];
    std::fill(weightOf.begin(), weightOf.end(), 0.0);
    if (!isRegular)
        return false;
    computeReducedCosts();
    computeValues();
    return true;
}

/// Place of the variable farthest outside its bounds, measured along the edge; −1: none is.
int DualSimplex::leavingPlace() const
{
    int result = -1;
    double best = 0;
    for (std::size_t place = 0; place < m_basis.size(); ++place) {
        const std::size_t variable = at(m_basis[place]);
        const double value = m_value[variable];
        const double off = std::max(m_lower[variable] - value, value - m_upper[variable]);
        if (off > feasibility && off * off > best * m_weight[place]) {
            best = off * off / m_weight[place];
            result = static_cast<int>(place);
        }
    }
    return result;
}

/// Row of the tableau: e B⁻¹ A.
void DualSimplex::computeRow(int place)
{
    for (const int variable : m_touched) {
        m_row[at(variable)] = 0;
        m_isTouched[at(variable)] = 0;
    }
    m_touched.clear();
    std::fill(m_rho.begin(), m_rho.end(), 0.0);
    m_rho[at(place)] = 1;
    m_factor.solveTransposed(m_rho);
    const int first = static_cast<int>(m_start->columnCount());
    for (std::size_t row = 0; row < m_rho.size(); ++row) {
        const double share = m_rho[row];
        if (std::abs(share) < negligible) {
            m_rho[row] = 0;
            continue;
        }
        const int activity = first + static_cast<int>(row);
        m_row[at(activity)] = -share;
        m_isTouched[at(activity)] = 1;
        m_touched.push_back(activity);
        for (const auto *entry = m_start->rows.begin(row); entry != m_start->rows.end(row); ++entry) {
            const std::size_t variable = at(entry->index);
            m_row[variable] += share * entry->value;
            if (!m_isTouched[variable]) {
                m_isTouched[variable] = 1;
                m_touched.push_back(entry->index);
            }
        }
    }
}

/// Candidates are put in the order in which they are passed, by groups whose ratios the tolerance cannot
/// tell apart; groups: their ends. Returns how many groups there are.
std::size_t DualSimplex::passBreakpoints(double infeasibility, std::vector<std::size_t> &groups)
{
    double slope = infeasibility;
    std::size_t begin = 0;
    while (begin < m_candidates.size()) {
        double most = infinity;
        for (std::size_t i = begin; i < m_candidates.size(); ++i)
            most = std::min(most, (m_candidates[i].reducedCost + dualTolerance) / m_candidates[i].pivot);
        std::size_t end = begin;
        for (std::size_t i = begin; i < m_candidates.size(); ++i)
            if (m_candidates[i].reducedCost <= most * m_candidates[i].pivot) {
                slope -= m_candidates[i].pivot * range(m_candidates[i].variable);
                std::swap(m_candidates[i], m_candidates[end++]);
            }
        groups.push_back(end);
        begin = end;
        if (slope < 0)
            break;
    }
    return groups.size();
}

bool DualSimplex::chooseEntering(double infeasibility, bool isBelow, Candidate &entering)
{
    m_candidates.clear();
    m_flips.clear();
    for (const int variable : m_touched) {
        const unsigned char status = m_status[at(variable)];
        if (status == Lp::basicStatus || status == Lp::fixedStatus)
            continue;
        const double value = isBelow ? -m_row[at(variable)] : m_row[at(variable)];
        const bool canEnter = status == Lp::lowerStatus   ? value > leastPivot
                              : status == Lp::upperStatus ? value < -leastPivot
                                                          : std::abs(value) > leastPivot;
        if (!canEnter)
            continue;
        const double cost = m_reducedCost[at(variable)];
        m_candidates.push_back({variable, std::abs(value),
                                status == Lp::lowerStatus   ? std::max(0.0, cost)
                                : status == Lp::upperStatus ? std::max(0.0, -cost)
                                                            : 0.0});
    }
    std::vector<std::size_t> groups;
    std::size_t group = passBreakpoints(infeasibility, groups);
    double largest = 0;
    const std::size_t considered = groups.empty() ? 0 : groups.back();
    for (std::size_t i = 0; i < considered; ++i)
        largest = std::max(largest, m_candidates[i].pivot);
    const double least = std::min(1e-3, 0.1 * largest); // worth a step less far
    while (group-- > 0) {
        const std::size_t begin = group > 0 ? groups[group - 1] : 0, end = groups[group];
        std::size_t best = begin;
        for (std::size_t i = begin; i < end; ++i)
            if (m_candidates[i].pivot > m_candidates[best].pivot)
                best = i;
        if (m_candidates[best].pivot < least)
            continue;
        entering = m_candidates[best];
        for (std::size_t i = 0; i < begin; ++i)
            m_flips.push_back(m_candidates[i].variable);
        return true;
    }
    return false;
}

/// B⁻¹ of the entering column. False: it contradicts the row, so the factors are worn out.
bool DualSimplex::solveColumn(int entering, int place)
{
    std::fill(m_column.begin(), m_column.end(), 0.0);
    const SparseLines &columns = m_start->columns;
    for (const auto *entry = columns.begin(at(entering)); entry != columns.end(at(entering)); ++entry)
        m_column[at(entry->index)] = entry->value;
    m_factor.solve(m_column);
    const double pivot = m_column[at(place)];
    return std::abs(pivot - m_row[at(entering)]) <= 1e-7 * (1 + std::abs(pivot)) &&
           std::abs(pivot) > leastPivot;
}

void DualSimplex::updateReducedCosts(int entering, int leaving)
{
    const double step = m_reducedCost[at(entering)] / m_row[at(entering)];
    for (const int variable : m_touched) {
        const std::size_t index = at(variable);
        if (m_status[index] == Lp::basicStatus)
            continue;
        double &cost = m_reducedCost[index];
        cost -= step * m_row[index];
        const unsigned char status = m_status[index];
        if ((status == Lp::lowerStatus && cost < 0) || (status == Lp::upperStatus && cost > 0)) {
            m_cost[index] -= cost; // passed by less than the tolerance
            cost = 0;
        }
    }
    m_reducedCost[at(entering)] = 0;
    m_reducedCost[at(leaving)] = -step;
}

/// Moves the passed variables to their other bounds.
void DualSimplex::flip()
{
    if (m_flips.empty())
        return;
    std::fill(m_work.begin(), m_work.end(), 0.0);
    const SparseLines &columns = m_start->columns;
    for (const int variable : m_flips) {
        const std::size_t index = at(variable);
        const bool wasLow = m_status[index] == Lp::lowerStatus;
        m_status[index] = wasLow ? Lp::upperStatus : Lp::lowerStatus;
        const double value = wasLow ? m_upper[index] : m_lower[index], moved = value - m_value[index];
        m_value[index] = value;
        for (const auto *entry = columns.begin(index); entry != columns.end(index); ++entry)
            m_work[at(entry->index)] -= entry->value * moved;
    }
    m_factor.solve(m_work);
    for (std::size_t place = 0; place < m_basis.size(); ++place)
        m_value[at(m_basis[place])] += m_work[place];
}

/// Forrest and Goldfarb's recurrence.
void DualSimplex::updateWeights(int place)
{
    constexpr double leastWeight = 1e-4;
    double own = 0;
    for (const double value : m_rho)
        own += value * value;
    m_work = m_rho;
    m_factor.solve(m_work);
    const double pivot = m_column[at(place)];
    for (std::size_t i = 0; i < m_weight.size(); ++i) {
        if (m_column[i] == 0)
            continue;
        const double ratio = m_column[i] / pivot;
        m_weight[i] = std::max(m_weight[i] + ratio * (ratio * own - 2 * m_work[i]), leastWeight);
    }
    m_weight[at(place)] = std::max(own / (pivot * pivot), leastWeight);
}

DualSimplex::Step DualSimplex::iterate()
{
    const int place = leavingPlace();
    if (place < 0)
        return Step::Done;
    const int leaving = m_basis[at(place)];
    const double value = m_value[at(leaving)];
    const bool isBelow = value < m_lower[at(leaving)];
    const double bound = isBelow ? m_lower[at(leaving)] : m_upper[at(leaving)];
    computeRow(place);
    Candidate entering;
    if (!chooseEntering(std::abs(value - bound), isBelow, entering))
        return m_factor.updates() > 0 ? Step::Refactor : Step::Failed;
    if (!solveColumn(entering.variable, place))
        return m_factor.updates() > 0 ? Step::Refactor : Step::Failed;
    flip();
    if (entering.reducedCost == 0) { // its sign is wrong by rounding
        m_cost[at(entering.variable)] -= m_reducedCost[at(entering.variable)];
        m_reducedCost[at(entering.variable)] = 0;
    }
    updateReducedCosts(entering.variable, leaving);
    const double step = (m_value[at(leaving)] - bound) / m_column[at(place)];
    for (std::size_t i = 0; i < m_basis.size(); ++i)
        if (m_column[i] != 0)
            m_value[at(m_basis[i])] -= step * m_column[i];
    m_value[at(entering.variable)] += step;
    updateWeights(place);
    m_factor.replace(place, m_column);
    m_basis[at(place)] = entering.variable;
    m_status[at(entering.variable)] = Lp::basicStatus;
    m_value[at(leaving)] = bound;
    m_status[at(leaving)] = m_lower[at(leaving)] == m_upper[at(leaving)] ? Lp::fixedStatus
                            : isBelow                                    ? Lp::lowerStatus
                                                                         : Lp::upperStatus;
    return m_factor.updates() >= updatesBetween ? Step::Refactor : Step::Moved;
}

std::optional<LpBasis> DualSimplex::solve(const TaskContext &context)
{
    constexpr long stopInterval = 64;
    if (!begin())
        return std::nullopt;
    const long most = m_iterations + std::max<long>(500, static_cast<long>(m_start->rowCount()) * 2);
    int failures = 0;
    for (;;) {
        const Step step = iterate();
        if (step == Step::Done)
            break;
        if (step == Step::Failed || m_iterations >= most ||
            (m_iterations % stopInterval == 0 && context.shouldStop()))
            return std::nullopt;
        if (step == Step::Refactor) {
            failures = m_factor.updates() < updatesBetween ? failures + 1 : 0;
            if (failures > 10 || !refactor())
                return std::nullopt;
        }
        ++m_iterations;
    }
    const std::size_t count = m_start->columnCount();
    LpBasis result(m_status.begin() + static_cast<std::ptrdiff_t>(count), m_status.end());
    result.insert(result.end(), m_status.begin(), m_status.begin() + static_cast<std::ptrdiff_t>(count));
    return result;
}

} // namespace pathgan
