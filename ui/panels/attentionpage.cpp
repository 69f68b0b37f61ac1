// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/attentionpage.h"

#include "ui/coretext.h"
#include "ui/panels/clinicalcolumns.h"
#include "ui/panels/figurepane.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/attentionheatmap.h"
#include "ui/plots/attentionplot.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace pathgan {

namespace {

enum Item { Kind = Qt::UserRole, Value };
enum class Of { All, Group, Sample };

} // namespace

AttentionPage::AttentionPage(Selection &selection, QWidget *parent)
    : QWidget(parent), m_selection(selection),
      m_samples(makePicker(QStringLiteral("attentionSamples"), this)),
      m_column(makePicker(QStringLiteral("attentionColumn"), this)),
      m_head(makePicker(QStringLiteral("attentionHead"), this)),
      m_note(new NoteLabel(QStringLiteral("attentionNote"), this)), m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("attentionPage"));
    m_tabs->setObjectName(QStringLiteral("attentionTabs"));
    m_tabs->setAccessibleName(tr("Attention"));
    buildTabs();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(pickerBar(
        {{tr("Samples"), m_samples}, {tr("Groups &by"), m_column}, {tr("Attention head"), m_head}}));
    layout->addWidget(m_note);
    layout->addWidget(m_tabs, 1);

    connect(m_samples, &QComboBox::currentIndexChanged, this, &AttentionPage::refresh);
    connect(m_head, &QComboBox::currentIndexChanged, this, &AttentionPage::refresh);
    connect(m_column, &QComboBox::currentIndexChanged, this, [this] {
        fillSamples();
        refresh();
        refreshGroups();
    });
    connect(m_samples, &QComboBox::activated, this, [this](int index) {
        if (m_samples->itemData(index, Kind).toInt() == static_cast<int>(Of::Sample))
            m_selection.setSample(m_samples->itemText(index));
    });
    connect(&selection, &Selection::sampleChanged, this, [this](const QString &sample) {
        const int index = m_samples->findText(sample);
        if (index >= 0 && m_samples->currentData(Kind).toInt() == static_cast<int>(Of::Sample))
            m_samples->setCurrentIndex(index);
    });
}

void AttentionPage::buildTabs()
{
    m_bars = new AttentionPlot;
    m_pairs = new AttentionHeatMap;
    m_groups = new TablePane(QStringLiteral("attention_groups"), tr("Attention by group"), this);
    m_tabs->addTab(new FigurePane(m_bars, m_selection, m_tabs), tr("Received"));
    m_tabs->addTab(new FigurePane(m_pairs, m_selection, m_tabs), tr("Between pathways"));
    m_tabs->addTab(m_groups, tr("Groups"));
    m_groups->setEmptyText(tr("Groups of samples need a clinical column with at least two values."));
    connect(m_groups, &TablePane::keySelected, &m_selection, &Selection::setPathway);
    connect(&m_selection, &Selection::pathwayChanged, m_groups, &TablePane::selectKey);
}

void AttentionPage::setProject(const Project &project)
{
    m_project = project;
    fillGroupColumns(*m_column, project);
    fillSamples();
    fillHeads();
    refresh();
    refreshGroups();
    showNote();
}

const PathwayAttention *AttentionPage::attention() const
{
    const auto &training = m_project.training;
    return training && training->attention && !training->attention->isEmpty() ? training->attention.get()
                                                                              : nullptr;
}

/// All samples, each group of the column, each sample.
void AttentionPage::fillSamples()
{
    const QSignalBlocker quiet(m_samples);
    const QString current = m_samples->currentText();
    m_samples->clear();
    m_labels.clear();
    const auto add = [this](const QString &text, Of kind, const QVariant &value) {
        m_samples->addItem(text);
        m_samples->setItemData(m_samples->count() - 1, static_cast<int>(kind), Kind);
        m_samples->setItemData(m_samples->count() - 1, value, Value);
    };
    add(tr("all samples"), Of::All, {});
    if (!attention())
        return;
    const std::vector<std::string> &samples = attention()->samples;
    const std::vector<std::string> labels =
        groupLabels(m_project, m_column->currentData().toString().toStdString());
    std::unordered_map<std::string, std::string> labelOf;
    for (std::size_t i = 0; i < labels.size(); ++i)
        labelOf[m_project.cohort->samples[i]] = labels[i];
    for (const std::string &sample : samples)
        m_labels.push_back(labelOf[sample]);
    for (const std::string &label : std::set<std::string>(m_labels.begin(), m_labels.end()))
        if (!label.empty())
            add(QString::fromStdString(label), Of::Group, QString::fromStdString(label));
    for (std::size_t i = 0; i < samples.size(); ++i)
        add(QString::fromStdString(samples[i]), Of::Sample, static_cast<int>(i));
    m_samples->setCurrentIndex(std::max(0, m_samples->findText(current)));
}

