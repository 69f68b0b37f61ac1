// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/generule.h"

#include <cstdint>
#include <cstdlib>
#include <map>

using namespace pathgan;

/// What a rule's own text says is read back as the same rule.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    std::map<std::string, int, std::less<>> indexOf;
    std::vector<std::string> ids;
    const auto geneIndex = [&](std::string_view id) {
        const auto [it, isNew] = indexOf.emplace(id, static_cast<int>(ids.size()));
        if (isNew)
            ids.emplace_back(id);
        return it->second;
    };
    const Result<GeneRule> rule = GeneRule::parse(text, geneIndex);
    if (!rule)
        return 0;
    const std::size_t genes = ids.size();
    const std::string written = rule->text(ids);
    const Result<GeneRule> again = GeneRule::parse(written, geneIndex);
    if (!again || ids.size() != genes || again->text(ids) != written || again->genes() != rule->genes())
        std::abort();
    std::vector<bool> absent(genes);
    for (std::size_t i = 0; i < genes; i += 2)
        absent[i] = true;
    if (rule->isActive(absent) != again->isActive(absent))
        std::abort();
    std::vector<double> values(genes, 1.5);
    std::vector<int> geneOf(genes, 0);
    static_cast<void>(evaluateRule(*rule, values, geneOf, OrRule::Sum));
    static_cast<void>(evaluateRule(*rule, values, geneOf, OrRule::Maximum));
    return 0;
}
