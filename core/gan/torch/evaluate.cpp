// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/evaluate_p.h"

#include "core/gan/torch/critic_p.h"
#include "core/gan/torch/generator_p.h"
#include "core/gan/torch/objective_p.h"
#include "core/gan/torch/optimizer_p.h"

#include <cstring>
#include <functional>

namespace pathgan {

namespace {

constexpr const char *parametersPrefix = "parameters.";

torch::Tensor tensor(const PlainArray &array)
{
    auto out = torch::empty(array.shape, torch::kFloat64);
    if (!array.values.empty())
        std::memcpy(out.data_ptr<double>(), array.values.data(), array.values.size() * sizeof(double));
    return out;
}

PlainArray plain(const torch::Tensor &values)
{
    const auto flat = values.detach().to(torch::kFloat64).contiguous();
    return {flat.sizes().vec(), {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()}};
}

/// One case: its input, and what it gave.
class Case
{
public:
    explicit Case(const PlainArrays &in) : m_in(in) {}
    bool has(const std::string &name) const { return m_in.count(name) > 0; }
    double scalar(const std::string &name, double fallback) const
    {
        return has(name) ? m_in.at(name).values.at(0) : fallback;
    }
    torch::Tensor input(const std::string &name, bool gradient = false)
    {
        auto out = tensor(m_in.at(name));
        if (gradient)
            m_inputs.emplace_back(name, out.set_requires_grad(true));
        return out;
    }
    Edges edges(const std::string &name) const
    {
        const PlainArray &array = m_in.at(name);
        const std::size_t count = array.values.size() / 2;
        Edges out;
        for (std::size_t i = 0; i < count; ++i)
            out.emplace_back(static_cast<int>(array.values[i]), static_cast<int>(array.values[count + i]));
        return out;
    }
    /// Parameters by the reference's names; `rename` turns ours into theirs.
    void
    setParameters(torch::nn::Module &module,
                  const std::function<torch::Tensor(const std::string &, const torch::Tensor &)> &shape = {})
    {
        module.to(torch::kFloat64);
        const torch::NoGradGuard noGradient;
        for (auto &item : module.named_parameters()) {
            auto given = tensor(m_in.at(parametersPrefix + item.key()));
            item.value().copy_(shape ? shape(item.key(), given) : given);
        }
    }
    void give(const std::string &name, const torch::Tensor &values) { results[name] = plain(values); }
    /// Gradients of Σ result·loss_weights.
    void
    differentiate(const torch::Tensor &result, torch::nn::Module *module,
                  const std::function<torch::Tensor(const std::string &, const torch::Tensor &)> &shape = {})
    {
        (has("loss_weights") ? result * tensor(m_in.at("loss_weights")) : result).sum().backward();
        for (auto &[name, values] : m_inputs)
            give("grad_" + name, values.grad());
        if (module)
            for (const auto &item : module->named_parameters()) {
                const auto &gradient = item.value().grad();
                give("grad_parameters." + item.key(), shape ? shape(item.key(), gradient) : gradient);
            }
    }

