// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/fluxheatmap.h"

#include "core/base/constant.h"
#include "ui/plots/cells_p.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pathgan {

namespace {

constexpr double leastFlux = 1e-3;  // mmol/gDW/h
constexpr double limit = 3;         // of the colours
constexpr double stripShare = 0.03; // of the columns' width, with the gap
constexpr std::size_t mostKeyed = 8;
constexpr qsizetype mostNamed = 45;

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

/// A bracket of a dendrogram: between places, at shares of the greatest height.
struct Joint
{
    double first = 0, second = 0, firstHeight = 0, secondHeight = 0, height = 0;
};

std::vector<Joint> joints(const std::vector<Merge> &tree, const std::vector<Index> &order)
{
    const std::size_t n = order.size();
    std::vector<double> place(n + tree.size()), height(n + tree.size(), 0);
    for (std::size_t i = 0; i < n; ++i)
        place[std::size_t(order[i])] = static_cast<double>(i);
    const double highest = tree.empty() || tree.back().height <= 0 ? 1 : tree.back().height;
    std::vector<Joint> found;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const auto a = std::size_t(tree[i].first), b = std::size_t(tree[i].second);
        found.push_back({place[a], place[b], height[a], height[b], tree[i].height / highest});
        place[n + i] = (place[a] + place[b]) / 2;
        height[n + i] = tree[i].height / highest;
    }
    return found;
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
    if (m_run && !m_strips.empty() && m_strips.front().texts.size() != m_run->samples.size())
        m_strips.clear();
    rebuild();
}

void FluxHeatMap::setOrder(HeatMapOrder order)
{
    m_by = order;
    rebuild();
}

void FluxHeatMap::setStrips(std::vector<SampleStrip> strips)
{
    m_strips = std::move(strips);
    refresh();
}

bool FluxHeatMap::isClustered() const
{
    return m_by != HeatMapOrder::Component && m_run && m_run->values.rows() <= mostClustered;
}

void FluxHeatMap::rebuild()
{
    m_order.clear();
    m_columns.clear();
    m_rowTree.clear();
    m_columnTree.clear();
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
        m_columns.resize(static_cast<std::size_t>(scores.cols()));
        std::iota(m_columns.begin(), m_columns.end(), Index(0));
        if (isClustered()) {
            const Linkage linkage = m_by == HeatMapOrder::Ward ? Linkage::Ward : Linkage::Average;
            m_rowTree = hierarchicalClustering(scores, linkage);
            m_columnTree = hierarchicalClustering(scores.transpose(), linkage);
            // Turned by the component, as the rows without a tree are, and by the mean loading.
            const VectorD down = -component, loading = scores.transpose() * component;
            m_order = leafOrder(m_rowTree, {down.begin(), down.end()});
            m_columns = leafOrder(m_columnTree, {loading.begin(), loading.end()});
        }
        m_scores.resize(scores.rows(), scores.cols());
        for (Index row = 0; row < m_scores.rows(); ++row)
            for (Index column = 0; column < m_scores.cols(); ++column)
                m_scores(row, column) =
                    isConstantAt(column) || isMissingAt(row, column)
                        ? std::nan("")
                        : scores(m_order[std::size_t(row)], m_columns[std::size_t(column)]);
    }
    refresh();
}

bool FluxHeatMap::isConstantAt(Index column) const
{
    return m_constant[std::size_t(m_columns[std::size_t(column)])];
}

