// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/steppanel.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace pathgan {

class GroupBoxPlot;
class TablePane;

/// Glutathione flux between the groups of a clinical column.
class GroupsPanel : public PanelOfStep<GroupStep>
{
    Q_OBJECT
public:
    GroupsPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Groups"); }
    QString iconName() const override { return QStringLiteral("groups"); }

protected:
    void showProject() override;
    QString invitation() const override;

private:
    void buildForm();
    void buildResults();
    QWidget *withCaption(TablePane *table, QLabel *&caption);
    void showColumns();
    void showCounts();
    void takeColumns();
    void showBoxes();
    void showTables();
    QString caveat() const;

    QComboBox *m_column = nullptr, *m_within = nullptr, *m_reaction = nullptr, *m_scale = nullptr;
    QCheckBox *m_sameScale = nullptr;
    QLabel *m_counts = nullptr, *m_across = nullptr, *m_pairs = nullptr;
    GroupBoxPlot *m_fba = nullptr, *m_predicted = nullptr;
    TablePane *m_overview = nullptr, *m_tests = nullptr, *m_withinTable = nullptr, *m_members = nullptr;
};

} // namespace pathgan
