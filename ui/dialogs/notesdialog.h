// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pathgan {

class ProjectKeeper;

/// The free text on the whole project, to read and to write: kept as it is typed, saved with the project. In
/// a window of its own that blocks nothing; there is one of it.
void showProjectNotes(ProjectKeeper &keeper, QWidget *parent);

} // namespace pathgan
