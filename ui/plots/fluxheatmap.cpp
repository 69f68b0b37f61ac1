// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/fluxheatmap.h"

#include "core/base/constant.h"
#include "ui/plots/cells_p.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pathgan {

namespace {

constexpr double leastFlux = 1e-3; // mmol/gDW/h
constexpr double limit = 3;        // of the colours

/// Standardised values, 0 where there is none, and the columns that have none for they are constant.
struct Scores
{
    MatrixD values;
    std::vector<bool> isConstant;
};

/// log10 values, centred and scaled by column; missing and constant ones are 0.
Scores standardised(const MatrixD &values)
{
    Scores result;
    MatrixD scores =
        values.unaryExpr([](double v) { return std::isnan(v) ? v : std::log10(std::max(v, leastFlux)); });
    for (Index column = 0; column < scores.cols(); ++column) {
        double sum = 0, squares = 0, count = 0;
        for (Index row = 0; row < scores.rows(); ++row) {
            if (const double v = scores(row, column); !std::isnan(v)) {
                sum += v;
                ++count;
            }
        }
        const double mean = count > 0 ? sum / count : 0;
        for (Index row = 0; row < scores.rows(); ++row) {
            if (const double v = scores(row, column); !std::isnan(v))
                squares += (v - mean) * (v - mean);
        }
        const double deviation = count > 1 ? std::sqrt(squares / (count - 1)) : 0;
        const VectorD fluxes = values.col(column), logs = scores.col(column);
        const bool isFlat = isConstant({fluxes.data(), std::size_t(fluxes.size())}) ||
                            isConstant({logs.data(), std::size_t(logs.size())});
        result.isConstant.push_back(isFlat);
        for (Index row = 0; row < scores.rows(); ++row) {
            double &v = scores(row, column);
            v = std::isnan(v) || isFlat ? 0 : (v - mean) / deviation;
        }
    }
    result.values = std::move(scores);
    return result;
}

/// Scores of the first principal component by power iteration; its sign makes the loadings sum to ≥ 0.
VectorD firstComponent(const MatrixD &scores)
{
    VectorD loading = VectorD::Ones(scores.cols());
    for (Index i = 0; i < loading.size(); ++i)
        loading[i] += 0.01 * static_cast<double>(i); // not orthogonal to the component by symmetry
    for (int step = 0; step < 200; ++step) {
        VectorD next = scores.transpose() * (scores * loading);
        const double length = next.norm();
        if (length == 0)
            break;
        next /= length;
        const bool settled = (next - loading).norm() < 1e-10;
        loading = next;
        if (settled)
            break;
    }
    return scores * (loading.sum() < 0 ? VectorD(-loading) : loading);
}

} // namespace

FluxHeatMap::FluxHeatMap(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("fluxHeatMap"));
    refresh();
}

void FluxHeatMap::setRun(std::shared_ptr<const FluxRun> run)
{
    m_run = std::move(run);
    m_order.clear();
    m_scores = {};
    if (m_run && m_run->values.size() > 0) {
        Scores standard = standardised(m_run->values);
        const MatrixD &scores = standard.values;
        m_constant = std::move(standard.isConstant);
        const VectorD component = firstComponent(scores);
        m_order.resize(static_cast<std::size_t>(scores.rows()));
        std::iota(m_order.begin(), m_order.end(), Index(0));
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](Index a, Index b) { return component[a] > component[b]; });
        m_scores.resize(scores.rows(), scores.cols());
        for (std::size_t i = 0; i < m_order.size(); ++i)
            m_scores.row(static_cast<Index>(i)) = scores.row(m_order[i]);
        for (Index row = 0; row < m_scores.rows(); ++row)
            for (Index column = 0; column < m_scores.cols(); ++column)
                if (isConstantAt(column) || isMissingAt(row, column))
                    m_scores(row, column) = std::nan("");
    }
    refresh();
}

bool FluxHeatMap::isConstantAt(Index column) const
{
    return m_constant[std::size_t(column)];
}

bool FluxHeatMap::isMissingAt(Index row, Index column) const
{
    return std::isnan(m_run->values(m_order[std::size_t(row)], column));
}

QColor FluxHeatMap::colourAt(Index row, Index column) const
{
    if (isMissingAt(row, column))
        return missingColour();
    return isConstantAt(column) ? constantColour() : blueWhiteRed(0.5 + m_scores(row, column) / (2 * limit));
}

std::pair<int, int> FluxHeatMap::constantAndMissing() const
{
    int missing = 0;
    for (Index row = 0; row < m_scores.rows(); ++row)
        for (Index column = 0; column < m_scores.cols(); ++column)
            missing += isMissingAt(row, column) ? 1 : 0;
    return {static_cast<int>(std::count(m_constant.begin(), m_constant.end(), true)), missing};
}

