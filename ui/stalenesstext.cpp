// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stalenesstext.h"

#include "ui/coretext.h"
#include "ui/panels/optionsform.h"

#include <QCoreApplication>
#include <QStringList>

namespace pathgan {

namespace {

constexpr std::size_t mostSettings = 3;

QString say(const char *text)
{
    return QCoreApplication::translate("Staleness", text);
}

QString partsText(const std::vector<Part> &parts)
{
    QStringList names;
    for (const Part part : parts)
        names.append(coreText(partName(part)));
    return names.join(QStringLiteral(", "));
}

QString settingsText(const std::vector<OptionDifference> &options, const OptionsForm &form)
{
    QStringList changes;
    for (std::size_t i = 0; i < options.size() && i < mostSettings; ++i)
        changes.append(say(QT_TRANSLATE_NOOP("Staleness", "%1 is now %2, this result has %3"))
                           .arg(form.labelOf(options[i].key),
                                form.valueText(options[i].key, options[i].after),
                                form.valueText(options[i].key, options[i].before))
                           .toHtmlEscaped());
    QString text = say(QT_TRANSLATE_NOOP("Staleness", "Settings differ from this result: %1"))
                       .arg(changes.join(QStringLiteral("; ")));
    if (options.size() > mostSettings)
        text += say(QT_TRANSLATE_NOOP("Staleness", "; and %1 more")).arg(options.size() - mostSettings);
    return text + QLatin1Char('.');
}

} // namespace

QString stalenessText(const Staleness &reasons, const OptionsForm &form)
{
    QStringList sentences;
    if (!reasons.options.empty())
        sentences.append(settingsText(reasons.options, form));
    if (!reasons.replaced.empty())
        sentences.append(
            say(QT_TRANSLATE_NOOP("Staleness", "Replaced since: %1.")).arg(partsText(reasons.replaced)));
    if (!reasons.outdated.empty())
        sentences.append(
            say(QT_TRANSLATE_NOOP("Staleness", "Out of date itself: %1.")).arg(partsText(reasons.outdated)));
    if (reasons.isOlderVersion)
        sentences.append(
            say(QT_TRANSLATE_NOOP("Staleness", "An earlier version of the program computed it.")));
    return sentences.join(QLatin1Char(' '));
}

} // namespace pathgan
