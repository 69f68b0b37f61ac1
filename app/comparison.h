// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace pathgan {

/// --group, --within, --test, --adjust.
void addGroupOptions(CommandLine &line);
Result<GroupOptions> groupOptions(const CommandLine &line);

/// test, adjustment, groups with what was taken for them, comparisons, confounders.
OrderedJson groupsJson(const GroupRun &run);
/// Notes on what the groups were taken for, and on what could not be tested.
void noteGroups(const CommandLine &line, const GroupRun &run);
/// The reactions of smallest p on stdout.
void printGroups(const GroupRun &run);

/// "0.0123", "< 1e-300"; blank where there is none.
std::string pText(double p, bool isBound);

} // namespace pathgan
