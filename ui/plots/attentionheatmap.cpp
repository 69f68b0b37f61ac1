// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/attentionheatmap.h"

#include "ui/plots/attentionplot.h"
#include "ui/plots/cells_p.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double leastLimit = 0.25; // log2: nearly even attention does not look like contrast

} // namespace

AttentionHeatMap::AttentionHeatMap(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("attentionHeatMap"));
    refresh();
}

void AttentionHeatMap::setRun(const std::vector<std::string> &tokens, const MatrixD &weights,
                              const QString &of)
{
    m_tokens = tokens;
    m_weights = weights;
    m_of = of;
    const auto count = static_cast<double>(tokens.size());
    m_logRatios = (weights * count).unaryExpr([](double ratio) { return std::log2(std::max(ratio, 1e-12)); });
    m_limit = std::max(leastLimit, m_logRatios.size() > 0 ? m_logRatios.cwiseAbs().maxCoeff() : 0);
    refresh();
}

QString AttentionHeatMap::fileName() const
{
    return QStringLiteral("pathway_attention_pairs");
}

QString AttentionHeatMap::title() const
{
    return tr("Attention between pathways");
}

QString AttentionHeatMap::summary() const
{
    if (isEmpty())
        return tr("Heat map of the attention of each pathway to each.");
    return tr("Heat map of the attention of %1 pathways to each other, %2.").arg(m_tokens.size()).arg(m_of);
}

QSizeF AttentionHeatMap::preferredSizeMm() const
{
    return {175, 150};
}

Table AttentionHeatMap::data() const
{
    return matrixTable("from_pathway", m_tokens, m_tokens, m_weights);
}

bool AttentionHeatMap::isEmpty() const
{
    return m_weights.size() == 0;
}

void AttentionHeatMap::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPLayoutGrid *grid = addGrid(canvas);
    QCPAxisRect *panel = addPanel(canvas, theme(), grid);
    QStringList names;
    for (const std::string &token : m_tokens)
        names << pathwayTokenName(token);
    const auto count = static_cast<double>(names.size());
    const double step = canvas.viewport().height() * 0.6 / count;
    QFont font = theme().font;
    font.setPixelSize(std::clamp(static_cast<int>(step * 0.9), 6, theme().font.pixelSize()));
    QStringList columns;
    for (const QString &name : names)
        columns << elided(name, font, 110);
    setCategories(*yAxis(panel), names, theme(), 0.28);
    setCategories(*xAxis(panel), columns, theme());
    for (QCPAxis *axis : {xAxis(panel), yAxis(panel)}) {
        axis->setRange(-0.5, count - 0.5);
        axis->setTickLabelFont(font);
    }
    xAxis(panel)->setTickLabelRotation(-90);
    yAxis(panel)->setLabel(tr("pathway that asks"));
    xAxis(panel)->setLabel(tr("pathway that is read"));
    addCells(panel, m_logRatios.rows(), m_logRatios.cols(), [this](Index asking, Index read) {
        return blueWhiteRed(0.5 + m_logRatios(asking, read) / (2 * m_limit));
    });
    const double times = std::exp2(m_limit);
    addColourBar(canvas, theme(), grid, 1, blueWhiteRed, tr("attention, times even"),
                 figureNumber(1 / times, 2), figureNumber(times, 2));
    addNotes(canvas,
             {tr("Weight with which each pathway (row) reads each (column), %1; a row sums to 1. White: even "
                 "attention, 1/%2.")
                  .arg(m_of)
                  .arg(m_tokens.size())});
}

QString AttentionHeatMap::readout(const QPointF &position) const
{
    const auto [asking, read] = cellAt(*canvas().axisRect(0), position, m_weights.rows(), m_weights.cols());
    if (asking < 0)
        return {};
    return tr("%1 reads %2\n%3, %4 times even attention")
        .arg(pathwayTokenName(m_tokens[std::size_t(asking)]), pathwayTokenName(m_tokens[std::size_t(read)]),
             figureNumber(m_weights(asking, read), 3), figureNumber(std::exp2(m_logRatios(asking, read)), 3));
}

std::vector<Mark> AttentionHeatMap::marksAt(const QPointF &position) const
{
    const auto [asking, read] = cellAt(*canvas().axisRect(0), position, m_weights.rows(), m_weights.cols());
    return asking < 0 ? std::vector<Mark>()
                      : std::vector<Mark>{{Thing::Pathway, fromStd(m_tokens[std::size_t(read)])}};
}

QStringList AttentionHeatMap::named(Thing thing) const
{
    QStringList names;
    for (const std::string &token : m_tokens)
        if (thing == Thing::Pathway)
            names << fromStd(token);
    return names;
}

std::vector<MarkPlace> AttentionHeatMap::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const auto at = named(mark.thing).indexOf(mark.name);
    if (at < 0)
        return {};
    const QCPAxisRect &panel = *canvas.axisRect(0);
    return {columnAt(panel, double(at)), rowAt(panel, double(at))};
}

} // namespace pathgan
