// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keptcontrols.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QMenu;

namespace pathgan {

class FigurePane;
class Plot;
class Selection;

/// States of figures that the user pinned, each its settings and what was selected; kept with the project,
/// and written by Export all beside what is shown.
class PinnedFigures : public QObject
{
    Q_OBJECT
public:
    struct State
    {
        QString text; ///< what tells it from others
        KeptControls::Values values;
    };

    /// For all figure panes below a widget.
    PinnedFigures(QWidget &root, Selection &selection, ViewSettings &settings, KeptControls &controls);

    QList<State> states(const Plot &plot) const;
    /// Draws with the figure in that state; what is shown comes back.
    void withState(const State &state, const std::function<void()> &draw);

private:
    using Values = KeptControls::Values;
    void fillMenu(QMenu &menu, const Plot &plot);
    State now(const Plot &plot) const;
    Values withSelection(Values values) const;
    void show(const Values &values);
    void put(const Plot &plot, const QList<State> &states, const QString &name);

    QWidget &m_root;
    Selection &m_selection;
    ViewSettings &m_settings;
    KeptControls &m_controls;
};

} // namespace pathgan
