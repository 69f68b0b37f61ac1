// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/session.h"

namespace pathgan {

/// Starts a step with these options, as its form and its button do.
template <class Step>
void runWith(Session &session, const typename Step::Options &options)
{
    session.setOptions<Step>(options);
    session.run(Step::facts.part);
}

} // namespace pathgan
