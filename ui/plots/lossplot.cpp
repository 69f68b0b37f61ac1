// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/lossplot.h"

#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr int repaintInterval = 100; // ms

double symLog(double y)
{
    return (y < 0 ? -1 : 1) * std::log10(1 + std::abs(y));
}

/// Labels of a sign(y)·log10(1 + |y|) axis: 0, ±1, ±10 …
class SymLogTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &) override { return 1; }
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double, const QCPRange &range) override
    {
        QVector<double> ticks;
        for (int power = 12; power >= 0; --power)
            ticks << symLog(-std::pow(10.0, power));
        ticks << 0;
        for (int power = 0; power <= 12; ++power)
            ticks << symLog(std::pow(10.0, power));
        ticks.removeIf([&](double tick) { return !range.contains(tick); });
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return figureNumber((tick < 0 ? -1 : 1) * std::round(std::pow(10.0, std::abs(tick)) - 1), 6);
    }
};

QColor curveColour(int curve)
{
    return categoryColour(static_cast<std::size_t>(curve));
}

Qt::PenStyle curvePen(int curve)
{
    constexpr Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                       Qt::SolidLine};
    return styles[curve];
}

/// Exponential moving average, divided by the weight seen so far; NaN is skipped.
QVector<double> smoothed(const QVector<double> &values, double weight)
{
    QVector<double> result;
    double average = 0, seen = 0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            average = weight * average + (1 - weight) * value;
            seen = weight * seen + (1 - weight);
        }
        result << (seen > 0 && !std::isnan(value) ? average / seen : std::nan(""));
    }
    return result;
}

QCPRange finiteRange(const QVector<double> &values, double low, double high)
{
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    return {low, high};
}

} // namespace

LossPlot::LossPlot(QWidget *parent) : Plot(parent), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("lossPlot"));
    m_timer->setSingleShot(true);
    m_timer->setInterval(repaintInterval);
    connect(m_timer, &QTimer::timeout, this, &LossPlot::repaintCurves);
    setMessage(tr("Curves appear here while the network trains."));
}

void LossPlot::setHistory(const std::vector<GanEpoch> &history)
{
    m_history = history;
    refresh();
}

void LossPlot::append(const GanEpoch &epoch)
{
    m_history.push_back(epoch);
    if (m_history.size() == 1)
        refresh();
    else if (!m_timer->isActive())
        m_timer->start();
}

void LossPlot::clear()
{
    m_history.clear();
    m_bestEpoch = 0;
    refresh();
}

void LossPlot::setSmoothing(double weight)
{
    m_smoothing = std::clamp(weight, 0.0, 0.999);
    refresh();
}

void LossPlot::setSymLog(bool on)
{
    m_symLog = on;
    refresh();
}

void LossPlot::setBestEpoch(int epoch)
{
    m_bestEpoch = epoch;
    refresh();
}

double LossPlot::curveValue(const GanEpoch &epoch, int curve)
{
    switch (curve) {
    case 0:
        return epoch.generatorLoss;
    case 1:
        return epoch.criticLoss;
    case 2:
        return epoch.gradientPenalty;
    case 3:
        return epoch.wasserstein;
    default:
        return epoch.validationPearson;
    }
}

QString LossPlot::curveName(int curve)
{
    switch (curve) {
    case 0:
        return tr("generator loss");
    case 1:
        return tr("critic loss");
    case 2:
        return tr("gradient penalty");
    case 3:
        return tr("Wasserstein estimate");
    default:
        return tr("validation Pearson r");
    }
}

QString LossPlot::fileName() const
{
    return QStringLiteral("training_curves");
}

QString LossPlot::title() const
{
    return tr("Training");
}

QString LossPlot::summary() const
{
    if (isEmpty())
        return tr("Training curves by epoch.");
    return tr("Losses and validation correlation of %n epoch(s); last validation Pearson r %1.", nullptr,
              static_cast<int>(m_history.size()))
        .arg(figureNumber(m_history.back().validationPearson));
}

QSizeF LossPlot::preferredSizeMm() const
{
    return {175, 130};
}

Table LossPlot::data() const
{
    Table table{{"epoch", "generator_loss", "critic_loss", "gradient_penalty", "wasserstein_estimate",
                 "validation_pearson_r", "validation_mse"},
                {}};
    for (const GanEpoch &epoch : m_history)
        table.rows.push_back({static_cast<long long>(epoch.epoch), epoch.generatorLoss, epoch.criticLoss,
                              epoch.gradientPenalty, epoch.wasserstein, epoch.validationPearson,
                              epoch.validationMse});
    return table;
}

bool LossPlot::isEmpty() const
{
    return m_history.empty();
}

void LossPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    std::vector<KeyEntry> key;
    for (int curve = 0; curve <= lossCount; ++curve)
        key.push_back(
            {curveName(curve), curveColour(curve), KeyEntry::Line, QCPScatterStyle::ssDisc, curvePen(curve)});
    if (m_bestEpoch > 0)
        key.push_back({tr("kept: epoch %1").arg(m_bestEpoch), theme().foreground, KeyEntry::Line,
                       QCPScatterStyle::ssDisc, Qt::DashLine});
    addKey(canvas, theme(), key);
    QCPAxisRect *panels[] = {addPanel(canvas, theme()), addPanel(canvas, theme())};
    const int rows = canvas.plotLayout()->rowCount();
    canvas.plotLayout()->setRowStretchFactor(rows - 2, 1.6);
    auto *group = new QCPMarginGroup(&canvas);
    for (QCPAxisRect *panel : panels) {
        panel->setMarginGroup(QCP::msLeft | QCP::msRight, group);
        xAxis(panel)->ticker()->setTickStepStrategy(QCPAxisTicker::tssReadability);
        if (m_bestEpoch > 0)
            addVerticalLine(panel, m_bestEpoch, QPen(theme().foreground, 1, Qt::DashLine));
    }
    for (int curve = 0; curve <= lossCount; ++curve) {
        QCPAxisRect *panel = panels[curve < lossCount ? 0 : 1];
        QColor faint = curveColour(curve);
        faint.setAlphaF(0.3F);
        addCurve(panel, {}, {}, QPen(faint, 1));
        addCurve(panel, {}, {}, QPen(curveColour(curve), 1.8, curvePen(curve), Qt::FlatCap));
    }
    xAxis(panels[0])->setTickLabels(false);
    xAxis(panels[1])->setLabel(tr("epoch"));
    yAxis(panels[0])->setLabel(m_symLog ? tr("loss (symmetric log)") : tr("loss"));
    yAxis(panels[1])->setLabel(tr("Pearson r"));
    if (m_symLog)
        yAxis(panels[0])->setTicker(QSharedPointer<QCPAxisTicker>(new SymLogTicker));
    linkRanges(xAxis(panels[0]), xAxis(panels[1]));
    fillCurves(canvas);
    if (m_smoothing > 0)
        addNotes(canvas, {tr("Bold: exponential moving average of weight %1, debiased; faint: raw.")
                              .arg(figureNumber(m_smoothing))});
}

/// Data and ranges; the graphs are there.
void LossPlot::fillCurves(QCustomPlot &canvas) const
{
    QVector<double> epochs;
    for (const GanEpoch &epoch : m_history)
        epochs << epoch.epoch;
    QCPRange losses(0, 0), validation(0, 0);
    for (int curve = 0; curve <= lossCount; ++curve) {
        const bool isLoss = curve < lossCount;
        QVector<double> values;
        for (const GanEpoch &epoch : m_history)
            values << curveValue(epoch, curve);
        QVector<double> smooth = smoothed(values, m_smoothing);
        if (m_symLog && isLoss) {
            for (QVector<double> *list : {&values, &smooth})
                std::transform(list->begin(), list->end(), list->begin(), symLog);
        }
        canvas.graph(2 * curve)->setVisible(m_smoothing > 0);
        canvas.graph(2 * curve)->setData(epochs, values, true);
        canvas.graph(2 * curve + 1)->setData(epochs, smooth, true);
        canvas
            .graph(2 * curve + 1) // a single epoch makes no line
            ->setScatterStyle(epochs.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 6)
                                                 : QCPScatterStyle(QCPScatterStyle::ssNone));
        QCPRange &range = isLoss ? losses : validation;
        range = finiteRange(values, range.lower, range.upper);
    }
    xAxis(canvas.axisRect(0))
        ->setRange(epochs.isEmpty() ? 0 : std::min(1.0, epochs.first()),
                   std::max(2.0, epochs.value(epochs.size() - 1)));
    yAxis(canvas.axisRect(0))->setRange(paddedRange(losses.lower, losses.upper));
    yAxis(canvas.axisRect(1))->setRange(paddedRange(validation.lower, std::max(validation.upper, 0.1)));
}

void LossPlot::repaintCurves()
{
    if (!isVisible() || m_history.empty()) {
        refresh();
        return;
    }
    ensureDrawn();
    if (canvas().graphCount() != 2 * (lossCount + 1))
        return;
    updateKeepingZoom([this] { fillCurves(canvas()); });
}

QString LossPlot::readout(const QPointF &position) const
{
    const double at = std::round(xAxis(canvas().axisRect(0))->pixelToCoord(position.x()));
    const auto epoch = std::find_if(m_history.begin(), m_history.end(),
                                    [&](const GanEpoch &e) { return e.epoch == static_cast<int>(at); });
    if (epoch == m_history.end())
        return {};
    QStringList lines{tr("epoch %1").arg(epoch->epoch)};
    for (int curve = 0; curve <= lossCount; ++curve)
        lines << QStringLiteral("%1: %2").arg(curveName(curve), figureNumber(curveValue(*epoch, curve), 4));
    return lines.join(QLatin1Char('\n'));
}

} // namespace pathgan
