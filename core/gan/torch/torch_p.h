// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The precompiled header of the module: the only door through which LibTorch comes in.
#include <torch/torch.h>
