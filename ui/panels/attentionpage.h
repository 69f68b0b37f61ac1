// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QTabWidget;

namespace pathgan {

class AttentionHeatMap;
class AttentionPlot;
class NoteLabel;
class Selection;
class TablePane;

/// What the pathway tokens of a network read: of all samples, a clinical group or one sample, by head, and
/// compared between groups.
class AttentionPage : public QWidget
{
    Q_OBJECT
public:
    explicit AttentionPage(Selection &selection, QWidget *parent = nullptr);

    void setProject(const Project &project); ///< without training: nothing to show

private:
    void buildTabs();
    void fillSamples();
    void fillHeads();
    void refresh();
    void refreshGroups();
    void showNote();
    const PathwayAttention *attention() const; ///< null: none
    std::vector<Index> rows() const;           ///< of the chosen samples; empty: all
    QString chosenSamples() const;             ///< "mean of 45 samples with radiation_therapy YES"

    Selection &m_selection;
    Project m_project;                 ///< shares what it points to
    std::vector<std::string> m_labels; ///< of the attention's samples, by the column; "": not reported
    QComboBox *m_samples, *m_column, *m_head;
    NoteLabel *m_note;
    QTabWidget *m_tabs;
    AttentionPlot *m_bars;
    AttentionHeatMap *m_pairs;
    TablePane *m_groups;
};

} // namespace pathgan
