// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/clinicalcolumns.h"

#include "ui/coretext.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>
#include <QStringList>

#include <algorithm>
#include <map>

namespace pathgan {

namespace {

QString notReported()
{
    return QCoreApplication::translate("pathgan::ClinicalColumns", "not reported");
}

} // namespace

std::vector<std::string> groupLabels(const Project &project, const std::string &column)
{
    if (!project.cohort || !project.cohort->clinical)
        return {};
    const ClinicalTable &clinical = *project.cohort->clinical;
    const int index = clinical.columnIndex(column);
    return index < 0 ? std::vector<std::string>{}
                     : project.cohort->labels(clinical.columns[static_cast<std::size_t>(index)]);
}

void fillGroupColumns(QComboBox &box, const Project &project, const QString &noneText)
{
    const QSignalBlocker quiet(box);
    const QString current = box.currentData().toString();
    box.clear();
    if (!noneText.isEmpty())
        box.addItem(noneText, QString());
    if (!project.cohort || !project.cohort->clinical)
        return;
    const ClinicalTable &clinical = *project.cohort->clinical;
    for (const ClinicalColumn &column : clinical.columns) {
        if (column.type == ColumnType::Category)
            box.addItem(QString::fromStdString(column.name), QString::fromStdString(column.name));
    }
    const int preferred = defaultGroupColumn(clinical);
    int index = current.isEmpty() ? -1 : box.findData(current);
    if (index < 0 && preferred >= 0)
        index =
            box.findData(QString::fromStdString(clinical.columns[static_cast<std::size_t>(preferred)].name));
    box.setCurrentIndex(std::max(index, box.count() > 0 ? 0 : -1));
}

QString groupCounts(const Project &project, const std::string &column)
{
    std::map<std::string, int> counts;
    for (const std::string &label : groupLabels(project, column))
        ++counts[label];
    QStringList parts;
    for (const auto &[label, count] : counts)
        if (!label.empty())
            parts.append(QStringLiteral("%1 %2").arg(QString::fromStdString(label), countText(count)));
    if (counts.count(""))
        parts.append(QStringLiteral("%1 %2").arg(notReported(), countText(counts[""])));
    constexpr int shown = 8;
    if (parts.size() > shown)
        parts = parts.mid(0, shown) + QStringList(QStringLiteral("…"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace pathgan
