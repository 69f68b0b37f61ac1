// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/analysis/modelanalysis.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QComboBox;

namespace pathgan {

class Job;
class NoteLabel;
class Session;
class TablePane;

/// The run that is shown beside another, chosen here. Compared in the worker, and only while it can be seen.
class ComparisonPage : public QWidget
{
    Q_OBJECT
public:
    ComparisonPage(Session &session, QWidget *parent);

    /// Names of the project's runs, newest first.
    void takeRuns(const QStringList &names);
    void setShown(std::shared_ptr<const ModelAnalysis> run, const QString &name);
    TablePane *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    std::shared_ptr<const ModelAnalysis> other() const;
    void refresh();
    void start();
    void take(Result<Table> result);
    void put(std::shared_ptr<const Table> rows);

    Session &m_session;
    QComboBox *m_other;
    NoteLabel *m_note;
    TablePane *m_table;
    std::shared_ptr<const ModelAnalysis> m_shown;
    QString m_shownName;
    std::shared_ptr<const Table> m_rows;
    QPointer<Job> m_job;
    int m_generation = 0; ///< of the pair that is compared
    bool m_isDue = false; ///< to be compared when it is shown
};

} // namespace pathgan
