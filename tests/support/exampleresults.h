// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

/// Plausible made-up results of every step, for tests and pictures of figures. The same at each call.
namespace exampleresults {

pathgan::Project project(std::size_t samples = 90);

std::shared_ptr<const pathgan::FluxRun> flux(std::size_t samples);
std::shared_ptr<const pathgan::GanRun> training(const pathgan::FluxRun &flux);
std::shared_ptr<const pathgan::ShapRun> explanation(std::size_t samples, std::size_t genes);
std::shared_ptr<const pathgan::EnrichmentRun> enrichment(bool signedMetric);
std::shared_ptr<const pathgan::StressRun> stress(std::size_t samples, bool predicted);
/// Groups "NO", "YES" and "not reported", or as many as asked for.
std::shared_ptr<const pathgan::GroupRun> groups(const pathgan::FluxRun &flux, int groupCount = 2);

} // namespace exampleresults
