#include "ui/panels/analysispage.h"

#include "core/engine/session.h"
#include "ui/models/tables.h"
#include "ui/panels/formscroll.h"
#include "ui/panels/optionsform.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/scenarios.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace pathgan {

namespace {

constexpr AnalysisMethod methods[] = {
    AnalysisMethod::Fba,
    AnalysisMethod::ParsimoniousFba,
    AnalysisMethod::PerturbedFba,
    AnalysisMethod::FluxRanges,
    AnalysisMethod::GeneDeletions,
    AnalysisMethod::EssentialGenes,
    AnalysisMethod::ReactionDeletions,
    AnalysisMethod::DoubleGeneDeletions,
    AnalysisMethod::DoubleReactionDeletions,
    AnalysisMethod::GeneMoma,
    AnalysisMethod::ReactionMoma,
};

QString methodTip(AnalysisMethod method)
{
    switch (analysisKind(method)) {
    case AnalysisKind::Fluxes:
        return method == AnalysisMethod::Fba
                   ? AnalysisPage::tr(
                         "Optimal fluxes with reduced costs and shadow prices; one of many optima")
               : method == AnalysisMethod::ParsimoniousFba
                   ? AnalysisPage::tr("The optimum with the least total flux")
                   : AnalysisPage::tr("As parsimonious FBA, with weights that make the fluxes unique");
    case AnalysisKind::Ranges:
        return AnalysisPage::tr("Least and largest flux of each reaction that keeps the objective");
    case AnalysisKind::Deletions:
        break;
    }
    if (method == AnalysisMethod::GeneMoma || method == AnalysisMethod::ReactionMoma)
        return AnalysisPage::tr("After each deletion the fluxes closest to the wild type's (linear MOMA)");
    return AnalysisPage::tr("The optimum after each deletion");
}

std::vector<std::string> splitTargets(const std::string &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    std::vector<std::string> targets;
    for (const QString &word : QString::fromStdString(text).split(separators, Qt::SkipEmptyParts))
        targets.push_back(word.toStdString());
    return targets;
}

} // namespace

AnalysisPage::AnalysisPage(Session &session, Selection &selection, Scenarios &scenarios, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_scenarios(scenarios),
      m_form(new OptionsForm(this)),
      m_run(makeButton(QStringLiteral("runButton"), QStringLiteral("play"), tr("Analyse model"), true, this)),
      m_runs(new QComboBox(this)), m_other(new QComboBox(this)),
      m_result(new NoteLabel(QStringLiteral("analysisResult"), this)),
      m_stale(new NoteLabel(QStringLiteral("analysisStale"), this)),
      m_compared(new NoteLabel(QStringLiteral("analysisCompared"), this)), m_pages(new QStackedWidget(this)),
      m_empty(new EmptyState(QStringLiteral("analysisEmpty"), this)), m_tabs(new QTabWidget(this)),
      m_table(new TablePane(QStringLiteral("analysis"), tr("Results of the analysis"), this)),
      m_prices(new TablePane(QStringLiteral("shadowPrices"), tr("Shadow prices"), this)),
      m_comparison(new TablePane(QStringLiteral("comparison"), tr("Comparison of two runs"), this))
{
    setObjectName(QStringLiteral("analysisPage"));
    buildForm();
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("analysisSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildLeft());
    splitter->addWidget(buildResults());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({250, 700});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setTabOrder(m_form->controls().back(), m_run);
    connectTables();
    connect(m_run, &QPushButton::clicked, this, &AnalysisPage::run);
    connect(m_form, &OptionsForm::validChanged, this, &AnalysisPage::refreshState);
    connect(m_stale, &NoteLabel::linkActivated, m_run, &QPushButton::click);
    connect(m_runs, &QComboBox::currentIndexChanged, this, &AnalysisPage::showRun);
    connect(m_other, &QComboBox::currentIndexChanged, this, &AnalysisPage::showComparison);
    connect(&scenarios, &Scenarios::changed, this, [this] {
        m_form->load(); // checks anew
        refreshState();
    });
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::Analyses)
            takeRuns();
    });
    connect(&session, &Session::staleChanged, this, &AnalysisPage::showStale);
    connect(&session, &Session::runningChanged, this, &AnalysisPage::refreshState);
    takeRuns();
    refreshState();
}

