// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/steppanel.h"

class QComboBox;
class QLabel;

namespace pathgan {

class AttentionPage;
class BottleneckPage;
class GeneratePage;
class LossPlot;
class PredictionPlot;
class TablePane;

/// Trains the network and shows how well it predicts patients it has not seen.
class TrainPanel : public PanelOfStep<TrainStep>
{
    Q_OBJECT
public:
    TrainPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Train"); }
    QString iconName() const override { return QStringLiteral("train"); }

protected:
    void showProject() override;
    QString invitation() const override;

private:
    void buildForm();
    void buildAdvancedForm();
    void buildResults();
    void runEnded();
    void showNote();
    void showScores(const GanRun &run);
    void showReactions(const GanRun &run);
    void showPrediction();
    QString verdict(const GanRun &run) const;

    GanPreset m_preset = GanPreset::Recommended;
    bool m_failed = false; ///< the last run
    LossPlot *m_loss = nullptr;
    PredictionPlot *m_prediction = nullptr;
    AttentionPage *m_attention = nullptr;
    BottleneckPage *m_bottlenecks = nullptr;
    GeneratePage *m_generate = nullptr;
    QLabel *m_meaning = nullptr;
    TablePane *m_scores = nullptr, *m_byReaction = nullptr;
    QComboBox *m_reaction = nullptr;
};

} // namespace pathgan
