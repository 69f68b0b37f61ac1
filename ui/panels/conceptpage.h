// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tablewriter.h"
#include "core/metabolic/model/modelconcepts.h"

#include <QWidget>

#include <memory>
#include <vector>

class QPushButton;

namespace pathgan {

class NoteLabel;
class Selection;
class Session;
class TablePane;

/// What the model calls glutathione, hydrogen peroxide, nutrients, biomass …: found by the program, to be
/// seen and set right.
class ConceptPage : public QWidget
{
    Q_OBJECT
public:
    ConceptPage(Session &session, Selection &selection, QWidget *parent);

private:
    void showModel();
    void choose(const QString &id);
    bool edit(int row, const QString &text);
    void apply(std::vector<ConceptAssignment> assignments);
    void open(const QString &path);
    void save(const QString &path);

    Session &m_session;
    Selection &m_selection;
    NoteLabel *m_note;
    TablePane *m_table;
    QPushButton *m_reset;
    std::shared_ptr<const Table> m_rows;
};

} // namespace pathgan
