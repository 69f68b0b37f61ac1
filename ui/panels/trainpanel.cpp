// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/trainpanel.h"

#include "core/engine/session.h"
#include "core/gan/scoredmodels.h"
#include "ui/coretext.h"
#include "ui/panels/attentionpage.h"
#include "ui/panels/bottleneckpage.h"
#include "ui/panels/generatepage.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/figures.h"
#include "ui/plots/lossplot.h"
#include "ui/plots/predictionplot.h"
#include "ui/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
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
    form().addInteger("epochs", tr("Ep&ochs"), tr("Training ends after so many at the latest"));
    form().addInteger("patience", tr("Pa&tience"),
                      tr("Epochs without a better validation score before training ends; 0: never"));
    form().addChoice("stop_metric", tr("Stop by"), {{tr("Validation r"), "r"}, {tr("Validation MSE"), "mse"}},
                     tr("Score that patience waits for; the best epoch by it is kept"));
    form().addSection(tr("Mechanism"), true);
    form().addSwitch(
        "bottleneck_head", tr("Bottleneck head"),
        tr("Predicts with the dual solutions of the training samples, evaluated at a sample's own "
           "bounds; the network stays where validation gains"));
    form().addNumber("gradient_weight", tr("Gradient matching"), 2,
                     tr("Weight of the difference between the network's gradient and the exact one of the "
                        "linear programs; 0: none"));
    form().addNumber("bottleneck_sharpness", tr("Sharpness"), 1,
                     tr("Of the soft minimum over the training samples; large: the least of them alone"));
    form().addSwitch("strict_scores", tr("Strict scoring"),
                     tr("The head's greatest expression scores come from training samples only"));
    form().addText("test_cohort", tr("Test cohort"), tr("by share"),
                   tr("Name of a cohort or tissue whose samples are all kept for the test"));
    form().addSection(tr("Network"), true);
    form().addChoice("generator", tr("Generator"),
                     {{tr("Pathway tokens"), "pathway"}, {tr("Projected attention (paper)"), "paper"}});
    form().addInteger("genes", tr("Genes"), tr("Most variable genes on the training samples"));
    form().addInteger("heads", tr("Attention heads"));
    form().addInteger("hidden", tr("Hidden units"));
    form().addInteger("noise_dim", tr("Noise inputs"),
                      tr("Random numbers beside the genes, which generated profiles differ by; 0: the fluxes "
                         "are a function of expression alone"));
    form().addChoice(
        "discriminator", tr("Critic's graph"),
        {{tr("Reactions of a sample"), "reactions"}, {tr("Samples of a batch (paper)"), "batch-knn"}});
    form().addSection(tr("Training"), true);
    form().addChoice(
        "lipschitz", tr("Lipschitz control"),
        {{tr("Gradient penalty"), "penalty"}, {tr("Weight clipping"), "clip"}, {tr("None (paper)"), "none"}});
    form().addInteger("critic_steps", tr("Critic steps"),
                      tr("For each step of the generator; 0: no critic, trained on pairs alone"));
    form().addInteger("batch_size", tr("Batch size"));
    form().addNumber("learning_rate", tr("Learning rate"), 7);
    form().addNumber("paired_weight", tr("Paired term"), 2,
                     tr("Weight of mean |prediction − target|; 0: only the critic teaches"));
    form().addChoice("target_scale", tr("Target scale"),
                     {{tr("log10"), "log10"}, {tr("As is (paper)"), "as-is"}});
    buildAdvancedForm();
    form().setCheck([this] { return m_options.check(); });
    connect(&form(), &OptionsForm::loaded, this, [this] { m_preset = m_options.preset; });
    connect(&form(), &OptionsForm::changed, this, [this] {
        if (m_options.preset != m_preset) // which set all others
            form().load();
    });
}

