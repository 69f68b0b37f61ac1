// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/enrichmentbarplot.h"

#include "core/data/genesets.h"
#include "ui/coretext.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pathgan {

namespace {

/// The whole set, or the whole list, overlaps: the odds ratio has an empty cell and means nothing exact.
bool isComplete(const OraRow &row, const OraRun &run)
{
    return row.overlap > 0 && (row.overlap == row.setSize || row.overlap == run.queryInBackground);
}

} // namespace

EnrichmentBarPlot::EnrichmentBarPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("enrichmentBarPlot"));
    refresh();
}

void EnrichmentBarPlot::setRun(std::shared_ptr<const OraRun> run, const QString &explained)
{
    m_run = std::move(run);
    m_explained = explained;
    rebuild();
}

void EnrichmentBarPlot::setTop(int rows)
{
    m_top = std::max(rows, 1);
    rebuild();
}

void EnrichmentBarPlot::setValue(Value value)
{
    m_value = value;
    rebuild();
}

void EnrichmentBarPlot::rebuild()
{
    m_rows.clear();
    if (m_run) {
        m_rows.resize(m_run->rows.size());
        std::iota(m_rows.begin(), m_rows.end(), std::size_t(0));
        std::stable_sort(m_rows.begin(), m_rows.end(), [&](std::size_t a, std::size_t b) {
            return valueOf(m_run->rows[a]) > valueOf(m_run->rows[b]);
        });
        m_rows.resize(std::min(m_rows.size(), static_cast<std::size_t>(m_top)));
    }
    refresh();
}

double EnrichmentBarPlot::valueOf(const OraRow &row) const
{
    if (m_value == Value::MinusLog10AdjustedP)
        return std::max(0.0, -std::log10(row.adjustedP)); // at least leastP
    return std::isnan(row.combinedScore) ? 0 : row.combinedScore;
}

QString EnrichmentBarPlot::valueText(const OraRow &row) const
{
    const QString p = row.adjustedP < 1e-4
                          ? QString::number(row.adjustedP, 'e', 1).replace('-', QChar(0x2212))
                          : QString::number(row.adjustedP, 'g', 2);
    return (row.isBound ? tr("%1/%2, adj. p < %3") : tr("%1/%2, adj. p = %3"))
        .arg(row.overlap)
        .arg(row.setSize)
        .arg(withDecimalMark(p));
}

QString EnrichmentBarPlot::fileName() const
{
    return m_value == Value::CombinedScore ? QStringLiteral("enrichment_combined_score")
                                           : QStringLiteral("enrichment_adjusted_p");
}

QString EnrichmentBarPlot::title() const
{
    return tr("Pathways over-represented among the top genes");
}

QString EnrichmentBarPlot::summary() const
{
    if (isEmpty())
        return tr("Bar chart of enriched pathways.");
    const OraRow &first = m_run->rows[m_rows.front()];
    return tr("Bar chart of the top %n pathway(s); first: %1 with %2 of %3 genes, adjusted p %4.", nullptr,
              static_cast<int>(m_rows.size()))
        .arg(fromStd(readableSetName(first.term)))
        .arg(first.overlap)
        .arg(first.setSize)
        .arg(pValueText(first.adjustedP, first.isBound));
}

Table EnrichmentBarPlot::data() const
{
    Table table{
        {"Term", "Overlap", "P-value", "Adjusted P-value", "Odds Ratio", "Combined Score", "p is bound"}, {}};
    for (const std::size_t i : m_rows) {
        const OraRow &row = m_run->rows[i];
        table.rows.push_back({row.term, std::to_string(row.overlap) + "/" + std::to_string(row.setSize),
                              row.p, row.adjustedP, row.oddsRatio, row.combinedScore,
                              std::string(row.isBound ? "yes" : "no")});
    }
    return table;
}

bool EnrichmentBarPlot::isEmpty() const
{
    return m_rows.empty();
}

