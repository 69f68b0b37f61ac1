// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/barcode.h"

#include "core/base/text.h"

#include <algorithm>

namespace pathgan {

namespace {

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<Barcode> parseBarcode(std::string_view text)
{
    text = trimmed(text);
    constexpr std::size_t patientLength = 12; // TCGA-AA-BBBB
    if (text.size() < patientLength)
        return std::nullopt;
    std::string upper = toUpper(text);
    std::replace_if(
        upper.begin(), upper.end(), [](char c) { return c == '.' || c == '_'; }, '-');
    const std::string_view code = upper;
    if (!code.starts_with("TCGA-") || code[7] != '-' || !isAlnum(code[5]) || !isAlnum(code[6]) ||
        !std::all_of(code.begin() + 8, code.begin() + patientLength, isAlnum))
        return std::nullopt;
    Barcode barcode;
    barcode.patient = code.substr(0, patientLength);
    if (code.size() == patientLength)
        return barcode;
    // -01, then nothing, a vial letter or further parts
    if (code.size() < 15 || code[12] != '-' || !isDigit(code[13]) || !isDigit(code[14]))
        return std::nullopt;
    const std::string_view rest = code.substr(15);
    const bool vial = !rest.empty() && rest[0] >= 'A' && rest[0] <= 'Z';
    if (!rest.empty() && rest[0] != '-' && !(vial && (rest.size() == 1 || rest[1] == '-')))
        return std::nullopt;
    barcode.sample = code.substr(0, 15);
    barcode.sampleType = (code[13] - '0') * 10 + (code[14] - '0');
    return barcode;
}

} // namespace pathgan
