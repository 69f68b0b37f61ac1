// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/fluxpanel.h"

#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/engine/session.h"
#include "core/metabolic/model/reactionsets.h"
#include "core/project/inputmatch.h"
#include "core/steps/step.h"
#include "ui/coretext.h"
#include "ui/models/tables.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/figures.h"
#include "ui/plots/fluxdistributionplot.h"
#include "ui/plots/fluxheatmap.h"
#include "ui/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

namespace {

/// The fastest growth of wild type and samples, 1/h.
double fastestOf(const FluxRun &run)
{
    double most = run.wildTypeGrowth;
    for (const double growth : run.growth)
        if (growth > most) // NaN is not
            most = growth;
    return most;
}

} // namespace

FluxPanel::FluxPanel(Session &session, Selection &selection, QWidget *parent)
    : PanelOfStep(session, selection, parent)
{
    setObjectName(QStringLiteral("fluxPanel"));
    buildForm();
    buildResults();
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::Cohort || part == Part::Model || part == Part::GeneMap)
            countGenes();
        if (part == Part::Model)
            takeReactions(); // those that touch glutathione are others now
    });
    ready(tr("Expression sets how much each reaction can carry; the model then says what flux is possible in "
             "every sample."),
          tr("Compute fluxes"));
}

void FluxPanel::buildForm()
{
    m_samples = makeCaption(QStringLiteral("fluxSamples"), {}, &form());
    static_cast<QVBoxLayout *>(form().layout())->insertWidget(0, m_samples);
    m_coverage = new NoteLabel(QStringLiteral("fluxCoverage"), &form());
    static_cast<QVBoxLayout *>(form().layout())->insertWidget(1, m_coverage);
    m_allowLow = new QCheckBox(&form());
    form().addRow(
        "allow_low_coverage", tr("Go on &with too few genes"), m_allowLow,
        [this] {
            const QSignalBlocker quiet(m_allowLow);
            m_allowLow->setChecked(session().options().allowLowCoverage);
        },
        tr("Steps are refused where two inputs share less than a twentieth of their genes; "
           "ticked, they go on with what is there. For every step."));
    connect(m_allowLow, &QCheckBox::toggled, this, [this](bool on) { session().setAllowLowCoverage(on); });
    form().setRowVisible("allow_low_coverage", false);
    form().addChoice(
        "rule", tr("E&xpression rule"),
        {{tr("E-Flux"), "eflux",
          tr("A reaction's capacity follows its genes' expression relative to the cohort's maximum")},
         {tr("Paper's formula"), "paper",
          tr("UB = 1000 (1 + average/100): widens bounds that do not bind, so all samples come out the "
             "same")}},
        tr("How expression becomes bounds of reactions"));
    form().addChoice(
        "quantity", tr("&Quantity"),
        {{tr("Maximum attainable flux"), "capacity",
          tr("Capacity of each reaction at 90 % of the growth: unique")},
         {tr("Maximum and minimum"), "capacity-range",
          tr("The least flux that the growth needs beside the capacity: both unique")},
         {tr("Flux, perturbed pFBA"), "pfba", tr("One consistent flux vector: unique")},
         {tr("Flux, plain FBA"), "fba", tr("One optimal vertex of many: depends on the solver")}});
    form().addChoice("medium", tr("&Medium"),
                     {{tr("Physiological"), "physiological",
                       tr("Only a list of nutrients may enter, at the model's own limits")},
                      {tr("As distributed"), "as-distributed",
                       tr("Bounds as in the file; in Recon3D every exchange is open")}});
    addReactionRows();
    addMoreSettings();
    form().setCheck([this] { return m_options.check(); });
    connect(&form(), &OptionsForm::changed, this, &FluxPanel::showRows);
    connect(&form(), &OptionsForm::loaded, this, &FluxPanel::showRows);
    showRows();
}

/// Two controls of one field, the ids of the reactions.
void FluxPanel::addReactionRows()
{
    m_choice = new QComboBox(&form());
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(14);
    m_choice->addItem(tr("Core glutathione"), Core);
    m_choice->setItemData(0, tr("Reactions with glutathione, except exchange and transport (31 in Recon3D)"),
                          Qt::ToolTipRole);
    m_choice->addItem(tr("All with glutathione"), AllGlutathione);
    m_choice->addItem(tr("Those listed below"), Listed);
    m_list = new QLineEdit(&form());
    m_list->setPlaceholderText(tr("GTHO1 GTHPi …"));
    m_list->setClearButtonEnabled(true);
    form().addRow("reactions", tr("Reac&tions"), m_choice, [this] { showChoice(); });
    form().addRow("reaction_list", tr("L&ist"), m_list, {},
                  tr("Reaction ids, separated by blanks or commas"));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FluxPanel::takeReactions);
    connect(m_list, &QLineEdit::textEdited, this, &FluxPanel::takeReactions);
}

