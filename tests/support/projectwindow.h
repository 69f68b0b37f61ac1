// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/uitest.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/projectactions.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QtTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace pathgan {

inline constexpr int patience = 120'000; ///< milliseconds

/// A window as the user has it.
struct Opened
{
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>();

    Opened()
    {
        window->show();
        window->resize(1360, 860); // larger than the screen of the tests
        window->activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window.get());
    }
    Session &session() const { return window->session(); }
    ProjectKeeper &keeper() const { return window->project().keeper(); }
    bool isIdle() const
    {
        return session().engine().jobs().isEmpty() && keeper().engine().jobs().isEmpty() &&
               !keeper().isOpening() && !keeper().isWriting();
    }
    bool waits() const
    {
        return QTest::qWaitFor([this] { return isIdle(); }, patience);
    }
    bool hasAll() const
    {
        return QTest::qWaitFor([this] { return session().project().has(Part::Groups) && isIdle(); },
                               patience);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const
    {
        window->activateWindow();
        if (QTest::qWaitForWindowActive(window.get()))
            QTest::keyClick(window.get(), key, modifiers);
    }
    void click(const QString &name) const
    {
        QWidget *panel = window->currentPanel();
        auto *button = (panel ? panel : window.get())->findChild<QPushButton *>(name);
        QVERIFY2(button && QTest::qWaitFor([&] { return button->isVisible() && button->isEnabled(); }),
                 qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// What reads and writes files has something else to do until then.
    void occupy(const std::atomic<bool> &isOver) const
    {
        keeper().engine().start<int>(
            QStringLiteral("busy"),
            [&isOver](const TaskContext &) -> Result<int> {
                while (!isOver)
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                return 0;
            },
            [](const Result<int> &) {});
    }
    /// The path that is asked for.
    bool answer(const QString &path) const
    {
        QFileDialog *dialog = nullptr;
        if (!QTest::qWaitFor([&] { return (dialog = window->findChild<QFileDialog *>()) != nullptr; },
                             patience))
            return false;
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        QTest::qWait(500); // until it has read the folder and proposed a name
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        return QTest::qWaitFor([this] { return !window->findChild<QFileDialog *>(); }, patience);
    }
    QMessageBox *question(const char *name) const
    {
        QMessageBox *box = nullptr;
        [[maybe_unused]] const bool there = QTest::qWaitFor(
            [&] {
                return (box = window->findChild<QMessageBox *>(QString::fromLatin1(name))) &&
                       box->isVisible();
            },
            2000);
        return box;
    }
    static void choose(QMessageBox *box, QMessageBox::ButtonRole role)
    {
        for (QAbstractButton *button : box->buttons())
            if (box->buttonRole(button) == role)
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL("no such button");
    }
    /// Another network, of that seed, by hand.
    bool trainsWith(const QString &seed) const
    {
        const auto before = session().project().training;
        typeSeed(seed);
        click(QStringLiteral("runButton"));
        return QTest::qWaitFor([&] { return session().project().training != before && isIdle(); }, patience);
    }
    /// The example with its results, saved by Ctrl+S.
    bool saveExample(const QString &path) const
    {
        click(QStringLiteral("openExampleButton"));
        if (QTest::currentTestFailed() || !hasAll())
            return false;
        press(Qt::Key_S);
        return answer(path) && waits() && QFile::exists(path);
    }
    /// An action of the menus, as a click on it.
    void choose(const char *action) const
    {
        auto *found = window->findChild<QAction *>(QString::fromLatin1(action));
        QVERIFY2(found, action);
        found->trigger();
    }
    /// The seed of the network by hand.
    void typeSeed(const QString &seed) const
    {
        window->showPart(Part::Training);
        auto *edit = window->currentPanel()->findChild<QLineEdit *>(QStringLiteral("seed"));
        QVERIFY(edit);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, seed);
        QTest::keyClick(edit, Qt::Key_Tab);
    }
};

} // namespace pathgan
