// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/svgdevice_p.h"

#include "ui/plots/rectclip_p.h"

#include <QBuffer>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QTextItem>

#include <cmath>

namespace pathgan {

namespace {

/// Hundredths of a unit are enough: 0.003 mm in print.
QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray attribute(const char *name, const QByteArray &value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray paint(const char *name, const QColor &colour, double opacity)
{
    QByteArray text = attribute(name, colour.name().toLatin1());
    const double alpha = colour.alphaF() * opacity;
    if (alpha < 0.9995)
        text += attribute((QByteArray(name) + "-opacity").constData(), QByteArray::number(alpha, 'f', 3));
    return text;
}

QByteArray pointText(const QPointF &point)
{
    return number(point.x()) + ' ' + number(point.y());
}

QByteArray polylineData(const QPolygonF &points, bool closed)
{
    QByteArray data;
    for (qsizetype i = 0; i < points.size(); ++i)
        data += (i == 0 ? "M" : "L") + pointText(points[i]);
    return closed ? data + "Z" : data;
}

QByteArray pathData(const QPainterPath &path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const char *command = " ";
        if (element.isMoveTo())
            command = "M";
        else if (element.isLineTo())
            command = "L";
        else if (element.type == QPainterPath::CurveToElement)
            command = "C";
        data += command + pointText(element);
    }
    return data;
}

QByteArray familyList(const QString &family)
{
    const QByteArray fallback = family == QLatin1String("DejaVu Sans") ? "Verdana, sans-serif" : "sans-serif";
    return family.isEmpty() ? fallback : '\'' + escaped(family) + "', " + fallback;
}

} // namespace

class SvgEngine : public QPaintEngine
{
public:
    explicit SvgEngine(const QSize &size)
        : QPaintEngine(AllFeatures &
                       ~(PatternBrush | PerspectiveTransform | ConicalGradientFill | PorterDuff)),
          m_page(QPointF(), QSizeF(size))
    {}

    bool begin(QPaintDevice *) override
    {
        m_body.clear();
        m_style.clear();
        return true;
    }
    bool end() override
    {
        setStyle({});
        return true;
    }
    void updateState(const QPaintEngineState &) override {}
    Type type() const override { return QPaintEngine::SVG; }
    const QByteArray &body() const { return m_body; }
    bool textAsPaths = false;

    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawEllipse(const QRectF &rect) override;
    void drawEllipse(const QRect &rect) override { drawEllipse(QRectF(rect)); }
    void drawTextItem(const QPointF &position, const QTextItem &item) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source) override
    {
        drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
    }
    void drawImage(const QRectF &target, const QImage &image, const QRectF &source,
                   Qt::ImageConversionFlags flags) override;

private:
    QRectF clip() const;
    bool hasStroke() const { return painter()->pen().style() != Qt::NoPen; }
    bool hasFill() const { return painter()->brush().style() != Qt::NoBrush; }
    QByteArray strokeStyle() const;
    QByteArray fillStyle() const;
    void setStyle(const QByteArray &style);
    void add(const QByteArray &style, const QByteArray &element);
    void addImage(const QRectF &place, const QImage &image); ///< place: on the page
    void addShape(const QPainterPath &path, Qt::FillRule rule, bool fill);

    QRectF m_page;
    QByteArray m_body, m_style;
    QPointF m_textEnd;         ///< where the last text ended
    qsizetype m_textSize = -1; ///< of the body right after it
};

QRectF SvgEngine::clip() const
{
    if (!painter()->hasClipping())
        return m_page;
    return painter()->combinedTransform().mapRect(painter()->clipBoundingRect()).intersected(m_page);
}

QByteArray SvgEngine::strokeStyle() const
{
    if (!hasStroke())
        return attribute("stroke", "none");
    const QPen pen = painter()->pen();
    const double scale =
        pen.isCosmetic() ? 1 : std::sqrt(std::abs(painter()->combinedTransform().determinant()));
    const double width = (pen.widthF() > 0 ? pen.widthF() : 1) * scale;
    QByteArray style = paint("stroke", pen.color(), painter()->opacity());
    style += attribute("stroke-width", number(width));
    if (pen.style() != Qt::SolidLine) {
        QByteArray dashes;
        for (const double dash : pen.dashPattern())
            dashes += (dashes.isEmpty() ? "" : ",") + number(dash * width);
        style += attribute("stroke-dasharray", dashes);
    }
    style += attribute("stroke-linecap", pen.capStyle() == Qt::RoundCap    ? "round"
                                         : pen.capStyle() == Qt::SquareCap ? "square"
                                                                           : "butt");
    style += attribute("stroke-linejoin", pen.joinStyle() == Qt::RoundJoin   ? "round"
                                          : pen.joinStyle() == Qt::BevelJoin ? "bevel"
                                                                             : "miter");
    return style;
}

