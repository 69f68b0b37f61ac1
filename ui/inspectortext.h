// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

namespace pathgan {

// What the inspector says about the selection, as HTML with links "sample:…", "gene:…", "reaction:…",
// "metabolite:…", "pathway:…". Empty where the project knows nothing of it.

QString sampleHtml(const Project &project, const QString &sample);
/// sample: its value is shown too; may be empty.
QString geneHtml(const Project &project, const QString &gene, const QString &sample);
QString reactionHtml(const Project &project, const QString &reaction, const QString &sample);
QString metaboliteHtml(const Project &project, const QString &metabolite);
QString pathwayHtml(const Project &project, const QString &pathway);

} // namespace pathgan
