// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/reactionscores.h"

#include <limits>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

double expressionOf(const Cohort &cohort, Index row, Index sample, bool logScale)
{
    const ExpressionMatrix &matrix = *cohort.expression;
    const double value = matrix.values(row, cohort.columns[static_cast<std::size_t>(sample)]);
    return logScale ? logValue(value, matrix.scale) : linearValue(value, matrix.scale);
}

std::vector<double> geneValues(const Cohort &cohort, const GeneMapping &mapping, Index sample, bool logScale)
{
    std::vector<double> values(mapping.rowOfGene.size(), unknown);
    for (std::size_t gene = 0; gene < values.size(); ++gene)
        if (const Index row = mapping.rowOfGene[gene]; row >= 0)
            values[gene] = expressionOf(cohort, row, sample, logScale);
    return values;
}

MatrixD reactionScores(const MetabolicModel &model, const Cohort &cohort, const GeneMapping &mapping,
                       OrRule orRule, bool logScale)
{
    MatrixD scores = MatrixD::Constant(static_cast<Index>(model.reactions.size()),
                                       static_cast<Index>(cohort.size()), unknown);
    for (Index sample = 0; sample < scores.cols(); ++sample) {
        const std::vector<double> values = geneValues(cohort, mapping, sample, logScale);
        for (std::size_t reaction = 0; reaction < model.reactions.size(); ++reaction) {
            const GeneRule &rule = model.reactions[reaction].rule;
            if (!rule.isEmpty())
                scores(static_cast<Index>(reaction), sample) =
                    evaluateRule(rule, values, mapping.geneOf, orRule);
        }
    }
    return scores;
}

} // namespace pathgan
