// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace pathgan {

class NoteLabel;
class Scenarios;

/// Above the tabs of the model: which scenario is edited, its objective, what it changes, and what can be
/// done with scenarios.
class ScenarioBar : public QWidget
{
    Q_OBJECT
public:
    ScenarioBar(Scenarios &scenarios, QWidget *parent);

    void open(const QString &path); ///< adds the scenario of a file
    void save(const QString &path);
    void compare();

private:
    QWidget *buildButtons();
    QWidget *buildObjective();
    void showScenario();
    void showObjective();
    void showUndo();
    void applyObjective();
    QString summary() const;

    Scenarios &m_scenarios;
    QComboBox *m_names, *m_direction;
    QLineEdit *m_objective;
    QLabel *m_summary;
    NoteLabel *m_problem;
    QToolButton *m_reset = nullptr, *m_undo = nullptr, *m_redo = nullptr;
    const void *m_completedFor = nullptr; ///< model whose reactions the completer knows
};

} // namespace pathgan
