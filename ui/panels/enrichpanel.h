#pragma once

#include "core/project/options.h"
#include "ui/panels/steppanel.h"

namespace pathgan {

class EnrichmentBarPlot;
class GseaPlot;
class TablePane;

/// Which pathways the genes that matter most belong to.
class EnrichPanel : public StepPanel
{
    Q_OBJECT
public:
    EnrichPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Enrich"); }
    QString iconName() const override { return QStringLiteral("enrich"); }

protected:
    void commit() override;
    void showProject() override;
    void adoptOptions() override;
    QString invitation() const override;

private:
    void buildForm();
    void buildResults();
    void showTerm(const QString &term);

    EnrichOptions m_options;
    EnrichmentBarPlot *m_bars = nullptr;
    GseaPlot *m_running = nullptr;
    TablePane *m_oraTable = nullptr, *m_gseaTable = nullptr;
};

} // namespace pathgan
