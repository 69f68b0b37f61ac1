// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace pathgan {

/// Asks as what the figures of "Export all" are to be written and remembers it; then calls go.
void askForExportFormats(QWidget *parent, std::function<void()> go);

} // namespace pathgan
