#include "core/base/optionjson.h"
#include "core/gan/torch/archive_p.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace pathgan {

using Json = nlohmann::json;

namespace {

constexpr const char *archiveFormat = "pathgan-network";
constexpr int archiveVersion = 2; ///< 1: enumerations by their position; still read

/// In version 1 an enumeration is its position, and one key has another name.
bool readOptions(const Json &json, int version, GanOptions &options)
{
    for (const OptionField &field : GanOptions::table().fields()) {
        const bool renamed = version == 1 && field.key == "token_genes";
        const Json &value = json.at(renamed ? "minimum_set_size" : field.key);
        const bool isPosition = version == 1 && field.kind == OptionKind::Word;
        const std::optional<OptionValue> read =
            isPosition ? OptionValue(field.words.at(value.get<std::size_t>())) : optionFromJson(value, field);
        if (!read || !OptionsRef(options).set(field.key, *read))
            return false;
    }
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

Json scoresJson(const HeldOut &scores) // NaN becomes null
{
    return {{"pearson", scores.pearson},
            {"pearson_plain", scores.pearsonPlain},
            {"pearson_within", scores.pearsonWithin},
            {"mse", scores.mse},
            {"by_reaction", scores.byReaction},
            {"constant_reactions", scores.constantReactions}};
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
    return out;
}

Json historyJson(const std::vector<GanEpoch> &history)
{
    Json out = Json::array();
    for (const GanEpoch &e : history)
        out.push_back({e.epoch, e.generatorLoss, e.criticLoss, e.gradientPenalty, e.wasserstein,
                       e.validationPearson, e.validationMse});
    return out;
}

std::vector<GanEpoch> historyFrom(const Json &json)
{
    std::vector<GanEpoch> out;
    for (const Json &row : json)
        out.push_back({row.at(0).get<int>(), number(row.at(1)), number(row.at(2)), number(row.at(3)),
                       number(row.at(4)), number(row.at(5)), number(row.at(6))});
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
    run.baselines.ridge = scoresFrom(json.at("baselines").at("ridge"));
    run.baselines.nearest = scoresFrom(json.at("baselines").at("nearest"));
    run.baselines.meanOnly = scoresFrom(json.at("baselines").at("mean"));
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

std::string metaText(const NetworkFrame &frame, const GanRun &run)
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
        {"baselines",
         {{"ridge", scoresJson(run.baselines.ridge)},
          {"nearest", scoresJson(run.baselines.nearest)},
          {"mean", scoresJson(run.baselines.meanOnly)}}},
        {"best_epoch", run.bestEpoch},
        {"stopped_early", run.stoppedEarly},
        {"warnings", run.warnings},
        {"input_hashes", run.inputHashes},
    };
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool parseMeta(const std::string &text, NetworkFrame &frame, GanRun &run)
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
    } catch (const std::exception &) {
        return false;
    }
    run.options = frame.options;
    run.reactions = frame.reactions;
    return frame.options.check().ok() && indicesFit(frame);
}

} // namespace pathgan
