// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/deletions.h"

#include <vector>

namespace pathgan {

/// Genes (each once, by the first of its variants) or reactions of the options; `asked` empty: all.
std::vector<int> deletionTargets(const MetabolicModel &model, DeletionKind kind,
                                 const std::vector<int> &asked);

/// Reactions that a deletion stops beyond those that the base options stop.
class LostReactions
{
public:
    LostReactions(const MetabolicModel &model, const DeletionOptions &options);

    std::vector<int> of(int target) const; ///< ascending
    std::vector<int> of(int first, int second) const;

private:
    bool isLost(int reaction, int first, int second) const;

    const MetabolicModel &m_model;
    DeletionKind m_kind;
    std::vector<std::vector<int>> m_variants; ///< by first variant
    std::vector<std::vector<int>> m_ruled;    ///< reactions whose rule names a gene, by first variant
    std::vector<bool> m_absent;               ///< genes that the base options knock out
    std::vector<bool> m_alreadyLost;
};

} // namespace pathgan
