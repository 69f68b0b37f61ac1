// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel.h"
#include "ui/panels/panelparts.h"

class QStackedWidget;
class QTabWidget;
class QTextBrowser;

namespace pathgan {

class AnalysisPage;
class MediumPage;
class ScenarioBar;
class Scenarios;
class TablePane;

/// The metabolic model: facts, warnings, its reactions, metabolites and genes with instant search, the
/// scenarios asked of it, and their analyses.
class ModelPanel : public Panel
{
    Q_OBJECT
public:
    ModelPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Model"); }
    QString iconName() const override { return QStringLiteral("model"); }
    Part part() const override { return Part::Model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTabs();
    QWidget *buildSources();
    void connectSelection();
    void selectGene(const QString &name);
    void openModel();
    void showModel();

    Scenarios *m_scenarios;
    QTabWidget *m_tabs;
    QStackedWidget *m_pages;
    QTextBrowser *m_sources = nullptr;
    EmptyState *m_empty;
    NoteLabel *m_facts, *m_warnings;
    TablePane *m_reactions, *m_metabolites, *m_genes;
    ScenarioBar *m_bar = nullptr;
    MediumPage *m_medium = nullptr;
    AnalysisPage *m_analyses = nullptr;
};

/// Where Recon3D is to be had and under which terms, as HTML.
QString modelSourceHtml();

} // namespace pathgan
