// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel.h"
#include "ui/panels/datapanel.h"
#include "ui/panels/enrichpanel.h"
#include "ui/panels/explainpanel.h"
#include "ui/panels/fluxpanel.h"
#include "ui/panels/groupspanel.h"
#include "ui/panels/modelpanel.h"
#include "ui/panels/stresspanel.h"
#include "ui/panels/trainpanel.h"

namespace pathgan {

std::vector<Panel *> createPanels(Session &session, Selection &selection, QWidget *parent)
{
    return {
        new DataPanel(session, selection, parent),    new ModelPanel(session, selection, parent),
        new FluxPanel(session, selection, parent),    new TrainPanel(session, selection, parent),
        new ExplainPanel(session, selection, parent), new EnrichPanel(session, selection, parent),
        new StressPanel(session, selection, parent),  new GroupsPanel(session, selection, parent),
    };
}

} // namespace pathgan
