// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/themestyle.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <algorithm>
#include <utility>
#include <vector>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QStyleHints>
#endif

/// The library is a static one, whose resources nobody else asks for. Outside any namespace, as Qt demands.
static void qInitResourcesOfWindow()
{
    Q_INIT_RESOURCE(resources);
}

namespace pathgan {

namespace {

constexpr const char *contrastKey = "pathganHighContrast";

QPalette paletteOf(const ThemeColors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.error);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.raised);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border);
    palette.setColor(QPalette::Shadow, c.border.darker(140));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.muted);
    return palette;
}

/// Style sheet with its @names replaced by the theme's colours.
QString styleSheetOf(const ThemeColors &c)
{
    QFile file(QStringLiteral(":/themes/pathgan.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> names[] = {
        {"@window", c.window},       {"@surface", c.surface},   {"@raised", c.raised},
        {"@border", c.border},       {"@text", c.text},         {"@muted", c.muted},
        {"@accent", c.accent},       {"@onAccent", c.onAccent}, {"@selection", c.selection},
        {"@good", c.good},           {"@warning", c.warning},   {"@error", c.error},
        {"@infoBack", c.infoBack},   {"@goodBack", c.goodBack}, {"@warningBack", c.warningBack},
        {"@errorBack", c.errorBack}, {"@partial", c.partial},   {"@partialBack", c.partialBack},
    };
    // Longest names first: @warningBack before @warning.
    std::vector<std::pair<QString, QString>> ordered;
    for (const auto &[name, color] : names)
        ordered.emplace_back(QString::fromLatin1(name), color.name());
    std::sort(ordered.begin(), ordered.end(),
              [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    for (const auto &[name, color] : ordered)
        sheet.replace(name, color);
    return sheet;
}

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Before Qt 6.5 only the platform's palette tells; ours hides it, so it is asked once.
    const char *key = "pathganSystemDark";
    if (!qApp->property(key).isValid())
        qApp->setProperty(key, QGuiApplication::palette().color(QPalette::Window).lightness() < 128);
    return qApp->property(key).toBool();
#endif
}

QColor colorOf(IconRole role)
{
    const ThemeColors colors = themeColors();
    switch (role) {
    case IconRole::Text:
        return colors.text;
    case IconRole::Muted:
        return colors.muted;
    case IconRole::Accent:
        return colors.accent;
    case IconRole::OnAccent:
        return colors.onAccent;
    case IconRole::Good:
        return colors.good;
    case IconRole::Warning:
        return colors.warning;
    case IconRole::Error:
        return colors.error;
    case IconRole::Partial:
        return colors.partial;
    }
    return colors.text;
}

/// The drawing with `currentColor` replaced, which QtSvg does not do itself.
QByteArray tintedSvg(const QString &name, const QColor &color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

void paintSvg(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    QSvgRenderer renderer(tintedSvg(name, color));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter, rect);
}

/// Asks for the theme's colour each time it paints.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, IconRole role) : m_name(std::move(name)), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintSvg(*painter, rect, m_name, mode == QIcon::Disabled ? themeColors().border : colorOf(m_role));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        if (pixmap.isNull()) // there is no room for it
            return pixmap;
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_role); }
    bool isNull() override { return false; }

private:
    QString m_name;
    IconRole m_role;
};

} // namespace

ThemeColors ThemeColors::light()
{
    ThemeColors c;
    c.window = "#f6f7f9";
    c.surface = "#ffffff";
    c.raised = "#eef0f4";
    c.border = "#d3d8e0";
    c.text = "#1c2430";
    c.muted = "#576070";
    c.accent = "#14609c";
    c.onAccent = "#ffffff";
    c.selection = "#dceaf7";
    c.good = "#1a6b3c";
    c.warning = "#8a4b00";
    c.error = "#b3261e";
    c.infoBack = "#e8f1fa";
    c.goodBack = "#e6f4ea";
    c.warningBack = "#fdf1dc";
    c.errorBack = "#fdeceb";
    c.partial = "#6b3fa0";
    c.partialBack = "#f0eafa";
    return c;
}

ThemeColors ThemeColors::dark()
{
    ThemeColors c;
    c.window = "#16191f";
    c.surface = "#1d2129";
    c.raised = "#252a34";
    c.border = "#3a4150";
    c.text = "#e6e9ef";
    c.muted = "#a2acbd";
    c.accent = "#74b6ee";
    c.onAccent = "#0c1a28";
    c.selection = "#24405a";
    c.good = "#7fd19b";
    c.warning = "#f0b65c";
    c.error = "#ff9a90";
    c.infoBack = "#1c2d3d";
    c.goodBack = "#1b3124";
    c.warningBack = "#382b14";
    c.errorBack = "#3c2120";
    c.partial = "#c8a9f5";
    c.partialBack = "#2e2540";
    return c;
}

ThemeColors ThemeColors::highContrast()
{
    ThemeColors c;
    c.window = "#000000";
    c.surface = "#000000";
    c.raised = "#141414";
    c.border = "#ffffff";
    c.text = "#ffffff";
    c.muted = "#e0e0e0";
    c.accent = "#ffe14d";
    c.onAccent = "#000000";
    c.selection = "#00336b";
    c.good = "#7dff9c";
    c.warning = "#ffc04d";
    c.error = "#ffb0a8";
    c.infoBack = "#00264d";
    c.goodBack = "#003314";
    c.warningBack = "#3d2a00";
    c.errorBack = "#4d0a06";
    c.partial = "#e3ccff";
    c.partialBack = "#2b004d";
    return c;
}

void applyTheme(ThemeChoice choice)
{
    qInitResourcesOfWindow();
    const bool contrast = choice == ThemeChoice::HighContrast;
    qApp->setProperty(contrastKey, contrast);
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark());
    const ThemeColors colors = contrast ? ThemeColors::highContrast()
                               : dark   ? ThemeColors::dark()
                                        : ThemeColors::light();
    const char *styled = "pathganStyled";
    const QString sheet = styleSheetOf(colors);
    if (!qApp->property(styled).toBool())
        QApplication::setStyle(new ThemeStyle);
    else if (sheet == qApp->styleSheet())
        return; // the system's is the one that is there: every widget would be styled for nothing
    qApp->setProperty(styled, true);
    // With a sheet in place a new palette makes every widget resolve its own again: five times as slow.
    qApp->setStyleSheet({});
    QApplication::setPalette(paletteOf(colors));
    qApp->setStyleSheet(sheet);
}

bool isDarkTheme()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

ThemeColors themeColors()
{
    if (qApp->property(contrastKey).toBool())
        return ThemeColors::highContrast();
    return isDarkTheme() ? ThemeColors::dark() : ThemeColors::light();
}

PlotTheme plotTheme()
{
    if (qApp->property(contrastKey).toBool())
        return PlotTheme::highContrast();
    return isDarkTheme() ? PlotTheme::dark() : PlotTheme::light();
}

QIcon themedIcon(const QString &name, IconRole role)
{
    return QIcon(new ThemedIconEngine(name, role));
}

QPixmap themedPixmap(const QString &name, int size, IconRole role, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintSvg(painter, QRectF(0, 0, pixels, pixels), name, colorOf(role));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace pathgan