QString FluxHeatMap::fileName() const
{
    return QStringLiteral("flux_heat_map");
}

QString FluxHeatMap::title() const
{
    return tr("Fluxes of the cohort");
}

QString FluxHeatMap::summary() const
{
    if (isEmpty())
        return tr("Heat map of samples and reactions.");
    return tr("Heat map of %1 samples and %2 reactions, standardised by reaction.")
        .arg(m_scores.rows())
        .arg(m_scores.cols());
}

QSizeF FluxHeatMap::preferredSizeMm() const
{
    return {175, 130};
}

Table FluxHeatMap::data() const
{
    Table table{{"sample"}, {}};
    if (isEmpty())
        return table;
    table.header.insert(table.header.end(), m_run->reactions.begin(), m_run->reactions.end());
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        std::vector<Cell> row{m_run->samples[std::size_t(m_order[i])]};
        for (Index column = 0; column < m_scores.cols(); ++column)
            row.emplace_back(m_scores(static_cast<Index>(i), column));
        table.rows.push_back(std::move(row));
    }
    return table;
}

bool FluxHeatMap::isEmpty() const
{
    return m_scores.size() == 0;
}

void FluxHeatMap::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    std::vector<KeyEntry> key; // of the colours beside the scale, where they occur
    const auto [constant, missing] = constantAndMissing();
    if (constant > 0)
        key.push_back({tr("%n constant reaction(s)", nullptr, constant), constantColour(), KeyEntry::Box});
    if (missing > 0)
        key.push_back({tr("%n missing value(s)", nullptr, missing), missingColour(), KeyEntry::Box});
    if (!key.empty())
        addKey(canvas, theme(), std::move(key));
    QCPLayoutGrid *grid = addGrid(canvas);
    QCPAxisRect *panel = addPanel(canvas, theme(), grid);
    QStringList reactions, samples;
    for (const std::string &reaction : m_run->reactions)
        reactions << elided(fromStd(reaction), theme().font, 110);
    for (const Index s : m_order)
        samples << fromStd(m_run->samples[std::size_t(s)]);
    setCategories(*yAxis(panel), samples, theme());
    setCategories(*xAxis(panel), reactions, theme());
    yAxis(panel)->setRange(-0.5, static_cast<double>(samples.size()) - 0.5);
    xAxis(panel)->setRange(-0.5, static_cast<double>(reactions.size()) - 0.5);
    if (samples.size() > 45)
        yAxis(panel)->setTickLabels(false);
    const double step = canvas.viewport().width() * 0.75 / static_cast<double>(reactions.size());
    QFont font = theme().font;
    font.setPixelSize(std::clamp(static_cast<int>(step * 0.9), 6, theme().font.pixelSize()));
    xAxis(panel)->setTickLabelFont(font);
    xAxis(panel)->setTickLabelRotation(-90);
    yAxis(panel)->setLabel(
        tr("%n sample(s), by first principal component", nullptr, static_cast<int>(samples.size())));
    addCells(panel, m_scores.rows(), m_scores.cols(),
             [this](Index row, Index column) { return colourAt(row, column); });
    addColourBar(canvas, theme(), grid, 1, blueWhiteRed, tr("z-score"), QStringLiteral("≤ −3"),
                 QStringLiteral("≥ +3"));
    addCaption(
        canvas, theme(),
        {tr("z-score by reaction of log10(max(flux, 0.001 mmol/gDW/h)). Samples from top to bottom by their "
            "score on the "
            "first principal component. White: the reaction's mean.")});
}

QString FluxHeatMap::readout(const QPointF &position) const
{
    const auto [row, column] = cellAt(*canvas().axisRect(0), position, m_scores.rows(), m_scores.cols());
    if (row < 0)
        return {};
    const Index sample = m_order[std::size_t(row)];
    const QString cell = QStringLiteral("%1 · %2\n")
                             .arg(fromStd(m_run->samples[std::size_t(sample)]),
                                  fromStd(m_run->reactions[std::size_t(column)]));
    if (isMissingAt(row, column))
        return cell + tr("missing: no solution");
    const QString value = cell + figureNumber(m_run->values(sample, column), 4) + QLatin1Char(' ') +
                          QString::fromLatin1(FluxRun::unit) + QStringLiteral(", ");
    return isConstantAt(column) ? value + tr("constant")
                                : value + QStringLiteral("z = ") + figureNumber(m_scores(row, column), 2);
}

void FluxHeatMap::clicked(const QPointF &position)
{
    const auto [row, column] = cellAt(*canvas().axisRect(0), position, m_scores.rows(), m_scores.cols());
    if (row < 0)
        return;
    emit sampleClicked(fromStd(m_run->samples[std::size_t(m_order[std::size_t(row)])]));
    emit reactionClicked(fromStd(m_run->reactions[std::size_t(column)]));
}

} // namespace pathgan
