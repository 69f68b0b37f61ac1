#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/explain/shap.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace pathgan {

namespace {

/// v(S) = mean output over the background with the features of S taken from the point. Coalitions are
/// evaluated several at a time.
class CoalitionValues
{
public:
    CoalitionValues(const Predictor &predictor, const MatrixF &background)
        : m_predictor(predictor), m_background(background)
    {}

    /// fill(i, has): calls has(feature) for each feature of coalition i. False when stopped.
    template <class Fill>
    bool evaluate(const MatrixF &points, Index point, std::size_t coalitions, const Fill &fill,
                  const TaskContext &context, std::vector<double> &values) const
    {
        constexpr Index batchNumbers = 4'000'000;
        const Index rows = m_background.rows();
        const Index atOnce =
            std::clamp<Index>(batchNumbers / std::max<Index>(rows * m_predictor.features, 1), 1, 256);
        values.resize(coalitions);
        MatrixF batch;
        for (std::size_t begin = 0; begin < coalitions; begin += static_cast<std::size_t>(atOnce)) {
            if (context.shouldStop())
                return false;
            const auto count = std::min<Index>(atOnce, static_cast<Index>(coalitions - begin));
            batch = m_background.replicate(count, 1);
            for (Index i = 0; i < count; ++i) {
                fill(begin + static_cast<std::size_t>(i), [&](Index feature) {
                    batch.col(feature).segment(i * rows, rows).setConstant(points(point, feature));
                });
            }
            const VectorD outputs = m_predictor.evaluate(batch, nullptr);
            for (Index i = 0; i < count; ++i)
                values[begin + static_cast<std::size_t>(i)] = outputs.segment(i * rows, rows).mean();
        }
        return true;
    }

private:
    const Predictor &m_predictor;
    const MatrixF &m_background;
};

Result<void> checkInputs(const Predictor &predictor, const MatrixF &points, const MatrixF &background)
{
    if (background.rows() == 0)
        return Error{ErrorCode::TooFewSamples, "background"};
    if (points.cols() != predictor.features || background.cols() != predictor.features)
        return Error{ErrorCode::InvalidOption, "features"};
    return {};
}

using Orders = std::vector<std::vector<std::size_t>>;

/// Adds the differences met when switching the features on in this order.
bool walkOrder(const CoalitionValues &value, const MatrixF &points, Index point,
               const std::vector<std::size_t> &order, const TaskContext &context, MatrixD &sums)
{
    std::vector<double> values;
    const auto prefix = [&order](std::size_t length, const auto &has) {
        for (std::size_t i = 0; i < length; ++i)
            has(static_cast<Index>(order[i]));
    };
    if (!value.evaluate(points, point, order.size() + 1, prefix, context, values))
        return false;
    for (std::size_t i = 0; i < order.size(); ++i)
        sums(point, static_cast<Index>(order[i])) += values[i + 1] - values[i];
    return true;
}

/// ordersOf(point): the orders to walk, both ways.
template <class OrdersOf>
Result<MatrixD> permutationValues(const Predictor &predictor, const MatrixF &points,
                                  const MatrixF &background, const OrdersOf &ordersOf,
                                  const TaskContext &context)
{
    if (const Result<void> checked = checkInputs(predictor, points, background); !checked)
        return checked.error();
    const CoalitionValues value(predictor, background);
    MatrixD sums = MatrixD::Zero(points.rows(), points.cols());
    for (Index point = 0; point < points.rows(); ++point) {
        Orders orders = ordersOf(static_cast<std::size_t>(point));
        for (std::vector<std::size_t> &order : orders) {
            for (int direction = 0; direction < 2; ++direction) {
                if (!walkOrder(value, points, point, order, context, sums))
                    return Error{ErrorCode::Cancelled, {}};
                std::reverse(order.begin(), order.end());
            }
        }
        sums.row(point) /= 2 * static_cast<double>(orders.size());
        context.report(marked("Core", "Explaining samples"), static_cast<double>(point + 1),
                       static_cast<double>(points.rows()));
    }
    return sums;
}

} // namespace

Result<MatrixD> exactShapley(const Predictor &predictor, const MatrixF &points, const MatrixF &background)
{
    constexpr Index mostFeatures = 20;
    if (const Result<void> checked = checkInputs(predictor, points, background); !checked)
        return checked.error();
    const Index features = predictor.features;
    if (features < 1 || features > mostFeatures)
        return Error{ErrorCode::InvalidOption, "features"};

    // weights[s] = s!·(M−s−1)!/M!
    std::vector<double> weights(static_cast<std::size_t>(features));
    weights[0] = 1 / static_cast<double>(features);
    for (Index s = 1; s < features; ++s)
        weights[static_cast<std::size_t>(s)] = weights[static_cast<std::size_t>(s - 1)] *
                                               static_cast<double>(s) / static_cast<double>(features - s);
    const CoalitionValues value(predictor, background);
    const std::size_t coalitions = std::size_t{1} << features;
    const auto members = [features](std::size_t mask, const auto &has) {
        for (Index feature = 0; feature < features; ++feature) {
            if ((mask >> feature & 1) != 0)
                has(feature);
        }
    };
    MatrixD phi = MatrixD::Zero(points.rows(), features);
    std::vector<double> values;
    for (Index point = 0; point < points.rows(); ++point) {
        value.evaluate(points, point, coalitions, members, {}, values);
        for (std::size_t mask = 0; mask < coalitions; ++mask) {
            for (Index feature = 0; feature < features; ++feature) {
                const std::size_t with = mask | std::size_t{1} << feature;
                if (with != mask)
                    phi(point, feature) += weights[static_cast<std::size_t>(std::popcount(mask))] *
                                           (values[with] - values[mask]);
            }
        }
    }
    return phi;
}

Result<MatrixD> permutationShapley(const Predictor &predictor, const MatrixF &points,
                                   const MatrixF &background, int permutations, std::uint64_t seed,
                                   const TaskContext &context)
{
    if (permutations < 1)
        return Error{ErrorCode::InvalidOption, "permutations"};
    const auto ordersOf = [&](std::size_t point) {
        Random random(seed, point);
        Orders orders;
        for (int i = 0; i < permutations; ++i)
            orders.push_back(random.permutation(static_cast<std::size_t>(predictor.features)));
        return orders;
    };
    return permutationValues(predictor, points, background, ordersOf, context);
}

Result<MatrixD> permutationShapleyFrom(const Predictor &predictor, const MatrixF &points,
                                       const MatrixF &background, const Orders &orders,
                                       const TaskContext &context)
{
    std::vector<std::size_t> features(static_cast<std::size_t>(predictor.features));
    std::iota(features.begin(), features.end(), std::size_t{0});
    for (const std::vector<std::size_t> &order : orders) {
        if (!std::is_permutation(order.begin(), order.end(), features.begin(), features.end()))
            return Error{ErrorCode::InvalidOption, "orders"};
    }
    if (orders.empty())
        return Error{ErrorCode::InvalidOption, "orders"};
    return permutationValues(
        predictor, points, background, [&](std::size_t) { return orders; }, context);
}

} // namespace pathgan
