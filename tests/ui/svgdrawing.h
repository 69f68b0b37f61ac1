// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/exampleresults.h"
#include "ui/plots/plot.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QStringList>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>

/// Figures of the example's results as SVG, read back.
namespace svgdrawing {

using namespace pathgan;

/// What a test needs to know of an SVG file.
struct Drawing
{
    QStringList texts, families;
    int circles = 0, paths = 0, images = 0;
    bool valid = false;
    QString title, width;
};

inline Drawing read(const QByteArray &svg)
{
    Drawing drawing;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        if (name == QLatin1String("svg"))
            drawing.width = xml.attributes().value(QLatin1String("width")).toString();
        else if (name == QLatin1String("g") && xml.attributes().hasAttribute(QLatin1String("font-family")))
            drawing.families << xml.attributes().value(QLatin1String("font-family")).toString();
        else if (name == QLatin1String("text"))
            drawing.texts << xml.readElementText();
        else if (name == QLatin1String("title"))
            drawing.title = xml.readElementText();
        drawing.circles += name == QLatin1String("circle");
        drawing.paths += name == QLatin1String("path");
        drawing.images += name == QLatin1String("image");
    }
    drawing.valid = !xml.hasError();
    return drawing;
}

/// The document of a figure; a null size: the figure's own.
inline QByteArray svg(Plot &plot, const QSizeF &size = {})
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure.svg"));
    ExportOptions options;
    options.sizeMm = size;
    if (!plot.exportTo(path, FigureFormat::Svg, options))
        return {};
    QFile file(path);
    (void)file.open(QIODevice::ReadOnly);
    return file.readAll();
}

/// By Qt's own renderer, on white.
inline QImage rendered(const QByteArray &document, const QSize &size)
{
    QSvgRenderer renderer(document);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

/// Results of the example, made once.
inline const Project &example()
{
    static const Project project = exampleresults::project();
    return project;
}

} // namespace svgdrawing
