// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/stresspanel.h"

#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/panels/clinicalcolumns.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/stressplot.h"
#include "ui/plots/stressscatterplot.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pathgan {

StressPanel::StressPanel(Session &session, Selection &selection, QWidget *parent)
    : PanelOfStep(session, selection, parent)
{
    setObjectName(QStringLiteral("stressPanel"));
    buildForm();
    buildResults();
    ready(tr("Hydrogen peroxide is formed in every modelled cell at a fixed rate; how much can its "
             "glutathione system take "
             "before growth fails?"),
          tr("Simulate stress"));
}

void StressPanel::buildForm()
{
    form().addSwitch(
        "strict_stress", tr("&Strict: GSSG reduced with NADPH only"),
        tr("Leaves out peroxiredoxin, which Recon3D drives with NADH, and other ways to reduce GSSG"));
    form().addNumber("catalase_capacity", tr("&Catalase"), 3, tr("Capacity at median expression"));
    form().addNumber("peroxidase_capacity", tr("&Peroxidase, reductase"), 3,
                     tr("Capacity at median expression"));
    form().addInteger("stress_curve_points", tr("Points of the c&urve"));
    form().setCheck([this] { return m_options.check(); });
}

void StressPanel::buildResults()
{
    m_curves = new StressPlot;
    FigurePane *curves = addFigure(m_curves, tr("Growth under load"));
    m_source = new QComboBox(curves);
    m_source->setObjectName(QStringLiteral("stressSource"));
    m_source->setAccessibleName(tr("What sets the capacities"));
    m_source->addItem(tr("From expression"));
    m_source->addItem(tr("From predicted fluxes"));
    curves->addControl(tr("C&apacities"), m_source);
    m_groups = new QComboBox(curves);
    m_groups->setObjectName(QStringLiteral("stressGroups"));
    m_groups->setAccessibleName(tr("Groups of the curves"));
    curves->addControl(tr("&Groups"), m_groups);
    connect(m_source, &QComboBox::currentIndexChanged, this, &StressPanel::showCurve);
    connect(m_groups, &QComboBox::currentIndexChanged, this, &StressPanel::showGroups);

    m_scatter = new StressScatterPlot;
    addFigure(m_scatter, tr("Tolerance"));

    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("stressTablePage"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_table = new TablePane(QStringLiteral("stress"), tr("Stress test by sample"), page);
    m_paper = new NoteLabel(QStringLiteral("paperStress"), page);
    m_limits = new NoteLabel(QStringLiteral("stressLimits"), page);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_paper);
    layout->addWidget(m_limits);
    connect(m_table, &TablePane::keySelected, &selection(), &Selection::setSample);
    connect(&selection(), &Selection::sampleChanged, m_table, &TablePane::selectKey);
    addResult(page, tr("Samples and limits"));
}

QString StressPanel::invitation() const
{
    return tr("Needs an expression matrix and a metabolic model; with a trained network the predicted fluxes "
              "are fed back "
              "too.");
}

void StressPanel::showCurve()
{
    const auto stress = session().project().stress;
    if (!stress)
        return;
    const bool predicted = m_source->currentIndex() == 1 && stress->predicted;
    m_curves->setRun(predicted ? stress->predicted : stress->expression);
    showGroups();
}

void StressPanel::showGroups()
{
    const Project &project = session().project();
    if (!project.stress || !project.cohort)
        return;
    const auto run = m_source->currentIndex() == 1 && project.stress->predicted ? project.stress->predicted
                                                                                : project.stress->expression;
    const std::vector<std::string> labels =
        groupLabels(project, m_groups->currentData().toString().toStdString());
    std::vector<std::string> bySample;
    if (!labels.empty()) {
        const std::vector<std::string> &samples = project.cohort->samples;
        for (const std::string &sample : run->samples) {
            const auto it = std::find(samples.begin(), samples.end(), sample);
            bySample.push_back(it == samples.end() ? std::string()
                                                   : labels[static_cast<std::size_t>(it - samples.begin())]);
        }
    }
    m_curves->setLabels(bySample);
}

namespace {

/// How far each sample's prediction is from what the network can do: a distance for flux vectors, a count for
/// capacities (which are not attained together, so that no one flux vector has them all).
class FeasibilityColumn
{
public:
    explicit FeasibilityColumn(const FeasibilityRun *run) : m_run(run)
    {
        for (std::size_t i = 0; run && i < run->samples.size(); ++i)
            m_row.emplace(run->samples[i], i);
    }
    bool isThere() const { return m_run && (isDistance() || !m_run->outside.empty()); }
    QString title() const
    {
        return isDistance() ? StressPanel::tr("Prediction's distance to feasible fluxes (share of Σ|v|)")
                            : StressPanel::tr("Predicted fluxes outside 0 … capacity (count)");
    }
    Cell cell(const std::string &sample) const
    {
        const auto it = m_row.find(sample);
        if (it == m_row.end())
            return std::nan("");
        return isDistance() ? Cell(m_run->distance[it->second])
                            : Cell(static_cast<long long>(m_run->outside[it->second]));
    }

private:
    bool isDistance() const { return !m_run->distance.empty(); }

