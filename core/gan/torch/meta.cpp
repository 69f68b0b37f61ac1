// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/optionjson.h"
#include "core/gan/torch/archive_p.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace pathgan {

using Json = nlohmann::json;

namespace {

constexpr const char *archiveFormat = "pathgan-network";
/// 1: enumerations by their position; 2: without bottleneck head, cohort to test on and measures of fit. Both
/// are still read.
constexpr int archiveVersion = 3;

bool isNew(const std::string &key)
{
    return key == "gradient_weight" || key == "bottleneck_head" || key == "bottleneck_sharpness" ||
           key == "strict_scores" || key == "test_cohort";
}

/// Options that version 2 does not know, as it trained.
void setNewOptions(GanOptions &options)
{
    options.gradientWeight = 0;
    options.bottleneckHead = options.strictScores = false;
    options.testCohort.clear();
}

/// In version 1 an enumeration is its position, and one key has another name.
bool readOptions(const Json &json, int version, GanOptions &options)
{
    for (const OptionField &field : GanOptions::table().fields()) {
        if (version < 3 && isNew(field.key))
            continue;
        const bool isNewer = field.key == "stop_metric" || field.key == "noise_dim";
        if (isNewer && !json.contains(field.key)) // files before it: as the default
            continue;
        const bool renamed = version == 1 && field.key == "token_genes";
        const Json &value = json.at(renamed ? "minimum_set_size" : field.key);
        const bool isPosition = version == 1 && field.kind == OptionKind::Word;
        const std::optional<OptionValue> read =
            isPosition ? OptionValue(field.words.at(value.get<std::size_t>())) : optionFromJson(value, field);
        if (!read || !OptionsRef(options).set(field.key, *read))
            return false;
    }
    if (version < 3)
        setNewOptions(options);
    return true;
}

Json optionsJson(const GanOptions &options)
{
    Json json;
    for (const OptionField &field : GanOptions::table().fields())
        json[field.key] = optionJson<Json>(field.get(&options));
    return json;
}

double number(const Json &value)
{
    return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> numbers(const Json &values)
{
    std::vector<double> out;
    for (const Json &value : values)
        out.push_back(number(value));
    return out;
}

constexpr double FitScores::*fitMembers[] = {
    &FitScores::r2,          &FitScores::slope,       &FitScores::intercept, &FitScores::rmse,
    &FitScores::wasserstein, &FitScores::spreadRatio, &FitScores::outside};

Json fitJson(const FitScores &fit)
{
    Json out = Json::array();
    for (const auto member : fitMembers)
        out.push_back(fit.*member);
    return out;
}

FitScores fitFrom(const Json &json)
{
    FitScores out;
    std::size_t i = 0;
    for (const auto member : fitMembers)
        out.*member = number(json.at(i++));
    return out;
}

Json scoresJson(const HeldOut &scores) // NaN becomes null
{
    Json fits = Json::array();
    for (const FitScores &fit : scores.fitByReaction)
        fits.push_back(fitJson(fit));
    return {{"pearson", scores.pearson},
            {"pearson_plain", scores.pearsonPlain},
            {"pearson_within", scores.pearsonWithin},
            {"mse", scores.mse},
            {"by_reaction", scores.byReaction},
            {"constant_reactions", scores.constantReactions},
            {"fit", fitJson(scores.fit)},
            {"fit_by_reaction", fits}};
}

HeldOut scoresFrom(const Json &json)
{
    HeldOut out;
    out.pearson = number(json.at("pearson"));
    out.pearsonPlain = number(json.at("pearson_plain"));
    out.pearsonWithin = number(json.at("pearson_within"));
    out.mse = number(json.at("mse"));
    out.byReaction = numbers(json.at("by_reaction"));
    out.constantReactions = json.at("constant_reactions").get<std::size_t>();
    if (json.contains("fit")) { // since version 3
        out.fit = fitFrom(json.at("fit"));
        for (const Json &fit : json.at("fit_by_reaction"))
            out.fitByReaction.push_back(fitFrom(fit));
    }
    return out;
}

Json optionalScores(const std::optional<HeldOut> &scores)
{
    return scores ? scoresJson(*scores) : Json();
}

std::optional<HeldOut> optionalScores(const Json &json, const char *key)
{
    const auto found = json.find(key);
    if (found == json.end() || found->is_null())
        return {};
    return scoresFrom(*found);
}

Json baselinesJson(const Baselines &baselines)
{
    return {{"ridge", scoresJson(baselines.ridge)},
            {"nearest", scoresJson(baselines.nearest)},
            {"mean", scoresJson(baselines.meanOnly)},
            {"rule_ridge", optionalScores(baselines.ruleRidge)},
            {"cohort_mean", optionalScores(baselines.cohortMean)},
            {"shuffled", optionalScores(baselines.shuffled)}};
}

Baselines baselinesFrom(const Json &json)
{
    return {scoresFrom(json.at("ridge")),        scoresFrom(json.at("nearest")),
            scoresFrom(json.at("mean")),         optionalScores(json, "rule_ridge"),
            optionalScores(json, "cohort_mean"), optionalScores(json, "shuffled")};
}

Json historyJson(const std::vector<GanEpoch> &history)
{
    Json out = Json::array();
    for (const GanEpoch &e : history)
        out.push_back({e.epoch, e.generatorLoss, e.criticLoss, e.gradientPenalty, e.wasserstein,
                       e.validationPearson, e.validationMse, e.gradientLoss, e.validationGradientError,
                       e.validationGradientRatio});
    return out;
}

std::vector<GanEpoch> historyFrom(const Json &json)
{
    std::vector<GanEpoch> out;
    for (const Json &row : json) {
        // Files of earlier versions end before gradient matching.
        const auto later = [&](std::size_t i) { return i < row.size() ? number(row.at(i)) : 0; };
        out.push_back({row.at(0).get<int>(), number(row.at(1)), number(row.at(2)), number(row.at(3)),
                       number(row.at(4)), number(row.at(5)), number(row.at(6)), later(7), later(8),
                       later(9)});
    }
    return out;
}

void readFrame(const Json &json, NetworkFrame &frame)
{
    json.at("genes").get_to(frame.genes);
    json.at("reactions").get_to(frame.reactions);
    json.at("tokens").get_to(frame.tokens);
    json.at("token_genes").get_to(frame.tokenGenes);
    json.at("varying").get_to(frame.varying);
    json.at("edges").get_to(frame.edges);
}

void readRun(const Json &json, GanRun &run)
{
    json.at("samples").get_to(run.samples);
    json.at("split").at("train").get_to(run.trainSamples);
    json.at("split").at("validation").get_to(run.validationSamples);
    json.at("split").at("test").get_to(run.testSamples);
    run.history = historyFrom(json.at("history"));
    run.test = scoresFrom(json.at("test"));
    run.baselines = baselinesFrom(json.at("baselines"));
    run.networkAlone = optionalScores(json, "network_alone");
    run.headAlone = optionalScores(json, "head_alone");
    json.at("best_epoch").get_to(run.bestEpoch);
    json.at("stopped_early").get_to(run.stoppedEarly);
    json.at("warnings").get_to(run.warnings);
    json.at("input_hashes").get_to(run.inputHashes);
}

bool indicesFit(const NetworkFrame &frame)
{
    const auto all = [](const std::vector<int> &indices, std::size_t count) {
        for (const int index : indices)
            if (index < 0 || static_cast<std::size_t>(index) >= count)
                return false;
        return true;
    };
    for (const auto &genes : frame.tokenGenes)
        if (genes.empty() || !all(genes, frame.genes.size()))
            return false;
    for (const auto &[a, b] : frame.edges)
        if (!all({a, b}, frame.varying.size()))
            return false;
    return frame.tokens.size() == frame.tokenGenes.size() && !frame.varying.empty() &&
           all(frame.varying, frame.reactions.size());
}

} // namespace

std::string metaText(const NetworkFrame &frame, const GanRun &run, const BottleneckRecord *head)
{
    const Json json = {
        {"format", archiveFormat},
        {"version", archiveVersion},
        {"options", optionsJson(frame.options)},
        {"genes", frame.genes},
        {"reactions", frame.reactions},
        {"tokens", frame.tokens},
        {"token_genes", frame.tokenGenes},
        {"varying", frame.varying},
        {"edges", frame.edges},
        {"samples", run.samples},
        {"split",
         {{"train", run.trainSamples}, {"validation", run.validationSamples}, {"test", run.testSamples}}},
        {"history", historyJson(run.history)},
        {"test", scoresJson(run.test)},
        {"baselines", baselinesJson(run.baselines)},
        {"network_alone", optionalScores(run.networkAlone)},
        {"head_alone", optionalScores(run.headAlone)},
        {"head", head ? headJson(*head) : Json()},
        {"best_epoch", run.bestEpoch},
        {"stopped_early", run.stoppedEarly},
        {"warnings", run.warnings},
        {"input_hashes", run.inputHashes},
    };
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool parseMeta(const std::string &text, NetworkFrame &frame, GanRun &run,
               std::shared_ptr<const BottleneckRecord> &head)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("format", "") != archiveFormat)
        return false;
    const int version = json.value("version", 0);
    if (version < 1 || version > archiveVersion)
        return false;
    try { // nlohmann's at() and get() tell a wrong type by exceptions only
        if (!readOptions(json.at("options"), version, frame.options))
            return false;
        readFrame(json, frame);
        readRun(json, run);
        if (const auto found = json.find("head"); found != json.end() && !found->is_null()) {
            head = headFrom(*found, frame);
            if (!head)
                return false;
            run.networkShare = head->networkShare;
        }
    } catch (const std::exception &) {
        return false;
    }
    run.options = frame.options;
    run.reactions = frame.reactions;
    return frame.options.check().ok() && indicesFit(frame);
}

} // namespace pathgan
