// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/gan.h"
#include "ui/plots/plot.h"

#include <memory>
#include <vector>

class QTimer;

namespace pathgan {

/// Training curves by epoch: losses above, validation Pearson r below. While it trains, append() costs O(1)
/// and the canvas is repainted at most ten times a second.
class LossPlot : public Plot
{
    Q_OBJECT
public:
    explicit LossPlot(QWidget *parent = nullptr);

    void setHistory(const std::vector<GanEpoch> &history);
    void append(const GanEpoch &epoch);
    void clear();
    /// Debiased exponential moving average with this weight of the past, 0 (off) … 0.999; raw curves stay,
    /// faint.
    void setSmoothing(double weight);
    /// Losses on sign(y)·log10(1 + |y|).
    void setSymLog(bool on);
    /// Marks the epoch whose weights were kept; 0: none.
    void setBestEpoch(int epoch);

    /// The losses, 0 to lossCount − 1, and after them validation Pearson r.
    static constexpr int lossCount = 4;
    static QString curveName(int curve);
    static double curveValue(const GanEpoch &epoch, int curve);

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
    void fillCurves(QCustomPlot &canvas) const;
    void repaintCurves();

    std::vector<GanEpoch> m_history;
    double m_smoothing = 0;
    bool m_symLog = false;
    int m_bestEpoch = 0;
    QTimer *m_timer; ///< limits repaints while epochs arrive
};

} // namespace pathgan
