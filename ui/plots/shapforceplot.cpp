// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/shapforceplot.h"

#include "ui/coretext.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double shapHeight = 0.1; // of shap's polygons
constexpr int mostArrows = 60;     // genes of a run that still get an arrow each, as in shap
constexpr std::size_t ownArrows = 12;
constexpr double restShare = 0.3; // of the genes' width that the sum of all others may take on its side

/// Top of the arrows; three lines of text fit above.
double barTop(const QCPAxisRect &area, const PlotTheme &theme)
{
    return area.top() + 3 * QFontMetricsF(theme.font).lineSpacing() + 10;
}

/// What the head's lines leave, shared with the labels below.
double barHeight(const QCPAxisRect &area, const PlotTheme &theme)
{
    const double room = area.bottom() - barTop(area, theme);
    return std::clamp(0.3 * room, 18.0, 110.0);
}

/// Horizontally in data coordinates, vertically at a fixed place; the sum of all others is less high.
QPolygonF arrow(const QCPAxisRect &area, const ForceGeometry &force, const ForceSegment &segment,
                const PlotTheme &theme)
{
    const double top = barTop(area, theme), height = barHeight(area, theme);
    const double share = segment.gene < 0 ? 0.45 : 1;
    QPolygonF polygon;
    for (const QPointF &point : force.outline(segment))
        polygon << QPointF(xAxis(&area)->coordToPixel(point.x()),
                           top + height * (0.5 + share * (0.5 - point.y() / shapHeight)));
    return polygon;
}

void paintArrows(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force,
                 const PlotTheme &theme)
{
    for (const auto *side : {&force.negative, &force.positive}) {
        for (const ForceSegment &segment : *side) {
            const QPolygonF polygon = arrow(area, force, segment, theme);
            painter.setPen(polygon.boundingRect().width() > 3 ? QPen(theme.background, 1) : QPen(Qt::NoPen));
            QColor colour = segment.value > 0 ? forcePositive() : forceNegative();
            if (segment.gene < 0)
                colour.setAlphaF(0.45F);
            painter.setBrush(colour);
            painter.drawPolygon(polygon);
        }
    }
}

/// The range of the axis: the sum of all others stands outermost and runs over the edge where it would
/// press the genes together.
QCPRange rangeOf(const ForceGeometry &force)
{
    double low = force.output, high = force.output;
    for (const auto *side : {&force.negative, &force.positive})
        for (const ForceSegment &segment : *side)
            if (segment.gene >= 0) {
                low = std::min(low, segment.end);
                high = std::max(high, segment.end);
            }
    const double span = high - low;
    if (span <= 0)
        return {force.low, force.high};
    return {std::max(force.low, low - restShare * span), std::min(force.high, high + restShare * span)};
}

/// A text below the arrows and the leader that comes down to it.
struct Label
{
    double leader = 0, left = 0, right = 0; ///< pixels
    std::size_t line = 0;
    QString text;
    QColor colour;
};

bool collide(const Label &a, const Label &b)
{
    const bool texts = a.line == b.line && a.left < b.right + 8 && b.left < a.right + 8;
    const auto crosses = [](const Label &leader, const Label &text) {
        return text.line < leader.line && leader.leader > text.left - 3 && leader.leader < text.right + 3;
    };
    return texts || crosses(a, b) || crosses(b, a);
}

/// Each on the first line where it meets no text and crosses none; false: one of them has no such line.
bool placeAll(std::vector<Label> &labels, std::size_t lines)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Label &label = labels[i];
        const auto end = labels.begin() + static_cast<std::ptrdiff_t>(i);
        for (label.line = 0; label.line < lines; ++label.line)
            if (std::none_of(labels.begin(), end, [&](const Label &other) { return collide(label, other); }))
                break;
        if (label.line == lines)
            return false;
    }
    return true;
}

