// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/groupboxplot.h"

#include "core/base/random.h"
#include "ui/coretext.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double boxHalf = 0.28, jitterHalf = 0.2;
constexpr std::size_t mostBrackets = 6;
constexpr Shape shapes[] = {QCPScatterStyle::ssDisc, QCPScatterStyle::ssSquare, QCPScatterStyle::ssTriangle,
                            QCPScatterStyle::ssDiamond, QCPScatterStyle::ssTriangleInverted};

QColor groupColour(const Group &group, std::size_t index)
{
    return group.reported ? categoryColour(index) : neutralColour();
}

/// Horizontal place of each point: the same at each drawing, and for each export.
std::vector<double> jittered(const Group &group, std::size_t index)
{
    Random random(7, index);
    std::vector<double> x;
    for (std::size_t i = 0; i < group.values.size(); ++i)
        x.push_back(static_cast<double>(index) + (2 * random.uniform() - 1) * jitterHalf);
    return x;
}

/// The more points, the smaller and paler: the box stays to be seen.
double pointSize(std::size_t n)
{
    return std::clamp(7.4 - 1.9 * std::log10(static_cast<double>(std::max<std::size_t>(n, 1))), 1.8, 5.0);
}

double pointOpacity(std::size_t n)
{
    return std::clamp(0.95 - 0.28 * std::log10(static_cast<double>(std::max<std::size_t>(n, 1))), 0.15, 0.6);
}

void paintBox(QCPPainter &painter, const QCPAxisRect &area, const Group &group, std::size_t index,
              const PlotTheme &theme, const ValueScale &scale)
{
    BoxStatistics box = group.box;
    for (double *value : {&box.q1, &box.median, &box.q3, &box.whiskerLow, &box.whiskerHigh})
        *value = scale.place(*value);
    const double x = static_cast<double>(index);
    const auto line = [&](double x1, double y1, double x2, double y2) {
        painter.drawLine(QLineF(toPixels(area, x1, y1), toPixels(area, x2, y2)));
    };
    QColor fill = groupColour(group, index);
    painter.setPen(QPen(theme.foreground, 1.2));
    fill.setAlphaF(0.22F);
    painter.setBrush(fill);
    painter.drawRect(QRectF(toPixels(area, x - boxHalf, box.q3), toPixels(area, x + boxHalf, box.q1)));
    line(x, box.q3, x, box.whiskerHigh);
    line(x, box.q1, x, box.whiskerLow);
    line(x - boxHalf / 2, box.whiskerHigh, x + boxHalf / 2, box.whiskerHigh);
    line(x - boxHalf / 2, box.whiskerLow, x + boxHalf / 2, box.whiskerLow);
    painter.setPen(QPen(theme.foreground, 2.4, Qt::SolidLine, Qt::FlatCap));
    line(x - boxHalf, box.median, x + boxHalf, box.median);
}

struct Bracket
{
    double from = 0, to = 0;
    QString text;
};

/// Two groups: always; more: the significant pairs, smallest p first.
std::vector<Bracket> chooseBrackets(const GroupComparison &comparison)
{
    const auto indexOf = [&](const std::string &name) {
        for (std::size_t i = 0; i < comparison.groups.size(); ++i) {
            if (comparison.groups[i].reported && comparison.groups[i].name == name)
                return static_cast<double>(i);
        }
        return -1.0;
    };
    std::vector<GroupPair> pairs = comparison.pairs;
    std::erase_if(pairs, [](const GroupPair &pair) { return std::isnan(pair.p); });
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const GroupPair &a, const GroupPair &b) { return a.adjustedP < b.adjustedP; });
    std::vector<Bracket> brackets;
    for (const GroupPair &pair : pairs) {
        const double a = indexOf(pair.group1), b = indexOf(pair.group2);
        const bool shown = comparison.pairs.size() == 1 || pair.adjustedP <= 0.05;
        if (a < 0 || b < 0 || !shown || brackets.size() == mostBrackets)
            continue;
        const QString text = QStringLiteral("%1 (p%2 %3)")
                                 .arg(fromStd(significanceStars(pair.adjustedP)),
                                      comparison.pairs.size() > 1 ? GroupBoxPlot::tr(" adj.") : QString(),
                                      pRelation(pair.adjustedP, pair.isBound));
        brackets.push_back({std::min(a, b), std::max(a, b), text});
    }
    // Short ones below long ones.
    std::stable_sort(brackets.begin(), brackets.end(),
                     [](const Bracket &a, const Bracket &b) { return a.to - a.from < b.to - b.from; });
    return brackets;
}

