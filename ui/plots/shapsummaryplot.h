// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/shapgeometry.h"

#include <memory>
#include <utility>
#include <vector>

namespace pathgan {

/// Beeswarm: every SHAP value of the top genes, coloured by the gene's expression, as shap draws it.
class ShapSummaryPlot : public Plot
{
    Q_OBJECT
public:
    explicit ShapSummaryPlot(QWidget *parent = nullptr);

    void setRun(std::shared_ptr<const ShapRun> run);
    /// Rows shown, the remainder's included.
    void setTop(int rows);
    /// Whether the last row is "Sum of K other genes".
    void setRemainder(bool on);

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
    int m_top = 10;
    bool m_remainder = true;
    std::vector<SwarmRow> m_rows; ///< from the top

    void rebuild();
    std::pair<int, int> nearest(const QPointF &position) const; ///< row and point; −1: none
};

} // namespace pathgan