void AnalysisPage::buildForm()
{
    std::vector<OptionsForm::Choice> choices;
    for (const AnalysisMethod method : methods)
        choices.push_back({methodText(method), static_cast<int>(method), methodTip(method)});
    m_form->addChoice(QStringLiteral("method"), tr("&Method"), m_options.method, choices);
    m_form->addNumber(QStringLiteral("fractionOfOptimum"), tr("Optimum &kept"), m_options.fractionOfOptimum,
                      0, 1, 6, {}, tr("Share of the optimal objective that the fluxes must reach, 0 to 1"));
    m_form->addNumber(
        QStringLiteral("rangeFraction"), tr("Optimum &kept"), m_options.rangeFraction, 0, 1, 6, {},
        tr("Share of the optimal objective that the fluxes must reach. At exactly 1 the ranges hang "
           "on the solver's last digits"));
    m_form->addNumber(QStringLiteral("pfbaFactor"), tr("Total flux &at most ×"), m_options.pfbaFactor, 0,
                      1000, 3, {},
                      tr("Also keeps the total flux within this multiple of its least value, from 1; 0: any "
                         "total flux"));
    m_form->addSwitch(
        QStringLiteral("loopless"), tr("Without &loops"), m_options.loopless,
        tr("Leaves out fluxes that only run in thermodynamically infeasible loops; takes longer"));
    m_form->addText(QStringLiteral("targets"), tr("&Only these"), m_targets, tr("all"),
                    tr("Ids separated by commas or spaces; genes also by symbol or Entrez id. Empty: all"));
    m_form->addNumber(
        QStringLiteral("essentialShare"), tr("Essential &below"), m_options.essentialShare, 0, 1, 3, {},
        tr("A deletion is essential when less than this share of the wild type's objective is left"));
    m_form->setCheck([this]() -> Result<void> {
        if (!m_scenarios.model() || m_scenarios.problem())
            return {};
        ModelAnalysisOptions options = m_options;
        options.scenario = m_scenarios.current();
        options.targets = splitTargets(m_targets);
        return options.check(*m_scenarios.model());
    });
    connect(m_form, &OptionsForm::changed, this, &AnalysisPage::methodChanged);
    methodChanged();
}

QWidget *AnalysisPage::buildLeft()
{
    auto *scroll = new FormScroll(m_form, QStringLiteral("analysisOptions"),
                                  QStringLiteral("analysisOptionsPage"), this);
    scroll->setAccessibleName(tr("Settings"));
    auto *left = new QWidget(this);
    left->setObjectName(QStringLiteral("analysisLeft"));
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_run);
    return left;
}

