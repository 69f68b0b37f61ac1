#pragma once

#include "core/project/options.h"
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
class ExplainPanel : public StepPanel
{
    Q_OBJECT
public:
    ExplainPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Explain"); }
    QString iconName() const override { return QStringLiteral("explain"); }

protected:
    void commit() override;
    void showProject() override;
    void adoptOptions() override;
    QString invitation() const override;

private:
    void buildForm();
    void buildResults();
    void fillInputs();
    void applyTop(int top);
    void applySample(int index);

    ExplainOptions m_options;
    QListWidget *m_samples = nullptr;
    QComboBox *m_output = nullptr, *m_barSample = nullptr, *m_forceSample = nullptr;
    ShapBarPlot *m_bar = nullptr;
    ShapSummaryPlot *m_summary = nullptr;
    ShapForcePlot *m_force = nullptr;
    TablePane *m_table = nullptr;
};

} // namespace pathgan
