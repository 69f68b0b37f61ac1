// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/check/modelcheck.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace pathgan {

class NoteLabel;
class OptionsForm;
class Selection;
class Session;
class TablePane;

/// What is odd about the model as it was read, by kind: started by a button, as it takes a while.
class CheckPage : public QWidget
{
    Q_OBJECT
public:
    CheckPage(Session &session, Selection &selection, QWidget *parent);

private:
    void showRun();
    void showKind();
    void refreshState();

    Session &m_session;
    QPushButton *m_run;
    ModelCheckOptions m_options;
    OptionsForm *m_form;
    QComboBox *m_kinds;
    NoteLabel *m_note;
    TablePane *m_table;
};

} // namespace pathgan
