// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "tests/support/projectwindow.h"

#include <QPoint>
#include <QString>

#include <cstdint>
#include <functional>
#include <iterator>

namespace pathgan {

/// Somebody without any plan: clicks, types, drags and chooses at random in whatever the program shows. Never
/// quits, and answers file dialogs with files of one folder only.
class RandomUser
{
public:
    /// Told in words what is about to be done, and whether a thing may be chosen by it.
    using Say = std::function<void(const QString &what, bool mayChoose)>;

    /// folder: holds a folder "in" with files to open.
    RandomUser(Opened &opened, const QString &folder, Say say)
        : m_opened(opened), m_window(*opened.window), m_folder(folder), m_say(std::move(say))
    {}

    /// The same for the same seed and number, as far as the window shows the same.
    void act(std::uint64_t seed, std::uint64_t number);
    std::uint64_t below(std::uint64_t bound) { return m_random.below(bound); }

private:
    using Suits = bool (*)(const QWidget &);

    template <class List>
    auto oneOf(const List &list)
    {
        return *(std::begin(list) + static_cast<std::ptrdiff_t>(below(std::size(list))));
    }
    QPoint pointIn(const QWidget &widget);
    QWidget *topWindow();
    QWidget *pick(Suits suits);

    void clickSomething();
    void clickAnywhere();
    void rightClick();
    void doubleClickSomething();
    void dragSomething();
    void turnWheel();
    void typeSomewhere();
    void pressKey();
    void pressShortcut();
    void goToStep();
    void runSomething();
    void chooseInMenu();
    void resizeWindow();
    void changeLooks();
    void answerFileDialog(QFileDialog &dialog);
    void openExampleAgain();

    Opened &m_opened;
    MainWindow &m_window;
    QString m_folder;
    Say m_say;
    Random m_random{0};
    std::uint64_t m_number = 0;
};

} // namespace pathgan
