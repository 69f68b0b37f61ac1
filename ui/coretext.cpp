#include "ui/coretext.h"

#include "ui/coretextkeys_p.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <unordered_set>

namespace pathgan {

namespace {

const std::unordered_set<std::string_view> &listedKeys()
{
    static const std::unordered_set<std::string_view> keys(std::begin(coreTextKeys()),
                                                           std::end(coreTextKeys()));
    return keys;
}

QString translated(std::string_view key)
{
    return QCoreApplication::translate("Core", std::string(key).c_str());
}

} // namespace

bool isListedCoreText(std::string_view key)
{
    return listedKeys().contains(key);
}

QString coreText(std::string_view key)
{
    if (isListedCoreText(key))
        return translated(key);
    // Ids or a second key stand behind the first: after a colon or in parentheses.
    for (const std::string_view separator : {": ", " ("}) {
        const std::size_t at = key.find(separator);
        if (at == std::string_view::npos || !isListedCoreText(key.substr(0, at)))
            continue;
        const QString between = QString::fromLatin1(separator.data(), qsizetype(separator.size()));
        return translated(key.substr(0, at)) + between + coreText(key.substr(at + separator.size()));
    }
    return QString::fromUtf8(key.data(), qsizetype(key.size()));
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
