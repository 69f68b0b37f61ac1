// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pathgan {

class Panel;
class ProjectKeeper;
class Session;

/// The runs of a panel's step that the project keeps: to restore, compare, pin, annotate and remove them. In
/// a window of its own that blocks nothing.
void showRunHistory(ProjectKeeper &keeper, Session &session, const Panel &panel, QWidget *parent);

} // namespace pathgan
