// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/archive_p.h"

#include "core/gan/archivecheck.h"
#include "core/gan/torch/network_p.h"

#include <cstring>
#include <sstream>

namespace pathgan {

namespace {

constexpr const char *metaKey = "pathgan";
constexpr const char *weightsKey = "generator";
constexpr const char *criticKey = "critic"; // files of earlier programs have none

torch::Tensor doubles(const MatrixD &values)
{
    auto tensor = torch::empty({values.rows(), values.cols()}, torch::kFloat64);
    std::memcpy(tensor.data_ptr<double>(), values.data(),
                static_cast<std::size_t>(values.size()) * sizeof(double));
    return tensor;
}

MatrixD doubles(const torch::Tensor &tensor)
{
    const auto plain = tensor.to(torch::kFloat64).contiguous();
    return Eigen::Map<const MatrixD>(plain.data_ptr<double>(), plain.size(0), plain.size(1));
}

Result<ModuleRun> restore(torch::serialize::InputArchive &archive)
{
    c10::IValue meta;
    archive.read(metaKey, meta);
    NetworkFrame frame;
    GanRun run;
    std::shared_ptr<const BottleneckRecord> head;
    if (!parseMeta(meta.toStringRef(), frame, run, head))
        return Error{ErrorCode::UnknownFormat, metaKey};
    torch::Tensor tensor;
    const auto read = [&](const char *key) {
        archive.read(key, tensor);
        return doubles(tensor);
    };
    frame.geneMean = read("gene_mean").col(0).cast<float>();
    frame.geneSd = read("gene_sd").col(0).cast<float>();
    frame.targetMean = read("target_mean").col(0);
    frame.targetSd = read("target_sd").col(0);
    run.predicted = read("predicted");
    if (frame.geneMean.size() != static_cast<Index>(frame.genes.size()) ||
        frame.targetMean.size() != static_cast<Index>(frame.reactions.size()))
        return Error{ErrorCode::UnknownFormat, "gene_mean"};
    auto generator = makeGenerator(frame);
    torch::serialize::InputArchive weights;
    archive.read(weightsKey, weights);
    generator->load(weights);
    std::shared_ptr<Critic> critic;
    torch::serialize::InputArchive criticWeights;
    if (archive.try_read(criticKey, criticWeights)) {
        critic = makeCritic(frame);
        critic->load(criticWeights);
    }
    auto network = std::make_shared<TorchNetwork>(std::move(frame), std::move(generator), std::move(critic));
    network->setRecord(run, head);
    return ModuleRun{std::move(run), network, head};
}

} // namespace

Result<std::string> TorchNetwork::encoded() const
{
    torch::serialize::OutputArchive archive, weights;
    m_generator->save(weights);
    archive.write(weightsKey, weights);
    if (m_critic) {
        torch::serialize::OutputArchive critic;
        m_critic->save(critic);
        archive.write(criticKey, critic);
    }
    archive.write(metaKey, c10::IValue(metaText(m_frame, m_record, m_head.get())));
    archive.write("gene_mean", doubles(MatrixD(m_frame.geneMean.cast<double>())));
    archive.write("gene_sd", doubles(MatrixD(m_frame.geneSd.cast<double>())));
    archive.write("target_mean", doubles(MatrixD(m_frame.targetMean)));
    archive.write("target_sd", doubles(MatrixD(m_frame.targetSd)));
    archive.write("predicted", doubles(m_record.predicted));
    // Through a stream: LibTorch would write the file's own name into the archive.
    std::ostringstream bytes;
    archive.save_to(bytes);
    return withChecksum(bytes.str());
}

Result<ModuleRun> readNetwork(std::string bytes, const std::string &name)
{
    const Result<std::string> checked = checkedArchive(std::move(bytes));
    if (!checked)
        return Error{checked.error().code, name + ": " + checked.error().detail};
    std::istringstream archiveStream(*checked);
    // A damaged file is an expected failure, which LibTorch tells by exceptions only.
    try {
        torch::serialize::InputArchive archive;
        archive.load_from(archiveStream);
        auto run = restore(archive);
        if (!run)
            return Error{run.error().code, name + ": " + run.error().detail};
        return run;
    } catch (const c10::Error &error) {
        return Error{ErrorCode::FileTruncated, name + ": " + error.what_without_backtrace()};
    }
}

} // namespace pathgan
