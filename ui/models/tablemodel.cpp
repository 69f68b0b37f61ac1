// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tablemodel.h"

#include "ui/coretext.h"

#include <QFont>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <utility>

namespace pathgan {

namespace {

QString textOf(const Cell &cell)
{
    if (const auto *text = std::get_if<std::string>(&cell))
        return QString::fromStdString(*text);
    return QString::fromStdString(cellText(cell));
}

bool isNumber(const Cell &cell)
{
    return !std::holds_alternative<std::string>(cell);
}

double numberOf(const Cell &cell)
{
    if (const auto *real = std::get_if<double>(&cell))
        return *real;
    if (const auto *whole = std::get_if<long long>(&cell))
        return static_cast<double>(*whole);
    return std::nan("");
}

/// What a row is sorted by: numbers before text, NaN last in either direction.
struct SortKey
{
    bool number = false;
    double value = 0;
    QString text;
};

/// −1, 0 or 1.
int compareKeys(const SortKey &a, const SortKey &b)
{
    if (a.number != b.number)
        return a.number ? -1 : 1;
    if (a.number)
        return a.value < b.value ? -1 : (b.value < a.value ? 1 : 0);
    return a.text.compare(b.text);
}

} // namespace

QString shownCell(const Cell &cell, int digits)
{
    if (const auto *real = std::get_if<double>(&cell))
        return numberText(*real, digits);
    if (const auto *whole = std::get_if<long long>(&cell))
        return countText(*whole);
    return textOf(cell);
}

QString editedCell(const Cell &cell)
{
    const auto *real = std::get_if<double>(&cell);
    if (!real || !std::isfinite(*real))
        return shownCell(cell);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(*real, 'g', QLocale::FloatingPointShortest);
}

std::optional<double> typedNumber(const QString &text)
{
    if (text == QStringLiteral("∞") || text == QLatin1String("inf"))
        return std::numeric_limits<double>::infinity();
    if (text == QStringLiteral("−∞") || text == QStringLiteral("-∞") || text == QLatin1String("-inf"))
        return -std::numeric_limits<double>::infinity();
    QString plain = text;
    plain.replace(QChar(0x2212), QLatin1Char('-')); // the minus of print
    bool ok = false;
    double value = QLocale().toDouble(plain, &ok);
    if (!ok)
        value = QLocale::c().toDouble(plain, &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

TableModel::TableModel(QObject *parent) : QAbstractTableModel(parent), m_idle(new QTimer(this))
{
    m_idle->setInterval(0);
    connect(m_idle, &QTimer::timeout, this, [this] {
        constexpr std::size_t rowsAtOnce = 400, droppedAtOnce = 20'000;
        if (!m_dropped.empty())
            return m_dropped.resize(m_dropped.size() - std::min(m_dropped.size(), droppedAtOnce));
        buildHaystack(m_haystack.size() + rowsAtOnce);
    });
}

void TableModel::setSource(int rows, std::vector<Column> columns, int keyColumn)
{
    beginResetModel();
    m_sourceRows = rows;
    m_columns = std::move(columns);
    m_keyColumn = keyColumn;
    dropHaystack();
    m_idle->start();
    m_sortColumn = -1;
    m_order.resize(static_cast<std::size_t>(rows));
    std::iota(m_order.begin(), m_order.end(), 0);
    applyFilter();
    endResetModel();
}

namespace {

/// The column that says whether the numbers of this one are bounds; −1: none does.
int boundColumn(const Table &table, const std::string &column)
{
    static const std::map<std::string, std::vector<std::string>> columnsOf = {
        {"p is bound", {"NOM p-val", "P-value", "Adjusted P-value"}},
        {"q is bound", {"FDR q-val"}},
        {"FWER is bound", {"FWER p-val"}},
        {"p.is.bound", {"p", "p.adj", "p.adj.reactions"}}};
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const auto found = columnsOf.find(table.header[i]);
        if (found != columnsOf.end() &&
            std::find(found->second.begin(), found->second.end(), column) != found->second.end())
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

void TableModel::setTable(const Table &table, int keyColumn)
{
    const auto shared = std::make_shared<const Table>(table);
    std::vector<Column> columns;
    for (std::size_t c = 0; c < shared->header.size(); ++c) {
        Column column;
        column.header = QString::fromStdString(shared->header[c]);
        column.digits = 4; // on screen; what is copied or saved has all
        column.cell = [shared, c](int row) -> Cell {
            const auto &cells = shared->rows[static_cast<std::size_t>(row)];
            return c < cells.size() ? cells[c] : Cell(std::string());
        };
        if (const int bound = boundColumn(*shared, shared->header[c]); bound >= 0) {
            column.isBound = [shared, bound](int row) {
                return cellText(
                           shared->rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(bound)]) ==
                       "yes";
            };
        }
        columns.push_back(std::move(column));
    }
    setSource(static_cast<int>(shared->rows.size()), std::move(columns), keyColumn);
}

void TableModel::setFilter(const QString &text)
{
    // The minus of the screen is not that of the data.
    const QString folded = text.simplified().toCaseFolded().replace(QChar(0x2212), QLatin1Char('-'));
    if (folded == m_filter)
        return;
    beginResetModel();
    m_filter = folded;
    applyFilter();
    endResetModel();
}

/// A million texts take longer to free than the window may wait.
void TableModel::dropHaystack()
{
    if (m_dropped.empty())
        m_dropped.swap(m_haystack);
    else
        m_dropped.insert(m_dropped.end(), std::make_move_iterator(m_haystack.begin()),
                         std::make_move_iterator(m_haystack.end()));
    m_haystack.clear();
}

/// The first `rows` rows at least.
void TableModel::buildHaystack(std::size_t rows)
{
    rows = std::min(rows, static_cast<std::size_t>(m_sourceRows));
    m_haystack.reserve(static_cast<std::size_t>(m_sourceRows));
    for (int row = static_cast<int>(m_haystack.size()); row < static_cast<int>(rows); ++row) {
        QString hay;
        for (const Column &column : m_columns) {
            if (!column.searched)
                continue;
            hay += textOf(column.cell(row));
            hay += QLatin1Char('\n');
        }
        m_haystack.push_back(hay.toCaseFolded());
    }
    if (m_haystack.size() == static_cast<std::size_t>(m_sourceRows) && m_dropped.empty())
        m_idle->stop();
}

void TableModel::applyFilter()
{
    if (m_filter.isEmpty()) {
        m_shown = m_order;
        return;
    }
    buildHaystack(static_cast<std::size_t>(m_sourceRows));
    const QStringList words = m_filter.split(QLatin1Char(' '));
    m_shown.clear();
    for (const int row : m_order) {
        const QString &hay = m_haystack[static_cast<std::size_t>(row)];
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return hay.contains(word); }))
            m_shown.push_back(row);
    }
}

void TableModel::applySort()
{
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_sortColumn < 0 || m_sortColumn >= static_cast<int>(m_columns.size()))
        return;
    const Column &column = m_columns[static_cast<std::size_t>(m_sortColumn)];
    std::vector<SortKey> keys(m_order.size());
    for (int row = 0; row < m_sourceRows; ++row) {
        const Cell cell = column.cell(row);
        SortKey &key = keys[static_cast<std::size_t>(row)];
        key.number = isNumber(cell) && !std::isnan(numberOf(cell));
        key.value = numberOf(cell);
        key.text = key.number ? QString() : textOf(cell).toCaseFolded();
    }
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        const SortKey &first = keys[static_cast<std::size_t>(a)], &second = keys[static_cast<std::size_t>(b)];
        // Cells without a value stay at the end, whichever way is up.
        const bool firstEmpty = !first.number && first.text.isEmpty();
        const bool secondEmpty = !second.number && second.text.isEmpty();
        if (firstEmpty != secondEmpty)
            return secondEmpty;
        const int order = compareKeys(first, second);
        return descending ? order > 0 : order < 0;
    });
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<int> sources;
    for (const QModelIndex &index : before)
        sources.push_back(sourceRow(index.row()));
    m_sortColumn = column;
    m_sortOrder = order;
    applySort();
    applyFilter();
    std::vector<int> rowOfSource(static_cast<std::size_t>(m_sourceRows), -1);
    for (std::size_t row = 0; row < m_shown.size(); ++row)
        rowOfSource[static_cast<std::size_t>(m_shown[row])] = static_cast<int>(row);
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowOfSource[static_cast<std::size_t>(sources[static_cast<std::size_t>(i)])];
        changePersistentIndex(before[i], index(row, before[i].column()));
    }
    emit layoutChanged();
}

