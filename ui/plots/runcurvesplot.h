// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/ganepoch.h"
#include "ui/plots/plot.h"

#include <vector>

namespace pathgan {

/// How one run of the training went.
struct RunCurve
{
    int number = 0;      ///< of the run in its history
    QString differences; ///< what tells it from the others: "Epochs 40; Seed 2"
    std::vector<GanEpoch> history;
    int bestEpoch = 0;   ///< whose weights were kept; 0: unknown
    double heldOutR = 0; ///< Pearson r on samples it never saw; NaN: none
};

/// Training curves of several runs by epoch: one of the losses above, validation Pearson r below, a colour
/// and a line style each.
class RunCurvesPlot : public Plot
{
    Q_OBJECT
public:
    explicit RunCurvesPlot(QWidget *parent = nullptr);

    void setRuns(std::vector<RunCurve> runs);
    void setLoss(int curve); ///< LossPlot's number of it

    QString fileName() const override;
    QString title() const override;
    QString summary() const override;
    Table data() const override;
    bool isEmpty() const override;
    QSizeF preferredSizeMm() const override;

protected:
    void draw(QCustomPlot &canvas) override;
    QString readout(const QPointF &position) const override;

private:
    static QString nameOf(const RunCurve &run);

    std::vector<RunCurve> m_runs;
    int m_loss = 0;
};

} // namespace pathgan
