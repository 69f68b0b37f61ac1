// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/predictionplot.h"

#include "core/base/statistics.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pathgan {

namespace {

constexpr Shape shapes[] = {QCPScatterStyle::ssCircle, QCPScatterStyle::ssDiamond,
                            QCPScatterStyle::ssTriangle};

QColor partColour(int part)
{
    constexpr std::size_t colours[] = {5, 2, 1};
    return categoryColour(colours[part]);
}

} // namespace

PredictionPlot::PredictionPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("predictionPlot"));
    refresh();
}

void PredictionPlot::setRun(std::shared_ptr<const GanRun> run, std::shared_ptr<const FluxRun> truth,
                            int reaction)
{
    m_points.clear();
    m_reaction.clear();
    if (run && truth && reaction >= 0 && reaction < static_cast<int>(run->reactions.size())) {
        m_reaction = run->reactions[std::size_t(reaction)];
        const auto column = std::find(truth->reactions.begin(), truth->reactions.end(), m_reaction);
        std::unordered_map<std::string, Index> rowOf;
        for (std::size_t i = 0; i < truth->samples.size(); ++i)
            rowOf[truth->samples[i]] = static_cast<Index>(i);
        const std::vector<int> *parts[] = {&run->trainSamples, &run->validationSamples, &run->testSamples};
        for (int part = 0; part < 3 && column != truth->reactions.end(); ++part) {
            for (const int sample : *parts[part]) {
                const std::string &name = run->samples[std::size_t(sample)];
                const auto row = rowOf.find(name);
                if (row == rowOf.end())
                    continue;
                const Point point{name, truth->values(row->second, column - truth->reactions.begin()),
                                  run->predicted(sample, reaction), part};
                if (std::isfinite(point.target) && std::isfinite(point.predicted))
                    m_points.push_back(point);
            }
        }
    }
    refresh();
}

QString PredictionPlot::partName(int part) const
{
    return part == 0 ? tr("training") : part == 1 ? tr("validation") : tr("test");
}

QString PredictionPlot::fileName() const
{
    return m_reaction.empty() ? QStringLiteral("prediction")
                              : QStringLiteral("prediction_") + fromStd(m_reaction);
}

QString PredictionPlot::title() const
{
    return m_reaction.empty() ? tr("Predicted against target flux")
                              : tr("Predicted against target flux: %1").arg(fromStd(m_reaction));
}

QString PredictionPlot::summary() const
{
    return tr("Scatter plot of predicted against target flux of %n sample(s).", nullptr,
              static_cast<int>(m_points.size()));
}

QSizeF PredictionPlot::preferredSizeMm() const
{
    return {120, 110};
}

Table PredictionPlot::data() const
{
    Table table{{"sample", "part", "target", "predicted"}, {}};
    constexpr const char *names[] = {"train", "validation", "test"};
    for (const Point &point : m_points)
        table.rows.push_back({point.sample, std::string(names[point.part]), point.target, point.predicted});
    return table;
}

bool PredictionPlot::isEmpty() const
{
    return m_points.empty();
}

void PredictionPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    double low = std::numeric_limits<double>::infinity(), high = -low;
    QVector<double> x[3], y[3];
    for (const Point &point : m_points) {
        low = std::min({low, point.target, point.predicted});
        high = std::max({high, point.target, point.predicted});
        x[point.part] << point.target;
        y[point.part] << point.predicted;
    }
    std::vector<KeyEntry> key;
    QStringList correlations;
    for (int part = 0; part < 3; ++part) {
        if (x[part].isEmpty())
            continue;
        key.push_back({tr("%1 (n = %2)").arg(partName(part)).arg(x[part].size()), partColour(part),
                       KeyEntry::Marker, shapes[part]});
        correlations << tr("r %1 = %2")
                            .arg(partName(part),
                                 figureNumber(pearson({x[part].data(), std::size_t(x[part].size())},
                                                      {y[part].data(), std::size_t(y[part].size())}),
                                              3));
    }
    addKey(canvas, theme(), key);
    QCPAxisRect *panel = addPanel(canvas, theme());
    const QCPRange range = paddedRange(low, high);
    xAxis(panel)->setRange(range);
    yAxis(panel)->setRange(range);
    xAxis(panel)->setLabel(tr("target flux (mmol/gDW/h)"));
    yAxis(panel)->setLabel(tr("predicted flux (mmol/gDW/h)"));
    addCurve(panel, {range.lower, range.upper}, {range.lower, range.upper},
             QPen(theme().muted, 1, Qt::DashLine));
    for (int part = 0; part < 3; ++part) {
        if (!x[part].isEmpty())
            addPoints(panel, x[part], y[part], shapes[part], partColour(part), part == 0 ? 5 : 7);
    }
    addCornerText(panel, correlations.join(QLatin1Char('\n')), theme().font, theme().foreground,
                  Qt::AlignLeft | Qt::AlignTop);
    addNotes(canvas, {tr("Dashed: predicted = target. r: Pearson's, on mmol/gDW/h.")});
}

const PredictionPlot::Point *PredictionPlot::nearest(const QPointF &position) const
{
    const QCPAxisRect &area = *canvas().axisRect(0);
    const int index = nearestPoint(position, static_cast<int>(m_points.size()), [&](int i) {
        return toPixels(area, m_points[std::size_t(i)].target, m_points[std::size_t(i)].predicted);
    });
    return index < 0 ? nullptr : &m_points[std::size_t(index)];
}

QString PredictionPlot::readout(const QPointF &position) const
{
    const Point *point = nearest(position);
    return point ? tr("%1 (%2)\ntarget %3, predicted %4")
                       .arg(fromStd(point->sample), partName(point->part), figureNumber(point->target, 4),
                            figureNumber(point->predicted, 4))
                 : QString();
}

std::vector<Mark> PredictionPlot::marksAt(const QPointF &position) const
{
    const Point *point = nearest(position);
    return point ? std::vector<Mark>{{Thing::Sample, fromStd(point->sample)}} : std::vector<Mark>();
}

QStringList PredictionPlot::named(Thing thing) const
{
    QStringList names;
    for (const Point &point : m_points)
        if (thing == Thing::Sample)
            names << fromStd(point.sample);
    return names;
}

std::vector<MarkPlace> PredictionPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const QCPAxisRect &panel = *canvas.axisRect(0);
    for (const Point &point : m_points)
        if (mark.thing == Thing::Sample && fromStd(point.sample) == mark.name)
            return {ringAt(panel, toPixels(panel, point.target, point.predicted), 7)};
    return {};
}

} // namespace pathgan