void AttentionPage::fillHeads()
{
    const QSignalBlocker quiet(m_head);
    const int current = m_head->currentIndex();
    m_head->clear();
    m_head->addItem(tr("mean of all"));
    if (attention())
        for (std::size_t head = 0; head < attention()->byHead.size(); ++head)
            m_head->addItem(QString::number(head + 1));
    m_head->setCurrentIndex(current < m_head->count() ? std::max(0, current) : 0);
}

std::vector<Index> AttentionPage::rows() const
{
    const auto kind = static_cast<Of>(m_samples->currentData(Kind).toInt());
    if (kind == Of::Sample)
        return {m_samples->currentData(Value).toInt()};
    std::vector<Index> out;
    if (kind == Of::Group) {
        const std::string label = m_samples->currentData(Value).toString().toStdString();
        for (std::size_t i = 0; i < m_labels.size(); ++i)
            if (m_labels[i] == label)
                out.push_back(static_cast<Index>(i));
    }
    return out;
}

QString AttentionPage::chosenSamples() const
{
    switch (static_cast<Of>(m_samples->currentData(Kind).toInt())) {
    case Of::Sample:
        return tr("%1, mean of all heads").arg(m_samples->currentText());
    case Of::Group:
        return tr("mean of %n sample(s) with %1 %2 and all heads", nullptr, static_cast<int>(rows().size()))
            .arg(m_column->currentText(), m_samples->currentText());
    case Of::All:
        break;
    }
    return attentionOf(attention()->samples.size());
}

void AttentionPage::refresh()
{
    const PathwayAttention *shown = attention();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_samples, m_column, m_head, m_tabs})
        widget->setEnabled(shown != nullptr);
    const bool ofAll = m_samples->currentIndex() <= 0;
    m_head->setEnabled(shown && ofAll);
    m_head->setToolTip(ofAll ? QString() : tr("Single heads are kept as means over all samples"));
    if (!shown) {
        m_bars->setRun({}, {}, {});
        m_pairs->setRun({}, {}, {});
        return;
    }
    const int head = ofAll ? m_head->currentIndex() : 0;
    if (head > 0) {
        const MatrixD &weights = shown->byHead[static_cast<std::size_t>(head - 1)];
        const QString of =
            tr("head %1, mean of %n sample(s)", nullptr, static_cast<int>(shown->samples.size())).arg(head);
        m_bars->setRun(shown->tokens, weights.colwise().mean(), of);
        m_pairs->setRun(shown->tokens, weights, of);
        return;
    }
    const std::vector<Index> chosen = rows();
    m_bars->setRun(shown->tokens, shown->receivedBy(chosen), chosenSamples());
    m_pairs->setRun(shown->tokens, shown->pairsOf(chosen), chosenSamples());
}

/// The most certain difference first.
void AttentionPage::refreshGroups()
{
    m_groups->setTable({});
    if (!attention() || m_labels.empty())
        return;
    Result<std::vector<GroupComparison>> compared =
        compareAttention(*attention(), m_labels, m_project.options.groups.comparison);
    if (!compared)
        return;
    Table table;
    table.header = {tr("Pathway").toStdString()};
    for (const Group &group : compared->front().groups)
        if (group.reported)
            table.header.push_back(tr("mean: %1 (n = %2)")
                                       .arg(QString::fromStdString(group.name))
                                       .arg(group.values.size())
                                       .toStdString());
    for (const QString &title : {tr("Test"), tr("p"), tr("p, all pathways"), tr("Note")})
        table.header.push_back(title.toStdString());
    std::stable_sort(compared->begin(), compared->end(), isMoreCertain);
    for (const GroupComparison &c : *compared) {
        std::vector<Cell> row{c.valueName};
        for (const Group &group : c.groups)
            if (group.reported)
                row.emplace_back(group.box.mean);
        row.insert(row.end(), {coreText(c.overallTest).toStdString(), c.overallP, c.acrossP,
                               c.note().empty() ? std::string() : coreText(c.note()).toStdString()});
        table.rows.push_back(std::move(row));
    }
    m_groups->setTable(table);
}

void AttentionPage::showNote()
{
    if (!m_project.training)
        return m_note->clear();
    if (!attention()) {
        m_note->show(
            NoteLabel::Kind::Info,
            tr("Only a network of pathway tokens attends to pathways; this one projects all genes."));
        return;
    }
    const std::vector<double> &shares = m_project.training->networkShare;
    QString text = tr("Attention is not attribution: it says which pathways the network mixes, not what a "
                      "prediction owes to them. SHAP values and bottlenecks say that.");
    if (!shares.empty() && std::all_of(shares.begin(), shares.end(), [](double s) { return s == 0; }))
        text += QLatin1Char(' ') +
                tr("No prediction uses the pathway network here: validation chose the bottleneck head alone "
                   "for every reaction.");
    m_note->show(NoteLabel::Kind::Info, text);
}

} // namespace pathgan
