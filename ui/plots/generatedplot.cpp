// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/generatedplot.h"

#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

QColor realColour()
{
    return neutralColour();
}

QColor generatedColour()
{
    return categoryColour(0);
}

std::vector<double> sortedColumn(const MatrixD &values, int column)
{
    const VectorD found = values.col(column);
    std::vector<double> sorted(found.begin(), found.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

/// Share of values up to x.
double shareBelow(const std::vector<double> &sorted, double x)
{
    return static_cast<double>(std::upper_bound(sorted.begin(), sorted.end(), x) - sorted.begin()) /
           static_cast<double>(sorted.size());
}

/// A distribution function over a range: values and the shares up to them.
void steps(const std::vector<double> &sorted, const QCPRange &range, QVector<double> &x, QVector<double> &y)
{
    x << range.lower;
    y << 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i + 1 < sorted.size() && sorted[i + 1] == sorted[i])
            continue;
        x << sorted[i];
        y << static_cast<double>(i + 1) / static_cast<double>(sorted.size());
    }
    x << range.upper;
    y << 1;
}

} // namespace

GeneratedPlot::GeneratedPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("generatedPlot"));
    refresh();
}

void GeneratedPlot::setRun(std::shared_ptr<const GenerateRun> run, int reaction)
{
    m_run = std::move(run);
    m_reaction = m_run && reaction >= 0 && reaction < m_run->fluxes.cols() ? reaction : -1;
    m_real = m_generated = {};
    if (m_reaction >= 0) {
        m_real = sortedColumn(m_run->real, m_reaction);
        m_generated = sortedColumn(m_run->fluxes, m_reaction);
    }
    refresh();
}

const std::string &GeneratedPlot::reaction() const
{
    return m_run->reactions[std::size_t(m_reaction)];
}

bool GeneratedPlot::isEmpty() const
{
    return m_real.empty() || m_generated.empty();
}

QString GeneratedPlot::fileName() const
{
    return isEmpty() ? QStringLiteral("generated") : QStringLiteral("generated_") + fromStd(reaction());
}

QString GeneratedPlot::quantityText() const
{
    return m_run && m_run->isCapacity ? tr("Maximum attainable flux") : tr("Flux");
}

QString GeneratedPlot::title() const
{
    return isEmpty() ? tr("Real and generated profiles")
                     : tr("%1 in real and generated profiles: %2").arg(quantityText(), fromStd(reaction()));
}

QString GeneratedPlot::summary() const
{
    if (isEmpty())
        return tr("Histograms and distribution functions of one reaction in real and generated profiles.");
    return tr("Histograms and distribution functions of %1 generated and %2 real profiles; Wasserstein-1 "
              "distance %3 mmol/gDW/h.")
        .arg(m_generated.size())
        .arg(m_real.size())
        .arg(figureNumber(m_run->byReaction[std::size_t(m_reaction)].wasserstein));
}

Table GeneratedPlot::data() const
{
    Table table{{"profile", "kind", isEmpty() ? "flux" : reaction()}, {}};
    if (isEmpty())
        return table;
    const auto add = [&](const std::vector<std::string> &names, const MatrixD &values, const char *kind) {
        for (std::size_t i = 0; i < names.size(); ++i)
            table.rows.push_back({names[i], std::string(kind), values(static_cast<Index>(i), m_reaction)});
    };
    add(m_run->realSamples, m_run->real, "real");
    add(m_run->profiles, m_run->fluxes, "generated");
    return table;
}

GeneratedPlot::Bins GeneratedPlot::bins() const
{
    Bins found;
    found.low = std::min(m_real.front(), m_generated.front());
    const double high = std::max(m_real.back(), m_generated.back());
    const auto least = static_cast<double>(std::min(m_real.size(), m_generated.size()));
    const int count = std::clamp(static_cast<int>(std::ceil(std::sqrt(least))), 5, 30);
    if (high > found.low) {
        found.width = (high - found.low) / count;
    } else {
        found.width = std::max(std::abs(high), 1.0) / count;
        found.low -= 0.5 * count * found.width;
    }
    const auto shares = [&](const std::vector<double> &values) {
        std::vector<double> bars(static_cast<std::size_t>(count), 0);
        for (const double value : values) {
            const int bin = static_cast<int>((value - found.low) / found.width);
            bars[static_cast<std::size_t>(std::clamp(bin, 0, count - 1))] +=
                1 / static_cast<double>(values.size());
        }
        return bars;
    };
    found.real = shares(m_real);
    found.generated = shares(m_generated);
    return found;
}

