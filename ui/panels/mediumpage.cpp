// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/mediumpage.h"

#include "ui/coretext.h"
#include "ui/models/tables.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/scenarios.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

MediumPage::MediumPage(Scenarios &scenarios, QWidget *parent)
    : QWidget(parent), m_scenarios(scenarios), m_preset(new QComboBox(this)),
      m_note(new NoteLabel(QStringLiteral("mediumNote"), this)),
      m_table(new TablePane(QStringLiteral("medium"), tr("Medium"), this))
{
    setObjectName(QStringLiteral("mediumPage"));
    auto *label = new QLabel(tr("&Preset"), this);
    label->setObjectName(QStringLiteral("mediumPresetLabel"));
    label->setBuddy(m_preset);
    m_preset->setObjectName(QStringLiteral("mediumPreset"));
    m_preset->setAccessibleName(tr("Medium preset"));
    m_preset->setToolTip(
        tr("Sets the uptake limit of every exchange; what was typed in the table is taken back"));
    const auto add = [this](const QString &text, MediumPreset preset, const QString &tip) {
        m_preset->addItem(text, static_cast<int>(preset));
        m_preset->setItemData(m_preset->count() - 1, tip, Qt::ToolTipRole);
    };
    add(tr("As distributed"), MediumPreset::AsDistributed, tr("Bounds as in the model's file"));
    add(tr("Physiological"), MediumPreset::Physiological,
        tr("Only water, ions, oxygen, glucose, amino acids, vitamins and essential fatty acids may enter, at "
           "the "
           "limits of the file"));
    add(tr("Stress test's medium"), MediumPreset::ModelR,
        tr("The same nutrients at the limits of the stress test: glucose 0.5, glutamine 0.1, other amino "
           "acids "
           "0.05 mmol/gDW/h …"));
    add(tr("Closed"), MediumPreset::Closed, tr("Nothing may enter; open what is wanted in the table"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(label);
    bar->addWidget(m_preset);
    bar->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    m_table->setEditable();
    m_table->setEmptyText(tr("The model has no exchange reactions."));
    connect(m_preset, &QComboBox::activated, this,
            [this] { m_scenarios.setMedium(static_cast<MediumPreset>(m_preset->currentData().toInt())); });
    connect(&scenarios, &Scenarios::changed, this, &MediumPage::showScenario);
}

void MediumPage::showModel()
{
    const auto &model = m_scenarios.model();
    m_shown = model.get();
    m_rows = model ? mediumRows(*model) : std::vector<int>();
    if (!model)
        return m_table->model().clear();
    showMedium(m_table->model(), m_scenarios, m_rows);
    m_table->fitColumns();
    showScenario();
}

void MediumPage::showScenario()
{
    const auto &model = m_scenarios.model();
    m_preset->setCurrentIndex(m_preset->findData(static_cast<int>(m_scenarios.current().medium)));
    m_table->model().refreshCells();
    if (!model || model.get() != m_shown)
        return m_note->clear();
    const auto isOpen = [&](int reaction) {
        return uptakeLimit(*model, m_scenarios.bounds()[static_cast<std::size_t>(reaction)]) > 0;
    };
    qint64 exchanges = 0, openExchanges = 0, open = 0;
    for (const int reaction : m_rows) {
        const bool isExchange = model->boundaryKind(reaction) == BoundaryKind::Exchange;
        exchanges += isExchange ? 1 : 0;
        openExchanges += isExchange && isOpen(reaction) ? 1 : 0;
        open += isOpen(reaction) ? 1 : 0;
    }
    if (exchanges > 1 && openExchanges == exchanges)
        m_note->show(
            NoteLabel::Kind::Warning,
            tr("All %1 exchanges are open: anything may enter, so food does not limit what is computed. "
               "Choose “Physiological”, or close what the cells do not get.")
                .arg(countText(exchanges)));
    else if (open == 0)
        m_note->show(NoteLabel::Kind::Warning,
                     tr("Nothing may enter: only what needs no input can run. Open exchanges in the table."));
    else
        m_note->show(NoteLabel::Kind::Info, tr("%1 of %2 boundary reactions let something enter.")
                                                .arg(countText(open), countText(qint64(m_rows.size()))));
}

} // namespace pathgan
