// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/steppanel.h"

class QComboBox;

namespace pathgan {

class StressPlot;
class StressScatterPlot;
class TablePane;

/// In-silico validation: growth of every tumour under a sustained oxidative load.
class StressPanel : public PanelOfStep<StressStep>
{
    Q_OBJECT
public:
    StressPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Stress"); }
    QString iconName() const override { return QStringLiteral("stress"); }

protected:
    void showProject() override;
    QString invitation() const override;

private:
    void buildForm();
    void buildResults();
    void showGroups();
    void showCurve();
    void showTable();
    QString paperText() const;

    StressPlot *m_curves = nullptr;
    StressScatterPlot *m_scatter = nullptr;
    QComboBox *m_groups = nullptr, *m_source = nullptr;
    TablePane *m_table = nullptr;
    NoteLabel *m_paper = nullptr, *m_limits = nullptr;
};

} // namespace pathgan