int TableModel::rowOfKey(const QString &key) const
{
    if (m_columns.empty())
        return -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (keyOfRow(row) == key)
            return row;
    }
    return -1;
}

QString TableModel::keyOfRow(int row) const
{
    if (m_columns.empty() || row < 0 || row >= rowCount())
        return {};
    return textOf(m_columns[static_cast<std::size_t>(m_keyColumn)].cell(sourceRow(row)));
}

Table TableModel::table() const
{
    std::vector<int> all(m_shown.size());
    std::iota(all.begin(), all.end(), 0);
    return table(all);
}

Table TableModel::table(const std::vector<int> &rows) const
{
    Table table;
    for (const Column &column : m_columns)
        table.header.push_back(column.header.toStdString());
    for (const int row : rows) {
        std::vector<Cell> cells;
        for (const Column &column : m_columns)
            cells.push_back(column.cell(sourceRow(row)));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: {
        const Cell cell = column.cell(sourceRow(index.row()));
        QString text = shownCell(cell, column.digits);
        if (column.isBound && column.isBound(sourceRow(index.row())) && isNumber(cell) &&
            !std::isnan(numberOf(cell)))
            text.prepend(QStringLiteral("< "));
        // A gene rule may have 50,000 characters; nobody reads them in a cell, and layout would take long.
        constexpr qsizetype longest = 300;
        if (text.size() > longest)
            text = text.left(longest) + QStringLiteral("…");
        return text;
    }
    case Qt::ToolTipRole: {
        if (column.cellTip)
            return column.cellTip(sourceRow(index.row()));
        const QString text = textOf(column.cell(sourceRow(index.row())));
        constexpr qsizetype longest = 1000;
        return text.size() > 24 ? QVariant(text.left(longest).toHtmlEscaped()) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return isNumber(column.cell(sourceRow(index.row()))) ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                             : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::EditRole:
        return column.edit ? QVariant(editedCell(column.cell(sourceRow(index.row())))) : QVariant();
    case Qt::CheckStateRole:
        return column.ticked ? QVariant(column.ticked(sourceRow(index.row())) ? Qt::Checked : Qt::Unchecked)
                             : QVariant();
    case Qt::FontRole:
        if (column.marked && column.marked(sourceRow(index.row()))) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

bool TableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    // A copy: what it does may replace the columns.
    const Column column = m_columns[static_cast<std::size_t>(index.column())];
    const int row = sourceRow(index.row());
    if (role == Qt::CheckStateRole && column.tick) {
        column.tick(row, value.toInt() == Qt::Checked);
        return true;
    }
    const QString text = value.toString().trimmed();
    if (role != Qt::EditRole || !column.edit || text == editedCell(column.cell(row)))
        return false;
    return column.edit(row, text);
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const Column &column = m_columns[static_cast<std::size_t>(index.column())];
    flags.setFlag(Qt::ItemIsEditable, bool(column.edit));
    flags.setFlag(Qt::ItemIsUserCheckable, bool(column.tick));
    return flags;
}

void TableModel::refreshCells()
{
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= static_cast<int>(m_columns.size()))
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.header;
    if (role == Qt::ToolTipRole && !column.toolTip.isEmpty())
        return column.toolTip;
    if (role == Qt::TextAlignmentRole && m_sourceRows > 0 && isNumber(column.cell(0)))
        return int(Qt::AlignRight | Qt::AlignVCenter); // as its numbers
    return {};
}

} // namespace pathgan
