// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coretext.h"

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

QString partTitle(Part part)
{
    QString title = coreText(partName(part));
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString numberText(double value, int significant)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return QLocale().toString(value, 'g', significant);
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
