// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/prepared_p.h"

#include "core/base/constant.h"
#include "core/gan/bottleneck_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace pathgan {

namespace {

constexpr double smallestCapacity = 1e-3;
constexpr double constantGene = 1e-8;
constexpr std::size_t fewestTraining = 8, fewestHeldOut = 3;

/// Mean and standard deviation (ddof 0) of every column over the given rows; NaN left out. Count 0: sd 0.
void columnMoments(const MatrixF &values, const std::vector<int> &rows, VectorD &mean, VectorD &sd)
{
    mean = VectorD::Zero(values.cols());
    sd = VectorD::Zero(values.cols());
    VectorD count = VectorD::Zero(values.cols());
    for (const int row : rows)
        for (Index column = 0; column < values.cols(); ++column)
            if (const float x = values(row, column); std::isfinite(x)) {
                mean[column] += x;
                count[column] += 1;
            }
    mean = mean.cwiseQuotient(count.cwiseMax(1.0));
    for (const int row : rows)
        for (Index column = 0; column < values.cols(); ++column)
            if (const float x = values(row, column); std::isfinite(x))
                sd[column] += (x - mean[column]) * (x - mean[column]);
    sd = sd.cwiseQuotient(count.cwiseMax(1.0)).cwiseSqrt();
}

Result<void> checkInput(const GanInput &input)
{
    const auto samples = static_cast<Index>(input.samples.size());
    const auto wrong = [](const char *what) { return Error{ErrorCode::InvalidOption, what}; };
    if (input.expression.rows() != samples || input.targets.rows() != samples ||
        input.patients.size() != input.samples.size())
        return wrong("samples");
    if (!input.cohortLabels.empty() && input.cohortLabels.size() != input.samples.size())
        return wrong("cohortLabels");
    if (input.expression.cols() != static_cast<Index>(input.genes.size()))
        return wrong("genes");
    if (input.targets.cols() != static_cast<Index>(input.reactions.size()) || input.reactions.empty())
        return wrong("reactions");
    if (input.setGenes.size() != input.sets.sets.size())
        return wrong("sets");
    for (Index row = 0; row < samples; ++row)
        for (Index column = 0; column < input.targets.cols(); ++column)
            if (!std::isfinite(input.targets(row, column)))
                return Error{ErrorCode::MissingValue, input.samples[static_cast<std::size_t>(row)] + " " +
                                                          input.reactions[static_cast<std::size_t>(column)]};
    if (input.duals)
        return checkDuals(input);
    return {};
}

/// The genes that must be there and the most variable ones of the training samples, in the matrix's order.
std::vector<Index> chooseGenes(const VectorD &sd, int count, const std::vector<Index> &required)
{
    std::vector<bool> isRequired(static_cast<std::size_t>(sd.size()), false);
    for (const Index gene : required)
        isRequired[static_cast<std::size_t>(gene)] = true;
    std::vector<Index> chosen;
    for (Index gene = 0; gene < sd.size(); ++gene)
        if (sd[gene] >= constantGene && !isRequired[static_cast<std::size_t>(gene)])
            chosen.push_back(gene);
    const std::size_t most = static_cast<std::size_t>(count) - std::min<std::size_t>(count, required.size());
    if (chosen.size() > most) {
        std::stable_sort(chosen.begin(), chosen.end(), [&](Index a, Index b) { return sd[a] > sd[b]; });
        chosen.resize(most);
    }
    chosen.insert(chosen.end(), required.begin(), required.end());
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

/// A token a set with enough chosen genes, and one for the genes in no such set; of genes that vary in
/// training.
void makeTokens(const GanInput &input, const std::vector<Index> &chosen, const VectorD &sd,
                NetworkFrame &frame)
{
    std::vector<int> position(input.genes.size(), -1);
    std::vector<bool> inSet(chosen.size(), false);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        inSet[i] = sd[chosen[i]] < constantGene;
        if (!inSet[i])
            position[static_cast<std::size_t>(chosen[i])] = static_cast<int>(i);
    }
    for (std::size_t set = 0; set < input.setGenes.size(); ++set) {
        std::vector<int> members;
        for (const Index gene : input.setGenes[set])
            if (const int at = position[static_cast<std::size_t>(gene)]; at >= 0)
                members.push_back(at);
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
        if (members.size() < static_cast<std::size_t>(frame.options.minimumSetSize))
            continue;
        for (const int member : members)
            inSet[static_cast<std::size_t>(member)] = true;
        frame.tokens.push_back(input.sets.sets[set].name);
        frame.tokenGenes.push_back(std::move(members));
    }
    std::vector<int> rest;
    for (std::size_t i = 0; i < inSet.size(); ++i)
        if (!inSet[i])
            rest.push_back(static_cast<int>(i));
    if (!rest.empty()) {
        frame.tokens.emplace_back(TrainedNetwork::noSet);
        frame.tokenGenes.push_back(std::move(rest));
    }
}

Result<void> scaleTargets(const GanInput &input, TrainingSet &set)
{
    NetworkFrame &frame = set.frame;
    MatrixD trained = input.targets;
    for (Index i = 0; i < trained.size(); ++i)
        trained.data()[i] = toTrainedScale(trained.data()[i], frame.options.targetScale);
    const auto count = static_cast<double>(set.split.train.size());
    frame.targetMean = VectorD::Zero(trained.cols());
    frame.targetSd = VectorD::Zero(trained.cols());
    for (Index column = 0; column < trained.cols(); ++column) {
        const VectorD fluxes = input.targets(set.split.train, column);
        const VectorD scaled = trained(set.split.train, column);
        double sum = 0, squares = 0;
        for (const double value : scaled)
            sum += value;
        for (const double value : scaled)
            squares += (value - sum / count) * (value - sum / count);
        // On the log scale also where all lie below its floor.
        if (isConstantColumn(fluxes) || isConstantColumn(scaled)) {
            for (const double value : fluxes)
                frame.targetMean[column] += value / count;
            continue;
        }
        frame.targetMean[column] = sum / count;
        frame.targetSd[column] = std::sqrt(squares / count);
        frame.varying.push_back(static_cast<int>(column));
    }
    if (frame.varying.empty())
        return Error{ErrorCode::ConstantTargets, std::to_string(trained.cols())};
    set.targets.resize(trained.rows(), static_cast<Index>(frame.varying.size()));
    for (std::size_t i = 0; i < frame.varying.size(); ++i) {
        const Index column = frame.varying[i];
        set.targets.col(static_cast<Index>(i)) =
            ((trained.col(column).array() - frame.targetMean[column]) / frame.targetSd[column]).cast<float>();
    }
    return {};
}

/// The network's genes, their scalers and the standardised inputs. sd: by column of expression.
Result<void> takeGenes(const GanInput &input, TrainingSet &set, VectorD &sd)
{
    NetworkFrame &frame = set.frame;
    VectorD mean;
    columnMoments(input.expression, set.split.train, mean, sd);
    std::vector<Index> required;
    if (frame.options.bottleneckHead && input.duals)
        required = bottleneckGenes(input, set.split.train);
    set.columns = chooseGenes(sd, frame.options.genes, required);
    if (set.columns.empty())
        return Error{ErrorCode::NoOverlap, "expression"};
    const auto count = static_cast<Index>(set.columns.size());
    frame.geneMean.resize(count);
    frame.geneSd.resize(count);
    MatrixF expression(input.expression.rows(), count);
    for (Index i = 0; i < count; ++i) {
        const Index gene = set.columns[static_cast<std::size_t>(i)];
        frame.genes.push_back(input.genes[static_cast<std::size_t>(gene)]);
        frame.geneMean[i] = static_cast<float>(mean[gene]);
        frame.geneSd[i] = sd[gene] < constantGene ? 1.0F : static_cast<float>(sd[gene]);
        expression.col(i) = input.expression.col(gene);
    }
    set.inputs = standardised(expression, frame);
    return {};
}

/// Interaction edges both ways, and the k nearest columns of the training targets.
void makeReactionGraph(const GanInput &input, TrainingSet &set)
{
    NetworkFrame &frame = set.frame;
    std::vector<int> position(input.reactions.size(), -1);
    for (std::size_t i = 0; i < frame.varying.size(); ++i)
        position[static_cast<std::size_t>(frame.varying[i])] = static_cast<int>(i);
    std::set<std::pair<int, int>> edges;
    const auto inRange = [&](int reaction) {
        return reaction >= 0 && reaction < static_cast<int>(position.size());
    };
    for (const auto &[a, b] : input.reactionEdges) {
        if (a == b || !inRange(a) || !inRange(b))
            continue;
        const int i = position[static_cast<std::size_t>(a)], j = position[static_cast<std::size_t>(b)];
        if (i >= 0 && j >= 0) {
            edges.insert({i, j});
            edges.insert({j, i});
        }
    }
    MatrixD columns(set.targets.cols(), static_cast<Index>(set.split.train.size()));
    for (std::size_t i = 0; i < set.split.train.size(); ++i)
        columns.col(static_cast<Index>(i)) = set.targets.row(set.split.train[i]).cast<double>();
    for (const auto &edge : nearestRows(columns, frame.options.neighbours))
        edges.insert(edge);
    frame.edges.assign(edges.begin(), edges.end());
}

} // namespace

