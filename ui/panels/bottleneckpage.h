// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/gan.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;

namespace pathgan {

class NoteLabel;
class Selection;
class TablePane;

/// What holds the capacity of a reaction back, in one sample or over all: the bounds with their elasticities,
/// genes and subsystems, and the training tumours whose dual solutions predict it.
class BottleneckPage : public QWidget
{
    Q_OBJECT
public:
    explicit BottleneckPage(Selection &selection, QWidget *parent = nullptr);

    void setRun(std::shared_ptr<const GanRun> run); ///< null: none

private:
    void fill();
    void refresh();

    Selection &m_selection;
    std::shared_ptr<const GanRun> m_run;
    QComboBox *m_sample, *m_reaction;
    NoteLabel *m_note;
    QLabel *m_caption;
    TablePane *m_limits, *m_tumours;
    bool m_isTelling = false; ///< the selection is this page's own
};

} // namespace pathgan
