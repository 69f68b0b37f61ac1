// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcomepage.h"

#include "ui/coretext.h"
#include "ui/panels/panelparts.h"
#include "ui/provenancetext.h"
#include "ui/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace pathgan {

namespace {

QFrame *makeCard(const QString &name, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setObjectName(name);
    card->setProperty("card", true);
    return card;
}

QLabel *makeHeading(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setProperty("role", QStringLiteral("heading"));
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("welcomePage"));
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("welcomeScroll"));
    scroll->setAccessibleName(tr("Welcome"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    page->setObjectName(QStringLiteral("welcomeContent"));
    auto *column = new QVBoxLayout;
    column->setSpacing(22);
    column->addStretch(1);
    column->addWidget(makeIntroduction());
    column->addWidget(makeActions());
    column->addWidget(makeProjects());
    auto *lower = new QHBoxLayout;
    lower->setSpacing(22);
    lower->addWidget(makeShortcuts(), 1);
    lower->addWidget(makeDataNote(), 1);
    column->addLayout(lower);
    column->addStretch(2);
    auto *center = new QHBoxLayout(page);
    center->setContentsMargins(32, 24, 32, 24);
    center->addStretch(1);
    center->addLayout(column, 8);
    center->addStretch(1);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

QWidget *WelcomePage::makeIntroduction()
{
    auto *box = new QWidget(this);
    box->setObjectName(QStringLiteral("welcomeIntroduction"));
    auto *logo = new QLabel(box);
    logo->setObjectName(QStringLiteral("welcomeLogo"));
    logo->setAccessibleName(tr("PathGAN"));
    logo->setPixmap(QIcon(QStringLiteral(":/icons/pathgan.svg")).pixmap(QSize(72, 72), devicePixelRatioF()));
    auto *title = new QLabel(tr("From tumour transcriptomes to metabolic flux"), box);
    title->setObjectName(QStringLiteral("welcomeTitle"));
    title->setProperty("role", QStringLiteral("title"));
    auto *text = makeCaption(
        QStringLiteral("welcomeText"),
        tr("PathGAN maps gene expression of a cohort onto a genome-scale model and computes fluxes for every "
           "tumour.<br>It trains a network that attends to pathways and predicts these fluxes from "
           "expression, "
           "and shows which genes and pathways its predictions rest on.<br>It compares the fluxes between "
           "clinical groups, such as tumours treated with and without radiation. Everything runs on this "
           "computer; nothing is sent anywhere."),
        box);
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    words->addWidget(title);
    words->addWidget(text);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(20);
    row->addWidget(logo, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return box;
}

QWidget *WelcomePage::makeActions()
{
    QFrame *card = makeCard(QStringLiteral("welcomeActions"), this);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(22, 18, 22, 18);
    row->setSpacing(22);
    const auto addAction = [&](const QString &name, const QString &icon, const QString &text, bool primary,
                               const QString &explanation) {
        auto *column = new QVBoxLayout;
        column->setSpacing(8);
        QPushButton *button = makeButton(name, icon, text, primary, card);
        button->setMinimumHeight(38);
        column->addWidget(button);
        column->addWidget(makeCaption(name + QStringLiteral("Text"), explanation, card));
        column->addStretch(1);
        row->addLayout(column, 1);
        return button;
    };
    QPushButton *example = addAction(
        QStringLiteral("openExampleButton"), QStringLiteral("example"), tr("Open the e&xample"), true,
        tr("A small made-up cohort and model that come with the program: every panel shows something "
           "at once."));
    QPushButton *files = addAction(
        QStringLiteral("openFilesButton"), QStringLiteral("open"), tr("&Open files…"), false,
        tr("Expression, clinical table, model, gene sets, network: choose them all at once, or drop them "
           "anywhere in the window. Each is recognised from its content."));
    connect(example, &QPushButton::clicked, this, &WelcomePage::exampleRequested);
    connect(files, &QPushButton::clicked, this, &WelcomePage::openRequested);
    return card;
}

QWidget *WelcomePage::makeProjects()
{
    m_projects = makeCard(QStringLiteral("welcomeProjects"), this);
    auto *layout = new QVBoxLayout(m_projects);
    layout->setContentsMargins(22, 16, 22, 16);
    layout->setSpacing(8);
    m_projects->hide();
    return m_projects;
}

void WelcomePage::setRecent(const QStringList &paths)
{
    if (std::exchange(m_recent, paths) != paths)
        fillProjects();
}

void WelcomePage::setRecoverables(const std::vector<Recoverable> &left)
{
    const bool wereNone = std::exchange(m_recoverables, left).empty();
    if (!wereNone || !left.empty())
        fillProjects();
}

/// What a crash left behind first, then what was open lately.
void WelcomePage::fillProjects()
{
    auto *layout = static_cast<QVBoxLayout *>(m_projects->layout());
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto addRow = [&](const QString &name, const QString &text, const QString &explanation) {
        auto *row = new QWidget(m_projects);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *button = makeButton(name, {}, text, false, row);
        line->addWidget(button);
        line->addWidget(makeCaption(name + QStringLiteral("Text"), explanation, row), 1);
        layout->addWidget(row);
        return std::pair(button, line);
    };
    if (!m_recoverables.empty())
        layout->addWidget(makeHeading(QStringLiteral("welcomeRecoverTitle"),
                                      tr("Not saved when PathGAN ended"), m_projects));
    for (std::size_t i = 0; i < m_recoverables.size(); ++i) {
        const Recoverable left = m_recoverables[i];
        const QString project = left.project.empty()
                                    ? tr("Unsaved project")
                                    : QFileInfo(QString::fromStdString(left.project)).completeBaseName();
        const QString when = localTime(left.time);
        const auto [button, line] = addRow(
            QStringLiteral("recoverButton%1").arg(i), tr("Recover %1").arg(project),
            left.lastStep.empty() ? when
                                  : tr("%1, last finished: %2").arg(when, coreText(left.lastStep.c_str())));
        connect(button, &QPushButton::clicked, this, [this, left] { emit recoverRequested(left); });
        QPushButton *discard =
            makeButton(QStringLiteral("discardButton%1").arg(i), {}, tr("Discard"), false, m_projects);
        line->addWidget(discard);
        connect(
            discard, &QPushButton::clicked, this, [this, left] { emit discardRequested(left); },
            Qt::QueuedConnection); // it goes with its row
    }
    if (!m_recent.isEmpty())
        layout->addWidget(
            makeHeading(QStringLiteral("welcomeRecentTitle"), tr("Recent projects"), m_projects));
    for (qsizetype i = 0; i < m_recent.size() && i < 5; ++i) {
        const QString path = m_recent[i];
        const auto [button, line] =
            addRow(QStringLiteral("recentButton%1").arg(i), QFileInfo(path).completeBaseName(),
                   QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
        connect(button, &QPushButton::clicked, this, [this, path] { emit projectRequested(path); });
    }
    m_projects->setVisible(!m_recoverables.empty() || !m_recent.isEmpty());
}

QWidget *WelcomePage::makeShortcuts()
{
    QFrame *card = makeCard(QStringLiteral("welcomeShortcuts"), this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(22, 16, 22, 16);
    layout->setSpacing(8);
    layout->addWidget(makeHeading(QStringLiteral("welcomeShortcutsTitle"), tr("Good to know"), card));
    const auto native = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    const std::pair<QString, QString> rows[] = {
        {native(QKeySequence::Open), tr("open files of any kind")},
        {native(Qt::CTRL | Qt::Key_1) + QStringLiteral(" … 8"), tr("go to a step of the workflow")},
        {native(Qt::CTRL | Qt::Key_R), tr("run the step on screen")},
        {native(Qt::CTRL | Qt::Key_E), tr("export the figure on screen")},
        {native(Qt::Key_F1), tr("all shortcuts")},
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < static_cast<int>(std::size(rows)); ++i) {
        auto *keys = new QLabel(rows[i].first, card);
        keys->setObjectName(QStringLiteral("welcomeKeys%1").arg(i));
        keys->setProperty("role", QStringLiteral("subheading"));
        grid->addWidget(keys, i, 0);
        grid->addWidget(makeCaption(QStringLiteral("welcomeKeysText%1").arg(i), rows[i].second, card), i, 1);
    }
    layout->addLayout(grid);
    layout->addStretch(1);
    return card;
}

QWidget *WelcomePage::makeDataNote()
{
    QFrame *card = makeCard(QStringLiteral("welcomeData"), this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(22, 16, 22, 16);
    layout->setSpacing(8);
    layout->addWidget(makeHeading(QStringLiteral("welcomeDataTitle"), tr("Where data come from"), card));
    layout->addWidget(makeCaption(
        QStringLiteral("welcomeDataText"),
        tr("Expression and clinical tables of TCGA cohorts: UCSC Xena (HiSeqV2, clinicalMatrix).<br>"
           "Metabolic model: Recon3D as SBML from BiGG.<br>Gene sets: the hallmark collection of MSigDB or "
           "Enrichr.<br>Interaction network: STRING."),
        card));
    QPushButton *more = makeButton(QStringLiteral("dataHelpButton"), QStringLiteral("help"),
                                   tr("&Addresses and terms of use…"), false, card);
    connect(more, &QPushButton::clicked, this, &WelcomePage::dataHelpRequested);
    layout->addWidget(more, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return card;
}

} // namespace pathgan
