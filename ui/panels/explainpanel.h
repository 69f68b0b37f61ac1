// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/steppanel.h"

class QComboBox;
class QListWidget;
class QSpinBox;

namespace pathgan {

class ShapBarPlot;
class ShapForcePlot;
class ShapSummaryPlot;
class TablePane;

/// SHAP values of the trained network: which genes moved which prediction, and by how much.
class ExplainPanel : public PanelOfStep<ExplainStep>
{
    Q_OBJECT
public:
    ExplainPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Explain"); }
    QString iconName() const override { return QStringLiteral("explain"); }

protected:
    void showProject() override;
    QString invitation() const override;

private:
    void buildForm();
    void buildResults();
    void addChoiceRows();
    void fillInputs();
    void showSamples();
    void showStrata();
    void markExplained();
    void showOutput();
    void takeChoices();
    void applyTop(int top);
    void applySample(int index);

    QListWidget *m_samples = nullptr;
    QComboBox *m_strata = nullptr, *m_output = nullptr, *m_barSample = nullptr, *m_forceSample = nullptr;
    ShapBarPlot *m_bar = nullptr;
    ShapSummaryPlot *m_summary = nullptr;
    ShapForcePlot *m_force = nullptr;
    TablePane *m_table = nullptr;
};

} // namespace pathgan
