// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/stressplot.h"

#include "core/base/statistics.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pathgan {

namespace {

constexpr Qt::PenStyle penStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DotLine,
                                      Qt::DashDotDotLine};

QVector<double> toVector(const std::vector<double> &values)
{
    return {values.begin(), values.end()};
}

} // namespace

StressPlot::StressPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("stressPlot"));
    refresh();
}

void StressPlot::setRun(std::shared_ptr<const StressRun> run)
{
    m_run = std::move(run);
    rebuild();
}

void StressPlot::setLabels(const std::vector<std::string> &groupPerSample)
{
    m_labels = groupPerSample;
    rebuild();
}

void StressPlot::rebuild()
{
    m_bands.clear();
    if (m_run) {
        // By name, "not reported" last; samples without a curve are left out.
        std::map<std::pair<bool, std::string>, std::vector<std::size_t>> groups;
        for (std::size_t s = 0; s < m_run->samples.size(); ++s) {
            const std::string label = m_labels.size() == m_run->samples.size() ? m_labels[s] : "all";
            if (s < static_cast<std::size_t>(m_run->survival.rows()) && m_run->survival.cols() > 0 &&
                !std::isnan(m_run->survival(static_cast<Index>(s), 0)))
                groups[{label.empty(), label}].push_back(s);
        }
        for (const auto &[name, samples] : groups) {
            Band band{name.first             ? tr("not reported")
                      : name.second == "all" ? tr("all samples")
                                             : fromStd(name.second),
                      samples,
                      {},
                      {},
                      {}};
            for (std::size_t load = 0; load < m_run->loads.size(); ++load) {
                std::vector<double> values;
                for (const std::size_t s : samples)
                    values.push_back(m_run->survival(static_cast<Index>(s), static_cast<Index>(load)));
                band.q1.push_back(quantile(values, 0.25));
                band.median.push_back(quantile(values, 0.5));
                band.q3.push_back(quantile(values, 0.75));
            }
            m_bands.push_back(std::move(band));
        }
    }
    refresh();
}

QString StressPlot::fileName() const
{
    return m_run && m_run->source != "expression" ? QStringLiteral("stress_survival_predicted")
                                                  : QStringLiteral("stress_survival");
}

QString StressPlot::title() const
{
    return m_run && m_run->source != "expression" ? tr("Growth under oxidative load, from predicted fluxes")
                                                  : tr("Growth under oxidative load");
}

QString StressPlot::summary() const
{
    if (isEmpty())
        return tr("Survival curves under oxidative load.");
    return tr("Survival curves of %n group(s); half of the samples keep half of their growth up to r_D = %1 "
              "mmol/gDW/h.",
              nullptr, static_cast<int>(m_bands.size()))
        .arg(figureNumber(m_run->cohortLoad));
}

Table StressPlot::data() const
{
    Table table{{"group", "n", "load", "q1", "median", "q3"}, {}};
    for (const Band &band : m_bands) {
        for (std::size_t i = 0; i < m_run->loads.size(); ++i)
            table.rows.push_back({band.name.toStdString(), static_cast<long long>(band.samples.size()),
                                  m_run->loads[i], band.q1[i], band.median[i], band.q3[i]});
    }
    return table;
}

bool StressPlot::isEmpty() const
{
    return m_bands.empty();
}

void StressPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    std::vector<KeyEntry> key;
    const auto colourOf = [&](std::size_t i) {
        return m_bands[i].name == tr("not reported") ? neutralColour() : categoryColour(i);
    };
    for (std::size_t i = 0; i < m_bands.size(); ++i)
        key.push_back({QStringLiteral("%1 (n = %2)").arg(m_bands[i].name).arg(m_bands[i].samples.size()),
                       colourOf(i), KeyEntry::Line, QCPScatterStyle::ssDisc,
                       penStyles[i % std::size(penStyles)]});
    const int own = rowOf(marked(Thing::Sample));
    if (own >= 0)
        key.push_back({marked(Thing::Sample), theme().foreground});
    addKey(canvas, theme(), key);
    QCPAxisRect *panel = addPanel(canvas, theme());
    xAxis(panel)->setRange(0, m_run->loads.empty() || m_run->loads.back() <= 0 ? 1 : m_run->loads.back());
    yAxis(panel)->setRange(0, 1.05);
    xAxis(panel)->setLabel(tr("oxidative load r (mmol H₂O₂/gDW/h)"));
    yAxis(panel)->setLabel(tr("relative growth μ(r)/μ₀"));
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        QColor fill = colourOf(i);
        fill.setAlphaF(0.15F);
        addPainted(panel, [loads = m_run->loads, band = m_bands[i], fill](QCPPainter &painter,
                                                                          const QCPAxisRect &area) {
            QPolygonF outline;
            for (std::size_t k = 0; k < loads.size(); ++k)
                outline << toPixels(area, loads[k], band.q3[k]);
            for (std::size_t k = loads.size(); k-- > 0;)
                outline << toPixels(area, loads[k], band.q1[k]);
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawPolygon(outline);
        });
        addCurve(panel, toVector(m_run->loads), toVector(m_bands[i].median),
                 QPen(colourOf(i), 2, penStyles[i % std::size(penStyles)], Qt::FlatCap));
    }
    if (own >= 0) {
        QVector<double> curve;
        for (Index k = 0; k < m_run->survival.cols(); ++k)
            curve << m_run->survival(own, k);
        addCurve(panel, toVector(m_run->loads), curve, QPen(theme().foreground, 2.5));
    }
    addVerticalLine(panel, m_run->cohortLoad, QPen(theme().muted, 1.2, Qt::DashLine));
    const bool right = m_run->cohortLoad > xAxis(panel)->range().center();
    addText(panel, m_run->cohortLoad, 1.05, tr("r_D = %1").arg(figureNumber(m_run->cohortLoad)), theme().font,
            theme().foreground, Qt::AlignTop | (right ? Qt::AlignRight : Qt::AlignLeft),
            {right ? -4.0 : 4.0, 2});
    addNotes(canvas,
             {tr("Lines: median; bands: quartiles. r_D: median of the loads that halve growth. The load is "
                 "a sustained "
                 "H₂O₂ production in the model, not a radiation dose.")});
}

QString StressPlot::readout(const QPointF &position) const
{
    const QCPAxisRect &area = *canvas().axisRect(0);
    if (!area.rect().contains(position.toPoint()) || m_run->loads.empty())
        return {};
    const double load = toData(area, position).x();
    const auto above = std::lower_bound(m_run->loads.begin(), m_run->loads.end(), load);
    auto i = static_cast<std::size_t>(std::min<std::ptrdiff_t>(
        above - m_run->loads.begin(), static_cast<std::ptrdiff_t>(m_run->loads.size()) - 1));
    if (i > 0 && load - m_run->loads[i - 1] < m_run->loads[i] - load)
        --i;
    QStringList lines{tr("r = %1 mmol/gDW/h").arg(figureNumber(m_run->loads[i]))};
    for (const Band &band : m_bands)
        lines << QStringLiteral("%1: %2 (%3 – %4)")
                     .arg(band.name, figureNumber(band.median[i]), figureNumber(band.q1[i]),
                          figureNumber(band.q3[i]));
    return lines.join(QLatin1Char('\n'));
}

/// The curve of the marked sample is all that belongs to one sample.
std::vector<Mark> StressPlot::marksAt(const QPointF &position) const
{
    const std::vector<QPointF> curve = curveOf(canvas(), marked(Thing::Sample));
    const int near =
        nearestPoint(position, static_cast<int>(curve.size()), [&](int i) { return curve[std::size_t(i)]; });
    return near < 0 ? std::vector<Mark>() : std::vector<Mark>{{Thing::Sample, marked(Thing::Sample)}};
}

QStringList StressPlot::named(Thing thing) const
{
    return thing == Thing::Sample && rowOf(marked(thing)) >= 0 ? QStringList{marked(thing)} : QStringList();
}

std::vector<MarkPlace> StressPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const std::vector<QPointF> curve = curveOf(canvas, mark.thing == Thing::Sample ? mark.name : QString());
    if (curve.empty())
        return {};
    return {ringAt(*canvas.axisRect(0), curve[curve.size() / 2])};
}

void StressPlot::markedChanged(Thing thing)
{
    if (thing == Thing::Sample)
        refresh(); // its curve is drawn
}

/// Of the run, with a curve; −1: none.
int StressPlot::rowOf(const QString &sample) const
{
    if (!m_run || sample.isEmpty())
        return -1;
    const auto found = std::find(m_run->samples.begin(), m_run->samples.end(), sample.toStdString());
    const auto row = found - m_run->samples.begin();
    const bool has = found != m_run->samples.end() && row < m_run->survival.rows() &&
                     m_run->survival.cols() > 0 && !std::isnan(m_run->survival(row, 0));
    return has ? static_cast<int>(row) : -1;
}

/// In pixels; empty: none.
std::vector<QPointF> StressPlot::curveOf(const QCustomPlot &canvas, const QString &sample) const
{
    std::vector<QPointF> curve;
    const int row = rowOf(sample);
    for (Index k = 0; row >= 0 && k < m_run->survival.cols(); ++k)
        curve.push_back(toPixels(*canvas.axisRect(0), m_run->loads[std::size_t(k)], m_run->survival(row, k)));
    return curve;
}

} // namespace pathgan
