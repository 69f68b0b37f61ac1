// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/modelpanel.h"

#include "core/engine/session.h"
#include "core/metabolic/model/modelgenes.h"
#include "ui/coretext.h"
#include "ui/filedialogs.h"
#include "ui/lossquestion.h"
#include "ui/models/tables.h"
#include "ui/panels/analysispage.h"
#include "ui/panels/checkpage.h"
#include "ui/panels/conceptpage.h"
#include "ui/panels/mediumpage.h"
#include "ui/panels/scenariobar.h"
#include "ui/panels/tablepane.h"
#include "ui/scenarios.h"
#include "ui/selection.h"

#include <QEvent>
#include <QFileInfo>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

namespace {

QString factsOf(const MetabolicModel &model)
{
    const auto count = [](std::size_t n) { return countText(static_cast<qint64>(n)); };
    const auto withRule = std::count_if(model.reactions.begin(), model.reactions.end(),
                                        [](const Reaction &reaction) { return !reaction.rule.isEmpty(); });
    const QString objective = QString::fromStdString(model.objectiveName());
    return ModelPanel::tr(
               "<b>%1</b> (%2): %3 reactions, %4 of them with a gene rule; %5 metabolites; %6 genes; "
               "%7 compartments. Objective: %8.")
        .arg(QString::fromStdString(model.id).toHtmlEscaped(),
             QFileInfo(QString::fromStdString(model.path)).fileName().toHtmlEscaped(),
             count(model.reactions.size()), countText(withRule), count(model.metabolites.size()),
             count(model.genes.size()), count(model.compartments.size()),
             objective.isEmpty() ? ModelPanel::tr("none") : objective.toHtmlEscaped());
}

QString warningsOf(const MetabolicModel &model)
{
    constexpr std::size_t shown = 6;
    QStringList lines;
    std::vector<std::string> warnings = model.warnings;
    std::stable_partition(warnings.begin(), warnings.end(), [](const std::string &warning) {
        return warning.starts_with("gene rule not understood") || warning == "no active objective";
    });
    for (std::size_t i = 0; i < std::min(shown, warnings.size()); ++i)
        lines.append(coreText(warnings[i]).left(300).toHtmlEscaped());
    if (model.warnings.size() > shown)
        lines.append(ModelPanel::tr("and %1 more").arg(countText(qint64(model.warnings.size() - shown))));
    return lines.join(QStringLiteral("<br>"));
}

} // namespace

QString modelSourceHtml()
{
    return ModelPanel::tr(
        "<p><b>Recon3D</b>, the human network the analysis was made for, is not part of "
        "this program. Download "
        "<i>Recon3D.xml</i> or <i>Recon3D.xml.gz</i> from "
        "<a href=\"http://bigg.ucsd.edu/models/Recon3D\">bigg.ucsd.edu/models/Recon3D</a>. "
        "The BiGG terms of UC San "
        "Diego allow free use for education, research and by non-profit organisations; "
        "commercial use needs a "
        "licence. Please cite Brunk et al., Nature Biotechnology 2018.</p><p>Any other "
        "model works as well: SBML "
        "Level 3 with FBC, older COBRA SBML, COBRA JSON or YAML, or a MATLAB file of the COBRA "
        "Toolbox or RAVEN, plain or compressed.</p>");
}

ModelPanel::ModelPanel(Session &session, Selection &selection, QWidget *parent)
    : Panel(session, selection, parent), m_scenarios(new Scenarios(session, this)),
      m_tabs(new QTabWidget(this)), m_pages(new QStackedWidget(this)),
      m_empty(new EmptyState(QStringLiteral("modelEmpty"), this)),
      m_facts(new NoteLabel(QStringLiteral("modelFacts"), this)),
      m_warnings(new NoteLabel(QStringLiteral("modelWarnings"), this)),
      m_reactions(new TablePane(QStringLiteral("reactions"), tr("Reactions"), this)),
      m_metabolites(new TablePane(QStringLiteral("metabolites"), tr("Metabolites"), this)),
      m_genes(new TablePane(QStringLiteral("genes"), tr("Genes"), this))
{
    setObjectName(QStringLiteral("modelPanel"));
    auto *header = new PanelHeader(title(),
                                   tr("The genome-scale network in which fluxes are computed: reactions, "
                                      "bounds and the genes they need."),
                                   this);
    QPushButton *open =
        makeButton(QStringLiteral("modelOpen"), QStringLiteral("open"), tr("Open a model…"), true, header);
    header->addWidget(open);
    connect(open, &QPushButton::clicked, this, &ModelPanel::openModel);

    buildTabs();
    auto *content = new QWidget(this);
    content->setObjectName(QStringLiteral("modelContent"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_facts);
    column->addWidget(m_warnings);
    column->addWidget(m_bar);
    column->addWidget(m_tabs, 1);
    m_empty->setContent(iconName(), tr("No metabolic model yet"), modelSourceHtml(), tr("Open a model…"),
                        [this] { openModel(); });
    m_pages->setObjectName(QStringLiteral("modelPages"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->setSpacing(14);
    layout->addWidget(header);
    layout->addWidget(m_pages, 1);

    connectSelection();
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::Model)
            showModel();
    });
    showModel();
}