/// Above the data, each in a line of its own, whatever the height of the panel. shared: lines to leave room
/// for where another figure has the same axis, whose height may differ; 0: none has.
void addBrackets(QCPAxisRect *panel, const PlotTheme &theme, const QCPRange &range,
                 const std::vector<Bracket> &brackets, std::size_t shared)
{
    constexpr double usualHeight = 220;
    const double line = QFontMetricsF(theme.font).lineSpacing() + 8; // pixels
    const double room = line * static_cast<double>(std::max(brackets.size(), shared)) + 4;
    const double height = shared > 0 ? usualHeight : panel->height();
    const double perPixel = range.size() / std::max(height - room, height * 0.3);
    const double base = range.upper, top = base + room * perPixel;
    const double step = line * (top - range.lower) / std::max(panel->height(), 1);
    yAxis(panel)->setRange(range.lower, top);
    addPainted(panel, [brackets, base, step, theme](QCPPainter &painter, const QCPAxisRect &area) {
        painter.setFont(theme.font);
        painter.setPen(QPen(theme.foreground, 1));
        for (std::size_t i = 0; i < brackets.size(); ++i) {
            const double y = base + step * (static_cast<double>(i) + 0.25), foot = y - step * 0.2;
            const QPointF a = toPixels(area, brackets[i].from, y), b = toPixels(area, brackets[i].to, y);
            painter.drawPolyline(QPolygonF(
                {toPixels(area, brackets[i].from, foot), a, b, toPixels(area, brackets[i].to, foot)}));
            const double wide = QFontMetricsF(theme.font).horizontalAdvance(brackets[i].text);
            painter.drawText(QPointF((a.x() + b.x() - wide) / 2, a.y() - 3), brackets[i].text);
        }
    });
}

} // namespace

std::optional<GroupScale> sharedScale(const GroupRun &run, const std::string &reaction, AxisScale axis)
{
    GroupScale scale{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), 1};
    std::vector<double> all;
    std::size_t sources = 0;
    for (const GroupRun::Entry &entry : run.entries) {
        if (entry.reaction != reaction)
            continue;
        ++sources;
        scale.brackets = std::max(scale.brackets, chooseBrackets(entry.comparison).size());
        for (const Group &group : entry.comparison.groups)
            for (const double value : group.values) {
                all.push_back(value);
                scale.low = std::min(scale.low, value);
                scale.high = std::max(scale.high, value);
            }
    }
    scale.values = ValueScale::of(all, axis);
    return sources > 1 && scale.low <= scale.high ? std::optional(scale) : std::nullopt;
}

GroupBoxPlot::GroupBoxPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("groupBoxPlot"));
    refresh();
}

void GroupBoxPlot::setEntry(const GroupRun::Entry &entry, const QString &note,
                            const std::optional<GroupScale> &scale)
{
    m_entry = entry;
    m_scale = scale;
    m_note = note;
    refresh();
}

void GroupBoxPlot::setScale(AxisScale scale)
{
    m_axis = scale;
    refresh();
}

ValueScale GroupBoxPlot::values() const
{
    if (m_scale)
        return m_scale->values;
    std::vector<double> all;
    for (const Group &group : m_entry.comparison.groups)
        all.insert(all.end(), group.values.begin(), group.values.end());
    return ValueScale::of(all, m_axis);
}

QString GroupBoxPlot::fileName() const
{
    return isEmpty() ? QStringLiteral("groups")
                     : QStringLiteral("groups_%1_%2_by_%3")
                           .arg(fileNamePart(m_entry.source), fileNamePart(m_entry.reaction),
                                fileNamePart(m_entry.comparison.columnName));
}

QString GroupBoxPlot::title() const
{
    if (isEmpty())
        return tr("Groups compared");
    const QString what =
        m_entry.reaction == "mean" ? tr("mean over the reactions") : fromStd(m_entry.reaction);
    const QString source = m_entry.source == "predicted" ? tr("predicted") : fromStd(m_entry.source);
    return tr("%1 (%2) by %3").arg(what, source, fromStd(m_entry.comparison.columnName));
}

