// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/plots/plottheme.h"

#include <QImage>
#include <QRectF>
#include <QString>

#include <vector>

namespace pathgan {

struct FigureDrawing;
class Plot;

/// Several figures on one page, in rows, each with its letter: a figure for print.
class FigureSheet
{
public:
    enum class Letters { None, Capital, Small };

    std::vector<Plot *> plots; ///< row by row
    int columns = 2;
    Letters letters = Letters::Capital;

    /// Of a page that wide, with each row as high as its figures ask for.
    QSizeF sizeMm(double width) const;
    Result<void> exportTo(const QString &path, FigureFormat format, const ExportOptions &options) const;
    QImage image(const ExportOptions &options) const;
    QString text() const; ///< of all figures, by letter

private:
    QString letter(std::size_t figure) const;
    std::vector<double> rowHeights(double width) const;
    std::vector<QRectF> places(const QSizeF &page) const; ///< of the figures, in mm
    double columnWidth(double width) const;
    FigureDrawing drawing(const ExportOptions &options) const;
};

} // namespace pathgan
