// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/plots/plottheme.h"

#include <QImage>
#include <QString>

#include <functional>

class QCPPainter;

namespace pathgan {

/// A page of figures, wherever it goes to.
struct FigureDrawing
{
    QString title, description;
    QColor background;                       ///< of images that are not transparent
    std::function<void(QCPPainter &)> paint; ///< units: 96 an inch
};

/// 96 units an inch.
QSize layoutSize(const QSizeF &sizeMm);
/// At least 20 × 15 mm and at most 5 × 5 m; images at 36 to 2400 dpi and up to 30,000 pixels a side.
bool isPossible(const ExportOptions &options, FigureFormat format);
/// Null: not possible.
QImage imageOf(const FigureDrawing &drawing, const ExportOptions &options);
/// InvalidOption: see isPossible. WriteFailed: nothing was written, what was there is unchanged.
Result<void> writeDrawing(const FigureDrawing &drawing, const QString &path, FigureFormat format,
                          const ExportOptions &options);
/// Whether this system can write them: TIFF is a plug-in of Qt's.
bool canWrite(FigureFormat format);

} // namespace pathgan
