// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEventLoop>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>
#include <QWidget>
#include <QWindow>

namespace pathgan {

/// Mouse and keys as the window system delivers them: to a window, which hands them on to whatever takes them
/// there, a menu that is open or nothing behind a dialog.
namespace userhand {

inline QWindow *windowOf(const QWidget &widget)
{
    return widget.window()->windowHandle();
}

inline QPoint inWindow(const QWidget &widget, const QPoint &at)
{
    return widget.mapTo(widget.window(), at);
}

/// A window may go by what is pressed in it.
inline void press(const QPointer<QWindow> &window, const QPoint &at, Qt::MouseButton button = Qt::LeftButton,
                  Qt::KeyboardModifiers modifiers = {})
{
    QTest::mouseMove(window, at);
    if (window)
        QTest::mousePress(window, button, modifiers, at);
}

inline void release(const QPointer<QWindow> &window, const QPoint &at,
                    Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
{
    if (window)
        QTest::mouseRelease(window, button, modifiers, at);
}

inline void click(const QWidget &widget, const QPoint &at, Qt::MouseButton button = Qt::LeftButton,
                  Qt::KeyboardModifiers modifiers = {})
{
    const QPointer<QWindow> window = windowOf(widget);
    const QPoint place = inWindow(widget, at);
    press(window, place, button, modifiers);
    release(window, place, button, modifiers);
}

inline void doubleClick(const QWidget &widget, const QPoint &at)
{
    const QPointer<QWindow> window = windowOf(widget);
    const QPoint place = inWindow(widget, at);
    press(window, place);
    release(window, place);
    if (window)
        QTest::mouseDClick(window, Qt::LeftButton, {}, place);
}

inline void drag(const QWidget &widget, const QPoint &from, const QPoint &to)
{
    constexpr int steps = 6;
    const QPointer<QWindow> window = windowOf(widget);
    const QPoint start = inWindow(widget, from), end = inWindow(widget, to);
    press(window, start);
    for (int i = 1; window && i <= steps; ++i)
        QTest::mouseMove(window, start + (end - start) * i / steps);
    release(window, end);
}

inline void wheel(const QWidget &widget, const QPoint &at, int notches)
{
    const QPoint place = inWindow(widget, at);
    QWheelEvent event(place, widget.mapToGlobal(at), {}, {0, notches * QWheelEvent::DefaultDeltasPerStep},
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QTest::mouseMove(windowOf(widget), place);
    QCoreApplication::sendEvent(windowOf(widget), &event);
}

/// To the window that has the focus.
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    const QPointer<QWindow> window = QGuiApplication::focusWindow();
    if (window)
        QTest::keyPress(window, key, modifiers);
    if (window)
        QTest::keyRelease(window, key, modifiers);
}

inline void type(const QByteArray &text)
{
    for (const char letter : text) {
        const QPointer<QWindow> window = QGuiApplication::focusWindow();
        if (window)
            QTest::keyPress(window, letter);
        if (window)
            QTest::keyRelease(window, letter);
    }
}

/// Lets the program do what it has to, in an event loop without pauses of its own.
inline void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace userhand

} // namespace pathgan
