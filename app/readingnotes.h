// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/steps/readingnotes.h"

namespace pathgan {

/// What reading a file met, as notes of a command, see readingSentences().
void noteReading(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
                 const std::string &facts = {}, const ReadRules *rules = nullptr);
/// The same of a table of samples × values.
void noteTable(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
               std::size_t rows, std::size_t columns, const ReadRules *rules = nullptr);
/// What reading the inputs of a project met, part after part.
void noteReadings(const CommandLine &line, const Project &project);

} // namespace pathgan
