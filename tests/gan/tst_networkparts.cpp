// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/module_p.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>

using namespace pathgan;
using Json = nlohmann::json;

namespace {

Json readJson(const std::string &name)
{
    std::ifstream file(std::string(PATHGAN_TEST_DATA) + "/gan/" + name);
    return Json::parse(file, nullptr, false);
}

void flatten(const Json &json, std::size_t depth, PlainArray &out)
{
    if (!json.is_array()) {
        out.values.push_back(json.is_boolean() ? double(json.get<bool>()) : json.get<double>());
        return;
    }
    if (out.shape.size() <= depth)
        out.shape.push_back(std::int64_t(json.size()));
    for (const Json &item : json)
        flatten(item, depth + 1, out);
}

PlainArray array(const Json &json)
{
    PlainArray out;
    flatten(json, 0, out);
    return out;
}

PlainArrays arrays(const Json &json, const std::vector<std::string> &names)
{
    PlainArrays out;
    for (const auto &name : names)
        if (json.contains(name) && !json.at(name).is_null())
            out[name] = array(json.at(name));
    if (json.contains("parameters"))
        for (const auto &[name, value] : json.at("parameters").items())
            out["parameters." + name] = array(value);
    return out;
}

/// Largest difference relative to the largest magnitude.
double difference(const PlainArrays &got, const std::string &name, const Json &expected)
{
    const PlainArray want = array(expected);
    const auto at = got.find(name);
    if (at == got.end() || at->second.values.size() != want.values.size() || want.values.empty())
        return INFINITY;
    double largest = 0, scale = 1e-3;
    for (std::size_t i = 0; i < want.values.size(); ++i) {
        largest = std::max(largest, std::abs(at->second.values[i] - want.values[i]));
        scale = std::max(scale, std::abs(want.values[i]));
    }
    return largest / scale;
}

constexpr double kTolerance = 1e-10;

void compareGradients(const PlainArrays &got, const Json &json)
{
    for (const auto &[name, value] : json.at("grad_parameters").items())
        QVERIFY2(difference(got, "grad_parameters." + name, value) < kTolerance, name.c_str());
}

} // namespace

class TestNetworkParts : public QObject
{
    Q_OBJECT

private:
    const GanModule *m_module = nullptr;

