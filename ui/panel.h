// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace pathgan {

class Plot;
class Selection;
class Session;

/// One step of the workflow in the central area. A panel shows parts of the session's project and starts
/// steps; it computes nothing.
class Panel : public QWidget
{
    Q_OBJECT
public:
    Panel(Session &session, Selection &selection, QWidget *parent = nullptr)
        : QWidget(parent), m_session(session), m_selection(selection)
    {}

    virtual QString title() const = 0;    ///< in the rail, e.g. "Flux"
    virtual QString iconName() const = 0; ///< of resources/icons
    virtual Part part() const = 0;        ///< the result whose state the rail shows for this step
    /// What there is to know of the result shown beyond its state: settings that differ, samples left out.
    virtual QString stateDetail() const { return {}; }
    /// Figures of this panel that can be exported now, in order.
    virtual std::vector<Plot *> plots() const { return {}; }

signals:
    /// Another panel is wanted, e.g. the one that loads what is missing here.
    void panelRequested(pathgan::Part part);
    void statusMessage(const QString &text);

protected:
    Session &session() const { return m_session; }
    Selection &selection() const { return m_selection; }

private:
    Session &m_session;
    Selection &m_selection;
};

/// Every panel in the order of the rail. To add one: its two files in ui/panels, one line in ui/panels.cpp.
std::vector<Panel *> createPanels(Session &session, Selection &selection, QWidget *parent);

} // namespace pathgan
