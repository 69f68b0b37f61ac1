// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/palette.h"

#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QAbstractListModel>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

namespace {

constexpr int mostHits = 60, mostRecent = 20, widest = 640, rowPadding = 10;
const QString recentKey = QStringLiteral("palette/recent");

enum Role { Entry = Qt::UserRole, Query };

} // namespace

/// The hits of the query.
class PaletteModel : public QAbstractListModel
{
public:
    PaletteModel(const PaletteSearch &search, QObject *parent) : QAbstractListModel(parent), m_search(search)
    {}

    void setQuery(const QString &query)
    {
        beginResetModel();
        m_query = query;
        m_hits = m_search.find(query, mostHits);
        endResetModel();
    }
    void clear()
    {
        beginResetModel();
        m_hits.clear();
        endResetModel();
    }
    int rowCount(const QModelIndex & = {}) const override { return static_cast<int>(m_hits.size()); }
    const PaletteEntry &entry(int row) const
    {
        return m_search.entries()[static_cast<std::size_t>(m_hits[static_cast<std::size_t>(row)])];
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const PaletteEntry &of = entry(index.row());
        if (role == Qt::DisplayRole)
            return of.name;
        if (role == Qt::AccessibleTextRole)
            return QStringList{of.name, paletteKindName(of.kind), of.detail, of.keys}.join(
                QStringLiteral(", "));
        return role == Query ? QVariant(m_query) : QVariant();
    }

private:
    const PaletteSearch &m_search;
    QString m_query;
    std::vector<int> m_hits;
};

namespace {

/// Name with the letters found in bold, its place behind it, what it is or its shortcut at the right.
class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200, option.fontMetrics.height() + 12};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *model = static_cast<const PaletteModel *>(index.model());
        const PaletteEntry &entry = model->entry(index.row());
        const ThemeColors colors = themeColors();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colors.selection);
        QRect room = option.rect.adjusted(rowPadding, 0, -rowPadding, 0);
        const QString right = entry.keys.isEmpty() ? paletteKindName(entry.kind) : entry.keys;
        const int rightWidth = option.fontMetrics.horizontalAdvance(right);
        painter->setFont(option.font);
        painter->setPen(colors.muted);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, right);
        room.setRight(room.right() - rightWidth - 16);
        painter->setPen(entry.enabled ? colors.text : colors.muted);
        room.setLeft(drawName(*painter, option, room, entry.name, index.data(Query).toString()) + 12);
        painter->setFont(option.font);
        painter->setPen(colors.muted);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(entry.detail, Qt::ElideMiddle, room.width()));
        painter->restore();
    }

private:
    /// The right end of what was drawn.
    static int drawName(QPainter &painter, const QStyleOptionViewItem &option, const QRect &room,
                        const QString &whole, const QString &query)
    {
        QFont bold = option.font;
        bold.setBold(true);
        const QString name = QFontMetrics(bold).elidedText(whole, Qt::ElideMiddle, room.width());
        std::vector<int> found;
        for (const QString &word : query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const std::vector<int> places = fuzzyPlaces(name, word);
            found.insert(found.end(), places.begin(), places.end());
        }
        int x = room.left();
        for (int i = 0; i < name.size();) {
            const bool isFound = std::find(found.begin(), found.end(), i) != found.end();
            int end = i + 1;
            while (end < name.size() &&
                   (std::find(found.begin(), found.end(), end) != found.end()) == isFound)
                ++end;
            const QString piece = name.mid(i, end - i);
            painter.setFont(isFound ? bold : option.font);
            painter.drawText(QRect(x, room.top(), room.right() - x + 1, room.height()),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, piece);
            x += painter.fontMetrics().horizontalAdvance(piece);
            i = end;
        }
        return x;
    }
};

} // namespace

void CommandPalette::open(MainWindow &window)
{
    auto *palette = window.findChild<CommandPalette *>({}, Qt::FindDirectChildrenOnly);
    if (!palette)
        palette = new CommandPalette(window);
    palette->begin();
}

