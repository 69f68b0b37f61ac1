// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"
#include "ui/models/datasummary.h"
#include "ui/panel.h"
#include "ui/panels/panelparts.h"

#include <QHash>

#include <map>
#include <memory>

class QComboBox;
class QTabWidget;
class QVBoxLayout;

namespace pathgan {

class InputCard;
class MatchBar;
class OptionsForm;
class TablePane;

/// The files, what was recognised in them and why, what is wrong in them, and how well they fit together.
class DataPanel : public Panel
{
    Q_OBJECT
public:
    DataPanel(Session &session, Selection &selection, QWidget *parent = nullptr);

    QString title() const override { return tr("Data"); }
    QString iconName() const override { return QStringLiteral("data"); }
    Part part() const override { return Part::Cohort; }

private:
    QWidget *buildInputs();
    QWidget *buildMatches();
    QWidget *buildExpression();
    QWidget *buildProblems();
    void openFor(Part part);
    void rereadByRules();
    void rememberPath(const Error &error, Part part);
    void changeCohort(const CohortOptions &options);
    void showIdColumns();
    void showCohortProblem(const Error &error);

    void onPartChanged(Part part);
    void showInput(Part part);
    void showExpression();
    void showCohort();
    void showReports();
    void startSummary();
    void showSummary(const DataSummary &summary);

    std::map<Part, InputCard *> m_cards;
    QTabWidget *m_tabs;
    QComboBox *m_filter, *m_idColumn;
    MatchBar *m_samples, *m_clinicalMatch, *m_model, *m_sets, *m_network;
    NoteLabel *m_cohortProblem;
    TablePane *m_preview, *m_clinical, *m_problems;
    NoteLabel *m_reasons, *m_table, *m_problemNote;
    OptionsForm *m_rules;
    ReadRules m_readRules;
    std::map<Part, QString> m_failures; ///< why an input, or the cohort, is not there
    QString m_failedPath;               ///< file that could not be read with the rules so far
    Part m_failedPart = Part::Expression;
    int m_summaryAsked = 0;
};

} // namespace pathgan
