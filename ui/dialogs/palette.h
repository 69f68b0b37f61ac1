// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/palettesearch.h"

#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace pathgan {

class MainWindow;
class PaletteModel;

/// Ctrl+K: everything that can be done, shown or chosen, by a few letters of its name. Lies over the window
/// until something is chosen, Esc is pressed or another place gets the focus.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    /// Opens the window's palette, with an empty field.
    static void open(MainWindow &window);

    const PaletteSearch &search() const { return m_search; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    explicit CommandPalette(MainWindow &window);
    void begin();
    void show(const QString &query);
    void go(int row);
    void leave();
    void remember(const PaletteEntry &entry);

    MainWindow &m_window;
    PaletteSearch m_search;
    QPointer<QWidget> m_before;                    ///< had the focus
    std::vector<std::function<void()>> m_commands; ///< of actions, panels, settings
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_hint;
    PaletteModel *m_model;
};

/// Every action of the menus, every panel, control and button of the panels that can be reached, and every
/// sample, gene, reaction, metabolite and pathway of the project.
std::vector<PaletteEntry> paletteEntries(MainWindow &window, std::vector<std::function<void()>> &commands);

QString paletteKindName(PaletteKind kind);

} // namespace pathgan
