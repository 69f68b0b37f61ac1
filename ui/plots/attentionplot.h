// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/plots/plot.h"

#include <string>
#include <vector>

namespace pathgan {

/// Name of a token for people; "(no set)": the genes of no set.
QString pathwayTokenName(const std::string &token);
/// How even attention weights are, in words; a chart of equal bars says so.
QString attentionEvenness(const VectorD &weights);

/// "mean of 304 samples and all heads".
QString attentionOf(std::size_t samples);

/// Mean attention that samples pay to each pathway token, largest first.
class AttentionPlot : public Plot
{
    Q_OBJECT
public:
    explicit AttentionPlot(QWidget *parent = nullptr);

    /// tokens: names of the gene sets as in the file; attention: one weight each, summing to 1. of: what it
    /// is the mean of, e.g. "304 samples".
    void setRun(const std::vector<std::string> &tokens, const VectorD &attention, const QString &of);
    void setTop(int rows);

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
    std::vector<std::string> m_tokens; ///< by attention, descending
    std::vector<double> m_attention;
    QString m_of;
    int m_top = 20;
};

} // namespace pathgan
