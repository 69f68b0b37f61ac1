// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tablemodel.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace pathgan {

/// A table with instant search, a count, copy (Ctrl+C) and "Save table…" (CSV or TSV by the file's ending).
class TablePane : public QWidget
{
    Q_OBJECT
public:
    /// name: object name, and file name proposed when saving; label: accessible name.
    TablePane(const QString &name, const QString &label, QWidget *parent = nullptr);

    TableModel &model() const { return *m_model; }
    QTableView &view() const { return *m_view; }
    /// Shorthand for model().setTable() with columns sized to fit.
    void setTable(const Table &table, int keyColumn = 0);
    /// titles: headings for people in place of the columns' names.
    void setTable(Table table, const QStringList &titles);
    void fitColumns();
    void setEmptyText(const QString &text); ///< shown in place of no rows
    void setSearchVisible(bool visible);
    void setEditable(); ///< cells that the model lets be edited: double click, F2 or typing
    /// Of the table that is there now; copies and saved files have the column.
    void hideColumn(int column);
    /// Of the table that is there now: these stand first, the others follow; copies and saved files keep the
    /// order of the table.
    void showFirst(const QStringList &headers);
    /// Selects and shows the row of that key, if it is there, without emitting keySelected. If it comes with
    /// another table, it is selected then.
    void selectKey(const QString &key);
    QSize minimumSizeHint() const override;

public slots:
    void find(); ///< shows the search field, which gets the focus
    void copy() const;
    void save();

signals:
    void keySelected(const QString &key);  ///< the user chose a row, by mouse or keys
    void keyActivated(const QString &key); ///< double click or Enter

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void buildToolbar();
    void updateCount();
    int barWidth(bool withText) const; ///< of what stands above the table
    void tellCurrent();

    TableModel *m_model;
    QTableView *m_view;
    QLineEdit *m_search;
    QLabel *m_count, *m_empty;
    QToolButton *m_copy, *m_save;
    QString m_emptyText;
    QString m_wanted;              ///< key of the last choice, wherever it was made
    std::optional<QString> m_told; ///< the key that keySelected or selectKey had last
    bool m_quiet = false, m_hasSearch = true;
};

} // namespace pathgan
