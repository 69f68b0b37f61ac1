// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/plots/plot.h"

#include <string>
#include <vector>

namespace pathgan {

/// Mean attention that samples pay to each pathway token, largest first.
class AttentionPlot : public Plot
{
    Q_OBJECT
public:
    explicit AttentionPlot(QWidget *parent = nullptr);

    /// tokens: names of the gene sets as in the file; attention: one weight each, summing to 1.
    void setRun(const std::vector<std::string> &tokens, const VectorD &attention);
    void setTop(int rows);

    QString fileName() const override;
    QString title() const override;
    QString summary() const override;
    Table data() const override;
    bool isEmpty() const override;

protected:
    void draw(QCustomPlot &canvas) override;
    QString readout(const QPointF &position) const override;
    void clicked(const QPointF &position) override;

private:
    std::vector<std::string> m_tokens; ///< by attention, descending
    std::vector<double> m_attention;
    int m_top = 20;
};

} // namespace pathgan
