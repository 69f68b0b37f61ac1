// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plotpalette.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

// shap 0.46's red_blue at 0, 0.01 … 1 (a walk in CIE Lch at constant lightness steps).
constexpr std::array<unsigned, 101> shapMap = {
    0x008bfb, 0x0089fa, 0x0088fa, 0x0087fa, 0x0085f9, 0x0084f9, 0x0082f8, 0x0081f8, 0x0080f7, 0x007ef6,
    0x007df5, 0x007bf4, 0x007af4, 0x0078f2, 0x0076f2, 0x0075f0, 0x0073f0, 0x0071ee, 0x006fed, 0x0f6eec,
    0x236cea, 0x2c6be9, 0x3769e8, 0x3c67e6, 0x4465e5, 0x4b63e3, 0x5061e2, 0x565fe0, 0x595ede, 0x5f5bdc,
    0x625adb, 0x6757d9, 0x6a56d7, 0x6e53d5, 0x7251d2, 0x754fd1, 0x794cce, 0x7b4acd, 0x7e48ca, 0x8146c8,
    0x8443c6, 0x8641c4, 0x893ec1, 0x8c3abe, 0x8e38bc, 0x9134b9, 0x9232b8, 0x952eb4, 0x972bb2, 0x9927af,
    0x9c23ad, 0x9e21ac, 0xa21eaa, 0xa51ca9, 0xa918a8, 0xab16a7, 0xaf11a5, 0xb10ea4, 0xb507a2, 0xb802a1,
    0xbb00a0, 0xbe009e, 0xc0009d, 0xc3009b, 0xc50099, 0xc90097, 0xcb0096, 0xcd0094, 0xd00092, 0xd20091,
    0xd5008f, 0xd7008d, 0xda008b, 0xdb008a, 0xde0087, 0xe00085, 0xe20084, 0xe40081, 0xe60080, 0xe8007d,
    0xe9007c, 0xeb007a, 0xed0078, 0xef0076, 0xf10073, 0xf20071, 0xf4006f, 0xf5006d, 0xf6006b, 0xf70069,
    0xf90067, 0xfa0065, 0xfb0062, 0xfd0060, 0xfd005e, 0xfe005c, 0xff005a, 0xff0057, 0xff0055, 0xff0053,
    0xff0051,
};

template <std::size_t N>
QColor sampled(const std::array<unsigned, N> &map, double t)
{
    const double position = std::clamp(std::isfinite(t) ? t : 0.0, 0.0, 1.0) * (N - 1);
    const auto low = std::min(static_cast<std::size_t>(position), N - 2);
    const double part = position - static_cast<double>(low);
    const QColor a = QColor::fromRgb(map[low]), b = QColor::fromRgb(map[low + 1]);
    return QColor::fromRgbF(static_cast<float>(a.redF() + part * (b.redF() - a.redF())),
                            static_cast<float>(a.greenF() + part * (b.greenF() - a.greenF())),
                            static_cast<float>(a.blueF() + part * (b.blueF() - a.blueF())));
}

} // namespace

QColor categoryColour(std::size_t index)
{
    static constexpr std::array<unsigned, 7> colours = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7,
                                                        0xe69f00, 0x56b4e9, 0xf0e442};
    return QColor::fromRgb(colours[index % colours.size()]);
}

QColor neutralColour()
{
    return QColor::fromRgb(0x8c8c8c);
}

QColor blueWhiteRed(double t)
{
    static constexpr std::array<unsigned, 7> map = {0x2166ac, 0x67a9cf, 0xd1e5f0, 0xf7f7f7,
                                                    0xfddbc7, 0xef8a62, 0xb2182b};
    return sampled(map, t);
}

QColor viridis(double t)
{
    static constexpr std::array<unsigned, 9> map = {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c,
                                                    0x28ae80, 0x5ec962, 0xaddc30, 0xfde725};
    return sampled(map, t);
}

QColor shapColour(double t)
{
    return sampled(shapMap, t);
}

QColor shapPositive()
{
    return QColor::fromRgb(0xff0051);
}

QColor shapNegative()
{
    return QColor::fromRgb(0x008bfb);
}

QColor forcePositive()
{
    return QColor::fromRgb(0xff0d57);
}

QColor forceNegative()
{
    return QColor::fromRgb(0x1e88e5);
}

QColor missingColour()
{
    return QColor::fromRgb(0x777777);
}

QColor constantColour()
{
    return QColor::fromRgb(0xd9cba3);
}

} // namespace pathgan
