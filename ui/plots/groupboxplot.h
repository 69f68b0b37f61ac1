// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/plots/plot.h"

#include <utility>

namespace pathgan {

/// Values of the groups of a clinical column: boxes, points, n, and the test that compares them.
class GroupBoxPlot : public Plot
{
    Q_OBJECT
public:
    explicit GroupBoxPlot(QWidget *parent = nullptr);

    /// note: caveat lines printed under the figure, separated by line breaks.
    void setEntry(const GroupRun::Entry &entry, const QString &note);

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
    QStringList captions() const;
    static QString untestedText(const GroupComparison &comparison);
    std::pair<int, int> nearest(const QPointF &position) const; ///< group and point; −1: none

    GroupRun::Entry m_entry;
    QString m_note;
};

} // namespace pathgan
