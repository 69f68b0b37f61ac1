// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/steppanel.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace pathgan {

class FluxDistributionPlot;
class FluxHeatMap;
class TablePane;
struct ModelCoverage;

/// Fluxes of every sample: options, then table, heat map, and the distribution of one reaction.
class FluxPanel : public PanelOfStep<FluxStep>
{
    Q_OBJECT
public:
    FluxPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Flux"); }
    QString iconName() const override { return QStringLiteral("flux"); }

protected:
    void showProject() override;
    QString invitation() const override;

private:
    enum ReactionChoice { Core, AllGlutathione, Listed }; ///< rows of m_choice

    void buildForm();
    void addReactionRows();
    void addMoreSettings();
    void showChoice();
    void takeReactions();
    void buildResults();
    void buildHeatMap();
    void fillStrips();
    void showStrips();
    void showRows();
    void showReaction(int reaction);
    void countGenes();
    void showCoverage(const ModelCoverage &coverage);
    std::vector<std::string> chosenReactions() const;

    QCheckBox *m_allowLow = nullptr;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_list = nullptr; ///< ids, separated by blanks or commas
    int m_coverageAsked = 0;
    QLabel *m_samples;
    NoteLabel *m_coverage;
    FluxHeatMap *m_heatMap;
    FluxDistributionPlot *m_distribution;
    QComboBox *m_picker, *m_strips = nullptr;
    TablePane *m_table, *m_known;
    std::shared_ptr<const FluxRun> m_shown;
};

/// What the run means for training: how many reactions vary, effective rank, statuses; a warning when
/// constant.
QString fluxVerdict(const FluxRun &run);

} // namespace pathgan
