// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStringList>

namespace pathgan {

/// PathGAN's texts and those of Qt's dialogs in the locale's language, else in English (which needs a file
/// too, for its plurals). Call it once there is an application object, before the first text.
void installLanguage(const QLocale &locale);

/// The languages that the program speaks, e.g. "de", "en".
QStringList languages();
/// What the user chose in the menu; empty: that of the system.
QString chosenLanguage();
void chooseLanguage(const QString &code);
/// Texts and numbers in the language chosen in place of those installed before; nothing where none is chosen.
void installChosenLanguage();

} // namespace pathgan
