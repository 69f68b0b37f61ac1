// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
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

} // namespace pathgan
