// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pathgan {

/// A TCGA barcode: TCGA-AA-BBBB-01, TCGA.AA.BBBB.01, …-01A…, or a patient's TCGA-AA-BBBB.
struct Barcode
{
    std::string patient; ///< TCGA-AA-BBBB
    std::string sample;  ///< TCGA-AA-BBBB-01; empty for a patient's
    int sampleType = -1; ///< 1 primary, 2 recurrent, 6 metastatic, 11 normal; −1 for a patient's
};

std::optional<Barcode> parseBarcode(std::string_view text);

} // namespace pathgan
