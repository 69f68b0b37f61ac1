#include "core/engine/enrichmentsets_p.h"

#include <unordered_set>

namespace pathgan {

GeneSetCollection namedAsMeasured(const GeneSetCollection &sets, const std::vector<std::string> &rowNames,
                                  const GeneTable &table)
{
    const GeneIndex index(rowNames, table);
    GeneSetCollection named = sets;
    for (GeneSet &set : named.sets) {
        std::unordered_set<std::string> seen;
        std::vector<std::string> genes;
        for (const std::string &gene : set.genes) {
            const Index row = index.row(gene);
            const std::string name = row < 0 ? gene : displayGene(rowNames[static_cast<std::size_t>(row)]);
            if (seen.insert(name).second)
                genes.push_back(name);
        }
        set.genes = std::move(genes);
    }
    return named;
}

} // namespace pathgan