bool FluxHeatMap::isMissingAt(Index row, Index column) const
{
    return std::isnan(m_run->values(m_order[std::size_t(row)], m_columns[std::size_t(column)]));
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
    for (const Index column : m_columns)
        table.header.push_back(m_run->reactions[std::size_t(column)]);
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

double FluxHeatMap::treeWidth() const
{
    return m_rowTree.empty() ? 0 : 0.12 * static_cast<double>(m_scores.cols());
}

double FluxHeatMap::treeHeight() const
{
    return m_columnTree.empty() ? 0 : 0.12 * static_cast<double>(m_scores.rows());
}

double FluxHeatMap::stripLeft(std::size_t strip) const
{
    const double width = stripShare * static_cast<double>(m_scores.cols());
    return -0.5 - static_cast<double>(m_strips.size() - strip) * width;
}

/// What colours stand for: beside the scale, where they occur, and in the strips.
void FluxHeatMap::addKeys(QCustomPlot &canvas) const
{
    std::vector<KeyEntry> key;
    const auto [constant, missing] = constantAndMissing();
    if (constant > 0)
        key.push_back({tr("%n constant reaction(s)", nullptr, constant), constantColour(), KeyEntry::Box});
    if (missing > 0)
        key.push_back({tr("%n missing value(s)", nullptr, missing), missingColour(), KeyEntry::Box});
    if (!key.empty())
        addKey(canvas, theme(), std::move(key));
    for (const SampleStrip &strip : m_strips) {
        std::vector<KeyEntry> entries{{strip.name + QLatin1Char(':'), Qt::transparent, KeyEntry::Box}};
        if (!strip.numbers.empty()) {
            entries.push_back({figureNumber(strip.low), viridis(0), KeyEntry::Box});
            entries.push_back({figureNumber(strip.high), viridis(1), KeyEntry::Box});
        }
        for (std::size_t i = 0; i < std::min(strip.categories.size(), mostKeyed); ++i)
            entries.push_back(
                {elided(strip.categories[i], theme().font, 150), strip.colourOfCategory(i), KeyEntry::Box});
        if (strip.categories.size() > mostKeyed)
            entries.push_back(
                {tr("and %n more", nullptr, static_cast<int>(strip.categories.size() - mostKeyed)),
                 Qt::transparent, KeyEntry::Box});
        if (std::any_of(strip.texts.begin(), strip.texts.end(), [](const QString &t) { return t.isEmpty(); }))
            entries.push_back({tr("not reported"), neutralColour(), KeyEntry::Box});
        addKey(canvas, theme(), std::move(entries));
    }
}

/// Reactions below, samples at the right where there is room for them.
void FluxHeatMap::addNames(QCPAxisRect &panel, int width) const
{
    QStringList reactions, whole, samples;
    for (const Index r : m_columns) {
        whole << fromStd(m_run->reactions[std::size_t(r)]);
        reactions << elided(whole.back(), theme().font, 110);
    }
    for (const Index s : m_order)
        samples << fromStd(m_run->samples[std::size_t(s)]);
    QCPAxis *right = panel.axis(QCPAxis::atRight);
    setCategories(*right, samples, theme());
    setCategories(*yAxis(&panel), samples, theme());
    setCategories(*xAxis(&panel), reactions, theme(), 0.36, whole);
    yAxis(&panel)->setTickLabels(false);
    if (samples.size() <= mostNamed) {
        right->setVisible(true);
        right->setBasePen(Qt::NoPen);
    }
    const double rows = static_cast<double>(samples.size()), columns = static_cast<double>(reactions.size());
    for (QCPAxis *axis : {yAxis(&panel), right})
        axis->setRange(-0.5 - treeHeight(), rows - 0.5);
    xAxis(&panel)->setRange((m_strips.empty() ? -0.5 : stripLeft(0)) - treeWidth(), columns - 0.5);
    linkRanges(yAxis(&panel), right);
    const double step = width * 0.7 / xAxis(&panel)->range().size();
    QFont font = theme().font;
    font.setPixelSize(std::clamp(static_cast<int>(step * 0.9), 6, theme().font.pixelSize()));
    xAxis(&panel)->setTickLabelFont(font);
    xAxis(&panel)->setTickLabelRotation(-90);
    yAxis(&panel)->setLabel(
        isClustered()
            ? tr("%n sample(s), clustered", nullptr, static_cast<int>(samples.size()))
            : tr("%n sample(s), by first principal component", nullptr, static_cast<int>(samples.size())));
    for (QCPAxis *axis : {xAxis(&panel), yAxis(&panel)})
        axis->setBasePen(Qt::NoPen);
}

void FluxHeatMap::addStrips(QCPAxisRect &panel) const
{
    const double width = stripShare * static_cast<double>(m_scores.cols());
    for (std::size_t strip = 0; strip < m_strips.size(); ++strip) {
        QImage image(1, static_cast<int>(m_order.size()), QImage::Format_RGB32);
        for (int row = 0; row < image.height(); ++row)
            image.setPixelColor(0, row, m_strips[strip].colourOf(std::size_t(m_order[std::size_t(row)])));
        const double left = stripLeft(strip);
        addPainted(&panel, [image, left, width](QCPPainter &painter, const QCPAxisRect &area) {
            painter.setAntialiasing(false);
            painter.drawImage(
                QRectF(toPixels(area, left, -0.5), toPixels(area, left + width * 0.85, image.height() - 0.5)),
                image);
        });
    }
}

void FluxHeatMap::addTrees(QCPAxisRect &panel) const
{
    if (!isClustered())
        return;
    const double left =
        (m_strips.empty() ? -0.5 : stripLeft(0)) - 0.02 * static_cast<double>(m_scores.cols());
    addPainted(&panel, [rows = joints(m_rowTree, m_order), columns = joints(m_columnTree, m_columns), left,
                        width = treeWidth() * 0.95, height = treeHeight() * 0.9,
                        colour = theme().foreground](QCPPainter &painter, const QCPAxisRect &area) {
        painter.setPen(QPen(colour, 0.8));
        for (const Joint &joint : rows)
            painter.drawPolyline(
                QPolygonF({toPixels(area, left - joint.firstHeight * width, joint.first),
                           toPixels(area, left - joint.height * width, joint.first),
                           toPixels(area, left - joint.height * width, joint.second),
                           toPixels(area, left - joint.secondHeight * width, joint.second)}));
        const double top = -0.5 - height * 0.05;
        for (const Joint &joint : columns)
            painter.drawPolyline(
                QPolygonF({toPixels(area, joint.first, top - joint.firstHeight * height),
                           toPixels(area, joint.first, top - joint.height * height),
                           toPixels(area, joint.second, top - joint.height * height),
                           toPixels(area, joint.second, top - joint.secondHeight * height)}));
    });
}

void FluxHeatMap::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    addKeys(canvas);
    QCPLayoutGrid *grid = addGrid(canvas);
    QCPAxisRect *panel = addPanel(canvas, theme(), grid);
    addNames(*panel, canvas.viewport().width());
    addCells(panel, m_scores.rows(), m_scores.cols(),
             [this](Index row, Index column) { return colourAt(row, column); });
    addStrips(*panel);
    addTrees(*panel);
    addColourBar(canvas, theme(), grid, 1, blueWhiteRed, tr("z-score"), QStringLiteral("≤ −3"),
                 QStringLiteral("≥ +3"));
    addNotes(canvas,
             {withDecimalMark(tr(
                  "z-score by reaction of log10(max(flux, 0.001 mmol/gDW/h)). White: the reaction's mean.")),
              orderText()});
}

