#pragma once

#include "core/base/matrix.h"
#include "core/base/task.h"
#include "core/data/capacityduals.h"
#include "core/data/genesets.h"
#include "core/gan/ganepoch.h"
#include "core/gan/ganoptions.h"
#include "core/gan/heldout.h"

#include <filesystem>
#include <memory>
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

/// A trained generator; independent of LibTorch for its users. Thread-safe for const calls from one thread at
/// a time.
class TrainedNetwork
{
public:
    static constexpr const char *noSet = "(no set)";

    virtual ~TrainedNetwork() = default;
    virtual const GanOptions &options() const = 0;
    virtual const std::vector<std::string> &genes() const = 0; ///< that it needs, in its order
    virtual VectorF
    geneMeans() const = 0; ///< of the training samples: what stands for a gene without a value
    virtual const std::vector<std::string> &reactions() const = 0; ///< that it predicts
    virtual const std::vector<std::string> &
    tokens() const = 0; ///< set names, last "(no set)" for all other genes; empty: no tokens
    /// By token: the genes it sums, as indices into genes().
    virtual const std::vector<std::vector<int>> &tokenGenes() const = 0;
    /// expression: samples × genes() on log2(x+1), NaN = training mean. mmol/gDW/h, samples × reactions().
    virtual MatrixD predict(const MatrixF &expression) const = 0;
    /// Mean over the reactions that vary of (ŷ − mean)/sd on the trained scale, by sample; and its gradient
    /// by gene (per unit of log2(x+1), samples × genes()) when asked.
    virtual VectorD meanOutput(const MatrixF &expression, MatrixF *gradient) const = 0;
    /// One output (index into reactions()), units and gradient as meanOutput; 0 for a constant reaction.
    virtual VectorD output(int reaction, const MatrixF &expression, MatrixF *gradient) const = 0;
    /// Attention a sample pays to each token (samples × tokens), rows sum to 1; empty without tokens.
    virtual MatrixD attention(const MatrixF &expression) const = 0;
    /// Gene score of pathway attention, samples × genes(); empty without tokens.
    virtual MatrixD attentionGeneScores(const MatrixF &expression) const = 0;
    virtual Result<void> save(const std::filesystem::path &path) const = 0;
};

struct GanRun
{
    GanOptions options;
    std::vector<GanEpoch> history;
    std::shared_ptr<const TrainedNetwork> network;
    std::vector<std::string> samples, reactions;
    MatrixD predicted; ///< all samples × reactions, mmol/gDW/h
    std::vector<int> trainSamples, validationSamples, testSamples;
    VectorD meanAttention; ///< by token of the network, over all samples; sums to 1; empty without tokens
    HeldOut test;
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

/// truth and predicted: samples × reactions in mmol/gDW/h. labels may be empty. Log10 scale: log10(max(y,
/// 1e-3)).
HeldOut scorePredictions(const MatrixD &truth, const MatrixD &predicted,
                         const std::vector<std::string> &labels, TargetScale scale);
Result<Baselines> scoreBaselines(const GanInput &input, const SampleSplit &split, TargetScale scale,
                                 const TaskContext &context = {});

/// Trains in the module that holds LibTorch, which is loaded on first use.
Result<GanRun> trainGan(const GanInput &input, const GanOptions &options, const TaskContext &context,
                        const GanEpochCallback &onEpoch = {});
/// A network written by save(), with the run it came from (history, split, scores).
Result<GanRun> loadNetwork(const std::filesystem::path &path);
/// LibTorch version, BLAS and whether it is a slow one; loads the module.
Result<std::string> backendDescription();

} // namespace pathgan
