// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/module_p.h"

namespace pathgan {

/// GanModule::evaluate: "gatv2", "critic", "knn", "attention", "projection formula", "pathway",
/// "projected", "losses", "adam". Entries of `in`: options as scalars, "parameters.<name>", inputs,
/// "loss_weights" (the weights of a sum whose gradients are returned as "grad_<input>" and
/// "grad_parameters.<name>").
Result<PlainArrays> evaluateReference(const std::string &what, const PlainArrays &in);

} // namespace pathgan
