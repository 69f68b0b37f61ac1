// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QToolButton;

namespace pathgan {

/// How many of the names of one input are found in another: a bar with its numbers, and the names that are
/// not, unfolded on demand.
class MatchBar : public QWidget
{
    Q_OBJECT
public:
    MatchBar(const QString &name, const QString &title, QWidget *parent = nullptr);

    /// missing: heading of the list of unmatched names.
    void setCoverage(const Coverage &coverage, const QString &missing);
    /// The same with notes in place of names, e.g. reasons with counts.
    void setCounts(std::size_t matched, std::size_t total, const QString &missing, const QStringList &lines);
    QString text() const;

private:
    class Bar;
    Bar *m_bar;
    QLabel *m_title, *m_numbers;
    QToolButton *m_more;
    QListWidget *m_list;
};

} // namespace pathgan
