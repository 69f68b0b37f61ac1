// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowkeys.h"

#include "ui/dialogs/palette.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/panels/tablepane.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

#include <algorithm>

namespace pathgan {

// EnterPresses --------------------------------------------------------------------------------------------

bool EnterPresses::eventFilter(QObject *object, QEvent *event)
{
    auto *button = event->type() == QEvent::KeyPress ? qobject_cast<QAbstractButton *>(object) : nullptr;
    if (!button || !button->hasFocus() || qobject_cast<QCheckBox *>(button) ||
        qobject_cast<QRadioButton *>(button))
        return QObject::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const auto *push = qobject_cast<QPushButton *>(button);
    if (!isEnter || key->isAutoRepeat() || !button->isEnabled() || (push && push->autoDefault()))
        return QObject::eventFilter(object, event);
    if (auto *tool = qobject_cast<QToolButton *>(button); tool && tool->menu())
        tool->showMenu();
    else
        button->click();
    return true;
}

// DropGlow ------------------------------------------------------------------------------------------------

DropGlow::DropGlow(QWidget &window) : QWidget(&window)
{
    setObjectName(QStringLiteral("dropGlow"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Drop files to open them"));
    window.installEventFilter(this);
    hide();
}

bool DropGlow::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::DragEnter) {
        const QList<QUrl> urls = static_cast<QDragEnterEvent *>(event)->mimeData()->urls();
        if (std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); })) {
            setGeometry(parentWidget()->rect());
            show();
            raise();
        }
    } else if (event->type() == QEvent::DragLeave || event->type() == QEvent::Drop) {
        hide();
    }
    return QWidget::eventFilter(object, event);
}

void DropGlow::paintEvent(QPaintEvent *)
{
    constexpr int inset = 10, line = 4;
    const ThemeColors colors = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = colors.selection;
    veil.setAlphaF(0.6F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(colors.accent, line, Qt::DashLine));
    painter.drawRoundedRect(rect().adjusted(inset, inset, -inset, -inset), 12, 12);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    painter.setFont(large);
    const QRect box = painter.fontMetrics().boundingRect(accessibleName()).adjusted(-24, -14, 24, 14);
    const QRect place(rect().center() - QPoint(box.width() / 2, box.height() / 2), box.size());
    painter.setBrush(colors.accent);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(place, 10, 10);
    painter.setPen(colors.onAccent);
    painter.drawText(place, Qt::AlignCenter, accessibleName());
}

// Find ----------------------------------------------------------------------------------------------------

namespace {

/// Closes the field with Esc.
class ListField : public QLineEdit
{
public:
    explicit ListField(QListWidget &list) : QLineEdit(&list), m_list(list)
    {
        setObjectName(list.objectName() + QStringLiteral("Search"));
        setAccessibleName(DropGlow::tr("Search in: %1").arg(list.accessibleName()));
        setPlaceholderText(DropGlow::tr("Search"));
        setClearButtonEnabled(true);
        connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
            for (int i = 0; i < m_list.count(); ++i)
                m_list.item(i)->setHidden(!m_list.item(i)->text().contains(text, Qt::CaseInsensitive));
        });
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Escape && event->key() != Qt::Key_Down)
            return QLineEdit::keyPressEvent(event);
        if (event->key() == Qt::Key_Escape) {
            clear();
            hide();
        }
        m_list.setFocus();
    }

private:
    QListWidget &m_list;
};

template <class T>
T *atHand(QWidget *panel)
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (auto *found = qobject_cast<T *>(widget))
            return found;
    for (T *found : panel ? panel->findChildren<T *>() : QList<T *>())
        if (found->isVisible())
            return found;
    return nullptr;
}

} // namespace

void findInList(QListWidget &list)
{
    auto *field = list.findChild<QLineEdit *>(list.objectName() + QStringLiteral("Search"));
    if (!field)
        field = new ListField(list);
    const QSize size(std::min(list.width() - 24, 180), field->sizeHint().height());
    field->setGeometry(list.width() - size.width() - 20, 3, size.width(), size.height());
    field->show();
    field->raise();
    field->selectAll();
    field->setFocus(Qt::ShortcutFocusReason);
}

void findAtHand(MainWindow &window)
{
    QWidget *panel = window.currentPanel();
    auto *list = atHand<QListWidget>(panel);
    if (list && list->hasFocus())
        return findInList(*list);
    if (auto *pane = atHand<TablePane>(panel))
        return pane->find();
    if (list)
        return findInList(*list);
    CommandPalette::open(window);
}

} // namespace pathgan
