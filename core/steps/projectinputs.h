// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/projectfile.h"

namespace pathgan {

/// Reads the matrix of a project again, by the rules that its provenance names.
MatrixReader matrixReader();

} // namespace pathgan
