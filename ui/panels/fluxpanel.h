#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "ui/panels/steppanel.h"

class QComboBox;

namespace pathgan {

class FluxDistributionPlot;
class FluxHeatMap;
class TablePane;
struct ModelCoverage;

/// Fluxes of every sample: options, then table, heat map, and the distribution of one reaction.
class FluxPanel : public StepPanel
{
    Q_OBJECT
public:
    FluxPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Flux"); }
    QString iconName() const override { return QStringLiteral("flux"); }

protected:
    void commit() override;
    void showProject() override;
    void adoptOptions() override;
    QString invitation() const override;

private:
    enum class ReactionChoice { Core, AllGlutathione, Listed };

    void buildForm();
    void addMoreSettings();
    void buildResults();
    void showRows();
    void showReaction(int reaction);
    void countGenes();
    void showCoverage(const ModelCoverage &coverage);
    std::vector<std::string> chosenReactions() const;

    FluxOptions m_options;
    ReactionChoice m_choice = ReactionChoice::Core;
    std::string m_listed; ///< ids, separated by blanks or commas
    bool m_allowLow = false;
    int m_coverageAsked = 0;
    QLabel *m_samples;
    NoteLabel *m_coverage;
    FluxHeatMap *m_heatMap;
    FluxDistributionPlot *m_distribution;
    QComboBox *m_picker;
    TablePane *m_table, *m_known;
    std::shared_ptr<const FluxRun> m_shown;
};

/// What the run means for training: how many reactions vary, effective rank, statuses; a warning when
/// constant.
QString fluxVerdict(const FluxRun &run);

} // namespace pathgan
