// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rail.h"

#include "core/engine/session.h"
#include "ui/panel.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

namespace pathgan {

namespace {

constexpr int symbolSize = 22, stateSize = 16, padding = 12;

IconRole roleOf(StepState state)
{
    switch (state) {
    case StepState::Empty:
        return IconRole::Muted;
    case StepState::Ready:
    case StepState::Loading:
    case StepState::Running:
        return IconRole::Accent;
    case StepState::Done:
        return IconRole::Good;
    case StepState::Partial:
        return IconRole::Partial;
    case StepState::Differs:
    case StepState::Stale:
        return IconRole::Warning;
    }
    return IconRole::Muted;
}

QColor textColorOf(StepState state)
{
    const ThemeColors colors = themeColors();
    switch (roleOf(state)) {
    case IconRole::Accent:
        return colors.accent;
    case IconRole::Good:
        return colors.good;
    case IconRole::Warning:
        return colors.warning;
    case IconRole::Partial:
        return colors.partial;
    default:
        return colors.muted;
    }
}

} // namespace

RailButton::RailButton(int number, const QString &title, const QString &icon, QWidget *parent)
    : QAbstractButton(parent), m_number(number), m_icon(icon)
{
    setObjectName(QStringLiteral("railStep%1").arg(number));
    setText(title);
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setState(StepState::Empty, {});
}

void RailButton::setState(StepState state, const QString &detail)
{
    m_state = state;
    m_detail = detail;
    setAccessibleName(tr("%1 %2: %3").arg(m_number).arg(text(), stateText(state)));
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + m_number));
    const QString tip =
        tr("%1 — %2 (%3)").arg(text(), stateText(state), keys.toString(QKeySequence::NativeText));
    setToolTip(detail.isEmpty() ? tip
                                : QStringLiteral("<p>%1</p><p>%2</p>").arg(tip.toHtmlEscaped(), detail));
    setAccessibleDescription(detail);
    update();
}

QSize RailButton::sizeHint() const
{
    const int lines = fontMetrics().height() * 2 + 4;
    return {184, std::max(lines + 18, symbolSize + 2 * padding)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    const ThemeColors colors = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(6.5, 2.5, -6.5, -2.5);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? colors.selection : colors.window);
        painter.drawRoundedRect(frame, 7, 7);
    }
    if (isChecked()) {
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(QRectF(frame.left(), frame.top() + 9, 3.5, frame.height() - 18), 1.75, 1.75);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame, 7, 7);
    }
    const int left = 6 + padding;
    themedIcon(m_icon, isChecked() ? IconRole::Accent : IconRole::Text)
        .paint(&painter, QRect(left, (height() - symbolSize) / 2, symbolSize, symbolSize));

    const int textLeft = left + symbolSize + padding, lineHeight = fontMetrics().height();
    const int top = (height() - 2 * lineHeight - 2) / 2;
    const QRect titleRect(textLeft, top, width() - textLeft - 10, lineHeight);
    QFont bold = font();
    bold.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(titleRect, Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("%1  %2").arg(m_number).arg(text()));
    const QRect stateRect = titleRect.translated(0, lineHeight + 2);
    themedIcon(stateIcon(m_state), roleOf(m_state))
        .paint(&painter, QRect(textLeft, stateRect.center().y() - stateSize / 2 + 1, stateSize, stateSize));
    painter.setFont(font());
    painter.setPen(textColorOf(m_state));
    painter.drawText(stateRect.adjusted(stateSize + 5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     stateText(m_state));
}

void RailButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

Rail::Rail(const std::vector<Panel *> &panels, Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_panels(panels)
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Workflow"));
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 10);
    layout->setSpacing(2);
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        const int step = static_cast<int>(i);
        auto *button = new RailButton(step + 1, m_panels[i]->title(), m_panels[i]->iconName(), this);
        connect(button, &RailButton::clicked, this, [this, step] { emit stepChosen(step); });
        layout->addWidget(button);
        m_buttons.append(button);
    }
    layout->addStretch(1);
    connect(&session, &Session::partChanged, this, &Rail::refresh);
    connect(&session, &Session::staleChanged, this, &Rail::refresh);
    connect(&session, &Session::runningChanged, this, &Rail::refresh);
    refresh();
}

void Rail::setCurrent(int step)
{
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(i == step);
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    const int forward = event->key() == Qt::Key_Down ? 1 : (event->key() == Qt::Key_Up ? -1 : 0);
    for (int i = 0; forward != 0 && i < m_buttons.size(); ++i) {
        const int next = i + forward;
        if (m_buttons[i]->hasFocus() && next >= 0 && next < m_buttons.size()) {
            m_buttons[next]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

void Rail::refresh()
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        const Panel *panel = m_panels[static_cast<std::size_t>(i)];
        const StepState state = stepState(m_session, panel->part());
        const QString detail = panel->stateDetail();
        if (state != m_buttons[i]->state() || detail != m_buttons[i]->detail())
            m_buttons[i]->setState(state, detail);
    }
}

} // namespace pathgan
