// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pathgan {

/// Whether figures drawn from now on, on screen and exported, have a decimal comma in place of the point.
void setDecimalComma(bool on);
bool hasDecimalComma();

/// The text with the decimal mark of figures in each number that stands alone: "p = 0.05", "3.1 = TP53", not
/// in "AC000111.3" or "1.1.1".
QString withDecimalMark(QString text);

} // namespace pathgan
