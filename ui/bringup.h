// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pathgan {

class MainWindow;

/// Whether a widget of a panel can be seen once its step, tabs and sections are opened: nothing else hides
/// it.
bool canBringUp(const QWidget &widget, const QWidget &panel);
/// Opens step, tabs and sections, scrolls to the widget and gives it the focus.
void bringUp(MainWindow &window, QWidget &widget);

} // namespace pathgan
