// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/attentionplot.h"

#include "core/data/genesets.h"
#include "core/gan/trainednetwork.h"
#include "ui/plots/figureparts_p.h"
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pathgan {

namespace {

constexpr double allButEven = 0.95; // of the number of tokens

} // namespace

QString pathwayTokenName(const std::string &token)
{
    return token == TrainedNetwork::noSet ? AttentionPlot::tr("(genes of no set)")
                                          : fromStd(readableSetName(token));
}

QString attentionOf(std::size_t samples)
{
    return AttentionPlot::tr("mean of %n sample(s) and all heads", nullptr, static_cast<int>(samples));
}

QString attentionEvenness(const VectorD &weights)
{
    const double count = effectiveCount(weights);
    const QString wide = AttentionPlot::tr("Spread as evenly as over %1 of %2 pathways.")
                             .arg(figureNumber(count, 3))
                             .arg(weights.size());
    if (count < allButEven * static_cast<double>(weights.size()))
        return wide;
    return wide + QLatin1Char(' ') +
           AttentionPlot::tr("Almost even: bars of nearly equal length hardly tell pathways apart.");
}

AttentionPlot::AttentionPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("attentionPlot"));
    refresh();
}

void AttentionPlot::setRun(const std::vector<std::string> &tokens, const VectorD &attention,
                           const QString &of)
{
    m_of = of;
    const std::size_t count = std::min(tokens.size(), static_cast<std::size_t>(attention.size()));
    std::vector<Index> order(count);
    std::iota(order.begin(), order.end(), Index(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](Index a, Index b) { return attention[a] > attention[b]; });
    m_tokens.clear();
    m_attention.clear();
    for (const Index i : order) {
        m_tokens.push_back(tokens[std::size_t(i)]);
        m_attention.push_back(attention[i]);
    }
    refresh();
}

void AttentionPlot::setTop(int rows)
{
    m_top = std::max(rows, 1);
    refresh();
}

QString AttentionPlot::fileName() const
{
    return QStringLiteral("pathway_attention");
}

QString AttentionPlot::title() const
{
    return tr("Pathway attention of the network");
}

QString AttentionPlot::summary() const
{
    if (isEmpty())
        return tr("Bar chart of the attention paid to each pathway.");
    return tr("Bar chart of the mean attention to %n pathway(s); most to %1.", nullptr,
              static_cast<int>(m_tokens.size()))
        .arg(pathwayTokenName(m_tokens.front()));
}

Table AttentionPlot::data() const
{
    Table table{{"pathway", "mean_attention"}, {}};
    for (std::size_t i = 0; i < m_tokens.size(); ++i)
        table.rows.push_back({m_tokens[i], m_attention[i]});
    return table;
}

bool AttentionPlot::isEmpty() const
{
    return m_tokens.empty();
}

void AttentionPlot::draw(QCustomPlot &canvas)
{
    addTitle(canvas, theme(), title());
    QCPAxisRect *panel = addPanel(canvas, theme());
    const std::size_t shown = std::min(m_tokens.size(), static_cast<std::size_t>(m_top));
    QStringList names;
    std::vector<BarRow> rows;
    for (std::size_t i = 0; i < shown; ++i) {
        names << pathwayTokenName(m_tokens[i]);
        rows.push_back({m_attention[i], categoryColour(0), figureNumber(m_attention[i], 3), false});
    }
    setCategories(*yAxis(panel), names, theme());
    const double even = 1.0 / static_cast<double>(m_tokens.size());
    addBars(panel, theme(), rows, even);
    xAxis(panel)->setLabel(tr("mean attention weight"));
    QStringList lines{tr("Attention that each pathway receives, %1; all weights sum to 1. Dashed: even "
                         "attention, 1/%2.")
                          .arg(m_of)
                          .arg(m_tokens.size()),
                      attentionEvenness(Eigen::Map<const VectorD>(m_attention.data(),
                                                                  static_cast<Index>(m_attention.size())))};
    if (shown < m_tokens.size())
        lines << tr("The %1 largest of %2 are shown.").arg(shown).arg(m_tokens.size());
    addNotes(canvas, lines);
}

QString AttentionPlot::readout(const QPointF &position) const
{
    const auto row = std::lround(toData(*canvas().axisRect(0), position).y());
    if (row < 0 || row >= std::min<long>(m_top, static_cast<long>(m_tokens.size())))
        return {};
    return QStringLiteral("%1\n%2").arg(pathwayTokenName(m_tokens[std::size_t(row)]),
                                        figureNumber(m_attention[std::size_t(row)], 4));
}

std::vector<Mark> AttentionPlot::marksAt(const QPointF &position) const
{
    const int count = std::min(m_top, static_cast<int>(m_tokens.size()));
    const int row = rowIndexAt(*canvas().axisRect(0), position, count);
    return row < 0 ? std::vector<Mark>()
                   : std::vector<Mark>{{Thing::Pathway, fromStd(m_tokens[std::size_t(row)])}};
}

QStringList AttentionPlot::named(Thing thing) const
{
    QStringList names;
    for (const std::string &token : m_tokens)
        if (thing == Thing::Pathway && names.size() < m_top)
            names << fromStd(token);
    return names;
}

std::vector<MarkPlace> AttentionPlot::places(const QCustomPlot &canvas, const Mark &mark) const
{
    const auto at = named(mark.thing).indexOf(mark.name);
    return at < 0 ? std::vector<MarkPlace>()
                  : std::vector<MarkPlace>{rowAt(*canvas.axisRect(0), double(at), 0.42)};
}

} // namespace pathgan
