#include "ui/panels/groupspanel.h"

#include "core/engine/session.h"
#include "core/project/results.h"
#include "ui/coretext.h"
#include "ui/panels/clinicalcolumns.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/groupboxplot.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

GroupsPanel::GroupsPanel(Session &session, Selection &selection, QWidget *parent)
    : StepPanel(Part::Groups, session, selection, parent), m_options(session.options().groups)
{
    setObjectName(QStringLiteral("groupsPanel"));
    buildForm();
    buildResults();
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::Cohort)
            showColumn();
    });
    connect(&selection, &Selection::reactionChanged, this, [this](const QString &reaction) {
        const int index = m_reaction->findData(reaction);
        if (index >= 0)
            m_reaction->setCurrentIndex(index);
    });
    ready(tr("Is the flux of one group of tumours different from that of another?"), tr("Compare groups"));
}

void GroupsPanel::buildForm()
{
    m_column = new QComboBox(this);
    form().addRow(QStringLiteral("column"), tr("&Column"), m_column, {},
                  tr("Clinical column whose values are the groups"));
    m_counts = makeCaption(QStringLiteral("groupCounts"), {}, this);
    m_counts->setAccessibleName(tr("Samples by group"));
    form().addRow(QStringLiteral("counts"), tr("Samples"), m_counts);
    m_within = new QComboBox(this);
    form().addRow(QStringLiteral("within"), tr("Again &within"), m_within, {},
                  tr("Repeats the test inside each value of this column, e.g. inside each tumour type"));
    connect(m_column, &QComboBox::currentIndexChanged, this, &GroupsPanel::showColumn);
}

void GroupsPanel::buildResults()
{
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("boxPage"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *pick = new QHBoxLayout;
    m_reaction = new QComboBox(page);
    m_reaction->setObjectName(QStringLiteral("groupReaction"));
    m_reaction->setAccessibleName(tr("Reaction"));
    m_reaction->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reaction->setMinimumContentsLength(18);
    auto *label = new QLabel(tr("Reac&tion"), page);
    label->setObjectName(QStringLiteral("groupReactionLabel"));
    label->setBuddy(m_reaction);
    pick->addWidget(label);
    pick->addWidget(m_reaction);
    pick->addStretch(1);
    layout->addLayout(pick);
    auto *boxes = new QHBoxLayout;
    m_fba = new GroupBoxPlot;
    m_predicted = new GroupBoxPlot;
    m_predicted->setObjectName(QStringLiteral("groupBoxPlotPredicted"));
    for (GroupBoxPlot *plot : {m_fba, m_predicted}) {
        auto *pane = new FigurePane(plot, page);
        boxes->addWidget(pane, 1);
        connect(plot, &Plot::sampleClicked, &selection(), &Selection::setSample);
    }
    layout->addLayout(boxes, 1);
    addResult(page, tr("Box plots"));
    connect(m_reaction, &QComboBox::currentIndexChanged, this, &GroupsPanel::showBoxes);
    connect(m_reaction, &QComboBox::activated, this, [this](int index) {
        if (m_reaction->itemData(index).toString() != QLatin1String("mean"))
            selection().setReaction(m_reaction->itemData(index).toString());
    });

    m_tests = new TablePane(QStringLiteral("groups"), tr("Tests of every reaction"));
    addResult(m_tests, tr("Every reaction"));
    m_withinTable = new TablePane(QStringLiteral("groups_within"), tr("The same test within each group"));
    m_withinTable->setEmptyText(
        tr("Nothing to repeat: no column is tied to the groups, or no part has two groups."));
    for (TablePane *pane : {m_tests, m_withinTable}) {
        connect(pane, &TablePane::keySelected, &selection(), &Selection::setReaction);
        connect(&selection(), &Selection::reactionChanged, pane, &TablePane::selectKey);
    }
    addResult(m_withinTable, tr("Within"));
}

void GroupsPanel::run()
{
    m_options.column = m_column->currentData().toString().toStdString();
    m_options.within = m_within->currentData().toString().toStdString();
    session().compareGroups(m_options);
}

QString GroupsPanel::invitation() const
{
    return tr("Needs fluxes and a clinical table. radiation_therapy is chosen where it is there.");
}

void GroupsPanel::showColumn()
{
    const Project &project = session().project();
    if (sender() != m_column) {
        fillGroupColumns(*m_column, project);
        fillGroupColumns(*m_within, project, tr("Chosen for you"));
        if (m_within->currentData() == m_column->currentData())
            m_within->setCurrentIndex(0);
    }
    m_counts->setText(groupCounts(project, m_column->currentData().toString().toStdString()));
}

QString GroupsPanel::caveat() const
{
    const auto groups = session().project().groups;
    QStringList lines;
    if (isRadiationColumn(groups->column))
        lines.append(tr("In TCGA this column mostly describes therapy given after the sample was taken: a "
                        "difference shows "
                        "who was selected for radiotherapy, not its effect."));
    for (const Confounder &confounder : groups->confounders) {
        lines.append(tr("The groups are tied to %1 (Cramér's V %2; %3): a difference may be one of %1. See "
                        "the tab Within.")
                         .arg(QString::fromStdString(confounder.column), numberText(confounder.cramersV, 2),
                              QString::fromStdString(confounder.detail)));
        if (lines.size() >= 2)
            break;
    }
    return lines.join(QLatin1Char('\n'));
}

void GroupsPanel::showBoxes()
{
    const auto groups = session().project().groups;
    if (!groups || m_reaction->currentIndex() < 0)
        return;
    const std::string reaction = m_reaction->currentData().toString().toStdString();
    const QString text = caveat();
    const GroupRun::Entry *fba = groups->find("FBA", reaction);
    const GroupRun::Entry *predicted = groups->find("predicted", reaction);
    if (fba)
        m_fba->setEntry(*fba, text);
    if (predicted)
        m_predicted->setEntry(*predicted, text);
    m_predicted->parentWidget()->setVisible(predicted != nullptr);
}

void GroupsPanel::showTables()
{
    const auto groups = session().project().groups;
    m_tests->setTable({});
    m_withinTable->setTable({});
    for (const NamedTable &table : groupTables(*groups)) {
        if (table.fileName == "groups.tsv")
            m_tests->setTable(table.table, 1);
        else if (table.fileName == "groups_within.tsv")
            m_withinTable->setTable(table.table, 2);
    }
    const QString within = QString::fromStdString(groups->withinColumn);
    results().setTabText(2, within.isEmpty() ? tr("Within") : tr("Within %1").arg(within));
}

void GroupsPanel::showProject()
{
    showColumn();
    const auto groups = session().project().groups;
    if (!groups) {
        note().clear();
        return;
    }
    {
        const QSignalBlocker quiet(m_reaction);
        const QVariant current = m_reaction->currentData();
        m_reaction->clear();
        for (const GroupRun::Entry &entry : groups->entries) {
            const QString id = QString::fromStdString(entry.reaction);
            if (m_reaction->findData(id) < 0)
                m_reaction->addItem(id == QLatin1String("mean") ? tr("Mean of all reactions") : id, id);
        }
        m_reaction->setCurrentIndex(std::max(0, m_reaction->findData(current)));
    }
    showBoxes();
    showTables();
    note().show(groups->confounders.empty() ? NoteLabel::Kind::Info : NoteLabel::Kind::Warning, caveat());
}

} // namespace pathgan
