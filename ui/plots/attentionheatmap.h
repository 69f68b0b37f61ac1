// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/plots/plot.h"

#include <QStringList>

#include <string>
#include <vector>

namespace pathgan {

/// Attention of each pathway token to each, as log2 of its ratio to even attention.
class AttentionHeatMap : public Plot
{
    Q_OBJECT
public:
    explicit AttentionHeatMap(QWidget *parent = nullptr);

    /// weights: asking × read, rows sum to 1. of: what they are the mean of, e.g. "304 samples, 4 heads".
    void setRun(const std::vector<std::string> &tokens, const MatrixD &weights, const QString &of);

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
    std::vector<std::string> m_tokens;
    MatrixD m_weights, m_logRatios;
    double m_limit = 1; ///< of the colours
    QString m_of;
};

} // namespace pathgan
