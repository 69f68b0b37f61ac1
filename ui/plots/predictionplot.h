// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/gan.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "ui/plots/plot.h"

#include <memory>
#include <vector>

namespace pathgan {

/// Predicted against target flux of one reaction, by part of the split (colour and marker), with the line y =
/// x.
class PredictionPlot : public Plot
{
    Q_OBJECT
public:
    explicit PredictionPlot(QWidget *parent = nullptr);

    /// reaction: index into run->reactions; truth is matched by sample and reaction name.
    void setRun(std::shared_ptr<const GanRun> run, std::shared_ptr<const FluxRun> truth, int reaction);

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
        double target = 0, predicted = 0;
        int part = 0; ///< 0 training, 1 validation, 2 test
    };
    QString partName(int part) const;
    const Point *nearest(const QPointF &position) const;

    std::string m_reaction;
    std::vector<Point> m_points;
};

} // namespace pathgan
