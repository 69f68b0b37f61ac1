// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/inchikey_p.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <array>

namespace pathgan {

namespace {

using Bytes = std::array<unsigned, 32>;

Bytes digestOf(std::string_view text)
{
    const std::string hexadecimal = sha256(text);
    Bytes bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<unsigned>(std::stoul(hexadecimal.substr(2 * i, 2), nullptr, 16));
    return bytes;
}

/// The 2^14 triplets of letters that InChIKeys use: neither E.. nor TAA to TTV.
const std::vector<std::string> &triplets()
{
    static const std::vector<std::string> all = [] {
        std::vector<std::string> result;
        for (char a = 'A'; a <= 'Z'; ++a)
            for (char b = 'A'; b <= 'Z'; ++b)
                for (char c = 'A'; c <= 'Z'; ++c) {
                    const std::string one{a, b, c};
                    if (a != 'E' && !(one >= "TAA" && one <= "TTV"))
                        result.push_back(one);
                }
        return result;
    }();
    return all;
}

/// `bits` bits from bit `first` on, lowest first.
unsigned bitsOf(const Bytes &bytes, unsigned first, unsigned bits)
{
    unsigned value = 0;
    for (unsigned i = 0; i < bits; ++i)
        value |= ((bytes[(first + i) / 8] >> ((first + i) % 8)) & 1U) << i;
    return value;
}

/// Triplets of 14 bits each, then two letters of 9 bits.
std::string block(std::string_view text, unsigned count)
{
    const Bytes bytes = digestOf(text);
    std::string result;
    for (unsigned i = 0; i < count; ++i)
        result += triplets()[bitsOf(bytes, 14 * i, 14)];
    const unsigned last = bitsOf(bytes, 14 * count, 9);
    result += static_cast<char>('A' + last / 26);
    result += static_cast<char>('A' + last % 26);
    return result;
}

} // namespace

std::string inchiKey(std::string_view inchi)
{
    static constexpr std::string_view prefix = "InChI=1S/";
    static constexpr std::size_t doubled = 255; // shorter minor layers are hashed twice over
    if (!inchi.starts_with(prefix))
        return {};
    const std::vector<std::string> layers = split(inchi.substr(prefix.size()), '/');
    std::string major = layers.front(), minor;
    int protons = 0;
    for (std::size_t i = 1; i < layers.size(); ++i) {
        const std::string &layer = layers[i];
        if (layer.empty())
            return {};
        if (layer[0] == 'p')
            protons = static_cast<int>(parseNumber(layer.substr(layer[1] == '+' ? 2 : 1)).value_or(0));
        else
            (minor.empty() && (layer[0] == 'c' || layer[0] == 'h' || layer[0] == 'q') ? major : minor) +=
                '/' + layer;
    }
    if (minor.size() < doubled)
        minor += minor;
    const char last = protons < -12 || protons > 12 ? 'A' : static_cast<char>('N' + protons);
    return block(major, 4) + '-' + block(minor, 2) + "SA-" + last;
}

} // namespace pathgan
