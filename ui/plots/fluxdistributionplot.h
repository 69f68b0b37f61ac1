// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "ui/plots/plot.h"
#include "ui/plots/valuescale.h"

#include <memory>
#include <vector>

namespace pathgan {

/// One reaction over the samples: sorted values beside their histogram, with the wild-type value as a line.
class FluxDistributionPlot : public Plot
{
    Q_OBJECT
public:
    explicit FluxDistributionPlot(QWidget *parent = nullptr);

    /// reaction: index into run->reactions.
    void setRun(std::shared_ptr<const FluxRun> run, int reaction);

    void setScale(AxisScale scale);

    QString fileName() const override;
    QString title() const override;
    QString summary() const override;
    Table data() const override;
    bool isEmpty() const override;
    QStringList named(Thing thing) const override;

protected:
    void draw(QCustomPlot &canvas) override;
    QString readout(const QPointF &position) const override;
    std::vector<Mark> marksAt(const QPointF &position) const override;
    std::vector<MarkPlace> places(const QCustomPlot &canvas, const Mark &mark) const override;

private:
    void rescale();
    QString quantityText() const;
    int nearest(const QPointF &position) const; ///< in m_order; −1: none

    std::shared_ptr<const FluxRun> m_run;
    int m_reaction = 0;
    AxisScale m_axis = AxisScale::Automatic;
    ValueScale m_values;        ///< of the reaction shown
    std::vector<Index> m_order; ///< samples with a value, ascending
};

} // namespace pathgan