QByteArray SvgEngine::fillStyle() const
{
    return hasFill() ? paint("fill", painter()->brush().color(), painter()->opacity())
                     : attribute("fill", "none");
}

/// Consecutive elements of one look share a group.
void SvgEngine::setStyle(const QByteArray &style)
{
    if (style == m_style)
        return;
    if (!m_style.isEmpty())
        m_body += "</g>\n";
    m_style = style;
    if (!style.isEmpty())
        m_body += "<g" + style + ">\n";
}

void SvgEngine::add(const QByteArray &style, const QByteArray &element)
{
    setStyle(style);
    m_body += element + '\n';
}

/// path in device coordinates.
void SvgEngine::addShape(const QPainterPath &path, Qt::FillRule rule, bool fill)
{
    const bool stroke = hasStroke();
    fill = fill && hasFill();
    if (path.isEmpty() || (!stroke && !fill))
        return;
    const QRectF area = clip(), bounds = path.boundingRect();
    if (!overlaps(area, bounds))
        return;
    const QByteArray filled =
        fillStyle() + (rule == Qt::OddEvenFill ? attribute("fill-rule", "evenodd") : QByteArray());
    const QByteArray none = attribute("fill", "none");
    if (inside(area, bounds)) {
        add((fill ? filled : none) + strokeStyle(), "<path d=\"" + pathData(path) + "\"/>");
        return;
    }
    QByteArray inner, outline;
    for (const QPolygonF &polygon : path.toSubpathPolygons()) {
        if (fill) {
            if (const QPolygonF cut = clippedPolygon(polygon, area); cut.size() > 2)
                inner += polylineData(cut, true);
        }
        if (stroke) {
            for (const QPolygonF &piece : clippedPolyline(polygon, area))
                outline += polylineData(piece, false);
        }
    }
    if (!inner.isEmpty())
        add(filled + attribute("stroke", "none"), "<path d=\"" + inner + "\"/>");
    if (!outline.isEmpty())
        add(none + strokeStyle(), "<path d=\"" + outline + "\"/>");
}

void SvgEngine::drawPath(const QPainterPath &path)
{
    addShape(painter()->combinedTransform().map(path), path.fillRule(), true);
}

void SvgEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode != PolylineMode)
        path.closeSubpath();
    addShape(painter()->combinedTransform().map(path),
             mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill, mode != PolylineMode);
}

void SvgEngine::drawEllipse(const QRectF &rect)
{
    const QTransform transform = painter()->combinedTransform();
    const QRectF bounds = transform.mapRect(rect);
    if (transform.type() > QTransform::TxScale || !inside(clip(), bounds)) {
        QPainterPath path;
        path.addEllipse(rect);
        drawPath(path);
        return;
    }
    if (!hasStroke() && !hasFill())
        return;
    const QPointF centre = bounds.center();
    const bool round = std::abs(bounds.width() - bounds.height()) < 0.005;
    const QByteArray where = attribute("cx", number(centre.x())) + attribute("cy", number(centre.y()));
    const QByteArray radius = attribute(round ? "r" : "rx", number(bounds.width() / 2)) +
                              (round ? QByteArray() : attribute("ry", number(bounds.height() / 2)));
    add(fillStyle() + strokeStyle(), (round ? "<circle" : "<ellipse") + where + radius + "/>");
}

