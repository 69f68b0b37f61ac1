// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plottheme.h"

#include <QImage>
#include <QString>

#include <functional>

class QLabel;

namespace pathgan {

void prepareFigurePreview(QLabel &label, const QString &objectName);
/// Fills the label with the page at the resolution of the screen.
void showFigurePreview(QLabel &label, ExportOptions options,
                       const std::function<QImage(const ExportOptions &)> &draw);

} // namespace pathgan
