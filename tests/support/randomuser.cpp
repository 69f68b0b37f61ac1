// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomuser.h"

#include "tests/support/userhand.h"
#include "ui/plots/plot.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabBar>

#include <algorithm>
#include <array>

namespace pathgan {

using namespace userhand;

namespace {

QString nameOf(const QWidget &widget)
{
    QString name = widget.objectName();
    for (const QWidget *up = &widget; up && (name.isEmpty() || name.startsWith(QLatin1String("qt_")));
         up = up->parentWidget())
        name = up->objectName();
    return QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ') + name;
}

bool isText(const QWidget &widget)
{
    return qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget) ||
           qobject_cast<const QPlainTextEdit *>(&widget);
}

/// Something that answers to the mouse.
bool isControl(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    return isText(widget) || (area && area->viewport() == &widget) ||
           qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget) ||
           qobject_cast<const QAbstractSlider *>(&widget) || qobject_cast<const QTabBar *>(&widget) ||
           qobject_cast<const QMenu *>(&widget) || qobject_cast<const QMenuBar *>(&widget) ||
           qobject_cast<const QSplitterHandle *>(&widget) ||
           qobject_cast<const Plot *>(widget.parentWidget());
}

} // namespace

void RandomUser::act(std::uint64_t seed, std::uint64_t number)
{
    struct Row
    {
        std::uint64_t weight;
        void (RandomUser::*action)();
    };
    static constexpr std::array rows = {
        Row{34, &RandomUser::clickSomething}, Row{6, &RandomUser::clickAnywhere},
        Row{4, &RandomUser::rightClick},      Row{4, &RandomUser::doubleClickSomething},
        Row{6, &RandomUser::dragSomething},   Row{7, &RandomUser::turnWheel},
        Row{9, &RandomUser::typeSomewhere},   Row{9, &RandomUser::pressKey},
        Row{7, &RandomUser::pressShortcut},   Row{4, &RandomUser::goToStep},
        Row{4, &RandomUser::runSomething},    Row{3, &RandomUser::chooseInMenu},
        Row{2, &RandomUser::resizeWindow},    Row{1, &RandomUser::changeLooks}};
    std::uint64_t all = 0;
    for (const Row &row : rows)
        all += row.weight;
    m_number = number;
    m_random = Random(seed, number); // action n is the same whatever came of those before
    if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        dialog && !QApplication::activePopupWidget())
        return answerFileDialog(*dialog);
    const Project &project = m_opened.session().project();
    if (m_opened.isIdle() && !(project.has(Part::Expression) && project.has(Part::Model)) && below(4) == 0)
        return openExampleAgain();
    std::uint64_t drawn = below(all);
    for (const Row &row : rows) {
        if (drawn < row.weight)
            return (this->*row.action)();
        drawn -= row.weight;
    }
}

/// The one that takes events now; else mostly the main window.
QWidget *RandomUser::topWindow()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    QList<QWidget *> windows;
    for (QWidget *window : QApplication::topLevelWidgets())
        if (window->isVisible() && window->windowHandle() && window->windowType() != Qt::ToolTip)
            windows.append(window);
    return below(3) == 0 && !windows.isEmpty() ? oneOf(windows) : &m_window;
}

/// Mostly inside the panel; the window itself where nothing suits.
QWidget *RandomUser::pick(Suits suits)
{
    QWidget *window = topWindow();
    QWidget *place =
        window == &m_window && m_window.currentPanel() && below(3) != 0 ? m_window.currentPanel() : window;
    QList<QWidget *> found;
    for (QWidget *widget : place->findChildren<QWidget *>())
        if (widget->isVisible() && widget->isEnabled() && widget->window() == window && suits(*widget) &&
            !widget->visibleRegion().isEmpty())
            found.append(widget);
    return found.isEmpty() ? window : oneOf(found);
}

QPoint RandomUser::pointIn(const QWidget &widget)
{
    const QRect seen = widget.visibleRegion().boundingRect();
    if (seen.isEmpty())
        return {};
    if (qobject_cast<const QCheckBox *>(&widget))
        return {std::min(9, seen.right()), seen.center().y()};
    return seen.topLeft() + QPoint(static_cast<int>(below(static_cast<std::uint64_t>(seen.width()))),
                                   static_cast<int>(below(static_cast<std::uint64_t>(seen.height()))));
}

