// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/scenario.h"

#include <filesystem>
#include <string>

namespace pathgan {

/// A small JSON file. UnknownFormat, InvalidOption, UnknownName, DuplicateName with file:line:column.
Result<Scenario> readScenario(const std::filesystem::path &path);
Result<Scenario> parseScenario(const std::string &text, const std::string &path);
std::string scenarioText(const Scenario &scenario);
Result<void> writeScenario(const std::filesystem::path &path, const Scenario &scenario);

} // namespace pathgan
