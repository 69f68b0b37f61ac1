// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/figurepreview.h"

#include <QCoreApplication>
#include <QLabel>

#include <algorithm>

namespace pathgan {

void prepareFigurePreview(QLabel &label, const QString &objectName)
{
    label.setObjectName(objectName);
    label.setAccessibleName(QCoreApplication::translate("FigurePreview", "Preview"));
    label.setMinimumSize(320, 220);
    label.setAlignment(Qt::AlignCenter);
    label.setFrameShape(QFrame::StyledPanel);
    label.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void showFigurePreview(QLabel &label, ExportOptions options,
                       const std::function<QImage(const ExportOptions &)> &draw)
{
    const qreal ratio = label.devicePixelRatioF();
    const QSizeF room = QSizeF(label.size() - QSize(8, 8));
    const QSizeF fitted = options.sizeMm.scaled(room, Qt::KeepAspectRatio);
    options.dpi = std::max(36, static_cast<int>(fitted.width() * ratio / options.sizeMm.width() * 25.4));
    QPixmap pixmap = QPixmap::fromImage(draw(options));
    pixmap.setDevicePixelRatio(ratio);
    label.setPixmap(pixmap);
}

} // namespace pathgan
