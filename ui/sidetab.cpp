// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidetab.h"

#include "ui/theme.h"

#include <QPainter>

namespace pathgan {

SideTab::SideTab(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(text);
    setObjectName(QStringLiteral("sideTab"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize SideTab::sizeHint() const
{
    return {fontMetrics().height() + 14, fontMetrics().horizontalAdvance(text()) + 40};
}

void SideTab::paintEvent(QPaintEvent *)
{
    const ThemeColors colors = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), underMouse() || hasFocus() ? colors.selection : colors.raised);
    painter.setPen(hasFocus() ? QPen(colors.accent, 2) : QPen(colors.border, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setPen(colors.text);
    painter.translate(0, height());
    painter.rotate(-90);
    painter.drawText(QRect(16, 0, height() - 32, width()), Qt::AlignRight | Qt::AlignVCenter, text());
}

void SideTab::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SideTab::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace pathgan
