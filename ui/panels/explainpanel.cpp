#include "ui/panels/explainpanel.h"

#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/shapbarplot.h"
#include "ui/plots/shapforceplot.h"
#include "ui/plots/shapsummaryplot.h"
#include "ui/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

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
    return box;
}

} // namespace

ExplainPanel::ExplainPanel(Session &session, Selection &selection, QWidget *parent)
    : StepPanel(Part::Explanation, session, selection, parent), m_options(session.options().explain)
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
    form().setTable(ExplainOptions::table());
    m_samples = new QListWidget(this);
    m_samples->setObjectName(QStringLiteral("explainedSamples"));
    m_samples->setAccessibleName(tr("Samples to explain"));
    m_samples->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_samples->setMaximumHeight(150);
    form().addRow(QStringLiteral("samples"), tr("Sa&mples"), m_samples, {},
                  tr("Nothing selected: the first ten, as in the paper. Several can be selected."));
    m_output = new QComboBox(this);
    form().addRow(QStringLiteral("reaction"), tr("&Output"), m_output, {},
                  tr("What is explained: the mean of all predicted fluxes, or one of them"));
    form().addChoice(
        QStringLiteral("rule"), tr("Ru&le"), m_options.shap.rule,
        {{tr("Random draws"), static_cast<int>(ShapRule::Random),
          tr("Expected gradients, as shap.GradientExplainer")},
         {tr("Quadrature"), static_cast<int>(ShapRule::Quadrature),
          tr("Expected gradients over every background sample and eight nodes: no random error, slower")}});
    form().addInteger(QStringLiteral("draws"), tr("&Draws"), m_options.shap.draws, tr("A sample"));
    form().addInteger(QStringLiteral("background"), tr("&Background"), m_options.shap.backgroundSize,
                      tr("Training samples the explanation is relative to"));
    form().addSeed(QStringLiteral("seed"), tr("&Seed"), m_options.shap.seed);
    connect(m_samples, &QListWidget::itemSelectionChanged, this, &ExplainPanel::commit);
    connect(m_output, &QComboBox::activated, this, &ExplainPanel::commit);
    form().setCheck([this] {
        form().setRowVisible(QStringLiteral("draws"), m_options.shap.rule == ShapRule::Random);
        return m_options.shap.check();
    });
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
            const QSignalBlocker quietBar(barTop), quietSummary(summaryTop);
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

void ExplainPanel::fillInputs()
{
    const Project &project = session().project();
    const QSignalBlocker quiet(m_samples);
    if (project.cohort && m_samples->count() != static_cast<int>(project.cohort->size())) {
        m_samples->clear();
        for (const std::string &sample : project.cohort->samples)
            m_samples->addItem(QString::fromStdString(sample));
    }
    if (!project.training)
        return;
    const QString current = m_output->currentData().toString();
    m_output->clear();
    m_output->addItem(tr("Mean of all outputs"), QString());
    for (const std::string &reaction : project.training->reactions)
        m_output->addItem(QString::fromStdString(reaction), QString::fromStdString(reaction));
    m_output->setCurrentIndex(std::max(0, m_output->findData(current)));
}

void ExplainPanel::adoptOptions()
{
    m_options = session().options().explain;
    form().load();
}

void ExplainPanel::commit()
{
    m_options.samples.clear();
    for (const QListWidgetItem *item : m_samples->selectedItems())
        m_options.samples.push_back(item->text().toStdString());
    m_options.reaction = m_output->currentData().toString().toStdString();
    session().setOptions<ExplainStep>(m_options);
}

QString ExplainPanel::invitation() const
{
    return tr("Needs a trained network. Explains the first ten samples unless you select others.");
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
    {
        const QSignalBlocker quietBar(m_barSample), quietForce(m_forceSample);
        m_barSample->clear();
        m_forceSample->clear();
        m_barSample->addItem(tr("All: mean |SHAP|"));
        for (const std::string &sample : run->samples) {
            m_barSample->addItem(QString::fromStdString(sample));
            m_forceSample->addItem(QString::fromStdString(sample));
        }
    }
    m_bar->setSample(-1);
    m_force->setSample(0);

    Table table{{tr("Gene").toStdString(), tr("Mean |SHAP value|").toStdString()}, {}};
    const VectorD mean = run->meanAbsolute();
    for (const Index gene : run->ranking())
        table.rows.push_back({run->genes[static_cast<std::size_t>(gene)], mean(gene)});
    m_table->setTable(table);
    m_table->selectKey(selection().gene());

    const double worst = run->additivityError.size() > 0 ? run->additivityError.cwiseAbs().maxCoeff() : 0;
    QString text =
        tr("Explained: %1, in %2. Base value %3 (mean output of %4 background samples). The values "
           "of a sample miss its output by at most %5.")
            .arg(coreText(run->outputName), coreText(run->unit), numberText(run->baseValue, 3),
                 countText(static_cast<qint64>(run->background.size())), numberText(worst, 2));
    if (run->options.rule == ShapRule::Random &&
        worst > largestMiss * run->values.rowwise().sum().cwiseAbs().maxCoeff())
        text += QLatin1Char(' ') + tr("More draws, or the quadrature rule, come closer.");
    note().show(NoteLabel::Kind::Info, text);
}

} // namespace pathgan
