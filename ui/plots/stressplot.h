// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/stress/stress.h"
#include "ui/plots/plot.h"

#include <memory>
#include <string>
#include <vector>

namespace pathgan {

/// Survival curves: growth μ(r)/μ0 against the oxidative load r, with the load r_D; median and quartiles by
/// group.
class StressPlot : public Plot
{
    Q_OBJECT
public:
    explicit StressPlot(QWidget *parent = nullptr);

    void setRun(std::shared_ptr<const StressRun> run);
    /// Group of each sample of the run, "": not reported; empty vector: one band of all samples.
    void setLabels(const std::vector<std::string> &groupPerSample);

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
    void markedChanged(Thing thing) override;

private:
    struct Band
    {
        QString name;
        std::vector<std::size_t> samples;
        std::vector<double> q1, median, q3; ///< by load
    };
    void rebuild();
    int rowOf(const QString &sample) const;
    std::vector<QPointF> curveOf(const QCustomPlot &canvas, const QString &sample) const;

    std::shared_ptr<const StressRun> m_run;
    std::vector<std::string> m_labels;
    std::vector<Band> m_bands;
};

} // namespace pathgan
