// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QSettings>
#include <QTranslator>

namespace pathgan {

void installLanguage(const QLocale &locale)
{
    const QString own = QStringLiteral(":/translations");
    auto *texts = new QTranslator(QCoreApplication::instance());
    if (texts->load(locale, QStringLiteral("pathgan"), QStringLiteral("_"), own) ||
        texts->load(QStringLiteral("pathgan_en"), own))
        QCoreApplication::installTranslator(texts);
    auto *dialogs = new QTranslator(QCoreApplication::instance());
    if (dialogs->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(dialogs);
}

namespace {

const QString languageKey = QStringLiteral("window/language");

} // namespace

QStringList languages()
{
    QStringList codes;
    for (const QString &file :
         QDir(QStringLiteral(":/translations")).entryList({QStringLiteral("pathgan_*.qm")}))
        codes << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    return codes;
}

QString chosenLanguage()
{
    return QSettings().value(languageKey).toString();
}

void chooseLanguage(const QString &code)
{
    QSettings().setValue(languageKey, code);
}

void installChosenLanguage()
{
    const QString code = chosenLanguage();
    if (code.isEmpty() || !languages().contains(code))
        return;
    // The country's ways of writing numbers where the language is the system's own.
    const QLocale system = QLocale::system(), chosen(code);
    const QLocale locale = system.language() == chosen.language() ? system : chosen;
    QLocale::setDefault(locale);
    qDeleteAll(
        QCoreApplication::instance()->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly));
    installLanguage(locale);
}

} // namespace pathgan
