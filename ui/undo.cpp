// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo.h"

#include "core/engine/edits.h"
#include "ui/bringup.h"
#include "ui/edittext.h"
#include "ui/mainwindow.h"
#include "ui/panels/optionsform.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace pathgan {

namespace {

bool isInForm(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget())
        if (qobject_cast<const OptionsForm *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget))
            return true;
    return false;
}

/// The field would take the key although it is the window's.
bool isForWindow(const QObject *field, bool isUndo)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return isInForm(line) || !(isUndo ? line->isUndoAvailable() : line->isRedoAvailable());
    if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(field))
        return isInForm(spin);
    const auto *text = qobject_cast<const QPlainTextEdit *>(field);
    return text && !(isUndo ? text->document()->isUndoAvailable() : text->document()->isRedoAvailable());
}

void show(QAction &action, const char *verb, const Edit *edit, const MainWindow &window)
{
    const QString text = QCoreApplication::translate("Menu", verb);
    action.setText(
        edit ? QCoreApplication::translate("Menu", QT_TRANSLATE_NOOP("Menu", "%1: %2"))
                   .arg(text, editText(*edit, window).replace(QLatin1Char('&'), QStringLiteral("&&")))
             : text);
    action.setEnabled(edit);
}

/// What changed out of sight is brought up.
void bringUpEdited(const Edit &edit, MainWindow &window)
{
    if (QWidget *control = controlOf(edit, window); control && !control->isVisible())
        bringUp(window, *control);
    else if (!control && edit.part && *edit.part > Part::Cohort)
        window.showPart(*edit.part);
    else if (edit.kind == EditKind::Scenario || edit.kind == EditKind::Concepts)
        window.showPart(Part::Model);
}

} // namespace

UndoKeys::UndoKeys(Edits &edits, QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, &edits, &Edits::seal);
}

bool UndoKeys::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if ((!isUndo && !redoKeys().contains(QKeySequence(key->keyCombination()))) ||
        !isForWindow(object, isUndo))
        return false;
    event->ignore(); // a shortcut of the window, then
    return true;
}

QList<QKeySequence> redoKeys()
{
    return {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y};
}

void connectUndo(QAction &undo, QAction &redo, MainWindow &window)
{
    Edits &edits = window.session().edits();
    const auto showBoth = [&edits, &undo, &redo, &window] {
        show(undo, QT_TRANSLATE_NOOP("Menu", "&Undo"), edits.toUndo(), window);
        show(redo, QT_TRANSLATE_NOOP("Menu", "&Redo"), edits.toRedo(), window);
    };
    QObject::connect(&edits, &Edits::changed, &undo, showBoth);
    QObject::connect(&edits, &Edits::replayed, &window,
                     [&window](const Edit &edit) { bringUpEdited(edit, window); });
    showBoth();
    qApp->installEventFilter(new UndoKeys(edits, &window));
}

} // namespace pathgan
