// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/scenariofile.h"

#include "core/base/tablewriter.h"
#include "core/base/text.h"
#include "core/data/textsource.h"
#include "core/metabolic/io/jsondocument.h"
#include "core/metabolic/io/modelfields_p.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

namespace pathgan {

namespace {

using Json = nlohmann::ordered_json;

constexpr int newestVersion = 1;
constexpr const char *versionKey = "pathgan_scenario";
constexpr std::array presets = {MediumPreset::AsDistributed, MediumPreset::Physiological,
                                MediumPreset::ModelR, MediumPreset::Closed};

std::optional<double> numberOf(const Json &value)
{
    std::optional<double> number;
    if (value.is_number())
        number = value.get<double>();
    else if (value.is_string())
        number = parseNumber(value.get_ref<const std::string &>()); // "inf"
    return number && !std::isnan(*number) ? number : std::nullopt;
}

/// Checks every access: what is wrong is an error with its place, never an exception.
class ScenarioReader
{
public:
    explicit ScenarioReader(const JsonDocument &text) : m_text(text) {}

    Result<Scenario> read()
    {
        const Json &document = m_text.root();
        const auto version = document.is_object() ? document.find(versionKey) : document.end();
        if (!document.is_object() || version == document.end() || !version->is_number_integer())
            return error(ErrorCode::UnknownFormat, {}, versionKey);
        if (*version != newestVersion)
            return error(ErrorCode::UnknownFormat, {versionKey}, versionKey + (' ' + version->dump()));
        using Step = Result<void> (ScenarioReader::*)(const Json &);
        static const std::map<std::string, Step> steps = {{"name", &ScenarioReader::readName},
                                                          {"objective", &ScenarioReader::readObjective},
                                                          {"medium", &ScenarioReader::readMedium},
                                                          {"bounds", &ScenarioReader::readBounds},
                                                          {"knockouts", &ScenarioReader::readKnockouts}};
        for (const auto &[key, value] : document.items()) {
            if (key == versionKey)
                continue;
            const auto step = steps.find(key);
            if (step == steps.end())
                return error(ErrorCode::UnknownName, {key}, key);
            if (const Result<void> done = (this->*step->second)(value); !done)
                return done.error();
        }
        return m_scenario;
    }

private:
    using Path = std::vector<std::string>;

    Error error(ErrorCode code, const Path &keys, const std::string &what) const
    {
        return {code, m_text.place(keys) + ": " + what};
    }

    Result<void> readName(const Json &value)
    {
        if (!value.is_string())
            return error(ErrorCode::InvalidOption, {"name"}, "name");
        m_scenario.name = value.get<std::string>();
        return {};
    }

    Result<void> readObjective(const Json &value)
    {
        const auto reaction = value.is_object() ? value.find("reaction") : value.end();
        if (!value.is_object() || reaction == value.end() || !reaction->is_string())
            return error(ErrorCode::InvalidOption, {"objective"}, "objective");
        m_scenario.objective = reaction->get<std::string>();
        for (const auto &[key, item] : value.items()) {
            if (key == "reaction")
                continue;
            if (key != "direction")
                return error(ErrorCode::UnknownName, {"objective", key}, key);
            if (item != "max" && item != "min")
                return error(ErrorCode::InvalidOption, {"objective", key}, key);
            m_scenario.maximise = item == "max";
        }
        return {};
    }

    Result<void> readMedium(const Json &value)
    {
        if (!value.is_object())
            return error(ErrorCode::InvalidOption, {"medium"}, "medium");
        for (const auto &[key, item] : value.items()) {
            if (key == "preset") {
                const auto *const preset =
                    std::find_if(presets.begin(), presets.end(), [&item = item](MediumPreset candidate) {
                        return item == mediumName(candidate);
                    });
                if (preset == presets.end())
                    return error(ErrorCode::InvalidOption, {"medium", key}, key);
                m_scenario.medium = *preset;
            } else if (key == "uptake" && item.is_object()) {
                for (const auto &[id, limit] : item.items()) {
                    const std::optional<double> uptake = numberOf(limit);
                    if (!uptake || *uptake < 0)
                        return error(ErrorCode::InvalidOption, {"medium", key, id}, "uptake: " + id);
                    m_scenario.uptake[id] = *uptake;
                }
            } else {
                return error(key == "uptake" ? ErrorCode::InvalidOption : ErrorCode::UnknownName,
                             {"medium", key}, key);
            }
        }
        return {};
    }

    Result<void> readBounds(const Json &value)
    {
        if (!value.is_object())
            return error(ErrorCode::InvalidOption, {"bounds"}, "bounds");
        for (const auto &[id, pair] : value.items()) {
            const bool isPair = pair.is_array() && pair.size() == 2;
            const std::optional<double> lower = isPair ? numberOf(pair[0]) : std::nullopt;
            const std::optional<double> upper = isPair ? numberOf(pair[1]) : std::nullopt;
            if (!lower || !upper || !areBoundsUsable(*lower, *upper))
                return error(ErrorCode::InvalidOption, {"bounds", id}, "bounds: " + id);
            m_scenario.bounds[id] = {*lower, *upper};
        }
        return {};
    }

    Result<void> readKnockouts(const Json &value)
    {
        if (!value.is_array())
            return error(ErrorCode::InvalidOption, {"knockouts"}, "knockouts");
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (!value[i].is_string())
                return error(ErrorCode::InvalidOption, {"knockouts", std::to_string(i)}, "knockouts");
            m_scenario.knockouts.insert(value[i].get<std::string>());
        }
        return {};
    }

    const JsonDocument &m_text;
    Scenario m_scenario;
};

Json jsonOf(double value)
{
    return std::isfinite(value) ? Json(value) : Json(formatNumber(value));
}

} // namespace

Result<Scenario> parseScenario(const std::string &text, const std::string &path)
{
    const Result<JsonDocument> json = JsonDocument::parse(text, path);
    return json ? ScenarioReader(*json).read() : Result<Scenario>(json.error());
}

Result<Scenario> readScenario(const std::filesystem::path &path)
{
    const Result<std::string> text = readWholeText(path);
    return text ? parseScenario(*text, path.string()) : Result<Scenario>(text.error());
}

std::string scenarioText(const Scenario &scenario)
{
    Json document{{versionKey, newestVersion}, {"name", scenario.name}};
    if (!scenario.objective.empty())
        document["objective"] =
            Json{{"reaction", scenario.objective}, {"direction", scenario.maximise ? "max" : "min"}};
    document["medium"] = Json{{"preset", mediumName(scenario.medium)}};
    for (const auto &[id, limit] : scenario.uptake)
        document["medium"]["uptake"][id] = jsonOf(limit);
    document["bounds"] = Json::object();
    for (const auto &[id, bounds] : scenario.bounds)
        document["bounds"][id] = Json::array({jsonOf(bounds.first), jsonOf(bounds.second)});
    document["knockouts"] = scenario.knockouts;
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<void> writeScenario(const std::filesystem::path &path, const Scenario &scenario)
{
    return writeText(path, scenarioText(scenario));
}

} // namespace pathgan