double toTrainedScale(double value, TargetScale scale)
{
    return scale == TargetScale::Log10 ? std::log10(std::max(value, smallestCapacity)) : value;
}

double fromTrainedScale(double value, TargetScale scale)
{
    // Beyond 1e12 mmol/gDW/h only a diverged network predicts; the bound keeps the file readable.
    return scale == TargetScale::Log10 ? std::pow(10.0, std::min(value, 12.0)) : value;
}

bool isConstantColumn(const VectorD &values)
{
    return isConstant({values.data(), static_cast<std::size_t>(values.size())});
}

MatrixF standardised(const MatrixF &expression, const NetworkFrame &frame)
{
    MatrixF out(expression.rows(), expression.cols());
    for (Index row = 0; row < out.rows(); ++row)
        for (Index gene = 0; gene < out.cols(); ++gene) {
            const float z = (expression(row, gene) - frame.geneMean[gene]) / frame.geneSd[gene];
            out(row, gene) = std::isfinite(z) ? z : 0.0F;
        }
    return out;
}

MatrixD fluxesFrom(const MatrixF &outputs, const NetworkFrame &frame)
{
    MatrixD fluxes = frame.targetMean.transpose().replicate(outputs.rows(), 1);
    for (std::size_t i = 0; i < frame.varying.size(); ++i) {
        const Index column = frame.varying[i];
        for (Index row = 0; row < outputs.rows(); ++row) {
            const double output = static_cast<double>(outputs(row, static_cast<Index>(i)));
            fluxes(row, column) = fromTrainedScale(frame.targetMean[column] + output * frame.targetSd[column],
                                                   frame.options.targetScale);
        }
    }
    return fluxes;
}

