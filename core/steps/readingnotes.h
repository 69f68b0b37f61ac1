// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"
#include "core/project/project.h"

#include <string>
#include <vector>

namespace pathgan {

struct RankedList;

/// "ragged row", "missing value" …
const char *problemWord(ProblemKind kind);

/// What reading a file met and did, for people: how it was read (with facts, e.g. "80 samples"), and how many
/// problems of each kind there were and what became of them. One sentence each, or none. rules: null where
/// the reader has none.
std::vector<std::string> readingSentences(const std::string &name, const ReadReport &report,
                                          const std::string &facts = {}, const ReadRules *rules = nullptr);
/// The same of an input that a project holds now. Nothing of how a model and a gene map were read.
std::vector<std::string> readingNotes(const Project &project, Part part, const std::string &name,
                                      const ReadReport &report, const ReadRules &rules);

/// What reading its inputs met, part after part, as it stands in their provenance.
std::vector<std::string> readingNotes(const Project &project);

std::string tableFacts(std::size_t rows, std::size_t columns); ///< "12 samples, 2 columns"
std::string factsOf(const ExpressionMatrix &matrix);
std::string factsOf(const ClinicalTable &table);
std::string factsOf(const GeneSetCollection &sets);
std::string factsOf(const InteractionNetwork &network);
std::string factsOf(const RankedList &list);

} // namespace pathgan