CommandPalette::CommandPalette(MainWindow &window)
    : QFrame(&window), m_window(window), m_field(new QLineEdit(this)), m_list(new QListView(this)),
      m_hint(new QLabel(this)), m_model(new PaletteModel(m_search, this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Search everything"));
    m_field->setPlaceholderText(tr("Action, page, setting, gene, sample, reaction, pathway"));
    m_field->addAction(themedIcon(QStringLiteral("search"), IconRole::Muted), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setObjectName(QStringLiteral("paletteHint"));
    m_hint->setProperty("role", QStringLiteral("caption"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);
    m_field->installEventFilter(this);
    window.installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, &CommandPalette::show);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { go(index.row()); });
    hide();
}

void CommandPalette::begin()
{
    m_search.setEntries(paletteEntries(m_window, m_commands));
    std::vector<QString> recent;
    for (const QString &id : QSettings().value(recentKey).toStringList())
        recent.push_back(id);
    m_search.setRecent(recent);
    const int width = std::min(widest, m_window.width() - 40);
    const int height = std::min(m_window.height() * 3 / 5, 460);
    setGeometry((m_window.width() - width) / 2, 40, width, height);
    if (isHidden())
        m_before = m_window.focusWidget();
    m_field->clear();
    show({});
    QWidget::show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::show(const QString &query)
{
    m_model->setQuery(query);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    m_hint->setText(m_model->rowCount() == 0 ? tr("Nothing has these letters in this order.")
                                             : tr("↑ ↓ to move, Enter to choose, Esc to leave"));
}

void CommandPalette::leave()
{
    if (isHidden())
        return;
    hide();
    m_model->clear();
}

void CommandPalette::remember(const PaletteEntry &entry)
{
    QSettings settings;
    QStringList recent = settings.value(recentKey).toStringList();
    recent.removeAll(entry.id());
    recent.prepend(entry.id());
    settings.setValue(recentKey, QStringList(recent.mid(0, mostRecent)));
}

void CommandPalette::go(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const PaletteEntry entry = m_model->entry(row);
    if (!entry.enabled)
        return m_hint->setText(tr("“%1” cannot be used now.").arg(entry.name));
    remember(entry);
    m_window.setFocus();
    leave();
    Selection &selection = m_window.selection();
    switch (entry.kind) {
    case PaletteKind::Action:
    case PaletteKind::Panel:
    case PaletteKind::Setting:
        return m_commands[static_cast<std::size_t>(entry.command)]();
    case PaletteKind::Pathway:
        selection.setPathway(entry.name);
        break;
    case PaletteKind::Reaction:
        selection.setReaction(entry.name);
        break;
    case PaletteKind::Gene:
        selection.setGene(entry.name);
        break;
    case PaletteKind::Metabolite:
        selection.setMetabolite(entry.name);
        break;
    case PaletteKind::Sample:
        selection.setSample(entry.name);
        break;
    }
    m_window.inspectorDock()->show(); // where what is known of it stands
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (object == &m_window && event->type() == QEvent::Resize)
        leave();
    if (object != m_field)
        return QFrame::eventFilter(object, event);
    if (event->type() == QEvent::FocusOut && !m_list->underMouse())
        leave();
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const int row = m_list->currentIndex().row(), last = m_model->rowCount() - 1;
    constexpr int page = 8;
    const auto to = [&](int wanted) {
        m_list->setCurrentIndex(m_model->index(std::clamp(wanted, 0, std::max(last, 0))));
        return true;
    };
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        return to(row == last ? 0 : row + 1);
    case Qt::Key_Up:
        return to(row == 0 ? last : row - 1);
    case Qt::Key_PageDown:
        return to(row + page);
    case Qt::Key_PageUp:
        return to(row - page);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        go(row);
        return true;
    case Qt::Key_Escape:
        if (m_before)
            m_before->setFocus();
        leave();
        return true;
    default:
        return QFrame::eventFilter(object, event);
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(themeColors().accent);
    painter.setBrush(themeColors().surface);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace pathgan
