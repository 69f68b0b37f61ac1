// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/grouprun.h"

#include "core/project/store/codings/common_p.h"

namespace pathgan {

template <class Archive, Is<BoxStatistics> Value>
void describe(Archive &a, Value &box)
{
    a.fields(box, box.n, box.mean, box.minimum, box.maximum, box.q1, box.median, box.q3, box.whiskerLow,
             box.whiskerHigh, box.notchLow, box.notchHigh, box.outliers);
}
template <class Archive, Is<Group> Value>
void describe(Archive &a, Value &group)
{
    a.fields(group, group.name, group.reported, group.values, group.samples, group.box);
}
bool isSound(const Group &group)
{
    return areOfSize(group.values.size(), group.samples);
}
template <class Archive, Is<GroupPair> Value>
void describe(Archive &a, Value &pair)
{
    a.fields(pair, pair.group1, pair.group2, pair.n1, pair.n2, pair.test, pair.statistic, pair.p,
             pair.isBound, pair.adjustedP, pair.acrossP, pair.cliffsDelta, pair.hodgesLehmann);
}
template <class Archive, Is<GroupComparison> Value>
void describe(Archive &a, Value &one)
{
    a.fields(one, one.valueName, one.unit, one.columnName, one.groups, one.overallTest, one.overallStatistic,
             one.overallP, one.overallIsBound, one.acrossP, one.family, one.notTestable, one.pairs,
             one.adjustment);
}
template <class Archive, Is<ClinicalGroup> Value>
void describe(Archive &a, Value &group)
{
    a.fields(group, group.label, group.rows);
}
template <class Archive, Is<Confounder> Value>
void describe(Archive &a, Value &confounder)
{
    a.fields(confounder, confounder.column, confounder.cramersV, confounder.detail);
}
template <class Archive, Is<GroupRun::Entry> Value>
void describe(Archive &a, Value &entry)
{
    a.fields(entry, entry.source, entry.reaction, entry.comparison);
}
template <class Archive, Is<GroupRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.column, run.options, run.members, run.entries, run.confounders, run.withinColumn,
             run.within);
}
PATHGAN_CODING(GroupRun, "groups")

} // namespace pathgan
