// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/shapgeometry.h"

#include <memory>
#include <vector>

namespace pathgan {

/// What pushes the output of one sample up and down from the base value.
class ShapForcePlot : public Plot
{
    Q_OBJECT
public:
    explicit ShapForcePlot(QWidget *parent = nullptr);

    void setRun(std::shared_ptr<const ShapRun> run);
    void setSample(int sample);

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
    std::shared_ptr<const ShapRun> m_run;
    int m_sample = 0;
    ForceGeometry m_force; ///< low and high: of the axis
    bool m_isCut = false;  ///< the sum of all others is longer than the axis

    void rebuild();
    int segmentAt(const QPointF &position) const; ///< −1: none
};

} // namespace pathgan
