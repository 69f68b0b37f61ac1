// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/gseaplot.h"

#include "core/data/genesets.h"
#include "ui/coretext.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

/// One value a pixel column: the metric of extreme magnitude there.
void forEachColumn(const QCPAxisRect &area, const std::vector<double> &metric,
                   const std::function<void(double x, double value)> &column)
{
    const double count = static_cast<double>(metric.size());
    for (int x = area.left(); x <= area.right(); ++x) {
        const double from = xAxis(&area)->pixelToCoord(x), to = xAxis(&area)->pixelToCoord(x + 1);
        if (to < -0.5 || from > count - 0.5)
            continue;
        const auto first = static_cast<std::size_t>(std::clamp(std::round(from), 0.0, count - 1));
        const auto last = static_cast<std::size_t>(std::clamp(std::round(to), 0.0, count - 1));
        double value = metric[first];
        for (std::size_t i = first; i <= last; ++i) {
            if (std::abs(metric[i]) > std::abs(value))
                value = metric[i];
        }
        column(x, value);
    }
}

void stylePanel(QCPAxisRect *panel, QCPMarginGroup *group, bool last)
{
    panel->setMarginGroup(QCP::msLeft | QCP::msRight, group);
    panel->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msBottom | QCP::msTop);
    panel->setMinimumMargins(QMargins(6, 2, 14, 2));
    xAxis(panel)->grid()->setVisible(false);
    if (!last) {
        xAxis(panel)->setTicks(false);
        xAxis(panel)->setTickLabels(false);
    }
}

} // namespace

GseaPlot::GseaPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("gseaPlot"));
    refresh();
}

void GseaPlot::setRun(std::shared_ptr<const GseaRun> run, const QString &explained)
{
    m_run = std::move(run);
    m_explained = explained;
    rebuild();
}

void GseaPlot::setRow(int row)
{
    m_row = row;
    rebuild();
}

void GseaPlot::rebuild()
{
    m_running.clear();
    if (const GseaRow *set = row())
        m_running = runningScore(m_run->list, set->hits, m_run->options.weight);
    refresh();
}

const GseaRow *GseaPlot::row() const
{
    const bool there = m_run && m_row >= 0 && m_row < static_cast<int>(m_run->rows.size());
    return there ? &m_run->rows[std::size_t(m_row)] : nullptr;
}

QString GseaPlot::fileName() const
{
    return row() ? QStringLiteral("gsea_") + fileNamePart(row()->term) : QStringLiteral("gsea");
}

QString GseaPlot::title() const
{
    return row() ? tr("Enrichment plot: %1").arg(fromStd(readableSetName(row()->term)))
                 : tr("Enrichment plot");
}

QString GseaPlot::summary() const
{
    if (!row())
        return tr("Running enrichment score of a gene set.");
    return tr("Running enrichment score of %1: %n gene(s), NES %2, FDR q %3.", nullptr,
              static_cast<int>(row()->size))
        .arg(fromStd(readableSetName(row()->term)), figureNumber(row()->nes),
             (row()->qIsBound ? QStringLiteral("< ") : QString()) + figureNumber(row()->q, 2));
}

QSizeF GseaPlot::preferredSizeMm() const
{
    return {130, 110};
}

Table GseaPlot::data() const
{
    Table table{{"rank", "gene", "metric", "running_es", "hit"}, {}};
    if (!row())
        return table;
    std::vector<char> hit(m_running.size(), 0);
    for (const std::size_t i : row()->hits)
        hit[i] = 1;
    for (std::size_t i = 0; i < m_running.size(); ++i)
        table.rows.push_back({static_cast<long long>(i + 1), m_run->list.genes[i], m_run->list.metric[i],
                              m_running[i], static_cast<long long>(hit[i])});
    return table;
}

bool GseaPlot::isEmpty() const
{
    return m_running.empty();
}

QString GseaPlot::statistics() const
{
    const GseaRow &set = *row();
    const auto probability = [](const QString &name, double value, bool isBound) {
        return QStringLiteral("%1 %2 %3")
            .arg(name, isBound ? QStringLiteral("<") : QStringLiteral("="), figureNumber(value, 2));
    };
    return tr("ES = %1, NES = %2, %3, %4; %5 of the list's genes")
        .arg(figureNumber(set.es), figureNumber(set.nes),
             probability(QStringLiteral("p"), set.p, set.pIsBound),
             probability(QStringLiteral("FDR q"), set.q, set.qIsBound))
        .arg(set.size);
}

