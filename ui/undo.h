// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;

namespace pathgan {

class Edits;
class MainWindow;

/// Ctrl+Z and its opposite wherever the focus is: fields of settings leave them to the window; other fields
/// do so when they have nothing of their own to undo. What is typed into one field is one edit.
class UndoKeys : public QObject
{
    Q_OBJECT
public:
    UndoKeys(Edits &edits, QObject *parent);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
};

QList<QKeySequence> redoKeys(); ///< those of all systems

/// Lets two actions undo and redo what was done to the project: they say what, and show where.
void connectUndo(QAction &undo, QAction &redo, MainWindow &window);

} // namespace pathgan
