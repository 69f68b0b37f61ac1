// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/decimalmark.h"

#include <QRegularExpression>

namespace pathgan {

namespace {

bool &isComma()
{
    static bool comma = false; // of the program, as its language is
    return comma;
}

} // namespace

void setDecimalComma(bool on)
{
    isComma() = on;
}

bool hasDecimalComma()
{
    return isComma();
}

QString withDecimalMark(QString text)
{
    static const QRegularExpression number(
        QStringLiteral("(?<![\\w.])(?<!\\w-)(\\d+)\\.(\\d+(?:e[+−-]?\\d+)?)(?!\\w|[.-]\\w)"));
    return isComma() ? text.replace(number, QStringLiteral("\\1,\\2")) : text;
}

} // namespace pathgan
