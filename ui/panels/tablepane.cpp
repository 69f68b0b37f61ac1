// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tablepane.h"

#include "ui/coretext.h"
#include "ui/filedialogs.h"
#include "ui/panels/panelparts.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

TablePane::TablePane(const QString &name, const QString &label, QWidget *parent)
    : QWidget(parent), m_model(new TableModel(this)), m_view(new QTableView(this)),
      m_search(new QLineEdit(this)), m_count(new QLabel(this)), m_empty(new QLabel(m_view->viewport()))
{
    setObjectName(name);
    m_view->setObjectName(name + QStringLiteral("View"));
    m_view->setAccessibleName(label);
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_view->viewport()->installEventFilter(this);
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("role", QStringLiteral("caption"));
    m_search->setObjectName(name + QStringLiteral("Search"));
    m_search->setAccessibleName(tr("Search in: %1").arg(label));
    buildToolbar();

    connect(m_search, &QLineEdit::textChanged, m_model, &TableModel::setFilter);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_told.reset();
        updateCount();
        selectKey(m_wanted);
    });
    // Keys select a row before it becomes the current one; the mouse makes it current before it is selected,
    // and a second press on a selected row changes neither.
    const QItemSelectionModel *rows = m_view->selectionModel();
    connect(rows, &QItemSelectionModel::currentRowChanged, this, &TablePane::tellCurrent);
    connect(rows, &QItemSelectionModel::selectionChanged, this, &TablePane::tellCurrent);
    connect(m_view, &QTableView::pressed, this, &TablePane::tellCurrent);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit keyActivated(m_model->keyOfRow(index.row())); });
    updateCount();
}

void TablePane::buildToolbar()
{
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_search->addAction(themedIcon(QStringLiteral("search"), IconRole::Muted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(320);
    m_count->setObjectName(objectName() + QStringLiteral("Count"));
    m_count->setProperty("role", QStringLiteral("caption"));
    m_copy = makeToolButton(objectName() + QStringLiteral("Copy"), QStringLiteral("copy"), tr("Copy"),
                            tr("Copy the selected rows, or all that are shown"), this);
    m_save = makeToolButton(objectName() + QStringLiteral("Save"), QStringLiteral("table"), tr("Save table…"),
                            tr("Save the rows shown as CSV or TSV"), this);
    connect(m_copy, &QToolButton::clicked, this, &TablePane::copy);
    connect(m_save, &QToolButton::clicked, this, &TablePane::save);
    auto *shortcut = new QShortcut(QKeySequence::Copy, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &TablePane::copy);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_search, 20);
    bar->addWidget(m_count);
    bar->addStretch(1);
    bar->addWidget(m_copy);
    bar->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    setTabOrder(m_search, m_copy);
    setTabOrder(m_copy, m_save);
    setTabOrder(m_save, m_view);
}

void TablePane::setTable(const Table &table, int keyColumn)
{
    m_model->setTable(table, keyColumn);
    fitColumns();
}

void TablePane::setTable(Table table, const QStringList &titles)
{
    for (qsizetype i = 0; i < titles.size(); ++i)
        table.header[static_cast<std::size_t>(i)] = titles[i].toStdString();
    setTable(table);
}

void TablePane::fitColumns()
{
    // From the first rows: asking all of ten thousand would be felt.
    constexpr int sampled = 40, widest = 340, padding = 30;
    QFont headerFont = m_view->font();
    headerFont.setWeight(QFont::DemiBold); // as the style sheet has it
    const QFontMetrics metrics = m_view->fontMetrics(), bold(headerFont);
    const int rows = std::min(m_model->rowCount(), sampled);
    const int columns = std::min(m_model->columnCount(), 200);
    for (int column = 0; column < columns; ++column) {
        const QString header = m_model->headerData(column, Qt::Horizontal).toString();
        int width = bold.horizontalAdvance(header);
        for (int row = 0; row < rows; ++row) {
            const QString text = m_model->data(m_model->index(row, column)).toString().left(80);
            width = std::max(width, metrics.horizontalAdvance(text));
        }
        m_view->setColumnWidth(column, std::min(width + padding, widest));
    }
}

void TablePane::hideColumn(int column)
{
    m_view->setColumnHidden(column, true);
}

void TablePane::showFirst(const QStringList &headers)
{
    QHeaderView &header = *m_view->horizontalHeader();
    int place = 0;
    for (const QString &wanted : headers)
        for (int column = 0; column < m_model->columnCount(); ++column)
            if (m_model->headerData(column, Qt::Horizontal).toString() == wanted)
                header.moveSection(header.visualIndex(column), place++);
}

void TablePane::setEmptyText(const QString &text)
{
    m_emptyText = text;
    updateCount();
}

void TablePane::setSearchVisible(bool visible)
{
    m_hasSearch = visible;
    m_search->setVisible(visible);
}

void TablePane::find()
{
    m_search->show();
    m_search->selectAll();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void TablePane::setEditable()
{
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
}

void TablePane::selectKey(const QString &key)
{
    m_wanted = key;
    const QModelIndex now = m_view->currentIndex();
    if (key.isEmpty() || (m_view->selectionModel()->isSelected(now) && m_model->keyOfRow(now.row()) == key))
        return;
    const int row = m_model->rowOfKey(key);
    if (row < 0)
        return;
    m_quiet = true;
    m_view->setCurrentIndex(m_model->index(row, 0));
    m_view->scrollTo(m_model->index(row, 0), QAbstractItemView::EnsureVisible);
    m_told = key;
    m_quiet = false;
}

void TablePane::tellCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    // Getting the focus makes the first row current, which nobody chose.
    if (m_quiet || !index.isValid() || !m_view->selectionModel()->isSelected(index))
        return;
    const QString key = m_model->keyOfRow(index.row());
    if (key == m_told)
        return;
    m_told = m_wanted = key;
    emit keySelected(key);
}

void TablePane::updateCount()
{
    const int shown = m_model->rowCount(), all = m_model->sourceRowCount();
    m_count->setText(shown == all ? tr("%Ln row(s)", nullptr, all)
                                  : tr("%1 of %2 rows").arg(countText(shown), countText(all)));
    m_copy->setEnabled(shown > 0);
    m_save->setEnabled(shown > 0);
    m_empty->setText(all > 0 ? tr("No row contains “%1”.").arg(m_search->text()) : m_emptyText);
    m_empty->setVisible(shown == 0);
    m_empty->setGeometry(m_view->viewport()->rect().adjusted(24, 24, -24, -24));
}

void TablePane::copy() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    const Table table = rows.empty() ? m_model->table() : m_model->table(rows);
    QApplication::clipboard()->setText(QString::fromStdString(tableText(table, '\t')));
}

