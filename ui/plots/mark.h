// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pathgan {

/// What a mark of a figure (a point, a bar, a row) can stand for.
enum class Thing { Sample, Gene, Reaction, Pathway };
inline constexpr Thing allThings[] = {Thing::Sample, Thing::Gene, Thing::Reaction, Thing::Pathway};

/// One of them by its name. Empty: none.
struct Mark
{
    Thing thing = Thing::Sample;
    QString name = {};

    bool operator==(const Mark &) const = default;
};

} // namespace pathgan
