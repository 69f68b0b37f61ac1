// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot.h"

#include "ui/plots/figureparts_p.h"
#include "ui/plots/svgdevice_p.h"

#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>

#include <cmath>

namespace pathgan {

namespace {

constexpr double unitsPerMm = 96 / 25.4; // the layout's pixels
constexpr int largestSide = 30'000;      // pixels of an image

QSize layoutSize(const QSizeF &sizeMm)
{
    return {qRound(sizeMm.width() * unitsPerMm), qRound(sizeMm.height() * unitsPerMm)};
}

QSize pixelSize(const ExportOptions &options)
{
    const double scale = options.dpi / 25.4;
    return {qRound(options.sizeMm.width() * scale), qRound(options.sizeMm.height() * scale)};
}

bool isValid(const ExportOptions &options, FigureFormat format)
{
    const QSizeF &size = options.sizeMm;
    if (!(size.width() >= 20 && size.height() >= 15 && size.width() <= 5000 && size.height() <= 5000))
        return false;
    const QSize pixels = pixelSize(options);
    return format != FigureFormat::Png || (options.dpi >= 36 && options.dpi <= 2400 &&
                                           pixels.width() <= largestSide && pixels.height() <= largestSide);
}

ExportOptions withSize(ExportOptions options, const Plot &plot)
{
    if (options.sizeMm.isEmpty())
        options.sizeMm = plot.preferredSizeMm();
    return options;
}

void paintScaled(QCustomPlot &canvas, QPaintDevice &device, const QSize &layout, double scaleX, double scaleY,
                 bool vector)
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.scale(scaleX, scaleY);
    canvas.toPainter(&painter, layout.width(), layout.height());
}

} // namespace

QString Plot::description() const
{
    QStringList lines{summary()};
    lines << m_notes << m_origin;
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

Result<void> Plot::exportText(const QString &path) const
{
    ensureDrawn();
    QSaveFile file(path);
    const QByteArray text =
        (QStringLiteral("PathGAN: ") + title() + QStringLiteral("\n\n") + description() + QLatin1Char('\n'))
            .toUtf8();
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    return written ? Result<void>() : Result<void>(Error{ErrorCode::WriteFailed, path.toStdString()});
}

QImage Plot::image(const ExportOptions &given)
{
    const ExportOptions options = withSize(given, *this);
    if (!isValid(options, FigureFormat::Png))
        return {};
    const QSize layout = layoutSize(options.sizeMm), pixels = pixelSize(options);
    const std::unique_ptr<QCustomPlot> canvas = exportCanvas(options, layout);
    QImage result(pixels, options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    result.fill(options.transparent  ? QColor(Qt::transparent)
                : options.printTheme ? PlotTheme::print().background
                                     : m_theme.background);
    paintScaled(*canvas, result, layout, double(pixels.width()) / layout.width(),
                double(pixels.height()) / layout.height(), false);
    const int dotsPerMetre = qRound(options.dpi / 0.0254);
    result.setDotsPerMeterX(dotsPerMetre);
    result.setDotsPerMeterY(dotsPerMetre);
    result.setText(QStringLiteral("Title"), title());
    result.setText(QStringLiteral("Description"), description());
    return result;
}

Result<void> Plot::exportTo(const QString &path, FigureFormat format, const ExportOptions &given)
{
    const ExportOptions options = withSize(given, *this);
    if (!isValid(options, format))
        return Error{ErrorCode::InvalidOption, "figure size or resolution"};
    const Error failed{ErrorCode::WriteFailed, path.toStdString()};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed;
    const QSize layout = layoutSize(options.sizeMm);
    if (format == FigureFormat::Png) {
        if (!image(options).save(&file, "PNG"))
            return failed;
    } else if (format == FigureFormat::Svg) {
        const std::unique_ptr<QCustomPlot> canvas = exportCanvas(options, layout);
        SvgDevice device(layout, options.sizeMm, title(), description());
        paintScaled(*canvas, device, layout, 1, 1, true);
        file.write(device.document());
    } else {
        const std::unique_ptr<QCustomPlot> canvas = exportCanvas(options, layout);
        QPdfWriter writer(&file);
        writer.setTitle(title());
        writer.setCreator(QStringLiteral("PathGAN"));
        writer.setResolution(1200);
        writer.setPageLayout(
            QPageLayout(QPageSize(options.sizeMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                        QPageLayout::Portrait, QMarginsF()));
        const double scale = writer.width() / double(layout.width());
        paintScaled(*canvas, writer, layout, scale, scale, true);
    }
    return file.commit() ? Result<void>() : Result<void>(failed);
}

} // namespace pathgan
