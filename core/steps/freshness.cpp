// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/freshness.h"

#include "core/base/hash.h"
#include "core/steps/steplist.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <utility>

namespace pathgan {

namespace {

constexpr const char *fileStep = "file";
constexpr const char *networkStep = "network file";
constexpr const char *tableStep = "table file";

std::vector<OptionSetting> settingsOf(const ConstOptionsRef &options)
{
    std::vector<OptionSetting> settings;
    for (const OptionField &field : options.table().fields())
        settings.push_back({field.key, options.value(field), field.matters});
    return settings;
}

std::string keyOf(const std::string &step, int version, const std::vector<OptionSetting> &options,
                  const std::vector<InputKey> &inputs)
{
    std::string text = step + '\n' + std::to_string(version) + '\n';
    for (const OptionSetting &setting : options)
        if (setting.matters)
            text += identityLine(setting.key, setting.value);
    for (const InputKey &input : inputs)
        text += std::string(partName(input.part)) + '=' + input.key + '\n';
    return sha256(text);
}

/// The project's options of the step that makes a part.
std::vector<OptionSetting> editedSettings(const Project &project, Part part)
{
    std::vector<OptionSetting> settings;
    withStep(part, [&]<class Step>() { settings = settingsOf(ConstOptionsRef(Step::options(project))); });
    return settings;
}

/// As a step would take it now; a result that is not there is no input.
std::string inputKeyNow(const Project &project, Part part)
{
    return project.knows(part) || isInput(part) ? currentKey(project, part) : std::string();
}

/// Of what no step made; version 0.
Provenance provenanceOfOther(const std::string &step, std::vector<OptionSetting> options,
                             std::vector<InputKey> inputs)
{
    Provenance provenance;
    provenance.step = step;
    provenance.options = std::move(options);
    setInputs(provenance, std::move(inputs));
    provenance.started = utcNow();
    return provenance;
}

bool isOfItsStep(const Provenance &provenance, const StepFacts &facts)
{
    return provenance.step == facts.name;
}

} // namespace

std::string inputKey(const Project &project, Part part)
{
    if (const auto provenance = project.provenance(part))
        return provenance->key;
    if (part == Part::GeneMap && !project.geneMap) // a pending one has a provenance
        return GeneTable::builtIn().source();
    return {};
}

std::string currentKey(const Project &project, Part part)
{
    const StepFacts *facts = stepOf(part);
    if (!facts)
        return inputKey(project, part);
    const auto held = project.provenance(part);
    if (!held && project.has(part))
        return {}; // put together by hand: nothing is known of it
    const bool isOwn = !held || isOfItsStep(*held, *facts);
    const bool isAsHeld = !isOwn || (held && facts->accumulates);
    std::vector<InputKey> inputs;
    if (isAsHeld) // it may be of fewer inputs than its step takes, or of several of one kind
        for (const InputKey &used : held->inputs)
            inputs.push_back({used.part, inputKeyNow(project, used.part)});
    else
        for (const Part input : inputsOf(part))
            inputs.push_back({input, inputKeyNow(project, input)});
    const std::string asked = isAsHeld
                                  ? keyOf(held->step, held->version, held->options, inputs)
                                  : keyOf(facts->name, facts->version, editedSettings(project, part), inputs);
    return held && held->asked == asked ? held->key : asked;
}

Staleness staleness(const Project &project, Part part)
{
    Staleness found;
    const StepFacts *facts = stepOf(part);
    const auto held = project.provenance(part);
    if (!facts || !held)
        return found;
    for (const InputKey &input : held->inputs) {
        if (inputKeyNow(project, input.part) == input.key)
            continue;
        const bool isSame = inputKey(project, input.part) == input.key;
        std::vector<Part> &reasons = isSame ? found.outdated : found.replaced;
        if (std::find(reasons.begin(), reasons.end(), input.part) == reasons.end())
            reasons.push_back(input.part);
    }
    if (!isOfItsStep(*held, *facts))
        return found;
    found.isOlderVersion = held->version != facts->version;
    if (facts->accumulates)
        return found;
    for (const OptionSetting &now : editedSettings(project, part)) {
        const OptionValue *then = held->option(now.key);
        if (now.matters && (!then || *then != now.value))
            found.options.push_back({now.key, then ? *then : now.value, now.value});
    }
    return found;
}

bool isStale(const Project &project, Part part)
{
    const auto held = project.provenance(part);
    return held && !isInput(part) && held->key != currentKey(project, part);
}

Provenance provenanceOf(const Project &project, const StepFacts &facts, const ConstOptionsRef &options)
{
    Provenance provenance;
    provenance.step = facts.name;
    provenance.version = facts.version;
    provenance.options = settingsOf(options);
    for (const Part input : inputsOf(facts.part))
        provenance.inputs.push_back({input, inputKey(project, input)});
    provenance.asked = keyOf(provenance.step, provenance.version, provenance.options, provenance.inputs);
    provenance.key = provenance.asked;
    provenance.started = utcNow();
    return provenance;
}

void setInputs(Provenance &provenance, std::vector<InputKey> inputs)
{
    provenance.inputs = std::move(inputs);
    provenance.asked = keyOf(provenance.step, provenance.version, provenance.options, provenance.inputs);
    provenance.key = provenance.asked;
}

Provenance provenanceOfFile(Part part, const std::string &hash, const InputOptions &rules)
{
    const bool isTable = part == Part::Expression || part == Part::Clinical;
    Provenance provenance;
    provenance.step = fileStep;
    if (isTable)
        provenance.options = settingsOf(rules.reading);
    else if (part == Part::Interactions)
        provenance.options = {
            {"interaction_score", static_cast<std::uint64_t>(rules.interactionScore), true}};
    provenance.key =
        keyOf(fileStep + std::string(" ") + partName(part) + ' ' + hash, 0, provenance.options, {});
    provenance.started = utcNow();
    return provenance;
}

Provenance provenanceOfNetwork(const Project &project, const std::string &hash)
{
    std::vector<InputKey> inputs;
    for (const Part input : {Part::Cohort, Part::GeneMap})
        inputs.push_back({input, inputKey(project, input)});
    return provenanceOfOther(networkStep, {{"network_sha256", hash, true}}, std::move(inputs));
}

Provenance provenanceOfTable(SourceFile file, const ReadRules &rules)
{
    const ConstOptionsRef all(rules);
    const OptionField *ragged = all.table().find("ragged_rows");
    Provenance provenance = provenanceOfOther(
        tableStep, {{"table_sha256", file.sha256, true}, {ragged->key, all.value(*ragged), true}}, {});
    provenance.files = {std::move(file)};
    return provenance;
}

Provenance withDualsFile(const Provenance &table, SourceFile duals)
{
    std::vector<OptionSetting> options = table.options;
    options.push_back({"duals_sha256", duals.sha256, true});
    Provenance provenance = provenanceOfOther(table.step, std::move(options), table.inputs);
    provenance.files = table.files;
    provenance.files.push_back(std::move(duals));
    return provenance;
}

Provenance provenanceOfTableSamples(const Project &project)
{
    return provenanceOfOther(
        tableStep, settingsOf(project.options.cohort),
        {{Part::Clinical, inputKey(project, Part::Clinical)}, {Part::Flux, inputKey(project, Part::Flux)}});
}

std::string utcNow()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

} // namespace pathgan
