#include "ui/panels/trainpanel.h"

#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/attentionplot.h"
#include "ui/plots/lossplot.h"
#include "ui/plots/predictionplot.h"
#include "ui/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pathgan {

TrainPanel::TrainPanel(Session &session, Selection &selection, QWidget *parent)
    : PanelOfStep(session, selection, parent), m_preset(m_options.preset)
{
    setObjectName(QStringLiteral("trainPanel"));
    buildForm();
    buildResults();
    connect(&session, &Session::trainingStarted, this, [this] {
        m_failed = false;
        m_loss->clear();
        setResultsShown(true);
        results().setCurrentIndex(0);
    });
    connect(&session, &Session::epochDone, this, [this](const GanEpoch &epoch) {
        // The last ones may come after the result, which holds them already.
        if (this->session().isRunning(Part::Training))
            m_loss->append(epoch);
    });
    connect(&session, &Session::failed, this,
            [this](const Error &error) { m_failed = m_failed || error.code == ErrorCode::Diverged; });
    connect(&session, &Session::runningChanged, this, [this](Part part) {
        if (part == Part::Training && !this->session().isRunning(part))
            QMetaObject::invokeMethod(this, &TrainPanel::runEnded, Qt::QueuedConnection);
    });
    connect(&selection, &Selection::reactionChanged, this, [this](const QString &reaction) {
        const int index = m_reaction->findText(reaction);
        if (index >= 0)
            m_reaction->setCurrentIndex(index);
    });
    ready(tr("A generator learns to predict fluxes from expression; a critic tells its fluxes from the real "
             "ones. Patients "
             "it never saw show how much it learned."),
          tr("Train network"));
}

void TrainPanel::buildForm()
{
    form().addChoice(
        "preset", tr("&Preset"),
        {{tr("Recommended"), "recommended"},
         {tr("Quick"), "quick"},
         {tr("Paper"), "paper", tr("As printed: no Lipschitz control, one batch an epoch, 100 epochs")}},
        tr("Sets every field below"));
    form().addSeed("seed", tr("&Seed"),
                   tr("Of split, first weights and batches: the same seed gives the same network"));
    form().addInteger("epochs", tr("Ep&ochs"), tr("At most"));
    form().addInteger("patience", tr("Pa&tience"),
                      tr("Epochs without a better validation r before training ends; 0: never"));
    form().addSection(tr("Network"), true);
    form().addChoice("generator", tr("Generator"),
                     {{tr("Pathway tokens"), "pathway"}, {tr("Projected attention (paper)"), "paper"}});
    form().addInteger("genes", tr("Genes"), tr("Most variable genes on the training samples"));
    form().addInteger("heads", tr("Attention heads"));
    form().addInteger("hidden", tr("Hidden units"));
    form().addChoice(
        "discriminator", tr("Critic's graph"),
        {{tr("Reactions of a sample"), "reactions"}, {tr("Samples of a batch (paper)"), "batch-knn"}});
    form().addSection(tr("Training"), true);
    form().addChoice(
        "lipschitz", tr("Lipschitz control"),
        {{tr("Gradient penalty"), "penalty"}, {tr("Weight clipping"), "clip"}, {tr("None (paper)"), "none"}});
    form().addInteger("critic_steps", tr("Critic steps"), tr("For each step of the generator"));
    form().addInteger("batch_size", tr("Batch size"));
    form().addNumber("learning_rate", tr("Learning rate"), 7);
    form().addNumber("paired_weight", tr("Paired term"), 2,
                     tr("Weight of mean |prediction − target|; 0: only the critic teaches"));
    form().addChoice("target_scale", tr("Target scale"),
                     {{tr("log10"), "log10"}, {tr("As is (paper)"), "as-is"}});
    form().setCheck([this] { return m_options.check(); });
    connect(&form(), &OptionsForm::loaded, this, [this] { m_preset = m_options.preset; });
    connect(&form(), &OptionsForm::changed, this, [this] {
        if (m_options.preset != m_preset) // which set all others
            form().load();
    });
}