void GseaPlot::drawScore(QCPAxisRect *panel) const
{
    const GseaRow &set = *row();
    QVector<double> x, y;
    for (std::size_t i = 0; i < m_running.size(); ++i) {
        x << static_cast<double>(i);
        y << m_running[i];
    }
    addHorizontalLine(panel, 0, QPen(theme().muted, 1, Qt::DashLine));
    addVerticalLine(panel, static_cast<double>(set.peak), QPen(theme().muted, 1, Qt::DotLine));
    addCurve(panel, x, y, QPen(categoryColour(2), 2));
    const auto [low, high] = std::minmax_element(m_running.begin(), m_running.end());
    yAxis(panel)->setRange(paddedRange(std::min(0.0, *low), std::max(0.0, *high), 0.08));
    yAxis(panel)->setLabel(tr("Enrichment score"));
}

void GseaPlot::drawHits(QCPAxisRect *panel) const
{
    addPainted(panel, [hits = row()->hits, theme = theme()](QCPPainter &painter, const QCPAxisRect &area) {
        painter.setPen(QPen(theme.foreground, 1));
        for (const std::size_t hit : hits) {
            const double x = xAxis(&area)->coordToPixel(static_cast<double>(hit));
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
        }
    });
    hideAxis(*yAxis(panel));
}

void GseaPlot::drawBand(QCPAxisRect *panel) const
{
    const std::vector<double> &metric = m_run->list.metric;
    double largest = 1e-300;
    for (const double value : metric)
        largest = std::max(largest, std::abs(value));
    addPainted(panel, [metric, largest](QCPPainter &painter, const QCPAxisRect &area) {
        QImage band(area.width(), 1, QImage::Format_ARGB32);
        band.fill(Qt::transparent);
        forEachColumn(area, metric, [&](double x, double value) {
            const int column = static_cast<int>(x) - area.left();
            // Square root: the middle of the list would all be white.
            const double strength = std::sqrt(std::abs(value) / largest);
            if (column < band.width())
                band.setPixelColor(column, 0, blueWhiteRed(0.5 + (value >= 0 ? 0.5 : -0.5) * strength));
        });
        painter.drawImage(QRectF(area.rect()), band);
    });
    hideAxis(*yAxis(panel));
}

/// What the two ends of the list are, in the colours of the band.
void GseaPlot::drawEnds(QCPAxisRect *panel) const
{
    const std::vector<double> &metric = m_run->list.metric;
    const bool isSigned = !metric.empty() && metric.front() > 0 && metric.back() < 0;
    const QString name = m_run->metric.empty() ? tr("metric") : coreText(m_run->metric);
    const bool isDark = theme().background.lightness() < 128;
    const auto readable = [&](double end) { // the band's own are too dark for letters on black
        if (!isDark)
            return blueWhiteRed(end);
        return end > 0.5 ? QColor(0xff, 0x9a, 0x90) : QColor(0x90, 0xca, 0xf9);
    };
    addEndTexts(panel, theme(), (isSigned ? tr("positive: %1") : tr("high: %1")).arg(name), readable(1),
                isSigned ? tr("negative") : tr("low"), isSigned ? readable(0) : theme().foreground);
}

void GseaPlot::drawMetric(QCPAxisRect *panel) const
{
    const std::vector<double> &metric = m_run->list.metric;
    const auto [low, high] = std::minmax_element(metric.begin(), metric.end());
    addPainted(panel, [metric, theme = theme()](QCPPainter &painter, const QCPAxisRect &area) {
        const double zero = yAxis(&area)->coordToPixel(0);
        QPolygonF fill;
        forEachColumn(area, metric, [&](double x, double value) {
            const double y = yAxis(&area)->coordToPixel(value);
            fill << QPointF(x, y) << QPointF(x + 1, y);
        });
        if (fill.isEmpty())
            return;
        fill << QPointF(fill.last().x(), zero) << QPointF(fill.first().x(), zero);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0x9a, 0xa8, 0xb4));
        painter.drawPolygon(fill);
    });
    yAxis(panel)->setRange(paddedRange(std::min(0.0, *low), std::max(0.0, *high), 0.12));
    yAxis(panel)->setLabel(tr("Ranked metric"));
    yAxis(panel)->ticker()->setTickCount(3);
    xAxis(panel)->setLabel(tr("Rank in Ordered Dataset"));
    const auto crossing = std::find_if(metric.begin(), metric.end(), [](double v) { return v <= 0; });
    if (*low < 0 && *high > 0) {
        const double at = static_cast<double>(crossing - metric.begin());
        addVerticalLine(panel, at, QPen(theme().muted, 1, Qt::DashLine));
        addText(panel, at, 0, tr("zero crossing at %1").arg(static_cast<int>(at)), smallFont(theme()),
                theme().foreground, Qt::AlignHCenter | Qt::AlignBottom, {0, -3});
    }
}

void GseaPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    addCaption(canvas, theme(), {statistics()});
    auto *group = new QCPMarginGroup(&canvas);
    constexpr double heights[] = {12, 4, 1, 8};
    QCPAxisRect *panels[4];
    for (int i = 0; i < 4; ++i) {
        panels[i] = addPanel(canvas, theme());
        stylePanel(panels[i], group, i == 3);
        canvas.plotLayout()->setRowStretchFactor(canvas.plotLayout()->rowCount() - 1, heights[i]);
        panels[i]->setMinimumSize(30, i == 2 ? 8 : 20);
        xAxis(panels[i])->setRange(-0.5, static_cast<double>(m_running.size()) - 0.5);
        if (i > 0) {
            linkRanges(xAxis(panels[0]), xAxis(panels[i]));
            panels[i]->setRangeDrag(i == 3 ? Qt::Horizontal | Qt::Vertical
                                           : Qt::Orientations(Qt::Horizontal));
            panels[i]->setRangeZoom(panels[i]->rangeDrag());
        }
    }
    drawScore(panels[0]);
    drawHits(panels[1]);
    drawBand(panels[2]);
    drawEnds(panels[2]);
    drawMetric(panels[3]);
    QStringList lines{tr("Red: high, blue: negative metric. %n gene permutation(s), weight %1; library %2.",
                         nullptr, m_run->options.permutations)
                          .arg(figureNumber(m_run->options.weight), fromStd(m_run->library))};
    if (!m_run->metric.empty())
        lines << (m_explained.isEmpty() ? tr("Metric: %1.").arg(coreText(m_run->metric))
                                        : tr("Metric: %1 of %2.").arg(coreText(m_run->metric), m_explained));
    addNotes(canvas, lines);
}

QString GseaPlot::readout(const QPointF &position) const
{
    const double at = std::round(xAxis(canvas().axisRect(0))->pixelToCoord(position.x()));
    if (at < 0 || at >= static_cast<double>(m_running.size()))
        return {};
    // In the hit panel, the hit nearest to the cursor.
    auto index = static_cast<std::size_t>(at);
    const int hit = hitAt(position);
    const bool inHits = canvas().axisRect(1)->rect().contains(position.toPoint()) && hit >= 0;
    if (inHits)
        index = row()->hits[std::size_t(hit)];
    return tr("%1\nrank %2, metric %3, running ES %4")
        .arg(fromStd(m_run->list.genes[index]))
        .arg(index + 1)
        .arg(figureNumber(m_run->list.metric[index], 4), figureNumber(m_running[index], 3));
}

int GseaPlot::hitAt(const QPointF &position) const
{
    const QCPAxis *axis = xAxis(canvas().axisRect(0));
    const std::vector<std::size_t> &hits = row()->hits;
    return nearestPoint({position.x(), 0}, static_cast<int>(hits.size()), [&](int i) {
        return QPointF(axis->coordToPixel(static_cast<double>(hits[std::size_t(i)])), 0);
    });
}

std::vector<Mark> GseaPlot::marksAt(const QPointF &position) const
{
    std::vector<Mark> marks{{Thing::Pathway, fromStd(row()->term)}};
    if (const int hit = hitAt(position); hit >= 0)
        marks.insert(marks.begin(), {Thing::Gene, fromStd(m_run->list.genes[row()->hits[std::size_t(hit)]])});
    return marks;
}

QStringList GseaPlot::named(Thing thing) const
{
    QStringList names;
    for (std::size_t i = 0; row() && thing == Thing::Gene && i < row()->hits.size(); ++i)
        names << fromStd(m_run->list.genes[row()->hits[i]]);
    return names;
}

/// A gene of the ranking, in the set or not, among the hits and in the metric.
std::vector<MarkPlace> GseaPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const std::vector<std::string> &genes = m_run->list.genes;
    const auto at = std::find(genes.begin(), genes.end(), mark.name.toStdString());
    if (mark.thing != Thing::Gene || at == genes.end())
        return {};
    const auto rank = static_cast<double>(at - genes.begin());
    return {columnAt(*canvas.axisRect(1), rank, 0), columnAt(*canvas.axisRect(3), rank, 0)};
}

} // namespace pathgan
