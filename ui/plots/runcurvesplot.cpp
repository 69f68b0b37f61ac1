// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/runcurvesplot.h"

#include "ui/plots/figureparts_p.h"
#include "ui/plots/lossplot.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace pathgan {

namespace {

/// A colour and a style of the i-th run: told apart without colours, too.
QPen penOf(std::size_t i)
{
    constexpr std::array styles = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                   Qt::DashDotDotLine};
    return {categoryColour(i), 1.8, styles[i % styles.size()], Qt::FlatCap};
}

struct Range
{
    double low = std::numeric_limits<double>::infinity(), high = -low;

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    QCPRange padded() const { return low <= high ? paddedRange(low, high) : QCPRange(0, 1); }
};

} // namespace

RunCurvesPlot::RunCurvesPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("runCurvesPlot"));
}

void RunCurvesPlot::setRuns(std::vector<RunCurve> runs)
{
    m_runs = std::move(runs);
    refresh();
}

void RunCurvesPlot::setLoss(int curve)
{
    m_loss = std::clamp(curve, 0, LossPlot::lossCount - 1);
    refresh();
}

QString RunCurvesPlot::fileName() const
{
    return QStringLiteral("run_curves");
}

QString RunCurvesPlot::title() const
{
    return tr("Training curves of %n run(s)", nullptr, static_cast<int>(m_runs.size()));
}

/// "Run 3: Epochs 40; Seed 2 (held-out r 0.81)".
QString RunCurvesPlot::nameOf(const RunCurve &run)
{
    QString name = tr("Run %1").arg(run.number);
    if (!run.differences.isEmpty())
        name += QStringLiteral(": ") + run.differences;
    if (!std::isnan(run.heldOutR))
        name += QStringLiteral(" (") + tr("held-out r %1").arg(figureNumber(run.heldOutR)) + QLatin1Char(')');
    return name;
}

QString RunCurvesPlot::summary() const
{
    QStringList names;
    for (const RunCurve &run : m_runs)
        names << nameOf(run);
    return tr("%1 and validation Pearson r by epoch. %2.")
        .arg(LossPlot::curveName(m_loss), names.join(QStringLiteral(". ")));
}

QSizeF RunCurvesPlot::preferredSizeMm() const
{
    return {175, 130};
}

Table RunCurvesPlot::data() const
{
    Table table{{"run", "differences", "held_out_pearson_r", "epoch", "generator_loss", "critic_loss",
                 "gradient_penalty", "wasserstein_estimate", "validation_pearson_r"},
                {}};
    for (const RunCurve &run : m_runs)
        for (const GanEpoch &epoch : run.history) {
            std::vector<Cell> row = {static_cast<long long>(run.number), run.differences.toStdString(),
                                     run.heldOutR, static_cast<long long>(epoch.epoch)};
            for (int curve = 0; curve <= LossPlot::lossCount; ++curve)
                row.emplace_back(LossPlot::curveValue(epoch, curve));
            table.rows.push_back(std::move(row));
        }
    return table;
}

bool RunCurvesPlot::isEmpty() const
{
    return m_runs.empty();
}

void RunCurvesPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    std::vector<KeyEntry> key;
    constexpr double lineRoom = 40; // of the sample of its line
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        key.push_back({elided(nameOf(m_runs[i]), theme().font, textWidth(canvas) - lineRoom),
                       penOf(i).color(), KeyEntry::Line, QCPScatterStyle::ssDisc, penOf(i).style()});
    addKey(canvas, theme(), key);
    QCPAxisRect *panels[] = {addPanel(canvas, theme()), addPanel(canvas, theme())};
    auto *group = new QCPMarginGroup(&canvas);
    for (QCPAxisRect *panel : panels) {
        panel->setMarginGroup(QCP::msLeft | QCP::msRight, group);
        xAxis(panel)->ticker()->setTickStepStrategy(QCPAxisTicker::tssReadability);
    }
    const int curves[] = {m_loss, LossPlot::lossCount};
    int last = 2;
    for (int panel = 0; panel < 2; ++panel) {
        Range range;
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            QVector<double> epochs, values;
            for (const GanEpoch &epoch : m_runs[i].history) {
                epochs << epoch.epoch;
                values << LossPlot::curveValue(epoch, curves[panel]);
                range.add(values.last());
                last = std::max(last, epoch.epoch);
                if (epoch.epoch == m_runs[i].bestEpoch)
                    addPoints(panels[panel], {epochs.last()}, {values.last()}, QCPScatterStyle::ssDisc,
                              penOf(i).color(), 7, 1);
            }
            addCurve(panels[panel], epochs, values, penOf(i));
        }
        yAxis(panels[panel])->setRange(range.padded());
        yAxis(panels[panel])->setLabel(panel == 0 ? LossPlot::curveName(m_loss) : tr("Pearson r"));
    }
    xAxis(panels[0])->setTickLabels(false);
    xAxis(panels[1])->setLabel(tr("epoch"));
    for (QCPAxisRect *panel : panels)
        xAxis(panel)->setRange(1, last);
    linkRanges(xAxis(panels[0]), xAxis(panels[1]));
    addNotes(canvas, {tr("Below: validation, on the scale that was trained on. Discs: the epoch whose "
                         "weights were kept. Losses of runs whose settings weight them otherwise do not "
                         "compare.")});
}

QString RunCurvesPlot::readout(const QPointF &position) const
{
    const auto at = static_cast<int>(std::lround(xAxis(canvas().axisRect(0))->pixelToCoord(position.x())));
    QStringList lines;
    for (const RunCurve &run : m_runs)
        for (const GanEpoch &epoch : run.history)
            if (epoch.epoch == at)
                lines << tr("Run %1: %2, validation r %3")
                             .arg(run.number)
                             .arg(figureNumber(LossPlot::curveValue(epoch, m_loss), 4),
                                  figureNumber(epoch.validationPearson, 4));
    if (lines.isEmpty())
        return {};
    lines.prepend(tr("epoch %1").arg(at));
    return lines.join(QLatin1Char('\n'));
}

} // namespace pathgan
