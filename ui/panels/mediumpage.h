// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QComboBox;

namespace pathgan {

class NoteLabel;
class Scenarios;
class TablePane;

/// What may enter the model: presets, and the uptake limit of every exchange to edit.
class MediumPage : public QWidget
{
    Q_OBJECT
public:
    MediumPage(Scenarios &scenarios, QWidget *parent);

    void showModel(); ///< after the scenarios' model was replaced
    TablePane &table() const { return *m_table; }

private:
    void showScenario();

    Scenarios &m_scenarios;
    QComboBox *m_preset;
    NoteLabel *m_note;
    TablePane *m_table;
    std::vector<int> m_rows;       ///< reactions
    const void *m_shown = nullptr; ///< model of m_rows
};

} // namespace pathgan