void FluxPanel::showChoice()
{
    if (chosenReactions() == m_options.reactions)
        return;
    const QSignalBlocker quiet(m_choice);
    for (const int choice : {Core, AllGlutathione, Listed}) {
        m_choice->setCurrentIndex(choice);
        if (choice == Listed)
            m_list->setText(QString::fromStdString(join(m_options.reactions, " ")));
        if (chosenReactions() == m_options.reactions)
            return;
    }
}

void FluxPanel::takeReactions()
{
    std::vector<std::string> chosen = chosenReactions();
    showRows();
    if (chosen == m_options.reactions)
        return;
    m_options.reactions = std::move(chosen);
    form().edited();
}

void FluxPanel::addMoreSettings()
{
    form().addSection(tr("More settings"), true);
    form().addChoice("or_rule", tr("Isoen&zymes (or)"), {{tr("maximum"), "maximum"}, {tr("sum"), "sum"}});
    form().addText("objective", tr("&Objective"), tr("the model's own"), tr("Reaction id to be maximised"));
    form().addNumber("growth_fraction", tr("&Growth kept"), 3,
                     tr("Share of the maximal growth that a capacity must leave"));
    form().addNumber("flux_scale", tr("E-Flux &scale"), 3);
    form().addNumber("flux_floor", tr("E-Flux f&loor"), 6);
    form().addChoice("score_scale", tr("Scores relat&ive to"),
                     {{tr("the reaction's largest"), "reaction",
                       tr("A reaction's largest score in the cohort is its full capacity")},
                      {tr("the network's largest"), "network",
                       tr("The largest score of all reactions is full capacity; the others have less")}});
    form().addSwitch("log_scores", tr("S&cores on the log scale"),
                     tr("log2(x+1) instead of the linear scale"));
    form().addChoice("paper_reactions", tr("Paper: &key set"),
                     {{tr("by metabolite"), "metabolite"},
                      {tr("by subsystem"), "subsystem"},
                      {tr("by name"), "name"},
                      {tr("core"), "core"}});
    form().addChoice("paper_average", tr("Paper: &average"),
                     {{tr("selected genes"), "selected"},
                      {tr("genes of the rule"), "rule"},
                      {tr("glutathione genes"), "glutathione"}});
}

void FluxPanel::showRows()
{
    const bool paper = m_options.rule == ExpressionRule::Paper;
    form().setRowVisible("reaction_list", m_choice->currentIndex() == Listed);
    for (const char *key : {"paper_reactions", "paper_average"})
        form().setRowVisible(key, paper);
    for (const char *key : {"flux_scale", "flux_floor", "score_scale", "log_scores"})
        form().setRowVisible(key, !paper);
    form().setRowVisible("growth_fraction", m_options.quantity == FluxQuantity::Capacity ||
                                                m_options.quantity == FluxQuantity::CapacityRange);
}

void FluxPanel::buildResults()
{
    m_heatMap = new FluxHeatMap(this);
    m_distribution = new FluxDistributionPlot(this);
    m_picker = new QComboBox(this);
    m_picker->setObjectName(QStringLiteral("fluxReaction"));
    m_picker->setMinimumContentsLength(14);
    m_table = new TablePane(QStringLiteral("fluxes"), tr("Fluxes"), this);
    buildHeatMap();
    FigurePane *distribution = addFigure(m_distribution, tr("One reaction"));
    distribution->addControl(tr("Reactio&n"), m_picker);
    QComboBox *scale = scalePicker(QStringLiteral("fluxScale"), distribution);
    distribution->addControl({}, scale);
    connect(scale, &QComboBox::currentIndexChanged, this, [this, scale] {
        m_distribution->setScale(static_cast<AxisScale>(scale->currentData().toInt()));
    });
    addResult(m_table, tr("Table"));
    m_known = new TablePane(QStringLiteral("fluxValueStatus"), tr("Status of the values"), this);
    addResult(m_known, tr("Status"));
    connect(m_known, &TablePane::keySelected, &selection(), &Selection::setSample);
    connect(&selection(), &Selection::sampleChanged, m_known, &TablePane::selectKey);
    connect(m_picker, &QComboBox::activated, this, [this](int reaction) {
        selection().setReaction(m_picker->itemText(reaction));
        showReaction(reaction);
    });
    connect(&selection(), &Selection::reactionChanged, this,
            [this](const QString &reaction) { showReaction(m_picker->findText(reaction)); });
    connect(m_table, &TablePane::keySelected, &selection(), &Selection::setSample);
    connect(&selection(), &Selection::sampleChanged, m_table, &TablePane::selectKey);
}