void TrainPanel::buildAdvancedForm()
{
    form().addSection(tr("Advanced"), true);
    form().addInteger("token_size", tr("Token size"), tr("How many numbers stand for a pathway"));
    form().addInteger("token_genes", tr("Fewest genes of a token"),
                      tr("Measured genes that a gene set must have to become a token"));
    form().addInteger("projection", tr("Projection"),
                      tr("Projected attention: width of the projected genes"));
    form().addInteger("neighbours", tr("Neighbours"),
                      tr("Nearest samples joined in the graph of a batch (paper's critic)"));
    form().addInteger("channels", tr("Critic's channels"));
    form().addNumber("penalty_weight", tr("Gradient penalty"), 2);
    form().addNumber("beta1", tr("Adam β₁"), 9);
    form().addNumber("beta2", tr("Adam β₂"), 9);
    form().addInteger("batches_per_epoch", tr("Batches an epoch"), tr("0: a full pass"));
    form().addNumber("weight_average", tr("Weight average"), 9,
                     tr("Decay a step of the moving average of the generator's weights; 0: none"));
    form().addNumber("token_dropout", tr("Token dropout"), 9,
                     tr("Share of the tokens' numbers dropped while training"));
    form().addSwitch("scaled_rates", tr("Rates by width"),
                     tr("The generator's rate follows the width of a layer"));
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
    m_scores->setMaximumHeight(300);
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
    m_meaning = makeCaption(QStringLiteral("scoreMeaning"), {}, page);
    layout->addWidget(m_meaning);
    layout->addWidget(m_byReaction, 1);
    addResult(page, tr("Scores"));

    m_bottlenecks = new BottleneckPage(selection());
    addResult(m_bottlenecks, tr("Bottlenecks"));

    m_attention = new AttentionPage(selection());
    addResult(m_attention, tr("Attention"));

    m_generate = new GeneratePage(session(), selection());
    addResult(m_generate, tr("Generate"));
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
    return tr(
        "Needs fluxes and gene sets. Training can be paused, stopped early with what it has learned, or "
        "cancelled.");
}

namespace {

/// A warning of the run names who predicts better.
bool isSaidToLose(const GanRun &run)
{
    return std::any_of(run.warnings.begin(), run.warnings.end(), [](const std::string &warning) {
        return warning.ends_with("better than the network");
    });
}

} // namespace

QString TrainPanel::verdict(const GanRun &run) const
{
    const double network = run.test.pearson, ridge = run.baselines.ridge.pearson,
                 nearest = run.baselines.nearest.pearson;
    const FitScores &fit = run.test.fit;
    const QString figures =
        tr("Held-out r: network %1, ridge regression %2, nearest neighbours %3 (%4 test samples). R² %5, "
           "slope "
           "%6, spread %7 of the fluxes'.")
            .arg(numberText(network, 3), numberText(ridge, 3), numberText(nearest, 3),
                 countText(static_cast<qint64>(run.testSamples.size())), numberText(fit.r2, 3),
                 numberText(fit.slope, 3), numberText(fit.spreadRatio, 3));
    if ((network >= ridge && network >= nearest) || isSaidToLose(run))
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
        text += QLatin1Char(' ') + coreText(warning) + QLatin1Char('.');
    if (isSaidToLose(run))
        text += QLatin1Char(' ') + tr("Read the network's explanations with that in mind.");
    const std::vector<const char *> doubts = doubtsAbout(run);
    for (const char *doubt : doubts)
        text += QLatin1Char(' ') + coreText(doubt) + QLatin1Char('.');
    const bool wins =
        run.test.pearson >= run.baselines.ridge.pearson && run.warnings.empty() && doubts.empty();
    note().show(wins ? NoteLabel::Kind::Good : NoteLabel::Kind::Warning, text);
}

void TrainPanel::showScores(const GanRun &run)
{
    const QString scale = run.options.targetScale == TargetScale::Log10 ? tr("log10") : tr("mmol/gDW/h");
    Table table;
    for (const QString &title :
         {tr("Model"), tr("r"), tr("r in mmol/gDW/h"), tr("r within cohorts"), tr("R²"), tr("Slope"),
          tr("RMSE (%1)").arg(scale), tr("Wasserstein-1 (%1)").arg(scale), tr("Spread"),
          tr("Outside the bounds, share")})
        table.header.push_back(title.toStdString());
    const std::vector<ScoredModel> models = scoredModels(run);
    for (const auto &[name, scores] : models) {
        const FitScores &fit = scores->fit;
        table.rows.push_back({coreText(name).toStdString(), scores->pearson, scores->pearsonPlain,
                              scores->pearsonWithin, fit.r2, fit.slope, fit.rmse, fit.wasserstein,
                              fit.spreadRatio, fit.outside});
    }
    m_scores->setTable(table);
    m_meaning->setText(coreText(scoreMeaning(run)));

    Table byReaction;
    byReaction.header.push_back(tr("Reaction").toStdString());
    for (const ScoredModel &model : models)
        byReaction.header.push_back(tr("r: %1").arg(coreText(model.name)).toStdString());
    for (std::size_t i = 0; i < run.reactions.size(); ++i) {
        std::vector<Cell> row = {run.reactions[i]};
        for (const ScoredModel &model : models)
            row.emplace_back(i < model.scores->byReaction.size() ? model.scores->byReaction[i]
                                                                 : std::nan(""));
        byReaction.rows.push_back(std::move(row));
    }
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
    m_reaction->setCurrentIndex(std::max(kept >= 0 ? kept : medianReaction(run), 0));
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
    m_generate->showProject();
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
    m_bottlenecks->setRun(project.training);
    m_attention->setProject(project);
}

} // namespace pathgan