QString GroupBoxPlot::summary() const
{
    if (isEmpty())
        return tr("Box plot of groups.");
    QStringList parts;
    for (const Group &group : m_entry.comparison.groups)
        parts << tr("%1: n = %2, median %3")
                     .arg(fromStd(group.name))
                     .arg(group.values.size())
                     .arg(figureNumber(group.box.median));
    return tr("Box plot. %1. %2").arg(parts.join(QStringLiteral("; ")), captions().value(0));
}

Table GroupBoxPlot::data() const
{
    Table table{{"group", "sample", "value"}, {}};
    for (const Group &group : m_entry.comparison.groups) {
        for (std::size_t i = 0; i < group.values.size(); ++i)
            table.rows.push_back(
                {group.name, i < group.samples.size() ? group.samples[i] : std::string(), group.values[i]});
    }
    return table;
}

bool GroupBoxPlot::isEmpty() const
{
    return std::all_of(m_entry.comparison.groups.begin(), m_entry.comparison.groups.end(),
                       [](const Group &group) { return group.values.empty(); });
}

QString GroupBoxPlot::untestedText(const GroupComparison &comparison)
{
    if (comparison.overallTest.empty())
        return tr("No test: fewer than two reported groups with at least two values.");
    if (comparison.notTestable == "constant")
        return tr("Not testable: constant. All values are equal to 1e-9 of their size, or to 1e-9.");
    return tr("Not testable: no variation within the groups.");
}

QStringList GroupBoxPlot::captions() const
{
    const GroupComparison &comparison = m_entry.comparison;
    QStringList lines;
    if (!comparison.notTestable.empty()) {
        lines << untestedText(comparison);
    } else {
        QString line = tr("%1 = %2, p %3")
                           .arg(fromStd(comparison.overallTest), figureNumber(comparison.overallStatistic, 5),
                                pRelation(comparison.overallP, comparison.overallIsBound));
        if (comparison.pairs.size() == 1)
            line += tr("; Cliff's δ = %1").arg(figureNumber(comparison.pairs.front().cliffsDelta, 2));
        lines << line + QLatin1Char('.');
        if (!std::isnan(comparison.acrossP))
            lines << tr("p adjusted over the %n reaction(s) tested %1 (%2).", nullptr,
                        static_cast<int>(comparison.family))
                         .arg(pRelation(comparison.acrossP, comparison.overallIsBound),
                              coreText(comparison.adjustment));
        if (comparison.pairs.size() > 1)
            lines << withDecimalMark(
                         tr("Pairs: %1, adjusted over the pairs: %2; brackets: adjusted p ≤ 0.05, "
                            "at most %3."))
                         .arg(fromStd(comparison.pairs.front().test), coreText(comparison.adjustment))
                         .arg(mostBrackets);
    }
    lines << withDecimalMark(
        tr("Box: quartiles and median; whiskers: data within 1.5 IQR; points: samples. Not reported: "
           "shown, not tested. "
           "ns p > 0.05, * ≤ 0.05, ** ≤ 0.01, *** ≤ 0.001, **** ≤ 0.0001."));
    if (values().isLog())
        lines << tr("Logarithmic axis, on which 0 has its place.");
    if (!m_note.isEmpty())
        lines += m_note.split(QLatin1Char('\n'));
    return lines;
}