void SvgEngine::drawTextItem(const QPointF &position, const QTextItem &item)
{
    const QString text = item.text();
    if (text.isEmpty())
        return;
    const QTransform transform = painter()->combinedTransform();
    const QRectF box(position.x(), position.y() - item.ascent(), item.width(),
                     item.ascent() + item.descent());
    // Text is not cut: it is written when its middle is within the clip.
    if (!clip().contains(transform.map(box.center())))
        return;
    if (textAsPaths) {
        QPainterPath letters;
        letters.addText(position, item.font(), text);
        add(paint("fill", painter()->pen().color(), painter()->opacity()) + attribute("stroke", "none"),
            "<path d=\"" + pathData(transform.map(letters)) + "\"/>");
        return;
    }
    const QFont font = item.font();
    const double size = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72;
    QByteArray style = paint("fill", painter()->pen().color(), painter()->opacity());
    style += attribute("stroke", "none") + attribute("font-family", familyList(font.family()));
    style += attribute("font-size", number(size));
    if (font.bold())
        style += attribute("font-weight", "bold");
    if (font.italic())
        style += attribute("font-style", "italic");
    QByteArray where;
    if (transform.type() <= QTransform::TxTranslate) {
        const QPointF start = transform.map(position);
        where = attribute("x", number(start.x())) + attribute("y", number(start.y()));
    } else {
        const auto precise = [](double v) { return QByteArray::number(v, 'g', 6); };
        where = attribute("x", number(position.x())) + attribute("y", number(position.y())) +
                attribute("transform", "matrix(" + precise(transform.m11()) + ' ' + precise(transform.m12()) +
                                           ' ' + precise(transform.m21()) + ' ' + precise(transform.m22()) +
                                           ' ' + number(transform.dx()) + ' ' + number(transform.dy()) + ')');
    }
    // Qt draws a line of text in pieces, one a script: one element again.
    const QPointF begin = transform.map(position), end = transform.map(position + QPointF(item.width(), 0));
    static const QByteArray closing = "</text>\n";
    if (style == m_style && m_body.size() == m_textSize && QLineF(begin, m_textEnd).length() < 0.7) {
        m_body.chop(closing.size());
        m_body += escaped(text) + closing;
    } else {
        add(style, "<text" + where + " xml:space=\"preserve\">" + escaped(text) + "</text>");
    }
    m_textEnd = end;
    m_textSize = m_body.size();
}

void SvgEngine::drawImage(const QRectF &target, const QImage &image, const QRectF &source,
                          Qt::ImageConversionFlags)
{
    const QRectF whole = painter()->combinedTransform().mapRect(target);
    const QRectF visible = whole.intersected(clip());
    if (visible.isEmpty())
        return;
    const double scale = 4; // pixels a unit
    if (visible == whole && source == QRectF(image.rect()) && image.width() >= scale * whole.width()) {
        addImage(whole, image);
        return;
    }
    // Drawn anew, without smoothing, so that viewers that smooth do no harm.
    QImage pixels(QSize(static_cast<int>(std::ceil(visible.width() * scale)),
                        static_cast<int>(std::ceil(visible.height() * scale))),
                  QImage::Format_ARGB32);
    pixels.fill(Qt::transparent);
    QPainter inner(&pixels);
    inner.scale(pixels.width() / visible.width(), pixels.height() / visible.height());
    inner.drawImage(whole.translated(-visible.topLeft()), image, source);
    inner.end();
    addImage(visible, pixels);
}

void SvgEngine::addImage(const QRectF &place, const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    add(attribute("opacity", number(painter()->opacity())),
        "<image" + attribute("x", number(place.x())) + attribute("y", number(place.y())) +
            attribute("width", number(place.width())) + attribute("height", number(place.height())) +
            " preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64," + png.toBase64() + "\"/>");
}

SvgDevice::SvgDevice(const QSize &size, const QSizeF &sizeMm, const QString &title,
                     const QString &description)
    : m_size(size), m_sizeMm(sizeMm), m_title(title), m_description(description),
      m_engine(std::make_unique<SvgEngine>(size))
{}

SvgDevice::~SvgDevice() = default;

void SvgDevice::setTextAsPaths(bool on)
{
    m_engine->textAsPaths = on;
}

QPaintEngine *SvgDevice::paintEngine() const
{
    return m_engine.get();
}

QByteArray SvgDevice::document() const
{
    const QByteArray width = QByteArray::number(m_size.width()), height = QByteArray::number(m_size.height());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
           "version=\"1.1\"" +
           attribute("width", number(m_sizeMm.width()) + "mm") +
           attribute("height", number(m_sizeMm.height()) + "mm") +
           attribute("viewBox", "0 0 " + width + ' ' + height) + ">\n<title>" + escaped(m_title) +
           "</title>\n<desc>" + escaped(m_description) + "</desc>\n" + m_engine->body() + "</svg>\n";
}

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_sizeMm.width());
    case PdmHeightMM:
        return qRound(m_sizeMm.height());
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 96;
    case PdmDepth:
        return 24;
    case PdmNumColors:
        return 1 << 24;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return 0;
    }
}

} // namespace pathgan
