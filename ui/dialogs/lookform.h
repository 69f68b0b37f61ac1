// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figurelook.h"

class QLabel;
class QTableWidget;

namespace pathgan {

/// Every text and every axis of numbers of a figure, to be changed.
class LookForm : public QWidget
{
    Q_OBJECT
public:
    explicit LookForm(StyledFigure &figure, QWidget *parent = nullptr);

private:
    void fill();
    void textChanged(int row, int column);
    void rangeChanged(int row, int column);

    StyledFigure &m_figure;
    QTableWidget *m_texts, *m_axes;
    QLabel *m_problem;
    std::vector<FigureText> m_shownTexts;
    std::vector<FigureAxis> m_shownAxes;
    bool m_isFilling = false;
};

} // namespace pathgan
