// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tablewriter.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

class QTimer;

namespace pathgan {

/// A table whose cells are asked for when they are shown, with a filter and a sort of its own: a
/// proxy model removes rows one run at a time, which takes too long on ten thousand reactions.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Column
    {
        QString header;
        std::function<Cell(int row)> cell; ///< row of the source, unfiltered
        QString toolTip = {};              ///< of the header
        bool searched = true;              ///< the filter looks here too
        int digits = 6;                    ///< significant, shown of a real number
        /// Makes cells editable; false: the text is no good, the cell stays. Empty text: back to the default.
        std::function<bool(int row, const QString &text)> edit = {};
        std::function<bool(int row)> marked = {};        ///< shown bold: the user changed it
        std::function<QString(int row)> cellTip = {};    ///< instead of the whole text of a long cell
        std::function<bool(int row)> ticked = {};        ///< a tick box stands in the cell …
        std::function<void(int row, bool on)> tick = {}; ///< … and this is what it does
        std::function<bool(int row)> isBound = {};       ///< a number that the true one is below: "< 0.002"
    };

    explicit TableModel(QObject *parent = nullptr);

    /// Replaces everything; keyColumn: whose text identifies a row (an id).
    void setSource(int rows, std::vector<Column> columns, int keyColumn = 0);
    /// A probability whose table says in another column that it is a bound is shown as one.
    void setTable(const Table &table, int keyColumn = 0);
    void clear() { setSource(0, {}); }
    /// Cells were changed: shows them anew, in the rows where they are.
    void refreshCells();

    /// Keeps rows that contain every word of text in any searched column, without case.
    void setFilter(const QString &text);
    const QString &filter() const { return m_filter; }

    int sourceRowCount() const { return m_sourceRows; }
    int sourceRow(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    int rowOfKey(const QString &key) const; ///< −1: not there or filtered out
    QString keyOfRow(int row) const;
    /// What is shown now, in order: for copying and saving.
    Table table() const;
    Table table(const std::vector<int> &rows) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void buildHaystack(std::size_t rows);
    void dropHaystack();
    void applyFilter();
    void applySort();

    int m_sourceRows = 0, m_keyColumn = 0;
    std::vector<Column> m_columns;
    std::vector<int> m_order, m_shown; ///< source rows: sorted; sorted and filtered
    std::vector<QString> m_haystack;   ///< by source row, case-folded; grows while the program is idle
    std::vector<QString> m_dropped;    ///< of an earlier source; shrinks while the program is idle
    QTimer *m_idle;
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// A cell as it is shown: text as it is, numbers with so many significant digits, "–" for NaN.
QString shownCell(const Cell &cell, int digits = 6);
/// A cell as it is edited: every digit, no thousands separators.
QString editedCell(const Cell &cell);
/// What the user typed, in the language's or in the plain spelling; "∞" and "inf" are numbers.
std::optional<double> typedNumber(const QString &text);

} // namespace pathgan
