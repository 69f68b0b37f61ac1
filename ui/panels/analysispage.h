// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/analysis/modelanalysis.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace pathgan {

class FoldingSettings;
class ComparisonPage;
class EmptyState;
class NoteLabel;
class OptionsForm;
class Scenarios;
class Selection;
class Session;
class TablePane;

/// Analyses of the model under the current scenario: method and options at the left, the runs at the right.
class AnalysisPage : public QWidget
{
    Q_OBJECT
public:
    AnalysisPage(Session &session, Selection &selection, Scenarios &scenarios, QWidget *parent);

private:
    void buildForm();
    void addTargetRow();
    void addGimmeRows();
    void adoptOptions();
    QWidget *buildResults();
    void connectTables();
    void methodChanged();
    void takeSamples();
    void takeSample(const QString &sample);
    void useSample();
    Result<void> check() const;
    void refreshState();
    void takeRuns();
    void showRun();
    void showStale();
    void selectReaction();
    std::shared_ptr<const ModelAnalysis> shown() const;

    Session &m_session;
    Selection &m_selection;
    Scenarios &m_scenarios;
    ModelAnalysisOptions m_options;
    OptionsForm *m_form;
    FoldingSettings *m_folding = nullptr;
    QComboBox *m_samples;
    QPushButton *m_run;
    QComboBox *m_runs;
    NoteLabel *m_result, *m_stale;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QTabWidget *m_tabs;
    TablePane *m_table, *m_prices;
    ComparisonPage *m_comparison;
};

/// "FBA", "Gene deletions" …
QString methodText(AnalysisMethod method);
/// Method, sample, scenario, and whether it was stopped early.
QString runName(const ModelAnalysis &analysis);
/// How a run ended, in a sentence or two: HTML.
QString analysisHtml(const ModelAnalysis &analysis);

} // namespace pathgan
