// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/data/readreport.h"

#include <string>
#include <vector>

namespace pathgan {

struct RankedList;

/// "ragged row", "missing value" …
const char *problemName(ProblemKind kind);

/// What reading a file met and did, for people: how it was read (with facts, e.g. "80 samples"), and how many
/// problems of each kind there were and what became of them. One sentence each, or none. rules: null where
/// the reader has none.
std::vector<std::string> readingSentences(const std::string &name, const ReadReport &report,
                                          const std::string &facts = {}, const ReadRules *rules = nullptr);
/// The same as notes of a command.
void noteReading(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
                 const std::string &facts = {}, const ReadRules *rules = nullptr);

/// The same of a table of samples × values.
void noteTable(const CommandLine &line, const std::filesystem::path &path, const ReadReport &report,
               std::size_t rows, std::size_t columns, const ReadRules *rules = nullptr);

std::string factsOf(const ExpressionMatrix &matrix);
std::string factsOf(const ClinicalTable &table);
std::string factsOf(const GeneSetCollection &sets);
std::string factsOf(const InteractionNetwork &network);
std::string factsOf(const RankedList &list);
/// Of an input of a project; nothing of a model and of a gene map.
std::string factsOf(const Project &project, Part part);

} // namespace pathgan
