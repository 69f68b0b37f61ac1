// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/gan/bottleneck_p.h"

namespace pathgan {

namespace {

constexpr const char *warnRidge = marked("Core", "Ridge regression predicts better than the network");
constexpr const char *warnNearest = marked("Core", "Nearest neighbours predict better than the network");
constexpr const char *warnMean = marked("Core", "The training mean predicts better than the network");

/// Scores of predictions for all samples on the test set.
class TestScorer
{
public:
    TestScorer(const GanInput &input, const TrainingSet &set)
        : m_rows(set.split.test), m_truth(rowsOf(input.targets, m_rows)),
          m_scale(set.frame.options.targetScale)
    {
        if (const MatrixD limits = reactionLimits(input); limits.size() > 0)
            m_limits = rowsOf(limits, m_rows);
        if (!input.cohortLabels.empty())
            for (const int row : m_rows)
                m_labels.push_back(input.cohortLabels[static_cast<std::size_t>(row)]);
    }
    HeldOut score(const MatrixD &predicted) const
    {
        return scorePredictions(m_truth, rowsOf(predicted, m_rows), m_labels, m_scale, m_limits);
    }

private:
    const std::vector<int> &m_rows;
    MatrixD m_truth, m_limits;
    std::vector<std::string> m_labels;
    TargetScale m_scale;
};

/// Expression by the network's genes.
MatrixF networkExpression(const GanInput &input, const TrainingSet &set)
{
    MatrixF out(input.expression.rows(), static_cast<Index>(set.columns.size()));
    for (std::size_t i = 0; i < set.columns.size(); ++i)
        out.col(static_cast<Index>(i)) = input.expression.col(set.columns[i]);
    return out;
}

/// Training samples' own solutions are left out.
std::vector<int> ownSolutions(const SampleSplit &split, std::size_t samples)
{
    std::vector<int> out(samples, -1);
    for (std::size_t i = 0; i < split.train.size(); ++i)
        out[static_cast<std::size_t>(split.train[i])] = static_cast<int>(i);
    return out;
}

/// The network's predictions where the head has none.
MatrixD filledUp(MatrixD head, const CombinedNetwork &network, const MatrixD &byNetwork,
                 const MatrixD &limits)
{
    for (Index reaction = 0; reaction < head.cols(); ++reaction) {
        const bool isHead = network.usesHead(static_cast<std::size_t>(reaction));
        for (Index row = 0; row < head.rows(); ++row)
            head(row, reaction) = isHead ? network.mixed(byNetwork(row, reaction), head(row, reaction),
                                                         limits(row, reaction), 0)
                                         : byNetwork(row, reaction);
    }
    return head;
}

/// Adds the head to a run; its record, null where no dual solution is proven.
std::shared_ptr<const BottleneckRecord> addHead(const GanInput &input, const TrainingSet &set,
                                                const std::shared_ptr<RecordedNetwork> &base,
                                                const TestScorer &scorer, GanRun &run)
{
    const std::shared_ptr<BottleneckRecord> record = makeBottleneckRecord(input, set);
    if (!record)
        return nullptr;
    const CombinedNetwork draft(base, *record);
    const MatrixF expression = draft.filled(networkExpression(input, set));
    const std::vector<int> leftOut = ownSolutions(set.split, input.samples.size());
    const MatrixD byHead = draft.bottleneck()->predict(expression, leftOut);
    const MatrixD limits = draft.bottleneck()->limits(expression);
    const auto &validation = set.split.validation;
    record->networkShare =
        chooseShares(draft, rowsOf(input.targets, validation), rowsOf(run.predicted, validation),
                     rowsOf(byHead, validation), rowsOf(limits, validation));
    const auto network = std::make_shared<CombinedNetwork>(base, *record);
    run.networkAlone = scorer.score(run.predicted);
    run.headAlone = scorer.score(filledUp(byHead, draft, run.predicted, limits));
    run.networkShare = record->networkShare;
    run.predicted = network->predict(expression, leftOut);
    run.network = network;
    return record;
}

} // namespace

void finishRun(const GanInput &input, const TrainingSet &set, const std::shared_ptr<RecordedNetwork> &network,
               GanRun &run)
{
    const TestScorer scorer(input, set);
    std::shared_ptr<const BottleneckRecord> record;
    run.network = network;
    if (set.frame.options.bottleneckHead) {
        if (input.duals)
            record = addHead(input, set, network, scorer, run);
        if (!record)
            run.warnings.emplace_back(
                marked("Core", "No dual solutions: trained without the bottleneck head"));
    }
    if (set.frame.options.gradientWeight > 0 && !input.duals)
        run.warnings.emplace_back(marked("Core", "No dual solutions: trained without gradient matching"));
    run.test = scorer.score(run.predicted);
    run.baselines = set.baselines;
    if (run.baselines.ridge.pearson > run.test.pearson)
        run.warnings.emplace_back(warnRidge);
    if (run.baselines.nearest.pearson > run.test.pearson)
        run.warnings.emplace_back(warnNearest);
    if (run.baselines.meanOnly.mse < run.test.mse)
        run.warnings.emplace_back(warnMean);
    network->setRecord(run, record);
}

std::shared_ptr<const TrainedNetwork> networkOf(std::shared_ptr<const RecordedNetwork> base,
                                                const std::shared_ptr<const BottleneckRecord> &record)
{
    if (!record)
        return base;
    return std::make_shared<CombinedNetwork>(std::move(base), *record);
}

} // namespace pathgan
