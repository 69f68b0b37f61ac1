// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/groupspanel.h"

#include "core/data/clinicalgroups.h"
#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/keptcontrols.h"
#include "ui/panels/clinicalcolumns.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/figures.h"
#include "ui/plots/groupboxplot.h"
#include "ui/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

GroupsPanel::GroupsPanel(Session &session, Selection &selection, QWidget *parent)
    : PanelOfStep(session, selection, parent)
{
    setObjectName(QStringLiteral("groupsPanel"));
    buildForm();
    buildResults();
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::Cohort) {
            showColumns();
            takeColumns();
        }
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
    form().addRow("group_column", tr("&Column"), m_column, {},
                  tr("Clinical column whose values are the groups"));
    m_counts = makeCaption(QStringLiteral("groupCounts"), {}, this);
    m_counts->setAccessibleName(tr("Samples by group"));
    form().addRow("group_counts", tr("Samples"), m_counts);
    m_within = new QComboBox(this);
    form().addRow(
        "within_column", tr("Again &within"), m_within, [this] { showColumns(); },
        tr("Repeats the test inside each value of this column, e.g. inside each tumour type"));
    form().addChoice("group_test", tr("Te&st"),
                     {{tr("Chosen for you"), "auto",
                       tr("Mann–Whitney U for two groups; Kruskal–Wallis with Dunn's pairs for more")},
                      {tr("Mann–Whitney U"), "mann-whitney", tr("By ranks; Kruskal–Wallis over all groups")},
                      {tr("Kruskal–Wallis"), "kruskal-wallis", tr("By ranks; Dunn's test for pairs")},
                      {tr("Welch's t"), "welch", tr("Of means, unequal variances; Welch's ANOVA over all")},
                      {tr("Student's t"), "student", tr("Of means, equal variances; ANOVA over all")},
                      {tr("ANOVA"), "anova", tr("Of means; pairs with the pooled standard deviation")}},
                     tr("How two groups are compared, and all of them"));
    form().addChoice("group_adjustment", tr("A&djustment"),
                     {{tr("Benjamini–Hochberg"), "BH", tr("False discovery rate")},
                      {tr("Benjamini–Yekutieli"), "BY", tr("False discovery rate under any dependence")},
                      {tr("Holm"), "holm", tr("Family-wise error rate")},
                      {tr("Bonferroni"), "bonferroni", tr("Family-wise error rate, strictest")},
                      {tr("None"), "none"}},
                     tr("Of p over the pairs of groups, and over the reactions"));
    form().setCheck([this] { return m_options.check(); });
    for (const QComboBox *box : {m_column, m_within})
        connect(box, &QComboBox::currentIndexChanged, this, &GroupsPanel::takeColumns);
}

