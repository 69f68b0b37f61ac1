// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace pathgan {

/// Fusion with marks that can be seen in the dark: Fusion draws the frames of tick boxes and sliders in a
/// shade darker than the window.
class ThemeStyle : public QProxyStyle
{
public:
    ThemeStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    /// The buttons of a dock's title and signs of messages, which Fusion has in one size only.
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace pathgan
