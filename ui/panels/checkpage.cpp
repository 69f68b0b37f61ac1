// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/checkpage.h"

#include "core/engine/session.h"
#include "core/metabolic/model/modelgenes.h"
#include "core/steps/freshness.h"
#include "ui/coretext.h"
#include "ui/models/tables.h"
#include "ui/panels/optionsform.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/selection.h"
#include "ui/stalenesstext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pathgan {

CheckPage::CheckPage(Session &session, Selection &selection, QWidget *parent)
    : QWidget(parent), m_session(session),
      m_run(
          makeButton(QStringLiteral("checkButton"), QStringLiteral("check"), tr("&Check model"), true, this)),
      m_options(session.project().checkOptions), m_form(new OptionsForm(this)), m_kinds(new QComboBox(this)),
      m_note(new NoteLabel(QStringLiteral("checkNote"), this)),
      m_table(new TablePane(QStringLiteral("modelCheck"), tr("Findings of the model check"), this))
{
    setObjectName(QStringLiteral("checkPage"));
    m_form->bind(m_options);
    m_form->addSwitch(
        "check_fluxes", tr("Also what needs &linear programs"),
        tr("Blocked reactions, loops that run without input, energy from nothing; takes longer"));
    m_kinds->setObjectName(QStringLiteral("checkKinds"));
    m_kinds->setAccessibleName(tr("Kind of findings shown"));
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *label = new QLabel(tr("Sh&ow"), this);
    label->setObjectName(QStringLiteral("checkKindsLabel"));
    label->setBuddy(m_kinds);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_run);
    bar->addWidget(m_form);
    bar->addStretch(1);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(8);
    choice->addWidget(label);
    choice->addWidget(m_kinds);
    choice->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_note);
    layout->addLayout(choice);
    layout->addWidget(m_table, 1);
    connect(m_run, &QPushButton::clicked, this, [this] { m_session.run(Part::ModelCheck); });
    connect(m_form, &OptionsForm::changed, this, [this] { m_session.setOptions<CheckStep>(m_options); });
    connect(&session, &Session::optionsChanged, this, [this] {
        m_options = m_session.project().checkOptions;
        m_form->load();
    });
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &CheckPage::showKind);
    connect(m_table, &TablePane::keySelected, &selection, [this, &selection](const QString &id) {
        const auto &model = m_session.project().model;
        if (model && model->reactionIndex(id.toStdString()) >= 0)
            return selection.setReaction(id);
        if (model && model->metaboliteIndex(id.toStdString()) >= 0)
            return selection.setMetabolite(id);
        const int gene = model ? model->geneIndex(id.toStdString()) : -1;
        if (gene >= 0)
            selection.setGene(QString::fromStdString(
                geneName(model->genes[static_cast<std::size_t>(gene)], m_session.project().genes())));
    });
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::ModelCheck)
            showRun();
        else if (part == Part::Model)
            refreshState();
    });
    connect(&session, &Session::staleChanged, this, &CheckPage::refreshState);
    connect(&session, &Session::runningChanged, this, &CheckPage::refreshState);
    showRun();
}

void CheckPage::showRun()
{
    const auto &run = m_session.project().modelCheck;
    {
        const QSignalBlocker quiet(m_kinds);
        m_kinds->clear();
        m_kinds->addItem(tr("All findings (%1)").arg(countText(run ? qint64(run->findings.size()) : 0)), -1);
        for (const CheckKind kind : checkKinds()) {
            const std::size_t count = run ? run->count(kind) : 0;
            if (count > 0)
                m_kinds->addItem(tr("%1 (%2)").arg(coreText(checkKindName(kind)), countText(qint64(count))),
                                 static_cast<int>(kind));
        }
    }
    showKind();
    refreshState();
}

void CheckPage::showKind()
{
    showFindings(m_table->model(), m_session.project().modelCheck, m_kinds->currentData().toInt());
    m_table->fitColumns();
}

void CheckPage::refreshState()
{
    const Project &project = m_session.project();
    const auto &run = project.modelCheck;
    const bool running = m_session.isRunning(Part::ModelCheck);
    m_run->setEnabled(project.model && !running);
    m_table->setEmptyText(run ? tr("Nothing odd was found.") : QString());
    if (running) {
        m_note->show(NoteLabel::Kind::Info, tr("Checking… Progress is shown at the bottom of the window."));
    } else if (!run) {
        m_note->show(
            NoteLabel::Kind::Info,
            tr("The check looks for dead ends, blocked reactions, imbalances, loops, unknown genes and open "
               "exchanges in the model as it was read. Every finding is a fact about the file, not always "
               "a fault."));
    } else if (isStale(project, Part::ModelCheck)) {
        m_note->show(NoteLabel::Kind::Warning, stalenessText(staleness(project, Part::ModelCheck), *m_form));
    } else {
        QString text =
            tr("%1 findings; mass balance could be checked for %2 of %3 reactions.")
                .arg(countText(qint64(run->findings.size())), countText(qint64(run->balanceChecked)),
                     countText(project.model ? qint64(project.model->reactions.size()) : 0));
        QStringList left;
        for (const CheckKind kind : run->left)
            left.append(coreText(checkKindName(kind)));
        if (!left.isEmpty())
            text += tr(" Not decided, because their linear programs failed: %1.")
                        .arg(left.join(QStringLiteral(", ")));
        m_note->show(left.isEmpty() ? NoteLabel::Kind::Info : NoteLabel::Kind::Warning, text);
    }
}

} // namespace pathgan
