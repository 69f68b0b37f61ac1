// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;

namespace pathgan {

class MainWindow;

/// Enter presses the button that has the focus, as the space bar does, in the window and in dialogs.
class EnterPresses : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
};

/// Over the whole window while files that can be opened are dragged over it.
class DropGlow : public QWidget
{
    Q_OBJECT
public:
    explicit DropGlow(QWidget &window);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// Ctrl+F: the search field of the table or list that has the focus, else of one on screen; a list is given
/// one. Where there is neither, the command palette.
void findAtHand(MainWindow &window);

/// A field in the list's upper right corner that hides the entries without its text; Esc empties and closes
/// it.
void findInList(QListWidget &list);

} // namespace pathgan
