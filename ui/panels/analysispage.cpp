// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/analysispage.h"

#include "core/base/text.h"
#include "core/engine/session.h"
#include "core/metabolic/model/modelgenes.h"
#include "ui/models/tables.h"
#include "ui/panels/comparisonpage.h"
#include "ui/panels/foldingsettings.h"
#include "ui/panels/formscroll.h"
#include "ui/panels/optionsform.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/scenarios.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
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
    AnalysisMethod::Gimme,
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
    if (method == AnalysisMethod::Gimme)
        return AnalysisPage::tr(
            "Fluxes that keep the objective and use reactions of low expression least, in "
            "one sample of the cohort");
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

std::vector<std::string> splitTargets(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    std::vector<std::string> targets;
    for (const QString &word : text.split(separators, Qt::SkipEmptyParts))
        targets.push_back(word.toStdString());
    return targets;
}

} // namespace

AnalysisPage::AnalysisPage(Session &session, Selection &selection, Scenarios &scenarios, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_scenarios(scenarios),
      m_options(session.project().analysisOptions), m_form(new OptionsForm(this)),
      m_samples(new QComboBox(this)),
      m_run(makeButton(QStringLiteral("runButton"), QStringLiteral("play"), tr("Analyse model"), true, this)),
      m_runs(new QComboBox(this)), m_result(new NoteLabel(QStringLiteral("analysisResult"), this)),
      m_stale(new NoteLabel(QStringLiteral("analysisStale"), this)), m_pages(new QStackedWidget(this)),
      m_empty(new EmptyState(QStringLiteral("analysisEmpty"), this)), m_tabs(new QTabWidget(this)),
      m_table(new TablePane(QStringLiteral("analysis"), tr("Results of the analysis"), this)),
      m_prices(new TablePane(QStringLiteral("shadowPrices"), tr("Shadow prices"), this)),
      m_comparison(new ComparisonPage(session, this))
{
    setObjectName(QStringLiteral("analysisPage"));
    buildForm();
    auto *scroll = new FormScroll(m_form, QStringLiteral("analysisOptions"),
                                  QStringLiteral("analysisOptionsPage"), this);
    scroll->setAccessibleName(tr("Settings"));
    m_folding = new FoldingSettings(QStringLiteral("analysis"), scroll, m_run, buildResults(), 250, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_folding);
    setTabOrder(m_form->controls().back(), m_run);
    connectTables();
    connect(m_run, &QPushButton::clicked, this, [this] { m_session.run(Part::Analyses); });
    connect(m_form, &OptionsForm::validChanged, this, &AnalysisPage::refreshState);
    connect(m_stale, &NoteLabel::linkActivated, m_run, &QPushButton::click);
    connect(m_runs, &QComboBox::currentIndexChanged, this, &AnalysisPage::showRun);
    connect(&scenarios, &Scenarios::changed, this, [this] {
        m_options.scenario = m_scenarios.current();
        m_form->load(); // checks anew
        refreshState();
    });
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::Analyses)
            takeRuns();
        else if (part == Part::Cohort)
            takeSamples();
    });
    connect(&selection, &Selection::sampleChanged, this, &AnalysisPage::takeSample);
    connect(m_samples, &QComboBox::activated, this,
            [this] { m_selection.setSample(m_samples->currentText()); });
    connect(m_samples, &QComboBox::currentIndexChanged, this, &AnalysisPage::useSample);
    connect(&session, &Session::staleChanged, this, &AnalysisPage::showStale);
    connect(&session, &Session::runningChanged, this, &AnalysisPage::refreshState);
    takeSamples();
    takeRuns();
    refreshState();
}

void AnalysisPage::buildForm()
{
    m_form->bind(m_options);
    std::vector<OptionsForm::Choice> choices;
    for (const AnalysisMethod method : methods)
        choices.push_back({methodText(method), methodName(method), methodTip(method)});
    m_form->addChoice("method", tr("&Method"), choices);
    m_form->addNumber("fraction_of_optimum", tr("Optimum &kept"), 6,
                      tr("Share of the optimal objective that the fluxes must reach, 0 to 1"));
    m_form->addNumber(
        "range_fraction", tr("Optimum &kept"), 6,
        tr("Share of the optimal objective that the fluxes must reach, 0 to 1. At 1 the ranges are those of "
           "the optimal fluxes themselves"));
    m_form->addNumber("pfba_factor", tr("Total flux &at most ×"), 3,
                      tr("Also keeps the total flux within this multiple of its least value, from 1; 0: any "
                         "total flux"));
    m_form->addSwitch(
        "loopless", tr("Without &loops"),
        tr("Leaves out fluxes that only run in thermodynamically infeasible loops; takes longer"));
    addTargetRow();
    m_form->addNumber(
        "essential_share", tr("Essential &below"), 3,
        tr("A deletion is essential when less than this share of the wild type's objective is left"));
    addGimmeRows();
    m_form
        ->addNumber(
            "time_limit", tr("&Time limit"), 1,
            tr("Processor time for each linear program, however busy the machine is. What takes longer "
               "gets the status “time limit” and no figures; results within it do not change. 0: none"))
        ->setSpecialValueText(tr("none"));
    m_form->setCheck([this] { return check(); });
    for (const auto signal : {&OptionsForm::changed, &OptionsForm::loaded})
        connect(m_form, signal, this, &AnalysisPage::methodChanged);
    connect(m_form, &OptionsForm::changed, this, [this] { m_session.setOptions<AnalysisStep>(m_options); });
    connect(&m_session, &Session::optionsChanged, this, &AnalysisPage::adoptOptions);
    methodChanged();
}