MatrixF standardisedFluxes(const MatrixD &fluxes, const NetworkFrame &frame)
{
    MatrixF outputs(fluxes.rows(), static_cast<Index>(frame.varying.size()));
    for (std::size_t i = 0; i < frame.varying.size(); ++i) {
        const Index column = frame.varying[i];
        for (Index row = 0; row < fluxes.rows(); ++row)
            outputs(row, static_cast<Index>(i)) = static_cast<float>(
                (toTrainedScale(fluxes(row, column), frame.options.targetScale) - frame.targetMean[column]) /
                frame.targetSd[column]);
    }
    return outputs;
}

std::vector<std::pair<int, int>> nearestRows(const MatrixD &points, int k)
{
    std::vector<std::pair<int, int>> edges;
    const auto rows = static_cast<int>(points.rows());
    for (int i = 0; i < rows; ++i) {
        std::vector<std::pair<double, int>> others;
        for (int j = 0; j < rows; ++j)
            if (j != i)
                others.emplace_back((points.row(i) - points.row(j)).squaredNorm(), j);
        const auto kept = std::min(others.size(), static_cast<std::size_t>(std::max(k, 0)));
        std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(kept), others.end());
        for (std::size_t n = 0; n < kept; ++n)
            edges.emplace_back(others[n].second, i);
    }
    return edges;
}

Result<TrainingSet> prepareTraining(const GanInput &input, const GanOptions &options)
{
    if (auto checked = checkInput(input); !checked)
        return checked.error();
    TrainingSet set;
    NetworkFrame &frame = set.frame;
    frame.options = options;
    frame.reactions = input.reactions;
    if (options.testCohort.empty()) {
        set.split = splitByPatient(input.patients, options.trainShare, options.validationShare, options.seed);
    } else {
        auto split = splitByCohort(input.patients, input.cohortLabels, options);
        if (!split)
            return split.error();
        set.split = *std::move(split);
    }
    if (set.split.train.size() < fewestTraining || set.split.validation.size() < fewestHeldOut ||
        set.split.test.size() < fewestHeldOut)
        return Error{ErrorCode::TooFewSamples, std::to_string(input.samples.size())};
    if (auto scaled = scaleTargets(input, set); !scaled)
        return scaled.error();

    VectorD sd;
    if (auto chosen = takeGenes(input, set, sd); !chosen)
        return chosen.error();
    if (options.generator == GeneratorKind::PathwayTokens)
        makeTokens(input, set.columns, sd, frame);
    makeReactionGraph(input, set);
    if (input.duals && options.pairedWeight * options.gradientWeight > 0)
        set.gradients = targetGradients(input, set);
    return set;
}

} // namespace pathgan