/// A page of the table with a line about its columns above.
QWidget *GroupsPanel::withCaption(TablePane *table, QLabel *&caption)
{
    auto *page = new QWidget;
    page->setObjectName(table->objectName() + QStringLiteral("Page"));
    caption = makeCaption(table->objectName() + QStringLiteral("Caption"), {}, page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(caption);
    layout->addWidget(table, 1);
    return page;
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
    m_sameScale = new QCheckBox(tr("Same sca&le"), page);
    m_sameScale->setObjectName(QStringLiteral("groupSameScale"));
    m_sameScale->setAccessibleName(tr("Same scale"));
    m_sameScale->setToolTip(tr("FBA and predicted fluxes on one scale; else each figure has its own"));
    m_sameScale->setChecked(true);
    connect(m_sameScale, &QCheckBox::toggled, this, &GroupsPanel::showBoxes);
    pick->addSpacing(12);
    m_scale = scalePicker(QStringLiteral("groupScale"), page);
    connect(m_scale, &QComboBox::currentIndexChanged, this, &GroupsPanel::showBoxes);
    pick->addWidget(m_scale);
    pick->addSpacing(12);
    pick->addWidget(m_sameScale);
    pick->addStretch(1);
    for (QWidget *control : std::initializer_list<QWidget *>{m_reaction, m_scale, m_sameScale})
        markKept(*control);
    layout->addLayout(pick);
    auto *boxes = new QHBoxLayout;
    m_fba = new GroupBoxPlot;
    m_predicted = new GroupBoxPlot;
    m_predicted->setObjectName(QStringLiteral("groupBoxPlotPredicted"));
    for (GroupBoxPlot *plot : {m_fba, m_predicted}) {
        auto *pane = new FigurePane(plot, selection(), page);
        boxes->addWidget(pane, 1);
    }
    layout->addLayout(boxes, 1);
    addResult(page, tr("Box plots"));
    connect(m_reaction, &QComboBox::currentIndexChanged, this, &GroupsPanel::showBoxes);
    connect(m_reaction, &QComboBox::activated, this, [this](int index) {
        if (m_reaction->itemData(index).toString() != QLatin1String("mean"))
            selection().setReaction(m_reaction->itemData(index).toString());
    });

    m_overview = new TablePane(QStringLiteral("groups_overview"), tr("Every reaction, one a row"));
    addResult(withCaption(m_overview, m_across), tr("Every reaction"));
    m_tests = new TablePane(QStringLiteral("groups"), tr("Tests of every pair of groups"));
    addResult(withCaption(m_tests, m_pairs), tr("Every pair"));
    m_withinTable = new TablePane(QStringLiteral("groups_within"), tr("The same test within each group"));
    m_withinTable->setEmptyText(
        tr("Nothing to repeat: no column is tied to the groups, or no part has two groups."));
    for (TablePane *pane : {m_overview, m_tests, m_withinTable}) {
        connect(pane, &TablePane::keySelected, &selection(), &Selection::setReaction);
        connect(&selection(), &Selection::reactionChanged, pane, &TablePane::selectKey);
    }
    addResult(m_withinTable, tr("Within"));
    m_members = new TablePane(QStringLiteral("groups_members"), tr("Values of the column by group"));
    addResult(m_members, tr("Values"));
}

QString GroupsPanel::invitation() const
{
    return tr("Needs fluxes and a clinical table. radiation_therapy is chosen where it is there.");
}

/// The columns of the clinical table; one that was chosen and is not among them is chosen no more.
void GroupsPanel::showColumns()
{
    const Project &project = session().project();
    const auto choose = [](QComboBox &box, const std::string &column) {
        const QSignalBlocker quiet(box);
        if (const int index = box.findData(QString::fromStdString(column)); !column.empty() && index >= 0)
            box.setCurrentIndex(index);
    };
    for (QComboBox *box : {m_column, m_within}) {
        const QSignalBlocker quiet(box);
        box->clear(); // what was chosen stands in the options
    }
    fillGroupColumns(*m_column, project);
    choose(*m_column, m_options.column);
    fillGroupColumns(*m_within, project, tr("Chosen for you"));
    {
        const QSignalBlocker quiet(m_within);
        m_within->setCurrentIndex(0);
    }
    choose(*m_within, m_options.within);
    showCounts();
}

void GroupsPanel::showCounts()
{
    m_counts->setText(groupCounts(session().project(), m_column->currentData().toString().toStdString()));
}

void GroupsPanel::takeColumns()
{
    showCounts();
    const auto &cohort = session().project().cohort;
    if (!cohort || !cohort->clinical || m_column->count() == 0)
        return;
    // The usual column needs no name, unless it was given one.
    const int usual = defaultGroupColumn(*cohort->clinical);
    std::string column = m_column->currentData().toString().toStdString();
    if (column != m_options.column && usual >= 0 &&
        column == cohort->clinical->columns[static_cast<std::size_t>(usual)].name)
        column.clear();
    const std::string within = m_within->currentData().toString().toStdString();
    if (column == m_options.column && within == m_options.within)
        return;
    m_options.column = column;
    m_options.within = within;
    form().edited();
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
        lines.append(tr("The groups are tied to %1 (Cramér's V %2; %3): a difference may be one of %1.")
                         .arg(QString::fromStdString(confounder.column), numberText(confounder.cramersV, 2),
                              tieText(confounder)));
        if (lines.size() >= 2)
            break;
    }
    if (!groups->confounders.empty())
        lines.append(tr("See the tab “Within”."));
    return lines.join(QLatin1Char('\n'));
}

