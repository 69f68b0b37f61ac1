// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/explainpanel.h"

#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/keptcontrols.h"
#include "ui/panels/clinicalcolumns.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/shapbarplot.h"
#include "ui/plots/shapforceplot.h"
#include "ui/plots/shapsummaryplot.h"
#include "ui/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <set>

namespace pathgan {

namespace {

constexpr double largestMiss = 0.05; ///< of the largest distance from the base value, before advice is given

QSpinBox *topPicker(const QString &name, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(ExplainPanel::tr("Number of genes shown"));
    box->setRange(3, 50);
    box->setValue(10);
    markKept(*box, QStringLiteral("top")); // one number for all figures
    return box;
}

} // namespace

ExplainPanel::ExplainPanel(Session &session, Selection &selection, QWidget *parent)
    : PanelOfStep(session, selection, parent)
{
    setObjectName(QStringLiteral("explainPanel"));
    buildForm();
    buildResults();
    auto *enrich = makeButton(QStringLiteral("enrichTopGenes"), QStringLiteral("enrich"), tr("Go to Enrich"),
                              false, this);
    enrich->setToolTip(tr("Which pathways the top genes belong to"));
    connect(enrich, &QPushButton::clicked, this, [this] { emit panelRequested(Part::Enrichment); });
    ready(tr("SHAP values split a prediction into one contribution a gene: together with the base value they "
             "add up to the "
             "network's output."),
          tr("Explain predictions"));
    header().addWidget(enrich);
}

void ExplainPanel::buildForm()
{
    m_samples = new QListWidget(this);
    m_samples->setAccessibleName(tr("Samples to explain"));
    m_samples->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_samples->setMaximumHeight(150);
    m_samples->setUniformItemSizes(true);
    const int mark = m_samples->fontMetrics().ascent();
    m_samples->setIconSize({mark, mark});
    form().addRow(
        "explain_samples", tr("Sa&mples"), m_samples, [this] { showSamples(); },
        tr("Nothing selected: chosen as below. Several can be selected. A tick marks the samples that the "
           "result shown explains."));
    addChoiceRows();
    m_output = new QComboBox(this);
    form().addRow(
        "explain_reaction", tr("&Output"), m_output, [this] { showOutput(); },
        tr("What is explained: the mean of all predicted fluxes, or one of them"));
    form().addChoice(
        "shap_rule", tr("Ru&le"),
        {{tr("Random draws"), "random", tr("Expected gradients, as shap.GradientExplainer")},
         {tr("Quadrature"), "quadrature",
          tr("Expected gradients over every background sample and a few nodes: no random error, slower")}});
    form().addInteger("shap_draws", tr("&Draws"), tr("For each sample"));
    form().addInteger("shap_nodes", tr("&Nodes"),
                      tr("Between a background sample and a sample; 0: as many as make the values add up, "
                         "which takes longer"));
    form().addInteger("shap_background", tr("&Background"),
                      tr("Training samples the explanation is relative to"));
    form().addSeed("shap_seed", tr("&Seed"));
    form().setCheck([this] {
        form().setRowVisible("shap_draws", m_options.shap.rule == ShapRule::Random);
        form().setRowVisible("shap_nodes", m_options.shap.rule == ShapRule::Quadrature);
        const bool isNamed = !m_options.samples.empty();
        const bool isDrawn = !isNamed && (m_options.choice == ExplainChoice::Auto ||
                                          m_options.choice == ExplainChoice::Stratified);
        form().setRowVisible("explain_choice", !isNamed);
        form().setRowVisible("explain_count", isDrawn);
        form().setRowVisible("explain_strata", isDrawn);
        return m_options.check();
    });
    connect(m_samples, &QListWidget::itemSelectionChanged, this, &ExplainPanel::takeChoices);
    connect(m_strata, &QComboBox::currentIndexChanged, this, &ExplainPanel::takeChoices);
    connect(m_output, &QComboBox::currentIndexChanged, this, &ExplainPanel::takeChoices);
}

/// Which samples, unless they are selected one by one.
void ExplainPanel::addChoiceRows()
{
    form().addChoice(
        "explain_choice", tr("&Choice"),
        {{tr("Automatic"), "auto",
          tr("Drawn at random, as below; the first ten for a network of the preset Paper, as in the paper")},
         {tr("At random, in proportion"), "stratified",
          tr("Each value of a clinical column has its share, so that no tissue speaks for all")},
         {tr("First ten"), "first-ten",
          tr("As in the paper. Where a file is sorted, they are of one tissue")},
         {tr("All samples"), "all", tr("Takes longer the more samples there are")}},
        tr("Which samples are explained"));
    form().addInteger("explain_count", tr("N&umber"),
                      tr("How many samples are drawn; all where there are fewer"));
    m_strata = new QComboBox(this);
    m_strata->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_strata->setMinimumContentsLength(14);
    form().addRow(
        "explain_strata", tr("Shares b&y"), m_strata, [this] { showStrata(); },
        tr("Clinical column whose values have their share: tissue or study, or the usual groups, unless you "
           "choose one"));
}

void ExplainPanel::buildResults()
{
    m_bar = new ShapBarPlot;
    FigurePane *bar = addFigure(m_bar, tr("Bar plot"));
    QSpinBox *barTop = topPicker(QStringLiteral("barTop"), bar);
    bar->addControl(tr("&Genes"), barTop);
    m_barSample = new QComboBox(bar);
    m_barSample->setObjectName(QStringLiteral("barSample"));
    m_barSample->setAccessibleName(tr("Sample of the bar plot"));
    m_barSample->setMinimumContentsLength(15);
    bar->addControl(tr("Sam&ple"), m_barSample);
    auto *rest = new QCheckBox(tr("Sum of o&ther genes"), bar);
    rest->setObjectName(QStringLiteral("barRemainder"));
    rest->setAccessibleName(tr("Show the sum of the other genes"));
    bar->addControl({}, rest);
    connect(m_barSample, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_bar->setSample(index - 1); });

