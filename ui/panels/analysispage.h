#pragma once

#include "core/metabolic/modelanalysis.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace pathgan {

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
    QWidget *buildLeft();
    QWidget *buildResults();
    QWidget *buildComparison();
    void connectTables();
    void methodChanged();
    void run();
    void refreshState();
    void takeRuns();
    void showRun();
    void showComparison();
    void showStale();
    std::shared_ptr<const ModelAnalysis> chosen(const QComboBox &box) const;

    Session &m_session;
    Selection &m_selection;
    Scenarios &m_scenarios;
    ModelAnalysisOptions m_options;
    std::string m_targets; ///< as typed
    OptionsForm *m_form;
    QPushButton *m_run;
    QComboBox *m_runs, *m_other;
    NoteLabel *m_result, *m_stale, *m_compared;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QTabWidget *m_tabs;
    TablePane *m_table, *m_prices, *m_comparison;
};

/// "FBA", "Gene deletions" …
QString methodText(AnalysisMethod method);
/// How a run ended, in a sentence or two: HTML.
QString analysisHtml(const ModelAnalysis &analysis);

} // namespace pathgan