void GeneratedPlot::drawHistograms(QCPAxisRect &panel) const
{
    const Bins found = bins();
    const auto addBars = [&](const std::vector<double> &shares, const QColor &colour) {
        addPainted(&panel, [found, shares, colour](QCPPainter &painter, const QCPAxisRect &area) {
            QColor fill = colour;
            fill.setAlphaF(0.45F);
            painter.setPen(QPen(colour, 1.2));
            painter.setBrush(fill);
            for (std::size_t i = 0; i < shares.size(); ++i) {
                const double from = found.low + found.width * static_cast<double>(i);
                if (shares[i] > 0)
                    painter.drawRect(
                        QRectF(toPixels(area, from, shares[i]), toPixels(area, from + found.width, 0)));
            }
        });
    };
    addBars(found.real, realColour());
    addBars(found.generated, generatedColour());
    const double most = std::max(*std::max_element(found.real.begin(), found.real.end()),
                                 *std::max_element(found.generated.begin(), found.generated.end()));
    xAxis(&panel)->setRange(
        paddedRange(found.low, found.low + found.width * static_cast<double>(found.real.size()), 0.03));
    xAxis(&panel)->setLabel(tr("%1 (mmol/gDW/h)").arg(quantityText()));
    yAxis(&panel)->setRange(0, 1.08 * most);
    yAxis(&panel)->setLabel(tr("share of the profiles"));
}

void GeneratedPlot::drawFunctions(QCPAxisRect &panel) const
{
    const QCPRange range = xAxis(&panel)->range();
    for (const auto &[values, colour] :
         {std::pair(&m_real, realColour()), {&m_generated, generatedColour()}}) {
        QVector<double> x, y;
        steps(*values, range, x, y);
        addCurve(&panel, x, y, QPen(colour, 1.8))->setLineStyle(QCPGraph::lsStepLeft);
    }
    xAxis(&panel)->setLabel(tr("%1 (mmol/gDW/h)").arg(quantityText()));
    yAxis(&panel)->setRange(0, 1.03);
    yAxis(&panel)->setLabel(tr("share at most this large"));
}

QStringList GeneratedPlot::caption() const
{
    const ReactionComparison &found = m_run->byReaction[std::size_t(m_reaction)];
    return {
        tr("Wasserstein-1 distance, the area between the curves at the right: %1 mmol/gDW/h; on the scale "
           "trained on %2 real standard deviations. Coverage (Naeem et al. 2020, k = %3): %4.")
            .arg(figureNumber(found.wasserstein), figureNumber(found.relativeWasserstein))
            .arg(m_run->options.neighbours)
            .arg(figureNumber(found.coverage)),
        tr("Generated profiles are the network's, conditioned on expression; they are no measurements.")};
}

void GeneratedPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    addKey(canvas, theme(),
           {{tr("real: %1 computed profiles").arg(m_real.size()), realColour(), KeyEntry::Box},
            {tr("generated: %1 profiles of the network").arg(m_generated.size()), generatedColour(),
             KeyEntry::Box}});
    QCPLayoutGrid *grid = addGrid(canvas);
    QCPAxisRect *bars = addPanel(canvas, theme(), grid, 0), *functions = addPanel(canvas, theme(), grid, 1);
    auto *group = new QCPMarginGroup(&canvas);
    for (QCPAxisRect *panel : {bars, functions})
        panel->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    drawHistograms(*bars);
    xAxis(functions)->setRange(xAxis(bars)->range());
    drawFunctions(*functions);
    linkRanges(xAxis(bars), xAxis(functions));
    addNotes(canvas, caption());
}

QString GeneratedPlot::readout(const QPointF &position) const
{
    if (isEmpty())
        return {};
    for (int i = 0; i < 2; ++i) {
        const QCPAxisRect &area = *canvas().axisRect(i);
        if (!area.rect().contains(position.toPoint()))
            continue;
        const double x = toData(area, position).x();
        return tr("up to %1 mmol/gDW/h: %2 % of the real, %3 % of the generated")
            .arg(figureNumber(x), figureNumber(100 * shareBelow(m_real, x)),
                 figureNumber(100 * shareBelow(m_generated, x)));
    }
    return {};
}

std::vector<Mark> GeneratedPlot::marksAt(const QPointF &) const
{
    return {{Thing::Reaction, fromStd(reaction())}};
}

/// A real sample has its value in both panels.
std::vector<MarkPlace> GeneratedPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    std::vector<MarkPlace> found;
    if (mark.thing != Thing::Sample)
        return found;
    const auto &samples = m_run->realSamples;
    const auto at = std::find(samples.begin(), samples.end(), mark.name.toStdString());
    for (int panel = 0; at != samples.end() && panel < 2; ++panel)
        found.push_back(columnAt(*canvas.axisRect(panel), m_run->real(at - samples.begin(), m_reaction), 0));
    return found;
}

} // namespace pathgan