void TablePane::save()
{
    askForSaveFile(this, tr("Save table"), objectName() + QStringLiteral(".csv"),
                   tr("Comma-separated (*.csv);;Tab-separated (*.tsv)"), [this](const QString &path) {
                       reportResult(this, writeTable(toPath(path), m_model->table()));
                   });
}

void TablePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_empty->setGeometry(m_view->viewport()->rect().adjusted(24, 24, -24, -24));
    const bool withText = barWidth(true) <= width();
    for (QToolButton *button : {m_copy, m_save})
        button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

int TablePane::barWidth(bool withText) const
{
    constexpr int gaps = 4;
    int width = gaps * 8 + m_count->sizeHint().width() +
                (m_search->isHidden() ? 0 : m_search->minimumSizeHint().width());
    for (const QToolButton *button : {m_copy, m_save}) {
        const bool hasText = button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
        width += button->sizeHint().width() + (withText - hasText) * textWidth(*button);
    }
    return width;
}

/// The buttons can do without their texts.
QSize TablePane::minimumSizeHint() const
{
    return {std::max(barWidth(false), m_view->minimumSizeHint().width()),
            QWidget::minimumSizeHint().height()};
}

bool TablePane::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_view->viewport() && event->type() == QEvent::MouseButtonPress)
        m_told.reset(); // the same row again: another may have been chosen elsewhere since
    if (object == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_search->clear();
        m_search->setVisible(m_hasSearch);
        m_view->setFocus();
        return true;
    }
    if (object == m_view->viewport() && event->type() == QEvent::Resize)
        m_empty->setGeometry(m_view->viewport()->rect().adjusted(24, 24, -24, -24));
    return QWidget::eventFilter(object, event);
}

} // namespace pathgan