    m_summary = new ShapSummaryPlot;
    FigurePane *summary = addFigure(m_summary, tr("Summary plot"));
    QSpinBox *summaryTop = topPicker(QStringLiteral("summaryTop"), summary);
    summary->addControl(tr("&Genes"), summaryTop);
    for (QSpinBox *box : {barTop, summaryTop})
        connect(box, &QSpinBox::valueChanged, this, [this, barTop, summaryTop](int top) {
            barTop->setValue(top);
            summaryTop->setValue(top);
            applyTop(top);
        });
    connect(rest, &QCheckBox::toggled, this, [this](bool on) {
        m_bar->setRemainder(on);
        m_summary->setRemainder(on);
    });
    // The bar plot's remainder switch speaks for both plots, so both start in the state it shows.
    m_bar->setRemainder(rest->isChecked());
    m_summary->setRemainder(rest->isChecked());

    m_force = new ShapForcePlot;
    FigurePane *force = addFigure(m_force, tr("Force plot"));
    m_forceSample = new QComboBox(force);
    m_forceSample->setObjectName(QStringLiteral("forceSample"));
    m_forceSample->setAccessibleName(tr("Sample of the force plot"));
    force->addControl(tr("Sam&ple"), m_forceSample);
    connect(m_forceSample, &QComboBox::currentIndexChanged, this, &ExplainPanel::applySample);
    connect(&selection(), &Selection::sampleChanged, this, [this](const QString &sample) {
        const int index = m_forceSample->findText(sample);
        if (index >= 0)
            m_forceSample->setCurrentIndex(index);
    });

    m_table = new TablePane(QStringLiteral("top_genes"), tr("Genes by mean |SHAP value|"));
    connect(m_table, &TablePane::keySelected, &selection(), &Selection::setGene);
    connect(&selection(), &Selection::geneChanged, m_table, &TablePane::selectKey);
    addResult(m_table, tr("Genes"));
}

/// The cohort's samples and the network's outputs; what was chosen and is not among them is chosen no more.
void ExplainPanel::fillInputs()
{
    const Project &project = session().project();
    QStringList samples;
    for (const std::string &sample : project.cohort ? project.cohort->samples : std::vector<std::string>())
        samples.append(QString::fromStdString(sample));
    QStringList listed;
    for (int i = 0; i < m_samples->count(); ++i)
        listed.append(m_samples->item(i)->text());
    if (project.cohort && samples != listed) {
        const QSignalBlocker quiet(m_samples);
        m_samples->clear();
        m_samples->addItems(samples);
    }
    if (project.training) {
        const QSignalBlocker quiet(m_output);
        m_output->clear();
        m_output->addItem(tr("Mean of all outputs"), QString());
        for (const std::string &reaction : project.training->reactions)
            m_output->addItem(QString::fromStdString(reaction), QString::fromStdString(reaction));
    }
    {
        const QSignalBlocker quiet(m_strata);
        fillGroupColumns(*m_strata, project, tr("Chosen for you"));
    }
    showSamples();
    showStrata();
    showOutput();
    takeChoices();
    markExplained();
}

void ExplainPanel::showSamples()
{
    const QSignalBlocker quiet(m_samples);
    const std::set<std::string> chosen(m_options.samples.begin(), m_options.samples.end());
    for (int i = 0; i < m_samples->count(); ++i)
        m_samples->item(i)->setSelected(chosen.count(m_samples->item(i)->text().toStdString()) > 0);
}

void ExplainPanel::showStrata()
{
    const QSignalBlocker quiet(m_strata);
    m_strata->setCurrentIndex(std::max(0, m_strata->findData(QString::fromStdString(m_options.strata))));
}

