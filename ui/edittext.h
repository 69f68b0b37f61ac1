// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/edits.h"

#include <QString>

class QWidget;

namespace pathgan {

class MainWindow;

/// What an edit was of, as menus name it: "Epochs", "knock out GCLC".
QString editText(const Edit &edit, const MainWindow &window);
/// The control that shows what was edited; null: there is no single one.
QWidget *controlOf(const Edit &edit, const MainWindow &window);

} // namespace pathgan
