// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coretext.h"

#include "core/metabolic/model/growthlimit.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace pathgan {

QString coreText(std::string_view key)
{
    const std::string source(key);
    const QString text = QCoreApplication::translate("Core", source.c_str());
    if (text != QString::fromStdString(source))
        return text;
    // Ids or a second key stand behind the first: after a colon or in parentheses.
    for (const char *separator : {": ", " ("}) {
        const std::size_t at = key.find(separator);
        if (at == std::string_view::npos)
            continue;
        const std::string first(key.substr(0, at));
        const QString translated = QCoreApplication::translate("Core", first.c_str());
        if (translated != QString::fromStdString(first))
            return translated + QLatin1String(separator) + coreText(key.substr(at + 2));
    }
    return text;
}

QString explainedText(const ExplainedSamples &chosen)
{
    using How = ExplainedSamples::How;
    const auto say = [](const char *text) { return QCoreApplication::translate("Samples", text); };
    const QString some = chosen.of > 0 ? say(QT_TRANSLATE_NOOP("Samples", "%1 of %2 samples"))
                                             .arg(countText(static_cast<qint64>(chosen.count)),
                                                  countText(static_cast<qint64>(chosen.of)))
                                       : QCoreApplication::translate("Samples", "%n sample(s)", nullptr,
                                                                     static_cast<int>(chosen.count));
    const QString seed = QString::number(chosen.seed);
    switch (chosen.how) {
    case How::Named:
        return chosen.of > 0 ? say(QT_TRANSLATE_NOOP("Samples", "%1, selected by name")).arg(some) : some;
    case How::First:
        return say(QT_TRANSLATE_NOOP("Samples", "%1, the first of the cohort, which may be one tissue only"))
            .arg(some);
    case How::All:
        return some;
    case How::Drawn:
        return say(QT_TRANSLATE_NOOP("Samples", "%1, drawn with seed %2")).arg(some, seed);
    case How::Stratified:
        return say(QT_TRANSLATE_NOOP("Samples", "%1, drawn with seed %2, each value of %3 with its share"))
            .arg(some, seed, QString::fromStdString(chosen.column));
    }
    return some;
}

QString partTitle(Part part)
{
    QString title = coreText(partName(part));
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

QString growthDoubt(double growth)
{
    if (!(growth > fastestGrowth))
        return {};
    return QCoreApplication::translate(
        "Numbers",
        "No cell grows like that: bacteria reach 4 1/h, human cells less than 0.1 1/h. More enters than a "
        "cell takes up (a medium names nutrients, not how much there is of them): read growth as a share "
        "only.");
}

namespace {

/// The minus of print, as figures have it.
QString withMinus(QString text)
{
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace

QString countText(qint64 count)
{
    return withMinus(QLocale().toString(count));
}

QString numberText(double value, int significant)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return withMinus(QLocale().toString(value, 'g', significant));
}

QString pText(double p)
{
    if (std::isnan(p))
        return QCoreApplication::translate("Numbers", "p not defined");
    if (p < 1e-4)
        return QCoreApplication::translate("Numbers", "p < %1").arg(QLocale().toString(0.0001, 'f', 4));
    return QCoreApplication::translate("Numbers", "p = %1").arg(QLocale().toString(p, 'g', 2));
}

} // namespace pathgan