/// A tick at the samples that the result shown explains.
void ExplainPanel::markExplained()
{
    const auto run = session().project().explanation;
    const std::vector<std::string> &names = run ? run->samples : std::vector<std::string>();
    const std::set<std::string> explained(names.begin(), names.end());
    QPixmap none(m_samples->iconSize()); // names stand below each other
    none.fill(Qt::transparent);
    for (int i = 0; i < m_samples->count(); ++i) {
        QListWidgetItem *item = m_samples->item(i);
        const bool isOne = explained.count(item->text().toStdString()) > 0;
        item->setIcon(isOne ? themedIcon(QStringLiteral("check"), IconRole::Good) : QIcon(none));
        item->setToolTip(isOne ? tr("Explained in the result shown") : QString());
        item->setData(Qt::AccessibleTextRole, isOne ? tr("%1, explained").arg(item->text()) : item->text());
    }
}

void ExplainPanel::showOutput()
{
    const QSignalBlocker quiet(m_output);
    if (m_output->count() > 0)
        m_output->setCurrentIndex(
            std::max(0, m_output->findData(QString::fromStdString(m_options.reaction))));
}

void ExplainPanel::takeChoices()
{
    ExplainOptions chosen = m_options;
    if (m_samples->count() > 0) {
        chosen.samples.clear();
        for (int i = 0; i < m_samples->count(); ++i)
            if (m_samples->item(i)->isSelected())
                chosen.samples.push_back(m_samples->item(i)->text().toStdString());
    }
    if (m_strata->count() > 1) // more than what stands for none
        chosen.strata = m_strata->currentData().toString().toStdString();
    if (m_output->count() > 0)
        chosen.reaction = m_output->currentData().toString().toStdString();
    if (chosen.samples == m_options.samples && chosen.reaction == m_options.reaction &&
        chosen.strata == m_options.strata)
        return;
    m_options = std::move(chosen);
    form().edited();
}

QString ExplainPanel::invitation() const
{
    return tr("Needs a trained network. Explains 50 samples drawn at random, each tissue with its share, "
              "unless you choose otherwise.");
}

void ExplainPanel::applyTop(int top)
{
    m_bar->setTop(top);
    m_summary->setTop(top);
}

void ExplainPanel::applySample(int index)
{
    if (index < 0)
        return;
    m_force->setSample(index);
    selection().setSample(m_forceSample->itemText(index));
}

void ExplainPanel::showProject()
{
    fillInputs();
    const auto run = session().project().explanation;
    if (!run) {
        note().clear();
        return;
    }
    m_bar->setRun(run);
    m_summary->setRun(run);
    m_force->setRun(run);
    const QString ofBar = m_barSample->currentIndex() > 0 ? m_barSample->currentText() : QString();
    const QString ofForce = selection().sample();
    {
        const QSignalBlocker quietBar(m_barSample), quietForce(m_forceSample);
        m_barSample->clear();
        m_forceSample->clear();
        m_barSample->addItem(tr("All: mean |SHAP|"));
        for (const std::string &sample : run->samples) {
            m_barSample->addItem(QString::fromStdString(sample));
            m_forceSample->addItem(QString::fromStdString(sample));
        }
        m_barSample->setCurrentIndex(std::max(0, ofBar.isEmpty() ? 0 : m_barSample->findText(ofBar)));
        m_forceSample->setCurrentIndex(std::max(0, m_forceSample->findText(ofForce)));
    }
    m_bar->setSample(m_barSample->currentIndex() - 1);
    m_force->setSample(m_forceSample->currentIndex());

    Table table{{tr("Gene").toStdString(), tr("Mean |SHAP value|").toStdString()}, {}};
    const VectorD mean = run->meanAbsolute();
    for (const Index gene : run->ranking())
        table.rows.push_back({run->genes[static_cast<std::size_t>(gene)], mean(gene)});
    m_table->setTable(table);
    m_table->selectKey(selection().gene());

    const double worst = run->additivityError.size() > 0 ? run->additivityError.cwiseAbs().maxCoeff() : 0;
    QString text =
        tr("Explained: %1, in %2; %3. Base value %4 (mean output of %5 background samples). The values "
           "of a sample miss its output by at most %6.")
            .arg(coreText(run->outputName), coreText(run->unit), explainedText(run->chosen),
                 numberText(run->baseValue, 3), countText(static_cast<qint64>(run->background.size())),
                 numberText(worst, 2));
    if (run->options.rule == ShapRule::Random &&
        worst > largestMiss * run->values.rowwise().sum().cwiseAbs().maxCoeff())
        text += QLatin1Char(' ') + tr("More draws, or the quadrature rule, come closer.");
    note().show(NoteLabel::Kind::Info, text);
}

} // namespace pathgan