void TrainPanel::buildResults()
{
    m_loss = new LossPlot;
    FigurePane *curves = addFigure(m_loss, tr("Curves"));
    auto *smoothing = new QSlider(Qt::Horizontal, curves);
    smoothing->setObjectName(QStringLiteral("smoothing"));
    smoothing->setAccessibleName(tr("Smoothing"));
    smoothing->setRange(0, 99);
    smoothing->setMaximumWidth(120);
    smoothing->setToolTip(tr("Moving average; the raw curves stay behind it"));
    connect(smoothing, &QSlider::valueChanged, this,
            [this](int value) { m_loss->setSmoothing(value / 100.0); });
    curves->addControl(tr("S&moothing"), smoothing);
    auto *symLog = new QCheckBox(tr("&Log scale"), curves);
    symLog->setObjectName(QStringLiteral("symLog"));
    symLog->setAccessibleName(tr("Logarithmic losses"));
    connect(symLog, &QCheckBox::toggled, m_loss, &LossPlot::setSymLog);
    curves->addControl({}, symLog);

    m_prediction = new PredictionPlot;
    FigurePane *prediction = addFigure(m_prediction, tr("Prediction"));
    m_reaction = new QComboBox(prediction);
    m_reaction->setObjectName(QStringLiteral("predictionReaction"));
    m_reaction->setAccessibleName(tr("Reaction"));
    prediction->addControl(tr("Rea&ction"), m_reaction);
    connect(m_reaction, &QComboBox::currentIndexChanged, this, &TrainPanel::showPrediction);
    connect(m_reaction, &QComboBox::textActivated, &selection(), &Selection::setReaction);

    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("heldOutPage"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_scores = new TablePane(QStringLiteral("held_out"), tr("Held-out correlation"), page);
    m_scores->setSearchVisible(false);
    m_scores->setMaximumHeight(220);
    m_byReaction =
        new TablePane(QStringLiteral("held_out_by_reaction"), tr("Held-out correlation by reaction"), page);
    connect(m_byReaction, &TablePane::keySelected, &selection(), &Selection::setReaction);
    connect(&selection(), &Selection::reactionChanged, m_byReaction, &TablePane::selectKey);
    layout->addWidget(m_scores);
    layout->addWidget(
        makeCaption(QStringLiteral("splitCaption"),
                    tr("Genes and scales were chosen on training samples only; E-Flux's cohort maximum sees "
                       "all samples."),
                    page));
    layout->addWidget(m_byReaction, 1);
    addResult(page, tr("Scores"));

    m_attention = new AttentionPlot;
    addFigure(m_attention, tr("Attention"));
}

/// After a cancelled run the curves are those of the network that is there; those of a diverged one stay.
void TrainPanel::runEnded()
{
    if (session().isRunning(Part::Training))
        return;
    if (!m_failed)
        showProject();
    setResultsShown(m_failed && !m_loss->isEmpty());
}

QString TrainPanel::invitation() const
{
    return tr("Needs fluxes and gene sets. Training takes seconds on the example and minutes on a TCGA "
              "cohort; it can be "
              "paused, stopped early with what it has learned, or cancelled.");
}

QString TrainPanel::verdict(const GanRun &run) const
{
    const double network = run.test.pearson, ridge = run.baselines.ridge.pearson,
                 nearest = run.baselines.nearest.pearson;
    const QString figures =
        tr("Held-out r: network %1, ridge regression %2, nearest neighbours %3 (%4 test samples).")
            .arg(numberText(network, 3), numberText(ridge, 3), numberText(nearest, 3),
                 countText(static_cast<qint64>(run.testSamples.size())));
    if (network >= ridge && network >= nearest)
        return figures;
    const QString better = ridge >= nearest ? tr("Ridge regression") : tr("The nearest-neighbour average");
    return figures + QLatin1Char(' ') +
           tr("%1 predicts these patients better than the network does; read its explanations with that in "
              "mind.")
               .arg(better);
}

void TrainPanel::showNote()
{
    const Project &project = session().project();
    if (project.flux && project.flux->isConstant()) {
        note().show(NoteLabel::Kind::Warning, tr("All flux targets are the same for every sample, so there "
                                                 "is nothing to learn and training refuses. "
                                                 "Choose E-Flux in the Flux panel."));
        return;
    }
    if (!project.training) {
        note().clear();
        return;
    }
    const GanRun &run = *project.training;
    QString text = verdict(run);
    if (run.stoppedEarly)
        text += QLatin1Char(' ') + tr("Stopped early by you.");
    for (const std::string &warning : run.warnings)
        text += QLatin1Char(' ') + coreText(warning);
    const bool wins = run.test.pearson >= run.baselines.ridge.pearson && run.warnings.empty();
    note().show(wins ? NoteLabel::Kind::Good : NoteLabel::Kind::Warning, text);
}

void TrainPanel::showScores(const GanRun &run)
{
    Table table{{tr("Model").toStdString(), tr("r").toStdString(), tr("r in mmol/gDW/h").toStdString(),
                 tr("r within cohorts").toStdString(), tr("Mean squared error").toStdString()},
                {}};
    const auto add = [&](const QString &name, const HeldOut &scores) {
        table.rows.push_back(
            {name.toStdString(), scores.pearson, scores.pearsonPlain, scores.pearsonWithin, scores.mse});
    };
    add(tr("Network"), run.test);
    add(tr("Ridge regression"), run.baselines.ridge);
    add(tr("10 nearest neighbours"), run.baselines.nearest);
    add(tr("Training mean"), run.baselines.meanOnly);
    m_scores->setTable(table);

    Table byReaction{{tr("Reaction").toStdString(), tr("Network r").toStdString(),
                      tr("Ridge r").toStdString(), tr("Neighbours r").toStdString()},
                     {}};
    const auto at = [](const HeldOut &scores, std::size_t i) {
        return i < scores.byReaction.size() ? scores.byReaction[i] : std::nan("");
    };
    for (std::size_t i = 0; i < run.reactions.size(); ++i)
        byReaction.rows.push_back(
            {run.reactions[i], at(run.test, i), at(run.baselines.ridge, i), at(run.baselines.nearest, i)});
    m_byReaction->setTable(byReaction);
    m_byReaction->selectKey(selection().reaction());
}

void TrainPanel::showReactions(const GanRun &run)
{
    const QSignalBlocker quiet(m_reaction);
    const QString current = m_reaction->currentText();
    m_reaction->clear();
    for (const std::string &reaction : run.reactions)
        m_reaction->addItem(QString::fromStdString(reaction));
    const int kept = m_reaction->findText(current.isEmpty() ? selection().reaction() : current);
    m_reaction->setCurrentIndex(std::max(kept, 0));
}

void TrainPanel::showPrediction()
{
    const Project &project = session().project();
    if (project.training && m_reaction->currentIndex() >= 0)
        m_prediction->setRun(project.training, project.flux, m_reaction->currentIndex());
}

void TrainPanel::showProject()
{
    showNote();
    const Project &project = session().project();
    if (!project.training) {
        if (!session().isRunning(Part::Training))
            m_loss->clear();
        return;
    }
    const GanRun &run = *project.training;
    m_loss->setHistory(run.history);
    m_loss->setBestEpoch(run.bestEpoch);
    showReactions(run);
    showPrediction();
    showScores(run);
    if (run.meanAttention.size() > 0)
        m_attention->setRun(run.network->tokens(), run.meanAttention);
}

} // namespace pathgan