QString FluxHeatMap::orderText() const
{
    if (isClustered())
        return m_by == HeatMapOrder::Ward ? tr("Samples and reactions by hierarchical clustering: Euclidean "
                                               "distance, Ward's linkage.")
                                          : tr("Samples and reactions by hierarchical clustering: Euclidean "
                                               "distance, average linkage.");
    QString text = tr("Samples from top to bottom by their score on the first principal component.");
    if (m_by != HeatMapOrder::Component)
        text += QLatin1Char(' ') + tr("More than %1 are not clustered.").arg(mostClustered);
    return text;
}

QString FluxHeatMap::readout(const QPointF &position) const
{
    const QPointF at = toData(*canvas().axisRect(0), position);
    const auto line = std::lround(at.y());
    for (std::size_t i = 0; i < m_strips.size(); ++i) {
        const double left = stripLeft(i), width = stripShare * static_cast<double>(m_scores.cols());
        if (at.x() < left || at.x() >= left + width || line < 0 || line >= m_scores.rows())
            continue;
        const std::size_t sample = std::size_t(m_order[std::size_t(line)]);
        const QString text = withDecimalMark(m_strips[i].texts[sample]);
        return QStringLiteral("%1\n%2: %3")
            .arg(fromStd(m_run->samples[sample]), m_strips[i].name,
                 text.isEmpty() ? tr("not reported") : text);
    }
    const auto [row, column] = cellAt(*canvas().axisRect(0), position, m_scores.rows(), m_scores.cols());
    if (row < 0)
        return {};
    const Index sample = m_order[std::size_t(row)], reaction = m_columns[std::size_t(column)];
    const QString cell = QStringLiteral("%1 · %2\n")
                             .arg(fromStd(m_run->samples[std::size_t(sample)]),
                                  fromStd(m_run->reactions[std::size_t(reaction)]));
    if (isMissingAt(row, column))
        return cell + tr("missing: no solution");
    const QString value = cell + figureNumber(m_run->values(sample, reaction), 4) + QLatin1Char(' ') +
                          QString::fromLatin1(FluxRun::unit) + QStringLiteral(", ");
    return isConstantAt(column) ? value + tr("constant")
                                : value + QStringLiteral("z = ") + figureNumber(m_scores(row, column), 2);
}

/// Also in the strips, where a row is a sample.
std::vector<Mark> FluxHeatMap::marksAt(const QPointF &position) const
{
    const QCPAxisRect &panel = *canvas().axisRect(0);
    const int row = rowIndexAt(panel, position, static_cast<int>(m_scores.rows()));
    const double column = std::round(toData(panel, position).x());
    const bool inStrips = !m_strips.empty() && toData(panel, position).x() >= stripLeft(0);
    if (row < 0 || !panel.rect().contains(position.toPoint()) || (column < 0 && !inStrips))
        return {};
    std::vector<Mark> marks{{Thing::Sample, fromStd(m_run->samples[std::size_t(m_order[std::size_t(row)])])}};
    if (column >= 0 && column < static_cast<double>(m_scores.cols()))
        marks.push_back(
            {Thing::Reaction, fromStd(m_run->reactions[std::size_t(m_columns[std::size_t(column)])])});
    return marks;
}

QStringList FluxHeatMap::named(Thing thing) const
{
    QStringList names;
    if (!isEmpty() && thing == Thing::Sample)
        for (const Index sample : m_order)
            names << fromStd(m_run->samples[std::size_t(sample)]);
    if (!isEmpty() && thing == Thing::Reaction)
        for (const Index reaction : m_columns)
            names << fromStd(m_run->reactions[std::size_t(reaction)]);
    return names;
}

std::vector<MarkPlace> FluxHeatMap::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const auto at = named(mark.thing).indexOf(mark.name);
    if (at < 0)
        return {};
    const QCPAxisRect &panel = *canvas.axisRect(0);
    return {mark.thing == Thing::Sample ? rowAt(panel, double(at)) : columnAt(panel, double(at))};
}

} // namespace pathgan
