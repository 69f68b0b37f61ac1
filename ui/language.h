// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace pathgan {

/// PathGAN's texts and those of Qt's dialogs in the locale's language, else in English (which needs a file
/// too, for its plurals). Call it once there is an application object, before the first text.
void installLanguage(const QLocale &locale);

} // namespace pathgan