void GroupsPanel::showBoxes()
{
    const auto groups = session().project().groups;
    if (!groups || m_reaction->currentIndex() < 0)
        return;
    const std::string reaction = m_reaction->currentData().toString().toStdString();
    const QString text = groupNote(*groups);
    const auto axis = static_cast<AxisScale>(m_scale->currentData().toInt());
    for (GroupBoxPlot *plot : {m_fba, m_predicted})
        plot->setScale(axis);
    const GroupRun::Entry *fba = groups->find("FBA", reaction);
    const GroupRun::Entry *predicted = groups->find("predicted", reaction);
    const std::optional<GroupScale> shared = sharedScale(*groups, reaction, axis);
    const std::optional<GroupScale> scale = m_sameScale->isChecked() ? shared : std::nullopt;
    m_sameScale->setVisible(shared.has_value());
    m_fba->setEntry(fba ? *fba : GroupRun::Entry(), text, scale);
    m_predicted->setEntry(predicted ? *predicted : GroupRun::Entry(), text, scale);
    m_predicted->parentWidget()->setVisible(predicted != nullptr);
}

void GroupsPanel::showTables()
{
    const auto groups = session().project().groups;
    for (TablePane *pane : {m_overview, m_tests, m_withinTable, m_members})
        pane->setTable({});
    for (const NamedTable &table : GroupStep::tables(*groups)) {
        if (table.fileName == "groups.tsv")
            m_tests->setTable(table.table, 1);
        else if (table.fileName == "groups_overview.tsv")
            m_overview->setTable(table.table, 1);
        else if (table.fileName == "groups_within.tsv")
            m_withinTable->setTable(table.table, 2);
        else if (table.fileName == "groups_members.tsv")
            m_members->setTable(table.table, 1);
    }
    // The effect and what stays of it after adjustment come first, whatever the width of the window.
    m_overview->showFirst({"source", "reaction", "p.adj.reactions", "cliffs_delta", "p", "cliffs_delta_of"});
    m_tests->showFirst({"source", "reaction", "p.adj.reactions", "cliffs_delta", "group1", "group2", "p.adj",
                        "p", "n1", "n2"});
    m_withinTable->showFirst({QString::fromStdString(groups->withinColumn), "source", "p.adj", "cliffs_delta",
                              "group1", "group2", "p", "n1", "n2"});
    for (TablePane *pane : {m_overview, m_tests, m_withinTable})
        pane->selectKey(selection().reaction());
    const GroupComparison *first = groups->entries.empty() ? nullptr : &groups->entries.front().comparison;
    const QString adjustment = first ? coreText(first->adjustment) : QString();
    m_across->setText(tr("p: over all groups. p.adj.reactions: adjusted over the reactions tested (%1). "
                         "cliffs_delta: effect, "
                         "from −1 to 1, of the two groups furthest apart.")
                          .arg(adjustment));
    m_pairs->setText(tr("p.adj: adjusted over the pairs of groups of a reaction. p.adj.reactions: over the "
                        "reactions tested, for the same two groups (%1).")
                         .arg(adjustment));
    const QString within = QString::fromStdString(groups->withinColumn);
    results().setTabText(results().indexOf(m_withinTable),
                         within.isEmpty() ? tr("Within") : tr("Within %1").arg(within));
}

void GroupsPanel::showProject()
{
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
