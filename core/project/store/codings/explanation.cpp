// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/shap.h"

#include "core/project/store/codings/explained_p.h"

namespace pathgan {

template <class Archive, Is<ShapRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.options, run.chosen, run.samples, run.genes, run.outputName, run.unit, run.values,
             run.data, run.baseValue, run.outputs, run.additivityError, run.background);
}
bool isSound(const ShapRun &run)
{
    const std::size_t samples = run.samples.size(), genes = run.genes.size();
    return isOfShape(run.values, samples, genes) && isOfShapeOrEmpty(run.data, samples, genes) &&
           areOfSizeOrEmpty(samples, run.outputs, run.additivityError);
}
PATHGAN_CODING(ShapRun, "explanation")

} // namespace pathgan