/// From the outside in, texts pointing outwards: then leaders cross no text where there are lines enough.
/// Where there are not, the outermost, which contribute least, go without a label: the read-out names them.
std::vector<Label> placeLabels(const QCPAxisRect &area, const ForceGeometry &force, const PlotTheme &theme)
{
    const QFontMetricsF metrics(theme.font);
    const double room = area.bottom() - barTop(area, theme) - barHeight(area, theme) - 10;
    const auto lines =
        static_cast<std::size_t>(std::max(0.0, std::floor(room / (metrics.lineSpacing() + 1))));
    std::vector<Label> sides[2];
    for (int side = 0; side < 2; ++side) {
        const auto &segments = side == 0 ? force.negative : force.positive;
        for (std::size_t i = segments.size(); i-- > 0;) {
            const ForceSegment &segment = segments[i];
            const double middle = xAxis(&area)->coordToPixel((segment.begin + segment.end) / 2);
            if (!segment.labelled || (segment.gene >= 0 && (middle < area.left() || middle > area.right())))
                continue;
            const double at = std::clamp(middle, area.left() + 3.0, area.right() - 3.0);
            const QString text = withDecimalMark(segment.label);
            const double wide = metrics.horizontalAdvance(text), limit = area.right() - wide - 2;
            Label label{at,   at - (segment.value > 0 ? wide - 4 : 4),
                        0,    0,
                        text, segment.value > 0 ? forcePositive() : forceNegative()};
            label.left = std::clamp(label.left, area.left() + 2.0, std::max(area.left() + 2.0, limit));
            label.right = label.left + wide;
            sides[side].push_back(label);
        }
    }
    while (true) {
        std::vector<Label> all = sides[0];
        all.insert(all.end(), sides[1].begin(), sides[1].end());
        if (lines == 0 || all.empty())
            return {};
        if (placeAll(all, lines))
            return all;
        std::vector<Label> &longer = sides[0].size() > sides[1].size() ? sides[0] : sides[1];
        longer.erase(longer.begin());
    }
}

void paintLabels(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force,
                 const PlotTheme &theme)
{
    const QFontMetricsF metrics(theme.font);
    const double bottom = barTop(area, theme) + barHeight(area, theme);
    painter.setFont(theme.font);
    for (const Label &label : placeLabels(area, force, theme)) {
        const double top = bottom + 10 + static_cast<double>(label.line) * (metrics.lineSpacing() + 1);
        painter.setPen(QPen(label.colour, 1));
        painter.drawLine(QLineF(label.leader, bottom + 1, label.leader, top));
        painter.setPen(theme.foreground);
        painter.drawText(QPointF(label.left, top + metrics.ascent()), label.text);
    }
}

void paintHeads(QCPPainter &painter, const QCPAxisRect &area, const ForceGeometry &force,
                const PlotTheme &theme, const QString &higher, const QString &lower, const QString &baseName)
{
    const double top = barTop(area, theme), step = QFontMetricsF(theme.font).lineSpacing();
    const double bottom = top + barHeight(area, theme);
    const double out = xAxis(&area)->coordToPixel(force.output),
                 base = xAxis(&area)->coordToPixel(force.base);
    const auto text = [&](double x, double y, const QString &what, const QFont &font, Qt::Alignment side) {
        const double wide = QFontMetricsF(font).horizontalAdvance(what);
        const double left = x - (side == Qt::AlignRight ? wide : side == Qt::AlignHCenter ? wide / 2 : 0);
        painter.setFont(font);
        painter.drawText(QPointF(std::clamp(left, area.left() + 2.0,
                                            std::max(area.left() + 2.0, area.right() - wide - 2.0)),
                                 y),
                         what);
    };
    const bool isLeft = base<area.left(), isRight = base> area.right();
    if (!isLeft && !isRight) {
        painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
        painter.drawLine(QLineF(base, top - 2 * step - 4, base, bottom));
    }
    painter.setPen(theme.foreground);
    painter.drawLine(QLineF(out, top - 4, out, bottom));
    text(out - 10, top - 5, higher + QStringLiteral(" →"), theme.font, Qt::AlignRight);
    text(out + 10, top - 5, QStringLiteral("← ") + lower, theme.font, Qt::AlignLeft);
    text(out, top - 6 - step,
         QStringLiteral("f(x) = ") +
             withDecimalMark(QString::number(force.output, 'f', 2)).replace(QLatin1Char('-'), QChar(0x2212)),
         scaledFont(theme, 1, true), Qt::AlignHCenter);
    text(base, top - 8 - 2 * step,
         isLeft    ? QStringLiteral("← ") + baseName
         : isRight ? baseName + QStringLiteral(" →")
                   : baseName,
         theme.font, Qt::AlignHCenter);
}

} // namespace

