// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/generate.h"
#include "ui/plots/plot.h"

#include <memory>
#include <vector>

class QCPAxisRect;

namespace pathgan {

/// One reaction in real and generated profiles: both histograms over each other, and both distribution
/// functions, between which the area is the Wasserstein-1 distance.
class GeneratedPlot : public Plot
{
    Q_OBJECT
public:
    explicit GeneratedPlot(QWidget *parent = nullptr);

    /// reaction: index into run->reactions.
    void setRun(std::shared_ptr<const GenerateRun> run, int reaction);

    QString fileName() const override;
    QString title() const override;
    QString summary() const override;
    Table data() const override;
    bool isEmpty() const override;

protected:
    void draw(QCustomPlot &canvas) override;
    QString readout(const QPointF &position) const override;
    std::vector<Mark> marksAt(const QPointF &position) const override;
    std::vector<MarkPlace> places(const QCustomPlot &canvas, const Mark &mark) const override;

private:
    struct Bins
    {
        double low = 0, width = 1;
        std::vector<double> real, generated; ///< shares of the profiles
    };
    Bins bins() const;
    const std::string &reaction() const;
    QString quantityText() const;
    QStringList caption() const;
    void drawHistograms(QCPAxisRect &panel) const;
    void drawFunctions(QCPAxisRect &panel) const;

    std::shared_ptr<const GenerateRun> m_run;
    int m_reaction = -1;
    std::vector<double> m_real, m_generated; ///< ascending
};

} // namespace pathgan
