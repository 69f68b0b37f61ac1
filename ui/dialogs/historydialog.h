// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pathgan {

class Panel;
class ProjectKeeper;
class Selection;
class Session;

/// The runs of a panel's step that the project keeps: to restore, compare, pin, annotate and remove them. In
/// a window of its own that blocks nothing. Those of the training draw their curves in one figure, too.
void showRunHistory(ProjectKeeper &keeper, Session &session, Selection &selection, const Panel &panel,
                    QWidget *parent);

} // namespace pathgan
