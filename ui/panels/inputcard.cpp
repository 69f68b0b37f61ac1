// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/inputcard.h"

#include "ui/coretext.h"
#include "ui/panels/panelparts.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace pathgan {

InputCard::InputCard(Part part, const QString &icon, const QString &hint, QWidget *parent)
    : QFrame(parent), m_part(part), m_hint(hint), m_file(new QLabel(this))
{
    const QString name = QStringLiteral("input%1").arg(static_cast<int>(part));
    setObjectName(name);
    setAccessibleName(partTitle(part));
    setProperty("card", true);
    auto *symbol = new IconLabel(24, this);
    symbol->setObjectName(name + QStringLiteral("Icon"));
    symbol->setIcon(icon, IconRole::Accent);
    auto *title = new QLabel(partTitle(part), this);
    title->setObjectName(name + QStringLiteral("Title"));
    title->setProperty("role", QStringLiteral("subheading"));
    m_file->setObjectName(name + QStringLiteral("File"));
    m_file->setWordWrap(true);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts = makeCaption(name + QStringLiteral("Facts"), {}, this);
    m_open = makeButton(name + QStringLiteral("Open"), {}, tr("Open…"), false, this);
    m_open->setProperty("compact", true);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(m_part); });

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(symbol, 0, 0, 3, 1, Qt::AlignTop);
    grid->addWidget(title, 0, 1);
    grid->addWidget(m_open, 0, 2, 2, 1, Qt::AlignTop);
    grid->addWidget(m_file, 1, 1);
    grid->addWidget(m_facts, 2, 1, 1, 2);
    setContent({}, {}, {});
}

void InputCard::setContent(const QString &file, const QString &toolTip, const QString &facts)
{
    m_file->setText(file);
    m_file->setVisible(!file.isEmpty());
    m_file->setToolTip(toolTip);
    m_facts->setText(facts.isEmpty() ? m_hint : facts);
    const bool loaded = !toolTip.isEmpty();
    m_open->setText(loaded ? tr("Replace…") : tr("Open…"));
    m_open->setAccessibleName(loaded ? tr("Replace %1").arg(partTitle(m_part))
                                     : tr("Open %1").arg(partTitle(m_part)));
}

void InputCard::setWaiting(bool waiting)
{
    m_open->setEnabled(!waiting);
}

} // namespace pathgan
