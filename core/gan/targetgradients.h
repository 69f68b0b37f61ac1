// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pathgan {

struct GanInput;
struct TrainingSet;

/// How the targets of training and validation samples depend on expression, both standardised:
/// (∂target/∂x) · sd of the gene / sd of the target, by sample and varying reaction, few genes each.
class TargetGradients
{
public:
    struct Slope
    {
        int gene = 0; ///< position in NetworkFrame::genes
        float value = 0;
    };

    TargetGradients() = default;
    TargetGradients(std::size_t samples, std::size_t reactions)
        : m_reactions(reactions), m_slopes(samples * reactions), m_isKnown(samples * reactions, 0)
    {}

    bool isEmpty() const { return m_slopes.empty(); }
    std::size_t reactions() const { return m_reactions; }
    /// False where the sample is a test sample, or its dual solution is not the only one or not exact.
    bool isKnown(std::size_t sample, std::size_t reaction) const
    {
        return m_isKnown[sample * m_reactions + reaction] != 0;
    }
    const std::vector<Slope> &of(std::size_t sample, std::size_t reaction) const
    {
        return m_slopes[sample * m_reactions + reaction];
    }
    void set(std::size_t sample, std::size_t reaction, std::vector<Slope> slopes)
    {
        m_slopes[sample * m_reactions + reaction] = std::move(slopes);
        m_isKnown[sample * m_reactions + reaction] = 1;
    }
    /// Share of the given samples' reactions that are known.
    double knownShare(const std::vector<int> &samples) const;

private:
    std::size_t m_reactions = 0;
    std::vector<std::vector<Slope>> m_slopes;
    std::vector<std::uint8_t> m_isKnown;
};

/// set: frame, split and columns. Of an input with dual solutions that checkDuals() accepts.
TargetGradients targetGradients(const GanInput &input, const TrainingSet &set);

} // namespace pathgan
