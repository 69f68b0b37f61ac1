// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/figurelook.h"

#include <QFrame>

#include <optional>

class QLabel;
class QLineEdit;

namespace pathgan {

/// A number as the figures write it, with their decimal mark; none: it is no number.
std::optional<double> axisNumberFrom(const QString &text);
/// The shortest text that gives the number back.
QString axisNumberText(double value);
/// What a range must be, for the user.
QString rangeProblem(bool isLogarithmic);

/// Asks for both ends of an axis. Closes when something else is clicked on.
class AxisRangeEditor : public QFrame
{
    Q_OBJECT
public:
    AxisRangeEditor(const FigureAxis &axis, QWidget *parent);
    void refuse(); ///< says why

signals:
    void given(const pathgan::FigureLook::Range &range);
    void reset();

private:
    void give();

    bool m_isLogarithmic;
    QLineEdit *m_from, *m_to;
    QLabel *m_problem;
};

} // namespace pathgan
