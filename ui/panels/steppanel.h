// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/session.h"
#include "ui/panel.h"
#include "ui/panels/figurepane.h"
#include "ui/panels/optionsform.h"
#include "ui/panels/panelparts.h"

class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace pathgan {

class FoldingSettings;

/// A panel that computes one result: header, options with Run at the left, results in tabs at the right; in
/// their place one button that fixes what is missing. Derive, fill form() and results() in the constructor,
/// call ready() at its end.
class StepPanel : public Panel
{
    Q_OBJECT
public:
    StepPanel(Part part, Session &session, Selection &selection, QWidget *parent);

    Part part() const final { return m_part; }
    std::vector<Plot *> plots() const override; ///< of the figure panes among the results, unless empty
    QString stateDetail() const override;
    bool isFolded() const; ///< the settings are in a strip at the left
    /// Could run now, and the project's result is missing, out of date or from other settings.
    bool isWaiting() const;

protected:
    /// What the form holds, into the project: on every change.
    virtual void commit() = 0;
    /// What the project holds, into the form's options.
    virtual void adoptOptions() = 0;
    /// The result was replaced or removed, or an input was: show what the project has now.
    virtual void showProject() = 0;
    /// Title and text of the results area before the first run.
    virtual QString invitation() const = 0;
    /// Called at the end of the derived constructor.
    void ready(const QString &explanation, const QString &runText);

    OptionsForm &form() const { return *m_form; }
    QTabWidget &results() const { return *m_results; }
    NoteLabel &note() const { return *m_note; } ///< above the results
    QPushButton &runButton() const { return *m_run; }
    PanelHeader &header() const { return *m_header; }
    /// A tab; name: object name of the page.
    void addResult(QWidget *page, const QString &title);
    FigurePane *addFigure(Plot *plot, const QString &tab); ///< in a tab; clicks go to the selection
    /// Results may be shown although the part is not there yet (live curves).
    void setResultsShown(bool shown);

private:
    void build(const QString &explanation, const QString &runText);
    void orderTabs();
    void refresh();
    void refreshState();
    void showDoubts(bool shown);

    Part m_part;
    OptionsForm *m_form;
    QTabWidget *m_results;
    NoteLabel *m_note, *m_stale, *m_partial;
    QPushButton *m_run;
    PanelHeader *m_header = nullptr;
    EmptyState *m_empty, *m_missing;
    QStackedWidget *m_pages = nullptr, *m_resultPages = nullptr;
    FoldingSettings *m_folding = nullptr;
    bool m_resultsForced = false;
};

/// The panel of a step; its form edits the project's options of it.
template <class Step>
class PanelOfStep : public StepPanel
{
protected:
    PanelOfStep(Session &session, Selection &selection, QWidget *parent)
        : StepPanel(Step::facts.part, session, selection, parent), m_options(Step::options(session.project()))
    {
        form().bind(m_options);
    }
    void commit() final { session().template setOptions<Step>(m_options); }
    void adoptOptions() final { m_options = Step::options(session().project()); }

    typename Step::Options m_options;
};

} // namespace pathgan
