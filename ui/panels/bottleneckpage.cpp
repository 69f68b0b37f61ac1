// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/bottleneckpage.h"

#include "core/steps/bottlenecktable.h"
#include "ui/coretext.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace pathgan {

BottleneckPage::BottleneckPage(Selection &selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_note(new NoteLabel(QStringLiteral("bottleneckNote"), this)),
      m_caption(makeCaption(QStringLiteral("bottleneckCaption"), {}, this)),
      m_limits(new TablePane(QStringLiteral("bottleneck_limits"), tr("Bounds that hold it back"), this)),
      m_tumours(new TablePane(QStringLiteral("bottleneck_tumours"),
                              tr("Training samples with the same bottleneck"), this))
{
    setObjectName(QStringLiteral("bottleneckPage"));
    m_sample = makePicker(QStringLiteral("bottleneckSample"), this);
    m_reaction = makePicker(QStringLiteral("bottleneckReaction"), this);
    auto *tables = new QSplitter(Qt::Horizontal, this);
    tables->setObjectName(QStringLiteral("bottleneckTables"));
    tables->setChildrenCollapsible(false);
    tables->addWidget(m_limits);
    tables->addWidget(m_tumours);
    tables->setStretchFactor(0, 2);
    tables->setStretchFactor(1, 1);
    m_tumours->setSearchVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(pickerBar({{tr("S&ample"), m_sample}, {tr("Capacit&y of"), m_reaction}}));
    layout->addWidget(m_note);
    layout->addWidget(m_caption);
    layout->addWidget(tables, 1);

    connect(m_sample, &QComboBox::currentIndexChanged, this, &BottleneckPage::refresh);
    connect(m_reaction, &QComboBox::currentIndexChanged, this, &BottleneckPage::refresh);
    connect(m_reaction, &QComboBox::textActivated, &selection, &Selection::setReaction);
    connect(m_sample, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_selection.setSample(m_sample->itemText(index));
    });
    const auto follow = [this](QComboBox *box, const QString &name) {
        if (const int index = box->findText(name); index >= 0)
            box->setCurrentIndex(index);
    };
    connect(&selection, &Selection::reactionChanged, this, [this, follow](const QString &reaction) {
        if (!m_isTelling)
            follow(m_reaction, reaction);
    });
    connect(&selection, &Selection::sampleChanged, this, [this, follow](const QString &sample) {
        if (!m_isTelling)
            follow(m_sample, sample);
    });
    // The page stays with the sample and the reaction that it explains.
    connect(m_limits, &TablePane::keySelected, this, [this](const QString &limiting) {
        const QScopedValueRollback telling(m_isTelling, true);
        m_selection.setReaction(limiting);
    });
    connect(m_tumours, &TablePane::keySelected, this, [this](const QString &sample) {
        const QScopedValueRollback telling(m_isTelling, true);
        m_selection.setSample(sample);
    });
}

void BottleneckPage::setRun(std::shared_ptr<const GanRun> run)
{
    m_run = std::move(run);
    fill();
    refresh();
}

void BottleneckPage::fill()
{
    const QSignalBlocker quietSample(m_sample), quietReaction(m_reaction);
    const QString sample = m_sample->currentIndex() > 0 ? m_sample->currentText() : m_selection.sample();
    const QString reaction =
        m_reaction->currentText().isEmpty() ? m_selection.reaction() : m_reaction->currentText();
    m_sample->clear();
    m_reaction->clear();
    m_sample->addItem(tr("all samples (mean)"));
    if (!m_run)
        return;
    for (const std::string &name : m_run->samples)
        m_sample->addItem(QString::fromStdString(name));
    for (const std::string &name : m_run->reactions)
        m_reaction->addItem(QString::fromStdString(name));
    m_sample->setCurrentIndex(std::max(0, m_sample->findText(sample)));
    m_reaction->setCurrentIndex(std::max(0, m_reaction->findText(reaction)));
}

void BottleneckPage::refresh()
{
    const bool hasAny = m_run && !m_run->bottlenecks.empty();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_sample, m_reaction, m_limits, m_tumours})
        widget->setEnabled(hasAny);
    m_limits->setTable({});
    m_tumours->setTable({});
    if (!hasAny) {
        m_caption->clear();
        if (m_run)
            m_note->show(NoteLabel::Kind::Info,
                         tr("This network has no bottleneck head: it was switched off, or the targets are no "
                            "capacities under E-Flux, whose linear programs have dual solutions."));
        else
            m_note->clear();
        return;
    }
    m_note->clear();
    const int sample = m_sample->currentIndex() - 1, reaction = std::max(0, m_reaction->currentIndex());
    const std::vector<double> &shares = m_run->networkShare;
    const double share =
        static_cast<std::size_t>(reaction) < shares.size() ? shares[static_cast<std::size_t>(reaction)] : 1;
    m_caption->setText(tr("An elasticity of 0.5: 1 % more of the bound makes the capacity 0.5 % larger. The "
                          "prediction of this reaction is the head's by %1 % and the pathway network's by %2 "
                          "%, as validation chose. No linear program is solved: the dual solutions of "
                          "training samples are evaluated at a sample's own bounds.")
                           .arg(numberText(100 * (1 - share), 3), numberText(100 * share, 3)));
    m_limits->setTable(limitTable(*m_run, sample, reaction),
                       {tr("Bound of"), tr("Gene"), tr("Elasticity"), tr("Side"), tr("Subsystem")});
    m_tumours->setVisible(sample >= 0);
    m_tumours->setTable(tumourTable(*m_run, sample, reaction), {tr("Training sample"), tr("Weight")});
}

} // namespace pathgan