/// Separated by commas or blanks, as typed.
void AnalysisPage::addTargetRow()
{
    auto *targets = new QLineEdit(m_form);
    targets->setPlaceholderText(tr("all"));
    targets->setClearButtonEnabled(true);
    m_form->addRow(
        "targets", tr("&Only these"), targets,
        [this, targets] {
            if (splitTargets(targets->text()) != m_options.targets)
                targets->setText(QString::fromStdString(join(m_options.targets, ", ")));
        },
        tr("Ids separated by commas or spaces; genes also by symbol or Entrez id. Empty: all"));
    connect(targets, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_options.targets = splitTargets(text);
        m_form->edited();
    });
}

void AnalysisPage::addGimmeRows()
{
    m_samples->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_samples->setMinimumContentsLength(14);
    m_samples->setPlaceholderText(tr("no expression"));
    m_form->addRow("gimme_sample", tr("Sam&ple"), m_samples, {},
                   tr("The sample whose expression is used; follows the sample chosen in other panels"));
    auto *percentile = new QDoubleSpinBox(m_form);
    percentile->setDecimals(2);
    percentile->setRange(0, 100);
    percentile->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_form->addRow(
        "gimme_quantile", tr("Below pe&rcentile"), percentile,
        [this, percentile] {
            const QSignalBlocker quiet(percentile);
            percentile->setValue(100 * m_options.quantile);
        },
        tr("Reactions whose expression score is below this percentile of the sample's scores "
           "are penalised by how far they are below it"));
    connect(percentile, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_options.quantile = value / 100;
        m_form->edited();
    });
    m_form->addNumber("gimme_fraction", tr("Optimum &kept"), 3,
                      tr("Share of the optimal objective that the fluxes must reach, 0 to 1"));
    m_form->addChoice("gimme_or_rule", tr("&Isoenzymes (or)"),
                      {{tr("maximum"), "maximum"}, {tr("sum"), "sum"}},
                      tr("How the expression of alternative genes becomes one score"));
}

void AnalysisPage::adoptOptions()
{
    m_options = m_session.project().analysisOptions;
    m_form->load();
    takeSamples();
}

Result<void> AnalysisPage::check() const
{
    if (!m_scenarios.model() || m_scenarios.problem())
        return {};
    if (m_options.method == AnalysisMethod::Gimme && m_samples->currentIndex() < 0)
        return Error{ErrorCode::MissingInput, "expression matrix"};
    return m_options.check(*m_scenarios.model());
}

/// Keeps the choice, else takes the sample chosen elsewhere, else the first.
void AnalysisPage::takeSamples()
{
    const auto &cohort = m_session.project().cohort;
    QStringList names;
    for (const std::string &sample : cohort ? cohort->samples : std::vector<std::string>())
        names.append(QString::fromStdString(sample));
    const QString before = QString::fromStdString(m_options.sample);
    {
        const QSignalBlocker quiet(m_samples);
        m_samples->clear();
        m_samples->addItems(names);
        int index = m_samples->findText(before);
        if (index < 0)
            index = m_samples->findText(m_selection.sample());
        m_samples->setCurrentIndex(names.isEmpty() ? -1 : std::max(index, 0));
    }
    m_samples->setEnabled(!names.isEmpty());
    useSample();
    m_form->load(); // checks anew
    refreshState();
}

void AnalysisPage::useSample()
{
    const std::string sample = m_samples->currentText().toStdString();
    if (m_samples->currentIndex() < 0 || sample == m_options.sample)
        return;
    m_options.sample = sample;
    m_form->edited();
}

void AnalysisPage::takeSample(const QString &sample)
{
    const Edits::Quiet quiet(m_session.edits()); // of the settings; something was selected
    if (const int index = m_samples->findText(sample); index >= 0)
        m_samples->setCurrentIndex(index);
    useSample();
}