void RandomUser::clickSomething()
{
    const QWidget *widget = pick(isControl);
    const QPoint at = pointIn(*widget);
    constexpr std::array held = {Qt::NoModifier, Qt::NoModifier,      Qt::NoModifier,
                                 Qt::NoModifier, Qt::NoModifier,      Qt::NoModifier,
                                 Qt::NoModifier, Qt::ControlModifier, Qt::ShiftModifier};
    const Qt::KeyboardModifiers modifiers = oneOf(held);
    m_say(QStringLiteral("click %1 at %2, %3").arg(nameOf(*widget)).arg(at.x()).arg(at.y()), true);
    click(*widget, at, Qt::LeftButton, modifiers);
}

void RandomUser::clickAnywhere()
{
    const QWidget *window = topWindow();
    const QPoint at = pointIn(*window);
    m_say(QStringLiteral("click %1 at %2, %3").arg(nameOf(*window)).arg(at.x()).arg(at.y()), true);
    click(*window, at);
}

void RandomUser::rightClick()
{
    const QWidget *widget = pick(isControl);
    const QPoint at = pointIn(*widget);
    m_say(QStringLiteral("right click %1").arg(nameOf(*widget)), true);
    click(*widget, at, Qt::RightButton);
}

void RandomUser::doubleClickSomething()
{
    const QWidget *widget = pick(isControl);
    const QPoint at = pointIn(*widget);
    m_say(QStringLiteral("double click %1").arg(nameOf(*widget)), true);
    doubleClick(*widget, at);
}

void RandomUser::dragSomething()
{
    const QWidget *widget = pick(isControl);
    const QPoint from = pointIn(*widget);
    const QPoint away(static_cast<int>(below(400)) - 200, static_cast<int>(below(400)) - 200);
    const QPoint to = below(2) == 0 ? pointIn(*widget) : from + away;
    m_say(QStringLiteral("drag %1").arg(nameOf(*widget)), true);
    drag(*widget, from, to);
}

void RandomUser::turnWheel()
{
    const QPointer<const QWidget> widget = pick(isControl);
    const QPoint at = pointIn(*widget);
    const std::uint64_t times = 1 + below(5);
    const int notches = below(2) == 0 ? 1 : -1;
    m_say(QStringLiteral("wheel over %1").arg(nameOf(*widget)), true);
    for (std::uint64_t i = 0; widget && windowOf(*widget) && i < times; ++i)
        wheel(*widget, at, notches);
}

void RandomUser::typeSomewhere()
{
    static const QList<QByteArray> texts = {"1",  "12", "0.5", "7",   "300",  "-3",    "1e-3", "abc", "TP53",
                                            "EX", " ",  "",    "%&<", "seed", "BRCA1", "0",    "42",  "glc"};
    const QWidget *widget = pick(isText);
    if (!isText(*widget))
        return clickSomething();
    const QByteArray text = oneOf(texts);
    const bool replaces = below(4) != 0;
    constexpr std::array ends = {Qt::Key_Tab, Qt::Key_Return, Qt::Key_unknown, Qt::Key_Escape};
    const Qt::Key end = oneOf(ends);
    m_say(QStringLiteral("type “%1” into %2").arg(QString::fromLatin1(text), nameOf(*widget)), true);
    click(*widget, {std::min(12, widget->width() / 2), widget->height() / 2});
    if (replaces)
        press(Qt::Key_A, Qt::ControlModifier);
    type(text);
    if (end != Qt::Key_unknown)
        press(end);
}

void RandomUser::pressKey()
{
    constexpr std::array keys = {Qt::Key_Tab,    Qt::Key_Tab,   Qt::Key_Down,   Qt::Key_Up,
                                 Qt::Key_Left,   Qt::Key_Right, Qt::Key_Return, Qt::Key_Home,
                                 Qt::Key_End,    Qt::Key_Space, Qt::Key_Escape, Qt::Key_PageDown,
                                 Qt::Key_PageUp, Qt::Key_F2,    Qt::Key_Plus,   Qt::Key_Minus,
                                 Qt::Key_Delete, Qt::Key_F6,    Qt::Key_Menu,   Qt::Key_Backtab};
    const Qt::Key key = oneOf(keys);
    const std::uint64_t times = 1 + below(3);
    m_say(QStringLiteral("key %1").arg(QKeySequence(key).toString()), true);
    for (std::uint64_t i = 0; i < times; ++i)
        press(key);
}

