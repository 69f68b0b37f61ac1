// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modeloptions.h"
#include "app/commandinputs.h"

#include "app/readingnotes.h"

#include "core/base/text.h"
#include "core/metabolic/fba/scenariooptions.h"
#include "core/metabolic/io/scenariofile.h"
#include "core/metabolic/model/growthlimit.h"
#include "core/metabolic/model/scenario.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pathgan {

namespace {

Result<std::vector<BoundChange>> boundChanges(const CommandLine &line, const MetabolicModel &model)
{
    std::vector<BoundChange> changes;
    for (const QString &given : line.parser.values(QStringLiteral("set"))) {
        const std::string text = given.toStdString();
        const std::size_t equals = text.rfind('='), colon = text.rfind(':');
        if (equals == std::string::npos || colon == std::string::npos || colon < equals)
            return Error{ErrorCode::InvalidOption, "--set " + text + ", not REACTION=LOWER:UPPER"};
        const auto lower = parseNumber(text.substr(equals + 1, colon - equals - 1));
        const auto upper = parseNumber(text.substr(colon + 1));
        const int reaction = model.reactionIndex(text.substr(0, equals));
        if (reaction < 0)
            return Error{ErrorCode::UnknownName, text.substr(0, equals)};
        if (!lower || !upper || std::isnan(*lower) || std::isnan(*upper) || *lower > *upper)
            return Error{ErrorCode::InvalidOption, "--set " + text};
        changes.push_back({reaction, *lower, *upper});
    }
    return changes;
}

/// Objective of the model's list with this id, which no reaction has; −1: none.
int listedObjective(const MetabolicModel &model, const std::string &id)
{
    if (id.empty() || model.reactionIndex(id) >= 0)
        return -1;
    const auto it = std::find_if(model.objectives.begin(), model.objectives.end(),
                                 [&](const ModelObjective &objective) { return objective.id == id; });
    return it == model.objectives.end() ? -1 : static_cast<int>(it - model.objectives.begin());
}

} // namespace

void addModelOptions(CommandLine &line)
{
    line.parser.addPositionalArgument(
        QStringLiteral("MODEL"), QStringLiteral("SBML, COBRA JSON or YAML, MATLAB (.mat), plain or packed"));
    line.addOption(
        QStringLiteral("scenario"),
        QStringLiteral("scenario file: objective, medium, bounds and knock-outs to start from; the "
                       "options below change it"),
        QStringLiteral("file"));
    line.addOption(QStringLiteral("objective"),
                   QStringLiteral("reaction to optimise, or one of the objectives that the model lists; "
                                  "default: its active one"),
                   QStringLiteral("id"));
    line.addOption(QStringLiteral("minimise"),
                   QStringLiteral("minimise --objective instead of maximising it"));
    line.addOption(QStringLiteral("set"),
                   QStringLiteral("bounds in mmol/gDW/h, REACTION=LOWER:UPPER; repeatable"),
                   QStringLiteral("bounds"));
    line.addOption(QStringLiteral("knockout"),
                   QStringLiteral("genes to knock out, by id, Entrez id or symbol"), QStringLiteral("genes"));
    addTimeLimit(line);
    addConceptOption(line);
    line.addOutput(QStringLiteral("out"), QStringLiteral("table to write; -: standard output"),
                   QStringLiteral("file"));
}

void addTimeLimit(CommandLine &line)
{
    line.addOption(QStringLiteral("time-limit"),
                   QStringLiteral("processor time for each linear program, however busy the machine is; what "
                                  "takes longer has the status \"time limit\" and no figures"),
                   QStringLiteral("seconds"), QStringLiteral("none"));
}

Result<double> timeLimit(const CommandLine &line)
{
    const QString name = QStringLiteral("time-limit");
    if (line.text(name) == "none")
        return FbaOptions::noTimeLimit;
    Result<double> seconds = line.number(name);
    if (seconds && !(*seconds > 0))
        return Error{ErrorCode::InvalidOption, "--time-limit " + line.text(name)};
    return seconds;
}

void noteModelWarnings(const CommandLine &line, const MetabolicModel &model)
{
    constexpr int shown = 5;
    std::map<std::string, int> count;
    for (const std::string &warning : model.warnings) {
        if (++count[warning.substr(0, warning.find(": "))] <= shown)
            line.note("model: " + warning);
    }
    for (const auto &[kind, number] : count) {
        if (number > shown)
            line.note("model: " + kind + ": " + std::to_string(number - shown) +
                      " more (inspect --json and check --out list all)");
    }
}

Result<void> loadModelWithObjective(Project &project, const CommandLine &line)
{
    if (Result<void> loaded = loadModel(project, line); !loaded)
        return loaded;
    const std::string id = line.text(QStringLiteral("objective"));
    const int listed = listedObjective(*project.model, id);
    if (listed < 0 || listed == project.model->activeObjective)
        return {};
    MetabolicModel chosen = *project.model;
    chosen.activeObjective = listed;
    project.model = std::make_shared<const MetabolicModel>(std::move(chosen));
    return {};
}

Result<FbaOptions> fbaOptions(const CommandLine &line, const MetabolicModel &model)
{
    FbaOptions options;
    const Result<double> seconds = timeLimit(line);
    if (!seconds)
        return seconds.error();
    const bool isListed = listedObjective(model, line.text(QStringLiteral("objective"))) >= 0;
    if (isListed && line.isSet(QStringLiteral("minimise")))
        return Error{ErrorCode::InvalidOption, "--minimise"};
    if (line.isSet(QStringLiteral("scenario"))) {
        const Result<Scenario> scenario = readScenario(line.path(QStringLiteral("scenario")));
        if (!scenario)
            return scenario.error();
        Result<FbaOptions> asked = scenarioOptions(model, *scenario);
        if (!asked)
            return asked.error();
        options = *std::move(asked);
    }
    if (isListed) {
        options.objective = -1;
    } else if (line.isSet(QStringLiteral("objective"))) {
        options.objective = model.reactionIndex(line.text(QStringLiteral("objective")));
        if (options.objective < 0)
            return Error{ErrorCode::UnknownName, line.text(QStringLiteral("objective"))};
        options.maximise = !line.isSet(QStringLiteral("minimise"));
    }
    options.timeLimit = *seconds;
    const Result<std::vector<BoundChange>> bounds = boundChanges(line, model);
    if (!bounds)
        return bounds.error();
    options.bounds.insert(options.bounds.end(), bounds->begin(), bounds->end());
    const Result<std::vector<int>> genes = modelGenes(model, line.list(QStringLiteral("knockout")));
    if (!genes)
        return genes.error();
    options.knockedOutGenes.insert(options.knockedOutGenes.end(), genes->begin(), genes->end());
    return options;
}

void noteGrowth(const CommandLine &line, double growth)
{
    if (growth > fastestGrowth)
        line.note("warning: growth of " + formatNumber(growth) +
                  " 1/h, which no cell has (bacteria up to 4 1/h): more enters than a cell takes up (a "
                  "medium names "
                  "nutrients, not how much there is of them); read growth as a share only");
}

const char *objectiveUnit(const std::string &objective)
{
    return toUpper(objective).find("BIOMASS") != std::string::npos ? "1/h" : "mmol/gDW/h";
}

std::string objectiveOf(const FbaOptions &options, const MetabolicModel &model)
{
    return options.objective < 0 ? model.objectiveName()
                                 : model.reactions[static_cast<std::size_t>(options.objective)].id;
}

} // namespace pathgan
