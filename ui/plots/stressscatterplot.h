// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/stress/stress.h"
#include "ui/plots/plot.h"

#include <memory>
#include <vector>

namespace pathgan {

/// Growth μ0 against tolerance r50 by sample; with predictions, tolerance from expression against tolerance
/// from predicted fluxes.
class StressScatterPlot : public Plot
{
    Q_OBJECT
public:
    explicit StressScatterPlot(QWidget *parent = nullptr);

    /// predicted may be null.
    void setRuns(std::shared_ptr<const StressRun> expression, std::shared_ptr<const StressRun> predicted);

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
    struct Point
    {
        std::string sample;
        double x = 0, y = 0;
    };
    const Point *nearest(const QPointF &position) const;

    std::shared_ptr<const StressRun> m_expression, m_predicted;
    std::vector<Point> m_points;
};

} // namespace pathgan
