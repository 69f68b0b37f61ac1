#include "app/modeloptions.h"

#include "core/base/text.h"
#include "core/metabolic/scenario.h"

#include <cmath>

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

} // namespace

void addModelOptions(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("MODEL"),
                                      QStringLiteral("SBML or COBRA JSON, may be gzip"));
    line.addOption(
        QStringLiteral("scenario"),
        QStringLiteral("scenario file: objective, medium, bounds and knock-outs to start from; the "
                       "options below change it"),
        QStringLiteral("file"));
    line.addOption(QStringLiteral("objective"),
                   QStringLiteral("reaction to optimise; default: the model's own"),
                   QStringLiteral("reaction"));
    line.addOption(QStringLiteral("minimise"),
                   QStringLiteral("minimise --objective instead of maximising it"));
    line.addOption(QStringLiteral("set"),
                   QStringLiteral("bounds in mmol/gDW/h, REACTION=LOWER:UPPER; repeatable"),
                   QStringLiteral("bounds"));
    line.addOption(QStringLiteral("knockout"),
                   QStringLiteral("genes to knock out, by id, Entrez id or symbol"), QStringLiteral("genes"));
    line.addOption(QStringLiteral("out"), QStringLiteral("table to write"), QStringLiteral("file"));
}

Result<FbaOptions> fbaOptions(const CommandLine &line, const MetabolicModel &model)
{
    FbaOptions options;
    if (line.isSet(QStringLiteral("scenario"))) {
        const Result<Scenario> scenario = readScenario(line.path(QStringLiteral("scenario")));
        if (!scenario)
            return scenario.error();
        Result<FbaOptions> asked = scenarioOptions(model, *scenario);
        if (!asked)
            return asked.error();
        options = *std::move(asked);
    }
    if (line.isSet(QStringLiteral("objective"))) {
        options.objective = model.reactionIndex(line.text(QStringLiteral("objective")));
        if (options.objective < 0)
            return Error{ErrorCode::UnknownName, line.text(QStringLiteral("objective"))};
        options.maximise = !line.isSet(QStringLiteral("minimise"));
    }
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

std::string objectiveOf(const FbaOptions &options, const MetabolicModel &model)
{
    return options.objective < 0 ? model.objectiveName()
                                 : model.reactions[static_cast<std::size_t>(options.objective)].id;
}

} // namespace pathgan
