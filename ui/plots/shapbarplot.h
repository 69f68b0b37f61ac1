// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/shapgeometry.h"

#include <memory>
#include <vector>

namespace pathgan {

/// mean |SHAP value| of the top genes, or the signed values of one sample, as shap's bar plot draws them.
class ShapBarPlot : public Plot
{
    Q_OBJECT
public:
    explicit ShapBarPlot(QWidget *parent = nullptr);

    void setRun(std::shared_ptr<const ShapRun> run);
    /// Rows shown, the remainder's included.
    void setTop(int rows);
    /// Whether the last row is "Sum of K other genes".
    void setRemainder(bool on);
    /// Index of a sample, −1: all of them.
    void setSample(int sample);

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
    std::shared_ptr<const ShapRun> m_run;
    int m_top = 10, m_sample = -1;
    bool m_remainder = true;
    std::vector<ShapBar> m_bars;

    void rebuild();
};

} // namespace pathgan
