#pragma once

#include "app/commandline.h"
#include "core/metabolic/fba.h"

#include <string>
#include <vector>

namespace pathgan {

/// MODEL, --objective, --minimise, --set, --knockout and --out.
void addModelOptions(CommandLine &line);
/// Objective, bounds and knock-outs of the options.
Result<FbaOptions> fbaOptions(const CommandLine &line, const MetabolicModel &model);

/// Model genes of an id, Entrez id, symbol or alias.
Result<std::vector<int>> modelGenes(const MetabolicModel &model, const std::vector<std::string> &names);
Result<std::vector<int>> reactionIndices(const MetabolicModel &model, const std::vector<std::string> &ids);

/// Ids of the reactions that are optimised.
std::string objectiveOf(const FbaOptions &options, const MetabolicModel &model);

} // namespace pathgan
