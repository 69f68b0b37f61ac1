// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/decimalmark.h"
#include "ui/plots/figureparts_p.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double captionShare = 0.12;

QStringList sentencesOf(const QStringList &paragraphs)
{
    static const QRegularExpression between(QStringLiteral("(?<=[.!?])\\s+(?=\\p{Lu})"));
    QStringList sentences;
    for (const QString &paragraph : paragraphs)
        sentences += paragraph.split(between, Qt::SkipEmptyParts);
    return sentences;
}

QString superscript(int number)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text;
    for (const QChar c : QString::number(number))
        text += c == QLatin1Char('-') ? QChar(0x207b) : digits[c.digitValue()];
    return text;
}

} // namespace

QString elided(const QString &text, const QFont &font, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
}

QString figureNumber(double value, int significant)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? QStringLiteral("–")
               : value > 0       ? QStringLiteral("∞")
                                 : QStringLiteral("−∞");
    QString text = withDecimalMark(QString::number(value, 'g', significant));
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString pValueText(double p, bool isBound)
{
    if (std::isnan(p))
        return QStringLiteral("–");
    if (p < 1e-4)
        return withDecimalMark(QStringLiteral("< 0.0001"));
    return (isBound ? QStringLiteral("< ") : QString()) + withDecimalMark(QString::number(p, 'g', 2));
}

QString pRelation(double p, bool isBound)
{
    const QString text = pValueText(p, isBound);
    return text.startsWith(QLatin1Char('<')) ? text : QStringLiteral("= ") + text;
}

QStringList shortCaption(const QCustomPlot &canvas, const QFont &font, const QStringList &paragraphs)
{
    const double width = textWidth(canvas);
    const auto most =
        static_cast<qsizetype>(captionShare * canvas.viewport().height() / QFontMetricsF(font).lineSpacing());
    const auto fits = [&](const QString &text) { return wrapped(text, font, width).size() <= most; };
    QString text;
    for (const QString &sentence : sentencesOf(paragraphs)) {
        const QString longer = text.isEmpty() ? sentence : text + QLatin1Char(' ') + sentence;
        if (!fits(longer))
            break;
        text = longer;
    }
    if (text.isEmpty() && most > 0 && !paragraphs.isEmpty()) { // not even the first one
        QStringList words = sentencesOf(paragraphs).value(0).split(QLatin1Char(' '));
        while (words.size() > 1 && !fits(words.join(QLatin1Char(' ')) + QStringLiteral(" …")))
            words.removeLast();
        text = words.join(QLatin1Char(' ')) + QStringLiteral(" …");
    }
    return text.isEmpty() ? QStringList() : QStringList{text};
}

QString axisNumber(double value, int significant)
{
    QString text = QString::number(value, 'g', significant);
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    if (e >= 0) {
        const QString mantissa = text.left(e);
        const QString power = QStringLiteral("10") + superscript(text.mid(e + 1).toInt());
        text = mantissa == QLatin1String("1")    ? power
               : mantissa == QLatin1String("-1") ? QLatin1Char('-') + power
                                                 : mantissa + QChar(0x00b7) + power;
    }
    return withDecimalMark(text).replace(QLatin1Char('-'), QChar(0x2212));
}

void addEndTexts(QCPAxisRect *panel, const PlotTheme &theme, const QString &left, const QColor &leftColour,
                 const QString &right, const QColor &rightColour)
{
    const QFont font = smallFont(theme);
    QMargins margins = panel->minimumMargins();
    margins.setBottom(static_cast<int>(std::ceil(QFontMetricsF(font).height())) + 4);
    panel->setMinimumMargins(margins);
    addPainted(
        panel,
        [=](QCPPainter &painter, const QCPAxisRect &area) {
            const QFontMetricsF metrics(font);
            const double line = area.bottom() + 3 + metrics.ascent(), half = area.width() / 2.0 - 6;
            const auto draw = [&](const QString &whole, const QColor &colour, bool atRight) {
                const QString text = elided(whole, font, half);
                const double wide = metrics.horizontalAdvance(text);
                painter.setFont(font);
                painter.setPen(colour);
                painter.drawText(QPointF(atRight ? area.right() - wide : area.left(), line), text);
            };
            draw(left, leftColour, false);
            draw(right, rightColour, true);
        },
        false);
}

} // namespace pathgan
