// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/provenancetext.h"

#include "core/steps/stepfacts.h"
#include "ui/coretext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Inspector", text);
}

} // namespace

QString localTime(const std::string &utc)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate);
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString computedText(const Provenance &provenance)
{
    const auto program = std::find_if(provenance.versions.begin(), provenance.versions.end(),
                                      [](const auto &entry) { return entry.first == "PathGAN"; });
    QStringList facts = {say(QT_TRANSLATE_NOOP("Inspector", "Computed %1 in %2 s"))
                             .arg(localTime(provenance.started), numberText(provenance.seconds, 3))};
    if (provenance.seed)
        facts.append(say(QT_TRANSLATE_NOOP("Inspector", "seed %1")).arg(*provenance.seed));
    if (program != provenance.versions.end())
        facts.append(QStringLiteral("PathGAN ") + QString::fromStdString(program->second));
    return facts.join(QStringLiteral(", "));
}

QString provenanceHtml(const Project &project, Part part)
{
    constexpr int shownOfKey = 12; // of 64 digits
    const auto provenance = project.provenance(part);
    if (!provenance)
        return {};
    QString name = coreText(partName(part));
    name[0] = name[0].toUpper();
    const StepFacts *step = stepOf(part);
    const QString text =
        step && provenance->step == step->name
            ? computedText(*provenance)
            : say(QT_TRANSLATE_NOOP("Inspector", "Read %1")).arg(localTime(provenance->started));
    const QString key = QString::fromStdString(provenance->key).left(shownOfKey);
    return QStringLiteral("<p><b>%1</b><br>%2.<br>%3</p>")
        .arg(name.toHtmlEscaped(), text.toHtmlEscaped(),
             say(QT_TRANSLATE_NOOP("Inspector", "Key %1")).arg(key).toHtmlEscaped());
}

} // namespace pathgan