void RandomUser::pressShortcut()
{
    static const QList<QKeyCombination> common = {
        Qt::CTRL | Qt::Key_Z,   Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z,
        Qt::CTRL | Qt::Key_K,   Qt::CTRL | Qt::Key_F, Qt::CTRL | Qt::Key_H,
        Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_I, Qt::CTRL | Qt::Key_A,
        Qt::CTRL | Qt::Key_C,   Qt::CTRL | Qt::Key_V, Qt::CTRL | Qt::SHIFT | Qt::Key_C};
    static const QList<QKeyCombination> rare = {
        Qt::CTRL | Qt::Key_S,       Qt::CTRL | Qt::SHIFT | Qt::Key_S, Qt::CTRL | Qt::Key_O,
        Qt::CTRL | Qt::Key_E,       Qt::CTRL | Qt::SHIFT | Qt::Key_E, Qt::CTRL | Qt::Key_N,
        QKeyCombination(Qt::Key_F1)};
    const QKeyCombination keys = below(6) == 0 ? oneOf(rare) : oneOf(common);
    m_say(QStringLiteral("shortcut %1").arg(QKeySequence(keys).toString()), true);
    press(keys.key(), keys.keyboardModifiers());
}

void RandomUser::goToStep()
{
    const int step = static_cast<int>(below(m_window.panels().size()));
    m_say(QStringLiteral("shortcut Ctrl+%1").arg(step + 1), false);
    press(static_cast<Qt::Key>(Qt::Key_1 + step), Qt::ControlModifier);
}

/// Or ends it.
void RandomUser::runSomething()
{
    static const QList<QKeyCombination> keys = {Qt::CTRL | Qt::Key_R, Qt::CTRL | Qt::Key_R,
                                                Qt::CTRL | Qt::SHIFT | Qt::Key_R, Qt::CTRL | Qt::Key_Period};
    const QKeyCombination chosen = oneOf(keys);
    m_say(QStringLiteral("shortcut %1").arg(QKeySequence(chosen).toString()), false);
    press(chosen.key(), chosen.keyboardModifiers());
}

void RandomUser::chooseInMenu()
{
    constexpr int depth = 3;
    const QMenuBar *bar = m_window.menuBar();
    QAction *title = oneOf(bar->actions());
    m_say(QStringLiteral("menu %1").arg(title->text()), true);
    click(*bar, bar->actionGeometry(title).center());
    const QWidget *last = nullptr;
    for (int i = 0; i < depth; ++i) {
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu || menu == last)
            return;
        last = menu;
        click(*menu, pointIn(*menu));
    }
}

void RandomUser::resizeWindow()
{
    const QSize size(1024 + static_cast<int>(below(377)), 768 + static_cast<int>(below(133)));
    m_say(QStringLiteral("resize to %1 × %2").arg(size.width()).arg(size.height()), false);
    m_window.resize(size);
}

/// Theme or language.
void RandomUser::changeLooks()
{
    const bool isTheme = below(3) != 0;
    const auto *menu = m_window.findChild<QMenu *>(QLatin1String(isTheme ? "themeMenu" : "languageMenu"));
    QAction *action = oneOf(menu->actions());
    m_say(QStringLiteral("choose %1").arg(action->objectName()), false);
    action->trigger();
}

void RandomUser::answerFileDialog(QFileDialog &dialog)
{
    const QDir folder(m_folder), inputs(folder.filePath(QStringLiteral("in")));
    QString path = folder.filePath(QStringLiteral("out%1").arg(m_number));
    const bool isAnswered = below(3) != 0;
    if (dialog.fileMode() == QFileDialog::Directory)
        folder.mkpath(path);
    else if (dialog.acceptMode() != QFileDialog::AcceptSave)
        path = inputs.filePath(oneOf(inputs.entryList(QDir::Files)));
    m_say(isAnswered ? QStringLiteral("answer file dialog: %1").arg(path)
                     : QStringLiteral("dismiss file dialog"),
          true);
    const QPointer<QLineEdit> name = dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    wait(400); // until it has read the folder and proposed a name
    if (isAnswered && name) {
        name->setText(path);
        name->setFocus();
    }
    press(isAnswered ? Qt::Key_Return : Qt::Key_Escape);
}

void RandomUser::openExampleAgain()
{
    m_say(QStringLiteral("open the example again"), true);
    m_window.findChild<QAction *>(QStringLiteral("exampleAction"))->trigger();
}

} // namespace pathgan
