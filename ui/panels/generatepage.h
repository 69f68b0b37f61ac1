// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/generate.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pathgan {

class FoldingSettings;
class GeneratedPlot;
class NoteLabel;
class OptionsForm;
class Selection;
class Session;
class TablePane;

/// Synthetic flux profiles of the trained network beside the real ones; started by its own button.
class GeneratePage : public QWidget
{
    Q_OBJECT
public:
    GeneratePage(Session &session, Selection &selection, QWidget *parent = nullptr);

    void showProject();

private:
    QWidget *buildForm();
    QWidget *buildResults();
    void connectAll();
    void takeGroup();
    void fillGroups();
    void showReactions();
    void showReaction();
    void refreshState();

    Session &m_session;
    Selection &m_selection;
    GenerateOptions m_options;
    OptionsForm *m_form;
    FoldingSettings *m_folding = nullptr;
    QPushButton *m_run;
    QComboBox *m_column, *m_group, *m_reaction;
    QLineEdit *m_samples;
    NoteLabel *m_note, *m_state;
    GeneratedPlot *m_plot;
    TablePane *m_reactions, *m_profiles;
};

/// What a user must know of the profiles: what they are, what varies, how near they are to the real ones.
QString generatedText(const GenerateRun &run);

} // namespace pathgan
