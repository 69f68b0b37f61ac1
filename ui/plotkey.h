// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

class QWidget;

namespace pathgan {

/// Of the panel that a widget belongs to, with a slash: "fluxPanel/"; empty: of none.
std::string panelPrefix(const QWidget &widget);
/// "fluxPanel/fluxHeatMap".
std::string plotKey(const QWidget &plot);

} // namespace pathgan