void FluxPanel::buildHeatMap()
{
    FigurePane *pane = addFigure(m_heatMap, tr("Heat map"));
    auto *order = makePicker(QStringLiteral("heatMapOrder"), pane);
    order->addItem(tr("Clustered (Ward)"), static_cast<int>(HeatMapOrder::Ward));
    order->addItem(tr("Clustered (average)"), static_cast<int>(HeatMapOrder::Average));
    order->addItem(tr("Principal component"), static_cast<int>(HeatMapOrder::Component));
    order->setToolTip(tr("Order of samples and reactions"));
    m_heatMap->setOrder(HeatMapOrder::Ward);
    connect(order, &QComboBox::currentIndexChanged, this,
            [this, order] { m_heatMap->setOrder(static_cast<HeatMapOrder>(order->currentData().toInt())); });
    pane->addControl(tr("Or&der"), order);
    m_strips = makePicker(QStringLiteral("heatMapStrips"), pane);
    m_strips->setToolTip(tr("Clinical columns in colours beside the samples"));
    connect(m_strips, &QComboBox::currentIndexChanged, this, &FluxPanel::showStrips);
    pane->addControl(tr("Strips"), m_strips);
}

/// Data: the column; "*": the usual ones, empty: none.
void FluxPanel::fillStrips()
{
    const QSignalBlocker quiet(m_strips);
    const QVariant current = m_strips->currentData();
    m_strips->clear();
    m_strips->addItem(tr("Cohort and usual groups"), QStringLiteral("*"));
    m_strips->addItem(tr("None"), QString());
    const auto &cohort = session().project().cohort;
    if (cohort && cohort->clinical)
        for (const ClinicalColumn &column : cohort->clinical->columns)
            if (column.type == ColumnType::Category || column.type == ColumnType::Number)
                m_strips->addItem(QString::fromStdString(column.name), QString::fromStdString(column.name));
    m_strips->setCurrentIndex(std::max(0, m_strips->findData(current)));
}

void FluxPanel::showStrips()
{
    if (!m_shown)
        return;
    const Project &project = session().project();
    const QString chosen = m_strips->currentData().toString();
    std::vector<std::string> columns = {chosen.toStdString()};
    if (chosen == QLatin1String("*"))
        columns = usualStrips(project);
    std::vector<SampleStrip> strips;
    for (const std::string &column : columns)
        if (auto strip = stripOf(project, column, m_shown->samples))
            strips.push_back(*std::move(strip));
    m_heatMap->setStrips(std::move(strips));
}

QString FluxPanel::invitation() const
{
    return tr("One linear program for each sample and reaction. You can pause, or stop and keep the samples "
              "finished so far. After a cancellation the next run goes on with them.");
}

std::vector<std::string> FluxPanel::chosenReactions() const
{
    std::vector<std::string> ids;
    if (m_choice->currentIndex() == AllGlutathione && session().project().model) {
        const MetabolicModel &model = *session().project().model;
        for (const int reaction : glutathioneReactions(model))
            ids.push_back(model.reactions[static_cast<std::size_t>(reaction)].id);
    } else if (m_choice->currentIndex() == Listed) {
        static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
        for (const QString &id : m_list->text().split(separators, Qt::SkipEmptyParts))
            ids.push_back(id.toStdString());
    }
    return ids;
}

void FluxPanel::showProject()
{
    const Project &project = session().project();
    m_samples->setText(project.cohort ? tr("%n sample(s) of the cohort; the filter is in the Data panel.",
                                           nullptr, static_cast<int>(project.cohort->size()))
                                      : QString());
    fillStrips();
    const bool isShown = project.flux == m_shown;
    m_shown = project.flux;
    if (!isShown)
        m_heatMap->setRun(m_shown);
    showStrips(); // the clinical table may be another
    if (isShown)
        return;
    showFluxes(m_table->model(), m_shown);
    m_table->fitColumns();
    showValueStatus(m_known->model(), m_shown);
    m_known->fitColumns();
    const QSignalBlocker blocker(m_picker);
    m_picker->clear();
    if (!m_shown) {
        m_distribution->setRun(nullptr, 0);
        note().clear();
        return;
    }
    for (const std::string &reaction : m_shown->reactions)
        m_picker->addItem(QString::fromStdString(reaction));
    const int chosen = m_picker->findText(selection().reaction());
    showReaction(chosen >= 0 ? chosen : mostVariableReaction(*m_shown));
    const bool isDoubtful = m_shown->isConstant() || !growthDoubt(fastestOf(*m_shown)).isEmpty();
    note().show(isDoubtful ? NoteLabel::Kind::Warning : NoteLabel::Kind::Info, fluxVerdict(*m_shown));
}