QWidget *AnalysisPage::buildResults()
{
    for (QComboBox *box : {m_runs, m_other}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(18);
    }
    m_runs->setObjectName(QStringLiteral("analysisRun"));
    m_runs->setAccessibleName(tr("Run shown"));
    auto *label = new QLabel(tr("Run &shown"), this);
    label->setObjectName(QStringLiteral("analysisRunLabel"));
    label->setBuddy(m_runs);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(label);
    bar->addWidget(m_runs, 1);
    m_tabs->setObjectName(QStringLiteral("analysisTabs"));
    m_tabs->setAccessibleName(tr("Results"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_table, tr("Result"));
    m_tabs->addTab(m_prices, tr("Shadow prices"));
    m_tabs->addTab(buildComparison(), tr("Compare"));
    auto *shown = new QWidget(this);
    shown->setObjectName(QStringLiteral("analysisShown"));
    auto *layout = new QVBoxLayout(shown);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_stale);
    layout->addWidget(m_result);
    auto *tables = new QWidget(shown); // stays when the tabs are hidden: the notes keep their height
    tables->setObjectName(QStringLiteral("analysisTables"));
    auto *tablesLayout = new QVBoxLayout(tables);
    tablesLayout->setContentsMargins(0, 0, 0, 0);
    tablesLayout->addWidget(m_tabs);
    layout->addWidget(tables, 1);
    m_pages->setObjectName(QStringLiteral("analysisPages"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(shown);
    return m_pages;
}

QWidget *AnalysisPage::buildComparison()
{
    m_other->setObjectName(QStringLiteral("analysisOther"));
    m_other->setAccessibleName(tr("Run to compare with"));
    auto *page = new QWidget(this);
    page->setObjectName(QStringLiteral("comparisonPage"));
    auto *label = new QLabel(tr("&With"), page);
    label->setObjectName(QStringLiteral("analysisOtherLabel"));
    label->setBuddy(m_other);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(label);
    bar->addWidget(m_other, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_compared);
    layout->addWidget(m_comparison, 1);
    layout->addStretch(0);
    return page;
}

void AnalysisPage::connectTables()
{
    for (const TablePane *pane : {m_table, m_comparison}) {
        connect(pane, &TablePane::keySelected, this, [this](const QString &key) {
            const auto &model = m_scenarios.model();
            if (model && model->reactionIndex(key.toStdString()) >= 0)
                return m_selection.setReaction(key);
            const auto shown = chosen(*m_runs);
            if (!shown || !takesGenes(shown->options.method))
                return;
            const Result<std::vector<int>> genes = modelGenes(*shown->model, {key.toStdString()});
            if (!genes || genes->empty())
                return;
            const ModelGene &gene = shown->model->genes[static_cast<std::size_t>(genes->front())];
            m_selection.setGene(QString::fromStdString(geneName(gene, m_session.project().genes())));
        });
    }
    connect(&m_selection, &Selection::reactionChanged, m_table, &TablePane::selectKey);
}

void AnalysisPage::methodChanged()
{
    const AnalysisKind kind = analysisKind(m_options.method);
    m_form->setRowVisible(QStringLiteral("fractionOfOptimum"),
                          m_options.method == AnalysisMethod::ParsimoniousFba ||
                              m_options.method == AnalysisMethod::PerturbedFba);
    for (const char *key : {"rangeFraction", "pfbaFactor", "loopless"})
        m_form->setRowVisible(QString::fromLatin1(key), kind == AnalysisKind::Ranges);
    m_form->setRowVisible(QStringLiteral("targets"), kind != AnalysisKind::Fluxes);
    m_form->setRowVisible(QStringLiteral("essentialShare"), kind == AnalysisKind::Deletions);
}

void AnalysisPage::run()
{
    m_options.scenario = m_scenarios.current();
    m_options.targets = splitTargets(m_targets);
    m_session.analyseModel(m_options);
}

void AnalysisPage::refreshState()
{
    const bool running = m_session.isRunning(Part::Analyses);
    m_run->setEnabled(m_scenarios.model() && !running && m_form->isValid() && !m_scenarios.problem());
    if (running)
        m_empty->setContent(
            QStringLiteral("flux"), tr("Computing…"),
            tr("The results will stand here. Progress is shown at the bottom of the window."));
    else
        m_empty->setContent(
            QStringLiteral("flux"), tr("Nothing analysed yet"),
            tr("Choose a method and press “Analyse model”: objective, medium, bounds and knock-outs "
               "are those of the scenario above."));
    showStale();
}

void AnalysisPage::takeRuns()
{
    const auto &analyses = m_session.project().analyses;
    const std::size_t count = analyses ? analyses->runs.size() : 0;
    for (QComboBox *box : {m_runs, m_other}) {
        const QSignalBlocker quiet(box);
        box->clear();
        for (std::size_t i = count; i-- > 0;) {
            const ModelAnalysisOptions &options = analyses->runs[i]->options;
            box->addItem(QStringLiteral("%1 · %2 · %3")
                             .arg(i + 1)
                             .arg(methodText(options.method), QString::fromStdString(options.scenario.name)),
                         QVariant::fromValue(static_cast<qulonglong>(i)));
        }
    }
    m_runs->setCurrentIndex(count > 0 ? 0 : -1);
    m_other->setCurrentIndex(count > 1 ? 1 : -1);
    m_pages->setCurrentIndex(count > 0 ? 1 : 0);
    showRun();
}

std::shared_ptr<const ModelAnalysis> AnalysisPage::chosen(const QComboBox &box) const
{
    const auto &analyses = m_session.project().analyses;
    const auto index = static_cast<std::size_t>(box.currentData().toULongLong());
    const bool known = box.currentIndex() >= 0 && analyses && index < analyses->runs.size();
    return known ? analyses->runs[index] : nullptr;
}

void AnalysisPage::showRun()
{
    const auto analysis = chosen(*m_runs);
    // The tables keep the run they show alive.
    const auto rows = [&](const Table ModelAnalysis::*table) {
        return analysis ? std::shared_ptr<const Table>(analysis, &(analysis.get()->*table))
                        : std::make_shared<const Table>();
    };
    const bool ofGenes = analysis && takesGenes(analysis->options.method);
    showAnalysis(m_table->model(), rows(&ModelAnalysis::table), ofGenes);
    showAnalysis(m_prices->model(), rows(&ModelAnalysis::metabolites));
    m_table->fitColumns();
    m_prices->fitColumns();
    const bool solved = analysis && analysis->status == SolutionStatus::Optimal;
    m_tabs->setVisible(solved);
    m_tabs->setTabVisible(1, analysis && analysisKind(analysis->options.method) == AnalysisKind::Fluxes);
    if (analysis)
        m_result->show(solved ? NoteLabel::Kind::Good : NoteLabel::Kind::Warning, analysisHtml(*analysis));
    else
        m_result->clear();
    m_table->selectKey(m_selection.reaction());
    showComparison();
    showStale();
}

void AnalysisPage::showComparison()
{
    const auto first = chosen(*m_runs), second = chosen(*m_other);
    auto table = std::make_shared<Table>();
    if (!first || !second || first == second) {
        m_compared->show(
            NoteLabel::Kind::Info,
            tr("Choose another run to compare with: change the scenario, analyse again, and both "
               "stand here side by side."));
    } else if (second->status != SolutionStatus::Optimal) {
        m_compared->show(NoteLabel::Kind::Warning, analysisHtml(*second));
    } else if (Result<Table> compared = compareAnalyses(*second, *first); compared) {
        *table = *std::move(compared);
        m_compared->show(NoteLabel::Kind::Info, tr("A: %1. B: %2. Largest difference first.")
                                                    .arg(m_other->currentText().toHtmlEscaped(),
                                                         m_runs->currentText().toHtmlEscaped()));
    } else {
        m_compared->show(
            NoteLabel::Kind::Info,
            tr("These two runs hold different things: choose a run of the same kind of method."));
    }
    m_comparison->setVisible(!table->header.empty());
    showAnalysis(m_comparison->model(), table, first && takesGenes(first->options.method));
    m_comparison->fitColumns();
}

void AnalysisPage::showStale()
{
    const auto analysis = chosen(*m_runs);
    QString text;
    if (!analysis || m_session.isRunning(Part::Analyses))
        text.clear();
    else if (analysis->model != m_session.project().model)
        text = tr("The model was replaced since this run. <a href=\"run\">Analyse again</a>");
    else if (analysis->options.scenario.name == m_scenarios.current().name &&
             !(analysis->options.scenario == m_scenarios.current()))
        text = tr("The scenario was changed since this run. <a href=\"run\">Analyse again</a>");
    if (text.isEmpty())
        m_stale->clear();
    else
        m_stale->show(NoteLabel::Kind::Warning, text);
}

} // namespace pathgan
