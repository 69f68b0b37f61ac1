// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/themestyle.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>
#include <QTabBar>

namespace pathgan {

namespace {

void drawTickBox(const QStyleOption &option, QPainter &painter)
{
    const ThemeColors colors = themeColors();
    const bool enabled = option.state & QStyle::State_Enabled, on = option.state & QStyle::State_On;
    const bool marked = enabled && option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(marked || (on && enabled) ? colors.accent : colors.muted);
    painter.setBrush(on ? (enabled ? colors.accent : colors.border) : colors.surface);
    painter.drawRoundedRect(box, 3, 3);
    if (on) {
        const auto at = [&](double x, double y) {
            return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
        };
        const QPointF tick[] = {at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28)};
        painter.setPen(
            QPen(enabled ? colors.onAccent : colors.muted, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(tick, 3);
    }
    painter.restore();
}

void drawSlider(const QStyle &style, const QStyleOptionSlider &option, QPainter &painter,
                const QWidget *widget)
{
    const ThemeColors colors = themeColors();
    const QRectF handle = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, widget);
    const QRectF all = option.rect;
    const double middle = all.center().y() + 0.5, radius = 6.5;
    const QPointF knob(handle.center().x() + 0.5, middle);
    const bool marked = option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.muted, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(all.left() + radius, middle), QPointF(all.right() - radius, middle));
    painter.setPen(QPen(colors.accent, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(all.left() + radius, middle), knob);
    painter.setPen(QPen(marked ? colors.text : colors.surface, 1.5));
    painter.setBrush(option.state & QStyle::State_Enabled ? colors.accent : colors.border);
    painter.drawEllipse(knob, radius, radius);
    painter.restore();
}

} // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox && option)
        return drawTickBox(*option, *painter);
    if (element == PE_FrameFocusRect && qobject_cast<const QTabBar *>(widget))
        return; // the style sheet colours the text
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QIcon ThemeStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_TitleBarCloseButton:
        return themedIcon(QStringLiteral("close"));
    case SP_TitleBarNormalButton:
        return themedIcon(QStringLiteral("copy")); // two windows, one above the other
    case SP_MessageBoxQuestion:
        return themedIcon(QStringLiteral("help"), IconRole::Accent);
    case SP_MessageBoxInformation:
        return themedIcon(QStringLiteral("info"), IconRole::Accent);
    case SP_MessageBoxWarning:
        return themedIcon(QStringLiteral("warning"), IconRole::Warning);
    case SP_MessageBoxCritical:
        return themedIcon(QStringLiteral("error"), IconRole::Error);
    default:
        break;
    }
    return QProxyStyle::standardIcon(which, option, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_Slider && slider && slider->orientation == Qt::Horizontal)
        return drawSlider(*this, *slider, *painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    // Fusion's frames are shades of the window's colour: none on black.
    const bool isBlack = themeColors().window == ThemeColors::highContrast().window;
    if (isBlack && (control == CC_ComboBox || control == CC_SpinBox)) {
        painter->setPen(option->state & State_HasFocus ? themeColors().accent : themeColors().border);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace pathgan
