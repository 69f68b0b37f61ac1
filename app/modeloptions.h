// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/metabolic/analysis/modelanalysis.h"

#include <string>
#include <vector>

namespace pathgan {

/// MODEL, --scenario, --objective, --minimise, --set, --knockout, --time-limit and --out.
void addModelOptions(CommandLine &line);
void addTimeLimit(CommandLine &line);
/// Seconds for each linear program.
Result<double> timeLimit(const CommandLine &line);
/// The model of the first argument, with --objective made its active one where the model lists it.
Result<void> loadModelWithObjective(Project &project, const CommandLine &line);
/// What the reader of a model met, a line each; of many of one kind the first five and how many more.
void noteModelWarnings(const CommandLine &line, const MetabolicModel &model);
/// Objective, bounds, knock-outs and time limit of the options.
Result<FbaOptions> fbaOptions(const CommandLine &line, const MetabolicModel &model);

/// A row an object, see conceptTable().
OrderedJson conceptsJson(const Table &table);
/// Ids of the reactions that are optimised.
/// Notes a growth (1/h) that no cell has.
void noteGrowth(const CommandLine &line, double growth);
/// Of an objective's value: a biomass reaction is written for a gram, so its flux is a growth rate.
const char *objectiveUnit(const std::string &objective);
std::string objectiveOf(const FbaOptions &options, const MetabolicModel &model);

} // namespace pathgan
