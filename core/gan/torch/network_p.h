// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/module_p.h"
#include "core/gan/torch/critic_p.h"
#include "core/gan/torch/generator_p.h"

#include <memory>
#include <mutex>

namespace pathgan {

/// LibTorch's thread setting belongs to the calling thread: call it at every entry.
void useOneThread();

/// Rows of a float matrix, copied.
torch::Tensor toTensor(const MatrixF &values);
MatrixF toMatrix(const torch::Tensor &tensor);

/// A generator with the frame around it and the run it came from.
class TorchNetwork : public RecordedNetwork
{
public:
    /// critic: null where it was not kept.
    TorchNetwork(NetworkFrame frame, std::shared_ptr<Generator> generator,
                 std::shared_ptr<Critic> critic = nullptr);

    const GanOptions &options() const override { return m_frame.options; }
    const std::vector<std::string> &genes() const override { return m_frame.genes; }
    VectorF geneMeans() const override { return m_frame.geneMean; }
    const std::vector<std::string> &reactions() const override { return m_frame.reactions; }
    const std::vector<std::string> &tokens() const override { return m_frame.tokens; }
    const std::vector<std::vector<int>> &tokenGenes() const override { return m_frame.tokenGenes; }
    MatrixD predict(const MatrixF &expression) const override;
    MatrixD generate(const std::vector<std::string> &names, const MatrixF &expression,
                     const MatrixF &noise) const override;
    VectorD criticScores(const MatrixD &fluxes) const override;
    VectorD meanOutput(const MatrixF &expression, MatrixF *gradient) const override;
    VectorD output(int reaction, const MatrixF &expression, MatrixF *gradient) const override;
    PathwayAttention attention(const MatrixF &expression) const override;
    MatrixD attentionGeneScores(const MatrixF &expression) const override;
    Result<std::string> encoded() const override;

    /// Standardised input to standardised outputs. noise: as generate().
    MatrixF outputs(const MatrixF &inputs, const MatrixF &noise = {}) const;
    const NetworkFrame &frame() const override { return m_frame; }
    Generator &generator() const { return *m_generator; }
    void setRecord(const GanRun &run, std::shared_ptr<const BottleneckRecord> head) override;

private:
    /// Value and gradient of one output (position in varying) or, at −1, of their mean.
    VectorD evaluate(std::int64_t position, const MatrixF &expression, MatrixF *gradient) const;

    NetworkFrame m_frame;
    std::shared_ptr<Generator> m_generator;
    std::shared_ptr<Critic> m_critic;
    GanRun m_record; ///< its network pointer stays empty
    std::shared_ptr<const BottleneckRecord> m_head;
};

/// Reads what encoded() gave; name: for messages. FileTruncated, UnknownFormat.
Result<ModuleRun> readNetwork(std::string bytes, const std::string &name);

} // namespace pathgan
