// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pathgan {

class ViewSettings;

/// What the user changes in the looks of all figures below a widget is kept with the project, and can be
/// undone.
void keepLooks(QWidget &root, ViewSettings &settings);

} // namespace pathgan