/// In the worker: how many genes and rules of the model the matrix speaks of.
void FluxPanel::countGenes()
{
    const int asked = ++m_coverageAsked;
    const Project &project = session().project();
    if (!measuredCohort(project) || !project.model)
        return showCoverage({});
    const QPointer<FluxPanel> self = this;
    session().engine().start<ModelCoverage>(
        QString(marked("Core", "Matching genes")),
        [project](const TaskContext &) -> Result<ModelCoverage> {
            const std::vector<std::string> &genes = project.cohort->expression->genes;
            return modelCoverage(*project.model, GeneIndex(genes, project.genes()), genes);
        },
        [self, asked](const Result<ModelCoverage> &coverage) {
            if (self && coverage && self->m_coverageAsked == asked)
                self->showCoverage(*coverage);
        },
        Lane::Light);
}

void FluxPanel::showCoverage(const ModelCoverage &coverage)
{
    const CoverageLevel genes = coverageLevel(coverage.genes.matched, coverage.genes.total);
    const CoverageLevel rules = coverageLevel(coverage.scored, coverage.rules);
    const CoverageLevel level = std::max(genes, rules);
    form().setRowVisible("allow_low_coverage", rules == CoverageLevel::TooLow);
    if (level == CoverageLevel::Enough)
        return m_coverage->clear();
    const auto count = [](std::size_t n) { return countText(static_cast<qint64>(n)); };
    QString text =
        tr("Only %1 of %2 genes of the model are in the expression matrix: %3 of %4 reactions with "
           "a gene rule follow expression, the others keep the model's bounds.")
            .arg(count(coverage.genes.matched), count(coverage.genes.total), count(coverage.scored),
                 count(coverage.rules));
    if (rules == CoverageLevel::TooLow)
        text +=
            QLatin1Char(' ') +
            tr("Less than a twentieth: computing is refused unless “Go on with too few genes” is ticked.");
    m_coverage->show(NoteLabel::Kind::Warning, text);
}

void FluxPanel::showReaction(int reaction)
{
    if (!m_shown || reaction < 0 || reaction >= static_cast<int>(m_shown->reactions.size()))
        return;
    m_picker->setCurrentIndex(reaction);
    m_distribution->setRun(m_shown, reaction);
}

namespace {

QString valueStatusVerdict(const FluxRun &run)
{
    const auto count = [&run](ValueStatus status) {
        return countText(static_cast<qint64>(run.valuesWith(status)));
    };
    QString text = FluxPanel::tr("Of %1 values %2 are at a bound of their own reaction, %3 belong to blocked "
                                 "reactions")
                       .arg(countText(static_cast<qint64>(run.valueStatus.size())),
                            count(ValueStatus::OnBound), count(ValueStatus::Blocked));
    if (run.valuesWith(ValueStatus::NotUnique) > 0)
        text += FluxPanel::tr(", <b>%1 are not unique</b>: another solver may find others")
                    .arg(count(ValueStatus::NotUnique));
    else
        text += FluxPanel::tr("; all are unique");
    return text + QLatin1Char('.');
}

} // namespace

QString fluxVerdict(const FluxRun &run)
{
    const auto count = [](std::size_t n) { return countText(static_cast<qint64>(n)); };
    QStringList lines;
    if (run.isConstant()) {
        lines.append(
            FluxPanel::tr("<b>All targets are the same for every sample.</b> Training would learn nothing; "
                          "choose E-Flux as the expression rule."));
    } else {
        lines.append(
            FluxPanel::tr("%1 of %2 reactions vary between samples, in about %3 independent directions.")
                .arg(count(run.varyingReactions), count(run.reactions.size()),
                     numberText(run.effectiveRank, 3)));
    }
    const auto optimal =
        static_cast<std::size_t>(std::count(run.status.begin(), run.status.end(), SolutionStatus::Optimal));
    QString samples = FluxPanel::tr("%1 of %2 samples solved").arg(count(optimal), count(run.samples.size()));
    if (run.stoppedEarly)
        samples += FluxPanel::tr(" (stopped early: the others are left out)");
    if (run.genes.total > 0)
        samples +=
            FluxPanel::tr("; %1 of %2 model genes measured; expression sets the bounds of %3 reactions")
                .arg(count(run.genes.matched), count(run.genes.total), count(run.reactionsWithScore));
    if (run.wildTypeGrowth > 0)
        samples +=
            FluxPanel::tr("; growth without expression bounds %1 1/h").arg(numberText(run.wildTypeGrowth));
    lines.append(samples + QLatin1Char('.'));
    if (const QString doubt = growthDoubt(fastestOf(run)); !doubt.isEmpty())
        lines.append(FluxPanel::tr("Growth of up to %1 1/h.").arg(numberText(fastestOf(run))) +
                     QLatin1Char(' ') + doubt);
    if (!run.valueStatus.empty())
        lines.append(valueStatusVerdict(run));
    return lines.join(QStringLiteral("<br>"));
}

} // namespace pathgan
