// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "ui/plots/plot.h"

#include <memory>
#include <utility>
#include <vector>

namespace pathgan {

/// Samples × reactions, z-scored per reaction on log10(max(flux, 1e-3)); rows ordered by the first principal
/// component. Constant reactions and missing values have colours of their own.
class FluxHeatMap : public Plot
{
    Q_OBJECT
public:
    explicit FluxHeatMap(QWidget *parent = nullptr);

    void setRun(std::shared_ptr<const FluxRun> run);

    QString fileName() const override;
    QString title() const override;
    QString summary() const override;
    Table data() const override;
    bool isEmpty() const override;
    QSizeF preferredSizeMm() const override;

protected:
    void draw(QCustomPlot &canvas) override;
    QString readout(const QPointF &position) const override;
    void clicked(const QPointF &position) override;

private:
    bool isConstantAt(Index column) const;
    bool isMissingAt(Index row, Index column) const; ///< row: from the top
    QColor colourAt(Index row, Index column) const;
    std::pair<int, int> constantAndMissing() const; ///< reactions, values

    std::shared_ptr<const FluxRun> m_run;
    MatrixD m_scores;             ///< samples in m_order × reactions; NaN: constant or missing
    std::vector<bool> m_constant; ///< by reaction
    std::vector<Index> m_order;   ///< samples from top to bottom
};

} // namespace pathgan