QWidget *AnalysisPage::buildResults()
{
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_runs->setMinimumContentsLength(12);
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
    m_tabs->addTab(m_comparison, tr("Compare"));
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

void AnalysisPage::connectTables()
{
    for (const TablePane *pane : {m_table, m_comparison->table()}) {
        connect(pane, &TablePane::keySelected, this, [this](const QString &key) {
            const auto &model = m_scenarios.model();
            if (model && model->reactionIndex(key.toStdString()) >= 0)
                return m_selection.setReaction(key);
            const auto run = shown();
            if (!run || !takesGenes(run->options.method))
                return;
            const Result<std::vector<int>> genes = modelGenes(*run->model, {key.toStdString()});
            if (!genes || genes->empty())
                return;
            const ModelGene &gene = run->model->genes[static_cast<std::size_t>(genes->front())];
            m_selection.setGene(QString::fromStdString(geneName(gene, m_session.project().genes())));
        });
    }
    connect(m_prices, &TablePane::keySelected, &m_selection, &Selection::setMetabolite);
    connect(&m_selection, &Selection::metaboliteChanged, m_prices, &TablePane::selectKey);
    connect(&m_selection, &Selection::reactionChanged, this, &AnalysisPage::selectReaction);
}

void AnalysisPage::methodChanged()
{
    const AnalysisKind kind = analysisKind(m_options.method);
    m_form->setRowVisible("fraction_of_optimum", m_options.method == AnalysisMethod::ParsimoniousFba ||
                                                     m_options.method == AnalysisMethod::PerturbedFba);
    for (const char *key : {"range_fraction", "pfba_factor", "loopless"})
        m_form->setRowVisible(key, kind == AnalysisKind::Ranges);
    m_form->setRowVisible("targets", kind != AnalysisKind::Fluxes);
    m_form->setRowVisible("essential_share", kind == AnalysisKind::Deletions);
    for (const char *key : {"gimme_sample", "gimme_quantile", "gimme_fraction", "gimme_or_rule"})
        m_form->setRowVisible(key, m_options.method == AnalysisMethod::Gimme);
}

void AnalysisPage::refreshState()
{
    const bool running = m_session.isRunning(Part::Analyses);
    m_folding->setRunnable(m_scenarios.model() && !running && m_form->isValid() && !m_scenarios.problem());
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
    m_folding->setHasResults(count > 0);
    QStringList names;
    for (std::size_t i = count; i-- > 0;)
        names.append(QStringLiteral("%1 · %2").arg(i + 1).arg(runName(*analyses->runs[i])));
    {
        const QSignalBlocker quiet(m_runs);
        m_runs->clear();
        m_runs->addItems(names);
        m_runs->setCurrentIndex(count > 0 ? 0 : -1);
    }
    m_comparison->takeRuns(names);
    m_pages->setCurrentIndex(count > 0 ? 1 : 0);
    showRun();
}

std::shared_ptr<const ModelAnalysis> AnalysisPage::shown() const
{
    const auto &analyses = m_session.project().analyses;
    const int index = m_runs->currentIndex(); // newest first
    if (index < 0 || !analyses || index >= static_cast<int>(analyses->runs.size()))
        return nullptr;
    return analyses->runs[analyses->runs.size() - 1 - static_cast<std::size_t>(index)];
}

void AnalysisPage::showRun()
{
    const auto analysis = shown();
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
    m_tabs->setTabVisible(1, analysis && !analysis->metabolites.header.empty());
    if (analysis)
        m_result->show(solved && !analysis->stoppedEarly ? NoteLabel::Kind::Good : NoteLabel::Kind::Warning,
                       analysisHtml(*analysis));
    else
        m_result->clear();
    selectReaction();
    m_comparison->setShown(analysis, m_runs->currentText());
    showStale();
}

/// Where rows are reactions: looking through a million pairs would be felt.
void AnalysisPage::selectReaction()
{
    const auto run = shown();
    if (run && !takesGenes(run->options.method) &&
        run->options.method != AnalysisMethod::DoubleReactionDeletions)
        m_table->selectKey(m_selection.reaction());
}

void AnalysisPage::showStale()
{
    const auto analysis = shown();
    const auto &expression = m_session.project().expression;
    QString text;
    if (!analysis || m_session.isRunning(Part::Analyses))
        text.clear();
    else if (!m_session.project().model || analysis->model->sha256 != m_session.project().model->sha256 ||
             analysis->model->assignments != m_session.project().model->assignments)
        text = tr("The model was replaced since this run. <a href=\"run\">Analyse again</a>");
    else if (analysis->options.method == AnalysisMethod::Gimme &&
             (!expression || expression->sha256 != analysis->gimme.expressionSha256))
        text = tr("The expression was replaced since this run. <a href=\"run\">Analyse again</a>");
    else if (analysis->options.scenario.name == m_scenarios.current().name &&
             !(analysis->options.scenario == m_scenarios.current()))
        text = tr("The scenario was changed since this run. <a href=\"run\">Analyse again</a>");
    if (text.isEmpty())
        m_stale->clear();
    else
        m_stale->show(NoteLabel::Kind::Warning, text);
}

} // namespace pathgan