    PlainArrays results;

private:
    const PlainArrays &m_in;
    std::vector<std::pair<std::string, torch::Tensor>> m_inputs;
};

void gatv2(Case &c)
{
    Gatv2Options options;
    const auto x = c.input("x", true);
    options.in = x.size(1);
    options.out = static_cast<std::int64_t>(c.scalar("out_channels", 1));
    options.heads = static_cast<std::int64_t>(c.scalar("heads", 1));
    options.concat = c.scalar("concat", 1) != 0;
    options.shareWeights = c.scalar("share_weights", 0) != 0;
    options.bias = c.scalar("bias", 1) != 0;
    options.slope = c.scalar("negative_slope", 0.2);
    Gatv2 layer(options);
    c.setParameters(layer);
    const auto table = neighbourTable(static_cast<int>(x.size(0)), c.edges("edge_index"),
                                      c.scalar("add_self_loops", 1) != 0);
    const auto y = layer.forward(x.unsqueeze(1), table).squeeze(1);
    c.give("out", y);
    const auto slots = torch::tensor(table.slotOfEdge, torch::kLong);
    c.give("attention", layer.attention().reshape({-1, options.heads}).index_select(0, slots));
    c.differentiate(y, &layer);
}

/// x: [nodes, in], or [graphs · nodes, 1] where pooled, the same edges in each graph.
class PlainCritic : public Critic
{
public:
    PlainCritic(std::int64_t in, std::int64_t channels, std::int64_t heads) : Critic(in, channels, heads) {}
    torch::Tensor score(const torch::Tensor &y) override { return y; }
};

void critic(Case &c)
{
    const auto x = c.input("x", true);
    const auto graphs = static_cast<std::int64_t>(c.scalar("graphs", 1));
    const bool pooled = c.scalar("pooled", 0) != 0;
    PlainCritic module(x.size(1), static_cast<std::int64_t>(c.scalar("channels", 6)),
                       static_cast<std::int64_t>(c.scalar("heads", 1)));
    c.setParameters(module);
    const std::int64_t nodes = x.size(0) / graphs;
    Edges first;
    for (const auto &edge : c.edges("edge_index"))
        if (edge.first < nodes)
            first.push_back(edge);
    const auto table = neighbourTable(static_cast<int>(nodes), first, true);
    const auto arranged = x.view({graphs, nodes, x.size(1)}).transpose(0, 1);
    const auto score = module.scoreGraph(arranged, table, pooled);
    c.give("score", score);
    c.differentiate(score, &module);
}

void attention(Case &c)
{
    auto query = c.input("query", true);
    auto key = c.has("key") ? c.input("key", true) : query;
    auto value = c.has("value") ? c.input("value", true) : query;
    MultiheadAttention module(query.size(2), static_cast<std::int64_t>(c.scalar("num_heads", 1)),
                              c.scalar("bias", 1) != 0);
    c.setParameters(module);
    torch::Tensor ignored;
    if (c.has("key_padding_mask"))
        ignored = c.input("key_padding_mask").to(torch::kBool);
    const auto result = module.forward(query, key, value, ignored);
    c.give("out", result.values);
    c.give("weights_per_head", result.weights);
    c.differentiate(result.values, &module);
}

/// One head, no biases, no output projection: H = softmax(QKᵀ/√d)V with the given maps (columns are outputs).
void projectionFormula(Case &c)
{
    const auto x = c.input("X");
    const std::int64_t width = x.size(1);
    MultiheadAttention module(width, 1);
    module.to(torch::kFloat64);
    const torch::NoGradGuard noGradient;
    auto parameters = module.named_parameters();
    parameters["in_proj_weight"].copy_(
        torch::cat({c.input("Wq").t(), c.input("Wk").t(), c.input("Wv").t()}, 0));
    parameters["out_proj.weight"].copy_(torch::eye(width, torch::kFloat64));
    const auto batch = x.unsqueeze(0);
    const auto result = module.forward(batch, batch, batch);
    c.give("H", result.values.squeeze(0));
    c.give("attention", result.weights.squeeze(0).squeeze(0));
}

GeneratorShape generatorShape(const Case &c, const PlainArrays &in)
{
    GeneratorShape shape;
    shape.genes = in.at("x").shape.at(1);
    shape.heads = static_cast<std::int64_t>(c.scalar("heads", 4));
    shape.hidden = in.at("parameters.l1.weight").shape.at(0);
    shape.outputs = in.at("parameters.l2.weight").shape.at(0);
    const std::int64_t width = in.at("parameters.att.out_proj.weight").shape.at(0);
    shape.tokenSize = shape.projection = width;
    for (std::size_t p = 0; in.count("token." + std::to_string(p)) > 0; ++p) {
        const auto &genes = in.at("token." + std::to_string(p)).values;
        shape.tokens.emplace_back(genes.begin(), genes.end());
    }
    return shape;
}

void generator(Case &c, Generator &module, bool together)
{
    // Ours are stored genes × d, theirs d × genes.
    const auto transposed = [](const std::string &name, const torch::Tensor &values) {
        return name.rfind("W_", 0) == 0 ? values.t() : values;
    };
    c.setParameters(module, transposed);
    const auto x = c.input("x", true);
    const auto result = module.forward(x, together);
    c.give("y", result.y);
    c.give("attention", result.attention);
    c.give("alone", module.forward(x.narrow(0, 0, 1), false).y);
    const auto norms = module.geneNorms();
    for (std::size_t p = 0; p < norms.size(); ++p)
        c.give("norms." + std::to_string(p), norms[p]);
    c.differentiate(result.y, &module, transposed);
}

void losses(Case &c)
{
    auto net = torch::nn::Sequential(torch::nn::Linear(4, 5),
                                     torch::nn::LeakyReLU(torch::nn::LeakyReLUOptions().negative_slope(0.2)),
                                     torch::nn::Linear(5, 1));
    c.setParameters(*net);
    const auto score = [&](const torch::Tensor &y) { return net->forward(y).squeeze(-1); };
    const auto real = c.input("real"), fake = c.input("fake");
    c.give("loss_D", criticLoss(score(real), score(fake)));
    c.give("loss_G", generatorLoss(score(fake)));
    c.give("gradient_penalty", gradientPenalty(score, real, fake, c.input("alpha")));
}

/// Reaction graph critic with the parameters of "critic.…".
ReactionGraphCritic reactionCritic(const Case &c, const PlainArrays &in, std::int64_t reactions)
{
    ReactionGraphCritic critic(static_cast<int>(reactions), c.edges("edge_index"),
                               in.at("critic.parameters.c1.bias").shape.at(0));
    PlainArrays own;
    for (const auto &[name, values] : in)
        if (name.rfind("critic.", 0) == 0)
            own[name.substr(std::strlen("critic."))] = values;
    Case(own).setParameters(critic);
    return critic;
}

/// One critic step with gradient penalty up to the gradients of its weights.
void criticStep(Case &c, const PlainArrays &in)
{
    const auto real = c.input("real"), fake = c.input("fake");
    auto critic = reactionCritic(c, in, real.size(1));
    const auto loss = criticLoss(critic.score(real), critic.score(fake));
    const auto penalty = gradientPenalty([&](const torch::Tensor &y) { return critic.score(y); }, real, fake,
                                         c.input("alpha"));
    c.give("loss", loss);
    c.give("penalty", penalty);
    c.differentiate(loss + c.scalar("penalty_weight", 0) * penalty, &critic);
}

/// One generator step up to the gradients of its weights, with gradient matching.
void generatorStep(Case &c, const PlainArrays &in, Generator &module)
{
    const auto transposed = [](const std::string &name, const torch::Tensor &values) {
        return name.rfind("W_", 0) == 0 ? values.t() : values;
    };
    c.setParameters(module, transposed);
    const auto x = c.input("x"), y = c.input("target"), truth = c.input("slopes");
    auto critic = reactionCritic(c, in, y.size(1));
    GanOptions options;
    options.pairedWeight = c.scalar("paired_weight", 0);
    options.gradientWeight = c.scalar("gradient_weight", 0);
    GradientTask task;
    task.combination = c.input("v");
    const auto combined = torch::einsum("bm,bmg->bg", {task.combination, truth});
    for (std::int64_t row = 0; row < x.size(0); ++row)
        for (std::int64_t gene = 0; gene < x.size(1); ++gene)
            if (const double slope = combined[row][gene].item<double>(); slope != 0)
                task.truth.push_back({static_cast<int>(row), static_cast<int>(gene), slope});
    const auto objective = generatorObjective(module, critic, x, y, options, &task);
    c.give("total", objective.total);
    c.give("adversarial", objective.adversarial);
    c.give("paired", objective.paired);
    c.give("gradient", objective.gradient);
    c.differentiate(objective.total, &module, transposed);
}

struct OneParameter : torch::nn::Module
{
    explicit OneParameter(const torch::Tensor &start) { w = register_parameter("w", start.clone()); }
    torch::Tensor w;
};

void adam(Case &c)
{
    GanOptions options;
    options.learningRate = c.scalar("lr", 1);
    options.beta1 = c.scalar("beta1", 0);
    options.beta2 = c.scalar("beta2", 0);
    OneParameter module(c.input("w0"));
    NetworkOptimizer optimizer(module, options, false);
    for (int step = 0; step < static_cast<int>(c.scalar("steps", 1)); ++step) {
        optimizer.zeroGradients();
        (c.input("c") * (module.w - c.input("t")).square()).sum().backward();
        optimizer.step();
        c.give("w." + std::to_string(step), module.w);
    }
}

void knn(Case &c)
{
    const auto edges = nearestNeighbours(c.input("x"), static_cast<int>(c.scalar("k", 5)));
    auto out = torch::empty({2, static_cast<std::int64_t>(edges.size())}, torch::kFloat64);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        out[0][static_cast<std::int64_t>(i)] = edges[i].first;
        out[1][static_cast<std::int64_t>(i)] = edges[i].second;
    }
    c.give("edge_index", out);
}

} // namespace

Result<PlainArrays> evaluateReference(const std::string &what, const PlainArrays &in)
{
    Case c(in);
    if (what == "gatv2") {
        gatv2(c);
    } else if (what == "critic") {
        critic(c);
    } else if (what == "knn") {
        knn(c);
    } else if (what == "attention") {
        attention(c);
    } else if (what == "projection formula") {
        projectionFormula(c);
    } else if (what == "pathway") {
        PathwayGenerator module(generatorShape(c, in));
        generator(c, module, true);
    } else if (what == "projected") {
        ProjectedGenerator module(generatorShape(c, in));
        generator(c, module, true);
    } else if (what == "pathway step") {
        PathwayGenerator module(generatorShape(c, in));
        generatorStep(c, in, module);
    } else if (what == "projected step") {
        ProjectedGenerator module(generatorShape(c, in));
        generatorStep(c, in, module);
    } else if (what == "critic step") {
        criticStep(c, in);
    } else if (what == "losses") {
        losses(c);
    } else if (what == "adam") {
        adam(c);
    } else {
        return Error{ErrorCode::InvalidOption, what};
    }
    return c.results;
}

} // namespace pathgan
