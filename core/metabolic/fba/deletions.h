// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fba.h"

#include <limits>
#include <string>
#include <vector>

namespace pathgan {

enum class DeletionKind { Genes, Reactions };

struct DeletionOptions
{
    DeletionKind kind = DeletionKind::Genes;
    /// Genes or reactions of the model; empty: all. A gene is all its transcript variants (same Entrez id):
    /// any of them stands for it, and it is deleted once.
    std::vector<int> first;
    bool isDouble = false;   ///< pairs of first and second instead
    std::vector<int> second; ///< partners; empty: those of first
    FbaOptions base;         ///< objective, bounds and knock-outs of the wild type; its method is not used
    double essentialShare = 0.01; ///< less growth than this share of the wild type's is none
    unsigned threads = 0;

    static constexpr std::size_t mostRows = 5'000'000;
    Result<void> check(const MetabolicModel &model) const;
};

/// One deletion. A pair of something with itself is its single deletion.
struct Deletion
{
    int first = 0;   ///< gene (of its variants the one that comes first in the model) or reaction
    int second = -1; ///< −1: single
    SolutionStatus status = SolutionStatus::Undefined;
    double growth = std::numeric_limits<double>::quiet_NaN(); ///< value of the objective; NaN unless Optimal
    /// Infeasible, or growth below the share. Says nothing where an objective is minimised.
    bool isEssential = false;
};

struct DeletionRun
{
    double wildTypeGrowth = 0;
    std::vector<Deletion> rows; ///< in the order asked, pairs by their first; each once
    std::size_t asked = 0;      ///< rows there would be without a stop
    bool stoppedEarly = false;  ///< only the rows finished before a Keep request
};

/// Optimum after each deletion: what is lost gets the bounds (0, 0). Rows depend neither on their order nor
/// on threads. Infeasible, Unbounded, SolverFailed: of the wild type.
Result<DeletionRun> deletions(const MetabolicModel &model, const DeletionOptions &options,
                              const TaskContext &context = {});

/// A reaction's id; a gene's Entrez id where the model's ids are made of it (8639 of 8639_AT1), else its id.
/// Pairs are joined with "+".
std::string deletionName(const MetabolicModel &model, DeletionKind kind, const Deletion &deletion);

} // namespace pathgan
