// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/shapbarplot.h"

#include "ui/coretext.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

ShapBarPlot::ShapBarPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("shapBarPlot"));
    refresh();
}

void ShapBarPlot::setRun(std::shared_ptr<const ShapRun> run)
{
    m_run = std::move(run);
    rebuild();
}

void ShapBarPlot::setTop(int rows)
{
    m_top = rows;
    rebuild();
}

void ShapBarPlot::setRemainder(bool on)
{
    m_remainder = on;
    rebuild();
}

void ShapBarPlot::setSample(int sample)
{
    m_sample = sample;
    rebuild();
}

void ShapBarPlot::rebuild()
{
    if (!m_run || m_sample >= m_run->values.rows())
        m_sample = -1;
    m_bars = m_run ? shapBars(*m_run, m_top, m_remainder, m_sample) : std::vector<ShapBar>();
    refresh();
}

bool ShapBarPlot::isEmpty() const
{
    return m_bars.empty();
}

QString ShapBarPlot::fileName() const
{
    return m_sample < 0 || !m_run
               ? QStringLiteral("shap_bar")
               : QStringLiteral("shap_bar_") + fromStd(m_run->samples[std::size_t(m_sample)]);
}

QString ShapBarPlot::title() const
{
    if (m_sample < 0 || !m_run)
        return tr("Genes that matter most to the prediction");
    return tr("SHAP values of sample %1").arg(fromStd(m_run->samples[std::size_t(m_sample)]));
}

QString ShapBarPlot::summary() const
{
    if (isEmpty())
        return tr("Bar chart of SHAP values by gene.");
    return tr("Bar chart of SHAP values; largest: %1 with %2.")
        .arg(withDecimalMark(m_bars.front().label), withDecimalMark(m_bars.front().valueText));
}

Table ShapBarPlot::data() const
{
    Table table{{"gene", m_sample < 0 ? "mean_abs_shap" : "shap"}, {}};
    if (m_sample >= 0)
        table.header.emplace_back("expression");
    for (const ShapBar &bar : m_bars) {
        const bool gene = bar.gene >= 0;
        table.rows.push_back(
            {gene ? m_run->genes[std::size_t(bar.gene)] : bar.label.toStdString(), bar.value});
        if (m_sample >= 0)
            table.rows.back().emplace_back(gene ? static_cast<double>(m_run->data(m_sample, bar.gene))
                                                : std::nan(""));
    }
    return table;
}

void ShapBarPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPAxisRect *panel = addPanel(canvas, theme());
    QStringList names;
    std::vector<BarRow> rows;
    double reach = 0;
    for (const ShapBar &bar : m_bars) {
        names << withDecimalMark(bar.label);
        QColor colour = bar.value > 0 ? shapPositive() : shapNegative();
        if (bar.gene >= 0)
            reach = std::max(reach, remainderReach * std::abs(bar.value));
        else
            colour = missingColour();
        const bool cut = bar.gene < 0 && reach > 0 && std::abs(bar.value) > reach;
        rows.push_back(
            {cut ? std::copysign(reach, bar.value) : bar.value, colour, withDecimalMark(bar.valueText), cut});
    }
    setCategories(*yAxis(panel), names, theme());
    addBars(panel, theme(), rows);
    xAxis(panel)->setLabel(m_sample < 0 ? tr("mean(|SHAP value|)") : tr("SHAP value"));
    QStringList lines{tr("Output: %1 (%2), base value %3. Explained: %4.")
                          .arg(coreText(m_run->outputName), coreText(m_run->unit),
                               figureNumber(m_run->baseValue), explainedText(m_run->chosen))};
    if (m_run->additivityError.size() > 0)
        lines << tr("Largest additivity error: %1.")
                     .arg(figureNumber(m_run->additivityError.cwiseAbs().maxCoeff(), 2));
    if (std::any_of(rows.begin(), rows.end(), [](const BarRow &row) { return row.cut; }))
        lines << tr("Pointed bar: not to scale.");
    addNotes(canvas, lines);
}

QString ShapBarPlot::readout(const QPointF &position) const
{
    const auto row = std::lround(toData(*canvas().axisRect(0), position).y());
    if (row < 0 || row >= static_cast<long>(m_bars.size()) ||
        !canvas().axisRect(0)->rect().contains(position.toPoint()))
        return {};
    const ShapBar &bar = m_bars[std::size_t(row)];
    return QStringLiteral("%1\n%2").arg(withDecimalMark(bar.label), figureNumber(bar.value, 4));
}

std::vector<Mark> ShapBarPlot::marksAt(const QPointF &position) const
{
    const int row = rowIndexAt(*canvas().axisRect(0), position, static_cast<int>(m_bars.size()));
    if (row < 0 || m_bars[std::size_t(row)].gene < 0)
        return {};
    return {{Thing::Gene, fromStd(m_run->genes[std::size_t(m_bars[std::size_t(row)].gene)])}};
}

QStringList ShapBarPlot::named(Thing thing) const
{
    QStringList names;
    for (const ShapBar &bar : m_bars)
        if (thing == Thing::Gene && bar.gene >= 0)
            names << fromStd(m_run->genes[std::size_t(bar.gene)]);
    return names;
}

std::vector<MarkPlace> ShapBarPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    for (std::size_t i = 0; mark.thing == Thing::Gene && i < m_bars.size(); ++i)
        if (m_bars[i].gene >= 0 && fromStd(m_run->genes[std::size_t(m_bars[i].gene)]) == mark.name)
            return {rowAt(*canvas.axisRect(0), double(i), 0.42)};
    return {};
}

} // namespace pathgan
