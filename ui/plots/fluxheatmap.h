// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clustering.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "ui/plots/plot.h"
#include "ui/plots/samplestrips.h"

class QCPAxisRect;

#include <memory>
#include <utility>
#include <vector>

namespace pathgan {

/// How rows and columns of a heat map are put in order.
enum class HeatMapOrder {
    Component, ///< rows by their score on the first principal component, columns as computed
    Average,   ///< both by hierarchical clustering with average linkage
    Ward       ///< … with Ward's
};

/// Samples × reactions, z-scored per reaction on log10(max(flux, 1e-3)), beside what clinical columns say of
/// the samples. Constant reactions and missing values have colours of their own.
class FluxHeatMap : public Plot
{
    Q_OBJECT
public:
    /// More rows than this are not clustered, which would be felt: they are ordered by component.
    static constexpr Index mostClustered = 1500;

    explicit FluxHeatMap(QWidget *parent = nullptr);

    void setRun(std::shared_ptr<const FluxRun> run);
    void setOrder(HeatMapOrder order);
    /// Strips at the left, of the run's samples in its order.
    void setStrips(std::vector<SampleStrip> strips);

    QString fileName() const override;
    QString title() const override;
    QString summary() const override;
    Table data() const override;
    bool isEmpty() const override;
    QSizeF preferredSizeMm() const override;
    QStringList named(Thing thing) const override;

protected:
    void draw(QCustomPlot &canvas) override;
    QString readout(const QPointF &position) const override;
    std::vector<Mark> marksAt(const QPointF &position) const override;
    std::vector<MarkPlace> places(const QCustomPlot &canvas, const Mark &mark) const override;

private:
    void rebuild();
    bool isClustered() const;
    bool isConstantAt(Index column) const;
    bool isMissingAt(Index row, Index column) const; ///< row: from the top
    QColor colourAt(Index row, Index column) const;
    std::pair<int, int> constantAndMissing() const; ///< reactions, values
    void addKeys(QCustomPlot &canvas) const;
    void addNames(QCPAxisRect &panel, int width) const;
    void addTrees(QCPAxisRect &panel) const;
    void addStrips(QCPAxisRect &panel) const;
    double stripLeft(std::size_t strip) const; ///< in columns: negative
    double treeWidth() const;                  ///< in columns
    double treeHeight() const;                 ///< in rows
    QString orderText() const;

    std::shared_ptr<const FluxRun> m_run;
    HeatMapOrder m_by = HeatMapOrder::Component;
    std::vector<SampleStrip> m_strips;
    MatrixD m_scores;             ///< samples in m_order × reactions in m_columns; NaN: constant or missing
    std::vector<bool> m_constant; ///< by reaction of the run
    std::vector<Index> m_order;   ///< samples from top to bottom
    std::vector<Index> m_columns; ///< reactions from left to right
    std::vector<Merge> m_rowTree, m_columnTree; ///< of the run's samples and reactions; empty: not clustered
};

} // namespace pathgan