    const FeasibilityRun *m_run;
    std::unordered_map<std::string, std::size_t> m_row;
};

} // namespace

QString StressPanel::paperText() const
{
    const auto stress = session().project().stress;
    if (!stress->paper)
        return tr("The paper's literal test (the exchange of oxidised glutathione fixed at the prediction) "
                  "is not shown: that exchange is not among the predicted reactions.");
    const auto &paper = *stress->paper;
    const auto optimal = std::count(paper.status.begin(), paper.status.end(), SolutionStatus::Optimal);
    const auto best = std::max_element(paper.growth.begin(), paper.growth.end(),
                                       [](double a, double b) { return std::isnan(a) || a < b; });
    return tr("The paper's literal test: with %1 fixed at the prediction %2 of %3 samples grow, the fastest "
              "at %4 1/h. Negative predictions are infeasible: nothing lets oxidised glutathione in.")
        .arg(QString::fromStdString(paper.exchange), countText(optimal),
             countText(static_cast<qint64>(paper.samples.size())),
             numberText(best == paper.growth.end() ? std::nan("") : *best, 7));
}

void StressPanel::showTable()
{
    const auto stress = session().project().stress;
    const StressRun &run = *stress->expression;
    Table table{{tr("Sample").toStdString(), tr("Status").toStdString(), tr("Growth (1/h)").toStdString(),
                 tr("Largest load (mmol/gDW/h)").toStdString(),
                 tr("Load at 90 % growth (mmol/gDW/h)").toStdString(),
                 tr("Load at 50 % growth (mmol/gDW/h)").toStdString(),
                 tr("Load at 50 % growth, from predicted fluxes (mmol/gDW/h)").toStdString()},
                {}};
    const FeasibilityColumn feasibility(stress->feasibility.get());
    if (feasibility.isThere())
        table.header.push_back(feasibility.title().toStdString());
    for (std::size_t i = 0; i < run.samples.size(); ++i) {
        double predicted = std::nan("");
        if (stress->predicted && i < stress->predicted->samples.size() &&
            stress->predicted->samples[i] == run.samples[i])
            predicted = stress->predicted->tolerance50[i];
        table.rows.push_back({run.samples[i], coreText(statusName(run.status[i])).toStdString(),
                              run.growth[i], run.maximumLoad[i], run.tolerance90[i], run.tolerance50[i],
                              predicted});
        if (feasibility.isThere())
            table.rows.back().push_back(feasibility.cell(run.samples[i]));
    }
    m_table->setTable(table);
    m_table->selectKey(selection().sample());
}

void StressPanel::showProject()
{
    const Project &project = session().project();
    fillGroupColumns(*m_groups, project, tr("All samples"));
    if (!project.stress) {
        note().clear();
        return;
    }
    m_source->setEnabled(project.stress->predicted != nullptr);
    showCurve();
    m_scatter->setRuns(project.stress->expression, project.stress->predicted);
    showTable();
    m_paper->show(NoteLabel::Kind::Info, paperText());
    QStringList limits;
    for (const std::string &limit : StressRun::limits())
        limits.append(coreText(limit));
    QString sentence = limits.join(QStringLiteral("; ")) + QLatin1Char('.');
    sentence[0] = sentence[0].toUpper();
    m_limits->show(NoteLabel::Kind::Warning, sentence);
    QString text = tr("Load at which the median tumour keeps half its growth: %1 mmol/gDW/h. The load stands "
                      "for sustained "
                      "oxidative stress; it is no radiation dose.")
                       .arg(numberText(project.stress->expression->cohortLoad, 3));
    if (project.stress->feasibility) {
        const auto &outside = project.stress->feasibility->outside;
        const auto count = std::count_if(outside.begin(), outside.end(), [](std::size_t n) { return n > 0; });
        if (!outside.empty())
            text += QLatin1Char(' ') +
                    tr("%1 of %2 samples have a predicted flux outside what the network can carry.")
                        .arg(countText(count), countText(static_cast<qint64>(outside.size())));
    }
    note().show(NoteLabel::Kind::Info, text);
}

} // namespace pathgan