ShapForcePlot::ShapForcePlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("shapForcePlot"));
    refresh();
}

void ShapForcePlot::setRun(std::shared_ptr<const ShapRun> run)
{
    m_run = std::move(run);
    rebuild();
}

void ShapForcePlot::setSample(int sample)
{
    m_sample = sample;
    rebuild();
}

void ShapForcePlot::rebuild()
{
    if (!m_run || m_sample < 0 || m_sample >= m_run->values.rows())
        m_sample = 0;
    m_force = isEmpty() ? ForceGeometry()
                        : forceGeometry(*m_run, m_sample, m_run->values.cols() > mostArrows ? ownArrows : 0);
    const QCPRange shown = rangeOf(m_force);
    m_isCut = shown.lower > m_force.low || shown.upper < m_force.high;
    m_force.low = shown.lower;
    m_force.high = shown.upper;
    refresh();
}

bool ShapForcePlot::isEmpty() const
{
    return !m_run || m_run->values.rows() == 0;
}

QString ShapForcePlot::fileName() const
{
    return isEmpty() ? QStringLiteral("shap_force")
                     : QStringLiteral("shap_force_") + fromStd(m_run->samples[std::size_t(m_sample)]);
}

QString ShapForcePlot::title() const
{
    return isEmpty()
               ? tr("Forces on one sample")
               : tr("What moves the prediction of %1").arg(fromStd(m_run->samples[std::size_t(m_sample)]));
}

QString ShapForcePlot::summary() const
{
    if (isEmpty())
        return tr("Force plot of one sample.");
    const auto values = m_run->values.row(m_sample).array();
    return tr("From the base value %1 to the output %2: %3 genes push up, %4 push down.")
        .arg(figureNumber(m_force.base), figureNumber(m_force.output))
        .arg((values > 0).count())
        .arg((values < 0).count());
}

QSizeF ShapForcePlot::preferredSizeMm() const
{
    return {175, 85};
}

Table ShapForcePlot::data() const
{
    Table table{{"gene", "expression", "shap", "from", "to"}, {}};
    for (const auto *side : {&m_force.positive, &m_force.negative}) {
        for (const ForceSegment &segment : *side) {
            const bool gene = segment.gene >= 0;
            table.rows.push_back(
                {gene ? m_run->genes[std::size_t(segment.gene)] : segment.label.toStdString(),
                 gene ? static_cast<double>(m_run->data(m_sample, segment.gene)) : std::nan(""),
                 segment.value, segment.begin, segment.end});
        }
    }
    return table;
}

void ShapForcePlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPAxisRect *panel = addPanel(canvas, theme());
    hideAxis(*yAxis(panel));
    xAxis(panel)->grid()->setVisible(false);
    panel->setRangeDrag(Qt::Horizontal);
    panel->setRangeZoom(Qt::Horizontal);
    const double room = m_force.high > m_force.low ? 0 : std::max(1e-6, std::abs(m_force.base) * 0.1);
    xAxis(panel)->setRange(m_force.low - room, m_force.high + room);
    xAxis(panel)->setLabel(QStringLiteral("%1 (%2)").arg(coreText(m_run->outputName), coreText(m_run->unit)));
    addPainted(panel, [force = m_force, theme = theme(), higher = tr("higher"), lower = tr("lower"),
                       base = tr("base value %1").arg(figureNumber(m_force.base))](QCPPainter &painter,
                                                                                   const QCPAxisRect &area) {
        paintArrows(painter, area, force, theme);
        paintHeads(painter, area, force, theme, higher, lower, base);
        paintLabels(painter, area, force, theme);
    });
    QStringList lines{
        tr("Left of f(x), red: raises the output; right, blue: lowers it. Expression is log2(x + 1).")};
    if (m_force.othersUp != 0 || m_force.othersDown != 0)
        lines << tr("Pale: all other genes together; they raise by %1 and lower by %2, the width is the net "
                    "sum.")
                     .arg(figureNumber(m_force.othersUp), figureNumber(-m_force.othersDown));
    else
        lines << tr("Genes that contribute less than 5 % (or find no room) are not named.");
    if (m_isCut)
        lines.back() += QLatin1Char(' ') + tr("It runs over the edge of the axis.");
    if (m_run->additivityError.size() > m_sample)
        lines << tr("Additivity error: %1.").arg(figureNumber(m_run->additivityError[m_sample], 2));
    lines << tr("One of those explained: %1.").arg(explainedText(m_run->chosen));
    addNotes(canvas, lines);
}

int ShapForcePlot::segmentAt(const QPointF &position) const
{
    const QCPAxisRect &area = *canvas().axisRect(0);
    const QPointF at = toData(area, position);
    const double below = position.y() - barTop(area, theme());
    if (below < 0 || below > barHeight(area, theme()))
        return -1;
    int index = 0;
    for (const auto *side : {&m_force.positive, &m_force.negative}) {
        for (const ForceSegment &segment : *side) {
            if (at.x() >= std::min(segment.begin, segment.end) &&
                at.x() <= std::max(segment.begin, segment.end))
                return index;
            ++index;
        }
    }
    return -1;
}

QString ShapForcePlot::readout(const QPointF &position) const
{
    const int index = segmentAt(position);
    if (index < 0)
        return {};
    const std::size_t up = m_force.positive.size(), i = std::size_t(index);
    const ForceSegment &segment = i < up ? m_force.positive[i] : m_force.negative[i - up];
    return QStringLiteral("%1\nφ = %2").arg(withDecimalMark(segment.label), figureNumber(segment.value, 4));
}

std::vector<Mark> ShapForcePlot::marksAt(const QPointF &position) const
{
    const int index = segmentAt(position);
    if (index < 0)
        return {};
    const std::size_t up = m_force.positive.size(), i = std::size_t(index);
    const ForceSegment &segment = i < up ? m_force.positive[i] : m_force.negative[i - up];
    return segment.gene >= 0
               ? std::vector<Mark>{{Thing::Gene, fromStd(m_run->genes[std::size_t(segment.gene)])}}
               : std::vector<Mark>();
}

QStringList ShapForcePlot::named(Thing thing) const
{
    QStringList names;
    for (const auto *side : {&m_force.positive, &m_force.negative})
        for (const ForceSegment &segment : *side)
            if (thing == Thing::Gene && segment.gene >= 0)
                names << fromStd(m_run->genes[std::size_t(segment.gene)]);
    return names;
}

std::vector<MarkPlace> ShapForcePlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const QCPAxisRect &panel = *canvas.axisRect(0);
    for (const auto *side : {&m_force.positive, &m_force.negative})
        for (const ForceSegment &segment : *side) {
            if (mark.thing != Thing::Gene || segment.gene < 0 ||
                fromStd(m_run->genes[std::size_t(segment.gene)]) != mark.name)
                continue;
            MarkPlace place{{}, &panel};
            place.outline.addPolygon(arrow(panel, m_force, segment, theme()));
            place.outline.closeSubpath();
            return {place};
        }
    return {};
}

} // namespace pathgan
