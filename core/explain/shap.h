// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/task.h"
#include "core/explain/predictor.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace pathgan {

enum class ShapRule {
    Random,    ///< expected gradients, random draws (as shap.GradientExplainer)
    Quadrature ///< every background point × Gauss–Legendre nodes: deterministic, additive
};

struct ShapOptions
{
    ShapRule rule = ShapRule::Random;
    static constexpr int mostDraws = 1'000'000;
    int draws = 200; ///< a sample, Random; 1 to mostDraws
    /// Quadrature, on each way from a background point; 0: as many as bring the additivity error below a
    /// hundredth of the spread of the background's outputs.
    int nodes = 0;
    int backgroundSize = 100; ///< training samples, chosen from the seed
    std::uint64_t seed = 1;
    unsigned threads = 0; ///< used only when the predictor is concurrent

    static const OptionTable &table();
    Result<void> check() const;
};

/// How the samples of a run came to be explained.
struct ExplainedSamples
{
    enum class How {
        Named,     ///< one by one
        First,     ///< the first of the cohort
        All,       ///< the whole cohort
        Drawn,     ///< by lot
        Stratified ///< by lot, each value of a clinical column with its share
    };
    How how = How::Named;
    std::size_t count = 0, of = 0; ///< of: samples of the cohort; 0: unknown (a table was read)
    std::string column = {};       ///< Stratified
    std::uint64_t seed = 0;        ///< Drawn, Stratified
};

/// SHAP values of some samples. φ of a row sums to output − baseValue up to additivityError. Names, unit and
/// outputName are the caller's to fill. Stopped with Keep: only the first rows, those finished.
struct ShapRun
{
    ShapOptions options;
    ExplainedSamples chosen; ///< the caller's to fill
    std::vector<std::string> samples, genes;
    std::string outputName;              ///< what is explained: "mean of the outputs (31)" or a reaction
    std::string unit;                    ///< "standardised units" or "mmol/gDW/h"
    MatrixD values;                      ///< samples × genes
    MatrixF data;                        ///< samples × genes: the expression explained, log2(x+1)
    double baseValue = 0;                ///< mean output over the background
    VectorD outputs;                     ///< by sample
    VectorD additivityError;             ///< Σφ − (output − baseValue), by sample
    std::vector<std::string> background; ///< samples it is relative to

    /// Gene indices by mean |φ|, descending; ties by index.
    std::vector<Index> ranking() const;
    VectorD meanAbsolute() const;
};

struct ShapDraw
{
    Index background = 0;
    double alpha = 0;
    double weight = 1; ///< relative to the other draws of the sample
};

/// Which of the candidates make the background: at most backgroundSize, ascending, drawn from the seed.
std::vector<std::size_t> chooseBackground(std::size_t candidates, const ShapOptions &options);
/// The draws that the options mean; a random stream for each point, so that a point's draws depend on nothing
/// but the seed and its number.
std::vector<std::vector<ShapDraw>> shapDraws(Index points, Index background, const ShapOptions &options);

/// Erion et al. 2021. points, background (all of it is used): × features. Diverged: the predictor gave NaN or
/// infinity. Cancelled also when Keep came before the first point was finished.
Result<ShapRun> expectedGradients(const Predictor &predictor, const MatrixF &points,
                                  const MatrixF &background, const ShapOptions &options,
                                  const TaskContext &context = {});
/// With given draws, by sample: what expectedGradients calls, and what a reference is compared with. When
/// stopped, only the first rows, those finished.
MatrixD expectedGradientsFrom(const Predictor &predictor, const MatrixF &points, const MatrixF &background,
                              const std::vector<std::vector<ShapDraw>> &draws,
                              const TaskContext &context = {});

} // namespace pathgan
