// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/steppanel.h"

class QLabel;

namespace pathgan {

class EnrichmentBarPlot;
class GseaPlot;
class TablePane;

/// Which pathways the genes that matter most belong to.
class EnrichPanel : public PanelOfStep<EnrichStep>
{
    Q_OBJECT
public:
    EnrichPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Enrich"); }
    QString iconName() const override { return QStringLiteral("enrich"); }

protected:
    void showProject() override;
    QString invitation() const override;

private:
    void buildForm();
    void buildResults();
    void showTerm(const QString &term);
    void showRelative();

    QLabel *m_idleReason = nullptr; ///< why relative_ranking has no effect
    EnrichmentBarPlot *m_bars = nullptr;
    GseaPlot *m_running = nullptr;
    TablePane *m_oraTable = nullptr, *m_gseaTable = nullptr;
};

} // namespace pathgan