    PlainArrays evaluate(const std::string &what, const PlainArrays &in)
    {
        auto result = m_module->evaluate(what, in);
        return result ? *result : PlainArrays{};
    }

private slots:
    void initTestCase()
    {
        auto loaded = loadGanModule();
        QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().detail.c_str());
        m_module = loaded->module;
        QVERIFY(!m_module->version().empty());
    }

    void gatv2()
    {
        const Json file = readJson("gatv2conv.json");
        QCOMPARE(file.at("cases").size(), 6U);
        for (const Json &json : file.at("cases")) {
            const auto got = evaluate(
                "gatv2", arrays(json, {"x", "edge_index", "out_channels", "heads", "concat", "add_self_loops",
                                       "share_weights", "bias", "negative_slope", "loss_weights"}));
            const std::string name = json.at("name");
            QVERIFY2(difference(got, "out", json.at("out")) < kTolerance, name.c_str());
            QVERIFY2(difference(got, "attention", json.at("attention")) < kTolerance, name.c_str());
            QVERIFY2(difference(got, "grad_x", json.at("grad_x")) < kTolerance, name.c_str());
            compareGradients(got, json);
        }
    }

    void critic()
    {
        const Json figures = readJson("discriminator.json");
        for (const Json &json : figures.at("cases")) {
            auto in = arrays(json, {"x", "edge_index", "heads", "loss_weights"});
            if (!json.at("batch").is_null()) {
                in["pooled"] = {{}, {1}};
                in["graphs"] = {{}, {json.at("batch").back().get<double>() + 1}};
            }
            const auto got = evaluate("critic", in);
            const std::string name = json.at("name");
            QVERIFY2(difference(got, "score", json.at("score")) < kTolerance, name.c_str());
            QVERIFY2(difference(got, "grad_x", json.at("grad_x")) < kTolerance, name.c_str());
            compareGradients(got, json);
        }
    }

    void nearestNeighbours()
    {
        const Json file = readJson("knn_graph.json");
        const Json &json = file.at("cases").at(0);
        QVERIFY(!json.at("loop").get<bool>() && !json.at("batch").get<bool>());
        const auto got = evaluate("knn", {{"x", array(file.at("x"))}, {"k", array(json.at("k"))}});
        QCOMPARE(difference(got, "edge_index", json.at("edge_index")), 0.0);
    }

    void attention()
    {
        const Json file = readJson("multihead_attention.json");
        QCOMPARE(file.at("cases").size(), 6U);
        for (const Json &json : file.at("cases")) {
            auto in =
                arrays(json, {"query", "key", "value", "key_padding_mask", "num_heads", "loss_weights"});
            in["bias"] = {{}, {json.at("parameters").contains("in_proj_bias") ? 1.0 : 0.0}};
            const auto got = evaluate("attention", in);
            const std::string name = json.at("name");
            QVERIFY2(difference(got, "out", json.at("out")) < kTolerance, name.c_str());
            QVERIFY2(difference(got, "weights_per_head", json.at("weights_per_head")) < kTolerance,
                     name.c_str());
            for (const char *gradient : {"grad_query", "grad_key", "grad_value"})
                if (json.contains(gradient))
                    QVERIFY2(difference(got, gradient, json.at(gradient)) < kTolerance, name.c_str());
            compareGradients(got, json);
        }
    }

    void paperFormula()
    {
        const Json json = readJson("paper_attention.json");
        const auto got = evaluate("projection formula", arrays(json, {"X", "Wq", "Wk", "Wv"}));
        QVERIFY(difference(got, "attention", json.at("attention")) < kTolerance);
        QVERIFY(difference(got, "H", json.at("H")) < kTolerance);
    }

    void pathwayGenerator()
    {
        Json json = readJson("generators.json").at("pathway");
        for (const char *part : {"parameters", "grad_parameters"}) // their W.0 is our W_0
            for (int p = 0; p < 4; ++p)
                json[part]["W_" + std::to_string(p)] = json[part]["W." + std::to_string(p)];
        auto in = arrays(json, {"x", "heads", "loss_weights"});
        for (std::size_t p = 0; p < 4; ++p)
            in["token." + std::to_string(p)] = array(json.at("tokens").at(p));
        for (int p = 0; p < 4; ++p) // given as d × genes
            json["grad_parameters"].erase("W." + std::to_string(p));
        const auto got = evaluate("pathway", in);
        QVERIFY(difference(got, "y", json.at("y")) < kTolerance);
        QVERIFY(difference(got, "attention", json.at("attention")) < kTolerance);
        QVERIFY(difference(got, "grad_x", json.at("grad_x")) < kTolerance);
        compareGradients(got, json);
    }

    void projectedGenerator()
    {
        const Json json = readJson("generators.json").at("literal_batch");
        const auto got = evaluate("projected", arrays(json, {"x", "heads", "loss_weights"}));
        QVERIFY(difference(got, "y", json.at("y")) < kTolerance);
        QVERIFY(difference(got, "attention", json.at("attention")) < kTolerance);
        QVERIFY(difference(got, "alone", json.at("y_of_first_sample_alone")) < kTolerance);
        QVERIFY(difference(got, "grad_x", json.at("grad_x")) < kTolerance);
        compareGradients(got, json);
    }

    void losses()
    {
        const Json json = readJson("wgan_losses.json");
        auto in = arrays(json, {"real", "fake", "alpha"});
        for (const auto &[name, value] : json.at("critic").items())
            in["parameters." + name] = array(value);
        const auto got = evaluate("losses", in);
        for (const char *name : {"loss_D", "loss_G", "gradient_penalty"})
            QVERIFY2(difference(got, name, json.at(name)) < kTolerance, name);
    }

    void gradientMatching()
    {
        const Json file = readJson("gradient_match.json");
        QCOMPARE(file.at("cases").size(), 2U);
        for (Json json : file.at("cases")) {
            for (const char *name :
                 {"x", "target", "v", "slopes", "heads", "edge_index", "paired_weight", "gradient_weight"})
                json[name] = file.at(name);
            auto in = arrays(json, {"x", "target", "v", "slopes", "heads", "edge_index", "paired_weight",
                                    "gradient_weight"});
            for (const auto &[name, value] : file.at("critic").items())
                in["critic.parameters." + name] = array(value);
            const std::string kind = json.at("name");
            if (kind == "pathway")
                for (std::size_t p = 0; p < file.at("tokens").size(); ++p)
                    in["token." + std::to_string(p)] = array(file.at("tokens").at(p));
            const auto got = evaluate(kind + " step", in);
            for (const char *name : {"total", "adversarial", "paired", "gradient"})
                QVERIFY2(difference(got, name, json.at(name)) < kTolerance, (kind + " " + name).c_str());
            compareGradients(got, json);
        }
    }

    void criticStep()
    {
        const Json file = readJson("gradient_match.json");
        const Json &json = file.at("critic_step");
        auto in = arrays(json, {"real", "fake", "alpha", "penalty_weight"});
        in["edge_index"] = array(file.at("edge_index"));
        for (const auto &[name, value] : file.at("critic").items())
            in["critic.parameters." + name] = array(value);
        const auto got = evaluate("critic step", in);
        QVERIFY(difference(got, "loss", json.at("loss")) < kTolerance);
        QVERIFY(difference(got, "penalty", json.at("penalty")) < kTolerance);
        compareGradients(got, json);
    }

    void adam()
    {
        const Json json = readJson("adam.json");
        auto in = arrays(json, {"lr", "beta1", "beta2", "w0"});
        in["t"] = {{3}, {0.3, 0.1, 2.0}};
        in["c"] = {{3}, {1, 2, 3}};
        in["steps"] = {{}, {5}};
        const auto got = evaluate("adam", in);
        for (std::size_t step = 0; step < 5; ++step)
            QVERIFY(difference(got, "w." + std::to_string(step), json.at("steps").at(step).at("w")) < 1e-13);
    }

    void unknownPart() { QVERIFY(!m_module->evaluate("no such part", {}).ok()); }
};

PATHGAN_TEST(TestNetworkParts)
#include "tst_networkparts.moc"