void ModelPanel::buildTabs()
{
    m_bar = new ScenarioBar(*m_scenarios, this);
    m_medium = new MediumPage(*m_scenarios, this);
    m_analyses = new AnalysisPage(session(), selection(), *m_scenarios, this);
    m_tabs->setObjectName(QStringLiteral("modelTabs"));
    m_tabs->setAccessibleName(tr("Model"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_reactions, tr("Reactions"));
    m_tabs->addTab(m_metabolites, tr("Metabolites"));
    m_tabs->addTab(m_genes, tr("Genes"));
    m_tabs->addTab(m_medium, tr("Medium"));
    m_tabs->addTab(m_analyses, tr("Analyses"));
    m_tabs->addTab(new CheckPage(session(), selection(), this), tr("Check"));
    m_tabs->addTab(new ConceptPage(session(), selection(), this), tr("Concepts"));
    m_tabs->addTab(buildSources(), tr("Sources"));
    m_reactions->setEditable();
    m_genes->setEditable();
    connect(m_scenarios, &Scenarios::changed, this, [this] {
        m_reactions->model().refreshCells();
        m_genes->model().refreshCells();
    });
    // From the menu and by its keys the analysis can be started on any tab.
    connect(m_analyses->findChild<QPushButton *>(QStringLiteral("runButton")), &QPushButton::clicked, this,
            [this] { m_tabs->setCurrentWidget(m_analyses); });
}

QWidget *ModelPanel::buildSources()
{
    auto *text = new QTextBrowser(this);
    text->setObjectName(QStringLiteral("modelSources"));
    text->setAccessibleName(tr("Where to get models"));
    text->setOpenExternalLinks(true);
    text->setHtml(modelSourceHtml());
    m_sources = text;
    return text;
}

void ModelPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_sources)
        m_sources->setHtml(modelSourceHtml()); // links keep the colour they were written in
}

void ModelPanel::connectSelection()
{
    connect(m_reactions, &TablePane::keySelected, &selection(), &Selection::setReaction);
    connect(&selection(), &Selection::reactionChanged, m_reactions, &TablePane::selectKey);
    connect(&m_medium->table(), &TablePane::keySelected, &selection(), &Selection::setReaction);
    connect(&selection(), &Selection::reactionChanged, &m_medium->table(), &TablePane::selectKey);
    connect(m_metabolites, &TablePane::keySelected, &selection(), &Selection::setMetabolite);
    connect(&selection(), &Selection::metaboliteChanged, m_metabolites, &TablePane::selectKey);
    connect(m_genes, &TablePane::keySelected, this, [this](const QString &id) {
        const auto &model = session().project().model;
        const int gene = model ? model->geneIndex(id.toStdString()) : -1;
        if (gene < 0)
            return;
        const ModelGene &known = model->genes[static_cast<std::size_t>(gene)];
        selection().setGene(QString::fromStdString(geneName(known, session().project().genes())));
    });
    connect(&selection(), &Selection::geneChanged, this, &ModelPanel::selectGene);
}

/// The row whose gene has that name.
void ModelPanel::selectGene(const QString &name)
{
    const auto &model = session().project().model;
    for (const ModelGene &gene : model ? model->genes : std::vector<ModelGene>())
        if (QString::fromStdString(geneName(gene, session().project().genes())) == name)
            return m_genes->selectKey(QString::fromStdString(gene.id));
}

void ModelPanel::openModel()
{
    askForFile(this, tr("Open a model"),
               tr("Models (*.xml *.sbml *.json *.yml *.yaml *.mat *.gz *.bz2 *.xz *.zip);;All files (*)"),
               [this](const QString &path) { openFileAsking(this, session(), path, Part::Model); });
}

void ModelPanel::showModel()
{
    const auto &model = session().project().model;
    m_pages->setCurrentIndex(model ? 1 : 0);
    m_scenarios->setModel(model);
    showReactions(m_reactions->model(), model, m_scenarios);
    showMetabolites(m_metabolites->model(), model);
    showGenes(m_genes->model(), model, m_scenarios);
    m_medium->showModel();
    if (!model)
        return;
    for (TablePane *pane : {m_reactions, m_metabolites, m_genes})
        pane->fitColumns();
    m_facts->show(NoteLabel::Kind::Info, factsOf(*model));
    m_warnings->show(NoteLabel::Kind::Warning, warningsOf(*model));
    m_reactions->selectKey(selection().reaction());
}

} // namespace pathgan
