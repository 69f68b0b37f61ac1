// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/foldingsettings.h"

#include "ui/panels/panelparts.h"
#include "ui/sidetab.h"

#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace pathgan {

namespace {

constexpr int widestFolded = 1300; // pixels of a window whose settings fold by themselves

} // namespace

FoldingSettings::FoldingSettings(const QString &name, QWidget *settings, QPushButton *run, QWidget *results,
                                 int settingsWidth, QWidget *parent)
    : QWidget(parent), m_run(run), m_column(new QWidget(this)), m_strip(new QWidget(this))
{
    setObjectName(name + QStringLiteral("Folding"));
    buildColumn(name, settings);
    buildStrip(name);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(name + QStringLiteral("Splitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_column);
    splitter->addWidget(results);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({settingsWidth, 900});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(splitter, 1);
}

void FoldingSettings::buildColumn(const QString &name, QWidget *settings)
{
    m_column->setObjectName(name + QStringLiteral("Column"));
    QToolButton *fold = makeToolButton(name + QStringLiteral("Fold"), QStringLiteral("chevron-left"), {},
                                       tr("Fold the settings away"), m_column);
    fold->setFocusPolicy(Qt::NoFocus); // by the keyboard through the palette
    connect(fold, &QToolButton::clicked, this, [this] { choose(true); });
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_run, 1);
    row->addWidget(fold);
    auto *layout = new QVBoxLayout(m_column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(settings, 1);
    layout->addLayout(row);
}

/// In place of the settings: what opens them, and Run.
void FoldingSettings::buildStrip(const QString &name)
{
    m_strip->setObjectName(name + QStringLiteral("Strip"));
    auto *tab = new SideTab(tr("Settings"), m_strip);
    tab->setObjectName(name + QStringLiteral("Tab"));
    connect(tab, &SideTab::clicked, this, [this] { choose(false); });
    QToolButton *run =
        makeToolButton(name + QStringLiteral("Run"), QStringLiteral("play"), {}, m_run->text(), m_strip);
    connect(run, &QToolButton::clicked, m_run, &QPushButton::click);
    auto *layout = new QVBoxLayout(m_strip);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(tab, 1);
    layout->addWidget(run);
    m_strip->hide();
}

void FoldingSettings::choose(bool isFolded)
{
    m_isChosen = true;
    setFolded(isFolded);
}

void FoldingSettings::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    const bool hadFocus = m_column->isAncestorOf(focusWidget());
    m_column->setVisible(!m_isFolded);
    m_strip->setVisible(m_isFolded);
    if (m_isFolded && hadFocus)
        m_strip->findChild<SideTab *>()->setFocus();
    emit folded();
}

void FoldingSettings::setRunnable(bool runnable)
{
    m_run->setEnabled(runnable);
    m_strip->findChild<QToolButton *>()->setEnabled(runnable);
}

void FoldingSettings::setHasResults(bool has)
{
    m_hasResults = has;
    foldBySize();
}

/// A figure needs the room more than settings that led to it.
void FoldingSettings::foldBySize()
{
    const bool isSmall = window()->width() <= widestFolded && m_hasResults;
    if (!m_isChosen && isSmall != m_isFolded)
        setFolded(isSmall);
}

void FoldingSettings::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldBySize();
}

} // namespace pathgan
