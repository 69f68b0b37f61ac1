// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot.h"

#include "ui/plots/figureparts_p.h"
#include "ui/plots/figurewriter_p.h"

#include <QSaveFile>

namespace pathgan {

namespace {

ExportOptions withSize(ExportOptions options, const Plot &plot)
{
    if (options.sizeMm.isEmpty())
        options.sizeMm = plot.preferredSizeMm();
    return options;
}

} // namespace

QString Plot::description() const
{
    QStringList lines{summary()};
    lines << m_notes << m_origin;
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString Plot::text() const
{
    ensureDrawn();
    return title() + QStringLiteral("\n\n") + description() + QLatin1Char('\n');
}

Result<void> Plot::exportText(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray said = (QStringLiteral("PathGAN: ") + text()).toUtf8();
    const bool written = file.open(QIODevice::WriteOnly) && file.write(said) == said.size() && file.commit();
    return written ? Result<void>() : Result<void>(Error{ErrorCode::WriteFailed, path.toStdString()});
}

/// A canvas of its own: the screen never shows another theme, not even for a moment.
FigureDrawing Plot::drawing(const ExportOptions &options)
{
    const QSize layout = layoutSize(options.sizeMm);
    const std::shared_ptr<QCustomPlot> canvas = exportCanvas(options, layout);
    const auto paint = [canvas, layout](QCPPainter &painter) {
        canvas->toPainter(&painter, layout.width(), layout.height());
    };
    return {title(), description(), themeOf(options, m_theme).background, paint};
}

QImage Plot::image(const ExportOptions &given)
{
    const ExportOptions options = withSize(given, *this);
    return isPossible(options, FigureFormat::Png) ? imageOf(drawing(options), options) : QImage();
}

Result<void> Plot::exportTo(const QString &path, FigureFormat format, const ExportOptions &given)
{
    const ExportOptions options = withSize(given, *this);
    if (!isPossible(options, format))
        return Error{ErrorCode::InvalidOption, "figure size or resolution"};
    return writeDrawing(drawing(options), path, format, options);
}

} // namespace pathgan