QStringList EnrichmentBarPlot::captions() const
{
    const QString size = QString::number(m_run->backgroundSize);
    QString background;
    switch (m_run->options.background) {
    case OraOptions::Background::Network:
        background = tr("%1 genes that the network reads in pathways").arg(size);
        break;
    case OraOptions::Background::Measured:
        background = tr("%1 measured genes").arg(size);
        break;
    case OraOptions::Background::Library:
        background = tr("%1 genes of the library").arg(size);
        break;
    case OraOptions::Background::Given:
        background = tr("%1 given genes").arg(size);
        break;
    case OraOptions::Background::Size:
        background = tr("%1 genes, as a number only").arg(size);
        break;
    }
    const QString ratio = m_run->options.oddsRatio == OddsRatio::Enrichr
                              ? tr("as Enrichr: k(N − m − n + k) / max((m − k)(n − k), 1)")
                              : withDecimalMark(tr("with 0.5 added to each cell (Haldane–Anscombe)"));
    QStringList lines{
        tr("%1 of %2 genes asked for are in the background (%3). Library: %4.")
            .arg(m_run->queryInBackground)
            .arg(m_run->query.size())
            .arg(background, fromStd(m_run->library)),
        tr("Text: overlap / set size, Benjamini–Hochberg adjusted p. Odds ratio %1.").arg(ratio)};
    if (!m_run->ranking.empty())
        lines.prepend(m_explained.isEmpty()
                          ? tr("Top genes by %1.").arg(coreText(m_run->ranking))
                          : tr("Top genes by %1 of %2.").arg(coreText(m_run->ranking), m_explained));
    return lines;
}

void EnrichmentBarPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPAxisRect *panel = addPanel(canvas, theme());
    // A complete overlap has an arbitrary score: it does not set the scale.
    double scale = 0, least = std::numeric_limits<double>::infinity();
    for (const std::size_t i : m_rows) {
        const double value = valueOf(m_run->rows[i]);
        if (std::isfinite(value))
            least = std::min(least, value);
        if (std::isfinite(value) && !isComplete(m_run->rows[i], *m_run))
            scale = std::max(scale, value);
    }
    if (scale <= 0)
        scale = std::isfinite(least) && least > 0 ? least : 1;
    QStringList names;
    std::vector<BarRow> rows;
    for (const std::size_t i : m_rows) {
        const OraRow &row = m_run->rows[i];
        const double value = valueOf(row), cap = scale * 1.15;
        const bool cut = m_value == Value::CombinedScore && isComplete(row, *m_run) && value > cap;
        names << fromStd(readableSetName(row.term));
        QString text = valueText(row);
        if (cut)
            text = tr("> %1 (complete overlap), %2").arg(figureNumber(cap, 2), text);
        const QColor colour = row.adjustedP <= 0.05 ? categoryColour(0) : neutralColour();
        rows.push_back({cut ? cap : value, colour, text, cut});
    }
    setCategories(*yAxis(panel), names, theme());
    addBars(panel, theme(), rows);
    xAxis(panel)->setLabel(m_value == Value::CombinedScore ? tr("combined score (−ln p × odds ratio)")
                                                           : tr("−log10(adjusted p)"));
    QStringList lines = captions();
    lines << withDecimalMark(tr("Grey bars: adjusted p above 0.05."));
    addNotes(canvas, lines);
}

QString EnrichmentBarPlot::readout(const QPointF &position) const
{
    const auto at = std::lround(toData(*canvas().axisRect(0), position).y());
    if (at < 0 || at >= static_cast<long>(m_rows.size()))
        return {};
    const OraRow &row = m_run->rows[m_rows[std::size_t(at)]];
    QStringList genes;
    for (std::size_t i = 0; i < std::min<std::size_t>(row.genes.size(), 8); ++i)
        genes << fromStd(row.genes[i]);
    if (row.genes.size() > 8)
        genes << QStringLiteral("…");
    return tr("%1\n%2\ncombined score %3, odds ratio %4\n%5")
        .arg(fromStd(row.term), valueText(row), figureNumber(row.combinedScore), figureNumber(row.oddsRatio),
             genes.join(QStringLiteral(", ")));
}

std::vector<Mark> EnrichmentBarPlot::marksAt(const QPointF &position) const
{
    const int at = rowIndexAt(*canvas().axisRect(0), position, static_cast<int>(m_rows.size()));
    return at < 0 ? std::vector<Mark>()
                  : std::vector<Mark>{{Thing::Pathway, fromStd(m_run->rows[m_rows[std::size_t(at)]].term)}};
}

QStringList EnrichmentBarPlot::named(Thing thing) const
{
    QStringList names;
    for (const std::size_t row : m_rows)
        if (thing == Thing::Pathway)
            names << fromStd(m_run->rows[row].term);
    return names;
}

std::vector<MarkPlace> EnrichmentBarPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const auto at = named(mark.thing).indexOf(mark.name);
    return at < 0 ? std::vector<MarkPlace>()
                  : std::vector<MarkPlace>{rowAt(*canvas.axisRect(0), double(at), 0.42)};
}

} // namespace pathgan
