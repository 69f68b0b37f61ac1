// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/check/modelcheck.h"

#include "core/project/store/codings/common_p.h"

namespace pathgan {

PATHGAN_LAST(CheckKind, DuplicateReaction, 12)

template <class Archive, Is<CheckFinding> Value>
void describe(Archive &a, Value &finding)
{
    a.fields(finding, finding.kind, finding.id, finding.name, finding.key, finding.detail, finding.value);
}
template <class Archive, Is<ModelCheckRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.findings, run.balanceChecked, run.left);
}
PATHGAN_CODING(ModelCheckRun, "model_check")

} // namespace pathgan
