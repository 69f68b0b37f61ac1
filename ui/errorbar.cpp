// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errorbar.h"

#include "ui/errortext.h"
#include "ui/panels/panelparts.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>

namespace pathgan {

ErrorBar::ErrorBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_more(new QLabel(this)),
      m_details(new QPlainTextEdit(this)),
      m_unfold(makeToolButton(QStringLiteral("errorDetailsButton"), QStringLiteral("chevron-down"),
                              tr("Details"), tr("Show what exactly went wrong"), this)),
      m_copy(makeToolButton(QStringLiteral("errorCopyButton"), QStringLiteral("copy"), tr("Copy"),
                            tr("Copy the message with its details"), this)),
      m_close(makeToolButton(QStringLiteral("errorCloseButton"), QStringLiteral("close"), tr("Close"),
                             tr("Close this message"), this)),
      m_closeAll(makeToolButton(QStringLiteral("errorCloseAllButton"), {}, tr("Close all"),
                                tr("Close all messages"), this))
{
    setObjectName(QStringLiteral("errorBar"));
    setAccessibleName(tr("Messages"));
    m_icon->setObjectName(QStringLiteral("errorIcon"));
    m_text->setObjectName(QStringLiteral("errorText"));
    m_more->setObjectName(QStringLiteral("errorMore"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setProperty("role", QStringLiteral("caption"));
    m_unfold->setCheckable(true);
    m_details->setObjectName(QStringLiteral("errorDetails"));
    m_details->setAccessibleName(tr("Details"));
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(96);
    m_details->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    for (QToolButton *button : {m_unfold, m_copy, m_closeAll, m_close})
        row->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(m_details);

    for (QToolButton *button : {m_copy, m_close}) // room for the text
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_unfold, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, &ErrorBar::dismiss);
    connect(m_closeAll, &QToolButton::clicked, this, &ErrorBar::dismissAll);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        const Entry &entry = m_entries.first();
        QApplication::clipboard()->setText(entry.text + QStringLiteral("\n\n") + entry.details);
    });
    hide();
}

void ErrorBar::showError(const Error &error, std::optional<Part> part)
{
    add({errorText(error, part), errorDetails(error, part), true});
}

void ErrorBar::showMessage(const QString &text)
{
    add({text, {}, false});
}

void ErrorBar::add(const Entry &entry)
{
    const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &other) {
        return other.text == entry.text && other.details == entry.details;
    });
    Entry shown = entry;
    if (same != m_entries.end()) {
        shown.times = same->times + 1;
        m_entries.erase(same);
    }
    // The latest first, so that it is seen; but a message does not hide a failure.
    const auto firstMessage =
        std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &other) { return !other.failure; });
    m_entries.insert(entry.failure ? m_entries.begin() : firstMessage, shown);
    update();
}

QString ErrorBar::text() const
{
    return m_entries.isEmpty() ? QString() : m_entries.first().text;
}

void ErrorBar::dismiss()
{
    if (!m_entries.isEmpty())
        m_entries.removeFirst();
    m_unfold->setChecked(false);
    update();
}

void ErrorBar::dismissAll()
{
    m_entries.clear();
    m_unfold->setChecked(false);
    update();
}

void ErrorBar::update()
{
    setVisible(!m_entries.isEmpty());
    if (m_entries.isEmpty())
        return;
    const Entry &entry = m_entries.first();
    m_text->setText(entry.times > 1 ? tr("%1 (%2 times)").arg(entry.text).arg(entry.times) : entry.text);
    m_details->setPlainText(entry.details);
    m_more->setText(tr("%n more", nullptr, count() - 1));
    m_more->setVisible(count() > 1);
    m_closeAll->setVisible(count() > 1);
    m_unfold->setVisible(!entry.details.isEmpty());
    m_icon->setPixmap(themedPixmap(entry.failure ? QStringLiteral("error") : QStringLiteral("info"), 18,
                                   entry.failure ? IconRole::Error : IconRole::Accent, devicePixelRatioF()));
    setProperty("note", entry.failure ? QStringLiteral("error") : QStringLiteral("info"));
    restyle(this);
}

} // namespace pathgan
