// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/partialtext.h"

#include "core/steps/partial.h"
#include "ui/coretext.h"

#include <QCoreApplication>
#include <QStringList>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Partial", text);
}

QString filled(const QString &text, const PartialRun &run)
{
    return text.arg(countText(static_cast<qint64>(run.finished)), countText(static_cast<qint64>(run.asked)));
}

} // namespace

QString partialText(const Project &project, Part part)
{
    QStringList sentences;
    for (const PartialRun &run : partialRuns(project, part)) {
        if (run.part == part)
            sentences << filled(say(QT_TRANSLATE_NOOP("Partial", "Partial: the run was stopped with %1 of %2 "
                                                                 "samples finished.")),
                                run);
        else
            sentences << filled(say(QT_TRANSLATE_NOOP("Partial", "Rests on a partial run: %3 of %1 of %2 "
                                                                 "samples.")),
                                run)
                             .arg(coreText(partName(run.part)));
    }
    return sentences.join(QLatin1Char(' '));
}

QString figureMark(const Project &project, Part part)
{
    QStringList marks;
    for (const PartialRun &run : partialRuns(project, part))
        marks << filled(say(QT_TRANSLATE_NOOP("Partial", "partial: %1 of %2 samples")), run);
    if (project.isExample)
        marks << say(QT_TRANSLATE_NOOP("Partial", "example data"));
    marks.removeDuplicates();
    return marks.join(QStringLiteral(" · "));
}

} // namespace pathgan
