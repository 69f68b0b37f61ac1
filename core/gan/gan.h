// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task.h"
#include "core/data/capacityduals.h"
#include "core/data/genesets.h"
#include "core/gan/bottleneck.h"
#include "core/gan/checkpoint.h"
#include "core/gan/ganepoch.h"
#include "core/gan/ganoptions.h"
#include "core/gan/heldout.h"
#include "core/gan/trainednetwork.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// What training needs, aligned by sample.
struct GanInput
{
    std::vector<std::string> samples, patients; ///< one patient never crosses the split
    std::vector<std::string> cohortLabels;      ///< tissue or study of a sample; empty: unknown
    std::vector<std::string> genes;             ///< as in the matrix
    MatrixF expression;                         ///< samples × genes, log2(x+1); NaN where unmeasured
    std::vector<std::string> reactions;
    MatrixD targets; ///< samples × reactions, mmol/gDW/h
    GeneSetCollection sets;
    std::vector<std::vector<Index>> setGenes;       ///< by set: columns of expression
    std::vector<std::pair<int, int>> reactionEdges; ///< interaction edges between reactions; may be empty
    /// Dual solutions behind the targets, aligned by sample and reaction; null: the targets have none.
    std::shared_ptr<const CapacityDuals> duals;
    std::vector<Index> dualGenes; ///< by duals->genes: column of expression
    MatrixD ruleScores; ///< samples × distinct gene rules, log2(score+1): for baselines; empty: unknown
    std::vector<std::pair<std::string, std::string>> inputHashes; ///< name, SHA-256: kept in the saved file
};

struct GanRun
{
    GanOptions options;
    std::vector<GanEpoch> history;
    std::shared_ptr<const TrainedNetwork> network;
    std::vector<std::string> samples, reactions;
    /// All samples × reactions, mmol/gDW/h. With a head, a training sample's own dual solutions are left out.
    MatrixD predicted;
    std::vector<int> trainSamples, validationSamples, testSamples;
    std::shared_ptr<const PathwayAttention> attention; ///< of the cohort's samples; null without tokens
    /// With a head: sample by sample, all reactions; a training sample's own solutions are left out.
    std::vector<SampleBottleneck> bottlenecks;
    HeldOut test;
    std::optional<HeldOut> networkAlone, headAlone; ///< on the test set; with a head only
    std::vector<double> networkShare; ///< w by reaction, as BottleneckRecord's; empty without a head
    Baselines baselines;
    int bestEpoch = 0;                 ///< whose weights were kept
    bool stoppedEarly = false;         ///< by the user; patience only sets bestEpoch
    std::vector<std::string> warnings; ///< English keys: mode collapse, a baseline wins …
    std::vector<std::pair<std::string, std::string>> inputHashes;
};

/// Samples by index; no patient in two parts; same seed, same split.
struct SampleSplit
{
    std::vector<int> train, validation, test;
};
SampleSplit splitByPatient(const std::vector<std::string> &patients, double trainShare,
                           double validationShare, std::uint64_t seed);
/// The samples of one label are the test set, the other patients are split in the proportion of the shares;
/// a patient in both is in the test set only. UnknownName with the labels there are.
Result<SampleSplit> splitByCohort(const std::vector<std::string> &patients,
                                  const std::vector<std::string> &labels, const GanOptions &options);

/// truth and predicted: samples × reactions in mmol/gDW/h. labels may be empty. Log10 scale: log10(max(y,
/// 1e-3)). limits: what the reactions can carry, as truth; empty: unknown.
HeldOut scorePredictions(const MatrixD &truth, const MatrixD &predicted,
                         const std::vector<std::string> &labels, TargetScale scale,
                         const MatrixD &limits = {});
/// seed: of the shuffled pairs.
Result<Baselines> scoreBaselines(const GanInput &input, const SampleSplit &split, TargetScale scale,
                                 std::uint64_t seed, const TaskContext &context = {});

/// Trains in the module that holds LibTorch, which is loaded on first use. With checkpoints it goes on where
/// an earlier run of the same input and options ended, whose epochs onEpoch hears of first.
Result<GanRun> trainGan(const GanInput &input, const GanOptions &options, const TaskContext &context,
                        const GanEpochCallback &onEpoch = {}, const GanCheckpoints &checkpoints = {});
/// A network written by save(), with the run it came from (history, split, scores).
Result<GanRun> loadNetwork(const std::filesystem::path &path);
/// The same of its content; name: for messages.
Result<GanRun> decodeNetwork(std::string bytes, const std::string &name);
/// LibTorch version, BLAS and whether it is a slow one; loads the module.
Result<std::string> backendDescription();

} // namespace pathgan
