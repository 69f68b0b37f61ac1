// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

#include <string>
#include <vector>

class QComboBox;

namespace pathgan {

/// Fills a picker with the clinical columns that can form groups, keeps the current one, else the default
/// (radiation_therapy). Item data: the column's name. With an entry "none" first when noneText is given.
void fillGroupColumns(QComboBox &box, const Project &project, const QString &noneText = {});
/// "YES 45 · NO 146 · not reported 113": samples of the cohort by value.
QString groupCounts(const Project &project, const std::string &column);
/// Label of each cohort sample, in cohort order; empty without that column.
std::vector<std::string> groupLabels(const Project &project, const std::string &column);

} // namespace pathgan
