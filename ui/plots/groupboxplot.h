// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/plots/plot.h"
#include "ui/plots/valuescale.h"

#include <optional>
#include <string>
#include <utility>

namespace pathgan {

/// The flux axis that two figures share.
struct GroupScale
{
    double low = 0, high = 0;
    std::size_t brackets = 0; ///< room above for so many
    ValueScale values = {};
};
/// Of all sources of a reaction; none: there is one source only.
std::optional<GroupScale> sharedScale(const GroupRun &run, const std::string &reaction,
                                      AxisScale scale = AxisScale::Automatic);

/// Values of the groups of a clinical column: boxes, points, n, and the test that compares them.
class GroupBoxPlot : public Plot
{
    Q_OBJECT
public:
    explicit GroupBoxPlot(QWidget *parent = nullptr);

    /// note: caveat lines printed under the figure, separated by line breaks. scale: none: its own.
    void setEntry(const GroupRun::Entry &entry, const QString &note,
                  const std::optional<GroupScale> &scale = {});
    void setScale(AxisScale scale); ///< where the figure has its own

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
    QStringList captions() const;
    ValueScale values() const;
    static QString untestedText(const GroupComparison &comparison);
    std::pair<int, int> nearest(const QPointF &position) const; ///< group and point; −1: none

    GroupRun::Entry m_entry;
    QString m_note;
    std::optional<GroupScale> m_scale;
    AxisScale m_axis = AxisScale::Automatic;
};

} // namespace pathgan
