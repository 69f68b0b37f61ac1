// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enrichment/prerank.h"
#include "ui/plots/plot.h"

#include <memory>
#include <vector>

class QCPAxisRect;

namespace pathgan {

/// Running enrichment score of one gene set above its hits, the metric's colour band and the ranked metric
/// (12:4:1:8).
class GseaPlot : public Plot
{
    Q_OBJECT
public:
    explicit GseaPlot(QWidget *parent = nullptr);

    /// explained: the samples whose SHAP values ranked the genes, in words; empty: none did.
    void setRun(std::shared_ptr<const GseaRun> run, const QString &explained = {});
    /// Index into run->rows.
    void setRow(int row);

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
    void rebuild();
    const GseaRow *row() const;
    QString statistics() const;
    int hitAt(const QPointF &position) const; ///< nearest in x; −1: none within reach
    void drawScore(QCPAxisRect *panel) const;
    void drawHits(QCPAxisRect *panel) const;
    void drawBand(QCPAxisRect *panel) const;
    void drawEnds(QCPAxisRect *panel) const;
    void drawMetric(QCPAxisRect *panel) const;

    std::shared_ptr<const GseaRun> m_run;
    QString m_explained;
    int m_row = 0;
    std::vector<double> m_running;
};

} // namespace pathgan
