// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edittext.h"

#include "core/steps/steplist.h"
#include "ui/coretext.h"
#include "ui/keptcontrols.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/panels/optionsform.h"

#include <QCoreApplication>

#include <algorithm>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("EditText", text);
}

/// That edits the options of the step.
const OptionsForm *formOf(Part part, const MainWindow &window)
{
    const OptionTable *table = nullptr;
    withStep(part, [&]<class Step>() { table = &Step::Options::table(); });
    for (const OptionsForm *form : window.findChildren<OptionsForm *>())
        if (&form->table() == table)
            return form;
    return nullptr;
}

QString optionsText(const Edit &edit, const MainWindow &window)
{
    if (edit.part == Part::Cohort)
        return edit.keys == std::vector<std::string>{"id_column"}
                   ? say(QT_TRANSLATE_NOOP("EditText", "column of the sample names"))
                   : say(QT_TRANSLATE_NOOP("EditText", "which samples take part"));
    const OptionsForm *form = formOf(*edit.part, window);
    QStringList labels;
    for (const std::string &key : edit.keys)
        labels << (form ? form->labelOf(key) : QString::fromStdString(key));
    labels.removeDuplicates();
    if (labels.size() > 2)
        return say(QT_TRANSLATE_NOOP("EditText", "%1 and %2 more"))
            .arg(labels.front())
            .arg(labels.size() - 1);
    return labels.join(QStringLiteral(", "));
}

} // namespace

QString editText(const Edit &edit, const MainWindow &window)
{
    const QString step = edit.part ? coreText(partName(*edit.part)) : QString();
    switch (edit.kind) {
    case EditKind::Options:
        return optionsText(edit, window);
    case EditKind::Scenario:
    case EditKind::View:
        return QString::fromStdString(edit.name);
    case EditKind::Concepts:
        return say(QT_TRANSLATE_NOOP("EditText", "what the model's reactions are taken for"));
    case EditKind::ShownRun:
        return say(QT_TRANSLATE_NOOP("EditText", "show another run: %1")).arg(step);
    case EditKind::RemovedRun:
        return say(QT_TRANSLATE_NOOP("EditText", "remove a run: %1")).arg(step);
    case EditKind::Pinned:
        return say(QT_TRANSLATE_NOOP("EditText", "keep a run for ever: %1")).arg(step);
    case EditKind::RunNote:
        return say(QT_TRANSLATE_NOOP("EditText", "note of a run: %1")).arg(step);
    case EditKind::ProjectNote:
        break;
    }
    return say(QT_TRANSLATE_NOOP("EditText", "note of the project"));
}

QWidget *controlOf(const Edit &edit, const MainWindow &window)
{
    if (edit.kind == EditKind::Options && edit.part) {
        const OptionsForm *form = formOf(*edit.part, window);
        return form ? form->control(edit.keys.front().c_str()) : nullptr;
    }
    return edit.kind == EditKind::View ? keptControl(window, edit.keys.front()) : nullptr;
}

} // namespace pathgan
