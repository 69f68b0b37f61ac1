// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figurewriter_p.h"

#include "ui/plots/pagepainter.h"
#include "ui/plots/svgdevice_p.h"

#include <qcustomplot.h>

#include <QImageWriter>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>

namespace pathgan {

namespace {

constexpr int largestSide = 30'000; // pixels of an image
constexpr int lossless = 1;         // LZW, which every journal's software reads

QSize pixelSize(const ExportOptions &options)
{
    const double scale = options.dpi / 25.4;
    return {qRound(options.sizeMm.width() * scale), qRound(options.sizeMm.height() * scale)};
}

void paintScaled(const FigureDrawing &drawing, QPaintDevice &device, double scaleX, double scaleY,
                 bool vector)
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.scale(scaleX, scaleY);
    drawing.paint(painter);
}

QByteArray svgOf(const FigureDrawing &drawing, const ExportOptions &options)
{
    SvgDevice device(layoutSize(options.sizeMm), options.sizeMm, drawing.title, drawing.description);
    device.setTextAsPaths(options.textAsPaths);
    paintScaled(drawing, device, 1, 1, true);
    return device.document();
}

void writePdf(const FigureDrawing &drawing, QIODevice &file, const ExportOptions &options)
{
    QPdfWriter writer(&file);
    writer.setTitle(drawing.title);
    writer.setCreator(QStringLiteral("PathGAN"));
    writer.setResolution(1200);
    writer.setPageLayout(
        QPageLayout(QPageSize(options.sizeMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                    QPageLayout::Portrait, QMarginsF()));
    if (options.textAsPaths) { // the writer embeds fonts; the drawing as SVG has none any more
        QPainter painter(&writer);
        QSvgRenderer(svgOf(drawing, options)).render(&painter, QRectF(0, 0, writer.width(), writer.height()));
        return;
    }
    const double scale = writer.width() / double(layoutSize(options.sizeMm).width());
    paintScaled(drawing, writer, scale, scale, true);
}

bool writeImage(const QImage &image, QIODevice &file, FigureFormat format)
{
    QImageWriter writer(&file, format == FigureFormat::Tiff ? "tiff" : "png");
    if (format == FigureFormat::Tiff)
        writer.setCompression(lossless);
    return writer.write(image);
}

} // namespace

QSize layoutSize(const QSizeF &sizeMm)
{
    return {qRound(sizeMm.width() * PagePainter::unitsPerMm),
            qRound(sizeMm.height() * PagePainter::unitsPerMm)};
}

bool isPossible(const ExportOptions &options, FigureFormat format)
{
    const QSizeF &size = options.sizeMm;
    if (!(size.width() >= 20 && size.height() >= 15 && size.width() <= 5000 && size.height() <= 5000))
        return false;
    if (format == FigureFormat::Svg || format == FigureFormat::Pdf)
        return true;
    const QSize pixels = pixelSize(options);
    return options.dpi >= 36 && options.dpi <= 2400 && pixels.width() <= largestSide &&
           pixels.height() <= largestSide;
}

QImage imageOf(const FigureDrawing &drawing, const ExportOptions &options)
{
    if (!isPossible(options, FigureFormat::Png))
        return {};
    const QSize layout = layoutSize(options.sizeMm), pixels = pixelSize(options);
    QImage result(pixels, options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    result.fill(options.transparent ? QColor(Qt::transparent) : drawing.background);
    paintScaled(drawing, result, double(pixels.width()) / layout.width(),
                double(pixels.height()) / layout.height(), false);
    const int dotsPerMetre = qRound(options.dpi / 0.0254);
    result.setDotsPerMeterX(dotsPerMetre);
    result.setDotsPerMeterY(dotsPerMetre);
    result.setText(QStringLiteral("Title"), drawing.title);
    result.setText(QStringLiteral("Description"), drawing.description);
    return result;
}

Result<void> writeDrawing(const FigureDrawing &drawing, const QString &path, FigureFormat format,
                          const ExportOptions &options)
{
    if (!isPossible(options, format))
        return Error{ErrorCode::InvalidOption, "figure size or resolution"};
    const Error failed{ErrorCode::WriteFailed, path.toStdString()};
    QSaveFile file(path);
    if (!canWrite(format) || !file.open(QIODevice::WriteOnly))
        return failed;
    if (format == FigureFormat::Svg) {
        file.write(svgOf(drawing, options));
    } else if (format == FigureFormat::Pdf) {
        writePdf(drawing, file, options);
    } else {
        const QImage image = imageOf(drawing, options);
        if (image.isNull() || !writeImage(image, file, format))
            return failed;
    }
    return file.commit() ? Result<void>() : Result<void>(failed);
}

bool canWrite(FigureFormat format)
{
    return format != FigureFormat::Tiff || QImageWriter::supportedImageFormats().contains("tiff");
}

} // namespace pathgan