void GroupBoxPlot::draw(QCustomPlot &canvas)
{
    const GroupComparison &comparison = m_entry.comparison;
    addTitle(canvas, theme(), title());
    QCPAxisRect *panel = addPanel(canvas, theme());
    QStringList names, whole;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const double width = canvas.viewport().width() * 0.7 / static_cast<double>(comparison.groups.size());
    for (const Group &group : comparison.groups) {
        const QString name = group.reported ? fromStd(group.name) : tr("not reported");
        names << elided(name, theme().font, width) + QStringLiteral("\nn = %1").arg(group.values.size());
        whole << name;
        for (const double value : group.values) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    setCategories(*xAxis(panel), names, theme(), 0.36, whole);
    const ValueScale scale = values();
    scale.label(*yAxis(panel));
    yAxis(panel)->setLabel(QStringLiteral("%1 (%2)").arg(
        m_entry.reaction == "mean" ? tr("mean flux") : fromStd(comparison.valueName),
        fromStd(comparison.unit)));
    for (std::size_t i = 0; i < comparison.groups.size(); ++i) {
        const Group &group = comparison.groups[i];
        if (group.values.empty())
            continue;
        const std::vector<double> x = jittered(group, i);
        QVector<double> y;
        for (const double value : group.values)
            y << scale.place(value);
        addPoints(panel, QVector<double>(x.begin(), x.end()), y,
                  group.reported ? shapes[i % std::size(shapes)] : QCPScatterStyle::ssCircle,
                  groupColour(group, i), pointSize(group.values.size()), pointOpacity(group.values.size()));
        addPainted(panel, [group, i, scale, theme = theme()](QCPPainter &painter, const QCPAxisRect &area) {
            paintBox(painter, area, group, i, theme, scale);
        });
    }
    addNotes(canvas, captions());
    layOut(canvas);
    if (m_scale) {
        low = m_scale->low;
        high = m_scale->high;
    }
    addBrackets(panel, theme(), paddedRange(scale.place(low), scale.place(high)), chooseBrackets(comparison),
                m_scale ? m_scale->brackets : 0);
}

std::pair<int, int> GroupBoxPlot::nearest(const QPointF &position) const
{
    const QCPAxisRect &area = *canvas().axisRect(0);
    const auto &groups = m_entry.comparison.groups;
    const int index = static_cast<int>(std::lround(toData(area, position).x()));
    if (index < 0 || index >= static_cast<int>(groups.size()))
        return {-1, -1};
    const Group &group = groups[std::size_t(index)];
    const std::vector<double> x = jittered(group, std::size_t(index));
    const ValueScale scale = values();
    return {index, nearestPoint(position, static_cast<int>(x.size()), [&](int i) {
                return toPixels(area, x[std::size_t(i)], scale.place(group.values[std::size_t(i)]));
            })};
}

QString GroupBoxPlot::readout(const QPointF &position) const
{
    const auto [index, point] = nearest(position);
    if (index < 0)
        return {};
    const Group &group = m_entry.comparison.groups[std::size_t(index)];
    if (point >= 0 && std::size_t(point) < group.samples.size())
        return QStringLiteral("%1\n%2").arg(fromStd(group.samples[std::size_t(point)]),
                                            figureNumber(group.values[std::size_t(point)], 4));
    return tr("%1, n = %2\nmedian %3, quartiles %4 – %5")
        .arg(fromStd(group.name))
        .arg(group.values.size())
        .arg(figureNumber(group.box.median, 4), figureNumber(group.box.q1, 4), figureNumber(group.box.q3, 4));
}

std::vector<Mark> GroupBoxPlot::marksAt(const QPointF &position) const
{
    const auto [index, point] = nearest(position);
    if (index < 0 || point < 0)
        return {};
    const std::vector<std::string> &samples = m_entry.comparison.groups[std::size_t(index)].samples;
    return std::size_t(point) < samples.size()
               ? std::vector<Mark>{{Thing::Sample, fromStd(samples[std::size_t(point)])}}
               : std::vector<Mark>();
}

QStringList GroupBoxPlot::named(Thing thing) const
{
    QStringList names;
    for (const Group &group : m_entry.comparison.groups)
        for (const std::string &sample : group.samples)
            if (thing == Thing::Sample)
                names << fromStd(sample);
    return names;
}

std::vector<MarkPlace> GroupBoxPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const QCPAxisRect &panel = *canvas.axisRect(0);
    const ValueScale scale = values();
    std::vector<MarkPlace> found;
    for (std::size_t g = 0; mark.thing == Thing::Sample && g < m_entry.comparison.groups.size(); ++g) {
        const Group &group = m_entry.comparison.groups[g];
        const auto at = std::find(group.samples.begin(), group.samples.end(), mark.name.toStdString());
        const auto i = std::size_t(at - group.samples.begin());
        if (at != group.samples.end() && i < group.values.size())
            found.push_back(
                ringAt(panel, toPixels(panel, jittered(group, g)[i], scale.place(group.values[i]))));
    }
    return found;
}

} // namespace pathgan
