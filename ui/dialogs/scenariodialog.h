// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pathgan {

class Scenarios;

/// What two scenarios hold differently, in a window of its own that blocks nothing.
void showScenarioComparison(Scenarios &scenarios, QWidget *parent);

} // namespace pathgan
